"""What an entry still lacks; it is kept all the same, and the chair is asked to complete it."""

from overleg.domain.choices import Kind
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry


def missing(entry: AnyEntry) -> tuple[str, ...]:
    """What the chair is asked to complete: keys of the gaps of its kind, in order."""
    return tuple(gap for gap in row_of(entry).gaps if _GAPS[gap](entry))


def _nobody(entry: AnyEntry) -> bool:
    """No party, or for what has one responsible party: everybody, which is nobody."""
    return not entry.parties or (entry.kind is Kind.ACTION and entry.for_all)


def _no_person(entry: AnyEntry) -> bool:
    return not _nobody(entry) and not (entry.person or getattr(entry, "owner", ""))


def _no_date(entry: AnyEntry) -> bool:
    return getattr(entry, row_of(entry).date_field) is None


def _no_addressee(entry: AnyEntry) -> bool:
    return getattr(entry, "to_party", None) is None and not getattr(entry, "to_all", False)


def _no_category(entry: AnyEntry) -> bool:
    return getattr(entry, "category", None) is None


_GAPS = {
    "who": _nobody,
    "person": _no_person,
    "when": _no_date,
    "to": _no_addressee,
    "category": _no_category,
}
