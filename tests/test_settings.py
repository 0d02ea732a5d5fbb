from collections.abc import Mapping
from pathlib import Path

import pytest

from overleg import paths, settings
from overleg.domain.choices import Language
from overleg.settings import Look, Settings, SettingsError, screen_language

NL, EN = Language


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A settings file in the working folder `tmp_path`; the test writes it."""
    return tmp_path / "settings.toml"


class TestLoading:
    def test_nothing_is_chosen_where_there_is_no_file(self, tmp_path: Path) -> None:
        assert settings.load(tmp_path) == Settings()

    def test_nothing_is_chosen_in_an_empty_file(self, file: Path) -> None:
        file.touch()
        assert settings.load(file.parent) == Settings(file=file)

    def test_a_team_has_its_settings_in_its_working_folder(self, file: Path) -> None:
        file.write_text('language = "en"\n', encoding="utf-8")
        assert settings.load(file.parent) == Settings(language=EN, file=file)

    def test_a_user_has_settings_of_their_own(self, tmp_path: Path) -> None:
        file = choose_as_user('language = "en"')
        assert settings.load(tmp_path) == Settings(language=EN, file=file)

    def test_the_working_folder_goes_before_the_user(self, file: Path) -> None:
        choose_as_user('language = "en"')
        file.write_text('language = "nl"\n', encoding="utf-8")
        assert settings.load(file.parent) == Settings(language=NL, file=file)

    def test_a_file_from_a_windows_editor_is_read(self, file: Path) -> None:
        file.write_bytes(b'\xef\xbb\xbflanguage = "en"\r\n')
        assert settings.load(file.parent) == Settings(language=EN, file=file)

    def test_a_folder_called_like_the_file_is_no_file(self, file: Path) -> None:
        file.mkdir()
        assert settings.load(file.parent) == Settings()

    def test_the_colours_of_the_app_are_a_choice(self, file: Path) -> None:
        file.write_text('theme = "beamer"\n', encoding="utf-8")
        assert settings.load(file.parent) == Settings(theme=Look.BEAMER, file=file)

    def test_keys_are_handed_on_as_they_stand_there(self, file: Path) -> None:
        file.write_text('[keys]\nnext_item = "f9"\nundo = ["ctrl+z", "ctrl+g"]\n', encoding="utf-8")
        keys = {"next_item": "f9", "undo": ["ctrl+z", "ctrl+g"]}
        assert settings.load(file.parent) == Settings(keys=keys, file=file)

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b'theme = "pink"', '"pink"'),
            (b"theme = true", '"True"'),
            (b'keys = "f9"', "keys"),
            (b'language = "de"', '"de"'),
            (b'language = ["nl"]', "nl"),
            (b"language = 1", '"1"'),
            (b'taal = "nl"', '"taal"'),
            (b"language = nl", "line 1"),
            (b"language = \xff", "utf-8"),
        ],
    )
    def test_what_it_does_not_know_is_refused_with_the_file_and_the_fault(
        self, file: Path, content: bytes, said: str
    ) -> None:
        file.write_bytes(content)
        with pytest.raises(SettingsError) as refused:
            settings.load(file.parent)
        assert str(file) in str(refused.value)
        assert said in str(refused.value)
        assert refused.value.hint

    def test_a_file_that_may_not_be_read_is_refused(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def denied(*_: object, **__: object) -> str:
            raise PermissionError(13, "Permission denied")

        file.touch()
        monkeypatch.setattr(Path, "read_text", denied)
        with pytest.raises(SettingsError, match="Permission denied"):
            settings.load(file.parent)


class TestScreenLanguage:
    @pytest.mark.parametrize(
        ("option", "variable", "chosen", "system", "language"),
        [
            ("en", "nl", NL, "nl_NL", EN),
            (None, "en", NL, "nl_NL", EN),
            (None, "", EN, "nl_NL", EN),
            (None, "", None, "en_GB.UTF-8", EN),
            (None, "", None, "nl_BE@euro", NL),
            (None, "", None, "en", EN),
            (None, "", None, "Dutch_Netherlands", NL),
            (None, "", None, "English_United States", EN),
            (None, "", None, "de_DE.UTF-8", NL),
            (None, "", None, "C.UTF-8", NL),
            (None, "", None, "", NL),
        ],
    )
    def test_is_the_nearest_choice(
        self, option: str | None, variable: str, chosen: Language | None, system: str, language: Language
    ) -> None:
        environ = {"OVERLEG_LANGUAGE": variable}
        assert screen_language(option, environ, Settings(language=chosen), system) is language

    def test_is_refused_where_the_option_names_another(self) -> None:
        with pytest.raises(SettingsError, match=r'--language.*"fy".*nl, en'):
            screen_language("fy", {}, Settings(), "")

    def test_is_refused_where_the_variable_names_another(self) -> None:
        with pytest.raises(SettingsError, match=r'OVERLEG_LANGUAGE.*"fy".*nl, en'):
            screen_language(None, {"OVERLEG_LANGUAGE": "fy"}, Settings(), "")


class TestSystemLocale:
    @pytest.mark.parametrize(
        ("environ", "locale"),
        [
            ({"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "nl_NL", "LANG": "de_DE"}, "en_GB.UTF-8"),
            ({"LC_ALL": "", "LC_MESSAGES": "nl_NL", "LANG": "de_DE"}, "nl_NL"),
            ({"LANG": "de_DE"}, "de_DE"),
        ],
    )
    def test_is_what_the_environment_says_of_messages(self, environ: Mapping[str, str], locale: str) -> None:
        assert settings.system_locale(environ) == locale

    def test_is_nothing_where_the_environment_says_nothing(self) -> None:
        assert settings.system_locale({}, "linux") == ""

    def test_is_what_windows_says_where_there_are_no_such_variables(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("locale.getlocale", lambda: ("Dutch_Netherlands", "1252"))
        assert settings.system_locale({}, "win32") == "Dutch_Netherlands"

    def test_is_nothing_where_python_has_no_name_for_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def unknown() -> tuple[str, str]:
            raise ValueError("unknown locale: fil-PH")

        monkeypatch.setattr("locale.getlocale", unknown)
        assert settings.system_locale({}, "win32") == ""


def choose_as_user(line: str) -> Path:
    file = paths.config_folder() / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text(line, encoding="utf-8")
    return file
