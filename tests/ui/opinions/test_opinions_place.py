"""Opinions received, as a person writes them down."""

from datetime import UTC, datetime

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.content.load import load_content
from app.model.build import Build, BuiltRecord, Sending
from app.model.journey.opinion import Answered, Opinion, OpinionKind, OpinionPart
from app.model.person import Recipient
from app.model.recipient_profile import RecipientProfile
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
from ui.pages.opinions import OpinionsPlace
from ui.theme.colours import colours

EVERY = (unnamed, unspoken_rows, untitled, leading_on, small, cut, sideways)
CALM = "You do not have to read this now. You can file it and come back."


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def choose(combo, words):
    """Choose a line of a list by keys."""
    combo.setFocus()
    while combo.currentText() != words:
        before = combo.currentIndex()
        QTest.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentIndex() != before


@pytest.fixture
def place(show_place, two):
    return show_place(OpinionsPlace).place


def test_a_first_and_a_second_opinion_are_written_down(qtbot, show_place, case):
    place = show_place(OpinionsPlace).place
    assert place.first.hasFocus()
    for doctor in ("Dr Venn", "Dr Lindqvist"):
        click(qtbot, place.first if place.first.isVisible() else place.add)
        form = place.desk.form
        assert form.first.hasFocus()
        qtbot.keyClicks(form.first, doctor)
        choose(form.controls["kind"].combo, "By video")
        place.leave()
    kept = case.journey.opinions.all()
    assert [(one.doctor, one.kind, one.position) for one in kept] == [
        ("Dr Venn", OpinionKind.VIDEO, 0),
        ("Dr Lindqvist", OpinionKind.VIDEO, 1),
    ]
    assert place.list.chosen == kept[1].id
    assert place.chosen.head.text() == "Dr Lindqvist"


def test_the_parts_are_called_as_in_the_content(place):
    heads = [section.head.text() for section in place.chosen.part.sections.values()]
    assert heads == [load_content().part(part.value).title for part in OpinionPart]


def test_a_point_is_added_with_whose_words_it_is_and_its_page(qtbot, place, case, two):
    section = next(iter(place.chosen.part.sections.values()))
    click(qtbot, section.add)
    form = place.desk.form
    qtbot.keyClicks(form.first, "He read all letters")
    form.controls["verbatim"].check.click()
    qtbot.keyClicks(form.controls["page"].edit, "2")
    place.leave()
    point = case.journey.points.all()[-1]
    assert (point.opinion, point.part) == (two[0], OpinionPart.HISTORY)
    assert (point.text, point.verbatim, point.page) == ("He read all letters", True, 2)
    assert section.view.line.title == "“He read all letters”"
    assert place.beside.report_page == 2


def test_the_page_of_the_report_stands_beside_what_it_says(qtbot, place):
    section = list(place.chosen.part.sections.values())[3]
    section.view.setFocus()
    QTest.keyClick(section.view, Qt.Key.Key_Return)
    settle()
    assert place.desk.form.first.hasFocus()
    assert place.beside.paper.isVisible()
    assert (place.beside.paper.page, place.beside.paper.count) == (2, 2)


def test_where_there_is_little_room_the_report_opens_among_the_records(
    qtbot, show_place, two, record
):
    shown = show_place(OpinionsPlace, 640)
    assert not shown.place.beside.paper.isVisible()
    section = list(shown.place.chosen.part.sections.values())[3]
    section.view.setCurrentIndex(section.view.lines.index(0))
    click(qtbot, shown.place.chosen.report)
    assert shown.gone == [("records", {"record": record, "page": 2})]


def test_questions_are_ticked_and_what_is_left_can_be_asked_with_one_click(
    qtbot, show_place, case, two, questions
):
    shown = show_place(OpinionsPlace)
    place = shown.place
    click(qtbot, place.chosen.parts.buttons["answers"])
    view = place.chosen.part.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    choose(place.beside.answer.first, "Answered in part")
    qtbot.keyClicks(place.beside.answer.form.controls["text"].edit, "For now")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    choose(place.beside.answer.first, "Not answered")
    place.leave()
    kept = {one.question: (one.answered, one.text) for one in case.journey.answers.all()}
    assert kept == {
        questions[0]: (Answered.PARTLY, "For now"),
        questions[1]: (Answered.NO, ""),
    }
    settle()
    rows = place.chosen.part.rows
    assert len(rows) == 2
    words = rows[1].text()
    rows[1].setFocus()
    QTest.keyClick(rows[1], Qt.Key.Key_Space)
    assert case.questions.all()[-1].text == words
    assert "Dr R. Venn" in words
    assert "Can I wait?" in words
    assert len(place.chosen.part.rows) == 1
    assert shown.told == ["It stands at the end of your questions."]


