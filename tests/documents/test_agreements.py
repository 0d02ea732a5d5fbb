from datetime import date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from overleg.documents.agreements import agreements
from overleg.documents.outline import Callout, Heading, Outline
from overleg.documents.runs import words_of
from overleg.documents.variant import Variant
from overleg.domain.choices import AgreementType, AnswerValue, Language, Seat
from overleg.domain.model import (
    Agreement,
    Answer,
    Commitment,
    Contribution,
    Expectation,
    Link,
    Party,
    Session,
)
from tests.documents.reading import headings, rows, section, whole
from tests.documents.scenes import (
    ID,
    TOLD_ONLY_IN_CONFIDENCE,
    empty,
    second_meeting,
    warnsveld,
    with_entries,
    yes,
)

NOW = datetime(2027, 1, 14, 20, 0)


def english(session: Session, variant: Variant = Variant.OPEN, **options: Any) -> Outline:
    return agreements(session, variant=variant, language=Language.EN, **options)


def agreement(**fields: Any) -> Agreement:
    common: dict[str, Any] = {"born_in": ID, "created_at": NOW, "text": "Iets", "parties": ("gem", "zor")}
    return Agreement(ref="F-050", **common | fields)


def verdicts(outline: Outline) -> dict[str, tuple[str, str]]:
    return {row[0]: (row[2], row[3]) for row in rows(outline, "Quality of these agreements")}


def test_sections_stand_in_the_order_of_the_field() -> None:
    assert headings(english(warnsveld())) == [
        "Parties",
        "Background",
        "1. Purpose",
        "2. Roles, contributions and boundaries",
        "3. Mutual expectations",
        "4. Agreements, actions and planning",
        "5. Meetings and progress",
        "6. Information and confidentiality",
        "7. Term, looking back and changes",
        "8. If things change",
        "9. Nature of these agreements",
        "Signatures",
        "Quality of these agreements",
    ]


def test_an_empty_meeting_has_everything_still_to_be_discussed() -> None:
    told = section(english(empty()), "3. Mutual expectations")
    assert told == "Still to be discussed."


def test_parties_stand_with_their_representatives() -> None:
    told = section(english(warnsveld()), "Parties").splitlines()
    assert told[1] == (
        "ZorgOrg (care provider). Represented by Hilde Oosterbaan (bestuurder) and"
        " Sjoerd Prins (locatiemanager)."
    )


def test_guests_are_no_party_to_the_agreements() -> None:
    guest = Party(id="ggd", code="GGD", name="GGD", seat=Seat.GUEST)
    outline = english(replace(warnsveld(), parties=(*warnsveld().parties, guest)))
    assert section(outline, "Parties").endswith("Guests: GGD.")
    assert [row[0] for row in rows(outline, "Signatures")] == [
        "Gemeente",
        "ZorgOrg",
        "Vereniging WijWarnsveld",
    ]


def test_the_purpose_is_the_shared_goal() -> None:
    assert section(english(warnsveld()), "1. Purpose").startswith("D-004, all parties: Wonen, welzijn")


def test_without_a_shared_goal_the_goals_on_the_table_are_named_as_such() -> None:
    entries = tuple(entry for entry in warnsveld().entries if entry.ref != "D-004")
    told = section(english(replace(warnsveld(), entries=entries)), "1. Purpose").splitlines()
    assert told[0] == "A shared goal is still to be discussed. On the table lie:"
    assert len(told) == 4


def test_what_was_not_promised_does_not_look_as_if_it_was() -> None:
    told = {row[0]: row[-1] for row in rows(english(warnsveld()), "Mutual expectations")}
    assert {ref: answer.split(" / ")[0] for ref, answer in told.items()} == {
        "V-001": "Still to be discussed",
        "V-002": "Promised",
        "V-003": "Not promised",
        "V-005": "Promised under reservation",
        "V-006": "Promised",
    }


def test_an_unanswered_expectation_is_still_to_be_discussed() -> None:
    asked = Expectation(ref="V-050", born_in=ID, created_at=NOW, text="Iets", status="stated", to_party="gem")
    outline = english(with_entries(warnsveld(), asked))
    assert rows(outline, "Mutual expectations")[-1][-1] == "Still to be discussed"


def test_a_bare_yes_is_a_promise() -> None:
    asked = Expectation(
        ref="V-050",
        born_in=ID,
        created_at=NOW,
        text="Iets",
        status="answered",
        answer=Answer(value=AnswerValue.ACCEPT, at=NOW),
    )
    outline = english(with_entries(warnsveld(), asked))
    assert rows(outline, "Mutual expectations")[-1] == ["V-050", "–", "–", "Iets.", "Promised"]


