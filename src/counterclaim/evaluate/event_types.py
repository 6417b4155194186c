"""Events by ACLED's sub-types, against snippets that were given one label each."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from counterclaim.evaluate.folds import FOLDS, Always, predicted
from counterclaim.evaluate.reading import Document, Load, readings
from counterclaim.evaluate.report import Score, Sheet, Table, f1, harmonic, share
from counterclaim.evaluate.resample import interval
from counterclaim.evaluate.rows import Row, Source, demand, unknown
from counterclaim.evaluate.texts import Texts, name_of
from counterclaim.models.event_types import EventTypes, inputs
from counterclaim.models.event_types.clues import EventClues
from counterclaim.models.event_types.reports import WEIGHT, invented_reports
from counterclaim.models.load import lexicon
from counterclaim.pipeline import Models, Progress
from counterclaim.records import Event, Reading, Rejection
from counterclaim.values.events import CASE_LABELS, SUB_TYPES

FORM = "events: id, text and label (of CASE 2021 task 2, or an ACLED sub-type)"

NOTHING = "(none)"

SEEN = (
    "the classifier as shipped, on which the reading leans, was trained on CASE 2021's development part; "
    "on those rows only the cross-validation says something"
)

RECIPE = (
    "the models of the cross-validation are fitted as the shipped one is: to the rows of the other folds, "
    "and to the invented reports that come with the package, which are in no fold"
)


def measure(source: Source, models: Load, *, texts: Texts, progress: Progress) -> Sheet:
    """Measure the sub-type of the main event of each row. Raises InputError for a row in another form."""
    given = [_labelled(texts.joined(_checked(row))) for row in source.rows]
    wanted = [label for _, label in given]
    found = [NOTHING] * len(given)
    any_of: list[frozenset[str]] = [frozenset()] * len(given)
    rejections = []
    for at, outcome in readings([document for document, _ in given], models, progress=progress):
        if isinstance(outcome, Rejection):
            rejections.append(outcome)
        else:
            found[at] = main_type(outcome)
            any_of[at] = frozenset(event.sub_event_type for event in outcome.events)
    acled = [n for n, label in enumerate(wanted) if label in SUB_TYPES]
    tables = [Table(title="sub-type of the main event", scores=_scores(wanted, found, any_of))]
    if len(acled) < len(wanted):
        only = ([wanted[n] for n in acled], [found[n] for n in acled], [any_of[n] for n in acled])
        tables.append(Table(title="ACLED's own sub-types alone", scores=_scores(*only)))
    texts_given = [document.text for document, _ in given]
    classified = _classified(texts_given, wanted, models())
    tables += classified
    tables.append(Table(title="by sub-type (F1)", scores=tuple(_each(wanted, found))))
    return Sheet(
        file=source.file,
        documents=len(given),
        rejections=tuple(rejections),
        tables=tuple(tables),
        notes=(RECIPE, SEEN) if classified else (),
    )


def _classified(given: Sequence[str], wanted: Sequence[str], models: Models) -> list[Table]:
    """What the trained classifier makes of the whole texts: fitted anew in folds, and as it is shipped."""
    if not isinstance(models.event_types, EventTypes):
        return []
    clues = EventClues.from_table(lexicon("event_clues"))
    reports = invented_reports()
    invented = Always(
        inputs=inputs([report.text for report in reports], models.encoder, clues),
        labels=[report.label for report in reports],
        weight=WEIGHT,
    )
    rows = inputs(given, models.encoder, clues)
    folded, bare = predicted(rows, wanted, always=invented), predicted(rows, wanted)
    shipped = [models.event_types.chances(text)[0][0] for text in given]
    found = []
    for title, labels in (
        (f"classifier, {FOLDS}-fold cross-validation, as it is trained for shipping", folded),
        (f"the same without the invented reports, {FOLDS}-fold", bare),
        ("classifier as shipped", shipped),
    ):
        scores = _scores(wanted, labels, [frozenset({label}) for label in labels])[:2]
        found.append(Table(title=title, scores=scores))
    return found


def main_type(reading: Reading) -> str:
    """The sub-type that most of a text's events have; of equals the one told first."""
    counted: Counter[str] = Counter()
    first: dict[str, int] = {}
    for event in sorted(reading.events, key=_place):
        counted[event.sub_event_type] += 1
        first.setdefault(event.sub_event_type, event.start)
    return min(counted, key=lambda name: (-counted[name], first[name])) if counted else NOTHING


def _place(event: Event) -> tuple[int, int]:
    return event.start, event.end


def _scores(
    wanted: Sequence[str], found: Sequence[str], any_of: Sequence[frozenset[str]]
) -> tuple[Score, ...]:
    right = [w == f for w, f in zip(wanted, found, strict=True)]
    low, high = interval([(int(r), 1) for r in right], lambda sums: sums[0] / sums[1])
    least = [label in there for label, there in zip(wanted, any_of, strict=True)]
    most = Counter(wanted).most_common(1)[0][1] if wanted else 0
    return (
        Score(
            name="F1, weighted by sub-type",
            value=weighted_f1(wanted, found),
            right=sum(right),
            wanted=len(right),
        ),
        share("main event right", sum(right), len(right), low=low, high=high),
        share("one of the events right", sum(least), len(least)),
        share("baseline: the commonest everywhere", most, len(wanted)),
    )


def weighted_f1(wanted: Sequence[str], found: Sequence[str]) -> float | None:
    """The mean of each label's F1, weighted by how often it is wanted; of nothing there is none."""
    if not wanted:
        return None
    return sum(count * harmonic(*counts) for count, counts in _by_label(wanted, found)) / len(wanted)


def _by_label(wanted: Sequence[str], found: Sequence[str]) -> list[tuple[int, tuple[int, int, int]]]:
    right: dict[str, int] = defaultdict(int)
    for one, other in zip(wanted, found, strict=True):
        right[one] += one == other
    there, read = Counter(wanted), Counter(found)
    return [(there[label], (right[label], read[label], there[label])) for label in sorted(there)]


def _each(wanted: Sequence[str], found: Sequence[str]) -> list[Score]:
    labels = sorted(set(wanted))
    return [f1(label, *counts) for label, (_, counts) in zip(labels, _by_label(wanted, found), strict=True)]


def _checked(row: Row) -> Row:
    demand(row, FORM, label=str)
    if name_of(row.value) is None:
        raise unknown(row, FORM, "has no `id`")
    label = row.value["label"]
    if label not in CASE_LABELS and label not in SUB_TYPES:
        raise unknown(row, FORM, f"has a label {label!r} that is none of these")
    return row


def _labelled(row: Row) -> tuple[Document, str]:
    label = row.value["label"]
    return Document(name=name_of(row.value) or "", text=row.value["text"]), CASE_LABELS.get(label, label)
