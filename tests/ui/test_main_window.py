import threading

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListView

from app.case.casefile import CaseFile
from app.errors import CaseDamaged
from ui import file_choice, session
from ui.theme.looks import STEPS


def write_note(case, title):
    with case.change("Add a note"):
        return case.records.add(title, body="My words")


def heads(pdf):
    return [one.title for one in flat(PdfReader(pdf).outline)]


def flat(outline):
    for one in outline:
        if isinstance(one, list):
            yield from flat(one)
        else:
            yield one


def asked(window):
    return window.bar.words.text() if window.bar.isVisible() else ""


def test_the_pdf_is_made_in_the_dossier(window, case, qtbot, tmp_path, monkeypatch):
    write_note(case, "How it began")
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_export", lambda parent: [target])
    with qtbot.waitSignal(window.session.exported, timeout=30000):
        window.actions_.export.trigger()
    assert window.stage.here == "dossier"
    assert any("How it began" in head for head in heads(target))


def test_a_pdf_that_is_ready_is_told_wherever_somebody_is(
    window, case, qtbot, tmp_path, monkeypatch
):
    write_note(case, "How it began")
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_export", lambda parent: [target])
    with qtbot.waitSignal(window.session.exported, timeout=30000):
        window.actions_.export.trigger()
        window.stage.go("plan")
    pages = len(PdfReader(target).pages)
    assert window.bar.words.text() == (
        f"Your dossier is ready: “out.pdf”, {pages} pages. Look through it once before you send it."
    )
    window.bar.action.click()
    assert window.stage.here == "dossier"


def test_an_empty_case_says_why_there_is_no_pdf(window, tmp_path, monkeypatch):
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_export", lambda parent: [target])
    window.actions_.export.trigger()
    assert window.bar.words.text().startswith("There is nothing to put into the dossier yet.")
    assert not target.exists()


def test_editing_does_not_reach_an_export_under_way(window, case, qtbot, tmp_path):
    record = write_note(case, "Before")
    target, gate = tmp_path / "out.pdf", threading.Event()
    window.session.jobs.add("hold the queue", lambda progress: gate.wait(10), print)
    with qtbot.waitSignal(window.session.exported, timeout=30000):
        window.session.export(target)
        with case.change("Remove"):
            case.records.remove(record)
        write_note(case, "Meanwhile")
        gate.set()
    assert any("Before" in head for head in heads(target))
    assert not any("Meanwhile" in head for head in heads(target))


def test_closing_with_nothing_to_do_asks_nothing_and_lets_go_of_the_file(window, qtbot):
    path = window.session.case.path
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10000)
    assert asked(window) == ""
    CaseFile.open(path).close()


def test_closing_while_a_job_runs_asks_once_and_loses_nothing(window, qtbot, titles):
    case = window.session.case
    write_note(case, "Kept")
    reached = threading.Event()

    def work(progress):
        while True:
            progress.step(0, 0, "")
            reached.set()
            progress._stop.wait(0.01)

    window.session.jobs.add("Long work", work, print)
    assert reached.wait(5)
    window.close()
    assert window.isVisible()
    assert asked(window).startswith("The program is still at work.")
    assert window.bar.action.text() == "Stop and close"
    window.bar.close_button.click()
    assert window.session.jobs.busy

    window.close()
    window.bar.action.click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10000)
    again = CaseFile.open(case.path)
    assert [record.title for record in again.records.all()] == ["Kept"]
    again.close()


def test_closing_with_a_review_open_asks_and_drops_the_copies(window, qtbot, make_pdf, reviewed):
    review = reviewed(window, make_pdf("letter.pdf", "x"))
    tray = review._batch.tray.folder
    window.close()
    assert "not added yet" in asked(window)
    window.bar.action.click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10000)
    assert not tray.exists()


def test_a_failure_in_a_job_is_a_sentence_in_the_window(window, qtbot, make_pdf, monkeypatch):
    def broken(*args, **kwargs):
        raise CaseDamaged("“smith.casepack” is damaged. Open a backup copy.")

    monkeypatch.setattr(session, "examine", broken)
    with qtbot.waitSignal(window.session.jobs.failed):
        window.add([make_pdf("letter.pdf", "x")])
    assert window.bar.words.text() == "“smith.casepack” is damaged. Open a backup copy."
    qtbot.waitUntil(lambda: not window.session.jobs.busy)
    assert window.actions_.add.isEnabled()
    assert window.session._trays == set()


def test_what_a_removed_record_held_is_gone_after_closing(
    window, qtbot, make_pdf, reviewed, titles
):
    case = window.session.case
    review = reviewed(window, make_pdf("secret.pdf", "very private"))
    with qtbot.waitSignal(window.session.added):
        review.add_button.click()
    assert b"%PDF-" in case.path.read_bytes()
    qtbot.waitUntil(lambda: not window.session.jobs.busy)
    window.deeds.undo()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10000)
    assert b"%PDF-" not in case.path.read_bytes()


def test_every_control_has_a_name_that_can_be_read_out(window, make_pdf, reviewed):
    review = reviewed(window, make_pdf("letter.pdf", "x"))
    window.bar.tell("Something happened.", done=True, action="Undo")
    controls = [
        one
        for kind in (QAbstractButton, QLineEdit, QComboBox, QListView)
        for one in window.findChildren(kind)
        if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert review.rows[0].kind in controls
    assert [one for one in controls if not (one.accessibleName() or one.text())] == []


def test_twice_as_large_text_fits_a_small_screen(window, looks, case, qtbot, make_pdf, reviewed):
    reviewed(window, make_pdf("letter.pdf", "x"))
    try:
        for _step in STEPS:
            looks.larger()
        assert looks.scale == 2.0
        window.resize(1366, 768)
        qtbot.wait(20)
        assert window.minimumSizeHint().width() <= 1366
        assert window.font().pointSizeF() >= 22
    finally:
        looks.usual()
    assert window.font().pointSizeF() >= 11
