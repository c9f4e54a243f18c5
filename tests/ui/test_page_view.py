"""One page, seen and handled as a person does; the real sealed room draws it."""

import gc
import hashlib
import weakref

import pytest
from PySide6.QtCore import QElapsedTimer, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from app.case.casefile import CaseFile
from app.worker.limits import Limits
from app.worker.orders import PageWords, Word
from tests.ui.shown_papers import SIZE, add_record, pdf, slow_pdf
from ui.session import CaseSession
from ui.shown_pages import Pages
from ui.theme.colours import DARK, LIGHT
from ui.widgets.page_view import PageView
from ui.widgets.sheet import Fit

LETTER = (
    ["Dear Dr Venn", "the pressure is high.", "Blood pressure 150/90"],
    ["second page", "no fever"],
    ["third page"],
)


@pytest.fixture(scope="module")
def shown(qapp, tmp_path_factory):
    """A session on a case with a letter, a scan and a note; its pages are drawn in one room."""
    folder = tmp_path_factory.mktemp("case")
    case = CaseFile.create(folder / "smith.casepack")
    session = CaseSession(case)
    session.letter = add_record(case, pdf(folder / "a.pdf", *LETTER), "Letter", 3)
    session.scan = add_record(case, pdf(folder / "b.pdf", []), "Photo", 1)
    with case.change("Add a note"):
        session.note = case.records.get(case.records.add("Diary", body="<b>My leg</b> hurts."))
    yield session
    job = session.close()
    while session.jobs.busy or session.pictures._jobs.busy:
        qapp.processEvents()
    assert job


@pytest.fixture
def view(shown, looks, qtbot):
    made = PageView(shown, looks)
    qtbot.addWidget(made)
    made.resize(440, 600)
    made.show()
    return made


@pytest.fixture
def wait(qtbot, shown):
    """Return a function that waits until picture and words of the page are there."""

    def until_there(view):
        qtbot.wait(200)  # a new size is asked for a moment later
        qtbot.waitUntil(lambda: not shown.pictures.busy, timeout=20000)
        qtbot.waitUntil(lambda: view.desk.has_picture, timeout=20000)

    return until_there


@pytest.fixture
def letter(view, shown, wait):
    view.show_record(shown.letter)
    wait(view)
    return view


def place(view, index):
    """Give the middle of a word on the desk."""
    word = view.desk.text.words[index]
    return view.desk.sheet.box(word.x0, word.y0, word.x1, word.y1).center().toPoint()


def colour(view, point):
    return QColor(view.desk.viewport().grab().toImage().pixel(point))


def seen(view, box):
    """Give the colours that show within a box on the desk."""
    image = view.desk.viewport().grab().toImage().copy(box.toRect())
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_a_record_is_shown_at_its_page_and_says_which(view, shown, wait):
    view.show_record(shown.letter, page=2)
    wait(view)
    assert view.tools.where.text() == "Page 2 of 3"
    assert view.desk.accessibleName() == "Page 2 of 3 of Letter"
    assert view.desk.accessibleDescription() == "second page\nno fever"
    left = view.desk.sheet.place
    assert colour(view, QPoint(round(left.left()) + 5, 300)).name() == "#ff0000"
    assert colour(view, QPoint(round(left.right()) - 5, 300)).name() == "#ffffff"
    assert colour(view, QPoint(3, 300)).name() == LIGHT.sunken.lower()


def test_pages_are_turned_by_keys_and_by_buttons(letter, qtbot):
    told = []
    letter.page_changed.connect(told.append)
    letter.desk.setFocus()
    qtbot.keyClick(letter.desk, Qt.Key.Key_PageUp)
    qtbot.keyClick(letter.desk, Qt.Key.Key_PageDown)
    assert letter.tools.where.text() == "Page 2 of 3"
    qtbot.mouseClick(letter.tools.on, Qt.MouseButton.LeftButton)
    assert not letter.tools.on.isEnabled()
    qtbot.keyClick(letter.desk, Qt.Key.Key_PageDown)
    qtbot.mouseClick(letter.tools.back, Qt.MouseButton.LeftButton)
    assert told == [2, 3, 2]


