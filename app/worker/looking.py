"""Looks at a finished PDF with PDFium, which draws it, and with libqpdf, object by object."""

from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2

from app.worker.risks import risky_in


class NotOpened(Exception):
    """libqpdf cannot open the file; `asks` is true where it lacks a password."""

    def __init__(self, *, asks: bool) -> None:
        super().__init__("password" if asks else "no PDF")
        self.asks = asks


@dataclass(frozen=True, slots=True)
class Seen:
    """What PDFium and libqpdf found; `pages` is 0 when PDFium cannot open the file."""

    pages: int
    blank: bool
    risks: tuple[str, ...]


def look(path: Path, password: str) -> Seen:
    """Look at a PDF. Raises NotOpened."""
    try:
        risks = tuple(sorted(risky_in(path, password)))
    except (pikepdf.PasswordError, pikepdf.PdfError) as problem:
        raise NotOpened(asks=isinstance(problem, pikepdf.PasswordError)) from problem
    pages, blank = _render(path, password)
    return Seen(pages, blank, risks)


def _render(path: Path, password: str) -> tuple[int, bool]:
    """Give the pages that PDFium counts, 0 if it cannot, and whether the first is blank."""
    try:
        with pypdfium2.PdfDocument(path, password=password or None) as pdf:
            pages = len(pdf)
            for index in range(pages):
                pdf.get_page_size(index)  # finds the page's dictionary, without drawing
            pdf.init_forms()
            lightest, darkest = 0, 255
            if pages:
                image = pdf[0].render(scale=0.5, grayscale=True).to_pil()
                darkest, lightest = image.getextrema()
            return pages, lightest - darkest < 16
    except pypdfium2.PdfiumError:
        return 0, True
