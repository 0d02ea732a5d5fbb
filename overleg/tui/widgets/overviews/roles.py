"""The role map: task by task who does what, where two answer for it, nobody does it, or it rubs."""

from overleg.domain import names
from overleg.domain.choices import Language
from overleg.domain.model import Party, Session
from overleg.domain.overviews.confidential import hidden_tasks
from overleg.domain.overviews.roles import Conflict, TaskRoles, role_map
from overleg.domain.text import clean
from overleg.errors import Message
from overleg.locale import catalogue, listing, say
from overleg.tui.widgets.overviews.lines import HINTS, WARNS, Row, Told, table, told
from overleg.tui.widgets.overviews.names import codes, hidden

_LETTERS = Message("A answers for it   R does it   S helps   C is asked for advice   I is told")
_SIGNS = Message("(r) follows from a yes to an expectation   x does not do it: a boundary")


def role_lines(session: Session, language: Language, width: int) -> list[Told]:
    """Tasks against parties; the name of a task that would give a secret away is masked."""
    _ = catalogue(language).gettext
    rows = role_map(session)
    if not rows:
        return told(
            _("No task was named yet. Type & and a short name with anything that is about one."), width
        )
    secret = hidden_tasks(session)
    heads = codes(session)
    drawn = [_row(each, session, language, is_hidden=each.task.slug in secret) for each in rows]
    legend = [line for words in (_LETTERS, _SIGNS) for line in told(say(words, language), width)]
    return [*table(_("Task"), heads, drawn, width), Told(), *legend]


def _row(roles: TaskRoles, session: Session, language: Language, *, is_hidden: bool) -> Row:
    label = hidden(language) if is_hidden else clean(roles.task.title)
    cells = [_cell(roles, party) for party in session.parties]
    return Row(label, cells, [*_warnings(roles, session, language), *_hints(roles, language)])


def _cell(roles: TaskRoles, party: Party) -> str:
    """The letters of a party, those that nobody said small and between brackets, then its boundary."""
    letters = [
        f"({each.letter.value.lower()})" if each.is_implied else each.letter.value
        for each in sorted(roles.holdings, key=lambda each: each.is_implied)
        if each.party == party.id
    ]
    limits = ["x" for each in roles.limits if each.party == party.id]
    return " ".join(dict.fromkeys([*letters, *limits]))


def _warnings(roles: TaskRoles, session: Session, language: Language) -> list[str]:
    found = []
    if roles.has_overlap:
        parties = listing([names.party_name(session, party) for party in roles.accountable], language)
        found.append(Message("Several say that they answer for it: {parties}.", parties=clean(parties)))
    if roles.has_gap:
        found.append(Message("It was named, and nobody does it yet."))
    found += [_conflict(each, session) for each in roles.conflicts]
    return [f"{WARNS}{say(message, language)}" for message in found]


def _conflict(conflict: Conflict, session: Session) -> Message:
    return Message(
        "{ref} touches a boundary of {party} ({boundary}).",
        ref=conflict.entry.ref,
        party=clean(names.party_name(session, conflict.limit.party)),
        boundary=conflict.limit.boundary.ref,
    )


def _hints(roles: TaskRoles, language: Language) -> list[str]:
    if not roles.lacks_accountable:
        return []
    return [f"{HINTS}{say(Message('It is done, and nobody answers for it yet.'), language)}"]
