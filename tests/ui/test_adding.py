import shutil
from datetime import date

import pytest
from pypdf import PdfWriter
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel

from app.model.partial_date import NOT_KNOWN, PartialDate, day
from app.model.record import Kind
from app.model.typed_date import say_date
from ui.password_box import PasswordBox


def add_all(window, qtbot, review):
    with qtbot.waitSignal(window.session.added):
        review.add_button.click()
    qtbot.waitUntil(lambda: not window.session.jobs.busy)


def words(widget):
    return [one.text() for one in widget.findChildren(QLabel)]


def test_added_records_fill_the_list_and_can_be_undone(window, qtbot, make_pdf, reviewed, titles):
    review = reviewed(window, make_pdf("letter.pdf", "Dear colleague"), make_pdf("two.pdf", "x"))
    assert titles(window) == []
    assert review.add_button.text() == "Add 2 records"
    add_all(window, qtbot, review)

    assert sorted(titles(window)) == ["Letter", "Two"]
    assert window.undo_bar.words.text() == "2 records are added."
    assert window.actions_.undo.text() == "Undo: Add 2 records"
    window.actions_.undo.trigger()
    assert titles(window) == []
    assert window.actions_.redo.text() == "Redo: Add 2 records"
    window.actions_.redo.trigger()
    assert sorted(titles(window)) == ["Letter", "Two"]


def test_a_bad_file_is_told_in_one_sentence_and_the_others_go_in(
    window, qtbot, make_pdf, tmp_path, reviewed, titles
):
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 and then nothing")
    review = reviewed(window, bad, make_pdf("good.pdf", "Dear colleague"))
    assert (
        "We could not open “bad.pdf”. The file may be damaged. "
        "Ask for a new copy, or take a photo of the paper." in words(review)
    )
    add_all(window, qtbot, review)
    assert titles(window) == ["Good"]


def test_the_same_file_again_is_a_calm_line(window, qtbot, make_pdf, tmp_path, reviewed):
    letter = make_pdf("letter.pdf", "Dear colleague")
    add_all(window, qtbot, reviewed(window, letter))
    copy = shutil.copy(letter, tmp_path / "copy.pdf")
    review = reviewed(window, copy)
    assert "“copy.pdf” is the same file as your record “Letter”." in words(review)
    assert not review.add_button.isVisible()
    assert review.cancel_button.text() == "Close"


def test_a_removed_record_is_offered_back_when_its_file_comes_again(
    window, case, qtbot, make_pdf, reviewed, titles
):
    letter = make_pdf("letter.pdf", "Dear colleague")
    add_all(window, qtbot, reviewed(window, letter))
    with case.change("Remove"):
        case.records.remove(case.records.all()[0].id)
    review = reviewed(window, letter)
    today = say_date(day(date.today()))
    assert (
        f"“letter.pdf” is the same file as “Letter”. You removed this on {today}. Put it back?"
    ) in words(review)
    back = next(one for one in review.findChildren(type(review.add_button)) if "back" in one.text())
    back.click()
    assert titles(window) == ["Letter"]


def test_nothing_is_saved_when_the_person_says_no(window, case, make_pdf, reviewed, titles):
    review = reviewed(window, make_pdf("letter.pdf", "Dear colleague"))
    tray = review._batch.tray.folder
    assert any(tray.iterdir())
    review.cancel_button.click()
    assert not tray.exists()
    assert titles(window) == []
    assert case.undo_label is None
    assert window.actions_.add.isEnabled()


def test_only_what_is_ticked_goes_in(window, qtbot, make_pdf, reviewed, titles):
    review = reviewed(window, make_pdf("one.pdf", "1"), make_pdf("two.pdf", "2"))
    review.rows[0].wanted.setChecked(False)
    assert review.add_button.text() == "Add 1 record"
    add_all(window, qtbot, review)
    assert titles(window) == ["Two"]


def test_a_typed_date_and_kind_stand_above_the_guesses(window, case, qtbot, make_pdf, reviewed):
    review = reviewed(window, make_pdf("scan.pdf", "Date: 12 September 2026"))
    row = review.rows[0]
    assert row.date.line.text() == "12 September 2026"
    row.date.line.setText("Oct 2024")
    row.kind.setCurrentIndex(row.kind.findText("Scan report"))
    add_all(window, qtbot, review)
    record = case.records.all()[0]
    assert record.dates.service == PartialDate.from_stored("2024-10")
    assert record.kind is Kind.IMAGING


