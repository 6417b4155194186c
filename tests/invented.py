"""An invented event, told in three short articles, as a dossier made by hand from records."""

from counterclaim.records import (
    Act,
    Actor,
    Answer,
    Article,
    Claim,
    DateMention,
    Dossier,
    Event,
    Extent,
    Figure,
    Genre,
    Hop,
    Label,
    Lineage,
    ModelUse,
    Part,
    PartKind,
    PlaceMention,
    Question,
    QuestionKind,
    Rejection,
    Relation,
    Root,
    Run,
    Side,
    Span,
    Standing,
    Statement,
    Status,
    Story,
    fingerprint,
)

FERRY = """Blast at Karsava ferry landing kills at least 12
KARSAVA, 4 March 2031 (Tidewire) -
At least 12 people were killed when a blast tore through the ferry landing in Karsava on Tuesday, the port \
hospital said.
The Harbour Council accused the Northern Front of planting the bomb. The Northern Front, which the council \
calls bandits, denied any part in it.
Residents told Harbour Radio that two drones had circled above the pier.
A burnt ticket booth at the landing. Photo: Tidewire/M. Oru
"""

MORNING = """The Morning Gull
At least 12 people were killed when a blast tore through the ferry landing in Karsava on Tuesday, the port \
hospital said.
A Northern Front spokesman put the dead at 31 and said the council's own patrol boat had shelled the pier. \
"Our fighters were ordered away, and one cell disobeyed," he admitted.
The island of Velm backs the Northern Front.
"""

OPINION = """They will call it an accident by Friday. From the point of view of the ferrymen, the pier was a \
target long before. The word on the wall, \u0645\u064a\u0646\u0627\u0621, was painted over in the night.
"""

COUNCIL, FRONT, HOSPITAL, RESIDENTS, SPOKESMAN, VELM, FERRYMEN = (
    fingerprint("actor", name)
    for name in ("council", "front", "hospital", "residents", "spokesman", "velm", "men")
)
SIDE_COUNCIL, SIDE_FRONT = fingerprint("side", "council"), fingerprint("side", "front")


def article(
    file: str, text: str, outlet: str, *, genre: Genre, published: str | None, kinds: tuple[PartKind, ...]
) -> Article:
    """An article whose lines are its parts."""
    parts, at = [], 0
    for kind, line in zip(kinds, text.splitlines(keepends=True), strict=True):
        parts.append(Part(kind=kind, start=at, end=at + len(line.rstrip())))
        at += len(line)
    return Article(
        id=fingerprint("article", file),
        file=file,
        sha256=fingerprint("", text)[1:] * 5 + "0000",
        title=text.splitlines()[0] if kinds[0] == "headline" else None,
        outlet=outlet,
        byline=None,
        published=published,
        published_basis="stated in the dateline" if published else None,
        url="https://example.org/ferry" if file == "ferry.txt" else None,
        genre=genre,
        language="en",
        text=text,
        credits=("Tidewire",) if "Tidewire" in text else (),
        parts=tuple(parts),
    )


TIDEWIRE = article(
    "ferry.txt", FERRY, "Tidewire", genre="wire", published="2031-03-04",
    kinds=("headline", "dateline", "body", "body", "body", "caption"),
)  # fmt: skip
GULL = article(
    "gull.txt", MORNING, "The Morning Gull", genre="report", published="2031-03-05",
    kinds=("source_line", "body", "body", "body"),
)  # fmt: skip
SANDBANK = article("sandbank.txt", OPINION, "Sandbank", genre="opinion", published=None, kinds=("body",))


def at(where: Article, words: str) -> Extent:
    """Where some words stand."""
    start = where.text.index(words)
    return start, start + len(words)


def span(where: Article, words: str) -> Span:
    """Some words as a span."""
    start, end = at(where, words)
    return Span(article=where.id, start=start, end=end, text=words)


def statement(
    where: Article, source: str, cue: str, content: str, speaker: str, *, act: Act = "say",
    target: str | None = None,
    hops: tuple[Hop, ...] = (), hedged: bool = False,
) -> Statement:  # fmt: skip
    """A statement by its words."""
    return Statement(
        id=fingerprint("statement", where.id, content),
        article=where.id,
        source=(at(where, source),),
        cue=(at(where, cue),),
        content=(at(where, content),),
        kind="direct" if content.startswith('"') else "indirect",
        act=act,
        hedged=hedged,
        speaker_name=source,
        speaker_at=at(where, source),
        hops=hops,
        speaker=speaker,
        target=target,
    )


