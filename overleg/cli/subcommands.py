"""The subcommands as rows of one table; each runs in a module of its own, imported when it is asked for."""

from overleg.cli.arguments import Given, Subcommand
from overleg.cli.parser import Parser
from overleg.errors import Message


def _session(parser: Parser) -> None:
    parser.add_argument(
        "session",
        metavar="SESSION",
        help=parser.words(
            Message("a file, its name or a beginning of it, or . for the live or newest meeting")
        ),
    )


def _format(parser: Parser) -> None:
    parser.add_argument(
        "--format",
        choices=("table", "json", "csv"),
        default="table",
        help=parser.words(Message("how to print: table, json or csv")),
    )


def _variant(parser: Parser, meaning: Message) -> None:
    parser.add_argument("--variant", choices=("open", "closed"), default="open", help=parser.words(meaning))


def _new(parser: Parser) -> None:
    parser.add_argument("title", metavar="TITLE", help=parser.words(Message("what the meeting is called")))
    parser.add_argument(
        "--date", metavar="D", required=True, help=parser.words(Message("the day, such as 2027-01-14"))
    )
    parser.add_argument("--start", metavar="T", help=parser.words(Message("when it begins, such as 19:30")))
    parser.add_argument("--end", metavar="T", help=parser.words(Message("when it ends")))
    parser.add_argument("--place", metavar="P", default="", help=parser.words(Message("where it is held")))
    parser.add_argument(
        "--form", metavar="F", help=parser.words(Message("the meeting form, such as first_meeting"))
    )
    parser.add_argument("--series", metavar="S", help=parser.words(Message("the series it belongs to")))
    parser.add_argument(
        "--practice", action="store_true", help=parser.words(Message("a rehearsal, kept apart"))
    )
    for option, meaning in _REPEATED.items():
        parser.add_argument(option, action="append", default=[], metavar="X", help=parser.words(meaning))
    parser.add_argument("--chair", metavar="NAME", default="", help=parser.words(Message("who chairs")))
    parser.add_argument(
        "--secretary", metavar="NAME", default="", help=parser.words(Message("who makes the minutes"))
    )


_REPEATED = {
    "--party": Message("a party: GEM=Gemeente:municipality:system[:guest]; repeat for each"),
    "--person": Message(
        "somebody of a party: GEM:Ruud Ketelaar:beleidsadviseur[:consult][:ruud@gemeente.nl]; repeat for each"
    ),
    "--group": Message("a target group; repeat for each"),
    "--item": Message("an agenda item: Begroting (20 min); repeat for each"),
}


def _next(parser: Parser) -> None:
    _session(parser)
    parser.add_argument("--date", metavar="D", help=parser.words(Message("the day, such as 2027-01-14")))
    parser.add_argument("--start", metavar="T", help=parser.words(Message("when it begins, such as 19:30")))


def _add(parser: Parser) -> None:
    _session(parser)
    parser.add_argument(
        "lines",
        metavar="LINE",
        nargs="*",
        default=[],
        help=parser.words(Message("what was said; - or nothing reads standard input")),
    )


def _of(parser: Parser) -> None:
    parser.add_argument(
        "--series", metavar="S", default="", help=parser.words(Message("only of this series"))
    )
    parser.add_argument(
        "--party", metavar="P", default="", help=parser.words(Message("only of this party, by code"))
    )


def _actions(parser: Parser) -> None:
    _of(parser)
    parser.add_argument(
        "--person", metavar="N", default="", help=parser.words(Message("only of this person"))
    )
    parser.add_argument("--status", metavar="S", default="", help=parser.words(Message("only in this state")))
    parser.add_argument("--overdue", action="store_true", help=parser.words(Message("only what is overdue")))
    parser.add_argument(
        "--all", action="store_true", help=parser.words(Message("also what is done or dropped"))
    )
    _format(parser)


def _remind(parser: Parser) -> None:
    _of(parser)
    parser.add_argument("--overdue", action="store_true", help=parser.words(Message("only what is overdue")))
    parser.add_argument("--output", metavar="DIR", help=parser.words(Message("the folder for the drafts")))


def _calendar(parser: Parser) -> None:
    _of(parser)
    parser.add_argument("--output", metavar="FILE", help=parser.words(Message("the file to make")))


def _decisions(parser: Parser) -> None:
    _of(parser)
    parser.add_argument("--status", metavar="S", default="", help=parser.words(Message("only in this state")))
    parser.add_argument(
        "--all", action="store_true", help=parser.words(Message("also what is withdrawn or revised"))
    )
    _variant(parser, Message("open masks what is confidential, closed shows it"))
    _format(parser)


def _import(parser: Parser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        help=parser.words(Message("a list of actions, saved as CSV by any spreadsheet")),
    )
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument(
        "--session", metavar="SESSION", help=parser.words(Message("the meeting that the actions are for"))
    )
    where.add_argument(
        "--series", metavar="S", help=parser.words(Message("the series, for its live or newest meeting"))
    )
    parser.add_argument(
        "--apply", action="store_true", help=parser.words(Message("record them; without it they are shown"))
    )
    _format(parser)


