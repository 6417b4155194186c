"""Which mentions of an article are the same actor: names, descriptions, pronouns, in that order of trust."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from counterclaim.records import Article, Parse
from counterclaim.values.names.compare import acronym, initials, office_of, person_tokens, same_person
from counterclaim.values.names.describe import Description, describe, named_by
from counterclaim.values.names.drafts import Draft
from counterclaim.values.names.words import NameWords, plain, singular

REACH = 2
"""Sentences back in which a pronoun looks for whom it stands for; set by reading development articles."""

NOMINAL_REACH = 8
"""Sentences back in which "the group" looks for the group; set by reading development articles."""

Key = tuple[object, ...]

_ATTRIBUTES = frozenset(
    [
        "ally",
        "backer",
        "power",
        "neighbour",
        "neighbor",
        "rival",
        "patron",
        "state",
        "country",
        "enemy",
        "foe",
    ]
)
_RULING = frozenset({"government", "regime", "administration", "authority", "junta"})


@dataclass(slots=True, eq=False)
class _Chain:
    """Mentions held for one actor so far, and what they were known by."""

    number: int
    entity: str
    plural: bool
    gender: str = ""
    names: list[tuple[str, ...]] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    drafts: list[Draft] = field(default_factory=list)


def link(article: Article, parse: Parse, drafts: Sequence[Draft], *, words: NameWords) -> tuple[int, ...]:
    """Return a chain number for each draft, which must be in the order of the text."""
    return _Linker(article, parse, drafts, words).run()


class _Bodies:
    """The names of chains that are no persons', each by its first, to be looked up by acronym."""

    def __init__(self) -> None:
        self._by_initials: dict[str, list[int]] = defaultdict(list)
        self._by_letters: dict[str, list[int]] = defaultdict(list)

    def add(self, number: int, name: str) -> None:
        """Add a chain's first name."""
        for letters in initials(name):
            self._by_initials[letters].append(number)
        self._by_letters[acronym(name)].append(number)

    def first(self, name: str) -> int | None:
        """The first chain whose name is an acronym of a name, or has it for one."""
        short = acronym(name)
        found = [*self._by_initials.get(short, ())] if short else []
        found += (n for letters in initials(name) for n in self._by_letters.get(letters, ()))
        return min(found, default=None)


