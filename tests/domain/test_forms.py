"""Meeting forms: what comes with the program, and what a team adds."""

from pathlib import Path

import pytest

from overleg.domain.choices import Kind, Language, Mode
from overleg.domain.forms import MeetingForm, agenda_of
from overleg.domain.model import Session
from overleg.errors import OverlegError
from overleg.store.forms import read_forms


def test_five_forms_come_with_the_program(forms: dict[str, MeetingForm]) -> None:
    assert {key: (len(form.steps), form.minutes) for key, form in forms.items()} == {
        "first_meeting": (9, 105),
        "living_lab": (10, 128),
        "neighbourhood_contract": (9, 115),
        "expedition": (10, 120),
        "housing_care_programme": (10, 123),
    }


def test_every_step_speaks_both_languages(forms: dict[str, MeetingForm]) -> None:
    for form in forms.values():
        for step in form.steps:
            assert all((step.title.nl, step.title.en, step.prompt.nl, step.prompt.en, step.kinds))


def test_a_form_is_copied_in_the_language_of_the_session(
    session: Session, forms: dict[str, MeetingForm]
) -> None:
    form = forms["first_meeting"]
    dutch, english = (agenda_of(form, session.parties, language)[2] for language in Language)
    assert (dutch.title, english.title) == ("Open kaart", "Cards on the table")
    assert dutch.kinds[0] is Kind.NOTE


def test_party_rounds_take_as_long_as_there_are_parties(
    session: Session, forms: dict[str, MeetingForm]
) -> None:
    agenda = agenda_of(forms["first_meeting"], session.parties, Language.NL)
    minutes = {item.step: item.planned_minutes for item in agenda}
    assert (minutes["opening"], minutes["open_agenda"], minutes["reverse"]) == (6, 11, 8)
    assert minutes["case"] == 10
    alone = agenda_of(forms["first_meeting"], session.parties[:1], Language.NL)
    assert {item.planned_minutes for item in alone if item.mode is Mode.PARTY_ROUND} == {5}


class TestOfATeam:
    FORM = """
        title = { nl = "Koffie", en = "Coffee" }
        goal = { nl = "Bijpraten", en = "Catching up" }
        parties = { nl = "Iedereen", en = "Everybody" }
        documents = ["minutes"]
        [[steps]]
        key = "praten"
        title = { nl = "Praten", en = "Talking" }
        minutes = 15
        mode = "plenary"
        prompt = { nl = "Hoe gaat het?", en = "How are you?" }
        kinds = ["note"]
    """

    def test_a_form_beside_the_sessions_is_found(self, tmp_path: Path) -> None:
        (tmp_path / "forms").mkdir()
        (tmp_path / "forms" / "koffie.toml").write_text(self.FORM, encoding="utf-8")
        forms = read_forms(tmp_path)
        assert forms["koffie"].steps[0].title.nl == "Praten"
        assert "first_meeting" in forms

    @pytest.mark.parametrize(
        ("old", "new"),
        [('"plenary"', '"staand"'), ("minutes = 15", 'minutes = "lang"'), ("[[steps]]", "[[steps")],
    )
    def test_a_form_that_cannot_be_read_is_named_with_what_is_wrong(
        self, tmp_path: Path, old: str, new: str
    ) -> None:
        (tmp_path / "forms").mkdir()
        (tmp_path / "forms" / "koffie.toml").write_text(self.FORM.replace(old, new), encoding="utf-8")
        with pytest.raises(OverlegError, match="koffie"):
            read_forms(tmp_path)
