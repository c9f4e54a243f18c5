"""What a machine sees of a window: names, roles, headings, room for words, sizes to hit."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from ui.widgets.page_desk import PageDesk

LEAST_TARGET = 32  # pixels high; WCAG 2.2, 2.5.8 asks for 24
SAY_NOTHING = ("", "ok", "yes", "no", "submit", "continue", "next", "apply", "done")
"""Words on a main button that do not say what comes of it."""

_ROLE = QAccessible.Role
ROLES = {
    _ROLE.Button, _ROLE.ButtonMenu, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.Link,
    _ROLE.EditableText, _ROLE.ComboBox, _ROLE.SpinBox, _ROLE.List, _ROLE.Tree, _ROLE.Table,
    _ROLE.Graphic, _ROLE.Chart, _ROLE.Document, _ROLE.Pane, _ROLE.Slider, _ROLE.PageTab,
    _ROLE.Note, _ROLE.Grouping, _ROLE.Paragraph,
}  # fmt: skip
"""Roles of what takes the keyboard; a plain widget has `Client`, which says nothing."""


def settle(times=6):
    """Let the window lay itself out and paint."""
    for _ in range(times):
        QApplication.processEvents()


def let_go():
    """End the windows that are closed: what is only hidden would be dressed again with every look."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seen(root, of=QWidget):
    """Give the widgets of a kind that are in sight, or would be if the page were scrolled."""
    return [one for one in root.findChildren(of) if one.isVisible() and not _of_qt(one)]


def stops(root):
    """Give what the Tab key must reach."""
    takes = Qt.FocusPolicy.TabFocus
    return [one for one in seen(root) if one.focusPolicy() & takes and one.isEnabled()]


def targets(root):
    """Give what a hand must hit."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
    return [one for one in seen(root) if isinstance(one, kinds)]


def who(widget):
    """Give words by which somebody finds the widget again."""
    text = getattr(widget, "text", str)
    words = widget.accessibleName() or (text() if callable(text) else "")
    return f"{type(widget).__name__} “{str(words)[:50]}”"


def name_of(widget):
    """Give the name that is read out."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def labelled(root):
    """Give what has a label with words for its name."""
    return [one.buddy() for one in root.findChildren(QLabel) if one.text() and one.buddy()]


def role_of(widget):
    """Give the role that is read out."""
    return QAccessible.queryAccessibleInterface(widget).role()


def unnamed(root):
    """Give what takes the keyboard and has no name, or a role that says nothing."""
    found, with_label = [], labelled(root)
    for one in stops(root):
        if isinstance(one, QComboBox) and one not in with_label:
            found.append(f"{who(one)} has no label: its own name is what it shows")
        if not name_of(one).strip():
            found.append(f"{who(one)} has no name")
        if role_of(one) not in ROLES:
            found.append(f"{who(one)} is a {role_of(one).name}")
    return found


def unspoken_rows(root):
    """Give the rows of lists that are not read out with all their words."""
    found = []
    for view in seen(root, QAbstractItemView):
        model = view.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            said = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
            shown = str(index.data() or "")
            if not said.strip() or shown not in said:
                found.append(f"{who(view)}, row {row}: shows “{shown}”, says “{said}”")
    return found


def leading_on(root):
    """Give what is wrong with the main button: there are two, or its words say nothing."""
    shown = [one for one in seen(root, QPushButton) if one.property("kind") == "main"]
    words = [one.text().strip().lower() for one in shown]
    found = [f"main buttons: {words}"] if len(words) > 1 else []
    return found + [f"main button: “{said}”" for said in words if said in SAY_NOTHING]


def untitled(root):
    """Give the titles where there is not just one that is read out as a heading of level 1."""
    shown = [one for one in seen(root, QLabel) if one.property("kind") in ("title", "display")]
    found = [] if len(shown) == 1 else [f"titles: {[one.text() for one in shown]}"]
    kinds = ("display", "title", "group")
    heads = [one for one in seen(root, QLabel) if one.property("kind") in kinds and one.text()]
    return found + [
        f"{who(one)} is a {role_of(one).name}" for one in heads if role_of(one) is not _ROLE.Heading
    ]


def faults(root, *looked_for):
    """Give everything that is wrong with what is in sight."""
    return [fault for look in looked_for for fault in look(root)]


