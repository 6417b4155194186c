"""The page in real Chromium: from a claim to its words and back, filters, no network, hostile text."""

import dataclasses
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from counterclaim.records import Dossier
from counterclaim.render.html import to_html
from invented import C_TOLL, DOSSIER, FERRY, TIDEWIRE

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
HOSTILE = (
    "</style></p></article><script>window.owned = 1</script><svg onload='window.owned = 2'>"
    '<img src="http://example.org/x.png" onerror="window.owned = 3">" onmouseover="window.owned = 4" '
    "javascript:window.owned=5 \u202eexe.gnp\u202c \u2066x\u2069"
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not Path(CHROMIUM).exists(), reason="Chromium is not installed; set CHROMIUM to its path"
    ),
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Opened:
    """A page opened from a file, with all that it asked for and complained of."""

    def __init__(
        self, chromium: Browser, folder: Path, dossier: Dossier, *, script: bool = True, touch: bool = False
    ) -> None:
        file = folder / "dossier.html"
        file.write_text(to_html(dossier), "utf-8")
        self.context = chromium.new_context(
            java_script_enabled=script,
            has_touch=touch,
            viewport={"width": 390 if touch else 1280, "height": 900},
        )
        self.page = self.context.new_page()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(file.as_uri())
        assert self.asked == [file.as_uri()]


def test_from_a_claim_to_its_words_and_back(chromium: Browser, tmp_path: Path) -> None:
    opened = Opened(chromium, tmp_path, DOSSIER)
    page = opened.page
    card = page.locator(f"#{DOSSIER.questions[0].id}")
    card.locator(f'a[href="#{C_TOLL.id}"]').first.click()
    words = page.locator(f"#{C_TOLL.id}")
    assert page.url.endswith(f"#{C_TOLL.id}")
    expect(words).to_be_in_viewport()
    assert "lit" in (words.get_attribute("class") or "")
    words.locator("a.ref").click()
    back = page.locator(page.evaluate("location.hash"))
    expect(back).to_be_in_viewport()
    assert back.locator("xpath=ancestor::article").get_attribute("id") == DOSSIER.questions[0].id
    assert opened.complaints == []
    assert len(opened.asked) == 1


def test_search_and_filters(chromium: Browser, tmp_path: Path) -> None:
    page = Opened(chromium, tmp_path, DOSSIER).page
    shown = page.locator(".card:visible")
    assert shown.count() == 3
    page.locator("[name=words]").fill("DRONES")
    assert shown.count() == 1
    assert page.locator(".found").inner_text() == "1 of 3 questions"
    page.locator("button[type=reset]").click()
    expect(shown).to_have_count(3)
    page.locator("[name=standing]").select_option("disputed")
    assert shown.count() == 2
    page.locator("[name=kind]").select_option("figure")
    assert shown.count() == 1
    page.locator("[name=outlet]").select_option("Sandbank")
    assert shown.count() == 0
    page.locator("button[type=reset]").click()
    page.locator("[name=expand]").click()
    assert page.locator("main details:not([open])").count() == 0


@pytest.mark.parametrize("script", [True, False])
def test_a_link_into_a_question_on_one_line_opens_it(chromium: Browser, tmp_path: Path, script: bool) -> None:
    opened = Opened(chromium, tmp_path, DOSSIER, script=script)
    line = opened.page.locator("details.card")
    assert line.count() == 1
    expect(line.locator("blockquote").first).not_to_be_visible()
    opened.page.goto(f"{opened.page.url}#{line.locator('li.claim').first.get_attribute('id')}")
    expect(line.locator("blockquote").first).to_be_visible()


def test_a_hidden_card_shows_again_when_a_link_leads_to_it(chromium: Browser, tmp_path: Path) -> None:
    page = Opened(chromium, tmp_path, DOSSIER).page
    page.locator("[name=words]").fill("drones")
    page.locator(f"#{C_TOLL.id} a.ref").click()
    expect(page.locator(f"#{DOSSIER.questions[0].id}")).to_be_visible()


def test_hostile_text_stays_text(chromium: Browser, tmp_path: Path) -> None:
    article = dataclasses.replace(
        TIDEWIRE, text=FERRY + HOSTILE, title=HOSTILE, url="javascript:window.owned=6"
    )
    questions = tuple(dataclasses.replace(q, text=HOSTILE) for q in DOSSIER.questions)
    actors = tuple(dataclasses.replace(a, name=HOSTILE) for a in DOSSIER.actors)
    hostile = dataclasses.replace(
        DOSSIER, articles=(article, *DOSSIER.articles[1:]), questions=questions, actors=actors
    )
    opened = Opened(chromium, tmp_path, hostile)
    page = opened.page
    page.mouse.move(400, 400)
    assert page.evaluate("window.owned") is None
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    assert page.locator('a[href^="javascript"]').count() == 0
    assert "<script>window.owned = 1</script>" in page.locator(f"#{TIDEWIRE.id}").inner_text()
    assert "⟨U+202E⟩" in page.locator(f"#{TIDEWIRE.id}").inner_text()
    assert opened.complaints == []
    assert len(opened.asked) == 1


