"""Reads a finished PDF with other libraries than the one that wrote it.

pypdf counts the pages and follows every link and bookmark, PDFium opens the
file and draws its first page, libqpdf looks at every object for what acts or
reaches out. Nothing is trusted because we wrote it.
"""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2

from app.phrases import _, many
from app.worker.following import Walked, walk
from app.worker.orders import Reader, Verdict
from app.worker.risks import risky_in


@dataclass(frozen=True, slots=True)
class _Seen:
    """What PDFium and libqpdf found; `pages` is 0 when PDFium cannot open the file."""

    pages: int
    blank: bool
    risks: tuple[str, ...]


def verify(path: Path, password: str = "", reader: Reader = Reader.BOTH) -> Verdict:
    """Say whether a PDF is whole and quiet.

    `ok` is true only when both readers count the same pages, the first page
    is not blank, every link and bookmark inside the file leads to one of its
    pages, the page labels can be read, and nothing acts or reaches out.
    Otherwise `sentences` says what is wrong. A file that is no PDF, or that
    asks for another password, gets a verdict as well; nothing is raised for
    what a file contains. One `reader` alone says what it can; whoever asks
    both compares the pages that they count.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        return _verify(path, password, reader)
    finally:
        if running:
            gc.enable()


def _verify(path: Path, password: str, reader: Reader) -> Verdict:
    seen = None
    if reader is not Reader.LINKS:
        try:
            seen = _look(path, password)
        except pikepdf.PasswordError:
            return _unread(_("“{file}” asks for a password.").format(file=path.name))
        except pikepdf.PdfError:
            return _unread(_("“{file}” is not a PDF that can be read.").format(file=path.name))
    walked = None if reader is Reader.PAGES else walk(path, password)
    unopened = (reader is not Reader.PAGES and walked is None) or (seen and not seen.pages)
    if unopened:
        sentences = [_("A second reader cannot open “{file}”.").format(file=path.name)]
    else:
        sentences = list(_sentences(path.name, walked, seen))
    if seen and seen.risks:
        found = ", ".join(f"“{risk}”" for risk in seen.risks)
        text = _("“{file}” still has parts that act, reach out or hide: {found}.")
        sentences.append(text.format(file=path.name, found=found))
    counted = seen or walked
    return Verdict(
        ok=not sentences,
        pages=counted.pages if counted else 0,
        links=walked.links if walked else 0,
        bookmarks=walked.bookmarks if walked else 0,
        risky=seen.risks if seen else (),
        sentences=tuple(sentences),
    )


def _look(path: Path, password: str) -> _Seen:
    """Look at a PDF with libqpdf and PDFium. Raises pikepdf.PdfError."""
    risks = tuple(sorted(risky_in(path, password)))
    pages, blank = _render(path, password)
    return _Seen(pages, blank, risks)


def _unread(sentence: str) -> Verdict:
    return Verdict(ok=False, pages=0, links=0, bookmarks=0, risky=(), sentences=(sentence,))


def _sentences(name: str, walked: Walked | None, seen: _Seen | None) -> Iterator[str]:
    if walked and seen and walked.pages != seen.pages:
        text = _("Two readers do not find the same pages in “{file}”: {one} and {other}.")
        yield text.format(file=name, one=walked.pages, other=seen.pages)
    if seen and seen.blank:
        yield _("The first page of “{file}” is blank.").format(file=name)
    if not walked:
        return
    if walked.dead_links:
        text = many(
            "1 link in “{file}” leads to no page.",
            "{count} links in “{file}” lead to no page.",
            walked.dead_links,
        )
        yield text.format(file=name, count=walked.dead_links)
    if walked.dead_bookmarks:
        text = many(
            "1 bookmark in “{file}” leads to no page.",
            "{count} bookmarks in “{file}” lead to no page.",
            walked.dead_bookmarks,
        )
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
