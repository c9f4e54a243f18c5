"""What is due in this case, the earliest first, and for the calendar."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dossier.prints.calendar_file import calendar_file, due_table
from app.model.journey.due import Due, due_list
from app.model.partial_date import day
from app.phrases import _
from ui.facts.due_words import when_words
from ui.facts.line import Line
from ui.facts.line_view import LineView
from ui.facts.section import Page
from ui.file_choice import ask_where_to_save
from ui.pages.place import Go, Place, Tell
from ui.records.flow import Flow
from ui.save_print import save_to
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.check import Check
from ui.widgets.heading import Heading
from ui.widgets.labels import label


class DuePlace(Place):
    """One list; a line leads to where the thing is looked after."""

    code: ClassVar[str] = "due"
    icon: ClassVar[str] = "calendar"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"request", "consent", "medical_test", "outside", "decision", "statement", "sending"}
        | {"opinion"}
    )

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self._due: list[Due] = []
        self.page = Page(looks)
        self.view = LineView(_("What is due"), looks, whole=True)
        self.nothing = label(_("Nothing has a date at the moment."), "quiet")
        self.in_full = Check(_("Say in the calendar what is due"))
        self.calendar = PictureButton(_("Save for a calendar"), looks, "calendar")
        self.table = PictureButton(_("Save as a table"), looks, "table-properties")
        self._place()
        self.view.opened.connect(self._go_to)
        self.view.gone_into.connect(self._go_to)
        self.calendar.clicked.connect(self._save_calendar)
        self.table.clicked.connect(self._save_table)
        self.show_case()

    def _place(self) -> None:
        column = self.page.column
        column.addWidget(Heading(self.title()))
        about = _("What has a day, from all of the case. Press a line to go there.")
        column.addWidget(label(about, "small"))
        self._card, inside = card(self.looks, (4, 4, 4, 4), 0)
        inside.addWidget(self.view)
        column.addWidget(self._card)
        column.addWidget(self.nothing)
        self._saving = QWidget(self.page)
        row = Flow(self._saving, self.looks)
        row.addWidget(self.calendar)
        row.addWidget(self.table)
        column.addWidget(self._saving)
        column.addWidget(self.in_full, 0, Qt.AlignmentFlag.AlignLeft)
        self._hint = label(
            _("A calendar may be copied to other computers. Without the tick it says only that "
              "something is due."),
            "small",
        )  # fmt: skip
        column.addWidget(self._hint)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.page)

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("What is due")

    def show_case(self) -> None:
        """Show what has a day now."""
        self._due, today = due_of(self.session), date.today()
        self.view.show_lines([_line(n, one, today) for n, one in enumerate(self._due)])
        for one in (self._card, self._saving, self.in_full, self._hint):
            one.setVisible(bool(self._due))
        self.nothing.setVisible(not self._due)

    def first_focus(self) -> QWidget:
        """Give the list, or the page while there is none."""
        return self.view if self._due else self.page

    def panes(self) -> list[QWidget]:
        """Give the one pane."""
        return [self.page]

    def _go_to(self, line: Line) -> None:
        self.go(self._due[line.id].place)

    def _save_calendar(self) -> None:
        due, in_full = list(self._due), self.in_full.isChecked()
        case = str(self.session.case.path.stem)
        targets = ask_where_to_save(self, _("Save for a calendar"), _("What is due") + ".ics")
        save_to(
            self,
            targets,
            lambda: calendar_file(due, made=date.today(), case=case, in_full=in_full),
        )

    def _save_table(self) -> None:
        due = list(self._due)
        targets = ask_where_to_save(self, _("Save as a table"), _("What is due") + ".csv")
        save_to(self, targets, lambda: due_table(due, today=date.today()))


def due_of(session: CaseSession) -> list[Due]:
    """Give what is due in the case of a session."""
    return due_list(session.case.snapshot(), session.case.sharing.all())


def _line(number: int, one: Due, today: date) -> Line:
    shown = day(one.day).shown()
    lead = _("about {date}").format(date=shown) if one.about else shown
    return Line("due", number, one.words, when_words(one, today), lead=lead)
