"""Your plan: what there is to do, how far each part has come, and what comes next."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.case.schema import UNDOABLE
from app.model.journey.due import due_list
from app.model.story import CaseSnapshot
from app.model.task import Group, Status, Task
from app.model.tasks import next_task, tasks
from app.phrases import _
from ui.pages.place import Go, Place, Tell
from ui.session import CaseSession
from ui.story.due_card import DueCard
from ui.story.plan_aside import DecideCard, SafetyLines
from ui.story.plan_row import PlanRow
from ui.theme.looks import Looks
from ui.widgets.breadth import is_narrow, room
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space

BESIDE = 264  # pixels of the cards at the right, at the usual size of text
_FOR_BOTH = 700  # pixels of the page, above which there is room for both


class PlanPlace(Place):
    """The list of parts in three groups, with the date to decide by at its side."""

    code: ClassVar[str] = "plan"
    icon: ClassVar[str] = "list-checks"
    tables: ClassVar[frozenset[str]] = frozenset(UNDOABLE)

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.rows: dict[str, PlanRow] = {}
        self._next: Task | None = None
        self._wide: bool | None = None
        self.decide = DecideCard(looks)
        self.due = DueCard(looks)
        self.safety = SafetyLines(looks)
        self._lay_out(session.case.snapshot())
        self.decide.on.clicked.connect(self._go_on)
        self.due.wanted.connect(lambda code: go(code))
        self.decide.set_date.clicked.connect(lambda: go("diagnosis"))
        session.exported.connect(self._note_made)
        session.draft.looked.connect(self._note_looked)
        looks.changed.connect(self._fit)

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Your plan")

    def show_case(self) -> None:
        """Show how far every part has come."""
        case = self.session.case.snapshot()
        made = self.session.case.made.last() is not None
        every = tasks(case, to_look_at=self.session.draft.to_look_at, made=made)
        for task in every:
            self.rows[task.code].show_task(task)
        self._next = next_task(every)
        self.decide.show_case(case, every, today=date.today())
        self.safety.show_case(case)
        due = due_list(case, self.session.case.sharing.all())
        self.due.show_due(due, date.today())

    def first_focus(self) -> QWidget:
        """Give the first row of the list."""
        return self.rows["about"]

    def panes(self) -> list[QWidget]:
        """Give the list and the card with what comes next."""
        return [self._list, self.decide, *([self.due] if self.due.isVisible() else [])]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Put the cards at the side where there is room, or else between the words."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self, case: CaseSnapshot) -> None:
        self._list = QWidget()
        self._left = space(QVBoxLayout(self._list), self.looks)
        self._left.addWidget(Heading(_("Your plan")))
        intro = _("Do these in any order. Stop when you like. Everything is saved as you go.")
        self._left.addWidget(label(intro, "quiet"))
        for group, name in (
            (Group.STORY, _("Your story")),
            (Group.RECORDS, _("Your records")),
            (Group.SEND, _("Send it")),
            (Group.AFTERWARDS, _("Afterwards")),
        ):
            self._add_group(name, [one for one in tasks(case) if one.group is group])
        self._left.addStretch(1)
        self._side = QWidget()
        self._right = space(QVBoxLayout(self._side), self.looks, gap=16)
        self._right.addStretch(1)
        page = QWidget()
        page.setProperty("kind", "clear")
        row = space(QHBoxLayout(page), self.looks, (32, 24, 32, 32), 32)
        row.addWidget(self._list, 1)
        row.addWidget(self._side)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _add_group(self, name: str, every: list[Task]) -> None:
        self._left.addSpacing(8)
        self._left.addWidget(Heading(name, 2))
        frame, column = card(self.looks, (0, 0, 0, 0), 0)
        for task in every:
            row = PlanRow(task, last=task is every[-1])
            row.clicked.connect(self._open)
            self.rows[task.code] = row
            column.addWidget(row)
        self._left.addWidget(frame)

    @Slot()
    def _open(self) -> None:
        row = self.sender()
        if not isinstance(row, PlanRow):
            raise TypeError("only rows of the plan are connected here")
        if row.task.status is Status.NOT_YET:
            words = _("The dossier is made from your records. Add a record first.")
            self.tell(words, done=False, action=_("Go to Records"), act=lambda: self.go("records"))
        else:
            self.go(row.task.code)

    @Slot()
    def _go_on(self) -> None:
        if self._next:
            self.go(self._next.code)

    @Slot()
    def _note_made(self, *_made: object) -> None:
        """Say that it is done; the case remembers it, also the next time it is opened."""
        self.show_case()

    @Slot()
    def _note_looked(self) -> None:
        """Count what the check found; it is not begun from here, it takes its time."""
        self.show_case()

    @Slot()
    def _fit(self) -> None:
        wide = room(self, self.looks) >= _FOR_BOTH and not is_narrow(self, self.looks)
        self._side.setFixedWidth(round(BESIDE * self.looks.scale))
        if wide is self._wide:
            return
        self._wide = wide
        self._side.setVisible(wide)
        if wide:
            self._right.insertWidget(0, self.decide)
            self._right.insertWidget(1, self.due)
            self._right.insertWidget(2, self.safety)
        else:
            self._left.insertWidget(2, self.decide)
            self._left.insertWidget(3, self.due)
            self._left.insertWidget(self._left.count() - 1, self.safety)
