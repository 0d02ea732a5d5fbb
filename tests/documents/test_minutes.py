from datetime import date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from overleg.documents.minutes import minutes
from overleg.documents.outline import Bullets, Callout, Look, Outline, StatusLine, Table, Tone
from overleg.documents.runs import words_of
from overleg.documents.variant import Variant
from overleg.domain.choices import AnswerValue, AttendanceStatus, Language
from overleg.domain.model import (
    Action,
    AgendaItem,
    Answer,
    Attendance,
    Decision,
    Expectation,
    HistoryLine,
    Session,
    Withdrawal,
)
from tests.documents.reading import headings, rows, section, whole
from tests.documents.scenes import (
    FINANCE,
    ID,
    TOLD_ONLY_IN_CONFIDENCE,
    empty,
    second_meeting,
    warnsveld,
    with_entries,
)

NOW = datetime(2027, 1, 14, 20, 0)


def english(session: Session, variant: Variant = Variant.OPEN, **options: Any) -> Outline:
    return minutes(session, variant=variant, language=Language.EN, **options)


def action(ref: str, **fields: Any) -> Action:
    common: dict[str, Any] = {"born_in": ID, "created_at": NOW, "text": "Iets", "status": "open"}
    return Action(ref=ref, **common | fields)


class TestSections:
    def test_stand_in_the_order_of_the_field(self) -> None:
        session = replace(warnsveld(), adopts=second_meeting().adopts)
        assert headings(english(session)) == [
            "At a glance",
            "Attendance",
            "Previous minutes",
            "Minutes by agenda item",
            "Goals, roles and expectations",
            "List of decisions",
            "Action list",
            "Commitments",
            "Parked",
            "Next meeting",
            "List of words",
            "Adoption",
        ]

    def test_are_left_out_when_empty_but_for_decisions_and_actions(self) -> None:
        outline = english(empty())
        assert headings(outline) == ["List of decisions", "Action list", "Adoption"]
        assert section(outline, "List of decisions") == "No decisions were taken."
        assert section(outline, "Action list") == "No actions were agreed."

    def test_items_have_the_numbers_of_the_agenda(self) -> None:
        items = [text for text in headings(english(second_meeting()), 2) if text[0].isdigit()]
        assert items == ["1. Verslag en acties", "2. Buurttuin", "3. Rondvraag"]


class TestTheFront:
    def test_says_that_it_is_a_draft_in_the_text_and_on_every_page(self) -> None:
        outline = english(warnsveld())
        status = next(block for block in outline.blocks if isinstance(block, StatusLine))
        assert words_of(status.runs).startswith("Draft minutes. Not adopted yet.")
        assert outline.header.right == "DRAFT"

    def test_says_where_it_was_adopted(self) -> None:
        outline = english(warnsveld(), adopted_in=second_meeting())
        assert outline.header.right == "ADOPTED"
        assert "Adopted at meeting 2, 11 March 2027 (De Schakel)." in section(outline, "Adoption")

    def test_says_that_it_is_an_exercise(self) -> None:
        outline = english(replace(warnsveld(), practice=True))
        assert outline.header.right == "DRAFT · EXERCISE"
        assert "nobody is bound by them" in whole(outline)

    def test_has_dates_of_the_session_in_its_properties(self) -> None:
        properties = english(warnsveld()).properties
        assert properties.created == datetime(2027, 1, 14, 19, 31)
        assert properties.modified == datetime(2027, 1, 14, 21, 12)
        assert properties.author == "Joris van Beek"


