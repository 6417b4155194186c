"""Short names that others bear too: whose they are is told by the story, not by the list of names."""

import re
from collections.abc import Sequence

from counterclaim.records import Reading
from counterclaim.stages.identify.clusters import UnitKey
from counterclaim.stages.identify.keys import Known, head_text, under_own_name
from counterclaim.stages.identify.units import Unit
from counterclaim.values.names import Family, NameWords, plain


def settle_short(
    units: Sequence[Unit], keys: dict[UnitKey, list[Known]], readings: Sequence[Reading], words: NameWords
) -> None:
    """Take "the Observatory" for the listed one only where the story has its full name or its country.

    Else it is whoever the story calls so. An outlet's name counts as said in the story.
    """
    families = {f.name: f for f in words.families if f.short}
    known_in: dict[str, bool] = {}
    for unit in units:
        settled = []
        for k in keys[unit.key]:
            family = families.get(k.key[1]) if k.key[0] == "family" else None
            if family is not None and k.key[1] not in known_in:
                known_in[k.key[1]] = _stands_in(family, units, readings, words)
            if family is None or known_in[k.key[1]]:
                settled.append(k)
                continue
            settled += _own(unit, units, family, words)
        keys[unit.key] = settled


def _own(unit: Unit, units: Sequence[Unit], family: Family, words: NameWords) -> list[Known]:
    """What a unit is known by under a short name: "the Observatory" is "the Observatory for Health"."""
    short = [m for u in units for m in u.mentions if m.kind == "name" and plain(head_text(m)) in family.short]
    own = next((plain(head_text(m)).split() for m in short if m in unit.mentions), None)
    if own is None:
        return []
    longer = [m for m in short if set(own) <= set(plain(head_text(m)).split())]
    fullest = max(longer, key=lambda m: (len(plain(head_text(m))), m.article, m.start))
    known = under_own_name(fullest, words)
    return [] if known is None else [known]


def _stands_in(family: Family, units: Sequence[Unit], readings: Sequence[Reading], words: NameWords) -> bool:
    """Whether a story names a family in full, or the country that its short names go without."""
    full = {plain(n) for n in (family.name, *family.aliases)} - family.short
    if any(plain(head_text(m)) in full or plain(m.text) in full for u in units for m in u.mentions):
        return True
    if any(plain(r.article.outlet or "") in full for r in readings):
        return True
    named = [c for c in words.countries if c.name == family.country]
    said = [n for c in named for n in (c.name, *c.demonyms, *c.aliases, *c.capitals)]
    if not said:
        return False
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, said))})s?\b")
    return any(pattern.search(r.article.text) for r in readings)
