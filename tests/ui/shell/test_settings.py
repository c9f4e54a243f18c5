"""What somebody chose for the program is kept, and nothing about a patient."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from app.case.casefile import CaseFile
from app.dossier.plan import Paper
from app.errors import FolderNotWritable
from ui.front_door import FrontDoor
from ui.shell.settings_store import Settings, SettingsStore
from ui.theme.colours import CONTRAST, DARK, LIGHT, colours
from ui.theme.looks import STEPS


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "casepack" / "settings.json"


@pytest.fixture
def make_kept(make_window, looks, path):
    """Return a function that shows a window whose settings lie in `path`."""
    yield lambda case: make_window(case, store=SettingsStore(path))
    looks.wear()


def closed(window, qtbot):
    with qtbot.waitSignal(window.session.closed, timeout=20000):
        window.close()


def choose(combo, row):
    combo.setCurrentIndex(row)
    combo.activated.emit(row)


def test_settings_are_read_back(path):
    store = SettingsStore(path)
    store.change(theme="dark", scale=1.5, idle_minutes=30, paper="LETTER")
    assert SettingsStore(path).now == Settings(
        theme="dark", scale=1.5, idle_minutes=30, paper="LETTER"
    )


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"scale": "big", "theme": 3, "recent": 1}', '{"idle_minutes": 7}']
)
def test_a_strange_file_is_as_if_nobody_had_chosen(path, text):
    path.parent.mkdir(parents=True)
    path.write_text(text)
    assert SettingsStore(path).now == Settings()


def test_sizes_out_of_bounds_are_brought_back(path):
    path.parent.mkdir(parents=True)
    path.write_text('{"scale": 40, "paper": "FOLIO"}')
    assert SettingsStore(path).now == Settings(scale=2.0)


def test_a_folder_that_takes_no_files_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("x")
    store = SettingsStore(tmp_path / "file" / "settings.json")
    with pytest.raises(FolderNotWritable):
        store.change(theme="dark")
    assert store.now.theme == "dark"


def test_cases_are_remembered_only_when_somebody_wants_it(path, tmp_path):
    store = SettingsStore(path)
    store.remember_case(tmp_path / "mum.casepack")
    assert not path.exists()
    store.change(remember_cases=True)
    store.remember_case(tmp_path / "mum.casepack")
    store.remember_case(tmp_path / "dad.casepack")
    store.remember_case(tmp_path / "mum.casepack")
    assert [Path(one).name for one in SettingsStore(path).now.recent] == [
        "mum.casepack",
        "dad.casepack",
    ]
    store.change(remember_cases=False)
    assert "mum" not in path.read_text()


def test_colours_change_while_the_window_runs_and_leave_nothing_behind(
    make_kept, case, looks, qtbot
):
    window = make_kept(case)
    page = window.stage
    page.go("settings")
    for row, wanted in ((2, DARK), (3, CONTRAST), (1, LIGHT)):
        choose(page.place.theme, row)
        assert colours() is wanted
        assert window.palette().color(QPalette.ColorRole.Window).name().upper() == wanted.window
        picture = window.grab().toImage()
        light = sum(
            picture.pixelColor(x, y).lightnessF() > 0.8
            for x in range(0, picture.width(), 12)
            for y in range(0, picture.height(), 12)
        )
        share = light / (len(range(0, picture.width(), 12)) * len(range(0, picture.height(), 12)))
        assert (share > 0.5) == (wanted is LIGHT)
        if wanted is DARK:
            assert share < 0.02
    closed(window, qtbot)


def test_a_choice_holds_at_once_and_the_next_time(make_kept, case, path, looks, qtbot):
    window = make_kept(case)
    window.stage.go("settings")
    page = window.stage.place
    choose(page.text_size, 3)
    assert looks.scale == STEPS[3]
    choose(page.idle, 0)
    assert window.locking.idle._timer.interval() == 5 * 60_000
    page.remember.click()
    closed(window, qtbot)
    kept = json.loads(path.read_text())
    assert (kept["scale"], kept["idle_minutes"], kept["remember_cases"]) == (STEPS[3], 5, True)


def test_text_made_larger_by_keys_is_remembered_too(make_kept, case, path, looks, qtbot):
    window = make_kept(case)
    window.looks.larger()
    assert json.loads(path.read_text())["scale"] == STEPS[1]
    closed(window, qtbot)


def test_the_size_of_the_window_and_the_place_come_back(make_kept, case, looks, qtbot, path):
    window = make_kept(case)
    window.resize(1011, 707)
    window.stage.go("questions")
    window.stage.go("settings")
    window.stage.go("questions")
    closed(window, qtbot)
    again = make_kept(CaseFile.open(case.path))
    wide = again.screen().availableSize().width()
    assert again.width() == min(1011, wide)
    assert again.stage.here == "questions"
    closed(again, qtbot)


def test_nothing_of_the_case_is_in_the_settings(make_kept, case, path, qtbot):
    from app.model.person import Patient

    with case.change("Name"):
        case.people.save(Patient(name="Ann Geheim"))
    window = make_kept(case)
    window.stage.go("about")
    closed(window, qtbot)
    text = path.read_text()
    assert "Geheim" not in text
    assert "smith" not in text


def test_recent_cases_are_offered_on_the_welcome_page(qtbot, looks, tmp_path, path):
    case = tmp_path / "mum.casepack"
    CaseFile.create(case).close()
    store = SettingsStore(path)
    store.change(remember_cases=True)
    store.remember_case(case)
    door = FrontDoor(looks, tmp_path / "example", store)
    door.begin([])
    link = next(
        one for one in door.welcome.findChildren(type(door.welcome.new_button))
        if one.accessibleName() == "mum"
    )  # fmt: skip
    link.click()
    qtbot.waitUntil(lambda: bool(door.windows), timeout=20000)
    window = door.windows[0]
    assert window.session.case.path == case
    closed(window, qtbot)
    door.stop()


def test_every_choice_is_there_with_its_name_in_sight(make_kept, case, qtbot):
    window = make_kept(case)
    window.stage.go("settings")
    page = window.stage.place
    names = {
        page.text_size: "Size of the text",
        page.theme: "Colours",
        page.language: "Language",
        page.paper: "Paper of the PDF",
        page.idle: "Lock the case when nobody is there",
    }
    for combo, name in names.items():
        assert combo.isVisible()
        assert combo.count() >= 1
        assert combo.accessibleName() == name
        heads = [one for one in page.findChildren(QLabel) if one.text() == name]
        assert any(one.isVisible() for one in heads)
    assert page.language.currentText() == "English"
    assert page.remember.isVisible()
    closed(window, qtbot)


def test_nothing_of_other_cases_is_kept_at_first(make_kept, case, path, qtbot):
    window = make_kept(case)
    window.stage.go("settings")
    assert not window.stage.place.remember.isChecked()
    window.store.remember_case(case.path)
    assert window.store.now.recent == ()
    window.stage.place.remember.click()
    window.store.remember_case(case.path)
    assert window.store.now.recent == (str(case.path),)
    window.stage.place.remember.click()
    assert window.store.now.recent == ()
    closed(window, qtbot)


def test_another_paper_holds_at_once_for_the_dossier_that_is_shown(make_kept, case, path, qtbot):
    window = make_kept(case)
    window.stage.go("dossier")
    window.stage.go("settings")
    choose(window.stage.place.paper, 1)
    assert window.session.draft.paper is Paper.LETTER
    assert json.loads(path.read_text())["paper"] == "LETTER"
    window.stage.go("dossier")
    assert window.stage.place.choices.paper.currentText() == "As in the settings"
    closed(window, qtbot)


def test_never_locking_by_itself_holds_at_once(make_kept, case, qtbot):
    window = make_kept(case)
    window.stage.go("settings")
    choose(window.stage.place.idle, 3)
    assert not window.locking.idle._timer.isActive()
    choose(window.stage.place.idle, 1)
    assert window.locking.idle._timer.interval() == 10 * 60_000
    closed(window, qtbot)
