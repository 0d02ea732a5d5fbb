"""The minutes of a meeting."""

from datetime import date

from overleg.documents.actions import action_list
from overleg.documents.adopting import adopted_line, number_of_corrections
from overleg.documents.agenda import minutes_by_item
from overleg.documents.attendance import attendance
from overleg.documents.closing import adoption, parked, words
from overleg.documents.commitments import commitment_list
from overleg.documents.decisions import decision_list
from overleg.documents.expectations import expectations
from overleg.documents.front import Front, meeting_title, outline, particulars
from overleg.documents.glance import at_a_glance
from overleg.documents.goals import boundaries, goals, roles
from overleg.documents.next_meeting import next_meeting
from overleg.documents.outline import Block, Heading, Outline, Text, section
from overleg.documents.previous import previous_minutes
from overleg.documents.runs import bold, joined, plain
from overleg.documents.source import Source, source_of
from overleg.documents.variant import Variant
from overleg.domain.choices import Language
from overleg.domain.model import Session


def minutes(
    session: Session,
    *,
    variant: Variant,
    language: Language | None = None,
    today: date | None = None,
    adopted_in: Session | None = None,
) -> Outline:
    """The minutes as an outline, in the language of the session unless told.

    They are a draft unless `adopted_in` is the later session that adopted them, of which only what the
    variant may tell is told. `today` decides what
    is overdue; without it that is seen from the day of the meeting.
    """
    source = source_of(session, variant, language, today, adopted_in)
    return outline(source, _front(source), [block for build in _SECTIONS for block in build(source)])


def _front(source: Source) -> Front:
    _ = source.gettext
    session = source.session
    subtitle = _("{series}, meeting {number}, {date}").format(
        series=session.series.title, number=session.number, date=source.long(session.date)
    )
    return Front(
        kind=_("Minutes"),
        title=_("Minutes {meeting}").format(meeting=meeting_title(session)),
        subtitle=subtitle,
        status=_status(source),
        adopted=source.adopted_in is not None,
    )


def _status(source: Source) -> Text:
    _ = source.gettext
    if source.adopted_in is not None:
        return _adopted_status(source.adopted_in)
    secretary = source.person(source.session.secretary)
    ask = _("Please send changes to {person}.").format(person=secretary) if secretary else ""
    return joined(bold(_("Draft minutes.")), plain(_("Not adopted yet.")), plain(ask))


def _adopted_status(adopting: Source) -> Text:
    """That they are adopted, where, and that there are changes, which stand at the end."""
    _ = adopting.gettext
    n = number_of_corrections(adopting)
    changes = adopting.ngettext(
        "{n} change was made; see Adoption, at the end.",
        "{n} changes were made; see Adoption, at the end.",
        n,
    )
    told = (bold(_("Adopted minutes.")), plain(adopted_line(adopting)))
    return joined(*told, plain(changes)) if n else joined(*told)


def _particulars(source: Source) -> list[Block]:
    return [particulars(source)]


def _goals_roles_and_expectations(source: Source) -> list[Block]:
    _ = source.gettext
    heading = Heading(1, _("Goals, roles and expectations"))
    return section(heading, *goals(source), *roles(source), *boundaries(source), *expectations(source))


_SECTIONS = (
    _particulars,
    at_a_glance,
    attendance,
    previous_minutes,
    minutes_by_item,
    _goals_roles_and_expectations,
    decision_list,
    action_list,
    commitment_list,
    parked,
    next_meeting,
    words,
    adoption,
)
"""The sections in their order; one that has nothing to say is left out."""
