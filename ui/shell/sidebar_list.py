"""The list of places in the sidebar."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from app.phrases import _, many
from ui.shell.place_row import CODE, COUNT, FOLDED, GROUP, ICON, Index, PlaceRow
from ui.shell.places import HIDDEN, Spot, group_title
from ui.theme.looks import Looks
from ui.widgets.keep_in_sight import KeepInSight

_NONE = QModelIndex()


class PlacesModel(QAbstractListModel):
    """One row for each place and each title of a group; a title has no code.

    The title of a group that is folded up can be chosen; any other is stepped over.
    """

    def __init__(self, spots: tuple[Spot, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Spot | str] = []
        self._counts: dict[str, int | None] = {}
        self._folded: frozenset[str] = frozenset()
        group = ""
        for spot in spots:
            if spot.group == HIDDEN:
                continue
            if spot.group != group and group_title(spot.group):
                self._rows.append(spot.group)
            group = spot.group
            self._rows.append(spot)

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - a name of Qt's
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let places be chosen, and titles not."""
        one = self._rows[index.row()]
        if isinstance(one, str) and one not in self._folded:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words, the picture, the number or the code of a row."""
        one = self._rows[index.row()]
        if isinstance(one, str):
            return self._title(one, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one.kind.title()
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(one)
            case _ if role == CODE:
                return one.code
            case _ if role == GROUP:
                return one.group
            case _ if role == ICON:
                return one.kind.icon
            case _ if role == COUNT:
                count = self._counts.get(one.code)
                return "" if not count else str(count)
        return None

    def _title(self, group: str, role: int) -> object:
        """Give the same for the title of a group."""
        folded, title = group in self._folded, group_title(group)
        if role == Qt.ItemDataRole.AccessibleTextRole and folded:
            count = len(self.rows_in(group))
            words = many("{group}, folded up, 1 place", "{group}, folded up, {n} places", count)
            return words.format(group=title, n=count)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return title
        return {GROUP: group, FOLDED: folded}.get(role)

    @property
    def folded(self) -> frozenset[str]:
        """The groups that are folded up."""
        return self._folded

    def fold(self, groups: Iterable[str]) -> None:
        """Let these groups be folded up, and no others."""
        known = {one for one in self._rows if isinstance(one, str)}
        self._folded = frozenset(groups) & known
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rows_in(self, group: str) -> list[int]:
        """Give the rows of the places of a group."""
        each = enumerate(self._rows)
        return [row for row, one in each if isinstance(one, Spot) and one.group == group]

    def row_of(self, code: str) -> int:
        """Give the row of a place; -1 for one that is not in the list."""
        for row, one in enumerate(self._rows):
            if isinstance(one, Spot) and one.code == code:
                return row
        return -1

    def put_count(self, code: str, count: int | None) -> None:
        """Show a number beside a place; none for None or 0."""
        row = self.row_of(code)
        if row >= 0 and self._counts.get(code) != count:
            self._counts[code] = count
            self.dataChanged.emit(self.index(row), self.index(row))

    def _sentence(self, spot: Spot) -> str:
        count = self._counts.get(spot.code)
        title = spot.kind.title()
        return _("{place}, {n}").format(place=title, n=count) if count else title


class PlacesList(QListView):
    """Arrow keys show a place and keep the keyboard here; Enter or a click go there.

    A click on the title of a group folds it up or opens it; so do Left, and Right or Enter.
    """

    shown = Signal(str)  # the code of the place to show
    entered_place = Signal(str)  # the code of the place to go to
    folded = Signal(object)  # the groups that are folded up, once somebody changed them

    def __init__(self, spots: tuple[Spot, ...], looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.places = PlacesModel(spots, self)
        self._moving = False
        self.setModel(self.places)
        self.setItemDelegate(PlaceRow(looks, self))
        self.setProperty("kind", "bare")
        KeepInSight(self)
        self.setAccessibleName(_("Parts of the case"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # a long name breaks anew
        self.places.dataChanged.connect(self.scheduleDelayedItemsLayout)  # so it does by a number
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.clicked.connect(lambda index: self._enter(index))
        looks.changed.connect(self.doItemsLayout)

    def start(self, folded: Iterable[str], keep: Callable[[frozenset[str]], object]) -> None:
        """Fold up these groups, and let `keep` know each time somebody changes them."""
        self.fold(folded)
        self.folded.connect(keep)

    def choose(self, code: str) -> None:
        """Mark a place without going there; one that is not in the list marks none."""
        self._moving = True
        row = self.places.row_of(code)
        if row >= 0:
            self.fold(self.places.folded - {self.places.index(row).data(GROUP)})
            self.setCurrentIndex(self.places.index(row))
        else:
            self.clearSelection()
        self._moving = False

    def fold(self, groups: Iterable[str]) -> None:
        """Fold up these groups, and no others."""
        groups = frozenset(groups)
        if groups == self.places.folded:
            return
        self.places.fold(groups)
        for row in range(self.places.rowCount()):
            index = self.places.index(row)
            hidden = bool(index.data(CODE)) and index.data(GROUP) in self.places.folded
            self.setRowHidden(row, hidden)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Go to the place with Enter; fold its group up with Left, open it with Right."""
        here, key = self.currentIndex(), event.key()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if here.data(FOLDED) and (enter or key in (Qt.Key.Key_Right, Qt.Key.Key_Space)):
            self._open(str(here.data(GROUP)))
        elif enter:
            self._enter(here)
        elif key == Qt.Key.Key_Left and here.data(CODE) and here.data(GROUP):
            self._fold_up(str(here.data(GROUP)))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Break names anew for another width, as when the scroll bar comes: Qt looks at heights."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Leave the keyboard where it is when a title is pressed."""
        if not self._title_at(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Fold a group up, or open it, with a click on its title; go nowhere by that."""
        group = self._title_at(event)
        if not group:
            super().mouseReleaseEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton and group in self.places.folded:
            self.fold(self.places.folded - {group})
            self.folded.emit(self.places.folded)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._fold_up(group)

    def _title_at(self, event: QMouseEvent) -> str:
        """Give the group whose title is under the mouse, or ""."""
        at = self.indexAt(event.position().toPoint())
        return str(at.data(GROUP)) if at.isValid() and not at.data(CODE) else ""

    def _fold_up(self, group: str) -> None:
        """Fold a group up; where the keyboard was in it, its title has it now."""
        rows, here = self.places.rows_in(group), self.currentIndex().row()
        self.fold(self.places.folded | {group})
        if here in rows:
            self.setCurrentIndex(self.places.index(rows[0] - 1))
        self.folded.emit(self.places.folded)

    def _open(self, group: str) -> None:
        """Open a group and go to its first place, which is below the title that is left."""
        self.fold(self.places.folded - {group})
        self.setCurrentIndex(self.places.index(self.places.rows_in(group)[0]))
        self.folded.emit(self.places.folded)

    def _enter(self, index: Index) -> None:
        if code := index.data(CODE):
            self.entered_place.emit(code)

    def _current_changed(self, current: Index, _previous: Index) -> None:
        if not self._moving and (code := current.data(CODE)):
            self.shown.emit(code)
