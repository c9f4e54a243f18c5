import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from ui.pages.questions import QuestionsPlace

ALT = Qt.KeyboardModifier.AltModifier


def asked(case):
    return [one.text for one in case.questions.all()]


def row(place, number):
    return place.list.model.index(number, 0)


def editor(place):
    return place.list.view.findChild(QPlainTextEdit)


def test_a_typed_question_is_added_with_enter(shown, case, qtbot):
    place = shown(QuestionsPlace)
    assert place.first_focus() is place.field
    qtbot.keyClicks(place.field, "Do I need this?")
    qtbot.keyClick(place.field, Qt.Key.Key_Return)
    assert asked(case) == ["Do I need this?"]
    assert place.field.text() == ""
    assert case.undo_label == "Add a question"


def test_alt_and_the_arrows_move_a_question_and_it_stays_chosen(shown, ana, qtbot):
    place = shown(QuestionsPlace)
    view = place.list.view
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert asked(ana) == ["Two?", "Three?", "One?", "Four?"]
    assert view.currentIndex().data() == "One?"
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    assert asked(ana) == ["Two?", "One?", "Three?", "Four?"]
    assert ana.undo_label == "Move a question"
    ana.undo()
    assert asked(ana) == ["Two?", "Three?", "One?", "Four?"]


def test_the_buttons_move_too_and_stop_at_the_ends(shown, ana, qtbot):
    place = shown(QuestionsPlace)
    assert not place.list.up.isEnabled()
    for _ in range(3):
        qtbot.mouseClick(place.list.down, Qt.MouseButton.LeftButton)
    assert asked(ana) == ["Two?", "Three?", "Four?", "One?"]
    assert not place.list.down.isEnabled()
    assert place.list.up.isEnabled()


@pytest.mark.parametrize(
    ("source", "target", "low", "order"),
    [
        (0, 2, True, ["Two?", "Three?", "One?", "Four?"]),
        (3, 0, False, ["Four?", "One?", "Two?", "Three?"]),
        (1, 1, True, ["One?", "Two?", "Three?", "Four?"]),
    ],
)
def test_a_question_can_be_dragged(shown, ana, monkeypatch, source, target, low, order):
    place = shown(QuestionsPlace)
    view = place.list.view
    view.setCurrentIndex(row(place, source))
    box = view.visualRect(row(place, target))
    where = QPointF(box.center().x(), box.bottom() - 2 if low else box.top() + 2)
    monkeypatch.setattr(QDropEvent, "source", lambda _event: view)
    mime = QMimeData()
    view.dropEvent(
        QDropEvent(
            where, Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
        )
    )
    assert asked(ana) == order


def test_words_are_changed_in_place_and_saved_while_they_are_typed(shown, ana, qtbot):
    place = shown(QuestionsPlace)
    view = place.list.view
    qtbot.keyClick(view, Qt.Key.Key_Return)
    box = editor(place)
    assert box.accessibleName() == "Words of number 1"
    qtbot.keyClicks(box, " Or not")
    place.session.unsaved.flush()
    assert asked(ana)[0] == "One? Or not"
    assert editor(place) is box  # still open
    qtbot.keyClicks(box, " now")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert asked(ana)[0] == "One? Or not now"
    ana.undo()
    assert asked(ana)[0] == "One?"


def test_esc_ends_the_changing_and_loses_no_word(shown, ana, qtbot):
    place = shown(QuestionsPlace)
    place.list.edit(ana.questions.all()[1].id)
    qtbot.keyClicks(editor(place), " Why")
    qtbot.keyClick(editor(place), Qt.Key.Key_Escape)
    assert asked(ana)[1] == "Two? Why"
    assert place.list.view.hasFocus()


def test_a_question_never_becomes_empty_by_changing_it(shown, ana, qtbot):
    place = shown(QuestionsPlace)
    place.list.edit(ana.questions.all()[0].id)
    editor(place).selectAll()
    qtbot.keyClick(editor(place), Qt.Key.Key_Delete)
    qtbot.keyClick(editor(place), Qt.Key.Key_Return)
    assert asked(ana)[0] == "One?"


def test_words_that_are_open_are_kept_when_another_question_comes(shown, ana, qtbot):
    place = shown(QuestionsPlace)
    place.list.edit(ana.questions.all()[0].id)
    qtbot.keyClicks(editor(place), " More")
    with ana.change("Elsewhere"):
        ana.questions.add("Five?")
    assert asked(ana) == ["One? More", "Two?", "Three?", "Four?", "Five?"]
    assert place.list.model.rowCount() == 5
    assert row(place, 0).data() == "One? More"


