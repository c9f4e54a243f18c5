"""The small engine that every page of ours is drawn with: headings, paragraphs, bars, pages."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest

from app.dossier.plan import Paper
from app.dossier.sheet import Bar, Mark, Sheet
from app.dossier.styles import BODY, DISPLAY, HEAD1, HEAD2, HEAD3, SMALL
from app.dossier.tags import Tag
from app.phrases import Phrases
from app.typesetting.fonts import Fonts
from app.typesetting.style import Style
from app.typesetting.text import Goal, Line, Words, wrap

LEFT, RIGHT, TOP, BOTTOM = 54.0, 45.0, 62.0, 58.0
"""The margins of our own pages; the left one has room for punch holes."""

WITH_TABLE = 150.0
"""What a heading above a table keeps on its page, in points: the table's start."""

_LEGEND = 24.0
_BAR_GAP = 7.0
_HEADINGS = {0: DISPLAY, 1: HEAD1, 2: HEAD2, 3: HEAD3}

Dress = Callable[[Sheet], None]
"""Draws the header and the footer of a sheet."""


class Book:
    """Sheets in the making, with a place `y` that moves down them, in points from the top.

    A part that flows calls `room` and `paragraph`; a part that must stay on
    one page sets `flowing` to false and looks at `too_long`. `overflow`
    gathers sentences about what did not fit. `here` is the tag under which
    the next words come. `leads` tells the goals that are in this file.
    """

    def __init__(
        self,
        paper: Paper,
        fonts: Fonts,
        say: Phrases,
        dress: Callable[[str], Dress],
        first: int = 1,
        leads: Callable[[Goal], bool] = lambda _goal: True,
    ) -> None:
        self.fonts = fonts
        self.say = say
        self.overflow: list[str] = []
        self.sheets: list[Sheet] = []
        self.y = 0.0
        self.flowing = True
        self.here = Tag("Sect")
        self.width, self.height = paper.value
        self._first = first
        self._leads = leads
        self._bars = True
        self._dresses = dress
        self._dress = dress("")

    @property
    def left(self) -> float:
        """Where words start."""
        return LEFT

    @property
    def right(self) -> float:
        """Where words end."""
        return self.width - RIGHT

    @property
    def measure(self) -> float:
        """The width for words."""
        return self.width - LEFT - RIGHT

    @property
    def floor(self) -> float:
        """Where words end at the foot of a page; below it stands the legend of the bars, if any."""
        return self.height - BOTTOM - (_LEGEND if self._bars else 0)

    @property
    def sheet(self) -> Sheet:
        """The page being drawn."""
        return self.sheets[-1]

    @property
    def too_long(self) -> bool:
        """Whether the words ran past the foot of the page."""
        return self.y > self.floor + 0.01

    def new_page(self) -> None:
        """Start the next page."""
        number = self._first + len(self.sheets)
        sheet = Sheet(number, self.width, self.height, self.fonts, leads=self._leads)
        self.sheets.append(sheet)
        self._dress(self.sheet)
        self.y = TOP

    def part(self, title: str, anchor: str, *, header: bool = True, bars: bool = True) -> None:
        """Start a part of the dossier on a new page, with its name in header and outline.

        A part without `bars` has no legend, and more room.
        """
        self._bars = bars
        self._dress = self._dresses(title if header else "")
        self.new_page()
        self.sheet.part = self.here = Tag("Sect", title)
        self.anchor(anchor)
        self.mark(title)

    def drop_page(self) -> None:
        """Throw the last page away, to draw it in another way."""
        self.sheets.pop()

    @contextmanager
    def under(self, tag: Tag) -> Iterator[Tag]:
        """Let the next words come under `tag`."""
        before, self.here = self.here, tag
        try:
            yield tag
        finally:
            self.here = before

    @contextmanager
    def figure(self, words: str, tall: float) -> Iterator[None]:
        """Let what is drawn be a picture over the text's width, `tall` points from here on.

        `words` say what it shows.
        """
        tag = self.here.add("Figure", words)
        foot = self.height - self.y - tall
        tag.box = (self.left, foot, self.right, foot + tall)
        with self.sheet.tagged(tag):
            yield

    def space(self, height: float) -> None:
        """Leave `height` points free."""
        self.y += height

    def room(self, height: float) -> None:
        """See to it that `height` points are free, on the next page if they must be."""
        if self.flowing and self.y + height > self.floor and self.y > TOP:
            self.new_page()

    def anchor(self, name: str, *, top: bool = True) -> None:
        """Name this place so that links can lead to it; `top` means the whole page."""
        self.sheet.anchors[name] = None if top else self.y - 8

    def mark(self, title: str, level: int = 0) -> None:
        """Name this page in the outline."""
        self.sheet.marks.append(Mark(title, level))

    def heading(self, text: str, level: int, *, with_next: float = 40.0) -> None:
        """Set a heading, with at least `with_next` points of what follows on its page."""
        style = _HEADINGS[level]
        lines = self.wrap(text, style)
        self.room(sum(line.height for line in lines[:4]) + with_next)
        self.paragraph(text, style, kind=f"H{max(1, level)}")

    def wrap(self, words: Words, style: Style, width: float | None = None) -> list[Line]:
        """Break `words` into lines as wide as the page's text, or as `width`."""
        return wrap(words, style, self.measure if width is None else width, self.fonts)

    def lines(self, x: float, lines: Sequence[Line], kind: str = "P") -> None:
        """Set `lines` here and move below them, without looking for room."""
        self.y += self.lines_at(x, self.y, lines, kind)

    def lines_at(self, x: float, y: float, lines: Sequence[Line], kind: str = "P") -> float:
        """Set `lines` at x, y without moving; give their height."""
        return self.sheet.lines(x, y, lines, self.here.add(kind))

    def paragraph(
        self,
        words: Words,
        style: Style = BODY,
        *,
        x: float | None = None,
        width: float | None = None,
        bar: Bar | None = None,
        kind: str = "P",
    ) -> None:
        """Set a paragraph that goes on on the next page if it must, its bar beside it."""
        tag = self.here.add(kind)
        x = self.left if x is None else x
        width = self.right - x if width is None else width
        if bar:
            x, width = x + _BAR_GAP + 2, width - _BAR_GAP - 2
        rest = self.wrap(words, style, width)
        while rest:
            self.room(min(len(rest), 2) * style.leading)
            fits = len(rest)
            if self.flowing:
                fits = max(1, int((self.floor - self.y + 0.01) / style.leading))
                if fits < len(rest) <= fits + 1 and fits > 2:
                    fits -= 1  # never one line alone on the next page
            now, rest = rest[:fits], rest[fits:]
            top = self.y
            self.y += self.sheet.lines(x, top, now, tag)
            if bar:
                self.sheet.bar(x - _BAR_GAP, top + 1, self.y - 1, bar)

    def place(
        self, x: float, y: float, words: Words, style: Style, width: float, kind: str = "P"
    ) -> float:
        """Set a paragraph at x, y without moving; give its height."""
        return self.lines_at(x, y, self.wrap(words, style, width), kind)

    def finish(self) -> list[Sheet]:
        """Draw the legends, put the footers' links behind the parts, and give the pages."""
        part, feet = self.here, list[Tag]()
        for sheet, following in zip_longest(self.sheets, self.sheets[1:]):
            if sheet.bars:
                self._legend(sheet)
            sheet.close()
            part, feet = sheet.part or part, [*feet, *sheet.after]
            sheet.after = []
            if following is None or following.part:
                part.kids += feet
                feet = []
        return self.sheets

    def _legend(self, sheet: Sheet) -> None:
        _ = self.say
        known = {
            Bar.RECORD: _("Solid bar: taken from a record. The link shows the page."),
            Bar.SAID: _("Dotted bar: said by the patient or family. Not checked."),
        }
        shown = set(sheet.bars)
        y, half = self.height - BOTTOM - 9, self.measure / 2
        places = (self.left + 2, self.left + half + 8)
        for x, bar in zip(places, (bar for bar in Bar if bar in shown), strict=False):
            sheet.bar(x, y - 9, y + 6, bar)
            cut = self.fonts.cut(known[bar], SMALL.face, SMALL.size, half - 16)
            sheet.text(x + 8, y + 1, cut, SMALL)
