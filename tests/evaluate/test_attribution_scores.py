import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows_of import Record, at

from counterclaim.evaluate.attributions import Said, compare
from counterclaim.evaluate.report import f1, share
from counterclaim.evaluate.words import Words

SHARED = Path(__file__).resolve().parents[3] / "shared"
TEXT = 'Vera Holm said "the bridge is gone." She thinks that it fell. A flood is reported.'
QUOTE, FALL, FLOOD = at(TEXT, '"the bridge is gone."'), at(TEXT, "that it fell"), at(TEXT, "A flood")


def said(
    source: list[int] | None, cue: list[int] | None, content: list[int] | list[list[int]] | None
) -> Said:
    def pairs(value: list[int] | list[list[int]] | None) -> tuple[tuple[int, int], ...]:
        if not value:
            return ()
        pieces = value if isinstance(value[0], list) else [value]
        return tuple((int(s), int(e)) for s, e in pieces)

    return Said(source=pairs(source), cue=pairs(cue), content=pairs(content))


GOLD = [
    said(at(TEXT, "Vera Holm"), at(TEXT, "said"), QUOTE),
    said(at(TEXT, "She"), at(TEXT, "thinks"), FALL),
    said(None, at(TEXT, "is reported"), FLOOD),
]


def counted(found: list[Said], wanted: list[Said] = GOLD) -> Counter[str]:
    return compare(Words(TEXT), wanted, found)[0]


def test_the_gold_itself_is_perfect() -> None:
    counts = counted(GOLD)
    assert [counts[k] for k in ("half", "exact", "exact_words", "who", "found", "wanted")] == [3] * 6
    assert counts["same_source"] == counts["sourced"] == 2
    for role in ("source", "cue", "content"):
        assert counts[f"{role}_right"] == counts[f"{role}_found"] == counts[f"{role}_wanted"] > 0


@pytest.mark.parametrize(
    ("found", "half", "exact", "words", "who"),
    [
        ([], 0, 0, 0, 0),
        # quotation marks left out, another mention of the source
        ([said(at(TEXT, "Holm"), None, [QUOTE[0] + 1, QUOTE[1] - 1])], 1, 0, 1, 1),
        # two of three tokens, another source
        ([said(at(TEXT, "Vera Holm"), None, at(TEXT, "it fell"))], 1, 0, 0, 0),
        # a pronoun is right only as that pronoun
        ([said(at(TEXT, "She"), None, FALL)], 1, 1, 1, 1),
        # a source where there is none
        ([said(at(TEXT, "Vera"), None, FLOOD)], 1, 1, 1, 0),
        # none where there is one
        ([said(None, None, QUOTE)], 1, 1, 1, 0),
        # too little in common
        ([said(at(TEXT, "Vera Holm"), None, at(TEXT, "gone"))], 0, 0, 0, 0),
        # each is used once
        ([said(at(TEXT, "She"), None, FALL), said(at(TEXT, "She"), None, FALL)], 1, 1, 1, 1),
        # content of several pieces
        ([said(at(TEXT, "She"), None, [at(TEXT, "that it"), at(TEXT, "fell")])], 1, 1, 1, 1),
    ],
)
def test_what_is_right(found: list[Said], half: int, exact: int, words: int, who: int) -> None:
    counts = counted(found)
    assert (counts["half"], counts["exact"], counts["exact_words"], counts["who"]) == (
        half,
        exact,
        words,
        who,
    )


EXTENTS = st.lists(st.tuples(st.integers(-3, 99), st.integers(-3, 99)), max_size=3).map(tuple)
ANY = st.lists(st.builds(Said, source=EXTENTS, cue=EXTENTS, content=EXTENTS), max_size=5)


@given(ANY, ANY)
def test_nothing_is_right_more_often_than_it_is_there(wanted: list[Said], found: list[Said]) -> None:
    counts = counted(found, wanted)
    assert counts["exact"] <= counts["exact_words"] <= counts["half"] <= min(len(wanted), len(found))
    assert counts["who"] <= counts["half"]
    for role in ("source", "cue", "content"):
        assert counts[f"{role}_right"] <= min(counts[f"{role}_found"], counts[f"{role}_wanted"])


def test_of_nothing_there_is_no_share_and_no_f1() -> None:
    assert share("x", 0, 0).value is None
    assert f1("x", 0, 0, 0).value == 0.0
    assert f1("x", 1, 1, 2).value == pytest.approx(2 / 3)


@pytest.mark.skipif(not (SHARED / "data" / "polnear").is_dir(), reason="the development data is not here")
def test_the_figures_are_those_of_the_scorer_beside_the_data(tmp_path: Path) -> None:
    """On real rows: one annotator's attributions, shifted, cut and thinned out, against the other's."""
    rows = [json.loads(line) for line in (SHARED / "data/polnear/dev.jsonl").read_text("utf-8").splitlines()]
    made = []
    total: Counter[str] = Counter()
    for row in rows:
        found = [_spoilt(a, number) for number, a in enumerate(row["attributions"]) if number % 7]
        made.append({"doc": row["doc"], "attributions": found})
        sides = [[_as_said(a) for a in attributions] for attributions in (row["attributions"], found)]
        total += compare(Words(row["text"]), *sides)[0]
    file = tmp_path / "found.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in made), "utf-8")
    scorer, gold = SHARED / "score/score_attribution.py", SHARED / "data/polnear/dev.jsonl"
    command = [sys.executable, str(scorer), "--gold", str(gold), "--pred", str(file)]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    ours = {
        **{
            f"tokens.{r}": [total[f"{r}_{p}"] for p in ("right", "found", "wanted")] for r in theirs["tokens"]
        },
        "content_exact": [total["exact"], total["found"], total["wanted"]],
        "content_exact_words": [total["exact_words"], total["found"], total["wanted"]],
        "content_partial": [total["half"], total["found"], total["wanted"]],
        "who_said_what": [total["who"], total["found"], total["wanted"]],
    }
    for name, counts in ours.items():
        one = theirs["tokens"][name[7:]] if name.startswith("tokens.") else theirs[name]
        score = f1(name, *counts)
        assert counts == [one["hits"], one["pred"], one["gold"]], name
        assert score.value is not None
        assert round(score.value, 4) == one["f1"], name
    right, wanted = total["same_source"], total["sourced"]
    assert round(right / wanted, 4) == theirs["source_given_partial"]["by_text"]


def _spoilt(attribution: Record, number: int) -> Record:
    """An attribution with its content cut short, its source shortened or left out, as a reader might err."""
    content = [[s, max(s + 1, e - number % 11)] for s, e in attribution["content"]]
    source = [[max(s, e - 4 - number % 9), e] for s, e in attribution["source"]] if number % 5 else []
    cue = attribution["cue"] if number % 3 else [[s, e + 6] for s, e in attribution["cue"]]
    return {"source": source, "cue": cue, "content": content}


def _as_said(attribution: Record) -> Said:
    return Said(
        **{role: tuple((s, e) for s, e in attribution[role]) for role in ("source", "cue", "content")}
    )
