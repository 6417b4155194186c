from itertools import pairwise

from admitted import admit_words
from hypothesis import example, given, settings
from hypothesis import strategies as st

from counterclaim.records import Article, RawText, Rejection
from counterclaim.stages.admit import admit
from counterclaim.stages.admit.paragraphs import paragraphs

PIECES = [
    "\n", "\n\n", " ", "\t", ". ", "OSTEN, Lowland (Reuters) - ", "--Reuters", "(AFP)", "Fri 09 Apr 2021 ",
    "By Ada Brenn", "Source: Lowland Post", "Police are seen by the bridge, April 3, 2021. Reuters",
    "The bridge was closed", "Opinion", "Last Update: 9 April 2021", "Reporting by A B", "Tags bridge",
    "Wednesday",
    "قتل", "😀", "\u202e", "\x85", "\r", "(", ")", "—", "\u2028", "AFP", "Get short URL 12 ", "12",
    "title", "“", "”",
    "x" * 120, ".", "|",
]  # fmt: skip
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


@example(text="FRI 1 APR2000\u20280\r0000000000\r0", title=None)
@settings(max_examples=300, deadline=None)
@given(text=texts, title=st.one_of(st.none(), st.sampled_from(["The bridge was closed", "x", "—"])))
def test_parts_lie_in_the_text_cover_it_and_do_not_overlap(text: str, title: str | None) -> None:
    raw = RawText(file="a", text=text, sha256="0", metadata=(("title", title),) if title else ())
    admitted = admit(raw, language=lambda _: "en", words=admit_words())
    if isinstance(admitted, Rejection):
        return
    assert isinstance(admitted, Article)
    assert admitted.text == text
    end = 0
    for part in admitted.parts:
        assert end <= part.start < part.end <= len(text)
        assert not text[end : part.start].strip()
        assert text[part.start : part.end] == text[part.start : part.end].strip()
        end = part.end
    assert not text[end:].strip()


@given(texts)
def test_paragraphs_hold_all_visible_text(text: str) -> None:
    found = paragraphs(text)
    covered = "".join(text[start:end] for start, end in found)
    assert covered.split() == "".join(covered).split()
    assert sum(not c.isspace() for c in covered) == sum(not c.isspace() for c in text)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
