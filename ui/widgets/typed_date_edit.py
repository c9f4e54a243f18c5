"""A line where a date is typed in any words; what it was taken for is said back."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import NotUnderstood
from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.typed_date import DateAmbiguous, parse_date, say_date
from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.labels import button, label
from ui.widgets.spacing import space


class TypedDateEdit(QWidget):
    """Takes a date in words at once; one in numbers only after “Is that right?”."""

    accepted = Signal(object)  # PartialDate
    wrong = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._shown = NOT_KNOWN
        self.line = QLineEdit(self)
        self.line.setAccessibleName(_("Date in words"))
        self.line.setPlaceholderText(_("For example Sep 2026, or Jan 2025 to Nov 2026"))
        self.told = label("", "small", parent=self)
        self._answers = QWidget(self)
        self._row = space(QHBoxLayout(self._answers), looks)
        column = space(QVBoxLayout(self), looks, gap=4)
        for one in (self.line, self.told, self._answers):
            column.addWidget(one)
        self._say("")
        self.line.textEdited.connect(lambda _typed: self._say(""))
        self.line.editingFinished.connect(self.read)

    @property
    def asking(self) -> bool:
        """Whether a question waits for its answer."""
        return not self._answers.isHidden()

    def show_date(self, value: PartialDate) -> None:
        """Show a date in full words."""
        self._shown = value
        self.line.setText(_typed(value))
        self._say("")

    @Slot()
    def read(self) -> None:
        """Read what was typed: tell `accepted`, ask back, or tell `wrong`."""
        typed = self.line.text().strip()
        if self.told.text():  # it was read already
            return
        if typed == _typed(self._shown):  # what stood there before
            self.accepted.emit(self._shown)
            return
        try:
            found = parse_date(typed, today=date.today())
        except DateAmbiguous as fault:
            self._ask(_("Which day do you mean?"), list(fault.choices))
        except NotUnderstood as fault:
            self.wrong.emit(str(fault))
        else:
            if _needs_asking(typed, found):
                self._ask(
                    _("{date}. Is that right?").format(date=_start_big(say_date(found))), [found]
                )
            else:
                self._accept(found)

    def _ask(self, question: str, choices: list[PartialDate]) -> None:
        self._say(question)
        for choice in choices:
            one = button(say_date(choice) if len(choices) > 1 else _("Yes, that is right"))
            one.clicked.connect(lambda _checked=False, chosen=choice: self._accept(chosen))
            self._row.addWidget(one)
        self._row.addStretch(1)
        self._answers.show()

    def _accept(self, found: PartialDate) -> None:
        self._shown = found
        self.line.setText(_typed(found))
        self._say(_("Taken as {date}.").format(date=say_date(found)) if found.known else "")
        self.accepted.emit(found)

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        while (place := self._row.takeAt(0)) is not None:
            if (one := place.widget()) is not None:
                one.hide()
                one.deleteLater()
        self._answers.hide()


def _typed(value: PartialDate) -> str:
    """Give a date the way it stands in the line."""
    return say_date(value) if value.known else ""


def _needs_asking(typed: str, found: PartialDate) -> bool:
    """Tell whether a reading rests on the order of numbers, or on what day it is today."""
    year = typed.isdecimal() and len(typed) == 4
    return found != NOT_KNOWN and not year and not any(map(str.isalpha, typed))


def _start_big(words: str) -> str:
    return words[:1].upper() + words[1:]
