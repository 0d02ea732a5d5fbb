"""The seventeen kinds of entry as rows of one table: letters, words, states, dates, carry rules.

Nothing else in the program knows a kind by name when a row can tell it.
"""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from overleg.domain.choices import (
    AgreementType,
    AnswerValue,
    Audience,
    BottleneckCategory,
    BoundaryNature,
    EndorsementValue,
    Kind,
    Language,
    NoteSubtype,
)
from overleg.domain.kind_row import Direction, KindRow, Say, State, Subtypes
from overleg.domain.model import (
    Action,
    Activity,
    Agreement,
    AnyEntry,
    Bottleneck,
    Boundary,
    Commitment,
    Decision,
    Expectation,
    Experiment,
    Goal,
    Handover,
    Note,
    Offer,
    Parked,
    Result,
    Role,
    Strength,
)
from overleg.domain.text import fold
from overleg.domain.words import Words


def _while(*states: str) -> Callable[[Any, date], bool]:
    return lambda entry, today: entry.status in states


def _due_while(date_field: str, *states: str) -> Callable[[Any, date], bool]:
    def carries(entry: Any, today: date) -> bool:
        when = getattr(entry, date_field)
        return entry.status in states and when is not None and when <= today

    return carries


def _unanswered(entry: Expectation, today: date) -> bool:
    discussed = entry.answer is not None and entry.answer.value is AnswerValue.DISCUSS
    return entry.status == "stated" or (entry.status == "answered" and discussed)


_WITHDRAWN = Words("ingetrokken", "withdrawn")
_DROPPED = Words("vervallen", "dropped")
_REOPENED = ("heropend", "reopened")

_CATEGORIES: dict[StrEnum, Words] = {
    BottleneckCategory.RULES: Words("regels", "rules", ("wet", "law")),
    BottleneckCategory.FINANCE: Words("geld", "finance", ("money",)),
    BottleneckCategory.MUNICIPALITY: Words("gemeente", "municipality"),
    BottleneckCategory.PROVIDERS: Words("aanbieders", "providers"),
    BottleneckCategory.OVERLAP: Words("overlap", "overlap"),
    BottleneckCategory.FRICTION: Words("wrijving", "friction"),
    BottleneckCategory.TIME: Words("tijd", "time"),
    BottleneckCategory.INTERNAL: Words("eigen organisatie", "internal", ("eigen", "own")),
    BottleneckCategory.OTHER: Words("anders", "other"),
}
_SUBTYPES: dict[StrEnum, Words] = {
    NoteSubtype.FACT: Words("feit", "fact"),
    NoteSubtype.AGENDA: Words("eigen agenda", "own agenda", ("agenda",)),
    NoteSubtype.QUESTION: Words("vraag", "question"),
    NoteSubtype.ASSUMPTION: Words("aanname", "assumption"),
    NoteSubtype.INSIGHT: Words("inzicht", "insight"),
    NoteSubtype.HISTORY: Words("geschiedenis", "history"),
    NoteSubtype.VIEW: Words("blik", "view"),
    NoteSubtype.NEED: Words("behoefte", "need"),
    NoteSubtype.COVERAGE: Words("dekking", "coverage"),
}
_TYPES: dict[StrEnum, Words] = {
    AgreementType.RESULT: Words("resultaat", "result"),
    AgreementType.PROCESS: Words("werkwijze", "process", ("proces",)),
    AgreementType.REQUEST: Words("verzoek", "request"),
    AgreementType.RHYTHM: Words("ritme", "rhythm"),
    AgreementType.JOINT_VOICE: Words("gezamenlijke stem", "joint voice", ("stem", "voice")),
    AgreementType.CONFIDENTIALITY: Words("geheimhouding", "confidentiality", ("geheim", "confidential")),
}
_NATURES: dict[StrEnum, Words] = {
    BoundaryNature.MAY_NOT: Words("mag niet", "may not", ("mag-niet", "may-not")),
    BoundaryNature.WILL_NOT: Words("wil niet", "will not", ("wil-niet", "will-not")),
    BoundaryNature.IDENTITY: Words("identiteit", "identity"),
}
_AUDIENCES: dict[StrEnum, Words] = {
    Audience.MEMBERS: Words("achterban", "members"),
    Audience.FUNDER: Words("geldgever", "funder"),
    Audience.COUNCIL: Words("raad", "council"),
    Audience.ALL: Words("iedereen", "everybody", ("all",)),
}

