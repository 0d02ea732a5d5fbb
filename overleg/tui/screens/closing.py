"""The closing page: what is still open, the next date, and the documents in one go."""

from dataclasses import dataclass
from pathlib import Path

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message as Event
from textual.widgets import Input, Label, Static

from overleg.desk.adoption import minutes_state
from overleg.desk.exporting import ADOPTION_UNKNOWN, export
from overleg.desk.folders import Folders
from overleg.desk.next_meeting import plan_next
from overleg.desk.workbench import Desk
from overleg.documents.adopting import adopting_meeting
from overleg.documents.catalogue import DOCUMENTS
from overleg.documents.variant import Variant
from overleg.domain.capture import Command, Problem
from overleg.domain.checks import Moment, findings
from overleg.domain.choices import Language, Sensitivity, SessionStatus
from overleg.domain.meeting_changes import Close
from overleg.domain.model import Session
from overleg.domain.silencing import Silence
from overleg.errors import Message, OverlegError, Refused
from overleg.locale import catalogue, clock, say, weekday_date
from overleg.tui.screens.at_desk import AtDesk
from overleg.tui.verbs import Place, bindings, verb
from overleg.tui.widgets.choice import Choice
from overleg.tui.widgets.fields import Field
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.notice import Notice, sentence
from overleg.tui.widgets.open_ends import OpenEnds


