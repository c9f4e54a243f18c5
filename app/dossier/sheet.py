"""One page of ours: marks on paper, what they mean, and what they lead to.

Every length is in points; y grows downwards from the top edge. What is drawn
under no tag is an artifact, which screen readers pass over.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from itertools import groupby

from app.dossier.styles import BLUE, PLUM, RULE
from app.dossier.tags import Spot, Tag
from app.typesetting.fonts import Fonts
from app.typesetting.style import INK, Ink, Style
from app.typesetting.text import Fragment, Goal, Line

ORNAMENT = "/Artifact BMC"
HEADER = "/Artifact <</Type/Pagination/Subtype/Header>> BDC"
FOOTER = "/Artifact <</Type/Pagination/Subtype/Footer>> BDC"
AGAIN = "/Artifact <</Type/Pagination>> BDC"
"""How content begins that says nothing by itself; the last is for what is said again."""

# how far the control points of a quarter of a circle lie from its ends, in radii
_ROUND = 0.5523


class Bar(Enum):
    """The mark in the margin that tells where words come from."""

    RECORD = "record"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Region:
    """A place on a sheet that leads somewhere: x and y of the upper left and the lower right."""

    box: tuple[float, float, float, float]
    goal: Goal
    top: float | None = None  # on the page of `goal`, from its lower edge, to show at the top


@dataclass(frozen=True, slots=True)
class Mark:
    """A line for the outline."""

    title: str
    level: int


@dataclass(slots=True)
class Sheet:
    """A page being drawn; `number` is its number in the finished dossier, from 1.

    `part` is the part of the dossier that begins here, `after` what comes
    behind all the words of a part, such as the links of the footer, and
    `marked` how many numbers of marked content are taken. A goal that
    `leads` says no to is in another file: what would link to it stays words.
    """

    number: int
    width: float
    height: float
    fonts: Fonts
    code: list[str] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    anchors: dict[str, float | None] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    bars: set[Bar] = field(default_factory=set)
    part: Tag | None = None
    after: list[Tag] = field(default_factory=list)
    marked: int = 0
    leads: Callable[[Goal], bool] = lambda _goal: True
    _inside: str = ORNAMENT
    _opened: str = ""

    @contextmanager
    def within(self, beginning: str) -> Iterator[None]:
        """Let marked content that begins with `beginning` be around all that is drawn."""
        before, self._inside = self._inside, beginning
        try:
            yield
        finally:
            self._inside = before

    @contextmanager
    def tagged(self, tag: Tag, spoken: str = "") -> Iterator[None]:
        """Let all that is drawn belong to `tag`; `spoken` is read instead of it."""
        drawn, place = len(self.code), len(tag.kids)
        instead = f"/ActualText<{_hexadecimal(spoken)}>" if spoken else ""
        tag.kids.append(Spot(self.number, self.marked))
        self.marked += 1
        with self.within(f"/{tag.kind} <</MCID {self.marked - 1}{instead}>> BDC"):
            yield
        if len(self.code) == drawn:
            del tag.kids[place]
            self.marked -= 1

    def close(self) -> None:
        """End the marked content that is open; the page can be drawn on after it."""
        if self._opened:
            self.code.append("EMC")
            self._opened = ""

    def _draw(self, operators: str) -> None:
        if self._opened != self._inside:
            self.close()
            self.code.append(self._inside)
            self._opened = self._inside
        self.code.append(operators)

    def text(self, x: float, y: float, text: str, style: Style, after: str = "") -> float:
        """Set `text`, in the order of the eye, with its baseline at `y`; give its width.

        `after` is a space that is set but not counted, so that words read
        from the page do not run into one another.
        """
        shown = self.fonts.shown(text + after, style.face, style.size)
        if shown:
            self._draw(f"BT {style.ink} rg {x:.2f} {self.height - y:.2f} Td {shown} ET")
        return self.fonts.width(text, style.face, style.size)

    def right_text(self, x: float, y: float, text: str, style: Style) -> float:
        """Set `text` so that it ends at `x`; give its width."""
        width = self.fonts.width(text, style.face, style.size)
        self.text(x - width, y, text, style)
        return width

    def link_text(self, x: float, y: float, text: str, style: Style, goal: Goal, tag: Tag) -> float:
        """Set `text` underlined, leading to `goal`, as the Link `tag`; give its width."""
        if not self.leads(goal):
            tag.kind = "Span"
            with self.tagged(tag):
                return self.text(x, y, text, style)
        with self.tagged(tag):
            return self.link_again(x, y, text, style, goal, tag)

    def link_again(
        self, x: float, y: float, text: str, style: Style, goal: Goal, tag: Tag, after: str = ""
    ) -> float:
        """Do the same, but let the words belong to what is around them."""
        width = self.text(x, y, text, style, after)
        self.line(x, y + 1.5, x + width, y + 1.5, ink=style.ink, thick=0.5)
        tag.kids.append(Spot(self.number, region=len(self.regions)))
        self.regions.append(Region((x - 1, y - style.size, x + width + 1, y + 3), goal))
        return width

    def lines(self, x: float, y: float, lines: Sequence[Line], tag: Tag | None = None) -> float:
        """Set `lines` one below another from the upper left corner x, y; give their height.

        They are the words of `tag`, and what leads somewhere is a Link below
        it. Without a tag they belong to what is around, and nothing may lead
        anywhere.
        """
        placed, below = list[_Placed](), y
        for line in lines:
            for part in _in_order(line):
                # the baseline lies where a line of this leading has its letters in the middle
                base = below + line.height * 0.5 + part.style.size * 0.34
                placed.append(_Placed(x + part.x, base, part))
            if line.fragments and line.end:
                placed[-1].after = line.end
            below += line.height
        for goal, run in groupby(placed, key=lambda one: one.part.goal):
            self._run(list(run), goal if goal and self.leads(goal) else None, tag)
        return below - y

    def _run(self, run: "list[_Placed]", goal: Goal | None, tag: Tag | None) -> None:
        """Set fragments that follow one another and lead to one place, or to none."""
        if tag is None:
            if goal is not None:
                raise ValueError("what leads somewhere needs a tag")
            for one in run:
                self.text(one.x, one.base, one.part.text, one.part.style, one.after)
            return
        spoken = ""
        if any(one.part.text != one.part.spoken for one in run):
            spoken = "".join(one.part.spoken + one.after for one in run)
        owner = tag if goal is None else tag.add("Link")
        with self.tagged(owner, spoken):
            for one in run:
                words = (one.x, one.base, one.part.text, one.part.style)
                after = "" if spoken else one.after
                if goal is None:
                    self.text(*words, after)
                else:
                    self.link_again(*words, goal, owner, after)

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        ink: Ink = RULE,
        thick: float = 0.8,
        dash: str = "",
        round_ends: bool = False,
    ) -> None:
        """Draw a straight line; `dash` is written as in a content stream ("3 2")."""
        ends = " 1 J" if round_ends else ""
        dashes = f" [{dash}] 0 d" if dash else ""
        self._draw(
            f"q {ink} RG {thick:g} w{ends}{dashes} {x1:.2f} {self.height - y1:.2f} m "
            f"{x2:.2f} {self.height - y2:.2f} l S Q"
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: Ink = "",
        edge: Ink = "",
        thick: float = 0.8,
    ) -> None:
        """Draw a rectangle from its upper left corner."""
        path = f"{x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re"
        self._paint(path, fill, edge, thick)

    def shape(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: Ink = "",
        edge: Ink = "",
        thick: float = 1.3,
    ) -> None:
        """Draw a closed shape with straight sides."""
        spots = [f"{x:.2f} {self.height - y:.2f}" for x, y in points]
        path = f"{spots[0]} m " + " ".join(f"{spot} l" for spot in spots[1:]) + " h"
        self._paint(path, fill, edge, thick)

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: Ink = "",
        edge: Ink = "",
        dotted: bool = False,
    ) -> None:
        """Draw a circle around x, y."""
        y, far = self.height - y, radius * _ROUND
        quarters = [
            ((radius, far), (far, radius), (0, radius)),
            ((-far, radius), (-radius, far), (-radius, 0)),
            ((-radius, -far), (-far, -radius), (0, -radius)),
            ((far, -radius), (radius, -far), (radius, 0)),
        ]
        curves = [
            " ".join(f"{x + dx:.2f} {y + dy:.2f}" for dx, dy in one) + " c" for one in quarters
        ]
        path = f"{x + radius:.2f} {y:.2f} m {' '.join(curves)} h"
        self._paint(path, fill, edge, 1.8 if dotted else 1.3, "1 J [.1 3.2] 0 d" if dotted else "")

    def _paint(self, path: str, fill: Ink, edge: Ink, thick: float, pen: str = "") -> None:
        inks = (f"{fill} rg " if fill else "") + (f"{edge} RG {thick:g} w {pen} " if edge else "")
        how = "B" if fill and edge else "f" if fill else "S"
        self._draw(f"q {inks}{path} {how} Q")

    def bar(self, x: float, top: float, bottom: float, bar: Bar) -> None:
        """Draw the solid bar of a record's words or the dotted one of a person's."""
        self.bars.add(bar)
        if bar is Bar.SAID:
            # round dots: no length, but round ends
            self.line(
                x, top + 2, x, bottom - 1, ink=PLUM, thick=2.4, dash=".1 4.6", round_ends=True
            )
        else:
            self.line(x, top, x, bottom, ink=BLUE, thick=2.4)

    def frame(self, x: float, y: float, width: float, height: float, *, thick: float = 1.6) -> None:
        """Draw the heavy frame around what must not be missed."""
        self.box(x, y, width, height, edge=INK, thick=thick)


@dataclass(slots=True)
class _Placed:
    """A fragment on its baseline, and the space after it."""

    x: float
    base: float
    part: Fragment
    after: str = ""


def _in_order(line: Line) -> Sequence[Fragment]:
    return line.fragments[::-1] if line.from_right else line.fragments


def _hexadecimal(text: str) -> str:
    return (b"\xfe\xff" + text.encode("utf-16-be", "replace")).hex()
