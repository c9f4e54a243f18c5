import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.model.partial_date import PartialDate
from app.model.story import Statement, Subject
from app.model.voice import Cited, Said
from ui.pages.diagnosis import DiagnosisPlace


def said(case, subject):
    return case.snapshot().statement(subject)


def test_what_is_typed_is_said_by_the_patient_or_by_who_helps(shown, ana, qtbot):
    place = shown(DiagnosisPlace)
    box = place.texts[Subject.PLAN].box
    box.setFocus()
    qtbot.keyClicks(box, "Fusion in January")
    place.leave()
    assert said(ana, Subject.PLAN) == Statement(Subject.PLAN, "Fusion in January", Said("Ana Ruiz"))
    assert place.texts[Subject.PLAN].voice.words.text() == "Said by Ana Ruiz"


def test_new_words_keep_who_said_the_old_ones(shown, ana, qtbot):
    record = 0
    with ana.change("Letter"):
        record = ana.records.add("Letter", body="x")
        ana.statements.state(Subject.DIAGNOSIS, "Stenosis", Cited(record, 1))
    place = shown(DiagnosisPlace)
    text = place.texts[Subject.DIAGNOSIS]
    assert text.voice.words.text() == "In “Letter”, page 1"
    text.box.setFocus()
    qtbot.keyClick(text.box, Qt.Key.Key_End)
    qtbot.keyClicks(text.box, ", severe")
    place.leave()
    assert said(ana, Subject.DIAGNOSIS) == Statement(
        Subject.DIAGNOSIS, "Stenosis, severe", Cited(record, 1)
    )


def test_who_says_so_can_be_changed_to_a_record(shown, ana, qtbot):
    with ana.change("Letter"):
        record = ana.records.add("Letter", body="x")
    place = shown(DiagnosisPlace)
    voice = place.texts[Subject.DIAGNOSIS].voice
    qtbot.mouseClick(voice.open, Qt.MouseButton.LeftButton)
    assert voice.edit.isVisible()
    qtbot.mouseClick(voice.edit.cited, Qt.MouseButton.LeftButton)
    voice.edit.record.setCurrentIndex(1)
    voice.edit.record.activated.emit(1)
    assert said(ana, Subject.DIAGNOSIS).voice == Cited(record, 1)
    assert ana.undo_label == "Change who says “What do you have, as you were told?”"
    qtbot.mouseClick(voice.open, Qt.MouseButton.LeftButton)
    assert not voice.edit.isVisible()


def test_emptied_words_are_taken_back_and_nobody_says_them(shown, ana, qtbot):
    place = shown(DiagnosisPlace)
    text = place.texts[Subject.DIAGNOSIS]
    text.box.setFocus()
    qtbot.keyClick(text.box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(text.box, Qt.Key.Key_Delete)
    place.leave()
    assert said(ana, Subject.DIAGNOSIS) is None
    assert not text.voice.isVisible()
    ana.undo()
    assert text.box.toPlainText() == "Spinal stenosis"


def test_one_sentence_shows_how_much_room_the_summary_has(shown, ana, qtbot):
    place = shown(DiagnosisPlace)
    text = place.texts[Subject.HEADLINE]
    text.box.setPlainText("x" * 160)
    assert text.room.text() == "160 of 160 letters. It fits on the summary page."
    text.box.setPlainText("x" * 161)
    assert text.room.text() == (
        "161 of 160 letters. The summary page may show only the start of it."
    )


def test_a_date_to_decide_by_is_kept_as_exactly_as_it_was_given(shown, ana, qtbot):
    place = shown(DiagnosisPlace)
    date = place.dates[Subject.SURGERY_DATE].date
    date.parts.month.setCurrentIndex(1)
    date.parts.year.setFocus()
    qtbot.keyClicks(date.parts.year, "2027")
    place.leave()
    assert said(ana, Subject.SURGERY_DATE) == Statement(
        Subject.SURGERY_DATE, PartialDate.from_stored("2027-01").stored(), Said("Ana Ruiz")
    )


def test_a_date_that_is_none_is_shown_and_asked_for(shown, ana):
    with ana.change("Odd"):
        ana.statements.state(Subject.DECIDE_BY, "before winter")
    place = shown(DiagnosisPlace)
    row = place.dates[Subject.DECIDE_BY].row
    assert "“before winter” stands here" in row.fault.text()
    assert row.fault.isVisible()


def test_it_asks_if_it_is_safe_to_wait(shown, ana):
    place = shown(DiagnosisPlace)
    words = [one.text() for one in place.findChildren(QLabel)]
    assert any("Ask your doctor if it is safe to wait" in one for one in words)


@pytest.mark.parametrize("subject", [Subject.PROBLEM, Subject.CONDITIONS, Subject.LIMITS])
def test_the_other_words_are_kept_too(shown, ana, qtbot, subject):
    place = shown(DiagnosisPlace)
    place.texts[subject].box.setFocus()
    qtbot.keyClicks(place.texts[subject].box, "words")
    qtbot.mouseClick(place.page.go_on, Qt.MouseButton.LeftButton)
    assert said(ana, subject).text == "words"
