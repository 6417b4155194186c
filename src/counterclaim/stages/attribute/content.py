"""The words that an attributing verb puts into somebody's mouth."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.records import Extent
from counterclaim.stages.attribute.cues import RELATIVE, Frames, Subject
from counterclaim.stages.attribute.quotes import quotes_in
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

DASHES = frozenset({"–", "—", "--"})
CONTRASTING = frozenset({"while", "whereas", "although", "though"})
COMPLEMENTS = frozenset(
    {"dobj", "oprd", "attr", "prep", "xcomp", "ccomp", "advcl", "pcomp", "acomp", "dative", "appos", "dep"}
)
POINTING = frozenset({"this", "these", "that", "those"})
CLAUSES = ("ccomp", "parataxis")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a verb attributes, in which frame, and the token range it covers."""

    extents: tuple[Extent, ...]
    frame: str
    preposition: int | None = None


def content_of(tree: Tree, verb: int, subject: Subject, frames: Frames, acts: ActWords) -> Content | None:
    """The content of a verb by its syntax alone; None if there is none."""
    if subject.passive and subject.head is None:
        return _passive(tree, verb, subject, frames, acts)
    for read in (_adjacent, _passive, _clause, _label, _infinitive, _object, _prepositional):
        content = read(tree, verb, subject, frames, acts)
        if content is not None and content.extents:
            return content
    return None


def _clause(tree: Tree, verb: int, subject: Subject, frames: Frames, acts: ActWords) -> Content | None:
    if "clause" not in frames:
        return None
    clauses = tree.kids(verb, "ccomp")
    if clauses:
        top = max(clauses, key=lambda c: tree.right[c] - tree.left[c])
        if (
            tree.tokens[top].tag == "VB"
            and not any(tree.tokens[k].dep == "mark" for k in tree.children[top])
            and "infinitive" in frames
        ):
            return Content(extents=clause_pieces(tree, top, verb, subject, acts), frame="infinitive")
        pieces = clause_pieces(tree, top, verb, subject, acts)
        if _spare_subject(tree, verb, top, subject):
            pieces = tuple(tree.pieces(tree.left[top], subject.first - 1, ()))
        stranded = _stranded_subject(tree, verb, top)
        if stranded is not None:
            pieces = tuple(
                tree.pieces(
                    tree.left[stranded], tree.right[top], continuations(tree, top, tree.right[top], acts)
                )
            )
        return Content(extents=pieces, frame="clause")
    token = tree.tokens[verb]
    if token.dep == "parataxis" and token.head != verb:
        return Content(extents=clause_pieces(tree, token.head, verb, subject, acts), frame="clause")
    return None


def _spare_subject(tree: Tree, verb: int, top: int, subject: Subject) -> bool:
    """Whether the cue was given a second subject, which belongs to the clause before: a lost comma."""
    if subject.head is None or subject.inherited or not top < subject.first < verb:
        return False
    return any(
        k != subject.head and tree.right[top] < tree.left[k] and tree.right[k] < subject.first
        for k in tree.kids(verb, "nsubj")
    )


def _stranded_subject(tree: Tree, verb: int, top: int) -> int | None:
    """The subject of a clause that was taken for the object of its cue: "denied its planes were there"."""
    if tree.kids(top, "nsubj", "nsubjpass", "expl", "mark") or tree.lemma(verb) in (
        "tell",
        "ask",
        "remind",
        "inform",
    ):
        return None
    finite = tree.tokens[top].tag in ("VBD", "VBZ", "VBP") or tree.kids(top, "aux", "auxpass")
    objects = [o for o in tree.kids(verb, "dobj") if verb < o and tree.right[o] + 1 == tree.left[top]]
    return objects[0] if objects and finite else None


def clause_pieces(tree: Tree, top: int, verb: int, subject: Subject, acts: ActWords) -> tuple[Extent, ...]:
    """The words under a clause's head, less those of the verb that attributes it."""
    first, last = tree.left[top], tree.right[top]
    without: list[tuple[int, int]] = []
    if tree.under(verb, top):
        without.append((tree.left[verb], tree.right[verb]))
    elif first < verb < last:
        start = min(subject.first, verb) if subject.head is not None else verb
        end = max(subject.last, verb) if subject.head is not None else verb
        for kid in tree.children[verb]:
            if (
                tree.tokens[kid].dep in ("aux", "neg", "prt", "npadvmod", "prep", "dative", "advmod")
                and first < kid < last
            ):
                start, end = min(start, tree.left[kid]), max(end, tree.right[kid])
        without.append((start, end))
    without.extend(continuations(tree, top, last, acts))
    return tuple(tree.pieces(first, last, without))


