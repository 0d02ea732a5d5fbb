from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overleg.documents.as_text import as_text
from overleg.documents.columns import shared_out, width, wrapped
from overleg.documents.minutes import minutes
from overleg.documents.outline import (
    Block,
    Bullets,
    Callout,
    CalloutKind,
    Cell,
    Column,
    Field,
    Fields,
    Heading,
    Look,
    Outline,
    Paragraph,
    Properties,
    Run,
    Table,
)
from overleg.documents.runs import plain
from overleg.documents.variant import Variant
from overleg.domain.choices import Language
from tests.documents.scenes import warnsveld

NOW = datetime(2027, 1, 14)


def printed(*blocks: Block, columns: int = 40) -> str:
    outline = Outline("T", Language.NL, Properties("T", NOW, NOW), blocks)
    return as_text(outline, columns).strip("\n")


def test_titles_and_sections_are_underlined() -> None:
    assert printed(Heading(0, "Verslag"), Heading(1, "Doel")) == "Verslag\n=======\n\nDoel\n----"


def test_a_callout_has_a_bar_on_every_line() -> None:
    callout = Callout(CalloutKind.DECISION, plain("Besluit B-001: de tuin komt er en blijft er"))
    assert printed(callout) == "| Besluit B-001: de tuin komt er en\n| blijft er"


def test_values_stand_below_each_other() -> None:
    fields = Fields((Field("Plaats", plain("Warnsveld")), Field("Datum", plain("14 januari"))))
    assert printed(fields) == "Plaats  Warnsveld\nDatum   14 januari"


def test_lists_hang() -> None:
    bullets = Bullets((plain("een twee drie vier vijf zes zeven acht negen"),), numbered=True)
    assert printed(bullets) == "1. een twee drie vier vijf zes zeven\n   acht negen"


def test_what_was_struck_out_or_is_confidential_is_seen_without_colour() -> None:
    runs = (Run("weg", Look.STRIKE), Run(" "), Run("Vertrouwelijk: geld", Look.CONFIDENTIAL))
    assert printed(Paragraph(runs)) == "~weg~ [Vertrouwelijk: geld]"


def test_wide_characters_take_two_columns() -> None:
    table = Table(
        "T",
        "",
        (Column("Naam", 1), Column("Rol", 1)),
        ((Cell((plain("李小龍"),)), Cell((plain("lid"),))), (Cell((plain("Zoë"),)), Cell((plain("lid"),)))),
    )
    lines = printed(table).splitlines()
    assert [width(line.split("lid")[0]) for line in lines[2:]] == [21, 21]


def test_control_codes_do_not_reach_a_terminal() -> None:
    assert printed(Paragraph(plain("a\x1b[31mb\x07c"))) == "abc"


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
def test_no_line_is_wider_than_asked(columns: int) -> None:
    text = as_text(minutes(warnsveld(), variant=Variant.CLOSED), columns)
    assert max(width(line) for line in text.splitlines()) <= columns


def test_a_word_too_long_is_cut_behind_its_hyphen() -> None:
    assert wrapped("de oud-wijkverpleegkundige", 20) == ["de", "oud-", "wijkverpleegkundige"]


@given(st.text(), st.integers(2, 40))
def test_wrapping_keeps_every_character_within_the_columns(text: str, columns: int) -> None:
    lines = wrapped(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= columns for line in lines)


@given(
    st.lists(st.tuples(st.integers(1, 50), st.integers(1, 30)), min_size=1, max_size=6), st.integers(20, 100)
)
def test_columns_fill_no_more_than_there_is(columns: list[tuple[int, int]], available: int) -> None:
    shares, needs = zip(*columns, strict=True)
    widths = shared_out(available, shares, needs)
    assert sum(widths) <= available
    assert min(widths) >= 1
