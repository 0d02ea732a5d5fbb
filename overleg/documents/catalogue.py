"""The documents that can be made of a session, as rows of one table."""

from collections.abc import Callable
from dataclasses import dataclass

from overleg.documents.action_list import action_list_document
from overleg.documents.agreements import agreements
from overleg.documents.minutes import minutes
from overleg.documents.outline import Outline
from overleg.domain.words import Words


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document that can be made: its key, its word in file names, and who builds it.

    `builder` takes a session, and by name `variant`, `language` and `today`; of a document that is
    adopted in a later meeting also `adopted_in`.
    """

    key: str
    words: Words
    builder: Callable[..., Outline]
    is_adopted: bool = False


DOCUMENTS: dict[str, DocumentRow] = {
    row.key: row
    for row in (
        DocumentRow("minutes", Words("verslag", "minutes"), minutes, is_adopted=True),
        DocumentRow("actions", Words("actielijst", "actions"), action_list_document),
        DocumentRow("agreements", Words("vervolgafspraken", "agreements"), agreements),
    )
}
"""Every document by the key it is asked for with."""
