"""How a document says that something confidential is not in it."""

from overleg.documents.outline import Block, Paragraph, ParagraphRole
from overleg.documents.runs import plain
from overleg.documents.source import Source


def left_out_note(source: Source, n: int) -> list[Block]:
    """So that nobody takes what stands here for complete; nothing where nothing is missing."""
    if not n:
        return []
    text = source.ngettext("{n} confidential item not included.", "{n} confidential items not included.", n)
    return [Paragraph(plain(text), ParagraphRole.NOTE)]
