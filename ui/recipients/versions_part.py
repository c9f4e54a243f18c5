"""The versions of the dossier that were made for one reader, and the button for another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.build import Build
from app.model.version import Version
from app.phrases import _
from ui.sent.words import day_of
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class VersionsPart(QWidget):
    """Each version is a link that leads to it; beside it stands when it was made last."""

    make_wanted = Signal()
    wanted = Signal(int)  # the id of a version

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._shown: tuple[tuple[Version, str], ...] | None = None
        self.links: dict[int, PictureButton] = {}
        self.make = PictureButton(_("Make a version for this reader"), looks, "files", "main")
        self.make.clicked.connect(lambda _on=False: self.make_wanted.emit())
        self._head = Heading(_("Versions for this reader"), 2)
        self._lines = space(QVBoxLayout(), looks, gap=2)
        column = space(QVBoxLayout(self), looks)
        column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        told = _("It begins with what stands below. You can change all of it in Dossier.")
        column.addWidget(label(told, "small"))
        column.addWidget(self._head)
        column.addLayout(self._lines)

    def show_versions(self, versions: Sequence[Version], last: dict[int, Build]) -> None:
        """Show the versions of this reader; `last` has the newest build of a version by its id."""
        shown = tuple((one, _made(last.get(one.id))) for one in versions)
        if shown == self._shown:
            return
        self._shown = shown
        self.links = {}
        while (place := self._lines.takeAt(0)) is not None:
            if (old := place.widget()) is not None:
                old.hide()
                old.deleteLater()
        for one, made in shown:
            self._lines.addWidget(self._row(one, made))
        self._head.setVisible(bool(shown))

    def _row(self, one: Version, made: str) -> QWidget:
        row = QWidget()
        words = one.name or _("A version without a name")
        link = PictureButton(words, self._looks, "file-output", "quiet")
        link.setAccessibleDescription(made)
        link.clicked.connect(lambda _on=False: self.wanted.emit(one.id))
        self.links[one.id] = link
        column = space(QVBoxLayout(row), self._looks, gap=0)
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        told = label(made, "small")
        told.setContentsMargins(round(34 * self._looks.scale), 0, 0, 0)
        column.addWidget(told)
        return row


def _made(last: Build | None) -> str:
    if last is None:
        return _("No PDF was made of it yet")
    return _("PDF made on {date}, build {n}").format(date=day_of(last), n=last.number)
