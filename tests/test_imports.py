import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]


class May(NamedTuple):
    """What a group may import, beside itself, the standard library and msgspec.

    What is `inside` may be imported within a function only, where it is paid for when it is used.
    """

    groups: frozenset[str]
    libraries: frozenset[str]
    inside: frozenset[str]


def may(groups: str = "", *, libraries: str = "", inside: str = "") -> May:
    return May(*(frozenset(names.split()) for names in (groups, libraries, inside)))


TABLE = {
    "overleg": may(),
    "__main__": may("cli"),
    "errors": may(),
    "clock": may("errors"),
    "domain": may("errors"),
    "paths": may(inside="platformdirs"),
    "settings": may("paths errors domain"),
    "locale": may("domain errors"),
    "documents": may("domain errors locale"),
    "store": may("domain errors paths", libraries="tinydb filelock"),
    "word": may("documents domain errors locale", libraries="docx lxml"),
    "desk": may("clock documents domain errors locale paths settings store word", inside="icalendar"),
    "tui": may("desk documents domain errors locale settings", libraries="textual rich"),
    "cli": may(
        "clock desk documents domain errors locale settings", libraries="tabulate wcwidth", inside="tui"
    ),
}
"""Every group: a folder or a module directly below `overleg`, and `overleg` itself."""

HEAVY = {"docx", "filelock", "icalendar", "tabulate", "textual", "tinydb"}
"""The libraries that starting the program must not wait for."""


LIGHT = {"msgspec", "typing_extensions"}
"""The records, and what they bring along where it is installed."""


class Import(NamedTuple):
    """An import in a module: the dotted name, its line, and whether it stands within a function."""

    name: str
    line: int
    inside: bool


def test_every_folder_and_module_says_what_it_may_import() -> None:
    assert {group(module) for module in modules()} - TABLE.keys() == set()


def test_no_module_imports_what_its_group_may_not() -> None:
    wrong = [
        f"{module}, line {found.line}: {found.name}"
        for module, path in modules().items()
        for found in imports(path.read_text(encoding="utf-8"))
        if not allowed(group(module), found)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("module", "source", "verdict"),
    [
        ("domain", "import json, msgspec", True),
        ("domain", "from overleg.domain.model import Session", True),
        ("domain", "from overleg import __version__", True),
        ("domain", "import tinydb", False),
        ("domain", "from overleg import desk", False),
        ("domain", "def rule():\n    from overleg.store import files", False),
        ("domain", "if TYPE_CHECKING:\n    import requests", False),
        ("cli", "def open_app():\n    from overleg.tui.app import App", True),
        ("cli", "class App:\n    from overleg.tui.app import App", False),
        ("cli", "import overleg.tui", False),
        ("tui", "import overleg.word.render as render", False),
    ],
)
def test_the_table_is_held(module: str, source: str, verdict: bool) -> None:
    assert all(allowed(module, found) for found in imports(source)) is verdict


def test_importing_the_package_loads_nothing_else() -> None:
    assert loaded_by("overleg") == {"overleg"}


def test_starting_the_program_loads_no_heavy_library() -> None:
    assert libraries(loaded_by("overleg.cli.main")) & HEAVY == set()


@pytest.mark.parametrize("name", sorted(TABLE.keys() - {"overleg", "__main__"}))
def test_a_group_loads_only_the_libraries_of_the_groups_it_builds_on(name: str) -> None:
    loaded = libraries(loaded_by(*(module for module in modules() if group(module) == name)))
    expected = {library for below in built_on(name) for library in TABLE[below].libraries}
    # A library brings others along; only where there is none can all of them be named.
    unexpected = (loaded & HEAVY) - expected if expected else loaded - LIGHT
    assert unexpected == set()


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in sorted((ROOT / "overleg").rglob("*.py"))
    }


def group(module: str) -> str:
    return module.removeprefix("overleg.").partition(".")[0]


def imports(source: str) -> Iterator[Import]:
    """Every import in a source, those within functions and conditions as well."""
    waiting: list[tuple[ast.AST, bool]] = [(ast.parse(source), False)]
    while waiting:
        node, inside = waiting.pop()
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno, inside) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (Import(f"{node.module}.{alias.name}", node.lineno, inside) for alias in node.names)
        inside = inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        waiting += [(child, inside) for child in ast.iter_child_nodes(node)]


def allowed(importing: str, found: Import) -> bool:
    row = TABLE[importing]
    package, _, rest = found.name.partition(".")
    if package in sys.stdlib_module_names or package == "msgspec":
        return True
    target = rest.partition(".")[0] if package == "overleg" else package
    if package == "overleg" and target not in TABLE:  # a name of the package itself, such as __version__
        return True
    return target in {importing, *row.groups, *row.libraries} or (found.inside and target in row.inside)


def built_on(name: str) -> set[str]:
    """A group and all groups below it, as far as they are loaded with it."""
    return {name}.union(*(built_on(below) for below in TABLE[name].groups))


def loaded_by(*names: str) -> set[str]:
    """The modules that a new process has loaded when it has imported these."""
    importing = "; ".join(f"import {name}" for name in names) or "pass"
    source = f"import sys; before = set(sys.modules); {importing}; print(*(sys.modules.keys() - before))"
    done = subprocess.run(
        [sys.executable, "-c", source], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def libraries(loaded: set[str]) -> set[str]:
    """The names of what is neither the standard library nor ours."""
    return {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names - {"overleg"}
