from datetime import datetime

import pytest
from msgspec.structs import replace

from overleg.documents.variant import LeftOut, Variant, disclose
from overleg.domain.choices import AnswerValue, EndorsementValue, Kind, Sensitivity
from overleg.domain.model import (
    Action,
    Answer,
    AnyEntry,
    Correction,
    Endorsement,
    Expectation,
    HistoryLine,
    Link,
    Note,
    Reservation,
    Session,
    Withdrawal,
)
from tests.documents.scenes import FINANCE, ID, second_meeting, warnsveld, with_entries

NOW = datetime(2027, 1, 14, 20, 0)


def opened(session: Session) -> Session:
    return disclose(session, Variant.OPEN).session


def note(ref: str = "N-100", **fields: object) -> AnyEntry:
    common: dict[str, object] = {"born_in": ID, "created_at": NOW, "text": "Iets", "parties": ("gem",)}
    return Note(ref=ref, **common | fields)  # type: ignore[arg-type]


def expectation(**fields: object) -> Expectation:
    common: dict[str, object] = {"born_in": ID, "created_at": NOW, "text": "Iets", "status": "answered"}
    return Expectation(ref="V-100", **common | fields)  # type: ignore[arg-type]


def with_entry(entry: AnyEntry) -> Session:
    return with_entries(warnsveld(), entry)


def opened_entry(entry: AnyEntry) -> AnyEntry:
    found = opened(with_entry(entry)).entry(entry.ref)
    assert found is not None
    return found


