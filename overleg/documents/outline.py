"""What a document says, as data: headings, paragraphs, lists and tables, in reading order.

An outline knows nothing of Word, text files or colours. Text is only ever text: how a stretch of it
looks is said by the look of its run, never by marks within it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from overleg.domain.choices import Language


class Look(StrEnum):
    """What a stretch of text is; each way of printing gives it its own appearance."""

    PLAIN = "plain"
    BOLD = "bold"
    REF = "ref"
    STRIKE = "strike"
    MUTED = "muted"
    CONFIDENTIAL = "confidential"


class Tone(StrEnum):
    """How far something is; always said in words as well."""

    OPEN = "open"
    BUSY = "busy"
    DONE = "done"
    OVERDUE = "overdue"
    DROPPED = "dropped"


class ParagraphRole(StrEnum):
    BODY = "body"
    SUBTITLE = "subtitle"
    INTRODUCTION = "introduction"
    """What an item is about, small, above what was said; never the last thing on a page."""
    LEAD = "lead"
    """A few words above the lines that belong to them; never the last thing on a page."""
    NOTE = "note"
    """A remark, small, on what stands above it; never the first thing on a page."""


class CalloutKind(StrEnum):
    DECISION = "decision"
    AGREEMENT = "agreement"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    look: Look = Look.PLAIN


Text = tuple[Run, ...]
"""A line of text as its runs; `overleg.documents.runs` makes them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the title of the document is level 0, its sections are level 1."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Text
    role: ParagraphRole = ParagraphRole.BODY


@dataclass(frozen=True, slots=True)
class Field:
    label: str
    value: Text


@dataclass(frozen=True, slots=True)
class Fields:
    """Particulars: a label and a value on every line."""

    rows: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Text, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column and its share of the width; shares are relative to each other."""

    heading: str
    share: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One or more lines; a cell is never empty, what is not known is a dash."""

    lines: tuple[Text, ...]
    tone: Tone | None = None


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one heading row; `title` and `description` say what it is to who cannot see it.

    In a table to be signed the rows are high enough to write in, and stay together on a page.
    """

    title: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    to_sign: bool = False


@dataclass(frozen=True, slots=True)
class StatusLine:
    """What this document is worth: a draft, adopted, confidential, an exercise."""

    runs: Text
    tone: Tone


@dataclass(frozen=True, slots=True)
class Callout:
    """A decision, agreement or action, set apart from what led to it."""

    kind: CalloutKind
    runs: Text


Block = Heading | Paragraph | Fields | Bullets | Table | StatusLine | Callout


def section(heading: Heading, *contents: Block) -> list[Block]:
    """A heading with its contents; without contents no section, and no heading."""
    return [heading, *contents] if contents else []


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself; moments are naive local time."""

    title: str
    created: datetime
    modified: datetime
    subject: str = ""
    author: str = ""
    category: str = ""
    status: str = ""
    identifier: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Margin:
    """The line at the head or the foot of every page."""

    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole document; `page` is the text with ``{page}`` and ``{pages}`` at the foot of each page."""

    title: str
    language: Language
    properties: Properties
    blocks: tuple[Block, ...]
    header: Margin = field(default_factory=Margin)
    footer: str = ""
    page: str = "{page} / {pages}"
    landscape: bool = False
