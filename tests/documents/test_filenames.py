import re
from datetime import date
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from overleg.documents.catalogue import DOCUMENTS
from overleg.documents.filenames import calendar_name, file_name, reminder_name, series_folder
from overleg.documents.variant import Variant
from overleg.domain.choices import Language
from overleg.domain.model import Series, Session
from tests.documents.scenes import warnsveld

NL, EN = Language.NL, Language.EN


def titled(title: str, slug: str = "") -> Session:
    return replace(warnsveld(), series=Series(slug=slug, title=title))


def folder(title: str, slug: str = "") -> str:
    return file_name(titled(title, slug), "minutes", Variant.OPEN, NL)[0]


def test_a_draft_of_the_minutes() -> None:
    assert file_name(warnsveld(), "minutes", Variant.OPEN, NL) == (
        "warnsveld-houdt-zorg",
        "2027-01-14-verslag-concept",
    )


def test_the_closed_variant_says_so() -> None:
    assert file_name(warnsveld(), "minutes", Variant.CLOSED, NL)[1] == (
        "2027-01-14-verslag-concept-vertrouwelijk"
    )


def test_adopted_minutes_say_so() -> None:
    stem = file_name(warnsveld(), "minutes", Variant.OPEN, NL, adopted=True)[1]
    assert stem == "2027-01-14-verslag-vastgesteld"


def test_names_are_in_the_language_of_the_document() -> None:
    assert file_name(warnsveld(), "agreements", Variant.CLOSED, EN)[1] == (
        "2027-01-14-agreements-draft-confidential"
    )


def test_marks_are_removed() -> None:
    assert folder("'t Höltje") == "t-holtje"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("../../x", "x"),
        ("", "reeks"),
        ("…", "reeks"),
        ("李小龍", "reeks"),
        ("CON", "reeks-con"),
        ("lpt1", "reeks-lpt1"),
        ("C:\\Windows", "c-windows"),
        (".hidden", "hidden"),
    ],
)
def test_hostile_titles_give_safe_folders(title: str, expected: str) -> None:
    assert folder(title) == expected
    assert folder("Titel", slug=title) == (expected if expected != "reeks" else "titel")


def test_a_long_title_is_cut() -> None:
    assert folder("woord " * 60) == ("woord-" * 10).strip("-")


@given(st.text(), st.text(), st.sampled_from(sorted(DOCUMENTS)), st.sampled_from(list(Variant)))
def test_every_name_is_one_safe_piece_of_a_path(
    title: str, slug: str, document: str, variant: Variant
) -> None:
    for name in file_name(titled(title, slug), document, variant, NL):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
        assert len(name) <= 70
        assert not PureWindowsPath(name).is_reserved()


DAY = date(2027, 1, 14)


@pytest.mark.parametrize(
    ("reader", "expected"),
    [
        ("ZOR", "2027-01-14-herinnering-zor"),
        ("ZOR Hilde Oosterbaan-’t Höltje", "2027-01-14-herinnering-zor-hilde-oosterbaan-t-holtje"),
        ("../../x", "2027-01-14-herinnering-x"),
        ("日本", "2027-01-14-herinnering"),
        ("x" * 300, "2027-01-14-herinnering-" + "x" * 60),
    ],
)
def test_of_a_reminder(reader: str, expected: str) -> None:
    assert reminder_name(reader, DAY, NL) == expected


def test_of_a_calendar() -> None:
    assert [calendar_name(DAY, language) for language in (NL, EN)] == [
        "2027-01-14-agenda",
        "2027-01-14-calendar",
    ]


def test_the_folder_of_what_is_about_more_series_is_that_of_all() -> None:
    other = titled("Eefde", "eefde")
    assert series_folder([warnsveld(), warnsveld()]) == "warnsveld-houdt-zorg"
    assert series_folder([warnsveld(), other]) == series_folder([]) == "all"
