"""The subcommand that lists what a meeting may want to look at: check."""

from typing import Any

from overleg.cli.arguments import Given
from overleg.cli.output import as_json, print_rows, say_line
from overleg.desk.workbench import open_session
from overleg.domain import names
from overleg.domain.checks import Finding, Level, Moment, findings
from overleg.domain.model import Session
from overleg.domain.words import Words
from overleg.errors import Message
from overleg.locale import say

_LEVELS = {
    Level.HINT: Words("hint", "hint"),
    Level.WARN: Words("let op", "attention"),
    Level.BLOCK: Words("bevestigen", "to confirm"),
}


def run(given: Given) -> int:
    """Everything the checks find in the meeting as it is now; to find something is no failure."""
    session = open_session(given.folders, given.options.session, given.clock).session
    found = findings(session, given.clock(), Moment.ASKED)
    if given.options.format == "json":
        as_json([_as_data(each, session, given) for each in found])
    elif given.options.format == "table" and not found:
        say_line(say(Message("There are no findings."), given.language))
    else:
        headings = (
            *(Message("level"), Message("no."), Message("party")),
            *(Message("message"), Message("check")),
        )
        print_rows(given, headings, [_cells(each, session, given) for each in found], wide=3)
    return 0


def _as_data(finding: Finding, session: Session, given: Given) -> dict[str, Any]:
    return {
        "check": finding.check,
        "level": finding.level.value,
        "core": finding.core,
        "refs": list(finding.refs),
        "parties": names.codes(session, finding.parties),
        "message": say(finding.message, given.language),
        "step": finding.step,
    }


def _cells(finding: Finding, session: Session, given: Given) -> list[object]:
    return [
        _LEVELS[finding.level][given.language],
        ", ".join(finding.refs),
        ", ".join(names.codes(session, finding.parties)),
        say(finding.message, given.language),
        finding.check,
    ]
