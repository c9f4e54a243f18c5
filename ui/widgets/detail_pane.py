"""What stands beside a list: one widget at a time, that scrolls, with a way back to the list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.buttons import back_button


class DetailPane(QFrame):
    """Shows what `put` was given last; `back` is for where the list is not in sight."""

    def __init__(self, back: str, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.back = back_button(_("Back to: {place}").format(place=back), looks)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.area, 1)

    def put(self, shown: QWidget) -> None:
        """Show a widget in place of the one before, which goes."""
        old = self.area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        shown.setProperty("kind", "clear")
        self.area.setWidget(shown)
        self.area.viewport().setAutoFillBackground(False)
        shown.setAutoFillBackground(False)
