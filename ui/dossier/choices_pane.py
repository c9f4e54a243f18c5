"""How large the dossier is, on which paper, with which lock, and what to look at first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from app.dossier.findings import Level, Line
from app.dossier.plan import Paper
from app.phrases import _
from ui.check.finding_card import FindingCard
from ui.dossier.lock_fields import LockFields
from ui.theme.looks import Looks
from ui.widgets.cards import rule
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow
from ui.widgets.heading import Heading
from ui.widgets.labels import button, label
from ui.widgets.spacing import space

FIRST = 3  # findings shown here
MAIL = 14_600_000  # bytes of files that fit into an e-mail of 20 MB, which grows them by 37 %


class ChoicesPane(QScrollArea):
    """The right side of the dossier's place."""

    paper_chosen = Signal(object)  # Paper
    mend = Signal(object)  # Line
    see_all = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.size_words = label(_("Counting pages…"), "strong")
        self.gauge = QProgressBar()
        self.gauge.setTextVisible(False)
        self.gauge.setRange(0, MAIL)
        self.gauge.setAccessibleName(_("How much of an e-mail it fills"))
        self.fits = label("", "small")
        self.paper = Combo((_("A4"), _("Letter")))
        self.lock = LockFields(looks)
        self.cards: list[FindingCard] = []
        self.all_lines = button("", "quiet")
        self._lines: tuple[Line, ...] | None = None
        self._first = Heading(_("Look at these first"), 2)
        self._findings = space(QVBoxLayout(), looks, gap=8)
        body = QWidget()
        body.setProperty("kind", "clear")
        column = space(QVBoxLayout(body), looks, (16, 14, 16, 16), 10)
        column.addWidget(Heading(_("Size"), 2))
        for one in (self.size_words, self.gauge, self.fits):
            column.addWidget(one)
        column.addWidget(FieldRow(_("Paper size"), self.paper, looks))
        column.addWidget(self.lock)
        column.addWidget(rule())
        column.addWidget(self._first)
        column.addLayout(self._findings)
        column.addWidget(self.all_lines, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.paper.currentIndexChanged.connect(self._take_paper)
        self.all_lines.clicked.connect(self.see_all)
        self.show_lines(())

    def show_paper(self, paper: Paper) -> None:
        """Show which paper is chosen."""
        self.paper.setCurrentIndex(list(Paper).index(paper))

    def show_size(self, pages: int, size: int) -> None:
        """Show how long and how large the dossier will be; `size` in bytes."""
        if not pages:
            self.size_words.setText(_("Nothing goes in yet."))
            self.fits.setText("")
            self.gauge.setValue(0)
            return
        form = _("1 page, about {size}") if pages == 1 else _("{n} pages, about {size}")
        self.size_words.setText(form.format(n=pages, size=size_words(size)))
        self.gauge.setValue(min(size, MAIL))
        if size <= MAIL:
            self.fits.setText(_("Fits into an e-mail of 20 MB (14.6 MB of files)."))
        else:
            over = size_words(size - MAIL)
            words = _("Too large for an e-mail of 20 MB, by {size}. Leave out pages.")
            self.fits.setText(words.format(size=over))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the gravest findings, each with its button."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        wanting = [line for line in lines if line.level is not Level.OK]
        for old in self.cards:
            self._findings.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = [FindingCard(line, self._looks) for line in wanting[:FIRST]]
        for card in self.cards:
            card.wanted.connect(self.mend)
            self._findings.addWidget(card)
        self._first.setVisible(bool(wanting))
        self.all_lines.setVisible(len(wanting) > FIRST)
        self.all_lines.setText(_("See all {n}").format(n=len(wanting)))
        self.all_lines.setAccessibleName(_("See all {n} things to look at").format(n=len(wanting)))

    @Slot(int)
    def _take_paper(self, row: int) -> None:
        self.paper_chosen.emit(list(Paper)[row])


def size_words(size: int) -> str:
    """Say a number of bytes the way file lists do: “620 KB”, “4.1 MB”."""
    if size < 1_000_000:
        return _("{n} KB").format(n=max(1, round(size / 1000)))
    return _("{n} MB").format(n=f"{size / 1_000_000:.1f}")
