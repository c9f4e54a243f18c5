"""A small list to choose another record from, narrowed by typing."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.model.record import Record
from app.phrases import _
from ui.records.record_list import RecordList
from ui.records.record_view import RecordView
from ui.theme.looks import Looks
from ui.widgets.field import FieldRow
from ui.widgets.labels import button, em, label
from ui.widgets.spacing import space

_ROWS = 3  # that are in sight


class RecordChooser(QWidget):
    """Enter or a click chooses; Esc or the button leaves all as it was."""

    chosen = Signal(int)  # the id of a record
    left = Signal()

    def __init__(self, words: str, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._all: list[Record] = []
        self.field = QLineEdit()
        self.rows = RecordList()
        self.view = RecordView(words, self.rows)
        self.nothing = label("", "small")
        self.leave = button(_("Leave it as it is"), "quiet")
        column = space(QVBoxLayout(self), looks, gap=6)
        column.addWidget(FieldRow(_("Find it by a part of its name"), self.field, looks))
        column.addWidget(self.nothing)
        column.addWidget(self.view)
        column.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.opened.connect(self._take)
        self.view.clicked.connect(lambda index: self._take(index))
        self.leave.clicked.connect(lambda: self.left.emit())
        looks.changed.connect(self._fit)
        self._fit()

    def offer(self, records: list[Record]) -> None:
        """Show these to choose from, and begin with typing."""
        self._all = records
        self.field.clear()
        self._narrow()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - a name of Qt's
        """Esc leaves; from the field, Down goes into the list and Enter takes the first one."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if watched is self.field and event.key() == Qt.Key.Key_Down:
                self.view.setFocus()
                return True
            if watched is self.field and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, _typed: str = "") -> None:
        parts = self.field.text().casefold().split()
        fitting = [one for one in self._all if _fits(one, parts)]
        self.rows.show(fitting)
        if fitting:
            self.view.choose(fitting[0].id)
        self.view.setVisible(bool(fitting))
        self._fit()
        self.nothing.setText(
            _("No record has these words in its name.") if parts else _("There is no other record.")
        )
        self.nothing.setVisible(not fitting)

    def _take(self, _index: QModelIndex | None = None) -> None:
        number = self.view.number
        if number is not None:
            self.chosen.emit(number)

    def _fit(self) -> None:
        line = em(self.view)
        rows = min(max(self.rows.rowCount(), 1), _ROWS)
        self.view.setFixedHeight(round((rows * 4.1 + 0.5) * line))


def _fits(record: Record, parts: list[str]) -> bool:
    words = f"{record.title} {record.source} {record.dates.service.shown()}".casefold()
    return all(part in words for part in parts)