def small(root):
    """Give what is too small to be hit."""
    found = [
        f"{who(one)} is {one.width()} x {one.height()}"
        for one in targets(root)
        if one.height() < LEAST_TARGET or one.width() < 24
    ]
    for view in seen(root, QAbstractItemView):
        rows = [view.model().index(row, 0) for row in range(min(view.model().rowCount(), 40))]
        pressed = [one for one in rows if one.flags() & Qt.ItemFlag.ItemIsEnabled]
        heights = [view.visualRect(one).height() for one in pressed]
        found += [f"{who(view)}: a row is {h} high" for h in heights if 0 < h < LEAST_TARGET]
    return found


def cut(root):
    """Give what has less room than its words need."""
    found = []
    for one in seen(root):
        if isinstance(one, QLabel) and one.text() and not _shortened(one):
            found += _cut_label(one)
        elif isinstance(one, QPushButton) and one.text():
            hint = one.sizeHint()
            if one.width() < hint.width() or one.height() < hint.height():
                found.append(f"{who(one)} is {one.size().toTuple()}, needs {hint.toTuple()}")
        elif isinstance(one, QLineEdit) and not one.text():
            need = one.fontMetrics().horizontalAdvance(one.placeholderText()) + 12
            if one.placeholderText() and one.width() < need:
                found.append(f"{who(one)} has {one.width()} for {one.placeholderText()!r}")
        elif _paints_itself(one) and one.height() + 1 < one.heightForWidth(one.width()):
            found.append(
                f"{who(one)} is {one.height()} high, not {one.heightForWidth(one.width())}"
            )
        found += _out_of_sight(one)
    return found


def sideways(root):
    """Give what can be scrolled sideways, or would have to be."""
    found = []
    for one in seen(root, QAbstractScrollArea):
        if one.horizontalScrollBar().maximum() > 0 and not isinstance(one, PageDesk):
            found.append(f"{who(one)} scrolls sideways by {one.horizontalScrollBar().maximum()}")
        if isinstance(one, QScrollArea) and one.widget() is not None:
            wide, room = one.widget().width(), one.viewport().width()
            if wide > room:
                found.append(f"{who(one)} holds {wide} in {room}")
    return found


EVERY = (unnamed, unspoken_rows, untitled, leading_on, small, cut, sideways)
"""What a place is looked through for."""


def _of_qt(widget):
    """Whether it is a part that Qt made: the field inside a spin box, a list that drops down."""
    if widget.objectName().startswith("qt_"):
        return True
    over = widget.parent()
    while over is not None:
        if isinstance(over, QComboBox):
            return True
        over = over.parent()
    return False


def _paints_itself(one):
    """Whether it breaks its own words; what only holds others is seen in these."""
    return one.layout() is None and not isinstance(one, QStackedWidget) and one.hasHeightForWidth()


def _shortened(shown):
    """Whether words were cut on purpose and all of them are told otherwise."""
    over = shown
    while "…" in shown.text() and over is not None:
        if over.toolTip():
            return True
        over = over.parentWidget()
    return False


def _cut_label(shown):
    if shown.wordWrap():
        need = shown.heightForWidth(shown.width())
        words = shown.text().replace("\u200b", " ").split()  # a line may end there, too
        widest = max((shown.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        if shown.height() < need - 1 or shown.width() < widest:
            return [f"{who(shown)} is {shown.size().toTuple()}, needs {(widest, need)}"]
        return []
    hint = shown.sizeHint()
    if shown.width() < hint.width() or shown.height() < hint.height() - 1:
        return [f"{who(shown)} is {shown.size().toTuple()}, needs {hint.toTuple()}"]
    return []


def _out_of_sight(one):
    """Tell where something reaches beyond what holds it, but for what can be scrolled to."""
    if not isinstance(one, QLabel | QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox):
        return []
    over, place = one.parentWidget(), one.geometry()
    while over is not None and not over.isWindow():
        if isinstance(over.parentWidget(), QAbstractScrollArea):
            return []
        if not over.rect().contains(place):
            return [f"{who(one)} sticks out of {type(over).__name__}: {_tuple(place)}"]
        place = QRect(place.translated(QPoint(over.x(), over.y())))
        over = over.parentWidget()
    return []


def _tuple(place):
    return place.getRect()
