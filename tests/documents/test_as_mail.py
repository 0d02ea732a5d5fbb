"""A reminder as a draft that any mail program opens."""

from datetime import date
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as but

from overleg.documents.as_mail import as_mail
from overleg.documents.reminder_points import Point
from overleg.documents.reminders import Part, Reminder
from overleg.domain.choices import Language
from overleg.domain.model import Person
from overleg.domain.text import clean

DAY = date(2027, 2, 1)
HILDE = Person(id="hilde", name="Hilde Oosterbaan", email="hilde@zorgorg.example")


def letter(text: str = "Begroting delen", name: str = "Hilde", to: tuple[Person, ...] = (HILDE,)) -> Reminder:
    return Reminder(
        language=Language.NL,
        key="ZOR",
        to=to,
        subject=f"Wat nog openstaat bij {name}",
        greeting=f"Beste {name},",
        opening="Dit staat nog open.",
        parts=(Part("Nog te doen", (Point("A-002", text, ("Afgesproken voor 28 januari 2027.",)),)),),
        notes=(),
        closing=("Met vriendelijke groet,",),
    )


def read(reminder: Reminder) -> EmailMessage:
    message = message_from_bytes(as_mail(reminder, DAY), policy=default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    return message


def subject(reminder: Reminder) -> str:
    """The subject as the standards read it; the newer reader of the library drops spaces."""
    raw = message_from_bytes(as_mail(reminder, DAY))["Subject"]
    return str(make_header(decode_header(raw))).replace("\r\n", "")


def text(message: EmailMessage, sort: str) -> str:
    body = message.get_body((sort,))
    assert body is not None
    content: str = body.get_content()
    return content.replace("\r\n", "\n")


class Words(HTMLParser):
    """The words on a page, and the names of its tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: set[str] = set()
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.words += " " if tag == "br" else ""


def test_it_is_an_unsent_draft_with_an_addressee_a_day_and_no_sender() -> None:
    message = read(letter())
    assert dict(message.items()) | {"Content-Type": ""} == {
        "Subject": "Wat nog openstaat bij Hilde",
        "To": "Hilde Oosterbaan <hilde@zorgorg.example>",
        "Date": "Mon, 01 Feb 2027 12:00:00 -0000",
        "X-Unsent": "1",
        "MIME-Version": "1.0",
        "Content-Type": "",
    }


def test_without_a_known_address_it_is_addressed_to_nobody() -> None:
    assert "To" not in read(letter(to=()))


def test_it_is_plain_text_with_the_same_as_html() -> None:
    message = read(letter())
    assert message.get_content_type() == "multipart/alternative"
    plain, page = text(message, "plain"), Words(text(message, "html"))
    assert plain == (
        "Beste Hilde,\n\nDit staat nog open.\n\nNog te doen\n\n"
        "- A-002 Begroting delen\n  Afgesproken voor 28 januari 2027.\n\nMet vriendelijke groet,\n"
    )
    assert page.words.split() == [*message["Subject"].split(), *plain.replace("- ", "").split()]


def test_it_is_the_same_byte_for_byte() -> None:
    assert as_mail(letter("één €"), DAY) == as_mail(letter("één €"), DAY)


def test_every_line_ends_as_mail_does_and_is_short() -> None:
    data = as_mail(letter("woord " * 300, "Coöperatie " * 20), DAY)
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 78


@pytest.mark.parametrize(
    "text_", ["<script>alert(1)</script>", "a < b & c > d", '"><img src=x>', "=_overleg"]
)
def test_text_is_never_markup(text_: str) -> None:
    page = Words(text(read(letter(text_)), "html"))
    assert text_ in page.words
    assert page.tags <= set("html head meta title body p h2 ul li strong br".split())


@pytest.mark.parametrize(
    "name", ["Hilde\r\nBcc: ander@elders.example", "Hilde\nX-Kwaad: 1", "Hilde\r\n\r\nMeer"]
)
def test_a_line_end_in_a_name_makes_no_header(name: str) -> None:
    message = read(letter(name=name, to=(but(HILDE, name=name),)))
    assert set(message.keys()) == {"Subject", "To", "Date", "X-Unsent", "MIME-Version", "Content-Type"}
    assert [address.addr_spec for address in message["To"].addresses] == [HILDE.email]


@given(st.text(max_size=120), st.lists(st.text(max_size=60), min_size=1, max_size=6))
def test_any_name_and_text_comes_out_as_it_was(said: str, names: list[str]) -> None:
    people = tuple(
        Person(id=str(n), name=name, email=f"p{n}@zorgorg.example") for n, name in enumerate(names)
    )
    reminder = letter(said, names[0], people)
    message = read(reminder)
    assert [address.addr_spec for address in message["To"].addresses] == [each.email for each in people]
    assert subject(reminder).strip() == clean(f"Wat nog openstaat bij {names[0]}").strip()
    assert clean(said).split() == text(message, "plain").split("A-002")[1].split("Afgesproken")[0].split()
    assert set(message.keys()) == {"Subject", "To", "Date", "X-Unsent", "MIME-Version", "Content-Type"}
