"""Brings the catalogues up to date: the sources into `overleg.pot`, and that into every language.

The English text in the source is the key of its translation. Translations that exist are kept, nothing
is guessed, and a text that left the sources stays as a comment, to come back with it.
"""

import ast
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parents[1] / "overleg"
TEMPLATE = PACKAGE / "locale" / "overleg.pot"
LANGUAGES = ("nl",)

TEXTS = {"_": 1, "gettext": 1, "Message": 1, "Plural": 2, "ngettext": 2}
"""The calls that hold texts to translate, and how many of their first arguments are such texts."""

# Dates and versions would make every run a change, and two people's runs a conflict; the addresses
# are Babel's placeholders.
_LEFT_OUT = tuple(
    f'"{header}:'.encode()
    for header in (
        "Project-Id-Version",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
        "Report-Msgid-Bugs-To",
        "Last-Translator",
        "Language-Team",
    )
)


def extracted() -> Catalog:
    """The texts of the package as they are in its sources now."""
    catalog = _catalog()
    for source in sorted(PACKAGE.rglob("*.py")):
        where = source.relative_to(PACKAGE.parent).as_posix()
        for text, line in texts(source.read_text(encoding="utf-8"), where):
            catalog.add(text, locations=[(where, line)])
    return catalog


def texts(source: str, where: str) -> Iterator[tuple[str | tuple[str, ...], int]]:
    """Every text to translate in a source, a pair where it has a plural, with its line.

    Read from the syntax tree: Babel's own extractor misses a call inside the arguments of another.
    Raises `ValueError` for an f-string, which no catalogue can hold.
    """
    for node in ast.walk(ast.parse(source, where)):
        if not isinstance(node, ast.Call) or _called(node.func) not in TEXTS:
            continue
        arguments = node.args[: TEXTS[_called(node.func)]]
        if any(isinstance(argument, ast.JoinedStr) for argument in arguments):
            raise ValueError(f"{where}:{node.lineno}: an f-string cannot be translated; use {{names}}")
        found = tuple(
            argument.value
            for argument in arguments
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        )
        if found:
            yield found if len(found) > 1 else found[0], node.lineno


def translated(language: str) -> Catalog:
    """The catalogue of a language as it is on disk; empty where it does not exist yet."""
    path = catalogue(language)
    return read(path, language) if path.exists() else _catalog(language)


def read(path: Path, language: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


def catalogue(language: str) -> Path:
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "overleg.po"


def written(catalog: Catalog) -> bytes:
    """A catalogue as its file holds it, the same for the same texts."""
    file = BytesIO()
    write_po(file, catalog, width=100, sort_by_file=True, include_lineno=False)
    lines = file.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_LEFT_OUT))


def untranslated(catalog: Catalog) -> list[str]:
    """The texts, in English, that say nothing yet in a form of the catalogue's language."""
    return [english(message) for message in catalog if message.id and not all(forms(message.string))]


def english(message: Message) -> str:
    return forms(message.id)[0]


def forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    """A text as its forms: one, or one for each plural."""
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def update(catalog: Catalog, template: Catalog) -> None:
    """Gives a catalogue the texts of the template, with the translations it has or once had."""
    for message in catalog.obsolete.values():
        catalog[message.id] = message
    catalog.obsolete.clear()
    catalog.update(template, no_fuzzy_matching=True)
    for key, message in list(catalog.obsolete.items()):
        if not all(forms(message.string)):
            del catalog.obsolete[key]


def main() -> None:
    template = extracted()
    TEMPLATE.write_bytes(written(template))
    for language in LANGUAGES:
        catalog = translated(language)
        update(catalog, template)
        catalogue(language).parent.mkdir(parents=True, exist_ok=True)
        catalogue(language).write_bytes(written(catalog))
        print(f"{language}: {len(catalog)} texts, {len(untranslated(catalog))} untranslated")


def _called(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _catalog(language: str | None = None) -> Catalog:
    return Catalog(
        locale=language,
        header_comment="# Translations of overleg, under its licence, the EUPL-1.2.",
        fuzzy=False,
    )


if __name__ == "__main__":
    main()
