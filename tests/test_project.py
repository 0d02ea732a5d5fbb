import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from overleg import __version__

PINNED = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>[^ ;]+)(?: ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
COMMENT = re.compile(r"^ *#[^/\\]*$")


class TestVersion:
    def test_is_the_newest_of_the_changelog(self, checkout: Path) -> None:
        heads = re.findall(r"^## (\S+)", text(checkout / "CHANGELOG.md"), re.MULTILINE)
        assert heads[0] == __version__

    def test_is_the_one_that_is_published(self, checkout: Path) -> None:
        assert f'softwareVersion: "{__version__}"' in text(checkout / "publiccode.yml")


class TestLock:
    def test_has_every_dependency_at_a_version_it_allows(self, checkout: Path) -> None:
        project = tomllib.loads(text(checkout / "pyproject.toml"))["project"]
        declared = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
        locked = pinned(checkout)
        outdated = [
            requirement.name
            for requirement in map(Requirement, declared)
            if locked.get(canonicalize_name(requirement.name), "0") not in requirement.specifier
        ]
        assert outdated == [], "pyproject.toml has changed: make lock"

    def test_has_what_the_build_needs(self, checkout: Path) -> None:
        build = tomllib.loads(text(checkout / "pyproject.toml"))["build-system"]["requires"]
        assert {Requirement(line).name for line in build} <= pinned(checkout).keys()

    def test_names_packages_and_hashes_and_no_place_to_get_them(self, checkout: Path) -> None:
        lines = text(checkout / "requirements-dev.txt").splitlines()
        strange = [line for line in lines if not any(p.match(line) for p in (PINNED, HASH, COMMENT))]
        assert strange == []


@pytest.mark.needs("make")
def test_make_alone_explains_every_target(checkout: Path) -> None:
    shown = subprocess.run(["make"], cwd=checkout, capture_output=True, text=True, check=True).stdout
    explained = set(re.findall(r"^make (\w+) {2,}\S", shown, re.MULTILINE))
    (targets,) = re.findall(r"^\.PHONY: (.+)$", text(checkout / "Makefile"), re.MULTILINE)
    assert explained == {*targets.split()} - {"catalogues"}


def pinned(checkout: Path) -> dict[str, str]:
    """The locked version of every package, by its canonical name."""
    lines = text(checkout / "requirements-dev.txt").splitlines()
    return {found["name"]: found["version"] for line in lines if (found := PINNED.match(line))}


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
