"""Work that is done bit by bit, so that the window answers in between."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Slot

Step = Callable[[], object]


class Slices(QObject):
    """Takes one step in each turn of the window, in order, from `go` until there are no more."""

    def __init__(self, steps: Iterable[Step], parent: QObject) -> None:
        """Note the steps; those that are not taken go with `parent`."""
        super().__init__(parent)
        self._steps = deque(steps)
        self._taking = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def go(self) -> None:
        """Take a step in the next turn, and so on."""
        if self._steps:
            self._timer.start(0)

    def pause(self) -> None:
        """Take no step until `go`, or until somebody needs them all."""
        self._timer.stop()

    @Slot()
    def stop(self) -> None:
        """Take no step any more: what they need is about to go."""
        self._timer.stop()
        self._steps.clear()

    def then(self, step: Step) -> None:
        """Take another step after all others; at once where they are done."""
        if self._steps:
            self._steps.append(step)
        else:
            step()

    def finish(self) -> None:
        """Take all steps that are left, now: somebody cannot wait."""
        while self._steps:
            self._step()

    def catch_up(self) -> None:
        """Take all steps that are left, unless it is one of them that asks."""
        if not self._taking:
            self.finish()

    def _step(self) -> None:
        step = self._steps.popleft()
        if not self._steps:
            self._timer.stop()
        was, self._taking = self._taking, True
        try:
            step()
        finally:
            self._taking = was
