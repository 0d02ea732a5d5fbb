"""What a reminder says, and what it must not."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from overleg.documents.as_mail import as_html, as_plain
from overleg.documents.reminders import Reminder, reminder
from overleg.domain.choices import Language
from overleg.domain.model import Series, Session
from overleg.domain.reminding import open_entries, reminded
from tests.documents.scenes import TOLD_ONLY_IN_CONFIDENCE, second_meeting, warnsveld

TODAY = date(2027, 2, 20)


def letters(*sessions: Session, language: Language | None = Language.EN, **asked: Any) -> dict[str, Reminder]:
    """The reminders by the name of their reader for a file."""
    found = reminded(open_entries(sessions, TODAY, **asked), TODAY)
    return {letter.key: letter for letter in (reminder(each, TODAY, language) for each in found)}


def emailed(session: Session, name: str, email: str) -> Session:
    people = (replace(each, email=email) if each.name == name else each for each in session.people)
    return replace(session, people=tuple(people))


def changed(session: Session, ref: str, **fields: Any) -> Session:
    entries = (replace(each, **fields) if each.ref == ref else each for each in session.entries)
    return replace(session, entries=tuple(entries))


def test_a_party_reads_what_is_late_what_is_to_be_done_and_what_it_promised() -> None:
    letter = letters(warnsveld())["GEM"]
    assert letter.greeting == "Dear people of Gemeente,"
    assert [(part.heading, [point.ref for point in part.points]) for part in letter.parts] == [
        ("The agreed date has passed", ["A-003"]),
        ("Promised, and waiting for an approval", ["T-001"]),
    ]
    (late,), (promise,) = (part.points for part in letter.parts)
    assert late.told == (
        "Ruud Ketelaar takes care of it.",
        "It was agreed for Tuesday 9 February 2027.",
        "That is 11 days ago.",
    )
    assert "It waits for the approval of college, before Tuesday 9 February 2027." in promise.told


def test_the_dates_before_and_the_times_it_was_carried_over_are_told() -> None:
    told = " ".join(
        " ".join(point.told)
        for letter in letters(second_meeting()).values()
        for part in letter.parts
        for point in part.points
    )
    assert "It was agreed for Thursday 1 April 2027. Agreed before that: 1 March 2027." in told
    assert "Carried over 2 times." in told


def test_an_owner_with_an_address_is_spoken_to_and_not_told_who_it_is() -> None:
    session = emailed(warnsveld(), "Ruud Ketelaar", "ruud@gemeente.example")
    letter = letters(session)["GEM Ruud Ketelaar"]
    assert letter.greeting == "Dear Ruud,"
    assert letter.opening == (
        "This is still open with you from Warnsveld houdt zorg, as it stands on 20 February 2027."
    )
    assert [person.email for person in letter.to] == ["ruud@gemeente.example"]
    assert "Ruud Ketelaar" not in " ".join(letter.parts[0].points[0].told)


def test_what_is_confidential_is_no_more_than_a_number() -> None:
    found = letters(warnsveld())
    for letter in found.values():
        for told in (as_plain(letter), as_html(letter), letter.subject, letter.key):
            assert [word for word in TOLD_ONLY_IN_CONFIDENCE if word in told] == []
    assert found["ZOR"].notes == ("1 confidential action is on the closed list.",)


def test_a_promise_in_confidence_is_a_number_too() -> None:
    session = changed(warnsveld(), "T-001", sensitivity="finance", text="GEHEIM")
    letter = letters(session)["GEM"]
    assert letter.notes == ("1 confidential commitment is on the closed list.",)
    assert "GEHEIM" not in as_plain(letter)


def test_what_nobody_was_named_for_and_what_has_no_date_says_so() -> None:
    session = changed(warnsveld(), "A-003", person=None, due=None, status="busy")
    (point,) = letters(session)["GEM"].parts[0].points
    assert point.told == (
        "Nobody has been named for it yet.",
        "It is under way.",
        "No date has been agreed yet.",
    )


def test_two_series_in_one_letter_are_told_apart() -> None:
    first = warnsveld()
    other = replace(first, id="2027-01-14-eefde", series=Series(slug="eefde", title="Eefde"))
    letter = letters(first, other)["GEM"]
    assert "from Eefde and Warnsveld houdt zorg" in letter.opening
    assert [point.told[-1] for point in letter.parts[0].points] == [
        "It is from Eefde.",
        "It is from Warnsveld houdt zorg.",
    ]


def test_it_speaks_the_language_of_the_newest_meeting_unless_told() -> None:
    dutch = warnsveld()
    english = replace(
        dutch,
        id="2027-02-01-eefde",
        date=date(2027, 2, 1),
        series=Series(slug="eefde", title="Eefde"),
        language=Language.EN,
    )
    assert letters(dutch, language=None)["GEM"].language is Language.NL
    assert letters(dutch, english, language=None)["GEM"].language is Language.EN


def test_only_what_is_overdue_when_that_is_asked() -> None:
    session = changed(warnsveld(), "A-003", due=date(2027, 3, 1))
    assert [part.heading for part in letters(session, overdue=True)["GEM"].parts] == [
        "Promised, and waiting for an approval"
    ]