def _search(parser: Parser) -> None:
    parser.add_argument(
        "text",
        metavar="TEXT",
        nargs="+",
        help=parser.words(
            Message(
                "words, a phrase in quotes, or kind: party: person: is:open is:overdue before: after:"
                " ref: series:"
            )
        ),
    )
    parser.add_argument(
        "--all", action="store_true", help=parser.words(Message("also in the earlier meetings it stood in"))
    )
    parser.add_argument(
        "--history",
        action="store_true",
        help=parser.words(Message("what became of each, from meeting to meeting")),
    )
    _variant(parser, Message("open masks what is confidential, closed shows it"))
    _format(parser)


def _export(parser: Parser) -> None:
    _session(parser)
    parser.add_argument("document", metavar="DOCUMENT", help=parser.words(Message("minutes or agreements")))
    _variant(parser, Message("open leaves out what is confidential, closed marks it"))
    parser.add_argument("--output", metavar="PATH", help=parser.words(Message("the file to make")))
    parser.add_argument(
        "--overwrite", action="store_true", help=parser.words(Message("replace the file if it is there"))
    )
    parser.add_argument(
        "--as",
        dest="as_",
        choices=("docx", "txt", "md"),
        help=parser.words(Message("Word, plain text or Markdown")),
    )


def _with_format(parser: Parser) -> None:
    _session(parser)
    _format(parser)


def _nothing(parser: Parser) -> None:
    pass


def _run_new(given: Given) -> int:
    from overleg.cli.new import run

    return run(given)


def _run_next(given: Given) -> int:
    from overleg.cli.next import run

    return run(given)


def _run_add(given: Given) -> int:
    from overleg.cli.add import run

    return run(given)


def _run_show(given: Given) -> int:
    from overleg.cli.views import show

    return show(given)


def _run_list(given: Given) -> int:
    from overleg.cli.listing import sessions

    return sessions(given)


def _run_actions(given: Given) -> int:
    from overleg.cli.views import actions

    return actions(given)


def _run_decisions(given: Given) -> int:
    from overleg.cli.decisions import run

    return run(given)


def _run_import(given: Given) -> int:
    from overleg.cli.importing import run

    return run(given)


def _run_search(given: Given) -> int:
    from overleg.cli.search import run

    return run(given)


def _run_check(given: Given) -> int:
    from overleg.cli.check import run

    return run(given)


def _run_matrix(given: Given) -> int:
    from overleg.cli.views import matrix

    return matrix(given)


def _run_remind(given: Given) -> int:
    from overleg.cli.remind import run

    return run(given)


def _run_calendar(given: Given) -> int:
    from overleg.cli.calendar import run

    return run(given)


def _run_forms(given: Given) -> int:
    from overleg.cli.listing import forms

    return forms(given)


def _run_export(given: Given) -> int:
    from overleg.cli.export import run

    return run(given)


def _run_open(given: Given) -> int:
    from overleg.cli.app import run

    return run(given, given.options.session)


def _run_demo(given: Given) -> int:
    from overleg.cli.app import run_demo

    return run_demo(given)


SUBCOMMANDS = (
    Subcommand("open", Message("Open the app in a meeting."), _session, _run_open),
    Subcommand("demo", Message("Open the app with the example meeting, on a copy."), _nothing, _run_demo),
    Subcommand("new", Message("Plan a meeting."), _new, _run_new),
    Subcommand("next", Message("Plan the next meeting of a series, with what is open."), _next, _run_next),
    Subcommand("add", Message("Record what was said, line by line."), _add, _run_add),
    Subcommand("show", Message("Show a meeting and everything recorded in it."), _with_format, _run_show),
    Subcommand("list", Message("List the meetings."), _format, _run_list),
    Subcommand("actions", Message("List the actions of all meetings."), _actions, _run_actions),
    Subcommand("decisions", Message("List the decisions of all meetings."), _decisions, _run_decisions),
    Subcommand("import", Message("Take over a list of actions from a spreadsheet."), _import, _run_import),
    Subcommand("search", Message("Search what was said, over all meetings."), _search, _run_search),
    Subcommand("check", Message("List what the meeting may want to look at."), _with_format, _run_check),
    Subcommand("matrix", Message("Show who asks what of whom."), _with_format, _run_matrix),
    Subcommand("export", Message("Make a document of a meeting."), _export, _run_export),
    Subcommand(
        "remind", Message("Write a draft of a mail to everybody with open actions."), _remind, _run_remind
    ),
    Subcommand("calendar", Message("Make a calendar file of meetings and dates."), _calendar, _run_calendar),
    Subcommand("forms", Message("List the meeting forms."), _format, _run_forms),
)
