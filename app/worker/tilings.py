"""Pages that would keep another reader drawing for hours: patterns with steps too small to see."""

import pikepdf

MOST_TILES = 4_000_000  # on one page; a dot on every point of an A3 page has a million
_DEEPEST = 8  # forms within forms


def endless(page: pikepdf.Object, resources: pikepdf.Object | None) -> bool:
    """Whether a tiling pattern of the page repeats so often that drawing it takes ages."""
    area = _area(page)
    return any(area / tile > MOST_TILES for tile in _tiles(resources, 0, set()))


def _tiles(resources: pikepdf.Object | None, depth: int, seen: set[tuple[int, int]]) -> list[float]:
    """Give the areas in points of one tile of every tiling pattern within reach."""
    if not isinstance(resources, pikepdf.Dictionary) or depth > _DEEPEST:
        return []
    found: list[float] = []
    for key in ("/Pattern", "/XObject"):
        group = resources.get(key)
        if not isinstance(group, pikepdf.Dictionary):
            continue
        for one in group.values():
            if not isinstance(one, pikepdf.Stream) or one.objgen in seen:
                continue
            seen.add(one.objgen)
            if one.get("/PatternType") == 1:
                found.append(_tile(one))
            found += _tiles(one.get("/Resources"), depth + 1, seen)
    return found


def _tile(pattern: pikepdf.Object) -> float:
    try:
        step = abs(float(pattern.get("/XStep", 0)) * float(pattern.get("/YStep", 0)))
        a, b, c, d = _numbers(pattern.get("/Matrix"), (1, 0, 0, 1, 0, 0))[:4]
    except (TypeError, ValueError, ArithmeticError):
        return 1e-9  # not even numbers: nobody knows how often it repeats
    return max(step * abs(a * d - b * c), 1e-9)


def _area(page: pikepdf.Object) -> float:
    try:
        left, low, right, high = _numbers(page.get("/MediaBox"), (0, 0, 612, 792))
    except (TypeError, ValueError, ArithmeticError):
        return 612.0 * 792.0
    return max(abs((right - left) * (high - low)), 1.0)


def _numbers(array: pikepdf.Object | None, otherwise: tuple[float, ...]) -> tuple[float, ...]:
    if not isinstance(array, pikepdf.Array):
        return otherwise
    return tuple(float(str(value)) for value in array.as_list())
