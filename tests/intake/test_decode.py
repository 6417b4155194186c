from hypothesis import given
from hypothesis import strategies as st

from counterclaim.intake.decode import MOST_CHARACTERS, Undecodable, decode


@given(st.one_of(st.binary(max_size=300), st.text(max_size=100).map(str.encode)))
def test_any_bytes_are_text_or_refused_with_a_reason(data: bytes) -> None:
    try:
        decoded = decode(data)
    except Undecodable as refused:
        assert str(refused)
    else:
        assert "\r\n" not in decoded.text
        assert 0 < len(decoded.text) <= MOST_CHARACTERS
        decoded.text.encode("utf-8")


@given(st.text(alphabet=st.characters(min_codepoint=32, exclude_categories=["Cs"]), min_size=1, max_size=100))
def test_text_in_utf_8_comes_back_as_it_is(text: str) -> None:
    if not text.strip("\ufeff \xa0") or text.startswith(("\ufeff", "PK", "%PDF", "GIF8", "{\\rtf")):
        return
    assert decode(text.encode()).text == text
