"""Whose voices each account carries: words in statements, stacked by the speaker's side."""

from counterclaim.records import Article
from counterclaim.render.html.plots.svg import figure, label, linked
from counterclaim.render.html.tags import Child, bdi, el, joined, table
from counterclaim.render.html.view import NONE, Look, View, brief, signed

WIDTH = 560
BAR = 22
ROW = 46


def voices(view: View) -> Child:
    """One bar an account, its parts in proportion to the words that each side's speakers are given."""
    head = el("h3", "Whose voices were heard")
    heard = [(article, words_by_side(article, view)) for article in view.dossier.articles]
    if not any(sum(words.values()) for _, words in heard):
        return [head, el("p", "No account reports anybody’s words.", class_="empty")]
    marks: list[Child] = []
    most = max(sum(words.values()) for _, words in heard)
    for n, (article, words) in enumerate(heard):
        top, x = n * ROW, 0.0
        total = sum(words.values())
        marks.append(label(0, top + 14, view.account(article.id), width=WIDTH - 130))
        marks.append(label(WIDTH, top + 14, f"{total:,} words reported", anchor="end", css="tick"))
        for looked, given in words.items():
            wide = given / most * WIDTH
            if not given:
                continue
            title = f"{view.outlet(article.id)}: {given} words by {looked.name}"
            shapes: list[Child] = [
                el(
                    "rect",
                    x=round(x, 1),
                    y=top + 20,
                    width=round(max(wide - 1.5, 1), 1),
                    height=BAR,
                    class_="fill",
                )
            ]
            if wide > 40:
                shapes.append(
                    label(x + wide / 2, top + 36, f"{looked.sign} {given}", anchor="middle", css="on")
                )
            marks.append(linked(article.id, title, shapes, css=looked.css))
            x += wide
    shown = [looked for looked in looks(view) if any(words.get(looked) for _, words in heard)]
    heads = ["Account", *[signed(looked.name, looked) for looked in looks(view)], "In its own voice"]
    rows = [
        [
            el("a", bdi(view.account(article.id)), href=f"#{article.id}"),
            *[str(words.get(looked, 0)) for looked in looks(view)],
            str(max(len(article.text.split()) - sum(words.values()), 0)),
        ]
        for article, words in heard
    ]
    return [
        head,
        figure(
            "Words reported by account and side",
            width=WIDTH,
            height=len(heard) * ROW + 4,
            marks=marks,
            caption=[
                "Words in statements, by the side of whoever speaks; own words are left out. ",
                joined([brief(looked.name, looked) for looked in shown], ", "),
                ".",
            ],
            table=table("Words by side of the speaker", heads, rows),
        ),
    ]


def looks(view: View) -> list[Look]:
    """The sides in order, no side last."""
    return [*view.looks.values(), NONE]


def words_by_side(article: Article, view: View) -> dict[Look, int]:
    """How many words of an article stand in statements of each side; each word once, innermost speaker."""
    owner: dict[int, Look] = {}
    said = [s for s in view.dossier.statements if s.article == article.id]
    sizes = sorted(said, key=lambda s: (-sum(e - b for b, e in s.content), s.id))
    for statement in sizes:
        looked = view.look_of_actor(statement.speaker)
        for start, end in statement.content:
            for at in range(start, end):
                owner[at] = looked
    counted = dict.fromkeys(looks(view), 0)
    text = article.text
    for at, looked in owner.items():
        if not text[at].isspace() and (at == 0 or text[at - 1].isspace() or at - 1 not in owner):
            counted[looked] += 1
    return counted
