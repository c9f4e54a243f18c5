"""Closing a case, as somebody uses it."""

import zipfile

import pytest

from app.model.journey.decision import Stage
from app.model.person import Patient
from tests.ui.opened_place import Shown
from ui import file_choice
from ui.pages import closing
from ui.pages.closing import ClosingPlace


@pytest.fixture
def shown(case, looks, qtbot):
    with case.change("patient"):
        case.people.save(Patient(name="Margaret Ellis"))
    made = Shown(ClosingPlace, case, looks)
    yield made
    made.close(qtbot)


def test_a_case_is_marked_as_closed_and_taken_up_again(shown, case):
    shown.place.mark.click()
    assert case.journey.header().stage is Stage.CLOSED
    assert "Marked as closed" in shown.place.state.text()
    shown.place.mark.click()
    assert case.journey.header().stage is Stage.COLLECTING
    assert not case.journey.header().closed_on.known


def test_the_whole_case_is_handed_over_as_one_file(shown, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "over.zip"
    monkeypatch.setattr(file_choice, "ask_where_to_archive", lambda _card, *, as_zip: [target])
    shown.place.over.as_file.click()
    qtbot.waitUntil(lambda: bool(shown.told), timeout=20000)
    with zipfile.ZipFile(target) as pack:
        assert {"SHA256SUMS", "sharing-log.pdf", "due.csv"} <= set(pack.namelist())
    assert "whole case is saved" in shown.told[0]


def test_another_name_removes_nothing(shown, case):
    shown.place.removal.typed.setText("Margaret")
    shown.place.removal.remove.click()
    assert "not the name" in shown.place.removal.field.fault.text()
    assert case.path.exists()


def test_leaving_forgets_the_name_that_was_typed(shown):
    shown.place.removal.typed.setText("Margaret Ellis")
    shown.place.leave()
    assert shown.place.removal.typed.text() == ""


def test_the_window_closes_and_the_case_goes_with_its_name_among_the_recent(
    make_window, case, qtbot, tmp_path, monkeypatch
):
    with case.change("patient"):
        case.people.save(Patient(name="Margaret Ellis"))
    window = make_window(case)
    window.store.remember_case(case.path)
    receipt = tmp_path / "receipt.pdf"
    monkeypatch.setattr(closing, "ask_where_to_print", lambda _place, _name: [receipt])
    window.stage.go("closing")
    place = window.stage.made("closing")
    qtbot.waitUntil(lambda: not window.session.jobs.busy, timeout=20000)
    place.removal.typed.setText("margaret ellis")
    with qtbot.waitSignal(window.session.closed, timeout=20000):
        place.removal.remove.click()
    assert not case.path.exists()
    assert receipt.read_bytes().startswith(b"%PDF")
    assert str(case.path) not in window.store.now.recent
