"""The options of the case as ticks, which become lines of the decision that counts."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.journey.deciding import considered, standing, with_option
from app.model.journey.decision import Decision
from app.phrases import _
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.check import Check
from ui.widgets.labels import label
from ui.widgets.spacing import space


class Considered(QWidget):
    """A tick for each option: whether the decision that counts says it was thought about."""

    def __init__(self, session: CaseSession, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self.checks: dict[str, Check] = {}
        self._session = session
        self._column = space(QVBoxLayout(self), looks, gap=4)
        self._column.addWidget(label(_("Which of your options did you think about?"), "strong"))

    def show_case(self) -> None:
        """Show the options and the ticks as the case has them."""
        case = self._session.case
        names = list(dict.fromkeys(one.name.strip() for one in case.journey.choices.all()))
        names = [one for one in names if one]
        if names != list(self.checks):
            self._make(names)
        now = standing(case.journey.decisions.all())
        lines = considered(now.considered) if now else ()
        for name, check in self.checks.items():
            check.setChecked(" ".join(name.split()) in lines)
        self.setVisible(bool(names))

    def _make(self, names: list[str]) -> None:
        for check in self.checks.values():
            self._column.removeWidget(check)
            check.hide()
            check.deleteLater()
        self.checks = {}
        for name in names:
            check = Check(name, parent=self)
            check.clicked.connect(lambda on, name=name: self._tick(name, on=on))
            self._column.addWidget(check, 0, Qt.AlignmentFlag.AlignLeft)
            self.checks[name] = check

    def _tick(self, name: str, *, on: bool) -> None:
        """Write the option into the decision that counts, or begin one that is not made yet."""
        case = self._session.case
        shelf = case.journey.decisions
        now = standing(shelf.all())
        words = with_option(now.considered if now else "", name, on=on)
        with case.change(_("Change a decision") if now else _("Write down a decision")):
            if now is None:
                shelf.add(Decision(0, considered=words))
            else:
                shelf.save(replace(now, considered=words))
