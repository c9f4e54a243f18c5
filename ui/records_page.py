"""The list of records, or what to do first when there is none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from app.phrases import _
from ui.records_model import RecordsModel
from ui.session import CaseSession
from ui.widgets.labels import button, label
from ui.widgets.record_row import RecordRow


class RecordsPage(QWidget):
    """All records of the case, with the buttons that begin work on them."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RecordsModel(session, self)
        self.list = QListView()
        self.list.setAccessibleName(_("Records"))
        self.list.setItemDelegate(RecordRow(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setModel(self.model)
        self.count = label("", "small", wrap=False)
        self.add_button = button(_("Add records…"), "main")
        self.note_button = button(_("Add a note…"))
        self.export_button = button(_("Make the PDF…"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(_nothing_yet())
        self._place()
        self.model.modelReset.connect(self._show)
        self._show()

    def _place(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label(_("Records"), "title", wrap=False))
        top.addStretch(1)
        top.addWidget(self.count)
        buttons = QHBoxLayout()
        for one in (self.add_button, self.note_button, self.export_button):
            buttons.addWidget(one)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addLayout(buttons)
        column.addWidget(self._stack, 1)

    def _show(self) -> None:
        count = self.model.rowCount()
        self._stack.setCurrentIndex(0 if count else 1)
        self.count.setText(_("1 record") if count == 1 else _("{n} records").format(n=count))
        self.count.setVisible(count > 0)


def _nothing_yet() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addStretch(1)
    for one in (
        label(_("Add your first record"), "title"),
        label(
            _(
                "Letters, test results, scans, photos of paper. Add what you have. "
                "You can sort it out later."
            )
        ),
        label(
            _("You can also drag files onto this window. Your own files are never changed."),
            "small",
        ),
    ):
        one.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(one)
    column.addStretch(2)
    return page
