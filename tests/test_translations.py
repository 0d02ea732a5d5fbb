from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog

from tools.translations import (
    LANGUAGES,
    TEMPLATE,
    catalogue,
    extracted,
    forms,
    read,
    texts,
    translated,
    untranslated,
    update,
)

every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.mark.parametrize("path", [TEMPLATE, *map(catalogue, LANGUAGES)], ids=lambda path: path.name)
def test_a_catalogue_holds_the_texts_of_the_sources(path: Path) -> None:
    in_sources = {message.id for message in extracted()}
    assert {message.id for message in read(path)} == in_sources, "the sources have changed: make translations"


@every_language
def test_every_text_is_translated(language: str) -> None:
    assert untranslated(translated(language)) == []


@every_language
def test_no_translation_is_a_guess(language: str) -> None:
    assert [message.id for message in translated(language) if message.id and message.fuzzy] == []


@every_language
def test_a_translation_has_the_placeholders_of_its_text(language: str) -> None:
    assert [pair for pair in pairs(language) if placeholders(pair[0]) != placeholders(pair[1])] == []


@every_language
def test_a_translation_has_the_spaces_around_its_text(language: str) -> None:
    assert [pair for pair in pairs(language) if edges(pair[0]) != edges(pair[1])] == []


class TestExtraction:
    def test_finds_a_text_inside_the_arguments_of_another(self) -> None:
        source = 'Message("{who} speaks", who=join([Message("nobody"), _("all")]))'
        assert {text for text, _ in texts(source, "x.py")} == {"{who} speaks", "nobody", "all"}

    def test_finds_both_forms_of_a_plural(self) -> None:
        source = 'Plural("one action", "{n} actions", n)\nngettext("a line", "{n} lines", n)'
        assert list(texts(source, "x.py")) == [
            (("one action", "{n} actions"), 1),
            (("a line", "{n} lines"), 2),
        ]

    def test_leaves_alone_what_is_no_text(self) -> None:
        assert list(texts('_(label)\nsay("not marked")\nMessage(text, name="value")', "x.py")) == []

    def test_refuses_a_text_that_is_put_together_at_run_time(self) -> None:
        with pytest.raises(ValueError, match=r"x\.py:2: "):
            list(texts('\nMessage(f"{name} is late")', "x.py"))


class TestUpdate:
    def test_keeps_a_translation_and_guesses_none(self) -> None:
        catalog = catalog_of({"Present": "Aanwezig"})
        update(catalog, catalog_of({"Present": "", "Presents": ""}))
        assert {message.id: message.string for message in catalog if message.id} == {
            "Present": "Aanwezig",
            "Presents": "",
        }

    def test_gives_a_text_that_comes_back_its_translation(self) -> None:
        catalog = catalog_of({"Present": "Aanwezig"})
        update(catalog, catalog_of({}))
        update(catalog, catalog_of({"Present": ""}))
        assert [message.string for message in catalog if message.id] == ["Aanwezig"]

    def test_forgets_a_text_that_was_never_translated(self) -> None:
        catalog = catalog_of({"Present": ""})
        update(catalog, catalog_of({}))
        assert not catalog.obsolete


def catalog_of(translations: dict[str, str]) -> Catalog:
    catalog = Catalog(locale="nl")
    for text, translation in translations.items():
        catalog.add(text, translation)
    return catalog


def pairs(language: str) -> Iterator[tuple[str, str]]:
    """Every translated text with its translation, form by form."""
    for message in translated(language):
        if message.id and all(forms(message.string)):
            yield from zip(forms(message.id), forms(message.string), strict=True)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
