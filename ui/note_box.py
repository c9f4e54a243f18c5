"""A note in the person's own words, as a record of the case."""

from datetime import date

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.case.casefile import CaseFile
from app.errors import CasepackError
from app.model.record import Kind, RecordDates
from app.model.typed_date import parse_date
from app.phrases import _
from ui.widgets.labels import button, em, label


class NoteBox(QDialog):
    """Keeps what was typed when it is closed, and shows it again; only saving empties it."""

    def __init__(self, case: CaseFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self.setWindowTitle(_("Add a note"))
        self.title = QLineEdit()
        self.body = QPlainTextEdit()
        self.body.setTabChangesFocus(True)
        self.body.setMinimumSize(26 * em(self), 8 * em(self))
        self.date = QLineEdit()
        self.date.setPlaceholderText(_("For example Sep 2026. Leave empty if not known"))
        self.fault = label("", "wrong")
        self.fault.hide()
        self.save_button = button(_("Save the note"), "main")
        self.close_button = button(_("Not now"))
        column = QVBoxLayout(self)
        for words, field in (
            (_("Name of the note"), self.title),
            (_("Your words"), self.body),
            (_("Date it is about"), self.date),
        ):
            head = label(words, "strong")
            head.setBuddy(field)
            field.setAccessibleName(words)
            column.addWidget(head)
            column.addWidget(field)
        column.addWidget(self.fault)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.save_button)
        column.addLayout(row)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)
        self.body.textChanged.connect(self._update)
        self._update()

    def _update(self) -> None:
        self.save_button.setEnabled(bool(self.body.toPlainText().strip()))

    def _save(self) -> None:
        body = self.body.toPlainText().strip()
        try:
            about = parse_date(self.date.text(), today=date.today())
            with self._case.change(_("Add a note")):
                self._case.records.add(
                    self.title.text().strip() or _("Note"),
                    kind=Kind.PATIENT_NOTES,
                    dates=RecordDates(service=about),
                    body=body,
                )
        except CasepackError as failure:
            self.fault.setText(str(failure))
            self.fault.show()
            return
        for field in (self.title, self.body, self.date):
            field.clear()
        self.fault.hide()
        self.accept()
