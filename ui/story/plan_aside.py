"""What stands beside the plan: the date to decide by, what comes next, and what is safe to know."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from app.content.load import load_content
from app.model.days_left import days_left
from app.model.partial_date import PartialDate
from app.model.story import CaseSnapshot, Subject
from app.model.task import Task
from app.model.tasks import next_task, progress
from app.model.typed_date import say_date
from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import look_card
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class DecideCard(QFrame):
    """The date to decide by, how many parts are done, and the button that goes on."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.when = Heading("", 2)
        self.left = label("", "small")
        self.set_date = PictureButton(_("Set a date"), looks, "calendar", "quiet")
        self.done = label("", "strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.on = PictureButton("", looks, kind="main")
        column = space(QVBoxLayout(self), looks, (16, 14, 16, 16), 4)
        column.addWidget(label(_("Decision needed by"), "label"))
        column.addWidget(self.when)
        column.addWidget(self.left)
        column.addWidget(self.set_date, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(10)
        column.addWidget(self.done)
        column.addWidget(self.bar)
        column.addSpacing(10)
        column.addWidget(self.on)

    def show_case(self, case: CaseSnapshot, every: Sequence[Task], *, today: date) -> None:
        """Show the dates of the case, and how far its parts have come."""
        words, left = _stated(case, Subject.DECIDE_BY, today)
        surgery, _left = _stated(case, Subject.SURGERY_DATE, today)
        lines = [f"{left}."] if left else []
        if surgery:
            lines.append(_("Surgery is listed for {date}.").format(date=surgery))
        self.when.say(words or _("No date yet"))
        self.left.setText(" ".join(lines))
        self.left.setVisible(bool(lines))
        self.set_date.setVisible(not words)
        done, of = progress(every)
        self.done.setText(_("{n} of {all} parts done").format(n=done, all=of))
        self.bar.setMaximum(of)
        self.bar.setValue(done)
        self.bar.setAccessibleName(self.done.text())
        task = next_task(every)
        self.on.setVisible(task is not None)
        if task:
            form = _("Go on: {place}") if done else _("Start: {place}")
            self.on.say(form.format(place=task.name))


class SafetyLines(QWidget):
    """What must be seen before all else for the chosen reasons, and what the program is not."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        content = load_content()
        self._column = space(QVBoxLayout(self), looks, gap=16)
        self._first, first = look_card(looks)
        self.first = label("")
        first.addWidget(self.first)
        self._column.addWidget(self._first)
        self._column.addWidget(_quiet(looks, "", content.piece("safety.emergency").text))
        short = content.piece("safety.short")
        self._column.addWidget(_quiet(looks, short.title, short.text))
        stays = _("Nothing leaves this computer unless you send it.")
        self._column.addWidget(_quiet(looks, _("Your file stays here"), stays))

    def show_case(self, case: CaseSnapshot) -> None:
        """Show the lines of the reasons that are chosen now."""
        lines = load_content().safety_lines([reason.code for reason in case.reasons])
        self.first.setText("\n\n".join(lines))
        self._first.setVisible(bool(lines))


def _quiet(looks: Looks, head: str, words: str) -> QWidget:
    made = QWidget()
    column = space(QVBoxLayout(made), looks, (16, 0, 16, 0), 4)
    if head:
        column.addWidget(label(head, "strong"))
    column.addWidget(label(words, "small" if head else ""))
    return made


def _stated(case: CaseSnapshot, subject: Subject, today: date) -> tuple[str, str]:
    """Give a stated date in words, and how far away it is; what is no date stays as it is."""
    statement = case.statement(subject)
    if statement is None:
        return "", ""
    try:
        when = PartialDate.from_stored(statement.text)
    except ValueError:
        return statement.text, ""
    return say_date(when) if when.known else "", days_left(when, today=today)
