"""Whom "he" and "she" stand for: who has spoken, who is named, who is called by a title."""

from bisect import bisect_left
from collections.abc import Callable

from counterclaim.stages.attribute.heard import Heard, tells_an_outlet
from counterclaim.stages.attribute.named import Names
from counterclaim.stages.attribute.speaker import UNKNOWN, Speaker
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

NEAREST = 40
"""Names back that "he" looks at."""

NAMED_AS = frozenset({"nsubj", "nsubjpass", "appos", "pobj", "dobj", "ROOT", "conj"})
ACTING = frozenset({"nsubj", "nsubjpass", "appos", "ROOT"})

REACH = 6
"""Sentences back in which "he" looks for a person who has not spoken yet."""


class Persons:
    """Looks back from a pronoun; `describe` makes a speaker of a token that heads a description."""

    def __init__(
        self, tree: Tree, acts: ActWords, names: Names, heard: Heard, describe: Callable[[int], Speaker]
    ) -> None:
        self._tree, self._acts, self._names, self._heard = tree, acts, names, heard
        self._describe = describe

    def of(self, at: int, pronoun: str) -> Speaker:
        """Resolve "he": who spoke last if a person, else the nearest person named or called by a title.

        Nobody where all of them go by the other pronoun.
        """
        spoken = self._heard.back(lambda s: s.person and not s.plural and self._heard.agrees(s, pronoun))
        latest = self._heard.last
        if spoken is not None and spoken.head is not None and spoken is latest:
            known = self._heard.gender_of(spoken) is not None
            return spoken if known else self._just_before(at, pronoun) or spoken
        if self._may_be_a_person(latest, at) and self._heard.agrees(latest, pronoun):
            return latest
        found = self._named_before(at, pronoun, since=self._heard.sentence_of(spoken)) or spoken
        if found is None:
            found = self._titled_before(at, pronoun)
        return found or self._heard.back(lambda s: not s.plural and self._heard.agrees(s, pronoun)) or UNKNOWN

    def _may_be_a_person(self, speaker: Speaker, at: int) -> bool:
        """Whether who spoke shortly before is told by a name that the parser took for nothing else."""
        if speaker.head is None or speaker.plural or speaker.person:
            return False
        token = self._tree.tokens[speaker.head]
        bodily = token.entity in ("ORG", "GPE", "NORP") or token.lemma.lower() in self._acts.collectives
        bodily = bodily and not self._looks_personal(speaker)
        near = self._tree.sentence_of[at] - self._heard.last_sentence <= REACH
        return near and token.pos == "PROPN" and not bodily and not tells_an_outlet(speaker, self._acts)

    def _looks_personal(self, speaker: Speaker) -> bool:
        """Whether a name, whatever the parser took it for, is made as a person's is: "Lindiwe Mokoena"."""
        words = (speaker.name or "").split()
        bodies = self._acts.collectives | self._acts.outlet_nouns | self._acts.outlets | self._acts.monitors
        plain = len(words) == 2 and all(word.isalpha() and word.istitle() for word in words)
        return plain and bodies.isdisjoint(map(str.lower, words))

    def _named_before(self, at: int, pronoun: str, *, since: int) -> Speaker | None:
        """The nearest person who is named before a token as somebody who does something, after a sentence."""
        tree = self._tree
        number = bisect_left(self._names.ends, at)
        earliest = max(tree.sentence_of[at] - REACH, since + 1)
        for first, last in reversed(self._names.every[max(0, number - NEAREST) : number]):
            if tree.tokens[first].entity != "PERSON" or tree.tokens[last].dep not in NAMED_AS:
                continue
            if tree.sentence_of[first] < earliest:
                return None
            if tree.tokens[last].dep in ACTING:
                named = self._names.named(first, last)
                if self._heard.agrees(named, pronoun):
                    return named
        return None

    def _just_before(self, at: int, pronoun: str) -> Speaker | None:
        """Who is the subject of the sentence before, where nobody has spoken since: "Kost hung up"."""
        sentence = self._tree.sentence_of[at] - 1
        if sentence <= self._heard.last_sentence:
            return None
        return self._named_before(at, pronoun, since=sentence - 1)

    def _titled_before(self, at: int, pronoun: str) -> Speaker | None:
        """The nearest person called by a title since somebody spoke: "the colonel smiled"."""
        tree = self._tree
        earliest = max(tree.sentence_of[at] - REACH, self._heard.last_sentence + 1)
        for i in range(at - 1, -1, -1):
            if tree.sentence_of[i] < earliest:
                return None
            titled = tree.tokens[i].tag == "NN" and tree.tokens[i].dep in ("nsubj", "nsubjpass")
            if titled and tree.lemma(i) in self._acts.people - self._acts.collectives:
                called = self._describe(i)
                if self._heard.agrees(called, pronoun):
                    return called
        return None
