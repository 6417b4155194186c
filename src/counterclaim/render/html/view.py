"""What all of the page looks up: records by id, names, sides with their signs, the questions' order."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from counterclaim.records import (
    Actor,
    Article,
    Claim,
    Dossier,
    Extent,
    Figure,
    PlaceMention,
    Question,
    Root,
    Statement,
)
from counterclaim.render.html.tags import bdi, el
from counterclaim.render.html.wording import KINDS, STANDINGS, date, shortened

SIGNS = "▲■◆▼★⬟✚⬢"
FURTHER = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
"""Signs of the sides after the eighth, which have no colour of their own."""
NO_SIDE = "○"
UNNAMED = "a source it does not name"
FEW_ROOTS = 2
"""Roots up to which a question rests on little: one voice against one other."""
FOREMOST = ("figure", "responsibility")
"""Kinds of questions that a reader asks first."""
TITLE = 44
"""Characters of a title that stands for an outlet not stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a side is shown: its key for the filter, its class in the style sheet, its sign, its name."""

    key: str
    css: str
    sign: str
    name: str


NONE = Look(key="none", css="sx", sign=NO_SIDE, name="no side stated")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A dossier with all that the page looks up in it."""

    dossier: Dossier
    articles: Mapping[str, Article]
    statements: Mapping[str, Statement]
    claims: Mapping[str, Claim]
    actors: Mapping[str, Actor]
    roots: Mapping[str, Root]
    looks: Mapping[str, Look]
    figures_of: Mapping[str, tuple[Figure, ...]]
    numbers: Mapping[str, int]
    questions: tuple[Question, ...]
    asked_of: Mapping[str, tuple[Question, ...]]
    spots: Mapping[str, tuple[Extent, ...]]
    letters: Mapping[str, str]

    def outlet(self, article: str) -> str:
        """What to call an account: its outlet, else its title, else a letter."""
        known = self.articles[article]
        return known.outlet or shortened(known.title or "", TITLE) or self.letters[article]

    def account(self, article: str) -> str:
        """An account with its date, told apart from others of the same outlet."""
        known, outlet = self.articles[article], self.outlet(article)
        name = f"{outlet}, {date(known.published)}" if known.published else outlet
        twins = [
            a for a in self.articles.values() if (a.outlet, a.published) == (known.outlet, known.published)
        ]
        if known.outlet and len(twins) > 1:
            return f"{name} ({shortened(known.title, 30) if known.title else self.letters[article]})"
        return name

    def words(self, article: str, extent: Extent) -> str:
        """The words at an extent."""
        return self.articles[article].text[extent[0] : extent[1]]

    def actor(self, actor: str | None) -> str | None:
        """An actor's name."""
        return self.actors[actor].name if actor is not None and actor in self.actors else None

    def look(self, side: str | None) -> Look:
        """How a side is shown."""
        return self.looks.get(side or "", NONE)

    def look_of_actor(self, actor: str | None) -> Look:
        """How an actor's side is shown."""
        return self.look(self.actors[actor].side) if actor is not None and actor in self.actors else NONE

    def look_of(self, claim: Claim) -> Look:
        """How the side of whoever makes a claim is shown."""
        said = self.statements.get(claim.statement or "")
        return self.look_of_actor(said.speaker) if said else NONE

    def speaker(self, statement: Statement) -> str:
        """Who says it."""
        return self.actor(statement.speaker) or statement.speaker_name or UNNAMED

    def maker(self, claim: Claim) -> str:
        """Who makes a claim: a speaker, or the account in its own voice."""
        said = self.statements.get(claim.statement or "")
        return self.speaker(said) if said else self.outlet(claim.article)

    def item(self, question: Question, at: int, claim: str) -> str:
        """The id of a claim on a question's card."""
        return f"q{self.numbers[question.id]}-{at}-{question.answers[at].claims.index(claim)}"

    def spot(self, article: str, start: int) -> str:
        """The id of the anchor at some words."""
        return f"{self.letters[article].removeprefix('Account ').lower()}-{start}"

    def root_name(self, root: Root) -> str:
        """A root's name, with an account called as elsewhere on the page."""
        name = root.name
        for article in root.articles:
            if article in self.articles:
                name = name.replace(self.articles[article].file, self.outlet(article))
        return name

    def chain(self, statement: Statement) -> list[str]:
        """How the words came, first speaker first; the account last."""
        hops = [self.actor(h.speaker) or h.speaker_name or UNNAMED for h in reversed(statement.hops)]
        return [self.speaker(statement), *hops, self.outlet(statement.article)]


