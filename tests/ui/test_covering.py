"""Covering parts of pages, by mouse and by keys, up to the finished PDF."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from app.model.version import CoverUp, Version, WhyCovered
from app.worker.covering import hidden_lines
from app.worker.orders import PageWords, Word
from tests.ui.covered_papers import LINES, NAME, around, draw
from tests.ui.opened_place import Shown
from tests.ui.shown_papers import SIZE, add_record, pdf
from ui.covering.areas import area_of, drawn, lines_of, moved, on_sheet, pulled, words_under
from ui.pages.records import RecordsPlace
from ui.records.panes import Room
from ui.widgets.page_text import PageText
from ui.widgets.sheet import Sheet

KEY, HELD = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def letter(case, tmp_path):
    return add_record(case, pdf(tmp_path / "l.pdf", LINES, ["Page two"]), "Letter", 2)


@pytest.fixture
def scan(case, tmp_path):
    data = pdf(tmp_path / "s.pdf", [])
    return add_record(case, data, "A scan", 1)


@pytest.fixture
def shown(letter, case, looks, qtbot):
    made = Shown(RecordsPlace, case, looks)
    yield made
    made.close(qtbot)


@pytest.fixture
def place(shown, letter, qtbot):
    """The place with the letter on its desk and its words known."""
    shown.place.show_record(letter.id)
    qtbot.waitUntil(lambda: shown.place.page.worded, timeout=20000)
    return shown.place


@pytest.fixture
def mode(place):
    place.cover_up()
    return place.beside.cover


def boxes(case, version=0):
    return case.versions.get(version).cover_ups


def press(widget, key, held=HELD.NoModifier):
    QTest.keyClick(widget, key, held)


def focus(place):
    return place.window().focusWidget()


# where boxes lie

SHEETS = some.builds(
    Sheet,
    width=some.floats(50, 2000),
    height=some.floats(50, 2000),
    turn=some.sampled_from([0, 90, 180, 270]),
    zoom=some.floats(0.2, 5),
    left=some.floats(-3000, 300),
    top=some.floats(-3000, 300),
)
SIDES = some.tuples(some.floats(0, 0.85), some.floats(0.1, 1.0))


@some.composite
def areas(draw_one):
    (x, wide), (y, high) = draw_one(SIDES), draw_one(SIDES)
    return x, y, min(1.0, x + wide), min(1.0, y + high)


@given(SHEETS, areas())
@settings(deadline=None)
def test_a_box_seen_at_any_zoom_and_turn_is_the_same_part_of_the_page(sheet, area):
    assert area_of(sheet, on_sheet(sheet, area)) == pytest.approx(area, abs=1e-9)


@given(SHEETS, areas(), some.floats(-3000, 3000), some.floats(-3000, 3000))
@settings(deadline=None)
def test_a_box_moves_the_way_it_is_seen_and_never_off_the_page(sheet, area, across, down):
    before, after = on_sheet(sheet, area), on_sheet(sheet, moved(sheet, area, across, down))
    assert after.width() == pytest.approx(before.width(), abs=1e-6 * sheet.zoom + 1e-6)
    assert sheet.place.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(after)
    wanted = before.translated(across * sheet.zoom, down * sheet.zoom)
    if sheet.place.contains(wanted):
        assert after.topLeft().x() == pytest.approx(wanted.left(), abs=1e-6)
        assert after.topLeft().y() == pytest.approx(wanted.top(), abs=1e-6)


@given(
    SHEETS, areas(), some.sampled_from(["l", "r", "t", "b", "lt", "rb", "lb", "rt"]),
    some.floats(-3000, 3000), some.floats(-3000, 3000),
)  # fmt: skip
@settings(deadline=None)
def test_a_box_that_is_pulled_stays_a_box_of_the_page(sheet, area, sides, across, down):
    x0, y0, x1, y1 = pulled(sheet, area, sides, across, down)
    assert 0 <= x0 < x1 <= 1
    assert 0 <= y0 < y1 <= 1


@given(SHEETS, some.floats(-500, 900), some.floats(-500, 900), some.floats(-900, 900))
@settings(deadline=None)
def test_whatever_is_drawn_is_a_box_that_the_export_takes(sheet, x, y, way):
    x0, y0, x1, y1 = drawn(sheet, QPointF(x, y), QPointF(x + way, y + way))
    assert 0 <= x0 < x1 <= 1
    assert 0 <= y0 < y1 <= 1


TEXTS = some.lists(
    some.tuples(some.floats(0, 380), some.floats(0, 480), some.floats(2, 60), some.floats(5, 20)),
    max_size=12,
)


@given(TEXTS, areas())
@settings(deadline=None)
def test_the_words_said_to_be_covered_are_those_that_the_export_looks_for(places, area):
    found = tuple(
        Word(f"w{n}", x, y, min(x + w, 400.0), min(y + h, 500.0))
        for n, (x, y, w, h) in enumerate(places)
    )
    page = PageWords(*SIZE, found)
    box = area[0] * SIZE[0], area[1] * SIZE[1], area[2] * SIZE[0], area[3] * SIZE[1]
    wanted = " ".join(hidden_lines(page, box)).split()
    said = " ".join(words_under(PageText.of(page, SIZE[0]), area, SIZE)).split()
    assert sorted(said) == sorted(wanted)


def test_boxes_of_chosen_lines_hide_these_and_no_word_of_another_line():
    lines = [Word(f"line{n}", 60, 50 + 14 * n, 160, 50 + 14 * n + 15) for n in range(5)]
    text = PageText(tuple(lines))
    (area,) = lines_of(text, (2, 2), SIZE)
    assert words_under(text, area, SIZE) == ("line2",)
    assert area[1] * SIZE[1] < 78 + 0.15 * 15
    assert area[3] * SIZE[1] > 93 - 0.09 * 15


# by mouse


def test_the_button_above_the_page_opens_the_covering_beside_it(place, qtbot):
    qtbot.mouseClick(place.beside.cover_tool, Qt.MouseButton.LeftButton)
    pane = place.beside.cover.pane
    assert pane.isVisible()
    assert not place.details.isVisible()
    assert pane.heading.text() == "Cover up part of this page"
    assert pane.version.text() == "For: First dossier"
    assert pane.promise.text() == (
        "It is removed for good in the PDF. Your own copy is not changed."
    )
    assert pane.total.text() == "Nothing is covered on this page."
    qtbot.mouseClick(pane.done, Qt.MouseButton.LeftButton)
    assert place.details.isVisible()
    assert not place.beside.cover.layer.isVisible()


def test_a_box_is_drawn_and_says_which_words_it_covers(place, mode, case, letter):
    box = around(place.page.desk, "Agathe", "Quillfeather")
    draw(mode.layer, box.topLeft() - QPointF(2, 1), box.bottomRight() + QPointF(2, 1))
    (made,) = boxes(case)
    assert (made.record, made.page, made.why) == (letter.id, 1, WhyCovered.PRIVATE)
    assert made.everywhere
    card = mode.pane.cards[made.id]
    assert card.covers.text() == f"It covers: “{NAME}”"
    assert mode.pane.total.text() == "Covered: 1 place"
    assert case.undo_label == "Cover a part of Letter"
    case.undo()
    assert boxes(case) == ()
    assert mode.pane.cards == {}
    assert mode.layer.boxes == []


def test_a_click_on_the_page_draws_nothing(mode, case, qtbot):
    qtbot.mouseClick(mode.layer, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert boxes(case) == ()


def test_a_box_is_dragged_and_pulled_at_its_corner(place, mode, case, letter):
    with case.change("Box"):
        case.versions.cover(0, CoverUp(0, letter.id, 1, 0.2, 0.2, 0.5, 0.3))
    (one,) = mode.layer.boxes
    middle = QPointF(one.rect().center())
    draw(one, middle, middle + QPointF(40, 30))
    (made,) = boxes(case)
    zoom = place.page.desk.sheet.zoom
    assert (made.x0 - 0.2) * SIZE[0] * zoom == pytest.approx(40, abs=1.5)
    assert (made.y0 - 0.2) * SIZE[1] * zoom == pytest.approx(30, abs=1.5)
    assert made.x1 - made.x0 == pytest.approx(0.3)
    assert case.undo_label == "Move a covered part of Letter"
    corner = on_sheet(place.page.desk.sheet, one.area).bottomRight() - QPointF(one.pos())
    draw(one, corner, corner + QPointF(20, 10))
    (pulled_one,) = boxes(case)
    assert (pulled_one.x0, pulled_one.y0) == pytest.approx((made.x0, made.y0))
    assert (pulled_one.x1 - made.x1) * SIZE[0] * zoom == pytest.approx(20, abs=1.5)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_box_drawn_on_a_turned_page_covers_what_was_under_it(place, mode, case, turns, qtbot):
    for _turn in range(turns):
        qtbot.mouseClick(place.page.tools.turn, Qt.MouseButton.LeftButton)
    place.page.tools.fit.click()
    box = around(place.page.desk, "Quillfeather")
    draw(mode.layer, box.topLeft(), box.bottomRight())
    (made,) = boxes(case)
    assert mode.pane.cards[made.id].covers.text() == "It covers: “Quillfeather”"
    name = next(word for word in place.page.desk.text.words if word.text == "Quillfeather")
    wanted = (name.x0 / SIZE[0], name.y0 / SIZE[1], name.x1 / SIZE[0], name.y1 / SIZE[1])
    slack = 1.5 / place.page.desk.sheet.zoom / min(SIZE)
    assert (made.x0, made.y0, made.x1, made.y1) == pytest.approx(wanted, abs=slack)


def test_words_chosen_with_the_mouse_are_covered_line_by_line(place, mode, case, qtbot):
    desk = place.page.desk
    assert not mode.pane.cover_words.isEnabled()
    first, last = around(desk, "Agathe").center(), around(desk, "gene").center()
    qtbot.mouseDClick(mode.layer, Qt.MouseButton.LeftButton, pos=first.toPoint())
    assert place.page.chosen_text == "Agathe"
    qtbot.mouseClick(mode.layer, Qt.MouseButton.LeftButton, HELD.ShiftModifier, pos=last.toPoint())
    assert place.page.chosen_text == f"{NAME}\nhas the same gene"
    qtbot.mouseClick(mode.pane.cover_words, Qt.MouseButton.LeftButton)
    said = [card.covers.text() for card in mode.pane.cards.values()]
    assert said == [f"It covers: “{NAME}”", "It covers: “has the same gene”"]
    assert place.page.chosen_text == ""
    case.undo()  # one step for both
    assert boxes(case) == ()


def test_the_boxes_hide_every_dot_that_lies_under_them_at_every_turn(place, mode, case, letter):
    bar = (0.0, 0.1, 0.05, 0.9)  # the red bar at the left edge, but for its ends
    with case.change("Box"):
        case.versions.cover(0, CoverUp(0, letter.id, 1, *bar))
    desk = place.page.desk
    red = QImage(400, 500, QImage.Format.Format_RGB32)
    red.fill(QColor("white"))
    painter = QPainter(red)
    painter.fillRect(QRectF(0, 60, 18, 380), QColor("red"))
    painter.end()
    for _turn in range(4):
        desk.show_picture(red)
        seen = desk.viewport().grab().toImage()
        inside = on_sheet(desk.sheet, bar).toRect().adjusted(2, 2, -2, -2)
        inside = inside.intersected(desk.viewport().rect().adjusted(2, 2, -2, -2))
        assert min(inside.width(), inside.height()) > 3
        colours = {
            seen.pixelColor(x, y).name()
            for x in range(inside.left(), inside.right(), 3)
            for y in range(inside.top(), inside.bottom(), 3)
        }
        assert "#000000" in colours
        assert "#ff0000" not in colours
        place.page.tools.turn.click()


# by keys


def test_a_box_is_made_moved_sized_and_removed_by_keys_alone(place, mode, case, qtbot):
    assert mode.pane.new_box.hasFocus()
    press(mode.pane.new_box, KEY.Key_Return)
    (made,) = boxes(case)
    (one,) = mode.layer.boxes
    assert one.hasFocus()
    press(one, KEY.Key_Right)
    press(one, KEY.Key_Down, HELD.ControlModifier)
    (after,) = boxes(case)
    assert (after.x0 - made.x0) * SIZE[0] == pytest.approx(8)
    assert (after.y0 - made.y0) * SIZE[1] == pytest.approx(1)
    press(one, KEY.Key_Right, HELD.ShiftModifier)
    press(one, KEY.Key_Up, HELD.ShiftModifier | HELD.ControlModifier)
    (sized,) = boxes(case)
    assert (sized.x1 - after.x1) * SIZE[0] == pytest.approx(8)
    assert (sized.y1 - after.y1) * SIZE[1] == pytest.approx(-1)
    assert (sized.x0, sized.y0) == pytest.approx((after.x0, after.y0))
    case.undo()  # all moves of one go are one step
    assert boxes(case) == (made,)
    press(one, KEY.Key_Delete)
    assert boxes(case) == ()
    assert mode.pane.new_box.hasFocus()


def test_what_is_removed_comes_back_from_the_message(shown, mode, case):
    press(mode.pane.new_box, KEY.Key_Return)
    before = boxes(case)
    press(mode.layer.boxes[0], KEY.Key_Delete)
    assert shown.told[-1] == "The box is gone: that part of the page will show in the PDF."
    words, act = shown.acts[-1]
    assert words == "Undo"
    act()
    assert boxes(case) == before


def test_tab_goes_from_box_to_box_and_insert_makes_one(place, mode, case, qtbot):
    place.page.desk.setFocus()
    for count in (1, 2, 3):
        press(focus(place), KEY.Key_Insert)
        qtbot.waitUntil(lambda count=count: len(boxes(case)) == count)
    first, second, third = mode.layer.boxes
    assert len({one.area for one in mode.layer.boxes}) == 3
    place.page.desk.setFocus()
    for one in (first, second, third):
        press(focus(place), KEY.Key_Tab)
        assert one.hasFocus()
    press(third, KEY.Key_Delete)
    assert second.hasFocus()


def test_esc_leaves_and_loses_nothing(place, mode, case):
    press(mode.pane.new_box, KEY.Key_Return)
    (one,) = mode.layer.boxes
    press(one, KEY.Key_Right)
    before = boxes(case)
    press(one, KEY.Key_Escape)
    assert not place.beside.covering
    assert place.page.desk.hasFocus()
    assert boxes(case) == before


def test_words_are_chosen_and_covered_by_keys(place, mode, case):
    desk = place.page.desk
    desk.setFocus()
    press(desk, KEY.Key_Right, HELD.ShiftModifier)
    press(desk, KEY.Key_Right, HELD.ShiftModifier)
    assert place.page.chosen_text == "Dear colleague"
    mode.pane.cover_words.setFocus()
    press(mode.pane.cover_words, KEY.Key_Space)
    (made,) = boxes(case)
    assert mode.pane.cards[made.id].covers.text() == "It covers: “Dear colleague”"


def test_a_box_that_cuts_a_word_says_so(place, mode, case):
    box = around(place.page.desk, "Quillfeather")
    draw(mode.layer, box.center() - QPointF(0, box.height()), box.bottomRight() + QPointF(9, 0))
    (made,) = boxes(case)
    assert mode.pane.cards[made.id].covers.text() == (
        "It covers: “Quillfeather”\n"
        "Only a part of this is hidden: “Quillfeather”. Make the box larger or smaller."
    )


def test_the_same_button_and_the_same_key_end_the_covering(place, mode, qtbot):
    assert place.beside.cover_tool.accessibleName() == "Done with covering up"
    qtbot.mouseClick(place.beside.cover_tool, Qt.MouseButton.LeftButton)
    assert not place.beside.covering
    assert place.beside.cover_tool.accessibleName() == "Cover up…"


def test_every_box_has_a_name_and_says_what_it_covers(place, mode, case):
    box = around(place.page.desk, "gene")
    draw(mode.layer, box.topLeft(), box.bottomRight())
    (one,) = mode.layer.boxes
    assert one.accessibleName() == "Place 1, covered: removed: private"
    assert one.accessibleDescription() == "It covers: “gene”"


# what is said of each place


def test_the_reason_and_where_its_words_may_stand_are_steps_of_undo(mode, case):
    press(mode.pane.new_box, KEY.Key_Return)
    (made,) = boxes(case)
    card = mode.pane.cards[made.id]
    card.why.setFocus()
    press(card.why, KEY.Key_Up)
    assert boxes(case)[0].why is WhyCovered.OTHER_PERSON
    assert case.undo_label == "Say why a part of Letter is covered"
    card.elsewhere.setFocus()
    press(card.elsewhere, KEY.Key_Space)
    assert not boxes(case)[0].everywhere
    assert card.meaning.text() == "Only this page is looked through for them."
    case.undo()
    assert boxes(case)[0].everywhere
    assert not card.elsewhere.isChecked()
    press(mode.pane.new_box, KEY.Key_Return)
    assert boxes(case)[1].why is WhyCovered.OTHER_PERSON  # the same reason again


def test_a_picture_says_that_somebody_must_look(shown, case, scan, qtbot):
    place = shown.place
    place.show_case()
    place.show_record(scan.id)
    qtbot.waitUntil(lambda: place.page.worded, timeout=20000)
    place.cover_up()
    mode = place.beside.cover
    press(mode.pane.new_box, KEY.Key_Return)
    (card,) = mode.pane.cards.values()
    assert card.covers.text() == "This page is a picture: look that the box hides all of it."


def test_a_note_has_no_page_to_cover(shown, case):
    with case.change("Note"):
        number = case.records.add("My words", body="I feel it in the morning")
    shown.place.show_case()
    shown.place.show_record(number)
    shown.place.cover_up()
    assert "has no page to cover" in shown.told[-1]
    assert not shown.place.beside.covering


def test_each_page_shows_its_own_boxes_and_names_the_others(place, mode, case):
    press(mode.pane.new_box, KEY.Key_Return)
    press(mode.layer.boxes[0], KEY.Key_PageDown)
    assert place.page.page == 2
    assert mode.layer.boxes == []
    assert mode.pane.others.text() == "Also covered: page 1."
    press(mode.pane.new_box, KEY.Key_Return)
    assert [box.page for box in boxes(case)] == [1, 2]


def test_each_dossier_has_boxes_of_its_own(place, mode, case, shown):
    press(mode.pane.new_box, KEY.Key_Return)
    with case.change("Another"):
        other = case.versions.add(Version(name="For Dr Venn"))
    shown.session.use_version(other)
    assert mode.pane.version.text() == "For: For Dr Venn"
    assert mode.layer.boxes == []
    press(mode.pane.new_box, KEY.Key_Return)
    assert len(boxes(case)) == len(boxes(case, other)) == 1


def test_another_record_in_the_list_ends_the_covering(place, mode, case, tmp_path, letter):
    with case.change("Note"):
        number = case.records.add("My words", body="words")
    assert place.beside.covering  # a change elsewhere does not end it
    place.show_record(number)
    assert not place.beside.covering
    assert place.details.isVisible()


def test_a_covered_page_says_so_above_it_and_in_the_list(place, mode, case, letter):
    press(mode.pane.new_box, KEY.Key_Return)
    press(mode.layer.boxes[0], KEY.Key_Escape)
    note = place.beside._note
    assert note.isVisible()
    assert note.words.text() == "Part of this page is covered in “First dossier”."
    row = place.rows.index(place.rows.row_of(letter.id))
    assert "Part covered" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    place.page.go_to(2)
    assert not note.isVisible()
    case.undo()
    assert "Part covered" not in row.data(Qt.ItemDataRole.AccessibleTextRole)


def test_in_little_room_the_page_comes_in_sight_to_be_drawn_on(place, shown, case, qtbot):
    shown.window.resize(700, 700)
    qtbot.waitUntil(lambda: place.panes_.room is Room.NARROW)
    place.cover_up()
    mode = place.beside.cover
    assert mode.layer.isVisible()
    assert place.page.desk.hasFocus()
    press(place.page.desk, KEY.Key_Insert)
    qtbot.waitUntil(lambda: len(boxes(case)) == 1)
    place.panes_.show_pane(2)
    assert mode.pane.isVisible()
    qtbot.mouseClick(mode.pane.new_box, Qt.MouseButton.LeftButton)
    assert len(boxes(case)) == 2
    assert place.panes_.shown == 1  # at the box, to move it
    assert mode.layer.boxes[1].hasFocus()


def test_a_failure_to_save_is_told_and_leaves_the_boxes_as_they_are(mode, case, shown, monkeypatch):
    from app.errors import DiskFull

    def fail(*_given, **_named):
        raise DiskFull("There is no room left on this disk.")

    press(mode.pane.new_box, KEY.Key_Return)
    before = boxes(case)
    monkeypatch.setattr(case.versions, "move", fail)
    press(mode.layer.boxes[0], KEY.Key_Right)
    assert shown.told[-1] == "There is no room left on this disk."
    assert boxes(case) == before
    assert mode.layer.boxes[0].area == (before[0].x0, before[0].y0, before[0].x1, before[0].y1)


# up to the PDF


def test_what_is_covered_in_the_window_is_nowhere_in_the_pdf(
    make_window, case, letter, tmp_path, qtbot
):
    window = make_window(case)
    made = []
    window.session.exported.connect(made.append)
    command = next(
        one
        for menu in window.menuBar().actions()
        for one in menu.menu().actions()
        if one.shortcut().toString() == "Ctrl+Shift+K"
    )
    command.trigger()
    place = window.stage.place
    qtbot.waitUntil(lambda: place.page.worded, timeout=20000)
    mode = place.beside.cover
    box = around(place.page.desk, "Agathe", "Quillfeather")
    draw(mode.layer, box.topLeft() - QPointF(1, 0), box.bottomRight() + QPointF(1, 0))
    window.session.export(tmp_path / "dossier.pdf")
    qtbot.waitUntil(lambda: bool(made), timeout=60000)
    reader = PdfReader(tmp_path / "dossier.pdf")
    words = " ".join(page.extract_text() for page in reader.pages)
    raw = (tmp_path / "dossier.pdf").read_bytes()
    assert "Quillfeather" not in words
    assert b"Quillfeather" not in raw
    assert "Page two" in words
    assert len(boxes(case)) == 1
