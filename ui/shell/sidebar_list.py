"""The list of places in the sidebar."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.phrases import _
from ui.shell.places import HIDDEN, Spot, group_title
from ui.theme.colours import colours
from ui.theme.fonts import font_of
from ui.theme.icons import draw_icon
from ui.theme.looks import Looks
from ui.widgets.check import draw_ring
from ui.widgets.keep_in_sight import KeepInSight

Index = QModelIndex | QPersistentModelIndex

CODE = Qt.ItemDataRole.UserRole
ICON = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2

_NONE = QModelIndex()
ROW = 34  # pixels at the usual size of text
TITLE = 28  # the same, of the name of a group: nobody presses it


class PlacesModel(QAbstractListModel):
    """One row for each place and each title of a group; a title has no code."""

    def __init__(self, spots: tuple[Spot, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Spot | str] = []
        self._counts: dict[str, int | None] = {}
        group = ""
        for spot in spots:
            if spot.group == HIDDEN:
                continue
            if spot.group != group and (title := group_title(spot.group)):
                self._rows.append(title)
            group = spot.group
            self._rows.append(spot)

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - a name of Qt's
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let places be chosen, and titles not."""
        if isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words, the picture, the number or the code of a row."""
        one = self._rows[index.row()]
        if isinstance(one, str):
            shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return one if role in shown else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one.kind.title()
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(one)
            case _ if role == CODE:
                return one.code
            case _ if role == ICON:
                return one.kind.icon
            case _ if role == COUNT:
                count = self._counts.get(one.code)
                return "" if not count else str(count)
        return None

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
    """Arrow keys show a place and keep the keyboard here; Enter or a click go there."""

    shown = Signal(str)  # the code of the place to show
    entered_place = Signal(str)  # the code of the place to go to

    def __init__(self, spots: tuple[Spot, ...], looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.places = PlacesModel(spots, self)
        self._moving = False
        self.setModel(self.places)
        self.setItemDelegate(_PlaceRow(looks, self))
        self.setProperty("kind", "bare")
        KeepInSight(self)
        self.setAccessibleName(_("Parts of the case"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.clicked.connect(lambda index: self._enter(index))
        looks.changed.connect(self.doItemsLayout)

    def choose(self, code: str) -> None:
        """Mark a place without going there; one that is not in the list marks none."""
        self._moving = True
        row = self.places.row_of(code)
        if row >= 0:
            self.setCurrentIndex(self.places.index(row))
        else:
            self.clearSelection()
        self._moving = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Go to the place with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _enter(self, index: Index) -> None:
        if code := index.data(CODE):
            self.entered_place.emit(code)

    def _current_changed(self, current: Index, _previous: Index) -> None:
        if not self._moving and (code := current.data(CODE)):
            self.shown.emit(code)


class _PlaceRow(QStyledItemDelegate):
    """Paints a place with its picture and number, or the title of a group."""

    def __init__(self, looks: Looks, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = looks

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Give a row that a hand can hit."""
        return QSize(1, round((ROW if index.data(CODE) else TITLE) * self._looks.scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row; where somebody is has a bar and bold words as well as a colour."""
        u, told = self._looks.scale, colours()
        rect, state = option.rect, option.state
        box = QRectF(rect).adjusted(8 * u, u, -8 * u, -u)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = str(index.data())
        if not index.data(CODE):
            painter.setFont(font_of("label"))
            painter.setPen(QColor(told.text3))
            place = box.adjusted(10 * u, 4 * u, 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            painter.restore()
            return
        here = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if here:
            painter.setBrush(QColor(told.accent_soft))
            painter.drawRoundedRect(box, 6 * u, 6 * u)
            painter.setBrush(QColor(told.accent))
            bar = QRectF(box.left(), box.top() + 7 * u, 3 * u, box.height() - 14 * u)
            painter.drawRoundedRect(bar, 1.5 * u, 1.5 * u)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(told.sunken))
            painter.drawRoundedRect(box, 6 * u, 6 * u)
        side = 18 * u
        picture = QRectF(box.left() + 12 * u, box.center().y() - side / 2, side, side)
        draw_icon(painter, str(index.data(ICON)), picture, told.accent_text if here else told.text2)
        self._write(painter, box, words, str(index.data(COUNT)), here=here)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, box, 6 * u)
        painter.restore()

    def _write(self, painter: QPainter, box: QRectF, words: str, count: str, *, here: bool) -> None:
        u, told = self._looks.scale, colours()
        small, font = font_of("small", digits=True), font_of("strong" if here else "")
        right = 10 * u
        if count:
            painter.setFont(small)
            painter.setPen(QColor(told.text2))
            across = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(box.adjusted(0, 0, -right, 0), across, count)
            right += QFontMetricsF(small).horizontalAdvance(count) + 4 * u
        place = box.adjusted(40 * u, 0, -right, 0)
        painter.setFont(font)
        painter.setPen(QColor(told.text))
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
