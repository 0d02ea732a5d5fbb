"""One meeting as one value: the records of a session, all frozen.

Field names are those of the domain model and of the files on disk. References between records are
ids; dates are plain dates, times of the clock are ``HH:MM``, moments are naive local datetimes.
Text in a record is already clean (see `overleg.domain.text`).
"""

from datetime import date, datetime
from typing import Annotated, ClassVar, dataclass_transform

from msgspec import Meta, Struct

from overleg.domain.choices import (
    AgreementType,
    AnswerValue,
    AttendanceStatus,
    Audience,
    Base,
    BottleneckCategory,
    BoundaryNature,
    DecisionMethod,
    EndorsementValue,
    ExperimentOutcome,
    ItemStatus,
    Kind,
    Language,
    LinkType,
    Mandate,
    Mode,
    NoteSubtype,
    Paid,
    PartyKind,
    Purpose,
    Rasci,
    Seat,
    SeatRole,
    Sensitivity,
    SessionStatus,
    Unit,
)

FORMAT = 1
"""The number of the file format this program reads and writes."""

Clock = Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""A time of the clock, ``19:30``."""


Moment = Annotated[datetime, Meta(tz=False)]
"""A moment of the local clock: without a time zone, so that all of them can be compared."""

Day = date
"""A date, where a field is called ``date`` itself."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What every record shares: frozen, and strict about fields it does not know."""


class Series(Record, kw_only=True):
    slug: str
    title: str
    area: str = ""
    task: str = ""


class NextSession(Record, kw_only=True):
    date: Day
    start: Clock | None = None
    place: str = ""


class Correction(Record, kw_only=True):
    """A change to the minutes of the previous session; `new` alone holds a free text."""

    party: str | None
    where: str = ""
    old: str = ""
    new: str = ""
    at: Moment
    sensitivity: Sensitivity = Sensitivity.NONE


class Adoption(Record, kw_only=True):
    """The previous session, held on that day, whose minutes are corrected and adopted in this one."""

    session: str
    held_on: Day | None = None
    at: Moment | None = None
    corrections: tuple[Correction, ...] = ()


class Missing(Record, kw_only=True):
    """Why a party that should sit here does not."""

    invited: bool = False
    reason: str = ""


class Party(Record, kw_only=True):
    """An organisation or group at the table. `id` stays when its `code` is changed."""

    id: str
    code: str
    name: str
    kind: PartyKind = PartyKind.OTHER
    base: Base = Base.SYSTEM
    seat: Seat = Seat.CORE
    constituency: str = ""
    colour: str = ""
    missing: Missing | None = None


class Person(Record, kw_only=True):
    """A participant; `party` is None for a neutral chair, secretary or guest."""

    id: str
    name: str
    party: str | None = None
    function: str = ""
    seat_role: SeatRole = SeatRole.MEMBER
    paid: Paid = Paid.UNKNOWN
    mandate: Mandate = Mandate.UNKNOWN
    mandate_body: str = ""
    email: str = ""


class Attendance(Record, kw_only=True):
    person: str
    status: AttendanceStatus
    from_time: Clock | None = None
    until: Clock | None = None
    plays_party: str | None = None


class Task(Record, kw_only=True):
    slug: str
    title: str
    nature: str = "work"
    transfer: str = "none"
    transfer_from: str | None = None
    transfer_to: str | None = None
    entry_points: tuple[str, ...] = ()


class TargetGroup(Record, kw_only=True):
    slug: str
    title: str
    note: str = ""


class AgendaItem(Record, kw_only=True):
    """One item of the agenda; `step` is the key of the form's step it was copied from."""

    id: str
    title: str
    step: str = ""
    purpose: Purpose | None = None
    mode: Mode = Mode.PLENARY
    order: str = ""
    planned_minutes: int | None = None
    elapsed_s: int = 0
    started_at: Moment | None = None
    ended_at: Moment | None = None
    brought_in_by: str | None = None
    status: ItemStatus = ItemStatus.PENDING
    opener: str | None = None
    kinds: tuple[Kind, ...] = ()
    checks: tuple[str, ...] = ()
    prompt: str = ""


class Turn(Record, kw_only=True):
    """A stretch of time in which a party has the floor; `seconds` is None while it lasts."""

    id: str
    item: str | None
    party: str
    person: str | None = None
    voiced_party: str | None = None
    start: Moment
    seconds: int | None = None


class Link(Record, kw_only=True):
    ref: str
    type: LinkType = LinkType.FROM


class Reservation(Record, kw_only=True):
    """A yes that counts only after approval of `body`, before `until`."""

    body: str
    until: date | None = None
    confirmed_at: Moment | None = None


class Endorsement(Record, kw_only=True):
    party: str
    value: EndorsementValue
    reservation: Reservation | None = None
    text: str = ""
    sensitivity: Sensitivity = Sensitivity.NONE
    session: str
    at: Moment


