"""Dossier: what goes in, how its pages look, and the button that makes the PDF."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.case.schema import UNDOABLE
from app.dossier.plan import Paper
from app.dossier.preflight import Line
from app.errors import CasepackError
from app.phrases import _
from ui import file_choice
from ui.check.fixes import fix_of
from ui.dossier import changes
from ui.dossier.choices_pane import ChoicesPane
from ui.dossier.contents_pane import ContentsPane
from ui.dossier.making import DoneView, MakingView
from ui.jobs import Job
from ui.pages.place import Go, Place, Tell
from ui.records.panes import ThreePanes
from ui.session import CaseSession, Made
from ui.shown_pages import PdfPages
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.heading import Heading
from ui.widgets.labels import frame, label
from ui.widgets.page_view import PageView
from ui.widgets.spacing import space


class DossierPlace(Place):
    """The dossier as it will be. `make` asks where to put the PDF and makes it."""

    code: ClassVar[str] = "dossier"
    icon: ClassVar[str] = "file-output"
    tables: ClassVar[frozenset[str]] = frozenset(UNDOABLE)

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self._job: Job | None = None
        self._locked = False
        self._pages: PdfPages | None = None
        self.who = label("", "quiet")
        self.make_button = PictureButton(
            _("Make the PDF"), looks, "file-output", "main", keys="Ctrl+E"
        )
        self.contents = ContentsPane(looks)
        self.page = PageView(session, looks)
        self.choices = ChoicesPane(looks)
        self.news = label("", "small")
        self.making = MakingView(looks)
        self.done = DoneView(looks)
        self._lay_out()
        self._connect()

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Dossier")

    def show_case(self) -> None:
        """Show what goes in now; pages and size follow in a moment."""
        draft = self.session.draft
        draft.watch(self, pages=True)
        to = self.session.case.people.recipient()
        names = ", ".join(part for part in (to.name, to.place) if part)
        self.who.setText(
            _("For {name}").format(name=names)
            if names
            else _("One PDF with everything, to send to another doctor.")
        )
        self.choices.show_paper(draft.paper)
        self._show_contents()
        self._say_news()
        if draft.lines is not None and not draft.stale:
            self._show_draft()
        if draft.pdf and (self._pages is None or not self.page.count):
            self._show_pages()

    def leave(self) -> None:
        """Stop making pages that nobody sees."""
        self.session.draft.unwatch(self)
        if self._job is None:
            self._stack.setCurrentWidget(self._builder)

    def first_focus(self) -> QWidget:
        """Give the list, or the button of what is shown instead."""
        shown = self._stack.currentWidget()
        if shown is self.making:
            return self.making.stop
        return self.done.open if shown is self.done else self.contents.list

    def panes(self) -> list[QWidget]:
        """Give list, pages and choices, as far as they are in sight."""
        every = (self.contents, self.page, self.choices)
        return [one for one in every if one.isVisible()] or [self]

    def make(self) -> None:
        """Ask where the PDF should be, and make it."""
        password = self.choices.lock.password()
        if password is None:
            self.panes_.show_pane(2)
            self.choices.ensureWidgetVisible(self.choices.lock)
            return
        if self._job is not None:
            return
        for target in file_choice.ask_where_to_export(self):
            self._try(partial(self._begin, target, password))

    def _begin(self, target: Path, password: str) -> None:
        paper = self.session.draft.paper
        self._job = self.session.export(target, paper=paper, password=password)
        self._locked = bool(password)
        self.make_button.setEnabled(False)
        self._stack.setCurrentWidget(self.making)
        self.making.begin()

    def _lay_out(self) -> None:
        head = frame("pane")
        row = space(QHBoxLayout(head), self.looks, (24, 14, 24, 12), 16)
        names = space(QVBoxLayout(), self.looks, gap=2)
        names.addWidget(Heading(_("Dossier")))
        names.addWidget(self.who)
        row.addLayout(names, 1)
        row.addWidget(self.make_button)
        middle = frame("canvas")
        desk = QVBoxLayout(middle)
        desk.setContentsMargins(0, 0, 0, 0)
        desk.addWidget(self.page, 1)
        under = space(QVBoxLayout(), self.looks, (12, 2, 12, 6))
        under.addWidget(self.news)
        desk.addLayout(under)
        right = frame("pane")
        inner = QVBoxLayout(right)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.choices)
        names3 = (_("What goes in"), _("Pages"), _("Size and password"))
        self.panes_ = ThreePanes((self.contents, middle, right), names3, self.looks)
        self._builder = QWidget()
        column = QVBoxLayout(self._builder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.panes_, 1)
        self._stack = QStackedWidget()
        for one in (self._builder, self.making, self.done):
            self._stack.addWidget(one)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        session, draft = self.session, self.session.draft
        draft.looked.connect(self._show_draft)
        draft.bound.connect(self._show_pages)
        draft.failed.connect(self.news.setText)
        session.exported.connect(self._say_done)
        session.jobs.progressed.connect(self._go_on)
        session.jobs.finished.connect(self._over)
        self.make_button.clicked.connect(self.make)
        self.making.stop_wanted.connect(self._stop)
        self.done.back_wanted.connect(self._back)
        self.page.page_changed.connect(self.contents.show_page)
        self.contents.shown.connect(self._turn_to)
        self.contents.pages_wanted.connect(partial(self.panes_.show_pane, 1))
        self.contents.ticked.connect(self._tick)
        self.contents.moved.connect(self._move)
        self.contents.by_date.connect(self._sort)
        self.contents.pages_chosen.connect(self._choose_pages)
        self.choices.paper_chosen.connect(self._take_paper)
        self.choices.mend.connect(self._mend)
        self.choices.see_all.connect(lambda: self.go("check"))

    def _show_contents(self) -> None:
        records = self.session.case.records.all()
        self.contents.show_contents(records, self.session.draft.proof)

    @Slot()
    def _show_draft(self) -> None:
        draft = self.session.draft
        proof = draft.proof
        self._show_contents()
        self.choices.show_size(len(proof.layout.pages) if proof else 0, proof.size if proof else 0)
        self.choices.show_lines(draft.lines or ())
        self._say_news()

    @Slot()
    def _show_pages(self) -> None:
        pdf = self.session.draft.pdf
        if pdf is None:
            self.page.show_nothing()
        else:
            title, at = _("your dossier"), self.page.page or 1
            old = self._pages
            self._pages = PdfPages(
                self.session.pictures, pdf.source(), title, pdf.proof.sizes, self
            )
            self.page.show_own(self._pages, at)
            if old is not None:
                old.deleteLater()
            self.choices.show_size(len(pdf.proof.layout.pages), pdf.size)
        self._say_news()

    def _say_news(self) -> None:
        draft = self.session.draft
        busy = draft.busy or draft.stale
        words = _("The pages are being made.")
        if self.page.count:
            words = _("These pages are being made anew.")
        if not busy and draft.proof is None:
            words = _("Add a record, or tick one. Then its pages show here.")
        self.news.setText(words if busy or draft.proof is None else "")
        self.news.setVisible(bool(self.news.text()))

    @Slot(int)
    def _turn_to(self, page: int) -> None:
        self.page.go_to(page)

    @Slot(int, bool)
    def _tick(self, number: int, goes_in: bool) -> None:
        self._try(lambda: changes.tick(self.session.case, number, goes_in))

    @Slot(int, object)
    def _choose_pages(self, number: int, pages: tuple[int, ...]) -> None:
        self._try(lambda: changes.choose_pages(self.session.case, number, pages))

    @Slot(int, int)
    def _move(self, number: int, to: int) -> None:
        self._try(lambda: changes.move(self.session.case, number, to))

    @Slot()
    def _sort(self) -> None:
        self._try(lambda: changes.sort_by_date(self.session.case))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except CasepackError as failure:
            self.tell(str(failure), done=False)

    @Slot(object)
    def _take_paper(self, paper: Paper) -> None:
        self.session.draft.take_paper(paper)
        self._say_news()

    @Slot(object)
    def _mend(self, line: Line) -> None:
        fix = fix_of(line)
        if fix.place == self.code:
            self.contents.list.setFocus()
            self.panes_.show_pane(0)
        else:
            self.go(fix.place, record=line.record if fix.place == "records" else None)

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
            self.done.tell(made, locked=self._locked)

    @Slot(object)
    def _over(self, job: Job) -> None:
        """Go back to where it began, if nothing was made."""
        if job is not self._job:
            return
        self._job = None
        self.make_button.setEnabled(True)
        if self._stack.currentWidget() is self.making:
            self._back()
            if job.progress.cancelled:
                self.tell(_("Stopped. No PDF was made."), done=True)

    @Slot()
    def _back(self) -> None:
        self._stack.setCurrentWidget(self._builder)
        self.make_button.setFocus()
