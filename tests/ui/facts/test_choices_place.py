"""Options & risks, by keys and by clicks."""

from datetime import date, timedelta

import pypdfium2
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.model.journey.choice import Aspect, Choice, ChoiceCell
from app.model.partial_date import day
from app.model.story import Subject
from app.model.voice import Cited, Said
from ui import file_choice
from ui.check.fixes import FIXES
from ui.pages.choices import ChoicesPlace
from ui.shell.counts import count_of


@pytest.fixture
def place(show):
    return show(ChoicesPlace)


@pytest.fixture
def three(case):
    """Fusion, nothing and rehab, and something good about the first."""
    with case.change("Add"):
        for choice in (
            Choice(0, "Fusion", "Dr Venn"),
            Choice(0, "Do nothing for now", do_nothing=True),
            Choice(0, "Rehab"),
        ):
            case.journey.choices.add(choice)
        cell = ChoiceCell(0, 1, Aspect.GOOD, "less pain", 60, voice=Said("Dr Venn"))
        case.journey.choice_cells.add(cell)
    return case


def names(case):
    return [one.name for one in case.journey.choices.all()]


def type_option(qtbot, place, words):
    place.field.setFocus()
    qtbot.keyClicks(place.field, words)
    qtbot.keyClick(place.field, Qt.Key.Key_Return)


def test_the_first_option_typed_brings_do_nothing_along_and_undo_takes_both(qtbot, place, case):
    assert not place.list.isVisible()
    type_option(qtbot, place, "Fusion")
    assert names(case) == ["Fusion", "Do nothing for now"]
    assert [card.head.text() for card in place.cards.values()] == [
        "1. Fusion",
        "2. Do nothing for now",
    ]
    assert not place.nothing.isVisible()
    type_option(qtbot, place, "Rehab")
    assert names(case) == ["Fusion", "Do nothing for now", "Rehab"]
    case.undo()
    case.undo()
    assert names(case) == []
    assert place.cards == {}


def test_do_nothing_that_was_removed_is_offered_and_added_by_a_click(qtbot, three, show, told):
    place = show(ChoicesPlace)
    place.list.choose(2)
    qtbot.keyClick(place.list.view, Qt.Key.Key_Delete)
    assert names(three) == ["Fusion", "Rehab"]
    type_option(qtbot, place, "Injections")
    assert names(three) == ["Fusion", "Rehab", "Injections"]
    qtbot.mouseClick(place.nothing, Qt.MouseButton.LeftButton)
    assert names(three)[-1] == "Do nothing for now"
    assert three.journey.choices.all()[-1].do_nothing
    assert not place.nothing.isVisible()


def test_do_nothing_is_worded_by_the_person_and_stays_what_it_is(qtbot, three, show):
    place = show(ChoicesPlace)
    place.cards[2].change.click()
    field = place.desk.form.first
    field.selectAll()
    qtbot.keyClicks(field, "Wait and walk")
    place.leave()
    kept = three.journey.choices.get(2)
    assert (kept.name, kept.do_nothing) == ("Wait and walk", True)
    assert place.cards[2].head.text() == "2. Wait and walk"
    assert not place.nothing.isVisible()


