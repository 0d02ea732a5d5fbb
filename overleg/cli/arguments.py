"""The words of the command line: one row a subcommand, read by argparse."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from overleg import settings
from overleg.cli.parser import Parser, parser_in
from overleg.clock import Clock, clock
from overleg.desk.folders import Folders, working_folder
from overleg.domain.choices import Language
from overleg.errors import Message, UsageError


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line asks for: the options by name, and where and when it is asked."""

    options: argparse.Namespace
    language: Language
    clock: Clock
    folders: Folders

    def run(self, given: "Given") -> int:
        code: int = self.options.run(given)
        return code


@dataclass(frozen=True, slots=True)
class Subcommand:
    """A subcommand: its name, what it is for, its own options, and what it does."""

    name: str
    help: Message
    options: Callable[[Parser], None]
    run: Callable[[Given], int]


_COMMON = ("--sessions", "--exports", "--language")


def parse(argv: list[str], environ: Mapping[str, str]) -> Given:
    """What `argv` asks for; raises `UsageError` in words, and `SystemExit` after ``--help``."""
    cwd = Path.cwd()
    home = working_folder(environ, cwd)
    language = _language(argv, environ, home)
    options = _parser(language).parse_args(_common_first(argv))
    sessions = cwd / options.sessions if "sessions" in options else None
    exports = cwd / options.exports if "exports" in options else None
    return Given(options, language, clock(environ), Folders.at(home, sessions, exports))


def _common_first(argv: list[str]) -> list[str]:
    """The same words with the options that go anywhere in front, up to a ``--``.

    Between a session and its lines argparse would take an option for the end of the lines.
    """
    common: list[str] = []
    others: list[str] = []
    words = iter(argv)
    for word in words:
        if word == "--":
            return [*common, *others, word, *words]
        if word in _COMMON:
            common += [word, *(value for value in [next(words, None)] if value is not None)]
        elif word.partition("=")[0] in _COMMON:
            common.append(word)
        else:
            others.append(word)
    return [*common, *others]


def language_of(given: Given | None) -> Language:
    """The language to complain in, also when the command line was never understood."""
    if given is not None:
        return given.language
    try:
        return _language(sys.argv[1:], os.environ, working_folder(os.environ, Path.cwd()))
    except (UsageError, settings.SettingsError, OSError):
        return Language.NL


def _language(argv: list[str], environ: Mapping[str, str], home: Path) -> Language:
    """The language of the screen, needed before the command line can be explained in it."""
    option = next((after for word, after in pairwise(argv) if word == "--language"), None)
    option = option or next((word.partition("=")[2] for word in argv if word.startswith("--language=")), None)
    known = option if option in list(Language) else None
    return settings.screen_language(known, environ, settings.load(home), settings.system_locale(environ))


def _parser(language: Language) -> Parser:
    from overleg.cli.subcommands import SUBCOMMANDS

    of = parser_in(language)
    common = of(add_help=False, argument_default=argparse.SUPPRESS)
    words = common.words
    common.add_argument("--sessions", metavar="DIR", help=words(Message("the folder with the meetings")))
    common.add_argument("--exports", metavar="DIR", help=words(Message("the folder for documents")))
    common.add_argument(
        "--language",
        choices=[each.value for each in Language],
        help=words(Message("Dutch or English, for the screen and for what is made")),
    )
    about = Message("Record a meeting live, and leave with minutes and agreements in Word.")
    parser = of(prog="overleg", description=words(about), parents=[common])
    parser.add_argument(
        "--version", action="version", version=_version(), help=words(Message("print the version"))
    )
    parser.set_defaults(run=_open_app)
    named = parser.add_subparsers(metavar=words(Message("COMMAND")), title=words(Message("commands")))
    for row in SUBCOMMANDS:
        sub = named.add_parser(row.name, help=words(row.help), description=words(row.help), parents=[common])
        row.options(sub)
        sub.set_defaults(run=row.run)
    return parser


def _version() -> str:
    from overleg import __version__

    return f"overleg {__version__}"


def _open_app(given: Given) -> int:
    from overleg.cli import app

    return app.run(given)
