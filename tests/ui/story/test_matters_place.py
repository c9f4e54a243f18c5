from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from app.model.story import Statement, Subject
from app.model.voice import Said
from ui.pages.matters import MattersPlace

ALT = Qt.KeyboardModifier.AltModifier


def said(case):
    return case.snapshot().statement(Subject.MATTERS)


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_what_is_ticked_is_one_line_each_in_the_order_of_ticking(shown, ana, qtbot):
    place = shown(MattersPlace)
    click(qtbot, place.ticks["Cost"])
    click(qtbot, place.ticks["Living longer"])
    assert said(ana) == Statement(Subject.MATTERS, "Cost.\nLiving longer.", Said("Ana Ruiz"))
    assert place.sees.lines.text() == "Cost\nLiving longer"
    click(qtbot, place.ticks["Cost"])
    assert said(ana).text == "Living longer."
    ana.undo()
    assert place.ticks["Cost"].isChecked()


def test_own_words_are_added_moved_changed_and_removed(shown, ana, seen, qtbot):
    place = shown(MattersPlace)
    click(qtbot, place.ticks["Cost"])
    place.own.setFocus()
    qtbot.keyClicks(place.own, "My garden")
    qtbot.keyClick(place.own, Qt.Key.Key_Return)
    assert said(ana).text == "Cost.\nMy garden."
    view = place.list.view
    assert view.currentIndex().data() == "My garden."
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    assert said(ana).text == "My garden.\nCost."
    qtbot.keyClick(view, Qt.Key.Key_Return)
    box = view.findChild(QPlainTextEdit)
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    qtbot.keyClicks(box, " and my dog")
    place.session.unsaved.flush()
    assert view.findChild(QPlainTextEdit) is box
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert said(ana).text == "My garden and my dog.\nCost."
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert said(ana).text == "Cost."
    seen.told[-1][2]()
    assert said(ana).text == "My garden and my dog.\nCost."


def test_a_sentence_said_before_stands_in_the_list_and_keeps_its_voice(shown, ana, qtbot):
    with ana.change("Said"):
        ana.statements.state(Subject.MATTERS, "To walk to the shops.", Said("Her son"))
    place = shown(MattersPlace)
    click(qtbot, place.ticks["Cost"])
    assert said(ana) == Statement(Subject.MATTERS, "To walk to the shops.\nCost.", Said("Her son"))


def test_the_last_line_taken_away_leaves_nothing_said(shown, ana, qtbot):
    place = shown(MattersPlace)
    click(qtbot, place.ticks["Cost"])
    click(qtbot, place.ticks["Cost"])
    assert said(ana) is None
    assert not place.list.isVisible()
    assert place.sees.lines.text() == "Nothing is said yet."


def test_the_same_words_are_not_said_twice(shown, ana, qtbot):
    place = shown(MattersPlace)
    for _ in range(2):
        place.own.setFocus()
        qtbot.keyClicks(place.own, "My garden")
        qtbot.keyClick(place.own, Qt.Key.Key_Return)
    assert said(ana).text == "My garden."


def test_the_lines_stay_apart_where_the_dossier_runs_them_on(shown, ana, qtbot):
    place = shown(MattersPlace)
    for text in ("Cost", "Living longer"):
        click(qtbot, place.ticks[text])
    assert " ".join(said(ana).text.split()) == "Cost. Living longer."
