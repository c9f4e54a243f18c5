"""What happened, what can be taken back, whether it is saved; pasting; closing; the whole case."""

from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QLineEdit, QPushButton

from app.case.casefile import CaseFile
from app.errors import DiskFull, NotUnderstood
from app.progress import Cancelled
from app.worker.private import private_folder
from ui import file_choice
from ui.widgets.autosave import AutoSave


def copied(**what):
    mime = QMimeData()
    for name, value in what.items():
        getattr(mime, f"set{name}")(value)
    QGuiApplication.clipboard().setMimeData(mime)


@pytest.fixture
def typing(window, qtbot):
    """A field of the window that fails to save with what is put into `failure`."""
    field = QLineEdit(window)
    field.failure = None

    def save(_together):
        if field.failure:
            raise field.failure

    field.auto = AutoSave(window.session, save, field)
    field.auto.watch(field)
    field.show()
    yield field
    field.failure = None
    field.auto.flush()


def test_a_removed_record_can_be_taken_back_below(window, case):
    with case.change("Add a note"):
        case.records.add("MRI", body="x")
    window.stage.go("records")
    window.stage.place.list.choose(case.records.all()[0].id)
    window.stage.place.remove()
    assert case.records.all() == []
    assert "MRI" in window.undo_bar.words.text()
    assert window.undo_bar.isVisible()
    assert not window.bar.isVisible()
    window.undo_bar.action.click()
    assert [one.title for one in case.records.all()] == ["MRI"]
    assert not window.undo_bar.isVisible()


def test_what_can_be_taken_back_stays_until_the_next_step(window, case):
    taken = []
    window.bars.tell("“MRI” is in the bin.", done=True, action="Undo", act=lambda: taken.append(1))
    window.stage.go("questions")
    assert window.undo_bar.isVisible()
    with case.change("Add"):
        case.questions.add("Why?")
    assert not window.undo_bar.isVisible()
    assert taken == []


def test_the_window_says_whether_all_is_saved(window, typing):
    words = window.frame_.sidebar.state.words
    assert words.text() == "Saved"
    typing.setText("x")
    assert words.text() == "Saving"
    typing.auto.flush()
    assert words.text() == "Saved"


def test_a_full_disk_is_told_once_and_a_copy_is_offered(window, typing, tmp_path, monkeypatch):
    typing.failure = DiskFull("There is no room left.")
    typing.setText("x")
    typing.auto.flush()
    assert window.frame_.sidebar.state.words.text() == "Not saved yet. We will keep trying."
    assert window.bar.words.text().startswith("We could not save your last change.")
    assert window.bar.words.text().endswith("There is no room left.")
    assert window.bar.action.text() == "Save a copy"


def test_words_that_could_not_be_saved_keep_the_window_open(window, typing, qtbot):
    typing.failure = NotUnderstood("This is not a date.")
    typing.setText("x")
    window.close()
    assert window.isVisible()
    assert window.bar.words.text().startswith("Something you typed is not saved yet.")
    assert typing.text() == "x"
    window.bar.action.click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10000)


def test_a_pasted_file_is_looked_at(window, make_pdf, qtbot):
    copied(Urls=[QUrl.fromLocalFile(str(make_pdf("letter.pdf", "x")))])
    window.setFocus()
    window.actions_.paste.trigger()
    qtbot.waitUntil(lambda: window.review is not None, timeout=20000)
    assert [row.wanted.accessibleName() for row in window.review.rows] == ["letter.pdf"]