def claim(
    where: Article, words: str, said: Statement | None, *, status: Status = "asserted", negated: bool = False
) -> Claim:
    """A claim by its words, its sentence the paragraph's."""
    start, end = at(where, words)
    paragraph = next(p for p in where.parts if p.start <= start < p.end)
    return Claim(
        id=fingerprint("claim", where.id, words),
        article=where.id,
        spans=((start, end),),
        statement=said.id if said else None,
        text=words,
        negated=negated,
        status=status,
        sentence=(paragraph.start, paragraph.end),
        terms=(),
    )


TOLL = "At least 12 people were killed when a blast tore through the ferry landing in Karsava on Tuesday"
S_TOLL = statement(TIDEWIRE, "the port hospital", "said", TOLL, HOSPITAL)
S_COPY = statement(GULL, "the port hospital", "said", TOLL, HOSPITAL)
S_BLAME = statement(
    TIDEWIRE, "The Harbour Council", "accused", "the Northern Front of planting the bomb", COUNCIL,
    act="accuse", target=FRONT,
)  # fmt: skip
S_DENY = statement(TIDEWIRE, "The Northern Front", "denied", "any part in it", FRONT, act="deny")
S_CALLS = statement(TIDEWIRE, "the council", "calls", "bandits", COUNCIL)
S_DRONES = statement(
    TIDEWIRE, "Residents", "told", "two drones had circled above the pier", RESIDENTS,
    hops=(Hop(source=(at(TIDEWIRE, "Harbour Radio"),), cue=(), speaker_name="Harbour Radio", speaker_at=None),),
)  # fmt: skip
S_RIVAL = statement(GULL, "A Northern Front spokesman", "put", "the dead at 31", SPOKESMAN)
S_SHELLED = statement(
    GULL, "A Northern Front spokesman", "said", "the council's own patrol boat had shelled the pier",
    SPOKESMAN, act="accuse", target=COUNCIL,
)  # fmt: skip
S_ADMIT = statement(
    GULL,
    "he admitted",
    "admitted",
    '"Our fighters were ordered away, and one cell disobeyed,"',
    SPOKESMAN,
    act="admit",
)
S_TARGET = statement(
    SANDBANK,
    "the ferrymen",
    "From the point of view of",
    "the pier was a target long before",
    FERRYMEN,
    act="believe",
)

C_TOLL = claim(TIDEWIRE, TOLL, S_TOLL)
C_COPY = claim(GULL, TOLL, S_COPY)
C_RIVAL = claim(GULL, "the dead at 31", S_RIVAL)
C_BLAME = claim(TIDEWIRE, "planting the bomb", S_BLAME, status="alleged")
C_DENY = claim(TIDEWIRE, "any part in it", S_DENY, status="denied", negated=True)
C_SHELLED = claim(GULL, "the council's own patrol boat had shelled the pier", S_SHELLED)
C_ADMIT = claim(GULL, "one cell disobeyed", S_ADMIT)
C_DRONES = claim(TIDEWIRE, "two drones had circled above the pier", S_DRONES)
C_BACKS = claim(GULL, "The island of Velm backs the Northern Front", None)
C_TARGET = claim(SANDBANK, "the pier was a target long before", S_TARGET)
C_WALL = claim(SANDBANK, "The word on the wall, \u0645\u064a\u0646\u0627\u0621, was painted over", None)


def root(name: str, actor: str | None, side: str | None, *articles: Article) -> Root:
    """A speaker as a root."""
    return Root(
        id=fingerprint("root", name),
        kind="speaker" if actor else "article",
        name=name,
        actor=actor,
        side=side,
        articles=tuple(a.id for a in articles),
        why=f"the words are those of {name}" if actor else "told in its own voice",
    )


R_HOSPITAL = root("the port hospital", HOSPITAL, None, TIDEWIRE, GULL)
R_FRONT = root("Northern Front", FRONT, SIDE_FRONT, TIDEWIRE, GULL)
R_COUNCIL = root("Harbour Council", COUNCIL, SIDE_COUNCIL, TIDEWIRE)
R_RESIDENTS = root("residents", RESIDENTS, None, TIDEWIRE)
R_GULL = root("The Morning Gull", None, None, GULL)
R_SANDBANK = root("Sandbank", None, None, SANDBANK)
R_FERRYMEN = root("the ferrymen", FERRYMEN, None, SANDBANK)

