"""What befell those counted where a list of who they were stands before the verb.

"At least nine farmers, including two brothers from the hill and a boy, were killed": parsers lose the subject
of such a verb, its words do not.
"""

from counterclaim.records import Token
from counterclaim.stages.ground.figures_roles import GRAVEST
from counterclaim.stages.ground.figures_sentence import Sentence
from counterclaim.values.figures import FigureWords, FoundNumber

LONGEST_LISTING = 60
"""Tokens from a number to the verb behind a listing; set on monitors' digests of incidents."""

NEAREST_NOUN = 5
"""Tokens after a number within which the noun of those counted stands."""

LISTING = frozenset(
    {"including", "among", "amongst", "–", "—", "belonging", "comprising", "mostly", "mainly", "from"}
)
NO_VERB = frozenset({"have", "has", "had", "total", "combined"})
"""What parsers take for a verb of another clause: "seven people total were shot"."""

BEING = frozenset({"were", "was", "been", "being"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
ADVERBIAL = frozenset({"RB", "IN", "RBR"})


def class_after_listing(
    sentence: Sentence, number: FoundNumber, words: FigureWords
) -> tuple[str, int] | None:
    """The class of the passive verb behind the listing that follows a number of people, and its token."""
    last = sentence.inside(number.start, number.end)[-1]
    near = range(last + 1, min(last + NEAREST_NOUN, sentence.last))
    if not any(sentence.lemma(i) in words.people for i in near):
        return None
    listing = False
    for i in range(last + 1, min(last + LONGEST_LISTING, sentence.last)):
        word, token = sentence.lower(i), sentence.tokens[i]
        listing = listing or word in LISTING
        if word in BEING:
            befallen = _participle(sentence, i, words)
            if befallen is not None:
                return befallen if listing or _of_those(sentence, number, befallen) else None
            if not _relative(sentence, i):
                return None
        elif _finite(token) and i > last + 1 and not (listing and _relative(sentence, i)):
            return None
    return None


def _of_those(sentence: Sentence, number: FoundNumber, befallen: tuple[str, int]) -> bool:
    """Whether a grave verb befell those counted although the parser gives it another subject.

    Dates before a number mislead it: "On 4 May, between 13 and 15 members of the family were killed".
    """
    name, verb = befallen
    at = sentence.number_token(number)
    subjects = sentence.has(verb, "nsubjpass", "nsubj")
    if name not in GRAVEST or at is None:
        return False
    if not subjects:
        return True
    subject = sentence.tokens[subjects[-1]]
    if subject.entity in {"DATE", "TIME"} or subject.pos in {"ADJ", "ADV"}:
        return True
    between = range(subjects[-1], at)
    if any(sentence.lower(i) in {"which", "whom", "where", "when"} for i in between):
        return True  # "a raid in which seven people were shot", where the raid is taken for the subject
    counted = {at, sentence.head(at)}
    above, most = subjects[-1], NEAREST_NOUN
    while above not in counted and sentence.head(above) != above and most:
        above, most = sentence.head(above), most - 1
    return above in counted and subjects[-1] > at


def _finite(token: Token) -> bool:
    """Whether another clause has its verb here; "have" alone goes with "been"."""
    verbal = token.tag in FINITE and token.pos in {"VERB", "AUX"}
    return verbal and token.text.lower() not in NO_VERB


def _participle(sentence: Sentence, being: int, words: FigureWords) -> tuple[str, int] | None:
    """The participle behind "were", over adverbs and "been"."""
    for i in range(being + 1, min(being + 5, sentence.last)):
        token = sentence.tokens[i]
        name = words.verb_class.get(sentence.lemma(i)) if token.tag in {"VBN", "VBD"} else None
        name = name or words.adjective_class.get(sentence.lower(i))
        if name is not None:
            return (name, i) if name in words.harms else None
        if token.tag not in ADVERBIAL and sentence.lower(i) not in BEING | {
            "reported",
            "feared",
            "confirmed",
            "to",
            "be",
        }:
            return None
    return None


def _relative(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands in a clause about one of those listed: "of whom one was an infant"."""
    return any(
        sentence.lower(i) in {"who", "whom", "which", "whose"}
        for i in range(max(sentence.first, verb - 6), verb)
    )
