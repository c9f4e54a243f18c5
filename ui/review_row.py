"""One file that is ready to add: its name, and the guesses to confirm or to change."""

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.content.load import load_content
from app.errors import NotUnderstood
from app.intake.proposal import Basis, Proposal
from app.model.record import Kind
from app.model.typed_date import parse_date
from app.phrases import _
from ui.widgets.check import Check
from ui.widgets.combo import Combo
from ui.widgets.labels import button, em, frame, label

_KINDS: tuple[Kind | None, ...] = (None, *Kind)
_NARROW = 40  # heights of a line; in less width the fields stand below the words


class ReviewRow(QFrame):
    """Shows one proposal; `confirmed` gives it as the person left it."""

    def __init__(self, proposal: Proposal, looks_like: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._proposal = proposal
        self._shown_date = proposal.dates.service.shown() if proposal.dates.service.known else ""
        self.wanted = Check(proposal.path.name, strong=True)
        self.wanted.setChecked(True)
        self.kind = Combo([load_content().kind(kind).label if kind else _("Not sure")
                           for kind in _KINDS])  # fmt: skip
        self.kind.setCurrentIndex(_KINDS.index(proposal.kind))
        self.date = QLineEdit(self._shown_date)
        self.date.setPlaceholderText(_("Leave empty if not known"))
        self.date.setMinimumWidth(11 * em(self))
        self.date.textEdited.connect(self._take_back_fault)
        self.title = QLineEdit(proposal.title)
        self.source = QLineEdit(proposal.source)
        self.source.setPlaceholderText(_("Doctor, hospital or lab"))
        self.change = button(_("Change the name or who made it"), "quiet")
        self.fault = label("", "wrong")
        self.fault.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._words(looks_like), 1)
        fields = QHBoxLayout()
        fields.addLayout(_under(_("Kind"), self.kind))
        fields.addLayout(_under(_("Date"), self.date))
        self._row.addLayout(fields)
        self.change.clicked.connect(self._open)

    def confirmed(self, today: date) -> Proposal:
        """Give the proposal with all fields as they stand now; an empty name changes nothing.

        Raises NotUnderstood, and says so in the row, when the date cannot be read.
        """
        dates = self._proposal.dates
        if self.date.text() != self._shown_date:
            try:
                dates = replace(dates, service=parse_date(self.date.text(), today=today))
            except NotUnderstood as fault:
                self._tell_fault(str(fault))
                raise
        return replace(
            self._proposal,
            title=self.title.text().strip() or self._proposal.title,
            source=self.source.text().strip(),
            kind=_KINDS[self.kind.currentIndex()],
            dates=dates,
        )

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
        inside = QVBoxLayout()
        inside.setContentsMargins(2 * em(self), 0, 0, 0)  # below the words of the tick box
        inside.addWidget(label(about(one), "small"))
        if guesses := guess_words(one):
            inside.addWidget(label(guesses, "small"))
        if one.other_person:
            words = _("Look: this paper names somebody else: “{words}”")
            inside.addWidget(_warning(words.format(words=one.other_person)))
        if looks_like:
            words = _("Look: it reads the same as “{title}”.")
            inside.addWidget(_warning(words.format(title=looks_like)))
        self._more = QWidget()
        more = QHBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.addLayout(_under(_("Name"), self.title))
        more.addLayout(_under(_("Who made it?"), self.source))
        self._more.hide()
        inside.addWidget(self._more)
        row = QHBoxLayout()
        row.addWidget(self.change)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addWidget(self.fault)
        column.addLayout(inside)
        column.addStretch(1)
        return column

    def _open(self) -> None:
        self._more.show()
        self.change.hide()
        self.title.setFocus()

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


def about(one: Proposal) -> str:
    """Say how long a file is and under which name it goes in."""
    count = len(one.document.pages)
    parts = [_("1 page") if count == 1 else _("{count} pages").format(count=count)]
    parts.append(_("Name: {title}").format(title=one.title))
    if one.source:
        parts.append(_("Made by: {source}").format(source=one.source))
    return " · ".join(parts)


def guess_words(one: Proposal) -> str:
    """Say which words of the paper the guesses rest on, or "" where nothing was guessed."""
    parts = []
    for field, words in (("service", _("the date")), ("kind", _("the kind"))):
        if basis := one.bases.get(field):
            parts.append(_rests_on(words, basis))
    return _("We guessed {guesses}.").format(guesses=_(" and ").join(parts)) if parts else ""


def _rests_on(what: str, basis: Basis) -> str:
    text = " ".join(basis.words.split())
    if basis.page == 0:
        return _("{what} from the file’s name").format(what=what)
    return _("{what} from “{words}” on page {page}").format(what=what, words=text, page=basis.page)


def _warning(sentence: str) -> QFrame:
    made = frame("look")
    QVBoxLayout(made).addWidget(label(sentence, "look"))
    return made


def _under(words: str, field: QWidget) -> QVBoxLayout:
    """Put a visible name above a field; as its buddy it is also the name that is read out."""
    head = label(words, "small", wrap=False)
    head.setBuddy(field)
    field.setAccessibleName(words)
    column = QVBoxLayout()
    column.addWidget(head)
    column.addWidget(field)
    column.addStretch(1)
    return column
