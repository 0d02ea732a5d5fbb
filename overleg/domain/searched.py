"""What was said in an entry and about it, and the names that others know it by: all that is searched."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import fields

from overleg.domain import names
from overleg.domain.choices import Sensitivity
from overleg.domain.filtering import parties_of
from overleg.domain.kind_row import KindRow
from overleg.domain.kinds import KINDS
from overleg.domain.model import AnyEntry, Session
from overleg.domain.text import fold

_SAID = (
    "horizon why amount addressee destination outcome sign_of_success lesson trigger how report_back"
    " indicator unit baseline target expected_result"
).split()
"""The fields of the kinds that hold what somebody said; in some kinds one of them holds a code."""


def _own_texts(row: KindRow) -> tuple[str, ...]:
    return tuple(each.name for each in fields(row.record) if each.name in _SAID and each.type is str)


_OWN_TEXTS = {kind: _own_texts(row) for kind, row in KINDS.items()}
_OWN_PARTS = {
    kind: tuple(name for name in ("resources", "contributions") if name in row.record.__struct_fields__)
    for kind, row in KINDS.items()
}


def texts(entry: AnyEntry) -> tuple[str, ...]:
    """Whatever was said in an entry, about it and in answer to it; its own words first."""
    said = [entry.text, entry.detail, *(getattr(entry, name) for name in _OWN_TEXTS[entry.kind])]
    for name in _OWN_PARTS[entry.kind]:
        said += [each.text for each in getattr(entry, name)]
    for each in (entry, getattr(entry, "answer", None), *entry.endorsements):
        said += _said_by(each)
    said += [line.note for line in entry.history]
    said.append(entry.withdrawn.reason if entry.withdrawn else "")
    return tuple(dict.fromkeys(filter(None, said)))


def _said_by(said: Any) -> tuple[str, ...]:
    """The text of an answer or an endorsement, and the body whose approval anything waits for."""
    if said is None:
        return ()
    reservation = getattr(said, "reservation", None)
    return (said.text, reservation.body) if reservation else (said.text,)


def everything_said(session: Session) -> str:
    """All that words are looked for in, folded."""
    said = [text for entry in session.entries for text in (entry.ref, *texts(entry))]
    owners = (getattr(entry, "owner", "") for entry in session.entries)
    return folded((*said, *owners, *all_names(session)))


def names_of(entry: AnyEntry, session: Session) -> Iterator[str]:
    """What others call it by: whose it is, its task and its target groups."""
    for party in parties_of(entry):
        yield names.code(session, party)
        yield names.party_name(session, party)
    yield from people_of(entry, session)
    task = session.task(entry.task)
    yield task.title if task else ""
    yield from (group.title for slug in entry.target_groups if (group := session.group(slug)))


def all_names(session: Session) -> Iterator[str]:
    """The names that any entry of the session may have."""
    for party in session.parties:
        yield party.code
        yield party.name
    yield from (person.name for person in session.people)
    yield from (task.title for task in session.tasks)
    yield from (group.title for group in session.target_groups)


def people_of(entry: AnyEntry, session: Session) -> Iterator[str]:
    yield names.owner_name(session, entry)
    yield from (names.person_name(session, each) for each in getattr(entry, "helpers", ()))


def folded(said: Iterable[str]) -> str:
    """Texts as one, so that nothing is found across two of them."""
    return fold("\n".join(said))


def holds_secrets(entry: AnyEntry) -> bool:
    """Whether something about it is confidential, or has been made so: earlier meetings tell it openly."""
    answer = getattr(entry, "answer", None)
    return (
        any(each.sensitivity is not Sensitivity.NONE for each in (entry, *entry.history))
        or any(line.field == "answer_sensitivity" for line in entry.history)
        or (answer is not None and answer.sensitivity is not Sensitivity.NONE)
    )