def test_options_are_put_in_order_by_keys_and_the_cards_follow(qtbot, three, show):
    place = show(ChoicesPlace)
    place.list.choose(3)
    place.list.view.setFocus()
    qtbot.keyClick(place.list.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(place.list.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(three) == ["Rehab", "Fusion", "Do nothing for now"]
    tops = {
        number: card.mapTo(place.page.widget(), QPointF(0, 0)) for number, card in _cards(place)
    }
    assert sorted(tops, key=lambda number: tops[number].y()) == [3, 1, 2]
    assert place.cards[3].head.text() == "1. Rehab"
    assert three.undo_label == "Move an option"


def _cards(place):
    for _ in range(3):
        QApplication.processEvents()
    return place.cards.items()


def test_an_option_is_dropped_at_another_place(three, show):
    place = show(ChoicesPlace)
    place.list.view.dropped.emit(1, 3)
    assert names(three) == ["Do nothing for now", "Rehab", "Fusion"]


def test_what_was_said_is_typed_by_keys_and_kept_with_its_number(qtbot, three, show):
    place = show(ChoicesPlace)
    qtbot.mouseClick(place.cards[1].add, Qt.MouseButton.LeftButton)
    form = place.desk.form
    assert form.first.hasFocus()
    qtbot.keyClicks(form.first, "another operation")
    number = form.controls["of_100"].edit
    number.setFocus()
    qtbot.keyClicks(number, "14")
    form.controls["voice"].edit.by.setFocus()
    qtbot.keyClicks(form.controls["voice"].edit.by, "Dr Venn")
    place.leave()
    kept = three.journey.choice_cells.all()[-1]
    assert (kept.choice, kept.aspect, kept.text) == (1, Aspect.BAD, "another operation")
    assert (kept.of_100, kept.voice) == (14, Said("Dr Venn"))
    lines = place.cards[1].view.lines.lines
    assert [(one.lead, one.title, one.source) for one in lines] == [
        ("The good", "60 of 100: less pain", "said by Dr Venn"),
        ("The bad", "14 of 100: another operation", "said by Dr Venn"),
    ]


def test_an_own_reading_asks_for_nobody_and_keeps_nobody(qtbot, three, record, show):
    with three.change("Cite"):
        [cell] = three.journey.choice_cells.all()
        three.journey.choice_cells.save(
            ChoiceCell(cell.id, 1, Aspect.GOOD, "less pain", voice=Cited(record, 2))
        )
    place = show(ChoicesPlace)
    place.cards[1].view.choose("cell-1", cell.id)
    assert place.cards[1].view.lines.lines[0].source == "Blood tests, page 2"
    form = place.desk.form
    who = form.controls["voice"].widget
    assert who.isVisible()
    form.controls["own_reading"].check.click()
    assert not who.isVisible()
    [kept] = three.journey.choice_cells.all()
    assert (kept.own_reading, kept.voice) == (True, Said())
    assert place.cards[1].view.lines.lines[0].source == "my own reading"
    form.controls["own_reading"].check.click()
    assert who.isVisible()


def test_several_things_are_said_about_one_aspect(qtbot, three, show):
    place = show(ChoicesPlace)
    for words in ("walking again", "more sleep"):
        place.cards[1].add.click()
        form = place.desk.form
        form.controls["aspect"].combo.setCurrentIndex(0)
        qtbot.keyClicks(form.first, words)
        place.leave()
    said = [one.text for one in three.journey.choice_cells.all() if one.aspect is Aspect.GOOD]
    assert said == ["less pain", "walking again", "more sleep"]


def test_a_line_is_gone_into_and_removed_by_keys_and_comes_back(qtbot, three, show, told):
    place = show(ChoicesPlace)
    view = dict(_cards(place))[1].view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert place.desk.form.first.hasFocus()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert three.journey.choice_cells.all() == []
    assert place.cards[1].nothing.isVisible()
    told[-1][1]()
    assert [one.text for one in three.journey.choice_cells.all()] == ["less pain"]


def test_an_option_that_is_removed_comes_back_with_all_that_was_said(qtbot, three, show, told):
    place = show(ChoicesPlace)
    place.list.choose(1)
    qtbot.mouseClick(place.list.remove, Qt.MouseButton.LeftButton)
    assert names(three) == ["Do nothing for now", "Rehab"]
    assert three.journey.choice_cells.all() == []
    words, act = told[-1]
    assert words == "“Fusion” was removed."
    act()
    assert names(three)[0] == "Fusion"
    assert len(place.cards[1].view.lines.lines) == 1


def test_what_is_typed_of_an_option_that_goes_is_not_asked_for_any_more(qtbot, three, show):
    place = show(ChoicesPlace)
    place.cards[1].add.click()
    qtbot.keyClicks(place.desk.form.first, "half a word")
    place.list.choose(1)
    place.list.remove.click()
    place.leave()
    assert three.journey.choice_cells.all() == []
    assert names(three) == ["Do nothing for now", "Rehab"]


def test_the_days_that_are_left_are_shown_and_the_question_is_asked_by_one_click(
    qtbot, place, case, went
):
    assert place.time.by.text() == "No date is set."
    soon = day(date.today() + timedelta(days=22))
    with case.change("Set"):
        case.statements.state(Subject.DECIDE_BY, soon.stored(), Said())
    assert place.time.by.text() == f"{soon.shown()} · In 22 days"
    qtbot.mouseClick(place.time.ask, Qt.MouseButton.LeftButton)
    asked = "If I need more time, how long is it safe to wait?"
    assert [one.text for one in case.questions.all()] == [asked]
    assert place.time.asked.isVisible()
    assert not place.time.ask.isVisible()
    case.undo()
    assert place.time.ask.isVisible()
    place.time.change.click()
    place.matters.change.click()
    assert [code for code, *_where in went] == ["diagnosis", "matters"]


def test_what_matters_is_shown_in_its_order(place, case):
    assert place.matters.lines.text() == "Nothing is written down yet."
    with case.change("Say"):
        case.statements.state(Subject.MATTERS, "Walking and stairs.\nMy work.", Said())
    assert place.matters.lines.text() == "1. Walking and stairs\n2. My work"


def test_the_options_are_saved_as_a_small_pdf(qtbot, three, show, told, tmp_path, monkeypatch):
    target = tmp_path / "options.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_print", lambda _parent, _name: [target])
    place = show(ChoicesPlace)
    qtbot.mouseClick(place.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told), timeout=20000)
    assert told[-1][0] == "“options.pdf” is saved."
    page = pypdfium2.PdfDocument(target)[0].get_textpage().get_text_bounded()
    assert "60 of 100: less pain" in " ".join(page.split())


def test_the_sidebar_counts_the_options_without_the_place(three, show):
    assert count_of("choices", three) == show(ChoicesPlace).count() == 3


def test_there_is_no_score_and_no_word_of_the_programs_own_in_a_card(three, show):
    place = show(ChoicesPlace)
    [line] = place.cards[1].view.lines.lines
    assert line.sentence == "The good. 60 of 100: less pain. said by Dr Venn."
    assert [one.tag for one in place.list.model.lines] == ["", "", ""]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_that_takes_keys_has_a_name_and_a_size_to_hit(three, show, looks, scale):
    looks.wear(scale=scale)
    place = show(ChoicesPlace)
    page = place.page
    for _ in range(3):
        QApplication.processEvents()
    assert page.widget().width() <= page.viewport().width()
    place.cards[1].add.click()
    for _ in range(3):
        QApplication.processEvents()
    for one in place.findChildren(QWidget):
        if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus:
            name = QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
            assert name or one.objectName() == "qt_spinbox_lineedit", one
    looks.wear()


def test_words_of_blame_get_a_neutral_sentence_offered(qtbot, three, show):
    place = show(ChoicesPlace)
    place.cards[1].add.click()
    form = place.desk.form
    qtbot.keyClicks(form.first, "He was useless.")
    line = form.controls["text"].widget.findChild(QWidget, "neutral")
    qtbot.waitUntil(line.isVisible)
    QTest.qWait(10)
    assert "“useless”" in line.words.text()


def test_the_findings_about_options_lead_here():
    assert {FIXES[code].place for code in ("choices.none", "blind.options")} == {ChoicesPlace.code}
