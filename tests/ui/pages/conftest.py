"""One place alone in a window."""

import pytest

# What needs Qt is imported inside the fixture: this file is read where Qt cannot load, too.


@pytest.fixture
def show_place(qtbot, looks, case):
    """Return a function that shows a place of a kind alone, of a width in pixels."""
    from tests.ui.opened_place import Shown
    from ui import accessible

    accessible.install()
    kept = []

    def make(kind, width=1100):
        kept.append(Shown(kind, case, looks, (width, 740)))
        kept[-1].window.activateWindow()
        qtbot.waitUntil(kept[-1].window.isActiveWindow)
        return kept[-1]

    yield make
    for one in kept:
        one.close(qtbot)
