"""Python's collector of cycles, kept on the window's thread.

It may run on any thread that makes objects, and whatever of Qt it finds it
destroys there; a widget that goes on a job's thread takes the program with
it. So it is switched off, and run from a timer of the window instead.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 2000  # milliseconds
WHOLE = 15  # pauses between two looks at everything


class Tidying(QObject):
    """Collects cycles here and nowhere else, until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(PAUSE)
        gc.disable()
        gc.freeze()  # what the start made stays anyway: looking at it again costs time

    def stop(self) -> None:
        """Collect a last time and let Python collect by itself again."""
        self._timer.stop()
        gc.collect()
        gc.enable()

    def _collect(self) -> None:
        self._count += 1
        gc.collect(2 if self._count % WHOLE == 0 else 1)
