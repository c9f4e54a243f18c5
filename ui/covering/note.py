"""The line above a page that says that a part of it is covered."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.covering.mode import TABLES
from ui.covering.words import part_covered
from ui.dossier.version_steps import version_name
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.labels import label
from ui.widgets.page_view import PageView
from ui.widgets.spacing import space


class CoverNote(QWidget):
    """Hidden while nothing of the page is covered in the dossier that is worked on."""

    def __init__(self, session: CaseSession, looks: Looks, page: PageView, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._page = page
        self._record: int | None = None
        self._hint = ""
        self.words = label("", "small")
        row = space(QHBoxLayout(self), looks, (12, 4, 12, 2))
        row.addWidget(self.words)
        self.hide()
        page.page_changed.connect(self._show)
        session.version_changed.connect(self._show)
        session.changed.connect(self._case_changed)

    def show_record(self, record: int | None) -> None:
        """Speak of the pages of this record; None for none."""
        self._record = record
        self._show()

    def show_hint(self, hint: str) -> None:
        """Say what can be done, before what is covered; "" for nothing."""
        self._hint = hint
        self._show()

    @Slot(object)
    def _case_changed(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self._show()

    @Slot()
    def _show(self) -> None:
        versions = self._session.case.versions
        number = self._session.version
        # without a page, the case may be closed already
        version = versions.get(number) if self._page.page else None
        here = (self._record, self._page.page)
        count = sum((box.record, box.page) == here for box in version.cover_ups) if version else 0
        said = part_covered(count, version_name(version)) if version else ""
        self.words.setText(" ".join(filter(None, (self._hint, said))))
        self.setVisible(bool(self.words.text()))
