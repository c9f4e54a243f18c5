"""The button that makes a copy for the client to look at before the dossier is sent."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.labels import label
from ui.widgets.spacing import space


class ReviewPart(QWidget):
    """Says what such a copy is, and makes one."""

    wanted = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.make = PictureButton(_("Make a copy for review"), looks, "file-check-2")
        column = space(QVBoxLayout(self), looks, gap=8)
        about = _(
            "If you prepare this for somebody else: the same pages, and each says that it is "
            "for review and not to be sent. Then note what they said."
        )
        column.addWidget(label(about, "small"))
        column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        self.make.clicked.connect(lambda _on=False: self.wanted.emit())
