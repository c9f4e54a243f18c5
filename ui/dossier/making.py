"""What is seen while the PDF is made."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.dossier.holding import Holding
from app.phrases import _
from ui.dossier.copy_words import CopyWords
from ui.theme.looks import Looks
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import button, label
from ui.widgets.spacing import space


class MakingView(QWidget):
    """Says how far the PDF has come, and lets somebody stop it."""

    stop_wanted = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("How far the PDF has come"))
        self.stop = button(_("Stop"))
        self.stop.clicked.connect(self._stop)
        self._quarter = 0
        frame, column = card(looks, (24, 20, 24, 20), 12)
        column.addWidget(Heading(_("Making your dossier")))
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addWidget(label(_("You can stop. Then nothing half done is left."), "small"))
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        self.copy = CopyWords(looks)
        outer = space(QVBoxLayout(self), looks, (32, 24, 32, 24), 12)
        outer.addWidget(frame)
        outer.addWidget(self.copy)
        outer.addStretch(1)

    def begin(self, holding: Holding | None) -> None:
        """Start from nothing, and say what the copy holds where that is known."""
        self._quarter = 0
        self.copy.tell(holding)
        self.stop.setEnabled(True)
        self.bar.setRange(0, 0)
        self.words.setText(_("Putting the pages in order"))
        self._announce(_("Making your dossier"))
        self.stop.setFocus()

    def go_on(self, done: int, total: int, what: str, pages: int) -> None:
        """Show a step; steps of as many as there are `pages` are pages."""
        if not self.stop.isEnabled():
            return
        page = _("Page {page} of {pages}").format(page=max(1, done), pages=pages)
        self.words.setText(page if pages and total == pages else what)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        quarter = 4 * done // total if total else 0
        if quarter > self._quarter and total == pages:
            self._quarter = quarter
            self._announce(self.words.text())

    @Slot()
    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.words.setText(_("Stopping. Nothing half done is left."))
        self.stop_wanted.emit()

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
