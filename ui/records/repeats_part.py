"""The hint that pages of a record read the same, with the way to choose its pages."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.intake.repeats import Repeats, repeat_words, repeated_pages, repeats_among
from app.model.record import Record
from app.phrases import _
from app.progress import Progress
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.labels import button, label
from ui.widgets.spacing import space

_AT_ONCE = 200  # pages; those of more are read off the window's thread


class RepeatsPart(QWidget):
    """Shown while a record goes in with pages that read the same; nothing is left out by itself."""

    def __init__(self, session: CaseSession, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._record: Record | None = None
        self._known: dict[str, Repeats | None] = {}  # None: still being read
        self.words = label("", "small", parent=self)
        self.choose = button(_("Choose which pages go in"), "quiet", self)
        column = space(QVBoxLayout(self), looks, gap=2)
        column.addWidget(self.words)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_record(self, record: Record) -> None:
        """Show what repeats among the pages of a record that go in; a long file takes a moment."""
        self._record = record
        document = record.document
        if document is not None and len(document.pages) > 1 and document.sha256 not in self._known:
            self._read(document.sha256, len(document.pages))
        self._show()

    def _read(self, sha256: str, pages: int) -> None:
        documents = self._session.case.documents

        def work(_progress: Progress) -> Repeats:
            return repeated_pages(documents.texts(sha256))

        def take(found: Repeats) -> None:
            self._known[sha256] = found
            self._show()

        if pages <= _AT_ONCE:
            self._known[sha256] = repeated_pages(documents.texts(sha256))
        else:
            self._known[sha256] = None
            self._session.jobs.add("", work, take)

    def _show(self) -> None:
        record = self._record
        document = record.document if record else None
        found = self._known.get(document.sha256) if document else None
        words = ""
        if record is not None and record.in_dossier and found:
            words = repeat_words(repeats_among(found, record.pages))
        self.words.setText(words)
        self.setVisible(bool(words))
