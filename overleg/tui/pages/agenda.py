"""The page of the agenda: what is talked about, for how long, who brings it in and what is asked."""

from msgspec.structs import replace as but

from overleg.domain.agenda_changes import DeferItem, PutItem, ReopenItem, SkipItem
from overleg.domain.agenda_length import Slot, later, length_of, slots, total
from overleg.domain.changes import Change
from overleg.domain.choices import ItemStatus, Mode, Purpose
from overleg.domain.durations import read_minutes, written
from overleg.domain.model import AgendaItem
from overleg.domain.names import code
from overleg.domain.rewriting import AGENDA
from overleg.domain.table_words import MODES, PURPOSES
from overleg.errors import Message, Refused, UsageError
from overleg.locale import catalogue, clock, say
from overleg.tui.pages.page import Heading, Option, Page, PageField, Row, Setting, Typed, choices_of

_STATES = {
    ItemStatus.PENDING: Message("to come"),
    ItemStatus.ACTIVE: Message("running"),
    ItemStatus.DONE: Message("done"),
    ItemStatus.SKIPPED: Message("skipped"),
    ItemStatus.DEFERRED: Message("put off"),
}


def _changed(typed: Typed, **fields: object) -> Change:
    was: AgendaItem = typed.row
    return PutItem(at=typed.at, item=but(was, **fields), was=was)


def _titled(typed: Typed) -> Change:
    title = typed.text.strip()
    if typed.row is not None:
        return _changed(typed, title=title)
    return PutItem(at=typed.at, item=AgendaItem(id=title, title=title))


def _timed(typed: Typed) -> Change:
    text = typed.text.strip()
    minutes = read_minutes(text) if text else None
    if text and minutes is None:
        raise UsageError(
            Message("“{time}” is no length of time.", time=text),
            Message("Type the minutes, or such as {example}.", example="1u30"),
        )
    return _changed(typed, planned_minutes=minutes)


def _put(typed: Typed) -> Change:
    """In another state: reopened, skipped or put off. It runs and is done by being gone to."""
    status, id = ItemStatus(typed.text), typed.row.id
    match status:
        case ItemStatus.PENDING:
            return ReopenItem(at=typed.at, item=id)
        case ItemStatus.SKIPPED:
            return SkipItem(at=typed.at, item=id)
        case ItemStatus.DEFERRED:
            return DeferItem(at=typed.at, item=id)
    raise Refused(
        Message("An item runs when the meeting goes to it, and is done when the meeting leaves it.")
    )


def _states(setting: Setting, item: Row | None) -> list[Option]:
    """The states it can be put in, and the one it is in."""
    settable = (ItemStatus.PENDING, ItemStatus.SKIPPED, ItemStatus.DEFERRED)
    own = (item.status,) if item is not None and item.status not in settable else ()
    return [(say(_STATES[status], setting.language), status.value) for status in (*own, *settable)]


def _parties(setting: Setting, item: Row | None) -> list[Option]:
    _ = catalogue(setting.language).gettext
    return [
        (_("nobody in particular"), ""),
        *((f"{party.code} {party.name}", party.id) for party in setting.session.parties),
    ]


def _purposes(setting: Setting, item: Row | None) -> list[Option]:
    _ = catalogue(setting.language).gettext
    return [(_("nothing was said about that"), ""), *choices_of(PURPOSES)(setting, item)]


def _brief(setting: Setting, item: AgendaItem) -> tuple[str, ...]:
    return (
        item.title,
        written(item.planned_minutes),
        code(setting.session, item.brought_in_by),
        PURPOSES[item.purpose][setting.language] if item.purpose else "",
    )


def _cells(setting: Setting, item: AgendaItem, number: int) -> tuple[str, ...]:
    session, language = setting.session, setting.language
    slot = next(slot for slot in slots(session) if slot.item is item)
    start = later(session.start, slot.begins) if session.start and not slot.is_left_out else None
    title, *details = _brief(setting, item)
    return (
        str(number),
        title,
        clock(start, language) if start else "",
        *details,
        _state(slot, setting),
    )


def _state(slot: Slot, setting: Setting) -> str:
    """What has become of it; of what is still to come, whether it runs over the end of the meeting."""
    _ = catalogue(setting.language).gettext
    if slot.item.status is not ItemStatus.PENDING:
        return say(_STATES[slot.item.status], setting.language)
    return _("runs over") if slot.runs_over else ""


def _summary(setting: Setting) -> str:
    """The time of the agenda against that of the meeting."""
    session, language = setting.session, setting.language
    planned, length = total(session), length_of(session)
    if not planned:
        return ""
    if length is None:
        end = later(session.start, planned) if session.start else None
        return say(
            Message("Together {total}, until {end}.", total=written(planned), end=clock(end, language))
            if end
            else Message("Together {total}.", total=written(planned)),
            language,
        )
    values = {"total": written(planned), "length": written(length), "rest": written(abs(length - planned))}
    if planned > length:
        return say(
            Message("Together {total}; the meeting takes {length}: {rest} too much.", **values), language
        )
    if planned == length:
        return say(Message("Together {total}, as long as the meeting.", **values), language)
    return say(Message("Together {total}; the meeting takes {length}: {rest} left.", **values), language)


PAGE = Page(
    key="agenda",
    name=Message("Agenda"),
    list=AGENDA,
    how=Message("One item on a line: 3 Begroting (20 min) ZOR besluit"),
    headings=(
        Heading(Message("No.")),
        Heading(Message("Agenda item"), stretches=True),
        Heading(Message("Begins"), goes=4),
        Heading(Message("Time")),
        Heading(Message("Party"), goes=2),
        Heading(Message("Asked"), goes=3),
        Heading(Message("State")),
    ),
    cells=_cells,
    brief=_brief,
    is_quiet=lambda item: item.status in (ItemStatus.SKIPPED, ItemStatus.DEFERRED),
    summary=_summary,
    fields=(
        PageField("title", Message("Agenda item"), lambda setting, item: item.title, _titled),
        PageField(
            "minutes",
            Message("Time"),
            lambda setting, item: written(item.planned_minutes),
            _timed,
            hint=Message("such as 20, 1u30 or 1:30"),
            is_measure=True,
        ),
        PageField(
            "party",
            Message("Brought in by"),
            lambda setting, item: item.brought_in_by or "",
            lambda typed: _changed(typed, brought_in_by=typed.text or None),
            options=_parties,
        ),
        PageField(
            "purpose",
            Message("Asked"),
            lambda setting, item: item.purpose or "",
            lambda typed: _changed(typed, purpose=Purpose(typed.text) if typed.text else None),
            options=_purposes,
        ),
        PageField(
            "mode",
            Message("Talk"),
            lambda setting, item: item.mode,
            lambda typed: _changed(typed, mode=Mode(typed.text)),
            options=choices_of(MODES),
        ),
        PageField(
            "prompt",
            Message("Question"),
            lambda setting, item: item.prompt,
            lambda typed: _changed(typed, prompt=typed.text.strip()),
            hint=Message("what is asked of the table, shown on top"),
        ),
        PageField("state", Message("State"), lambda setting, item: item.status, _put, options=_states),
    ),
)