class TestAttendance:
    def test_tells_function_party_and_hours(self) -> None:
        told = rows(english(warnsveld()), "Attendance")
        assert told[0] == ["Marleen Hoekstra-Faber", "–", "gespreksleider", "present"]
        assert ["Kees Noordhof", "Vereniging WijWarnsveld", "penningmeester", "present until 20:40"] in told
        assert ["Sjoerd Prins", "ZorgOrg", "locatiemanager", "sent regrets"] in told

    def test_names_a_party_without_people(self) -> None:
        session = replace(warnsveld(), people=())
        assert ["–", "ZorgOrg", "–", "no names recorded"] in rows(english(session), "Attendance")

    def test_says_a_word_once_that_is_function_and_role(self) -> None:
        session = warnsveld()
        chairs = replace(session.people[0], party="gem", function="Chair")
        people = (chairs, *session.people[1:])
        told = rows(english(replace(session, people=people, chair=chairs.id)), "Attendance")
        assert [row[2] for row in told if row[0] == chairs.name] == ["Chair"]

    def test_says_who_plays_whom_in_an_exercise(self) -> None:
        plays = Attendance(person="ruud", status=AttendanceStatus.PRESENT, plays_party="zor")
        told = rows(english(replace(warnsveld(), attendance=(plays,))), "Attendance")
        assert ["Ruud Ketelaar", "Gemeente", "beleidsadviseur", "present, plays ZorgOrg"] in told


