"""The addressed party says yes or no to what is asked or offered."""

from dataclasses import dataclass

from msgspec.structs import replace as but

from overleg.domain.choices import AnswerValue, Sensitivity
from overleg.domain.entry_changes.about import (
    AboutEntry,
    history_line,
    standing_entry,
    state_word,
    with_entry,
)
from overleg.domain.model import Answer, Expectation, Offer, Reservation, Session
from overleg.errors import Message, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveAnswer(AboutEntry):
    """The addressed party answers an expectation, or accepts or declines an offer."""

    value: AnswerValue
    text: str = ""
    reservation: Reservation | None = None
    sensitivity: Sensitivity = Sensitivity.NONE

    def made(self, session: Session) -> Session:
        entry = standing_entry(session, self.ref)
        match entry:
            case Expectation():
                return with_entry(session, self._answered(session, entry))
            case Offer():
                return with_entry(session, self._taken_up(session, entry))
        raise Refused(
            Message("{ref} is not an expectation or an offer, so it cannot be answered.", ref=self.ref),
            Message("Its state is changed with *."),
        )

    def _answered(self, session: Session, entry: Expectation) -> Expectation:
        if entry.to_party is None:
            raise Refused(
                Message("{ref} does not say of whom it is asked, so nobody can answer it yet.", ref=self.ref)
            )
        if entry.status not in ("stated", "answered"):
            raise Refused(
                Message(
                    "{ref} is {state} and no longer waits for an answer.",
                    ref=self.ref,
                    state=state_word(entry),
                )
            )
        old = entry.answer
        line = history_line(session, self, "answer", old.value if old else "", self.value)
        if old is not None:
            line = but(line, note=old.text, sensitivity=old.sensitivity, by=entry.to_party)
        answer = Answer(
            value=self.value,
            text=self.text,
            reservation=self.reservation,
            at=self.at,
            sensitivity=self.sensitivity,
        )
        return but(entry, answer=answer, status="answered", history=(*entry.history, line))

    def _taken_up(self, session: Session, entry: Offer) -> Offer:
        states = {AnswerValue.ACCEPT: "accepted", AnswerValue.DECLINE: "declined"}
        if self.value not in states:
            raise Refused(Message("An offer is answered with yes or no."))
        if self.reservation is not None:
            raise Refused(
                Message("An offer is taken up without a reservation."),
                Message("Record a commitment with the reservation instead."),
            )
        line = history_line(session, self, "status", entry.status, states[self.value])
        line = but(line, note=self.text, sensitivity=self.sensitivity)
        return but(entry, status=states[self.value], history=(*entry.history, line))
