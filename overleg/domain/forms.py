"""Meeting forms as data: read from TOML text, copied into the agenda of a session, put in order.

A form is never a rule in code: it is a file that a team can copy, change and add to.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from overleg.domain.choices import (
    Kind,
    Language,
    Mode,
    Purpose,
    Seat,
)
from overleg.domain.model import AgendaItem, Party, Session
from overleg.domain.text import clean, slug
from overleg.domain.words import Words
from overleg.errors import Message, OverlegError

_FEWEST_MINUTES = 5
_PARTIES_IN_MIND = 4


class Order(StrEnum):
    """Who gets the floor first in a round, or only."""

    FREE = "free"
    ROTATE = "rotate"
    RESIDENTS_FIRST = "residents_first"
    RESIDENTS_LAST = "residents_last"
    MUNICIPALITY_FIRST = "municipality_first"
    PROFESSIONALS_FIRST = "professionals_first"
    SYSTEM_ONLY = "system_only"
    VOICES = "voices"
    """Each party speaks as another one; a different party begins each time."""


@dataclass(frozen=True, slots=True)
class FormStep:
    """One step of a form; its `minutes` are meant for four parties."""

    key: str
    title: Words
    minutes: int
    mode: Mode
    order: Order
    prompt: Words
    kinds: tuple[Kind, ...]
    checks: tuple[str, ...]
    purpose: Purpose | None = None


@dataclass(frozen=True, slots=True)
class MeetingForm:
    key: str
    title: Words
    goal: Words
    parties: Words
    documents: tuple[str, ...]
    steps: tuple[FormStep, ...]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)

    def step(self, key: str) -> FormStep | None:
        return next((step for step in self.steps if step.key == key), None)


class _Both(msgspec.Struct, forbid_unknown_fields=True):
    nl: str
    en: str

    def words(self) -> Words:
        return Words(clean(self.nl), clean(self.en))


class _Step(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    title: _Both
    minutes: int
    mode: Mode
    prompt: _Both
    order: Order = Order.FREE
    kinds: list[Kind] = []
    checks: list[str] = []
    purpose: Purpose | None = None


class _Form(msgspec.Struct, forbid_unknown_fields=True):
    title: _Both
    goal: _Both
    parties: _Both
    documents: list[str]
    steps: list[_Step]


def parse(key: str, toml: str) -> MeetingForm:
    """The form that a TOML text describes; raises `OverlegError` naming what is wrong where."""
    try:
        form = msgspec.convert(tomllib.loads(toml), _Form)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise OverlegError(
            Message("The meeting form {form} cannot be read: {reason}.", form=key, reason=error),
            Message("Mend the file or take it out of the folder; the other forms still work."),
        ) from error
    return MeetingForm(
        key=key,
        title=form.title.words(),
        goal=form.goal.words(),
        parties=form.parties.words(),
        documents=tuple(form.documents),
        steps=tuple(
            FormStep(
                key=step.key,
                title=step.title.words(),
                minutes=step.minutes,
                mode=step.mode,
                order=step.order,
                prompt=step.prompt.words(),
                kinds=tuple(step.kinds),
                checks=tuple(step.checks),
                purpose=step.purpose,
            )
            for step in form.steps
        ),
    )


def agenda_of(form: MeetingForm, parties: Iterable[Party], language: Language) -> tuple[AgendaItem, ...]:
    """The form copied into an agenda, its party rounds as long as the number of core parties asks."""
    core = sum(1 for party in parties if party.seat is Seat.CORE)
    return tuple(item_of(step, core, language) for step in form.steps)


def item_of(step: FormStep, core_parties: int, language: Language) -> AgendaItem:
    return AgendaItem(
        id=step.key,
        title=step.title[language],
        step=step.key,
        purpose=step.purpose,
        mode=step.mode,
        order=step.order,
        planned_minutes=_minutes(step, core_parties),
        kinds=step.kinds,
        checks=step.checks,
        prompt=step.prompt[language],
    )


def _minutes(step: FormStep, core_parties: int) -> int:
    if step.mode is not Mode.PARTY_ROUND or not core_parties:
        return step.minutes
    return max(_FEWEST_MINUTES, int(step.minutes * core_parties / _PARTIES_IN_MIND + 0.5))


def item_id(session: Session, wanted: str) -> str:
    """An id for a new agenda item that no item of the session has."""
    taken = {item.id for item in session.agenda}
    base = slug(wanted).replace("-", "_") or "item"
    return next(
        id for n in range(1, len(taken) + 2) if (id := base if n == 1 else f"{base}_{n}") not in taken
    )


def find_step(forms: Iterable[MeetingForm], key: str) -> FormStep | None:
    """The step with that key in the first form that has one."""
    return next((step for form in forms if (step := form.step(key))), None)
