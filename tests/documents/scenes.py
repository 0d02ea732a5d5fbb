"""Sessions for the tests of documents, made from records alone."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from msgspec.structs import replace

from overleg.domain.choices import (
    AgreementType,
    AnswerValue,
    AttendanceStatus,
    Base,
    BottleneckCategory,
    EndorsementValue,
    ItemStatus,
    Language,
    LinkType,
    Mandate,
    Mode,
    NoteSubtype,
    PartyKind,
    Purpose,
    Rasci,
    Sensitivity,
    SessionStatus,
)
from overleg.domain.model import (
    Action,
    Adoption,
    AgendaItem,
    Agreement,
    Answer,
    AnyEntry,
    Attendance,
    Bottleneck,
    Boundary,
    Commitment,
    Correction,
    Decision,
    Endorsement,
    Expectation,
    Goal,
    HistoryLine,
    Link,
    NextSession,
    Note,
    Offer,
    Parked,
    Party,
    Person,
    Reservation,
    Role,
    Series,
    Session,
    Strength,
    TargetGroup,
    Task,
    Withdrawal,
)

DAY = date(2027, 1, 14)
BEGAN = datetime(2027, 1, 14, 19, 31)
ID = "2027-01-14-warnsveld-houdt-zorg"
FINANCE = Sensitivity.FINANCE
TOLD_ONLY_IN_CONFIDENCE = (
    *("410.000", "reserve", "boete", "verdeelde raad", "garantie", "huurcontract", "cijfers van ZOR"),
    *("K-001", "N-003", "N-004", "T-003", "V-004", "A-002", "Begroting"),
)
"""What the open documents of the Warnsveld scene must not hold anywhere."""

Make = Callable[..., AnyEntry]


def entries(item: str, minute: int = 0) -> Make:
    """Makes entries of an item of the agenda, a minute after each other."""
    minutes = count(minute)

    def make(record: type[AnyEntry], ref: str, who: str, text: str, **fields: Any) -> AnyEntry:
        parties = ("gem", "zor", "wij") if who == "*" else tuple(who.split())
        common: dict[str, Any] = {
            "ref": ref,
            "born_in": ID,
            "created_at": BEGAN + timedelta(minutes=next(minutes)),
            "item": item,
            "parties": parties,
            "for_all": who == "*",
            "text": text,
            "source_line": f"{ref} {text}",
        }
        return record(**common | fields)

    return make


def yes(*parties: str) -> tuple[Endorsement, ...]:
    return tuple(
        Endorsement(party=party, value=EndorsementValue.YES, session=ID, at=BEGAN) for party in parties
    )


def said_yes(text: str) -> Answer:
    return Answer(value=AnswerValue.ACCEPT, text=text, at=BEGAN)


def asked(make: Make, ref: str, who: str, whom: str, text: str, answer: Answer, **fields: Any) -> AnyEntry:
    """An answered expectation."""
    return make(
        Expectation,
        ref,
        who,
        text,
        from_party=who,
        to_party=whom,
        answer=answer,
        status="answered",
        **fields,
    )


def offered(make: Make, ref: str, who: str, whom: str, text: str, **fields: Any) -> AnyEntry:
    return make(Offer, ref, who, text, from_party=who, to_party=whom, status="open", **fields)


def warnsveld() -> Session:
    """A first meeting of three parties, with six confidential entries at four items."""
    return Session(
        id=ID,
        revision=43,
        series=Series(slug="warnsveld-houdt-zorg", title="Warnsveld houdt zorg", area="Warnsveld"),
        date=DAY,
        start="19:30",
        end="21:15",
        place="dorpshuis",
        form="first_meeting",
        title="Eerste overleg Warnsveld",
        status=SessionStatus.CLOSED,
        started_at=BEGAN,
        ended_at=datetime(2027, 1, 14, 21, 12),
        chair="marleen",
        secretary="joris",
        next=NextSession(date=date(2027, 2, 11), start="19:30", place="dorpshuis"),
        words={"WFZ": "Waarborgfonds, voor een garantie", "GEM": "gemeente"},
        parties=_parties(),
        people=_people(),
        attendance=(
            Attendance(person="kees", status=AttendanceStatus.PARTIAL, until="20:40"),
            Attendance(person="sjoerd", status=AttendanceStatus.EXCUSED),
        ),
        tasks=tuple(
            Task(slug=slug, title=slug)
            for slug in (
                *("achterwacht", "aanspreekpunt", "lijfzorg", "eettafel"),
                *("verbinden", "scholing", "huurgarantie"),
            )
        ),
        target_groups=(
            TargetGroup(slug="ouderen", title="senioren"),
            TargetGroup(slug="mantelzorgers", title="mantelzorgers"),
        ),
        agenda=_agenda(),
        entries=_entries(),
    )


def _parties() -> tuple[Party, ...]:
    return (
        Party(id="gem", code="GEM", name="Gemeente", kind=PartyKind.MUNICIPALITY),
        Party(id="zor", code="ZOR", name="ZorgOrg", kind=PartyKind.CARE),
        Party(
            id="wij",
            code="WIJ",
            name="Vereniging WijWarnsveld",
            kind=PartyKind.RESIDENTS,
            base=Base.COMMUNITY,
        ),
    )


def _people() -> tuple[Person, ...]:
    council = {"mandate": Mandate.CONSULT, "mandate_body": "college"}
    board = {"mandate": Mandate.CONSULT, "mandate_body": "toezichthouders"}
    own = {"mandate": Mandate.DECIDE}
    people: tuple[tuple[str, str, str | None, str, dict[str, Any]], ...] = (
        ("marleen", "Marleen Hoekstra-Faber", None, "gespreksleider", {}),
        ("joris", "Joris van Beek", None, "secretaris", {"email": "joris@voorbeeld.nl"}),
        ("tamar", "Tamar de Wilde", "gem", "wethouder", council),
        ("ruud", "Ruud Ketelaar", "gem", "beleidsadviseur", council),
        ("hilde", "Hilde Oosterbaan", "zor", "bestuurder", board),
        ("sjoerd", "Sjoerd Prins", "zor", "locatiemanager", board),
        ("bep", "Bep Lammers", "wij", "voorzitter", own),
        ("kees", "Kees Noordhof", "wij", "penningmeester", own),
        ("ans", "Ans Wolters", "wij", "oud-wijkverpleegkundige", own),
    )
    return tuple(
        Person(id=id, name=name, party=party, function=function, **fields)
        for id, name, party, function, fields in people
    )


def _agenda() -> tuple[AgendaItem, ...]:
    steps = (
        ("opening", "Welkom en mandaat", Purpose.INFORM, "Wie zit hier namens wie?"),
        ("case", "De aanleiding", Purpose.PICTURE, "Wat is er aan de hand, wat staat vast?"),
        ("open_agenda", "Open kaart", Purpose.PICTURE, "Wat wil jouw organisatie hier echt uit halen?"),
        ("worth", "Waarde en nodig", Purpose.PICTURE, "Wat breng je mee dat niemand anders heeft?"),
        ("shared_question", "De vraag omdraaien", Purpose.JUDGE, "Hoe houden we dit samen overeind?"),
        ("commitment", "Verder dan verbinden", Purpose.JUDGE, "Wat zeg je toe: uren, geld, ruimte?"),
        ("reverse", "Omgekeerd helpen", Purpose.PICTURE, "Welke kennis kan de ander gebruiken?"),
        ("follow_up", "Vastleggen", Purpose.DECIDE, "Wat besluiten we, wie doet wat voor wanneer?"),
        ("debrief", "Nabespreken", None, "Op welk moment veranderde het gesprek?"),
    )
    return tuple(
        AgendaItem(id=id, step=id, title=title, purpose=purpose, prompt=prompt, status=ItemStatus.DONE)
        for id, title, purpose, prompt in steps
    )


def _entries() -> tuple[AnyEntry, ...]:
    return (*_opening(), *_worth(), *_commitment(), *_reverse(), *_follow_up(), *_debrief())


def _opening() -> tuple[AnyEntry, ...]:
    fact, agenda = {"subtype": NoteSubtype.FACT}, {"subtype": NoteSubtype.AGENDA}
    older = {"target_groups": ("ouderen",), "status": "open"}
    opening, case, cards = entries("opening"), entries("case", 7), entries("open_agenda", 15)
    return (
        opening(Note, "N-001", "*", "Mandaat: GEM en ZOR met ruggespraak, WIJ beslist zelf", **fact),
        case(Note, "N-002", "zor", "Zonder ander plan sluit de locatie; het raakt 22 bewoners", **fact),
        case(
            Bottleneck,
            "K-001",
            "zor",
            "Huurcontract loopt door tot eind 2029, eerder weg kost een boete",
            category=BottleneckCategory.FINANCE,
            severity=5,
            status="named",
            sensitivity=FINANCE,
        ),
        cards(
            Note,
            "N-003",
            "zor",
            "Tekort van 410.000 euro in 2026; de reserve is in het najaar op",
            sensitivity=FINANCE,
            **agenda,
        ),
        cards(
            Note,
            "N-004",
            "gem",
            "College wil helpen, maar heeft een verdeelde raad en vraagt het WFZ",
            sensitivity=Sensitivity.STRATEGY,
            **agenda,
        ),
        cards(Note, "N-005", "wij", "Niemand moet het dorp uit om zorg", **agenda),
        cards(Goal, "D-001", "wij", "Dagbesteding en kortdurende zorg blijven in het dorp", **older),
        cards(Goal, "D-002", "zor", "Zorg leveren in het dorp zonder elk jaar verlies", **older),
        cards(Goal, "D-003", "gem", "Inwoners wonen langer thuis met steun dichtbij", **older),
    )


def _worth() -> tuple[AnyEntry, ...]:
    make, question = entries("worth", 39), entries("shared_question", 49)
    later = Answer(value=AnswerValue.DISCUSS, text="Scholing ja; achterwacht eerst langs planning", at=BEGAN)
    no = Answer(value=AnswerValue.DECLINE, text="Raakt grens G-001; wel eettafel en telefooncirkel", at=BEGAN)
    training = "Scholing en een vaste achterwacht voor onze vrijwilligers"
    table = "Eettafel drie middagen en een telefooncirkel in de avond"
    return (
        make(Strength, "S-001", "wij", "140 actieve leden, elf jaar ervaring"),
        make(Strength, "S-002", "zor", "Krijgt mensen op de been die wij niet vinden", about_party="wij"),
        asked(make, "V-001", "wij", "zor", training, later, task="achterwacht"),
        asked(
            make,
            "V-002",
            "wij",
            "gem",
            "Eén aanspreekpunt dat ook iets mag beslissen",
            said_yes("Zie T-002"),
            task="aanspreekpunt",
        ),
        make(
            Boundary,
            "G-001",
            "wij",
            "Geen lijfgebonden zorg door vrijwilligers",
            task="lijfzorg",
            status="open",
        ),
        asked(make, "V-003", "zor", "wij", "Avondrondes overnemen vanaf april", no, task="lijfzorg"),
        offered(
            make,
            "O-001",
            "wij",
            "zor",
            table,
            task="eettafel",
            rasci=Rasci.RESPONSIBLE,
            links=(Link(ref="V-003", type=LinkType.ANSWERS),),
        ),
        question(
            Goal,
            "D-004",
            "*",
            "Wonen, welzijn en goede zorg blijven in Warnsveld; samen doen we wat niemand alleen kan",
            target_groups=("ouderen", "mantelzorgers"),
            status="open",
            endorsements=yes("wij", "zor", "gem"),
        ),
    )


def _commitment() -> tuple[AnyEntry, ...]:
    make = entries("commitment", 55)
    return (
        make(
            Role,
            "R-001",
            "gem",
            "Partijen bij elkaar brengen en houden",
            task="verbinden",
            rasci=Rasci.ACCOUNTABLE,
            status="claimed",
        ),
        make(
            Commitment,
            "T-001",
            "gem",
            "12 uur per week opbouwwerk voor het dorp tot en met december 2027",
            reservation=Reservation(body="college", until=date(2027, 2, 9)),
            status="made",
        ),
        make(
            Commitment,
            "T-002",
            "gem",
            "Wethouder is tot de zomer zelf aanspreekpunt",
            task="aanspreekpunt",
            rasci=Rasci.ACCOUNTABLE,
            due=date(2027, 7, 1),
            status="made",
        ),
    )


def _reverse() -> tuple[AnyEntry, ...]:
    make = entries("reverse", 63)
    first_figures = Answer(
        value=AnswerValue.DISCUSS,
        text="Eerst de cijfers van ZOR, dan college",
        at=BEGAN,
        sensitivity=FINANCE,
    )
    bound = Answer(
        value=AnswerValue.ACCEPT,
        text="Bestuurder bevestigt",
        at=BEGAN,
        reservation=Reservation(body="toezichthouders", until=date(2027, 2, 1)),
    )
    return (
        offered(
            make,
            "O-002",
            "zor",
            "wij",
            "Vrijwilligers kosteloos scholen en meelezen in het rooster",
            task="scholing",
            rasci=Rasci.RESPONSIBLE,
        ),
        make(
            Commitment,
            "T-003",
            "zor",
            "Begroting en huurcontract open voor de drie partijen",
            due=date(2027, 1, 28),
            status="made",
            sensitivity=FINANCE,
        ),
        asked(
            make,
            "V-004",
            "zor",
            "gem",
            "Duidelijkheid over een garantie op de huur",
            first_figures,
            task="huurgarantie",
            sensitivity=FINANCE,
        ),
        asked(make, "V-005", "gem", "zor", "Geen stap die niet meer terug te draaien is voor 1 mei", bound),
        asked(
            make,
            "V-006",
            "gem",
            "wij",
            "Een schets van wat het dorp zelf wil dragen",
            said_yes("Komt uit de dorpsavond"),
        ),
    )


def _follow_up() -> tuple[AnyEntry, ...]:
    make = entries("follow_up", 79)
    return (
        make(
            Decision,
            "B-001",
            "*",
            "Werkgroep van drie maakt voor 1 april een plan met twee varianten",
            status="taken",
            endorsements=yes("gem", "zor", "wij"),
        ),
        make(
            Action,
            "A-001",
            "wij",
            "Dorpsavond over wensen en inzet",
            person="bep",
            due=date(2027, 2, 24),
            links=(Link(ref="B-001"), Link(ref="V-006")),
            status="open",
        ),
        make(
            Action,
            "A-002",
            "zor",
            "Begroting en huurcontract delen met de werkgroep",
            person="hilde",
            due=date(2027, 1, 28),
            links=(Link(ref="T-003"),),
            status="open",
            sensitivity=FINANCE,
        ),
        make(
            Action,
            "A-003",
            "gem",
            "Collegevoorstel opbouwwerk",
            person="ruud",
            due=date(2027, 2, 9),
            links=(Link(ref="T-001"), Link(ref="A-002")),
            status="open",
        ),
        make(
            Agreement,
            "F-001",
            "*",
            "Wat hier over geld wordt gezegd blijft hier tot alle drie het vrijgeven",
            type=AgreementType.CONFIDENTIALITY,
            review_on=date(2027, 4, 1),
            status="in_force",
            endorsements=yes("gem", "zor", "wij"),
        ),
        make(Parked, "P-001", "wij", "Kan het dorp het gebouw zelf kopen of beheren?", status="open"),
    )


def _debrief() -> tuple[AnyEntry, ...]:
    make, insight = entries("debrief", 93), {"subtype": NoteSubtype.INSIGHT}
    return (
        make(Note, "N-006", "wij", "Toen de wethouder uren noemde, gingen wij ook rekenen", **insight),
        make(Note, "N-007", "zor", "Wat wij konden geven was lastiger dan wat wij nodig hebben", **insight),
    )


def second_meeting() -> Session:
    """A small second meeting, with what the first one left open, corrections, and something put off."""
    here, first = "2027-03-11-buurttafel", "2027-02-11-buurttafel"
    began = datetime(2027, 3, 11, 13, 30)
    common: dict[str, Any] = {"created_at": began, "born_in": here, "item": "garden"}
    done = HistoryLine(
        session=here, at=began, field="status", old="open", new="done", note="De sleutel ligt klaar"
    )
    moved = HistoryLine(session=here, at=began, field="due", old="2027-03-01", new="2027-04-01")
    return Session(
        id=here,
        revision=12,
        number=2,
        series=Series(slug="buurttafel", title="Buurttafel Oost"),
        date=date(2027, 3, 11),
        start="13:30",
        place="De Schakel",
        status=SessionStatus.CLOSED,
        chair="fatima",
        adopts=Adoption(
            session=first,
            at=began,
            corrections=(Correction(party="wel", where="Punt 4", old="bouwt", new="onderzoekt", at=began),),
        ),
        parties=(
            Party(id="wel", code="WEL", name="Welzijn Oost", kind=PartyKind.WELFARE),
            Party(id="bew", code="BEW", name="Bewoners Oost", kind=PartyKind.RESIDENTS),
        ),
        people=(
            Person(id="fatima", name="Fatima el Amrani", party="wel", function="opbouwwerker"),
            Person(id="henk", name="Henk Bouwmeester", party="bew"),
        ),
        agenda=(
            AgendaItem(id="review", title="Verslag en acties", mode=Mode.REVIEW, status=ItemStatus.DONE),
            AgendaItem(id="garden", title="Buurttuin", purpose=Purpose.DECIDE, brought_in_by="bew"),
            AgendaItem(id="aob", title="Rondvraag", status=ItemStatus.DEFERRED),
        ),
        entries=(
            Action(
                ref="A-001",
                text="Sleutel van het buurthuis regelen",
                parties=("wel",),
                person="fatima",
                status="done",
                due=date(2027, 3, 5),
                history=(done,),
                **common | {"born_in": first, "item": None},
            ),
            Action(
                ref="A-002",
                text="Grondmonster laten nemen",
                parties=("bew",),
                owner="Joke",
                status="open",
                due=date(2027, 4, 1),
                carried=2,
                history=(moved,),
                **common | {"born_in": first, "item": None},
            ),
            Note(ref="N-001", text="De grond is vuil", parties=("bew",), person="henk", **common),
            Goal(
                ref="D-001",
                text="Een tuin",
                parties=("bew",),
                status="dropped",
                withdrawn=Withdrawal(reason="Te klein gedacht", at=began),
                **common,
            ),
            Decision(
                ref="B-001",
                text="De tuin komt er",
                parties=("wel", "bew"),
                for_all=True,
                status="proposed",
                endorsements=(
                    Endorsement(party="bew", value=EndorsementValue.YES, session=here, at=began),
                    Endorsement(
                        party="wel",
                        value=EndorsementValue.OBJECTION,
                        text="Eerst het monster",
                        session=here,
                        at=began,
                    ),
                ),
                **common,
            ),
        ),
    )


def empty() -> Session:
    """A meeting in English at which nothing was said."""
    return Session(
        id="2027-03-02-quiet",
        series=Series(slug="quiet", title="Quiet"),
        date=date(2027, 3, 2),
        language=Language.EN,
    )


def with_entries(session: Session, *more: AnyEntry) -> Session:
    return replace(session, entries=(*session.entries, *more))