class TestTheOpenVariant:
    def test_has_no_confidential_entry(self) -> None:
        refs = {entry.ref for entry in opened(warnsveld()).entries}
        assert refs & {"K-001", "N-003", "N-004", "T-003", "V-004", "A-002"} == set()
        assert len(refs) == 33 - 6

    def test_counts_what_it_left_out_by_item(self) -> None:
        left_out = disclose(warnsveld(), Variant.OPEN).left_out
        assert sorted(each.item or "" for each in left_out) == [
            *("case", "follow_up", "open_agenda", "open_agenda", "reverse", "reverse")
        ]

    def test_knows_of_what_it_left_out_only_where_it_was(self) -> None:
        left_out = disclose(warnsveld(), Variant.OPEN).left_out
        assert LeftOut(Kind.ACTION, "follow_up", ("zor",), born_here=True, touched=False) in left_out

    def test_has_no_link_to_a_confidential_entry(self) -> None:
        action = opened(warnsveld()).entry("A-003")
        assert action is not None
        assert [link.ref for link in action.links] == ["T-001"]

    def test_has_no_task_or_target_group_of_confidential_entries_only(self) -> None:
        slugs = {task.slug for task in opened(warnsveld()).tasks}
        assert "huurgarantie" not in slugs
        assert "achterwacht" in slugs

    def test_has_no_task_that_no_entry_of_this_meeting_names(self) -> None:
        entries = tuple(entry for entry in warnsveld().entries if entry.task != "lijfzorg")
        assert opened(replace(warnsveld(), entries=entries)).task("lijfzorg") is None

    def test_has_only_words_that_are_used_in_what_is_open(self) -> None:
        assert opened(warnsveld()).words == {"GEM": "gemeente"}

    def test_has_no_typed_lines_addresses_turns_or_counters(self) -> None:
        session = opened(replace(warnsveld(), counters={Kind.NOTE: 7}))
        assert {entry.source_line for entry in session.entries} == {""}
        assert {person.email for person in session.people} == {""}
        assert session.turns == ()
        assert session.counters == {}

    def test_leaves_the_session_itself_alone(self) -> None:
        session = warnsveld()
        opened(session)
        assert session == warnsveld()

    def test_drops_a_confidential_answer_and_keeps_that_there_was_one(self) -> None:
        answer = Answer(value=AnswerValue.DECLINE, text="Te duur", at=NOW, sensitivity=FINANCE)
        entry = opened_entry(expectation(answer=answer, history=(line("answer", note="Te duur"),)))
        assert isinstance(entry, Expectation)
        assert (entry.answer, entry.status) == (None, "answered")
        assert "Te duur" not in repr(entry)

    def test_drops_what_was_said_in_confidence_with_a_yes(self) -> None:
        endorsement = Endorsement(
            party="gem",
            value=EndorsementValue.YES,
            text="Kost ons de subsidie",
            reservation=Reservation(body="de bank"),
            sensitivity=FINANCE,
            session=ID,
            at=NOW,
        )
        entry = opened_entry(note(endorsements=(endorsement,)))
        assert [each.value for each in entry.endorsements] == [EndorsementValue.YES]
        assert "subsidie" not in repr(entry)
        assert "de bank" not in repr(entry)

    def test_drops_a_confidential_note_in_the_history_and_keeps_the_change(self) -> None:
        changed = line("status", old="open", new="done", note="Bank betaalde", sensitivity=FINANCE)
        entry = opened_entry(Action(ref="A-100", born_in=ID, created_at=NOW, text="x", history=(changed,)))
        assert [(each.old, each.new, each.note) for each in entry.history] == [("open", "done", "")]

    def test_drops_the_confidential_reason_of_a_withdrawal(self) -> None:
        entry = opened_entry(
            note(
                withdrawn=Withdrawal(reason="Bank haakte af", at=NOW),
                history=(line("status", new="withdrawn", note="Bank haakte af", sensitivity=FINANCE),),
            )
        )
        assert entry.withdrawn == Withdrawal(at=NOW)
        assert "Bank" not in repr(entry)

    def test_drops_the_number_of_something_confidential_that_a_withdrawn_entry_goes_on_as(self) -> None:
        reason = "gaat verder als T-003"
        entry = opened_entry(
            note(
                withdrawn=Withdrawal(reason=reason, at=NOW),
                history=(line("status", new="withdrawn", note=reason),),
            )
        )
        assert "T-003" not in repr(entry)

    @pytest.mark.parametrize("field", ["text", "endorsement", "answer", "sensitivity"])
    def test_tells_no_earlier_wording(self, field: str) -> None:
        entry = opened_entry(note(history=(line(field, old="410.000", new="veel", note="geld"),)))
        assert [(each.old, each.new, each.note) for each in entry.history] == [("", "", "")]

    def test_drops_a_typed_mark_that_points_at_something_confidential(self) -> None:
        assert opened_entry(note(text="Zie ook ~T-003 en ~T-001")).text == "Zie ook en ~T-001"

    def test_keeps_a_ref_that_was_said_as_words(self) -> None:
        assert opened_entry(note(text="Zie T-003")).text == "Zie T-003"

    def test_forgets_what_replaced_a_question_in_confidence(self) -> None:
        entry = opened_entry(expectation(status="replaced", replaced_by="V-004"))
        assert isinstance(entry, Expectation)
        assert entry.replaced_by is None

    def test_drops_a_correction_that_names_a_confidential_entry(self) -> None:
        session = second_meeting()
        assert session.adopts is not None
        secret = Correction(party="wel", new="bij K-009 moet het bedrag weg", at=NOW)
        adopts = replace(session.adopts, corrections=(*session.adopts.corrections, secret))
        hidden = note("K-009", sensitivity=Sensitivity.OTHER)
        disclosed = disclose(with_entries(replace(session, adopts=adopts), hidden), Variant.OPEN)
        assert disclosed.corrections_left_out == 1
        assert "bedrag" not in repr(disclosed.session)


class TestTheClosedVariant:
    def test_holds_every_entry(self) -> None:
        assert len(disclose(warnsveld(), Variant.CLOSED).session.entries) == 33

    def test_leaves_nothing_out(self) -> None:
        assert disclose(warnsveld(), Variant.CLOSED).left_out == ()

    def test_keeps_confidential_answers_and_links(self) -> None:
        session = disclose(with_entry(note(links=(Link(ref="T-003"),))), Variant.CLOSED).session
        entry, answered = session.entry("N-100"), session.entry("V-004")
        assert entry is not None
        assert entry.links
        assert isinstance(answered, Expectation)
        assert answered.answer

    def test_has_no_typed_lines_or_addresses_either(self) -> None:
        assert "voorbeeld.nl" not in repr(disclose(warnsveld(), Variant.CLOSED).session)


def line(
    field: str,
    old: str = "",
    new: str = "",
    note: str = "",
    sensitivity: Sensitivity = Sensitivity.NONE,
) -> HistoryLine:
    return HistoryLine(session=ID, at=NOW, field=field, old=old, new=new, note=note, sensitivity=sensitivity)
