"""The look changes at once, and what was out of sight wears it when it is shown."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QWidget

from app.case.casefile import CaseFile
from app.model.person import Patient
from ui.theme.icons import icon

SIZE = (1400, 1000)
WAY = (("dark", 1.0), ("contrast", 2.0))
PLACES = ("plan", "records", "medicines", "diagnosis", "settings")
LIGHT = 0.8  # of the way from black to white
MOST_LIGHT = 0.03  # of a dark page: its words are light


@pytest.fixture(autouse=True)
def usual_look(qapp, looks):
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)  # a cursor that blinks makes two pictures differ
    looks.wear("light", 1.0)
    yield
    looks.wear("", 1.0)
    qapp.setCursorFlashTime(flash)


@pytest.fixture
def opened(qtbot, make_window, tmp_path):
    """Return a function that shows a window on a case of its own, with these places opened."""

    def make(name, *places):
        (tmp_path / name).mkdir()
        case = CaseFile.create(tmp_path / name / "smith.casepack")
        with case.change("Name"):
            case.people.save(Patient(name="Jo Smith"))
        window = make_window(case)
        window.resize(*SIZE)
        for code in places:
            come(window, code, qtbot)
        return window

    return make


def come(window, code, qtbot):
    """Go to a place, and wait until nothing changes by itself; no focus ring is in the way."""
    window.stage.go(code, focus=False)
    calm(window, qtbot)
    measure_anew(window)


def measure_anew(window):
    """Forget what was measured at other widths: that decides about scroll bars, in any look."""
    for more in (9, 0):
        for one in window.stage.currentWidget().findChildren(QWidget):
            one.updateGeometry()
        window.resize(SIZE[0] + more, SIZE[1] + more)
        QApplication.processEvents()


def calm(window, qtbot):
    session = window.session
    qtbot.waitUntil(lambda: not session.jobs.busy and not session.pictures.busy, timeout=20000)
    if (focused := QApplication.focusWidget()) is not None:
        focused.clearFocus()
    QApplication.processEvents()


def picture(window):
    return window.stage.currentWidget().grab().toImage()


def light_share(image):
    points = [(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)]
    light = sum(image.pixelColor(x, y).lightnessF() > LIGHT for x, y in points)
    return light / len(points)


class Told(QObject):
    """Counts how often each widget is told that it is dressed anew."""

    def __init__(self, qapp):
        super().__init__()
        self.times = Counter()
        qapp.installEventFilter(self)

    def eventFilter(self, seen, event):  # noqa: N802 - a name of Qt's
        if event.type() == QEvent.Type.StyleChange:
            self.times[seen] += 1
        return False


def test_a_place_shown_after_changes_looks_as_if_it_were_made_in_the_look(opened, looks, qtbot):
    window = opened("old", *PLACES, "about")
    for number, (theme, scale) in enumerate(WAY):
        looks.wear(theme, scale)
        fresh = opened(f"fresh{number}")
        for code in PLACES:
            come(window, code, qtbot)
            come(fresh, code, qtbot)
            assert picture(window) == picture(fresh), (code, theme, scale)
        come(window, "about", qtbot)


def test_a_place_that_missed_several_changes_wears_the_last_one(opened, looks, qtbot):
    window = opened("old", *PLACES, "plan")
    for theme, scale in WAY:
        looks.wear(theme, scale)
    looks.wear("dark", 1.3)
    fresh = opened("fresh")
    for code in PLACES:
        come(window, code, qtbot)
        come(fresh, code, qtbot)
        assert picture(window) == picture(fresh), code


def test_nothing_light_is_left_in_the_dark_in_places_that_were_not_in_sight(opened, looks, qtbot):
    window = opened("case")
    every = [spot.code for spot in window.spots]
    for code in every:
        come(window, code, qtbot)
    looks.wear("dark", 1.0)
    for code in every:
        come(window, code, qtbot)
        assert light_share(picture(window)) < MOST_LIGHT, code


def test_only_what_is_in_sight_is_dressed_when_the_look_changes(opened, looks, qtbot, qapp):
    window = opened("case", *PLACES)
    hidden = [window.stage.made(code) for code in PLACES if code != PLACES[-1]]
    told = Told(qapp)
    looks.wear("dark", 1.0)
    qapp.removeEventFilter(told)
    shown = window.stage.currentWidget()
    assert told.times[shown] > 0
    assert not [one for place in hidden for one in told.times if within(place, one)]
    deepest = max(shown.findChildren(QWidget), key=depth)
    assert told.times[deepest] <= 4, "each widget is dressed once for every widget around it"


def test_a_place_out_of_sight_keeps_what_was_typed(opened, looks, qtbot):
    window = opened("case", "about", "plan")
    about = window.stage.made("about")
    typed = next(one for one in about.findChildren(QLineEdit) if one.isVisibleTo(about))
    typed.setText("0171 555")
    looks.wear("dark", 1.0)
    assert typed.text() == "0171 555"
    come(window, "about", qtbot)
    assert typed.text() == "0171 555"
    window.stage.leave()


def test_lists_of_a_place_that_was_out_of_sight_open_dark(opened, looks, qtbot):
    window = opened("case", "settings", "plan")
    looks.wear("dark", 1.0)
    come(window, "settings", qtbot)
    boxes = window.stage.currentWidget().findChildren(QComboBox)
    boxes = [box for box in boxes if box.isVisible()]
    assert boxes
    for box in boxes:
        opens = box.view().window()
        opens.resize(300, 200)  # it has no size before it is opened
        assert light_share(opens.grab().toImage()) < 0.25


def test_menus_are_dark_after_the_change(opened, looks):
    window = opened("case")
    looks.wear("dark", 1.0)
    for menu in window.menuBar().findChildren(QMenu):
        menu.ensurePolished()
        assert light_share(menu.grab().toImage()) < 0.25, menu.title()


def test_changing_back_and_forth_leaves_the_font_as_it_was(looks, qapp):
    before = qapp.font().families()
    for theme in ("dark", "light", "contrast", "light"):
        looks.wear(theme, 2.0)
    looks.wear("light", 1.0)
    assert qapp.font().families() == before


def test_pictures_are_drawn_for_the_pixels_of_every_screen(qapp, looks):
    drawn = icon("plus", 18).availableSizes()
    assert {size.width() for size in drawn} == {
        round(18 * screen.devicePixelRatio()) for screen in qapp.screens()
    }


def test_a_screen_that_changes_has_the_pictures_drawn_again(qapp, looks, qtbot):
    with qtbot.waitSignal(looks.changed):
        qapp.primaryScreen().geometryChanged.emit(qapp.primaryScreen().geometry())


def within(place, one):
    return isinstance(one, QWidget) and (one is place or place.isAncestorOf(one))


def depth(widget):
    count = 0
    while (widget := widget.parentWidget()) is not None:
        count += 1
    return count
