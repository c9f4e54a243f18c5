"""Where links and bookmarks of a PDF lead (ISO 32000-2, 12.3.2 and 12.6.4.2)."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf

from app.worker.readers.strings import Strings

_MOST_NODES = 50_000  # of a tree of names; more is a loop or an attack
_MOST_NAMES = 200_000
# where the numbers of a kind of destination stand: left, top
_LEFT = {"/XYZ": 2, "/FitR": 2, "/FitV": 2, "/FitBV": 2}
_TOP = {"/XYZ": 3, "/FitR": 5, "/FitH": 2, "/FitBH": 2}


@dataclass(frozen=True, slots=True)
class Destination:
    """A page, from 0, and the corner of it to show, in its own coordinates, where it is given."""

    page: int
    left: float | None = None
    top: float | None = None


class Destinations:
    """Finds the destinations of one PDF; `pages` are its pages in order."""

    def __init__(self, pdf: pikepdf.Pdf, pages: Sequence[pikepdf.Object], strings: Strings) -> None:
        self._root = pdf.Root
        self._numbers = {page.objgen: number for number, page in enumerate(pages)}
        self._count = len(pages)
        self._strings = strings
        self._names: dict[bytes, object] | None = None

    def of(self, node: pikepdf.Object) -> Destination | None:
        """Give where a link or a bookmark leads; None for a broken one, or out of the file."""
        try:
            return self._of(node)
        except ValueError:  # a name in letters that are none
            return None

    def _of(self, node: pikepdf.Object) -> Destination | None:
        goal: object = node.get("/Dest")
        action = node.get("/A")
        if goal is None and isinstance(action, pikepdf.Dictionary):
            goal = action.get("/D") if action.get("/S") == pikepdf.Name.GoTo else None
        if isinstance(goal, (pikepdf.String, pikepdf.Name)):
            goal = self._named(goal)
        if isinstance(goal, pikepdf.Dictionary):
            goal = goal.get("/D")
        if not isinstance(goal, pikepdf.Array) or not len(goal):
            return None
        page = self._number(goal[0])
        kind = str(goal[1]) if len(goal) > 1 and isinstance(goal[1], pikepdf.Name) else ""
        if page is None:
            return None
        return Destination(page, _part(goal, _LEFT.get(kind)), _part(goal, _TOP.get(kind)))

    def _number(self, page: object) -> int | None:
        if isinstance(page, int) and not isinstance(page, bool):  # some programs write the number
            return page if 0 <= page < self._count else None
        if isinstance(page, pikepdf.Dictionary) and page.is_indirect:
            return self._numbers.get(page.objgen)
        return None

    def _named(self, name: pikepdf.Object) -> object:
        if self._names is None:
            self._names = dict(_name_tree(self._root, self._strings))
        old = self._root.get("/Dests")
        if isinstance(name, pikepdf.Name):
            found = old.get(str(name)) if isinstance(old, pikepdf.Dictionary) else None
            return self._names.get(str(name)[1:].encode()) if found is None else found
        if not (raw := self._strings.raw(name)):
            return None
        if raw in self._names:
            return self._names[raw]
        spelt = "/" + str(name)
        return old.get(spelt) if isinstance(old, pikepdf.Dictionary) else None


def _part(goal: pikepdf.Array, place: int | None) -> float | None:
    return number(goal[place]) if place is not None and place < len(goal) else None


def number(value: object) -> float | None:
    """Give a number of a PDF as a float; None for anything else."""
    if isinstance(value, (bool, str, bytes, pikepdf.Object)) or value is None:
        return None
    found = float(value)  # type: ignore[arg-type]
    return found if math.isfinite(found) else None


def _name_tree(root: pikepdf.Object, strings: Strings) -> Iterator[tuple[bytes, object]]:
    names = root.get("/Names")
    waiting = [names.get("/Dests")] if isinstance(names, pikepdf.Dictionary) else []
    seen: set[tuple[int, int]] = set()
    nodes = given = 0
    while waiting and nodes < _MOST_NODES:
        node = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary) or node.objgen in seen:
            continue
        if node.is_indirect:
            seen.add(node.objgen)
        nodes += 1
        kids, pairs = node.get("/Kids"), node.get("/Names")
        if isinstance(kids, pikepdf.Array):
            waiting += [kids[place] for place in range(min(len(kids), _MOST_NODES - nodes))]
        if not isinstance(pairs, pikepdf.Array):
            continue
        for place in range(0, len(pairs) - 1, 2):
            if given == _MOST_NAMES:
                return
            given += 1
            if name := strings.raw(pairs[place]):
                yield name, pairs[place + 1]
