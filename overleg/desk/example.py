"""The example meeting, made anew each time."""

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk, found_session
from overleg.domain import setup
from overleg.domain.model import Person
from overleg.domain.setup import Setup
from overleg.store.example import Example, read_example
from overleg.store.forms import read_forms


def open_example(folders: Folders, most: int | None = None) -> Desk:
    """The example meeting, or its first so many lines, made anew as the chair typed it.

    The clock of the desk stands still at the moment of the last line.
    """
    example = read_example()
    typed = example.typed(most)
    now = typed[0][0]
    desk = found_session(folders, _example_plan(folders, example), lambda: now)
    for moment, line in typed:
        now = moment
        desk.enter(line)
    return desk


def _example_plan(folders: Folders, example: Example) -> Setup:
    parties = tuple(setup.read_party(typed) for typed in example.parties)
    people: tuple[Person, ...] = ()
    for typed in example.people:
        people = (*people, setup.read_person(typed, parties, people))
    return Setup(
        title=example.title,
        date=example.date,
        series=setup.new_series(example.series),
        start=example.start,
        end=example.end,
        place=example.place,
        form=read_forms(folders.home)[example.form],
        language=example.language,
        parties=parties,
        people=people,
        chair=example.chair,
        secretary=example.secretary,
    )
