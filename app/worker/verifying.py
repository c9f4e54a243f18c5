"""Reads a finished PDF with other libraries than the one that wrote it.

pypdf counts the pages and follows every link and bookmark, PDFium opens the
file and draws its first page, libqpdf looks at every object for what acts or
reaches out. Nothing is trusted because we wrote it.
"""

import gc
import logging
import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from app.phrases import _
from app.worker.orders import Verdict
from app.worker.risks import risky

_MOST_NODES = 1_000_000  # of an outline or a name tree; more is a loop or an attack


@dataclass(frozen=True, slots=True)
class _Walked:
    """What pypdf found: pages, links and bookmarks, and how many of those lead nowhere."""

    pages: int
    links: int = 0
    dead_links: int = 0
    bookmarks: int = 0
    dead_bookmarks: int = 0
    labels: bool = True


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
    walked = _walk(path, password)
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


def _sentences(name: str, walked: _Walked | None, pages: int, *, blank: bool) -> Iterator[str]:
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


def _walk(path: Path, password: str) -> _Walked | None:
    """Follow links and bookmarks with pypdf; None when it cannot read the file."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        # mapped, not read: the file may be larger than the memory of the sealed room
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
            return _walk_reader(pypdf.PdfReader(whole, password=password or None))  # type: ignore[arg-type]
    except Exception:  # pypdf lets out almost any kind over a foreign file; the verdict tells it
        return None


def _walk_reader(reader: pypdf.PdfReader) -> _Walked:
    count = len(reader.pages)
    known = {
        page.indirect_reference.idnum
        for page in reader.flattened_pages or ()
        if page.indirect_reference is not None
    }
    resolver = _Targets(reader, known, count)
    links = [
        resolver.leads(target)
        for page in reader.flattened_pages or ()
        if "/Annots" in page
        for target in _link_targets(page)
    ]
    marks = [resolver.leads(target) for target in _outline_targets(reader)]
    return _Walked(
        pages=count,
        links=len(links),
        dead_links=links.count(False),
        bookmarks=len(marks),
        dead_bookmarks=marks.count(False),
        labels=_labels_read(reader, count),
    )


def _resolved(value: PdfObject | None) -> PdfObject | None:
    found = value.get_object() if value is not None else None
    return None if isinstance(found, NullObject) else found


def _part(node: DictionaryObject, key: str) -> PdfObject | None:
    return _resolved(node.raw_get(key)) if key in node else None


def _target(node: DictionaryObject) -> tuple[bool, PdfObject | None]:
    """Say whether a link or bookmark leads inside the file, and where."""
    if "/Dest" in node:
        return True, _part(node, "/Dest")
    action = _part(node, "/A")
    if isinstance(action, DictionaryObject) and action.get("/S") == "/GoTo":
        return True, _part(action, "/D")
    return False, None


def _link_targets(page: DictionaryObject) -> Iterator[PdfObject | None]:
    annotations = _part(page, "/Annots")
    for one in annotations if isinstance(annotations, ArrayObject) else ():
        annotation = _resolved(one)
        if isinstance(annotation, DictionaryObject) and annotation.get("/Subtype") == "/Link":
            inside, target = _target(annotation)
            if inside:
                yield target


def _outline_targets(reader: pypdf.PdfReader) -> Iterator[PdfObject | None]:
    """Give the targets of all bookmarks; a mere heading has none and is left out."""
    outline = _part(reader.root_object, "/Outlines")
    waiting: list[PdfObject] = []
    if isinstance(outline, DictionaryObject) and "/First" in outline:
        waiting.append(outline.raw_get("/First"))
    seen: set[int] = set()
    while waiting:
        reference = waiting.pop()
        if isinstance(reference, IndirectObject):
            if reference.idnum in seen:
                continue
            seen.add(reference.idnum)
        node = _resolved(reference)
        if not isinstance(node, DictionaryObject) or len(waiting) > _MOST_NODES:
            yield None
            continue
        inside, target = _target(node)
        if inside:
            yield target
        waiting += [node.raw_get(key) for key in ("/Next", "/First") if key in node]


class _Targets:
    """Answers whether a destination is a page of the file."""

    def __init__(self, reader: pypdf.PdfReader, known: set[int], count: int) -> None:
        self._reader = reader
        self._known = known
        self._count = count
        self._names: dict[str, PdfObject | None] | None = None

    def leads(self, target: PdfObject | None) -> bool:
        """Whether `target`, explicit or by name, is one of the pages."""
        if isinstance(target, (TextStringObject, ByteStringObject, NameObject)):
            target = self._named(_text(target))
        if isinstance(target, DictionaryObject):
            target = _part(target, "/D")
        if not isinstance(target, ArrayObject) or not target:
            return False
        first = target[0]
        if isinstance(first, IndirectObject):
            return first.idnum in self._known
        return isinstance(first, NumberObject) and 0 <= int(first) < self._count

    def _named(self, name: str) -> PdfObject | None:
        if self._names is None:
            self._names = dict(_named_targets(self._reader.root_object))
        return self._names.get(name)


def _text(value: PdfObject | None) -> str:
    if isinstance(value, ByteStringObject):
        return bytes(value).decode("latin-1")
    return str(value).removeprefix("/") if isinstance(value, NameObject) else str(value)


def _named_targets(root: DictionaryObject) -> Iterator[tuple[str, PdfObject | None]]:
    old = _part(root, "/Dests")
    if isinstance(old, DictionaryObject):
        yield from ((key.removeprefix("/"), _part(old, key)) for key in old)
    names = _part(root, "/Names")
    waiting = [_part(names, "/Dests")] if isinstance(names, DictionaryObject) else []
    seen = 0
    while waiting and seen < _MOST_NODES:
        node = waiting.pop()
        seen += 1
        if not isinstance(node, DictionaryObject):
            continue
        kids = _part(node, "/Kids")
        if isinstance(kids, ArrayObject):
            waiting += [_resolved(kid) for kid in kids]
        pairs = _part(node, "/Names")
        if isinstance(pairs, ArrayObject):
            for index in range(0, len(pairs) - 1, 2):
                yield _text(_resolved(pairs[index])), _resolved(pairs[index + 1])


def _labels_read(reader: pypdf.PdfReader, count: int) -> bool:
    if "/PageLabels" not in reader.root_object:
        return True
    try:
        return len(reader.page_labels) == count
    except Exception:  # as above
        return False
