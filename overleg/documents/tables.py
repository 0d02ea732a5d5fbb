"""Cells and rows as documents fill them."""

from overleg.documents.entries import said
from overleg.documents.marks import mark
from overleg.documents.outline import Cell, Text, Tone
from overleg.documents.runs import joined, muted, plain, ref
from overleg.documents.source import NOTHING, Source
from overleg.domain.model import AnyEntry


def number_cell(entry: AnyEntry) -> Cell:
    """The number people point at, and by which a list is read back."""
    return Cell((ref(entry.ref),))


def text_cell(text: str, tone: Tone | None = None) -> Cell:
    return Cell((plain(text or NOTHING),), tone)


def lines_cell(*lines: Text, tone: Tone | None = None) -> Cell:
    """The lines that say something; a dash where none does."""
    return Cell(tuple(line for line in lines if line) or (plain(NOTHING),), tone)


def said_cell(source: Source, entry: AnyEntry, *notes: str) -> Cell:
    """What was said, with its mark, and smaller what should be known beside it."""
    line = joined(mark(source, entry.sensitivity), said(entry))
    return Cell((line or plain(NOTHING), *(muted(note) for note in notes if note)))