def look(dossier: Dossier) -> View:
    """Look up what the page needs, in an order that rests on the dossier alone."""
    statements = {s.id: s for s in dossier.statements}
    actors = {a.id: a for a in dossier.actors}
    heard = Counter(
        actors[s.speaker].side for s in dossier.statements if s.speaker is not None and s.speaker in actors
    )
    sides = sorted(dossier.sides, key=lambda s: (-heard[s.id], s.name, s.id))
    looks = {
        side.id: Look(
            key=f"side{n}",
            css=f"s{n}" if n < len(SIGNS) else "sx",
            sign=(SIGNS + FURTHER)[n] if n < len(SIGNS + FURTHER) else f"({n + 1})",
            name=side.name,
        )
        for n, side in enumerate(sides)
    }
    figures: dict[str, list[Figure]] = {}
    for figure in dossier.figures:
        figures.setdefault(figure.claim, []).append(figure)
    questions = tuple(best_first(question) for question in sorted(dossier.questions, key=weight))
    asked: dict[str, list[Question]] = {}
    for question in questions:
        for claim in dict.fromkeys(c for answer in question.answers for c in answer.claims):
            asked.setdefault(claim, []).append(question)
    return View(
        dossier=dossier,
        articles={a.id: a for a in dossier.articles},
        statements=statements,
        claims={c.id: c for c in dossier.claims},
        actors=actors,
        roots={r.id: r for r in dossier.roots},
        looks=looks,
        figures_of={claim: tuple(found) for claim, found in figures.items()},
        numbers={question.id: n for n, question in enumerate(questions, start=1)},
        questions=questions,
        asked_of={claim: tuple(found) for claim, found in asked.items()},
        spots={article: tuple(sorted(found)) for article, found in spots_of(dossier).items()},
        letters={a.id: f"Account {lettered(n)}" for n, a in enumerate(dossier.articles)},
    )


def lettered(number: int) -> str:
    """A letter for a number: A to Z, then AA, AB and so on."""
    letter = chr(ord("A") + number % 26)
    return lettered(number // 26 - 1) + letter if number >= 26 else letter


def spots_of(dossier: Dossier) -> dict[str, set[Extent]]:
    """The words that tables and plots lead to: the shortest at each place gets an anchor."""
    spots: dict[str, dict[int, int]] = {}

    def keep(article: str, start: int, end: int) -> None:
        at = spots.setdefault(article, {})
        at[start] = min(end, at.get(start, end))

    for found in (dossier.labels, dossier.relations, dossier.events, first_mentions(dossier)):
        for one in found:
            keep(one.article, one.start, one.end)
    for side in dossier.sides:
        for span in side.basis:
            keep(span.article, span.start, span.end)
    return {article: set(at.items()) for article, at in spots.items()}


def first_mentions(dossier: Dossier) -> list[PlaceMention]:
    """The first mention of each place, to which the map and its table lead."""
    first: dict[tuple[str, float | None, float | None], PlaceMention] = {}
    for place in dossier.places:
        first.setdefault((place.name, place.latitude, place.longitude), place)
    return list(first.values())


def best_first(question: Question) -> Question:
    """A question with its answers in order of the roots behind them."""
    answers = sorted(question.answers, key=lambda a: (-len(a.roots), -len(a.claims), a.text))
    return replace(question, answers=tuple(answers))


def weight(question: Question) -> tuple[int, bool, bool, int, int, int, str, str]:
    """The order of questions within a standing.

    Those with more than `FEW_ROOTS` roots before those with fewer, then how many and who is held
    responsible before all other kinds, then by the number of roots and of claims.
    """
    roots = len({root for answer in question.answers for root in answer.roots})
    claims = len({claim for answer in question.answers for claim in answer.claims})
    kind = list(KINDS).index(question.kind)
    standing = list(STANDINGS).index(question.standing)
    weak, later = roots <= FEW_ROOTS, question.kind not in FOREMOST
    return standing, weak, later, -roots, -claims, kind, question.text, question.id


def signed(name: str, looked: Look) -> Markup:
    """A name with its side's sign; the side is said for those who cannot see the sign."""
    said = el("span", f" ({looked.name})", class_="unseen") if looked is not NONE else None
    return el("span", brief(name, looked), said)


def brief(name: str, looked: Look) -> Markup:
    """A name with its side's sign alone, for tables that have many."""
    return el("span", el("i", looked.sign, aria_hidden="true"), bdi(name), class_=f"who {looked.css}")
