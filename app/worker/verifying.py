"""Reads a finished PDF with other libraries than the one that wrote it.

pypdf counts the pages and follows every link and bookmark, PDFium opens the
file and draws its first page, libqpdf looks at every object for what acts or
reaches out. Nothing is trusted because we wrote it.
"""

import gc
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2

from app.phrases import _
from app.worker.following import Walked, walk
from app.worker.orders import Verdict
from app.worker.risks import risky


def verify(path: Path, password: str = "") -> Verdict:
    """Say whether a PDF is whole and quiet.

    `ok` is true only when both readers count the same pages, the first page
    is not blank, every link and bookmark inside the file leads to one of its
    pages, the page labels can be read, and nothing acts or reaches out.
    Otherwise `sentences` says what is wrong. A file that is no PDF, or that
    asks for another password, gets a verdict as well; nothing is raised for
    what a file contains.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        return _verify(path, password)
    finally:
        if running:
            gc.enable()


def _verify(path: Path, password: str) -> Verdict:
    try:
        with pikepdf.open(path, password=password, suppress_warnings=True) as pdf:
            risks = tuple(sorted(risky(pdf)))
    except pikepdf.PasswordError:
        return _unread(_("“{file}” asks for a password.").format(file=path.name))
    except pikepdf.PdfError:
        return _unread(_("“{file}” is not a PDF that can be read.").format(file=path.name))
    walked = walk(path, password)
    pages, blank = _render(path, password)
    sentences = list(_sentences(path.name, walked, pages, blank=blank))
    if risks:
        found = ", ".join(f"“{risk}”" for risk in risks)
        text = _("“{file}” still has parts that act, reach out or hide: {found}.")
        sentences.append(text.format(file=path.name, found=found))
    return Verdict(
        ok=not sentences,
        pages=pages,
        links=walked.links if walked else 0,
        bookmarks=walked.bookmarks if walked else 0,
        risky=risks,
        sentences=tuple(sentences),
    )


def _unread(sentence: str) -> Verdict:
    return Verdict(ok=False, pages=0, links=0, bookmarks=0, risky=(), sentences=(sentence,))


def _sentences(name: str, walked: Walked | None, pages: int, *, blank: bool) -> Iterator[str]:
    if walked is None or not pages:
        yield _("A second reader cannot open “{file}”.").format(file=name)
        return
    if walked.pages != pages:
        text = _("Two readers do not find the same pages in “{file}”: {one} and {other}.")
        yield text.format(file=name, one=walked.pages, other=pages)
    if blank:
        yield _("The first page of “{file}” is blank.").format(file=name)
    if walked.dead_links:
        text = _("{count} links in “{file}” lead to no page.")
        yield text.format(file=name, count=walked.dead_links)
    if walked.dead_bookmarks:
        text = _("{count} bookmarks in “{file}” lead to no page.")
        yield text.format(file=name, count=walked.dead_bookmarks)
    if not walked.labels:
        yield _("The page numbers of “{file}” cannot be read.").format(file=name)


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