class _Linker:
    def __init__(self, article: Article, parse: Parse, drafts: Sequence[Draft], words: NameWords) -> None:
        self.article = article
        self.parse = parse
        self.drafts = drafts
        self.words = words
        self.chains: list[_Chain] = []
        self.by_key: dict[Key, _Chain] = {}
        self.by_part: dict[str, list[_Chain]] = defaultdict(list)
        self.bodies = _Bodies()
        self.titled: list[tuple[Draft, _Chain]] = []
        self.by_office: dict[str, set[int]] = defaultdict(set)
        self.at_head: dict[int, _Chain] = {}
        self.assigned: dict[int, _Chain] = {}

    def run(self) -> tuple[int, ...]:
        """Link names first, longest first; then, in the order of the text, descriptions and pronouns."""
        names = [i for i, d in enumerate(self.drafts) if d.kind == "name"]
        length = {i: len(person_tokens(self._bare(self.drafts[i]), self.words)) for i in names}
        for i in sorted(names, key=lambda i: (-length[i], i)):
            self._assign(i, self._name(self.drafts[i]))
        for i, draft in enumerate(self.drafts):
            if draft.kind == "nominal":
                self._assign(i, self._nominal(i, draft))
            elif draft.kind == "pronoun":
                self._assign(i, self._pronoun(i, draft))
        numbers: dict[int, int] = {}
        return tuple(
            numbers.setdefault(self.assigned[i].number, len(numbers)) for i in range(len(self.drafts))
        )

    def _assign(self, i: int, chain: _Chain) -> None:
        self.assigned[i] = chain
        draft = self.drafts[i]
        if draft.title_of is None:
            self.at_head[draft.head] = chain

    def _bare(self, draft: Draft) -> str:
        begin, end = draft.head_extent
        return self.article.text[begin:end]

    def _new(self, draft: Draft, key: Key | None = None) -> _Chain:
        chain = _Chain(len(self.chains), draft.entity, draft.plural)
        self.chains.append(chain)
        if key is not None:
            self.by_key[key] = chain
        return self._add(chain, draft)

    def _add(self, chain: _Chain, draft: Draft) -> _Chain:
        chain.drafts.append(draft)
        if draft.entity == "PERSON" or draft.kind == "nominal":
            self.titled.append((draft, chain))
        if draft.lemma and draft.kind == "nominal":
            chain.lemmas.add(draft.lemma)
        before = [w.strip(",") for w in draft.text.lower().split()[:3]] if draft.entity == "PERSON" else []
        if any(w in self.words.male_titles for w in before):
            chain.gender = "he"
        elif any(w in self.words.female_titles for w in before):
            chain.gender = "she"
        elif draft.kind == "name" and draft.entity == "PERSON" and not chain.gender:
            chain.gender = self.words.genders.by_name(person_tokens(self._bare(draft), self.words)[:1]) or ""
        return chain

    # ------------------------------------------------------------ names

    def _name(self, draft: Draft) -> _Chain:
        assert draft.name is not None
        bare = self._bare(draft)
        if draft.name.family is not None:
            key: Key = ("family", draft.name.family.name)
        elif draft.name.country is not None:
            key = ("government" if draft.name.capital else "state", draft.name.country)
        else:
            key = ("name", plain(bare))
            if draft.entity == "PERSON":
                chain = self._person(draft, person_tokens(bare, self.words))
                if chain is not None:
                    return self._add(chain, draft)
        known = self.by_key.get(key)
        if known is None and key[0] == "name" and draft.entity != "PERSON":
            number = self.bodies.first(bare)
            if number is not None:
                known = self.by_key[key] = self.chains[number]
        if known is not None:
            return self._add(known, draft)
        new = self._new(draft, key)
        if draft.entity == "PERSON":
            self._named(new, person_tokens(bare, self.words))
        else:
            self.bodies.add(new.number, bare)
        return new

    def _named(self, chain: _Chain, parts: tuple[str, ...]) -> None:
        chain.names.append(parts)
        for part in parts:
            if chain not in self.by_part[part]:
                self.by_part[part].append(chain)

    def _person(self, draft: Draft, parts: tuple[str, ...]) -> _Chain | None:
        """Find the person a name is of; a surname that several share is the one's most spoken of before."""
        sharing = {c.number: c for part in parts for c in self.by_part.get(part, ())}
        fitting = [c for _, c in sorted(sharing.items()) if any(same_person(parts, n) for n in c.names)]
        before = draft.text.lower().split()[:2]
        gender = (
            "he"
            if any(w in self.words.male_titles for w in before)
            else "she"
            if any(w in self.words.female_titles for w in before)
            else ""
        )
        agreeing = [c for c in fitting if not gender or not c.gender or c.gender == gender]
        if len(parts) > 1:
            exact = [c for c in agreeing if parts in c.names]
            agreeing = exact or agreeing[:1]
        if not agreeing:
            return None
        chain = max(agreeing, key=lambda c: (len(c.drafts), -min(d.start for d in c.drafts)))
        if len(parts) > 1 and parts not in chain.names:
            self._named(chain, parts)
        return chain

    # ------------------------------------------------------------ descriptions

    def _nominal(self, i: int, draft: Draft) -> _Chain:
        if draft.title_of is not None and draft.title_of in self.at_head:
            return self._add(self.at_head[draft.title_of], draft)
        said = self._described(draft)
        apposed = self._apposed(i, draft) or self._introduced(i, draft)
        if apposed is not None:
            return self._add(apposed, draft)
        key = self._key(draft, said)
        if key is not None:
            chain = self.by_key.get(key)
        else:
            chain = self._by_office(draft) or (self._antecedent(i, draft, said) if draft.definite else None)
        return self._add(chain, draft) if chain is not None else self._new(draft, key)

    def _described(self, draft: Draft) -> Description:
        begin = draft.head_extent[0] - self.parse.tokens[draft.start].start
        return describe(draft.text, self._bare(draft), words=self.words, at=begin)

    def _apposed(self, i: int, draft: Draft) -> _Chain | None:
        if draft.appositive_of is not None and draft.appositive_of in self.at_head:
            chain = self.at_head[draft.appositive_of]
            same = chain.entity == draft.entity or (
                draft.lemma in _ATTRIBUTES and chain.entity in ("GPE", "ORG")
            )
            if same and chain.plural == draft.plural:
                return chain
        for other in self.drafts[i + 1 : i + 4]:
            if other.kind == "name" and other.appositive_of == draft.head and other.entity == draft.entity:
                return self.at_head[other.head]
        return None

    def _introduced(self, i: int, draft: Draft) -> _Chain | None:
        """Find the name by which a sentence introduces someone: "a resident who uses the name X"."""
        if draft.entity != "PERSON" or draft.plural:
            return None
        for j in range(i + 1, min(i + 6, len(self.drafts))):
            other = self.drafts[j]
            if other.sentence != draft.sentence:
                return None
            if other.kind == "name" and other.entity == "PERSON" and other.start > draft.start:
                before = self.parse.tokens[other.start - 1].text.lower()
                return self.at_head[other.head] if before in self.words.introducing else None
            if other.kind == "nominal" and other.entity == "PERSON":
                return None
        return None

    def _key(self, draft: Draft, said: Description) -> Key | None:
        """What a description is known by throughout an article; None if it depends on what went before."""
        if draft.owner is not None and said.cls != "government":
            chain = self.at_head.get(draft.owner)
            if chain is not None and (said.country is None or draft.plural):
                return ("of", chain.number, draft.lemma, draft.plural)
        family = self.words.group_family(said.family)
        if (
            family is not None
            and (said.head not in self.words.joint or named_by(draft.text, self._bare(draft), family))
            and ((draft.plural and said.cls == "armed") or said.cls == "organisation")
        ):
            return ("family", family.name)
        if said.cls == "government" and said.head in _RULING:
            return self._ruling(draft, said)
        group = draft.plural and said.cls in ("armed", "opposition", "force", "organisation")
        if group or said.cls in ("opposition", "force"):
            return self._fighting(said)
        if draft.plural and draft.entity == "NORP" and not said.modifiers and not said.tail:
            return ("people", said.head)
        return None

    def _ruling(self, draft: Draft, said: Description) -> Key:
        """Find whose government it is; "the regime" is the one regime that the article names as someone's."""
        owner = said.country or said.possessor
        if owner is None and draft.owner is not None and draft.owner in self.at_head:
            return ("government of", self.at_head[draft.owner].number)
        if owner is None and draft.definite:
            owners = {k[1] for k in self.by_key if k[0] == "ruling" and k[1] is not None}
            owner = str(owners.pop()) if len(owners) == 1 else None
        return ("ruling", owner)

    def _fighting(self, said: Description) -> Key | None:
        if said.possessor:
            return ("armed", said.possessor, said.head)
        if said.side == "rebel":
            kurdish = any(m.startswith("kurd") for m in said.modifiers)
            return ("armed", "kurdish" if kurdish else "rebel")
        if said.head == "unit" and set(said.modifiers) - self.words.regular - self.words.government_side:
            return None
        if said.side == "government":
            return ("force", said.country or "government")
        if said.side == "jihadist":
            return ("armed", said.head, *said.modifiers)
        if said.cls in ("force", "armed") and said.country:
            return (said.cls, said.country, said.head)
        return None

    def _by_office(self, draft: Draft) -> _Chain | None:
        """Find the one person who has this title before the name or beside it, wherever in the article."""
        if draft.entity != "PERSON" or draft.plural or not draft.definite or draft.pronoun:
            return None
        office = office_of(draft.text, self.words)
        if not office:
            return None
        for d, chain in self.titled:
            if d.kind == "name" and d.name is not None and d.name.start > d.start:
                start = self.parse.tokens[d.start].start
                held = office_of(self.article.text[start : d.head_extent[0]], self.words)
            elif d.kind == "nominal" and (d.title_of is not None or d.appositive_of is not None):
                held = office_of(d.text, self.words)
            else:
                continue
            for known_as in {held, *held.split()[-1:]}:
                self.by_office[known_as].add(chain.number)
        self.titled.clear()
        found = [self.chains[number] for number in sorted(self.by_office.get(office, ()))]
        if len(found) == 1:
            return found[0]
        before = [c for c in found if any(d.start < draft.start for d in c.drafts)]
        return max(before, key=lambda c: self._last(c, draft), default=None)

    def _last(self, chain: _Chain, draft: Draft) -> int:
        return max((d.start for d in chain.drafts if d.start < draft.start), default=-1)

    def _antecedent(self, i: int, draft: Draft, said: Description) -> _Chain | None:
        for j in range(i - 1, -1, -1):
            other = self.drafts[j]
            if draft.sentence - other.sentence > NOMINAL_REACH:
                return None
            chain = self.assigned.get(j)
            if chain is None or other.kind == "pronoun" or other.start <= draft.start < other.end:
                continue
            if draft.lemma in ("country", "nation"):
                if other.name is not None and other.name.country is not None:
                    return chain
                continue
            if chain.plural != draft.plural:
                continue
            if draft.lemma in chain.lemmas and not self._clash(said, other):
                return chain
            if chain.entity != draft.entity or said.modifiers or said.tail or said.country:
                continue
            if other.kind == "name" and self._fits(draft, chain):
                return chain
        return None

    def _fits(self, draft: Draft, chain: _Chain) -> bool:
        if draft.entity == "PERSON":
            return False
        return draft.lemma in self.words.generic or any(
            draft.lemma in plain(d.text).split() for d in chain.drafts if d.kind == "name"
        )

    def _clash(self, said: Description, other: Draft) -> bool:
        if other.kind != "nominal":
            return bool(said.tail)
        that = self._described(other)
        return bool(
            (said.country and that.country and said.country != that.country)
            or (said.modifiers and set(said.modifiers) - set(that.modifiers))
            or (said.possessor and said.possessor != that.possessor)
            or (said.family and said.family != that.family)
            or (said.tail and said.tail != that.tail)
        )

    # ------------------------------------------------------------ pronouns

    def _pronoun(self, i: int, draft: Draft) -> _Chain:
        if draft.pronoun == "who":
            chain = self._relative(draft)
            return self._add(chain, draft) if chain is not None else self._new(draft)
        if draft.pronoun == "speaker":
            return self._new(draft)
        paired = self._paired(i, draft)
        if paired is not None:
            return self._add(paired, draft)
        best: tuple[int, int, int] | None = None
        found: _Chain | None = None
        for j in range(i - 1, -1, -1):
            other = self.drafts[j]
            gap = draft.sentence - other.sentence
            if gap > REACH:
                break
            chain = self.assigned.get(j)
            if chain is None or other.end > draft.start or other.title_of is not None:
                continue
            if not self._agrees(draft, chain, other):
                continue
            rank = (-gap, int(other.subject), other.start)
            if best is None or rank > best:
                best, found = rank, chain
        return self._add(found, draft) if found is not None else self._new(draft)

    def _paired(self, i: int, draft: Draft) -> _Chain | None:
        """Take "its" in "the government and its allies" for the government's, whatever stands before."""
        tokens, at = self.parse.tokens, draft.start
        if tokens[at].tag != "PRP$" or at < 2 or tokens[at - 1].text.lower() != "and":
            return None
        if at + 1 == len(tokens) or singular(tokens[at + 1].text) not in self.words.allied | self.words.owned:
            return None
        before = [j for j in range(i) if self.drafts[j].end == at - 1 and j in self.assigned]
        named = [j for j in before if self.drafts[j].kind != "pronoun"]
        return self.assigned[max(named, key=lambda j: self.drafts[j].start)] if named else None

    def _relative(self, draft: Draft) -> _Chain | None:
        i = draft.head
        for _ in range(6):
            token = self.parse.tokens[i]
            if token.dep == "relcl":
                return self.at_head.get(token.head)
            if token.head == i:
                return None
            i = token.head
        return None

    def _agrees(self, draft: Draft, chain: _Chain, other: Draft) -> bool:
        if other.kind == "pronoun" and other.pronoun != draft.pronoun:
            return False
        if draft.pronoun in ("he", "she"):
            if chain.entity != "PERSON" or chain.plural or other.lemma in self.words.crowds:
                return False
            return not chain.gender or chain.gender == draft.pronoun
        if draft.pronoun == "they":
            return chain.plural or chain.entity == "ORG"
        return not chain.plural and chain.entity in ("ORG", "GPE")
