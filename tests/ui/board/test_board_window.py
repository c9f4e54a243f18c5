"""The list of the cases of a folder, as a person with many clients uses it."""

import csv
from datetime import date, timedelta
from time import process_time

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from app.case.header_file import header_bytes, header_path
from app.model.journey.board_header import BoardHeader, DueTold
from app.model.journey.decision import Stage
from ui import file_choice
from ui.board.board_window import BoardWindow
from ui.shell.settings_store import SettingsStore

TODAY = date.today()


def put(folder, name, header=None):
    path = folder / f"{name}.casepack"
    path.touch()
    if header:
        header_path(path).write_bytes(header_bytes(header))
    return path


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "clients"
    folder.mkdir()
    put(folder, "a", BoardHeader("Quiet", Stage.SENT, DueTold(TODAY)))
    put(folder, "b", BoardHeader("Soon", None, DueTold(TODAY, TODAY + timedelta(days=3))))
    put(folder, "c", BoardHeader("Late", None, DueTold(TODAY, None, 2)))
    put(folder, "d")
    return folder


@pytest.fixture
def store(tmp_path):
    return SettingsStore(tmp_path / "settings" / "settings.json")


@pytest.fixture
def make_board(qtbot, looks, store):
    """Return a function that shows the list; `here` are the cases that are open."""
    made = []

    def make(folder=None, here=()):
        if folder:
            store.change(board=str(folder))
        board = BoardWindow(looks, store, lambda: list(here))
        made.append(board)
        qtbot.addWidget(board)
        with qtbot.waitExposed(board):
            board.show()
        board.refresh()
        qtbot.waitUntil(lambda: not board.jobs.busy)
        return board

    yield make
    for board in made:
        board.jobs.stop()


def shown(board):
    return [(line.head, line.lead, line.title, line.more) for line in board.view.lines.lines]


def test_nothing_is_read_until_a_folder_is_chosen(make_board):
    board = make_board()
    assert board.board is None
    assert board.first_focus() is board.choose
    assert board.nothing.text() == "Choose the folder where the case files lie."
    assert not board.pdf.isVisible()


def test_what_is_overdue_stands_first_and_each_group_has_its_heading(make_board, folder):
    lines = shown(make_board(folder))
    assert [line[:3] for line in lines[:1]] == [("Overdue", "2 overdue", "Late")]
    assert lines[1][0] == "Coming up"
    assert lines[1][2] == "Soon"
    assert lines[2] == ("Nothing due, or not told", "", "d", "no header")
    assert lines[3] == ("", "", "Quiet", "sent · nothing due")


def test_enter_opens_the_case_that_somebody_has_come_to(make_board, folder, qtbot):
    board = make_board(folder)
    assert board.first_focus() is board.view
    board.view.setFocus()
    wanted = []
    board.case_wanted.connect(wanted.append)
    qtbot.keyClick(board.view, Qt.Key.Key_Down)
    qtbot.keyClick(board.view, Qt.Key.Key_Return)
    assert wanted == [folder / "b.casepack"]


def test_the_chosen_case_stays_chosen_when_the_order_changes(make_board, folder, qtbot):
    board = make_board(folder)
    assert board.view.line.title == "Late"
    put(folder, "d", BoardHeader("Later", None, DueTold(TODAY, None, 9)))
    board.refresh()
    qtbot.waitUntil(lambda: shown(board)[0][2] == "Later")
    assert board.view.line.title == "Late"
    assert [line[2] for line in shown(board)] == ["Later", "Late", "Soon", "Quiet"]


def test_a_case_that_is_open_here_says_so(make_board, folder):
    board = make_board(folder, here=[folder / "d.casepack"])
    assert ("Nothing due, or not told", "", "d", "open here · no header") in shown(board)


def test_a_line_is_read_out_whole(make_board, folder):
    board = make_board(folder)
    line = QAccessible.queryAccessibleInterface(board.view).child(0)
    assert line.text(QAccessible.Text.Name) == "Overdue. 2 overdue. Late."


def test_a_folder_is_remembered_only_with_a_tick(make_board, folder, store, monkeypatch, qtbot):
    monkeypatch.setattr(file_choice, "ask_for_folder_of_cases", lambda parent: [folder])
    board = make_board()
    qtbot.keyClick(board.choose, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: board.board is not None)
    assert store.now.board == ""
    assert not board.remember.isChecked()
    board.remember.click()
    assert store.now.board == str(folder)
    assert make_board().board.folder == folder
    board.remember.click()
    assert store.now.board == ""


def test_with_the_tick_another_folder_is_remembered_instead(
    make_board, folder, tmp_path, store, monkeypatch, qtbot
):
    board = make_board(folder)
    other = tmp_path / "others"
    other.mkdir()
    monkeypatch.setattr(file_choice, "ask_for_folder_of_cases", lambda parent: [other])
    board.choose.click()
    qtbot.waitUntil(lambda: board.board is not None and board.board.folder == other)
    assert store.now.board == str(other)
    assert board.nothing.text() == "There is no case in this folder."


def test_a_folder_that_is_gone_is_told_above_the_list(make_board, tmp_path):
    board = make_board(tmp_path / "gone")
    assert board.bar.words.text() == ("The folder “gone” cannot be read. Choose another folder.")


def test_the_list_is_saved_as_a_pdf(make_board, folder, tmp_path, monkeypatch, qtbot):
    target = tmp_path / "due.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_print", lambda parent, name: [target])
    board = make_board(folder)
    board.pdf.click()
    qtbot.waitUntil(board.bar.isVisible)
    assert board.bar.words.text() == "“due.pdf” is saved."
    words = pypdfium2.PdfDocument(target)[0].get_textpage().get_text_bounded()
    assert "Late" in words
    assert "2 overdue" in words


def test_the_list_is_saved_as_a_table(make_board, folder, tmp_path, monkeypatch, qtbot):
    target = tmp_path / "due.csv"
    monkeypatch.setattr(file_choice, "ask_where_to_save", lambda parent, title, name: [target])
    board = make_board(folder)
    board.table.click()
    qtbot.waitUntil(board.bar.isVisible)
    rows = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert [row[0] for row in rows[1:]] == ["Late", "Soon", "d", "Quiet"]


def test_f5_looks_again(make_board, folder, qtbot):
    board = make_board(folder)
    put(folder, "new")
    board.activateWindow()
    qtbot.keyClick(board, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: "new" in [line[2] for line in shown(board)])


def test_all_of_it_is_reached_with_tab_and_has_a_name(make_board, folder, qtbot):
    board = make_board(folder)
    board.activateWindow()
    qtbot.waitUntil(board.isActiveWindow)
    board.view.setFocus()
    met = []
    for _press in range(12):
        at = QApplication.focusWidget()
        met.append(QAccessible.queryAccessibleInterface(at).text(QAccessible.Text.Name))
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    assert set(met) == {
        *("Cases", "Save as PDF", "Save as a table", "Choose a folder", "New case"),
        *("Look again", "Remember this folder on this computer"),
    }


def test_many_cases_do_not_hold_up_the_window(make_board, tmp_path):
    for number in range(300):
        put(tmp_path, f"{number}", BoardHeader(f"Client {number}", None, DueTold(TODAY)))
    board = make_board(tmp_path)
    assert board.view.lines.rowCount() == 300
    begun = process_time()
    board._show(board.board)
    assert process_time() - begun < 0.5  # seconds of this program alone
