"""`overleg import`: actions from a spreadsheet, shown before they are recorded."""

from collections import Counter
from pathlib import Path
from typing import Any

from overleg.cli.arguments import Given
from overleg.cli.output import as_json, complain, print_filled_rows, warn
from overleg.desk.importing import open_series, others_of_series, preview, read_list_file, record
from overleg.desk.workbench import Desk, open_session
from overleg.domain import names
from overleg.domain.choices import Kind
from overleg.domain.imported import ImportedRow
from overleg.domain.imported_columns import Column
from overleg.domain.importing import ActionList
from overleg.domain.kinds import KINDS
from overleg.domain.model import Action, Session
from overleg.errors import Message
from overleg.locale import narrow_date, say

_MISSING = {
    Column.PARTY: Message("which party?"),
    Column.PERSON: Message("who?"),
    Column.DUE: Message("when?"),
}
_SAID = Message("To be recorded in {session}: {new}; there already: {known}; not understood: {wrong}.")
_DONE = Message("Recorded in {session}: {new}; there already: {known}; not understood: {wrong}.")
_AGAIN = Message(
    "Rows that are not understood are left out. Put them right in the list and import it again:"
    " what is recorded by then is not recorded twice."
)


def run(given: Given) -> int:
    """Print every row of the list as it is understood, and with ``--apply`` record those that are new.

    Answers 1 if any was not understood; that one is left out, and the others are recorded all the same.
    """
    asked = given.options
    listed = read_list_file(Path(asked.file))
    desk = _desk(given)
    others, unread = others_of_series(desk.session, given.folders)
    for error in unread:
        complain(error, given.language)
    rows = (record if asked.apply else preview)(desk, listed, others)
    if asked.format == "json":
        as_json([_as_data(row, desk.session, given) for row in rows])
    else:
        _print(rows, desk.session, given)
    _tell(rows, listed, desk, given)
    return 1 if any(row.problems for row in rows) else 0


def _desk(given: Given) -> Desk:
    asked = given.options
    if asked.series is not None:
        return open_series(given.folders, asked.series, given.clock)
    return open_session(given.folders, asked.session, given.clock)


def _as_data(row: ImportedRow, session: Session, given: Given) -> dict[str, Any]:
    action = row.action
    return {
        "row": row.row.number,
        "ref": row.ref,
        "text": action.text,
        "party": names.code(session, action.parties[0]) if action.parties else "",
        "parties": names.codes(session, action.parties),
        "person": names.owner_name(session, action),
        "due": action.due,
        "status": action.status,
        "note": action.detail,
        "missing": list(row.missing),
        "problems": [say(each, given.language) for each in row.problems],
        "notices": [say(each, given.language) for each in row.notices],
        "known": row.known,
        "repeats": row.repeats,
    }


def _print(rows: list[ImportedRow], session: Session, given: Given) -> None:
    headings = (
        *(Message("row"), Message("no."), Message("what"), Message("party"), Message("who")),
        *(Message("when"), Message("state"), Message("remark")),
    )
    print_filled_rows(given, headings, [_cells(row, session, given) for row in rows], wide=2)


def _cells(row: ImportedRow, session: Session, given: Given) -> list[object]:
    said = _as_listed(row) if row.problems else _as_understood(row.action, session, given)
    return [row.row.number, row.ref, *said, _remark(row, given)]


def _as_listed(row: ImportedRow) -> list[str]:
    """What stands in the list, so that it is found there again."""
    columns = (Column.TEXT, Column.PARTY, Column.PERSON, Column.DUE, Column.STATUS)
    return [row.row.cells.get(column, "") for column in columns]


def _as_understood(action: Action, session: Session, given: Given) -> list[str]:
    state = KINDS[Kind.ACTION].state(action.status)
    return [
        action.text,
        " ".join(names.codes(session, action.parties)),
        names.owner_name(session, action),
        narrow_date(action.due) if action.due else "",
        state.words[given.language] if state else action.status,
    ]


def _remark(row: ImportedRow, given: Given) -> str:
    """What is wrong with it, where it stands already, what it lacks, and what is worth a look."""
    said = [*row.problems]
    if row.known:
        said.append(Message("This is {ref} already.", ref=row.known))
    elif row.repeats is not None:
        said.append(Message("This is the same as row {row}.", row=row.repeats))
    said += [*(_MISSING[each] for each in row.missing), *row.notices]
    return " ".join(say(each, given.language) for each in said)


def _tell(rows: list[ImportedRow], listed: ActionList, desk: Desk, given: Given) -> None:
    """How many are what, and which columns of the list were passed over."""
    found = Counter("wrong" if row.problems else "known" if row.is_known else "new" for row in rows)
    counts = {each: found[each] for each in ("new", "known", "wrong")}
    said = _DONE if given.options.apply else _SAID
    warn(say(Message(said.text, session=desk.session.id, **counts), given.language))
    if listed.unread:
        columns = ", ".join(listed.unread)
        warn(say(Message("Columns that were not taken over: {columns}.", columns=columns), given.language))
    if counts["new"] and not given.options.apply:
        warn(say(Message("Record them with {option}.", option="--apply"), given.language))
    if counts["wrong"]:
        warn(say(_AGAIN, given.language))
