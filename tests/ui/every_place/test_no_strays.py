"""Nothing of a place ever shows as a window of its own: that would take the keyboard away."""

from PySide6.QtCore import QEvent, QObject

from tests.ui.every_place.scenes import insides, places
from tests.ui.every_place.seen import who


class Strays(QObject):
    """Notes what is shown without a place in a window."""

    def __init__(self, program):
        super().__init__()
        self.seen = []
        program.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - a name of Qt
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            self.seen.append(who(watched))
        return False


def test_no_part_of_a_place_shows_as_a_window_of_its_own(filled, make_window, calm, qapp):
    window = make_window(filled)
    calm(window)
    strays = Strays(qapp)
    for shown in (places, insides):
        for _what in shown(window):
            calm(window)
    qapp.removeEventFilter(strays)
    assert strays.seen == []
