"""Occurrence questions: what one voice asserts and another denies, negates or dismisses."""

import re
from collections.abc import Iterator, Sequence

from counterclaim.records import Claim, OpenQuestion, fingerprint
from counterclaim.stages.match.blocking import OPPOSED_TOGETHER, gathered
from counterclaim.stages.match.scene import Pair, Scene, shortened, whether
from counterclaim.stages.match.words import QuestionWords

SAME_SUBJECT_TERMS = 0.45
SAME_SUBJECT_COSINE = 0.5
"""Shared terms and likeness from which a denial is about an assertion; set on the development gold."""

PLAIN_NEGATION_COSINE = 0.57
"""Likeness that a bare "not" needs: much is negated in a text that answers nobody."""

OTHER_DEED_COSINE = 0.66
"""Likeness that a bare "not" needs where it denies another deed by its word: "closed" beside "locked"."""

DISMISSED_TERMS = 0.2
"""Shared terms from which a dismissal is about an assertion: it rarely repeats the words."""

FEWEST_TERMS = 2
"""A claim with fewer content words is too bare to be denied or asserted."""


def denial_questions(scene: Scene, words: QuestionWords) -> Iterator[OpenQuestion]:
    """A question for each thing that is both asserted and denied; answers: it is so, it is not so."""
    claims = [c for c in scene.claims.values() if len(c.terms) >= FEWEST_TERMS and asserts(c, words)]
    pairs = scene.pairs(
        claims,
        worth=lambda one, two: _opposed(scene, one, two, words) and _may_be_close(scene, one, two, words),
        least_terms=DISMISSED_TERMS,
        least_cosine=SAME_SUBJECT_COSINE,
    )
    opposed = [pair for pair in pairs if _close_enough(scene, pair, words)]
    links = {(p.first, p.second): p.cosine for p in opposed}
    for keys in gathered(links, keeping_together=OPPOSED_TOGETHER):
        yield _question(scene, words, [scene.claims[k] for k in keys], opposed)


def asserts(claim: Claim, words: QuestionWords) -> bool:
    """Whether a claim asserts something itself: an outlet that tells of an "account" does not."""
    reports = claim.statement is None and bool(words.of_saying & set(claim.terms))
    return claim.status != "hypothetical" and not reports


def negative(scene: Scene, claim: Claim, words: QuestionWords) -> bool:
    """Whether a claim says that something is not so: negated, denied, or dismissed in its own words."""
    statement = scene.statement_of(claim)
    denied = claim.status == "denied" or (statement is not None and statement.act == "deny")
    return claim.negated or denied or bool(words.dismissals & set(claim.terms))


def denied(scene: Scene, claims: Sequence[Claim]) -> str:
    """The wording of claims that say no: where the no stands outside the words it is put before them."""
    plain = [c for c in claims if not _no_is_outside(scene, c)]
    return scene.wording(plain) if plain else f"denied: {scene.wording(claims)}"


def _no_is_outside(scene: Scene, claim: Claim) -> bool:
    statement = scene.statement_of(claim)
    return claim.status == "denied" or (statement is not None and statement.act == "deny")


def _opposed(scene: Scene, one: Claim, two: Claim, words: QuestionWords) -> bool:
    """Whether different voices speak, and one of them says that something is not so."""
    different = scene.voice(one) != scene.voice(two)
    return different and negative(scene, one, words) != negative(scene, two, words)


def _may_be_close(scene: Scene, one: Claim, two: Claim, words: QuestionWords) -> bool:
    """Whether claims share words enough to be worth a closer look."""
    dismissed = bool(words.dismissals & {*one.terms, *two.terms})
    return dismissed or scene.shared(one.terms, two.terms) >= SAME_SUBJECT_TERMS


def _close_enough(scene: Scene, pair: Pair, words: QuestionWords) -> bool:
    """Whether a denial is about an assertion: the plainer the denial, the nearer they must be."""
    claims = [scene.claims[c] for c in (pair.first, pair.second)]
    if any(words.dismissals & set(c.terms) for c in claims):
        return True
    yes, no = sorted(claims, key=lambda c: negative(scene, c, words))
    if _agree(yes, no, words):
        return False
    deed = None if _no_is_outside(scene, no) else denied_deed(no, words)
    another = deed is not None and deed not in yes.terms
    if another and (deed in words.untold or pair.cosine < OTHER_DEED_COSINE):
        return False
    denied = any((s := scene.statement_of(c)) is not None and s.act == "deny" for c in claims)
    return pair.terms >= SAME_SUBJECT_TERMS and (denied or pair.cosine >= PLAIN_NEGATION_COSINE)


def _agree(yes: Claim, no: Claim, words: QuestionWords) -> bool:
    """Whether one claim denies the opposite of what the other says: nobody opened it, it was locked."""
    said, unsaid = set(yes.terms), set(no.terms)
    return any(
        unsaid & here and said & there and not (said & here or unsaid & there)
        for one, other in words.antonyms
        for here, there in ((one, other), (other, one))
    )


def denied_deed(claim: Claim, words: QuestionWords) -> str | None:
    """The first term behind the word that denies, mostly its verb; None where no term is told there."""
    text = re.sub(r"n['’]t\b", " not", claim.text.lower())
    after = False
    for word in re.findall(r"\w+(?:-\w+)*", text):
        if after:
            term = next((t for t in sorted(claim.terms) if is_form(word, t)), None)
            if term is not None:
                return term
        after = after or word in words.denying
    return None


ENDING = re.compile(r"\w?(?:s|es|ed|d|ies|ied|ing|n|en)")
"""What a verb's forms add to its stem, its last letter doubled or not."""


def is_form(word: str, term: str) -> bool:
    """Whether a word is a form of a lemma, by spelling: "opened" of "open", "denied" of "deny"."""
    if word == term:
        return True
    stem = term[:-1] if term.endswith(("e", "y")) else term
    rest = word.removeprefix(stem)
    return len(stem) > 1 and rest != word and ENDING.fullmatch(rest) is not None


def _question(scene: Scene, words: QuestionWords, claims: list[Claim], pairs: list[Pair]) -> OpenQuestion:
    yes = [c for c in claims if not negative(scene, c, words)]
    no = [c for c in claims if negative(scene, c, words)]
    ids = {c.id for c in claims}
    best = max((p for p in pairs if p.first in ids), key=lambda p: (p.cosine, p.first, p.second))
    one, two = scene.claims[best.first], scene.claims[best.second]
    said = " and ".join(f"“{shortened(c.text)}” ({scene.voice_name(c)})" for c in (one, two))
    why = f"{said} are about the same: likeness {best.cosine:.2f}; one is said, the other denied"
    return OpenQuestion(
        id=fingerprint("q", "occurrence", *sorted(ids)),
        kind="occurrence",
        text=whether(scene.wording(yes)),
        answers=(scene.answer(scene.wording(yes), yes), scene.answer(denied(scene, no), no)),
        rival=True,
        why=(why,),
    )
