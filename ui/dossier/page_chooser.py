"""Asks which pages of a record go in, below the list."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.errors import NotUnderstood
from app.model.record import Record
from app.phrases import _
from ui.records.flow import Flow
from ui.records.page_choice import read_pages, write_pages
from ui.theme.looks import Looks
from ui.widgets.field import FieldRow
from ui.widgets.labels import button
from ui.widgets.spacing import space


class PageChooser(QWidget):
    """Hidden until it asks; Escape closes it."""

    chosen = Signal(int, object)
    """The record, and its pages from 1, () for all."""
    closed = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: Record | None = None
        self.typed = QLineEdit()
        self.row = FieldRow(_("Which pages go in?"), self.typed, looks)
        self.take = button(_("Use these pages"))
        self.all = button(_("All pages"), "quiet")
        column = space(QVBoxLayout(self), looks, (8, 4, 8, 4), 6)
        column.addWidget(self.row)
        buttons = QWidget()
        row = Flow(buttons, looks)
        row.addWidget(self.take)
        row.addWidget(self.all)
        column.addWidget(buttons)
        self.take.clicked.connect(self._take)
        self.typed.returnPressed.connect(self._take)
        self.all.clicked.connect(self._take_all)
        shut = QShortcut(QKeySequence("Escape"), self)
        shut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shut.activated.connect(self.shut)
        self.hide()

    def ask(self, record: Record) -> None:
        """Ask for the pages of a record that has some."""
        if record.document is None:
            return
        self._record = record
        name = _("Which pages of “{title}” go in?").format(title=record.title)
        self.row.label.setText(name)
        self.typed.setAccessibleName(name)
        hint = _("It has {n} pages. Write them like this: 1, 3-5.")
        self.row.hint.setText(hint.format(n=len(record.document.pages)))
        self.row.hint.show()
        self.row.clear_wrong()
        self.typed.setText(write_pages(record.pages))
        self.show()
        self.typed.setFocus()

    @Slot()
    def shut(self) -> None:
        """Close, without a choice."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    @Slot()
    def _take(self) -> None:
        record = self._record
        if record is None or record.document is None:
            return
        try:
            pages = read_pages(self.typed.text(), len(record.document.pages))
        except NotUnderstood as wrong:
            self.row.say_wrong(str(wrong))
            return
        self.shut()
        self.chosen.emit(record.id, pages)

    @Slot()
    def _take_all(self) -> None:
        self.typed.clear()
        self._take()
