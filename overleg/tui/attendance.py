"""Whether a person is at the meeting, and since when, in words."""

from overleg.domain.choices import AttendanceStatus, Language
from overleg.domain.model import Attendance, Session
from overleg.domain.table_words import ATTENDANCE
from overleg.errors import Message
from overleg.locale import clock, say


def attendance_of(session: Session, person: str) -> Attendance:
    """What was recorded of somebody's attendance; of whom nothing was, is present."""
    known = next((each for each in session.attendance if each.person == person), None)
    return known or Attendance(person=person, status=AttendanceStatus.PRESENT)


def attendance_words(attendance: Attendance, language: Language) -> str:
    """``present from 19:45 until 21:00``, ``absent with notice``"""
    status = ATTENDANCE[attendance.status][language]
    if attendance.status is not AttendanceStatus.PARTIAL:
        return status
    came, left = attendance.from_time, attendance.until
    times = {
        "came": clock(came, language) if came else "",
        "left": clock(left, language) if left else "",
    }
    if came and left:
        return say(Message("from {came} until {left}", **times), language)
    if came:
        return say(Message("from {came}", **times), language)
    return say(Message("until {left}", **times), language) if left else status
