"""One finished file of what was made: its name, size, and check number."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.build import BuiltFile
from app.phrases import _
from ui.dossier.size_gauge import size_words
from ui.pages.place import Tell
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.labels import label
from ui.widgets.spacing import space

_SHORT = 12  # letters of a sha256 that are shown


class FileRow(QWidget):
    """The whole check number can be copied."""

    def __init__(self, file: BuiltFile, looks: Looks, tell: Tell) -> None:
        super().__init__()
        self._file = file
        self._tell = tell
        column = space(QVBoxLayout(self), looks, gap=2)
        words = [size_words(file.bytes)]
        if file.pages:
            pages = _("1 page") if file.pages == 1 else _("{n} pages")
            words.append(pages.format(n=file.pages))
        column.addWidget(label(file.name, "strong"))
        column.addWidget(label(" · ".join(words)))
        short = _("Check number (SHA-256) begins with {start}").format(start=file.sha256[:_SHORT])
        column.addWidget(label(short, "small"))
        self.copy = PictureButton(_("Copy the check number"), looks, "files", "quiet")
        self.copy.setAccessibleDescription(file.name)
        self.copy.clicked.connect(self._copy)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._file.sha256)
        told = _("The check number of “{name}” is copied.").format(name=self._file.name)
        self._tell(told, done=True)
