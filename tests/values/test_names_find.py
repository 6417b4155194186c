"""Known names in a text: a quick look at a name's first and last words loses none of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.models.load import lexicon
from counterclaim.records import Article, Parse, Token
from counterclaim.values.names import NameWords
from counterclaim.values.names.find import _Finder

WORDS = NameWords.from_table(lexicon("names"))
NAMES = sorted({name for family in WORDS.families for name in (family.name, *family.aliases)})
MARKS = ("-", ".", ",", "“", "”", '"', "’", "'", "(", "'s", "/", ";", "s")


class Thorough(_Finder):
    """Looks up every stretch of words."""

    def _edge(self, k: int, step: int) -> str:
        return ""


def sentence(pieces: list[tuple[str, bool]]) -> tuple[Article, Parse]:
    """Pieces as tokens, each with a space before it or without."""
    text, tokens = "", []
    for i, (piece, spaced) in enumerate(pieces):
        text += " " if spaced else ""
        start, text = len(text), text + piece
        tokens.append(Token(start, len(text), piece, piece.lower(), "PROPN", "NNP", "dep", i, "", False))
    article = Article(
        id="ar-1", file="a.txt", sha256="0", title=None, outlet=None, byline=None, published=None,
        published_basis=None, url=None, genre="report", language="en", text=text, credits=(), parts=(),
    )  # fmt: skip
    return article, Parse(tokens=tuple(tokens), sentences=((0, len(tokens)),))


PIECES = st.lists(
    st.one_of(
        st.sampled_from(NAMES).map(lambda name: [(word, True) for word in name.split()]),
        st.sampled_from(NAMES).map(
            lambda name: [(part, part != "-") for part in name.replace("-", " - ").split()]
        ),
        st.tuples(st.sampled_from(MARKS), st.booleans()).map(lambda mark: [mark]),
        st.sampled_from(("The", "the", "al", "Al", "As", "So", "Mayor")).map(lambda word: [(word, True)]),
    ),
    min_size=1,
    max_size=6,
).map(lambda groups: [piece for group in groups for piece in group])


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_no_known_name_is_lost(pieces: list[tuple[str, bool]]) -> None:
    article, parse = sentence(pieces)
    quick, thorough = (kind(article, parse, parse.sentences[0], WORDS) for kind in (_Finder, Thorough))
    for finder in (quick, thorough):
        finder.first_pass()
    assert quick.found == thorough.found


def test_known_names_are_found() -> None:
    found = 0
    for name in NAMES:
        article, parse = sentence([(word, True) for word in name.split()])
        finder = _Finder(article, parse, parse.sentences[0], WORDS)
        finder.first_pass()
        found += any(one.family is not None for one in finder.found)
    assert found > len(NAMES) * 0.9
