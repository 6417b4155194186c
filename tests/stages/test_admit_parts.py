import pytest
from admitted import article, parts

LEDE = "A blast on the bridge over the Merl hurt four people on Friday, the town council of Osten said."
MORE = "Nobody has claimed it. Repairs would take two months, a spokesman for the council told reporters."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LEDE, [("body", LEDE)]),
        (f"{LEDE}\n{MORE}", [("body", LEDE), ("body", MORE)]),
        (f"Bridge closed after blast\n\n{LEDE}", [("headline", "Bridge closed after blast"), ("body", LEDE)]),
        (
            f"Bridge Closed After Blast in Osten.\n\n{LEDE}",
            [("headline", "Bridge Closed After Blast in Osten."), ("body", LEDE)],
        ),
        (f"Four were hurt.\n\n{LEDE}", [("body", "Four were hurt."), ("body", LEDE)]),
        (
            f"Bridge closed\nCouncil promises repairs within weeks\nBy Ada Brenn\n9 April 2021\n\n{LEDE}",
            [
                ("headline", "Bridge closed"),
                ("headline", "Council promises repairs within weeks"),
                ("credit", "By Ada Brenn"),
                ("dateline", "9 April 2021"),
                ("body", LEDE),
            ],
        ),
        (
            f"{LEDE}\n\nCut\n\n{MORE}",
            [("body", LEDE), ("headline", "Cut"), ("body", MORE)],
        ),
        (f"{LEDE}\n\nAda Brenn", [("body", LEDE), ("credit", "Ada Brenn")]),
    ],
)
def test_paragraphs_and_headlines(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        (f"OSTEN, Lowland (Reuters) - {LEDE}", "OSTEN, Lowland (Reuters) -"),
        (f"OSTEN, April 9 (Xinhua) -- {LEDE}", "OSTEN, April 9 (Xinhua) --"),
        (f"Osten, SANA – {LEDE}", "Osten, SANA –"),
        (f"(AP) — {LEDE}", "(AP) —"),
        (f"OSTEN — {LEDE}", "OSTEN —"),
        (f"Osten, Lowland (CNN) {LEDE}", "Osten, Lowland (CNN)"),
        (f"OSTEN (Lowland Wire): {LEDE}", "OSTEN (Lowland Wire):"),
        (f"OSTEN: {LEDE}", "OSTEN:"),
        (f"OSTEN Lowland {LEDE}", "OSTEN Lowland"),
        (f"Published 9 April 2021 {LEDE}", "Published 9 April 2021"),
        (f"Fri 09 Apr 2021 at 1459 {LEDE}", "Fri 09 Apr 2021 at 1459"),
        (f"Last updated at Apr 92021 {LEDE}", "Last updated at Apr 92021"),
        (f"09.04.2021 {LEDE}", "09.04.2021"),
    ],
)
def test_datelines(text: str, dateline: str) -> None:
    assert parts(text) == [("dateline", dateline), ("body", LEDE)]


