"""What happened at this meeting to what was said at an earlier one."""

from datetime import date

from overleg.documents.marks import own_mark
from overleg.documents.outline import Text
from overleg.documents.runs import capitalised, joined, plain, sentence
from overleg.documents.source import Source
from overleg.domain.entry_changes import WITHDRAWN
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, HistoryLine
from overleg.domain.review import APPROVAL_DATE


def changes_here(source: Source, entry: AnyEntry) -> Text:
    """The changes of this meeting, each with the note that was made."""
    here = [line for line in entry.history if line.session == source.session.id]
    return joined(*(_told(source, entry, line) for line in here))


def notes_here(source: Source, entry: AnyEntry) -> Text:
    """What was said at this meeting with a change of state, for an entry whose state is told already."""
    here = [line for line in entry.history if line.session == source.session.id and line.new != WITHDRAWN]
    return joined(*(_note(source, entry, line) for line in here))


def earlier_dates(entry: AnyEntry) -> list[date]:
    """The dates an entry was due before, oldest first; the agreed date is not among them."""
    field = row_of(entry).date_field
    days = [_day(line.old) for line in entry.history if line.field == field]
    return [day for day in days if day and day != getattr(entry, field, None)]


def _told(source: Source, entry: AnyEntry, line: HistoryLine) -> Text:
    return joined(plain(_change(source, entry, line)), _note(source, entry, line))


def _note(source: Source, entry: AnyEntry, line: HistoryLine) -> Text:
    if not line.note:
        return ()
    return joined(*own_mark(source, entry, line.sensitivity), plain(sentence(capitalised(line.note))))


def _change(source: Source, entry: AnyEntry, line: HistoryLine) -> str:
    _ = source.gettext
    row = row_of(entry)
    if line.field == "status":
        before, after = row.state(line.old), row.state(line.new)
        if before and after and before != after:
            return _("Was {old}, is now {new}.").format(
                old=source.word(before.words), new=source.word(after.words)
            )
    elif line.field == "parties":
        old, new = source.parties(line.old.split()), source.party(line.new)
        return _("Handed over from {old} to {new}.").format(old=old or _("nobody"), new=new)
    elif line.field in (row.date_field, APPROVAL_DATE):
        return _moved(source, _day(line.old), _day(line.new))
    return ""


def _moved(source: Source, before: date | None, after: date | None) -> str:
    _ = source.gettext
    if before and after:
        text = _("The date was {old} and is now {new}.")
        return text.format(old=source.plain(before), new=source.plain(after))
    return _("The date is now {new}.").format(new=source.plain(after)) if after else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
