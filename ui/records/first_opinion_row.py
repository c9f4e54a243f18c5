"""Which pages of a record state what the first doctor said."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.model.record import Record
from app.phrases import _
from ui.records.mark_steps import MarkSteps
from ui.records.page_choice import PagesNotUnderstood, read_pages, write_pages
from ui.theme.looks import Looks
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow
from ui.widgets.spacing import space

_NONE, _ALL, _SOME = range(3)


class FirstOpinionRow(QWidget):
    """None of it, all of it, or pages that are typed; each choice is written at once."""

    def __init__(self, looks: Looks, steps: MarkSteps) -> None:
        super().__init__()
        self._steps = steps
        self._record: Record | None = None
        self.how = Combo([_("None of it"), _("All of it"), _("Some pages")])
        self.pages = QLineEdit()
        self.pages_row = FieldRow(
            _("Which pages state it?"), self.pages, looks, _("For example 1, 3-5.")
        )
        hint = _("A dossier that leaves the first opinion out leaves these pages out.")
        column = space(QVBoxLayout(self), looks, gap=6)
        column.addWidget(FieldRow(_("Pages that state the first opinion"), self.how, looks, hint))
        column.addWidget(self.pages_row)
        self.how.activated.connect(self._choose)
        self.pages.textEdited.connect(self._feedback)
        self.pages.editingFinished.connect(self.take_pages)

    def show_record(self, record: Record) -> None:
        """Show what the case says of a record."""
        other = self._record is None or self._record.id != record.id
        self._record = record
        stated = self._steps.first_opinion(record)
        how = _NONE if stated is None else _SOME if stated else _ALL
        if self._count < 2 and self.how.count() > 2:
            self.how.removeItem(_SOME)
        elif self._count > 1 and self.how.count() == 2:
            self.how.addItem(_("Some pages"))
        if other or how is not _NONE or self.pages_row.isHidden():
            with QSignalBlocker(self.how):
                self.how.setCurrentIndex(how)
        self.pages_row.setVisible(self.how.currentIndex() == _SOME)
        if other or not self.pages.isModified():
            self.pages.setText(write_pages(stated or ()))
            self.pages_row.clear_wrong()

    def take_pages(self) -> None:
        """Write the pages that stand there; what is no page stays, with what is wrong beside it."""
        if self._record is None or self.pages_row.isHidden() or not self.pages.isModified():
            return
        if not self.pages.text().strip():
            return
        try:
            pages = read_pages(self.pages.text(), self._count)
        except PagesNotUnderstood:
            self._feedback()
            return
        self.pages.setModified(False)
        self._steps.say_first_opinion(self._record, pages)

    @property
    def _count(self) -> int:
        document = self._record.document if self._record else None
        return len(document.pages) if document else 0

    def _choose(self, row: int) -> None:
        if self._record is None:
            return
        self.pages_row.setVisible(row == _SOME)
        if row == _SOME:
            self.pages.setFocus()
        else:
            self.pages.setModified(False)
            self._steps.say_first_opinion(self._record, () if row == _ALL else None)

    def _feedback(self) -> None:
        try:
            read_pages(self.pages.text(), self._count)
        except PagesNotUnderstood as fault:
            self.pages_row.say_wrong(str(fault))
            return
        self.pages_row.clear_wrong()
