"""Sides: who acts together in the conflict, as far as the texts or the user say so."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from counterclaim.records import Mention, Reading, Relation, Side, Span, Statement, fingerprint
from counterclaim.stages.identify.cast import Draft, spans_of
from counterclaim.stages.identify.keys import described, head_text
from counterclaim.stages.identify.owners import POSSESSIVE
from counterclaim.values.names import NameWords, describe, plain, singular

PARTIES = frozenset({"government", "armed_group"})
"""Kinds that can be the core of a side; a state, a person or a people joins one."""

Edge = tuple[str, str, Span]


def read_sides(
    drafts: Sequence[Draft],
    relations: Sequence[Relation],
    readings: Mapping[str, Reading],
    *,
    words: NameWords,
) -> tuple[Side, ...]:
    """Find the sides of a story.

    Governments and armed groups that are part of or back each other are the cores; whoever else backs or
    belongs to members of one core alone joins it. Who opposes a member is never taken in. A side that a
    user gave an actor stands above all of this.
    """
    by_id = {d.id: d for d in drafts}
    backs, opposes = _edges(relations, readings, by_id)
    allied = {(str(r.subject), str(r.object)) for r in relations if r.predicate == "backs"}
    ruled = _ruled_by(drafts, words)
    composed = _composed(drafts, words, ruled)
    backs += [
        (one, ruled[other], span) for one, other, span in backs if other in ruled and ruled[other] != one
    ]
    backs += composed
    heard = _heard(readings)
    given = {d.id: d.given.side for d in drafts if d.given is not None and d.given.side}
    cores = [d.id for d in drafts if d.kind in PARTIES and d.id not in given and _named_party(d)]
    parent = {c: c for c in cores}

    def find(x: str) -> str:
        while parent[x] != x:
            x = parent[x]
        return x

    basis: dict[str, set[Span]] = defaultdict(set)
    against = {frozenset(o) for o in opposes} | {
        frozenset((ruled.get(one, one), ruled.get(other, other))) for one, other in opposes
    }
    strength: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for subject, obj, span in backs:
        strength[(subject, obj)].append(span)
    order = sorted(strength, key=lambda p: (-len(strength[p]), _place(strength[p]), p))
    for subject, obj in order:
        if subject in parent and obj in parent:
            a, b = find(subject), find(obj)
            if a == b or _hostile(parent, find, a, b, against):
                continue
            if _both_main(by_id, parent, find, a, b):
                continue
            parent[max(a, b)] = min(a, b)
    members: dict[str, set[str]] = defaultdict(set)
    for core in cores:
        members[find(core)].add(core)
    side_of = {m: root for root, ms in members.items() for m in ms}
    for _ in range(3):
        joins: dict[str, set[str]] = defaultdict(set)
        for subject, obj in order:
            if not _can_join(by_id[subject], heard, words):
                continue
            if subject not in side_of and obj in side_of and subject not in given:
                joins[subject].add(side_of[obj])
        for actor in sorted(joins):
            sides = joins[actor]
            if len(sides) == 1:
                root = next(iter(sides))
                if not any(frozenset((actor, m)) in against for m in members[root]):
                    members[root].add(actor)
                    side_of[actor] = root
    for (subject, obj), spans in strength.items():
        if side_of.get(subject) is not None and side_of.get(subject) == side_of.get(obj):
            basis[side_of[subject]].update(spans)
    return tuple(
        sorted(
            [*_of_text(members, basis, by_id, allied), *_of_user(given, by_id)],
            key=lambda s: (s.name, s.id),
        )
    )


def _ruled_by(drafts: Sequence[Draft], words: NameWords) -> dict[str, str]:
    """Return the government of each known ruler of a country: who backs the one backs the other."""
    government = {k.key[1]: d.id for d in drafts for k in d.known if k.key[0] == "government"}
    found = {}
    for d in drafts:
        for k in d.known:
            person = words.family_of.get(plain(k.key[1])) if k.key[0] == "family" else None
            if person is not None and person.kind == "person" and person.country in government:
                found[d.id] = government[person.country]
    return found


def _heard(readings: Mapping[str, Reading]) -> frozenset[str]:
    """Return the actors that speak anywhere in the story."""
    statements = [s for r in readings.values() for s in r.statements]
    return frozenset(a for s in statements for a in (s.speaker, *(h.speaker for h in s.hops)) if a)


def _can_join(draft: Draft, heard: frozenset[str], words: NameWords) -> bool:
    """Tell whether an actor can be a member of a side that it backs or belongs to.

    People at large and people without a name do not act in a conflict, but what they say for a side
    counts as that side's. "Its allies" can join where it is known whose they are.
    """
    if draft.name.split()[0].lower() in POSSESSIVE:
        return False
    if draft.kind in ("population", "unnamed"):
        return draft.id in heard or singular(draft.name.split()[0]) in words.backers
    return True


def _place(spans: Sequence[Span]) -> tuple[str, int]:
    first = min(spans, key=lambda s: (s.article, s.start))
    return (first.article, first.start)


def _named_party(draft: Draft) -> bool:
    return any(
        k.key[0] in ("government", "force", "rebels", "family", "armed", "jihadists") for k in draft.known
    )


def _hostile(parent: Mapping[str, str], find: object, a: str, b: str, against: set[frozenset[str]]) -> bool:
    assert callable(find)
    ours = [x for x in parent if find(x) == a]
    theirs = [x for x in parent if find(x) == b]
    return any(frozenset((x, y)) in against for x in ours for y in theirs)


def _both_main(by_id: Mapping[str, Draft], parent: Mapping[str, str], find: object, a: str, b: str) -> bool:
    """Rebels and the government they fight are never one side, whatever a sentence seems to say."""
    assert callable(find)

    def what(root: str) -> set[str]:
        return {k.key[0] for x in parent if find(x) == root for k in by_id[x].known}

    one, other = what(a), what(b)
    ruling = {"government", "force"}
    return bool(("rebels" in one and ruling & other) or ("rebels" in other and ruling & one))


def _edges(
    relations: Sequence[Relation], readings: Mapping[str, Reading], by_id: Mapping[str, Draft]
) -> tuple[list[Edge], set[tuple[str, str]]]:
    backs: list[Edge] = []
    opposes: set[tuple[str, str]] = set()
    said = {s.id: s for r in readings.values() for s in r.statements}
    for r in relations:
        if r.subject is None or r.object is None or r.subject == r.object:
            continue
        if r.subject not in by_id or r.object not in by_id:
            continue
        if r.statement is not None and _alleged(r, said[r.statement]):
            continue
        if r.predicate in ("backs", "part_of"):
            text = readings[r.article].article.text[r.start : r.end]
            backs.append((r.subject, r.object, Span(article=r.article, start=r.start, end=r.end, text=text)))
        elif r.predicate == "opposes":
            opposes.add((r.subject, r.object))
    return backs, opposes


def _alleged(relation: Relation, statement: Statement) -> bool:
    """Tell whether a relation is what somebody is accused of or denies, not a remark within it."""
    if statement.act not in ("accuse", "deny", "condemn"):
        return False
    return any(0 <= relation.start - begin <= OPENING for begin, _ in statement.content)


OPENING = 12
"""Characters into what is denied or charged within which a relation is itself denied or charged."""


def _composed(drafts: Sequence[Draft], words: NameWords, ruled: Mapping[str, str]) -> list[Edge]:
    """Read who belongs to whom from the make-up of names: "regime forces", "Syrian President X"."""
    government = {k.key[1]: d.id for d in drafts for k in d.known if k.key[0] == "government"}
    state = {k.key[1]: d.id for d in drafts for k in d.known if k.key[0] == "state"}
    rebels = next((d.id for d in drafts if any(k.key[0] == "rebels" for k in d.known)), None)
    family = {k.key[1]: d.id for d in drafts for k in d.known if k.key[0] == "family"}
    found: list[Edge] = []
    possessing = {
        (m.article, m.start): d.id for d in drafts for m in d.mentions if m.text.lower() in POSSESSIVE
    }
    for d in drafts:
        for k in d.known:
            led = words.country_of.get(k.key[1].removesuffix("-led")) if k.key[0] == "coalition" else None
            if led in state:
                found.append((state[led], d.id, spans_of(d.mentions)[0]))
        if d.id in ruled:
            found.append((d.id, ruled[d.id], spans_of(d.mentions)[0]))
        for m in d.mentions:
            lord = possessing.get((m.article, m.start))
            if lord not in (None, d.id) and m.kind == "nominal" and singular(head_text(m)) in words.owned:
                found.append((d.id, str(lord), spans_of([m])[0]))
        owner = next((government.get(k.key[1]) for k in d.known if k.key[0] == "force"), None)
        if owner is not None and owner != d.id:
            found.append((d.id, owner, spans_of(d.mentions)[0]))
            continue
        if d.kind not in ("person", "unnamed", "population", "government", "organisation"):
            continue
        for m in d.mentions:
            target = _belongs(m, words, government, state, rebels, family, person=d.kind == "person")
            if target is not None and target != d.id:
                span = spans_of([m])[0]
                found.append((d.id, target, span))
                break
    return found


def _belongs(
    mention: Mention,
    words: NameWords,
    government: Mapping[str, str],
    state: Mapping[str, str],
    rebels: str | None,
    family: Mapping[str, str],
    *,
    person: bool,
) -> str | None:
    if mention.kind == "pronoun":
        return None
    if mention.kind == "name":
        before = mention.text[: mention.head[0] - mention.start].rstrip()
        parts = before.split()
        if not parts or parts[-1].lower() not in words.titles or mention.entity != "PERSON":
            return None
        said = describe(before, parts[-1], words=words)
    else:
        said = described(mention, words)
    if said.head not in words.officials:
        return None
    if said.side == "rebel":
        return rebels if said.country in government or not person else None
    if said.family is not None and said.family in family:
        return family[said.family]
    if said.country is not None:
        return government.get(said.country) or state.get(said.country)
    if not _OWN.isdisjoint(said.modifiers) and len(government) == 1:
        return next(iter(government.values()))
    return None


_OWN = frozenset({"government", "regime", "pro-government", "pro-regime"})


def _of_text(
    members: Mapping[str, set[str]],
    basis: Mapping[str, set[Span]],
    by_id: Mapping[str, Draft],
    allied: set[tuple[str, str]],
) -> list[Side]:
    """Make a side of each core that does not stand alone; one actor is no side."""
    sides = []
    for root, ids in members.items():
        ordered = tuple(sorted(ids))
        spans = sorted(basis.get(root, ()), key=lambda s: (s.article, s.start, s.end))
        if len(ordered) < LEAST or not spans:
            continue
        name = _side_name(ordered, by_id, allied)
        sides.append(
            Side(
                id=fingerprint("sd", name, *ordered),
                name=name,
                actors=ordered,
                basis=tuple(spans),
                given_by="text",
            )
        )
    return sides


LEAST = 2
"""Actors that make a side."""


def _side_name(ids: Sequence[str], by_id: Mapping[str, Draft], allied: set[tuple[str, str]]) -> str:
    def rank(actor: str) -> tuple[int, int, str]:
        draft = by_id[actor]
        kinds = {k.key[0] for k in draft.known}
        order = 0 if "government" in kinds else 1 if "rebels" in kinds else 2 if draft.kind in PARTIES else 3
        return (order, -len(draft.mentions), draft.name)

    first = by_id[min(ids, key=rank)]
    lands = {k.key[1:] for k in first.known if k.key[0] == "government"}
    others = {
        a
        for a, b in allied
        if a in ids and b in ids and a != first.id and not lands & {k.key[1:] for k in by_id[a].known}
    }
    if not any(by_id[a].kind in ALLIES or by_id[a].name.startswith("allies ") for a in others):
        return first.name
    plural = first.kind == "armed_group" and first.name.endswith("s")
    return f"{first.name} and {'their' if plural else 'its'} allies"


ALLIES = frozenset({"state", "government", "armed_group", "organisation"})
"""Kinds of actors that make a side more than one party with its own people."""


def _of_user(given: Mapping[str, str], by_id: Mapping[str, Draft]) -> list[Side]:
    by_side: dict[str, list[str]] = defaultdict(list)
    for actor in sorted(given):
        by_side[given[actor]].append(actor)
    return [
        Side(
            id=fingerprint("sd", name, *ids),
            name=name,
            actors=tuple(ids),
            basis=tuple(spans_of(by_id[i].mentions)[0] for i in ids),
            given_by="user",
        )
        for name, ids in sorted(by_side.items())
    ]
