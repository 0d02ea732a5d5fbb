"""`make bench`: measures every claim, prints one table, and keeps it in ``benchmarks/RESULTS.md``."""

import importlib
import platform
import sys
from collections.abc import Callable
from pathlib import Path

from tabulate import tabulate

from benchmarks.ratio import Row

BENCHMARKS = (
    "bench_capture",
    "bench_checks",
    "bench_command_line",
    "bench_save",
    "bench_screen",
    "bench_search",
    "bench_word",
)
HEADINGS = ("no.", "what, against which floor or peer", "goal", "measured", "verdict")
RESULTS = Path(__file__).with_name("RESULTS.md")


def main(names: list[str]) -> None:
    """Run the benchmarks named, else all of them; a goal that is missed is a row that says so."""
    rows: list[Row] = []
    for name in names or BENCHMARKS:
        measure: Callable[[], list[Row]] = importlib.import_module(f"benchmarks.{name}").measure
        rows += measure()
        print(f"{name}: {len(rows)} rows", file=sys.stderr)
    print(tabulate(rows, headers=HEADINGS, disable_numparse=True))
    if not names:
        RESULTS.write_text(_page(rows), encoding="utf-8")


def _page(rows: list[Row]) -> str:
    table = tabulate(rows, headers=HEADINGS, tablefmt="pipe", disable_numparse=True)
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return (
        "# Speed, as last measured\n\n"
        "By `make bench`: medians of runs in turn with their floor or peer, on a machine that others use.\n"
        f"{machine}.\n\n{table}\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
