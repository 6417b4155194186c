import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.intake.header import split_header

BODY = "The bridge was closed on Friday.\n\nNobody knows why: the council is silent.\n"


@pytest.mark.parametrize(
    ("header", "metadata"),
    [
        ("Title: A bridge\nOutlet: Lowland Post\n\n", {"title": "A bridge", "outlet": "Lowland Post"}),
        (
            "source: Lowland Post\ndate: 9 April 2021\n\n",
            {"outlet": "Lowland Post", "published": "9 April 2021"},
        ),
        ("outlet: Post\nsource: Wire\n\n", {"outlet": "Post", "source": "Wire"}),
        (
            "---\ntitle: 'A bridge'\ntags:\n  - war\n  - water\n---\n",
            {"title": "A bridge", "tags": "war, water"},
        ),
        ("---\nurl: https://x.example/a\n---\n\n", {"url": "https://x.example/a"}),
        ("\ntitle: Low\n\n\n\n", {"title": "Low"}),
        (
            "headline: Low\nReporter: Ann\nbyline: Bea\n\n",
            {"title": "Low", "reporter": "Ann", "byline": "Bea"},
        ),
        ("url: https://x.example\nsection:\n\n", {"url": "https://x.example"}),
    ],
)
def test_headers(header: str, metadata: dict[str, str]) -> None:
    assert split_header(header + BODY) == (tuple(sorted(metadata.items())), BODY)


@pytest.mark.parametrize(
    "text",
    [
        "Breaking: four hurt in blast\n\nMore soon.",
        "Osten: a town in mourning\n\nMore soon.",
        "Update: a\nCorrection: b\n\nText.",
        "title: A\nthis line is none\n\nText.",
        "title:no space\n\nText.",
        "Source says: no comment\n\nText.",
        "Date: 3\nMayor: Ann\nDeputy: Bea\nClerk: Cy\n\nText.",
        "---\nA thematic break\n---\nText.",
        "",
        "\n\n",
        ":",
    ],
)
def test_an_article_that_begins_with_a_colon_is_left_alone(text: str) -> None:
    assert split_header(text) == ((), text)


@given(st.text(alphabet=st.sampled_from("ab:-\n \ttitle"), max_size=80))
def test_what_is_left_is_an_end_of_what_came(text: str) -> None:
    metadata, rest = split_header(text)
    assert text.endswith(rest)
    assert metadata or rest == text
