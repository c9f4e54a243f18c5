"""Pages that we drew ourselves, as a PDF."""

from collections.abc import Iterable
from typing import Protocol

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFPage, PDFResourceDictionary

# plain Flate streams: ASCII85 makes them a quarter larger for nothing
rl_config.useA85 = 0


class Drawn(Protocol):
    """A page: its size in points, and its content stream in pieces."""

    width: float
    height: float
    code: list[str]


def new_document(title: str, language: str, *, reproducible: bool) -> PDFDocument:
    """Give an empty PDF; a `reproducible` one has no time and no chance in it."""
    document = PDFDocument(compression=1, invariant=int(reproducible), lang=language)
    document.info.title = title
    document.info.author = document.info.subject = document.info.creator = ""
    return document


def own_pdf(document: PDFDocument, sheets: Iterable[Drawn]) -> bytes:
    """Give `document` with `sheets` as its pages.

    Every page's /Resources carry every font that was used with `document`,
    also by the frames of the record pages.
    """
    for sheet in sheets:
        page = PDFPage()
        page.pagewidth, page.pageheight = sheet.width, sheet.height
        page.setCompression(1)
        page.setStream(sheet.code)
        page.Resources = PDFResourceDictionary()
        page.Resources.basicFonts()
        document.addPage(page)
    return bytes(document.GetPDFData(None))
