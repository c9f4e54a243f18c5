"""A window on a fresh case, and what tests of it do again and again."""

import gc
from datetime import date

import pytest

from app.case.casefile import CaseFile

# What needs Qt is imported inside the fixtures: this file is read where Qt cannot load, too.


@pytest.fixture(scope="session", autouse=True)
def what_is_loaded():
    """Take what was there before the first test out of the collector's sight: it saves time."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def cycles_collected_here():
    """Keep Python's collector on this thread, as the program does: see ui/tidying.py."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def looks(qapp):
    from ui.theme.looks import Looks

    return Looks(qapp)


@pytest.fixture
def make_window(qtbot, looks):
    """Return a function that shows a window on a case; it is closed after the test."""

    from ui.main_window import MainWindow
    from ui.session import CaseSession

    def make(case: CaseFile, **given) -> MainWindow:
        window = MainWindow(CaseSession(case), looks, **given)
        qtbot.addWidget(window, before_close_func=lambda shown: put_away(shown, qtbot))
        window.show()
        return window

    return make


@pytest.fixture
def case(tmp_path):
    return CaseFile.create(tmp_path / "smith.casepack")


@pytest.fixture
def window(make_window, case):
    return make_window(case)


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


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory):
    """The file of the sample case, which is made once; work on a copy of it."""
    from app.progress import Progress
    from app.sample.demo import make_demo

    folder = tmp_path_factory.mktemp("sample")
    return make_demo(folder, made=date(2026, 11, 22), progress=Progress()).case


@pytest.fixture
def titles():
    """Return a function that gives the titles in the list."""

    def read(window):
        window.stage.go("records", focus=False)
        rows = window.stage.made("records").rows
        return [rows.record(row).title for row in range(rows.rowCount())]

    return read


@pytest.fixture
def reviewed(qtbot):
    """Return a function that adds paths up to the review, and gives the review."""

    def look(window, *paths):
        window.add(list(paths))
        qtbot.waitUntil(lambda: window.review is not None and window.review.whole, timeout=20000)
        qtbot.waitUntil(lambda: not window.session.jobs.busy)
        return window.review

    return look


def put_away(window, qtbot):
    """Close a window the way its session wants it: stop, let go of the file, then close."""
    if window.isVisible():
        window.leaving.go()
        qtbot.waitUntil(lambda: not window.isVisible(), timeout=20000)
