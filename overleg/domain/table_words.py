"""What the closed sets of the table are called, and what may be typed for them, in both languages."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from overleg.domain.choices import (
    AttendanceStatus,
    Base,
    Mandate,
    Mode,
    Paid,
    PartyKind,
    Purpose,
    Seat,
    SeatRole,
)
from overleg.domain.text import fold
from overleg.domain.words import Words

Choice = TypeVar("Choice", bound=StrEnum)

KINDS: dict[PartyKind, Words] = {
    PartyKind.MUNICIPALITY: Words("gemeente", "municipality"),
    PartyKind.RESIDENTS: Words("bewoners", "residents", ("inwoners", "dorp", "buurt", "wijk")),
    PartyKind.TENANTS: Words("huurders", "tenants"),
    PartyKind.CARE: Words("zorg", "care"),
    PartyKind.WELFARE: Words("welzijn", "welfare"),
    PartyKind.HOUSING: Words("wonen", "housing", ("woon", "woning", "corporatie")),
    PartyKind.CLIENT_COUNCIL: Words("cliëntenraad", "client council", ("client_council",)),
    PartyKind.INSURER: Words("verzekeraar", "insurer"),
    PartyKind.FUND: Words("fonds", "fund"),
    PartyKind.SCHOOL: Words("school", "school"),
    PartyKind.POLICE: Words("politie", "police"),
    PartyKind.OTHER: Words("anders", "other"),
}
"""Kinds of party; the words also give a party away in whose name they stand."""

SEATS: dict[Seat, Words] = {
    Seat.CORE: Words("kern", "core"),
    Seat.GUEST: Words("gast", "guest"),
}

BASES: dict[Base, Words] = {
    Base.SYSTEM: Words("systeem", "system"),
    Base.COMMUNITY: Words("gemeenschap", "community"),
}

SEAT_ROLES: dict[SeatRole, Words] = {
    SeatRole.CHAIR: Words("voorzitter", "chair", ("gespreksleider", "chairman", "chairperson")),
    SeatRole.SECRETARY: Words("secretaris", "secretary", ("notulist", "verslaglegger", "minute taker")),
    SeatRole.MEMBER: Words("deelnemer", "member", ("lid", "participant")),
    SeatRole.OBSERVER: Words("toehoorder", "observer"),
    SeatRole.GUEST: Words("gast", "guest"),
}

MANDATES: dict[Mandate, Words] = {
    Mandate.UNKNOWN: Words("mandaat onbekend", "mandate unknown"),
    Mandate.DECIDE: Words("beslist", "decides", ("beslist zelf", "decide")),
    Mandate.CONSULT: Words("ruggespraak", "consults", ("met ruggespraak", "consult")),
    Mandate.LISTEN: Words("luistert", "listens", ("luistert mee", "listen")),
}

PAID: dict[Paid, Words] = {
    Paid.UNKNOWN: Words("niet bekend", "not known"),
    Paid.YES: Words("betaald", "paid", ("beroepskracht",)),
    Paid.NO: Words("onbetaald", "unpaid", ("vrijwillig", "vrijwilliger", "volunteer")),
}

PURPOSES: dict[Purpose, Words] = {
    Purpose.INFORM: Words("informatie", "inform", ("informeren", "info", "information", "mededeling")),
    Purpose.PICTURE: Words("beeldvorming", "picture", ("beeld", "beeldvormend")),
    Purpose.JUDGE: Words("oordeel", "judge", ("oordeelsvorming", "oordeelsvormend", "judgement")),
    Purpose.DECIDE: Words("besluit", "decide", ("besluitvorming", "besluitvormend", "decision")),
}

MODES: dict[Mode, Words] = {
    Mode.PLENARY: Words("plenair", "plenary"),
    Mode.PARTY_ROUND: Words("rondje langs de partijen", "a round along the parties"),
    Mode.PAIRS: Words("in tweetallen", "in pairs"),
    Mode.REVIEW: Words("terugblik", "review"),
}

ATTENDANCE: dict[AttendanceStatus, Words] = {
    AttendanceStatus.PRESENT: Words("aanwezig", "present"),
    AttendanceStatus.PARTIAL: Words("deels aanwezig", "partly present"),
    AttendanceStatus.EXCUSED: Words("afwezig met bericht", "absent with notice"),
    AttendanceStatus.ABSENT: Words("afwezig", "absent"),
}


def meant(words: Mapping[Choice, Words], typed: str) -> Choice | None:
    """The choice of which the whole of `typed` is a word, in either language or in code."""
    said = fold(typed.strip())
    return next(
        (choice for choice, each in words.items() if said in (choice.value, *map(fold, each.all()))), None
    )
