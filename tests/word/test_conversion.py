"""The documents in a word processor: what the page looks like is decided there."""

import re
import subprocess
from pathlib import Path

import pytest

from overleg.documents.catalogue import DOCUMENTS
from overleg.documents.variant import Variant
from overleg.word.render import render
from tests.documents.scenes import TOLD_ONLY_IN_CONFIDENCE, warnsveld

pytestmark = [pytest.mark.needs("soffice"), pytest.mark.needs("pdftotext")]

PAGES = {"minutes": (3, 7), "agreements": (3, 7), "actions": (1, 2)}
"""How many pages a real meeting takes, at least and at most."""


def pages(document: str, variant: Variant, folder: Path) -> list[str]:
    """The text of every page of the document as LibreOffice prints it."""
    source = folder / f"{document}.docx"
    source.write_bytes(render(DOCUMENTS[document].builder(warnsveld(), variant=variant)))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    read = ["pdftotext", "-layout", str(source.with_suffix(".pdf")), "-"]
    done = subprocess.run(read, check=True, capture_output=True, text=True, encoding="utf-8", timeout=60)
    return done.stdout.split("\f")[:-1]


@pytest.mark.parametrize("document", sorted(DOCUMENTS))
def test_a_document_becomes_pages_with_numbers(document: str, tmp_path: Path) -> None:
    printed = pages(document, Variant.OPEN, tmp_path)
    fewest, most = PAGES[document]
    assert fewest <= len(printed) <= most
    for number, page in enumerate(printed, start=1):
        assert re.search(rf"(pagina|page) {number} (van|of) {len(printed)}\b", page)
        assert re.search("CONCEPT|DRAFT", page)
    said = " ".join("".join(printed).split()).lower()
    assert [word for word in TOLD_ONLY_IN_CONFIDENCE if word.lower() in said] == []


def test_dates_and_numbers_in_columns_are_not_broken(tmp_path: Path) -> None:
    said = "".join(pages("minutes", Variant.CLOSED, tmp_path))
    for whole in ("24-02-2027", "28-01-2027", "09-02-2027", "A-001", "V-006", "T-003"):
        assert whole in said
