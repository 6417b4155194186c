"""Mentions of an article: who is named, described or stood for, and which are the same."""

from counterclaim.records import Article, Mention, Parse
from counterclaim.values.names.coreference import link
from counterclaim.values.names.drafts import find_drafts
from counterclaim.values.names.words import NameWords


def read_mentions(article: Article, parse: Parse, *, words: NameWords) -> tuple[Mention, ...]:
    """Read the mentions of actors, sorted by (start, end).

    A mention covers its noun phrase without relative clauses and appositions; `head` covers the name,
    or the head noun. `entity` is the OntoNotes type that fits: PERSON, ORG, GPE, NORP, or "" for a
    pronoun that may be any. Mentions of one `chain` number are the same actor within the article; the
    numbers follow the order of first mentions. Statements are not known yet: `statement` is None.
    """
    drafts = find_drafts(article, parse, words=words)
    chains = link(article, parse, drafts, words=words)
    return tuple(
        Mention(
            article=article.id,
            start=parse.tokens[draft.start].start,
            end=parse.tokens[draft.end - 1].end,
            head=draft.head_extent,
            text=draft.text,
            kind=draft.kind,
            entity=draft.entity,
            plural=draft.plural,
            chain=chain,
        )
        for draft, chain in zip(drafts, chains, strict=True)
    )
