"""Who stands where about the words of a relation: subjects, objects, those joined to them."""

from bisect import bisect_left
from collections.abc import Sequence

from counterclaim.records import Article, Claim, Extent, Mention, Parse
from counterclaim.stages.ground.relations.words import Place, RelationWords

Where = tuple[int, int, int, Mention]
"""A mention with its first token, the token after its last, and its head token."""

LONGEST_GAP = 6
"""Tokens between the words of a relation and whom they are about, before a longer reach is guesswork."""


class WhoFinder:
    """Finds the mentions of one article that stand before, after or about given words."""

    def __init__(
        self,
        article: Article,
        parse: Parse,
        claims: Sequence[Claim],
        mentions: Sequence[Mention],
        words: RelationWords,
    ) -> None:
        self.article = article
        self.parse = parse
        self.tokens = parse.tokens
        self.low_words, self.lemmas = parse.words, parse.lemmas
        self.sentences = parse.sentences
        self.claims = claims
        self.words = words
        self.spans: list[Where] = []
        for m in mentions:
            first, last, head = self._beginning(m.start), self._ending(m.end), self._ending(m.head[1])
            if first is not None and last is not None:
                self.spans.append((first, last + 1, last if head is None else head, m))
        self.by_extent = {(m.start, m.end): m for _, _, _, m in self.spans}
        self.spans.sort(key=lambda s: (s[0], -s[1]))

    def _beginning(self, at: int) -> int | None:
        """The token that begins at a character, if one does."""
        i = bisect_left(self.parse.starts, at)
        return i if i < len(self.tokens) and self.tokens[i].start == at else None

    def _ending(self, at: int) -> int | None:
        """The token that ends at a character, if one does."""
        i = bisect_left(self.parse.starts, at) - 1
        return i if i >= 0 and self.tokens[i].end == at else None

    def _who(self, place: Place, i: int, end: int, low: int, high: int, here: list[Where]) -> list[Extent]:
        if place == "after":
            return self._after(end, high, here)
        found: Mention | None = None
        if place == "before-verb":
            found = self._subject_of(i, here)
            if found is not None:
                mine = next(s for s in here if s[3] is found)
                return [
                    extent_of(found),
                    *(extent_of(s[3]) for s in self._conjoined(mine, here) if s[1] <= i),
                ]
        elif place == "clause":
            found = self._clause_subject(i, here)
        elif place in ("modified", "before-noun", "before-comma"):
            found = self._modified(i, low, here, noun=place == "before-noun")
            found = self._first_of_pair(found, here) if found is not None else None
        return [extent_of(found)] if found is not None else []

    def _first_of_pair(self, mention: Mention, here: list[Where]) -> Mention:
        """Of "the government and its allies, backed by X" take the government."""
        if mention.text.split()[0].lower() not in ("its", "his", "their", "her"):
            return mention
        mine = next(s for s in here if s[3] is mention)
        before = [s for s in here if s[1] == mine[0] - 1 and self.tokens[s[1]].text.lower() == "and"]
        return min(before, key=lambda s: s[1] - s[0])[3] if before else mention

    def _after(self, end: int, high: int, here: list[Where]) -> list[Extent]:
        at = end
        while (
            at < high
            and at - end <= LONGEST_GAP
            and self.tokens[at].pos in ("DET", "ADJ", "ADV", "NUM", "PRON")
        ):
            if any(s[0] == at for s in here):
                break
            demonym = self._demonym(at, high, here)
            if demonym is not None:
                return [demonym]
            at += 1
        starting = [s for s in here if s[0] <= at < s[1] and s[0] >= end]
        if at < high and self.tokens[at].tag == "PRP$":
            starting = [s for s in starting if s[1] > at + 1]  # "stood by its figures" backs nobody
        if not starting:
            demonym = self._demonym(at, high, here) if at < high else None
            return [demonym] if demonym is not None else []
        first = max(starting, key=lambda s: s[1])
        joined = [first, *self._conjoined(first, here)]
        if self.tokens[end - 1].text.lower() == "by":
            joined += self._by_also(joined, high, here)
        return [extent_of(s[3]) for s in joined]

    def _by_also(self, joined: list[Where], high: int, here: list[Where]) -> list[Where]:
        """Find the others in "backed by X and by Y"."""
        at = max(s[1] for s in joined)
        if at + 2 >= high or [t.text.lower() for t in self.tokens[at : at + 2]] != ["and", "by"]:
            return []
        found = [s for s in here if s[0] == at + 2]
        if not found:
            return []
        widest = max(found, key=lambda s: s[1])
        inner = [s for s in here if s[0] > widest[0] and s[1] <= widest[1] and s[3].kind == "name"]
        groups = [s for s in inner if s[3].entity == "ORG"]
        return [widest, *groups, *self._conjoined(widest, here)]

    def _conjoined(self, first: Where, here: list[Where]) -> list[Where]:
        """Find the mentions that "and" or a comma sets beside one, through what is said of each."""
        reached = {first[2]}
        found: list[Where] = []
        for s in sorted(here, key=lambda s: (s[2], s[0] - s[1])):
            token = self.tokens[s[2]]
            if s[0] < first[1] or token.dep != "conj" or s[2] in reached:
                continue
            if token.head in reached or any(f[0] <= token.head < f[1] for f in found):
                reached.add(s[2])
                found.append(s)
        return found[:6]

    def _demonym(self, at: int, high: int, here: list[Where]) -> Extent | None:
        """The adjective of a people before a thing: "Russian airstrikes" names Russia."""
        token = self.tokens[at]
        people = token.entity in ("NORP", "GPE") and token.dep in ("amod", "compound")
        if people and not any(s[0] <= at < s[1] for s in here):
            return (token.start, token.end)
        return None

    def _subject_of(self, i: int, here: list[Where]) -> Mention | None:
        verb = i
        for _ in range(4):
            for k in range(max(0, verb - 40), verb):
                token = self.tokens[k]
                if token.head == verb and token.dep in ("nsubj", "nsubjpass"):
                    return self._with_head(k, here) or self._joined(k, verb, here)
            if self.tokens[verb].dep not in ("conj", "xcomp", "aux"):
                return None
            verb = self.tokens[verb].head
        return None

    def _clause_subject(self, i: int, here: list[Where]) -> Mention | None:
        at = i
        for _ in range(6):
            if self.tokens[at].pos in ("VERB", "AUX") and at != i:
                named = self._subject_of(at, here)
                if named is not None:
                    return named
            if self.tokens[at].head == at:
                return None
            at = self.tokens[at].head
        return None

    def _joined(self, k: int, verb: int, here: list[Where]) -> Mention | None:
        """Find the last of several adjectives' nouns: "the Alawite, Christian and other minorities"."""
        for j in range(verb - 1, k, -1):
            if self.tokens[j].dep == "conj":
                named = self._with_head(j, here)
                if named is not None:
                    return named
        return None

    def _with_head(self, k: int, here: list[Where]) -> Mention | None:
        exact = [s for s in here if s[2] == k]
        holding = exact or [s for s in here if s[0] <= k < s[1] and s[3].kind == "name"]
        return min(holding, key=lambda s: s[1] - s[0])[3] if holding else None

    def _modified(self, i: int, low: int, here: list[Where], *, noun: bool) -> Mention | None:
        token = self.tokens[i]
        if noun:
            mine = [s for s in here if s[0] <= i < s[1]]
            if token.dep == "appos":
                named = self._with_head(token.head, here)
                if named is not None:
                    return named
            if token.dep == "attr":
                named = self._subject_of(token.head + 1, here) or self._subject_at(token.head, here)
                if named is not None:
                    return named
            before = [s for s in here if s[1] <= i and s[3].kind == "name"]
            if before and mine:
                last = max(before, key=lambda s: s[1])
                start = min(s[0] for s in mine)
                if start - last[1] <= 1 and self.tokens[last[1]].text in (",", "(", "-", "–"):
                    return last[3]
                if start == last[1] == i and last[3].entity == "PERSON":
                    return last[3]
            return min(mine, key=lambda s: s[1] - s[0])[3] if mine else None
        head = token.head
        if token.dep in ("acl", "amod", "relcl", "advcl", "appos") and head < i:
            named = self._with_head(head, here)
            if named is not None:
                return named
        if token.tag == "VBN":
            passive = self._subject_of(i, here)
            if passive is not None:
                return passive
        before = [s for s in here if s[1] <= i and i - s[1] <= 2]
        return max(before, key=lambda s: (s[1], -s[0]))[3] if before else None

    def _subject_at(self, verb: int, here: list[Where]) -> Mention | None:
        for k in range(max(0, verb - 40), verb):
            if self.tokens[k].head == verb and self.tokens[k].dep == "nsubj":
                return self._with_head(k, here)
        return None


def extent_of(mention: Mention) -> Extent:
    """Return where a mention stands."""
    return (mention.start, mention.end)