def test_delete_removes_a_question_and_offers_it_back(shown, ana, seen, qtbot):
    place = shown(QuestionsPlace)
    qtbot.keyClick(place.list.view, Qt.Key.Key_Delete)
    assert asked(ana) == ["Two?", "Three?", "Four?"]
    assert place.list.view.currentIndex().data() == "Two?"
    words, action, undo = seen.told[-1]
    assert (words, action) == ("The question is removed.", "Undo")
    undo()
    assert asked(ana) == ["One?", "Two?", "Three?", "Four?"]


def test_space_ticks_what_goes_on_the_summary_page(shown, ana, qtbot):
    place = shown(QuestionsPlace)
    view = place.list.view
    assert place.room.text().startswith("None is ticked yet, so the first 3 go")
    view.setCurrentIndex(row(place, 3))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [one.top for one in ana.questions.all()] == [False, False, False, True]
    assert place.room.text().startswith("The ticked one goes on the summary page.")
    assert place.sees.lines.text() == "Q4  Four?"
    assert row(place, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "4. Four? On the summary page"
    assert row(place, 3).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert not any(one.top for one in ana.questions.all())


def test_a_click_on_the_box_ticks_and_a_click_on_the_words_does_not(shown, ana, qtbot):
    place = shown(QuestionsPlace)
    view = place.list.view
    line = view.visualRect(row(place, 1))
    box = line.topLeft()
    box.setX(box.x() + view.fontMetrics().height())
    box.setY(box.y() + view.fontMetrics().height())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=line.center())
    assert not any(one.top for one in ana.questions.all())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert [one.top for one in ana.questions.all()] == [False, True, False, False]


def test_more_ticks_than_there_is_room_for_are_told(shown, case):
    with case.change("Questions"):
        for number in range(7):
            case.questions.add(f"Question {number}?", top=True)
    place = shown(QuestionsPlace)
    assert place.room.text() == "You ticked 7. The summary page has room for the first 5 of them."
    tags = [row(place, n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(7)]
    assert [tag.endswith("On the summary page") for tag in tags] == [True] * 5 + [False] * 2


def test_a_suggestion_is_added_with_one_click_and_opened_for_changing(shown, ana, qtbot):
    place = shown(QuestionsPlace)
    offered = [one.accessibleName() for one in place.suggestions.rows]
    assert len(offered) == 8
    qtbot.mouseClick(place.suggestions.rows[0], Qt.MouseButton.LeftButton)
    words = offered[0].removeprefix("Add: ")
    assert asked(ana)[-1] == words
    qtbot.keyClicks(editor(place), " And why?")
    qtbot.keyClick(editor(place), Qt.Key.Key_Return)
    assert asked(ana)[-1] == f"{words} And why?"
    assert offered[0] not in [one.accessibleName() for one in place.suggestions.rows]


def test_without_a_reason_it_leads_to_the_reasons(shown, case, seen, qtbot):
    place = shown(QuestionsPlace)
    assert place.suggestions.rows == []
    place.suggestions.reasons_wanted.emit()
    assert seen.went == ["reasons"]


def test_it_says_that_no_clinician_checked_the_wording(shown, ana):
    from PySide6.QtWidgets import QLabel

    place = shown(QuestionsPlace)
    words = [one.text() for one in place.findChildren(QLabel) if one.isVisible()]
    assert any("No doctor or nurse has checked them yet." in one for one in words)


def test_the_list_is_as_high_as_its_questions_at_every_size_of_text(shown, ana, looks):
    with ana.change("Long"):
        ana.questions.add("A long question that goes on and on. " * 8)
    place = shown(QuestionsPlace)
    view = place.list.view
    for scale in (1.0, 1.5, 2.0):
        looks.wear(scale=scale)
        QApplication.processEvents()
        last = view.visualRect(row(place, 4))
        assert last.bottom() <= view.viewport().height()
        assert view.verticalScrollBar().maximum() == 0
    looks.wear()


def test_a_key_for_moving_is_not_taken_from_the_words(shown, ana, qtbot):
    place = shown(QuestionsPlace)
    place.list.edit(ana.questions.all()[0].id)
    box = editor(place)
    QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Up, ALT))
    assert asked(ana)[0] == "One?"
