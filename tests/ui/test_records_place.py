"""Records: the list, the page and the details, as a person uses them."""

import hashlib
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.partial_date import PartialDate, Point
from app.model.record import Kind, RecordDates
from tests.ui.opened_place import Shown
from tests.ui.shown_papers import add_record, pdf
from ui.pages.records import RecordsPlace
from ui.records.panes import Room
from ui.records.record_row import RecordRow

KEY = Qt.Key


@pytest.fixture
def papers(case, tmp_path):
    """Three records: an MRI of 5 pages, a letter, and a photo that needs everything."""
    for name, title, pages in (("a", "MRI", 5), ("b", "Letter", 2), ("c", "IMG_2044", 1)):
        data = pdf(tmp_path / f"{name}.pdf", *[[f"{title} {page}"] for page in range(pages)])
        add_record(case, data, title, pages)
    first, second, third = sorted(case.records.all(), key=lambda one: one.id)
    with case.change("Fill"):
        for one, date, kind, source in (
            (first, "2026-09-12", Kind.IMAGING, "City Imaging"),
            (second, "2026-10", Kind.SPECIALIST_LETTER, "Dr Venn"),
            (third, "", None, ""),
        ):
            dates = RecordDates(service=PartialDate.from_stored(date))
            case.records.save(replace(one, dates=dates, kind=kind, source=source))
    return first.id, second.id, third.id


@pytest.fixture
def shown(papers, case, looks, qtbot):
    made = Shown(RecordsPlace, case, looks)
    yield made
    made.close(qtbot)


@pytest.fixture
def place(shown):
    return shown.place


def titles(place):
    return [place.rows.index(row).data() for row in range(place.rows.rowCount())]


def press(qtbot, widget, *keys):
    for key in keys:
        qtbot.keyClick(widget, key)


def retype(qtbot, edit, words):
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, words)


def test_the_newest_comes_first_and_what_has_no_date_last(place):
    assert titles(place) == ["Letter", "MRI", "IMG_2044"]
    assert place.top.total.text() == "3 records, 8 pages"
    assert place.count() == 3
    assert place.details.name.edit.text() == "Letter"


def test_a_row_is_read_out_as_one_sentence(place):
    told = Qt.ItemDataRole.AccessibleTextRole
    assert place.rows.index(1).data(told) == (
        "MRI. City Imaging. 12-Sep-2026 · 5 pages. In dossier."
    )
    assert place.rows.index(2).data(told) == (
        "IMG_2044. Who made it: not known. 1 page. In dossier. Needs: date, kind, who made it."
    )


def test_keys_alone_go_through_the_list_tick_and_remove(place, case, papers, qtbot):
    press(qtbot, place.list, KEY.Key_Down)
    assert place.details.name.edit.text() == "MRI"
    press(qtbot, place.list, KEY.Key_Space)
    assert not case.records.get(papers[0]).in_dossier
    assert case.undo_label == "Leave MRI out of the dossier"
    press(qtbot, place.list, KEY.Key_Space)
    assert case.records.get(papers[0]).in_dossier
    press(qtbot, place.list, KEY.Key_Return)
    qtbot.waitUntil(place.details.name.edit.hasFocus)


def test_what_is_typed_is_saved_as_one_step_that_has_a_name(place, case, papers, qtbot):
    retype(qtbot, place.details.name.edit, "Clinic letter")
    place.details.source.edit.setFocus()
    qtbot.waitUntil(lambda: case.records.get(papers[1]).title == "Clinic letter")
    assert case.undo_label == "Change the name of Letter"
    assert titles(place)[0] == "Clinic letter"
    case.undo()
    assert case.records.get(papers[1]).title == "Letter"
    assert place.details.name.edit.text() == "Letter"


def test_words_are_saved_though_nobody_leaves_the_field(place, case, papers, qtbot):
    edit = place.details.note.edit
    edit.setFocus()
    qtbot.keyClicks(edit, "Ask about this ")
    qtbot.waitUntil(lambda: case.records.get(papers[1]).note == "Ask about this", timeout=4000)
    qtbot.keyClicks(edit, "page")
    assert edit.toPlainText() == "Ask about this page"


def test_what_is_typed_goes_to_the_record_it_was_typed_for(place, case, papers, qtbot):
    retype(qtbot, place.details.name.edit, "Clinic letter")
    place.list.setCurrentIndex(place.rows.index(1))
    assert case.records.get(papers[1]).title == "Clinic letter"
    assert case.records.get(papers[0]).title == "MRI"
    assert place.details.name.edit.text() == "MRI"


