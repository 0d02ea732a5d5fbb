"""Names as the overviews write them."""

from overleg.domain.choices import Language, Sensitivity
from overleg.domain.model import Party, Session
from overleg.domain.text import clean
from overleg.tui.widgets.entry_cells import masked


def codes(session: Session) -> list[str]:
    """The codes of all parties, as they sit at the table."""
    return [clean(party.code) for party in session.parties]


def full_name(party: Party) -> str:
    """``WIJ  Vereniging WijWarnsveld``"""
    return f"{clean(party.code)}  {clean(party.name)}"


def hidden(language: Language) -> str:
    """What stands for a name that would give a secret away."""
    return masked(Sensitivity.OTHER, language)
