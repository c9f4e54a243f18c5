"""What is asked of the sealed room and what it answers, as plain values.

Both sides of the wall import this module, so it imports nothing but the
model. Files lie in the room's own folder and are named by their bare names.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.model.inside import NOTHING_INSIDE, Inside
from app.model.record import PageFacts, Remark


class Refusal(StrEnum):
    """Why a file could not be read."""

    EMPTY = "empty"
    LOCKED = "locked"  # asks for a password, or the given one does not fit
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    UNSAFE = "unsafe"  # the room died, ran out of time or out of memory over it
    NOT_SUPPORTED = "not_supported"
    NO_PAGES = "no_pages"


@dataclass(frozen=True, slots=True)
class Examination:
    """What the room found in one file.

    `texts` has one entry a page, cleaned of control characters; empty where
    the page is a picture. `rendition` names a PDF in the room's folder that
    may stand in a dossier, or is "" when the file itself may. `picture`
    names a JPEG of the first page, at most 400 px on its longer side. `inside`
    is what the file brings along; its pages are those of `pages`.
    """

    media_type: str
    pages: tuple[PageFacts, ...]
    texts: tuple[str, ...]
    remarks: frozenset[Remark]
    rendition: str
    picture: str
    inside: Inside = NOTHING_INSIDE


@dataclass(frozen=True, slots=True)
class Refused:
    """The file could not be read; the parent makes the sentence from `why`."""

    why: Refusal
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """One page of the finished dossier, in order.

    `source` is -1 for a page of our own PDF, else the index of the source
    file. `page` counts from 0 inside that file. `frame` is the index of the
    content stream with header and footer to draw, -1 for our own pages.
    """

    source: int
    page: int
    frame: int = -1


@dataclass(frozen=True, slots=True)
class Link:
    """A link from a rectangle on one page of the dossier to another page.

    Pages count from 0; the rectangle is in points from the lower left;
    `top` is the height on the target page to show at the top, or None for
    the whole page. `description` is read out by a screen reader.
    """

    page: int
    rectangle: tuple[float, float, float, float]
    target: int
    top: float | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One line of the outline; `level` counts from 0; `page` from 0."""

    title: str
    page: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Element:
    """One line of the structure tree, which screen readers follow, in reading order.

    The kids of an element are the lines after it that are deeper. `kind` is a
    standard structure type of ISO 32000-1, 14.8.4, such as "H1", or "" for
    more content of the nearest element above that is one less deep.
    `mark` is the number of marked content on `page` (from 0), `link` an index
    into the order's links; -1 for none. `words` are spoken for a Figure and
    name a Sect. `scope` and `span` (columns) belong to cells, `box` (left,
    bottom, right, top, in points) to a Figure.
    """

    depth: int
    kind: str
    page: int = -1
    mark: int = -1
    link: int = -1
    words: str = ""
    scope: str = ""
    span: int = 1
    box: tuple[float, float, float, float] | None = None


RECORD_MARK = 0
"""The number that the page of a record has as marked content; its frame begins after it."""


@dataclass(frozen=True, slots=True)
class Binding:
    """The order to bind one dossier.

    `own` is the bare name of the PDF with our own pages; every page of it
    carries the fonts that the `frames` use in its /Resources. `frames` are
    content streams in points on a page of `paper` size (or turned on its
    side for a wide page). A source page is scaled to fit the frame box,
    never enlarged, put at its top, clipped to its own crop box, turned
    upright, with a thin grey edge; nothing is drawn over it. Without
    `elements` the result has no structure tree. `labels` say from which page
    on, from 0, the page numbers run on from which number.
    """

    own: str
    sources: tuple[str, ...]
    pages: tuple[Placed, ...]
    frames: tuple[bytes, ...]
    links: tuple[Link, ...]
    bookmarks: tuple[Bookmark, ...]
    paper: tuple[float, float]
    frame_margins: tuple[float, float, float, float]  # left, top, right, bottom, in points
    title: str
    language: str
    result: str
    password: str = ""
    reproducible: bool = False
    made: str = ""  # the day, "2026-11-22"
    elements: tuple[Element, ...] = ()
    labels: tuple[tuple[int, int], ...] = ((0, 1),)


class Reader(StrEnum):
    """Who reads a finished PDF back."""

    BOTH = "both"
    LINKS = "links"  # one follows links, bookmarks and page labels
    PAGES = "pages"  # the others open every page and look for what acts or reaches out


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the second readers found in a finished PDF; nothing of what none of them looked at."""

    ok: bool
    pages: int
    links: int
    bookmarks: int
    risky: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page drawn upright: bare pixels in a file of the room's folder.

    `file` holds `height` rows of `width` pixels of four bytes: blue, green,
    red, and one without meaning. Nothing in it needs a decoder.
    """

    file: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a page and its box, in points from the upper left of the upright page."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words that show on a page, in the order in which the file lets them be read.

    `width` and `height` are those of the upright page in points. A scan
    without a layer of text has no words. At most MOST_WORDS are given.
    """

    width: float
    height: float
    words: tuple[Word, ...]


MOST_WORDS = 20_000  # a page
LONGEST_WORD = 1000  # characters
