"""Speed as ratios: what is measured and its floor run in turns, so that a noisy machine hits both."""

import gc
import random
import statistics
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

ROUNDS = 41
"""More than seven, for a median that a busy moment of the machine does not move."""

_WARM_UP = 3


class Row(NamedTuple):
    """One goal: its number, what was measured, the goal, the figure, and whether it was met."""

    id: str
    what: str
    goal: str
    measured: str
    verdict: str


def nothing() -> None:
    """What comes before a step that needs no preparation."""


class Run(NamedTuple):
    """A step that is measured, and what comes before each time without being measured."""

    step: Callable[[], object]
    before: Callable[[], object] = nothing


def interleaved(runs: Mapping[str, Run], rounds: int = ROUNDS) -> dict[str, float]:
    """The median time of each run in seconds; in every round each has its turn.

    The turns come in another order every round, for each leaves the machine to the next in a state of
    its own. The first rounds are for warming up and do not count.
    """
    times: dict[str, list[float]] = {name: [] for name in runs}
    names = list(runs)
    order = random.Random(1)
    for _ in range(rounds + _WARM_UP):
        order.shuffle(names)
        for name in names:
            runs[name].before()
            times[name].append(timed(runs[name].step))
    return {name: statistics.median(found[_WARM_UP:]) for name, found in times.items()}


def timed(step: Callable[[], object]) -> float:
    """How many seconds a step takes, without the garbage collector, as `timeit` does it."""
    gc.disable()
    start = time.perf_counter()
    step()
    taken = time.perf_counter() - start
    gc.enable()
    return taken


def row(id: str, what: str, goal: float, measured: float, floor: float) -> Row:
    """The row of a goal that says how many times its floor something may take; times in seconds."""
    ratio = measured / floor
    figure = f"{ratio:.2f} × ({measured * 1e3:.2f} / {floor * 1e3:.2f} ms)"
    return Row(id, what, f"≤ {goal} ×", figure, "met" if ratio <= goal else "MISSED")
