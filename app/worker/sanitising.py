"""Makes of a foreign PDF one that may stand in a dossier: same pages, nothing else.

Decided once, when a file is added. Most files may be bound as they are,
because the binder takes of a page only what draws it; the others get a clean
copy here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from app.model.record import Remark
from app.worker.annotations import flatten, form_facts, on_page
from app.worker.camera_notes import has_notes, take_notes_away
from app.worker.layers import pages_with_hidden_parts
from app.worker.paring import pare_page
from app.worker.pictures import PageUnreadable, count_pages, draw, replace_page
from app.worker.risks import ACTING, risky, scan
from app.worker.tilings import endless

Step = Callable[[int, int], None]
_INHERITED = ("/MediaBox", "/CropBox", "/Rotate", "/Resources")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What was found and done; `needed` is false where the file may be bound as it is.

    `pictures` are the pages, from 0, that could only be kept as pictures.
    """

    needed: bool
    remarks: frozenset[Remark]
    pages: int
    pictures: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Findings:
    remarks: frozenset[Remark]
    pictures: frozenset[int]
    clean: bool


def sanitise(
    source: Path, target: Path, *, password: str = "", step: Step = lambda *_: None
) -> Cleaned:
    """Write `target`, a clean copy of `source` with as many pages, if one is needed.

    The copy has no password, no actions, links, files, forms or layers, and no
    notes of cameras in its pictures; form
    values and annotations are part of its pages, and what was hidden stays
    hidden. `target` is not written when `source` may be bound as it is.
    `step(done, total)` is called for every page that must become a picture.

    Raises pikepdf.PasswordError when the password does not fit, PageUnreadable
    when a page cannot even be drawn, and pikepdf.PdfError when nothing opens
    the file.
    """
    try:
        pdf, locked = _opened(source, password)
    except pikepdf.PasswordError:
        raise
    except pikepdf.PdfError:
        if not count_pages(source, password):
            raise
        return as_pictures(source, target, password=password, step=step)
    with pdf:
        pages = len(pdf.pages)
        if count_pages(source, password) > pages:
            return as_pictures(source, target, password=password, step=step)
        found = _examine(pdf, locked=locked)
        if found.clean:
            return Cleaned(needed=False, remarks=found.remarks, pages=pages)
        unsure = _settle(pdf, source, found.pictures, password, step)
        remarks = found.remarks | ({Remark.AS_PICTURE} if unsure else set())
        _save(pdf, target, pages)
        return Cleaned(True, frozenset(remarks), pages, unsure)


def as_pictures(
    source: Path, target: Path, *, password: str = "", step: Step = lambda *_: None
) -> Cleaned:
    """Write `target` with a picture of every page: for a file that only PDFium reads in full.

    Raises PageUnreadable when a page cannot be drawn, or there is none.
    """
    pages = count_pages(source, password)
    if not pages:
        raise PageUnreadable(1)
    with pikepdf.new() as pdf:
        for index, picture in enumerate(draw(source, range(pages), password)):
            pdf.add_blank_page()
            replace_page(pdf, index, picture)
            step(index + 1, pages)
        _save(pdf, target, pages)
    remarks = frozenset({Remark.RECOVERED, Remark.AS_PICTURE})
    return Cleaned(True, remarks, pages, frozenset(range(pages)))


def _opened(source: Path, password: str) -> tuple[pikepdf.Pdf, bool]:
    """Open the file; True where that took the password."""
    try:
        return pikepdf.open(source, suppress_warnings=True), False
    except pikepdf.PasswordError:
        if not password:
            raise
    return pikepdf.open(source, password=password, suppress_warnings=True), True


def _examine(pdf: pikepdf.Pdf, *, locked: bool) -> _Findings:
    hidden = pages_with_hidden_parts(pdf)
    unreadable = {n for n, page in enumerate(pdf.pages) if not _readable(page.obj)}
    filled, signed, xfa = form_facts(pdf)
    acting = ACTING & set(risky(pdf))
    shown = any(on_page(page.obj) for page in pdf.pages)
    damaged = bool(pdf.get_warnings())
    remarks = {
        remark
        for remark, holds in (
            (Remark.WAS_LOCKED, locked),
            (Remark.RECOVERED, damaged),
            (Remark.FILLED_FORM, filled),
            (Remark.HIDDEN_LAYERS, bool(hidden)),
            (Remark.SIGNED, signed),
            (Remark.HAD_ACTIONS, bool(acting)),
            (Remark.XFA_ONLY, xfa),
        )
        if holds
    }
    slow = {
        number
        for number, page in enumerate(pdf.pages)
        if endless(page.obj, inherited(page.obj, "/Resources"))
    }
    pictures = frozenset(hidden | unreadable | slow)
    clean = not (
        locked or damaged or pictures or shown or scan(pdf, _bound_parts(pdf)) or has_notes(pdf)
    )
    return _Findings(frozenset(remarks), pictures, clean)


def _readable(page: pikepdf.Object) -> bool:
    contents = page.get("/Contents")
    parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    try:
        for part in parts:
            if isinstance(part, pikepdf.Stream):
                part.read_bytes()
    except pikepdf.PdfError:
        return False
    return True


def _bound_parts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Give what the binder takes of the pages of a file."""
    parts = []
    for page in pdf.pages:
        found = (inherited(page.obj, key) for key in ("/Contents", "/Resources", "/Group"))
        parts += [one for one in found if isinstance(one, pikepdf.Object)]
    return parts


def inherited(page: pikepdf.Object, key: str) -> pikepdf.Object | None:
    """Give an entry of a page, or the one that it takes from the tree above it, if there is one."""
    node: pikepdf.Object | None = page
    for _ in range(100):  # a page tree may be a loop
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent") if key in _INHERITED else None
    return None


def _settle(
    pdf: pikepdf.Pdf, source: Path, pictures: frozenset[int], password: str, step: Step
) -> frozenset[int]:
    """Clean all pages in place; give those that became pictures."""
    unsure = sorted(pictures | flatten(pdf))
    drawn = draw(source, unsure, password)
    for done, (index, picture) in enumerate(zip(unsure, drawn, strict=True)):
        replace_page(pdf, index, picture)
        step(done + 1, len(unsure))
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        for key in _INHERITED:
            if (value := inherited(page.obj, key)) is not None:
                page.obj[key] = value
        pare_page(page.obj, seen)
    take_notes_away(pdf)
    return frozenset(unsure)


def _save(pdf: pikepdf.Pdf, target: Path, pages: int) -> None:
    for key in set(pdf.Root.keys()) - {"/Type", "/Pages"}:
        del pdf.Root[key]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    if len(pdf.pages) != pages:
        raise RuntimeError(f"{pages} pages went in, {len(pdf.pages)} would come out")
    if "/Size" not in pdf.trailer:  # a repaired file; libqpdf would write none either
        pdf.trailer.Size = len(pdf.objects) + 1
    pdf.save(
        target,
        encryption=False,
        min_version="1.7",
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    with pikepdf.open(target, attempt_recovery=False, suppress_warnings=True) as written:
        if len(written.pages) != pages:
            raise RuntimeError(f"{pages} pages went in, {len(written.pages)} came out")
