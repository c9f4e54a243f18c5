"""Search: words found anywhere in the case, each hit one key away."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from app.case.schema import UNDOABLE
from app.case.search import LIMIT, Hit
from app.errors import CasepackError
from app.model.finding import find_in
from app.model.found import Found
from app.model.story import CaseSnapshot
from app.phrases import _
from app.progress import Cancelled, Progress
from ui.finding.hit_row import HitRow
from ui.finding.hits import Hits
from ui.jobs import Job
from ui.pages.place import Go, Place, Tell
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.field import FieldRow
from ui.widgets.heading import Heading
from ui.widgets.keep_in_sight import KeepInSight
from ui.widgets.labels import label
from ui.widgets.spacing import space

PAUSE = 150  # milliseconds after the last key

Answer = tuple[Sequence[Hit], Sequence[Found]]


class SearchPlace(Place):
    """A field, and what was found of the words in it, in groups."""

    code: ClassVar[str] = "search"
    icon: ClassVar[str] = "search"
    tables: ClassVar[frozenset[str]] = frozenset({*UNDOABLE, "document"})

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(False)
        self.row = FieldRow(
            _("Search the whole case"),
            self.field,
            looks,
            _("Text inside photos is not searched."),
        )
        self.total = label("", "quiet")
        self.hits = Hits()
        self.list = QListView()
        self.list.setModel(self.hits)
        self.list.setItemDelegate(HitRow(self.list))
        self.list.setProperty("kind", "bare")
        KeepInSight(self.list)
        self.list.setAccessibleName(_("What was found"))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown = ""
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._lay_out()
        self._timer.timeout.connect(self._look)
        self.field.textChanged.connect(self._timer.start)
        self.field.returnPressed.connect(self._open_first)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._open)
        session.finding.finished.connect(self._over)
        session.finding.failed.connect(self._fail)
        self._say()

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Search")

    def show_case(self) -> None:
        """Look for the same words again."""
        self._look()

    def enter(self, record: int | None, page: int) -> None:  # noqa: ARG002 - it leads elsewhere
        """Come in with the words of before chosen, so that typing replaces them."""
        self.show_case()
        self.field.selectAll()

    def first_focus(self) -> QWidget:
        """Give the field."""
        return self.field

    def panes(self) -> list[QWidget]:
        """Give the field, and the list where something was found."""
        return [self.row, self.list] if self.hits.count else [self.row]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - a name of Qt's
        """Go from the field to the list with Down, back with Up, and open with Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.field and event.key() == Qt.Key.Key_Down:
                self._go_to_first()
                return True
            if watched is self.list:
                return self._list_key(event)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        column = space(QVBoxLayout(self), self.looks, (32, 24, 32, 16), 10)
        column.addWidget(Heading(_("Search")))
        column.addWidget(self.row)
        column.addWidget(self.total)
        column.addWidget(self.list, 1)
        column.addStretch()  # while there is no list

    @Slot()
    def _look(self) -> None:
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        words, case = self.field.text().strip(), self.session.case
        if not words:
            self._show("", (), ())
            return

        def work(progress: Progress) -> Answer:
            if progress.cancelled:
                raise Cancelled
            story = CaseSnapshot(
                statements=tuple(case.statements.all()),
                reasons=tuple(case.reasons.all()),
                answers=tuple(case.statements.answers()),
                questions=tuple(case.questions.all()),
                events=tuple(case.timeline.all()),
                medicines=tuple(case.medicines.all()),
                allergies=tuple(case.allergies.all()),
                treatments=tuple(case.treatments.all()),
                results=tuple(case.results.all()),
                outside=tuple(case.outside.all()),
                journey=case.journey.all(),
            )
            return case.search.find(words), find_in(story, words)

        job = self.session.finding.add("", work, lambda found: self._take(words, found))
        self._job = job

    def _take(self, words: str, found: Answer) -> None:
        if words == self.field.text().strip():
            self._show(words, *found)

    @Slot(object)
    def _over(self, job: Job) -> None:
        if job is self._job:
            self._job = None

    @Slot(object, object)
    def _fail(self, _job: Job, error: BaseException) -> None:
        if not isinstance(error, CasepackError):
            raise error
        self.tell(str(error), done=False)

    def _show(self, words: str, hits: Sequence[Hit], found: Sequence[Found]) -> None:
        row = self.list.currentIndex().row() if words == self._shown else -1
        self.hits.show(hits, found, words)
        self._shown = words
        chosen = self.hits.index(row) if 0 <= row < self.hits.rowCount() else self.hits.first()
        self.list.setCurrentIndex(chosen)
        self._say()

    def _say(self) -> None:
        count = self.hits.count
        if not self._shown:
            words = _("Type a word: a name, a test, a medicine or a place.")
        elif not count:
            words = _("Nothing was found. Try one word, or only its beginning.")
        elif count == 1:
            words = _("1 place has these words. Enter opens it.")
        else:
            words = _("{n} places have these words. Enter opens the first one.").format(n=count)
            if count >= LIMIT:
                words += " " + _("Type more words to find fewer.")
        if words != self.total.text():
            self.total.setText(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.total, words))
        self.list.setVisible(bool(count))

    def _list_key(self, event: QKeyEvent) -> bool:
        here = self.list.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(here)
            return True
        if event.key() == Qt.Key.Key_Up and here == self.hits.first():
            self.field.setFocus()
            return True
        return False

    def _go_to_first(self) -> None:
        if self.hits.count:
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.hits.first())

    @Slot()
    def _open_first(self) -> None:
        """Open the first hit, once what is typed was looked for."""
        if self._shown == self.field.text().strip() and self.hits.count:
            self._open(self.hits.first())
        else:
            self._look()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self.hits.row(index)
        if row is None or row.goal is None:
            return
        goal = row.goal
        if goal.record is not None:
            if goal.place == "records":
                self.session.seek(goal.record, self._shown)
            self.go(goal.place, record=goal.record, page=goal.page)
        elif goal.row is not None:
            self.go(goal.place, row=goal.row)
        else:
            self.go(goal.place)
