"""The way in, and the only way out: what a subcommand gives or raises becomes an exit code here."""

import os
import sys

from overleg import __version__

FINE, REFUSED, WRONG_USE, INTERNAL, INTERRUPTED = 0, 1, 2, 70, 130


def run(argv: list[str] | None = None) -> int:
    """Run the program with these arguments, and answer the exit code. Never raises."""
    argv = sys.argv[1:] if argv is None else argv
    if argv == ["--version"]:
        print(f"overleg {__version__}")
        return FINE
    try:
        return _run(argv)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has heard enough, as `overleg list | head` does.
        _close_stdout()
        return FINE


def _run(argv: list[str]) -> int:
    from overleg.cli import arguments, output
    from overleg.errors import OverlegError

    output.prepare_streams()
    given = None
    try:
        given = arguments.parse(argv, os.environ)
        code: int = given.run(given)
        sys.stdout.flush()
        return code
    except OverlegError as error:
        output.complain(error, arguments.language_of(given))
        return error.exit_code
    except BrokenPipeError:
        raise
    except OSError as error:
        output.complain_of_system(error, arguments.language_of(given))
        _close_stdout()
        return REFUSED
    except Exception as error:  # the edge: nobody at the table reads a traceback
        if "OVERLEG_DEBUG" in os.environ:
            raise
        output.complain_of_fault(error, arguments.language_of(given))
        return INTERNAL


def _close_stdout() -> None:
    """Give up on standard output, so that Python does not complain about it while it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
