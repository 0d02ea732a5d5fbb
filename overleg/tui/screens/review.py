"""The review: everything that earlier meetings left open, one key each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from textual import getters, on
from textual.app import ComposeResult
from textual.reactive import reactive

from overleg.desk.workbench import Desk
from overleg.domain.changes import Change
from overleg.domain.choices import AnswerValue, Kind, Language, SessionStatus
from overleg.domain.entry_changes import GiveAnswer
from overleg.domain.meeting_changes import AdoptMinutes
from overleg.domain.model import AnyEntry
from overleg.domain.review import untouched
from overleg.domain.review_changes import settle
from overleg.errors import Message, Refused
from overleg.locale import say
from overleg.tui.reviewing import CORRECTION, QUESTIONS, Typed, correct
from overleg.tui.screens.at_desk import AtDesk
from overleg.tui.verbs import Place, bindings
from overleg.tui.widgets.asking import Asking
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.notice import Notice, sentence
from overleg.tui.widgets.review_card import ReviewCard
from overleg.tui.widgets.review_heading import ReviewHeading, not_gone_through
from overleg.tui.widgets.review_keys import ReviewKeys
from overleg.tui.widgets.review_list import ReviewList
from overleg.tui.widgets.review_rows import MINUTES, Arrangement, ReviewRow


class Review(AtDesk):
    """The walk along what is open; the marked one is talked about, and a key says what becomes of it."""

    PLACE = Place.REVIEW
    BINDINGS = bindings(Place.REVIEW)

    today: reactive[date] = reactive(date.min)
    """The day from which it is seen what is overdue; for a closed meeting the day it was held."""

    arranged: reactive[Arrangement] = reactive(Arrangement())
    """How the list is laid out."""

    row: reactive[ReviewRow | None] = reactive(None)
    """The row that is marked."""

    matters = getters.query_one(ReviewList)
    asking = getters.query_one(Asking)

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._asked: tuple[str, str] = ("", "")
        self.set_reactive(Review.today, self._day())

    def compose(self) -> ComposeResult:
        heading = ReviewHeading(self.language, id="heading")
        yield heading.data_bind(Review.session, Review.today, Review.now)
        yield ReviewList(self.language).data_bind(Review.session, Review.today, Review.arranged)
        yield ReviewCard(self.language).data_bind(Review.session, Review.row)
        yield ReviewKeys(self.language).data_bind(Review.row)
        yield Notice(most_lines=2)
        yield Asking()
        yield Keys(Place.REVIEW, self.language)

    def on_mount(self) -> None:
        self.matters.focus()

    def tick(self) -> None:
        super().tick()
        self.today = self._day()

    @on(ReviewList.Marked)
    def show_marked(self, event: ReviewList.Marked) -> None:
        self.row = event.row

    @on(ReviewList.Chosen)
    def open_marked(self) -> None:
        if self._is_at_minutes:
            self.action_last_minutes()

    def action_last_minutes(self) -> None:
        from overleg.tui.screens.last_minutes import LastMinutes

        self.app.push_screen(LastMinutes(self.desk, self.language))

    def action_settle(self) -> None:
        if self._is_at_minutes:
            self.do(AdoptMinutes(at=self.desk.clock()))
        elif (entry := self._entry) is not None:
            self._try(lambda: settle(entry, self.desk.clock()))

    def action_accept(self) -> None:
        self._answer(AnswerValue.ACCEPT)

    def action_decline(self) -> None:
        self._answer(AnswerValue.DECLINE)

    def action_discuss(self) -> None:
        self._answer(AnswerValue.DISCUSS)

    def action_put_off(self) -> None:
        self._ask("put_off")

    def action_drop(self) -> None:
        """An expectation that is too vague is asked for again; anything else is dropped with a reason."""
        if self._entry is not None and self._entry.kind is Kind.EXPECTATION:
            self._answer(AnswerValue.REPHRASE)
        else:
            self._ask("drop")

    def action_explain(self) -> None:
        if self._is_at_minutes:
            self._asked = ("correct", "")
            self.asking.ask(say(CORRECTION, self.language))
        else:
            self._ask("explain")

    def action_hand_over(self) -> None:
        self._ask("hand_over")

    def action_smaller(self) -> None:
        self._ask("smaller")

    def action_withdraw(self) -> None:
        self._ask("withdraw")

    def action_by_party(self) -> None:
        self.arranged = replace(self.arranged, by_party=not self.arranged.by_party)

    def action_by_number(self) -> None:
        self.arranged = replace(self.arranged, by_number=not self.arranged.by_number)

    def action_undo(self) -> None:
        """First what is being typed, then what was recorded."""
        if self.asking.is_asking:
            self.asking.action_give_up()
        else:
            super().action_undo()

    def action_close(self) -> None:
        """Name what nobody looked at; the second time it is left for later."""
        if self.asking.is_asking:
            self.asking.action_give_up()
            return
        left = untouched(self.desk.session, self.today) if self._has_begun else ()
        if self.notice.is_asking or not left:
            self.dismiss(None)
            return
        refs = [entry.ref for entry in left]
        self.notice.said = not_gone_through(refs, self.notice.content_size.width, self.language)
        self.notice.is_asking = True

    def put_away(self) -> None:
        """Keep what is being typed for the capture bar of the next time."""
        if self.asking.unsaved:
            line = f"{self._asked[1]} {self.asking.unsaved}".strip()
            self.desk.keep_draft("\n".join(filter(None, (self.desk.draft(), line))))

    @on(Asking.Answered)
    def take_answer(self, event: Asking.Answered) -> None:
        """Make the change that was asked for; where that is refused the question stays."""
        verb, ref = self._asked
        typed = Typed(event.text, ref, self.desk.session, self.desk.clock())
        make = QUESTIONS[verb].change if verb in QUESTIONS else correct
        try:
            made = self.desk.make(make(typed))
        except Refused as refused:
            self.notice.said = sentence(refused, self.language)
            return
        self.asking.done()
        self.matters.focus()
        self.show(self.chair.made(made.change))

    @on(Asking.GivenUp)
    def go_on(self) -> None:
        self.matters.focus()
        self.notice.said = ""

    def show(self, words: str | None = None) -> None:
        if words is not None and self.is_mounted:
            self.notice.is_asking = False
        super().show(words)

    def watch_row(self) -> None:
        """Whoever goes on with the walk is not leaving."""
        if self.is_mounted and self.notice.is_asking:
            self.notice.is_asking = False
            self.notice.said = ""

    @property
    def _entry(self) -> AnyEntry | None:
        """The entry that is marked, as it is now."""
        row = self.row
        return self.desk.session.entry(row.key) if row is not None and row.carried is not None else None

    @property
    def _is_at_minutes(self) -> bool:
        return self.row is not None and self.row.key == MINUTES

    @property
    def _has_begun(self) -> bool:
        return self.desk.session.status in (SessionStatus.LIVE, SessionStatus.PAUSED)

    def _day(self) -> date:
        session = self.desk.session
        is_over = session.status is SessionStatus.CLOSED
        return session.date if is_over else self.desk.clock().date()

    def _answer(self, value: AnswerValue) -> None:
        entry = self._entry
        if entry is None:
            return
        if entry.kind is not Kind.EXPECTATION:
            self.tell(Message("Only an expectation is answered with yes, no or discuss."))
            return
        self.do(GiveAnswer(at=self.desk.clock(), ref=entry.ref, value=value))

    def _ask(self, verb: str) -> None:
        entry, question = self._entry, QUESTIONS[verb]
        if entry is None:
            return
        if not question.suits(entry):
            self.tell(Message(question.unsuited, ref=entry.ref))
            return
        self._asked = (verb, entry.ref)
        words = say(question.words(entry), self.language)
        self.asking.ask(words, question.begins_with(entry))

    def _try(self, change: Callable[[], Change]) -> None:
        try:
            self.do(change())
        except Refused as refused:
            self.notice.said = sentence(refused, self.language)
