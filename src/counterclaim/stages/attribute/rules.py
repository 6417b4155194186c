"""Attributions by rules over dependencies, with the cues of the lexicon."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.records import Article, Attribution, Extent, Parse
from counterclaim.stages.attribute.beside import with_denials_beside
from counterclaim.stages.attribute.content import content_of, less, tidy, with_quotes
from counterclaim.stages.attribute.cues import (
    NOBODY,
    OWN_PERSONS,
    Subject,
    can_speak,
    cue_extents,
    frames_of,
    subject_of,
)
from counterclaim.stages.attribute.headlines import headline_sources
from counterclaim.stages.attribute.listed import listed
from counterclaim.stages.attribute.loose import loose_content, loose_source, trailing_clause
from counterclaim.stages.attribute.lost import lost_commas
from counterclaim.stages.attribute.manner import without_clauses
from counterclaim.stages.attribute.nouns import merged_nouns
from counterclaim.stages.attribute.others import ATTITUDES, colon_cues, preposition_cues
from counterclaim.stages.attribute.quotes import find_quotes, quote_at
from counterclaim.stages.attribute.running import run_on
from counterclaim.stages.attribute.signed import signed
from counterclaim.stages.attribute.tree import Tree
from counterclaim.stages.attribute.untangle import Hit, untangle
from counterclaim.values.acts import ActWords

OPEN_FRAMES = frozenset(
    {"infinitive", "object", "label", "of", "for", "on", "upon", "about", "to", "at", "against"}
)
MUTED_BY_NO = frozenset({"say", "report", "announce", "claim_responsibility", "warn", "accuse"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTagger:
    """The `Tagger` that needs no weights."""

    acts: ActWords

    def __call__(self, article: Article, parse: Parse) -> tuple[Attribution, ...]:
        """Find the attributions of an article, in order of the content's start."""
        tree = Tree(article.text, parse)
        quotes = find_quotes(article)
        hits = list(verb_cues(tree, quotes, self.acts))
        recovered = list(lost_commas(tree, quotes, hits, self.acts))
        again = {h.at for h in recovered}
        hits = [h for h in hits if h.at not in again] + recovered
        hits = merged_nouns(tree, hits, self.acts)
        by_way = list(preposition_cues(tree, quotes, self.acts))
        found = untangle(tree, [set_apart(tree, h, by_way) for h in hits])
        found.extend(by_way)
        found.extend(colon_cues(article, tree, quotes, found, self.acts))
        found.extend(list(signed(article, quotes, found)))
        found.extend(list(listed(article, tree, found, self.acts)))
        found = with_cited(tree, found, self.acts)
        found = with_denials_beside(tree, found, self.acts)
        found.extend(list(headline_sources(article, tree, found, self.acts)))
        return in_order(run_on(article, quotes, found))


