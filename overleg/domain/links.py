"""What a ``~`` between two entries means."""

from overleg.domain.choices import AnswerValue, Kind, LinkType
from overleg.domain.model import AnyEntry, Expectation

_LINKS_TO = {
    Kind.GOAL: LinkType.SERVES,
    Kind.BOTTLENECK: LinkType.SOLVES,
    Kind.EXPECTATION: LinkType.ANSWERS,
    Kind.NOTE: LinkType.ABOUT,
}


def link_type(entry: AnyEntry, target: AnyEntry) -> LinkType:
    """What a ``~`` means between these two entries."""
    answer = target.answer if isinstance(target, Expectation) else None
    if isinstance(entry, Expectation) and answer and answer.value is AnswerValue.REPHRASE:
        return LinkType.REPLACES
    return _LINKS_TO.get(target.kind, LinkType.FROM)
