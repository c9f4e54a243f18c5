"""A date as exactly as somebody knows it: in three fields, or typed in words."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import NotUnderstood
from app.model.partial_date import NOT_KNOWN, PartialDate
from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.date_parts import DateParts
from ui.widgets.labels import button, label, name
from ui.widgets.spacing import space
from ui.widgets.typed_date_edit import TypedDateEdit

PAUSE = 1000  # milliseconds without a key, after which a whole date counts


class PartialDateEdit(QWidget):
    """Tells each new date once, when it is whole; never one that was not meant.

    Put it into a FieldRow for its name.
    """

    changed = Signal(object)  # PartialDate

    accessible_role = QAccessible.Role.Grouping  # so that it is read out which date it is

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._value = NOT_KNOWN
        self.parts = DateParts(looks)
        self.typed = TypedDateEdit(looks)
        self.swap = button("", "quiet")
        self.fault = label("", "wrong")
        self.fault.hide()
        self._is_typed = False
        column = space(QVBoxLayout(self), looks, gap=4)
        for one in (self.parts, self.typed, self.fault, self.swap):
            column.addWidget(one)
        column.setAlignment(self.swap, Qt.AlignmentFlag.AlignLeft)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._settle)
        self.parts.edited.connect(self._touched)
        self.parts.left.connect(self._parts_left)
        self.typed.accepted.connect(self._take)
        self.typed.wrong.connect(self._say_wrong)
        self.swap.clicked.connect(self._swap)
        self.setFocusProxy(self.parts.day)
        self._show_way(typed=False)

    def value(self) -> PartialDate:
        """Give the newest date that was whole."""
        return self._value

    def set_value(self, value: PartialDate) -> None:
        """Show the date of another thing; what was half typed or asked of the last one goes."""
        self._value = value
        self._timer.stop()
        self._clear_wrong()
        self.parts.show_date(value)
        self.typed.show_date(value)
        self._show_way(typed=value.end is not None)

    def refresh(self, value: PartialDate) -> None:
        """Show the date of the same thing as the case has it now; one being typed stays."""
        if value != self._value or not (self._busy or self._shows(value)):
            self.set_value(value)

    def flush(self) -> None:
        """Take at once what stands there, if it is whole."""
        if self._is_typed:
            self.typed.read()
        else:
            self._settle()

    @property
    def _busy(self) -> bool:
        return self._timer.isActive() or self.fault.isVisible()

    def _shows(self, value: PartialDate) -> bool:
        if value.end is not None:
            return self._is_typed
        try:
            return self.parts.value() == value
        except NotUnderstood:
            return False

    @Slot()
    def _touched(self) -> None:
        self._clear_wrong()
        self._timer.start(PAUSE)

    @Slot()
    def _parts_left(self) -> None:
        inside = (self.parts.day, self.parts.month, self.parts.year, self.parts.guess)
        if any(one.hasFocus() for one in inside) and not self._whole():
            return  # somebody goes on to the next of the three fields
        self._settle()

    def _whole(self) -> bool:
        try:
            self.parts.value()
        except NotUnderstood:
            return False
        return True

    @Slot()
    def _settle(self) -> None:
        self._timer.stop()
        if not self.parts.year_done and self.parts.year.hasFocus():
            return
        try:
            found = self.parts.value()
        except NotUnderstood as fault:
            if self.parts.year.text() or not self.isAncestorOf(self.window().focusWidget()):
                self._say_wrong(str(fault))
            return
        self._take(found)

    @Slot(object)
    def _take(self, found: PartialDate) -> None:
        self._clear_wrong()
        if found == self._value:
            return
        self._value = found
        if self._is_typed:
            self.parts.show_date(found)
        else:
            self.typed.show_date(found)
        self.changed.emit(found)

    @Slot(str)
    def _say_wrong(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.show()

    def _clear_wrong(self) -> None:
        self.fault.hide()

    @Slot()
    def _swap(self) -> None:
        self._clear_wrong()
        typed = not self._is_typed
        self._show_way(typed=typed)
        (self.typed.line if typed else self.parts.day).setFocus()

    def _show_way(self, *, typed: bool) -> None:
        self._is_typed = typed
        self.typed.setVisible(typed)
        self.parts.setVisible(not typed)
        self.setFocusProxy(self.typed.line if typed else self.parts.day)
        name(
            self.swap,
            _("Use day, month and year") if typed else _("Type it in words, or a range"),
        )


def take_dates(within: QWidget) -> None:
    """Take at once every whole date that stands in what is shown of `within`."""
    for date in within.findChildren(PartialDateEdit):
        if date.isVisible():
            date.flush()
