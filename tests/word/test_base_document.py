from pathlib import Path

from overleg.word import look
from overleg.word.package import unpacked
from tests.word.accessibility import contrast
from tests.word.audits import faults
from tests.word.packages import W, part
from tools import base_document


def base() -> bytes:
    return base_document.PRODUCT.read_bytes()


def test_it_is_what_its_script_makes() -> None:
    # The compressed bytes differ between versions of zlib; what is in them may not.
    assert unpacked(base()) == unpacked(base_document.made()), "run tools/base_document.py"


def test_it_is_valid_word() -> None:
    assert faults(Path(base_document.PRODUCT)) == []


def test_it_is_small_and_carries_nothing_of_others() -> None:
    assert len(base()) < 10_000
    assert b"python-docx" not in b"".join(unpacked(base()).values())


def test_it_is_not_opened_in_compatibility_mode() -> None:
    settings = part(base(), "word/settings.xml")
    mode = settings.find(f".//{W}compatSetting[@{W}name='compatibilityMode']")
    assert mode.get(f"{W}val") == "15"


def test_it_has_every_style_that_is_written_in() -> None:
    names = {each.get(f"{W}val") for each in part(base(), "word/styles.xml").iter(f"{W}name")}
    used = {
        *look.HEADINGS,
        *look.PARAGRAPHS.values(),
        *look.CALLOUTS.values(),
        *look.STATUS_LINES.values(),
        *look.RUNS.values(),
        *look.TONE_RUNS.values(),
        *(look.BULLET, look.NUMBERED, look.FIELD, look.HEADER, look.FOOTER),
        *(look.TABLE, look.TABLE_TO_SIGN, look.CELL, look.CELL_HEADING),
    }
    assert used - names == set()


def test_tones_can_be_told_from_their_background() -> None:
    for colours in look.TONES.values():
        assert contrast(colours.text, colours.background) >= 4.5
        assert contrast(look.MUTED, colours.background) >= 4.5
