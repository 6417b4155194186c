"""3. Statements and own voice become Claims with values that can be compared."""

from dataclasses import dataclass
from typing import Literal

from counterclaim.records import Article, Attributed, Parse, Reading
from counterclaim.stages.ground.claims import read_claims, refuted_by
from counterclaim.stages.ground.dates import read_dates
from counterclaim.stages.ground.events import EventTyping, EventWords, by_words, read_events
from counterclaim.stages.ground.figures import read_figures
from counterclaim.stages.ground.gainsaid import gainsaying, with_denied, without_content
from counterclaim.stages.ground.places import Gazetteer, GazetteerEntry, read_places
from counterclaim.stages.ground.reasons import ReasonWords, read_reasons
from counterclaim.stages.ground.refuted import NO_REFUTING, RefutingWords
from counterclaim.stages.ground.relations import RelationWords, read_relations
from counterclaim.values.acts import ActWords
from counterclaim.values.dates import DateWords
from counterclaim.values.figures import FigureWords
from counterclaim.values.names import NameWords
from counterclaim.values.places import PlaceWords

__all__ = ["EventTyping", "Gazetteer", "GazetteerEntry", "GroundWords", "VagueRule", "by_words", "ground"]

VagueRule = Literal["none", "acled", "airwars"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundWords:
    """The word lists that grounding needs."""

    acts: ActWords
    figures: FigureWords
    dates: DateWords
    places: PlaceWords
    names: NameWords
    events: EventWords
    reasons: ReasonWords
    relations: RelationWords
    refuting: RefutingWords = NO_REFUTING


def ground(
    article: Article,
    parse: Parse,
    attributed: Attributed,
    *,
    gazetteer: Gazetteer,
    words: GroundWords,
    vague: VagueRule = "none",
    typing: EventTyping = by_words,
) -> Reading:
    """Read the claims of an article and what they say of figures, dates, places, events, reasons.

    Words that one puts forward and another denies are a claim of either.
    """
    mentions = attributed.mentions
    denials = gainsaying(parse, attributed.statements, words.acts)
    statements = without_content(attributed.statements, denials)
    claims = read_claims(article, parse, statements, acts=words.acts, refuting=words.refuting)
    dates = read_dates(article, parse, claims, words=words.dates)
    places = read_places(article, parse, claims, gazetteer=gazetteer, words=words.places)
    reading = Reading(
        article=article,
        statements=attributed.statements,
        mentions=mentions,
        claims=claims,
        figures=read_figures(
            article, parse, claims, attributed, dates, places, words=words.figures, vague=vague
        ),
        dates=dates,
        places=places,
        events=read_events(
            article,
            parse,
            claims,
            mentions,
            dates,
            places,
            words=words.events,
            typing=typing,
            refuting=words.refuting,
        ),
        reasons=read_reasons(article, parse, claims, words=words.reasons),
        relations=read_relations(article, parse, claims, mentions, words=words.relations),
    )
    return with_denied(reading, denials, refuted_by(parse, claims, attributed.statements, words.refuting))
