"""What makes a window hard or impossible to use for somebody who hears it."""

from collections.abc import Sequence

from tests.ui.atspi.bus import Seen

SAYS_NOTHING = ("filler", "unknown", "invalid", "redundant object", "layered pane")
"""Roles of boxes that only hold others; screen readers pass over them, and over their names."""


def faults_of(window: Sequence[Seen]) -> list[str]:
    """Give one line for each fault of what is showing of a window, which comes first itself."""
    faults = [] if window[0].name else ["the window has no title"]
    for one in window:
        if "focusable" in one.states:
            if not one.words.strip():
                faults.append(f"takes the keyboard and has no name: {_path(one)}")
            if one.role in SAYS_NOTHING:
                faults.append(f"takes the keyboard and says nothing of what it is: {_path(one)}")
        elif one.name and one.role in SAYS_NOTHING:
            faults.append(f"its name is passed over, as it is no group: {_path(one)}")
        if one.role == "combo box" and not any(one.labels):
            faults.append(f"only its choice is read out, as it has no label: {_path(one)}")
        if one.role == "heading" and not (one.name.strip() and one.level):
            faults.append(f"a heading without words or level: {_path(one)}")
    return faults + _faults_of_headings(window)


def headings(window: Sequence[Seen], level: int) -> list[str]:
    """Give the headings of one level, in the order they are read."""
    return [one.name for one in window if one.role == "heading" and one.level == level]


def _faults_of_headings(window: Sequence[Seen]) -> list[str]:
    first = headings(window, 1)
    return [] if len(first) == 1 else [f"{len(first)} headings of level 1: {first}"]


def _path(one: Seen) -> str:
    """Give the object and the named ones it lies in, so that a reader finds it in the window."""
    names, above = [str(one)], one.above
    while above is not None:
        if above.name:
            names.append(str(above))
        above = above.above
    return " in ".join(names)
