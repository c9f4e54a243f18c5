"""What is seen while the PDF is made, and when it is done."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from app.content.load import load_content
from app.dossier.holding import Holding, holding_of
from app.phrases import _
from ui.dossier.copy_words import CopyWords
from ui.dossier.size_gauge import size_words
from ui.session import Made
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton, back_button
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import button, label
from ui.widgets.spacing import space


class MakingView(QWidget):
    """Says how far the PDF has come, and lets somebody stop it."""

    stop_wanted = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
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


class DoneView(QScrollArea):
    """Says what was made, opens it, and asks to look through it once."""

    back_wanted = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._target = Path()
        self.heading = Heading(_("Your dossier is ready"))
        self.file = label("", "strong")
        self.holds = label("")
        self.copy = CopyWords(looks)
        self.open = PictureButton(_("Open"), looks, "file-text", "main")
        self.show_folder = PictureButton(_("Show in folder"), looks, "folder-open")
        self.back = back_button(_("Back to the dossier"), looks)
        self.password = label(
            _("It is locked. Tell the doctor the password another way, such as by phone.")
        )
        body = QWidget()
        body.setProperty("kind", "clear")
        column = space(QVBoxLayout(body), looks, (32, 24, 32, 32), 12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.heading)
        frame, inside = card(looks, (20, 16, 20, 18), 10)
        inside.addWidget(self.file)
        inside.addWidget(self.holds)
        row = space(QHBoxLayout(), looks, gap=8)
        row.addWidget(self.open)
        row.addWidget(self.show_folder)
        row.addStretch(1)
        inside.addLayout(row)
        column.addWidget(frame)
        column.addWidget(self.copy)
        column.addWidget(Heading(_("Look through it once before you send it."), 2))
        for one in (
            label(_("Is every page there, and can you read it? Is it about the right person?")),
            self.password,
            label(load_content().piece("not_checked").text, "quiet"),
            label(load_content().piece("safety.short").text, "quiet"),
            label(load_content().piece("safety.emergency").text, "quiet"),
        ):
            column.addWidget(one)
        column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.open.clicked.connect(lambda: self._show(self._target))
        self.show_folder.clicked.connect(lambda: self._show(self._target.parent))
        self.back.clicked.connect(self.back_wanted)

    def tell(self, made: Made, *, locked: bool) -> None:
        """Say what was made."""
        paths = [one.path for one in made.exported.files]
        self._target = paths[0]
        bound, plan = made.exported.bound, made.exported.plan
        self.file.setText(
            _("{name}: {pages} pages, {size}").format(
                name=", ".join(path.name for path in paths),
                pages=bound.pages,
                size=size_words(bound.bytes),
            )
        )
        words = [_holds(len(plan.records)), *_facts(plan.case.questions), *made.exported.notices]
        self.holds.setText(" ".join(words))
        self.copy.tell(holding_of(plan, bound.pages))
        self.password.setVisible(locked)
        self.open.setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.heading.text()))

    def _show(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _holds(records: int) -> str:
    words = _("It holds 1 record.") if records == 1 else _("It holds {n} records.")
    return words.format(n=records)


def _facts(questions: Iterable[object]) -> list[str]:
    count = len(list(questions))
    if not count:
        return []
    return [_("It asks 1 question.") if count == 1 else _("It asks {n} questions.").format(n=count)]
