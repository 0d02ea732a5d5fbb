"""The follow-up agreements: what the parties will do for each other, ready to be signed."""

from datetime import date

from overleg.documents.actions import waiting_actions
from overleg.documents.clauses import agreed, confidence, nature, progress, term, trouble
from overleg.documents.entries import brief
from overleg.documents.expectations import promises
from overleg.documents.front import Front, meeting_title, outline
from overleg.documents.goals import goal_lines, is_shared
from overleg.documents.left_out import left_out_note
from overleg.documents.outline import Block, Bullets, Heading, Outline, Paragraph, Text
from overleg.documents.parties import contributions, parties, signing
from overleg.documents.quality import quality_table
from overleg.documents.runs import bold, capitalised, joined, plain, sentence
from overleg.documents.source import Source, source_of
from overleg.documents.variant import Variant
from overleg.domain.choices import AgreementType, Kind, Language, NoteSubtype
from overleg.domain.kinds import KINDS
from overleg.domain.model import AnyEntry, Decision, Goal, Note, Session

_IN_A_SECTION_OF_ITS_OWN = (AgreementType.RHYTHM, AgreementType.CONFIDENTIALITY)


def agreements(
    session: Session,
    *,
    variant: Variant,
    language: Language | None = None,
    today: date | None = None,
) -> Outline:
    """The agreements of a session as an outline, in the language of the session unless told.

    Always a draft: they bind nobody before everybody has signed. `today` decides which dates have
    passed; without it that is seen from the day of the meeting.
    """
    source = source_of(session, variant, language, today)
    return outline(source, _front(source), _sections(source))


def _front(source: Source) -> Front:
    _ = source.gettext
    session = source.session
    subtitle = _("Following the meeting of {series} on {date}").format(
        series=session.series.title, date=source.plain(session.date)
    )
    condition = _("These agreements count only when all parties have signed them.")
    proposals = _("What is called a proposal was not discussed at the table.")
    return Front(
        kind=_("Follow-up agreements"),
        title=_("Follow-up agreements {meeting}").format(meeting=meeting_title(session)),
        subtitle=subtitle,
        status=joined(bold(_("Draft for signing.")), plain(condition), plain(proposals)),
    )


def _sections(source: Source) -> list[Block]:
    _ = source.gettext
    return [
        Heading(1, _("Parties")),
        *parties(source),
        Heading(1, _("Background")),
        *_background(source),
        Heading(1, _("1. Purpose")),
        *_purpose(source),
        Heading(1, _("2. Roles, contributions and boundaries")),
        *contributions(source),
        Heading(1, _("3. Mutual expectations")),
        *(promises(source) or _still_to_be_discussed(source)),
        Heading(1, _("4. Agreements, actions and planning")),
        *_agreements_by_type(source),
        Heading(2, _("Actions and planning")),
        *waiting_actions(source),
        Heading(1, _("5. Meetings and progress")),
        *progress(source),
        Heading(1, _("6. Information and confidentiality")),
        *confidence(source),
        Heading(1, _("7. Term, looking back and changes")),
        *term(source),
        Heading(1, _("8. If things change")),
        *trouble(source),
        Heading(1, _("9. Nature of these agreements")),
        *nature(source),
        Heading(1, _("Signatures")),
        Paragraph(plain(_("Agreed by the parties below."))),
        signing(source),
        *quality_table(source),
    ]


def _background(source: Source) -> list[Block]:
    """What it is about, in the words of the case or else the facts, and what was decided."""
    _ = source.gettext
    session = source.session
    held = _("These agreements come from the meeting of {date}.").format(date=source.plain(session.date))
    case = sentence(session.case_text)
    told: list[AnyEntry] = [] if case else [each for each in source.standing(Note) if _is_fact(each)]
    told += [each for each in source.standing(Decision) if each.status.startswith("taken")]
    lines: tuple[Text, ...] = tuple(brief(source, entry) for entry in told)
    return [
        Paragraph(plain(" ".join(filter(None, (case, held))))),
        *([Bullets(lines)] if lines else []),
        *left_out_note(source, source.left_out_of(Kind.DECISION)),
    ]


def _is_fact(note: Note) -> bool:
    return note.subtype is NoteSubtype.FACT


def _purpose(source: Source) -> list[Block]:
    """The shared goals; where there is none yet, that, and the goals that lie on the table."""
    _ = source.gettext
    stated = source.standing(Goal)
    hidden = left_out_note(source, source.left_out_of(Kind.GOAL))
    if shared := [goal for goal in stated if is_shared(source, goal)]:
        return [*goal_lines(source, shared), *hidden]
    open_point = Paragraph(plain(_("A shared goal is still to be discussed. On the table lie:")))
    if not stated:
        return [*_still_to_be_discussed(source), *hidden]
    return [open_point, *goal_lines(source, stated), *hidden]


def _agreements_by_type(source: Source) -> list[Block]:
    _ = source.gettext
    subtypes = KINDS[Kind.AGREEMENT].subtypes
    blocks: list[Block] = []
    for key, words in subtypes.words.items() if subtypes else ():
        if key not in _IN_A_SECTION_OF_ITS_OWN and (found := agreed(source, AgreementType(key))):
            blocks += [Heading(2, capitalised(source.word(words))), *found]
    if found := agreed(source, None):
        blocks += [Heading(2, _("Other agreements")), *found]
    hidden = left_out_note(source, source.left_out_of(Kind.AGREEMENT))
    return [*(blocks or _still_to_be_discussed(source)), *hidden]


def _still_to_be_discussed(source: Source) -> list[Block]:
    _ = source.gettext
    return [Paragraph(plain(_("Still to be discussed.")))]
