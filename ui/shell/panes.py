"""Going from one part of the window to the next with F6."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.shell.stage import Stage
from ui.widgets.tab_order import stops


def step(before: QWidget, stage: Stage, after: Sequence[QWidget], by: int) -> None:
    """Give the keyboard to the part that lies `by` (1 or -1) parts from where it is now.

    The parts are `before`, the panes of the place, and what of `after` is in sight.
    """
    inside = panes_of(stage)
    panes = [one for one in (before, *inside, *after) if one.isVisible()]
    at = stage.window().focusWidget()
    here = [n for n, one in enumerate(panes) if at is one or (at and one.isAncestorOf(at))]
    if not here and at is not None and stage.isAncestorOf(at):
        here = [len(inside)]  # in the place, beside its panes
    start = here[-1] if here else -1 if by > 0 else 0
    for turn in range(1, len(panes) + 1):
        if focus_in(panes[(start + turn * by) % len(panes)]):
            return


def panes_of(stage: Stage) -> list[QWidget]:
    """Give the panes of what is shown, in the order of the screen."""
    if stage.guest is not None:
        return [stage.guest]
    return stage.place.panes() if stage.place is not None else []


def focus_in(pane: QWidget) -> bool:
    """Give the keyboard to a pane: to itself or to the first thing in it that takes it.

    Gives whether there was such a thing.
    """
    # not by nextInFocusChain(): PySide makes what that gives a part of what it was asked of, so
    # that the window's menus went with the first widget on the way round that was taken away
    for one in stops(pane):
        if one.isEnabled() and (one is pane or one.isVisible()):
            one.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
