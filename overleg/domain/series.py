"""From one meeting of a series to the next: the next one opens with what this one left open."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from msgspec.structs import replace as but

from overleg.domain import forms
from overleg.domain.carrying import carried_entries, goes_along, joint_counters, renumbered
from overleg.domain.choices import ItemStatus, Mode, SessionStatus
from overleg.domain.forms import MeetingForm
from overleg.domain.model import (
    Adoption,
    AgendaItem,
    NextSession,
    Party,
    Person,
    Record,
    Session,
)
from overleg.domain.text import fold
from overleg.errors import Message, Refused

REVIEW_STEP = "review"
"""The key of the step in which open matters are gone through, in any form that has one."""

_USUAL_PAUSE = timedelta(weeks=4)

Joined = TypeVar("Joined", bound=Record)


def next_session(
    session: Session,
    *,
    id: str,
    when: NextSession,
    undated: bool = False,
    form: MeetingForm | None = None,
    known_forms: Iterable[MeetingForm] = (),
) -> Session:
    """The planned next meeting of the series, opened with everything that this one left open.

    The table is laid as it was: the same parties and people, chair and secretary, tasks, target groups,
    words and language. The agenda is that of `form`; without one it is repeated where the form of this
    meeting was made to be, that is where it has a review step of its own. A review step comes first in
    any case, and then what this meeting put off or did not reach. Raises `Refused` for a day before
    this meeting.
    """
    known = tuple(known_forms)
    form = form or form_again(session, known)
    planned = Session(
        id=id,
        series=session.series,
        number=session.number + 1,
        title=session.series.title,
        date=when.date,
        undated=undated,
        start=when.start,
        place=when.place,
        form=form.key if form else "",
        practice=session.practice,
        language=session.language,
        chair=session.chair,
        secretary=session.secretary,
        agenda=forms.agenda_of(form, session.parties, session.language) if form else (),
    )
    return opened_with(planned, session, known)


def next_date(session: Session, today: date) -> tuple[NextSession, bool]:
    """When the next meeting is, and whether that is a guess because nobody has set a day.

    The guess is four weeks on. A meeting needs a day for its place in every list, for the dates that are
    typed in it and for the name of its file; that it is a guess is kept with it. Time and place are the
    same again unless they were set.
    """
    planned = session.next or NextSession(date=max(session.date, today) + _USUAL_PAUSE)
    when = but(planned, start=planned.start or session.start, place=planned.place or session.place)
    return when, session.next is None


def form_again(session: Session, known_forms: Iterable[MeetingForm]) -> MeetingForm | None:
    """The form of the meeting, where it was made to be held time after time."""
    form = next((each for each in known_forms if each.key == session.form), None)
    return form if form and any(step.mode is Mode.REVIEW for step in form.steps) else None


def opened_with(planned: Session, previous: Session, known_forms: Iterable[MeetingForm] = ()) -> Session:
    """A planned meeting brought up to date with what the one before it left open.

    What was recorded in the planned meeting already stays: its own entries, with a new number where the
    previous meeting took theirs in the meantime, and what was done there to entries it was opened with.
    Doing it again changes nothing. Raises `Refused` where it would lie before the previous meeting.
    """
    if planned.date < previous.date:
        raise Refused(
            Message("The next meeting cannot be before this one."),
            Message("Type the date with its year, such as {example}.", example="11-2-2027"),
        )
    planned = renumbered(planned, previous)
    return but(
        planned,
        adopts=_adoption(planned, previous),
        counters=joint_counters(planned, previous),
        words={**previous.words, **planned.words},
        parties=_parties(planned, previous),
        people=_people(planned, previous),
        tasks=_joined(planned.tasks, previous.tasks, "slug"),
        target_groups=_joined(planned.target_groups, previous.target_groups, "slug"),
        agenda=_agenda(planned, previous, known_forms),
        entries=carried_entries(planned, previous),
    )


def _adoption(planned: Session, previous: Session) -> Adoption:
    """The adoption that has begun, else that of the minutes of the previous meeting."""
    if planned.adopts is not None and _is_opened(planned, previous):
        return planned.adopts
    return Adoption(session=previous.id, held_on=previous.date)


def _parties(planned: Session, previous: Session) -> tuple[Party, ...]:
    """Every party of the table before, for entries name them; a code is never there twice."""
    known = {party.id for party in planned.parties}
    parties = planned.parties
    for party in previous.parties:
        if party.id not in known:
            parties = (*parties, but(party, code=_free_code(party.code, parties)))
    return parties


def _free_code(code: str, parties: tuple[Party, ...]) -> str:
    taken = {fold(party.code) for party in parties}
    names = (code if n == 1 else f"{code}{n}" for n in range(1, len(taken) + 2))
    return next(name for name in names if fold(name) not in taken)


def _people(planned: Session, previous: Session) -> tuple[Person, ...]:
    """Those of the table before; who is taken off the list after the meeting was opened stays off.

    Whoever got something to do since then comes along with it.
    """
    came = previous.people
    if _is_opened(planned, previous):
        named = _named_since(planned, previous)
        came = tuple(person for person in came if person.id in named)
    return _joined(planned.people, came, "id")


def _named_since(planned: Session, previous: Session) -> set[str]:
    """The people of what goes along, as far as the planned meeting does not have it as theirs."""
    named = set()
    for entry in previous.entries:
        known = planned.entry(entry.ref)
        if goes_along(entry, previous) and (known is None or known.person != entry.person):
            named |= {entry.person or "", *getattr(entry, "helpers", ())}
    return named


def _is_opened(planned: Session, previous: Session) -> bool:
    return planned.adopts is not None and planned.adopts.session == previous.id


def _joined(own: tuple[Joined, ...], earlier: tuple[Joined, ...], key: str) -> tuple[Joined, ...]:
    """The records of the meeting itself, and those of the one before that it does not have."""
    known = {getattr(record, key) for record in own}
    return (*own, *(record for record in earlier if getattr(record, key) not in known))


def _agenda(
    planned: Session, previous: Session, known_forms: Iterable[MeetingForm]
) -> tuple[AgendaItem, ...]:
    """The agenda with a review step, and after it what was put off."""
    agenda = planned.agenda
    if not any(item.mode is Mode.REVIEW for item in agenda):
        agenda = (*_review_step(planned, known_forms), *agenda)
    known = {item.id for item in agenda}
    put_off = tuple(_afresh(item) for item in previous.agenda if _is_put_off(item, previous, known))
    place = next((n for n, item in enumerate(agenda, start=1) if item.mode is Mode.REVIEW), 0)
    return (*agenda[:place], *put_off, *agenda[place:])


def _review_step(planned: Session, known_forms: Iterable[MeetingForm]) -> tuple[AgendaItem, ...]:
    step = forms.find_step(known_forms, REVIEW_STEP)
    if step is None:
        return ()
    item = forms.item_of(step, len(planned.core_parties), planned.language)
    return (but(item, id=forms.item_id(planned, item.id)),)


def _is_put_off(item: AgendaItem, previous: Session, known: set[str]) -> bool:
    """Whether the previous meeting left it for later, or was closed before it got there."""
    was_not_reached = item.status is ItemStatus.PENDING and previous.status is SessionStatus.CLOSED
    is_left = item.status is ItemStatus.DEFERRED or was_not_reached
    return is_left and item.mode is not Mode.REVIEW and item.id not in known


def _afresh(item: AgendaItem) -> AgendaItem:
    return but(item, status=ItemStatus.PENDING, elapsed_s=0, started_at=None, ended_at=None)
