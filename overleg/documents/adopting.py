"""What the meeting that adopts minutes did with them: the changes, and when and where they were adopted."""

from overleg.documents.outline import Block, Bullets, Paragraph, Text
from overleg.documents.runs import bold, joined, plain, sentence
from overleg.documents.source import Source
from overleg.documents.wording import confidential_word
from overleg.domain.adoption import adopted_on
from overleg.domain.choices import Language
from overleg.domain.model import Correction, Header, Session
from overleg.errors import Message
from overleg.locale import plain_date, say


def corrections(source: Source) -> list[Block]:
    """The changes to the minutes that this meeting adopts, each on its line, and how many are not told."""
    adoption = source.session.adopts
    blocks: list[Block] = []
    if adoption is not None and adoption.corrections:
        blocks.append(Bullets(tuple(_correction(source, each) for each in adoption.corrections)))
    if hidden := source.disclosure.corrections_left_out:
        blocks.append(Paragraph(plain(left_out_corrections(source, hidden))))
    return blocks


def left_out_corrections(source: Source, n: int) -> str:
    return source.ngettext(
        "{n} change to a confidential item is not included.",
        "{n} changes to confidential items are not included.",
        n,
    )


def number_of_corrections(source: Source) -> int:
    """How many changes this meeting made, those that may not be told among them."""
    adoption = source.session.adopts
    return source.disclosure.corrections_left_out + (len(adoption.corrections) if adoption else 0)


def adopted_line(source: Source) -> str:
    """At which meeting the minutes were adopted, on which day, and where that was held."""
    meeting = adopting_meeting(source.session, source.language)
    return source.gettext("Adopted at {meeting}.").format(meeting=meeting)


def adopting_meeting(later: Header, language: Language) -> str:
    """The meeting that adopts, with its day and its place: ``meeting 2, 11 March 2027 (De Schakel)``."""
    number, day = later.number, plain_date(adopted_on(later), language)
    if not later.place:
        return say(Message("meeting {number}, {date}", number=number, date=day), language)
    place = later.place
    return say(Message("meeting {number}, {date} ({place})", number=number, date=day, place=place), language)


def adoption_state(session: Session, language: Language) -> str:
    """How the minutes of last time stand in this meeting; empty in the first of a series."""
    if session.adopts is None:
        return ""
    if session.adopts.at is None:
        return say(Message("not adopted yet"), language)
    return say(Message("adopted at {meeting}", meeting=adopting_meeting(session, language)), language)


def _correction(source: Source, correction: Correction) -> Text:
    who = bold(f"{source.party(correction.party)}:") if correction.party else ()
    mark = confidential_word(source, correction.sensitivity)
    return joined(who, plain(_change(source, correction)), plain(sentence(mark)) if mark else ())


def _change(source: Source, correction: Correction) -> str:
    """What became what, and where; a change told in free words as it was told."""
    _ = source.gettext
    where, old, new = correction.where, correction.old, correction.new
    if old and new and where:
        return _("{where}: ‘{old}’ becomes ‘{new}’.").format(where=where, old=old, new=new)
    if old and new:
        return _("‘{old}’ becomes ‘{new}’.").format(old=old, new=new)
    if old and where:
        return _("{where}: ‘{old}’ is taken out.").format(where=where, old=old)
    if old:
        return _("‘{old}’ is taken out.").format(old=old)
    return sentence(": ".join(filter(None, (where, new))))
