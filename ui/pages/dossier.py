"""Dossier: what goes in, how its pages look, and the button that makes the PDF."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.case.schema import UNDOABLE
from app.dossier.holding import holding_of
from app.errors import CasepackError
from app.phrases import _
from ui import file_choice
from ui.dossier.builder import Builder
from ui.dossier.done import DoneView
from ui.dossier.making import MakingView
from ui.jobs import Job
from ui.made import Made
from ui.pages.place import Go, Place, Tell
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.one_at_a_time import OneAtATime


class DossierPlace(Place):
    """The dossier as it will be. `make` asks where to put the PDF and makes it."""

    code: ClassVar[str] = "dossier"
    icon: ClassVar[str] = "file-output"
    tables: ClassVar[frozenset[str]] = frozenset(UNDOABLE)

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self._job: Job | None = None
        self._password = ""
        self._stack = OneAtATime(parent=self)
        self.builder = Builder(session, looks, go, tell, self._stack)
        self.versions, self.contents = self.builder.versions, self.builder.contents
        self.page, self.choices = self.builder.page, self.builder.choices
        self.panes_, self.make_button = self.builder.panes_, self.builder.make_button
        self.making = MakingView(looks, self._stack)
        self.done = DoneView(session, looks, tell, self._stack)
        for page in (self.builder, self.making, self.done):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        session.exported.connect(self._say_done)
        session.jobs.progressed.connect(self._go_on)
        session.jobs.finished.connect(self._over)
        self.builder.make_wanted.connect(self.make)
        self.choices.review_wanted.connect(self.make_copy_for_review)
        self.making.stop_wanted.connect(self._stop)
        self.done.back_wanted.connect(self._leave_done)
        self.done.note_wanted.connect(self._note_sent)

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Dossier")

    def show_case(self) -> None:
        """Show what goes in now; pages and size follow in a moment."""
        self.session.draft.watch(self, pages=True)
        self.builder.show_case()

    def leave(self) -> None:
        """Save what was typed, and stop making pages that nobody sees."""
        self.builder.flush()
        self.session.draft.unwatch(self)
        if self._job is None and not self.done.pack.busy:
            self.done.forget()
            self._stack.setCurrentWidget(self.builder)

    def first_focus(self) -> QWidget:
        """Give the list, or the button of what is shown instead."""
        shown = self._stack.currentWidget()
        if shown is self.making:
            return self.making.stop
        return self.done.open if shown is self.done else self.contents.list

    def tells(self, job: Job) -> bool:
        """Whether it shows how far this job has come: the one that makes the PDF, in its view."""
        if self.done.pack.tells(job):
            return True
        return self._stack.currentWidget() is self.making and self._job in (None, job)

    def shows_pack(self) -> bool:
        """Whether it says by itself that a pack was made."""
        return self.done.pack.shows_made()

    def panes(self) -> list[QWidget]:
        """Give list, pages and choices, as far as they are in sight."""
        return self.builder.panes() or [self]

    def make(self) -> None:
        """Ask where the PDF should be, and make it."""
        self._make(for_review=False)

    @Slot()
    def make_copy_for_review(self) -> None:
        """Ask where a copy for the client to look at should be, and make it."""
        self._make(for_review=True)

    def _make(self, *, for_review: bool) -> None:
        self.builder.flush()
        password = self.choices.lock.password()
        if password is None:
            self.builder.show_choice(self.choices.lock)
            return
        if self._job is not None:
            return
        ask = file_choice.ask_where_to_make_copy if for_review else file_choice.ask_where_to_export
        for target in ask(self):
            try:
                self._begin(target, password, for_review=for_review)
            except CasepackError as failure:
                self.tell(str(failure), done=False)

    def _begin(self, target: Path, password: str, *, for_review: bool) -> None:
        paper = self.session.draft.paper
        self._stack.setCurrentWidget(self.making)  # first: it tells of the job from the start
        try:
            self._job = self.session.export(
                target, paper=paper, password=password, for_review=for_review
            )
        except CasepackError:
            self._back()
            raise
        self._password = password
        self.make_button.setEnabled(False)
        proof = self.builder.proof
        told = proof is not None and not self.session.draft.stale
        self.making.begin(
            holding_of(proof.plan, len(proof.layout.pages)) if proof and told else None
        )

    @Slot(object, int, int, str)
    def _go_on(self, job: Job, done: int, total: int, what: str) -> None:
        if job is self._job:
            proof = self.session.draft.proof
            self.making.go_on(done, total, what, len(proof.layout.pages) if proof else 0)

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    @Slot(object)
    def _say_done(self, made: Made) -> None:
        if self._job is not None:
            self.choices.lock.forget()
            self._stack.setCurrentWidget(self.done)
            self.done.tell(made, password=self._password)
            self._password = ""

    @Slot(object)
    def _over(self, job: Job) -> None:
        """Go back to where it began, if nothing was made."""
        if job is not self._job:
            return
        self._job = None
        self._password = ""
        self.make_button.setEnabled(True)
        if self._stack.currentWidget() is self.making:
            self._back()
            if job.progress.cancelled:
                self.tell(_("Stopped. No PDF was made."), done=True)

    @Slot()
    def _leave_done(self) -> None:
        self.done.forget()
        self._back()

    @Slot(int)
    def _note_sent(self, build: int) -> None:
        self.session.ask_about_sending(build)
        self.go("sent")

    @Slot()
    def _back(self) -> None:
        self._stack.setCurrentWidget(self.builder)
        self.make_button.setFocus()
