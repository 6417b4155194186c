"""What all of the page looks up: records by id, names, sides with their signs, the questions' order."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from counterclaim.records import Actor, Article, Claim, Dossier, Extent, Figure, Question, Root, Statement
from counterclaim.render.html.tags import bdi, el
from counterclaim.render.html.wording import KINDS, STANDINGS, date

SIGNS = "▲■◆●▼★⬟✚"
NO_SIDE = "○"
UNNAMED = "a source it does not name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a side is shown: its class in the style sheet, its sign, its name."""

    css: str
    sign: str
    name: str


NONE = Look(css="sx", sign=NO_SIDE, name="no side stated")


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

    def outlet(self, article: str) -> str:
        """What to call an account: its outlet, else its title, else its file."""
        known = self.articles[article]
        return known.outlet or known.title or known.file

    def account(self, article: str) -> str:
        """An account with its date, told apart from others of the same outlet."""
        known = self.articles[article]
        return f"{self.outlet(article)}, {date(known.published)}" if known.published else self.outlet(article)

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

    def root(self, claim: str) -> Root | None:
        """Where a claim first comes from."""
        return self.roots.get(self.dossier.root_of.get(claim, ""))

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
        side.id: Look(css=f"s{n % len(SIGNS)}", sign=SIGNS[n % len(SIGNS)], name=side.name)
        for n, side in enumerate(sides)
    }
    figures: dict[str, list[Figure]] = {}
    for figure in dossier.figures:
        figures.setdefault(figure.claim, []).append(figure)
    questions = tuple(sorted(dossier.questions, key=weight))
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
    )


def spots_of(dossier: Dossier) -> dict[str, set[Extent]]:
    """The words that tables and plots lead to: each gets an anchor in its article."""
    spots: dict[str, set[Extent]] = {}
    for found in (dossier.labels, dossier.relations, dossier.events, dossier.places):
        for one in found:
            spots.setdefault(one.article, set()).add((one.start, one.end))
    for side in dossier.sides:
        for span in side.basis:
            spots.setdefault(span.article, set()).add((span.start, span.end))
    return spots


def spot(article: str, start: int, end: int) -> str:
    """The id of the anchor at some words."""
    return f"{article}-{start}-{end}"


def weight(question: Question) -> tuple[int, int, int, int, str, str]:
    """The order of questions: standing, then how many accounts speak to it, then kind."""
    roots = len({root for answer in question.answers for root in answer.roots})
    claims = len({claim for answer in question.answers for claim in answer.claims})
    kind = list(KINDS).index(question.kind)
    return list(STANDINGS).index(question.standing), -roots, -claims, kind, question.text, question.id


def signed(name: str, looked: Look) -> Markup:
    """A name with its side's sign; the side is said for those who cannot see the sign."""
    said = el("span", f" ({looked.name})", class_="unseen")
    sign = el("span", looked.sign, class_="sign", aria_hidden="true")
    return el("span", sign, " ", bdi(name), said, class_=f"who {looked.css}")