def in_order(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """By the content's start, once each; the whole before its parts."""
    unique = sorted(set(found), key=lambda a: (a.content[0][0], -a.content[-1][1], a.cue, a.source))
    return tuple(unique)


def with_cited(tree: Tree, found: Sequence[Attribution], acts: ActWords) -> list[Attribution]:
    """Add whom "citing a medical source" names: the same content is that source's."""
    kept = list(found)
    for verb, token in enumerate(tree.tokens):
        if token.tag != "VBG" or tree.lemma(verb) not in acts.passing_on:
            continue
        named = next((o for o in tree.kids(verb, "dobj") if can_speak(tree, o, acts)), None)
        if named is None or tree.lemma(named) in acts.nouns:
            continue
        start, end = (tree.tokens[i].start for i in (tree.sentence(verb)[0], tree.sentence(verb)[1] - 1))
        near = [
            a
            for a in kept
            if a.cue and start <= a.cue[0][0] <= end and a.source and a.cue[0][0] != token.start
        ]
        near = [a for a in near if not any(s <= token.start < e for s, e in a.content)] or near
        if not near:
            continue
        citing = min(near, key=lambda a: abs(a.cue[0][0] - token.start))
        source = tree.trimmed(tree.left[named], without_clauses(tree, named))
        cue = cue_extents(tree, verb)
        gone = (*cue, *((source,) if source else ()))
        kept = [a for a in kept if a.cue != cue]
        content = tidy(tree.text, less(citing.content, gone))
        if source is None or not content:
            continue
        if citing in kept:
            behind = ((cue[0][0], max(e for _, e in gone)),)
            own = tidy(tree.text, less(citing.source, behind)) or citing.source
            kept[kept.index(citing)] = Attribution(source=own, cue=citing.cue, content=content)
        kept.append(Attribution(source=(source,), cue=cue, content=content))
    return kept


def set_apart(tree: Tree, hit: Hit, by_way: Sequence[Attribution]) -> Hit:
    """What is condemned or praised, without the words that the sentence gives to another source."""
    if hit.act not in ATTITUDES:
        return hit
    content = hit.attribution.content
    for other in by_way:
        start, end = other.content[0][0], max(e for _, e in (*other.content, *other.source))
        if any(s < start and end <= e for s, e in content):
            content = tidy(tree.text, less(content, ((start, end),)))
    if not content or content == hit.attribution.content:
        return hit
    return replace(hit, attribution=replace(hit.attribution, content=content))


def verb_cues(tree: Tree, quotes: Sequence[Extent], acts: ActWords) -> Iterator[Hit]:
    """Attributions by verbs: "said", "accused", "vowed to", "called for"."""
    for verb in range(len(tree.tokens)):
        frames = frames_of(tree, verb, acts)
        if not frames:
            continue
        subject = subject_of(tree, verb, acts)
        if subject is None:
            continue
        inside = quote_at(quotes, tree.tokens[verb].start)
        speaker = subject.head
        if speaker is not None and tree.low(speaker) in OWN_PERSONS:
            continue
        if inside is not None and (speaker is None or tree.low(speaker) in OWN_PERSONS):
            continue
        if inside is not None and quote_at(quotes, tree.tokens[speaker or verb].start) is not None:
            continue
        hit = _by_verb(tree, quotes, acts, verb, subject)
        if hit is not None and hit.attribution.content:
            yield hit


def _by_verb(tree: Tree, quotes: Sequence[Extent], acts: ActWords, verb: int, subject: Subject) -> Hit | None:
    frames = frames_of(tree, verb, acts)
    content = content_of(tree, verb, subject, frames, acts)
    cue = cue_extents(tree, verb, preposition=content.preposition if content else None)
    source = _source(tree, subject)
    around = (min(e[0] for e in (*cue, *source)), max(e[1] for e in (*cue, *source)))
    speech = "clause" in frames and frames["clause"].act not in ("believe",)
    extents: tuple[Extent, ...] = content.extents if content else ()
    frame = content.frame if content else "clause"
    if not extents or content is None or frame != "clause":
        spoken = speech and (content is None or frames[frame].act in ("say", "report", "ask", "warn"))
        loose = loose_content(tree, quotes, verb, subject, around) if spoken else ()
        if loose and not all(any(s <= a and b <= e for s, e in extents) for a, b in loose):
            extents, frame = loose, "clause"
        elif not extents and speech:
            extents = trailing_clause(tree, verb, subject, acts)
    if not source and not subject.passive:
        source = loose_source(tree, verb, extents)
        if not source:
            return None
        subject = Subject(head=subject.head, first=subject.first, last=subject.last, inherited=True)
    if not extents or _unsaid(tree, verb, frames[frame].act if frame in frames else "say", acts):
        return None
    if not _speaks(tree, verb, subject, frame, acts):
        return None
    extents = with_quotes(tree.text, extents, quotes, around)
    extents = less(extents, (*cue, *source)) if not subject.inherited else less(extents, cue)
    act = frames[frame].act if frame in frames else "say"
    attribution = Attribution(source=source, cue=cue, content=tidy(tree.text, extents))
    return Hit(attribution=attribution, act=act, frame=frame, at=verb)


def _source(tree: Tree, subject: Subject) -> tuple[Extent, ...]:
    if subject.head is None:
        return ()
    extent = tree.trimmed(subject.first, subject.last)
    return (extent,) if extent else ()


def _speaks(tree: Tree, verb: int, subject: Subject, frame: str, acts: ActWords) -> bool:
    lemma = tree.lemma(verb)
    if subject.head is None:
        return subject.passive or frame == "clause"
    low = tree.low(subject.head)
    if low in ("which", "that") and tree.tokens[verb].dep == "relcl" and tree.tokens[verb].head != verb:
        return can_speak(tree, tree.tokens[verb].head, acts)
    if low in (
        "that",
        "this",
        "which",
        "what",
        "there",
        "these",
        "nobody",
        "none",
        "neither",
        "nothing",
        "whatever",
    ):
        return False
    if any(tree.low(k) == "no" for k in tree.kids(subject.head, "det")):
        return False
    if low == "it":
        return lemma in acts.document_verbs or frame != "clause" or lemma in ("deny", "accuse", "blame")
    if frame in OPEN_FRAMES or lemma not in (
        "say",
        "tell",
        "add",
        "ask",
        "write",
        "tweet",
        "announce",
        "claim",
    ):
        return can_speak(tree, subject.head, acts) or subject.passive
    return True


def _unsaid(tree: Tree, verb: int, act: str, acts: ActWords) -> bool:
    """Whether the sentence says that the thing was not said, or only might be."""
    if tree.kids(verb, "neg") and act in MUTED_BY_NO:
        return True
    if tree.lemma(verb) in ("decline", "refuse"):
        return any(tree.lemma(x) in acts.mute for x in tree.kids(verb, "xcomp"))
    return any(tree.low(m) in ("if", "whether", "unless") for m in tree.kids(verb, "mark"))


__all__ = ["NOBODY", "RuleTagger", "in_order", "verb_cues"]
