"""Reads PDFs: pages, sizes, text, a picture, and the form that may stand in a dossier."""

import ctypes
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from app.model.record import PageFacts, Remark
from app.worker.cleaning import clean
from app.worker.orders import Examination, Refusal
from app.worker.pictures import PageUnreadable, draw
from app.worker.protocol import LONGEST_SIDE, MOST_PAGES, MOST_TEXT
from app.worker.readers.inside import look_inside
from app.worker.readers.outcome import PICTURE_SIDE, CannotRead, Made
from app.worker.readers.picture_pages import PagePicture, PicturePages
from app.worker.readers.unseen import pages_with_unseen
from app.worker.sanitising import sanitise

Step = Callable[[int, int], None]

_LETTER = (612.0, 792.0)  # what readers take a page without a size to be


@dataclass(frozen=True, slots=True)
class _Stand:
    """The PDF that will stand in the dossier."""

    path: Path
    pages: int
    remarks: frozenset[Remark]
    pictures: frozenset[int] = frozenset()


def read(
    source: Path, made: Made, password: str, step: Step, *, as_pictures: bool = False
) -> Examination:
    """Examine a PDF. With `as_pictures` its rendition is made of pictures at once.

    `step` is told before the file is cleaned, for each page that becomes a
    picture, and while words are looked for that nobody sees. Raises CannotRead.
    """
    remarks: set[Remark] = set()
    readable = source
    document = _open(source, password)
    if document is None:
        readable = _repair(source, made.repaired, password)
        remarks.add(Remark.RECOVERED)
        password = ""
        document = _open(readable, password)
    if document is None:
        raise CannotRead(Refusal.DAMAGED, "unreadable")
    with document:
        document.init_forms()
        count = _count(document)
        texts = _texts(document)
        remarks |= _remarks(document)
        _save_picture(document, made.picture)
    step(0, count)
    stand = _clean_copy(readable, made, password, count, step, as_pictures=as_pictures)
    opens = password if stand.path == readable else ""  # a rendition has no password
    sizes, kept_texts = _measure(stand, opens, texts)
    with_text = [
        bool(words) and index not in stand.pictures for index, words in enumerate(kept_texts)
    ]
    unseen = _unseen(stand, opens, with_text, lambda page: step(page, count))
    facts = tuple(
        PageFacts(width, height, has_text, index in unseen, index in stand.pictures)
        for index, ((width, height), has_text) in enumerate(zip(sizes, with_text, strict=True))
    )
    return Examination(
        "application/pdf",
        facts,
        kept_texts,
        frozenset(remarks | stand.remarks),
        "" if stand.path == source else stand.path.name,
        made.picture.name,
        look_inside(readable, password, sizes),
    )


def _open(source: Path, password: str) -> pypdfium2.PdfDocument | None:
    """Open with PDFium; None when it cannot. Raises CannotRead for a wrong password."""
    try:
        return pypdfium2.PdfDocument(source, password=password or None)
    except pypdfium2.PdfiumError as problem:
        if problem.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise CannotRead(Refusal.LOCKED, "wrong" if password else "asks") from problem
        return None


def _asks(source: Path) -> bool:
    """Whether the file asks for a password."""
    try:
        document = _open(source, "")
    except CannotRead:
        return True
    if document is not None:
        document.close()
    return False


def _repair(source: Path, target: Path, password: str) -> Path:
    """Write a damaged PDF anew, as far as libqpdf finds its pages."""
    try:
        with pikepdf.open(source, password=password, suppress_warnings=True) as pdf:
            if not len(pdf.pages):
                raise CannotRead(Refusal.NO_PAGES)
            pdf.save(target, encryption=False)
    except pikepdf.PasswordError as problem:
        raise CannotRead(Refusal.LOCKED, "wrong" if password else "asks") from problem
    except pikepdf.PdfError as problem:
        raise CannotRead(Refusal.DAMAGED, "unreadable") from problem
    return target


def _count(document: pypdfium2.PdfDocument) -> int:
    count = len(document)
    if count < 1:
        raise CannotRead(Refusal.NO_PAGES)
    if count > MOST_PAGES:
        raise CannotRead(Refusal.TOO_LARGE, "pages")
    return count


def _texts(document: pypdfium2.PdfDocument) -> tuple[str, ...]:
    """Give the text of every page; "" for one without a letter or a digit."""
    texts = []
    for index in range(len(document)):
        page = pdfium.FPDF_LoadPage(document, index)
        words = clean(_text_of(page)) if page else ""
        if page:
            pdfium.FPDF_ClosePage(page)
        if len(words) > MOST_TEXT:
            raise CannotRead(Refusal.TOO_LARGE, "text")
        texts.append(words if any(letter.isalnum() for letter in words) else "")
    return tuple(texts)


