"""A question on one line, for those that nobody disputes: it opens to what its card would hold."""

from collections.abc import Sequence

from markupsafe import Markup

from counterclaim.records import Question
from counterclaim.render.html.cards import badge, body, filtered_by, outlets_of, to_plot
from counterclaim.render.html.tags import bdi, el, joined
from counterclaim.render.html.view import View, brief
from counterclaim.render.html.wording import answer_text, question_text, shortened

IN_ROW = 3
"""Answers, roots and accounts named on the line of a question that is not opened."""
LONGEST_ANSWER = 90
"""Characters of an answer on such a line."""


def row(question: Question, view: View, *, standing: bool) -> Markup:
    """A question on one line: its wording and answer, who gives it, in which accounts. Opens to its card.

    `standing`: whether the line says it, where questions of several standings are together.
    """
    n = view.numbers[question.id]
    answers = [
        shortened(answer_text(question, answer), LONGEST_ANSWER) for answer in question.answers if answer.text
    ]
    told = [words for words in answers if words.rstrip("…").casefold() not in question.text.casefold()]
    roots = dict.fromkeys(root for answer in question.answers for root in answer.roots if root in view.roots)
    names = [brief(view.root_name(view.roots[r]), view.look(view.roots[r].side)) for r in roots]
    outlets = outlets_of(question, view)
    line = [
        el("span", f"Q{n}", class_="number"),
        el(
            "span",
            el("b", bdi(question_text(question)), id=f"{question.id}-text"),
            el("span", [" — ", joined([bdi(words) for words in told[:IN_ROW]], "; ")], class_="told")
            if told
            else None,
            more_than(told),
            class_="asked",
        ),
        el(
            "span",
            el("span", badge(question.standing), class_="how") if standing else None,
            el(
                "span",
                el("span", "●" * min(len(roots), 12), class_="dots", aria_hidden="true"),
                " ",
                joined(names[:IN_ROW], ", "),
                more_than(names),
                class_="from",
            ),
            el(
                "span",
                " in ",
                joined([bdi(name) for name in outlets[:IN_ROW]], ", "),
                more_than(outlets),
                class_="in",
            ),
            class_="given",
        ),
    ]
    return el(
        "details",
        el("summary", line),
        to_plot(question, view),
        body(question, view),
        id=question.id,
        class_=f"card line {question.standing}{' stated' if standing else ''}",
        **filtered_by(question, view),
    )


def more_than(names: Sequence[object]) -> str | None:
    """What is said of those that a row has no room for."""
    return f" and {len(names) - IN_ROW} more" if len(names) > IN_ROW else None
