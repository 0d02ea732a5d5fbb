"""Minutes that a later meeting adopted: what they say of it, and what they keep for the closed variant."""

from datetime import date, datetime

import pytest
from msgspec.structs import replace

from overleg.documents.adopting import adopting_meeting, adoption_state
from overleg.documents.confided import with_classes
from overleg.documents.minutes import minutes
from overleg.documents.outline import Outline, StatusLine
from overleg.documents.runs import words_of
from overleg.documents.variant import Variant
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.model import Adoption, Correction, Series, Session
from overleg.domain.series import next_session
from tests.documents.reading import section, whole
from tests.documents.scenes import ID, TOLD_ONLY_IN_CONFIDENCE, second_meeting, warnsveld

AT = datetime(2027, 2, 11, 19, 40)


def correction(where: str = "", old: str = "", new: str = "", party: str | None = "zor") -> Correction:
    return Correction(party=party, where=where, old=old, new=new, at=AT)


def adopting(*corrections: Correction, **fields: object) -> Session:
    """The second meeting of Warnsveld, in which the minutes of the first are adopted."""
    last = warnsveld()
    assert last.next is not None
    session = next_session(last, id="2027-02-11-warnsveld-houdt-zorg", when=last.next)
    adopts = Adoption(session=ID, held_on=last.date, at=AT, corrections=corrections)
    return replace(session, adopts=adopts, **fields)


def adopted(
    later: Session, variant: Variant = Variant.OPEN, language: Language | None = Language.EN
) -> Outline:
    known = with_classes(later, warnsveld())
    return minutes(warnsveld(), variant=variant, language=language, adopted_in=known)


def status(outline: Outline) -> str:
    return words_of(next(block.runs for block in outline.blocks if isinstance(block, StatusLine)))


class TestTheAdoptedVersion:
    def test_says_in_which_meeting_when_and_where(self) -> None:
        outline = adopted(adopting())
        told = "Adopted at meeting 2, 11 February 2027 (dorpshuis)."
        assert status(outline) == f"Adopted minutes. {told}"
        assert section(outline, "Adoption").splitlines()[:2] == [told, "There were no changes."]

    def test_says_so_on_every_page_and_never_that_it_is_a_draft(self) -> None:
        outline = adopted(adopting())
        assert outline.header.right == "ADOPTED"
        assert outline.properties.status == "Adopted"
        assert "draft" not in whole(outline).lower()

    def test_lists_the_changes_and_says_up_front_how_many_there_are(self) -> None:
        outline = adopted(adopting(correction("item 4", "bouwt", "onderzoekt"), correction(new="Bep was er")))
        assert status(outline).endswith("2 changes were made; see Adoption, at the end.")
        assert section(outline, "Adoption").splitlines()[1:4] == [
            "The text of these minutes is as it was sent round; these changes belong to it.",
            "ZorgOrg: item 4: ‘bouwt’ becomes ‘onderzoekt’.",
            "ZorgOrg: Bep was er.",
        ]

    def test_tells_what_is_taken_out(self) -> None:
        outline = adopted(adopting(correction("item 4", "altijd"), correction("", "nooit")))
        assert "item 4: ‘altijd’ is taken out." in section(outline, "Adoption")
        assert "ZorgOrg: ‘nooit’ is taken out." in section(outline, "Adoption")

    def test_leaves_the_text_as_it_was_sent_round(self) -> None:
        draft = minutes(warnsveld(), variant=Variant.OPEN, language=Language.EN)
        outline = adopted(adopting(correction("item 4", "Vrijwilligers", "Leden")))
        assert section(outline, "Minutes by agenda item") == section(draft, "Minutes by agenda item")

    def test_is_dated_by_the_adoption(self) -> None:
        assert adopted(adopting()).properties.modified == AT

    def test_names_the_party_as_the_adopting_meeting_knows_it(self) -> None:
        later = adopting(correction("item 4", "bouwt", "onderzoekt"))
        renamed = tuple(
            replace(each, name="Zorg voor Oost") if each.id == "zor" else each for each in later.parties
        )
        assert "Zorg voor Oost: item 4" in section(adopted(replace(later, parties=renamed)), "Adoption")

    def test_reads_so_in_dutch(self) -> None:
        outline = adopted(adopting(correction("punt 4", "bouwt", "onderzoekt")), language=None)
        assert outline.header.right == "VASTGESTELD"
        assert "overleg 2, 11 februari 2027 (dorpshuis)" in status(outline)
        assert "ZorgOrg: punt 4: ‘bouwt’ wordt ‘onderzoekt’." in section(outline, "Vaststelling")


