"""What is asked of the sealed room about pages that must not go out as they are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CoveredPage:
    """A page, from 0, and its boxes.

    Each box is x0, y0, x1, y1 in parts of the upright page (0.0 to 1.0) from
    its upper left corner; `labels` are printed white on the boxes, one each,
    where they fit.
    """

    page: int
    boxes: tuple[tuple[float, float, float, float], ...]
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Covering:
    """The order to make pages of `source` pictures with black boxes burnt in.

    `result` becomes a PDF with just these pages, in this order, each as large
    as the upright page was. `dots` an inch, at least 200. With `text_layer`
    words that touch no box can be searched; others are not in the file. A page
    with words that nobody sees gets none: they would be among them. `sought`
    are words to look for in what still shows, in all their spellings.
    """

    source: str
    result: str
    pages: tuple[CoveredPage, ...]
    dots: int = 200
    text_layer: bool = False
    sought: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Covered:
    """What lies under the boxes: for each page of the order, for each box, its lines, cleaned.

    Words of one line stand together, with single spaces. A scan has no
    words, so nothing is known to be hidden there. `left` are, for each page,
    those of the sought words that can be read beside the boxes.
    """

    hidden: tuple[tuple[tuple[str, ...], ...], ...]
    left: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Lightening:
    """The order to make the pictures of `source` lighter; its text stays as it is.

    A picture with more than `dots` an inch is drawn smaller; with `grey`
    colour goes too. `quality` is that of JPEG, 1 to 95. One that would not
    become smaller stays as it is.
    """

    source: str
    result: str
    dots: int
    grey: bool = False
    quality: int = 75


@dataclass(frozen=True, slots=True)
class Lightened:
    """How many pictures became lighter, and the bytes of the file before and after."""

    pictures: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Sought:
    """Words that must not be found; on one page, from 0, or anywhere with None.

    With `spelt` the words are a name, a number or a birth date, which is
    looked for in all the spellings of `app.worker.spellings`.
    """

    words: str
    page: int | None = None
    spelt: bool = False


@dataclass(frozen=True, slots=True)
class Seeking:
    """The order to look for words in a finished PDF, also where no eye sees them.

    It looks at the text of the pages, the bookmarks, the descriptions of
    links and figures, the names, the facts about the file and every string
    and decoded stream of it. Letter case, accents and kinds of space make no
    difference.
    """

    file: str
    sought: tuple[Sought, ...]
    password: str = ""


@dataclass(frozen=True, slots=True)
class FoundWords:
    """Words that were found; `page` counts from 0, None is somewhere no page shows."""

    words: str
    page: int | None
