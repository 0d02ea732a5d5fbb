"""Nothing reaches paper but through the one doorway; what the doorway keeps back is nowhere."""

from datetime import date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from overleg.documents import source
from overleg.documents.as_markdown import as_markdown
from overleg.documents.as_text import as_text
from overleg.documents.catalogue import DOCUMENTS
from overleg.documents.outline import Outline
from overleg.documents.variant import Disclosure, Variant
from overleg.domain.choices import AnswerValue, EndorsementValue, Kind, Sensitivity
from overleg.domain.kinds import KINDS
from overleg.domain.model import (
    Answer,
    AnyEntry,
    Contribution,
    Endorsement,
    Entry,
    HistoryLine,
    Link,
    Measurement,
    Reservation,
    TargetGroup,
    Task,
    Withdrawal,
)
from overleg.word.render import render
from tests.documents.reading import whole
from tests.documents.scenes import ID, second_meeting, warnsveld, with_entries
from tests.word.packages import leaks

SECRET = "Zilvervos"
NOW = datetime(2027, 1, 14, 20, 0)
RESERVATION = Reservation(body=SECRET)
FILLED: dict[str, Any] = {
    "answer": Answer(value=AnswerValue.ACCEPT, text=SECRET, reservation=RESERVATION, at=NOW),
    "endorsements": (
        Endorsement(
            party="gem",
            value=EndorsementValue.YES,
            text=SECRET,
            reservation=RESERVATION,
            session=ID,
            at=NOW,
        ),
    ),
    "history": (HistoryLine(session=ID, at=NOW, field="status", new="done", note=SECRET),),
    "withdrawn": Withdrawal(reason=SECRET, at=NOW),
    "reservation": RESERVATION,
    "contributions": (Contribution(party="gem", text=SECRET),),
    "resources": (Contribution(party="gem", text=SECRET),),
    "values": (Measurement(date=date(2027, 1, 1), value=SECRET),),
    "links": (Link(ref="T-001"),),
    "parties": ("gem",),
    "from_party": "gem",
    "to_party": "zor",
    "task": SECRET.lower(),
    "target_groups": (SECRET.lower(),),
}
every_kind = pytest.mark.parametrize("kind", list(Kind))
every_document = pytest.mark.parametrize("document", sorted(DOCUMENTS))


def filled(kind: Kind, sensitivity: Sensitivity) -> AnyEntry:
    """An entry of a kind with the secret in every field that holds text."""
    record: Any = KINDS[kind].record
    texts = {name: SECRET for name in record.__struct_fields__ if record.__annotations__.get(name) is str}
    texts |= {name: SECRET for name in Entry.__annotations__ if Entry.__annotations__[name] is str}
    filled_in = {name: value for name, value in FILLED.items() if name in record.__struct_fields__}
    fixed = {"ref": "Q-001", "born_in": ID, "created_at": NOW, "item": "case"}
    status = {"status": KINDS[kind].first_state}
    entry: AnyEntry = record(**texts | filled_in | fixed | status | {"sensitivity": sensitivity})
    return entry


def built(document: str, variant: Variant, entry: AnyEntry) -> Outline:
    session = with_entries(warnsveld(), entry)
    session = replace(
        session,
        tasks=(*session.tasks, Task(slug=SECRET.lower(), title=SECRET)),
        target_groups=(*session.target_groups, TargetGroup(slug=SECRET.lower(), title=SECRET)),
        words={SECRET: "een dier"},
    )
    outline: Outline = DOCUMENTS[document].builder(session, variant=variant)
    return outline


@every_document
@every_kind
def test_no_field_of_a_confidential_entry_is_in_an_open_document(document: str, kind: Kind) -> None:
    outline = built(document, Variant.OPEN, filled(kind, Sensitivity.OTHER))
    assert leaks(render(outline), (SECRET,)) == []
    assert SECRET.lower() not in (as_text(outline) + as_markdown(outline) + whole(outline)).lower()


@every_kind
def test_a_confidential_entry_is_in_the_closed_minutes(kind: Kind) -> None:
    outline = built("minutes", Variant.CLOSED, filled(kind, Sensitivity.OTHER))
    assert leaks(render(outline), (SECRET,)) == [SECRET]


@every_kind
def test_an_open_entry_is_in_the_open_minutes(kind: Kind) -> None:
    outline = built("minutes", Variant.OPEN, filled(kind, Sensitivity.NONE))
    assert SECRET in whole(outline)


@every_document
def test_a_document_knows_only_what_the_doorway_let_through(
    document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "disclose", lambda session, variant: Disclosure(second_meeting()))
    said = whole(DOCUMENTS[document].builder(warnsveld(), variant=Variant.CLOSED))
    assert "Warnsveld" not in said
    assert "Buurttafel Oost" in said
