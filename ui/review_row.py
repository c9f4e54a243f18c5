"""One file that is ready to add: its name, and the guesses to confirm or to change."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.content.load import load_content
from app.errors import NotUnderstood
from app.intake.proposal import About, Basis, Proposal
from app.intake.repeats import repeat_words
from app.model.partial_date import PartialDate
from app.model.record import Kind
from app.phrases import _
from ui.review.like import Like
from ui.review.whom import Answer, WhomQuestion
from ui.theme.looks import Looks
from ui.widgets.check import Check
from ui.widgets.combo import Combo
from ui.widgets.labels import button, em, frame, label
from ui.widgets.spacing import space
from ui.widgets.typed_date_edit import TypedDateEdit

_KINDS: tuple[Kind | None, ...] = (None, *Kind)
_NARROW = 40  # heights of a line; in less width the fields stand below the words


class ReviewRow(QWidget):
    """Shows one proposal; `confirmed` gives it as the person left it.

    What reads the same as another paper is not ticked: somebody looks at both
    first, and ticks it if it is wanted as well. What names another patient is
    not ticked either: somebody says first whom it is about.
    """

    both_wanted = Signal()  # show it beside what it is like
    back_wanted = Signal()  # put back from the bin what it is like

    def __init__(
        self,
        proposal: Proposal,
        looks: Looks,
        like: Like | None = None,
        parent: QWidget | None = None,
        patient: str = "",
    ) -> None:
        """Show a proposal; `patient` is the name of the patient of the case."""
        super().__init__(parent)
        self.proposal = proposal
        self.like = like
        self._looks = looks
        self._service = proposal.dates.service
        self.wanted = Check(proposal.document.name, strong=True, parent=self)
        self.wanted.setChecked(like is None and not proposal.asks)
        self.whom: WhomQuestion | None = None
        if proposal.named:
            self.whom = WhomQuestion(proposal, patient, looks, self)
            self.whom.answered.connect(self._take_answer)
        self.both = button(_("Show both"), "quiet")
        self.back = button(_("Put it back"), "quiet")
        self.like_words = label(like.sentence if like else "", "look")
        self._row = space(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), looks,
                          (12, 8, 12, 8), 16)  # fmt: skip
        self._row.addLayout(self._words(), 1)  # made in the order in which Tab goes
        self._row.addLayout(self._fields())
        for one in (self.kind, self.date.line, self.change, self.both, self.back):
            one.setAccessibleDescription(proposal.document.name)
        self.change.clicked.connect(self._open)
        self.both.clicked.connect(self.both_wanted)
        self.back.clicked.connect(self.back_wanted)
        looks.changed.connect(self._size)
        self._size()

    def confirmed(self) -> Proposal:
        """Give the proposal with all fields as they stand now; an empty name changes nothing.

        Raises NotUnderstood, and says so in the row, when the date cannot be
        read, or a question about it or about the patient was not answered.
        """
        whose = self._whose()
        self.date.read()
        if self.date.asking:
            self._tell_fault(_("Say which date it is, then add it."))
        if not self.fault.isHidden():
            self.date.line.setFocus()
            raise NotUnderstood(self.fault.text())
        return replace(
            self.proposal,
            title=self.title.text().strip() or self.proposal.title,
            source=self.source.text().strip(),
            kind=_KINDS[self.kind.currentIndex()],
            dates=replace(self.proposal.dates, service=self._service),
            whose=whose,
        )

    def say_back(self) -> None:
        """Say that what it is like is back from the bin."""
        title = self.like.record.title if self.like and self.like.record else ""
        self.like_words.setText(
            _("“{title}” is back. This paper reads the same.").format(title=title)
        )
        self.back.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Put the fields below the words where there is no room beside them."""
        narrow = self.width() < _NARROW * em(self)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        super().resizeEvent(event)

    def _whose(self) -> About | None:
        answer = self.whom.answer if self.whom else None
        if self.whom is not None and (answer is None or answer.whose is None):
            self.whom.ask_again()
            raise NotUnderstood(self.whom.fault.text())
        return answer.whose if answer else None

    @Slot(object)
    def _take_answer(self, answer: Answer) -> None:
        """Tick what is to go in; what reads the same as another paper is ticked by hand."""
        if answer is Answer.OUT or self.like is None:
            self.wanted.setChecked(answer is not Answer.OUT)

    def _words(self) -> QVBoxLayout:
        one = self.proposal
        column = space(QVBoxLayout(), self._looks, gap=2)
        column.addWidget(self.wanted, 0, Qt.AlignmentFlag.AlignLeft)
        inside = space(QVBoxLayout(), self._looks, (34, 0, 0, 0), 4)  # below the tick box's words
        inside.addWidget(label(about(one), "small", parent=self))
        if guesses := guess_words(one):
            inside.addWidget(label(guesses, "small", parent=self))
        if repeats := repeat_words(one.repeats):
            later = _("Once it is added, you can choose its pages in Records.")
            inside.addWidget(label(f"{repeats} {later}", "small", parent=self))
        if self.whom is not None:
            inside.addWidget(self.whom)
        if self.like is not None:
            inside.addWidget(self._warning(self.like_words, self.back, self.both))
            self.back.setVisible(self.like.removed is not None)
            self.both.setVisible(self.like.record is None or not self.like.record.is_note)
        inside.addWidget(self._folded())
        self.change = button(_("Change the name or who made it"), "quiet", self)
        inside.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.fault = label("", "wrong", parent=self)
        self.fault.hide()
        inside.addWidget(self.fault)
        column.addLayout(inside)
        column.addStretch(1)
        return column

    def _folded(self) -> QWidget:
        """Give the fields that are shown once somebody wants to change them."""
        self._more = QWidget(self)
        self._more.hide()
        more = space(QHBoxLayout(self._more), self._looks, gap=12)
        head = _head(_("Name"), self._more)
        self.title = QLineEdit(self.proposal.title, self._more)
        more.addLayout(_under(head, self.title, self.title))
        head = _head(_("Who made it?"), self._more)
        self.source = QLineEdit(self.proposal.source, self._more)
        self.source.setPlaceholderText(_("Doctor, hospital or lab"))
        more.addLayout(_under(head, self.source, self.source))
        return self._more

    def _fields(self) -> QHBoxLayout:
        fields = space(QHBoxLayout(), self._looks, gap=12)
        head = _head(_("Kind"), self)
        kinds = [load_content().kind(one).label if one else _("Not sure") for one in _KINDS]
        self.kind = Combo(kinds, self)
        self.kind.setCurrentIndex(_KINDS.index(self.proposal.kind))
        fields.addLayout(_under(head, self.kind, self.kind))
        head = _head(_("Date"), self)
        self.date = TypedDateEdit(self._looks, self)
        self.date.show_date(self._service)
        self.date.line.setPlaceholderText(_("Leave empty if not known"))
        self.date.line.textEdited.connect(self._take_back_fault)
        self.date.accepted.connect(self._take_date)
        self.date.wrong.connect(self._tell_fault)
        fields.addLayout(_under(head, self.date, self.date.line))
        return fields

    def _warning(self, words: QLabel, *buttons: QPushButton) -> QFrame:
        made = frame("look", self)
        row = space(QHBoxLayout(made), self._looks, (10, 6, 6, 6), 4)
        row.addWidget(words, 1)
        for one in buttons:
            row.addWidget(one)
        return made

    @Slot()
    def _open(self) -> None:
        self._more.show()
        self.change.hide()
        self.title.setFocus()

    @Slot()
    def _size(self) -> None:
        self.date.setMinimumWidth(11 * em(self))
        self.kind.setFixedWidth(12 * em(self))

    @Slot(object)
    def _take_date(self, value: PartialDate) -> None:
        self._service = value
        self._take_back_fault()

    @Slot(str)
    def _tell_fault(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.show()
        self._mark(True)

    @Slot()
    def _take_back_fault(self) -> None:
        self.fault.hide()
        self._mark(False)

    def _mark(self, wrong: bool) -> None:
        line = self.date.line
        line.setProperty("wrong", wrong)
        line.style().unpolish(line)
        line.style().polish(line)


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


def _head(words: str, parent: QWidget) -> QLabel:
    return label(words, "small", wrap=False, parent=parent)


def _under(head: QLabel, field: QWidget, typed: QWidget) -> QVBoxLayout:
    """Put a visible name above a field; as its buddy it is also the name that is read out."""
    head.setBuddy(typed)
    typed.setAccessibleName(head.text())
    column = QVBoxLayout()
    column.addWidget(head)
    column.addWidget(field)
    column.addStretch(1)
    return column
