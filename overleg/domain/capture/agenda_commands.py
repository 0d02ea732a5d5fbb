"""The agenda and the floor: where the meeting is, what it leaves out, who speaks, what comes next."""

from overleg.domain import dates, forms, names, rounds
from overleg.domain.agenda_changes import DeferItem, GiveTime, GoToItem, SkipItem, TakeInStep
from overleg.domain.capture.command import Argument
from overleg.domain.capture.context import Context, unknown_party
from overleg.domain.changes import Change
from overleg.domain.durations import read_minutes
from overleg.domain.meeting_changes import GiveTurn, SetNext
from overleg.domain.model import AgendaItem
from overleg.domain.text import fold
from overleg.errors import Message, Refused

_A_FEW = 5
"""The minutes that an item gets when nobody says how many."""

_NEIGHBOURS = {"volgende": 1, "next": 1, "vorige": -1, "previous": -1}


def step(argument: Argument) -> Change:
    context = argument.context
    session, wanted = context.session, fold(argument.text)
    if not wanted:
        raise argument.missing(Message("Which agenda item? Type its number or key."))
    if wanted in _NEIGHBOURS:
        return GoToItem(at=context.now, item=_neighbour(argument, _NEIGHBOURS[wanted]).id)
    item = _item(argument, wanted)
    if item is not None:
        return GoToItem(at=context.now, item=item.id)
    step = forms.find_step(context.forms, wanted.replace("-", "_"))
    if step is None:
        raise Refused(
            Message("There is no agenda item or step {step}.", step=argument.text),
            Message("The agenda has: {items}.", items=", ".join(each.id for each in session.agenda))
            if session.agenda
            else None,
            position=argument.position,
        )
    return TakeInStep(at=context.now, item=forms.item_of(step, len(session.core_parties), session.language))


def skip(argument: Argument) -> Change:
    return SkipItem(at=argument.context.now, item=_meant(argument).id)


def defer(argument: Argument) -> Change:
    return DeferItem(at=argument.context.now, item=_meant(argument).id)


def extend(argument: Argument) -> Change:
    """So many more minutes; without a number a few."""
    minutes = read_minutes(argument.text) if argument.text else _A_FEW
    if minutes is None:
        raise Refused(
            Message("“{time}” is no length of time.", time=argument.text),
            Message("Type the minutes, such as {example}.", example=_A_FEW),
            position=argument.position,
        )
    return GiveTime(at=argument.context.now, minutes=minutes)


def _meant(argument: Argument) -> AgendaItem:
    """The item that is named; the running one where none is."""
    session = argument.context.session
    item = _item(argument, fold(argument.text)) if argument.text else session.active_item
    if item is None:
        raise argument.missing(
            Message("There is no agenda item {item}.", item=argument.text)
            if argument.text
            else Message("Which agenda item? Type its number or key.")
        )
    return item


def _item(argument: Argument, wanted: str) -> AgendaItem | None:
    """The item by its number, its key, or an unambiguous start of its title."""
    agenda = argument.context.session.agenda
    if wanted.isascii() and wanted.isdigit():
        if not 1 <= int(wanted) <= len(agenda):
            raise Refused(
                Message("The agenda has {count} items.", count=len(agenda)), position=argument.position
            )
        return agenda[int(wanted) - 1]
    exact = [item for item in agenda if wanted.replace("-", "_") in (item.id, item.step)]
    titled = [item for item in agenda if fold(item.title).startswith(wanted)]
    return exact[0] if exact else titled[0] if len(titled) == 1 else None


def _neighbour(argument: Argument, distance: int) -> AgendaItem:
    session = argument.context.session
    found = _beside(argument.context, distance)
    if found is not None:
        return found
    if not session.agenda:
        raise argument.missing(Message("This meeting has no agenda yet."))
    raise argument.missing(
        Message("This is the last agenda item.")
        if distance > 0
        else Message("This is the first agenda item.")
    )


def _beside(context: Context, distance: int) -> AgendaItem | None:
    """The agenda item so many places after the running one; the first one where none runs."""
    agenda, active = context.session.agenda, context.session.active_item
    place = agenda.index(active) + distance if active else 0
    return agenda[place] if 0 <= place < len(agenda) else None


def turn(argument: Argument) -> Change:
    context = argument.context
    if fold(argument.text) in ("", "volgende", "next"):
        party = rounds.next_turn(context.session)
        if party is None:
            raise argument.missing(Message("There are no parties at this table yet."))
    else:
        party = names.find_party(context.session, argument.text)
        if party is None:
            raise unknown_party(context, argument.text, argument.position)
    return GiveTurn(at=context.now, party=party.id)


def plan_next(argument: Argument) -> Change:
    day, _, time = argument.text.rpartition(" ")
    start = dates.read_clock(time) if day else None
    session = argument.context.session
    typed = day if start else argument.text
    try:
        when = dates.read(typed, session.date)
    except dates.ImpossibleDate:
        when = None
    if when is None:
        raise Refused(
            Message("{date} is not a date in any calendar.", date=typed)
            if typed
            else Message("On which date is the next meeting?"),
            Message("Type a date such as {example}.", example="11-2-2027 19:30"),
            position=argument.position,
        )
    return SetNext(at=argument.context.now, date=when, start=start)