class TestWhenAndWhere:
    def test_a_meeting_without_a_place_has_a_day(self) -> None:
        assert adopting_meeting(adopting(place=""), Language.EN) == "meeting 2, 11 February 2027"

    def test_a_meeting_of_which_nobody_set_the_day_adopts_on_the_day_that_it_does(self) -> None:
        later = adopting(undated=True, date=date(2027, 3, 30))
        assert "11 February 2027" in adopting_meeting(later, Language.EN)

    def test_the_state_is_told_in_words(self) -> None:
        later = adopting()
        waits = replace(later, adopts=Adoption(session=ID))
        assert adoption_state(waits, Language.EN) == "not adopted yet"
        assert adoption_state(later, Language.EN) == "adopted at meeting 2, 11 February 2027 (dorpshuis)"
        assert adoption_state(replace(later, adopts=None), Language.EN) == ""


SECRET = (
    correction("bij K-001", "boete", "vergoeding"),
    correction(new="N-003: het tekort is 380.000 euro"),
    correction("punt 3", "verdeelde raad", "raad die wikt"),
    correction(new="‘verdeelde raad’ moet ‘raad’ zijn"),
    correction("huurgarantie", "", "hoort hier niet"),
)
"""Corrections of what was said in confidence: by number, by its words, and by what its task is called."""


class TestConfidence:
    @pytest.mark.parametrize("language", list(Language))
    @pytest.mark.parametrize("secret", SECRET)
    def test_stays_out_of_the_open_variant_and_is_counted(
        self, secret: Correction, language: Language
    ) -> None:
        said = whole(adopted(adopting(secret), language=language))
        assert secret.new not in said
        words = TOLD_ONLY_IN_CONFIDENCE
        assert [word for word in words if word.lower() in said.lower()] == []
        told = {
            Language.EN: "1 change to a confidential item is not included.",
            Language.NL: "1 wijziging van een vertrouwelijk punt is niet opgenomen.",
        }
        assert told[language] in said

    @pytest.mark.parametrize("secret", SECRET)
    def test_stands_in_the_closed_variant_and_is_marked(self, secret: Correction) -> None:
        outline = adopted(adopting(secret), Variant.CLOSED)
        told = section(outline, "Adoption")
        assert secret.new.rstrip(".") in told
        assert "Confidential" in told
        assert outline.header.right == "ADOPTED · CONFIDENTIAL"

    @pytest.mark.parametrize("secret", SECRET)
    def test_stays_out_of_the_open_minutes_of_the_meeting_that_adopts(self, secret: Correction) -> None:
        later = with_classes(adopting(secret), warnsveld())
        told = section(minutes(later, variant=Variant.OPEN, language=Language.EN), "Previous minutes")
        assert secret.new not in told
        assert "not included" in told

    def test_what_was_said_openly_is_corrected_openly(self) -> None:
        open_one = correction("bij N-005", "Niemand", "Geen mens")
        session = with_classes(adopting(open_one), warnsveld())
        assert session.adopts is not None
        assert session.adopts.corrections == (open_one,)

    def test_a_class_that_was_typed_stays(self) -> None:
        typed = replace(correction("bij N-005", "a", "b"), sensitivity=Sensitivity.PERSONAL)
        session = with_classes(adopting(typed), warnsveld())
        assert session.adopts is not None
        assert session.adopts.corrections == (typed,)

    def test_a_number_that_cannot_be_looked_up_is_taken_to_be_confidential(self) -> None:
        later = with_classes(adopting(correction("N-003", "x", "y"), correction("punt 4", "x", "y")), None)
        assert later.adopts is not None
        classes = [each.sensitivity for each in later.adopts.corrections]
        assert classes == [Sensitivity.OTHER, Sensitivity.NONE]

    def test_markup_and_control_characters_are_text(self) -> None:
        nonsense = "[/x] [@click=app.quit]z[/] <b>&amp;"
        assert nonsense in whole(adopted(adopting(correction(new=nonsense))))


def test_another_series_says_nothing_of_it() -> None:
    other = replace(second_meeting(), series=Series(slug="x", title="X"))
    assert "Warnsveld" not in section(minutes(other, variant=Variant.OPEN), "Vorig verslag")
