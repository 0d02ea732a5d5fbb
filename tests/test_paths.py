import os
from pathlib import Path

import pytest

from overleg import paths


class TestHome:
    def test_is_the_folder_that_the_user_named(self, tmp_path: Path) -> None:
        assert paths.home({"OVERLEG_HOME": str(tmp_path / "team")}, Path("/elsewhere")) == tmp_path / "team"

    def test_may_be_named_from_where_one_is(self, tmp_path: Path) -> None:
        assert paths.home({"OVERLEG_HOME": "team"}, tmp_path) == tmp_path / "team"

    def test_may_be_named_from_the_users_home(self, tmp_path: Path) -> None:
        assert paths.home({"OVERLEG_HOME": "~/team"}, tmp_path) == Path.home() / "team"

    def test_is_where_one_is_when_meetings_are_kept_there(self, tmp_path: Path) -> None:
        (tmp_path / "sessions").mkdir()
        assert paths.home({}, tmp_path) == tmp_path

    def test_is_a_folder_in_the_documents_otherwise(self, tmp_path: Path) -> None:
        assert paths.home({}, tmp_path) == paths.documents_folder() / "Overleg"

    def test_is_not_where_a_file_happens_to_be_called_sessions(self, tmp_path: Path) -> None:
        (tmp_path / "sessions").touch()
        assert paths.home({}, tmp_path) != tmp_path

    def test_is_the_named_folder_even_where_meetings_are_kept(self, tmp_path: Path) -> None:
        (tmp_path / "sessions").mkdir()
        assert paths.home({"OVERLEG_HOME": "team"}, tmp_path) == tmp_path / "team"


def test_finding_the_folders_makes_none_of_them(tmp_path: Path) -> None:
    home = paths.home({"OVERLEG_HOME": "team"}, tmp_path)
    paths.sessions_folder(home)
    paths.exports_folder(home)
    assert os.listdir(tmp_path) == []
    assert not paths.config_folder().exists()


@pytest.mark.skipif("sys.platform != 'linux'", reason="only Linux lets the user name the folder in a file")
def test_the_documents_have_the_name_that_the_user_gave_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "user-dirs.dirs").write_text('XDG_DOCUMENTS_DIR="$HOME/Documenten"\n', encoding="utf-8")
    assert paths.home({}, tmp_path) == Path.home() / "Documenten" / "Overleg"
