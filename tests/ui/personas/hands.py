"""A person at the window: finds what can be used by the name that is read out, and uses it."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from tests.ui.by_keys import name_of
from ui.widgets.partial_date_edit import PartialDateEdit

LEFT = Qt.MouseButton.LeftButton
READ_OUT = Qt.ItemDataRole.AccessibleTextRole


def wait(until: Callable[[], object], what: str = "", seconds: float = 30) -> None:
    """Let the window work until a condition holds."""
    end = monotonic() + seconds
    while not until():
        assert monotonic() < end, f"nothing came of {what or until}"
        QTest.qWait(5)


def window() -> QWidget:
    """Give the window in front."""
    found = QApplication.activeWindow()
    if found is not None and not found.isVisible():
        # without a desktop, words that were offered keep the keyboard when they go
        passing = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
        every = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        every = [one for one in every if one.windowType() not in passing]
        assert len(every) == 1, f"{every} are open, and {found} is in front but not shown"
        [found] = every
        found.activateWindow()
        QCoreApplication.processEvents()
    assert found is not None, "no window is in front"
    return found


def in_sight(kind: type, words: str, *, within: QWidget | None = None) -> list:
    """Give what is shown, can be used, and has a name that begins with `words`."""
    every = (within or window()).findChildren(kind)
    usable = [one for one in every if one.isVisible() and one.isEnabled()]
    exact = [one for one in usable if name_of(one) == words]
    return exact or [one for one in usable if name_of(one).startswith(words)]


def find(kind: type, words: str, nth: int = 1, *, within: QWidget | None = None):
    """Give one of them; the first, or number `nth` in the order of the window."""
    end = monotonic() + 5
    while len(found := in_sight(kind, words, within=within)) < nth:
        if monotonic() > end:
            every = (within or window()).findChildren(kind)
            names = sorted({name_of(one) for one in every if one.isVisible() and one.isEnabled()})
            raise AssertionError(f"there is no “{words}”, only {names}")
        QTest.qWait(5)
    return found[nth - 1]


def click(one: QWidget, at: QPoint | None = None) -> None:
    """Bring a point of something into sight, and click on it; nothing may lie over it."""
    QCoreApplication.processEvents()
    _aim(one, lambda: at or QPoint(min(14, one.width() // 2), one.height() // 2))


def _aim(one: QWidget, spot: Callable[[], QPoint]) -> None:
    """Click when the point can be seen: who sees a page move under a message looks again."""
    end = monotonic() + 5
    while True:
        _bring(one, spot())
        QCoreApplication.processEvents()
        point = spot()
        hit = one.window().childAt(one.mapTo(one.window(), point))
        if hit is not None and (hit is one or one.isAncestorOf(hit)):
            break
        assert monotonic() < end, f"“{name_of(one)}” cannot be clicked: {hit} is in front of it"
        QTest.qWait(5)
    QTest.mouseClick(one, LEFT, pos=point)
    QCoreApplication.processEvents()


def _bring(one: QWidget, at: QPoint) -> None:
    """Scroll the pages around something so that a point of it can be seen."""
    over = one.parentWidget()
    while over is not None:
        if isinstance(over, QScrollArea) and over.widget() is not None:
            place = one.mapTo(over.widget(), at)
            over.ensureVisible(place.x(), place.y(), 8, 24)
        over = over.parentWidget()


def press_button(words: str, nth: int = 1, *, within: QWidget | None = None) -> None:
    """Click on a button or a link."""
    click(find(QAbstractButton, words, nth, within=within))


def tick(words: str, on: bool = True, nth: int = 1) -> None:
    """Click on a tick box, a card or a choice, and look that it is ticked then."""
    box = find(QAbstractButton, words, nth)
    if box.isChecked() != on:
        click(box)
    assert box.isChecked() == on, f"“{words}” did not follow the click"


def write(typed: str) -> None:
    """Type where the keyboard is; letters that no plain key has come as their own events."""
    at = QApplication.focusWidget()
    assert at is not None, "the keyboard is nowhere"
    for letter in typed:
        if letter == "\n":
            QTest.keyClick(at, Qt.Key.Key_Return)
        elif letter.isascii():
            QTest.keyClick(at, letter)
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(at, QKeyEvent(kind, 0, Qt.KeyboardModifier(0), letter))


def type_into(words: str, typed: str, nth: int = 1, *, within: QWidget | None = None) -> QWidget:
    """Click into a field and type in place of what stands there."""
    fields = (within or window()).findChildren(QLineEdit)
    kind = QLineEdit if any(name_of(o).startswith(words) for o in fields) else QPlainTextEdit
    field = find(kind, words, nth, within=within)
    click(field)
    field.selectAll()
    write(typed) if typed else QTest.keyClick(field, Qt.Key.Key_Delete)
    if (offered := QApplication.activePopupWidget()) is not None:
        QTest.keyClick(offered, Qt.Key.Key_Escape)  # what is typed stays as it is
    QCoreApplication.processEvents()
    return field


def pick(words: str, choice: str, nth: int = 1, *, within: QWidget | None = None) -> None:
    """Go to a list that opens, and press Down or Up until it shows the choice."""
    combo = find(QComboBox, words, nth, within=within)
    rows = [combo.itemText(row) for row in range(combo.count())]
    wanted = next((row for row, text in enumerate(rows) if text.startswith(choice)), None)
    assert wanted is not None, f"“{words}” offers no “{choice}”, only {rows}"
    combo.setFocus()
    while combo.currentIndex() != wanted:
        before = combo.currentIndex()
        key = Qt.Key.Key_Down if before < wanted else Qt.Key.Key_Up
        QTest.keyClick(combo, key)
        QCoreApplication.processEvents()
        if not _there(combo):  # the choice made the form anew
            combo = find(QComboBox, words, nth, within=within)
        assert combo.currentIndex() != before, f"“{words}” stays at “{combo.currentText()}”"


def _there(one: QWidget) -> bool:
    try:
        return one.isVisible()
    except RuntimeError:
        return False


def date_into(words: str, typed: str, nth: int = 1, *, guess: bool = False) -> None:
    """Fill in a date: "2024", "3 2024" or "7 3 2024"."""
    box = find(PartialDateEdit, words, nth)
    *first, year = typed.split()
    if first:
        pick("Month", _MONTHS[int(first[-1]) - 1], within=box)
    if len(first) > 1:
        type_into("Day", first[0], within=box)
    type_into("Year", year, within=box)
    if guess:
        tick_within(box, "This is my best guess")
    QTest.keyClick(find(QLineEdit, "Year", within=box), Qt.Key.Key_Tab)
    QCoreApplication.processEvents()


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def tick_within(box: QWidget, words: str) -> None:
    """Tick what stands inside of something."""
    one = find(QAbstractButton, words, within=box)
    if not one.isChecked():
        click(one)
    assert one.isChecked()


def rows_of(list_name: str) -> list[str]:
    """Give what is read out of each row of a list."""
    model = find(QAbstractItemView, list_name).model()
    return [str(model.index(row, 0).data(READ_OUT)) for row in range(model.rowCount())]


def choose(list_name: str, words: str, column: int = 0) -> None:
    """Click on the row of a list in which these words are read out first."""
    view = find(QAbstractItemView, list_name)
    _click_row(view, _row_with(view, words), column)


def _row_with(view: QAbstractItemView, words: str) -> int:
    told = rows_of(name_of(view))
    row = next((row for row, text in enumerate(told) if words in text), None)
    assert row is not None, f"“{name_of(view)}” has no “{words}”, only {told}"
    return row


def _click_row(view: QAbstractItemView, row: int, column: int = 0) -> None:
    QCoreApplication.processEvents()
    _aim(view.viewport(), lambda: _spot(view, row, column))


def _spot(view: QAbstractItemView, row: int, column: int) -> QPoint:
    """Scroll a list to a row, and give where it is now."""
    index = view.model().index(row, column)
    view.scrollTo(index)
    box: QRect = view.visualRect(index)
    assert not box.isEmpty(), f"“{index.data(READ_OUT)}” is not shown"
    return QPoint(box.left() + min(60, box.width() // 2), box.center().y())


def open_place(title: str) -> None:
    """Click on a place in the sidebar, and look that it is there; a folded group is opened."""
    places = find(QListView, "Parts of the case")
    row = _row_with(places, title)
    if places.isRowHidden(row):
        told = rows_of("Parts of the case")
        above = (one for one in range(row, -1, -1) if not places.isRowHidden(one))
        group = next(above)
        assert "folded up" in told[group], f"“{title}” is out of reach, below “{told[group]}”"
        _click_row(places, group)
    _click_row(places, row)
    here = str(places.currentIndex().data(READ_OUT))
    assert title in here, f"a click on “{title}” led to “{here}”"


def said(within: QWidget | None = None) -> str:
    """Give all words in sight."""
    QCoreApplication.processEvents()
    every = (within or window()).findChildren(QLabel)
    return "\n".join(one.text() for one in every if one.isVisible() and one.text())