ROOT_OF = {
    C_TOLL.id: R_HOSPITAL.id, C_COPY.id: R_HOSPITAL.id, C_RIVAL.id: R_FRONT.id, C_BLAME.id: R_COUNCIL.id,
    C_DENY.id: R_FRONT.id, C_SHELLED.id: R_FRONT.id, C_ADMIT.id: R_FRONT.id, C_DRONES.id: R_RESIDENTS.id,
    C_BACKS.id: R_GULL.id, C_TARGET.id: R_FERRYMEN.id, C_WALL.id: R_SANDBANK.id,
}  # fmt: skip
WHERE = {a.id: a for a in (TIDEWIRE, GULL, SANDBANK)}


def answer(
    text: str, claims: tuple[Claim, ...], roots: tuple[Root, ...], *, admits: tuple[Claim, ...] = ()
) -> Answer:
    """An answer by its claims."""
    return Answer(
        text=text,
        claims=tuple(c.id for c in claims),
        roots=tuple(r.id for r in roots),
        sides=tuple(dict.fromkeys(r.side for r in roots if r.side)),
        evidence=tuple(span(WHERE[c.article], c.text) for c in claims),
        against_interest=tuple(c.id for c in admits),
    )


def question(kind: QuestionKind, text: str, standing: Standing, why: str, *answers: Answer) -> Question:
    """A question by its answers."""
    return Question(
        id=fingerprint("question", text), kind=kind, text=text, standing=standing, why=(why,), answers=answers
    )


QUESTIONS = (
    question(
        "figure", "How many people were killed at the ferry landing?", "disputed",
        "“At least 12” and “31” are counts of the same dead by different roots",
        answer("at least 12", (C_TOLL, C_COPY), (R_HOSPITAL,)), answer("31", (C_RIVAL,), (R_FRONT,)),
    ),
    question(
        "responsibility", "Who is blamed for the blast?", "disputed",
        "the council names the Northern Front, the Northern Front names the council",
        answer("the Northern Front", (C_BLAME, C_ADMIT), (R_COUNCIL, R_FRONT), admits=(C_ADMIT,)),
        answer("the council's own patrol boat", (C_SHELLED, C_DENY), (R_FRONT,)),
    ),
    question(
        "occurrence", "Were drones above the pier?", "single_source", "one root: residents",
        answer("two drones had circled", (C_DRONES,), (R_RESIDENTS,)),
    ),
)  # fmt: skip


def figure(
    where: Article, made: Claim, words: str, low: float | None, high: float | None, claimant: str
) -> Figure:
    """A toll of the blast."""
    start, end = at(where, words)
    return Figure(
        id=fingerprint("figure", made.id), claim=made.id, article=where.id, start=start, end=end, text=words,
        low=low, high=high, best=high, counted="killed", population="people", place="Karsava", period=None,
        scope="incident", when="2031-03-04", claimant=claimant,
    )  # fmt: skip


def actor(id_: str, name: str, kind: str, side: str | None, *mentions: Span) -> Actor:
    """An actor by its name."""
    labels = tuple(dict.fromkeys(m.text for m in mentions))
    return Actor(id=id_, name=name, kind=kind, side=side, labels=labels, mentions=mentions)  # type: ignore[arg-type]


def label(who: str, where: Article, words: str, said: Statement | None) -> Label:
    """A label by its words."""
    start, end = at(where, words)
    return Label(
        actor=who, text=words, article=where.id, start=start, end=end, statement=said.id if said else None
    )


def place(where: Article, words: str, made: Claim) -> PlaceMention:
    """Karsava, which lies nowhere."""
    start, end = at(where, words)
    return PlaceMention(
        claim=made.id, article=where.id, start=start, end=end, text=words, name=words, latitude=57.51,
        longitude=22.25, gazetteer_id=None, precision="exact", basis="invented",
    )  # fmt: skip


def event(where: Article, made: Claim, words: str, status: Status) -> Event:
    """The blast."""
    start, end = at(where, words)
    return Event(
        id=fingerprint("event", made.id), claim=made.id, article=where.id, start=start, end=end,
        trigger="blast", event_type="Explosions/Remote violence",
        sub_event_type="Remote explosive/landmine/IED", participants=(),
        place="Karsava", date="2031-03-04", status=status,
    )  # fmt: skip


BACKS = span(GULL, "The island of Velm backs the Northern Front")

