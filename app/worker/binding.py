"""Binds our own pages and the records' pages into one PDF.

libqpdf merges the files and copies their streams without decoding them; what
is done here costs a few small objects a page, whatever the page weighs.
"""

import gc
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any, Generic, TypeVar

import pikepdf

from app.worker.orders import RECORD_MARK, Binding, Bookmark, Link, Placed
from app.worker.record_page import FormsOfPages, content, deflated, fit, forget_tree
from app.worker.structure import add_structure

PRODUCER = "Casepack"
_ANNOTATION, _LINK = pikepdf.Name.Annot, pikepdf.Name.Link
Step = Callable[[int, int], None]
_Pages = Sequence[pikepdf.Object]
_Value = TypeVar("_Value", bound=Hashable)
_EVERY = 100  # pages between two steps
_MERGING, _PLACING, _SAVING = 10, 20, 70  # how the time is shared out, in percent


def bind(folder: Path, binding: Binding, step: Step) -> None:
    """Make the PDF that `binding` orders; all its files lie in `folder`.

    `step(done, total)` is called at least every 200 pages and may raise to
    stop. The sources must have been through `sanitising.sanitise`. With
    `reproducible` the same order gives the same bytes.

    Raises ValueError for an order that contradicts itself and pikepdf.PdfError
    when a file cannot be read; nothing is left out in silence.
    """
    _check(binding)
    total = max(1, len(binding.pages))
    step(0, total)
    with _collector_off(), _merged(folder, binding) as pdf:
        pages = [page.obj for page in pdf.pages]
        if len(pages) != len(binding.pages):
            raise ValueError(f"{len(binding.pages)} pages were ordered, {len(pages)} came")
        step(total * _MERGING // 100, total)
        boxes = _place(pdf, pages, binding, step)
        _clear_root(pdf)
        links = _add_links(pdf, pages, binding.links)
        if binding.elements:
            add_structure(pdf, pages, links, binding.elements, boxes)
        _add_outline(pdf, pages, binding.bookmarks)
        _describe(pdf, binding)
        _save(pdf, folder / binding.result, binding, step)
    step(total, total)


def _check(binding: Binding) -> None:
    if binding.password and binding.reproducible:
        raise ValueError("an encrypted file has random parts and cannot be reproducible")
    last = len(binding.pages) - 1
    for link in binding.links:
        if not (0 <= link.page <= last and 0 <= link.target <= last):
            raise ValueError(f"a link leads from page {link.page} to {link.target} of {last}")
    for one in binding.elements:
        if not (-1 <= one.page <= last and -1 <= one.link < len(binding.links)):
            raise ValueError(f"an element is on page {one.page} or has link {one.link}")
    for mark in binding.bookmarks:
        if not 0 <= mark.page <= last:
            raise ValueError(f"a bookmark leads to page {mark.page} of {last}")
    starts = [page for page, _number in binding.labels]
    if starts[:1] != [0] or starts != sorted(set(starts)) or starts[-1] > last:
        raise ValueError(f"page labels begin at the pages {starts}")
    for placed in binding.pages:
        if not (-1 <= placed.source < len(binding.sources) and placed.page >= 0):
            raise ValueError(f"there is no page {placed.page} of source {placed.source}")
        if not -1 <= placed.frame < len(binding.frames):
            raise ValueError(f"there is no frame {placed.frame}")


@contextmanager
def _collector_off() -> Iterator[None]:
    """Millions of small objects without cycles: looking for cycles costs more than the work."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _merged(folder: Path, binding: Binding) -> pikepdf.Pdf:
    arguments = ["pikepdf", "--empty", "--no-warn", "--warning-exit-0", "--keep-files-open=n"]
    arguments.append("--pages")
    for source, run in groupby(binding.pages, key=lambda placed: placed.source):
        name = binding.own if source < 0 else binding.sources[source]
        arguments += [str(folder / name), _ranges(run)]
    arguments += ["--", str(folder / binding.result)]
    pdf: pikepdf.Pdf = pikepdf.Job(arguments).create_pdf()  # type: ignore[no-untyped-call]
    return pdf


def _ranges(run: Iterator[Placed]) -> str:
    """Write page numbers as libqpdf reads them: "1-3,7"."""
    ranges: list[list[int]] = []
    for placed in run:
        number = placed.page + 1
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ",".join(f"{a}-{b}" if b > a else str(a) for a, b in ranges)


def _place(
    pdf: pikepdf.Pdf, pages: _Pages, binding: Binding, step: Step
) -> dict[int, tuple[float, float, float, float]]:
    """Put the records' pages into their frames; give where each picture lies on its page."""
    forms, boxes, known = FormsOfPages(pdf), {}, set[tuple[int, int]]()
    papers: dict[tuple[float, float], pikepdf.Object] = {}
    kinds = {one.page: one.kind for one in binding.elements if one.mark == RECORD_MARK}
    fonts = _fonts(pdf, pages, binding)
    for index, (page, placed) in enumerate(zip(pages, binding.pages, strict=True)):
        if index % _EVERY == 0:
            step(index * _PLACING // 100 + len(pages) * _MERGING // 100, len(pages))
        if placed.source < 0:
            continue
        place = fit(page, binding.paper, binding.frame_margins)
        form = forms.form(page, place.crop)
        if form is not None:
            forget_tree(form, known)
        frame = b"" if placed.frame < 0 else binding.frames[placed.frame]
        resources = pikepdf.Dictionary()
        if fonts is not None:
            resources.Font = fonts
        if form is not None:
            resources.XObject = pikepdf.Dictionary(Src=form)
        for key in list(page.keys()):
            if key not in ("/Type", "/Parent"):
                del page[key]
        if place.paper not in papers:
            box = pikepdf.Array([0, 0, *(round(side, 3) for side in place.paper)])
            papers[place.paper] = pdf.make_indirect(box)
        page.MediaBox = papers[place.paper]
        page.Resources = resources
        kind = kinds.get(index, "")
        if kind == "Figure":
            boxes[index] = place.box
        page.Contents = deflated(pdf, content(place, frame, drawn=form is not None, kind=kind))
    return boxes


def _fonts(pdf: pikepdf.Pdf, pages: _Pages, binding: Binding) -> pikepdf.Object | None:
    """Give the fonts of our own pages, as one object that all frames share."""
    for page, placed in zip(pages, binding.pages, strict=True):
        fonts = page.Resources.get("/Font") if placed.source < 0 else None
        if fonts is not None:
            return fonts if fonts.is_indirect else pdf.make_indirect(fonts)
    if any(placed.frame >= 0 for placed in binding.pages):
        raise ValueError("there is no page of our own to take the frames' fonts from")
    return None


def _clear_root(pdf: pikepdf.Pdf) -> None:
    for key in set(pdf.Root.keys()) - {"/Type", "/Pages"}:
        del pdf.Root[key]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]


def _add_links(pdf: pikepdf.Pdf, pages: _Pages, links: tuple[Link, ...]) -> list[pikepdf.Object]:
    """Give the annotations; what is the same in several is there once, for there are thousands."""
    added: list[pikepdf.Object] = []
    border = pdf.make_indirect(pikepdf.Array([0, 0, 0]))
    places = _Often(pdf, (link.rectangle for link in links))
    goals = _Often(pdf, ((link.target, link.top) for link in links))
    words = _Often(pdf, (link.description for link in links))
    for link in links:
        entries: dict[str, Any] = {
            "/Type": _ANNOTATION,
            "/Subtype": _LINK,
            "/Rect": places.get(link.rectangle, _rectangle),
            "/Border": border,
            "/F": 4,  # printed like the rest
            "/Dest": goals.get((link.target, link.top), lambda goal: _destination(pages, *goal)),
        }
        if link.description:
            entries["/Contents"] = words.get(link.description, pikepdf.String)
        page = pages[link.page]
        if "/Annots" not in page:
            page.Annots = pikepdf.Array()
        added.append(pdf.make_indirect(pikepdf.Dictionary(entries)))
        page.Annots.append(added[-1])
    return added


class _Often(Generic[_Value]):
    """Makes objects of values; what is wanted several times becomes one that all refer to."""

    def __init__(self, pdf: pikepdf.Pdf, wanted: Iterable[_Value]) -> None:
        self._pdf = pdf
        self._counts = Counter(wanted)
        self._made: dict[_Value, pikepdf.Object] = {}

    def get(self, value: _Value, make: Callable[[_Value], pikepdf.Object]) -> pikepdf.Object:
        if self._counts[value] == 1:
            return make(value)
        if value not in self._made:
            self._made[value] = self._pdf.make_indirect(make(value))
        return self._made[value]


def _rectangle(place: tuple[float, ...]) -> pikepdf.Array:
    return pikepdf.Array([round(value, 2) for value in place])


def _destination(pages: _Pages, target: int, top: float | None) -> pikepdf.Array:
    if top is None:
        return pikepdf.Array([pages[target], pikepdf.Name.Fit])
    keep_zoom = 0
    return pikepdf.Array([pages[target], pikepdf.Name.XYZ, None, round(top, 2), keep_zoom])


def _add_outline(pdf: pikepdf.Pdf, pages: _Pages, bookmarks: tuple[Bookmark, ...]) -> None:
    with pdf.open_outline() as outline:
        above = [outline.root]
        for mark in bookmarks:
            level = max(0, min(mark.level, len(above) - 1))
            destination = pikepdf.Array([pages[mark.page], pikepdf.Name.Fit])
            entry = pikepdf.OutlineItem(mark.title, destination)
            entry.is_closed = level > 0
            above[level].append(entry)
            above[level + 1 :] = [entry.children]


def _describe(pdf: pikepdf.Pdf, binding: Binding) -> None:
    root = pdf.Root
    root.Lang = pikepdf.String(binding.language)
    root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    root.PageMode = pikepdf.Name.UseOutlines
    root.PageLabels = pikepdf.Dictionary(Nums=_labels(binding.labels))
    facts = pikepdf.Dictionary(
        Title=pikepdf.String(binding.title), Producer=pikepdf.String(PRODUCER)
    )
    if binding.made and not binding.reproducible:
        facts.CreationDate = pikepdf.String("D:" + binding.made.replace("-", ""))
    pdf.trailer.Info = pdf.make_indirect(facts)


def _labels(runs: tuple[tuple[int, int], ...]) -> pikepdf.Array:
    """Give page labels in digits, run by run: ISO 32000-1, 12.4.2."""
    numbers = pikepdf.Array()
    for page, number in runs:
        label = pikepdf.Dictionary(S=pikepdf.Name.D)
        if number != 1:
            label.St = number
        numbers.append(page)
        numbers.append(label)
    return numbers


def _save(pdf: pikepdf.Pdf, target: Path, binding: Binding, step: Step) -> None:
    total = len(binding.pages)
    start = total * (_MERGING + _PLACING) // 100
    how: dict[str, Any] = {"stream_decode_level": pikepdf.StreamDecodeLevel.none}
    if binding.password:
        how = {
            "encryption": pikepdf.Encryption(
                owner=binding.password,
                user=binding.password,
                R=6,
                allow=pikepdf.Permissions(accessibility=True),
            )
        }
    elif binding.reproducible:
        how["deterministic_id"] = True
    pdf.save(
        target,
        min_version="1.7",
        compress_streams=False,  # what we made is packed, and the records stay as they came
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        progress=lambda percent: step(
            min(total, start + total * _SAVING * percent // 10000), total
        ),
        **how,
    )
