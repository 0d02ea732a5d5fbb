"""Nobody left out: target groups against parties, with the activities there are for them."""

from overleg.domain.choices import Language, Sensitivity
from overleg.domain.model import Note, Session
from overleg.domain.overviews.confidential import hidden_groups
from overleg.domain.overviews.coverage import Coverage, coverage
from overleg.domain.text import clean
from overleg.locale import catalogue
from overleg.tui.widgets.entry_cells import masked
from overleg.tui.widgets.overviews.lines import WARNS, Row, Told, table, told
from overleg.tui.widgets.overviews.names import codes, hidden


def group_lines(session: Session, language: Language, width: int) -> list[Told]:
    """How many activities there are for every target group, by party, and which group waits and why."""
    _ = catalogue(language).gettext
    rows = coverage(session)
    if not rows:
        return told(_("No target group was named yet. Type # and a name, such as #senioren."), width)
    secret = hidden_groups(session)
    drawn = [_row(each, session, language, is_hidden=each.group.slug in secret) for each in rows]
    return table(_("Target group"), [*codes(session), _("all")], drawn, width)


def _row(covered: Coverage, session: Session, language: Language, *, is_hidden: bool) -> Row:
    _ = catalogue(language).gettext
    counts = [covered.by_party.get(party.id, 0) for party in session.parties]
    cells = [str(count) if count else "" for count in (*counts, covered.activities)]
    notes = [_later(note, language) for note in covered.later]
    if covered.is_left_out:
        notes.append(WARNS + _("There is no activity for this group yet."))
    return Row(hidden(language) if is_hidden else clean(covered.group.title), cells, notes)


def _later(note: Note, language: Language) -> str:
    is_open = note.sensitivity is Sensitivity.NONE
    return f"{note.ref}  {clean(note.text) if is_open else masked(note.sensitivity, language)}"
