"""Choosing the lists that the checklist is made of, and when the age of a record is told."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.case.checklist import choose_lists
from app.content.load import load_content
from app.content.wishes import choosable
from app.phrases import _, many
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.check import Check
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow
from ui.widgets.spacing import space

_MONTHS = (0, 3, 6, 12, 24)


class ListChooser(QWidget):
    """A tick for each list; what single illnesses add to a list shows once it is ticked."""

    def __init__(self, session: CaseSession, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.checks: dict[str, Check] = {}
        self._under: dict[str, tuple[str, ...]] = {}
        self._holders: dict[str, QWidget] = {}
        column = space(QVBoxLayout(self), looks, (0, 4, 0, 4), 4)
        for code, words, more in choosable(load_content()):
            self._add(code, words, column)
            self._under[code] = tuple(one for one, _words in more)
            if more:
                holder = QWidget(self)
                inner = space(QVBoxLayout(holder), looks, (28, 0, 0, 4), 4)
                for one, said in more:
                    self._add(one, said, inner)
                column.addWidget(holder)
                self._holders[code] = holder
        self.age = Combo([_month_words(one) for one in _MONTHS], self)
        row = FieldRow(
            _("Tell me when the newest record of a line is older"),
            self.age,
            looks,
            _("The age alone says nothing. You may want to ask if a newer one is needed."),
        )
        column.addWidget(row)
        self.age.activated.connect(self._save_age)
        self.show_case()

    def show_case(self) -> None:
        """Show what is chosen."""
        journey = self._session.case.journey
        chosen = {one.code for one in journey.specialties.all()}
        for code, check in self.checks.items():
            check.setChecked(code in chosen)
        for code, holder in self._holders.items():
            holder.setVisible(code in chosen or any(one in chosen for one in self._under[code]))
        limit = journey.age_limit()
        if limit not in _MONTHS:  # set on the command line
            limit = min(_MONTHS[1:], key=lambda months: abs(months - limit))
        self.age.setCurrentIndex(_MONTHS.index(limit))

    def _add(self, code: str, words: str, column: QVBoxLayout) -> None:
        check = Check(words, parent=self)
        check.clicked.connect(lambda on, code=code: self._choose(code, on=on))
        self.checks[code] = check
        column.addWidget(check, 0, Qt.AlignmentFlag.AlignLeft)

    def _choose(self, code: str, *, on: bool) -> None:
        case = self._session.case
        chosen = [one.code for one in case.journey.specialties.all()]
        if on:
            chosen.append(code)
        else:
            gone = {code, *self._under.get(code, ())}
            chosen = [one for one in chosen if one not in gone]
        with case.change(_("Choose lists of records")):
            choose_lists(case.journey, chosen)
        self.show_case()

    def _save_age(self, place: int) -> None:
        case = self._session.case
        with case.change(_("Choose when age is told")):
            case.journey.save_age_limit(_MONTHS[place])


def _month_words(months: int) -> str:
    if not months:
        return _("Never")
    return many("than 1 month", "than {count} months", months).format(count=months)