def test_undo_takes_a_tick_of_an_answer_back_and_the_form_shows_it(qtbot, place, case):
    click(qtbot, place.chosen.parts.buttons["answers"])
    view = place.chosen.part.view
    view.setCurrentIndex(view.lines.index(0))
    choose(place.beside.answer.first, "Answered")
    assert case.undo_label == "Mark the answer to a question"
    case.undo()
    assert place.beside.answer.first.currentText() == "Not marked"


def test_what_was_at_hand_is_marked_by_keys(qtbot, place, case, record):
    click(qtbot, place.chosen.parts.buttons["saw"])
    part = place.chosen.part
    part.view.setFocus()
    QTest.keyClick(part.view, Qt.Key.Key_Return)
    assert part.had.hasFocus()
    QTest.keyClick(part.had, Qt.Key.Key_Space)
    [kept] = case.journey.saw.all()
    assert (kept.record, kept.saw) == (record, True)
    assert part.view.line.source == "At hand"
    click(qtbot, part.had_not)
    assert not case.journey.saw.all()[0].saw
    click(qtbot, part.not_known)
    assert case.journey.saw.all() == []


def test_what_was_sent_to_that_doctor_is_marked_only_on_a_click(
    qtbot, show_place, case, two, record
):
    build = Build(
        0, 0, "", "Dr R. Venn", 0, datetime(2026, 11, 3, tzinfo=UTC), "", (),
        (BuiltRecord(record, "", "", 1, ()),), (), (),
    )  # fmt: skip
    number = case.builds.keep(build)
    with case.change("Note"):
        case.sharing.add(Sending(0, number, "dr r. venn"))
    place = show_place(OpinionsPlace).place
    click(qtbot, place.chosen.parts.buttons["saw"])
    assert case.journey.saw.all() == []
    offered = place.chosen.part.offered
    assert offered.text().strip() == (
        "Mark 1 record from the dossier of 03-Nov-2026, which was sent"
    )
    click(qtbot, offered)
    assert [(one.record, one.saw) for one in case.journey.saw.all()] == [(record, True)]
    assert not offered.isVisible()
    place.list.choose(two[1])
    settle()
    assert not place.chosen.part.offered.isVisible()


def test_the_order_is_changed_by_keys_and_by_dropping(qtbot, place, case, two):
    view = place.list.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in case.journey.opinions.all()] == [two[1], two[0]]
    view.dropped.emit(two[0], 0)
    assert [one.id for one in case.journey.opinions.all()] == [two[0], two[1]]
    assert case.undo_label == "Put the opinions in another order"


def test_going_to_another_opinion_shows_its_own_points_and_form(place, two):
    assert len(place.chosen.part.sections) == 4
    place.list.choose(two[1])
    settle()
    assert place.desk.form.fact.doctor == "Dr H. Lindqvist"
    lines = [section.view.lines.rowCount() for section in place.chosen.part.sections.values()]
    assert lines == [0, 0, 0, 0]
    assert not place.beside.paper.isVisible()


def test_a_draft_of_a_point_stays_with_its_opinion(qtbot, place, case, two):
    click(qtbot, next(iter(place.chosen.part.sections.values())).add)
    qtbot.keyClicks(place.desk.form.controls["page"].edit, "2")
    place.list.choose(two[1])
    settle()
    click(qtbot, next(iter(place.chosen.part.sections.values())).add)
    assert place.desk.form.fact.opinion == two[1]
    assert place.desk.form.controls["page"].edit.text() == ""
    qtbot.keyClicks(place.desk.form.first, "Hers")
    place.leave()
    assert case.journey.points.all()[-1].opinion == two[1]


def test_an_opinion_is_removed_with_delete_and_comes_back_with_all_it_says(
    qtbot, show_place, case, two
):
    shown = show_place(OpinionsPlace)
    shown.place.list.view.setFocus()
    QTest.keyClick(shown.place.list.view, Qt.Key.Key_Delete)
    settle()
    assert [one.doctor for one in case.journey.opinions.all()] == ["Dr H. Lindqvist"]
    assert case.journey.points.all() == []
    assert shown.told == ["“Dr R. Venn” was removed."]
    assert shown.place.chosen.head.text() == "Dr H. Lindqvist"
    shown.acts[-1][1]()
    assert len(case.journey.points.all()) == 2