def test_text_chosen_with_the_mouse_is_copied(letter, qtbot):
    viewport = letter.desk.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place(letter, 1))
    qtbot.mouseMove(viewport, place(letter, 4))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place(letter, 4))
    assert letter.chosen_text == "Dr Venn\nthe pressure"
    qtbot.keyClick(letter.desk, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Dr Venn\nthe pressure"
    word = letter.desk.text.words[2]
    box = letter.desk.sheet.box(word.x0, word.y0, word.x1, word.y1)
    assert DARK.accent.lower() in seen(letter, box)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place(letter, 1))
    assert letter.chosen_text == ""


def test_text_is_chosen_word_by_word_with_keys(letter, qtbot):
    shift = Qt.KeyboardModifier.ShiftModifier
    letter.desk.setFocus()
    for _press in range(3):
        qtbot.keyClick(letter.desk, Qt.Key.Key_Right, shift)
    assert letter.chosen_text == "Dear Dr Venn"
    qtbot.keyClick(letter.desk, Qt.Key.Key_Left, shift)
    qtbot.keyClick(letter.desk, Qt.Key.Key_Down, shift)
    assert letter.chosen_text.splitlines()[0] == "Dear Dr Venn"
    assert letter.chosen_text.splitlines()[1].startswith("the")
    qtbot.keyClick(letter.desk, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert letter.chosen_text == "\n".join(LETTER[0])
    qtbot.keyClick(letter.desk, Qt.Key.Key_Escape)
    assert letter.chosen_text == ""


def test_a_double_click_chooses_a_word(letter, qtbot):
    where = place(letter, 4)
    qtbot.mouseDClick(letter.desk.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert letter.chosen_text == "pressure"


def test_every_place_that_is_found_is_marked_and_one_goes_from_place_to_place(letter, qtbot):
    letter.desk.setFocus()
    qtbot.keyClick(letter.desk, Qt.Key.Key_F3)
    row = letter.find_row
    qtbot.waitUntil(row.edit.hasFocus)
    qtbot.keyClicks(row.edit, "PRESSURE")
    assert row.told.text() == "1 of 2"
    boxes = []
    for index in (4, 8):
        word = letter.desk.text.words[index]
        assert word.text == "pressure"
        boxes.append(letter.desk.sheet.box(word.x0, word.y0, word.x1, word.y1))
    assert DARK.warn.lower() in seen(letter, boxes[0])
    assert LIGHT.warn_soft.lower() in seen(letter, boxes[1])
    assert LIGHT.warn.lower() in seen(letter, boxes[1].adjusted(-2, -2, 2, 2))

    qtbot.keyClick(row.edit, Qt.Key.Key_Return)
    assert row.told.text() == "2 of 2"
    assert DARK.warn.lower() in seen(letter, boxes[1])
    qtbot.mouseClick(row.on, Qt.MouseButton.LeftButton)
    assert row.told.text() == "1 of 2"
    qtbot.keyClick(row.edit, Qt.Key.Key_Escape)
    assert row.isHidden()
    assert letter.desk.hasFocus()
    assert LIGHT.warn_soft.lower() not in seen(letter, boxes[1])


def test_a_record_opens_with_what_was_searched_for_marked(view, shown, wait):
    view.show_record(shown.letter, page=2, find="fever")
    wait(view)
    assert view.find_row.told.text() == "1 of 1"
    view.go_to(3)
    wait(view)
    assert view.find_row.told.text() == "Not on this page"


def test_a_page_without_words_says_so(view, shown, wait):
    view.show_record(shown.scan)
    wait(view)
    assert view.desk.accessibleDescription() == (
        "This page is a picture. It has no words to read out."
    )
    view.open_find("pressure")
    assert view.find_row.told.text() == "There are no words to find on this page."


def wheel(view, steps, at):
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.desk.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.desk.viewport(), event)


def test_zooming_keeps_the_place_under_the_pointer_and_brings_a_sharper_picture(letter, wait):
    before = letter.desk.sheet
    at = place(letter, 4)
    spot = before.point(QPointF(at))
    wheel(letter, 4, at)
    now = letter.desk.sheet
    assert now.zoom == pytest.approx(before.zoom * 1.25**4)
    moved = now.transform().map(spot) - QPointF(at)
    assert moved.manhattanLength() < 3
    wait(letter)
    assert letter.desk._picture._image.width() == round(SIZE[0] * now.zoom)
    wheel(letter, -4, at)
    assert letter.desk.sheet.zoom == pytest.approx(before.zoom)


def test_the_page_fits_the_width_or_the_window(letter, qtbot):
    desk = letter.desk
    letter.resize(440, 300)
    qtbot.waitUntil(lambda: desk.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(desk.verticalScrollBar().isVisible)
    assert desk.horizontalScrollBar().maximum() == 0
    assert desk.sheet.place.width() == pytest.approx(desk.viewport().width() - 32, abs=1)
    assert letter.tools.fit.accessibleName() == "Show the whole page"
    qtbot.mouseClick(letter.tools.fit, Qt.MouseButton.LeftButton)
    assert desk.verticalScrollBar().maximum() == 0
    assert desk.viewport().rect().contains(desk.sheet.place.toRect())
    assert letter.tools.fit.accessibleName() == "Fit to the width"
    qtbot.mouseClick(letter.tools.into, Qt.MouseButton.LeftButton)
    assert desk.fit is Fit.ZOOM


def test_a_page_is_turned_round_with_its_words(letter, qtbot, wait):
    qtbot.mouseClick(letter.tools.turn, Qt.MouseButton.LeftButton)
    wait(letter)
    sheet = letter.desk.sheet
    assert sheet.place.width() > sheet.place.height()
    assert colour(letter, (sheet.place.topLeft() + QPointF(200, 5)).toPoint()).name() == "#ff0000"
    qtbot.mouseDClick(letter.desk.viewport(), Qt.MouseButton.LeftButton, pos=place(letter, 4))
    assert letter.chosen_text == "pressure"
    assert min(QColor(one).lightness() for one in seen(letter, sheet.box(60, 40, 180, 70))) < 40


def test_a_sharp_screen_gets_a_picture_with_more_pixels(letter, monkeypatch, wait):
    monkeypatch.setattr(letter.desk, "devicePixelRatioF", lambda: 2.0)
    letter.desk._want()
    wait(letter)
    width = letter.desk._picture._image.width()
    assert width == round(SIZE[0] * letter.desk.sheet.zoom * 2)


def test_a_note_is_shown_as_plain_words(view, shown):
    view.show_record(shown.note)
    assert view.note.isVisible()
    assert view.note.toPlainText() == "<b>My leg</b> hurts."
    assert view.note.accessibleName() == "Your words: Diary"
    assert not view.tools.isVisible()
    view.show_record(shown.letter)
    assert view.desk.isVisible()
    assert view.tools.isVisible()


def test_showing_the_same_record_again_leaves_page_zoom_and_choice(letter, shown, qtbot):
    letter.go_to(2)
    qtbot.waitUntil(lambda: len(letter.desk.text.words) > 0)
    letter.desk.chosen.take_all()
    letter.desk.zoom_by(2)
    zoom = letter.desk.sheet.zoom
    with qtbot.assertNotEmitted(letter.page_changed):
        letter.show_record(shown.case.records.get(shown.letter.id))
    assert (letter.page, letter.desk.sheet.zoom) == (2, zoom)
    assert letter.chosen_text == "second page\nno fever"


def test_a_page_that_cannot_be_shown_is_said_above_it_and_tried_again_when_asked(
    view, shown, wait, qtbot, monkeypatch
):
    record = add_record(shown.case, slow_pdf(), "Heavy", 1)
    with monkeypatch.context() as patched:
        patched.setattr("app.worker.room.bounds.for_rendering", lambda _size: Limits(0.5))
        view.show_record(record)
        qtbot.waitUntil(lambda: view.trouble != "", timeout=20000)
        assert view.trouble == (
            "This page could not be shown. Your file in the case is not changed."
        )
        with qtbot.assertNotEmitted(shown.pictures.failed, wait=500):
            view.resize(500, 600)
        assert not shown.pictures.busy
        with qtbot.waitSignal(shown.pictures.failed, timeout=20000):
            qtbot.mouseClick(view.again, Qt.MouseButton.LeftButton)
    view.show_record(shown.letter)
    assert view.trouble == ""
    wait(view)
    assert view.desk.has_picture


class PaintedPages(Pages):
    """Pages that nobody reads from a file."""

    def ask(self, page, scale):
        width, height = self.size(page)
        image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
        image.fill(QColor("#ffffff" if page == 1 else "#00ff00"))
        self.drawn.emit(page, image)

    def ask_words(self, page):
        self.worded.emit(page, PageWords(100, 100, (Word(f"own{page}", 1, 1, 9, 9),)))

    def forget(self):
        pass


def test_pages_of_another_maker_are_shown(view, qtbot):
    pages = PaintedPages("Dossier", [(100.0, 100.0)] * 2)
    view.show_own(pages, 2)
    qtbot.waitUntil(lambda: view.desk.has_picture)
    assert view.desk.accessibleName() == "Page 2 of 2 of Dossier"
    middle = view.desk.sheet.place.center().toPoint()
    assert colour(view, middle).name() == "#00ff00"
    view.show_nothing()
    assert view.page == view.count == 0
    assert pages.count == 2  # they are not ours to throw away


def test_everything_has_a_name_and_is_large_enough_at_every_size_of_text(letter, looks, qtbot):
    letter.open_find("pressure")
    for _size in range(6):
        for one in letter.findChildren(QWidget):
            if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert one.accessibleName(), one
            if isinstance(one, QPushButton) and one.isVisible():
                assert min(one.width(), one.height()) >= 32, one.accessibleName()
            if isinstance(one, QLabel) and one.isVisible() and not one.wordWrap():
                assert one.width() >= one.sizeHint().width(), one.text()
        looks.larger()
        qtbot.wait(10)
    assert letter.minimumSizeHint().width() <= 420
    looks.usual()


def test_the_window_answers_while_a_large_paper_is_shown(view, shown, wait, tmp_path):
    data = pdf(tmp_path / "c.pdf", *LETTER)
    data += b"%" + hashlib.sha256(b"ballast").digest().hex().encode() * 500_000
    record = add_record(shown.case, data, "Large", 3)
    clock, gaps = QElapsedTimer(), []
    beat = QTimer(timerType=Qt.TimerType.PreciseTimer)
    beat.setInterval(20)
    beat.timeout.connect(lambda: gaps.append(clock.restart()))
    clock.start()
    beat.start()
    view.show_record(record)
    wait(view)
    beat.stop()
    assert len(data) > 30_000_000
    assert len(gaps) > 5
    assert max(gaps) <= 250  # milliseconds; 100 on a computer that does nothing else


def test_closing_the_case_clears_the_desk_and_ends_the_room(looks, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("CASEPACK_PRIVATE", str(tmp_path / "rooms"))
    case = CaseFile.create(tmp_path / "ellis.casepack")
    record = add_record(case, pdf(tmp_path / "a.pdf", *LETTER), "Letter", 3)
    session = CaseSession(case)
    view = PageView(session, looks)
    qtbot.addWidget(view)
    view.show()
    view.show_record(record)
    qtbot.waitUntil(lambda: view.desk.has_picture, timeout=20000)
    view.go_to(2)
    with qtbot.waitSignal(session.closed, timeout=20000):
        session.close()
    assert view.count == 0
    assert view.desk.sheet is None
    qtbot.waitUntil(lambda: list((tmp_path / "rooms").iterdir()) == [], timeout=20000)


def test_a_view_that_is_closed_is_gone(shown, looks, qtbot, wait):
    made = PageView(shown, looks)
    made.show()
    made.show_record(shown.letter)
    wait(made)
    gone = weakref.ref(made)
    made.close()
    made.deleteLater()
    del made
    qtbot.wait(50)
    gc.collect()
    assert gone() is None
    looks.larger()
    looks.usual()
