"""What opens as a session, what is refused, and in which words."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from msgspec.structs import replace as but

from overleg.domain.choices import EndorsementValue
from overleg.domain.model import FORMAT, Endorsement, HistoryLine, Session
from overleg.domain.text import clean as cleaned
from overleg.store import layout
from overleg.store.decoding import contents_of, read_session
from overleg.store.unreadable import NewerFormat, Unreadable
from tests.store.sessions import NAME, NOW, a_session

Tables = dict[str, Any]


def bytes_of(session: Session) -> bytes:
    return b"".join(layout.file_of(contents_of(session).lines))


DATA = bytes_of(a_session())


def changed(change: Callable[[Tables], object]) -> bytes:
    """The file after somebody has changed something in it by hand."""
    tables = json.loads(DATA)
    change(tables)
    return json.dumps(tables, indent=1).encode()


def with_value(place: str, value: object) -> bytes:
    """The file with another value in a place such as ``entries.2.due``; `GONE` for none at all."""

    def change(tables: Tables) -> None:
        *above, name = place.split(".")
        for each in above:
            tables = tables.setdefault(each, {})
        if value is GONE:
            del tables[name]
        else:
            tables[name] = value

    return changed(change)


GONE = object()


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read_session(data, NAME)
    return str(refused.value.clause)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is empty"),
        (b" \r\n", "it is empty"),
        (b"\xef\xbb\xbf", "it is empty"),
        (b"null", "it is no session of overleg"),
        (b"[]", "it is no session of overleg"),
        (b"{}", "it is no session of overleg"),
        (b'{"name": "x"}', "it is no session of overleg"),
        (b'{"_default": {"1": {"a": 1}}}', "it is no session of overleg"),
        (DATA[:-4], "it breaks off in line 20; the rest is gone"),
        (DATA[: len(DATA) // 2], "it breaks off in line 8; the rest is gone"),
        (b"\0" * 4096, "there are zeros in it where text should be"),
        (DATA[:100] + b"\0" * 100, "there are zeros in it where text should be"),
        (DATA.decode().encode("latin-1"), "its text is not in UTF-8"),
        (DATA.decode().encode("utf-16"), "its text is not in UTF-8"),
        (b"[" * 100_000, "its values lie too deep inside one another"),
        (b'{"a":' * 100_000, "its values lie too deep inside one another"),
        (b'{"a": 1e999}', "1e999 is no number"),
        (b'{"a": -1e999}', "-1e999 is no number"),
        (b'{"a": NaN}', "NaN is no number"),
        (b'{"a": -Infinity}', "-Infinity is no number"),
        (b'{"a": ' + b"9" * 5000 + b"}", "it holds a number without end"),
        (DATA.replace(b'"revision":0', b"revision:0"), "it is no valid JSON from line 3, position 46"),
        (DATA + b"x", "it is no valid JSON from line 22, position 1"),
    ],
)
def test_what_is_no_session_is_refused(data: bytes, words: str) -> None:
    assert refusal(data) == words


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        ("session.1.format", 0, "session: format: it is no number of a format"),
        ("session.1.format", GONE, "session: format: it is no number of a format"),
        ("session.1.format", True, "session: format: it is no number of a format"),
        ("session.2", {}, "session: there must be just one record, with id 1"),
        ("session.1.date", "2027-02-30", "session: date: it is no date or moment"),
        ("session.1.start", "25:00", "session: start: it is not a value that can stand there"),
        ("session.1.place", 7, "session: place: it must be str and is int"),
        ("session.1.language", "de", "session: language: it is none of the values"),
        ("session.1.counters", {"x": 1}, "session: counters: it is none of the values"),
        ("session.1.secret", 1, 'session: there is no field "secret"'),
        ("session.1.series", {"slug": "x"}, 'session: series: the field "title" is not there'),
        ("session.1.chair", "piet", 'session: chair: "piet" is not on the list of people'),
        ("parties", [], "parties: it is no table"),
        ("parties.x", {}, 'parties: the id "x" is no whole number'),
        ("parties.01", {}, 'parties: the id "01" is no whole number'),
        ("parties.²", {}, 'parties: the id "²" is no whole number'),
        ("parties.1", 3, 'parties "1": it is no record'),
        ("parties.1.id", GONE, 'parties "1": the field "id" is not there'),
        ("parties.2.code", "gem", 'parties: the code "GEM" is there more than once'),
        ("people.1.party", "X", 'people "bep": party: there is no party "X" at this table'),
        ("attendance.1.person", "X", 'attendance "X": person: "X" is not on the list of people'),
        ("wishes.1.x", 1, "wishes: there is no such table"),
        ("entries.2.due", "soon", 'entries "A-002": due: it is no date or moment'),
        ("entries.2.due", 3, 'entries "A-002": due: it must be date | null and is int'),
        ("entries.2.kind", "poem", 'entries "A-002": kind: it is none of the values'),
        ("entries.2.kind", GONE, 'entries "A-002": the field "kind" is not there'),
        ("entries.2.horizon", "", 'entries "A-002": there is no field "horizon"'),
        ("entries.2.text", GONE, 'entries "A-002": the field "text" is not there'),
        ("entries.2.text", [[[[]]]], 'entries "A-002": text: it must be str and is array'),
        ("entries.2.links", [{"ref": "x", "type": "q"}], 'entries "A-002": links[0].type: it is none'),
        ("entries.2.parties", ["X"], 'entries "A-002": parties: there is no party "X" at this table'),
        ("entries.2.status", "asleep", 'entries "A-002": status: this kind of entry has no such state'),
        ("entries.2.ref", "A-001", 'entries "A-001": it is there more than once'),
        ("entries.2.ref", "A-003", "session: counters: action: it is lower than A-003"),
        ("entries.2.ref", "B-002", 'entries "B-002": ref: this is no number of an entry of this kind'),
        ("entries.2.created_at", "2027-01-14T19:30:00Z", 'entries "A-002": created_at'),
    ],
)
def test_what_was_changed_for_the_worse_is_refused_with_its_place(
    place: str, value: object, words: str
) -> None:
    assert words in refusal(with_value(place, value))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b'"due":', b'"due":"2027-01-01","due":', 'entries "A-001": "due" is there more than once'),
        (b'"2": {"kind"', b'"1": {"kind"', 'entries: "1" is there more than once'),
        (b'"people":', b'"parties":', '"parties" is there more than once'),
        (b'"slug":"warnsveld"', b'"slug":"x","slug":"y"', 'session: series: "slug" is there more than once'),
    ],
)
def test_a_name_that_is_there_twice_is_refused(old: bytes, new: bytes, words: str) -> None:
    assert refusal(DATA.replace(old, new, 1)) == words


def test_a_file_of_a_newer_overleg_is_told_apart() -> None:
    data = with_value("session.1.format", FORMAT + 1).replace(b'"place"', b'"plaats"')
    with pytest.raises(
        NewerFormat, match=f"newer overleg .format {FORMAT + 1}; this one reads up to {FORMAT}"
    ):
        read_session(data, NAME)


def test_a_refusal_does_not_repeat_what_people_said() -> None:
    said = "Het tekort is 410.000 euro"
    for field in ("status", "due", "links"):
        assert said not in refusal(with_value(f"entries.2.{field}", said))


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + DATA,
        DATA.replace(b"\n", b"\r\n"),
        json.dumps(json.loads(DATA)).encode(),
        json.dumps(json.loads(DATA), indent=4, ensure_ascii=False).encode(),
        with_value("_default", {}),
    ],
    ids=["byte order mark", "CRLF", "escapes", "indented", "an empty table"],
)
def test_the_same_written_in_another_way_opens_as_the_same(data: bytes) -> None:
    assert read_session(data, NAME) == read_session(DATA, NAME)


def test_ids_and_order_are_those_of_the_file() -> None:
    tables = json.loads(DATA)
    tables["entries"] = {"7": tables["entries"]["2"], "3": tables["entries"]["1"]}
    contents = read_session(json.dumps(tables).encode(), NAME)
    assert [entry.ref for entry in contents.session.entries] == ["A-002", "A-001"]
    assert list(contents.lines["entries"]) == [7, 3]


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("\x1b[2Jweg", "weg"),
        ("a\x9b31mb", "a31mb"),
        ("met\nregels\ten", "met regels en"),
        ("\u202egpj.exe", "gpj.exe"),
        ("Zoe\u0308", "Zoë"),
        ("half \ud800", "half "),
        ("prijs\xa0€ 5 – ‘ja’", "prijs\xa0€ 5 – ‘ja’"),
    ],
)
def test_text_that_somebody_put_in_a_file_is_cleaned(typed: str, clean: str) -> None:
    session = read_session(with_value("entries.1.text", typed), NAME).session
    assert session.entries[0].text == clean


@pytest.mark.parametrize("typed", ["a\x9b31mb", "\u202egpj.exe", "Zoe\u0308", "\x7f", "\\u0007"])
def test_text_that_is_not_clean_is_found_in_a_file_of_our_own_too(typed: str) -> None:
    data = DATA.replace("Eén afspraak voor de brink 1".encode(), typed.encode())
    text = read_session(data, NAME).session.entries[0].text
    assert text == cleaned(typed.replace("\\u0007", "\x07"))


def test_a_session_is_known_by_the_name_of_its_file() -> None:
    at = datetime(2027, 1, 14, 20)
    first, second = a_session().entries
    entry = but(
        first,
        endorsements=(
            Endorsement(party="GEM", value=EndorsementValue.YES, session=NAME, at=at),
            Endorsement(party="ZOR", value=EndorsementValue.YES, session="earlier", at=at),
        ),
        history=(HistoryLine(session=NAME, at=at, field="status"),),
    )
    session = but(a_session(), entries=(entry, but(second, born_in="earlier")))
    copy = read_session(bytes_of(session), "a copy").session
    assert copy.id == "a copy"
    assert [each.born_in for each in copy.entries] == ["a copy", "earlier"]
    assert [each.session for each in copy.entries[0].endorsements] == ["a copy", "earlier"]
    assert copy.entries[0].history[0].session == "a copy"


def test_the_records_of_a_copy_are_those_of_the_copy() -> None:
    contents = read_session(DATA, "a copy")
    assert read_session(b"".join(layout.file_of(contents.lines)), "a copy") == contents


def test_moments_are_kept_to_the_microsecond() -> None:
    at = NOW.replace(microsecond=123456)
    session = but(a_session(), started_at=at)
    assert read_session(bytes_of(session), NAME).session.started_at == at
