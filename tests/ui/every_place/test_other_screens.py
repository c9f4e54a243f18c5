"""What stands outside the places: welcome, lock, password, new papers."""

from datetime import date

import pytest

from app.case.header_file import header_bytes, header_path
from app.model.journey.board_header import LONGEST_ALIAS, BoardHeader, DueTold
from app.model.journey.decision import Header, Stage
from app.model.person import Patient
from tests.ui.every_place.pixels import pale
from tests.ui.every_place.scenes import SMALL, lock_page, looks_of, password_box
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
from ui.board.board_window import BoardWindow
from ui.jobs import JobQueue
from ui.shell.settings_store import SettingsStore
from ui.welcome import Welcome

ALL = (unnamed, unspoken_rows, untitled, leading_on, small, cut, sideways, pale)


@pytest.mark.parametrize("look", **looks_of(), indirect=True)
def test_the_welcome_page_is_sound_in_every_look(look, qapp, looks, qtbot, tmp_path):
    jobs = JobQueue(qapp)
    shown = Welcome(jobs, looks)
    qtbot.addWidget(shown)
    shown.show_recent([tmp_path / "Back surgery.casepack", tmp_path / "Thyroid.casepack"])
    shown.show()
    for size in (SMALL, (905, 700), (640, 600)):
        shown.resize(*size)
        settle()
        assert faults(shown, *ALL) == [], size
    jobs.stop()


@pytest.mark.parametrize("look", **looks_of(), indirect=True)
def test_the_lock_page_is_sound_in_every_look(look, looks, qtbot):
    for password, wrong in (("", False), ("secret", False), ("secret", True)):
        shown = lock_page(password, looks, wrong)
        qtbot.addWidget(shown)
        settle()
        assert faults(shown, *ALL) == [], (password, wrong)


@pytest.mark.parametrize("look", **looks_of(), indirect=True)
def test_the_question_for_a_password_is_sound_in_every_look(look, qtbot):
    shown = password_box()
    qtbot.addWidget(shown)
    settle()
    looked_for = [one for one in ALL if one is not untitled]  # its title is the window's
    assert faults(shown, *looked_for) == []
    assert shown.windowTitle() == "Password"


@pytest.mark.parametrize("look", **looks_of(), indirect=True)
def test_the_look_at_new_papers_is_sound_in_every_look(
    look, filled, make_window, brought, reviewed, calm
):
    window = make_window(filled)
    reviewed(window, *brought)
    for size in (SMALL, (1280, 800), (895, 768))[: 3 if look[1] == 1 else 1]:
        window.resize(*size)
        calm(window)
        assert faults(window, *ALL) == [], size


@pytest.fixture
def many_cases(tmp_path):
    """A folder with a case of each kind that a list of cases can show."""
    folder = tmp_path / ("unbroken" * 12)
    folder.mkdir()
    today = date.today()
    for name, header in (
        ("one", BoardHeader("M. E.", Stage.SENT, DueTold(today, None, 2, 1))),
        ("two", BoardHeader("W" * LONGEST_ALIAS, Stage.READY, DueTold(today, today))),
        ("three", BoardHeader("Client 9", None, DueTold(date(2020, 1, 1), date(2020, 2, 1)))),
        ("four with a name that is rather long", None),
    ):
        path = folder / f"{name}.casepack"
        path.touch()
        if header:
            header_path(path).write_bytes(header_bytes(header))
    header_path(folder / "four with a name that is rather long.casepack").write_text("{")
    return folder


@pytest.mark.parametrize("chosen", [False, True], ids=["no folder yet", "a folder"])
@pytest.mark.parametrize("look", **looks_of(), indirect=True)
def test_the_list_of_cases_is_sound_in_every_look(look, chosen, looks, qtbot, many_cases):
    store = SettingsStore()
    if chosen:
        store.change(board=str(many_cases))
    shown = BoardWindow(looks, store, list)
    qtbot.addWidget(shown)
    shown.show()
    shown.refresh()
    qtbot.waitUntil(lambda: not shown.jobs.busy)
    assert bool(shown.board) is chosen
    shown.bar.tell("“What is due.pdf” is saved.", done=True, action="Open", act=shown.bar.hide)
    for size in (SMALL, (905, 700), (640, 600)):
        shown.resize(*size)
        settle()
        assert faults(shown, *ALL) == [], size
    shown.jobs.stop()


@pytest.mark.parametrize("look", **looks_of(), indirect=True)
def test_what_a_case_tells_the_list_is_sound_in_every_look(look, case, make_window, calm):
    with case.change("On a board"):
        case.people.save(Patient("Margaret Ellis"))
        case.journey.save_header(Header(on_board=True, alias="Ellis " + "W" * 50))
    window = make_window(case)
    window.stage.go("about")
    place = window.stage.place
    assert place.board.warning.isVisibleTo(place)
    for size in (SMALL, (905, 768), (895, 768)):
        window.resize(*size)
        calm(window)
        place.page.show_part(place.board.preview)
        assert faults(place.board, unnamed, cut, sideways, pale) == [], size
        assert sideways(place) == [], size