KINDS: dict[Kind, KindRow] = {
    row.kind: row
    for row in (
        KindRow(
            Kind.GOAL,
            Goal,
            Words("d", "g"),
            Words("doel", "goal"),
            Words("doelen", "goals"),
            states=(
                State("open", Words("open", "open", _REOPENED), needs_reason=True),
                State("dropped", _DROPPED),
                State("reached", Words("bereikt", "reached", ("behaald",))),
            ),
            gaps=("who",),
            support=EndorsementValue.YES,
            resist=EndorsementValue.OBJECTION,
            carries=_while("open"),
        ),
        KindRow(
            Kind.ROLE,
            Role,
            Words("r", "r"),
            Words("rol", "role"),
            Words("rollen", "roles"),
            states=(
                State("claimed", Words("genoemd", "claimed", _REOPENED)),
                State("confirmed", Words("bevestigd", "confirmed")),
                State("contested", Words("betwist", "contested")),
                State("ended", Words("beëindigd", "ended")),
            ),
            gaps=("who",),
            support=EndorsementValue.RECOGNISED,
            resist=EndorsementValue.CONTESTED,
            settled="confirmed",
            resisted="contested",
            carries=_while("claimed", "confirmed", "contested"),
        ),
        KindRow(
            Kind.BOUNDARY,
            Boundary,
            Words("g", "x"),
            Words("grens", "boundary"),
            Words("grenzen", "boundaries"),
            states=(
                State("open", Words("open", "open", _REOPENED)),
                State("lifted", Words("opgeheven", "lifted", ("vervallen", "dropped"))),
            ),
            subtypes=Subtypes("nature", _NATURES),
            gaps=("who",),
            carries=_while("open"),
        ),
        KindRow(
            Kind.EXPECTATION,
            Expectation,
            Words("v", "e"),
            Words("verwachting", "expectation"),
            Words("verwachtingen", "expectations"),
            states=(
                State("stated", Words("uitgesproken", "stated", _REOPENED)),
                State("answered", Words("beantwoord", "answered"), after=("stated",)),
                State("fulfilled", Words("nagekomen", "fulfilled"), after=("answered",)),
                State("withdrawn", _WITHDRAWN),
                State("replaced", Words("vervangen", "replaced")),
            ),
            direction=Direction.TO,
            gaps=("who", "to"),
            carries=_unanswered,
        ),
        KindRow(
            Kind.OFFER,
            Offer,
            Words("o", "o"),
            Words("aanbod", "offer"),
            Words("aanbod", "offers"),
            states=(
                State("open", Words("open", "open", _REOPENED)),
                State("accepted", Words("aanvaard", "accepted")),
                State("declined", Words("afgeslagen", "declined")),
                State("withdrawn", _WITHDRAWN),
            ),
            direction=Direction.TO,
            gaps=("who", "to"),
            carries=_while("open"),
        ),
        KindRow(
            Kind.COMMITMENT,
            Commitment,
            Words("t", "c"),
            Words("toezegging", "commitment"),
            Words("toezeggingen", "commitments"),
            states=(
                State("made", Words("loopt", "made", _REOPENED)),
                State("confirmed", Words("bevestigd", "confirmed"), after=("made",)),
                State(
                    "fulfilled",
                    Words("nagekomen", "fulfilled", ("gedaan", "klaar", "done")),
                    after=("made", "confirmed"),
                ),
                State("withdrawn", _WITHDRAWN),
                State("lapsed", Words("vervallen", "lapsed", ("dropped",))),
            ),
            date_field="due",
            gaps=("who",),
            carries=_while("made", "confirmed"),
        ),
        KindRow(
            Kind.DECISION,
            Decision,
            Words("b", "d"),
            Words("besluit", "decision"),
            Words("besluiten", "decisions"),
            states=(
                State("proposed", Words("voorgesteld", "proposed", _REOPENED)),
                State("taken", Words("genomen", "taken", ("bevestigd", "confirmed"))),
                State(
                    "taken_under_reservation", Words("genomen onder voorbehoud", "taken under reservation")
                ),
                State("deferred", Words("aangehouden", "deferred", ("uitgesteld",))),
                State("withdrawn", _WITHDRAWN),
                State("revised", Words("herzien", "revised")),
            ),
            date_field="effective_from",
            date_prefixes=("per", "vanaf", "m.i.v.", "from"),
            support=EndorsementValue.YES,
            resist=EndorsementValue.OBJECTION,
            say=Say.TABLE,
            settled="taken",
            carries=_while("proposed", "deferred"),
        ),
        KindRow(
            Kind.ACTION,
            Action,
            Words("a", "a"),
            Words("actie", "action"),
            Words("acties", "actions"),
            states=(
                State("open", Words("open", "open", _REOPENED), after=("done", "dropped"), needs_reason=True),
                State("busy", Words("bezig", "busy"), after=("open", "busy")),
                State("done", Words("klaar", "done", ("gereed",)), after=("open", "busy")),
                State("dropped", _DROPPED, after=("open", "busy"), needs_reason=True),
            ),
            date_field="due",
            gaps=("who", "person", "when"),
            carries=_while("open", "busy"),
        ),
        KindRow(
            Kind.BOTTLENECK,
            Bottleneck,
            Words("k", "b"),
            Words("knelpunt", "bottleneck"),
            Words("knelpunten", "bottlenecks"),
            states=(
                State("named", Words("genoemd", "named", _REOPENED)),
                State("recognised", Words("herkend", "recognised", ("bevestigd", "confirmed"))),
                State("addressed", Words("opgepakt", "addressed", ("bezig", "busy"))),
                State("solved", Words("opgelost", "solved")),
                State("accepted", Words("aanvaard", "accepted")),
            ),
            direction=Direction.ABOUT,
            subtypes=Subtypes("category", _CATEGORIES, severity=True),
            gaps=("who", "category"),
            support=EndorsementValue.RECOGNISED,
            resist=EndorsementValue.CONTESTED,
            say=Say.ANYBODY,
            settled="recognised",
            carries=_while("named", "recognised", "addressed"),
        ),
        KindRow(
            Kind.STRENGTH,
            Strength,
            Words("s", "s"),
            Words("sterk punt", "strength", ("sterk",)),
            Words("sterke punten", "strengths"),
            direction=Direction.ABOUT,
            gaps=("who",),
        ),
        KindRow(
            Kind.ACTIVITY,
            Activity,
            Words("j", "j"),
            Words("activiteit", "activity"),
            Words("activiteiten", "activities"),
            states=(
                State("idea", Words("idee", "idea", _REOPENED)),
                State("agreed", Words("afgesproken", "agreed", ("bevestigd", "confirmed"))),
                State("running", Words("loopt", "running", ("bezig", "busy"))),
                State("finished", Words("afgerond", "finished", ("klaar", "done"))),
                State("stopped", Words("gestopt", "stopped", ("vervallen", "dropped")), needs_reason=True),
            ),
            date_field="due",
            gaps=("who", "when"),
            support=EndorsementValue.YES,
            resist=EndorsementValue.OBJECTION,
            settled="agreed",
            carries=_while("idea", "agreed", "running"),
        ),
        KindRow(
            Kind.AGREEMENT,
            Agreement,
            Words("f", "f"),
            Words("afspraak", "agreement"),
            Words("afspraken", "agreements"),
            states=(
                State("draft", Words("concept", "draft", _REOPENED)),
                State("in_force", Words("van kracht", "in force", ("bevestigd", "confirmed"))),
                State("evaluated", Words("geëvalueerd", "evaluated")),
                State("expired", Words("verlopen", "expired", ("vervallen", "dropped"))),
                State("broken", Words("verbroken", "broken"), needs_reason=True),
            ),
            date_field="review_on",
            subtypes=Subtypes("type", _TYPES),
            gaps=("who",),
            support=EndorsementValue.YES,
            resist=EndorsementValue.OBJECTION,
            settled="in_force",
            carries=_due_while("review_on", "draft", "in_force"),
        ),
        KindRow(
            Kind.PARKED,
            Parked,
            Words("p", "p"),
            Words("parkeren", "parked", ("geparkeerd",)),
            Words("geparkeerd", "parked"),
            states=(
                State("open", Words("open", "open", _REOPENED)),
                State("scheduled", Words("geagendeerd", "scheduled")),
                State("handled", Words("behandeld", "handled", ("opgelost", "solved", "klaar", "done"))),
                State("dropped", _DROPPED),
            ),
            date_field="due",
            carries=_while("open", "scheduled"),
        ),
        KindRow(
            Kind.NOTE,
            Note,
            Words("n", "n"),
            Words("notitie", "note"),
            Words("notities", "notes"),
            subtypes=Subtypes("subtype", _SUBTYPES),
        ),
        KindRow(
            Kind.EXPERIMENT,
            Experiment,
            Words("e", "t"),
            Words("experiment", "experiment", ("proef", "try-out")),
            Words("experimenten", "experiments"),
            states=(
                State("idea", Words("idee", "idea", _REOPENED)),
                State("planned", Words("gepland", "planned", ("bevestigd", "confirmed"))),
                State("running", Words("loopt", "running", ("bezig", "busy"))),
                State("evaluated", Words("geëvalueerd", "evaluated")),
            ),
            date_field="evaluate_on",
            gaps=("who", "when"),
            support=EndorsementValue.YES,
            resist=EndorsementValue.OBJECTION,
            settled="planned",
            carries=_due_while("evaluate_on", "idea", "planned", "running"),
        ),
        KindRow(
            Kind.HANDOVER,
            Handover,
            Words("h", "h"),
            Words("schakelmoment", "handover"),
            Words("schakelmomenten", "handovers"),
            states=(
                State("proposed", Words("voorgesteld", "proposed", _REOPENED)),
                State("agreed", Words("afgesproken", "agreed", ("bevestigd", "confirmed"))),
                State("ended", Words("beëindigd", "ended")),
            ),
            direction=Direction.TO,
            gaps=("who", "to"),
            support=EndorsementValue.YES,
            resist=EndorsementValue.OBJECTION,
            settled="agreed",
            carries=_while("proposed", "agreed"),
        ),
        KindRow(
            Kind.RESULT,
            Result,
            Words("u", "u"),
            Words("uitkomst", "result"),
            Words("uitkomsten", "results"),
            states=(
                State("planned", Words("gepland", "planned", _REOPENED)),
                State("measured", Words("gemeten", "measured", ("klaar", "done"))),
            ),
            date_field="due",
            subtypes=Subtypes("audience", _AUDIENCES),
            gaps=("who",),
            carries=_while("planned"),
        ),
    )
}


def row_of(entry: AnyEntry) -> KindRow:
    return KINDS[entry.kind]


def kind_by_letter(letter: str, language: Language) -> Kind | None:
    """The kind whose letter in that language this is, for the capture line."""
    return _BY_LETTER[language].get(fold(letter))


def kind_by_word(word: str) -> Kind | None:
    """The kind that a whole word in either language names."""
    return _BY_WORD.get(fold(word))


def ref_letter(kind: Kind, language: Language) -> str:
    """The capital with which the refs of a kind begin."""
    return KINDS[kind].letters[language].upper()


_BY_LETTER = {language: {row.letters[language]: kind for kind, row in KINDS.items()} for language in Language}
_BY_WORD = {
    fold(word): kind
    for kind, row in KINDS.items()
    for word in (*row.words.all(), row.plural.nl, row.plural.en)
}
