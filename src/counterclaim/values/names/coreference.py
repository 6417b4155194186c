"""Which mentions of an article are the same actor: names, descriptions, pronouns, in that order of trust."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from counterclaim.records import Article, Parse
from counterclaim.values.names.compare import acronym_of, person_tokens, same_person
from counterclaim.values.names.describe import Description, describe
from counterclaim.values.names.drafts import Draft
from counterclaim.values.names.words import NameWords, plain

REACH = 2
"""Sentences back in which a pronoun looks for whom it stands for; set by reading development articles."""

NOMINAL_REACH = 8
"""Sentences back in which "the group" looks for the group."""


@dataclass(slots=True)
class _Chain:
    number: int
    entity: str
    plural: bool
    gender: str = ""
    names: list[tuple[str, ...]] = field(default_factory=list)
    keys: set[object] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    drafts: list[Draft] = field(default_factory=list)


def link(article: Article, parse: Parse, drafts: Sequence[Draft], *, words: NameWords) -> tuple[int, ...]:
    """Return a chain number for each draft, which must be in the order of the text."""
    return _Linker(article, parse, words).run(drafts)


class _Linker:
    def __init__(self, article: Article, parse: Parse, words: NameWords) -> None:
        self.article = article
        self.parse = parse
        self.words = words
        self.chains: list[_Chain] = []
        self.at_head: dict[int, _Chain] = {}

    def run(self, drafts: Sequence[Draft]) -> tuple[int, ...]:
        assigned: dict[int, _Chain] = {}
        for i in self._name_order(drafts):
            assigned[i] = self._name(drafts[i])
        named = {id(c) for c in self.chains}
        for i, draft in enumerate(drafts):
            if i in assigned:
                self.at_head[draft.head] = assigned[i]
        for i, draft in enumerate(drafts):
            if draft.kind == "nominal":
                assigned[i] = self._nominal(draft, drafts, assigned, i)
            elif draft.kind == "pronoun":
                assigned[i] = self._pronoun(draft, drafts, assigned, i)
            self.at_head[draft.head] = assigned[i]
        del named
        numbers: dict[int, int] = {}
        return tuple(numbers.setdefault(assigned[i].number, len(numbers)) for i in range(len(drafts)))

    def _name_order(self, drafts: Sequence[Draft]) -> list[int]:
        """Longer personal names first, so that a last name finds the full one wherever it stands."""
        names = [i for i, d in enumerate(drafts) if d.kind == "name"]
        return sorted(names, key=lambda i: (-len(person_tokens(self._bare(drafts[i]), self.words)), i))

    def _bare(self, draft: Draft) -> str:
        begin, end = draft.head_extent
        return self.article.text[begin:end]

    def _new(self, draft: Draft) -> _Chain:
        chain = _Chain(len(self.chains), draft.entity, draft.plural)
        self.chains.append(chain)
        return self._add(chain, draft)

    def _add(self, chain: _Chain, draft: Draft) -> _Chain:
        chain.drafts.append(draft)
        if draft.lemma:
            chain.lemmas.add(draft.lemma)
        before = draft.text.lower().split()[:3]
        if any(w in self.words.male_titles for w in before):
            chain.gender = "he"
        elif any(w in self.words.female_titles for w in before):
            chain.gender = "she"
        elif draft.kind == "name" and draft.entity == "PERSON":
            first = person_tokens(self._bare(draft), self.words)[:1]
            if first and first[0] in self.words.female_names:
                chain.gender = "she"
        return chain

    def _name(self, draft: Draft) -> _Chain:
        assert draft.name is not None
        bare = self._bare(draft)
        key: object
        if draft.name.family is not None:
            key = ("family", draft.name.family.name)
        elif draft.name.country is not None:
            key = ("state", draft.name.country)
        else:
            key = ("name", plain(bare))
        for chain in self.chains:
            if key in chain.keys:
                return self._add(chain, draft)
        if key[0] == "name":  # type: ignore[index]
            chain_ = self._by_name(draft, bare)
            if chain_ is not None:
                chain_.keys.add(key)
                return self._add(chain_, draft)
        chain = self._new(draft)
        chain.keys.add(key)
        if draft.entity == "PERSON":
            chain.names.append(person_tokens(bare, self.words))
        return chain

    def _by_name(self, draft: Draft, bare: str) -> _Chain | None:
        tokens = person_tokens(bare, self.words)
        candidates = []
        for chain in self.chains:
            first = chain.drafts[0]
            if first.kind != "name" or first.name is None:
                continue
            other = self._bare(first)
            if draft.entity in ("PERSON", "") and chain.entity == "PERSON":
                if any(same_person(tokens, n) for n in chain.names or [person_tokens(other, self.words)]):
                    candidates.append(chain)
            elif draft.entity != "PERSON" and chain.entity != "PERSON":
                if acronym_of(bare, other) or acronym_of(other, bare):
                    candidates.append(chain)
        if len(candidates) > 1:
            before = [c for c in candidates if any(d.start < draft.start for d in c.drafts)]
            return max(
                before, key=lambda c: max(d.start for d in c.drafts if d.start < draft.start), default=None
            )
        return candidates[0] if candidates else None

    def _nominal(self, draft: Draft, drafts: Sequence[Draft], assigned: dict[int, _Chain], i: int) -> _Chain:
        begin, end = draft.head_extent
        said = describe(draft.text, self.article.text[begin:end], words=self.words)
        if draft.appositive_of is not None and draft.appositive_of in self.at_head:
            chain = self.at_head[draft.appositive_of]
            if chain.entity == draft.entity and chain.plural == draft.plural:
                return self._add(chain, draft)
        for other in drafts[i + 1 : i + 3]:
            if other.kind == "name" and other.appositive_of == draft.head and other.entity == draft.entity:
                return self._add(self.at_head[other.head], draft)
        key = self._key(draft, said)
        if key is not None:
            for chain in self.chains:
                if key in chain.keys:
                    return self._add(chain, draft)
        elif draft.definite:
            chain_ = self._antecedent(draft, said, drafts, assigned, i)
            if chain_ is not None:
                return self._add(chain_, draft)
        chain = self._new(draft)
        if key is not None:
            chain.keys.add(key)
        return chain

    def _key(self, draft: Draft, said: Description) -> object:
        """What a description is known by throughout an article; None if it depends on what went before."""
        if (
            said.family is not None
            and said.cls in ("armed", "organisation", "force")
            and (draft.plural or said.cls == "organisation")
        ):
            return ("family", said.family)
        if said.cls == "government" and said.head in (
            "government",
            "regime",
            "administration",
            "authority",
            "junta",
        ):
            owner = said.country or said.possessor
            if owner or not draft.definite:
                return ("government", owner)
            known = [k for c in self.chains for k in c.keys if isinstance(k, tuple) and k[0] == "government"]
            return known[-1] if known else ("government", None)
        if (said.cls in ("armed", "opposition", "force", "organisation") and draft.plural) or said.cls in (
            "opposition",
            "force",
        ):
            if said.possessor:
                return ("armed", said.possessor)
            if said.side == "rebel":
                return ("armed", "rebel")
            if said.side == "government":
                return ("force", "government")
            if said.side == "jihadist":
                return ("armed", "jihadist", tuple(m for m in said.modifiers if m not in self.words.jihadist))
            if said.cls in ("force", "armed") and said.country:
                return (said.cls, said.country)
        if (
            draft.plural
            and said.cls == "population"
            and draft.kind == "nominal"
            and not said.modifiers
            and not said.tail
        ):
            return ("population", said.head, said.country)
        return None

    def _antecedent(
        self, draft: Draft, said: Description, drafts: Sequence[Draft], assigned: dict[int, _Chain], i: int
    ) -> _Chain | None:
        for j in range(i - 1, -1, -1):
            other = drafts[j]
            if draft.sentence - other.sentence > NOMINAL_REACH:
                return None
            chain = assigned.get(j)
            if chain is None or other.kind == "pronoun" or other.start <= draft.start < other.end:
                continue
            if chain.plural != draft.plural and not (said.cls == "organisation" and not draft.plural):
                continue
            if draft.lemma in chain.lemmas and not self._clash(said, other):
                return chain
            if chain.entity != draft.entity or said.modifiers or said.tail or said.country:
                continue
            if other.kind == "name" and self._fits(draft, chain):
                return chain
        return None

    def _fits(self, draft: Draft, chain: _Chain) -> bool:
        titles = {w for d in chain.drafts for w in d.text.lower().split() if d.kind == "name"}
        if draft.entity == "PERSON":
            return draft.lemma in titles or draft.lemma in chain.lemmas
        return draft.lemma in ("group", "organisation", "organization", "agency") or draft.lemma in titles

    def _clash(self, said: Description, other: Draft) -> bool:
        if other.kind != "nominal":
            return bool(said.tail)
        begin, end = other.head_extent
        that = describe(other.text, self.article.text[begin:end], words=self.words)
        return bool(
            (said.country and that.country and said.country != that.country)
            or (said.modifiers and set(said.modifiers) - set(that.modifiers))
            or (said.possessor and said.possessor != that.possessor)
            or (said.family and said.family != that.family)
            or (said.tail and said.tail != that.tail)
        )  # fmt: skip

    def _pronoun(self, draft: Draft, drafts: Sequence[Draft], assigned: dict[int, _Chain], i: int) -> _Chain:
        if draft.pronoun == "who":
            chain = self._relative(draft)
            if chain is not None:
                return self._add(chain, draft)
        best: tuple[int, int, int] | None = None
        found: _Chain | None = None
        for j in range(i - 1, -1, -1):
            other = drafts[j]
            gap = draft.sentence - other.sentence
            if gap > REACH:
                break
            chain = assigned.get(j)
            if chain is None or draft.pronoun in ("who", "speaker") or not self._agrees(draft, chain, other):
                continue
            if other.end > draft.start:
                continue
            rank = (-gap, int(other.subject), other.start)
            if best is None or rank > best:
                best, found = rank, chain
        if found is not None:
            return self._add(found, draft)
        return self._new(draft)

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
        if other.kind == "pronoun" and other.pronoun not in (draft.pronoun,):
            return False
        if draft.pronoun in ("he", "she"):
            if chain.entity != "PERSON" or chain.plural:
                return False
            return not chain.gender or chain.gender == draft.pronoun
        if draft.pronoun == "they":
            return chain.plural or chain.entity == "ORG"
        return not chain.plural and chain.entity in ("ORG", "GPE")
