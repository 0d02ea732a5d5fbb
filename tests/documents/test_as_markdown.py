from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from overleg.documents.as_markdown import as_markdown, escaped
from overleg.documents.minutes import minutes
from overleg.documents.outline import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Look,
    Outline,
    Paragraph,
    ParagraphRole,
    Properties,
    Run,
    Table,
)
from overleg.documents.runs import bold, joined, plain
from overleg.documents.variant import Variant
from overleg.domain.choices import Language
from overleg.domain.text import clean
from tests.documents.scenes import warnsveld

NOW = datetime(2027, 1, 14)
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def printed(*blocks: Block) -> str:
    return as_markdown(Outline("T", Language.NL, Properties("T", NOW, NOW), blocks)).strip()


def shown(markdown: str) -> str:
    """The text that a reader of Markdown shows."""
    tokens = [token for token in READER.parse(markdown) if token.type == "inline"]
    return "".join(
        child.content for token in tokens for child in token.children or () if child.type == "text"
    )


def test_blocks_become_their_marks() -> None:
    assert printed(
        Heading(0, "Verslag"),
        Paragraph(joined(bold("Let op:"), plain("concept"))),
        Bullets((plain("een"), plain("twee")), numbered=True),
        Paragraph(plain("Gemeente"), ParagraphRole.LEAD),
        Table("T", "", (Column("Nr", 1), Column("Wat", 2)), ((Cell((plain("A-1"),)), Cell((plain("x"),))),)),
    ) == (
        "# Verslag\n\n**Let op:** concept\n\n1. een\n2. twee\n\n**Gemeente**\n\n"
        "| Nr | Wat |\n| --- | --- |\n| A-1 | x |"
    )


@pytest.mark.parametrize(
    "typed",
    [
        "# geen kop",
        "- geen lijst",
        "1. geen lijst",
        "1) geen lijst",
        "> geen citaat",
        "    geen code",
        "``` geen code",
        "---",
        "===",
        "**niet vet** _niet schuin_ ~~niet weg~~",
        "[geen](link) ![geen](beeld) <http://a.nl>",
        "<script>alert(1)</script> &amp; <!-- weg -->",
        "| geen | tabel |",
        r"al \* ontsnapt \\",
        "[x]: http://a.nl",
    ],
)
def test_typed_text_is_shown_as_it_was_typed(typed: str) -> None:
    assert shown(escaped(typed)) == typed.strip()


@given(st.text())
def test_no_text_becomes_markup(text: str) -> None:
    kinds = {
        child.type
        for token in READER.parse(escaped(text))
        if token.type == "inline"
        for child in token.children or ()
    }
    assert kinds <= {"text"}
    assert "".join(shown(escaped(text)).split()) == "".join(clean(text).split())


@given(st.text(min_size=1).filter(lambda text: clean(text).strip()))
def test_a_bold_label_stays_bold_whatever_it_holds(text: str) -> None:
    tokens = READER.parse(printed(Bullets((joined((Run(text, Look.BOLD),), plain("daarna")),))))
    inline = next(token for token in tokens if token.type == "inline")
    assert [child.type for child in inline.children or ()].count("strong_open") == 1


def test_a_pipe_does_not_make_another_column() -> None:
    row = (Cell((plain("a | b"), plain("c"))), Cell((plain("d"),)))
    markdown = printed(Table("T", "", (Column("Nr", 1), Column("Wat", 2)), (row,)))
    assert [token.type for token in READER.parse(markdown)].count("td_open") == 2
    assert "a \\| b<br>c" in markdown


def test_markdown_says_what_the_outline_says() -> None:
    markdown = as_markdown(minutes(warnsveld(), variant=Variant.OPEN, language=Language.EN))
    assert "### 3\\. Open kaart" in markdown
    assert "- **Decision B-001:** Werkgroep van drie maakt voor 1 april een plan" in markdown