def test_a_date_half_typed_for_one_record_is_not_shown_for_another(place, case, papers, qtbot):
    with case.change("Another without a date"):
        other = case.records.add("Zebra")
    place.show_record(papers[2])
    parts = place.details.dates.edits["service"].parts
    qtbot.keyClicks(parts.day, "12")
    place.show_record(other)
    assert parts.day.text() == ""
    assert case.records.get(papers[2]).dates.service == PartialDate()
    assert case.records.get(other).dates.service == PartialDate()


def test_a_record_without_a_name_keeps_the_one_it_has(place, case, papers, qtbot):
    edit = place.details.name.edit
    edit.setFocus()
    edit.selectAll()
    press(qtbot, edit, KEY.Key_Backspace)
    place.leave()
    assert case.records.get(papers[1]).title == "Letter"
    assert place.details.name.row.fault.text() == "A record needs a name. It keeps the one it has."


def test_a_date_is_changed_in_its_fields(place, case, papers, qtbot):
    place.show_record(papers[2])
    parts = place.details.dates.edits["service"].parts
    parts.year.setFocus()
    qtbot.keyClicks(parts.year, "2025")
    place.leave()
    assert case.records.get(papers[2]).dates.service == PartialDate(Point(2025))
    assert case.undo_label == "Change the date of IMG_2044"


def test_kind_and_reasons_are_changed_at_once(place, case, papers, qtbot):
    with case.change("Choose a reason"):
        case.reasons.choose("surgery_proposed")
    kind = place.details.kind
    kind.setFocus()
    press(qtbot, kind, KEY.Key_Down)
    assert case.records.get(papers[1]).kind is Kind.LABORATORY
    assert case.undo_label == "Change the kind of Letter"
    box = place.details.reasons.boxes["surgery_proposed"]
    press(qtbot, box, KEY.Key_Space)
    assert case.records.get(papers[1]).reasons == ("surgery_proposed",)
    case.undo()
    assert not box.isChecked()


