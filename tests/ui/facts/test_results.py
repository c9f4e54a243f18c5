"""Results: values as they stand on the paper, in series, drawn without a judgement."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from app.model.partial_date import PartialDate
from app.model.result import Result
from app.model.voice import Cited, Said
from ui.pages.results import ResultsPlace
from ui.theme.colours import colours


def when(stored):
    return PartialDate.from_stored(stored)


@pytest.fixture
def add(case):
    """Return a function that adds a result to the case."""

    def put(name, value, stored, unit="%", reference="", voice=Said()):
        with case.change("Add"):
            return case.results.add(Result(0, name, value, unit, when(stored), reference, voice))

    return put


def test_a_value_typed_by_keys_is_kept_exactly_as_it_is_printed(qtbot, show, case):
    place = show(ResultsPlace)
    assert place.empty.isVisible()
    qtbot.mouseClick(place.add, Qt.MouseButton.LeftButton)
    form = place.desk.form
    for name, words in (("name", "CRP"), ("value", "<5"), ("unit", "mg/L"), ("reference", "< 5")):
        edit = form.controls[name].edit
        edit.setFocus()
        qtbot.keyClicks(edit, words)

    place.leave()

    [kept] = case.results.all()
    assert (kept.name, kept.value, kept.unit, kept.reference) == ("CRP", "<5", "mg/L", "< 5")
    assert place.view.line.title == "<5 mg/L"
    assert not place.empty.isVisible()


def test_clearing_a_value_says_so_beside_it_and_keeps_the_old_one(qtbot, show, add, case):
    add("HbA1c", "8.4", "2025-01-14")
    place = show(ResultsPlace)
    place.view.choose("result", 1)
    value = place.desk.form.controls["value"]
    value.edit.setFocus()
    value.edit.selectAll()
    qtbot.keyClick(value.edit, Qt.Key.Key_Delete)
    place.leave()
    assert value.widget.fault.text() == "Type the value, or remove the result."
    assert case.results.all()[0].value == "8.4"
    qtbot.keyClicks(value.edit, "8.5")
    place.leave()
    assert value.widget.fault.isHidden()
    assert case.results.all()[0].value == "8.5"


def test_two_numbers_of_one_test_make_a_chart_and_one_does_not(show, add):
    add("HbA1c", "8.4", "2025-01-14")
    place = show(ResultsPlace)
    assert not place.chart.isVisible()
    add("HbA1c", "7.9", "2025-07-20")
    assert place.chart.isVisible()
    assert [one.value for one in place.chart.points] == ["8.4", "7.9"]


def test_units_are_never_mixed_in_a_chart(show, add):
    add("Glucose", "101", "2025", unit="mg/dL")
    add("Glucose", "5.6", "2026", unit="mmol/L")
    place = show(ResultsPlace)
    assert not place.chart.isVisible()
    assert [one.head for one in place.view.lines.lines] == ["Glucose, mg/dL", "Glucose, mmol/L"]


def test_words_such_as_positive_are_in_the_list_only(show, add):
    add("HbA1c", "8.4", "2025-01-14")
    add("HbA1c", "not done", "2025-03")
    add("HbA1c", "7.9", "2025-07-20")
    place = show(ResultsPlace)
    assert len(place.view.lines.lines) == 3
    assert [one.value for one in place.chart.points] == ["8.4", "7.9"]


def test_dots_are_reached_by_keys_and_open_their_page(qtbot, show, add, record, went):
    add("HbA1c", "8.4", "2025-01-14", voice=Cited(record, 1))
    add("HbA1c", "7.9", "2025-07-20", voice=Cited(record, 2))
    place = show(ResultsPlace, width=800)
    place.chart.setFocus()
    qtbot.keyClick(place.chart, Qt.Key.Key_End)
    assert place.view.line.title == "7.9 %"
    assert place.desk.form.controls["value"].edit.text() == "7.9"
    qtbot.keyClick(place.chart, Qt.Key.Key_Return)
    assert went == [("records", record, 2)]


def test_a_click_on_a_dot_shows_its_value(qtbot, show, add):
    add("HbA1c", "8.4", "2025-01-14")
    add("HbA1c", "7.9", "2025-07-20")
    place = show(ResultsPlace)
    spot = place.chart.spots()[0]
    at = QPoint(round(spot.x()), round(spot.y()))
    qtbot.mouseClick(place.chart, Qt.MouseButton.LeftButton, pos=at)
    assert place.view.line.title == "8.4 %"


def test_the_chart_says_all_its_values_in_words(show, add):
    add("HbA1c", "8.4", "2025-01-14", reference="4.0 - 5.6")
    add("HbA1c", "7.9", "2025-07~", reference="4.0 - 5.6")
    place = show(ResultsPlace)
    assert place.chart.accessibleName() == "Chart of HbA1c"
    assert place.chart.accessibleDescription() == (
        "The lab’s own range is 4.0 - 5.6. 14-Jan-2025: 8.4 %, said. about Jul-2025: 7.9 %, said."
    )


def test_what_somebody_said_has_hollow_dots_and_a_record_has_filled_ones(show, add, record):
    add("Walk", "80", "2025-01-14", unit="m")
    add("Walk", "150", "2026-01-14", unit="m", voice=Cited(record, 1))
    place = show(ResultsPlace)
    shown = place.chart.grab().toImage()
    ratio = shown.devicePixelRatio()
    middles = [shown.pixelColor((spot * ratio).toPoint()) for spot in place.chart.spots()]
    assert middles == [QColor(colours().surface), QColor(colours().text)]


def test_a_range_is_drawn_only_where_all_papers_print_the_same(show, add):
    add("HbA1c", "8.4", "2025-01-14", reference="4.0 - 5.6")
    add("HbA1c", "7.9", "2025-07-20", reference="4.0 - 5.6")
    place = show(ResultsPlace)
    assert place.range.text() == "Dashed lines: the lab’s own range, 4.0 - 5.6."
    assert place.range.isVisible()
    add("HbA1c", "7.8", "2025-09-20", reference="4.2 - 6.0")
    assert not place.range.isVisible()


def test_the_page_stands_beside_the_form_where_there_is_room(qtbot, show, add, record):
    add("HbA1c", "8.4", "2025-01-14", voice=Cited(record, 2))
    add("Walk", "80", "2025-01-14", unit="m")
    place = show(ResultsPlace, width=1200)
    place.view.choose("result", 1)
    assert place.paper.isVisible()
    assert place.paper.page == 2
    place.view.choose("result", 2)
    assert not place.paper.isVisible()


def test_a_removed_result_comes_back_with_undo(qtbot, show, add, case, told):
    add("HbA1c", "8.4", "2025-01-14")
    place = show(ResultsPlace)
    place.view.setFocus()
    qtbot.keyClick(place.view, Qt.Key.Key_Delete)
    assert case.results.all() == []
    assert case.undo_label == "Remove a result"
    told[-1][1]()
    assert [one.value for one in case.results.all()] == ["8.4"]


def test_the_name_of_a_test_is_offered_once_it_is_known(show, add):
    add("HbA1c", "8.4", "2025-01-14")
    place = show(ResultsPlace)
    place.add.click()
    known = place.desk.form.first.completer().model()
    assert [known.index(row, 0).data() for row in range(known.rowCount())] == ["HbA1c"]