def test_who_gave_it_is_chosen_from_those_who_may_read_it(qtbot, show_place, case, two):
    place = show_place(OpinionsPlace).place
    with case.change("Add"):
        number = case.recipients.add(RecipientProfile(0, Recipient("Dr H. Lindqvist")))
    place.list.choose(two[1])
    settle()
    choose(place.desk.form.controls["recipient"].combo, "Dr H. Lindqvist")
    assert case.journey.opinions.get(two[1]).recipient == number
    with case.change("Remove"):
        case.recipients.remove(number)
    settle()
    assert place.desk.form.controls["recipient"].combo.currentText() == "Nobody in that list"


def test_a_report_that_is_filed_need_not_be_read_now(qtbot, show_place, case, two):
    shown = show_place(OpinionsPlace)
    place = shown.place
    place.list.choose(two[1])
    settle()
    assert not place.chosen.calm.isVisible()
    with qtbot.waitSignal(place.add_wanted):
        click(qtbot, place.chosen.file)
    with case.change("Add"):
        new = case.records.add("Her letter", body="words")
    shown.session.added.emit(1)
    assert shown.told[-1] == CALM
    assert case.journey.opinions.get(two[1]).record is None  # nobody said so yet
    name, act = shown.acts[-1]
    assert name == "File it as the report of Dr H. Lindqvist"
    act()
    assert case.journey.opinions.get(two[1]).record == new
    assert place.chosen.calm.isVisible()
    assert place.chosen.calm.text() == CALM


def test_papers_that_come_in_without_being_asked_for_are_no_report(show_place, case, two):
    shown = show_place(OpinionsPlace)
    with case.change("Add"):
        case.records.add("A letter", body="words")
    shown.session.added.emit(1)
    assert shown.told == []


def test_several_papers_are_left_to_be_chosen(qtbot, show_place, case, two):
    shown = show_place(OpinionsPlace)
    shown.place.list.choose(two[1])
    settle()
    click(qtbot, shown.place.chosen.file)
    with case.change("Add"):
        for title in ("One", "Two"):
            case.records.add(title, body="words")
    shown.session.added.emit(2)
    assert shown.told[-1] == CALM
    shown.acts[-1][1]()
    assert shown.gone == [("opinions", {})]
    assert case.journey.opinions.get(two[1]).record is None


@pytest.mark.parametrize("part", ["says", "answers", "saw"])
@pytest.mark.parametrize(("width", "scale"), [(1150, 1.0), (1366, 2.0), (520, 1.0)])
def test_everything_has_a_name_and_room(show_place, looks, two, part, width, scale):
    looks.wear("light", scale)
    try:
        shown = show_place(OpinionsPlace, width)
        shown.place.chosen.parts.choose(part)
        settle(10)
        assert faults(shown.window, *EVERY) == []
        if part == "answers":
            shown.place.chosen.part.opened.emit(shown.place.chosen.part.view.lines.line(0))
            settle(10)
            assert faults(shown.window, unnamed, small, cut, sideways) == []
    finally:
        looks.wear()


def test_what_is_typed_when_the_opinion_goes_elsewhere_is_not_lost(qtbot, place, case, two):
    click(qtbot, place.chosen.parts.buttons["answers"])
    view = place.chosen.part.view
    view.setCurrentIndex(view.lines.index(0))
    settle()
    edit = place.beside.answer.form.controls["text"].edit
    edit.setFocus()
    qtbot.keyClicks(edit, "half a")
    place.list.choose(two[1])
    assert case.journey.answers.all()[0].text == "half a"
    assert isinstance(case.journey.opinions.get(two[0]), Opinion)


@pytest.mark.parametrize("there", [False, True])
def test_a_sheet_to_take_to_the_visit_is_saved_before_the_first_opinion_and_after(
    qtbot, show_place, case, request, tmp_path, monkeypatch, there
):
    if there:
        request.getfixturevalue("two")
    target = tmp_path / "visit.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_print", lambda _place, _name: [target])
    shown = show_place(OpinionsPlace)
    button = shown.place.sheet if there else shown.place.first_sheet
    assert button.isVisible()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown.told == ["“visit.pdf” is saved."], timeout=20000)
    assert "Visit sheet" in PdfReader(target).pages[0].extract_text()


def test_what_is_known_of_a_doctor_is_not_painted_in_the_colour_of_a_status(show_place, two):
    place = show_place(OpinionsPlace).place
    picture = place.list.view.grab().toImage()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert colours().ok.lower() not in seen
    assert colours().text2.lower() in seen