@pytest.mark.parametrize(
    ("what", "name"),
    [("picture", "Pasted picture.png"), ("words", "Pasted text.txt")],
)
def test_a_pasted_picture_or_text_becomes_a_paper(
    window, case, qtbot, tmp_path, monkeypatch, what, name
):
    folders = []

    def noted():
        folders.append(private_folder())
        return folders[-1]

    monkeypatch.setattr("ui.session.private_folder", noted)
    if what == "picture":
        picture = QImage(300, 200, QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        copied(ImageData=picture)
    else:
        copied(Text="The nurse said: come on Monday.")
    window.setFocus()
    window.actions_.paste.trigger()
    qtbot.waitUntil(lambda: window.review is not None, timeout=20000)
    assert [row.wanted.accessibleName() for row in window.review.rows] == [name]
    assert folders
    assert not any(one.exists() for one in folders)
    with qtbot.waitSignal(window.session.added, timeout=20000):
        window.review.add_button.click()
    assert case.records.all()[0].document.name == name


def test_pasting_where_somebody_types_goes_into_the_words(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    copied(Text="Monday")
    window.actions_.paste.trigger()
    assert field.text() == "Monday"
    assert not window.session.jobs.busy


def test_an_empty_clipboard_is_told(window):
    copied()
    window.setFocus()
    window.actions_.paste.trigger()
    assert window.bar.words.text().startswith("There is no file, picture or text to paste.")


def test_a_copy_of_the_case_is_whole(window, case, qtbot, tmp_path, monkeypatch):
    with case.change("Add"):
        case.questions.add("Why?")
    target = tmp_path / "copy.casepack"
    monkeypatch.setattr(file_choice, "ask_where_to_copy", lambda parent, name: [target])
    window.actions_.copy.trigger()
    qtbot.waitUntil(lambda: not window.session.jobs.busy)
    assert window.bar.words.text() == "A copy is saved as “copy.casepack”."
    again = CaseFile.open(target)
    assert [one.text for one in again.questions.all()] == ["Why?"]
    again.close()


def test_the_bin_is_emptied_only_after_one_question(window, case, qtbot):
    with case.change("Add"):
        record = case.records.add("MRI", body="x")
    with case.change("Remove"):
        case.records.remove(record)
    window.actions_.empty.trigger()
    assert window.bar.words.text().startswith("Erase the record in the bin for good?")
    assert len(case.records.in_bin()) == 1
    window.bar.action.click()
    qtbot.waitUntil(lambda: not window.session.jobs.busy)
    assert case.records.in_bin() == []
    window.actions_.empty.trigger()
    assert window.bar.words.text() == "The bin is empty."


def test_undo_saves_what_is_being_typed_first(window, case, qtbot):
    window.stage.go("about")
    field = next(one for one in window.stage.place.findChildren(QLineEdit) if one.isVisible())
    field.setFocus()
    qtbot.keyClicks(field, "Ann")
    window.actions_.undo.setEnabled(True)
    window.actions_.undo.trigger()
    assert "Ann" not in str(case.people.patient())
    assert case.redo_label is not None


def test_the_menu_of_the_case_offers_others(window, qtbot):
    wanted = []
    window.open_wanted.connect(lambda: wanted.append("open"))
    menu = window.switch.menu()
    offered = [one.text() for one in menu.actions()]
    assert offered == ["New case…", "Open a case…", "All cases of a folder…"]
    menu.actions()[1].trigger()
    menu.close()
    assert wanted == ["open"]


def test_one_stop_button_shows_while_the_pdf_is_made_and_it_follows_to_other_places(
    window, case, qtbot, tmp_path, monkeypatch
):
    with case.change("Add a note"):
        case.records.add("MRI", body="x")
    gate = Event()

    def made_slowly(*_given):
        gate.wait(20)
        raise Cancelled

    monkeypatch.setattr("ui.made.export_plan", made_slowly)
    monkeypatch.setattr(file_choice, "ask_where_to_export", lambda parent: [tmp_path / "o.pdf"])
    window.stage.go("dossier")

    def stops():
        every = window.findChildren(QPushButton)
        return [one for one in every if one.text() == "Stop" and one.isVisible()]

    try:
        window.stage.place.make()
        assert stops() == [window.stage.place.making.stop]
        window.stage.go("questions")
        assert stops() == [window.task.stop]
        window.stage.go("dossier")
        assert stops() == [window.stage.place.making.stop]
        window.stage.place.making.stop.click()
    finally:
        gate.set()
    qtbot.waitUntil(lambda: not window.session.jobs.busy, timeout=10000)
    assert stops() == []
    assert window.stage.place.make_button.isVisible()
