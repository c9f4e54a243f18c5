"""What limits tests: each asked for with yes, no and not sure; no answer is none."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from app.model.journey.limit_words import every_limit, limit_label
from app.model.journey.tests import LimitAnswer, TestLimit
from app.phrases import _
from ui.records.flow import Flow
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.autosave import AutoSave
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.radio import Radio
from ui.widgets.spacing import space


class LimitRow(QWidget):
    """One limit: three answers, and room for words once it is yes or not sure."""

    answered = Signal(object)  # LimitAnswer

    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self,
        words: str,
        session: CaseSession,
        looks: Looks,
        save: Callable[[str, str], object],
        parent: QWidget,
    ) -> None:
        """Take the limit's name; `save` gets what was typed and the step it belongs to."""
        super().__init__(parent)
        self.setAccessibleName(words)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(_("Which, since when, or how far?"))
        self.words.setAccessibleName(_("{limit}: more about it").format(limit=words))
        self.auto = AutoSave(
            session, lambda together: save(self.words.text().strip(), together), self
        )
        self.auto.watch(self.words)
        self.buttons: dict[LimitAnswer, Radio] = {}
        self._group = QButtonGroup(self)
        answers = QWidget(self)
        flow = Flow(answers, looks)
        for answer, said in (
            (LimitAnswer.YES, _("Yes")),
            (LimitAnswer.NO, _("No")),
            (LimitAnswer.NOT_SURE, _("I am not sure")),
        ):
            one = Radio(said)
            one.setAccessibleDescription(words)
            self.buttons[answer] = one
            self._group.addButton(one)
            flow.addWidget(one)
            one.clicked.connect(lambda _on=False, answer=answer: self.answered.emit(answer))
        column = space(QVBoxLayout(self), looks, (0, 6, 0, 6), 2)
        column.addWidget(label(words, "strong"))
        column.addWidget(answers)
        column.addWidget(self.words)

    def show_limit(self, limit: TestLimit) -> None:
        """Show the answer; words that somebody is typing stay."""
        self._group.setExclusive(False)
        for answer, one in self.buttons.items():
            one.setChecked(answer is limit.answer)
        self._group.setExclusive(True)
        self.words.setVisible(limit.answer in (LimitAnswer.YES, LimitAnswer.NOT_SURE))
        self.auto.fill(self.words, limit.words)


class Limits(QWidget):
    """What is asked of everybody; each answer is saved at once."""

    def __init__(self, session: CaseSession, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.rows: dict[str, LimitRow] = {}
        column = space(QVBoxLayout(self), looks, gap=4)
        column.addWidget(Heading(_("What limits tests"), 2))
        about = _(
            "A doctor who plans a test has to know. The summary page says what you answer yes."
        )
        column.addWidget(label(about, "small"))
        for limit in every_limit(session.case.journey.limits.all()):
            self._add(limit, column, looks)

    def _add(self, limit: TestLimit, column: QVBoxLayout, looks: Looks) -> None:
        code = limit.code
        row = LimitRow(
            limit_label(limit, _),
            self._session,
            looks,
            lambda words, together: self._write(code, together, words=words),
            self,
        )
        row.answered.connect(lambda answer: self._write(code, "", answer=answer))
        self.rows[code] = row
        column.addWidget(row)

    def show_case(self) -> None:
        """Show every answer."""
        for limit in every_limit(self._session.case.journey.limits.all()):
            if limit.code in self.rows:
                self.rows[limit.code].show_limit(limit)

    def first_of(self, code: str) -> QWidget | None:
        """Give the control of a limit that somebody comes to first, or None for one not here."""
        row = self.rows.get(code)
        if row is None:
            return None
        if not row.words.isHidden():
            return row.words
        checked = (one for one in row.buttons.values() if one.isChecked())
        return next(checked, row.buttons[LimitAnswer.YES])

    def flush(self) -> None:
        """Save what was typed."""
        for row in self.rows.values():
            row.auto.flush()

    def _write(
        self,
        code: str,
        together: str,
        *,
        answer: LimitAnswer | None = None,
        words: str | None = None,
    ) -> None:
        case = self._session.case
        shelf = case.journey.limits
        old = next((one for one in shelf.all() if one.code == code), TestLimit(0, code))
        new = replace(
            old,
            answer=old.answer if answer is None else answer,
            words=old.words if words is None else words,
        )
        if new == old:
            return
        with case.change(_("Answer what limits tests"), together=together):
            if old.id:
                shelf.save(new)
            else:
                shelf.add(new)