DOSSIER = Dossier(
    story=Story(
        id=fingerprint("story", "ferry"), title="Blast at Karsava ferry landing",
        articles=(TIDEWIRE.id, GULL.id, SANDBANK.id), why=("all tell of the ferry landing",),
    ),
    articles=(TIDEWIRE, GULL, SANDBANK),
    actors=(
        actor(COUNCIL, "Harbour Council", "government", SIDE_COUNCIL, span(TIDEWIRE, "The Harbour Council")),
        actor(FRONT, "Northern Front", "armed_group", SIDE_FRONT, span(TIDEWIRE, "bandits")),
        actor(HOSPITAL, "the port hospital", "organisation", None, span(TIDEWIRE, "the port hospital")),
        actor(RESIDENTS, "residents", "population", None, span(TIDEWIRE, "Residents")),
        actor(SPOKESMAN, "Northern Front spokesman", "unnamed", SIDE_FRONT,
              span(GULL, "A Northern Front spokesman")),
        actor(VELM, "Velm", "state", None, span(GULL, "The island of Velm")),
        actor(FERRYMEN, "the ferrymen", "population", None, span(SANDBANK, "the ferrymen")),
    ),
    sides=(
        Side(id=SIDE_COUNCIL, name="Harbour Council", actors=(COUNCIL,), basis=()),
        Side(
            id=SIDE_FRONT, name="Northern Front", actors=(FRONT, SPOKESMAN),
            basis=(span(GULL, "A Northern Front spokesman"),),
        ),
    ),
    statements=(
        S_TOLL, S_BLAME, S_CALLS, S_DENY, S_DRONES, S_COPY, S_RIVAL, S_SHELLED, S_ADMIT, S_TARGET,
    ),
    claims=(
        C_TOLL, C_BLAME, C_DENY, C_DRONES, C_COPY, C_RIVAL, C_SHELLED, C_ADMIT, C_BACKS, C_TARGET, C_WALL,
    ),
    figures=(
        figure(TIDEWIRE, C_TOLL, "At least 12", 12.0, None, HOSPITAL),
        figure(GULL, C_COPY, "At least 12", 12.0, None, HOSPITAL),
        figure(GULL, C_RIVAL, "31", 31.0, 31.0, SPOKESMAN),
    ),
    dates=(
        DateMention(
            claim=C_TOLL.id, article=TIDEWIRE.id, start=at(TIDEWIRE, "Tuesday")[0],
            end=at(TIDEWIRE, "Tuesday")[1],
            text="Tuesday", value="2031-03-04", precision="day", basis="the Tuesday of publication",
        ),
    ),
    places=(place(TIDEWIRE, "Karsava", C_TOLL), place(GULL, "Karsava", C_COPY)),
    events=(event(TIDEWIRE, C_TOLL, "a blast", "asserted"), event(GULL, C_SHELLED, "shelled", "alleged")),
    reasons=(),
    labels=(
        label(FRONT, TIDEWIRE, "The Northern Front", None),
        label(FRONT, TIDEWIRE, "bandits", S_CALLS),
        label(COUNCIL, TIDEWIRE, "The Harbour Council", None),
    ),
    relations=(
        Relation(
            predicate="backs", claim=C_BACKS.id, article=GULL.id, start=BACKS.start, end=BACKS.end,
            subject_at=at(GULL, "The island of Velm"), object_at=at(GULL, "the Northern Front."),
            subject=VELM, object=FRONT,
        ),
    ),
    lineage=(
        Lineage(
            kind="passage", articles=(TIDEWIRE.id, GULL.id), spans=(span(TIDEWIRE, TOLL), span(GULL, TOLL)),
            root=R_HOSPITAL.id, why="96 characters in common, in the same order",
        ),
    ),
    roots=(R_HOSPITAL, R_FRONT, R_COUNCIL, R_RESIDENTS, R_GULL, R_SANDBANK, R_FERRYMEN),
    root_of=ROOT_OF,
    questions=QUESTIONS,
    rejections=(Rejection(file="scan.pdf", stage="admit", reason="the file holds pictures and no text"),),
    run=Run(
        version="0.0.0",
        models=(ModelUse(name="invented-parser", revision="1", sha256="0" * 64, licence="Apache-2.0"),),
        settings=(("vague", "none"), ("one_story", "true")),
    ),
)  # fmt: skip
"""Three accounts of one blast: a shared passage, a rival toll, a denial, an admission, a hop, an op-ed."""
