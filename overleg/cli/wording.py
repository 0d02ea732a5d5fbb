"""Words of the command line that more than one subcommand uses."""

from overleg.domain.choices import SessionStatus
from overleg.domain.words import Words

STATUSES: dict[SessionStatus, Words] = {
    SessionStatus.PLANNED: Words("gepland", "planned"),
    SessionStatus.LIVE: Words("bezig", "live"),
    SessionStatus.PAUSED: Words("gepauzeerd", "paused"),
    SessionStatus.CLOSED: Words("gesloten", "closed"),
}
