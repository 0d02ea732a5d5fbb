"""The guides say nothing that the program does not do."""

import re
from pathlib import Path

import pytest

from overleg.domain.capture.commands import command_called
from overleg.settings import Settings
from overleg.tui.verbs import VERBS, Place

GUIDES = ("docs/handleiding.md", "docs/guide.md", "README.md")

every_guide = pytest.mark.parametrize("guide", GUIDES)


def text(checkout: Path, guide: str) -> str:
    return (checkout / guide).read_text(encoding="utf-8")


@every_guide
def test_every_command_is_there(checkout: Path, guide: str) -> None:
    named = re.findall(r"`/([a-z-]+)", text(checkout, guide))
    assert [name for name in named if command_called(name) is None] == []


@every_guide
def test_every_key_does_something(checkout: Path, guide: str) -> None:
    keys = {key for verb in VERBS for place in Place for key in verb.keys_at(place)}
    named = re.findall(r"\b(F\d|ctrl\+[A-Z])\b", text(checkout, guide))
    assert [key for key in named if key.lower() not in keys] == []


@every_guide
def test_every_picture_and_page_is_there(checkout: Path, guide: str) -> None:
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", text(checkout, guide))
    assert [link for link in linked if not (checkout / guide).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("guide", GUIDES[:2])
def test_every_setting_is_one(checkout: Path, guide: str) -> None:
    example = re.findall(r"```toml\n(.*?)```", text(checkout, guide), re.DOTALL)[0]
    settings, _, keys = example.partition("[keys]")
    assert set(re.findall(r"^(\w+) =", settings, re.MULTILINE)) <= set(Settings.__struct_fields__)
    assert set(re.findall(r"^(\w+) =", keys, re.MULTILINE)) <= {verb.id for verb in VERBS}


def test_every_place_where_something_belongs_is_there(checkout: Path) -> None:
    named = re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.[a-z]+)?)`", text(checkout, "CONTRIBUTING.md"))
    assert len(named) > 10
    assert [
        path for path in named if not any((checkout / top / path).exists() for top in ("", "overleg"))
    ] == []
