"""Whether a record goes into the dossier, and which of its pages."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.model.record import Record
from app.phrases import _
from ui.records.page_choice import PagesNotUnderstood, read_pages, say_pages, write_pages
from ui.records.text_field import TextField, Write
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.check import Check
from ui.widgets.field import FieldRow
from ui.widgets.labels import button, label
from ui.widgets.spacing import space


class DossierChoice(QWidget):
    """Writes with `write` as soon as somebody chooses."""

    def __init__(self, session: CaseSession, looks: Looks, write: Write) -> None:
        super().__init__()
        self._write = write
        self._record: Record | None = None
        self.goes_in = Check(_("Put this record in the dossier"))
        self.why = TextField(
            _("Why is it left out?"),
            QLineEdit(),
            session,
            looks,
            self._save_why,
            hint=_("The dossier says what is not included. You can leave this empty."),
        )
        self.said = label("", "small")
        self.choose = button(_("Choose pages"), "quiet")
        self.pages = QLineEdit()
        self.pages_row = FieldRow(
            _("Pages that go in"), self.pages, looks, _("For example 1, 3-5. Empty means all.")
        )
        self._said_row = QWidget()
        row = space(QHBoxLayout(self._said_row), looks)
        row.addWidget(self.said, 1)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignTop)
        column = space(QVBoxLayout(self), looks, gap=6)
        for one in (self.goes_in, self.why, self.pages_row, self._said_row):
            column.addWidget(one)
        self.goes_in.toggled.connect(self._toggle)
        self.choose.clicked.connect(self.open_pages)
        self.pages.textEdited.connect(self._feedback)
        self.pages.editingFinished.connect(self.take_pages)

    def show_record(self, record: Record) -> None:
        """Show what the case says of a record."""
        other = self._record is None or record.id != self._record.id
        again = other or record.pages != (self._record.pages if self._record else ())
        self._record = record
        with QSignalBlocker(self.goes_in):
            self.goes_in.setChecked(record.in_dossier)
        self.why.setVisible(not record.in_dossier)
        self.why.show_words(record.left_out_because)
        if again:
            self.pages.setText(write_pages(record.pages))
            self.pages_row.clear_wrong()
        if other:
            self.pages_row.setVisible(bool(record.pages))
        several = self._count > 1 and record.in_dossier
        self._said_row.setVisible(record.document is not None and record.in_dossier)
        self.choose.setVisible(several and self.pages_row.isHidden())
        if not several:
            self.pages_row.hide()
        if self.pages_row.fault.isHidden():
            self.said.setText(say_pages(record.pages, self._count))

    def take_pages(self) -> None:
        """Write the pages that stand there; what is no page stays, with what is wrong beside it."""
        record = self._record
        if record is None or self.pages_row.isHidden() or not self.pages.isModified():
            return
        try:
            pages = read_pages(self.pages.text(), self._count)
        except PagesNotUnderstood:
            self._feedback()
            return
        self.pages.setModified(False)
        self._write(_("Choose pages of {title}"), pages=pages)

    def flush(self) -> bool:
        """Save what waits; False when it cannot be."""
        self.take_pages()
        return self.why.flush()

    @property
    def _count(self) -> int:
        document = self._record.document if self._record else None
        return len(document.pages) if document else 0

    def _toggle(self, wanted: bool) -> None:
        step = _("Put {title} in the dossier") if wanted else _("Leave {title} out of the dossier")
        self._write(step, in_dossier=wanted)

    def _save_why(self, words: str, together: str) -> None:
        self._write(_("Say why {title} is left out"), together, left_out_because=words.strip())

    def open_pages(self) -> None:
        """Show where pages are chosen, and go there."""
        self.pages_row.show()
        self.choose.hide()
        self.pages.setFocus()

    def _feedback(self) -> None:
        """Say at once what the pages that stand there mean."""
        try:
            pages = read_pages(self.pages.text(), self._count)
        except PagesNotUnderstood as fault:
            self.pages_row.say_wrong(str(fault))
            self.said.setText("")
            return
        self.pages_row.clear_wrong()
        self.said.setText(say_pages(pages, self._count))
