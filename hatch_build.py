"""The build hook: compiles the gettext catalogues, for the wheel and for the editable install."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is hatchling's own affair
    """Writes an .mo beside every .po."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for source in Path(self.root).glob("overleg/locale/*/LC_MESSAGES/*.po"):
            with source.open("rb") as translated, source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(translated, locale=source.parents[1].name))
