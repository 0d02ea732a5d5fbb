"""How a series stands, in words that fit beside or below its title."""

from dataclasses import dataclass
from datetime import date

from overleg.domain.choices import Language
from overleg.domain.standing import Standing
from overleg.domain.text import clean
from overleg.locale import catalogue, short_date, weekday_date

_SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class StandingWords:
    """When the next meeting is, and what is open and waits."""

    upcoming: str = ""
    open: str = ""

    @property
    def all(self) -> str:
        return _SEPARATOR.join(part for part in (self.open, self.upcoming) if part)


def standing_words(standing: Standing, today: date, language: Language) -> StandingWords:
    waits = (_unread(standing, language), _actions(standing, language), _minutes(standing, language))
    return StandingWords(_upcoming(standing, today, language), _SEPARATOR.join(filter(None, waits)))


def _upcoming(standing: Standing, today: date, language: Language) -> str:
    _ = catalogue(language).gettext
    if standing.upcoming is None:
        return _("next: no date yet")
    day = weekday_date(standing.upcoming.date, language)
    return (_("was planned for {date}") if standing.upcoming.date < today else _("next: {date}")).format(
        date=day
    )


def _actions(standing: Standing, language: Language) -> str:
    ngettext = catalogue(language).ngettext
    n, overdue = standing.open_actions, standing.overdue
    if not n:
        return catalogue(language).gettext("no open actions")
    if overdue:
        words = ngettext("{n} open action, {overdue} overdue", "{n} open actions, {overdue} overdue", n)
        return words.format(n=n, overdue=overdue)
    return ngettext("{n} open action", "{n} open actions", n).format(n=n)


def _minutes(standing: Standing, language: Language) -> str:
    if standing.unadopted is None:
        return ""
    _ = catalogue(language).gettext
    return _("minutes of {date} to adopt").format(date=short_date(standing.unadopted, language))


def _unread(standing: Standing, language: Language) -> str:
    if not standing.unread:
        return ""
    _ = catalogue(language).gettext
    return _("not counted: {file}").format(file=clean(standing.unread[0]))
