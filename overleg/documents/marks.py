"""The mark of what may not leave the room; only the closed variant has any."""

from collections.abc import Iterable

from overleg.documents.outline import Text
from overleg.documents.runs import confidential
from overleg.documents.source import Source
from overleg.documents.wording import confidential_word
from overleg.domain.choices import Sensitivity
from overleg.domain.model import AnyEntry


def mark(source: Source, sensitivity: Sensitivity) -> Text:
    return confidential(confidential_word(source, sensitivity))


def own_mark(source: Source, entry: AnyEntry, sensitivity: Sensitivity) -> Iterable[Text]:
    """The mark of a part that is confidential by itself; within a marked entry it would say it twice."""
    if entry.sensitivity is Sensitivity.NONE:
        yield mark(source, sensitivity)
