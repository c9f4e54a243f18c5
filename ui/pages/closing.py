"""Close or hand over: put the case away, give it to somebody, or remove it."""

from dataclasses import replace
from datetime import date, datetime
from typing import ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dossier.removal import removal_of
from app.errors import CasepackError
from app.model.journey.decision import Stage
from app.model.partial_date import NOT_KNOWN, day
from app.phrases import _
from ui.closing.archive_card import ArchiveCard
from ui.closing.removal_card import RemovalCard
from ui.closing.sharing_card import SharingCard
from ui.facts.section import Page
from ui.file_choice import ask_where_to_print
from ui.pages.place import Go, Place, Tell
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import label


class ClosingPlace(Place):
    """Three ways to end, each said honestly; nothing here happens by itself."""

    code: ClassVar[str] = "closing"
    icon: ClassVar[str] = "package"
    tables: ClassVar[frozenset[str]] = frozenset({"header", "sending", "build", "detail"})

    removal_wanted = Signal()  # close the window; then the case goes

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.page = Page(looks)
        self.state = label("")
        self.mark = PictureButton("", looks, "check")
        self.sharing = SharingCard(self)
        self.away = ArchiveCard(session, looks, tell, handing_over=False)
        self.over = ArchiveCard(session, looks, tell, handing_over=True)
        self.removal = RemovalCard(session, looks)
        frame, inside = card(looks)
        inside.addWidget(self.state)
        inside.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        column = self.page.column
        column.addWidget(Heading(self.title()))
        for one in (frame, self.away, self.over, self.sharing, self.removal):
            column.addWidget(one)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.page)
        self.mark.clicked.connect(self._mark)
        self.removal.wanted.connect(self._remove)
        self.show_case()

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Close or hand over")

    def show_case(self) -> None:
        """Show whether the case is closed, who holds copies, and which files there are."""
        header = self.session.case.journey.header()
        closed = header.stage is Stage.CLOSED
        if not closed:
            words = _("This case is open. Marking it as closed changes nothing else.")
        elif header.closed_on.known:
            words = _("Marked as closed, {date}.").format(date=header.closed_on.shown())
        else:
            words = _("Marked as closed.")
        self.state.setText(words)
        self.mark.say(_("Take the case up again") if closed else _("Mark the case as closed"))
        self.sharing.show_case()
        self.removal.show_case()

    def leave(self) -> None:
        """Forget the name that was typed."""
        self.removal.forget()

    def first_focus(self) -> QWidget:
        """Give the first button."""
        return self.mark

    def panes(self) -> list[QWidget]:
        """Give the one pane."""
        return [self.page]

    @Slot()
    def _mark(self) -> None:
        case = self.session.case
        header = case.journey.header()
        closed = header.stage is Stage.CLOSED
        if closed:
            header = replace(header, stage=Stage.COLLECTING, closed_on=NOT_KNOWN)
        else:
            header = replace(header, stage=Stage.CLOSED, closed_on=day(date.today()))
        with case.change(_("Take the case up again") if closed else _("Close the case")):
            case.journey.save_header(header)
        self.show_case()

    @Slot(str)
    def _remove(self, typed: str) -> None:
        """Ask where the receipt goes; the case goes when the window has let go of it."""
        if self.session.jobs.busy:
            self.tell(_("The program is still at work. Wait until it is done."), done=False)
            return
        for target in ask_where_to_print(self, _("Receipt")):
            try:
                removal = removal_of(
                    self.session.case,
                    typed,
                    target,
                    made=datetime.now().astimezone(),
                    paper=self.session.draft.paper,
                )
            except CasepackError as failure:
                self.tell(str(failure), done=False)
                return
            self.session.when_closed = removal.carry_out
            self.removal_wanted.emit()
