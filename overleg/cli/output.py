"""What is printed: results on standard output, everything else on standard error, all of it clean."""

import csv
import io
import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from overleg.domain.choices import Language
from overleg.domain.text import clean
from overleg.errors import Message, OverlegError
from overleg.locale import say

if TYPE_CHECKING:
    from overleg.cli.arguments import Given

_NARROWEST_TEXT = 24
_WIDEST_OTHER = 40
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def prepare_streams() -> None:
    """A terminal or file that cannot hold a character gets a question mark, and no traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say_line(text: str) -> None:
    """One result, on its way at once: who reads it may rely on it."""
    print(clean(text), flush=True)


def warn(text: str) -> None:
    print(clean(text), file=sys.stderr, flush=True)


def complain(error: OverlegError, language: Language) -> None:
    warn(told(error, language))


def told(error: OverlegError, language: Language) -> str:
    """What happened, and what to do."""
    parts = [error.message, error.hint] if error.hint else [error.message]
    return " ".join(say(part, language) for part in parts)


def complain_of_system(error: OSError, language: Language) -> None:
    reason = error.strerror or type(error).__name__
    warn(say(Message("The computer refused: {reason}. Nothing was lost.", reason=reason), language))


def complain_of_fault(error: Exception, language: Language) -> None:
    """No text of the meeting in it: only what kind of fault it was."""
    fault = type(error).__name__
    warn(
        say(
            Message(
                "Something went wrong inside overleg ({fault}); what was saved is safe."
                " Try again, or set OVERLEG_DEBUG=1 to see the details.",
                fault=fault,
            ),
            language,
        )
    )


def as_json(value: Any) -> None:
    import msgspec

    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    print(text)


def as_csv(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Semicolons, as spreadsheets here expect; a cell that looks like a formula is made harmless."""
    writer = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([[_harmless(cell) for cell in row] for row in rows])


def _harmless(cell: object) -> str:
    text = clean(str(cell))
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def as_table(headings: Sequence[str], rows: Sequence[Sequence[object]], wide: int | None = None) -> None:
    """A table as wide as the terminal; the column `wide` wraps to what the others leave."""
    from tabulate import tabulate

    cells = [[clean(str(cell)) for cell in row] for row in rows]
    widths: list[int | None] = [None] * len(headings)
    if wide is not None:
        longest = [max([len(headings[n]), *(len(row[n]) for row in cells)]) for n in range(len(headings))]
        widths = [_WIDEST_OTHER if length > _WIDEST_OTHER else None for length in longest]
        others = sum(min(length, _WIDEST_OTHER) + 2 for n, length in enumerate(longest) if n != wide)
        widths[wide] = max(_NARROWEST_TEXT, shutil.get_terminal_size((100, 24)).columns - others)
    print(
        tabulate(
            cells,
            headers=list(headings),
            tablefmt="simple",
            disable_numparse=True,
            maxcolwidths=widths if cells else None,
        )
    )


def print_rows(
    given: "Given",
    headings: Sequence[Message | str],
    rows: Sequence[Sequence[object]],
    wide: int | None = None,
) -> None:
    """Rows as the table or CSV that was asked for, under headings in the user's language."""
    said = [say(each, given.language) if isinstance(each, Message) else each for each in headings]
    if given.options.format == "csv":
        as_csv(said, rows)
    else:
        as_table(said, rows, wide)


def print_filled_rows(
    given: "Given", headings: Sequence[Message], rows: Sequence[Sequence[object]], wide: int
) -> None:
    """As `print_rows`, but a table leaves out the columns that are empty, as those seldom used often are."""
    is_table = given.options.format == "table"
    kept = [
        place
        for place in range(len(headings))
        if not is_table or place == wide or any(row[place] for row in rows)
    ]
    print_rows(
        given,
        [headings[place] for place in kept],
        [[row[place] for place in kept] for row in rows],
        wide=kept.index(wide),
    )
