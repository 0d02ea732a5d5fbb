"""The lines that must come out right, and what each mark on a line means."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace as but

from overleg.domain.agenda_changes import GoToItem, TakeInStep
from overleg.domain.capture import Command, Context, parse
from overleg.domain.choices import (
    AnswerValue,
    AttendanceStatus,
    BottleneckCategory,
    Kind,
    Language,
    NoteSubtype,
    Rasci,
    Seat,
    Sensitivity,
)
from overleg.domain.entry_changes import (
    AddEntry,
    Amend,
    Endorse,
    GiveAnswer,
    SetState,
)
from overleg.domain.gaps import missing
from overleg.domain.meeting_changes import Attend, CorrectMinutes, GiveTurn, SetNext
from overleg.domain.model import (
    Action,
    AnyEntry,
    Bottleneck,
    Commitment,
    Decision,
    Note,
    Offer,
    Party,
    Reservation,
    Session,
)
from overleg.store.forms import read_forms
from tests.domain.conftest import NOW, Typed, problem


def added(session: Session, line: str) -> AddEntry:
    read = parse(line, Context(session, NOW))
    assert isinstance(read, AddEntry), read
    return read


def entry(session: Session, line: str) -> AnyEntry:
    return added(session, line).entry


def hints(session: Session, line: str) -> str:
    return " ".join(str(hint) for hint in added(session, line).hints)


class TestTheTableOfTheDesign:
    def test_a_person_after_a_slash_and_a_date_at_the_end(self, session: Session) -> None:
        read = entry(session, "a gem/ruud: stuurt begroting rond, uiterlijk vrijdag")
        assert isinstance(read, Action)
        assert (read.parties, read.person) == (("GEM",), "ruud-ketelaar")
        assert (read.text, read.due) == ("stuurt begroting rond", date(2027, 1, 15))

    def test_person_date_and_class_as_tokens(self, session: Session) -> None:
        read = entry(session, "a ZOR: Begroting delen @Hilde ^2027-01-28 !geld")
        assert isinstance(read, Action)
        assert (read.text, read.person) == ("Begroting delen", "hilde-oosterbaan")
        assert (read.due, read.sensitivity) == (date(2027, 1, 28), Sensitivity.FINANCE)

    def test_an_expectation_of_one_party_from_another(self, session: Session) -> None:
        change = added(session, "v WIJ>ZOR: Scholing en een vaste achterwacht &achterwacht")
        read: Any = change.entry
        assert (read.kind, read.from_party, read.to_party) == (Kind.EXPECTATION, "WIJ", "ZOR")
        assert (read.text, read.task) == ("Scholing en een vaste achterwacht", "achterwacht")
        assert [task.slug for task in change.tasks] == ["achterwacht"]

    def test_an_answer_of_the_addressed_party(self, session: Session, typed: Typed) -> None:
        session = typed(session, "v WIJ>ZOR: Scholing", "=V-001 bespreken: eerst langs planning")
        answer: Any = session.entries[0]
        assert (answer.status, answer.answer.value) == ("answered", AnswerValue.DISCUSS)
        assert answer.answer.text == "eerst langs planning"

    def test_per_direct_is_no_date(self, session: Session) -> None:
        read = entry(session, "b *: Verslag vastgesteld, per direct")
        assert (read.kind, read.parties, read.for_all) == (Kind.DECISION, ("GEM", "ZOR", "WIJ"), True)
        assert read.text == "Verslag vastgesteld, per direct"

    def test_a_bottleneck_has_a_category_and_a_severity_and_no_date(self, session: Session) -> None:
        read = entry(session, "k ZOR: [geld5] Huurcontract loopt tot eind 2029 !fin")
        assert isinstance(read, Bottleneck)
        assert (read.category, read.severity) == (BottleneckCategory.FINANCE, 5)
        assert (read.text, read.sensitivity) == ("Huurcontract loopt tot eind 2029", Sensitivity.FINANCE)

    @pytest.mark.parametrize(
        "line",
        [
            "Let op: de zaal sluit om tien uur",
            "A12 afsluiten tijdens de braderie",
            "mei 2 borden plaatsen",
            '[concept] [/b] <x> & "y"',
        ],
    )
    def test_what_names_no_kind_and_no_party_is_a_note_with_the_text_whole(
        self, session: Session, line: str
    ) -> None:
        read = entry(session, line)
        assert (read.kind, read.text, read.parties) == (Kind.NOTE, line, ())

    def test_a_date_that_is_not_at_the_end_stays_text_and_is_asked_for(self, session: Session) -> None:
        read = entry(session, "a GEM: notitie voor vrijdag verzenden")
        assert read.text == "notitie voor vrijdag verzenden"
        assert "when" in missing(read)

    def test_a_word_for_the_kind_and_the_party_of_the_turn(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/beurt WIJ")
        read = entry(session, "doel: iedereen telt mee")
        assert (read.kind, read.parties, read.text) == (Kind.GOAL, ("WIJ",), "iedereen telt mee")

    def test_an_unknown_party_is_said_and_saved_as_text(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/beurt WIJ")
        read = entry(session, "a geemente: bellen")
        assert (read.parties, read.text) == ((), "geemente: bellen")
        assert "did you mean Gemeente?" in hints(session, "a geemente: bellen")

    def test_an_answer_to_what_is_not_there_stays_in_the_bar(self, session: Session) -> None:
        assert "V-099" in str(problem(session, "=V-099 ja").message)


class TestTheKindOfALine:
    @pytest.mark.parametrize(
        ("line", "kind"),
        [
            ("d iets", Kind.GOAL),
            ("g iets", Kind.BOUNDARY),
            ("K iets", Kind.BOTTLENECK),
            ("goal: iets", Kind.GOAL),
            ("BESLUIT: iets", Kind.DECISION),
            ("decision: iets", Kind.DECISION),
            ("sterk punt: iets", Kind.STRENGTH),
            ("actie GEM: bellen", Kind.ACTION),
            ("zomaar iets", Kind.NOTE),
            ("g", Kind.NOTE),
        ],
    )
    def test_comes_from_a_letter_or_a_word_of_either_language(
        self, session: Session, line: str, kind: Kind
    ) -> None:
        assert entry(session, line).kind is kind

    def test_letters_are_those_of_the_language_of_the_session(self, session: Session) -> None:
        english = but(session, language=Language.EN)
        assert entry(english, "x GEM: no care at night").kind is Kind.BOUNDARY
        assert entry(english, "k something").text == "k something"

    def test_is_that_of_the_running_step_when_the_line_names_none(
        self, session: Session, typed: Typed
    ) -> None:
        session = typed(session, "/stap shared_question")
        assert entry(session, "Wonen en zorg blijven").kind is Kind.GOAL


class TestWhoSaysIt:
    @pytest.mark.parametrize(
        ("who", "parties", "person"),
        [
            ("GEM", ("GEM",), None),
            ("gemeente", ("GEM",), None),
            ("zorg", ("ZOR",), None),
            ("wijwarns", ("WIJ",), None),
            ("GEM/Ruud", ("GEM",), "ruud-ketelaar"),
            ("Ruud", ("GEM",), "ruud-ketelaar"),
            ("oosterbaan", ("ZOR",), "hilde-oosterbaan"),
            ("ZOR+GEM", ("ZOR", "GEM"), None),
            ("allen", ("GEM", "ZOR", "WIJ"), None),
        ],
    )
    def test_is_a_code_a_name_a_start_a_person_several_or_all(
        self, session: Session, who: str, parties: tuple[str, ...], person: str | None
    ) -> None:
        read = entry(session, f"a {who}: bellen")
        assert (read.parties, read.person, read.text) == (parties, person, "bellen")

    def test_guests_are_not_all(self, session: Session) -> None:
        guests = but(session, parties=(but(session.parties[0], seat=Seat.GUEST), *session.parties[1:]))
        assert entry(guests, "d *: samen").parties == ("ZOR", "WIJ")

    def test_a_start_that_fits_two_is_text(self, session: Session) -> None:
        twins = but(session, parties=(*session.parties, Party(id="ZON", code="ZON", name="Zonnehof")))
        assert entry(twins, "a zo: bellen").text == "zo: bellen"

    def test_one_party_speaks_as_another(self, session: Session) -> None:
        read = entry(session, "n ZOR/WIJ: wij willen meedoen")
        assert (read.parties, read.voiced_party) == (("ZOR",), "WIJ")

    def test_an_offer_can_be_made_to_all(self, session: Session) -> None:
        read = entry(session, "o WIJ>*: de eettafel")
        assert isinstance(read, Offer)
        assert (read.from_party, read.to_party, read.to_all) == ("WIJ", None, True)

    @pytest.mark.parametrize("line", ["v GEM>GEM: iets", "a GEM>ZOR: iets", "v *>ZOR: iets", "v GEM>*: iets"])
    def test_a_direction_that_means_nothing_stays_text(self, session: Session, line: str) -> None:
        assert entry(session, line).text == line[2:]

    def test_a_person_marked_brings_the_party(self, session: Session) -> None:
        read = entry(session, "a bellen @Hilde")
        assert (read.parties, read.person, read.text) == (("ZOR",), "hilde-oosterbaan", "bellen")


class TestTokens:
    def test_at_the_end_leave_the_text(self, session: Session) -> None:
        change = added(session, "d GEM: Langer thuis #ouderen #mantelzorgers")
        assert change.entry.text == "Langer thuis"
        assert change.entry.target_groups == ("ouderen", "mantelzorgers")
        assert [group.slug for group in change.groups] == ["ouderen", "mantelzorgers"]

    def test_in_a_sentence_leave_their_words_in_it(self, session: Session) -> None:
        read = entry(session, "a GEM: samen met @Ruud kijken wat #ouderen nodig hebben")
        assert read.text == "samen met Ruud kijken wat ouderen nodig hebben"
        assert (read.person, read.target_groups) == ("ruud-ketelaar", ("ouderen",))

    def test_after_a_preposition_belong_to_the_sentence(self, session: Session) -> None:
        assert entry(session, "a GEM: bellen met @Ruud").text == "bellen met Ruud"

    def test_in_quotes_are_text(self, session: Session) -> None:
        read = entry(session, 'n hij zei "mail @Ruud en !v"')
        assert (read.text, read.person) == ('hij zei "mail @Ruud en !v"', None)
        assert read.sensitivity is Sensitivity.NONE

    @pytest.mark.parametrize(
        ("mark", "sensitivity"),
        [
            ("!geld", Sensitivity.FINANCE),
            ("!fin", Sensitivity.FINANCE),
            ("!finance", Sensitivity.FINANCE),
            ("!pers", Sensitivity.PERSONAL),
            ("!personal", Sensitivity.PERSONAL),
            ("!strat", Sensitivity.STRATEGY),
            ("!strategy", Sensitivity.STRATEGY),
            ("!v", Sensitivity.OTHER),
            ("!vertrouwelijk", Sensitivity.OTHER),
            ("!confidential", Sensitivity.OTHER),
        ],
    )
    def test_one_key_makes_it_sensitive(self, session: Session, mark: str, sensitivity: Sensitivity) -> None:
        read = entry(session, f"n GEM: iets {mark}")
        assert (read.text, read.sensitivity) == ("iets", sensitivity)

    @pytest.mark.parametrize("text", ["delen !gel", "delen!geld", "delen (!geld)", "delen !geheimpje"])
    def test_a_class_that_is_not_understood_is_said(self, session: Session, text: str) -> None:
        assert entry(session, f"n GEM: {text}").sensitivity is Sensitivity.NONE
        assert "confidential" in hints(session, f"n GEM: {text}")

    def test_with_a_reservation_the_date_is_that_of_the_reservation(self, session: Session) -> None:
        line = "t GEM: opbouwwerk tot en met december 2027 %college ^2027-02-09"
        read = entry(session, line)
        assert isinstance(read, Commitment)
        assert read.reservation == Reservation(body="college", until=date(2027, 2, 9))
        assert (read.due, read.text) == (None, "opbouwwerk tot en met december 2027")

    def test_a_second_date_is_that_of_the_entry(self, session: Session) -> None:
        read = entry(session, 't GEM: opbouwwerk ^2027-02-09 %"raad van toezicht" ^2027-12-31')
        assert isinstance(read, Commitment)
        assert read.reservation == Reservation(body="raad van toezicht", until=date(2027, 2, 9))
        assert read.due == date(2027, 12, 31)

    def test_a_task_can_carry_a_role(self, session: Session) -> None:
        read = entry(session, "r GEM: Partijen bij elkaar houden &verbinden=A")
        assert (read.task, read.rasci) == ("verbinden", Rasci.ACCOUNTABLE)

    def test_links_point_at_what_is_there(self, session: Session, typed: Typed) -> None:
        session = typed(session, "b *: Werkgroep", "a GEM: Plan ~b1 ~B-001")
        assert [link.ref for link in session.entries[1].links] == ["B-001"]
        assert problem(session, "a GEM: Plan ~B-007").position == 12

    def test_an_unknown_owner_of_an_action_is_kept_as_a_free_name(self, session: Session) -> None:
        read = entry(session, "a ZOR: Sleutel halen @Piet")
        assert isinstance(read, Action)
        assert (read.person, read.owner, read.text) == (None, "Piet", "Sleutel halen")

    def test_more_people_help(self, session: Session) -> None:
        read = entry(session, "a GEM/Ruud: Zaal regelen @Hilde")
        assert isinstance(read, Action)
        assert (read.person, read.helpers) == ("ruud-ketelaar", ("hilde-oosterbaan",))

    @pytest.mark.parametrize(
        "text",
        [
            "50 % korting",
            "a@b.nl mailen",
            "#1 van de lijst",
            "Jansen & Zn",
            "~20 mensen",
            "wow!",
            "2^3",
            "&=x",
        ],
    )
    def test_what_only_looks_like_a_token_is_text(self, session: Session, text: str) -> None:
        assert entry(session, f"n GEM: {text}").text == text

    def test_a_date_where_no_date_belongs_is_text_and_said(self, session: Session) -> None:
        assert entry(session, "n GEM: feest ^2027-03-01").text == "feest ^2027-03-01"
        assert "stays text" in hints(session, "n GEM: feest ^2027-03-01")

    def test_a_date_that_no_calendar_has_is_a_problem_where_it_stands(self, session: Session) -> None:
        found = problem(session, "a GEM: bellen ^2027-02-30")
        assert (found.position, "2027-02-30" in str(found.message)) == (14, True)

    def test_only_marks_and_no_words_are_kept_as_text(self, session: Session) -> None:
        assert entry(session, "a GEM: @Ruud").text == "@Ruud"
        assert entry(session, "a GEM:").text == "GEM:"


class TestDatesOfALine:
    def test_a_decision_takes_only_an_effective_date(self, session: Session) -> None:
        effective = entry(session, "b *: Nieuwe tarieven per 1 maart")
        assert isinstance(effective, Decision)
        assert (effective.text, effective.effective_from) == ("Nieuwe tarieven", date(2027, 3, 1))
        assert entry(session, "b *: Besluit nemen voor 1 maart").text == "Besluit nemen voor 1 maart"

    def test_stand_before_or_after_the_tokens(self, session: Session) -> None:
        for line in ("a GEM: bellen voor vrijdag @Ruud", "a GEM: bellen @Ruud voor vrijdag"):
            read = entry(session, line)
            assert isinstance(read, Action)
            assert (read.text, read.due) == ("bellen", date(2027, 1, 15))

    def test_the_next_meeting_is_a_date_when_it_is_planned(self, session: Session, typed: Typed) -> None:
        line = "a GEM: cijfers meenemen volgend overleg"
        assert entry(session, line).text == "cijfers meenemen volgend overleg"
        planned = typed(session, "/volgende 2027-02-11 19:30")
        read = entry(planned, line)
        assert isinstance(read, Action)
        assert (read.text, read.due) == ("cijfers meenemen", date(2027, 2, 11))

    def test_of_day_and_month_need_no_announcement(self, session: Session) -> None:
        read = entry(session, "a GEM: bellen, 1-12")
        assert isinstance(read, Action)
        assert (read.text, read.due) == ("bellen", date(2027, 12, 1))

    def test_a_line_that_is_only_a_date_is_text(self, session: Session) -> None:
        assert entry(session, "a GEM: vrijdag").text == "vrijdag"


class TestSubtypes:
    def test_a_note_says_what_sort_it_is(self, session: Session) -> None:
        read = entry(session, "n WIJ: [agenda] Niemand moet het dorp uit")
        assert isinstance(read, Note)
        assert (read.subtype, read.text) == (NoteSubtype.AGENDA, "Niemand moet het dorp uit")

    @pytest.mark.parametrize("line", ["n WIJ: [concept] iets", "n WIJ: [feit5] iets", "n [feit]"])
    def test_an_unknown_one_is_text(self, session: Session, line: str) -> None:
        assert entry(session, line).text in line
        assert "[" in entry(session, line).text


class TestLinesAboutAnEntry:
    @pytest.fixture
    def held(self, session: Session, typed: Typed) -> Session:
        return typed(session, "v WIJ>ZOR: Scholing", "b *: Werkgroep", "a GEM: Bellen", "k GEM: Druk")

    def read(self, session: Session, line: str) -> Any:
        return parse(line, Context(session, NOW))

    @pytest.mark.parametrize(
        ("word", "value"),
        [
            ("ja", AnswerValue.ACCEPT),
            ("Yes", AnswerValue.ACCEPT),
            ("nee", AnswerValue.DECLINE),
            ("discuss", AnswerValue.DISCUSS),
            ("te vaag", AnswerValue.REPHRASE),
            ("vague", AnswerValue.REPHRASE),
        ],
    )
    def test_an_answer_is_a_word_of_either_language(
        self, held: Session, word: str, value: AnswerValue
    ) -> None:
        assert self.read(held, f"=V-001 {word}").value is value

    def test_an_answer_can_have_text_reservation_and_class(self, held: Session) -> None:
        read = self.read(held, "=v1 ja: mits betaald %toezichthouders ^2027-02-01 !geld")
        assert isinstance(read, GiveAnswer)
        assert (read.text, read.sensitivity) == ("mits betaald", Sensitivity.FINANCE)
        assert read.reservation == Reservation(body="toezichthouders", until=date(2027, 2, 1))

    @pytest.mark.parametrize(
        ("said", "text"),
        [
            ("ja, maar later", "maar later"),
            ("ja om 19:30", "om 19:30"),
            ("nee. Geen geld", "Geen geld"),
            ("te vaag want zo", "want zo"),
            (": ja", ""),
            ("Ja!", ""),
        ],
    )
    def test_an_answer_is_read_as_people_type_it(self, held: Session, said: str, text: str) -> None:
        read = self.read(held, f"=V-001 {said}")
        assert isinstance(read, GiveAnswer)
        assert read.text == text

    def test_an_answer_without_a_colon_keeps_its_text(self, held: Session) -> None:
        assert self.read(held, "=V-001 ja zie T-002").text == "zie T-002"

    @pytest.mark.parametrize(("line", "position"), [("=V-001", 6), ("=V-001 misschien", 7)])
    def test_an_answer_that_is_none_is_a_problem_where_it_stands(
        self, held: Session, line: str, position: int
    ) -> None:
        assert problem(held, line).position == position

    @pytest.mark.parametrize("named", ["WIJ ZOR GEM", "wij, zor en gemeente.", "*", "allen"])
    def test_several_parties_endorse_at_once(self, held: Session, named: str) -> None:
        read = self.read(held, f"+B-001 {named}")
        assert isinstance(read, Endorse)
        assert set(read.parties) == {"GEM", "ZOR", "WIJ"}

    def test_an_endorsement_can_be_under_reservation(self, held: Session) -> None:
        read = self.read(held, "+B-001 ZOR %toezichthouders ^2027-02-01")
        assert (read.parties, read.reservation.body) == (("ZOR",), "toezichthouders")
        assert read.reservation.until == date(2027, 2, 1)

    def test_an_unknown_party_is_a_problem_where_it_stands(self, held: Session) -> None:
        assert problem(held, "+B-001 WIJ XYZ").position == 11

    def test_without_a_party_it_is_the_one_that_has_the_floor(self, held: Session, typed: Typed) -> None:
        assert "which party" in str(problem(held, "+B-001").message)
        assert self.read(typed(held, "/beurt ZOR"), "+B-001").parties == ("ZOR",)

    def test_nobody_endorses_where_there_are_no_parties(self, session: Session, typed: Typed) -> None:
        alone = typed(but(session, parties=(), people=()), "b iets")
        assert "no parties" in str(problem(alone, "+B-001 *").message)

    def test_an_objection_has_a_party_and_a_text(self, held: Session) -> None:
        read = self.read(held, "?B-001 ZOR: te vroeg")
        assert (read.resists, read.parties, read.text) == (True, ("ZOR",), "te vroeg")

    @pytest.mark.parametrize(
        ("line", "state"),
        [
            ("*A-001 klaar", "done"),
            ("*a1 Done", "done"),
            ("*A-001 Klaar!", "done"),
            ("*A-001 vervallen: geen geld", "dropped"),
            ("*K-001 opgelost", "solved"),
            ("*B-001 ingetrokken: dubbel", "withdrawn"),
        ],
    )
    def test_a_state_is_a_word_of_that_kind(self, held: Session, line: str, state: str) -> None:
        assert self.read(held, line).state == state

    @pytest.mark.parametrize(
        "line",
        [
            "*A-001 vervallen: salaris !pers",
            "*A-001 vervallen !pers: salaris",
            "*A-001 aangepast: salaris !pers",
        ],
    )
    def test_what_becomes_of_an_entry_can_be_sensitive(self, held: Session, line: str) -> None:
        read = self.read(held, line)
        assert (read.text, read.sensitivity) == ("salaris", Sensitivity.PERSONAL)

    def test_a_state_can_bring_a_new_date(self, held: Session) -> None:
        for line in ("*A-001 bezig ^2027-03-01", "*A-001 bezig: later ^2027-03-01"):
            read = self.read(held, line)
            assert isinstance(read, SetState)
            assert (read.state, read.due) == ("busy", date(2027, 3, 1))

    def test_ascii_spelling_of_a_state_will_do(self, session: Session, typed: Typed) -> None:
        session = typed(session, "f *: Elkaar bellen")
        assert self.read(session, "*F-001 geevalueerd").state == "evaluated"

    def test_a_state_of_another_kind_is_a_problem(self, held: Session) -> None:
        found = problem(held, "*A-001 opgelost")
        assert found.position == 7
        assert "done" in str(found.hint)

    def test_amended_brings_the_new_text(self, held: Session) -> None:
        read = self.read(held, "*B-001 aangepast: Werkgroep van vier, voor 1 april")
        assert isinstance(read, Amend)
        assert read.text == "Werkgroep van vier, voor 1 april"

    @pytest.mark.parametrize(
        "line", ["+1 voor dit plan", "* puntje", "? hoe dan", "= gelijk", "+A4 papier kopen", "=", "*A"]
    )
    def test_what_is_about_no_entry_is_a_note(self, held: Session, line: str) -> None:
        assert entry(held, line).text == line


class TestCommands:
    def read(self, session: Session, line: str) -> Any:
        return parse(line, Context(session, NOW, tuple(read_forms().values())))

    def test_a_step_of_a_form_that_the_agenda_lacks_is_taken_in(self, session: Session) -> None:
        read = self.read(session, "/stap reverse")
        assert isinstance(read, TakeInStep)
        assert read.item.title == "Omgekeerd helpen"

    def test_an_item_goes_by_number_key_or_title(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/stap opening", "/stap case")
        for wanted in ("1", "opening", "Welkom"):
            read = self.read(session, f"/stap {wanted}")
            assert isinstance(read, GoToItem)
            assert read.item == "opening"
        assert self.read(session, "/step previous").item == "opening"

    @pytest.mark.parametrize(
        ("line", "position"),
        [
            ("/stap 7", 6),
            ("/stap onzin", 6),
            ("/volgende 2027-02-30", 10),
            ("/volgende", 9),
            ("/beurt XYZ", 7),
            ("/aanwezig Niemand", 10),
            ("/onzin", 1),
        ],
    )
    def test_what_does_not_exist_is_a_problem_where_it_stands(
        self, session: Session, line: str, position: int
    ) -> None:
        assert problem(session, line).position == position

    def test_the_next_date_can_have_a_time(self, session: Session) -> None:
        for line in ("/volgende 2027-02-11 19:30", "/next 11-2-2027 19.30", "/volgende 11 februari 19u30"):
            read = self.read(session, line)
            assert isinstance(read, SetNext)
            assert (read.date, read.start) == (date(2027, 2, 11), "19:30")

    def test_the_floor_goes_round(self, session: Session, typed: Typed) -> None:
        assert self.read(session, "/beurt volgende") == GiveTurn(at=NOW, party="GEM")
        assert self.read(typed(session, "/beurt GEM"), "/turn next") == GiveTurn(at=NOW, party="ZOR")

    @pytest.mark.parametrize("line", ["/vertrokken Ruud 15.40", "/vertrokken ruud om 15:40"])
    def test_somebody_leaves_at_a_time(self, session: Session, line: str) -> None:
        read = self.read(session, line)
        assert isinstance(read, Attend)
        assert (read.person, read.status, read.until) == ("ruud-ketelaar", AttendanceStatus.PARTIAL, "15:40")

    def test_a_correction_with_an_arrow_says_what_became_what(self, session: Session) -> None:
        read = self.read(session, "/verslag wijzig GEM: bij punt 4 'bouwt' -> 'onderzoekt'")
        assert isinstance(read, CorrectMinutes)
        assert (read.party, read.where, read.old, read.new) == ("GEM", "bij punt 4", "bouwt", "onderzoekt")

    def test_a_correction_can_be_sensitive(self, session: Session) -> None:
        read = self.read(session, "/verslag wijzig GEM: punt 4 'x' -> 'y' !geld")
        assert (read.new, read.sensitivity) == ("y", Sensitivity.FINANCE)

    def test_a_correction_in_free_words_is_kept_whole(self, session: Session) -> None:
        text = "bij punt 4 ‘bouwt’ vervangen door ‘onderzoekt of bouwen kan’"
        read = self.read(session, f"/verslag wijzig COR: {text}")
        assert read.new == f"COR: {text}"
        assert self.read(session, f"/verslag wijzig WIJ: {text}").new == text

    @pytest.mark.parametrize(
        ("line", "name"), [("/ongedaan", "undo"), ("/search zorg", "search"), ("/hulp", "help")]
    )
    def test_some_are_for_the_program(self, session: Session, line: str, name: str) -> None:
        assert isinstance(read := self.read(session, line), Command)
        assert read.name == name

    @pytest.mark.parametrize("line", ["/ 3 personen", "//", "/"])
    def test_a_slash_without_a_word_is_text(self, session: Session, line: str) -> None:
        assert entry(session, line).text == line
