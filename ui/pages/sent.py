"""Made and sent: every dossier that was made, and where it went."""

from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.build import Build
from app.phrases import _
from ui.facts.line import Line
from ui.facts.line_view import LineView
from ui.pages.place import Go, Place, Tell
from ui.records.empty_page import EmptyPage
from ui.sent.build_view import BuildView
from ui.sent.words import KIND, before, change_of, line_of
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.heading import Heading
from ui.widgets.labels import frame
from ui.widgets.list_and_detail import ListAndDetail
from ui.widgets.one_at_a_time import OneAtATime
from ui.widgets.spacing import space


class SentPlace(Place):
    """The builds at the left, the newest first; one of them at the right."""

    code: ClassVar[str] = "sent"
    icon: ClassVar[str] = "send"
    tables: ClassVar[frozenset[str]] = frozenset({"build", "sending"})

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.view: BuildView | None = None
        self._builds: list[Build] = []
        self._changes: dict[int, str] = {}
        self.list = LineView(self.title(), looks)
        self.first = PictureButton(_("Go to Dossier"), looks, "file-output", "main")
        listed = frame("pane")
        space(QVBoxLayout(listed), looks, (6, 6, 2, 6)).addWidget(self.list)
        listed.setFocusProxy(self.list)
        self.panes_ = ListAndDetail(listed, self.title(), looks)
        self._lay_out()
        self.first.clicked.connect(lambda _on=False: self.go("dossier"))
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._open)
        self.list.gone_into.connect(self._go_into)

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Made and sent")

    def count(self) -> int:
        """Give the number of dossiers that were made."""
        return self.session.case.builds.count()

    def show_case(self) -> None:
        """Show what was made and sent."""
        every, sent = self._every(), self.session.case.sharing.all()
        self.list.show_lines([line_of(one, self._changes[one.id], sent) for one in every])
        if self.view is not None:
            self.view.refresh(every, sent)
        elif every:
            self.list.choose(KIND, every[0].id)
            self._show(self.list.lines.lines[0])
        self._stack.setCurrentIndex(0 if every else 1)

    def leave(self) -> None:
        """Save what was typed."""
        if self.view is not None:
            self.view.sent.flush()

    def first_focus(self) -> QWidget:
        """Give the list, or what to do while nothing is in it."""
        return self.list if self.list.lines.rowCount() else self.first

    def panes(self) -> list[QWidget]:
        """Give the list and the build, as far as they are in sight."""
        return [one for one in (self.list, self.panes_.pane) if one.isVisible()] or [self]

    def _lay_out(self) -> None:
        head = QWidget()
        space(QVBoxLayout(head), self.looks, (24, 16, 24, 12)).addWidget(Heading(self.title()))
        nothing = EmptyPage(
            self.looks,
            "send",
            _("No PDF was made yet"),
            _("Make the PDF in Dossier. It is then listed here, and you can note where it went."),
            self.first,
        )
        self._stack = OneAtATime(self.panes_, nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for one in (head, frame("rule")):
            column.addWidget(one)
        column.addWidget(self._stack, 1)

    def _every(self) -> list[Build]:
        """Give all builds; they are read again only when there are more, as none ever changes."""
        builds = self.session.case.builds
        if builds.count() != len(self._builds):
            self._builds = builds.all()
            self._changes = {
                one.id: change_of(one, before(one, self._builds)) for one in self._builds
            }
        return self._builds

    @Slot(object)
    def _show(self, line: Line) -> None:
        """Show a build; what was typed about the one before is saved first."""
        if self.view is not None and self.view.build.id == line.id:
            return
        every = self._every()
        build = next((one for one in every if one.id == line.id), None)
        if build is None:
            return
        self.leave()
        if self.view is not None:
            self.view.sent.forget()
        self.view = BuildView(self.session, self.looks, build, self.tell)
        self.view.refresh(every, self.session.case.sharing.all())
        self.panes_.put(self.view)

    @Slot(object)
    def _open(self, line: Line) -> None:
        self._show(line)
        self.panes_.bring(beside=True)

    @Slot(object)
    def _go_into(self, line: Line) -> None:
        self._open(line)
        if self.view is not None:
            self.view.sent.focus()
