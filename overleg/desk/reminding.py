"""Reminders as drafts for a mail program, one file for each reader; nothing is sent."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from overleg.desk.folders import Folders, read_sessions
from overleg.documents.as_mail import as_mail
from overleg.documents.filenames import reminder_name, series_folder
from overleg.documents.reminders import Reminder, reminder
from overleg.domain.choices import Language
from overleg.domain.reminding import open_entries, readers_of, reminded
from overleg.errors import OverlegError
from overleg.store.exports import place


@dataclass(frozen=True, slots=True)
class Drafts:
    """The files that were made, how much is open that nobody is reminded of, and what could not be read."""

    made: list[Path]
    nobodys: int
    unread: list[OverlegError]


def make_drafts(
    folders: Folders,
    today: date,
    *,
    series: str = "",
    party: str = "",
    overdue: bool = False,
    language: Language | None = None,
    output: Path | None = None,
) -> Drafts:
    """A draft for each party or person with something open, over all sessions that count.

    They go to the folder `output`, else to the folder of the one series that was asked for, else to that
    of all. Raises `ExportError` where a file cannot be written; no file was overwritten or left half.
    """
    sessions, unread = read_sessions(folders, series)
    entries = open_entries(sessions, today, overdue=overdue)
    letters = [reminder(each, today, language) for each in reminded(entries, today, party=party)]
    folder = output or folders.exports / series_folder(sessions if series else []) / "reminders"
    made = [place(folder / _file(letter, today), as_mail(letter, today)) for letter in letters]
    nobodys = 0 if party else sum(1 for each in entries if not readers_of(each))
    return Drafts(made, nobodys, unread)


def _file(letter: Reminder, today: date) -> str:
    return f"{reminder_name(letter.key, today, letter.language)}.eml"
