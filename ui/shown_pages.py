"""Pages as a page view sees them: how many, how large, and their pictures on request."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.case.documents import Documents
from app.model.record import Record
from app.worker.orders import PageWords
from ui.page_pictures import PagePictures, Shot
from ui.page_room import PdfSource

MOST_PIXELS = 12_000_000  # a picture; more zoom only stretches it

Size = tuple[float, float]
"""Width and height of an upright page in points."""


class Pages(QObject):
    """What a page view can show; pages count from 1.

    A request for a picture is answered by `drawn` (page, picture) or `failed`
    (page, sentence), one for words by `worded` (page, PageWords) or
    `wordless` (page, sentence), perhaps before the call returns. A newer
    request takes the place of one of its sort that is still under way.
    """

    drawn = Signal(int, QImage)
    worded = Signal(int, object)
    failed = Signal(int, str)
    wordless = Signal(int, str)

    def __init__(self, title: str, sizes: Sequence[Size], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        """What the pages belong to, in the person's words."""
        self._sizes = tuple(sizes)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def size(self, page: int) -> Size:
        """Give the width and height of an upright page in points."""
        return self._sizes[page - 1]

    def ask(self, page: int, scale: float) -> None:
        """Ask for the picture of a page with `scale` device pixels to a point."""
        raise NotImplementedError

    def ask_words(self, page: int) -> None:
        """Ask for the words of a page."""
        raise NotImplementedError

    def forget(self) -> None:
        """Drop what is under way: nobody looks any more."""
        raise NotImplementedError


class PdfPages(Pages):
    """The pages of one PDF, drawn in the sealed room."""

    def __init__(
        self,
        pictures: PagePictures,
        source: PdfSource,
        title: str,
        sizes: Sequence[Size],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(title, sizes, parent)
        self._pictures = pictures
        self._source = source
        self._shot: Shot | None = None
        self._asker = object()  # jobs keep it, on their thread; they must not keep a QObject
        pictures.drawn.connect(self._draw)
        pictures.worded.connect(self._word)
        pictures.failed.connect(self._fail)

    def ask(self, page: int, scale: float) -> None:
        """Ask for the picture of a page; one of more than 12 million pixels is made smaller."""
        across, up = self.size(page)
        width = min(across * scale, math.sqrt(MOST_PIXELS * across / up))
        self._shot = Shot(self._source.key, page, max(1, round(width)))
        self._pictures.ask(self._asker, self._source, page, self._shot.width)

    def ask_words(self, page: int) -> None:
        """Ask for the words of a page."""
        self._pictures.ask_words(self._asker, self._source, page)

    def forget(self) -> None:
        """Drop what is under way."""
        self._shot = None
        self._pictures.forget(self._asker)

    @Slot(object, QImage)
    def _draw(self, shot: Shot, image: QImage) -> None:
        if shot == self._shot:
            self.drawn.emit(shot.page, image)

    @Slot(object, object)
    def _word(self, shot: Shot, words: PageWords) -> None:
        if shot.key == self._source.key:
            self.worded.emit(shot.page, words)

    @Slot(object, str)
    def _fail(self, shot: Shot, sentence: str) -> None:
        if shot == self._shot:
            self.failed.emit(shot.page, sentence)
        elif shot.key == self._source.key and not shot.width:
            self.wordless.emit(shot.page, sentence)


def record_pages(
    record: Record, documents: Documents, pictures: PagePictures, parent: QObject | None = None
) -> PdfPages:
    """Give the pages of a record as they go into a dossier; the record must have a document."""
    document = record.document
    if document is None:
        raise ValueError("a note has no pages")
    source = PdfSource(document.rendition, lambda: documents.pieces(document.rendition))
    sizes = [(page.width, page.height) for page in document.pages]
    return PdfPages(pictures, source, record.title, sizes, parent)
