"""Writes the structure tree, which tells screen readers what is what and in which order.

It follows ISO 32000-1, 14.7 and 14.8. Only our own pages are tagged in
detail: a page of a record is one element, so nothing here claims PDF/UA.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from app.worker.orders import Element

_MARK, _LINK, _TAB_ORDER = Name.MCR, Name.OBJR, Name.S
_TABLE, _LAYOUT = Name.Table, Name.Layout
_PER_NODE = 500  # entries of a number tree that stand together

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class _Open:
    """An element whose kids still come."""

    depth: int
    object: pikepdf.Object
    page: int
    kids: list[pikepdf.Object | int] = field(default_factory=list)

    def close(self) -> None:
        if len(self.kids) == 1:
            self.object.K = self.kids[0]
        elif self.kids:
            self.object.K = Array(self.kids)


def with_structure(data: bytes, elements: Sequence[Element]) -> bytes:
    """Give a PDF of ours with the tree of `elements`, which have no links; it names its title.

    The same data gives the same bytes. Raises ValueError as `add_structure` does.
    """
    made = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        add_structure(pdf, [page.obj for page in pdf.pages], (), elements, {})
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def add_structure(
    pdf: pikepdf.Pdf,
    pages: Sequence[pikepdf.Object],
    links: Sequence[pikepdf.Object],
    elements: Sequence[Element],
    boxes: Mapping[int, Box],
) -> None:
    """Give `pdf` the tree of `elements`.

    `links` are the annotations that the elements point to by their index, and
    `boxes` say where a Figure lies that has no box of its own, by its page.

    Raises ValueError when two elements claim one marked content or one link,
    or an element stands deeper than one below the one before it.
    """
    tree = _Tree(pdf, pages, links, boxes)
    for element in elements:
        tree.add(element)
    tree.finish()


class _Tree:
    def __init__(
        self,
        pdf: pikepdf.Pdf,
        pages: Sequence[pikepdf.Object],
        links: Sequence[pikepdf.Object],
        boxes: Mapping[int, Box],
    ) -> None:
        self._pdf = pdf
        self._pages = pages
        self._links = links
        self._boxes = boxes
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top = pdf.make_indirect(Dictionary(S=Name.Document, P=self._root))
        self._root.K = top
        self._open = [_Open(0, top, -1)]
        self._kinds: dict[str, pikepdf.Name] = {}
        # arrays of libqpdf: what it holds takes a tenth of what Python would hold
        self._marks: dict[int, pikepdf.Array] = {}
        self._linked = Array([None] * len(links))

    def add(self, element: Element) -> None:
        above = self._above(element.depth)
        if element.kind:
            made = self._made(element, above.object)
            above.kids.append(made)
            above = _Open(element.depth, made, element.page)
            self._open.append(above)
        if element.mark >= 0:
            self._mark(element, above)
        if element.link >= 0:
            self._link(element, above)

    def _above(self, depth: int) -> _Open:
        """Close what is as deep or deeper, and give the element above."""
        while self._open[-1].depth >= max(1, depth):
            self._open.pop().close()
        if self._open[-1].depth != depth - 1:
            raise ValueError(f"an element of depth {depth} has none above it")
        return self._open[-1]

    def _made(self, element: Element, above: pikepdf.Object) -> pikepdf.Object:
        kind = self._kinds.get(element.kind)
        if kind is None:
            kind = self._kinds[element.kind] = Name("/" + element.kind)
        made = Dictionary({"/S": kind, "/P": above})
        if element.page >= 0:
            made["/Pg"] = self._pages[element.page]
        if element.words:
            made["/Alt" if element.kind == "Figure" else "/T"] = String(element.words)
        if element.scope:
            made.A = Dictionary(O=_TABLE, Scope=Name("/" + element.scope))
            if element.span > 1:
                made.A.ColSpan = element.span
        if element.kind == "Figure" and (box := element.box or self._boxes.get(element.page)):
            made.A = Dictionary(O=_LAYOUT, BBox=[round(edge, 2) for edge in box])
        return self._pdf.make_indirect(made)

    def _mark(self, element: Element, above: _Open) -> None:
        marks = self._marks.get(element.page)
        if marks is None:
            marks = self._marks[element.page] = Array()
        while len(marks) <= element.mark:
            marks.append(None)
        if marks[element.mark] is not None:
            raise ValueError(f"two elements claim mark {element.mark} of page {element.page}")
        marks[element.mark] = above.object
        if element.page == above.page:
            above.kids.append(element.mark)
        else:
            page = self._pages[element.page]
            above.kids.append(Dictionary(Type=_MARK, Pg=page, MCID=element.mark))

    def _link(self, element: Element, above: _Open) -> None:
        if self._linked[element.link] is not None:
            raise ValueError(f"two elements claim link {element.link}")
        self._linked[element.link] = above.object
        reference = Dictionary(Type=_LINK, Obj=self._links[element.link])
        if element.page != above.page:
            reference.Pg = self._pages[element.page]
        above.kids.append(reference)

    def finish(self) -> None:
        """Close the elements and write the way back from the content to them."""
        while self._open:
            self._open.pop().close()
        for index, page in enumerate(self._pages):
            page.Tabs = _TAB_ORDER
            if index in self._marks:
                page.StructParents = index
        first = len(self._pages)
        for index, link in enumerate(self._links):
            if self._linked[index] is not None:
                link.StructParent = first + index
        self._root.ParentTree = _number_tree(self._pdf, self._parents())
        self._root.ParentTreeNextKey = first + len(self._links)
        self._pdf.Root.StructTreeRoot = self._root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _parents(self) -> Iterator[tuple[int, pikepdf.Object]]:
        """Give the keys of the parent tree in their order, with their values."""
        for index in sorted(self._marks):
            yield index, self._marks.pop(index)
        for index, element in enumerate(self._linked):
            if element is not None:
                yield len(self._pages) + index, element


def _number_tree(pdf: pikepdf.Pdf, entries: Iterator[tuple[int, pikepdf.Object]]) -> pikepdf.Object:
    nodes = []
    while some := list(islice(entries, _PER_NODE)):
        numbers = Array([one for entry in some for one in entry])
        limits = [some[0][0], some[-1][0]]
        nodes.append(pdf.make_indirect(Dictionary(Limits=limits, Nums=numbers)))
    return pdf.make_indirect(Dictionary(Kids=nodes))