def test_an_emptied_date_is_not_known(window, case, qtbot, make_pdf, reviewed):
    review = reviewed(window, make_pdf("scan.pdf", "Date: 12 September 2026"))
    review.rows[0].date.line.clear()
    add_all(window, qtbot, review)
    assert case.records.all()[0].dates.service == NOT_KNOWN


def test_a_date_that_can_mean_two_days_is_asked_back(window, case, make_pdf, reviewed):
    review = reviewed(window, make_pdf("scan.pdf", "no date here"))
    row = review.rows[0]
    row.date.line.setText("12/9/2026")
    review.add_button.click()
    assert row.fault.isVisible()
    assert row.fault.text() == "Say which date it is, then add it."
    assert row.date.told.text() == "Which day do you mean?"
    assert window.review is review
    assert case.records.all() == []


@pytest.mark.parametrize(("typed", "added"), [("right", ["Locked"]), (None, [])])
def test_a_locked_paper_asks_for_its_password(
    window, qtbot, make_pdf, tmp_path, titles, typed, added
):
    writer = PdfWriter(clone_from=make_pdf("plain.pdf", "secret"))
    writer.encrypt("right", algorithm="AES-256")
    locked = tmp_path / "locked.pdf"
    writer.write(locked)
    window.add([locked])

    def box():
        return next(iter(window.findChildren(PasswordBox)), None)

    qtbot.waitUntil(lambda: box() is not None and box().isVisible(), timeout=20000)
    assert "“locked.pdf” is locked" in words(box())[0]
    first = box()
    if typed is None:
        first.no.click()
    else:
        first.field.setText("wrong")
        first.yes.click()
        qtbot.waitUntil(lambda: box() not in (None, first) and box().isVisible(), timeout=20000)
        assert "does not open" in words(box())[0]
        box().field.setText(typed)
        box().yes.click()
    qtbot.waitUntil(lambda: window.review is not None, timeout=20000)
    if added:
        add_all(window, qtbot, window.review)
    else:
        assert any("is locked with a password" in line for line in words(window.review))
    assert titles(window) == added


def test_files_dropped_on_the_window_are_looked_at(window, qtbot, make_pdf):
    mime = QMimeData()
    mime.setUrls(
        [QUrl.fromLocalFile(str(make_pdf("letter.pdf", "x"))), QUrl("https://example.org/x.pdf")]
    )
    told = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    enter = QDragEnterEvent(QPoint(5, 5), *told)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert window._drop.isVisible()
    window.dropEvent(QDropEvent(QPoint(5, 5).toPointF(), *told))
    assert not window._drop.isVisible()
    qtbot.waitUntil(lambda: window.review is not None, timeout=20000)
    assert [row.wanted.text() for row in window.review.rows] == ["letter.pdf"]


def test_a_file_name_is_never_read_as_markup(window, make_pdf, reviewed):
    review = reviewed(window, make_pdf("<b>R&D.pdf", "Dear colleague"))
    assert review.rows[0].wanted.text() == "<b>R&&D.pdf"
    assert {one.textFormat() for one in window.findChildren(QLabel) if one.text()} == {
        Qt.TextFormat.PlainText
    }


def test_stopping_the_look_leaves_nothing_behind(window, qtbot, make_pdf):
    window.add([make_pdf(f"{n}.pdf", f"text {n}") for n in range(20)])
    qtbot.waitUntil(lambda: bool(window.session._trays), timeout=20000)
    tray = next(iter(window.session._trays)).folder
    window.task.stop.click()
    qtbot.waitUntil(lambda: not window.session.jobs.busy, timeout=20000)
    assert window.review is None
    assert not tray.exists()
    assert window.actions_.add.isEnabled()


def test_a_key_pressed_too_early_does_not_drop_what_was_found(window, qtbot, make_pdf, monkeypatch):
    monkeypatch.setattr("ui.import_review._FEW", 0)  # a row at a time
    window.add([make_pdf("one.pdf", "1"), make_pdf("two.pdf", "2")])
    qtbot.waitUntil(lambda: window.review is not None, timeout=20000)
    review = window.review
    assert window.focusWidget() is (review.add_button if review.whole else review.rows[0].wanted)
    qtbot.waitUntil(lambda: review.whole)
    assert window.focusWidget() is review.add_button
