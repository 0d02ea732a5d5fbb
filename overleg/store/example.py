"""The example meeting that comes with the program: how it was planned, and every line at its moment."""

from datetime import date, datetime, time
from importlib.resources import files

import msgspec

from overleg.domain.choices import Language

_FILE = "example/warnsveld.toml"


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the chair typed, at a time of the clock, in a step of the form."""

    at: str
    step: str
    line: str


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    date: date
    start: str
    end: str
    place: str
    form: str
    series: str
    language: Language
    parties: tuple[str, ...]
    people: tuple[str, ...]
    chair: str
    secretary: str
    lines: tuple[Line, ...]

    def typed(self, most: int | None = None) -> list[tuple[datetime, str]]:
        """The lines, or the first so many, at their moments; with the commands that go to the next step."""
        typed = []
        step = ""
        for each in self.lines[:most]:
            moment = datetime.combine(self.date, time.fromisoformat(each.at))
            if each.step != step:
                typed.append((moment, f"/stap {each.step}"))
            typed.append((moment, each.line))
            step = each.step
        return typed


def read_example() -> Example:
    # Imported here: only the example needs it, and reading TOML is not free.
    import tomllib

    text = files("overleg").joinpath(_FILE).read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Example)
