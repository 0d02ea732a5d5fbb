"""`python -m overleg`, the same program as `overleg`."""

import sys

from overleg.cli.main import run

if __name__ == "__main__":
    sys.exit(run())
