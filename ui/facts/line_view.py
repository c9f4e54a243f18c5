"""A list of facts for keys, mouse and screen readers."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from ui.facts.line import Line
from ui.facts.line_list import Index, LineList
from ui.facts.line_row import LineRow
from ui.theme.looks import Looks

_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class LineView(QListView):
    """Tells which line somebody has come to, and which one they want opened or removed.

    A `whole` one is as high as its lines: what is around it scrolls.
    """

    chosen = Signal(object)  # Line
    opened = Signal(object)  # Line, by the mouse
    gone_into = Signal(object)  # Line, by the Enter key: the focus is to go into it
    unwanted = Signal(object)  # Line

    def __init__(self, name: str, looks: Looks, *, whole: bool = False) -> None:
        super().__init__()
        self._whole = whole
        self.lines = LineList()
        self.lines.setParent(self)  # so that it goes, and with it what it tells, when we go
        self._row = LineRow(self)
        self.setModel(self.lines)
        self.setItemDelegate(self._row)
        self.setProperty("kind", "bare")
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(_NEVER)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press takes it itself: see below
        if whole:
            self.setVerticalScrollBarPolicy(_NEVER)
            self.lines.modelReset.connect(self.fit)
            self.lines.dataChanged.connect(lambda *_: self.fit())
        else:
            self.setLayoutMode(QListView.LayoutMode.Batched)
        self.lines.dataChanged.connect(lambda *_: self.scheduleDelayedItemsLayout())
        self.clicked.connect(lambda index: self._tell(self.opened, index))
        looks.changed.connect(self.again)

    @property
    def line(self) -> Line | None:
        """The line that somebody has come to."""
        return self.lines.line(self.currentIndex().row())

    def choose(self, kind: str, number: int) -> bool:
        """Come to the line of a fact; give whether it is shown."""
        row = self.lines.row_of(kind, number)
        if row is None:
            return False
        self.setCurrentIndex(self.lines.index(row))
        return True

    def leave_line(self) -> None:
        """Let no line be chosen."""
        self.blockSignals(True)
        self.setCurrentIndex(QModelIndex())
        self.blockSignals(False)
        self.viewport().update()

    def show_lines(self, lines: list[Line]) -> None:
        """Show other lines; the chosen one stays chosen, and where it is gone, its next one."""
        line, row = self.line, self.currentIndex().row()
        self.blockSignals(True)
        try:
            self.lines.show(lines)
            if line and self.lines.rowCount() and not self.choose(line.kind, line.id):
                self.setCurrentIndex(self.lines.index(min(row, self.lines.rowCount() - 1)))
        finally:
            self.blockSignals(False)
        if self._whole:
            self.fit()

    def again(self) -> None:
        """Measure all lines anew."""
        self.scheduleDelayedItemsLayout()
        if self._whole:
            QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """Become as high as the lines."""
        rows = range(self.lines.rowCount())
        self.setFixedHeight(max(1, sum(self.sizeHintForRow(row) for row in rows) + 6))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell which line it is now."""
        super().currentChanged(current, previous)
        if not self.signalsBlocked():
            self._tell(self.chosen, current)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Break the words anew."""
        super().resizeEvent(event)
        if self._whole and event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self.fit)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Come to the line that was pressed, also when the others move at that moment.

        To take the focus saves what was typed in a form, which can put the
        lines in another order below the mouse.
        """
        place = event.position().toPoint()
        pressed = self.lines.line(self.indexAt(place).row())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        there = self.lines.line(self.indexAt(place).row())
        if pressed is None or (there and (there.kind, there.id) == (pressed.kind, pressed.id)):
            super().mousePressEvent(event)
        elif self.choose(pressed.kind, pressed.id):
            self._tell(self.opened, self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Let Enter go into the line, and Delete remove it."""
        if event.matches(QKeySequence.StandardKey.Delete) and self.line:
            self._tell(self.unwanted, self.currentIndex())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line:
            self._tell(self.gone_into, self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - a name of Qt's
        """Come to the first line, without telling: nobody has chosen it yet."""
        if not self.currentIndex().isValid() and self.lines.rowCount():
            self.blockSignals(True)
            self.setCurrentIndex(self.lines.index(0))
            self.blockSignals(False)
        super().focusInEvent(event)

    def _tell(self, signal: SignalInstance, index: Index) -> None:
        line = self.lines.line(index.row())
        if line is not None:
            signal.emit(line)
