"""The comparison, as a person fills it in by keys and by mouse."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.content.load import load_content
from app.model.journey.comparison import ROW_CODES, Cause, Stance
from app.model.journey.opinion import Opinion, SawRecord
from tests.ui.every_place.seen import (
    cut,
    faults,
    leading_on,
    settle,
    sideways,
    small,
    unnamed,
    unspoken_rows,
    untitled,
)
from ui import file_choice
from ui.comparing.cell_pane import CellPane, RowPane
from ui.pages.compare import ComparePlace

EVERY = (unnamed, unspoken_rows, untitled, leading_on, small, cut, sideways)
PLAN = ROW_CODES.index("plan")
TESTS = ROW_CODES.index("missing_tests")


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def choose(combo, words):
    combo.setFocus()
    while combo.currentText() != words:
        before = combo.currentIndex()
        QTest.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentIndex() != before


def words_in(widget):
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


@pytest.fixture
def shown(show_place, two):
    return show_place(ComparePlace)


@pytest.fixture
def place(shown):
    settle()
    return shown.place


def cells(case):
    return {(one.opinion, one.row): one for one in case.journey.grid_cells.all()}


def test_with_one_opinion_it_leads_to_the_opinions(qtbot, show_place, case):
    with case.change("Add"):
        case.journey.opinions.add(Opinion(0, "Dr Venn"))
    shown = show_place(ComparePlace)
    assert shown.place.to_opinions.hasFocus()
    click(qtbot, shown.place.to_opinions)
    assert shown.gone == [("opinions", {})]


def test_every_row_and_every_doctor_is_in_the_table(place, questions):
    words = place.grid.table.words
    assert words.columns == ("Point", "Dr R. Venn", "Dr H. Lindqvist")
    assert words.rowCount() == len(ROW_CODES) + len(questions)
    assert words.rows[-1][0].text == "Q2: Can I wait?"
    index = words.index(PLAN, 2)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert index.data(role) == "Plan that is advised. Dr H. Lindqvist. Exercise first. Differs"


def test_a_cell_is_filled_in_by_keys_alone(qtbot, place, case, two):
    table = place.grid.table
    table.setFocus()
    for _row in range(PLAN + 1):
        QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle()
    pane = place.beside.pane
    assert pane.about == (two[1], "timing")
    assert pane.first.hasFocus()
    qtbot.keyClicks(pane.first, "It can wait")
    choose(pane.form.controls["stance"].combo, "Agrees in part")
    place.leave()
    kept = cells(case)[(two[1], "timing")]
    assert (kept.text, kept.stance) == ("It can wait", Stance.PARTLY)
    assert table.words.rows[PLAN + 1][2].small == "Agrees in part"


def test_nothing_is_marked_but_by_the_person(qtbot, place, case, two):
    place.grid.table.choose(TESTS, 1)
    settle()
    qtbot.keyClicks(place.beside.pane.first, "A new X-ray")
    place.leave()
    assert cells(case)[(two[0], "missing_tests")].stance is Stance.NOT_SAID


def test_what_was_written_down_is_offered_and_taken_on_a_click(qtbot, place, case, two):
    place.grid.table.choose(TESTS, 1)
    settle()
    assert (two[0], "missing_tests") not in cells(case)
    pane = place.beside.pane
    assert [row.text() for row in pane.rows] == [
        "A new X-ray",
        "“Fusion in January” (Page 2 of the report)",
    ]
    click(qtbot, pane.rows[1])
    kept = cells(case)[(two[0], "missing_tests")]
    assert (kept.text, kept.verbatim, kept.page) == ("Fusion in January", True, 2)
    assert pane.first.toPlainText() == "Fusion in January"
    assert [row.text() for row in pane.rows] == ["A new X-ray"]
    case.undo()
    assert pane.first.toPlainText() == ""


def test_the_page_of_the_report_is_opened(qtbot, shown, two, record):
    place = shown.place
    settle()
    place.grid.table.choose(TESTS, 1)
    settle()
    click(qtbot, place.beside.pane.rows[1])
    click(qtbot, place.beside.pane.paper)
    assert shown.gone == [("records", {"record": record, "page": 2})]
    place.grid.table.choose(TESTS, 2)
    settle()
    assert not place.beside.pane.paper.isVisible()


def test_typing_goes_on_in_the_cell_where_it_began(qtbot, place, case, two):
    place.grid.table.choose(PLAN, 1)
    settle()
    place.beside.pane.first.setFocus()
    place.beside.pane.first.moveCursor(place.beside.pane.first.textCursor().MoveOperation.End)
    qtbot.keyClicks(place.beside.pane.first, " of L4")
    place.grid.table.choose(PLAN, 2)
    settle()
    assert cells(case)[(two[0], "plan")].text == "Fusion of L4"
    assert cells(case)[(two[1], "plan")].text == "Exercise first"


def test_a_row_of_ones_own_is_named_filled_and_removed_with_what_stands_in_it(
    qtbot, shown, case, two
):
    place = shown.place
    settle()
    click(qtbot, place.grid.add)
    assert isinstance(place.beside.pane, RowPane)
    QTest.keyClicks(place.beside.pane.form.controls["label"].edit, "Driving")
    place.leave()
    assert [one.label for one in case.journey.grid_rows.all()] == ["Driving"]
    row = len(ROW_CODES)
    assert place.grid.table.words.rows[row][0].text == "Driving"
    place.grid.table.choose(row, 2)
    settle()
    qtbot.keyClicks(place.beside.pane.first, "After 8 weeks")
    place.grid.table.choose(row, 0)
    settle()
    click(qtbot, place.beside.pane.remove)
    assert case.journey.grid_rows.all() == []
    assert not any(one.row.startswith("own-") for one in case.journey.grid_cells.all())
    assert shown.told == ["“Driving” was removed."]
    shown.acts[-1][1]()
    assert cells(case)[(two[1], "own-1")].text == "After 8 weeks"


def test_a_row_without_a_name_says_what_to_do(qtbot, place, case):
    click(qtbot, place.grid.add)
    edit = place.beside.pane.form.controls["label"].edit
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    place.leave()
    assert "Type a name, or remove the row." in words_in(place.beside.pane)
    assert case.journey.grid_rows.all()[0].label == "A point of my own"


def test_a_cause_is_ticked_for_one_row_or_for_all(qtbot, place, case):
    place.grid.table.choose(PLAN, 0)
    settle()
    click(qtbot, place.beside.pane.why)
    assert place.why.isVisible()
    assert place.why.row == "plan"
    row = place.why.causes[Cause.TESTS]
    row.check.setFocus()
    QTest.keyClick(row.check, Qt.Key.Key_Space)
    qtbot.keyClicks(row.edit, "She had the X-ray")
    place.leave()
    place.why.come_to("")
    assert not row.check.isChecked()
    click(qtbot, place.why.causes[Cause.GOALS].check)
    found = {(one.row, one.cause, one.text) for one in case.journey.why_differ.all()}
    assert found == {("plan", Cause.TESTS, "She had the X-ray"), ("", Cause.GOALS, "")}
    place.why.come_to("plan")
    click(qtbot, row.check)
    assert [one.row for one in case.journey.why_differ.all()] == [""]


def test_words_about_a_cause_stay_with_the_row_they_were_typed_for(qtbot, place, case):
    click(qtbot, place.parts.buttons["why"])
    row = place.why.causes[Cause.FACTS]
    click(qtbot, row.check)
    row.edit.setFocus()
    qtbot.keyClicks(row.edit, "For all")
    place.why.come_to("plan")
    assert [(one.row, one.text) for one in case.journey.why_differ.all()] == [("", "For all")]
    assert not row.check.isChecked()


def test_who_had_which_record_is_shown_as_a_table(place, case, two, record):
    with case.change("Mark"):
        case.journey.saw.add(SawRecord(0, two[0], record))
        case.journey.saw.add(SawRecord(0, two[1], record, saw=False))
    place.parts.choose("why")
    settle()
    [row] = place.why.table.words.rows
    assert [cell.text for cell in row] == ["Report of Dr Venn", "At hand", "Not at hand"]


def test_an_open_point_becomes_a_question_to_both_in_the_persons_words(qtbot, place, case):
    click(qtbot, place.parts.buttons["open"])
    assert place.open.differ.isVisible()
    assert place.open.differ.text() == load_content().piece("opinions_differ").text
    assert not place.open.agree.isVisible()
    [card] = place.open.points.values()
    assert card.words.toPlainText() == (
        "Plan that is advised: As I noted it, Dr R. Venn said: Fusion. "
        "As I noted it, Dr H. Lindqvist said: Exercise first. "
        "Why is that, and what new fact would settle it?"
    )
    assert len(case.questions.all()) == 2
    card.words.setPlainText("Why do you see it differently?")
    card.add.setFocus()
    QTest.keyClick(card.add, Qt.Key.Key_Space)
    assert case.questions.all()[-1].text == "Why do you see it differently?"
    [point] = case.journey.open_points.all()
    assert (point.row, point.question) == ("plan", case.questions.all()[-1].id)
    assert not card.add.isVisible()
    assert "Q3: Why do you see it differently?" in card.made.text()
    click(qtbot, card.settled)
    assert case.journey.open_points.all()[0].closed
    case.undo()
    case.undo()
    assert len(case.questions.all()) == 2
    assert card.add.isVisible()


def test_the_points_on_which_they_agree_are_named_without_a_number(qtbot, place, case, two):
    for column in (2, 1):
        place.grid.table.choose(0, column)
        settle()
        choose(place.beside.pane.form.controls["stance"].combo, "Agrees")
    click(qtbot, place.parts.buttons["open"])
    assert place.open.agree.text() == load_content().piece("opinions_agree").text
    assert place.open.agreed.text() == "Name of the illness"


def test_questions_for_an_outcome_are_added_with_one_click(qtbot, shown, case):
    place = shown.place
    click(qtbot, place.parts.buttons["open"])
    assert place.open.outcomes.rows == []
    outcome = load_content().outcomes[1]
    choose(place.open.outcomes.choice, outcome.label)
    QTest.keyClick(place.open.outcomes.choice, Qt.Key.Key_Return)
    place.open.outcomes.choice.activated.emit(2)
    rows = place.open.outcomes.rows
    assert [row.text() for row in rows] == [one.text for one in outcome.questions]
    click(qtbot, rows[0])
    assert case.questions.all()[-1].text == outcome.questions[0].text
    assert len(place.open.outcomes.rows) == len(outcome.questions) - 1
    assert shown.told == ["It stands at the end of your questions."]


def test_nothing_on_the_screen_counts_or_judges(place):
    for code in ("grid", "why", "open"):
        place.parts.choose(code)
        settle()
        words = " ".join(words_in(place)).lower()
        words = words.replace("this app does not say who is right", "")
        words = words.replace("it does not mean that one is wrong", "")
        for banned in (" right", "wrong", "better", "score", "majority", "2 of", "%"):
            assert banned not in words


def test_it_is_saved_as_a_small_pdf(qtbot, shown, monkeypatch, tmp_path):
    target = tmp_path / "grid.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_print", lambda _parent, _name: [target])
    click(qtbot, shown.place.save)
    qtbot.waitUntil(lambda: bool(shown.told), timeout=20000)
    assert shown.told == ["“grid.pdf” is saved."]
    text = " ".join(
        page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(target)
    )
    assert "Exercise first" in text
    assert Path(target).read_bytes().startswith(b"%PDF")


def test_an_empty_comparison_is_not_printed(qtbot, show_place, case, monkeypatch):
    with case.change("Add"):
        for doctor in ("Dr One", "Dr Two"):
            case.journey.opinions.add(Opinion(0, doctor))
    monkeypatch.setattr(file_choice, "ask_where_to_print", lambda *_all: pytest.fail("asked"))
    shown = show_place(ComparePlace)
    click(qtbot, shown.place.save)
    assert shown.told == ["Nothing is written down of two opinions yet. Fill in the table first."]


def test_where_there_is_little_room_one_point_is_shown_with_all_doctors_below(
    qtbot, show_place, case, two
):
    with case.change("Add"):
        for number in (3, 4, 5):
            case.journey.opinions.add(Opinion(0, f"Dr Number {number}"))
    shown = show_place(ComparePlace, 600)
    place, one = shown.place, shown.place.grid.one
    settle()
    assert one.isVisible()
    assert one.choice.hasFocus()
    for _step in range(PLAN):
        one.on.click()
    assert one.choice.currentText() == "Plan that is advised"
    texts = [(card.head.text(), card.text.text()) for card in one.doctors if card.isVisible()]
    assert texts[:2] == [("Dr R. Venn", "Fusion"), ("Dr H. Lindqvist", "Exercise first")]
    assert len(texts) == 5
    click(qtbot, one.doctors[1].change)
    assert isinstance(place.beside.pane, CellPane)
    assert place.beside.pane.first.hasFocus()
    qtbot.keyClicks(place.beside.pane.first, "Yes. ")
    click(qtbot, place.desk.back)
    assert one.doctors[1].text.text() == "Yes. Exercise first"


def test_a_sixth_opinion_is_said_to_stay_out(show_place, case, two):
    with case.change("Add"):
        for number in range(3, 7):
            case.journey.opinions.add(Opinion(0, f"Dr Number {number}"))
    place = show_place(ComparePlace).place
    assert len(place.grid.table.words.columns) == 6
    assert place.more.isVisible()


def test_an_opinion_that_goes_takes_its_form_along(place, case, two):
    place.grid.table.choose(PLAN, 2)
    settle()
    assert place.beside.pane.about == (two[1], "plan")
    with case.change("Remove"):
        case.journey.opinions.remove(two[1])
    assert place.beside.pane is None
    case.undo()
    assert place.grid.table.words.rows[PLAN][2].text == "Exercise first"


@pytest.mark.parametrize("part", ["grid", "why", "open"])
@pytest.mark.parametrize(("width", "scale"), [(1150, 1.0), (1366, 2.0), (520, 1.0)])
def test_everything_has_a_name_and_room(show_place, looks, two, part, width, scale):
    looks.wear("light", scale)
    try:
        shown = show_place(ComparePlace, width)
        shown.place.parts.choose(part)
        settle(10)
        assert faults(shown.window, *EVERY) == []
        if part == "grid":
            shown.place.beside.go_into(PLAN, 1)
            settle(10)
            assert faults(shown.window, unnamed, unspoken_rows, small, cut, sideways) == []
    finally:
        looks.wear()
