"""What a document is made from: a disclosed session, the language it is told in, and its names."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from overleg.documents.variant import Disclosure, LeftOut, Variant, disclose
from overleg.domain.choices import Kind, Language
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, Entry, Session
from overleg.domain.names import party_name, person_name
from overleg.domain.words import Words
from overleg.locale import catalogue, listing, long_date, narrow_date, plain_date

Kindred = TypeVar("Kindred", bound=Entry)

NOTHING = "–"
"""What stands in a cell for something that is not there."""


@dataclass(frozen=True, slots=True)
class Source:
    """The one thing builders of documents see; `source_of` makes it, and nothing else does."""

    disclosure: Disclosure
    language: Language
    variant: Variant
    today: date
    adopted_in: "Source | None" = None
    """The later meeting that adopted these minutes, as the same document may know it."""

    @property
    def session(self) -> Session:
        return self.disclosure.session

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        return self.disclosure.left_out

    @property
    def gettext(self) -> Callable[[str], str]:
        return catalogue(self.language).gettext

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The sentence for that number, with ``{n}`` filled in."""
        return catalogue(self.language).ngettext(one, many, n).format(n=n)

    def word(self, words: Words) -> str:
        return words[self.language]

    def party(self, id: str | None) -> str:
        return party_name(self.session, id)

    def person(self, id: str | None) -> str:
        return person_name(self.session, id)

    def listing(self, names: Iterable[str]) -> str:
        return listing(list(names), self.language)

    def parties(self, ids: Iterable[str]) -> str:
        return self.listing(self.party(id) for id in ids)

    def whose(self, entry: AnyEntry) -> str:
        """The parties of an entry, as one name."""
        _ = self.gettext
        return _("all parties") if entry.for_all else self.parties(entry.parties)

    def long(self, day: date) -> str:
        return long_date(day, self.language)

    def plain(self, day: date) -> str:
        return plain_date(day, self.language)

    def narrow(self, day: date | None) -> str:
        return narrow_date(day) if day else NOTHING

    def of(self, record: type[Kindred]) -> list[Kindred]:
        """All entries of a kind, by number, withdrawn ones among them."""
        return sorted((entry for entry in self.session.entries if isinstance(entry, record)), key=_number)

    def standing(self, record: type[Kindred]) -> list[Kindred]:
        """The entries of a kind that were not taken back."""
        return [entry for entry in self.of(record) if not is_withdrawn(entry)]

    def left_out_of(self, kind: Kind) -> int:
        return sum(1 for each in self.left_out if each.kind is kind)

    def left_out_by_party(self, kind: Kind) -> Counter[str]:
        """How many entries of a kind were left out, by their first party."""
        return Counter(each.parties[0] for each in self.left_out if each.kind is kind and each.parties)


def source_of(
    session: Session,
    variant: Variant,
    language: Language | None = None,
    today: date | None = None,
    adopted_in: Session | None = None,
) -> Source:
    """A session as its documents may know it; in its own language and on its own day unless told."""
    return Source(
        disclosure=disclose(session, variant),
        language=language or session.language,
        variant=variant,
        today=today or session.date,
        adopted_in=source_of(adopted_in, variant, language or session.language) if adopted_in else None,
    )


def is_withdrawn(entry: Entry) -> bool:
    return entry.withdrawn is not None or entry.status == "withdrawn"


def is_first_state(entry: AnyEntry) -> bool:
    """Whether nothing has happened to an entry since it was said."""
    return entry.status == row_of(entry).first_state


def _number(entry: Entry) -> tuple[str, int]:
    letter, _, number = entry.ref.rpartition("-")
    return letter, int(number) if number.isascii() and number.isdigit() else 0
