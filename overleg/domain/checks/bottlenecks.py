"""Checks on bottlenecks: all sorts were asked about, and each heavy one leads to something."""

from collections.abc import Iterator

from overleg.domain.checks.meeting import Meeting
from overleg.domain.checks.moment import Moment
from overleg.domain.checks.row import Check, Found, Level, when
from overleg.domain.checks.since import came_up
from overleg.domain.choices import BottleneckCategory, Kind
from overleg.domain.kinds import KINDS
from overleg.domain.model import Bottleneck
from overleg.domain.words import Words
from overleg.errors import Message

_SEVERE = 4
_PINCHES = ("named", "recognised", "addressed")
_RELIEF = (Kind.ACTION, Kind.COMMITMENT, Kind.DECISION, Kind.AGREEMENT)

ASKED_CATEGORIES = (
    BottleneckCategory.RULES,
    BottleneckCategory.FINANCE,
    BottleneckCategory.MUNICIPALITY,
    BottleneckCategory.PROVIDERS,
)
"""The four sorts that the step for bottlenecks goes through."""


def bottleneck_category_unasked(meeting: Meeting) -> Iterator[Found]:
    """That there are none is recorded as a bottleneck of that sort too: ``k *: [wet] geen``."""
    named = {bottleneck.category for bottleneck in meeting.of(Bottleneck)}
    for category in ASKED_CATEGORIES:
        if category not in named:
            yield Found(category.value, values={"category": _words(category)})


def _words(category: BottleneckCategory) -> Words:
    subtypes = KINDS[Kind.BOTTLENECK].subtypes
    return subtypes.words[category] if subtypes else Words(category.value, category.value)


def bottleneck_no_followup(meeting: Meeting) -> Iterator[Found]:
    for each in meeting.of(Bottleneck):
        is_light = each.severity is not None and each.severity < _SEVERE
        if is_light and each.status in _PINCHES and not meeting.linked.get(each.ref):
            yield _about(each)


def bottleneck_severe_open(meeting: Meeting) -> Iterator[Found]:
    for each in meeting.of(Bottleneck):
        is_severe = each.severity is not None and each.severity >= _SEVERE
        if is_severe and each.status in _PINCHES and not meeting.has_link(each, *_RELIEF):
            yield _about(each)


def _about(bottleneck: Bottleneck) -> Found:
    ref = bottleneck.ref
    return Found(ref, refs=(ref,), parties=bottleneck.parties, values={"no": ref})


def friction_one_sided(meeting: Meeting) -> Iterator[Found]:
    for each in meeting.of(Bottleneck):
        about = each.about_party
        if each.category is not BottleneckCategory.FRICTION or about is None or about in each.parties:
            continue
        if all(said.party != about for said in each.endorsements):
            values = {"b": meeting.name(about), "no": each.ref}
            yield Found(each.ref, refs=(each.ref,), parties=(about,), values=values)


ROWS = (
    Check(
        "bottleneck_category_unasked",
        Level.HINT,
        when(Moment.STEP),
        bottleneck_category_unasked,
        Message("Not asked yet: bottlenecks about {category}."),
        since=came_up(),
    ),
    Check(
        "bottleneck_no_followup",
        Level.HINT,
        when(Moment.CLOSING),
        bottleneck_no_followup,
        Message("Nothing linked to bottleneck {no} yet."),
    ),
    Check(
        "bottleneck_severe_open",
        Level.WARN,
        when(Moment.CLOSING),
        bottleneck_severe_open,
        Message("Severe bottleneck {no} has no follow-up."),
        core=True,
    ),
    Check(
        "friction_one_sided",
        Level.HINT,
        when(Moment.STEP),
        friction_one_sided,
        Message("{b} has not responded to friction {no} yet."),
    ),
)