class TestAtAGlance:
    def test_tells_decisions_commitments_actions_and_the_next_meeting(self) -> None:
        told = section(english(warnsveld()), "At a glance").splitlines()
        assert [line.split(":")[0] for line in told] == [
            "Decision B-001",
            "Commitment T-001 of Gemeente",
            "Commitment T-002 of Gemeente",
            "Action A-001 Bep Lammers (Vereniging WijWarnsveld)",
            "Action A-003 Ruud Ketelaar (Gemeente)",
            "Next meeting",
        ]

    def test_is_half_a_page_at_most_and_says_how_much_more_there_is(self) -> None:
        many = [action(f"A-{number:03}", text="Een hele lange actie " * 5) for number in range(10, 70)]
        told = section(english(with_entries(warnsveld(), *many)), "At a glance").splitlines()
        assert sum(-(-len(line) // 88) for line in told) <= 20
        assert told[-2] == "57 more actions: see the action list."

    def test_does_not_count_a_proposal_as_a_result(self) -> None:
        proposed = Decision(ref="B-009", born_in=ID, created_at=NOW, text="Misschien", status="proposed")
        assert "B-009" not in section(english(with_entries(warnsveld(), proposed)), "At a glance")


class TestAnItem:
    def test_groups_what_each_party_said(self) -> None:
        told = section(english(warnsveld()), "7. Omgekeerd helpen").splitlines()
        assert told[1] == "ZorgOrg"
        assert told[2].startswith("Offer O-002 to Vereniging WijWarnsveld: Vrijwilligers kosteloos")
        assert told[3] == "Gemeente"
        assert told[-1] == "2 confidential items not included."

    def test_says_how_many_confidential_items_were_left_out(self) -> None:
        outline = english(warnsveld())
        told = {item: section(outline, item) for item in headings(outline, 2) if item[0].isdigit()}
        counts = {item: text.splitlines()[-1][0] for item, text in told.items() if "confidential" in text}
        assert counts == {
            "2. De aanleiding": "1",
            "3. Open kaart": "2",
            "7. Omgekeerd helpen": "2",
            "8. Vastleggen": "1",
        }

    def test_tells_the_answer_with_the_question(self) -> None:
        told = section(english(warnsveld()), "4. Waarde en nodig")
        assert "Answer of Vereniging WijWarnsveld: no. Raakt grens G-001" in told

    def test_sets_decisions_agreements_and_actions_apart(self) -> None:
        callouts = [words_of(each.runs) for each in english(warnsveld()).blocks if isinstance(each, Callout)]
        assert [text.split(":")[0] for text in callouts] == [
            "Decision B-001",
            "Agreement F-001 (confidentiality)",
            "Action A-001 Bep Lammers (Vereniging WijWarnsveld)",
            "Action A-003 Ruud Ketelaar (Gemeente)",
        ]
        assert callouts[0].endswith("Agreed: Gemeente, ZorgOrg and Vereniging WijWarnsveld.")

    def test_does_not_call_a_proposal_a_decision(self) -> None:
        told = section(english(second_meeting()), "2. Buurttuin")
        assert "Proposed decision B-001: De tuin komt er. Agreed: Bewoners Oost." in told
        assert "Objection of Welzijn Oost. Eerst het monster." in told

    def test_keeps_what_was_withdrawn_struck_through_with_the_reason(self) -> None:
        lines = [
            item
            for each in english(second_meeting()).blocks
            if isinstance(each, Bullets)
            for item in each.items
        ]
        withdrawn = next(item for item in lines if words_of(item).startswith("Goal D-001"))
        assert [run.text for run in withdrawn if run.look is Look.STRIKE] == ["Een tuin."]
        assert words_of(withdrawn).endswith("Withdrawn: Te klein gedacht.")

    def test_tells_why_a_state_changed(self) -> None:
        line = HistoryLine(session=ID, at=NOW, field="status", old="open", new="dropped", note="Te laat")
        session = with_entries(warnsveld(), action("A-050", status="dropped", history=(line,)))
        assert "Iets. State: dropped. Te laat." in section(english(session), "Outside the agenda")

    def test_says_that_it_was_put_off(self) -> None:
        assert section(english(second_meeting()), "3. Rondvraag") == "Put off to a next meeting."

    def test_tells_who_brought_it_in_and_what_for(self) -> None:
        told = section(english(second_meeting()), "2. Buurttuin")
        assert told.startswith("To decide. Brought in by Bewoners Oost.")

    def test_tells_what_happened_to_what_was_carried_over_at_the_review(self) -> None:
        told = section(english(second_meeting()), "1. Verslag en acties").splitlines()
        assert told[0].endswith("Was open, is now done. De sleutel ligt klaar.")
        assert told[1].endswith("The date was 1 March 2027 and is now 1 April 2027.")

    def test_tells_it_in_a_section_of_its_own_where_there_is_no_review(self) -> None:
        session = replace(second_meeting(), agenda=(AgendaItem(id="garden", title="Buurttuin"),))
        assert "A-001" in section(english(session), "Open matters from earlier meetings")

    def test_tells_what_was_said_at_no_item(self) -> None:
        session = with_entries(warnsveld(), action("A-050", text="Los eindje"))
        assert "Los eindje" in section(english(session), "Outside the agenda")


class TestLists:
    def test_actions_show_owner_dates_and_state(self) -> None:
        assert rows(english(second_meeting()), "Action list") == [
            [
                "A-001",
                "Sleutel van het buurthuis regelen.",
                "Fatima el Amrani / Welzijn Oost",
                "05-03-2027",
                "Done",
            ],
            [
                "A-002",
                "Grondmonster laten nemen. / Carried over 2 times.",
                "Joke / Bewoners Oost",
                "01-03-2027 / 01-04-2027",
                "Open",
            ],
        ]

    def test_an_action_is_overdue_from_the_day_after_its_date(self) -> None:
        def state(today: date) -> str:
            return rows(english(second_meeting(), today=today), "Action list")[1][-1]

        assert (state(date(2027, 4, 1)), state(date(2027, 4, 2))) == ("Open", "Overdue")

    def test_a_party_whose_actions_are_all_confidential_is_named_with_their_number(self) -> None:
        told = section(english(warnsveld()), "Action list")
        assert "A-002" not in told
        assert told.endswith("ZorgOrg: 1 action is confidential and not included.")

    def test_only_confidential_decisions_are_not_the_same_as_none(self) -> None:
        hidden = Decision(
            ref="B-001",
            born_in=empty().id,
            created_at=NOW,
            text="Geheim",
            status="taken",
            sensitivity=FINANCE,
        )
        told = section(english(with_entries(empty(), hidden)), "List of decisions")
        assert told == "1 confidential item not included."

    def test_commitments_wait_under_reservation(self) -> None:
        assert rows(english(warnsveld()), "Commitments")[0][2:] == [
            "12 uur per week opbouwwerk voor het dorp tot en met december 2027.",
            "Under reservation of college, by 9 February 2027 at the latest.",
            "Under reservation",
        ]

    def test_expectations_have_names_and_answers(self) -> None:
        told = {row[0]: row[1:] for row in rows(english(warnsveld()), "Mutual expectations")}
        assert told["V-003"] == [
            "ZorgOrg",
            "Vereniging WijWarnsveld",
            "Avondrondes overnemen vanaf april.",
            "No / Raakt grens G-001; wel eettafel en telefooncirkel.",
        ]

    def test_a_confidential_answer_is_no_open_question(self) -> None:
        answer = Answer(value=AnswerValue.ACCEPT, at=NOW, sensitivity=FINANCE)
        asked = Expectation(
            ref="V-050",
            born_in=ID,
            created_at=NOW,
            text="Iets",
            from_party="gem",
            to_party="zor",
            answer=answer,
            status="answered",
        )
        outline = english(with_entries(warnsveld(), asked))
        assert rows(outline, "Mutual expectations")[-1][-1] == "Confidential"

    def test_roles_include_those_that_follow_from_a_yes(self) -> None:
        told = {row[0]: row[1:] for row in rows(english(warnsveld()), "Roles")}
        assert told["V-002"][0] == "Gemeente"
        assert told["V-002"][2] == "aanspreekpunt / carries it out"
        assert "V-003" not in told

    def test_tones_are_said_in_words_too(self) -> None:
        outline = english(second_meeting(), today=date(2027, 5, 1))
        tables = [each for each in outline.blocks if isinstance(each, Table)]
        cells = [cell for table in tables for row in table.rows for cell in row]
        overdue = [cell for cell in cells if cell.tone is Tone.OVERDUE]
        assert [words_of(cell.lines[0]) for cell in overdue] == ["Overdue"]


class TestPreviousMinutes:
    def test_are_corrected_and_then_adopted(self) -> None:
        assert section(english(second_meeting()), "Previous minutes").splitlines() == [
            "Welzijn Oost: Punt 4: ‘bouwt’ becomes ‘onderzoekt’.",
            "The minutes of 11 February 2027 are adopted. Adopted at meeting 2, 11 March 2027 (De Schakel).",
        ]

    def test_are_not_adopted_before_somebody_said_so(self) -> None:
        adopts = second_meeting().adopts
        assert adopts is not None
        session = replace(second_meeting(), adopts=replace(adopts, at=None, corrections=()))
        told = section(english(session), "Previous minutes")
        assert told == "The minutes of 11 February 2027 are not adopted yet."


class TestConfidence:
    @pytest.mark.parametrize("language", list(Language))
    def test_the_open_minutes_hold_nothing_confidential(self, language: Language) -> None:
        said = whole(minutes(warnsveld(), variant=Variant.OPEN, language=language)).lower()
        assert [word for word in TOLD_ONLY_IN_CONFIDENCE if word.lower() in said] == []
        assert "~" not in said

    def test_the_closed_minutes_hold_everything_and_mark_it(self) -> None:
        outline = english(warnsveld(), Variant.CLOSED)
        said = whole(outline)
        assert [word for word in TOLD_ONLY_IN_CONFIDENCE if word.lower() not in said.lower()] == []
        assert "Confidential: money Bottleneck K-001 (finance): Huurcontract" in said
        assert outline.header.right == "DRAFT · CONFIDENTIAL"

    def test_a_confidential_reason_of_a_withdrawal_is_marked_in_the_closed_minutes(self) -> None:
        line = HistoryLine(
            session=ID, at=NOW, field="status", new="withdrawn", note="Bank", sensitivity=FINANCE
        )
        withdrawn = action("A-050", withdrawn=Withdrawal(reason="Bank", at=NOW), history=(line,))
        session = with_entries(warnsveld(), withdrawn)
        assert "Confidential: money. Withdrawn: Bank." in whole(english(session, Variant.CLOSED))
        assert "Bank" not in whole(english(session, Variant.OPEN))

    def test_a_note_in_the_history_is_marked_in_the_closed_minutes(self) -> None:
        line = HistoryLine(
            session=ID, at=NOW, field="status", old="open", new="busy", note="Bank", sensitivity=FINANCE
        )
        carried = action("A-050", born_in="eerder", history=(line,))
        session = with_entries(warnsveld(), carried)
        assert "Confidential: money Bank." in whole(english(session, Variant.CLOSED))
        assert "Bank" not in whole(english(session, Variant.OPEN))
