"""Text that a terminal shows and does not obey."""

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


def plain(text: str) -> str:
    """Text on one line without control or direction characters: file names and titles come from others."""
    return _CONTROL.sub(" ", text)