class HistoryLine(Record, kw_only=True):
    """One change to an entry: which field, from what, to what, in which session, by whom."""

    session: str
    at: Moment
    field: str
    old: str = ""
    new: str = ""
    note: str = ""
    sensitivity: Sensitivity = Sensitivity.NONE
    by: str = ""


class Withdrawal(Record, kw_only=True):
    reason: str = ""
    at: Moment


class Answer(Record, kw_only=True):
    value: AnswerValue
    text: str = ""
    reservation: Reservation | None = None
    at: Moment
    sensitivity: Sensitivity = Sensitivity.NONE


class Contribution(Record, kw_only=True):
    party: str
    text: str


class Measurement(Record, kw_only=True):
    date: Day
    value: str


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Entry(
    Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="kind",
):
    """Anything the chair records; one subclass a kind, told apart by `kind`.

    `ref` is the id: kind letter and number, never reused. `parties` are party ids, the speaker or
    lead first; with `for_all` they are the core parties as they were at that moment. `status` is
    a state of the kind's row in `overleg.domain.kinds`, empty for kinds without states.
    """

    kind: ClassVar[Kind]

    ref: str
    born_in: str
    created_at: Moment
    status: str = ""
    parties: tuple[str, ...] = ()
    for_all: bool = False
    voiced_party: str | None = None
    person: str | None = None
    text: str
    detail: str = ""
    source_line: str = ""
    item: str | None = None
    task: str | None = None
    rasci: Rasci | None = None
    target_groups: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    sensitivity: Sensitivity = Sensitivity.NONE
    endorsements: tuple[Endorsement, ...] = ()
    history: tuple[HistoryLine, ...] = ()
    withdrawn: Withdrawal | None = None


class Goal(Entry, tag="goal", kw_only=True):
    kind: ClassVar[Kind] = Kind.GOAL
    horizon: str = ""


class Role(Entry, tag="role", kw_only=True):
    kind: ClassVar[Kind] = Kind.ROLE
    why: str = ""
    given_by: str | None = None
    ended_from: date | None = None


class Boundary(Entry, tag="boundary", kw_only=True):
    kind: ClassVar[Kind] = Kind.BOUNDARY
    nature: BoundaryNature | None = None


class Expectation(Entry, tag="expectation", kw_only=True):
    kind: ClassVar[Kind] = Kind.EXPECTATION
    from_party: str | None = None
    to_party: str | None = None
    answer: Answer | None = None
    replaced_by: str | None = None


class Offer(Entry, tag="offer", kw_only=True):
    """`to_all` says that the offer is made to everybody at the table."""

    kind: ClassVar[Kind] = Kind.OFFER
    from_party: str | None = None
    to_party: str | None = None
    to_all: bool = False


class Commitment(Entry, tag="commitment", kw_only=True):
    kind: ClassVar[Kind] = Kind.COMMITMENT
    amount: str = ""
    unit: Unit | None = None
    due: date | None = None
    reservation: Reservation | None = None


class Decision(Entry, tag="decision", kw_only=True):
    kind: ClassVar[Kind] = Kind.DECISION
    method: DecisionMethod = DecisionMethod.CONSENT
    effective_from: date | None = None
    review_on: date | None = None
    reservation: Reservation | None = None


class Action(Entry, tag="action", kw_only=True):
    """`person` is the owner when on the list of people, `owner` a free name when not."""

    kind: ClassVar[Kind] = Kind.ACTION
    owner: str = ""
    due: date | None = None
    helpers: tuple[str, ...] = ()
    carried: int = 0


class Bottleneck(Entry, tag="bottleneck", kw_only=True):
    kind: ClassVar[Kind] = Kind.BOTTLENECK
    category: BottleneckCategory | None = None
    severity: Annotated[int, Meta(ge=1, le=5)] | None = None
    about_party: str | None = None


class Strength(Entry, tag="strength", kw_only=True):
    kind: ClassVar[Kind] = Kind.STRENGTH
    about_party: str | None = None


class Activity(Entry, tag="activity", kw_only=True):
    """The lead is the first of `parties`, the partners are the others."""

    kind: ClassVar[Kind] = Kind.ACTIVITY
    resources: tuple[Contribution, ...] = ()
    due: date | None = None
    expected_result: str = ""


class Agreement(Entry, tag="agreement", kw_only=True):
    kind: ClassVar[Kind] = Kind.AGREEMENT
    type: AgreementType | None = None
    contributions: tuple[Contribution, ...] = ()
    addressee: str = ""
    review_on: date | None = None


class Parked(Entry, tag="parked", kw_only=True):
    kind: ClassVar[Kind] = Kind.PARKED
    destination: str = ""
    due: date | None = None


