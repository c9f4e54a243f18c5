"""One page of ours: marks on paper, and what they lead to.

Every length is in points; y grows downwards from the top edge.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from app.dossier.styles import BLUE, PLUM, RULE
from app.typesetting.fonts import Face, Fonts
from app.typesetting.style import INK, Ink, Style
from app.typesetting.text import Goal, Line

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


@dataclass(frozen=True, slots=True)
class Mark:
    """A line for the outline."""

    title: str
    level: int


@dataclass(slots=True)
class Sheet:
    """A page being drawn; `number` is its number in the finished dossier, from 1."""

    number: int
    width: float
    height: float
    fonts: Fonts
    code: list[str] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    anchors: dict[str, float | None] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    bars: set[Bar] = field(default_factory=set)

    def text(self, x: float, y: float, text: str, style: Style) -> float:
        """Set `text`, in the order of the eye, with its baseline at `y`; give its width."""
        return self._glyphs(x, y, text, style.face, style.size, style.ink)

    def _glyphs(self, x: float, y: float, text: str, face: Face, size: float, ink: Ink) -> float:
        shown = self.fonts.shown(text, face, size)
        if shown:
            self.code.append(f"BT {ink} rg {x:.2f} {self.height - y:.2f} Td {shown} ET")
        return self.fonts.width(text, face, size)

    def right_text(self, x: float, y: float, text: str, style: Style) -> float:
        """Set `text` so that it ends at `x`; give its width."""
        width = self.fonts.width(text, style.face, style.size)
        self.text(x - width, y, text, style)
        return width

    def link_text(self, x: float, y: float, text: str, style: Style, goal: Goal) -> float:
        """Set `text` underlined, leading to `goal`; give its width."""
        width = self.text(x, y, text, style)
        self.underline(x, y, width, style, goal)
        return width

    def underline(self, x: float, y: float, width: float, style: Style, goal: Goal) -> None:
        """Make the words that were set at x, y lead to `goal`."""
        self.line(x, y + 1.5, x + width, y + 1.5, ink=style.ink, thick=0.5)
        self.regions.append(Region((x - 1, y - style.size, x + width + 1, y + 3), goal))

    def lines(self, x: float, y: float, lines: Sequence[Line]) -> float:
        """Set `lines` one below another from the upper left corner x, y; give their height."""
        below = y
        for line in lines:
            for part in line.fragments:
                # the baseline lies where a line of this leading has its letters in the middle
                base = below + line.height * 0.5 + part.style.size * 0.34
                if part.goal is None:
                    self.text(x + part.x, base, part.text, part.style)
                else:
                    self.link_text(x + part.x, base, part.text, part.style, part.goal)
            below += line.height
        return below - y

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
        self.code.append(
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
        self.code.append(f"q {inks}{path} {how} Q")

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