def test_agreements_stand_by_their_type_with_the_contribution_of_each_party() -> None:
    result = agreement(
        type=AgreementType.RESULT,
        status="draft",
        contributions=(Contribution(party="gem", text="betaalt"), Contribution(party="zor", text="bouwt")),
        endorsements=yes("gem"),
    )
    outline = english(with_entries(warnsveld(), result))
    told = section(outline, "Result")
    assert told == (
        "Draft agreement F-050 (result): Iets. Gemeente: betaalt. ZorgOrg: bouwt."
        " Agreed: Gemeente. Not yet agreed: ZorgOrg."
    )


def test_rhythm_and_confidentiality_have_sections_of_their_own() -> None:
    rhythm = agreement(type=AgreementType.RHYTHM, text="Elke zes weken", status="in_force")
    outline = english(with_entries(warnsveld(), rhythm))
    assert "Elke zes weken" in section(outline, "5. Meetings and progress")
    assert "F-001 (confidentiality)" in section(outline, "6. Information and confidentiality")
    assert section(outline, "4. Agreements, actions and planning").startswith("Still to be discussed.")


def test_usual_wording_is_called_a_proposal() -> None:
    told = section(english(warnsveld()), "8. If things change").splitlines()
    assert [line.split(":")[0] for line in told] == ["Proposal", "Proposal"]


def test_actions_that_are_done_need_no_planning() -> None:
    assert [row[0] for row in rows(english(second_meeting()), "Action list")] == ["A-002"]


def test_mandates_stand_with_the_body_that_must_agree() -> None:
    told = rows(english(warnsveld()), "Mandate of each party")
    assert told[0] == ["Gemeente", "Tamar de Wilde and Ruud Ketelaar", "Consults first: college"]


def test_it_stays_a_draft_until_it_is_signed() -> None:
    outline = english(warnsveld())
    assert outline.header.right == "DRAFT"
    assert "These agreements count only when all parties have signed them." in whole(outline)


@pytest.mark.parametrize("language", list(Language))
def test_the_open_agreements_hold_nothing_confidential(language: Language) -> None:
    said = whole(agreements(warnsveld(), variant=Variant.OPEN, language=language)).lower()
    assert [word for word in TOLD_ONLY_IN_CONFIDENCE if word.lower() in said] == []


def test_the_closed_agreements_mark_what_is_confidential() -> None:
    outline = english(warnsveld(), Variant.CLOSED)
    assert "Confidential: money Commitment T-003: Begroting" in whole(outline)


class TestQuality:
    def test_names_what_is_lacking(self) -> None:
        assert verdicts(english(warnsveld())) == {
            "Complete": ("Not yet", "D-004 has no agreement yet."),
            "Concrete": ("Not yet", "T-002 names no amount."),
            "Reciprocal": ("Yes", "–"),
            "Up to date": ("Yes", "–"),
        }

    def test_complete_when_every_goal_has_an_agreement(self) -> None:
        serving = agreement(links=(Link(ref="D-004"),), status="draft")
        outline = english(with_entries(warnsveld(), serving))
        assert verdicts(outline)["Complete"][0] == "Yes"

    def test_concrete_when_amounts_and_dates_are_named(self) -> None:
        entries = tuple(
            replace(entry, amount="2", text="Twee uur") if isinstance(entry, Commitment) else entry
            for entry in warnsveld().entries
        )
        assert verdicts(english(replace(warnsveld(), entries=entries)))["Concrete"][0] == "Yes"

    def test_reciprocal_when_every_party_gives(self) -> None:
        entries = tuple(entry for entry in warnsveld().entries if "wij" not in entry.parties)
        outline = english(replace(warnsveld(), entries=entries))
        assert verdicts(outline)["Reciprocal"][0] == "Yes"  # it said yes to V-006
        without = tuple(entry for entry in entries if entry.ref != "V-006")
        outline = english(replace(warnsveld(), entries=without))
        assert verdicts(outline)["Reciprocal"] == ("Not yet", "Vereniging WijWarnsveld gives nothing yet.")

    def test_up_to_date_until_the_day_of_looking_back(self) -> None:
        def verdict(today: date) -> tuple[str, str]:
            return verdicts(english(warnsveld(), today=today))["Up to date"]

        assert verdict(date(2027, 4, 1)) == ("Yes", "–")
        assert verdict(date(2027, 4, 2)) == (
            "Not yet",
            "The date of looking back at F-001, 1 April 2027, has passed.",
        )

    def test_judges_the_open_document_by_what_it_holds(self) -> None:
        closed = verdicts(english(warnsveld(), Variant.CLOSED))
        assert "T-003" in closed["Concrete"][1]
        assert "T-003" not in verdicts(english(warnsveld()))["Concrete"][1]


def test_callouts_are_agreements() -> None:
    callouts = [words_of(each.runs) for each in english(warnsveld()).blocks if isinstance(each, Callout)]
    assert len(callouts) == 1


def test_without_parties_every_section_says_that_it_is_open() -> None:
    outline = english(replace(empty(), parties=(), people=()))
    following = zip(outline.blocks, outline.blocks[1:], strict=False)
    assert [a for a, b in following if isinstance(a, Heading) and isinstance(b, Heading)] == []
    assert "No party is named yet." in whole(outline)
