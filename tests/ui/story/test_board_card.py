"""Which words of a case a board may show: off until somebody wants it, and said word by word."""

from datetime import date

from PySide6.QtCore import Qt

from app.case.header_file import bring_header, header_path
from app.model.journey.board_header import told_words
from app.model.journey.decision import Header, Stage
from app.model.person import Patient
from ui.pages.about import AboutPlace


def opened(shown):
    place = shown(AboutPlace)
    place.many.opener.click()
    return place


def seen(label):
    return label.text().replace("\u200b", "")  # where a long word may go over two lines


def test_it_is_off_and_out_of_the_way(shown, case):
    place = shown(AboutPlace)
    assert not place.many.opened
    place.many.opener.click()
    assert not place.board.on.isChecked()
    assert not place.board.alias.isVisible()
    assert not case.journey.header().on_board


def test_a_case_that_is_on_a_board_shows_it_at_once(shown, case):
    with case.change("On"):
        case.journey.save_header(Header(on_board=True, alias="Client 7"))
    place = shown(AboutPlace)
    assert place.many.opened
    assert place.board.alias.text() == "Client 7"


def test_all_choices_are_kept_and_can_be_undone(shown, case, qtbot):
    board = opened(shown).board
    board.on.click()
    board.alias.setFocus()
    qtbot.keyClicks(board.alias, "Client 7")
    qtbot.keyClick(board.alias, Qt.Key.Key_Tab)
    board.stage.setCurrentIndex(list(Stage).index(Stage.CLOSED))
    board.stage.activated.emit(board.stage.currentIndex())
    board.show_stage.click()
    board.show_due.click()
    header = case.journey.header()
    assert (header.on_board, header.alias, header.stage) == (True, "Client 7", Stage.CLOSED)
    assert (header.show_stage, header.show_due) == (False, False)
    assert header.closed_on.known
    assert case.undo_label == "Change what a board shows"
    case.undo()
    assert board.show_due.isChecked()


def test_the_preview_says_exactly_what_is_written(shown, case):
    board = opened(shown).board
    board.on.click()
    assert seen(board.preview) == "\n".join(told_words(bring_header(case, date.today())))
    assert "Overdue: 0" in board.preview.text()
    board.show_due.click()
    assert "Overdue" not in board.preview.text()
    assert seen(board.preview) == "\n".join(told_words(bring_header(case, date.today())))
    board.on.click()
    assert bring_header(case, date.today()) is None
    assert not board.preview.isVisible()
    assert not header_path(case.path).exists()


def test_an_alias_that_says_the_patients_name_is_noticed_but_allowed(shown, case, qtbot):
    with case.change("Name"):
        case.people.save(Patient("Margaret Ellis"))
    board = opened(shown).board
    board.on.click()
    assert not board.warning.isVisible()
    qtbot.keyClicks(board.alias, "Ellis 7")
    board._saving.flush()
    assert case.journey.header().alias == "Ellis 7"
    assert board.warning.isVisible()
    board.alias.setText("Client 7")
    board._saving.flush()
    assert not board.warning.isVisible()
