"""One file that is ready to add: its name, and the guesses to confirm or to change."""

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.content.load import load_content
from app.errors import NotUnderstood
from app.intake.proposal import Proposal
from app.model.record import Kind
from app.model.typed_date import parse_date
from app.phrases import _
from ui.records_model import pages
from ui.widgets.labels import em, label
from ui.widgets.tick_box import TickBox

_KINDS: tuple[Kind | None, ...] = (None, *Kind)
_NARROW = 34  # heights of a line; in less width the fields stand below the words


class ReviewRow(QFrame):
    """Shows one proposal; `confirmed` gives it as the person left it."""

    def __init__(self, proposal: Proposal, looks_like: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._proposal = proposal
        self._shown_date = proposal.dates.service.shown() if proposal.dates.service.known else ""
        self.wanted = TickBox(proposal.path.name, strong=True)
        self.wanted.setChecked(True)
        self.kind = _kinds(proposal.kind)
        self.date = QLineEdit(self._shown_date)
        self.date.setPlaceholderText(_("Leave empty if not known"))
        self.date.setMinimumWidth(11 * em(self))
        self.date.textEdited.connect(self._take_back_fault)
        self.fault = label("", "wrong")
        self.fault.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._words(looks_like), 1)
        fields = QHBoxLayout()
        fields.addLayout(_under(_("Kind"), self.kind))
        fields.addLayout(_under(_("Date"), self.date))
        self._row.addLayout(fields)

    def confirmed(self, today: date) -> Proposal:
        """Give the proposal with the kind and the date as they stand now.

        Raises NotUnderstood, and says so in the row, when the date cannot be read.
        """
        dates = self._proposal.dates
        if self.date.text() != self._shown_date:
            try:
                dates = replace(dates, service=parse_date(self.date.text(), today=today))
            except NotUnderstood as fault:
                self._tell_fault(str(fault))
                raise
        return replace(self._proposal, kind=_KINDS[self.kind.currentIndex()], dates=dates)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Put the fields below the words where there is no room beside them."""
        narrow = self.width() < _NARROW * em(self)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        super().resizeEvent(event)

    def _words(self, looks_like: str) -> QVBoxLayout:
        one = self._proposal
        column = QVBoxLayout()
        column.addWidget(self.wanted)
        column.addWidget(label(_about(one), "small"))
        if one.other_person:
            words = _("Look: this paper names somebody else: “{words}”")
            column.addWidget(label(words.format(words=one.other_person), "look"))
        if looks_like:
            words = _("Look: it reads the same as “{title}”.")
            column.addWidget(label(words.format(title=looks_like), "look"))
        column.addWidget(self.fault)
        column.addStretch(1)
        return column

    def _tell_fault(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.show()
        self._mark(True)
        self.date.setFocus()

    def _take_back_fault(self) -> None:
        self.fault.hide()
        self._mark(False)

    def _mark(self, wrong: bool) -> None:
        self.date.setProperty("wrong", wrong)
        self.date.style().unpolish(self.date)
        self.date.style().polish(self.date)


def _about(one: Proposal) -> str:
    parts = [pages(len(one.document.pages))]
    if one.title != one.path.stem:
        parts.append(_("Name: {title}").format(title=one.title))
    if one.source:
        parts.append(_("Made by: {source}").format(source=one.source))
    if basis := one.bases.get("service"):
        parts.append(_("Date from “{words}”").format(words=" ".join(basis.words.split())))
    return " · ".join(parts)


def _kinds(chosen: Kind | None) -> QComboBox:
    box = QComboBox()
    for kind in _KINDS:
        box.addItem(load_content().kind(kind).label if kind else _("Not sure"))
    box.setCurrentIndex(_KINDS.index(chosen))
    return box


def _under(words: str, field: QWidget) -> QVBoxLayout:
    """Put a visible name above a field; as its buddy it is also the name that is read out."""
    head: QLabel = label(words, "small", wrap=False)
    head.setBuddy(field)
    field.setAccessibleName(words)
    column = QVBoxLayout()
    column.addWidget(head)
    column.addWidget(field)
    column.addStretch(1)
    return column
