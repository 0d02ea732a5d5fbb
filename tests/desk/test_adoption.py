"""Minutes in files: which meeting adopted them, what is exported then, and what stays closed for good."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest
from docx import Document

from overleg.desk.adoption import minutes_state
from overleg.desk.exporting import export
from overleg.desk.folders import Folders
from overleg.desk.next_meeting import plan_next
from overleg.desk.workbench import Desk, Made, found_session, open_session
from overleg.domain.choices import Language, SessionStatus
from overleg.domain.setup import Setup, new_series, read_party
from overleg.errors import Refused

FIRST, SECOND = datetime(2027, 1, 14, 20, 0), datetime(2027, 2, 11, 20, 0)
CORRECTION = "/verslag wijzig ZOR: punt 4 'bouwt' -> 'onderzoekt'"
SECRET = "/verslag wijzig GEM: bij N-001 'tekort van 410.000' -> 'tekort van 380.000'"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.at(tmp_path)


@pytest.fixture
def meetings(folders: Folders) -> Callable[..., tuple[Desk, Desk]]:
    """Makes a closed first meeting, with something said in confidence, and the second, that has begun."""

    def make(*, practice: bool = False) -> tuple[Desk, Desk]:
        parties = tuple(map(read_party, ("GEM=Gemeente:municipality", "ZOR=ZorgOrg:care")))
        plan = Setup(
            title="Overleg",
            date=FIRST.date(),
            place="dorpshuis",
            series=new_series("Buurttafel"),
            parties=parties,
            language=Language.NL,
            practice=practice,
        )
        first = found_session(folders, plan, lambda: FIRST)
        for line in (
            "/hervat",
            "n GEM: tekort van 410.000 !geld",
            "a ZOR: bellen",
            "/volgende 11-2-2027",
            "/sluit",
        ):
            assert isinstance(first.enter(line), Made), line
        second = open_session(folders, plan_next(first, folders).session.id, lambda: SECOND)
        assert isinstance(second.enter("/hervat"), Made)
        return first, second

    return make


def words_of(path: Path) -> str:
    """All the text of a Word document: its paragraphs, its tables, and what stands on every page."""
    document = Document(str(path))
    said = [paragraph.text for paragraph in document.element.body.iter() if hasattr(paragraph, "text")]
    margins = (part for each in document.sections for part in (each.header, each.footer))
    said += [paragraph.text for part in margins for paragraph in part.paragraphs]
    return "\n".join(filter(None, said))


class TestTheExport:
    def test_is_a_draft_until_a_later_meeting_adopted_it(
        self, meetings: Callable[..., tuple[Desk, Desk]], folders: Folders
    ) -> None:
        first, second = meetings()
        second.enter(CORRECTION)
        made = export(first.session, folders, "minutes")
        assert made.path.name == "2027-01-14-verslag-concept.docx"
        assert "CONCEPT" in words_of(made.path)

    def test_is_the_adopted_version_then_and_leaves_the_draft_alone(
        self, meetings: Callable[..., tuple[Desk, Desk]], folders: Folders
    ) -> None:
        first, second = meetings()
        draft = export(first.session, folders, "minutes").path
        before = sha256(draft.read_bytes()).digest()
        second.enter(CORRECTION)
        second.enter("/verslag vaststellen")
        made = export(first.session, folders, "minutes")
        assert made.path.name == "2027-01-14-verslag-vastgesteld.docx"
        said = words_of(made.path)
        assert "VASTGESTELD" in said
        assert "CONCEPT" not in said
        assert "11 februari 2027 (dorpshuis)" in said
        assert "‘bouwt’ wordt ‘onderzoekt’." in said
        assert sha256(draft.read_bytes()).digest() == before

    @pytest.mark.parametrize("language", list(Language))
    def test_keeps_corrections_of_a_confidence_for_the_closed_variant(
        self, meetings: Callable[..., tuple[Desk, Desk]], folders: Folders, language: Language
    ) -> None:
        first, second = meetings()
        second.enter(SECRET)
        second.enter("/verslag vaststellen")
        for session in (first.session, second.session):
            told = export(session, folders, "minutes", language=language).path
            kept = export(session, folders, "minutes", language=language, variant="closed").path
            assert ".000" not in words_of(told)
            assert "tekort van 380.000" in words_of(kept)

    def test_the_minutes_of_the_adopting_meeting_say_when_and_where(
        self, meetings: Callable[..., tuple[Desk, Desk]], folders: Folders
    ) -> None:
        _, second = meetings()
        second.enter("/verslag vaststellen")
        said = export(second.session, folders, "minutes", language=Language.EN, as_="txt").path.read_text()
        said = " ".join(said.replace("|", "").split())
        assert "The minutes of 14 January 2027 are adopted. Adopted at meeting 2, 11 February 2027" in said
        assert "DRAFT" in said

    def test_other_documents_are_as_they_were(
        self, meetings: Callable[..., tuple[Desk, Desk]], folders: Folders
    ) -> None:
        first, second = meetings()
        second.enter("/verslag vaststellen")
        assert export(first.session, folders, "actions").path.name == "2027-01-14-actielijst-concept.docx"

    def test_practice_never_adopts(
        self, meetings: Callable[..., tuple[Desk, Desk]], folders: Folders
    ) -> None:
        first, second = meetings(practice=True)
        second.enter("/verslag vaststellen")
        assert minutes_state(first.session, folders).adopted_in is None
        assert export(first.session, folders, "minutes").path.name == "2027-01-14-verslag-concept.docx"

    def test_a_damaged_later_file_is_said_and_the_draft_is_made(
        self, meetings: Callable[..., tuple[Desk, Desk]], folders: Folders
    ) -> None:
        first, second = meetings()
        second.enter("/verslag vaststellen")
        second.path.write_text("{")
        made = export(first.session, folders, "minutes")
        assert made.path.name == "2027-01-14-verslag-concept.docx"
        assert [second.path.name in str(each) for each in made.unread] == [True]

    def test_a_damaged_file_of_another_series_is_nobodys_business(
        self, meetings: Callable[..., tuple[Desk, Desk]], folders: Folders
    ) -> None:
        first, _ = meetings()
        (folders.sessions / "2027-03-01-iets-anders.json").write_text("{")
        (folders.sessions / "2026-12-01-buurttafel.json").write_text("{")
        assert export(first.session, folders, "minutes").unread == ()

    def test_corrections_are_guarded_where_the_minutes_they_are_of_are_gone(
        self, meetings: Callable[..., tuple[Desk, Desk]], folders: Folders
    ) -> None:
        first, second = meetings()
        second.enter(SECRET)
        first.path.unlink()
        assert ".000" not in words_of(export(second.session, folders, "minutes").path)


class TestReopening:
    def test_a_meeting_that_was_closed_by_mistake_runs_on_after_undo(
        self, meetings: Callable[..., tuple[Desk, Desk]], folders: Folders
    ) -> None:
        _, second = meetings()
        second.enter("/sluit")
        plan_next(second, folders)
        second.undo()
        assert second.session.status is SessionStatus.LIVE

    def test_not_when_the_next_meeting_has_begun(self, meetings: Callable[..., tuple[Desk, Desk]]) -> None:
        first, _ = meetings()
        before = first.path.read_bytes()
        with pytest.raises(Refused, match="stays closed: meeting 2 has begun since"):
            first.undo()
        assert first.session.status is SessionStatus.CLOSED
        assert first.path.read_bytes() == before

    def test_not_when_its_minutes_are_adopted_even_before_the_next_meeting_begins(
        self, folders: Folders, meetings: Callable[..., tuple[Desk, Desk]]
    ) -> None:
        _, second = meetings()
        second.enter("/sluit")
        third = open_session(folders, plan_next(second, folders).session.id, lambda: SECOND)
        third.enter("/verslag vaststellen")
        assert third.session.status is SessionStatus.PLANNED
        with pytest.raises(Refused, match="stays closed: meeting 3 adopted its minutes"):
            second.undo()

    def test_a_closed_meeting_says_why_it_takes_nothing(
        self, meetings: Callable[..., tuple[Desk, Desk]]
    ) -> None:
        first, second = meetings()
        second.enter("/verslag vaststellen")
        for line in ("/hervat", "n GEM: nog iets"):
            read = first.enter(line)
            assert "This meeting is closed" in str(getattr(read, "message", ""))
