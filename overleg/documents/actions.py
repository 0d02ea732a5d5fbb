"""The action list: who does what by when, and how it stands."""

from collections.abc import Iterable
from datetime import date

from overleg.documents.entries import withdrawal
from overleg.documents.history import earlier_dates
from overleg.documents.left_out import left_out_note
from overleg.documents.outline import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    ParagraphRole,
    Row,
    Table,
    Text,
    Tone,
)
from overleg.documents.runs import plain, struck
from overleg.documents.source import NOTHING, Source, is_withdrawn
from overleg.documents.tables import lines_cell, number_cell, said_cell
from overleg.documents.wording import state_word
from overleg.domain.choices import Kind
from overleg.domain.model import Action
from overleg.domain.names import owner_name
from overleg.locale import narrow_date

_TONES = {"open": Tone.OPEN, "busy": Tone.BUSY, "done": Tone.DONE, "dropped": Tone.DROPPED}


def action_list(source: Source) -> list[Block]:
    """The actions of the meeting, new and carried, under their heading."""
    _ = source.gettext
    return [Heading(1, _("Action list")), *action_table(source, source.of(Action))]


def waiting_actions(source: Source) -> list[Block]:
    """The actions that are still to be done."""
    return action_table(source, [each for each in source.of(Action) if is_waiting(each)])


def action_table(source: Source, actions: list[Action]) -> list[Block]:
    """The table, or that there are no actions; then whose confidential actions are not in it."""
    _ = source.gettext
    hidden = confidential_actions(source)
    if actions:
        return [table_of(source, actions), *hidden]
    return hidden or [Paragraph(plain(_("No actions were agreed.")))]


def table_of(source: Source, actions: list[Action]) -> Table:
    _ = source.gettext
    columns = (
        Column(_("Number"), 10),
        Column(_("Action"), 37),
        Column(_("Action owner"), 26),
        Column(_("Due on"), 14),
        Column(_("State"), 13),
    )
    description = _("Every action with its owner, its date and its state.")
    return Table(_("Action list"), description, columns, tuple(_row(source, each) for each in actions))


def _row(source: Source, action: Action) -> Row:
    owner, party = owner_name(source.session, action), source.whose(action)
    return (
        number_cell(action),
        said_cell(source, action, *_notes(source, action)),
        lines_cell(plain(owner), plain(party)),
        _due_cell(action),
        _state_cell(source, action),
    )


def _notes(source: Source, action: Action) -> Iterable[str]:
    """Why it was dropped or taken back, and how often it was carried over."""
    _ = source.gettext
    if action.withdrawn:
        yield withdrawal(source, action)
    if action.carried:
        yield source.ngettext("Carried over {n} time.", "Carried over {n} times.", action.carried)
    if action.status == "dropped":
        yield next((line.note for line in reversed(action.history) if line.new == "dropped"), "")


def _due_cell(action: Action) -> Cell:
    """The agreed date; dates that were agreed before it stand struck through above it."""
    earlier: list[Text] = [struck(narrow_date(day)) for day in earlier_dates(action)]
    return lines_cell(*earlier, plain(narrow_date(action.due) if action.due else NOTHING))


def _state_cell(source: Source, action: Action) -> Cell:
    _ = source.gettext
    if is_overdue(action, source.today):
        return Cell((plain(_("Overdue")),), Tone.OVERDUE)
    tone = Tone.DROPPED if is_withdrawn(action) else _TONES.get(action.status)
    return Cell((plain(state_word(source, action) or NOTHING),), tone)


def is_waiting(action: Action) -> bool:
    return action.status in ("open", "busy") and not is_withdrawn(action)


def is_overdue(action: Action, today: date) -> bool:
    return is_waiting(action) and action.due is not None and action.due < today


def confidential_actions(source: Source) -> list[Block]:
    """For each party how many of its actions are confidential; those of nobody in one number."""
    _ = source.gettext
    by_party = source.left_out_by_party(Kind.ACTION)
    notes = [_left_out_of_party(source, party, n) for party, n in by_party.items()]
    return [*notes, *left_out_note(source, source.left_out_of(Kind.ACTION) - by_party.total())]


def _left_out_of_party(source: Source, party: str, n: int) -> Block:
    text = source.ngettext(
        "{n} action is confidential and not included.", "{n} actions are confidential and not included.", n
    )
    return Paragraph(plain(f"{source.party(party)}: {text}"), ParagraphRole.NOTE)
