"""Spares places that are out of sight a change of the look, until somebody goes there.

Qt dresses every widget that was ever shown when the look of the program
changes; once all places were opened, most of that work is for nobody's eyes.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.pages.place import Place
from ui.theme.looks import Looks

_DRESSED = Qt.WidgetAttribute.WA_WState_Polished  # Qt dresses again only what has this
_OWN_STYLE = Qt.WidgetAttribute.WA_SetStyle  # and tells only what lacks this


class PlaceLooks(Looks):
    """The look of the program for one place, which hears of a change when it is in sight.

    Before that its widgets have the old size of text, and would measure themselves by it.
    """

    def __init__(self, looks: Looks, parent: QObject, room: QWidget) -> None:
        QObject.__init__(self, parent)  # not Looks: that would dress the program once more
        self._whole = looks
        self.room = room

    @property
    def scale(self) -> float:
        """How much larger than usual the text is: 1.0 to 2.0."""
        return self._whole.scale

    @property
    def theme(self) -> str:
        """The colours that were chosen, or "" for the system's."""
        return self._whole.theme

    def wear(self, theme: str = "", scale: float = 1.0) -> None:
        """Put a theme and a size of text on the whole program."""
        self._whole.wear(theme, scale)

    def larger(self) -> None:
        """Make all text of the program a step larger."""
        self._whole.larger()

    def smaller(self) -> None:
        """Make all text of the program a step smaller."""
        self._whole.smaller()

    def usual(self) -> None:
        """Give all text of the program its usual size."""
        self._whole.usual()


class Wardrobe(QObject):
    """Leaves the places that `hidden` gives as they are while the look changes.

    Such a place has to be given to `dress` before it is shown again.
    """

    def __init__(
        self, looks: Looks, hidden: Callable[[], Sequence[Place]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._looks = looks
        self._hidden = hidden
        self._own: list[PlaceLooks] = []
        self._bare: set[Place] = set()
        self._passed_over: list[QWidget] = []
        looks.changing.connect(self._undress)
        looks.dressed.connect(self._end)
        looks.changed.connect(self._tell)

    def looks_of_place(self, room: QWidget) -> PlaceLooks:
        """Give the look for a place that is about to be made in this room."""
        made = PlaceLooks(self._looks, self, room)
        self._own.append(made)
        return made

    def dress(self, place: Place) -> None:
        """Put the look of now on a place and all in it; nothing happens if it wears it."""
        if place not in self._bare:
            return
        self._bare.remove(place)
        style = place.style()
        for one in _all(place):
            if not one.testAttribute(_DRESSED):
                style.polish(one)
                one.setAttribute(_DRESSED)
                QCoreApplication.sendEvent(one, QEvent(QEvent.Type.StyleChange))
        place.looks.changed.emit()

    @Slot()
    def _undress(self) -> None:
        """Take the old look off as Qt does, and let Qt pass over these for the new one."""
        for place in self._hidden():
            self._bare.add(place)
            for one in _all(place):
                if one.testAttribute(_DRESSED):
                    one.style().unpolish(one)
                    one.setAttribute(_DRESSED, on=False)
                if not one.testAttribute(_OWN_STYLE):
                    one.setAttribute(_OWN_STYLE)
                    self._passed_over.append(one)

    @Slot()
    def _end(self) -> None:
        for one in self._passed_over:
            if isValid(one):
                one.setAttribute(_OWN_STYLE, on=False)
        self._passed_over = []

    @Slot()
    def _tell(self) -> None:
        bare = {place.looks for place in self._bare}
        for one in self._own:
            if one not in bare:
                one.changed.emit()


def _all(root: QWidget) -> list[QWidget]:
    return [root, *root.findChildren(QWidget)]
