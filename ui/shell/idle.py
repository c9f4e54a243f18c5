"""Notices when nobody has touched a window for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Idle(QObject):
    """Tells `noticed` after so many minutes without a key or the mouse; 0 for never.

    It watches the window of the system, not every widget: that would cost
    each event a call.
    """

    noticed = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.noticed)
        self.wait(minutes)

    def watch(self, window: QWindow) -> None:
        """Let what happens in `window` count as being there."""
        window.installEventFilter(self)

    @Slot(int)
    def wait(self, minutes: int) -> None:
        """Wait so long from now on."""
        self._timer.setInterval(minutes * 60_000)
        self._timer.stop()
        if minutes:
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - a name of Qt's
        """Begin to wait anew whenever somebody is there."""
        if self._timer.isActive() and event.type() in _TOUCHES:
            self._timer.start()
        return super().eventFilter(watched, event)

    def start(self) -> None:
        """Wait again, after `noticed`."""
        if self._timer.interval():
            self._timer.start()
