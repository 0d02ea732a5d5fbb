"""What several checks need to put into words, or to read in what was said."""

from collections.abc import Iterable

from overleg.domain.words import Words

TEXTS = 8_192
"""How many texts a check keeps its reading of: more than the longest meeting holds."""


def listed(parts: Iterable[str | Words]) -> Words:
    """``Gemeente, ZorgOrg en WijWarnsveld``, in both languages."""
    words = [Words(part, part) if isinstance(part, str) else part for part in parts]
    return Words(_joined([each.nl for each in words], "en"), _joined([each.en for each in words], "and"))


def _joined(parts: list[str], joint: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {joint} {parts[-1]}"
