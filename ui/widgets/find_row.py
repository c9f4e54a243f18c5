"""The line where somebody types what to find on a page."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import label
from ui.widgets.page_desk import PageDesk
from ui.widgets.page_text import Match


class FindRow(QWidget):
    """Marks on the desk what is typed here, and goes from one place to the next."""

    def __init__(self, desk: PageDesk, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: tuple[Match, ...] = ()
        self._current = -1
        title = label(_("Find on this page"), "small", wrap=False)
        self.told = label("", "small")
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(_("Find on this page"))
        title.setBuddy(self.edit)
        self.back = IconButton("arrow-up", _("Previous place"), looks, "Shift+F3")
        self.on = IconButton("arrow-down", _("Next place"), looks, "F3")
        self.closer = IconButton("x", _("Close the search on this page"), looks, _("Esc"))
        top = QHBoxLayout()
        top.addWidget(title)
        top.addWidget(self.told, 1)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.edit, 1)
        for one in (self.back, self.on, self.closer):
            row.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addLayout(row)
        self.edit.textChanged.connect(self.look)
        self.edit.installEventFilter(self)
        self.back.clicked.connect(lambda: self.go(-1))
        self.on.clicked.connect(lambda: self.go(1))
        self.closer.clicked.connect(self.shut)

    def open(self, words: str = "") -> None:
        """Show the line; `words` are found at once, without them somebody types."""
        self.show()
        if words:
            self.edit.setText(words)
            self.look()
        else:
            self.edit.setFocus()
            self.edit.selectAll()

    def shut(self) -> None:
        """Take the line and the marks away; the focus goes back to the page."""
        held = self.isAncestorOf(self.focusWidget() or self._desk)
        self.hide()
        self.edit.clear()
        if held:
            self._desk.setFocus()

    def look(self) -> None:
        """Find what is typed on the page that lies on the desk now."""
        self._found = self._desk.text.find(self.edit.text())
        self._current = 0 if self._found else -1
        self._tell()

    def go(self, step: int) -> None:
        """Go some places on, or back where `step` is below 0; after the last comes the first."""
        if self._found:
            self._current = (self._current + step) % len(self._found)
            self._tell()

    def _tell(self) -> None:
        self._desk.mark(self._found, self._current)
        words, typed = "", bool(self.edit.text().strip())
        if self._found:
            words = _("{n} of {count}").format(n=self._current + 1, count=len(self._found))
        elif typed and self._desk.text.words:
            words = _("Not on this page")
        elif typed:
            words = _("There are no words to find on this page.")
        self.told.setText(words)
        self.back.setEnabled(bool(self._found))
        self.on.setEnabled(bool(self._found))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - a name of Qt's
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.go(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.shut()
                return True
        return super().eventFilter(watched, event)
