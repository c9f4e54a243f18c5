"""The look at what was found, before anything is saved."""

from collections import deque
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.case.casefile import CaseFile
from app.errors import NotUnderstood
from app.intake.proposal import Duplicate, Finding, Proposal, Unusable
from app.phrases import _
from ui.review_row import ReviewRow
from ui.session import Batch
from ui.theme.icons import icon
from ui.widgets.heading import Heading
from ui.widgets.labels import button, em, frame, label, name

Unlock = Callable[[Batch, Path, Callable[[Finding | None], object]], object]
"""Looks at a file again, asking for its password, tells what was found, and in the end None."""

_AT_ONCE = 10  # rows made before the window answers again


class ImportReview(QWidget):
    """Three groups: ready to add, already there, could not be opened."""

    accepted = Signal(object, object)  # Batch, list of Proposal
    left_out = Signal(object)  # Batch
    put_back = Signal(int)  # the id of a record in the bin

    def __init__(
        self,
        batch: Batch,
        case: CaseFile,
        parent: QWidget | None = None,
        *,
        unlock: Unlock | None = None,
    ) -> None:
        """Show a batch; with `unlock`, a locked file can be tried once more."""
        super().__init__(parent)
        self._batch = batch
        self._case = case
        self._unlock = unlock
        self._trying = False
        found = batch.findings
        self._waiting = deque(one for one in found if isinstance(one, Proposal))
        self.rows: list[ReviewRow] = []
        self.add_button = button("", "main")
        self.cancel_button = button(_("Add nothing") if self._waiting else _("Close"), "quiet")
        self._place(
            [one for one in found if isinstance(one, Duplicate)],
            [one for one in found if isinstance(one, Unusable)],
        )
        self.add_button.clicked.connect(self._accept)
        self.cancel_button.clicked.connect(lambda: self.left_out.emit(self._batch))
        self._more = QTimer(self)
        self._more.timeout.connect(self._make_rows)
        self._more.start()
        self._make_rows()

    @property
    def whole(self) -> bool:
        """Whether every row is there; until then nothing can be added."""
        return not self._waiting

    def _place(self, doubles: list[Duplicate], unusable: list[Unusable]) -> None:
        inside = QWidget()
        inside.setProperty("kind", "clear")
        column = QVBoxLayout(inside)
        self._ready = QVBoxLayout()
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(Heading(_("Ready to add"), 2))
        words = _("Kind and date are guesses. Look at each one, and change what is wrong.")
        head.addWidget(label(words, "small"))
        self._head.setVisible(bool(self._waiting))
        column.addWidget(self._head)
        column.addLayout(self._ready)
        if doubles:
            column.addWidget(Heading(_("You already have these"), 2))
            for double in doubles:
                column.addWidget(self._double(double))
        if unusable:
            column.addWidget(Heading(_("We could not open these"), 2))
            for one in unusable:
                column.addWidget(self._unopened(one))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(em(self), em(self) // 2, em(self), 0)
        outer.addWidget(Heading(_("Look before you add")))
        outer.addWidget(label(_found_words(len(self._batch.findings))))
        outer.addWidget(area, 1)
        outer.addWidget(self._foot())

    def _foot(self) -> QFrame:
        foot = frame("foot")
        row = QHBoxLayout(foot)
        row.addWidget(self.add_button)
        row.addWidget(self.cancel_button)
        row.addWidget(label(_("Your own files stay where they are."), "small"), 1)
        return foot

    def _double(self, double: Duplicate) -> QFrame:
        file = double.path.name
        if double.same_as is not None:
            text = _("“{name}” is the same file as “{other}”. It goes in once.")
            return _card(text.format(name=file, other=double.same_as.name))
        title = self._title(double.record)
        if not double.in_bin:
            text = _("“{name}” is the same file as your record “{title}”.")
            return _card(text.format(name=file, title=title))
        text = _("You removed “{title}” before. It is the same file as “{name}”.")
        card = _card(text.format(name=file, title=title))
        back = button(_("Put it back"))
        back.clicked.connect(lambda: self._put_back(double, back.setEnabled))
        layout = card.layout()
        if layout is not None:
            layout.addWidget(back)
        return card

    def _unopened(self, one: Unusable) -> QFrame:
        card = _card(one.sentence, "lock" if one.locked else "circle-alert")
        layout = card.layout()
        if one.locked and self._unlock is not None and layout is not None:
            retry = button(_("Type the password"), "quiet")
            retry.clicked.connect(lambda: self._try_again(one, card))
            layout.addWidget(retry)
        return card

    def _try_again(self, one: Unusable, card: QFrame) -> None:
        if self._unlock is None or self._trying:
            return
        self._trying = True
        self._count()
        self._unlock(self._batch, one.path, lambda found: self._take_again(found, card))

    def _take_again(self, found: Finding | None, card: QFrame) -> None:
        """Move a file that could be opened to those that are ready."""
        self._trying = False
        if isinstance(found, Proposal):
            card.hide()
            self._head.show()
            self._waiting.append(found)
            self._make_rows()
        elif isinstance(found, Duplicate):
            card.hide()
            self._ready.addWidget(self._double(found))
        self._count()

    def _put_back(self, double: Duplicate, enable: Callable[[bool], None]) -> None:
        enable(False)
        if double.record is not None:
            self.put_back.emit(double.record)

    def _make_rows(self) -> None:
        for _number in range(min(_AT_ONCE, len(self._waiting))):
            one = self._waiting.popleft()
            row = ReviewRow(one, self._title(one.looks_like))
            row.wanted.toggled.connect(self._count)
            self.rows.append(row)
            self._ready.addWidget(row)
        if self.whole:
            self._more.stop()
        self._count()

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
        today, chosen = date.today(), []
        wrong = False
        for row in reversed(self.rows):  # so that the first fault gets the keyboard
            if row.wanted.isChecked():
                try:
                    chosen.append(row.confirmed(today))
                except NotUnderstood:  # the row says it
                    wrong = True
        if not wrong:
            self.accepted.emit(self._batch, chosen[::-1])

    def _title(self, record: int | None) -> str:
        found = self._case.records.get(record) if record is not None else None
        return found.title if found else ""


def _card(sentence: str, picture: str = "layers") -> QFrame:
    card = frame("card")
    row = QHBoxLayout(card)
    sign = QLabel()
    side = round(1.2 * em(card))
    sign.setPixmap(icon(picture, side).pixmap(side, side))
    row.addWidget(sign)
    row.addWidget(label(sentence), 1)
    return card


def _found_words(count: int) -> str:
    if count == 0:
        return _("There are no files in there.")
    text = _("We found 1 file.") if count == 1 else _("We found {count} files.").format(count=count)
    return text + " " + _("Nothing is added until you say so.")
