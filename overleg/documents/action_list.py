"""The action list as a document of its own: what waits first, then what was settled."""

from datetime import date

from overleg.documents.actions import action_table, confidential_actions, is_overdue, is_waiting, table_of
from overleg.documents.commitments import commitment_list
from overleg.documents.front import Front, meeting_title, outline, particulars
from overleg.documents.next_meeting import next_meeting
from overleg.documents.outline import Block, Heading, Outline
from overleg.documents.runs import bold, joined, plain
from overleg.documents.source import Source, source_of
from overleg.documents.variant import Variant
from overleg.domain.choices import Language
from overleg.domain.model import Action, Session


def action_list_document(
    session: Session,
    *,
    variant: Variant,
    language: Language | None = None,
    today: date | None = None,
) -> Outline:
    """The actions of a session as an outline, in the language of the session unless told.

    `today` decides what is overdue; without it that is seen from the day of the meeting.
    """
    source = source_of(session, variant, language, today)
    return outline(source, _front(source), _sections(source))


def _front(source: Source) -> Front:
    _ = source.gettext
    session = source.session
    subtitle = _("{series}, meeting {number}, {date}").format(
        series=session.series.title, number=session.number, date=source.long(session.date)
    )
    return Front(
        kind=_("Action list"),
        title=_("Action list {meeting}").format(meeting=meeting_title(session)),
        subtitle=subtitle,
        status=joined(bold(_("Draft.")), plain(_("As it was at the end of this meeting."))),
    )


def _sections(source: Source) -> list[Block]:
    _ = source.gettext
    actions = source.of(Action)
    late = [each for each in actions if is_overdue(each, source.today)]
    waiting = [each for each in actions if is_waiting(each) and each not in late]
    settled = [each for each in actions if not is_waiting(each)]
    groups = ((_("Overdue actions"), late), (_("Actions to be done"), waiting), (_("Settled"), settled))
    tables = [block for title, group in groups if group for block in _group(source, title, group)]
    return [
        particulars(source),
        *(tables or action_table(source, [])),
        *(confidential_actions(source) if tables else []),
        *commitment_list(source),
        *next_meeting(source),
    ]


def _group(source: Source, title: str, actions: list[Action]) -> list[Block]:
    return [Heading(1, title), table_of(source, sorted(actions, key=_by_date))]


def _by_date(action: Action) -> tuple[date, str]:
    return action.due or date.max, action.ref
