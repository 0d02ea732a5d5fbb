"""A case of each check: what makes it speak, in which words, and what makes it silent again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from msgspec.structs import replace as but

from overleg.domain.checks import Moment
from overleg.domain.choices import (
    Audience,
    Base,
    ItemStatus,
    Mandate,
    Mode,
    Paid,
    PartyKind,
    Seat,
    SessionStatus,
)
from overleg.domain.model import (
    Action,
    Adoption,
    AgendaItem,
    AnyEntry,
    Experiment,
    Party,
    Person,
    Result,
    Role,
    Session,
    TargetGroup,
    Turn,
)
from tests.domain.conftest import NOW

Given = Callable[[Session], Session]


def as_is(session: Session) -> Session:
    return session


class Scene(NamedTuple):
    """What is typed at a table, after something was given that cannot be typed."""

    lines: tuple[str, ...] = ()
    given: Given = as_is


@dataclass(frozen=True)
class Case:
    check: str
    says: str
    fires: Scene
    quiet: Scene
    moment: Moment = Moment.ASKED
    now: datetime = NOW


def typing(*lines: str, given: Given = as_is) -> Scene:
    return Scene(lines, given)


def with_entry(record: type[AnyEntry], ref: str, **fields: Any) -> Given:
    """The entry is there already, and is of this meeting unless told otherwise."""

    def give(session: Session) -> Session:
        common: dict[str, Any] = {
            "born_in": session.id,
            "created_at": NOW,
            "text": "Iets",
            "parties": ("WIJ",),
        }
        entry = record(**common | {"ref": ref} | fields)
        counters = {**session.counters, entry.kind: 1}
        return but(session, entries=(*session.entries, entry), counters=counters)

    return give


def with_fields(**fields: Any) -> Given:
    return lambda session: but(session, **fields)


def with_turns(**seconds: int) -> Given:
    """Each party had the floor for so many seconds, one after the other."""

    def give(session: Session) -> Session:
        turns = tuple(
            Turn(id=f"t{n}", item=None, party=party, start=NOW - timedelta(hours=1), seconds=taken)
            for n, (party, taken) in enumerate(seconds.items())
        )
        return but(session, turns=turns)

    return give


def with_rounds(*openers: str, order: str = "") -> Given:
    """Rounds with their openers, the last one running."""
    last = len(openers) - 1
    agenda = tuple(
        AgendaItem(
            id=f"r{n}",
            title="Rondje",
            mode=Mode.PARTY_ROUND,
            order=order,
            opener=opener,
            status=ItemStatus.ACTIVE if n == last else ItemStatus.DONE,
        )
        for n, opener in enumerate(openers)
    )
    return with_fields(agenda=agenda, status=SessionStatus.LIVE)


def with_people(paid: int, unpaid: int) -> Given:
    people = [Person(id=f"p{n}", name=f"Beroeps {n}", party="ZOR", paid=Paid.YES) for n in range(paid)]
    people += [Person(id=f"v{n}", name=f"Vrijwilliger {n}", party="WIJ", paid=Paid.NO) for n in range(unpaid)]
    return with_fields(people=tuple(people))


SENIORS = TargetGroup(slug="senioren", title="Senioren")
YOUTH = TargetGroup(slug="jeugd", title="Jeugd")
GROUPS = with_fields(target_groups=(SENIORS, YOUTH))
LAST_TIME = "2026-12-10-warnsveld"
A_PERSON_WITHOUT_MANDATE = Person(id="ruud", name="Ruud Ketelaar", party="GEM")


FOOTING = (
    Case(
        "party_silent",
        "Vereniging WijWarnsveld has not spoken in this round yet.",
        typing("/stap dream", "d GEM: een", "d ZOR: twee"),
        typing("/stap dream", "d GEM: een", "d ZOR: twee", "d WIJ: drie"),
        Moment.LIVE,
    ),
    Case(
        "talk_share",
        "ZorgOrg had 60% of the speaking time; an even share is 33%.",
        typing(given=with_turns(ZOR=640, GEM=300, WIJ=120)),
        typing(given=with_turns(ZOR=1410, GEM=990, WIJ=600)),
        Moment.LIVE,
    ),
    Case(
        "same_opener",
        "Gemeente opened the last three rounds. Let someone else start.",
        typing(given=with_rounds("WIJ", "GEM", "GEM", "GEM")),
        typing(given=with_rounds("GEM", "GEM", "WIJ", "GEM")),
        Moment.LIVE,
    ),
    Case(
        "table_balance",
        "At the table: 6 paid and 2 unpaid people.",
        typing(given=with_people(6, 2)),
        typing(given=with_people(5, 2)),
        Moment.OPENING,
    ),
    Case(
        "unpaid_load",
        "Residents carry 2 of 3 open actions. What do they get in return?",
        typing("a WIJ: een", "a WIJ: twee", "a GEM: drie"),
        typing("a WIJ: een", "a WIJ: twee", "a GEM: drie", "t GEM: 12 uur per week"),
        Moment.CLOSING,
    ),
    Case(
        "jargon",
        "Does everybody know “POH”?",
        typing("n ZOR: Dat loopt via de POH"),
        typing("n ZOR: Dat loopt via de POH", given=with_fields(words={"POH": "praktijkondersteuner"})),
        Moment.LIVE,
    ),
)

OPENNESS = (
    Case(
        "agenda_not_stated",
        "Vereniging WijWarnsveld has not put its own agenda on the table yet.",
        typing("/stap open_agenda", "n GEM: [agenda] een", "d ZOR: twee"),
        typing("/stap open_agenda", "n GEM: [agenda] een", "d ZOR: twee", "n WIJ: [agenda] drie"),
        Moment.STEP,
    ),
    Case(
        "sensitive_no_rule",
        "There are 2 sensitive items and no agreement yet on what may leave the room.",
        typing("n ZOR: tekort !fin", "n GEM: verdeeld !strat"),
        typing("n ZOR: tekort !fin", "n GEM: verdeeld !strat", "f *: [geheim] blijft hier"),
        Moment.LIVE,
    ),
    Case(
        "sensitive_export",
        "One sensitive item will be left out of this document.",
        typing("n ZOR: tekort !fin"),
        typing("n ZOR: tekort"),
        Moment.EXPORT_OPEN,
    ),
    Case(
        "person_data",
        "Does this name a resident? Make the case anonymous.",
        typing("n ZOR: [feit] Mevrouw De Bruin is gevallen"),
        typing("n ZOR: [feit] Mevrouw Oosterbaan stelt voor om te wachten"),
        Moment.LIVE,
    ),
    Case(
        "mandate_unknown",
        "It is not known yet with which mandate Ruud Ketelaar sits here.",
        typing(given=with_fields(people=(A_PERSON_WITHOUT_MANDATE,))),
        typing(given=with_fields(people=(but(A_PERSON_WITHOUT_MANDATE, mandate=Mandate.LISTEN),))),
        Moment.OPENING,
    ),
)

GOALS = (
    Case(
        "goal_missing",
        "Vereniging WijWarnsveld has not named a goal yet.",
        typing("/stap dream", "d GEM: een", "d ZOR: twee"),
        typing("/stap dream", "d GEM: een", "d ZOR: twee", "+D-001 WIJ"),
        Moment.STEP,
    ),
    Case(
        "no_shared_goal",
        "There is no goal yet that all parties stand behind.",
        typing("/stap dream", "d GEM: een"),
        typing("/stap dream", "d GEM: een", "+D-001 *"),
        Moment.CLOSING,
    ),
    Case(
        "goal_partly_shared",
        "Goal D-001: Vereniging WijWarnsveld has not spoken yet.",
        typing("d *: een", "+D-001 GEM ZOR"),
        typing("d *: een", "+D-001 GEM ZOR", "+D-001 WIJ"),
    ),
    Case(
        "group_overlap",
        "senioren comes back with Gemeente and Vereniging WijWarnsveld: common ground.",
        typing("d WIJ: een #senioren", "d GEM: twee #senioren"),
        typing("d WIJ: een #senioren", "d GEM: twee #jeugd"),
    ),
    Case(
        "goal_not_served",
        "Shared goal D-001 has no activity or action yet.",
        typing("d *: een", "+D-001 *"),
        typing("d *: een", "+D-001 *", "a GEM: twee ~D-001"),
        Moment.CLOSING,
    ),
)

ROLES = (
    Case(
        "role_missing",
        "Vereniging WijWarnsveld has no role yet.",
        typing("/stap roles", "r GEM: een &vervoer=R", "o ZOR>*: twee &scholing=R"),
        typing("/stap roles", "r GEM: een", "o ZOR>*: twee &scholing=R", "v GEM>WIJ: drie", "=V-001 ja"),
        Moment.STEP,
    ),
    Case(
        "role_overlap",
        "Task “vervoer”: Gemeente and ZorgOrg both say they are accountable.",
        typing("r GEM: een &vervoer=A", "r ZOR: twee &vervoer=A"),
        typing("r GEM: een &vervoer=A", "r ZOR: twee &vervoer=A", "*R-002 beëindigd"),
        Moment.LIVE,
    ),
    Case(
        "task_gap",
        "Task “avondronde” is mentioned, but nobody does it.",
        typing("v ZOR>WIJ: Avondrondes &avondronde"),
        typing("v ZOR>WIJ: Avondrondes &avondronde", "=V-001 ja"),
        Moment.CLOSING,
    ),
    Case(
        "task_no_accountable",
        "Task “vervoer” is done, but nobody is accountable.",
        typing("r GEM: een &vervoer=R"),
        typing("r GEM: een &vervoer=R", "r ZOR: twee &vervoer=A"),
    ),
    Case(
        "role_unconfirmed",
        "Vereniging WijWarnsveld has not confirmed role R-001 yet.",
        typing(given=with_entry(Role, "R-001", status="claimed", given_by="GEM")),
        typing("+R-001 WIJ", given=with_entry(Role, "R-001", status="claimed", given_by="GEM")),
    ),
    Case(
        "connector_only",
        "The municipality calls itself a connector. What does it do or give itself?",
        typing("r GEM: Partijen bij elkaar brengen &verbinden=A"),
        typing("r GEM: Partijen bij elkaar brengen &verbinden=A", "t GEM: 12 uur per week"),
        Moment.LIVE,
    ),
    Case(
        "boundary_missing",
        "Vereniging WijWarnsveld has not named a boundary yet.",
        typing("/stap boundaries", "g GEM: een", "g ZOR: twee"),
        typing("/stap boundaries", "g GEM: een", "g ZOR: twee", "g WIJ: drie"),
        Moment.STEP,
    ),
    Case(
        "boundary_conflict",
        "V-001 touches a boundary of Vereniging WijWarnsveld (G-001).",
        typing("g WIJ: geen lijfzorg &lijfzorg", "v ZOR>WIJ: Avondrondes &lijfzorg"),
        typing("g WIJ: geen lijfzorg &lijfzorg", "v ZOR>WIJ: Avondrondes &lijfzorg", "=V-001 nee"),
        Moment.LIVE,
    ),
)

RECIPROCITY = (
    Case(
        "expectation_missing",
        "Vereniging WijWarnsveld has not stated an expectation yet.",
        typing("v GEM>ZOR: een", "v ZOR>GEM: twee"),
        typing("v GEM>ZOR: een", "v ZOR>GEM: twee", "v WIJ>GEM: drie"),
    ),
    Case(
        "expectation_pair_empty",
        "Nothing asked or offered between Gemeente and Vereniging WijWarnsveld yet.",
        typing("v GEM>ZOR: een", "v ZOR>WIJ: twee"),
        typing("v GEM>ZOR: een", "v ZOR>WIJ: twee", "o WIJ>GEM: drie"),
    ),
    Case(
        "expectation_one_way",
        "Gemeente asks something of ZorgOrg, but ZorgOrg asks nothing back yet.",
        typing("v GEM>ZOR: een"),
        typing("v GEM>ZOR: een", "v ZOR>GEM: twee"),
    ),
    Case(
        "expectation_unanswered",
        "ZorgOrg has not answered V-001 from Gemeente yet.",
        typing("v GEM>ZOR: een"),
        typing("v GEM>ZOR: een", "=V-001 bespreken"),
        Moment.REVIEW,
    ),
    Case(
        "expectation_vague",
        "V-001 was too vague; Gemeente rephrases.",
        typing("v GEM>ZOR: een", "=V-001 vaag"),
        typing("v GEM>ZOR: een", "=V-001 vaag", "v GEM>ZOR: scherper ~V-001"),
        Moment.LIVE,
    ),
    Case(
        "declined_dangling",
        "ZorgOrg declined V-001. Who takes it up then?",
        typing("v GEM>ZOR: een", "=V-001 nee"),
        typing("v GEM>ZOR: een", "=V-001 nee", "p GEM: later ~V-001"),
        Moment.CLOSING,
    ),
    Case(
        "offer_missing",
        "Gemeente asks, but offers nothing yet.",
        typing("v GEM>ZOR: een"),
        typing("v GEM>ZOR: een", "o GEM>*: twee"),
    ),
    Case(
        "system_gives_nothing",
        "ZorgOrg asks something of residents. What does ZorgOrg bring to residents?",
        typing("v ZOR>WIJ: een"),
        typing("v ZOR>WIJ: een", "o ZOR>WIJ: twee"),
        Moment.LIVE,
    ),
)

COMMITMENTS = (
    Case(
        "municipality_no_commitment",
        "The municipality has not committed anything itself yet.",
        typing("/stap commitment"),
        typing("/stap commitment", "t GEM: 12 uur per week"),
        Moment.STEP,
    ),
    Case(
        "party_no_commitment",
        "Vereniging WijWarnsveld has not committed anything yet.",
        typing("t ZOR: 3 lessen"),
        typing("t ZOR: 3 lessen", "t WIJ: 4 middagen"),
        Moment.CLOSING,
    ),
    Case(
        "commitment_vague",
        "Commitment T-001 names no amount and no date.",
        typing("t GEM: We doen ons best"),
        typing("t GEM: We doen ons best ^2027-03-01"),
        Moment.LIVE,
    ),
    Case(
        "reservation_open",
        "Reservation on T-001 (college) is still open.",
        typing("t GEM: 12 uur per week %college"),
        typing("t GEM: 12 uur per week %college ^2027-02-09"),
        Moment.LIVE,
    ),
    Case(
        "commitment_no_action",
        "Commitment T-001 has no action yet.",
        typing("t GEM: 12 uur per week", "a ZOR: van een ander ~T-001"),
        typing("t GEM: 12 uur per week", "a GEM: Collegevoorstel ~T-001"),
        Moment.CLOSING,
    ),
)

ACTIONS = (
    Case(
        "action_no_owner",
        "Action A-001: who does it?",
        typing("a GEM: Iets uitzoeken"),
        typing("a GEM: Iets uitzoeken @Ruud"),
        Moment.LIVE,
    ),
    Case(
        "action_no_due",
        "Action A-001: when is it done?",
        typing("a GEM: Iets uitzoeken"),
        typing("a GEM: Iets uitzoeken ^2027-05-01"),
        Moment.LIVE,
    ),
    Case(
        "due_in_past",
        "Date of A-001 lies in the past.",
        typing("a GEM: Bellen ^2027-01-13"),
        typing("a GEM: Bellen ^2027-01-14"),
        Moment.LIVE,
    ),
    Case(
        "owner_absent",
        "Ruud Ketelaar is not here. Who passes on action A-001?",
        typing("a GEM: Bellen @Ruud", "/afwezig Ruud"),
        typing("a GEM: Bellen @Ruud", "a ZOR: Bellen @Hilde", "/aanwezig Ruud"),
        Moment.LIVE,
    ),
    Case(
        "action_overdue",
        "Action A-001 is 22 days overdue.",
        typing("a GEM: Bellen ^2027-01-20"),
        typing("a GEM: Bellen ^2027-01-20", "*A-001 klaar"),
        Moment.REVIEW,
        datetime(2027, 2, 11, 19, 40),
    ),
    Case(
        "action_carried",
        "Action A-001 is carried over for the 2nd time. Make it smaller, hand it over or drop it?",
        typing(given=with_entry(Action, "A-001", status="open", carried=2)),
        typing(given=with_entry(Action, "A-001", status="open", carried=1)),
        Moment.REVIEW,
    ),
    Case(
        "carry_unreviewed",
        "Not reviewed yet: A-001.",
        typing(given=with_entry(Action, "A-001", status="open", born_in=LAST_TIME)),
        typing("*A-001 bezig", given=with_entry(Action, "A-001", status="open", born_in=LAST_TIME)),
        Moment.REVIEW,
    ),
    Case(
        "party_no_step",
        "Vereniging WijWarnsveld goes home without an action.",
        typing("a GEM: een", "a ZOR: twee"),
        typing("a GEM: een", "a ZOR: twee", "a WIJ: drie"),
        Moment.CLOSING,
    ),
)

DECISIONS = (
    Case(
        "decision_no_action",
        "Decision B-001 has no follow-up.",
        typing("b *: Werkgroep"),
        typing("b *: Werkgroep", "a GEM: Uitnodigen ~B-001"),
        Moment.CLOSING,
    ),
    Case(
        "consent_incomplete",
        "B-001 still lacks: Vereniging WijWarnsveld.",
        typing("b *: Werkgroep", "+B-001 GEM ZOR"),
        typing("b *: Werkgroep", "+B-001 GEM ZOR", "+B-001 WIJ"),
        Moment.LIVE,
    ),
    Case(
        "objection_open",
        "Objection of Vereniging WijWarnsveld to B-001 is not solved yet.",
        typing("b *: Werkgroep", "?B-001 WIJ: te snel"),
        typing("b *: Werkgroep", "?B-001 WIJ: te snel", "+B-001 WIJ"),
        Moment.LIVE,
    ),
    Case(
        "decision_without_mandate",
        "Gemeente consults at home first: record a reservation?",
        typing("b *: Werkgroep", "+B-001 GEM"),
        typing("b *: Werkgroep", "+B-001 GEM %college ^2027-02-01"),
        Moment.LIVE,
    ),
    Case(
        "absent_party_affected",
        "Gemeente is not here, yet A-001 concerns it.",
        typing("/afwezig Ruud", "a GEM: Bellen"),
        typing("a GEM: Bellen"),
        Moment.LIVE,
    ),
)

BOTTLENECKS = (
    Case(
        "bottleneck_category_unasked",
        "Not asked yet: bottlenecks about providers.",
        typing("/stap bottlenecks", "k *: [wet] een", "k *: [geld] twee", "k *: [gemeente] drie"),
        typing(
            *("/stap bottlenecks", "k *: [wet] een", "k *: [geld] twee", "k *: [gemeente] drie"),
            "k *: [aanbieders] geen",
        ),
        Moment.STEP,
    ),
    Case(
        "bottleneck_no_followup",
        "Nothing linked to bottleneck K-001 yet.",
        typing("k ZOR: [geld2] een"),
        typing("k ZOR: [geld2] een", "n ZOR: twee ~K-001"),
        Moment.CLOSING,
    ),
    Case(
        "bottleneck_severe_open",
        "Severe bottleneck K-001 has no follow-up.",
        typing("k ZOR: [geld5] een", "n ZOR: twee ~K-001"),
        typing("k ZOR: [geld5] een", "a ZOR: twee ~K-001"),
        Moment.CLOSING,
    ),
    Case(
        "friction_one_sided",
        "ZorgOrg has not responded to friction K-001 yet.",
        typing("k WIJ>ZOR: [wrijving3] een"),
        typing("k WIJ>ZOR: [wrijving3] een", "+K-001 ZOR"),
    ),
)

PROGRAMME = (
    Case(
        "group_no_activity",
        "Jeugd has no activity yet.",
        typing("j GEM: een #senioren", given=GROUPS),
        typing("j GEM: een #senioren", "n GEM: [dekking] volgend jaar #jeugd", given=GROUPS),
        Moment.CLOSING,
    ),
    Case(
        "group_imbalance",
        "2 of 2 activities are about Senioren.",
        typing("j GEM: een #senioren", "j ZOR: twee #senioren", given=GROUPS),
        typing("j GEM: een #senioren", "j ZOR: twee #senioren", "j WIJ: drie #jeugd", given=GROUPS),
    ),
    Case(
        "activity_no_group",
        "Who is activity J-001 for?",
        typing("j GEM: Informatieavond"),
        typing("j GEM: Informatieavond #senioren"),
    ),
    Case(
        "activity_solo",
        "Activity J-001 has no partner yet.",
        typing("j GEM: Informatieavond"),
        typing("j GEM+WIJ: Informatieavond"),
    ),
    Case(
        "activity_no_result",
        "How do we see that activity J-001 worked?",
        typing("j GEM: Informatieavond"),
        typing("j GEM: Informatieavond voor 40 mensen"),
    ),
    Case(
        "agreement_unendorsed",
        "Agreement F-001 still lacks: ZorgOrg.",
        typing("f GEM+ZOR: We bellen", "+F-001 GEM"),
        typing("f GEM+ZOR: We bellen", "+F-001 GEM ZOR"),
        Moment.EXPORT_OPEN,
    ),
    Case(
        "agreement_no_review",
        "When do we look back at agreement F-001?",
        typing("f *: [proces] We bellen elkaar"),
        typing("f *: [proces] We bellen elkaar ^2027-05-01"),
        Moment.CLOSING,
    ),
    Case(
        "no_process_owner",
        "There is no process owner yet.",
        typing("/stap process_owner", "r GEM: Wij houden het gaande &proces=A"),
        typing("/stap process_owner", "r GEM: Wij houden het gaande &proces=A", "+R-001 GEM"),
        Moment.CLOSING,
    ),
    Case(
        "monitoring_missing",
        "No rhythm agreed yet to look back together.",
        typing("/stap levels"),
        typing("/stap levels", "f *: [ritme] elk kwartaal"),
        Moment.CLOSING,
    ),
)

LEARNING = (
    Case(
        "handover_one_way",
        "There is a handover from Gemeente to ZorgOrg, not yet back.",
        typing("h GEM>ZOR: na het eerste gesprek"),
        typing("h GEM>ZOR: na het eerste gesprek", "h ZOR>GEM: na een half jaar"),
    ),
    Case(
        "experiment_incomplete",
        "Experiment E-001 lacks: a day to look back, a sign of success and a second party.",
        typing("e WIJ: Proef met een soepfiets"),
        typing(
            given=with_entry(
                Experiment,
                "E-001",
                status="idea",
                parties=("WIJ", "ZOR"),
                evaluate_on=date(2027, 5, 18),
                sign_of_success="Tien vaste eters",
            )
        ),
    ),
    Case(
        "experiment_due",
        "Experiment E-001 is due for evaluation.",
        typing("e WIJ: Proef met een soepfiets ^2027-05-18"),
        typing("e WIJ: Proef met een soepfiets ^2027-05-19"),
        Moment.REVIEW,
        datetime(2027, 5, 18, 19, 30),
    ),
    Case(
        "result_no_indicator",
        "Result U-001: what do we count or ask?",
        typing("u WIJ: Meer gezelligheid"),
        typing(given=with_entry(Result, "U-001", status="planned", indicator="vaste eters")),
    ),
    Case(
        "result_no_audience",
        "To whom do we show result U-001?",
        typing("u WIJ: Meer gezelligheid"),
        typing(given=with_entry(Result, "U-001", status="planned", audience=(Audience.COUNCIL,))),
    ),
    Case(
        "perspective_incomplete",
        "Nobody has stepped into the shoes of Vereniging WijWarnsveld yet.",
        typing("/stap perspective", "n GEM/ZOR: als zorg", "n ZOR/GEM: als gemeente"),
        typing("/stap perspective", "n GEM/ZOR: een", "n ZOR/GEM: twee", "n ZOR/WIJ: drie"),
        Moment.STEP,
    ),
    Case(
        "perspective_unconfirmed",
        "ZorgOrg has not said yet whether N-001 is right.",
        typing("n GEM/ZOR: als zorg"),
        typing("n GEM/ZOR: als zorg", "+N-001 ZOR"),
    ),
)

PROCESS = (
    Case(
        "time_over",
        "Step De aanleiding is 2 minutes over.",
        typing("/stap case"),
        typing("/stap case", "/pauze"),
        Moment.LIVE,
        NOW + timedelta(minutes=12),
    ),
    Case(
        "time_pressure",
        "10 minutes planned, 9 left.",
        typing("/stap case", given=with_fields(end="19:40")),
        typing("/stap case", given=with_fields(end="19:41")),
        Moment.LIVE,
    ),
    Case(
        "step_skipped",
        "Step De aanleiding stayed empty.",
        typing("/stap case"),
        typing("/stap case", "n GEM: iets"),
        Moment.CLOSING,
    ),
    Case(
        "parked_open",
        "2 parked questions have no place yet.",
        typing("p WIJ: een", "p WIJ: twee"),
        typing("p WIJ: een", "p WIJ: twee ^2027-02-11", "*P-001 geagendeerd"),
        Moment.CLOSING,
    ),
    Case(
        "minutes_unadopted",
        "The minutes of 2026-12-10 are not adopted yet.",
        typing(given=with_fields(adopts=Adoption(session=LAST_TIME, held_on=date(2026, 12, 10)))),
        typing("/verslag vaststellen", given=with_fields(adopts=Adoption(session=LAST_TIME))),
        Moment.OPENING,
    ),
    Case(
        "next_date_missing",
        "There is no next date yet.",
        typing(),
        typing("/volgende 2027-02-11"),
        Moment.CLOSING,
    ),
)

CASES = (
    *FOOTING,
    *OPENNESS,
    *GOALS,
    *ROLES,
    *RECIPROCITY,
    *COMMITMENTS,
    *ACTIONS,
    *DECISIONS,
    *BOTTLENECKS,
    *PROGRAMME,
    *LEARNING,
    *PROCESS,
)

A_GUEST_MUNICIPALITY = Party(
    id="GEM",
    code="GEM",
    name="Gemeente",
    kind=PartyKind.MUNICIPALITY,
    base=Base.SYSTEM,
    seat=Seat.GUEST,
)
