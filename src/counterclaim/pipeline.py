"""The way from raw texts to dossiers: the one place that lists the stages in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from counterclaim.records import (
    Article,
    Dossier,
    KnownActor,
    ModelUse,
    Parse,
    RawText,
    Reading,
    Rejection,
    Review,
    Run,
    Story,
)
from counterclaim.stages.admit import AdmitWords, LanguageGuesser, admit
from counterclaim.stages.attribute import Tagger, attribute
from counterclaim.stages.attribute.chains import Coreference, no_chains
from counterclaim.stages.attribute.roles import NO_WORDS, SpeakerWords
from counterclaim.stages.ground import EventTyping, Gazetteer, GroundWords, VagueRule, by_words, ground
from counterclaim.stages.group import Encoder, group
from counterclaim.stages.identify import identify
from counterclaim.stages.match import QuestionWords, match
from counterclaim.stages.trace import trace
from counterclaim.stages.weigh import weigh_all
from counterclaim.values.acts import ActWords

Progress = Callable[[str, int, int], None]
"""Told the name of a step, how much of it is done, and how much there is."""


class Parser(Protocol):
    """Parses articles, each by its parts, lazily and in order; a failing one gives the exception."""

    def __call__(self, articles: Iterable[Article]) -> Iterator[Parse | Exception]:
        """Parse."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """What the stages borrow; `models.load` fills it once, at the edge, tests fill it with fakes."""

    language: LanguageGuesser
    parser: Parser
    tagger: Tagger
    gazetteer: Gazetteer
    encoder: Encoder
    admit_words: AdmitWords
    act_words: ActWords
    ground_words: GroundWords
    question_words: QuestionWords
    coreference: Coreference = no_chains
    speaker_words: SpeakerWords = NO_WORDS
    event_types: EventTyping = by_words
    uses: tuple[ModelUse, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user chooses; all of it is kept with the output."""

    one_story: bool = False
    vague: VagueRule = "none"
    known: tuple[KnownActor, ...] = ()
    reviews: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What became of all articles: one dossier a story, and what could not be read."""

    dossiers: tuple[Dossier, ...]
    rejections: tuple[Rejection, ...]


def silent(step: str, done: int, total: int) -> None:
    """Report no progress."""


def read(
    raws: Iterable[RawText | Rejection],
    models: Models,
    *,
    settings: Settings,
    version: str,
    progress: Progress = silent,
) -> Read:
    """Take raw texts through all stages.

    1 admit · 2 attribute · 3 ground each article; 4 group them; 5 identify · 6 match · 7 trace ·
    8 weigh each story. Input that cannot be read comes back as rejections, never as an exception.
    """
    articles, rejections = admit_all(raws, models)  # 1
    readings: list[Reading] = []
    for outcome in read_articles(articles, models, settings=settings, progress=progress):  # 2, 3
        if isinstance(outcome, Rejection):
            rejections.append(outcome)
        else:
            readings.append(outcome)
    stories = group(readings, encoder=models.encoder, one_story=settings.one_story)  # 4
    run = Run(version=version, models=models.uses, settings=described(settings))
    by_id = {reading.article.id: reading for reading in readings}
    ordered = tuple(sorted(rejections, key=lambda r: (r.file, r.stage, r.reason)))
    dossiers = []
    for number, story in enumerate(stories):
        progress("stories", number, len(stories))
        chosen = tuple(by_id[a] for a in story.articles)
        dossiers.append(compare(story, chosen, models, settings=settings, run=run, rejections=ordered))
    progress("stories", len(stories), len(stories))
    return Read(dossiers=tuple(dossiers), rejections=ordered)


def admit_all(raws: Iterable[RawText | Rejection], models: Models) -> tuple[list[Article], list[Rejection]]:
    """Admit raw texts; of several with the same bytes the first by file name is read once."""
    articles: dict[str, Article] = {}
    rejections: list[Rejection] = []
    for raw in sorted(raws, key=_by_name):
        if isinstance(raw, Rejection):
            rejections.append(raw)
            continue
        admitted = admit(raw, language=models.language, words=models.admit_words)
        if isinstance(admitted, Rejection):
            rejections.append(admitted)
        elif admitted.id in articles:
            reason = f"same bytes as {articles[admitted.id].file}, which is read once"
            rejections.append(Rejection(file=admitted.file, stage="admit", reason=reason))
        else:
            articles[admitted.id] = admitted
    return list(articles.values()), rejections


def _by_name(raw: RawText | Rejection) -> tuple[str, str]:
    """By file name, and by what is in it where two have one name: never by the order of coming."""
    return raw.file, raw.reason if isinstance(raw, Rejection) else raw.sha256


def read_articles(
    articles: Sequence[Article], models: Models, *, settings: Settings, progress: Progress = silent
) -> Iterator[Reading | Rejection]:
    """Attribute and ground articles one by one; a failure costs the one article that it befell."""
    for number, (article, parse) in enumerate(zip(articles, models.parser(articles), strict=True)):
        progress("articles", number, len(articles))
        stage = "parse"
        try:
            if isinstance(parse, Exception):
                raise parse
            stage = "attribute"
            attributed = attribute(
                article,
                parse,
                tagger=models.tagger,
                acts=models.act_words,
                names=models.ground_words.names,
                coreference=models.coreference,
                speaker_words=models.speaker_words,
            )
            stage = "ground"
            yield ground(
                article,
                parse,
                attributed,
                gazetteer=models.gazetteer,
                words=models.ground_words,
                vague=settings.vague,
                typing=models.event_types,
            )
        except Exception as error:  # one article must never take the rest along
            reason = f"could not be read ({type(error).__name__}: {error}); please report it with the file"
            yield Rejection(file=article.file, stage=stage, reason=reason)
    progress("articles", len(articles), len(articles))


def compare(
    story: Story,
    readings: Sequence[Reading],
    models: Models,
    *,
    settings: Settings,
    run: Run,
    rejections: tuple[Rejection, ...] = (),
) -> Dossier:
    """Take the readings of one story to its dossier."""
    cast = identify(readings, words=models.ground_words.names, known=settings.known)  # 5
    open_questions = match(cast, encoder=models.encoder, words=models.question_words)  # 6
    tracing = trace(cast)  # 7
    questions = weigh_all(open_questions, tracing=tracing, cast=cast, reviews=settings.reviews)  # 8
    return Dossier(
        story=story,
        articles=tuple(r.article for r in cast.readings),
        actors=cast.actors,
        sides=cast.sides,
        statements=tuple(s for r in cast.readings for s in r.statements),
        claims=tuple(c for r in cast.readings for c in r.claims),
        figures=tuple(f for r in cast.readings for f in r.figures),
        dates=tuple(d for r in cast.readings for d in r.dates),
        places=tuple(p for r in cast.readings for p in r.places),
        events=tuple(e for r in cast.readings for e in r.events),
        reasons=tuple(x for r in cast.readings for x in r.reasons),
        labels=cast.labels,
        relations=cast.relations,
        lineage=tracing.lineage,
        roots=tracing.roots,
        root_of=tracing.root_of,
        questions=questions,
        rejections=rejections,
        run=run,
    )


def described(settings: Settings) -> tuple[tuple[str, str], ...]:
    """The settings as they are kept with the output."""
    return (
        ("one_story", str(settings.one_story).lower()),
        ("vague", settings.vague),
        ("known_actors", ", ".join(sorted(k.name for k in settings.known))),
        ("reviews", str(len(settings.reviews))),
    )
