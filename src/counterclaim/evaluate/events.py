"""Events: their type, how they are told, and who is said to have done them; the keys of the rows decide."""

from counterclaim.evaluate import event_status, event_types, perpetrators
from counterclaim.evaluate.reading import Load
from counterclaim.evaluate.report import Sheet
from counterclaim.evaluate.rows import Source, unknown
from counterclaim.evaluate.texts import Texts
from counterclaim.pipeline import Progress

FORM = (
    "events: text and label; or doc, text and events [{start, end, polarity, modality}]; "
    "or doc, text and templates"
)


def measure(source: Source, models: Load, *, texts: Texts, progress: Progress) -> Sheet:
    """Measure events on the rows of one file. Raises InputError for a row in no known form."""
    first = source.rows[0].value
    if "label" in first:
        return event_types.measure(source, models, texts=texts, progress=progress)
    if "templates" in first:
        return perpetrators.measure(source, models, texts=texts, progress=progress)
    if "events" in first:
        return event_status.measure(source, models, texts=texts, progress=progress)
    raise unknown(source.rows[0], FORM, "is in no known form of events")
