"""Articles, readings and casts made by hand, for the stages that see many articles."""

from collections.abc import Iterable, Sequence

from counterclaim.records import Act, Actor, Article, Cast, Claim, Hop, Part, Reading, Side, Statement


def article(
    name: str,
    text: str,
    *,
    outlet: str | None = None,
    published: str | None = None,
    credits: Sequence[str] = (),
    title: str | None = None,
    byline: str | None = None,
) -> Article:
    """An article of one body part."""
    return Article(
        id=name,
        file=f"{name}.txt",
        sha256=name,
        title=title,
        outlet=outlet,
        byline=byline,
        published=published,
        published_basis=None,
        url=None,
        genre="report",
        language="en",
        text=text,
        credits=tuple(credits),
        parts=(Part(kind="body", start=0, end=len(text)),) if text else (),
    )


def claim(of: Article, words: str, *, statement: Statement | None = None) -> Claim:
    """A claim of an article, at the first place of its words."""
    start = of.text.index(words)
    span = (start, start + len(words))
    return Claim(
        id=f"c-{of.id}-{start}",
        article=of.id,
        spans=(span,),
        statement=statement.id if statement else None,
        text=words,
        negated=False,
        status="asserted",
        sentence=span,
    )


def statement(
    of: Article,
    source: str,
    cue: str,
    words: str,
    *,
    speaker: Actor | None,
    hops: Iterable[Actor] = (),
    act: Act = "say",
    anonymous: bool = False,
) -> Statement:
    """A statement of an article, each part at the first place of its words."""

    def at(piece: str) -> tuple[int, int]:
        start = of.text.index(piece)
        return start, start + len(piece)

    return Statement(
        id=f"s-{of.id}-{at(words)[0]}",
        article=of.id,
        source=(at(source),) if source else (),
        cue=(at(cue),),
        content=(at(words),),
        kind="indirect",
        act=act,
        hedged=False,
        speaker_name=source or None,
        speaker_at=at(source) if source else None,
        anonymous=anonymous,
        hops=tuple(
            Hop(source=(at(h.name),), cue=(), speaker_name=h.name, speaker_at=at(h.name), speaker=h.id)
            for h in hops
        ),
        speaker=speaker.id if speaker else None,
    )


def reading(of: Article, *, statements: Sequence[Statement] = (), claims: Sequence[Claim] = ()) -> Reading:
    """A reading that holds statements and claims only."""
    return Reading(
        article=of,
        statements=tuple(statements),
        mentions=(),
        claims=tuple(claims),
        figures=(),
        dates=(),
        places=(),
        events=(),
        reasons=(),
        relations=(),
    )


def cast(readings: Sequence[Reading], actors: Sequence[Actor] = (), sides: Sequence[Side] = ()) -> Cast:
    """A cast without labels and relations."""
    return Cast(readings=tuple(readings), actors=tuple(actors), sides=tuple(sides), labels=(), relations=())
