from datetime import date

import pytest
from admitted import article

from counterclaim.stages.admit.printed import printed_dates, read_date

LEDE = "A blast on the bridge over the Merl hurt four people on Friday, the town council of Osten said."


@pytest.mark.parametrize(
    "text",
    [
        "Fri 09 Apr 2021", "Friday, 9 April 2021",
        "9th of April, 2021", "April 9, 2021", "Apr. 9, 2021", "Apr.9 2021",
        "Friday April 9 2021", "2021-04-09", "09.04.2021", "9-04-2021", "Apr 092021",
    ],
)  # fmt: skip
def test_full_dates(text: str) -> None:
    (found,) = printed_dates(f"seen on {text} there")
    assert (found.value, found.start, found.end) == (date(2021, 4, 9), 8, 8 + len(text))


@pytest.mark.parametrize(
    "text", ["April 2021", "9 April", "31 April 2021", "1.5.20", "April 9, 20210", "may 2021"]
)
def test_what_is_no_full_date(text: str) -> None:
    assert not list(printed_dates(text))


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("2021-04-09", "2021-04-09"),
        ("2021-04-09T08:00:00+02:00", "2021-04-09"),
        ("20210409", "2021-04-09"),
        ("Fri, 09 Apr 2021 08:00:00 GMT", "2021-04-09"),
        ("9 April 2021", "2021-04-09"),
        ("25/04/2021", "2021-04-25"),
        ("04/25/2021", "2021-04-25"),
        ("04/04/2021", "2021-04-04"),
        ("04/05/2021", "2021"),
        ("2021/04/09", "2021-04-09"),
        ("April 2021", "2021-04"),
        ("2021-04", "2021-04"),
        ("2021", "2021"),
        ("1617955200", "2021-04-09"),
    ],
)
def test_dates_in_metadata(given: str, value: str) -> None:
    found = read_date(given)
    assert found is not None
    assert found[0] == value


@pytest.mark.parametrize("given", ["", "yesterday", "2021-13-40", "45/45/2021", "12"])
def test_what_is_no_date_in_metadata(given: str) -> None:
    assert read_date(given) is None


CAPTIONED = """Police stand by the bridge in Osten, March 28, 2021. Reuters

The council of Osten met Wednesday while the bridge was still closed. It had voted on Tuesday to rebuild it.

A crane is seen near the bridge in Osten, April 3, 2021. Reuters"""


@pytest.mark.parametrize(
    ("text", "metadata", "published", "basis"),
    [
        (LEDE, {"published": "9 Apr 2021"}, "2021-04-09", "given in the metadata"),
        (LEDE, {"published": "04/05/2021"}, "2021", "cannot be told apart"),
        (f"Fri 09 Apr 2021 {LEDE}", {}, "2021-04-09", "printed at the head"),
        (f"{LEDE} Last Update: Friday 9 April 2021", {}, "2021-04-09", "printed at the foot"),
        (f"Fri 09 Apr 2021 {LEDE}", {"published": "2021-04-10"}, "2021-04-10", "metadata"),
        (LEDE, {"url": "https://x.example/2021/04/09/bridge"}, "2021-04-09", "from the address"),
        (
            CAPTIONED,
            {},
            "2021-04-07",
            "'Wednesday' in the text beside captions dated March 28, 2021 and April 3, 2021",
        ),
        (
            f"{LEDE} It had closed on Wednesday, April 7, 2021, too.",
            {},
            "2021-04-09",
            "beside 'Wednesday, April 7, 2021'",
        ),
    ],
)
def test_published(text: str, metadata: dict[str, str], published: str, basis: str) -> None:
    admitted = article(text, **metadata)
    assert admitted.published == published
    assert admitted.published_basis is not None
    assert basis in admitted.published_basis


@pytest.mark.parametrize(
    "text",
    [
        LEDE,
        f"{LEDE} The first bridge was opened on May 3, 1931.",
        f"{LEDE} It had closed on Sunday, April 4, 2021, too.",
        f"{LEDE}\n\nPolice stand by the bridge in Osten, April 3, 2021. Reuters".replace(
            "Friday", "a holiday"
        ),
        f"{LEDE}\n\nA crane is seen in this file photo, April 3, 2021. Reuters",
        f"{LEDE}\n\nFriday, April 30, 2021".replace("on Friday", "last Friday"),
    ],
)
def test_not_published_on_any_day_that_is_known(text: str) -> None:
    admitted = article(text)
    assert (admitted.published, admitted.published_basis) == (None, None)
