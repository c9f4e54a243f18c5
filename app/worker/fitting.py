"""Where a record's page lies on the paper: the arithmetic, for both sides of the wall."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fitted:
    """How an upright page lies on the paper.

    `paper` is the paper's width and height; `box` is where the page lies, in
    points from the lower left; `scale` is at most 1.
    """

    paper: tuple[float, float]
    box: tuple[float, float, float, float]
    scale: float


def fitted(
    wide: float,
    high: float,
    paper: tuple[float, float],
    margins: tuple[float, float, float, float],
) -> Fitted:
    """Say where an upright page of `wide` by `high` points goes inside `margins`.

    The margins are left, top, right and bottom. The page is never enlarged,
    stands at the top in the middle, and lies on paper turned on its side when
    it is wider than high.
    """
    width, height = (max(paper), min(paper)) if wide > high else paper
    left, top, right, bottom = margins
    room = (width - left - right, height - top - bottom)
    scale = min(1.0, room[0] / wide, room[1] / high)
    x = left + (room[0] - wide * scale) / 2
    y = height - top - high * scale
    return Fitted((width, height), (x, y, x + wide * scale, y + high * scale), scale)
