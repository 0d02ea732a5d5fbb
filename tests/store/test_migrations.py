import json

import pytest

from overleg.domain.model import FORMAT
from overleg.store import decoding, migrations
from overleg.store.decoding import read_session
from overleg.store.migrations import Migration, migrated
from overleg.store.strictjson import Tables
from overleg.store.unreadable import BadContent
from tests.store.sessions import NAME, a_session
from tests.store.test_decoding import DATA


def first_to_second(tables: Tables) -> Tables:
    return tables | {"second": {}}


def second_to_third(tables: Tables) -> Tables:
    return tables | {"third": tables["second"]}


STEPS = {1: first_to_second, 2: second_to_third}


def test_a_file_goes_through_all_formats_up_to_that_of_now() -> None:
    assert migrated({}, 1, STEPS, wanted=3) == {"second": {}, "third": {}}


def test_a_file_of_the_format_of_now_stays_as_it_is() -> None:
    assert migrated({"x": {}}, 3, STEPS, wanted=3) == {"x": {}}


def test_a_format_that_nothing_leads_from_is_told() -> None:
    assert migrated({}, 1, {2: second_to_third}, wanted=3) is None


def test_an_older_file_opens_as_a_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the field `place` had been called `where` in the format before."""

    def renamed(tables: Tables) -> Tables:
        header = tables["session"]["1"]
        header["place"] = header.pop("where")
        header["format"] = 2
        return tables

    monkeypatch.setattr(decoding, "FORMAT", 2)
    old = DATA.replace(b'"place":""', b'"where":"dorpshuis"')
    monkeypatch.setattr(
        decoding, "migrated", lambda tables, number: migrated(tables, number, {1: renamed}, 2)
    )
    assert read_session(old, NAME).session.place == "dorpshuis"


def test_an_older_file_that_can_no_longer_be_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with_steps(monkeypatch, {})
    with pytest.raises(BadContent, match="files of format 1 can no longer be read"):
        read_session(DATA, NAME)


def with_steps(monkeypatch: pytest.MonkeyPatch, steps: dict[int, Migration]) -> None:
    """Makes 2 the format of now."""
    monkeypatch.setattr(decoding, "FORMAT", 2)
    monkeypatch.setattr(decoding, "migrated", lambda tables, number: migrated(tables, number, steps, 2))


def test_every_step_leads_from_a_format_that_existed() -> None:
    assert set(migrations.MIGRATIONS) == set(range(1, FORMAT))
    assert json.loads(DATA)["session"]["1"]["format"] == a_session().format == FORMAT
