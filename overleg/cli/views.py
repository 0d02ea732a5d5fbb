"""Subcommands that look into meetings and never write: show, actions, matrix."""

from dataclasses import asdict

from overleg.cli.arguments import Given
from overleg.cli.output import as_json, complain, print_rows, say_line
from overleg.cli.states import asked_state
from overleg.cli.wording import STATUSES
from overleg.desk.adoption import minutes_state
from overleg.desk.folders import read_sessions
from overleg.desk.workbench import open_session
from overleg.documents.adopting import adopting_meeting
from overleg.documents.in_brief import date_of, sensitivity, state_of, who
from overleg.documents.reading import SEPARATOR
from overleg.domain import names, views
from overleg.domain.actions import STANDING, ActionRow, action_rows
from overleg.domain.capture.references import ANSWERS
from overleg.domain.choices import Kind, Sensitivity, SessionStatus
from overleg.domain.kind_row import State
from overleg.domain.kinds import KINDS, row_of
from overleg.domain.model import AnyEntry, Expectation, Session
from overleg.domain.text import fold
from overleg.errors import Message
from overleg.locale import clock, long_date, narrow_date, say


def show(given: Given) -> int:
    """One session and everything recorded in it."""
    session = _session(given)
    if given.options.format == "json":
        as_json(views.as_data(session))
        return 0
    if given.options.format == "table":
        _print_heading(session, given)
    headings = (
        *(Message("no."), Message("kind"), Message("who")),
        *(Message("what"), Message("when"), Message("state")),
    )
    print_rows(given, headings, [_entry_row(each, session, given) for each in session.entries], wide=3)
    return 0


def _print_heading(session: Session, given: Given) -> None:
    language = given.language
    number = say(Message("meeting {number}", number=session.number), language)
    when = [long_date(session.date, language), clock(session.start, language) if session.start else ""]
    say_line(SEPARATOR.join(part for part in (session.title, session.series.title, number) if part))
    say_line(
        SEPARATOR.join(part for part in (*when, session.place, STATUSES[session.status][language]) if part)
    )
    parties = (f"{party.code} {party.name}" for party in session.parties)
    say_line(SEPARATOR.join(parties))
    if words := _minutes_words(session, given):
        say_line(words)
    if session.next:
        next_date = long_date(session.next.date, language)
        say_line(say(Message("Next meeting: {date}", date=next_date), language))
    say_line("")


def _minutes_words(session: Session, given: Given) -> str:
    """Whether the minutes of a closed meeting are adopted, and where; nothing of one that is still to end."""
    if session.status is not SessionStatus.CLOSED:
        return ""
    later = minutes_state(session, given.folders).adopted_in
    if later is None:
        return say(Message("Minutes: draft, not adopted yet"), given.language)
    meeting = adopting_meeting(later, given.language)
    return say(Message("Minutes: adopted at {meeting}", meeting=meeting), given.language)


def _entry_row(entry: AnyEntry, session: Session, given: Given) -> list[object]:
    language = given.language
    text = SEPARATOR.join(part for part in (entry.text, sensitivity(entry.sensitivity, language)) if part)
    return [
        entry.ref,
        row_of(entry).words[language],
        who(entry, session, language),
        text,
        date_of(entry, language),
        state_of(entry, language),
    ]


def actions(given: Given) -> int:
    """The actions of all sessions that count, each once, as it stands now."""
    asked = given.options
    state = asked_state(Kind.ACTION, asked.status)
    sessions, unread = read_sessions(given.folders, asked.series)
    for error in unread:
        complain(error, given.language)
    rows = [row for row in action_rows(sessions, given.clock().date()) if _is_asked_for(row, given, state)]
    if asked.format == "json":
        as_json([asdict(row) for row in rows])
        return 0
    headings = (
        *(Message("no."), Message("series"), Message("party"), Message("who")),
        *(Message("what"), Message("when"), Message("state"), Message("overdue")),
    )
    print_rows(given, headings, [_action_cells(row, given) for row in rows], wide=4)
    return 0


def _is_asked_for(row: ActionRow, given: Given, state: State | None) -> bool:
    asked = given.options
    return (
        (row.status == state.key if state else asked.all or row.status in STANDING)
        and (not asked.party or fold(row.party) == fold(asked.party))
        and fold(asked.person) in fold(row.person)
        and (not asked.overdue or row.overdue_days > 0)
    )


def _action_cells(row: ActionRow, given: Given) -> list[object]:
    state = KINDS[Kind.ACTION].state(row.status)
    days = say(Message("{days} days", days=row.overdue_days), given.language) if row.overdue_days else ""
    return [
        row.ref,
        row.series,
        row.party,
        row.person,
        row.text,
        narrow_date(row.due) if row.due else "",
        state.words[given.language] if state else row.status,
        days,
    ]


def matrix(given: Given) -> int:
    """Who asks what of whom: a row for each that asks, a column for each that is asked."""
    session = _session(given)
    if given.options.format == "json":
        as_json(views.matrix_data(session))
        return 0
    cells = views.matrix(session)
    headings: list[Message | str] = [Message("asks \\ of"), *names.codes(session, cells)]
    rows = [
        [names.code(session, a), *("-" if a == b else _cell(row[b], given) for b in cells)]
        for a, row in cells.items()
    ]
    print_rows(given, headings, rows)
    return 0


def _cell(entries: list[AnyEntry], given: Given) -> str:
    return "; ".join(_cell_part(entry, given) for entry in entries)


def _cell_part(entry: AnyEntry, given: Given) -> str:
    language = given.language
    answer = entry.answer if isinstance(entry, Expectation) else None
    said = [entry.ref, *([ANSWERS[answer.value][language]] if answer else [])]
    if entry.sensitivity is not Sensitivity.NONE:
        said.append(f"({say(Message('confidential'), language)})")
    return " ".join(said)


def _session(given: Given) -> Session:
    return open_session(given.folders, given.options.session, given.clock).session
