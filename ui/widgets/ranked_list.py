"""A list in a person's own order: drag a line, use Alt+Up and Alt+Down, or the buttons below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.phrases import _
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.ranked_model import KEY, Ranked, RankedModel
from ui.widgets.ranked_row import RankedRow, Reword, saving_of
from ui.widgets.spacing import space


class RankedList(QWidget):
    """Tells what somebody wants of the lines; whoever owns it changes the case and shows it anew.

    `moved` tells a key and its new place from 0, `removed` a key. `reword`
    is called while words are typed, `tick` when a box is ticked.
    """

    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        words: str,
        reword: Reword,
        tick: Callable[[int, bool], object] = lambda _key, _on: None,
    ) -> None:
        super().__init__()
        self.model = RankedModel(self)
        self.view = _View()
        self.view.setAccessibleName(words)
        self.view.setModel(self.model)
        self.view.setItemDelegate(RankedRow(session, self.view, reword, tick))
        self.up = PictureButton(_("Up"), looks, "arrow-up", keys=_("Alt+Up"))
        self.down = PictureButton(_("Down"), looks, "arrow-down", keys=_("Alt+Down"))
        self.change = PictureButton(_("Change"), looks, "square-pen", keys=_("Enter"))
        self.remove = PictureButton(_("Remove"), looks, "trash-2", keys=_("Delete"))
        self.buttons = space(QHBoxLayout(), looks)
        for one in (self.up, self.down, self.change, self.remove):
            self.buttons.addWidget(one)
        self.buttons.addStretch(1)
        column = space(QVBoxLayout(self), looks)
        column.addWidget(self.view)
        column.addLayout(self.buttons)
        self.view.stepped.connect(self._step)
        self.view.dropped.connect(self._drop)
        self.view.delete_wanted.connect(self._remove)
        self.up.clicked.connect(lambda: self._step(-1))
        self.down.clicked.connect(lambda: self._step(1))
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self._remove)
        self.view.selectionModel().currentChanged.connect(self._update)
        looks.changed.connect(self.view.fit)
        self._update()

    def show_lines(self, lines: Sequence[Ranked]) -> None:
        """Show the lines; the one that was chosen stays chosen, or its neighbour is."""
        same = [one.key for one in lines] == [one.key for one in self.model.lines]
        if not same and self.view.finish():
            return  # saving the open words made a change, which was shown already
        row = max(0, self.view.currentIndex().row())
        key = self.chosen
        self.model.show(lines)
        place = self.model.place_of(key) if key is not None else None
        if lines and not self.view.currentIndex().isValid():
            self._choose(min(row, len(lines) - 1) if place is None else place)
        self.view.fit()
        self._update()

    @property
    def chosen(self) -> int | None:
        """The key of the line that is chosen."""
        index = self.view.currentIndex()
        return int(index.data(KEY)) if index.isValid() else None

    def choose(self, key: int) -> None:
        """Choose a line."""
        place = self.model.place_of(key)
        if place is not None:
            self._choose(place)

    def edit(self, key: int) -> None:
        """Open the words of a line for changing."""
        self.choose(key)
        self.view.edit(self.view.currentIndex())

    def _choose(self, row: int) -> None:
        self.view.selectionModel().setCurrentIndex(
            self.model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    @Slot(int)
    def _step(self, by: int) -> None:
        key, row = self.chosen, self.view.currentIndex().row() + by
        if key is not None and 0 <= row < self.model.rowCount():
            self.moved.emit(key, row)
            self.choose(key)

    @Slot(int, int)
    def _drop(self, key: int, gap: int) -> None:
        """Move a line into the gap before row `gap`."""
        row = self.model.place_of(key)
        if row is not None and gap not in (row, row + 1):
            self.moved.emit(key, gap - 1 if gap > row else gap)
            self.choose(key)

    @Slot()
    def _remove(self) -> None:
        if self.chosen is not None:
            self.removed.emit(self.chosen)

    @Slot()
    def _change(self) -> None:
        self.view.edit(self.view.currentIndex())

    @Slot()
    def _update(self, *_indexes: object) -> None:
        row, count = self.view.currentIndex().row(), self.model.rowCount()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)
        for one in (self.change, self.remove):
            one.setEnabled(row >= 0)


class _View(QListView):
    """As high as all its lines: the page scrolls, not the list in it."""

    stepped = Signal(int)
    dropped = Signal(int, int)
    delete_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @Slot()
    def fit(self) -> None:
        """Be as high as all lines."""
        self.doItemsLayout()
        last = self.visualRect(self.model().index(self.model().rowCount() - 1, 0))
        height = last.bottom() + 1 + self.verticalOffset() if last.isValid() else 0
        frame = self.height() - self.viewport().height()
        self.setFixedHeight(height + max(2, min(frame, 16)))

    def finish(self) -> bool:
        """End the changing of words, if any are open; give whether that saved something."""
        editor = self.findChild(QPlainTextEdit)
        if editor is None:
            return False
        saving = saving_of(editor)
        saves = saving.dirty
        saving.close_step()
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        return saves

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give the height that `fit` found."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Break the words anew where the width changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Move with Alt+Up and Alt+Down, change with Enter, remove with Delete."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step:
                self.stepped.emit(step)
                return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - a name of Qt's
        """Tell where a line was dropped; the case decides, the list shows it."""
        index = self.currentIndex()
        if event.source() is not self or not index.isValid():
            event.ignore()
            return
        where = event.position().toPoint()
        under = self.indexAt(where)
        gap = self.model().rowCount()
        if under.isValid():
            gap = under.row() + (where.y() > self.visualRect(under).center().y())
        event.setDropAction(Qt.DropAction.IgnoreAction)  # nobody takes the row away behind us
        event.accept()
        self.dropped.emit(int(index.data(KEY)), gap)
