"""What the user has chosen once and for all, and the language of the screen that follows from it."""

import sys
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from overleg import paths
from overleg.domain.choices import Language
from overleg.errors import Message, OverlegError

LANGUAGES = ", ".join(Language)

# Windows gives the name of the language in English where the others give its code.
_SPOKEN = {"nl": Language.NL, "dutch": Language.NL, "en": Language.EN, "english": Language.EN}


class SettingsError(OverlegError):
    """A choice that this program does not know, or a settings file that cannot be read."""


class Settings(Struct, frozen=True):
    """The choices in a settings file; None where nothing was chosen."""

    language: Language | None = None


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
        if name not in Settings.__struct_fields__:
            raise SettingsError(
                Message('{file}: there is no setting "{name}".', file=file, name=name),
                Message("Remove it; the settings are: {names}.", names=", ".join(Settings.__struct_fields__)),
            )
    if "language" not in table:
        return Settings()
    return Settings(language=_language(table["language"], f"{file}: language"))


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
    try:
        return Language(value)  # type: ignore[arg-type]  # whatever TOML holds; a wrong type is a wrong value
    except ValueError:
        raise SettingsError(
            Message('{where}: "{value}" is no language of this program.', where=where, value=value),
            Message("Choose one of: {names}.", names=LANGUAGES),
        ) from None
