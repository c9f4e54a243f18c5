"""The look at what was found, before anything is saved."""

from collections import deque
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.case.casefile import CaseFile
from app.errors import NotUnderstood
from app.intake.proposal import Duplicate, Proposal, Unusable
from app.phrases import _
from ui.review_row import ReviewRow
from ui.session import Batch
from ui.widgets.labels import button, frame, label, name

_AT_ONCE = 10  # rows made before the window answers again


class ImportReview(QWidget):
    """Three groups: ready to add, already there, could not be opened."""

    accepted = Signal(object, object)  # Batch, list of Proposal
    left_out = Signal(object)  # Batch
    put_back = Signal(int)  # the id of a record in the bin

    def __init__(self, batch: Batch, case: CaseFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batch = batch
        self._case = case
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
        if self._waiting:
            column.addWidget(label(_("Ready to add"), "group"))
            column.addWidget(
                label(
                    _("Kind and date are guesses. Look at each one, and change what is wrong."),
                    "small",
                )
            )
        column.addLayout(self._ready)
        if doubles:
            column.addWidget(label(_("You already have these"), "group"))
            for double in doubles:
                column.addWidget(self._double(double))
        if unusable:
            column.addWidget(label(_("We could not open these"), "group"))
            for one in unusable:
                column.addWidget(_card(one.sentence))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(label(_("Look before you add"), "title"))
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
        self.add_button.setEnabled(self.whole and count > 0)
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


def _card(sentence: str) -> QFrame:
    card = frame("card")
    row = QHBoxLayout(card)
    row.addWidget(label(sentence), 1)
    return card


def _found_words(count: int) -> str:
    if count == 0:
        return _("There are no files in there.")
    text = _("We found 1 file.") if count == 1 else _("We found {count} files.").format(count=count)
    return text + " " + _("Nothing is added until you say so.")
