"""A case that is closed leaves nothing in memory: no window, no place, no words, no pictures."""

import gc
import shutil
from weakref import ref

import pytest
from PySide6.QtCore import QAbstractItemModel, QObject
from shiboken6 import isValid

from tests.ui.long_use import let_go, memory, until, work_on
from ui.front_door import FrontDoor
from ui.widgets.page_view import PageView

ROUNDS, WARM = 5, 2
MORE_MEMORY = 4 * 1024 * 1024  # bytes, of all the rounds after the first ones


@pytest.fixture
def door(looks, tmp_path):
    door = FrontDoor(looks, tmp_path / "example")
    door.begin([])
    yield door
    door.stop()
    for window in list(door.windows):
        window.leaving.go()
    until(lambda: not door.windows)
    door.welcome.close()


def opened(door, path):
    door.open(path)
    until(lambda: bool(door.windows))
    return door.windows[0]


def visit(window):
    """Show every place and a page, and type a little."""
    for spot in window.spots:
        window.stage.go(spot.code)
        work_on(0.03)
    window.stage.made("questions").field.setText("Do I need it?")
    window.stage.made("questions").add.click()
    window.deeds.undo()
    records = window.stage.made("records")
    window.stage.go("records")
    records.show_record(records.shelf.all()[0].id)
    until(lambda: not window.session.pictures.busy)


def models():
    """Give every model that there is now."""
    return [one for one in gc.get_objects() if isinstance(one, QAbstractItemModel)]


def parts_of(window, earlier=frozenset()):
    """Give weak references to what must go, each with its name; not the models of other tests."""
    session = window.session
    parts = [window, session, session.case, session.pictures, session.draft, session.jobs]
    parts += [window.stage.made(spot.code) for spot in window.spots]
    parts += window.findChildren(QAbstractItemModel) + window.findChildren(PageView)
    parts += [one for one in models() if id(one) not in earlier]
    return [(type(one).__name__, ref(one)) for one in parts]


def close(window, door):
    window.leaving.begin()
    until(lambda: not door.windows)


def test_all_of_a_case_is_freed_when_it_closes(door, sample_file, tmp_path):
    path = shutil.copy(sample_file, tmp_path / "sample.casepack")
    held = []
    let_go()
    others = models()  # held here, so that their ids stay theirs
    earlier = frozenset(map(id, others))
    for _round in range(ROUNDS):
        window = opened(door, path)
        visit(window)
        parts = parts_of(window, earlier)
        assert len(parts) > 30
        close(window, door)
        del window
        let_go()
        assert [name for name, one in parts if one() is not None] == []
        held.append(memory()[0])
    assert held[-1] - held[WARM - 1] < MORE_MEMORY, held


def test_the_widgets_themselves_are_destroyed_not_only_forgotten(door, sample_file, tmp_path):
    window = opened(door, shutil.copy(sample_file, tmp_path / "sample.casepack"))
    visit(window)
    wrapped: list[QObject] = [window, window.session, window.stage.made("records"), window.bar]
    close(window, door)
    let_go()
    assert [one for one in wrapped if isValid(one)] == []
