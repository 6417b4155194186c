"""The words with which English says no, in one place for all that reads them."""

from collections.abc import Sequence

NOT = frozenset({"not", "n't", "n’t", "never", "no", "cannot"})
NEGATORS = NOT - {"no"}
"""What negates a verb beside it; "no" stands before a noun."""

NEGATIVE = frozenset({"nor", "nobody", "none", "nothing", "neither", "nowhere"})
NOT_NEGATING_NEXT = frozenset(
    {"only", "just", "merely", "least", "fewer", "less", "more", "doubt", "matter", "until"}
)
"""Words before which a "no" or a "not" negates nothing: "no fewer than nine", "not only"."""

UTTERLY = frozenset({
    ("under", "circumstances"), ("under", "circumstance"), ("in", "circumstances"), ("in", "way"),
    ("at", "time"), ("at", "point"), ("at", "stage"), ("at", "moment"), ("by", "means"), ("on", "account"),
    ("on", "occasion"), ("in", "case"),
})  # fmt: skip
"""What stands before and behind the "no" of a phrase that denies its whole clause: "in no way"."""

EXCEPTING = frozenset({"but", "except", "other", "save"})
"""Words that make a nobody somebody: "nobody but the mayor"."""


def negates(words: Sequence[str], at: int) -> bool:
    """Whether the word of negation at `at`, of a text's words in lower case, negates what it stands by."""
    if words[at] in NEGATIVE and at + 1 < len(words) and words[at + 1] in EXCEPTING:
        return False
    return at + 1 == len(words) or words[at + 1] not in NOT_NEGATING_NEXT


def at_no_time(words: Sequence[str], at: int) -> bool:
    """Whether the "no" at `at` stands in a phrase that denies its clause: "under no circumstances"."""
    return 0 < at < len(words) - 1 and (words[at - 1], words[at + 1]) in UTTERLY
