"""What the user has chosen once and for all, and the language of the screen that follows from it."""

import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field

from overleg import paths
from overleg.domain.choices import Language
from overleg.errors import Message, OverlegError


class Look(StrEnum):
    """The colours of the app."""

    DARK = "dark"
    LIGHT = "light"
    BEAMER = "beamer"


Choice = TypeVar("Choice", bound=StrEnum)

EXAMPLE = 'matrix = "insert"'
"""A line of the table of keys."""

# Windows gives the name of the language in English where the others give its code.
_SPOKEN = {"nl": Language.NL, "dutch": Language.NL, "en": Language.EN, "english": Language.EN}


class SettingsError(OverlegError):
    """A choice that this program does not know, or a settings file that cannot be read."""


class Settings(Struct, frozen=True):
    """The choices in a settings file; None where nothing was chosen.

    `keys` are those of the table of that name, by verb; what they mean, the app knows. `file` is where all
    this was read.
    """

    language: Language | None = None
    theme: Look | None = None
    keys: Mapping[str, object] = field(default_factory=dict)
    file: Path | None = None


_NAMES = ("language", "theme", "keys")


def load(home: Path) -> Settings:
    """The settings of the working folder if it has them, else the user's own, else none.

    Raises `SettingsError` where the file says something this program does not know.
    """
    for folder in (home, paths.config_folder()):
        file = folder / "settings.toml"
        if file.is_file():
            return read(file)
    return Settings()


def read(file: Path) -> Settings:
    """The settings in `file`; raises `SettingsError` naming what is wrong in it."""
    table = _table(file)
    for name in table:
        if name not in _NAMES:
            raise SettingsError(
                Message('{file}: there is no setting "{name}".', file=file, name=name),
                Message("Remove it; the settings are: {names}.", names=", ".join(_NAMES)),
            )
    return Settings(
        language=_language(table["language"], f"{file}: language") if "language" in table else None,
        theme=_look(table["theme"], f"{file}: theme") if "theme" in table else None,
        keys=_keys(table.get("keys", {}), file),
        file=file,
    )


def screen_language(
    option: str | None, environ: Mapping[str, str], settings: Settings, system_locale: str
) -> Language:
    """The language of the screen: `option`, `OVERLEG_LANGUAGE`, the settings, the system's, else Dutch.

    `option` is what `--language` said, `system_locale` what `system_locale()` gives.
    Raises `SettingsError` for an option or a variable that names a language this program does not speak.
    """
    if option:
        return _language(option, "--language")
    if chosen := environ.get("OVERLEG_LANGUAGE"):
        return _language(chosen, "OVERLEG_LANGUAGE")
    if settings.language:
        return settings.language
    name = system_locale.partition(".")[0].partition("_")[0].lower()
    return _SPOKEN.get(name, Language.NL)


def system_locale(environ: Mapping[str, str], platform: str = sys.platform) -> str:
    """The system's locale for messages, such as ``nl_NL.UTF-8``; empty where it says nothing."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return environ[name]
    if platform not in ("win32", "darwin"):
        return ""
    import locale

    try:
        return locale.getlocale()[0] or ""
    except ValueError:  # a locale that Python has no name for is neither Dutch nor English
        return ""


def _table(file: Path) -> dict[str, object]:
    # Not above: most people have no settings, and it takes a tenth of the start of the program.
    import tomllib

    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as fault:
        raise SettingsError(
            Message("{file} cannot be read: {fault}.", file=file, fault=fault.strerror),
            Message("Make it readable or remove it; without it every setting has its usual value."),
        ) from fault
    except ValueError as fault:  # what tomllib and the decoding of UTF-8 raise
        raise SettingsError(
            Message("{file} is not valid TOML: {fault}.", file=file, fault=fault),
            Message("Correct the file or remove it; without it every setting has its usual value."),
        ) from fault


def _language(value: object, where: str) -> Language:
    return _one_of(
        Language,
        value,
        Message('{where}: "{value}" is no language of this program.', where=where, value=value),
    )


def _look(value: object, where: str) -> Look:
    return _one_of(
        Look, value, Message('{where}: "{value}" is no theme of this program.', where=where, value=value)
    )


def _one_of(choices: type[Choice], value: object, otherwise: Message) -> Choice:
    try:
        return choices(str(value))
    except ValueError:
        raise SettingsError(otherwise, Message("Choose one of: {names}.", names=", ".join(choices))) from None


def _keys(value: object, file: Path) -> dict[str, object]:
    if not isinstance(value, dict):
        raise SettingsError(
            Message("{file}: keys is no table.", file=file),
            Message(
                "Write [keys] on a line of its own, and below it lines such as {example}.", example=EXAMPLE
            ),
        )
    return value