class Note(Entry, tag="note", kw_only=True):
    kind: ClassVar[Kind] = Kind.NOTE
    subtype: NoteSubtype | None = None
    outcome: str = ""
    later_on: date | None = None


class Experiment(Entry, tag="experiment", kw_only=True):
    kind: ClassVar[Kind] = Kind.EXPERIMENT
    start_on: date | None = None
    evaluate_on: date | None = None
    sign_of_success: str = ""
    outcome: ExperimentOutcome | None = None
    lesson: str = ""


class Handover(Entry, tag="handover", kw_only=True):
    kind: ClassVar[Kind] = Kind.HANDOVER
    from_party: str | None = None
    to_party: str | None = None
    trigger: str = ""
    how: str = ""
    report_back: str = ""


class Result(Entry, tag="result", kw_only=True):
    kind: ClassVar[Kind] = Kind.RESULT
    indicator: str = ""
    unit: str = ""
    baseline: str = ""
    target: str = ""
    values: tuple[Measurement, ...] = ()
    audience: tuple[Audience, ...] = ()
    due: date | None = None


AnyEntry = (
    Goal
    | Role
    | Boundary
    | Expectation
    | Offer
    | Commitment
    | Decision
    | Action
    | Bottleneck
    | Strength
    | Activity
    | Agreement
    | Parked
    | Note
    | Experiment
    | Handover
    | Result
)


class Silenced(Record, kw_only=True):
    """A finding the chair put away for this session, and why."""

    id: str
    check: str
    subject: str = ""
    reason: str = ""


class Header(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a session is, without what was said in it: the first record of its file.

    With `undated` nobody has set the day yet, and `date` only keeps its place in lists.
    """

    format: int = FORMAT
    id: str
    revision: int = 0
    series: Series
    number: int = 1
    date: Day
    undated: bool = False
    start: Clock | None = None
    end: Clock | None = None
    place: str = ""
    form: str = ""
    title: str = ""
    practice: bool = False
    language: Language = Language.NL
    case_text: str = ""
    status: SessionStatus = SessionStatus.PLANNED
    started_at: Moment | None = None
    ended_at: Moment | None = None
    chair: str | None = None
    secretary: str | None = None
    minutes_sent_on: Day | None = None
    adopts: Adoption | None = None
    next: NextSession | None = None
    counters: dict[Kind, int] = {}
    words: dict[str, str] = {}


class Session(Header, frozen=True, kw_only=True):
    """One meeting: the header and, table by table, everything in it.

    The lookups below answer None for an id that is not there.
    """

    parties: tuple[Party, ...] = ()
    people: tuple[Person, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    tasks: tuple[Task, ...] = ()
    target_groups: tuple[TargetGroup, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    turns: tuple[Turn, ...] = ()
    entries: tuple[AnyEntry, ...] = ()
    silenced: tuple[Silenced, ...] = ()

    def party(self, id: str | None) -> Party | None:
        return next((party for party in self.parties if party.id == id), None)

    def person(self, id: str | None) -> Person | None:
        return next((person for person in self.people if person.id == id), None)

    def entry(self, ref: str) -> AnyEntry | None:
        return next((entry for entry in self.entries if entry.ref == ref), None)

    def item(self, id: str | None) -> AgendaItem | None:
        return next((item for item in self.agenda if item.id == id), None)

    def task(self, slug: str | None) -> Task | None:
        return next((task for task in self.tasks if task.slug == slug), None)

    def group(self, slug: str) -> TargetGroup | None:
        return next((group for group in self.target_groups if group.slug == slug), None)

    @property
    def active_item(self) -> AgendaItem | None:
        """The item that is being discussed."""
        return next((item for item in self.agenda if item.status is ItemStatus.ACTIVE), None)

    @property
    def turn(self) -> Turn | None:
        """The turn that is running: the party that has the floor."""
        return self.turns[-1] if self.turns and self.turns[-1].seconds is None else None

    @property
    def core_parties(self) -> tuple[Party, ...]:
        """The parties that count in rounds and in "all"; guests do not."""
        return tuple(party for party in self.parties if party.seat is Seat.CORE)

    def people_of(self, party: str | None) -> tuple[Person, ...]:
        return tuple(person for person in self.people if person.party == party)

    def is_away(self, person: str) -> bool:
        return any(
            each.person == person and each.status in (AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT)
            for each in self.attendance
        )

    def is_present(self, party: str) -> bool:
        """Whether somebody sits here for the party; a party without people on the list does."""
        people = self.people_of(party)
        return not people or any(not self.is_away(person.id) for person in people)


TABLES: dict[str, str] = {
    "parties": "id",
    "people": "id",
    "attendance": "person",
    "tasks": "slug",
    "target_groups": "slug",
    "agenda": "id",
    "turns": "id",
    "entries": "ref",
    "silenced": "id",
}
"""The tables of a session, in file order, each with the field that is its key."""