def test_it_reads_without_its_script(chromium: Browser, tmp_path: Path) -> None:
    page = Opened(chromium, tmp_path, DOSSIER, script=False).page
    assert not page.locator("#filters").is_visible()
    assert page.locator(".card:visible").count() == 3
    page.locator(f'.card a[href="#{C_TOLL.id}"]').first.click()
    expect(page.locator(f"#{C_TOLL.id}")).to_be_in_viewport()
    page.locator(".why summary").first.click()
    assert page.locator(".why[open]").count() == 1


def test_what_a_screen_reader_is_told(chromium: Browser, tmp_path: Path) -> None:
    page = Opened(chromium, tmp_path, DOSSIER).page
    for role in ("banner", "main", "navigation", "contentinfo", "search"):
        assert page.get_by_role(role).count() == 1, role
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("region", name="Where the accounts disagree").count() == 1
    assert page.get_by_role("article", name=DOSSIER.questions[0].text).count() == 1
    assert page.get_by_role("link", name="Northern Front (Northern Front): “31”, read as 31").count() == 1
    levels = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].filter(h => h.checkVisibility())"
        ".map(h => +h.tagName[1])"
    )
    assert all(after - before <= 1 for before, after in pairwise(levels))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


def noted(page: Page, words: str) -> Locator:
    return page.locator(".text a[href^='#r-']", has_text=words).first


def test_the_pointer_shows_how_a_value_was_read_and_escape_hides_it(
    chromium: Browser, tmp_path: Path
) -> None:
    opened = Opened(chromium, tmp_path, DOSSIER)
    page, tip = opened.page, opened.page.locator("#tip")
    expect(tip).not_to_be_visible()
    noted(page, "At least 12").hover()
    expect(tip).to_contain_text("12 or more (from: “At least”)")
    tip.hover()
    expect(tip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(tip).not_to_be_visible()
    page.locator(".text a.sign").first.hover()
    expect(tip).to_contain_text("Said by the port hospital")
    page.mouse.move(2, 2)
    expect(tip).not_to_be_visible()
    assert opened.complaints == []


def test_the_keyboard_shows_what_the_pointer_shows(chromium: Browser, tmp_path: Path) -> None:
    page = Opened(chromium, tmp_path, DOSSIER).page
    tip, words = page.locator("#tip"), noted(page, "Tuesday")
    words.evaluate("words => words.focus()")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(words).to_be_focused()
    expect(tip).to_contain_text("EDTF 2031-03-04 · to the day · the Tuesday of publication")
    described = page.locator(f"#{words.get_attribute('aria-describedby')}")
    expect(described).to_contain_text("to the day")
    page.keyboard.press("Tab")
    expect(tip).not_to_be_visible()
    page.locator(".plot a.mark").first.evaluate("mark => mark.focus()")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(tip).to_contain_text("read as")


def test_a_finger_shows_it_first_and_goes_there_next(chromium: Browser, tmp_path: Path) -> None:
    opened = Opened(chromium, tmp_path, DOSSIER, touch=True)
    page, tip, words = opened.page, opened.page.locator("#tip"), noted(opened.page, "Karsava")
    before = page.url
    words.tap()
    expect(tip).to_contain_text("57.51° N, 22.25° E")
    assert page.url == before
    box = tip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    words.tap()
    assert page.url != before
    note = page.locator(page.evaluate("location.hash"))
    expect(note).to_be_in_viewport()
    note.locator("a").first.tap()
    expect(words).to_be_in_viewport()


def test_without_the_script_the_words_lead_to_their_note_and_back(chromium: Browser, tmp_path: Path) -> None:
    page = Opened(chromium, tmp_path, DOSSIER, script=False).page
    noted(page, "At least 12").click()
    note = page.locator("li:target")
    expect(note).to_contain_text("12 or more")
    expect(note).to_be_visible()
    note.locator("a").first.click()
    expect(noted(page, "At least 12")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 380, 768, 1400])
def test_no_width_makes_the_page_scroll_sideways(chromium: Browser, tmp_path: Path, width: int) -> None:
    long = "Committee" * 40
    actors = tuple(dataclasses.replace(a, name=f"{a.name} {long}") for a in DOSSIER.actors)
    page = Opened(chromium, tmp_path, dataclasses.replace(DOSSIER, actors=actors)).page
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(
    chromium: Browser, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    page = Opened(chromium, tmp_path, DOSSIER).page
    page.emulate_media(color_scheme=scheme)
    ratios = page.evaluate(CONTRAST)
    assert {name: round(ratio, 2) for name, ratio in ratios.items() if ratio < 4.5} == {}


CONTRAST = """() => {
  const style = getComputedStyle(document.documentElement);
  const light = (name) => {
    const hex = style.getPropertyValue(name).trim().replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const inks = ["ink", "soft", "link", "disputed", "corroborated", "one_sided", "single_source",
    "s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "sx"];
  const found = {};
  for (const ink of inks) for (const ground of ["paper", "card"])
    found[`${ink} on ${ground}`] = ratio(`--${ink}`, `--${ground}`);
  for (const ground of ["mark", "lit", "faint"]) found[`ink on ${ground}`] = ratio("--ink", `--${ground}`);
  found["soft on land"] = ratio("--soft", "--land");
  return found;
}"""
