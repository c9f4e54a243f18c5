"""How far somebody was asked: some, none, or not sure. None is an answer, no answer is none."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.model.story import Asked
from app.phrases import _
from ui.records.flow import Flow
from ui.theme.looks import Looks
from ui.widgets.radio import Radio


class ThreeWay(QWidget):
    """Three choices of which none is taken before somebody answers.

    Once something is listed, the list is the answer and the other two rest.
    """

    answered = Signal(object)  # Asked

    accessible_role = QAccessible.Role.Grouping  # so that the question is read out

    def __init__(self, question: str, some: str, none: str, looks: Looks) -> None:
        super().__init__()
        self.setAccessibleName(question)
        self.buttons: dict[Asked, Radio] = {}
        self._group = QButtonGroup(self)
        row = Flow(self, looks)
        choices = {
            Asked.LISTED: some,
            Asked.NONE_KNOWN: none,
            Asked.NOT_SURE: _("I am not sure"),
        }
        for asked, words in choices.items():
            one = Radio(words)
            one.setAccessibleDescription(question)
            self.buttons[asked] = one
            self._group.addButton(one)
            row.addWidget(one)
            one.clicked.connect(lambda _on=False, asked=asked: self.answered.emit(asked))

    def show_answer(self, asked: Asked, *, listed: bool) -> None:
        """Show the answer; with something `listed`, only that can be chosen."""
        self._group.setExclusive(False)
        for one, shown in self.buttons.items():
            shown.setChecked(one is asked)
            shown.setEnabled(not listed or one is Asked.LISTED)
        self._group.setExclusive(True)
