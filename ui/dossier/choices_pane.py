"""The right side of the dossier's place: how large it is, what it tells, what to look at first."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.dossier.findings import Line
from app.dossier.plan import Paper
from app.model.recipient_profile import Answer
from app.model.version import Version
from app.phrases import _
from ui.dossier.copy_words import CopyWords
from ui.dossier.first_looks import FirstLooks
from ui.dossier.first_opinion import FirstOpinionChoice
from ui.dossier.lock_fields import LockFields
from ui.dossier.naming import Naming
from ui.dossier.rare_choices import OrderChoices, PictureChoices
from ui.dossier.review_part import ReviewPart
from ui.dossier.sending import Sending
from ui.dossier.size_gauge import SizeGauge
from ui.dossier.too_big import TooBig
from ui.records.text_field import Write
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.cards import rule
from ui.widgets.combo import Combo
from ui.widgets.disclosure import Disclosure
from ui.widgets.field import FieldRow
from ui.widgets.heading import Heading
from ui.widgets.spacing import space

_ASK_AGAIN = ("approval.not_answered", "approval.changed")
PAPERS = ("", Paper.LETTER.name, Paper.A4.name)


class ChoicesPane(QScrollArea):
    """Shows the choices of one version; what somebody chooses goes to `write` at once."""

    mend = Signal(object)  # Line
    see_all = Signal()
    review_wanted = Signal()

    def __init__(
        self, session: CaseSession, looks: Looks, write: Write, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._write = write
        body = QWidget(self.viewport())
        body.setProperty("kind", "clear")
        head = Heading(_("Size"), 2, parent=body)
        self.size_ = SizeGauge(looks, body)
        self.size_words = self.size_.words
        self.too_big = TooBig(looks, body)
        self.sending = Sending(session, looks, write, body)
        self.paper = Combo((_("As in the settings"), _("Letter"), _("A4")))
        paper = FieldRow(_("Paper size"), self.paper, looks, parent=body)
        self.lock = LockFields(looks, body)
        line = rule(parent=body)
        self.copy = CopyWords(looks, body)
        self.looks_ = FirstLooks(looks, body)
        self.all_lines = self.looks_.all_lines
        self.naming = Naming(session, looks, write, body)
        self.opinion = FirstOpinionChoice(looks, write, body)
        self.folded = (
            Disclosure(looks, _("Order and lists"), lambda: self.order, body),
            Disclosure(looks, _("Scans and covered pages"), lambda: self.pictures, body),
        )
        self.order = OrderChoices(looks, write, self.folded[0])
        self.pictures = PictureChoices(looks, write, self.folded[1])
        self.asking = Disclosure(looks, _("Let the client look first"), lambda: self.review, body)
        self.review = ReviewPart(looks, self.asking)
        for unopened in (self.order, self.pictures, self.review):
            unopened.hide()
        column = space(QVBoxLayout(body), looks, (16, 14, 16, 16), 10)
        parts: tuple[QWidget, ...] = (
            head,
            self.size_,
            self.too_big,
            self.sending,
            paper,
            self.lock,
            line,
            self.copy,
            self.looks_,
            self.naming,
            self.opinion,
            *self.folded,
            self.asking,
        )
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.paper.currentIndexChanged.connect(self._take_paper)
        self.lock.lock.toggled.connect(
            lambda on: write(_("Change if it has a password"), locked=on)
        )
        self.looks_.mend.connect(self._mend)
        self.review.wanted.connect(self.review_wanted)
        self.all_lines.clicked.connect(self.see_all)

    @property
    def cards(self) -> list[QWidget]:
        """The findings that are shown."""
        return [*self.looks_.cards]

    def show_version(self, version: Version, marked: int) -> None:
        """Show what is chosen; `marked` records are said to state the first opinion."""
        with QSignalBlocker(self.paper):
            self.paper.setCurrentIndex(
                PAPERS.index(version.paper) if version.paper in PAPERS else 0
            )
        for part in (self.size_, self.sending, self.naming, self.order, self.pictures):
            part.show_version(version)
        self.opinion.show_version(version, marked)
        self.lock.show_locked(version.locked, refused_by=self._refused_by(version))

    def show_size(self, pages: int, size: int) -> None:
        """Show how long and how large the dossier will be; `size` in bytes, 0 while not known."""
        self.size_.show_size(pages, size)
        if not self.size_.over:
            self.too_big.hide()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the gravest findings, each with its button."""
        self.looks_.show_lines(lines)

    def flush(self) -> None:
        """Save what was typed and is not saved yet."""
        self.naming.flush()
        self.sending.flush()

    @Slot(object)
    def _mend(self, line: Line) -> None:
        """Lead to what mends a finding; the copy for review is made here."""
        if line.code in _ASK_AGAIN:
            self.asking.open(True)
            self.review.make.setFocus()
            self.ensureWidgetVisible(self.review.make)
        else:
            self.mend.emit(line)

    def _refused_by(self, version: Version) -> str:
        """Name who gets the version, if they take no file with a password; else ""."""
        if version.recipient is None:
            return ""
        profile = self._session.case.recipients.get(version.recipient)
        if profile is None or profile.wishes.password is not Answer.NO:
            return ""
        return profile.recipient.name or profile.recipient.service or _("This reader")

    def _take_paper(self, row: int) -> None:
        self._write(_("Change the paper"), paper=PAPERS[row])
