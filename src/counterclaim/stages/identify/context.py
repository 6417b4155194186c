"""Joins that rest on where words stand: a naming clause, a possessor, a shared passage, who else is named."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from counterclaim.records import Mention, Reading
from counterclaim.stages.identify.clusters import Clusters, UnitKey
from counterclaim.stages.identify.keys import Known, head_text
from counterclaim.stages.identify.owners import POSSESSIVE
from counterclaim.stages.identify.units import Unit
from counterclaim.values.names import NameWords, singular

PRINCIPAL = 3
"""How many times as often as the next one the chief armed group of a story must be told of; set by reading
development articles."""


def by_naming(
    clusters: Clusters, units: Sequence[Unit], readings: Sequence[Reading], words: NameWords
) -> None:
    """Join "terrorists" to the rebels in "the rebels, who they often refer to as terrorists"."""
    texts = {r.article.id: r.article.text for r in readings}
    by_article: dict[str, list[tuple[Mention, UnitKey]]] = defaultdict(list)
    for u in units:
        by_article[u.article] += [(m, u.key) for m in u.mentions]
    for article in sorted(by_article):
        for label, key in by_article[article]:
            if label.kind != "nominal" or not label.plural:
                continue
            before = texts[article][max(0, label.start - 60) : label.start].rstrip(" \"“‘'").lower()
            phrase = next((p for p in words.naming if before.endswith(" " + p)), None)
            if phrase is None:
                continue
            at = (
                label.start
                - (len(texts[article][max(0, label.start - 60) : label.start]) - len(before))
                - len(phrase)
            )
            named = _named_before(by_article[article], at, label)
            if named is not None:
                said = " ".join(texts[article][named[0].start : label.end].split())
                clusters.join(key, named[1], f"the text says “{said}”")


def _named_before(
    mentions: Sequence[tuple[Mention, UnitKey]], at: int, label: Mention
) -> tuple[Mention, UnitKey] | None:
    near = [(m, k) for m, k in mentions if m.end <= at and at - m.end <= NAMING_REACH and m.plural]
    relative = [
        (m, k)
        for m, k in mentions
        if m.end <= at and at - m.end <= NAMING_REACH and m.text.lower() in ("who", "whom")
    ]
    if relative:
        return max(relative, key=lambda n: n[0].start)
    objects = [(m, k) for m, k in near if at - m.end <= 2]
    return max(objects, key=lambda n: n[0].start) if objects and objects[-1][0].chain != label.chain else None


NAMING_REACH = 40
"""Characters between those who are called something and the words that call them so."""


def by_possessor(
    clusters: Clusters,
    units: Sequence[Unit],
    keys: Mapping[UnitKey, Sequence[Known]],
    readings: Sequence[Reading],
    where: Mapping[tuple[str, tuple[int, int]], UnitKey],
    words: NameWords,
) -> None:
    """Join "its allies" to "allies of the government" where "its" is the government's."""
    holder = {(m.article, m.start): u.key for u in units for m in u.mentions if m.text.lower() in POSSESSIVE}
    lord_of: dict[tuple[str, tuple[int, int]], UnitKey] = {}
    for reading in readings:
        for r in reading.relations:
            lord = where.get((r.article, r.object_at))
            if r.predicate == "backs" and lord is not None:
                lord_of.setdefault((r.article, r.subject_at), lord)
    first: dict[tuple[UnitKey, str], tuple[UnitKey, str]] = {}
    for u in units:
        for m in u.mentions:
            head = singular(head_text(m))
            plain_words = len(m.text[: m.head[0] - m.start].split()) <= 1
            if (
                m.kind != "nominal"
                or head not in words.allied
                or not m.plural
                or keys[u.key]
                or not plain_words
            ):
                continue
            owner = holder.get((m.article, m.start)) or lord_of.get((m.article, (m.start, m.end)))
            if owner is None or clusters.find(owner) == clusters.find(u.key):
                continue
            other, text = first.setdefault((clusters.find(owner), head), (u.key, m.text))
            clusters.join(other, u.key, f"“{text}” and “{m.text}”: {head} of one actor")


AROUND = 40
"""Characters on each side of words that make two articles' passage one: a sentence that both carry."""


def by_passage(clusters: Clusters, units: Sequence[Unit], readings: Sequence[Reading]) -> None:
    """Join whoever stands in the same words of one passage that several articles carry."""
    texts = {r.article.id: r.article.text for r in readings}
    first: dict[str, UnitKey] = {}
    for u in units:
        for m in u.mentions:
            if m.kind == "pronoun":
                continue
            text = texts[m.article]
            around = text[max(0, m.start - AROUND) : m.end + AROUND]
            passage = f"{m.end - m.start} {' '.join(around.split()).lower()}"
            if len(around) < m.end - m.start + AROUND:
                continue
            other = first.setdefault(passage, u.key)
            if other[0] != u.article:
                clusters.join(other, u.key, f"“{m.text}”: in a passage that both articles carry")


def by_principal(
    clusters: Clusters,
    units: Sequence[Unit],
    keys: Mapping[UnitKey, Sequence[Known]],
    readings: Sequence[Reading],
) -> None:
    """Take the "terrorists" of an account that names no armed group for the story's chief opposition.

    Only where the story tells of the rebels `PRINCIPAL` times as often as of any other armed group.
    """
    size: Counter[UnitKey] = Counter()
    armed: set[UnitKey] = set()
    rebels: set[UnitKey] = set()
    naming: set[str] = set()
    for u in units:
        root = clusters.find(u.key)
        size[root] += len(u.mentions)
        for k in keys[u.key]:
            if k.key[0] == "rebels":
                rebels.add(root)
            elif k.key[0] in ("family", "armed") and k.kind == "armed_group":
                armed.add(root)
                naming.add(u.article)
    if len(rebels) != 1:
        return
    chief = rebels.pop()
    if any(size[chief] < PRINCIPAL * size[other] for other in armed - {chief}):
        return
    for u in units:
        text = next((k.because for k in keys[u.key] if k.key[0] == "jihadists"), None)
        if text is not None and u.article not in naming and clusters.find(u.key) != chief:
            why = f"“{text}”: the account names no armed group, and the story has mostly the rebels"
            clusters.join(u.key, chief, why)


def by_context(
    clusters: Clusters,
    units: Sequence[Unit],
    keys: Mapping[UnitKey, Sequence[Known]],
    readings: Sequence[Reading],
    where: Mapping[tuple[str, tuple[int, int]], UnitKey],
) -> None:
    """Take "terrorists" for the one armed group that an account names beside them.

    Only where the account names either the rebels or one other such group, never both; a group that it
    calls a part of the rebels does not count beside them.
    """
    parts = {
        where.get((r.article, r.subject_at))
        for reading in readings
        for r in reading.relations
        if r.predicate == "part_of"
    }
    by_article: dict[str, list[Unit]] = defaultdict(list)
    for u in units:
        by_article[u.article].append(u)
    for article in sorted(by_article):
        loaded = [u for u in by_article[article] if any(k.key[0] == "jihadists" for k in keys[u.key])]
        others = [
            u.key
            for u in by_article[article]
            for k in keys[u.key]
            if k.key[0] == "rebels"
            or (k.key[0] in ("family", "armed") and k.kind == "armed_group" and u.key not in parts)
        ]
        for u in loaded:
            roots = {clusters.find(o) for o in others if o != u.key}
            if len(roots) == 1:
                one = min(o for o in others if o != u.key)
                text = next(k.because for k in keys[u.key] if k.key[0] == "jihadists")
                clusters.join(
                    u.key, one, f"“{text}”: the account names one armed group alone that this can be"
                )
