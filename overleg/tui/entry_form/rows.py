"""The fields of the form as rows of one table; those of an entry are the rows that its kind has."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from overleg.documents.fields import LABELS, METHODS, OUTCOMES, PARTS, UNITS
from overleg.documents.in_brief import WITHDRAWN_WORDS
from overleg.domain.capture.references import ANSWERS
from overleg.domain.capture.speakers import Speakers
from overleg.domain.capture.tokens import CLASSES
from overleg.domain.choices import DecisionMethod, Kind, Sensitivity
from overleg.domain.entry_changes import WITHDRAWN
from overleg.domain.kind_row import KindRow
from overleg.domain.kinds import KINDS, row_of
from overleg.domain.model import AnyEntry, Expectation, Link, Session
from overleg.domain.words import Words
from overleg.errors import Message
from overleg.tui.entry_form import sorts
from overleg.tui.entry_form.sorts import Sort

Values = dict[str, Any]
"""Fields of an entry and their values; what a field holds differs."""

Options = tuple[tuple[Words, Any], ...]
"""What can be chosen: words, and the value each stands for."""

NOTHING = Words("-", "-")


@dataclass(frozen=True, slots=True)
class Row:
    """A field of the form: a text of some `sort`, or a choice among `options`.

    `get` takes its value from an entry, `put` says which fields of the entry a value fills.
    """

    name: str
    label: Message
    get: Callable[[Any, Session], Any]
    put: Callable[[Any], Values]
    sort: Sort | None = None
    options: Options = ()

    def shown(self, entry: AnyEntry, session: Session) -> Any:
        """What stands in the field for this entry: a text, or the value that is chosen."""
        value = self.get(entry, session)
        return self.sort.write(value, session) if self.sort else value


STATE, REASON, ANSWER, ANSWER_TEXT, ANSWER_RESERVATION, ANSWER_CLASS = (
    "status",
    "reason",
    "answer",
    "answer_text",
    "answer_reservation",
    "answer_sensitivity",
)
"""The rows that are no field of the entry to edit, but something that happens to it."""

HAPPENS = frozenset({STATE, REASON, ANSWER, ANSWER_TEXT, ANSWER_RESERVATION, ANSWER_CLASS})


def _field(name: str, sort: Sort, label: Message | None = None) -> Row:
    return Row(
        name,
        label or LABELS[name],
        lambda entry, session: getattr(entry, name),
        lambda value: {name: value},
        sort,
    )


def _choice(name: str, options: Options) -> Row:
    return Row(
        name,
        LABELS[name],
        lambda entry, session: getattr(entry, name),
        lambda value: {name: value},
        options=options,
    )


def _of(words: Mapping[Any, Words], *, empty: bool = True) -> Options:
    nothing: Options = ((NOTHING, None),) if empty else ()
    return nothing + tuple((word, value) for value, word in words.items())


_WHO = Row(
    "parties",
    LABELS["parties"],
    lambda entry, session: Speakers(parties=entry.parties, for_all=entry.for_all),
    lambda who: {"parties": who.parties, "for_all": who.for_all},
    sorts.SPEAKERS,
)
_OFFERED_TO = Row(
    "to_party",
    LABELS["to_party"],
    lambda entry, session: (entry.to_party, entry.to_all),
    lambda value: {"to_party": value[0], "to_all": value[1]},
    sorts.ADDRESSEE,
)
_OWNER = Row(
    "person",
    LABELS["person"],
    lambda entry, session: (entry.person, entry.owner),
    lambda value: {"person": value[0], "owner": value[1]},
    sorts.OWNER,
)
_TASK = Row(
    "task",
    LABELS["task"],
    lambda entry, session: session.task(entry.task),
    lambda task: {"task": task.slug if task else None},
    sorts.TASK,
)
_GROUPS = Row(
    "target_groups",
    LABELS["target_groups"],
    lambda entry, session: tuple(filter(None, map(session.group, entry.target_groups))),
    lambda groups: {"target_groups": tuple(group.slug for group in groups)},
    sorts.GROUPS,
)
_LINKS = Row(
    "links",
    LABELS["links"],
    lambda entry, session: tuple(link.ref for link in entry.links),
    lambda refs: {"links": tuple(Link(ref=ref) for ref in refs)},
    sorts.LINKS,
)
_SEVERITY = Row(
    "severity",
    LABELS["severity"],
    lambda entry, session: entry.severity,
    lambda value: {"severity": value},
    options=((NOTHING, None), *((Words(str(n), str(n)), n) for n in range(1, 6))),
)

_SPECIAL: dict[tuple[Kind, str], Row] = {
    (Kind.ACTION, "person"): _OWNER,
    (Kind.OFFER, "to_party"): _OFFERED_TO,
    (Kind.EXPERIMENT, "outcome"): _choice("outcome", _of(OUTCOMES)),
    (Kind.RESULT, "unit"): _field("unit", sorts.TEXT),
}
"""Fields that one kind has in another way than the others."""

_ROWS: tuple[Row, ...] = (
    _WHO,
    _field("to_party", sorts.PARTY),
    _field("about_party", sorts.PARTY),
    _SEVERITY,
    _field("text", sorts.LONG_TEXT),
    _field("person", sorts.PERSON),
    _field("helpers", sorts.PEOPLE),
    _field("amount", sorts.TEXT),
    _choice("unit", _of(UNITS)),
    _field("due", sorts.DAY),
    _field("effective_from", sorts.DAY),
    _field("start_on", sorts.DAY),
    _field("evaluate_on", sorts.DAY),
    _field("review_on", sorts.DAY),
    _field("later_on", sorts.DAY),
    _field("ended_from", sorts.DAY),
    _field("reservation", sorts.RESERVATION),
    _choice("method", _of({each: METHODS[each] for each in DecisionMethod}, empty=False)),
    _field("horizon", sorts.TEXT),
    _field("why", sorts.TEXT),
    _field("given_by", sorts.PARTY),
    _field("expected_result", sorts.LONG_TEXT),
    _field("resources", sorts.PUT_IN),
    _field("contributions", sorts.PUT_IN),
    _field("addressee", sorts.TEXT),
    _field("destination", sorts.TEXT),
    _field("sign_of_success", sorts.LONG_TEXT),
    _field("outcome", sorts.TEXT),
    _field("lesson", sorts.LONG_TEXT),
    _field("trigger", sorts.TEXT),
    _field("how", sorts.LONG_TEXT),
    _field("report_back", sorts.TEXT),
    _field("indicator", sorts.TEXT),
    _field("baseline", sorts.TEXT),
    _field("target", sorts.TEXT),
    _field("values", sorts.MEASURED),
    _TASK,
    _choice("rasci", _of(PARTS)),
    _GROUPS,
    _LINKS,
    _field("voiced_party", sorts.PARTY),
    _field("detail", sorts.LONG_TEXT),
    _choice("sensitivity", _of(CLASSES, empty=False)),
)

KIND_ROW = Row(
    "kind",
    LABELS["kind"],
    lambda entry, session: entry.kind,
    lambda value: {},
    options=tuple((row.words, row.kind) for row in KINDS.values()),
)

_ANSWER_ROWS = (
    Row(
        ANSWER,
        LABELS[ANSWER],
        lambda entry, session: entry.answer.value if entry.answer else None,
        lambda value: {},
        options=_of(ANSWERS),
    ),
    Row(
        ANSWER_TEXT,
        Message("Answer in words"),
        lambda entry, session: entry.answer.text if entry.answer else "",
        lambda value: {},
        sorts.LONG_TEXT,
    ),
    Row(
        ANSWER_RESERVATION,
        Message("Subject to"),
        lambda entry, session: entry.answer.reservation if entry.answer else None,
        lambda value: {},
        sorts.RESERVATION,
    ),
    Row(
        ANSWER_CLASS,
        LABELS[ANSWER_CLASS],
        lambda entry, session: entry.answer.sensitivity if entry.answer else Sensitivity.NONE,
        lambda value: {},
        options=_of(CLASSES, empty=False),
    ),
)


def form_rows(entry: AnyEntry, session: Session) -> tuple[Row, ...]:
    """The rows in which this entry can be changed here.

    One of an earlier meeting can be answered, confided and put in another state; one that is withdrawn
    can be reopened.
    """
    if entry.withdrawn is not None:
        return tuple(_state_rows(entry))
    if entry.born_in == session.id:
        return (KIND_ROW, *field_rows(entry), *_answer_rows(entry), *_state_rows(entry))
    confided = tuple(row for row in _ROWS if row.name == "sensitivity")
    return (*_answer_rows(entry), *confided, *_state_rows(entry))


def field_rows(entry: AnyEntry) -> tuple[Row, ...]:
    """The rows for the fields that the kind of the entry has."""
    row = row_of(entry)
    own = set(row.record.__struct_fields__)
    rows = [_SPECIAL.get((row.kind, each.name), each) for each in _ROWS if each.name in own]
    sort = _sort_row(row)
    if sort is not None:
        names = [each.name for each in rows]
        rows.insert(names.index("severity" if "severity" in names else "text"), sort)
    return tuple(rows)


def _sort_row(row: KindRow) -> Row | None:
    """What stands between brackets when it is typed."""
    subtypes = row.subtypes
    if subtypes is None:
        return None
    if row.kind is not Kind.RESULT:
        return _choice(subtypes.field, _of(subtypes.words))
    return Row(
        subtypes.field,
        LABELS[subtypes.field],
        lambda entry, session: entry.audience[0] if entry.audience else None,
        lambda value: {subtypes.field: (value,) if value else ()},
        options=_of(subtypes.words),
    )


def _answer_rows(entry: AnyEntry) -> tuple[Row, ...]:
    if not isinstance(entry, Expectation) or not entry.to_party or entry.status not in ("stated", "answered"):
        return ()
    value, *others = _ANSWER_ROWS
    # An answer is replaced by another one, never by none.
    return (replace(value, options=_of(ANSWERS, empty=entry.answer is None)), *others)


def _state_rows(entry: AnyEntry) -> Iterator[Row]:
    """Where it stands and can go from there, and why it goes there."""
    yield Row(
        STATE,
        LABELS[STATE],
        lambda entry, session: WITHDRAWN if entry.withdrawn else entry.status,
        lambda value: {},
        options=tuple(_states(entry)),
    )
    yield Row(REASON, Message("Reason"), lambda entry, session: "", lambda value: {}, sorts.LONG_TEXT)


def _states(entry: AnyEntry) -> Iterator[tuple[Words, str]]:
    row = row_of(entry)
    if entry.withdrawn is not None:
        yield WITHDRAWN_WORDS, WITHDRAWN
        yield Words("heropend", "reopened"), row.first_state
        return
    if not row.states:
        yield Words("vastgelegd", "recorded"), entry.status
    for state in row.states:
        if state.key != WITHDRAWN and (
            state.key == entry.status or not state.after or entry.status in state.after
        ):
            yield state.words, state.key
    yield WITHDRAWN_WORDS, WITHDRAWN
