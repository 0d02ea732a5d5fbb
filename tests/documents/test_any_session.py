"""Whatever happens at a meeting can be told and printed, and what is confided is in nothing open."""

import re
from random import Random

from hypothesis import given, settings

from overleg.documents.as_markdown import as_markdown
from overleg.documents.as_text import as_text
from overleg.documents.catalogue import DOCUMENTS
from overleg.documents.reading import reading
from overleg.documents.variant import Variant, is_confidential
from overleg.domain.changes import apply
from overleg.domain.choices import Language
from overleg.domain.meeting_changes import Close
from overleg.domain.model import Session
from overleg.domain.table_changes import DropGroup, PutGroup
from overleg.domain.together import Together
from overleg.tui.told import told
from tests.domain.any_change import CHANCES, Draw, Made, any_change, begun, meeting
from tests.domain.confided import confided, drawn
from tests.domain.conftest import NOW

FIXED = settings(max_examples=40, deadline=None, derandomize=True, database=None)
CHANGES = 20


def said(made: Made, session: Session) -> set[str]:
    """What the screen says of a change, in either language."""
    return {word for language in Language for word in drawn(told(made.change, session, language))}


def names_groups(made: Made) -> bool:
    """Whether it is about the list of target groups, which is read from the screen where it is changed."""
    changes = made.change.changes if isinstance(made.change, Together) else (made.change,)
    return any(isinstance(each, PutGroup | DropGroup) for each in changes)


class TestWords:
    @given(CHANCES)
    @FIXED
    def test_are_there_for_every_change_whether_it_can_be_made_or_not(self, chance: Random) -> None:
        for made in meeting(chance, begun(chance), CHANGES):
            for change in (made.change, any_change(Draw(chance, made.before, made.at))):
                for language in Language:
                    assert isinstance(reading(change, made.after, language), str)
                    assert isinstance(told(change, made.after, language), str)

    @given(CHANCES)
    @FIXED
    def test_on_the_screen_hold_nothing_that_was_confided(self, chance: Random) -> None:
        for made in meeting(chance, begun(chance), CHANGES):
            secret = confided(made.before, made.after)
            if not names_groups(made):
                assert said(made, made.after) & secret == set(), made.change
                assert said(made, made.before) & secret == set(), made.change


class TestDocuments:
    @given(CHANCES)
    @FIXED
    def test_can_be_made_in_every_way(self, chance: Random) -> None:
        session = held(chance)
        for row in DOCUMENTS.values():
            for variant in Variant:
                for language in (None, *Language):
                    outline = row.builder(session, variant=variant, language=language, today=NOW.date())
                    assert as_text(outline)
                    assert as_markdown(outline)

    @given(CHANCES)
    @FIXED
    def test_that_are_open_hold_nothing_that_was_confided(self, chance: Random) -> None:
        session = held(chance)
        secret = confided(session)
        numbers = {entry.ref for entry in session.entries if is_confidential(entry)}
        for row in DOCUMENTS.values():
            outline = row.builder(session, variant=Variant.OPEN, today=NOW.date())
            assert drawn(outline) & secret == set()
            assert set(re.findall(r"\b[A-Z]-\d{3}\b", as_text(outline))) & numbers == set()


def held(chance: Random) -> Session:
    """A meeting at which anything may have happened, closed or not."""
    session = begun(chance)
    for made in meeting(chance, session, 2 * CHANGES):
        session = made.after
    return apply(session, Close(at=NOW)) if chance.randrange(2) else session