def _text_of(page: object) -> str:
    """Give a page's text by the two bare calls: several times as fast as by the wrapper."""
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return ""
    try:
        count = max(0, pdfium.FPDFText_CountChars(text_page))
        kept = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(text_page, 0, count, kept)
        return bytes(kept)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _remarks(document: pypdfium2.PdfDocument) -> set[Remark]:
    """Give what PDFium knows; cleaning finds the rest, but may fail."""
    remarks = set()
    if pdfium.FPDF_GetSignatureCount(document) > 0:
        remarks.add(Remark.SIGNED)
    if document.get_formtype() == pdfium.FORMTYPE_XFA_FULL:
        remarks.add(Remark.XFA_ONLY)
    return remarks


def _save_picture(document: pypdfium2.PdfDocument, target: Path) -> None:
    try:
        page = document[0]
    except pypdfium2.PdfiumError as problem:
        raise CannotRead(Refusal.DAMAGED, "page 1") from problem
    longer = max(*page.get_size(), 1.0)
    image = page.render(scale=PICTURE_SIDE / longer).to_pil().convert("RGB")
    image.thumbnail((PICTURE_SIDE, PICTURE_SIDE))  # sizes are rounded up
    image.save(target, "JPEG", quality=75)


def _clean_copy(
    source: Path, made: Made, password: str, count: int, step: Step, *, as_pictures: bool
) -> _Stand:
    """Clean the file; where that fails, or loses a page, keep its pages as pictures."""
    if not as_pictures:
        try:
            cleaned = sanitise(source, made.rendition, password=password)
        except Exception:  # whatever broke, PDFium can read the file
            made.rendition.unlink(missing_ok=True)
        else:
            if cleaned.pages >= count:
                path = made.rendition if cleaned.needed else source
                return _Stand(path, cleaned.pages, cleaned.remarks, cleaned.pictures)
    _draw_pages(source, made.rendition, password, count, step)
    remarks = {Remark.AS_PICTURE} | ({Remark.WAS_LOCKED} if _asks(source) else set())
    return _Stand(made.rendition, count, frozenset(remarks), frozenset(range(count)))


def _draw_pages(source: Path, target: Path, password: str, count: int, step: Step) -> None:
    with target.open("wb") as opened:
        pages = PicturePages(opened)
        try:
            for done, drawn in enumerate(draw(source, range(count), password)):
                pages.add(
                    PagePicture(drawn.jpeg, "DCTDecode", drawn.pixels, drawn.grey, 8, drawn.size)
                )
                step(done + 1, count)
        except PageUnreadable as problem:
            raise CannotRead(Refusal.DAMAGED, f"page {problem.page}") from problem
        pages.finish()


def _measure(
    stand: _Stand, password: str, texts: tuple[str, ...]
) -> tuple[list[tuple[float, float]], tuple[str, ...]]:
    """Give the upright sizes of the pages that will be shown, and their texts."""
    document = _open(stand.path, password)
    if document is None:
        raise CannotRead(Refusal.DAMAGED, "rendition")
    with document:
        if len(document) != stand.pages:
            raise CannotRead(Refusal.DAMAGED, "count")
        units = _units(stand.path, stand.pages, password)
        sizes = [_size(document, index, units[index]) for index in range(stand.pages)]
        if len(texts) != stand.pages:
            texts = _texts(document)
    return sizes, texts


def _unseen(
    stand: _Stand, password: str, with_text: list[bool], step: Callable[[int], None]
) -> frozenset[int]:
    """Give the pages with words that cannot be seen, as they will stand in the dossier."""
    if not any(with_text):
        return frozenset()
    return pages_with_unseen(stand.path, password, with_text, step)


def _size(document: pypdfium2.PdfDocument, index: int, unit: float) -> tuple[float, float]:
    size = pdfium.FS_SIZEF()
    pdfium.FPDF_GetPageSizeByIndexF(document, index, ctypes.byref(size))
    width, height = size.width * unit, size.height * unit
    if not (0 < width < math.inf and 0 < height < math.inf):
        return _LETTER
    # a mistaken box of kilometres keeps its shape: it is scaled to the paper anyway
    shrink = min(1.0, LONGEST_SIDE / max(width, height))
    return max(width * shrink, 0.01), max(height * shrink, 0.01)


def _units(path: Path, count: int, password: str) -> list[float]:
    """Give each page's UserUnit, which PDFium does not apply (ISO 32000-1, table 30)."""
    try:
        with pikepdf.open(path, password=password, suppress_warnings=True) as pdf:
            found = [float(page.obj.get("/UserUnit", 1)) for page in pdf.pages]
    except (pikepdf.PdfError, TypeError, ValueError):
        return [1.0] * count
    return found if len(found) == count else [1.0] * count
