import dataclasses
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.records import Dossier, Question, QuestionKind
from counterclaim.render import index
from counterclaim.render.html import to_html
from counterclaim.render.html.marks import Mark, marked
from counterclaim.render.html.tags import bdi, el, seen, web_address
from counterclaim.render.html.view import weight
from counterclaim.render.html.wording import answer_text, date, parted, question_text, shortened
from invented import C_TOLL, DOSSIER, FERRY, GULL, R_HOSPITAL, S_COPY, S_TOLL, TIDEWIRE, claim

VOID = {"meta", "input", "br", "hr", "link"}
HOSTILE = (
    '<script>alert(1)</script></style><svg onload="x()"><img src=x onerror=y()>'
    '" onclick="z()" \u202egnp.exe\u202c javascript:alert(2) &lt;b&gt; \x00\ud800'
)


class Tree(HTMLParser):
    """Elements that open and close, ids, links, and any attribute that would act."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.acting: list[str] = []
        self.tags: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href" and value and value.startswith("#"):
                self.targets.append(value[1:])
            if name.startswith("on") or name in ("style", "src", "srcdoc", "xlink:href"):
                self.acting.append(name)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def tree(page: str) -> Tree:
    found = Tree()
    found.feed(page)
    found.close()
    assert not found.open
    return found


def empty() -> Dossier:
    fields = {f.name: () for f in dataclasses.fields(Dossier) if f.name not in ("story", "root_of", "run")}
    return dataclasses.replace(DOSSIER, **fields, root_of={})  # type: ignore[arg-type]


def test_every_link_leads_somewhere_and_no_id_stands_twice() -> None:
    page = tree(to_html(DOSSIER))
    assert sorted(page.ids) == sorted(set(page.ids))
    assert set(page.targets) <= set(page.ids)


def test_further_claims_of_a_copied_sentence_can_be_led_to() -> None:
    words = ("people were killed", "a blast tore through the ferry landing")
    extra = tuple(
        claim(where, text, said) for text in words for where, said in ((TIDEWIRE, S_TOLL), (GULL, S_COPY))
    )
    first = DOSSIER.questions[0]
    many = dataclasses.replace(first.answers[0], claims=(*first.answers[0].claims, *(c.id for c in extra)))
    found = dataclasses.replace(
        DOSSIER,
        claims=(*DOSSIER.claims, *extra),
        root_of={**DOSSIER.root_of, **{c.id: R_HOSPITAL.id for c in extra}},
        questions=(dataclasses.replace(first, answers=(many, *first.answers[1:])), *DOSSIER.questions[1:]),
    )
    page = tree(to_html(found))
    assert sorted(page.ids) == sorted(set(page.ids))
    assert set(page.targets) <= set(page.ids)


def test_sections_stand_in_the_order_of_the_questions_a_reader_asks() -> None:
    page = to_html(DOSSIER)
    order = ["about", "disputed", "agreed", "alone", "figures", "when-where", "who", "words", "made"]
    places = [page.index(f'<section id="{name}"') for name in order]
    assert places == sorted(places)


def test_from_a_claim_to_its_words_and_back() -> None:
    page = to_html(DOSSIER)
    assert f'href="#{C_TOLL.id}"' in page
    assert f'id="{C_TOLL.id}"' in page
    back = re.findall(r'class="ref"', page)
    items = set(re.findall(r'id="(q\d+-\d+-\d+)"', page))
    assert len(back) == len(items)
    assert items == set(re.findall(r'href="#(q\d+-\d+-\d+)"', page))


def test_a_copy_is_one_root() -> None:
    page = to_html(DOSSIER)
    assert "1 root, carried by 2 accounts" in page
    assert R_HOSPITAL.name in page


def test_how_words_came_is_said_in_words() -> None:
    text = " ".join(tree(to_html(DOSSIER)).text)
    flat = re.sub(r"\s+", " ", text)
    assert re.search(r"residents .{0,40}→ Harbour Radio → Tidewire, 4 March 2031", flat)
    for words in ("given as denied", "given as alleged", "speaks against the speaker’s own side"):
        assert words in flat


def test_no_word_of_a_verdict() -> None:
    words = " ".join(tree(to_html(empty())).text).casefold()
    for verdict in ("debunked", "false claim", "proven", "verified", "unconfirmed", "misinformation", "lie"):
        assert not re.search(rf"\b{verdict}\b", words)


def test_hostile_text_stays_text() -> None:
    article = dataclasses.replace(
        TIDEWIRE,
        text=FERRY + HOSTILE,
        title=HOSTILE,
        outlet=HOSTILE,
        byline=HOSTILE,
        url="javascript:alert(1)",
    )
    named = tuple(dataclasses.replace(a, name=HOSTILE) for a in DOSSIER.actors)
    asked = tuple(dataclasses.replace(q, text=HOSTILE, why=(HOSTILE,)) for q in DOSSIER.questions)
    hostile = dataclasses.replace(
        DOSSIER,
        articles=(article, *DOSSIER.articles[1:]),
        actors=named,
        questions=asked,
        story=dataclasses.replace(DOSSIER.story, title=HOSTILE),
    )
    page = to_html(hostile)
    page.encode("utf-8")
    found = tree(page)
    assert found.acting == []
    assert found.tags.count("script") == 1
    assert found.tags.count("style") == 1
    assert "img" not in found.tags
    assert 'href="javascript' not in page
    assert "\u202e" not in page
    assert "⟨U+202E⟩" in page


@pytest.mark.parametrize("sixty", [0, 60])
def test_no_question_and_sixty(sixty: int) -> None:
    questions = tuple(
        dataclasses.replace(DOSSIER.questions[n % 3], id=f"question-{n}", text=f"Question {n}?")
        for n in range(sixty)
    )
    page = tree(to_html(dataclasses.replace(DOSSIER, questions=questions)))
    assert sum(i.startswith("question-") and i.endswith("-text") for i in page.ids) == sixty


def test_nothing_at_all() -> None:
    assert "No account could be read." in to_html(empty())


def test_the_policy_lets_only_the_page_s_own_style_and_script_run() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', to_html(DOSSIER))
    assert policy is not None
    rules = policy[1].replace("&#39;", "'")
    assert rules.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in rules


def test_same_dossier_same_page() -> None:
    assert to_html(DOSSIER) == to_html(DOSSIER)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec=None), max_size=200))
def test_any_text_makes_a_page(text: str) -> None:
    article = dataclasses.replace(TIDEWIRE, text=FERRY + text)
    page = to_html(dataclasses.replace(DOSSIER, articles=(article, *DOSSIER.articles[1:])))
    assert tree(page).acting == []


@given(st.text("ab <&", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_marks_that_cross_still_nest_and_lose_no_text(text: str, extents: list[tuple[int, int]]) -> None:
    marks = [
        Mark(min(e), min(max(e), len(text)), n % 3, lambda i, f, x: el("b", i)) for n, e in enumerate(extents)
    ]
    found = tree(str(marked(text, 0, len(text), marks)))
    assert "".join(found.text) == text


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=1", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://a b", False),
        ('https://a"onload=', False),
        (None, False),
    ],
)
def test_addresses(url: str | None, kept: bool) -> None:
    assert (web_address(url) is not None) is kept


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2016-12-14", "14 December 2016"),
        ("2016-12", "December 2016"),
        ("2016", "2016"),
        ("198X", "1980s"),
        ("2016-21", "spring 2016"),
        ("2016-12-14T06:30", "14 December 2016, 06:30"),
        ("2016-11/2016-12", "November 2016 to December 2016"),
        ("2016-11/..", "November 2016 to open"),
        ("2016~", "about 2016"),
        (None, "no date"),
    ],
)
def test_dates_in_words(value: str | None, words: str) -> None:
    assert date(value) == words


def test_long_names_are_cut_at_a_word() -> None:
    assert shortened("the committee for the return of the ferrymen", 20) == "the committee for…"
    assert len(shortened("x" * 300, 20)) == 20


def test_what_would_act_unseen_is_written_out() -> None:
    assert seen("a\u202eb\x00") == "a⟨U+202E⟩b⟨U+0000⟩"


@pytest.mark.parametrize(
    ("words", "kept"),
    [("Karsava", False), ("Ņikolajs", False), ("ميناء", True), ("נמל 12", True), ("a ١٢", True), ("", False)],
)
def test_only_words_with_a_direction_of_their_own_are_set_apart(words: str, kept: bool) -> None:
    assert str(bdi(words)) == (f"<bdi>{words}</bdi>" if kept else words)


def test_index_leads_to_each_story() -> None:
    page = index.to_html([("ferry/dossier.html", DOSSIER)], DOSSIER.rejections)
    found = tree(page)
    assert 'href="ferry/dossier.html"' in page
    assert found.acting == []
    assert "script" not in found.tags
    assert "scan.pdf" in page
    assert "No story was found." in index.to_html([], ())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("How many were hurt (Karsava, 2031-05-04)?", "How many were hurt (Karsava, 4 May 2031)?"),
        ("How many were hurt (2031-05)?", "How many were hurt (May 2031)?"),
        ("Is it so? “used 2031-05 in (parts)”", "Is it so? “used 2031-05 in (parts)”"),
        ("How many (2031-15, 2031-2032)?", "How many (2031-15, 2031-2032)?"),
        ("Who?", "Who?"),
    ],
)
def test_dates_of_a_question_s_scope_are_in_words(text: str, shown: str) -> None:
    assert question_text(dataclasses.replace(DOSSIER.questions[0], text=text)) == shown


def test_each_wording_of_a_number_stands_once() -> None:
    figure = next(q for q in DOSSIER.questions if q.kind == "figure")
    answer = dataclasses.replace(figure.answers[0], text="Dozens / 40 / dozens")
    assert answer_text(figure, answer) == "Dozens / 40"


def test_disputes_over_numbers_come_first_and_those_that_rest_on_little_last() -> None:
    figure = next(q for q in DOSSIER.questions if q.kind == "figure")
    roots = tuple(f"root-{n}" for n in range(4))

    def asked(kind: QuestionKind, held: tuple[str, ...]) -> Question:
        answers = tuple(dataclasses.replace(a, roots=held) for a in figure.answers)
        return dataclasses.replace(figure, kind=kind, answers=answers)

    strong, weak = asked("figure", roots[:3]), asked("figure", roots[:1])
    other = asked("occurrence", roots)
    assert sorted([weak, other, strong], key=weight) == [strong, other, weak]


def test_the_day_of_a_story_stands_above_its_title_and_long_titles_are_set_smaller() -> None:
    story = dataclasses.replace(DOSSIER.story, title="Word " * 20 + "(2031-05-04)")
    page = to_html(dataclasses.replace(DOSSIER, story=story))
    assert "Counterclaim dossier · 4 May 2031</p>" in page
    assert re.search(r'<h1 class="long">(Word )*Word</h1>', page)


@pytest.mark.parametrize(
    ("title", "head", "day"),
    [
        ("Blast at the landing (2031-05-04)", "Blast at the landing", "2031-05-04"),
        ("Blast (Karsava, 2031-05)", "Blast (Karsava)", "2031-05"),
        ("Blast (Karsava)", "Blast (Karsava)", None),
        ("(2031)", "(2031)", None),
        ("", "", None),
    ],
)
def test_a_title_is_parted_from_the_day_that_tells_it_apart(title: str, head: str, day: str | None) -> None:
    assert parted(title) == (head, day)


def test_one_account_is_spoken_of_as_one() -> None:
    page = to_html(dataclasses.replace(empty(), articles=DOSSIER.articles[:1]))
    assert "1 account of one event" in page
    assert "It holds no statements, and no claims in its own voice" in page
    assert "Why these accounts are read as one story" not in page
