"""Shared goals: what each party said about every goal, and the target groups that come back."""

from overleg.domain import names
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.model import Session
from overleg.domain.overviews.confidential import hidden_groups
from overleg.domain.overviews.goals import GoalStances, Stance, common_groups, goal_map
from overleg.domain.text import clean
from overleg.domain.words import Words
from overleg.errors import Message
from overleg.locale import catalogue, listing, say
from overleg.tui.widgets.entry_cells import masked
from overleg.tui.widgets.overviews.lines import Row, Told, table, told
from overleg.tui.widgets.overviews.names import codes, hidden

_STANCES: dict[Stance, Words] = {
    Stance.ENDORSES: Words("ja", "yes"),
    Stance.OBJECTS: Words("bezwaar", "objects"),
    Stance.OWN: Words("eigen", "own"),
    Stance.SILENT: Words("-", "-"),
}
_LEGEND = Message("yes: stands behind it by name   own: named it itself   -: has not spoken about it yet")
_SHARED = "✓ "


def goal_lines(session: Session, language: Language, width: int) -> list[Told]:
    """Goals against parties, the shared ones first; then what the own goals have in common."""
    _ = catalogue(language).gettext
    rows = sorted(goal_map(session), key=lambda each: not each.is_shared)
    if not rows:
        return told(_("No goal was named yet."), width)
    drawn = [_row(each, session, language) for each in rows]
    return [
        *table(_("Goal"), codes(session), drawn, width),
        Told(),
        *told(say(_LEGEND, language), width),
        *_common(session, language, width),
    ]


def _row(stances: GoalStances, session: Session, language: Language) -> Row:
    _ = catalogue(language).gettext
    goal = stances.goal
    is_open = goal.sensitivity is Sensitivity.NONE
    text = clean(goal.text) if is_open else masked(goal.sensitivity, language)
    cells = [_STANCES[stances.stances[party.id]][language] for party in session.parties]
    notes = [_SHARED + _("This is a shared goal.")] if stances.is_shared else []
    return Row(f"{goal.ref}  {text}", cells, notes, is_bold=stances.is_shared)


def _common(session: Session, language: Language, width: int) -> list[Told]:
    """The target groups that the goals of several parties name."""
    secret = hidden_groups(session)
    lines = [
        told(say(_overlap(group, parties, session, language, is_hidden=group in secret), language), width)
        for group, parties in common_groups(session).items()
    ]
    return [Told(), *(line for each in lines for line in each)] if lines else []


def _overlap(
    group: str, parties: tuple[str, ...], session: Session, language: Language, *, is_hidden: bool
) -> Message:
    found = session.group(group)
    title = hidden(language) if is_hidden else clean(found.title if found else group)
    who = clean(listing([names.party_name(session, party) for party in parties], language))
    return Message("{group} comes back with {parties}: common ground.", group=title, parties=who)
