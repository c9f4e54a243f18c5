"""The look at what was found, before anything is saved."""

from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.errors import NotUnderstood
from app.intake.proposal import Duplicate, Finding, Proposal, Unusable
from app.phrases import _
from ui.review.group import Group
from ui.review.like import like_of, new_side, other_side
from ui.review.notices import Notice, double_words, offer_back
from ui.review.side_by_side import SideBySide
from ui.review.whom import Answer
from ui.review_row import ReviewRow
from ui.session import Batch, CaseSession
from ui.theme.looks import Looks
from ui.widgets.heading import Heading
from ui.widgets.labels import button, frame, label, name
from ui.widgets.spacing import space

Unlock = Callable[[Batch, Path, Callable[[Finding | None], object]], object]
"""Looks at a file again, asking for its password, tells what was found, and in the end None."""

_FEW = 3  # files that are shown at once; of more, only the first when the look at them opens


class ImportReview(QWidget):
    """Five groups of what was found.

    Whose are these, ready to add, perhaps there already, there already, and
    could not be opened.
    """

    accepted = Signal(object, object)  # Batch, list of Proposal
    left_out = Signal(object)  # Batch
    put_back = Signal(int)  # the id of a record in the bin

    def __init__(
        self, batch: Batch, session: CaseSession, looks: Looks, *, unlock: Unlock | None = None
    ) -> None:
        """Show a batch; with `unlock`, a locked file can be tried once more."""
        super().__init__()
        self._batch = batch
        self._session = session
        self._case = session.case
        self._looks = looks
        self._unlock = unlock
        self._trying = False
        found = batch.findings
        self._proposals = {one.path: one for one in found if isinstance(one, Proposal)}
        self._waiting = deque([*self._proposals.values(), *_others(found)])
        self.rows: list[ReviewRow] = []
        self.both: SideBySide | None = None
        """Two papers beside each other, while they are shown."""
        self.add_button = button("", "main")
        self.cancel_button = button(_("Add nothing") if self._proposals else _("Close"), "quiet")
        guesses = _("Kind and date are guesses. Look at each one, and change what is wrong.")
        self._ready = Group(_("Ready to add"), looks, guesses)
        whose = _("Each names somebody else. Say whom it is about.")
        self._asked = Group(_("Whose papers are these?"), looks, whose)
        self._answers: dict[frozenset[str], Answer] = {}
        same = _("Each reads the same as another paper. Tick it if you want both.")
        self._alike = Group(_("You may already have these"), looks, same)
        self._doubles = Group(_("You already have these"), looks)
        self._unopened = Group(_("We could not open these"), looks)
        self._place()
        self.add_button.clicked.connect(self._accept)
        self.cancel_button.clicked.connect(lambda: self.left_out.emit(self._batch))
        self._more = QTimer(self)
        self._more.timeout.connect(self._make_next)
        self._more.start()
        for _at_once in range(len(found) if len(found) <= _FEW else 1):
            self._make_next()
        self._count()

    @property
    def whole(self) -> bool:
        """Whether every row is there; until then nothing can be added."""
        return not self._waiting

    def _place(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "clear")
        column = space(QVBoxLayout(inside), self._looks, (32, 4, 32, 8), 0)
        for group in (self._asked, self._ready, self._alike, self._doubles, self._unopened):
            column.addWidget(group)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self._list = QWidget()
        whole = space(QVBoxLayout(self._list), self._looks, gap=0)
        head = space(QVBoxLayout(), self._looks, (32, 24, 32, 12), 4)
        head.addWidget(Heading(_("Look before you add")))
        head.addWidget(label(_found_words(len(self._batch.findings)), "quiet"))
        whole.addLayout(head)
        whole.addWidget(area, 1)
        whole.addWidget(self._foot())
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        outer = space(QVBoxLayout(self), self._looks)
        outer.addWidget(self._stack)

    def _foot(self) -> QFrame:
        foot = frame("foot")
        row = space(QHBoxLayout(foot), self._looks, (32, 12, 32, 12), 12)
        row.addWidget(self.add_button)
        row.addWidget(self.cancel_button)
        words = label(_("Your own files stay where they are."), "small")
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1)
        return foot

    def _double(self, double: Duplicate) -> Notice:
        notice = Notice(double_words(double, self._case), "layers", self._looks)
        if double.in_bin and double.record is not None:
            offer_back(notice, double.record, self._case, self.put_back.emit)
        return notice

    def _unusable(self, one: Unusable) -> Notice:
        notice = Notice(one.sentence, "lock" if one.locked else "circle-alert", self._looks)
        if one.locked and self._unlock is not None:
            notice.offer(_("Type the password"), lambda: self._try_again(one, notice))
        return notice

    def _try_again(self, one: Unusable, notice: Notice) -> None:
        if self._unlock is None or self._trying:
            return
        self._trying = True
        self._count()
        self._unlock(self._batch, one.path, lambda found: self._take_again(found, notice))

    def _take_again(self, found: Finding | None, notice: Notice) -> None:
        """Move a file that could be opened to those that are ready."""
        self._trying = False
        if isinstance(found, Proposal):
            self._unopened.take(notice)
            self._proposals[found.path] = found
            self._waiting.append(found)
            self._make_next()
        elif isinstance(found, Duplicate):
            self._unopened.take(notice)
            self._doubles.add(self._double(found))
        self._count()

    def _make_next(self) -> None:
        """Make one row; before the next the window answers, as showing it takes longer still."""
        one = self._waiting.popleft() if self._waiting else None
        if isinstance(one, Proposal):
            self._make_row(one)
        elif isinstance(one, Duplicate):
            self._doubles.add(self._double(one))
        elif one is not None:
            self._unopened.add(self._unusable(one))
        self._count()
        if self.whole:
            self._more.stop()
            if self.rows and self.rows[0].wanted.hasFocus():
                self.first_focus().setFocus()

    def _make_row(self, one: Proposal) -> None:
        like = like_of(one, self._case, self._proposals)
        group = self._asked if one.asks else self._alike if like else self._ready
        patient = self._case.people.patient().name if one.named else ""
        row = ReviewRow(one, self._looks, like, group.sheet, patient)
        if row.whom is not None:
            row.whom.said.connect(lambda answer: self._answer_alike(row, answer))
            if (answer := self._answers.get(row.whom.keys)) and row.whom.follows:
                row.whom.choose(answer)
        row.wanted.toggled.connect(self._count)
        row.both_wanted.connect(lambda: self._show_both(row))
        row.back_wanted.connect(lambda: self._put_back(row))
        self.rows.append(row)
        group.add(row)

    def _answer_alike(self, row: ReviewRow, answer: Answer) -> None:
        """Answer the same for every other paper that asks about the very same name."""
        keys = row.whom.keys if row.whom else frozenset()
        self._answers[keys] = answer
        for other in self.rows:
            if other.whom and other.whom.keys == keys and other.whom.follows:
                other.whom.choose(answer)

    def _show_both(self, row: ReviewRow) -> None:
        if row.like is None or self.both is not None:
            return
        both = SideBySide(other_side(row.like), new_side(row.proposal), self._session, self._looks)
        both.closed.connect(lambda: self._end_both(row))
        both.chosen.connect(lambda wanted: self._end_both(row, wanted=wanted))
        self.both = both
        self._stack.addWidget(both)
        self._stack.setCurrentWidget(both)
        both.take_focus()

    def first_focus(self) -> QWidget:
        """Give what adds; while rows are still made the first one, and never what drops them."""
        if self.add_button.isEnabled():
            return self.add_button
        asking = next((row for row in self.rows if row.whom and row.whom.answer is None), None)
        if asking is not None:
            return asking.wanted
        return self.cancel_button if self.whole or not self.rows else self.rows[0].wanted

    def _end_both(self, row: ReviewRow, *, wanted: bool | None = None) -> None:
        if self.both is None:
            return
        if wanted is not None:
            row.wanted.setChecked(wanted)
        both, self.both = self.both, None
        both.let_go()
        self._stack.removeWidget(both)
        both.deleteLater()
        (row.both if wanted is None else row.wanted).setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_back(self, row: ReviewRow) -> None:
        record = row.like.record if row.like else None
        if record is not None:
            self.put_back.emit(record.id)
            if not self._case.records.is_in_bin(record.id):
                row.say_back()

    def _count(self) -> None:
        count = sum(row.wanted.isChecked() for row in self.rows)
        name(
            self.add_button,
            _("Add 1 record") if count == 1 else _("Add {count} records").format(count=count),
        )
        self.add_button.setEnabled(self.whole and count > 0 and not self._trying)
        self.cancel_button.setEnabled(not self._trying)
        self.add_button.setVisible(bool(self.rows))

    def _accept(self) -> None:
        chosen = []
        wrong = False
        for row in reversed(self.rows):  # so that the first fault gets the keyboard
            if row.wanted.isChecked():
                try:
                    chosen.append(row.confirmed())
                except NotUnderstood:  # the row says it
                    wrong = True
        if not wrong:
            self.accepted.emit(self._batch, chosen[::-1])


def _others(found: tuple[Finding, ...]) -> list[Finding]:
    """Give those that cannot be added: first what is there already."""
    doubles = [one for one in found if isinstance(one, Duplicate)]
    return [*doubles, *(one for one in found if isinstance(one, Unusable))]


def _found_words(count: int) -> str:
    if count == 0:
        return _("There are no files in there.")
    text = _("We found 1 file.") if count == 1 else _("We found {count} files.").format(count=count)
    return text + " " + _("Nothing is added until you say so.")
