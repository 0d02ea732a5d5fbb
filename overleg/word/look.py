"""How our Word documents look: colours, sizes and the names of the styles.

Every text colour stands against its background by at least 4.5 to 1, and no text is under 9 points;
the tests of the documents measure both.
"""

from dataclasses import dataclass

from overleg.documents.outline import CalloutKind, Look, ParagraphRole, Tone

TEXT = "1A1A1A"
PRIMARY = "1B4965"
TINT = "E6EEF3"
MUTED = "4A5560"
RULE = "768C99"
ACTION = "1E6B34"

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
"""A4 in twentieths of a point, as are the margins."""
MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM = 1134, 1417, 1247


@dataclass(frozen=True, slots=True)
class Colours:
    text: str
    background: str


TONES: dict[Tone, Colours] = {
    Tone.OPEN: Colours("1F3A5F", "E3ECF7"),
    Tone.BUSY: Colours("5C3600", "FFF1D6"),
    Tone.DONE: Colours("14532D", "E3F4E6"),
    Tone.OVERDUE: Colours("7F1D1D", "FDE7E7"),
    Tone.DROPPED: Colours("3D3D3D", "EDEDED"),
}

HEADINGS = ("Title", "heading 1", "heading 2", "heading 3")
PARAGRAPHS: dict[ParagraphRole, str] = {
    ParagraphRole.BODY: "Body Text",
    ParagraphRole.SUBTITLE: "Subtitle",
    ParagraphRole.INTRODUCTION: "Overleg Introduction",
    ParagraphRole.LEAD: "Overleg Lead",
    ParagraphRole.NOTE: "Overleg Note",
}
CALLOUTS: dict[CalloutKind, str] = {
    CalloutKind.DECISION: "Overleg Decision",
    CalloutKind.AGREEMENT: "Overleg Agreement",
    CalloutKind.ACTION: "Overleg Action",
}
STATUS_LINES: dict[Tone, str] = {tone: f"Overleg Status {tone.value}" for tone in Tone}
RUNS: dict[Look, str] = {
    Look.BOLD: "Strong",
    Look.REF: "Overleg Ref",
    Look.STRIKE: "Overleg Struck",
    Look.MUTED: "Overleg Muted",
    Look.CONFIDENTIAL: "Overleg Confidential",
}
TONE_RUNS: dict[Tone, str] = {tone: f"Overleg {tone.value}" for tone in Tone}
BULLET, NUMBERED = "List Bullet", "List Number"
FIELD, HEADER, FOOTER = "Overleg Field", "header", "footer"
TABLE, TABLE_TO_SIGN = "Overleg Table", "Overleg Signatures"
CELL, CELL_HEADING = "Overleg Cell", "Overleg Cell Heading"
"""Styles by their name, which is the same in every language of Word; their ids are not."""
