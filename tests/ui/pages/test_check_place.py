"""The Check as somebody reads it and mends what it says."""

import pytest
from PySide6.QtCore import Qt

from app.case.casefile import CaseFile
from app.dossier import preflight
from app.dossier.findings import Level, Line
from app.model.person import Patient
from app.model.record import Remark
from app.model.story import Asked
from ui.check.fixes import FIXES, fix_of
from ui.pages.check import CheckPlace, total_words
from ui.session import CaseSession


@pytest.fixture
def place(tmp_path, looks, qtbot):
    """The place on a case with one note, as the window shows it."""
    session = CaseSession(CaseFile.create(tmp_path / "smith.casepack"))
    with session.case.change("Add"):
        session.case.records.add("Diary", body="My leg hurts.")
    went = []
    made = CheckPlace(
        session, looks, lambda code, **at: went.append((code, at)), lambda words, **more: None
    )
    made.went = went
    session.changed.connect(lambda _tables: made.show_case() if made.isVisible() else None)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.enter(None, 1)
    qtbot.waitUntil(lambda: bool(made.cards), timeout=20000)
    yield made
    made.leave()
    session.close()
    queues = (session.jobs, session.pictures._jobs, session.draft)
    qtbot.waitUntil(lambda: not any(one.busy for one in queues), timeout=20000)


def sentences(place):
    return [card.line.sentence for card in place.cards]


def test_it_counts_what_there_is_to_look_at(place):
    assert place.total.text() == f"{len(place.cards)} things to look at"
    assert place.count() == len(place.cards)
    assert "The patient has no name yet." in sentences(place)
    assert any("from 1 record." in one for one in place.fine)


def test_mending_something_takes_its_line_away(place, qtbot):
    before = len(place.cards)
    case = place.session.case
    with case.change("Name"):
        case.people.save(Patient(name="Ann Smith"))
    assert place.count() is None
    qtbot.waitUntil(lambda: len(place.cards) == before - 1, timeout=20000)
    assert "The patient’s name is there." in place.fine
    with case.change("Ask"):
        case.asked.set("allergy", Asked.NONE_KNOWN)
    qtbot.waitUntil(lambda: "Allergies are answered." in place.fine, timeout=20000)


def test_each_button_leads_to_what_it_mends(place, qtbot):
    by_words = {card.fix.text(): card for card in place.cards}
    qtbot.mouseClick(by_words["Add the name"].fix, Qt.MouseButton.LeftButton)
    by_words["Add a date"].fix.setFocus()
    qtbot.keyClick(by_words["Add a date"].fix, Qt.Key.Key_Space)
    diary = place.session.case.records.all()[0].id
    assert place.went == [("about", {"record": None}), ("records", {"record": diary})]


def test_an_empty_case_has_one_thing_that_stops_it(place, qtbot):
    case = place.session.case
    with case.change("Remove"):
        case.records.remove(case.records.all()[0].id)
    qtbot.waitUntil(lambda: place.total.text() == "1 thing stops the dossier", timeout=20000)
    assert [card.fix.text() for card in place.cards] == ["Add records"]


def test_nothing_is_looked_for_while_nobody_looks(place, qtbot):
    place.leave()
    place.hide()
    case = place.session.case
    with case.change("Name"):
        case.people.save(Patient(name="Ann Smith"))
    assert not place.session.draft.busy
    place.show()
    place.enter(None, 1)
    qtbot.waitUntil(lambda: "The patient’s name is there." in place.fine, timeout=20000)


def test_when_nothing_is_left_it_says_so():
    assert total_words((Line("x", Level.OK, "Fine."),)).startswith("Nothing to mend.")
    assert total_words((Line("x", Level.STOP, "No."),) * 2) == "2 things stop the dossier"


def test_every_finding_has_a_way_to_mend_it(place):
    constants = set()
    for made in vars(preflight).values():
        code = getattr(made, "__code__", None)
        constants |= {one for one in getattr(code, "co_consts", ()) if isinstance(one, str)}
    codes = {one for one in constants if one.replace(".", "").replace("_", "").isalpha()}
    codes = {one for one in codes if "." in one.strip(".") and one == one.lower()}
    basics = {one[0] for one in preflight._BASICS}
    assert {"record.damaged", "pages.budget", "citation.bin"} <= codes
    assert codes | basics | {f"record.{one}" for one in Remark} <= set(FIXES)
    assert all(fix_of(card.line).words for card in place.cards)
