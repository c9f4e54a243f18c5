"""Reads a finished PDF with other libraries than the one that wrote it.

pypdf counts the pages and follows every link and bookmark, PDFium opens the
file and draws its first page, libqpdf looks at every object for what acts or
reaches out. Nothing is trusted because we wrote it. Each library is loaded
by who needs it: a room for one reader starts in half the time.
"""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.phrases import _, many
from app.worker.orders import Reader, Verdict

if TYPE_CHECKING:
    from app.worker.following import Walked
    from app.worker.looking import Seen


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
    seen = walked = None
    if reader is not Reader.LINKS:
        from app.worker.looking import NotOpened, look

        try:
            seen = look(path, password)
        except NotOpened as problem:
            text = _("“{file}” is not a PDF that can be read.")
            text = _("“{file}” asks for a password.") if problem.asks else text
            return _unread(text.format(file=path.name))
    if reader is not Reader.PAGES:
        from app.worker.following import walk

        walked = walk(path, password)
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


def _unread(sentence: str) -> Verdict:
    return Verdict(ok=False, pages=0, links=0, bookmarks=0, risky=(), sentences=(sentence,))


def _sentences(name: str, walked: "Walked | None", seen: "Seen | None") -> Iterator[str]:
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