class Closing(AtDesk):
    """The last minutes of a meeting, before people look for their coats.

    Nothing on it stops anybody: what is open may stay open.
    """

    PLACE = Place.CLOSING
    BINDINGS = bindings(Place.CLOSING)

    DEFAULT_CSS = """
    Closing #below { height: auto; }
    Closing .row { height: 1; padding: 0 1; }
    Closing Label { width: 18; }
    Closing Field, Closing Choice { width: 1fr; }
    Closing #progress { height: auto; padding: 0 1; }
    Closing #question { height: auto; padding: 0 1; }
    """

    open_ends = getters.query_one(OpenEnds)
    next_date = getters.query_one("#next", Field)
    progress = getters.query_one("#progress", Static)

    @dataclass
    class Exported(Event):
        """A document was made, or could not be; the last of them says so."""

        document: str
        made: Path | OverlegError
        is_last: bool
        doubts: tuple[OverlegError, ...] = ()

    @dataclass
    class Adopted(Event):
        """These minutes were adopted in a later meeting."""

        session: Session

    def __init__(self, desk: Desk, language: Language, folders: Folders) -> None:
        super().__init__(desk, language)
        self.folders = folders
        self._lines: list[str] = []
        self._is_making = False
        self._adopted_in: Session | None = None

    def compose(self) -> ComposeResult:
        _ = catalogue(self.language).gettext
        yield Static(id="heading")
        yield Static(id="question", classes="subtitle")
        yield OpenEnds(self.language)
        with Vertical(id="below"):
            with Horizontal(classes="row"):
                yield Label(Content(_("Next meeting")))
                yield Field(placeholder=_("such as 11-2 19:30, then Enter"), id="next")
            with Horizontal(classes="row"):
                yield Label(Content(_("Documents")))
                yield Choice(
                    [
                        (_("open: without what is confidential"), Variant.OPEN),
                        (_("closed: with what is confidential, marked"), Variant.CLOSED),
                    ],
                    id="variant",
                )
            yield Static(id="progress")
        yield Notice()
        yield Keys(Place.CLOSING, self.language)

    def on_mount(self) -> None:
        self.open_ends.focus()
        self._tell_next()
        self._tell_all(self.desk.session)
        if self._is_closed:
            self.ask_for_adoption(self.desk.session)

    def watch_session(self, before: Session | None, session: Session | None) -> None:
        if session is not None and self.is_running:
            self._tell_all(session)
            if before is not None and before.next != session.next:
                self.next_date.value = self._next_date()

    @on(Choice.Changed)
    def tell_variant(self) -> None:
        self._tell_documents()

    @on(Input.Submitted)
    def plan(self, event: Input.Submitted) -> None:
        if self._plan(event.value):
            self.open_ends.focus()

    def _plan(self, typed: str) -> bool:
        """Set the next date as ``/volgende`` does; what is not understood stays in the field."""
        read = self.desk.enter(f"/next {typed}")
        if isinstance(read, Problem):
            self.tell(read.message)
            self.next_date.focus()
        elif not isinstance(read, Command):
            self.show(self.chair.made(read.change))
            self._tell_next()
            return True
        return False

    @on(OpenEnds.Asked)
    def action_complete(self) -> None:
        finding = self.open_ends.chosen
        if finding is not None and finding.check == "next_date_missing":
            self.next_date.focus()
        elif finding is not None and finding.refs:
            self.edit(finding.refs[0])
        elif finding is not None:
            self.tell(Message("Nothing has been said yet that could be opened. Esc goes back, to type it."))

    def action_put_away(self) -> None:
        finding = self.open_ends.chosen
        if finding is not None:
            self.do(Silence(at=self.desk.clock(), check=finding.check, subject=finding.subject))

    def action_finish(self) -> None:
        """Close the meeting, plan the next one, and make the documents while people get up."""
        if self._is_making or (self._typed_date and not self._plan(self._typed_date)):
            return
        try:
            self._lines = self._close_and_plan()
        except OverlegError as fault:
            self.show(sentence(fault, self.language))
            return
        self._is_making = True
        self.show("")
        variant: Choice[Variant] = self.query_one("#variant", Choice)
        self.make_documents(self.desk.session, variant.chosen)

    def _close_and_plan(self) -> list[str]:
        """What there is to say of the next meeting; nothing where a later one was held already."""
        was_closed = self._is_closed
        if not was_closed:
            self.desk.make(Close(at=self.desk.clock()))
        try:
            return [self._next_words(plan_next(self.desk, self.folders).session)]
        except Refused:
            # Documents of a meeting of long ago are made as ever.
            if not was_closed:
                raise
            return []

    def action_close(self) -> None:
        """Go back; a date that was typed and not entered is named, and redo sets it after all."""
        typed = self._typed_date
        self.go_back(self._put_by(typed) if typed else "")

    def _put_by(self, typed: str) -> str:
        read = self.desk.read(f"/next {typed}")
        if isinstance(read, Problem | Command):
            return say(Message("“{text}” was not understood and not kept.", text=typed), self.language)
        self.desk.put_by(read)
        redo = self.app.keymap.names_at(verb("redo"), Place.LIVE)[0]
        what = self.chair.told(read)
        return say(Message("Not kept; {key} keeps it after all: {what}", key=redo, what=what), self.language)

    @property
    def _typed_date(self) -> str:
        """What was typed as the next date and not entered."""
        typed = self.next_date.value.strip()
        return typed if typed != self._next_date() else ""

    @work(thread=True, exclusive=True, group="export")
    def make_documents(self, session: Session, variant: Variant) -> None:
        """Make one document after the other; one that fails does not keep the others."""
        for place, document in enumerate(DOCUMENTS, start=1):
            is_last = place == len(DOCUMENTS)
            try:
                made = export(session, self.folders, document, variant=variant)
            except OverlegError as fault:
                self.post_message(self.Exported(document, fault, is_last))
                continue
            self.post_message(self.Exported(document, made.path, is_last, made.unread))

    @work(thread=True, exclusive=True, group="adoption")
    def ask_for_adoption(self, session: Session) -> None:
        adopted_in = minutes_state(session, self.folders).adopted_in
        if adopted_in is not None:
            self.post_message(self.Adopted(adopted_in))

    @on(Adopted)
    def tell_adoption(self, event: Adopted) -> None:
        self._adopted_in = event.session
        self._tell_documents()

    @on(Exported)
    def tell_progress(self, event: Exported) -> None:
        word = DOCUMENTS[event.document].words[self.language]
        if isinstance(event.made, OverlegError):
            self._lines.append(f"! {word}: {sentence(event.made, self.language)}")
        else:
            self._lines.append(f"✓ {word}: {event.made.name}")
        self._lines += [f"! {sentence(each, self.language)}" for each in event.doubts]
        self._lines += [f"  {say(ADOPTION_UNKNOWN, self.language)}"] if event.doubts else []
        self._tell_documents()
        if event.is_last:
            self._is_making = False
            self.tell(Message("The documents are in {folder}.", folder=self.folders.exports))

    def _tell_all(self, session: Session) -> None:
        self._tell_open_ends(session)
        self._tell_documents()

    def _tell_open_ends(self, session: Session) -> None:
        ngettext = catalogue(self.language).ngettext
        found = findings(session, self.desk.clock(), Moment.CLOSING)
        self.open_ends.found = tuple(each for each in found if not each.is_good)
        n = len(self.open_ends.found)
        words = (
            ngettext(
                "{n} thing is still open. It may stay so.", "{n} things are still open. They may stay so.", n
            )
            if n
            else catalogue(self.language).gettext("Nothing is left open.")
        )
        self.query_one("#question", Static).update(Content(words.format(n=n)))
        self.query_one("#heading", Static).update(Content(self._heading(session)))

    def _heading(self, session: Session) -> str:
        _ = catalogue(self.language).gettext
        name = _("{series} · meeting {number}").format(series=session.series.title, number=session.number)
        state = f" · {_('closed')}" if session.status is SessionStatus.CLOSED else ""
        return f" {_('Closing')} · {name}{state}"

    def _tell_next(self) -> None:
        if self.desk.session.next is not None:
            self.next_date.value = self._next_date()

    def _next_date(self) -> str:
        """The next date as it would be typed; empty where there is none."""
        upcoming = self.desk.session.next
        if upcoming is None:
            return ""
        start = f" {upcoming.start}" if upcoming.start else ""
        return f"{upcoming.date.day}-{upcoming.date.month}-{upcoming.date.year}{start}"

    def _tell_documents(self) -> None:
        """What is made, or else what would be made and what stays out of it."""
        variant: Choice[Variant] = self.query_one("#variant", Choice)
        lines = self._lines or [self._adoption(), self._documents(), self._confidential(variant.chosen)]
        self.progress.update(Content("\n".join(line for line in lines if line)))

    def _adoption(self) -> str:
        if self._adopted_in is None:
            return ""
        meeting = adopting_meeting(self._adopted_in, self.language)
        return say(
            Message("The minutes of this meeting were adopted at {meeting}.", meeting=meeting), self.language
        )

    @property
    def _is_closed(self) -> bool:
        return self.desk.session.status is SessionStatus.CLOSED

    def _documents(self) -> str:
        words = ", ".join(row.words[self.language] for row in DOCUMENTS.values())
        if self._is_closed:
            return say(Message("F2 makes: {documents}.", documents=words), self.language)
        return say(Message("F2 closes the meeting and makes: {documents}.", documents=words), self.language)

    def _confidential(self, variant: Variant) -> str:
        n = sum(1 for each in self.desk.session.entries if each.sensitivity is not Sensitivity.NONE)
        if not n:
            return ""
        ngettext = catalogue(self.language).ngettext
        text = (
            ngettext(
                "{n} confidential item stays out of them.", "{n} confidential items stay out of them.", n
            )
            if variant is Variant.OPEN
            else ngettext("{n} confidential item goes into them.", "{n} confidential items go into them.", n)
        )
        return text.format(n=n)

    def _next_words(self, planned: Session) -> str:
        when = weekday_date(planned.date, self.language)
        start = clock(planned.start, self.language) if planned.start else ""
        words = Message("The next meeting is ready: {when}.", when=" ".join(filter(None, (when, start))))
        return f"✓ {say(words, self.language)}"
