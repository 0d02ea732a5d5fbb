"""The action list as a document of its own."""

from datetime import date

import pytest

from overleg.documents.action_list import action_list_document
from overleg.documents.outline import Outline
from overleg.documents.variant import Variant
from overleg.domain.choices import Language
from overleg.domain.model import Action, Session
from tests.documents.reading import headings, section, whole
from tests.documents.scenes import empty, second_meeting, warnsveld

LATER = date(2027, 6, 1)


def english(session: Session, variant: Variant = Variant.OPEN, today: date | None = None) -> Outline:
    return action_list_document(session, variant=variant, language=Language.EN, today=today)


def actions(session: Session) -> list[Action]:
    return [entry for entry in session.entries if isinstance(entry, Action)]


def test_what_is_overdue_comes_first_and_what_was_settled_last() -> None:
    outline = english(second_meeting(), Variant.CLOSED, LATER)
    found = headings(outline)
    assert found[0] == "Overdue actions"
    assert found.index("Settled") > found.index("Overdue actions")
    late = [each for each in actions(second_meeting()) if each.status in ("open", "busy") and each.due]
    assert late
    assert all(each.ref in section(outline, "Overdue actions") for each in late)


def test_every_action_stands_in_it_once() -> None:
    told = whole(english(second_meeting(), Variant.CLOSED, LATER))
    for action in actions(second_meeting()):
        assert told.count(f"{action.ref}\n") == 1


def test_the_open_one_says_whose_actions_are_left_out_and_not_which() -> None:
    hidden = [each for each in actions(warnsveld()) if each.sensitivity != "none"]
    assert hidden
    told = whole(english(warnsveld()))
    assert "confidential and not included" in told
    assert all(each.text not in told for each in hidden)


@pytest.mark.parametrize("variant", list(Variant))
def test_without_actions_it_says_so(variant: Variant) -> None:
    assert "No actions were agreed." in whole(english(empty(), variant))
