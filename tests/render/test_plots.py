import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Dossier, Figure
from counterclaim.render.html.plots.figures import answering, figure_plots, rows_of
from counterclaim.render.html.plots.map import clipped, decoded, fitted, holds, place_map
from counterclaim.render.html.plots.relations import relation_graph
from counterclaim.render.html.plots.svg import nice, spanning
from counterclaim.render.html.plots.timeline import days, timeline
from counterclaim.render.html.plots.voices import voices, words_by_side
from counterclaim.render.html.tags import Child, safe
from counterclaim.render.html.view import look
from counterclaim.render.outlines import OUTLINES
from invented import C_RIVAL, DOSSIER, GULL, R_HOSPITAL


def drawn(child: Child) -> str:
    return str(safe(child))


def with_figures(low: float | None, high: float | None, best: float | None) -> Dossier:
    changed: list[Figure] = [
        dataclasses.replace(f, low=low, high=high, best=best) if f.claim == C_RIVAL.id else f
        for f in DOSSIER.figures
    ]
    return dataclasses.replace(DOSSIER, figures=tuple(changed))


def test_copies_of_one_root_are_one_mark() -> None:
    rows = rows_of(DOSSIER.questions[0], look(DOSSIER))
    assert (rows[0].root, len(rows[0].claims)) == (R_HOSPITAL.id, 2)
    assert len(rows) == 2


def test_a_number_denied_has_no_mark() -> None:
    question = DOSSIER.questions[0]
    first, *others = question.answers
    denied = dataclasses.replace(first, text=f"denied: {first.text}")
    rows = rows_of(dataclasses.replace(question, answers=(denied, *others)), look(DOSSIER))
    assert [row.root for row in rows] == [row.root for row in rows_of(question, look(DOSSIER))][1:]


@pytest.mark.parametrize(
    ("low", "high", "best", "mark"),
    [
        (31.0, 31.0, 31.0, 'class="dot"'),
        (None, 400.0, None, 'class="end"'),
        (31.0, None, None, 'class="open"'),
        (30.0, 40.0, None, 'class="bar"'),
        (None, None, 30.0, 'class="about"'),
    ],
)
def test_each_kind_of_figure_has_its_mark(
    low: float | None, high: float | None, best: float | None, mark: str
) -> None:
    assert mark in drawn(figure_plots(look(with_figures(low, high, best))))


def test_the_axis_is_logarithmic_when_figures_span_a_decade() -> None:
    assert "Logarithmic axis" not in drawn(figure_plots(look(DOSSIER)))
    assert "Logarithmic axis" in drawn(figure_plots(look(with_figures(4000.0, 4000.0, 4000.0))))


@given(st.lists(st.floats(0, 1e9), min_size=1, max_size=6))
def test_a_scale_keeps_every_value_on_the_axis(values: list[float]) -> None:
    scale, ticks, _ = spanning(values, 10.0, 500.0)
    assert all(9.9 <= scale(v) <= 500.1 for v in values)
    assert 1 <= len(ticks) <= 12


@pytest.mark.parametrize(("step", "rounder"), [(0.3, 0.5), (1, 1), (7, 10), (42, 50), (180, 200)])
def test_steps_are_round(step: float, rounder: float) -> None:
    assert nice(step) == pytest.approx(rounder)


def test_every_mark_says_what_it_is_and_leads_to_words() -> None:
    view = look(DOSSIER)
    plots = [figure_plots(view), timeline(view), place_map(view), relation_graph(view), voices(view)]
    page = "".join(drawn(plot) for plot in plots)
    marks = re.findall(r'<a href="#([^"]*)" aria-label="([^"]*)" class="mark', page)
    assert len(marks) >= 8
    assert all(target and words for target, words in marks)
    assert page.count("The same as a table") == page.count("<figure")


def test_words_are_counted_once_with_their_innermost_speaker() -> None:
    counted = words_by_side(GULL, look(DOSSIER))
    assert sum(counted.values()) == sum(len(GULL.text[s:e].split()) for x in DOSSIER.statements
                                        if x.article == GULL.id for s, e in x.content)  # fmt: skip


def test_outlines_decode_to_rings_on_the_globe() -> None:
    points = decoded(OUTLINES["Latvia"][0])
    assert all(20 < x < 29 and 55 < y < 59 for x, y in points)
    assert len(points) > 10


def test_clipping_keeps_what_lies_within() -> None:
    square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    assert sorted(clipped(square, (5, 5, 20, 20))) == [(5, 5), (5, 10), (10, 5), (10, 10)]
    assert clipped(square, (20, 20, 30, 30)) == []
    assert sorted(clipped(square, (2, 2, 3, 3))) == [(2, 2), (2, 3), (3, 2), (3, 3)]


def test_inside_and_outside() -> None:
    square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    assert holds(square, 5, 5)
    assert not holds(square, 15, 5)


@given(st.floats(-179, 179), st.floats(-80, 80), st.floats(0.01, 5), st.floats(0.01, 5))
def test_a_frame_holds_its_box(west: float, south: float, wide: float, tall: float) -> None:
    w, s, e, n = fitted((west, south, west + wide, south + tall), 1.4)
    assert w <= west + 1e-9
    assert e >= west + wide - 1e-9
    assert s <= south + 1e-9
    assert n >= south + tall - 1e-9


@pytest.mark.parametrize("value", [None, "", "soon", "../2016", "2016/..", "2016-13"])
def test_what_is_no_closed_date_is_not_drawn(value: str | None) -> None:
    assert days(value) is None


def test_a_day_is_a_tick_and_a_year_a_bar() -> None:
    long = tuple(dataclasses.replace(e, date="2031") for e in DOSSIER.events)
    page = drawn(timeline(look(dataclasses.replace(DOSSIER, events=long))))
    widths = [float(w) for w in re.findall(r'width="([\d.]+)" height="14"', page)]
    ticks = [float(w) for w in re.findall(r'width="([\d.]+)" height="14"', drawn(timeline(look(DOSSIER))))]
    assert min(widths) > 5 * max(ticks)


def test_a_plot_holds_the_figures_that_answer_its_question_and_no_other_of_the_same_words() -> None:
    question = next(q for q in DOSSIER.questions if q.kind == "figure")
    view = look(DOSSIER)
    told = next(
        (answer, view.claims[c])
        for answer in question.answers
        for c in answer.claims
        if view.figures_of.get(c)
    )
    answer, claim = told
    first = view.figures_of[claim.id][0]
    other = dataclasses.replace(first, id="figure-other", text="eleven", low=11, high=11, best=11)
    figures = (*DOSSIER.figures, other)
    worded = dataclasses.replace(answer, text=f"{first.text} / some")
    more = look(dataclasses.replace(DOSSIER, figures=figures))
    assert answering(question, worded, claim, more) == [first]
