"""What lies on the clipboard, as papers for the case."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from app.errors import DiskFull
from app.phrases import _

Writer = Callable[[Path], object]


def local_files(pasted: QMimeData) -> list[Path]:
    """Give the files and folders of this computer that were copied or dragged."""
    return [Path(url.toLocalFile()) for url in pasted.urls() if url.isLocalFile()]


def pasted_paper(pasted: QMimeData) -> tuple[str, Writer] | None:
    """Give the name and the writer of a file made from a picture or from words; None for neither.

    The writer is slow and takes the path to write; it may run on any thread.
    """
    if pasted.hasImage():
        picture = QImage(pasted.imageData())
        if not picture.isNull():
            return _("Pasted picture") + ".png", lambda path: _write_picture(picture, path)
    words = pasted.text().strip() if pasted.hasText() else ""
    if words:
        return _("Pasted text") + ".txt", lambda path: path.write_text(words, encoding="utf-8")
    return None


def _write_picture(picture: QImage, path: Path) -> None:
    if not picture.save(str(path)):  # the name ends in .png
        raise DiskFull(
            _("The pasted picture could not be kept. Free some space, then paste it again.")
        )
