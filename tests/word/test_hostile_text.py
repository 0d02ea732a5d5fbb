import re
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from overleg.documents.catalogue import DOCUMENTS
from overleg.documents.outline import Heading, Outline, Properties
from overleg.documents.variant import Variant
from overleg.domain.choices import Language
from overleg.domain.model import (
    Action,
    AgendaItem,
    Decision,
    Note,
    Party,
    Person,
    Series,
    Session,
)
from overleg.domain.text import clean
from overleg.word.render import render
from tests.word.accessibility import findings
from tests.word.audits import faults
from tests.word.packages import body, text_of, texts

NOW = datetime(2027, 1, 14, 20, 0)
HOSTILE = {
    "control characters": "a\x00b\x07c\x1bd\x7fe\x85f",
    "terminal sequences": "rood \x1b[31mrood\x1b[0m \x1b]52;c;ZXZpbA==\x07",
    "a lone surrogate": "half \ud83d teken",
    "no characters": "einde \ufffe\uffff",
    "direction overrides": "txt.\u202eexe",
    "the end of a section of characters": "]]> en <![CDATA[",
    "markup": "<w:p/><b>vet</b> & \"en\" 'zo' &amp; &#0;",
    "markup of others": "[/b] [@click=app.quit]x[/] **vet** `code` {x} {0} %s",
    "a field": "PAGE {PAGE} { HYPERLINK http://a.nl }",
    "ten thousand characters": "abcde fghi " * 909 + "x",
    "one long word": "x" * 10_000,
    "many lines": "een\ntwee\r\ndrie\tvier\u2028vijf",
    "spaces": "  veel   spaties  ",
    "wide and far": "李小龍 🙂 Zoë Zoe\u0308 \U0001f469\u200d\U0001f4bb \U0010fffd عربي",
    "nothing": "",
}


def session(text: str) -> Session:
    """A session with that text in every place where somebody types."""
    common: dict[str, Any] = {"born_in": "s", "created_at": NOW, "text": text, "parties": ("p",), "item": "i"}
    return Session(
        id="s",
        series=Series(slug="s", title=text, area=text),
        title=text,
        date=date(2027, 1, 14),
        place=text,
        chair="h",
        case_text=text,
        words={text: text},
        parties=(Party(id="p", code="PAR", name=text, constituency=text),),
        people=(Person(id="h", name=text, party="p", function=text, mandate_body=text),),
        agenda=(AgendaItem(id="i", title=text, prompt=text),),
        entries=(
            Note(ref="N-001", detail=text, **common),
            Action(ref="A-001", owner=text, status="open", **common),
            Decision(ref="B-001", status="taken", **common),
        ),
    )


def printable(text: str) -> str:
    """The characters of a text that are to be seen, without its spaces and without a full stop at its end."""
    return re.sub(r"\s+", "", clean(text)).rstrip(".")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("document", sorted(DOCUMENTS))
def test_hostile_text_gives_a_valid_document_and_loses_no_character(
    document: str, text: str, tmp_path: Path
) -> None:
    package = render(DOCUMENTS[document].builder(session(text), variant=Variant.CLOSED))
    path = tmp_path / "hostile.docx"
    path.write_bytes(package)
    assert faults(path) == []
    docx.Document(BytesIO(package))
    said = re.sub(r"\s+", "", text_of(body(package)))
    assert printable(text) in said


@pytest.mark.parametrize("text", [text for text in HOSTILE.values() if text.strip()])
def test_hostile_text_keeps_a_document_readable_by_everybody(text: str) -> None:
    package = render(DOCUMENTS["minutes"].builder(session(text), variant=Variant.OPEN))
    assert findings(package) == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.characters()))
def test_any_text_arrives_whole(text: str) -> None:
    outline = Outline("T", Language.NL, Properties(text, NOW, NOW), (Heading(0, f"[{text}]"),))
    assert texts(render(outline)) == [clean(f"[{text}]")]


def test_a_language_that_was_never_meant_changes_nothing_about_what_was_said() -> None:
    text = HOSTILE["wide and far"]
    outline = DOCUMENTS["minutes"].builder(replace(session(text), language=Language.EN), variant=Variant.OPEN)
    assert printable(text) in re.sub(r"\s+", "", text_of(body(render(outline))))
