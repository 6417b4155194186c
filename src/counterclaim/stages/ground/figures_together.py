"""What is counted piece by piece to whom the same was done: "a man and two girls were killed" are three.

Accounts that count the same dead say "three people" or name them one by one; only the sum can be set beside
the other's number. It is made within one phrase alone, whose members share a verb.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from counterclaim.stages.ground.figures_counting import Counted, counted_noun
from counterclaim.stages.ground.figures_sentence import Sentence
from counterclaim.stages.ground.figures_singles import GRAVE, LEFTWARD, REFLEXIVE, is_one_person, joined
from counterclaim.values.figures import FigureWords, FoundNumber

NOMINAL = frozenset({"NOUN", "PROPN"})
LONGEST_TOGETHER = 240
"""Characters of a phrase whose members are counted together; more is a list of names with their stories."""

Bound = tuple[FoundNumber, Counted]


def together(
    sentence: Sentence, bound: Sequence[Bound], words: FigureWords
) -> Iterator[tuple[Bound, tuple[Bound, ...]]]:
    """Each sum of a phrase, and the counts that are its parts; `bound` are the counts of the sentence."""
    of_noun: dict[int, Bound] = {}
    for number, counted in bound:
        at = sentence.number_token(number)
        if at is not None and counted.name in GRAVE:
            of_noun[counted_noun(sentence, at, words)] = (number, counted)
    for root in sorted({_root(sentence, noun) for noun in of_noun}):
        found = _summed(sentence, _chain(sentence, root, of_noun), of_noun, words)
        if found is not None:
            yield found


def _summed(
    sentence: Sentence, chain: Sequence[int], of_noun: Mapping[int, Bound], words: FigureWords
) -> tuple[Bound, tuple[Bound, ...]] | None:
    """The sum of a chain of nouns, or None where one of them is not counted, or counted otherwise."""
    chain = _without_names(sentence, chain, of_noun)
    parts = [of_noun[noun] for noun in chain if noun in of_noun]
    ones = [noun for noun in chain if noun not in of_noun]
    if len(chain) < 2 or not parts or not all(is_one_person(sentence, noun, words) for noun in ones):
        return None
    if len({counted.name for _, counted in parts}) > 1 or not all(_plain(*part) for part in parts):
        return None
    extents = [_extent(sentence, noun) for noun in chain]
    extents += [(number.start, number.end) for number, _ in parts]
    start, end = min(s for s, _ in extents), max(e for _, e in extents)
    if end - start > LONGEST_TOGETHER or _another_clause(sentence, start, end):
        return None
    low = _total([number.low for number, _ in parts], len(ones))
    high = _total([number.high for number, _ in parts], len(ones))
    if low is None and high is None:
        return None
    (first, of_first), *rest = parts
    all_of_them = sentence.lemma(chain[0]) not in words.kin and not ones
    if rest and all_of_them and first.low == _total([number.low for number, _ in rest], 0):
        return (first, of_first), tuple(rest)  # "three civilians, two women and a child"
    whole = FoundNumber(
        start=start, end=end, core=(start, end), low=low, high=high, best=low if low == high else None
    )
    return (whole, replace(parts[0][1], population="people", part_of=None)), tuple(parts)


def _another_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause of its own stands within an extent."""
    tokens = (sentence.tokens[i] for i in sentence.inside(start, end))
    return any(t.tag in {"VBD", "VBZ", "VBP", "MD"} and t.dep not in {"relcl", "acl", "aux"} for t in tokens)


def _several(number: FoundNumber) -> bool:
    return any(b is not None and b > 1 for b in (number.low, number.high))


def _without_names(sentence: Sentence, chain: Sequence[int], of_noun: Mapping[int, Bound]) -> list[int]:
    """The chain without names that are those of several counted before them: "two sons, Olaf and Per"."""
    kept: list[int] = []
    naming = False
    for noun in chain:
        name = sentence.tokens[noun].pos == "PROPN" and not sentence.has(noun, "det", "poss")
        if name and naming:
            continue
        joined_to = sentence.lower(_first(sentence, noun) - 1) == "and"
        if name and kept and kept[-1] in of_noun and _several(of_noun[kept[-1]][0]) and not joined_to:
            naming = True
            continue
        naming = False
        kept.append(noun)
    return kept


def _plain(number: FoundNumber, counted: Counted) -> bool:
    """Whether a count can be added up: a number of its own with a bound, no part of another."""
    bounded = number.low is not None or number.high is not None
    return bounded and number.vague is None and counted.part_of is None and not counted.share


def _total(bounds: Sequence[float | None], more: int) -> float | None:
    told = [b for b in bounds if b is not None]
    return sum(told) + more if len(told) == len(bounds) else None


def _root(sentence: Sentence, noun: int) -> int:
    """The first of the nouns to which "and" joins a noun."""
    while sentence.tokens[noun].dep == "conj" and sentence.tokens[sentence.head(noun)].pos in NOMINAL:
        noun = sentence.head(noun)
    return noun


def _chain(sentence: Sentence, root: int, of_noun: Mapping[int, Bound]) -> list[int]:
    """A noun and those that "and", "along with" or "alongside" join to it, in order."""
    found = [root]
    for here in found:
        found += joined(sentence, here)
        found += [c for c in sentence.has(here, "conj") if sentence.tokens[c].pos in {"PRON", "ADJ", "NUM"}]
        found += [c for c in _beside(sentence, here) if c not in found]
    for trigger in {of_noun[noun][1].trigger for noun in found if noun in of_noun} - {None}:
        if trigger is not None:
            himself = [c for c in sentence.has(trigger, "conj") if sentence.lower(c) in REFLEXIVE]
            found += [c for c in (*_beside(sentence, trigger), *himself) if c not in found]
    return sorted(found)


def _beside(sentence: Sentence, i: int) -> list[int]:
    """The nouns behind "along with", "together with" and "alongside" that hang from a noun or a verb."""
    found: list[int] = []
    for prep in sentence.has(i, "prep", "advmod"):
        if sentence.lower(prep) in {"along", "together"}:
            found += [o for w in sentence.has(prep, "prep") for o in sentence.has(w, "pobj")]
        elif sentence.lower(prep) == "alongside" or (
            sentence.lower(prep) == "with" and sentence.lower(prep - 1) in {"along", "together"}
        ):
            found += sentence.has(prep, "pobj")
    return found + [c for noun in found for c in sentence.has(noun, "conj")]


def _extent(sentence: Sentence, noun: int) -> tuple[int, int]:
    """A noun with its article and what else stands before it."""
    return sentence.tokens[_first(sentence, noun)].start, sentence.tokens[noun].end


def _first(sentence: Sentence, noun: int) -> int:
    return min([noun, *(c for c in sentence.has(noun, *LEFTWARD) if c < noun)])
