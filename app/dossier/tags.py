"""What our own pages mean, in reading order: headings, paragraphs, tables, pictures in words.

The kinds are the standard structure types of ISO 32000-1, 14.8.4. Screen
readers follow them; nobody sees them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.worker.orders import Element

Box = tuple[float, float, float, float]

_CELLS = ("TH", "TD")  # an empty cell stays, so that every row has as many


@dataclass(frozen=True, slots=True)
class Spot:
    """What shows on a page: marked content by its number, or a link by its place among the page's.

    `page` counts from 1.
    """

    page: int
    mark: int = -1
    region: int = -1


@dataclass(slots=True, eq=False)
class Tag:
    """An element in the making.

    `words` are what a Figure says and how a Sect is called. `box` is where a
    Figure stands on its page: left, bottom, right, top. `span` is the number
    of columns that a cell runs over.
    """

    kind: str
    words: str = ""
    scope: str = ""
    span: int = 1
    box: Box | None = None
    kids: list["Tag | Spot"] = field(default_factory=list)

    def add(self, kind: str, words: str = "", *, scope: str = "", span: int = 1) -> "Tag":
        """Give a new last kid."""
        kid = Tag(kind, words, scope, span)
        self.kids.append(kid)
        return kid

    def elements(self, depth: int, links: Mapping[int, int]) -> Iterator[Element]:
        """Give this and all below it as the binder takes it; what shows nothing is left out.

        `links` has, for each page, how many links the pages before it have.
        """
        if not self.shows:
            return
        first, rest = _first(self.kids)
        yield self._element(depth, first, links)
        for kid in rest:
            if isinstance(kid, Tag):
                yield from kid.elements(depth + 1, links)
            else:
                yield _more(depth + 1, kid, links)

    @property
    def shows(self) -> bool:
        """Whether anything of it is on a page."""
        return self.kind in _CELLS or any(isinstance(kid, Spot) or kid.shows for kid in self.kids)

    def _element(self, depth: int, first: list[Spot], links: Mapping[int, int]) -> Element:
        page, mark, link = -1, -1, -1
        for spot in first:
            page = spot.page - 1
            mark = max(mark, spot.mark)
            link = max(link, _link(spot, links))
        return Element(
            depth, self.kind, page, mark, link, self.words, self.scope, self.span, self.box
        )


def _first(kids: list[Tag | Spot]) -> tuple[list[Spot], list[Tag | Spot]]:
    """Part what stands in the element's own line from the rest: a mark, a link, or both."""
    first: list[Spot] = []
    for kid in kids[:2]:
        if isinstance(kid, Tag) or (first and (kid.region < 0 or kid.page != first[0].page)):
            break
        first.append(kid)
        if kid.region >= 0:
            break
    return first, kids[len(first) :]


def _link(spot: Spot, links: Mapping[int, int]) -> int:
    return links[spot.page] + spot.region if spot.region >= 0 else -1


def _more(depth: int, spot: Spot, links: Mapping[int, int]) -> Element:
    return Element(depth, "", spot.page - 1, spot.mark, _link(spot, links))
