"""A list whose keyboard can always be seen."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView


class KeepInSight(QObject):
    """Brings the current row into sight when the keyboard comes to its list, or the list shrinks.

    The row has the ring: where somebody scrolled it away, nothing would show
    where the keyboard is. A press of the mouse scrolls nothing: the row under
    it would be another one then.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - a name of Qt's
        """Look once the list has taken its new size."""
        came = isinstance(event, QFocusEvent) and _by_keys(event)
        if came:
            self._bring()  # at once: what shows next shows the ring
        if came or (event.type() == QEvent.Type.Resize and self._view.hasFocus()):
            QTimer.singleShot(0, self, self._bring)
        return super().eventFilter(watched, event)

    @Slot()
    def _bring(self) -> None:
        if self._view.currentIndex().isValid():
            self._view.scrollTo(self._view.currentIndex())


def _by_keys(event: QFocusEvent) -> bool:
    return event.gotFocus() and event.reason() != Qt.FocusReason.MouseFocusReason
