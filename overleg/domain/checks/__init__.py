"""What a meeting may want to look at: gaps, overlap, silence, loose ends; never a verdict, never in the way.

A check is a row of a table (`CHECKS`), its rule a function of the meeting that yields what it found.
Findings are computed each time; only that one was put away is kept (`overleg.domain.silencing`).
"""

from overleg.domain.checks.catalogue import CHECKS
from overleg.domain.checks.finding import Finding, finding_about, findings, shown
from overleg.domain.checks.moment import Moment
from overleg.domain.checks.row import Check, Level

__all__ = ["CHECKS", "Check", "Finding", "Level", "Moment", "finding_about", "findings", "shown"]
