"""From a session to a file on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from overleg.desk.adoption import MinutesState, minutes_state, with_classed_corrections
from overleg.desk.folders import Folders
from overleg.documents.catalogue import DOCUMENTS
from overleg.documents.filenames import file_name
from overleg.documents.outline import Outline
from overleg.documents.variant import Variant
from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.errors import Message, StoreError, UsageError
from overleg.store.exports import place

ADOPTION_UNKNOWN = Message("Whether these minutes were adopted there is not known; this is the draft.")
"""What there is to say beside why a later session could not be read."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The file that a document is in, and the later sessions that could not say whether they adopted it."""

    path: Path
    unread: tuple[StoreError, ...] = ()


def export(
    session: Session,
    folders: Folders,
    document: str,
    *,
    variant: str = "open",
    language: Language | None = None,
    output: Path | None = None,
    overwrite: bool = False,
    as_: str | None = None,
) -> Exported:
    """Make a document of the session, and answer the file it is in.

    Of minutes that a later session adopted it is the adopted version, under a name that says so; the
    draft that was made before stays. A later file that is damaged may have adopted them: a draft is made.

    It goes to the folder of its series under a name of its own, or to the folder or file `output`; the
    sort of file is `as_` (docx, txt or md), else that of `output`, else Word. Raises `UsageError` for a
    document that does not exist, `ExportError` where it cannot be written; no file was overwritten or
    left half.
    """
    row = DOCUMENTS.get(document)
    if row is None:
        raise UsageError(
            Message("There is no document “{document}”.", document=document),
            Message("Possible are: {words}.", words=", ".join(DOCUMENTS)),
        )
    chosen = Variant(variant)
    language = language or session.language
    state = minutes_state(session, folders) if row.is_adopted else MinutesState()
    is_adopted = state.adopted_in is not None
    series, stem = file_name(session, document, chosen, language, adopted=is_adopted)
    sort = _sort(output, as_)
    target = _target(folders.exports / series, f"{stem}.{sort}", output, sort)
    adoption = {"adopted_in": state.adopted_in} if row.is_adopted else {}
    told = with_classed_corrections(session, folders.sessions)
    data = _SORTS[sort](row.builder(told, variant=chosen, language=language, **adoption))
    return Exported(place(target, data, overwrite=overwrite), state.unread)


def _target(usual: Path, name: str, output: Path | None, sort: str) -> Path:
    """The file to make: in its usual folder, in the folder that is asked for, or the very file."""
    if output is None or output.is_dir():
        return (output or usual) / name
    return output if output.suffix else output.with_name(f"{output.name}.{sort}")


def _sort(output: Path | None, as_: str | None) -> str:
    """The sort of file that is asked for, by its name or by its ending; both must agree."""
    ending = output.suffix[1:].lower() if output and not output.is_dir() else ""
    sort = as_ or ending or "docx"
    if sort not in _SORTS or (ending and ending != sort):
        raise UsageError(
            Message("{file} does not end as the document does.", file=output.name if output else sort),
            Message("Possible are: {words}.", words=", ".join(f".{each}" for each in _SORTS)),
        )
    return sort


def _word(outline: Outline) -> bytes:
    from overleg.word.render import render

    return render(outline)


def _text(outline: Outline) -> bytes:
    from overleg.documents.as_text import as_text

    return as_text(outline).encode()


def _markdown(outline: Outline) -> bytes:
    from overleg.documents.as_markdown import as_markdown

    return as_markdown(outline).encode()


_SORTS: dict[str, Callable[[Outline], bytes]] = {"docx": _word, "txt": _text, "md": _markdown}
