"""The closed sets of the model: what a field of a record can be, and nothing else."""

from enum import StrEnum


class Language(StrEnum):
    NL = "nl"
    EN = "en"


class SessionStatus(StrEnum):
    PLANNED = "planned"
    LIVE = "live"
    PAUSED = "paused"
    CLOSED = "closed"


class PartyKind(StrEnum):
    MUNICIPALITY = "municipality"
    RESIDENTS = "residents"
    TENANTS = "tenants"
    CARE = "care"
    WELFARE = "welfare"
    HOUSING = "housing"
    CLIENT_COUNCIL = "client_council"
    INSURER = "insurer"
    FUND = "fund"
    SCHOOL = "school"
    POLICE = "police"
    OTHER = "other"


class Base(StrEnum):
    SYSTEM = "system"
    COMMUNITY = "community"


class Seat(StrEnum):
    CORE = "core"
    GUEST = "guest"


class SeatRole(StrEnum):
    CHAIR = "chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    OBSERVER = "observer"
    GUEST = "guest"


class Paid(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Mandate(StrEnum):
    DECIDE = "decide"
    CONSULT = "consult"
    LISTEN = "listen"
    UNKNOWN = "unknown"


class AttendanceStatus(StrEnum):
    PRESENT = "present"
    PARTIAL = "partial"
    EXCUSED = "excused"
    ABSENT = "absent"


class Purpose(StrEnum):
    INFORM = "inform"
    PICTURE = "picture"
    JUDGE = "judge"
    DECIDE = "decide"


class Mode(StrEnum):
    PLENARY = "plenary"
    PARTY_ROUND = "party_round"
    PAIRS = "pairs"
    REVIEW = "review"


class ItemStatus(StrEnum):
    PENDING = "pending"
    ACTIVE = "active"
    DONE = "done"
    SKIPPED = "skipped"
    DEFERRED = "deferred"


class Kind(StrEnum):
    GOAL = "goal"
    ROLE = "role"
    BOUNDARY = "boundary"
    EXPECTATION = "expectation"
    OFFER = "offer"
    COMMITMENT = "commitment"
    DECISION = "decision"
    ACTION = "action"
    BOTTLENECK = "bottleneck"
    STRENGTH = "strength"
    ACTIVITY = "activity"
    AGREEMENT = "agreement"
    PARKED = "parked"
    NOTE = "note"
    EXPERIMENT = "experiment"
    HANDOVER = "handover"
    RESULT = "result"


class Sensitivity(StrEnum):
    NONE = "none"
    FINANCE = "finance"
    PERSONAL = "personal"
    STRATEGY = "strategy"
    OTHER = "other"


class LinkType(StrEnum):
    FROM = "from"
    ANSWERS = "answers"
    SERVES = "serves"
    SOLVES = "solves"
    REPLACES = "replaces"
    ABOUT = "about"


class EndorsementValue(StrEnum):
    YES = "yes"
    RECOGNISED = "recognised"
    OBJECTION = "objection"
    CONTESTED = "contested"
    NOT_YET = "not_yet"


class AnswerValue(StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    DISCUSS = "discuss"
    REPHRASE = "rephrase"


class Rasci(StrEnum):
    RESPONSIBLE = "R"
    ACCOUNTABLE = "A"
    SUPPORTING = "S"
    CONSULTED = "C"
    INFORMED = "I"


class BoundaryNature(StrEnum):
    MAY_NOT = "may_not"
    WILL_NOT = "will_not"
    IDENTITY = "identity"


class BottleneckCategory(StrEnum):
    RULES = "rules"
    FINANCE = "finance"
    MUNICIPALITY = "municipality"
    PROVIDERS = "providers"
    OVERLAP = "overlap"
    FRICTION = "friction"
    TIME = "time"
    INTERNAL = "internal"
    OTHER = "other"


class AgreementType(StrEnum):
    RESULT = "result"
    PROCESS = "process"
    REQUEST = "request"
    RHYTHM = "rhythm"
    JOINT_VOICE = "joint_voice"
    CONFIDENTIALITY = "confidentiality"


class NoteSubtype(StrEnum):
    FACT = "fact"
    AGENDA = "agenda"
    QUESTION = "question"
    ASSUMPTION = "assumption"
    INSIGHT = "insight"
    HISTORY = "history"
    VIEW = "view"
    NEED = "need"
    COVERAGE = "coverage"


class Audience(StrEnum):
    MEMBERS = "members"
    FUNDER = "funder"
    COUNCIL = "council"
    ALL = "all"


class Unit(StrEnum):
    HOURS = "hours"
    EURO = "euro"
    SPACE = "space"
    PEOPLE = "people"
    DECISION = "decision"
    OTHER = "other"


class DecisionMethod(StrEnum):
    CONSENT = "consent"
    MAJORITY = "majority"
    CHAIR = "chair"


class ExperimentOutcome(StrEnum):
    CONTINUE = "continue"
    ADJUST = "adjust"
    STOP = "stop"
