"""Marks that would touch stand below one another, in as many rows of their lane as it takes."""

from collections.abc import Sequence

MOST = 4  # rows of a lane; in more than these, marks lie over one another


def stack(reaches: Sequence[tuple[float, float]], gap: float, most: int = MOST) -> list[int]:
    """Give the row, from 0, of each mark of a lane, so that none in a row comes nearer than `gap`.

    `reaches` tells from where to where each mark lies, in pixels. Where `most`
    rows are not enough, a mark lies in the row in which it covers the least.
    """
    rows: list[float] = []  # where the last mark of each row ends
    found = [0] * len(reaches)
    for place in sorted(range(len(reaches)), key=lambda one: reaches[one]):
        left, right = reaches[place]
        row = next((at for at, end in enumerate(rows) if left - end >= gap), len(rows))
        if row == len(rows) and row < most:
            rows.append(right)
        elif row == len(rows):
            row = rows.index(min(rows))
        rows[row] = max(rows[row], right)
        found[place] = row
    return found
