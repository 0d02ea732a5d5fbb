"""A part of what was said: of one party, of one kind, at one agenda item, with certain words in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from overleg.domain.choices import Kind
from overleg.domain.model import AnyEntry
from overleg.domain.text import fold


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked for; what is empty does not matter. Parties and items by id."""

    words: str = ""
    party: str | None = None
    kind: Kind | None = None
    item: str | None = None

    @property
    def is_on(self) -> bool:
        return self != Filter()

    def fits(self, entry: AnyEntry) -> bool:
        return (
            (self.party is None or self.party in parties_of(entry))
            and (self.kind is None or entry.kind is self.kind)
            and (self.item is None or entry.item == self.item)
            and self._has_words(entry)
        )

    def _has_words(self, entry: AnyEntry) -> bool:
        """Whether every word is in the number or the text, without case and diacritics."""
        said = fold(f"{entry.ref} {entry.text} {entry.detail}")
        return all(word in said for word in fold(self.words).split())


def filtered(entries: tuple[AnyEntry, ...], chosen: Filter) -> tuple[AnyEntry, ...]:
    """The entries that fit, in their order; the same tuple where nothing was chosen."""
    return tuple(entry for entry in entries if chosen.fits(entry)) if chosen.is_on else entries


def parties_of(entry: AnyEntry) -> Iterable[str | None]:
    """Everybody it is of, to or about."""
    others = (getattr(entry, name, None) for name in ("to_party", "about_party"))
    return (*entry.parties, entry.voiced_party, *others)
