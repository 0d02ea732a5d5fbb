"""When and where the parties meet again."""

from overleg.documents.outline import Block, Heading, Paragraph, Text
from overleg.documents.runs import capitalised, plain, sentence
from overleg.documents.source import Source
from overleg.locale import clock


def next_meeting(source: Source) -> list[Block]:
    _ = source.gettext
    line = next_meeting_line(source)
    return [Heading(1, _("Next meeting")), Paragraph(line)] if line else []


def next_meeting_line(source: Source) -> Text:
    """``Donderdag 11 februari 2027, 19.30 uur, dorpshuis.``; nothing where no date was set."""
    upcoming = source.session.next
    if upcoming is None:
        return ()
    start = clock(upcoming.start, source.language) if upcoming.start else ""
    parts = filter(None, (source.long(upcoming.date), start, upcoming.place))
    return plain(sentence(capitalised(", ".join(parts))))