def continuations(tree: Tree, top: int, last: int, acts: ActWords) -> list[tuple[int, int]]:
    """Where the outer speaker goes on, or another begins: "… adding that …", "… while B denied …"."""
    for i in range(top + 1, last + 1):
        if goes_on(tree, i, acts):
            return [(min(tree.left[i], i), last)]
        if tree.tokens[i].text in DASHES and any(
            tree.low(j) in CONTRASTING for j in range(i + 1, min(i + 3, last))
        ):
            return [(i, last)]
        if tree.low(i) in CONTRASTING and tree.tokens[i].dep == "mark":
            verb = tree.tokens[i].head
            if tree.lemma(verb) in acts.verbs and tree.kids(verb, "nsubj") and tree.tokens[verb].tag == "VBD":
                return [(i, last)]
    return []


def goes_on(tree: Tree, i: int, acts: ActWords) -> bool:
    """Whether a participle goes on with what the speaker of the whole sentence says."""
    token = tree.tokens[i]
    if token.tag != "VBG" or token.dep not in ("advcl", "acl", "prep", "pcomp", "xcomp", "conj"):
        return False
    lemma = tree.lemma(i)
    if lemma == "add":
        return bool(tree.kids(i, "ccomp"))
    if lemma not in acts.continuing or token.dep not in ("advcl", "acl"):
        return False
    if lemma == "say":
        return tree.tokens[token.head].dep != "nsubj" and bool(tree.kids(i, "ccomp"))
    return token.dep == "advcl" and tree.lemma(token.head) not in acts.verbs and token.head < i


def _passive(tree: Tree, verb: int, subject: Subject, frames: Frames, acts: ActWords) -> Content | None:
    if not subject.passive:
        return None
    patient = subject.patient
    if "clause" in frames and (clauses := tree.kids(verb, "ccomp")):
        return Content(extents=clause_pieces(tree, clauses[0], verb, subject, acts), frame="clause")
    rest = _after(tree, verb, ("xcomp", "oprd", "prep", "attr", "acomp", "agent"))
    frame = next((f for f in ("object", "label", "infinitive", "clause") if f in frames), None)
    if frame == "label" and subject.head is None:
        return None
    if patient is None or frame is None:
        return None
    if frame in ("clause", "infinitive") and not (
        tree.kids(verb, "xcomp") and tree.lemma(verb) in acts.passive_infinitive
    ):
        return None
    if tree.low(patient) in RELATIVE or tree.lemma(verb) in acts.passing_on:
        return None
    if tree.low(patient) in ("it", "that", "this", "which", "what", "who") and not rest:
        return None
    extents = [
        e
        for e in (
            tree.trimmed(
                tree.left[patient],
                min(tree.right[patient], verb - 1) if patient < verb else tree.right[patient],
            ),
        )
        if e
    ]
    if rest is not None:
        extents.extend(tree.pieces(rest[0], rest[1], _agents(tree, verb)))
    return Content(extents=tuple(extents), frame=frame)


def _agents(tree: Tree, verb: int) -> list[tuple[int, int]]:
    """The token ranges of "by X", without the charge that was taken for a part of X."""
    found = []
    for agent in tree.kids(verb, "agent"):
        charges = [p for k in tree.kids(agent, "pobj") for p in tree.kids(k, "prep") if tree.kids(p, "pcomp")]
        found.append((tree.left[agent], min([tree.right[agent], *(c - 1 for c in charges)])))
    return found


def _label(tree: Tree, verb: int, subject: Subject, frames: Frames, acts: ActWords) -> Content | None:
    if "label" not in frames or not (tree.kids(verb, "oprd", "ccomp", "xcomp") or _as(tree, verb)):
        return None
    span = _after(tree, verb, COMPLEMENTS)
    return (
        Content(extents=tuple(tree.pieces(*span, continuations(tree, *span, acts))), frame="label")
        if span
        else None
    )


def _as(tree: Tree, verb: int) -> bool:
    heads = (verb, *tree.kids(verb, "dobj"))
    return any(tree.low(p) == "as" for head in heads for p in tree.kids(head, "prep"))


def _infinitive(tree: Tree, verb: int, subject: Subject, frames: Frames, acts: ActWords) -> Content | None:
    if "infinitive" not in frames or not tree.kids(verb, "xcomp", "ccomp"):
        return None
    deps = ("xcomp", "ccomp", "dobj") if tree.lemma(verb) != "tell" else ("xcomp",)
    span = _after(tree, verb, deps)
    return (
        Content(extents=tuple(tree.pieces(*span, continuations(tree, *span, acts))), frame="infinitive")
        if span
        else None
    )


def _object(tree: Tree, verb: int, subject: Subject, frames: Frames, acts: ActWords) -> Content | None:
    objects = tree.kids(verb, "dobj", "oprd")
    toll = any(tree.lemma(o) in acts.tolls for o in objects) and tree.lemma(verb) in acts.counting
    if (
        not ("object" in frames or toll)
        or not objects
        or any(tree.lemma(o) in acts.not_said for o in objects)
        or (
            "deny" not in {c.act for c in frames.values()}
            and all(_bare_words(tree, o, acts) for o in objects)
        )
        or (tree.lemma(verb) in acts.turning_down and all(tree.lemma(o) in acts.proposals for o in objects))
    ):
        return None
    span = _after(tree, verb, COMPLEMENTS)
    if span and toll:
        further = [
            k for k in tree.kids(verb, "conj") if tree.tokens[k].pos != "VERB" and not tree.kids(k, "aux")
        ]
        span = (span[0], max([span[1], *(tree.right[k] for k in further if k == further[0])]))
    return (
        Content(extents=tuple(tree.pieces(*span, continuations(tree, *span, acts))), frame="object")
        if span
        else None
    )