def test_pages_are_chosen_with_words_that_answer_at_once(place, case, papers, qtbot):
    place.show_record(papers[0])
    choice = place.details.dossier
    assert choice.said.text() == "All 5 pages go in."
    qtbot.mouseClick(choice.choose, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(choice.pages, "1, 3-9")
    assert choice.pages_row.fault.text() == (
        "There is no page “3-9”. This record has pages 1 to 5."
    )
    press(qtbot, choice.pages, KEY.Key_Backspace)
    qtbot.keyClicks(choice.pages, "5")
    assert choice.said.text() == "4 of 5 pages go in: 1, 3-5."
    assert case.records.get(papers[0]).pages == ()
    press(qtbot, choice.pages, KEY.Key_Return)
    assert case.records.get(papers[0]).pages == (1, 3, 4, 5)
    assert case.undo_label == "Choose pages of MRI"


def test_why_a_record_is_left_out_can_be_said(place, case, papers, qtbot):
    choice = place.details.dossier
    assert choice.why.isHidden()
    qtbot.mouseClick(choice.goes_in, Qt.MouseButton.LeftButton)
    assert choice.why.isVisible()
    qtbot.keyClicks(choice.why.edit, "Sent before")
    place.leave()
    found = case.records.get(papers[1])
    assert (found.in_dossier, found.left_out_because) == (False, "Sent before")


def test_a_removed_record_can_be_put_back_from_the_message(shown, place, case, papers, qtbot):
    press(qtbot, place.list, KEY.Key_Down, KEY.Key_Delete)
    assert titles(place) == ["Letter", "IMG_2044"]
    assert place.list.number == papers[2]  # the one that followed
    assert shown.told[-1] == "“MRI” is in the bin."
    assert case.undo_label == "Remove MRI"
    action, act = shown.acts[-1]
    assert action == "Put it back"
    act()
    assert titles(place) == ["Letter", "MRI", "IMG_2044"]
    assert place.list.number == papers[0]


def test_the_bin_gives_back_and_asks_once_before_it_is_emptied(place, case, papers, qtbot):
    assert place.filters.bin.isHidden()
    press(qtbot, place.list, KEY.Key_Delete, KEY.Key_Delete)
    assert place.filters.bin.text() == "Show the bin (2)"
    qtbot.mouseClick(place.filters.bin, Qt.MouseButton.LeftButton)
    assert titles(place) == ["Letter", "MRI"]
    qtbot.mouseClick(place.binned.back, Qt.MouseButton.LeftButton)
    assert titles(place) == ["MRI"]
    bar = place.top.bin_bar
    qtbot.mouseClick(bar.empty, Qt.MouseButton.LeftButton)
    assert bar.yes.text() == "Erase 1 record for good"
    qtbot.mouseClick(bar.no, Qt.MouseButton.LeftButton)
    assert len(case.records.in_bin()) == 1
    qtbot.mouseClick(bar.empty, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: case.records.in_bin() == [], timeout=10000)
    qtbot.waitUntil(lambda: titles(place) == ["Letter", "IMG_2044"], timeout=10000)


def test_only_those_that_need_something_and_a_way_back_to_all(place, papers, qtbot):
    assert place.filters.needing.text() == "Only those that need something (1)"
    qtbot.mouseClick(place.filters.needing, Qt.MouseButton.LeftButton)
    assert titles(place) == ["IMG_2044"]
    place.filters.show_box.setCurrentIndex(place.filters.show_box.findText("Lab result"))
    place.filters.show_box.activated.emit(0)
    assert titles(place) == []
    qtbot.mouseClick(place._empty.show_all, Qt.MouseButton.LeftButton)
    assert len(titles(place)) == 3


def test_a_record_that_was_mended_stays_in_sight_until_the_filter_is_used_again(
    place, case, papers, qtbot
):
    qtbot.mouseClick(place.filters.needing, Qt.MouseButton.LeftButton)
    retype(qtbot, place.details.source.edit, "Xyz")
    place.details.kind.setFocus()
    press(qtbot, place.details.kind, KEY.Key_Down)
    assert titles(place) == ["IMG_2044"]
    assert case.records.get(papers[2]).source == "Xyz"


def test_a_link_leads_to_a_record_and_its_page_through_every_filter(place, papers, qtbot):
    qtbot.mouseClick(place.filters.needing, Qt.MouseButton.LeftButton)
    place.enter(papers[0], 4)
    assert place.list.number == papers[0]
    assert place.page.page == 4


def test_in_little_room_one_pane_follows_another_and_esc_goes_back(shown, place, qtbot):
    shown.window.resize(800, 700)
    qtbot.waitUntil(lambda: place.panes_.room is Room.NARROW)
    assert place.list.isVisible()
    assert not place.page.isVisible()
    press(qtbot, place.list, KEY.Key_Return)
    assert place.page.isVisible()
    assert not place.list.isVisible()
    qtbot.mouseClick(place.panes_.on, Qt.MouseButton.LeftButton)
    assert place.details.name.edit.hasFocus()
    press(qtbot, place.details.name.edit, KEY.Key_Escape)
    assert place.page.isVisible()
    qtbot.mouseClick(place.panes_.back, Qt.MouseButton.LeftButton)
    assert place.list.hasFocus()


def test_an_empty_case_says_what_to_do_first(case, looks, qtbot):
    shown = Shown(RecordsPlace, case, looks)
    try:
        place = shown.place
        assert place.first_focus().accessibleName() == "Choose files"
        with qtbot.waitSignal(place.add_wanted):
            qtbot.keyClick(place.first_focus(), KEY.Key_Space)
    finally:
        shown.close(qtbot)


def test_every_control_has_a_name_and_is_large_enough(place, papers):
    for one in place.findChildren(QWidget):
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            described = one.accessibleName() or one.property("text")
            buddies = [lab.text() for lab in place.findChildren(QWidget) if _labels(lab, one)]
            assert described or buddies, one
            assert one.height() >= 32, (one, one.height())


def _labels(label, control):
    buddy = getattr(label, "buddy", None)
    return callable(buddy) and buddy() is control


def test_ten_thousand_records_open_at_once_and_only_rows_in_sight_are_painted(
    case, looks, qtbot, monkeypatch
):
    with case.change("Many"):
        for number in range(10_000):
            date = PartialDate(Point(2000 + number % 26, 1 + number % 12))
            case.records.add(
                f"Record {number}",
                kind=list(Kind)[number % 12],
                dates=RecordDates(service=date),
                source=hashlib.sha256(str(number % 50).encode()).hexdigest()[:12],
                body="words",
            )
    painted = []
    real = RecordRow.paint
    monkeypatch.setattr(
        RecordRow, "paint", lambda *args: (painted.append(args[3].row()), real(*args))
    )
    shown = Shown(RecordsPlace, case, looks)
    try:
        place = shown.place
        qtbot.waitUntil(lambda: bool(painted))
        assert len(set(painted)) < 40
        painted.clear()
        bar = place.list.verticalScrollBar()
        start = time.thread_time()
        for frame in range(50):
            bar.setValue(bar.maximum() * frame // 50)
            place.list.viewport().repaint()
        each = (time.thread_time() - start) / 50
        assert each < 0.05  # seconds a frame, on a slow machine
        assert len(painted) / 50 < 40
        assert not place.list.findChildren(QWidget, "row")
    finally:
        shown.close(qtbot)
