"""Parties, people and target groups as lines, and lists that are rewritten as lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as but

from overleg.domain import group_lines, party_lines, person_lines
from overleg.domain.changes import apply
from overleg.domain.choices import Base, Language, Mandate, Paid, PartyKind, Seat, SeatRole
from overleg.domain.model import AgendaItem, Party, Session
from overleg.domain.rewriting import AGENDA, GROUPS, PARTIES, PEOPLE, Line, List, changes_of, read_lines
from overleg.domain.text import clean
from overleg.domain.together import Together
from overleg.errors import UsageError
from tests.domain.conftest import NOW, a_table


def parties_of(text: str) -> list[Party]:
    parties: list[Party] = []
    for line in text.splitlines():
        parties.append(party_lines.read_line(line, parties))
    return parties


class TestParties:
    @pytest.mark.parametrize("line", ["Zorg:brandweer", "ZOR=Zorg:zorg:brandweer", "Zorg; gast; brandweer"])
    def test_a_word_that_is_no_kind_is_named_as_it_was_typed(self, line: str) -> None:
        with pytest.raises(UsageError) as fault:
            parties_of(line)
        assert str(fault.value.message) == "“brandweer” is no kind of party."

    def test_a_name_is_enough(self) -> None:
        (party,) = parties_of("Gemeente")
        assert (party.code, party.name, party.kind) == ("GEM", "Gemeente", PartyKind.MUNICIPALITY)

    @pytest.mark.parametrize(
        ("line", "kind"),
        [
            ("ZorgOrg", PartyKind.CARE),
            ("Huurdersvereniging Noord", PartyKind.TENANTS),
            ("Dorpsbelang", PartyKind.RESIDENTS),
            ("Woningstichting Thuis", PartyKind.HOUSING),
            ("Stichting Samen", PartyKind.OTHER),
        ],
    )
    def test_the_name_gives_the_kind_away(self, line: str, kind: PartyKind) -> None:
        assert parties_of(line)[0].kind is kind

    @pytest.mark.parametrize("line", ["WIJ=Samen:bewoners", "WIJ=Samen:residents", "wij = Samen ; Bewoners"])
    def test_a_kind_is_understood_in_both_languages(self, line: str) -> None:
        (party,) = parties_of(line)
        assert (party.code, party.name, party.kind) == ("WIJ", "Samen", PartyKind.RESIDENTS)
        assert party.base is Base.COMMUNITY

    @pytest.mark.parametrize(
        "line",
        ["GEM=Gemeente:gemeente:gast", "GEM=Gemeente:municipality:system:guest", "GEM=Gemeente::gast"],
    )
    def test_a_guest_is_a_guest(self, line: str) -> None:
        (party,) = parties_of(line)
        assert (party.seat, party.kind) == (Seat.GUEST, PartyKind.MUNICIPALITY)

    def test_two_names_that_begin_alike_get_codes_of_their_own(self) -> None:
        assert [party.code for party in parties_of("Zorg Noord\nZorg Zuid")] == ["ZOR", "ZOR2"]

    @pytest.mark.parametrize(
        "text",
        ["GEM=Gemeente\nGEM=Gelderland", "GEM=Gemeente:kerk", "X=Iets", "123", "", "=", "A=B=C:x:y:z:q"],
    )
    def test_what_is_not_clear_is_refused_in_words(self, text: str) -> None:
        with pytest.raises(UsageError):
            parties_of(text or " ")

    def test_markup_in_a_name_is_a_name(self) -> None:
        assert parties_of("DOR=Dorp [x] [/b]")[0].name == "Dorp [x] [/b]"


class TestPeople:
    PARTIES = tuple(parties_of("GEM=Gemeente\nWIJ=Samen:bewoners"))

    @pytest.mark.parametrize(
        "line",
        [
            "GEM:Ruud Ketelaar:beleidsadviseur",
            "GEM; Ruud Ketelaar; beleidsadviseur",
            "Ruud Ketelaar; Gemeente; beleidsadviseur",
            "Ruud Ketelaar, gemeente, beleidsadviseur",
        ],
    )
    def test_a_line_has_party_name_and_function(self, line: str) -> None:
        person = person_lines.read_line(line, self.PARTIES)
        assert (person.name, person.party, person.function) == ("Ruud Ketelaar", "GEM", "beleidsadviseur")
        assert person.paid is Paid.YES

    def test_mandate_seat_and_pay_stand_in_any_order(self) -> None:
        person = person_lines.read_line("WIJ; An; voorzitter; ruggespraak de leden; betaald", self.PARTIES)
        assert (person.mandate, person.mandate_body) == (Mandate.CONSULT, "de leden")
        assert (person.seat_role, person.paid, person.function) == (SeatRole.CHAIR, Paid.YES, "")

    @pytest.mark.parametrize("line", ["Marleen", "-; Marleen", "-:Marleen"])
    def test_somebody_may_have_no_party(self, line: str) -> None:
        person = person_lines.read_line(line, self.PARTIES)
        assert (person.name, person.party, person.paid) == ("Marleen", None, Paid.UNKNOWN)

    def test_a_party_may_stand_in_brackets(self) -> None:
        person = person_lines.read_line("Ruud Ketelaar (GEM)", self.PARTIES)
        assert (person.name, person.party) == ("Ruud Ketelaar", "GEM")

    @pytest.mark.parametrize(
        "line",
        [
            "GEM; Ruud Ketelaar; beleidsadviseur; ruud@gemeente.nl",
            "ruud@gemeente.nl, Ruud Ketelaar, gemeente, beleidsadviseur",
            "GEM:Ruud Ketelaar <ruud@gemeente.nl>:beleidsadviseur",
        ],
    )
    def test_an_address_may_stand_anywhere(self, line: str) -> None:
        person = person_lines.read_line(line, self.PARTIES)
        assert (person.name, person.party, person.function) == ("Ruud Ketelaar", "GEM", "beleidsadviseur")
        assert person.email == "ruud@gemeente.nl"

    def test_a_name_with_its_address_may_come_from_a_mail(self) -> None:
        person = person_lines.read_line("Ruud Ketelaar (GEM) <ruud@gemeente.nl>", self.PARTIES)
        assert (person.name, person.party, person.email) == ("Ruud Ketelaar", "GEM", "ruud@gemeente.nl")

    @pytest.mark.parametrize(
        "line",
        [
            "GEM; Ruud; ruud@gemeente",
            "GEM; Ruud; ruud@",
            "GEM; Ruud; ruud @gemeente.nl",
            "GEM; Ruud; ruud@a.nl; raad@b.nl",
            "GEM; Ruud <ruud@a.nl>; raad@b.nl",
            "GEM; Ruud ruud@gemeente.nl",
        ],
    )
    def test_what_is_no_address_is_refused_and_never_printed_as_a_function(self, line: str) -> None:
        with pytest.raises(UsageError, match="is not an e-mail address"):
            person_lines.read_line(line, self.PARTIES)

    def test_a_sign_within_a_function_makes_no_address(self) -> None:
        assert person_lines.read_line("GEM; An; trainee @ zorg", self.PARTIES).function == "trainee @ zorg"

    @pytest.mark.parametrize("language", list(Language))
    def test_a_line_is_read_again_as_the_same_person(self, language: Language) -> None:
        line = "GEM; Ruud; adviseur; ruggespraak college; notulist; onbetaald; ruud@gemeente.nl"
        person = person_lines.read_line(line, self.PARTIES)
        written = person_lines.line_of(person, self.PARTIES, language)
        assert person_lines.read_line(written, self.PARTIES) == person

    @pytest.mark.parametrize("line", ["", "GEM", "GEM:", "-", "XYZ: Piet", ";;", "ruud@gemeente.nl"])
    def test_a_line_without_a_name_is_refused_in_words(self, line: str) -> None:
        with pytest.raises(UsageError):
            person_lines.read_line(line, self.PARTIES)


def test_a_group_may_have_a_note() -> None:
    group = group_lines.read_line("Senioren: ook mantelzorgers")
    assert (group.slug, group.title, group.note) == ("senioren", "Senioren", "ook mantelzorgers")


def rewritten(session: Session, of: List, text: str) -> Session:
    changes = changes_of(session, of, read_lines(session, of, text), NOW)
    return apply(session, Together(at=NOW, changes=changes)) if changes else session


class TestRewriting:
    @pytest.fixture
    def agenda(self, session: Session) -> Session:
        items = (
            AgendaItem(id="een", title="Welkom", planned_minutes=5, prompt="Wie ben je?", step="opening"),
            AgendaItem(id="twee", title="Begroting", planned_minutes=20),
            AgendaItem(id="drie", title="Rondvraag"),
        )
        return but(session, agenda=items)

    @pytest.mark.parametrize("of", [AGENDA, PARTIES, PEOPLE, GROUPS], ids=lambda of: of.table)
    def test_lines_that_were_not_touched_change_nothing(self, agenda: Session, of: List) -> None:
        assert rewritten(agenda, of, of.text(agenda)) is agenda

    def test_a_line_that_was_changed_keeps_what_it_does_not_say(self, agenda: Session) -> None:
        after = rewritten(agenda, AGENDA, "1 Welkom (10 min)\n2 Begroting (20 min)\n3 Rondvraag")
        assert after.agenda[0] == but(agenda.agenda[0], planned_minutes=10)

    def test_lines_are_moved_added_and_taken_out_in_one_go(self, agenda: Session) -> None:
        after = rewritten(agenda, AGENDA, "3 Rondvraag\nTussendoor 5m\n1 Welkom (5 min)")
        assert [item.title for item in after.agenda] == ["Rondvraag", "Tussendoor", "Welkom"]
        assert [item.id for item in after.agenda] == ["drie", "tussendoor", "een"]

    def test_a_line_that_stands_there_twice_is_a_second_one(self, agenda: Session) -> None:
        after = rewritten(agenda, AGENDA, f"{AGENDA.text(agenda)}\n3 Rondvraag")
        assert [item.id for item in after.agenda] == ["een", "twee", "drie", "rondvraag"]

    def test_a_line_with_a_problem_says_so_and_is_not_dropped(self, session: Session) -> None:
        lines = read_lines(session, PARTIES, "GEM=Gemeente:gemeente\nX=Iets\n\nHuurders")
        assert [line.problem is not None for line in lines] == [False, True, False, False]

    def test_a_new_party_gets_a_code_that_no_other_has(self, session: Session) -> None:
        after = rewritten(session, PARTIES, f"Gemeente Zutphen\n{PARTIES.text(session)}")
        assert [party.code for party in after.parties] == ["GEM2", "GEM", "ZOR", "WIJ"]

    def test_people_keep_their_seat_and_their_id(self, session: Session) -> None:
        text = PEOPLE.text(session).replace("Ruud Ketelaar", "Ruud Ketelaar; wethouder; ruud@gemeente.nl")
        after = rewritten(session, PEOPLE, text)
        assert (after.people[0].id, after.people[0].function) == ("ruud-ketelaar", "wethouder")
        assert after.people[0].email == "ruud@gemeente.nl"
        again = rewritten(after, PEOPLE, PEOPLE.text(after).replace("wethouder", "raadslid"))
        assert again.people[0].email == "ruud@gemeente.nl"


LISTS = (AGENDA, PARTIES, PEOPLE, GROUPS)
texts = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(
            ["Gemeente", "GEM=Gemeente", "ZOR; Piet; x", "3 Begroting (20 min) ZOR besluit", "[/x]"]
        ),
    ),
    max_size=6,
).map("\n".join)


@settings(max_examples=200, deadline=None)
@given(text=texts, place=st.integers(0, 3))
def test_any_text_is_read_line_by_line_and_its_list_is_read_again(text: str, place: int) -> None:
    session, of = a_table(), LISTS[place]
    lines = read_lines(session, of, text)
    assert len(lines) == len(text.split("\n"))
    for typed, line in zip(text.split("\n"), lines, strict=True):
        assert (line.row or line.problem) if clean(typed).strip() else line == Line()
    if of is AGENDA:
        after = rewritten(session, of, text)
        assert rewritten(after, of, of.text(after)) is after


@pytest.mark.parametrize("language", list(Language))
def test_a_table_is_read_again_from_its_lines(session: Session, language: Language) -> None:
    others = [party_lines.read_line(party_lines.line_of(party, language)) for party in session.parties]
    assert others == list(session.parties)