def _bare_words(tree: Tree, noun: int, acts: ActWords) -> bool:
    """Whether an object only points at words said before: "echoed these claims"."""
    pointing = any(tree.low(k) in POINTING for k in tree.kids(noun, "det"))
    return pointing and tree.lemma(noun) in acts.nouns and len(tree.children[noun]) == 1


def _adjacent(tree: Tree, verb: int, subject: Subject, frames: Frames, acts: ActWords) -> Content | None:
    """Read "called on X to Y": the preposition right behind the verb leads."""
    if subject.passive or tree.kids(verb, "dobj", "ccomp"):
        return None
    content = _prepositional(tree, verb, subject, frames, acts)
    return (
        content if content and content.preposition is not None and content.preposition - verb <= 1 else None
    )


def _prepositional(tree: Tree, verb: int, subject: Subject, frames: Frames, acts: ActWords) -> Content | None:
    for preposition in tree.kids(verb, "prep"):
        word = tree.low(preposition)
        if word in frames and preposition > verb and tree.right[preposition] > preposition:
            ends = [
                tree.right[k]
                for k in tree.kids(verb, "xcomp", "advcl")
                if k > preposition and _infinitival(tree, k)
            ]
            last = max([tree.right[preposition], *ends])
            pieces = tree.pieces(preposition + 1, last, continuations(tree, preposition, last, acts))
            return Content(extents=tuple(pieces), frame=word, preposition=preposition)
    return None


def _infinitival(tree: Tree, verb: int) -> bool:
    return any(tree.low(k) == "to" for k in tree.kids(verb, "aux"))


def _after(tree: Tree, verb: int, deps: Sequence[str] | frozenset[str]) -> tuple[int, int] | None:
    """The token range of the complements behind a verb, up to a clause set off by a comma."""
    first: int | None = None
    last = verb
    for kid in sorted(tree.children[verb]):
        if kid < verb:
            continue
        dep = tree.tokens[kid].dep
        if (
            first is not None
            and dep == "punct"
            and tree.tokens[kid].text in (",", ";", ":", "—", "–")
            and kid > last
        ):
            later = [
                k for k in tree.children[verb] if k > kid and tree.tokens[k].dep in ("dobj", "oprd", "prep")
            ]
            if not any(
                tree.tokens[k].dep in ("dobj", "oprd") or tree.low(k) in ("of", "for", "as") for k in later
            ):
                break
        if dep in ("conj", "cc") and first is not None:
            break
        if dep in deps:
            if (
                first is None
                and dep == "advcl"
                and not any(
                    tree.tokens[k].dep in ("dobj", "oprd", "xcomp", "ccomp") and k > kid
                    for k in tree.children[verb]
                )
            ):
                continue
            if first is None:
                first = tree.left[kid] if tree.left[kid] > verb else kid
            last = max(last, tree.right[kid])
    return (first, last) if first is not None else None


def with_quotes(
    text: str, extents: Sequence[Extent], quotes: Sequence[Extent], around: Extent
) -> tuple[Extent, ...]:
    """Content widened to the whole of each quote that it shares most of its words or of the quote's with.

    `around`: source and cue together; a quote that holds them is not widened to.
    """
    widened = list(extents)
    for start, end in extents:
        for quote in quotes_in(quotes, start, end):
            if quote[0] <= around[0] and around[1] <= quote[1]:
                continue
            shared = min(end, quote[1]) - max(start, quote[0])
            if shared * 2 > end - start or shared * 2 > quote[1] - quote[0]:
                widened.append(quote)
    return joined(text, widened)


def joined(text: str, extents: Sequence[Extent]) -> tuple[Extent, ...]:
    """Extents in order, those that touch or overlap made one."""
    found: list[Extent] = []
    for start, end in sorted(extents):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def less(extents: Sequence[Extent], gone: Sequence[Extent]) -> tuple[Extent, ...]:
    """Extents without the characters of others."""
    left = list(extents)
    for start, end in gone:
        left = [
            piece for s, e in left for piece in ((s, min(e, start)), (max(s, end), e)) if piece[0] < piece[1]
        ]
    return tuple(left)


def tidy(text: str, extents: Sequence[Extent]) -> tuple[Extent, ...]:
    """Extents without white space and marks at their edges; empty ones are dropped."""
    kept = []
    for start, end in extents:
        while start < end and (text[start].isspace() or text[start] in ",;:.-–—"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-–—"):
            end -= 1
        if any(ch.isalnum() for ch in text[start:end]):
            kept.append((start, end))
    return joined(text, kept)
