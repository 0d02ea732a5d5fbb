"""Subcommands that list what can be chosen: the meetings of the folder, and the meeting forms."""

from typing import Any

from msgspec.structs import asdict

from overleg.cli.arguments import Given
from overleg.cli.output import as_json, print_rows
from overleg.cli.wording import STATUSES
from overleg.desk.folders import Summary, known_forms, list_sessions
from overleg.errors import Message
from overleg.locale import say


def sessions(given: Given) -> int:
    """Every session of the folder, a damaged one as a row that says so."""
    found = list_sessions(given.folders)
    if given.options.format == "json":
        as_json([_summary_data(each, given) for each in found])
        return 0
    headings = (
        *(Message("meeting"), Message("date"), Message("series")),
        *(Message("no."), Message("state"), Message("title")),
    )
    print_rows(given, headings, [_summary_row(each, given) for each in found], wide=5)
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
        say(Message("no day yet"), given.language) if summary.undated else summary.date,
        summary.series.title,
        summary.number,
        STATUSES[summary.status][given.language] + practice,
        summary.title,
    ]


def forms(given: Given) -> int:
    """The meeting forms that can be chosen."""
    known = known_forms(given.folders.home)
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
    print_rows(given, headings, rows, wide=3)
    return 0
