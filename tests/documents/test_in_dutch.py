"""The documents as a Dutch reader gets them, whole: small, to be read as one reads the paper."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from overleg.documents.as_text import as_text
from overleg.documents.catalogue import DOCUMENTS
from overleg.documents.minutes import minutes
from overleg.documents.variant import Variant
from tests.documents.reading import rows, section
from tests.documents.scenes import second_meeting, warnsveld

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("document", sorted(DOCUMENTS))
def test_a_document_reads_as_it_should(document: str) -> None:
    said = as_text(DOCUMENTS[document].builder(second_meeting(), variant=Variant.OPEN))
    assert said == (GOLDEN / f"{document}.txt").read_text(encoding="utf-8")


def test_confidential_points_are_counted_in_words() -> None:
    outline = minutes(warnsveld(), variant=Variant.OPEN)
    assert section(outline, "2. De aanleiding").endswith("1 vertrouwelijk punt niet opgenomen.")
    assert section(outline, "3. Open kaart").endswith("2 vertrouwelijke punten niet opgenomen.")


def test_confidential_points_are_marked_with_their_class() -> None:
    outline = minutes(warnsveld(), variant=Variant.CLOSED)
    assert "Vertrouwelijk: geld Knelpunt K-001 (geld): Huurcontract" in section(outline, "2. De aanleiding")
    assert outline.header.right == "CONCEPT · VERTROUWELIJK"


def test_somebody_who_left_early_was_there_until_then() -> None:
    names = {row[0]: row[-1] for row in rows(minutes(warnsveld(), variant=Variant.OPEN), "Aanwezigheid")}
    assert names["Kees Noordhof"] == "aanwezig tot 20.40 uur"


def test_a_reservation_is_a_clause_with_its_date() -> None:
    told = section(minutes(warnsveld(), variant=Variant.OPEN), "Toezeggingen")
    assert "Onder voorbehoud van college, uiterlijk 9 februari 2027." in told


def test_nothing_decided_is_said() -> None:
    outline = minutes(replace(warnsveld(), entries=()), variant=Variant.OPEN)
    assert section(outline, "Besluitenlijst") == "Geen besluiten genomen."
