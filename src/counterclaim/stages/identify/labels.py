"""What actors are called, where, and whose words it is."""

from collections.abc import Mapping, Sequence

from counterclaim.records import Extent, Label, Mention, Reading
from counterclaim.stages.identify.cast import Draft, bare, tidy
from counterclaim.stages.identify.keys import head_text
from counterclaim.values.names import NameWords, singular


def innermost(reading: Reading) -> list[tuple[int, int, str]]:
    """Return the content extents of an article's statements with their ids, shortest first."""
    found = [(b, e, s.id) for s in reading.statements for b, e in s.content]
    return sorted(found, key=lambda f: (f[1] - f[0], f))


def statement_of(mention: Mention, contents: Sequence[tuple[int, int, str]]) -> str | None:
    """Return the innermost statement whose content holds a mention; None is the article's own voice."""
    for begin, end, statement in contents:
        if begin <= mention.start and mention.end <= end:
            return statement
    return mention.statement


def trimmed(mention: Mention) -> Extent:
    """The extent of a mention without the marks around it and without a possessive."""
    text = mention.text
    bare_text = text.strip(MARKS)
    start = mention.start + (text.find(bare_text) if bare_text else 0)
    end = start + len(bare_text)
    return start, end - 2 if bare_text.endswith(("'s", "’s")) else end


MARKS = "\"“”‘’'.,;: \n\t"
"""What may stand around a name and is no part of it."""


def read_labels(
    drafts: Sequence[Draft], readings: Mapping[str, Reading], *, words: NameWords
) -> tuple[Label, ...]:
    """List each distinct label of each actor by article and by whose words it is, where it first stands.

    What an actor owns ("Russian warplanes") is no label of it.
    """
    contents = {article: innermost(r) for article, r in readings.items()}
    found: dict[tuple[str, str, str, str | None], Label] = {}
    for draft in drafts:
        for m in draft.mentions:
            if m.kind == "pronoun" or (m.kind == "nominal" and singular(head_text(m)) in words.machines):
                continue
            statement = statement_of(m, contents[m.article])
            start, end = trimmed(m)
            text = readings[m.article].article.text[start:end]
            key = (draft.id, bare(tidy(text)), m.article, statement)
            if text and key not in found:
                found[key] = Label(
                    actor=draft.id,
                    text=text,
                    article=m.article,
                    start=start,
                    end=end,
                    statement=statement,
                )
    return tuple(
        sorted(found.values(), key=lambda x: (x.article, x.start, x.end, x.actor, x.statement or ""))
    )
