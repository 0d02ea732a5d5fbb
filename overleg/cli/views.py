"""Subcommands that look and never write: list, show, actions, check, matrix, forms."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import asdict

from overleg import desk
from overleg.cli.arguments import Given
from overleg.cli.output import as_csv, as_json, as_table, plain, say_line
from overleg.desk import Summary
from overleg.documents.reading import SEPARATOR, date_of, sensitivity, state_of, who
from overleg.domain import names, views
from overleg.domain.actions import STANDING, ActionRow, action_rows
from overleg.domain.capture.references import ANSWERS
from overleg.domain.kinds import KINDS, Words, row_of
from overleg.domain.model import AnyEntry, Expectation, Kind, Sensitivity, Session, SessionStatus
from overleg.domain.text import fold
from overleg.errors import Message
from overleg.locale import clock, long_date, narrow_date, say

STATUSES: dict[SessionStatus, Words] = {
    SessionStatus.PLANNED: Words("gepland", "planned"),
    SessionStatus.LIVE: Words("bezig", "live"),
    SessionStatus.PAUSED: Words("gepauzeerd", "paused"),
    SessionStatus.CLOSED: Words("gesloten", "closed"),
}


def sessions(given: Given) -> int:
    """Every session of the folder, a damaged one as a row that says so."""
    found = desk.list_sessions(given.folders)
    if given.options.format == "json":
        as_json([_summary_data(each, given) for each in found])
        return 0
    headings = (
        *(Message("meeting"), Message("date"), Message("series")),
        *(Message("no."), Message("state"), Message("title")),
    )
    _print(given, headings, [_summary_row(each, given) for each in found], wide=5)
    return 0


def _summary_data(summary: Summary, given: Given) -> dict[str, Any]:
    fault = say(summary.fault, given.language) if summary.fault else None
    return asdict(summary) | {"path": str(summary.path), "fault": fault}


def _summary_row(summary: Summary, given: Given) -> list[object]:
    if summary.fault is not None:
        return [summary.id, "", "", "", "", say(summary.fault, given.language)]
    practice = f" ({say(Message('practice'), given.language)})" if summary.practice else ""
    return [
        summary.id,
        summary.date,
        summary.series.title,
        summary.number,
        STATUSES[summary.status][given.language] + practice,
        summary.title,
    ]


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
    _print(given, headings, [_entry_row(each, session, given) for each in session.entries], wide=3)
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
    if session.next:
        next_date = long_date(session.next.date, language)
        say_line(say(Message("Next meeting: {date}", date=next_date), language))
    say_line("")


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
    rows = [
        row
        for row in action_rows(desk.read_sessions(given.folders, asked.series), given.clock().date())
        if _is_asked_for(row, given)
    ]
    if asked.format == "json":
        as_json([plain(row) for row in rows])
        return 0
    headings = (
        *(Message("no."), Message("series"), Message("party"), Message("who")),
        *(Message("what"), Message("when"), Message("state"), Message("overdue")),
    )
    _print(given, headings, [_action_cells(row, given) for row in rows], wide=4)
    return 0


def _is_asked_for(row: ActionRow, given: Given) -> bool:
    asked = given.options
    state = KINDS[Kind.ACTION].typed_state(asked.status) if asked.status else None
    return (
        (not asked.status or (state is not None and row.status == state.key))
        and (bool(asked.status) or asked.all or row.status in STANDING)
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


def check(given: Given) -> int:
    """What the meeting may want to look at; no checks are made yet, so there is nothing to find."""
    _session(given)
    if given.options.format == "json":
        as_json([])
    elif given.options.format == "csv":
        as_csv([say(Message("check"), given.language), say(Message("message"), given.language)], [])
    else:
        say_line(say(Message("There are no findings."), given.language))
    return 0


def matrix(given: Given) -> int:
    """Who asks what of whom: a row for each that asks, a column for each that is asked."""
    session = _session(given)
    if given.options.format == "json":
        as_json(views.matrix_data(session))
        return 0
    cells = views.matrix(session)
    headings = [say(Message("asks \\ of"), given.language), *names.codes(session, cells)]
    rows = [
        [names.code(session, a), *("-" if a == b else _cell(row[b], given) for b in cells)]
        for a, row in cells.items()
    ]
    _print_said(given, headings, rows)
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


def forms(given: Given) -> int:
    """The meeting forms that can be chosen."""
    known = desk.known_forms(given.folders.home)
    if given.options.format == "json":
        as_json(
            [
                {
                    "form": key,
                    "title": form.title[given.language],
                    "minutes": form.minutes,
                    "steps": len(form.steps),
                }
                for key, form in known.items()
            ]
        )
        return 0
    headings = (Message("form"), Message("title"), Message("minutes"), Message("meant for"))
    rows = [
        [key, form.title[given.language], form.minutes, form.parties[given.language]]
        for key, form in known.items()
    ]
    _print(given, headings, rows, wide=3)
    return 0


def _session(given: Given) -> Session:
    return desk.open_session(given.folders, given.options.session, given.clock).session


def _print(given: Given, headings: Sequence[Message], rows: Sequence[Sequence[object]], wide: int) -> None:
    _print_said(given, [say(heading, given.language) for heading in headings], rows, wide)


def _print_said(
    given: Given, headings: Sequence[str], rows: Sequence[Sequence[object]], wide: int | None = None
) -> None:
    if given.options.format == "csv":
        as_csv(headings, rows)
    else:
        as_table(headings, rows, wide)
