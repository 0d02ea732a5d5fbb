"""All checks as rows of one table, in the order in which their findings are listed."""

from overleg.domain.checks import (
    actions,
    bottlenecks,
    commitments,
    decisions,
    footing,
    goals,
    learning,
    openness,
    process,
    programme,
    reciprocity,
    roles,
)
from overleg.domain.checks.row import Check

_CHAPTERS = (
    footing,
    openness,
    goals,
    roles,
    reciprocity,
    commitments,
    actions,
    decisions,
    bottlenecks,
    programme,
    learning,
    process,
)

CHECKS: dict[str, Check] = {check.id: check for chapter in _CHAPTERS for check in chapter.ROWS}
