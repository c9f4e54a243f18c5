"""The two ways of own lists: into a file, and out of one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class ListsHome(QWidget):
    """A card with a button for each."""

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self.out = PictureButton(_("Choose what goes in"), looks, "file-output")
        self.take = PictureButton(_("Choose a file"), looks, "folder-open")
        column = space(QVBoxLayout(self), looks, gap=16)
        for head, about, button in (
            (
                _("Put your lists into a file"),
                _(
                    "The file has what you tick and nothing else. You see each entry first. "
                    "One that holds a name of this case is not ticked."
                ),
                self.out,
            ),
            (
                _("Take lists from a file"),
                _("You see each entry first. Nothing that is in this case changes."),
                self.take,
            ),
        ):
            frame, inside = card(looks)
            inside.addWidget(Heading(head, 2))
            inside.addWidget(label(about))
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(frame)