@pytest.mark.parametrize(
    "text",
    [
        "The council — which met on Friday — said that the bridge would be closed for two months.",
        "Osten - the town with two bridges - now has one, and its council says that this will have to do.",
        "UNESCO experts said on Friday that the bridge would have to be rebuilt from its piers upwards.",
        "NATO said on Friday that no aircraft of its members had been near the bridge at that time.",
        "UPDATE: The council now says that six people were hurt when the bridge was attacked on Friday.",
        "Reuters reported on Friday that the bridge would be closed, and the council did not deny it.",
        "In May 2019 the bridge had been closed for a week after a smaller blast, the council said.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert parts(text) == [("body", text)]


@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        ("--Reuters", "credit"),
        ("(AFP)", "credit"),
        ("[Anadolu]", "credit"),
        ("(With AFP and Reuters)", "credit"),
        ("Reporting by Ada Brenn; Editing by Tom Low", "credit"),
        ("Source LowlandTV and agencies", "source_line"),
        ("(Source: Lowland Council + Agencies)", "source_line"),
        ("Last Update: Friday 9 April 2021 GMT 13:06", "dateline"),
        ("Tags bridge Osten Lowland Comment via Gulper", "source_line"),
        ("Ada Brenn / Tom Low", "credit"),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_feet(tail: str, kind: str, gap: str) -> None:
    assert parts(f"{LEDE} {MORE}{gap}{tail}") == [("body", f"{LEDE} {MORE}"), (kind, tail)]


@pytest.mark.parametrize(
    "end",
    [
        "as Reuters reported.",
        "its director told AFP.",
        "according to the Lowland Wire.",
        "the group said (it is based in Geneva).",
        "wrote the Associated Press.",
        "The bridge (built in 1931) is the only one.",
    ],
)
def test_what_is_no_foot(end: str) -> None:
    text = f"{LEDE} Nobody was seen near the bridge, {end}"
    assert parts(text) == [("body", text)]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Police stand by the bridge in Osten, Lowland, April 9, 2021.", "Reuters"),
        ("Police stand by the bridge in Osten, Lowland, April 9, 2021.", "(Ada Brenn/Lowland Wire)"),
        ("Smoke rises over the bridge in Osten.", "(AP Photo/Ada Brenn)"),
        ("The mayor is seen near the bridge in this file photo.", "AFP/Getty Images"),
        ("A man carries his bicycle over the bridge, Osten, Apr.9 2021.", "Photo: Ada Brenn"),
    ],
)
def test_captions_between_paragraphs(caption: str, credit: str) -> None:
    expected = [("body", LEDE), ("caption", caption), ("credit", credit), ("body", MORE)]
    assert parts(f"{LEDE}\n\n{caption} {credit}\n\n{MORE}") == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "The bridge was opened on April 9, 2021, the council said.",
        "Four people were hurt on the bridge on April 9, 2021, a police officer told Reuters.",
        "Police stand by the bridge day and night, and will do so for months.",
        "The council said it would rebuild the bridge. (Reuters)",
    ],
)
def test_what_is_no_caption(paragraph: str) -> None:
    assert ("caption", paragraph) not in parts(f"{LEDE}\n\n{paragraph}\n\n{MORE}")


def test_caption_that_ran_into_the_first_paragraph() -> None:
    caption = "Police are seen by the bridge in Osten June 6 2021"
    assert parts(f"June 7 2021 {caption} (Reuters) {LEDE}") == [
        ("dateline", "June 7 2021"),
        ("caption", caption),
        ("credit", "(Reuters)"),
        ("body", LEDE),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Members of the Lowland Democratic Forces (LDF) Highland men and others met in Osten on Friday.",
        "Nobody knows who will act next, it said. Bridges may fall OSTEN (Reuters) Police said no more.",
        "The council says that it did not rule out an accident. (AFP) Police said that they did.",
    ],
)
def test_what_is_no_caption_run_in(text: str) -> None:
    assert [kind for kind, _ in parts(text)] == ["body"]


def test_a_page_s_captions_are_captions() -> None:
    caption = "The bridge on an earlier day."
    text = f"{LEDE}\n\n{caption}\n\n{MORE}"
    assert parts(text, captions=caption) == [("body", LEDE), ("caption", caption), ("body", MORE)]


@pytest.mark.parametrize(
    ("head", "title", "expected"),
    [
        ("Fri 09 Apr 2021 Blast hurts four on Osten bridge.", None, ["dateline", "headline", "body"]),
        ("Fri 09 Apr 2021 Blast hurts four on Osten bridge .", None, ["dateline", "headline", "body"]),
        ("Blast hurts four on Osten bridge 9 April 2021", None, ["headline", "dateline", "body"]),
        ("Blast hurts four on Osten bridge", "Blast hurts four on Osten bridge", ["headline", "body"]),
        ("April 9 2021 by Ada Brenn Blast hurts four", "Blast hurts four", ["dateline", "headline", "body"]),
        ("Blast hurts four AFP Friday 9 Apr 2021", "Blast hurts four", ["headline", "dateline", "body"]),
        ("Fri 09 Apr 2021 Nobody was there.", None, ["dateline", "body"]),
    ],
)
def test_title_run_into_the_first_paragraph(head: str, title: str | None, expected: list[str]) -> None:
    text = f"{head} {LEDE}"
    assert [kind for kind, _ in parts(text, **({"title": title} if title else {}))] == expected


