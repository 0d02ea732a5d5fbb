"""argparse, in the user's language and with our way of telling a mistake."""

import argparse
import re
from typing import Any, NoReturn

from overleg.domain.choices import Language
from overleg.errors import Message, UsageError
from overleg.locale import say

_HEADINGS = {
    "positional arguments": Message("arguments"),
    "options": Message("options"),
}
"""The headings that argparse gives by itself, and ours."""

_MISTAKES = (
    (r"the following arguments are required: (?P<what>.+)", Message("{what} is missing")),
    (r"unrecognized arguments: (?P<what>.+)", Message("{what} is not known here")),
    (
        r"argument (?P<where>.+?): invalid choice: (?P<what>.+?) \(choose from (?P<words>.+)\)",
        Message("{what} is not one of {words}"),
    ),
    (r"argument (?P<what>.+?): expected one argument", Message("{what} needs a word after it")),
    (r"one of the arguments (?P<what>.+) is required", Message("one of {what} is missing")),
    (
        r"argument (?P<what>.+?): not allowed with argument (?P<words>.+)",
        Message("{what} and {words} do not go together"),
    ),
    (r"ambiguous option: (?P<what>.+?) could match (?P<words>.+)", Message("{what} can be {words}")),
)
"""What argparse complains of, and how we say it."""


class Parser(argparse.ArgumentParser):
    """A parser of the command line; `parser_in` makes one that speaks a language."""

    language = Language.EN

    def __init__(self, *, add_help: bool = True, **given: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=self._formatter, **given)
        if add_help:
            self.add_argument("-h", "--help", action="help", help=self.words(Message("print this help")))

    def words(self, message: Message) -> str:
        """A help text in the language of this parser; argparse takes a percent sign for its own."""
        return say(message, self.language).replace("%", "%%")

    def add_argument_group(self, *given: Any, **named: Any) -> Any:
        title, *more = given or (named.pop("title", None),)
        heading = _HEADINGS.get(title)
        return super().add_argument_group(self.words(heading) if heading else title, *more, **named)

    def error(self, message: str) -> NoReturn:
        raise UsageError(
            Message("This command is not clear: {reason}.", reason=_reason(message)),
            Message("{program} --help shows how it is used.", program=self.prog),
        )

    def _formatter(self, prog: str) -> argparse.HelpFormatter:
        return _Formatter(prog, self.words(Message("usage: ")))


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str, prefix: str) -> None:
        super().__init__(prog)
        self.prefix = prefix

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, self.prefix if prefix is None else prefix)


def parser_in(language: Language) -> type[Parser]:
    """The parsers that speak this language; argparse makes some of them by itself."""
    return type("Parser", (Parser,), {"language": language})


def _reason(complaint: str) -> Message | str:
    for pattern, message in _MISTAKES:
        if found := re.fullmatch(pattern, complaint):
            return Message(message.text, **found.groupdict())
    return complaint
