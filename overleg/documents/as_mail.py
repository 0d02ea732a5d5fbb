"""A reminder as a draft for a mail program: plain text, and the same as simple HTML.

The same reminder gives the same bytes: what the standard library would draw by lot is set here.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape

from overleg.documents.columns import wrapped
from overleg.documents.reminders import Reminder
from overleg.domain.text import clean

_BOUNDARY = "=_overleg"
"""Never within a text: quoted-printable writes an equals sign as ``=3D``."""

_NOON = time(12)
"""Without a zone it is written as that of Greenwich, where noon is still the same day all over Europe."""

_PLAIN = re.compile("[A-Za-z0-9 -]{0,50}")
"""What stands in any header as it is, a name before an address as well."""

_COLUMNS = 72
_INDENT = "  "


def as_mail(reminder: Reminder, day: date) -> bytes:
    """The draft, of that day, as the bytes of an ``.eml`` file; mail programs open it unsent.

    It is addressed to the people whose address is known, and says nothing of who sends it.
    """
    body = EmailMessage(SMTP)
    body.set_content(as_plain(reminder), cte="quoted-printable")
    body.add_alternative(as_html(reminder), subtype="html", cte="quoted-printable")
    body.set_boundary(_BOUNDARY)
    head = "".join(f"{name}: {value}\r\n" for name, value in _head(reminder, day))
    return head.encode("ascii") + body.as_bytes()


def _head(reminder: Reminder, day: date) -> Iterator[tuple[str, str]]:
    yield "Subject", _encoded(reminder.subject)
    if reminder.to:
        yield "To", ",\r\n ".join(f"{_encoded(person.name)} <{person.email}>" for person in reminder.to)
    yield "Date", format_datetime(datetime.combine(day, _NOON))
    yield "X-Unsent", "1"


def _encoded(text: str) -> str:
    """Text as a header may hold it, on one line or folded.

    The headers of `EmailMessage` lose a space where they fold text that is not ASCII.
    """
    text = clean(text)
    charset = None if _PLAIN.fullmatch(text) else "utf-8"
    return Header(text, charset, maxlinelen=_COLUMNS, header_name="Subject").encode(linesep="\r\n")


def as_plain(reminder: Reminder) -> str:
    """The letter as plain text in short lines."""
    return "\n".join(_plain(reminder)) + "\n"


def as_html(reminder: Reminder) -> str:
    """The letter as a page that leaves fonts and colours to who reads it."""
    return "\n".join(_html(reminder)) + "\n"


def _plain(reminder: Reminder) -> Iterator[str]:
    yield from (clean(reminder.greeting), "")
    yield from wrapped(clean(reminder.opening), _COLUMNS)
    for part in reminder.parts:
        yield from ("", part.heading)
        for point in part.points:
            yield ""
            yield from _hanging(f"{point.ref}  {point.text}", "- ")
            yield from _hanging(" ".join(point.told), _INDENT)
    for paragraph in (*reminder.notes, *reminder.closing):
        yield ""
        yield from wrapped(clean(paragraph), _COLUMNS)


def _hanging(text: str, before: str) -> Iterator[str]:
    """A text behind a bullet, its other lines as far in."""
    for line in wrapped(clean(text), _COLUMNS - len(_INDENT)):
        yield before + line
        before = _INDENT


def _html(reminder: Reminder) -> Iterator[str]:
    yield f'<!DOCTYPE html>\n<html lang="{reminder.language}">'
    yield f'<head><meta charset="utf-8"><title>{_safe(reminder.subject)}</title></head>\n<body>'
    yield f"<p>{_safe(reminder.greeting)}</p>\n<p>{_safe(reminder.opening)}</p>"
    for part in reminder.parts:
        yield f"<h2>{_safe(part.heading)}</h2>\n<ul>"
        for point in part.points:
            told = _safe(" ".join(point.told))
            yield f"<li><strong>{_safe(point.ref)}</strong> {_safe(point.text)}<br>{told}</li>"
        yield "</ul>"
    yield from (f"<p>{_safe(text)}</p>" for text in (*reminder.notes, *reminder.closing))
    yield "</body>\n</html>"


def _safe(text: str) -> str:
    return escape(clean(text))