def test_a_title_that_the_lede_goes_on_from_is_no_headline() -> None:
    text = "Four people were hurt on the bridge in Osten on Friday, the council said."
    assert parts(text, title="Four people were hurt on the bridge") == [("body", text)]


def test_deck_and_agency_run_in() -> None:
    deck = "Repairs may last until the autumn while ferries take the strain"
    text = f"{deck} AFP Friday 9 Apr 2021 {LEDE}"
    assert parts(text) == [("body", deck), ("dateline", "AFP Friday 9 Apr 2021"), ("body", LEDE)]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "A blast on the bridge over the Merl hurt four people on\n"
        "Friday, the town council of Osten said. Nobody has claimed\n"
        "it so far. Repairs would take two months, a spokesman for\n"
        "the council told reporters, and cost eight million crowns.\n"
        "No more was known.\n"
        "Police were on the bridge until the evening, and more came\n"
        "later on."
    )
    first, second = wrapped.split("known.\n")
    assert parts(wrapped) == [("body", f"{first}known."), ("body", second)]


def test_a_flash_on_two_lines_is_one_paragraph() -> None:
    flash = "OSTEN POLICE SAY FOUR PEOPLE WERE HURT IN A BLAST ON A\nbridge and two were held"
    assert parts(flash) == [("body", flash)]


@pytest.mark.parametrize(
    ("text", "metadata", "outlet"),
    [
        (LEDE, {"outlet": "Lowland Post"}, "Lowland Post"),
        (f"{LEDE}\n\nSource: A bridge too few – Lowland Post", {}, "Lowland Post"),
        (f"{LEDE}\n\nSource: Lowland Post", {}, "Lowland Post"),
        (f"{LEDE}\n\nSource LowlandTV and agencies", {}, "LowlandTV"),
        (f"{LEDE}\n\nSource: Reuters", {}, None),
        (f"OSTEN (Reuters) - {LEDE}", {}, "Reuters"),
        (LEDE, {}, None),
    ],
)
def test_outlets(text: str, metadata: dict[str, str], outlet: str | None) -> None:
    assert article(text, **metadata).outlet == outlet


@pytest.mark.parametrize(
    ("text", "metadata", "credits"),
    [
        (f"{LEDE} --Reuters", {}, ("Reuters",)),
        (f"{LEDE} (With AFP and Reuters)", {}, ("AFP", "Reuters")),
        (f"OSTEN (Lowland Wire) - {LEDE}", {"outlet": "Lowland Post"}, ("Lowland Wire",)),
        (f"OSTEN (GPA) - {LEDE}", {"byline": "Global Press Agency"}, ("GPA",)),
        (f"{LEDE}\n\nGPA contributed to this report.", {}, ("GPA",)),
        (f"{LEDE} It is bad, he told The Associated Press.", {"outlet": "Lowland Post"}, ("AP",)),
        (f"{LEDE} It is bad, he told Reuters.", {"outlet": "Reuters"}, ()),
        (f"{LEDE} Reuters reported that two were held.", {}, ()),
        (LEDE, {"byline": "AFP"}, ("AFP",)),
        (LEDE, {"byline": "Ada Brenn"}, ()),
    ],
)
def test_credits(text: str, metadata: dict[str, str], credits: tuple[str, ...]) -> None:
    assert article(text, **metadata).credits == credits


@pytest.mark.parametrize(
    ("text", "metadata", "byline"),
    [
        (LEDE, {"byline": "By Ada Brenn"}, "Ada Brenn"),
        (f"Bridge closed\n\nBy Ada Brenn, Lowland Wire\n\n{LEDE}", {}, "Ada Brenn"),
        (f"By noon the bridge was closed.\n\n{LEDE}", {}, None),
    ],
)
def test_bylines(text: str, metadata: dict[str, str], byline: str | None) -> None:
    assert article(text, **metadata).byline == byline


def test_title_comes_from_the_headline_but_not_from_a_section_s_name() -> None:
    assert article(f"Opinion\n\nA bridge too few\n\n{LEDE}").title == "A bridge too few"
    assert article(f"{LEDE}\n\nCut\n\n{MORE}").title is None
