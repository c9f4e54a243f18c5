"""Findings that somebody keeps as they are, with a reason, and looks at again."""

import pytest
from PySide6.QtCore import Qt

from app.case.casefile import CaseFile
from app.dossier.findings import Level
from app.model.recipient_profile import Identity
from app.model.story import Subject
from app.model.version import MAIN, Version
from app.model.voice import Said
from tests.ui.opened_place import Shown
from ui.pages.check import CheckPlace


@pytest.fixture
def shown(tmp_path, looks, qtbot):
    """The place on a case with one note."""
    case = CaseFile.create(tmp_path / "smith.casepack")
    with case.change("Add"):
        case.records.add("Diary", body="My leg hurts.")
    made = Shown(CheckPlace, case, looks, size=(900, 700))
    qtbot.waitUntil(lambda: bool(made.place.cards), timeout=20000)
    yield made
    made.close(qtbot)


@pytest.fixture
def place(shown):
    return shown.place


@pytest.fixture
def case(shown):
    return shown.session.case


def card_of(place, code):
    return next(card for card in place.cards if card.line.code == code)


def keep(place, qtbot, code, why):
    card = card_of(place, code)
    qtbot.mouseClick(card.anyway, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(card.why.why, why)
    qtbot.keyClick(card.why.why, Qt.Key.Key_Return)


def test_a_finding_is_kept_with_a_reason_and_counts_no_more(place, case, qtbot):
    before, diary = len(place.cards), case.records.all()[0].id
    keep(place, qtbot, "record.date", "It was written over years")
    assert case.versions.kept_findings(MAIN.id) == {
        ("record.date", diary): "It was written over years"
    }
    assert len(place.cards) == before - 1
    assert place.count() == before - 1
    assert place.total.text() == f"{before - 1} things to look at"
    assert case.undo_label == "Send it anyway: “Diary” has no date."
    case.undo()
    assert place.count() == before


def test_what_was_kept_is_folded_away_and_can_be_looked_at_again(place, case, qtbot):
    before = len(place.cards)
    keep(place, qtbot, "patient.born", "Asked for it by phone")
    assert place.kept_group.opener.text().strip() == "Kept as they are (1)"
    assert not place.kept_group.opened
    qtbot.waitUntil(place.kept_group.isVisible)
    place.kept_group.opener.setFocus()
    qtbot.keyClick(place.kept_group.opener, Qt.Key.Key_Space)
    assert place.kept[0].why.text() == "Your reason: Asked for it by phone"
    qtbot.waitUntil(place.kept[0].isVisible)
    place.kept[0].look.click()
    assert case.versions.kept_findings(MAIN.id) == {}
    assert len(place.cards) == before
    assert place.kept == []


def test_a_reason_is_needed_and_escape_keeps_nothing(place, case, qtbot):
    card = card_of(place, "patient.name")
    card.anyway.click()
    assert card.why.why.hasFocus()
    card.why.keep.click()
    assert "Write a few words" in card.why.row.fault.text()
    qtbot.keyClick(card.why.why, Qt.Key.Key_Escape)
    assert card.why.isHidden()
    assert card.anyway.hasFocus()
    assert case.versions.kept_findings(MAIN.id) == {}


def test_what_stops_the_dossier_cannot_be_kept(place, case, qtbot):
    with case.change("Hide the name"):
        number = case.versions.add(Version(name="Hidden", identity=Identity.PSEUDONYM))
        case.versions.keep_finding(number, "pseudonym.unknown", 0, "Never mind")
    place.session.use_version(number)
    qtbot.waitUntil(
        lambda: any(card.line.level is Level.STOP for card in place.cards), timeout=20000
    )
    stop = card_of(place, "pseudonym.unknown")
    assert not hasattr(stop, "anyway")
    assert place.total.text() == "1 thing stops the dossier"


def test_what_was_kept_for_one_reader_is_not_kept_for_another(place, case, qtbot):
    before = len(place.cards)
    keep(place, qtbot, "patient.name", "They know me")
    with case.change("Another"):
        number = case.versions.add(Version(name="Another"))
    place.session.use_version(number)
    assert place.which.text() == "Version: Another"
    draft = place.session.draft
    qtbot.waitUntil(lambda: not draft.busy and not draft.stale, timeout=20000)
    assert len(place.cards) == before


def test_keeping_a_finding_does_not_make_the_pages_anew(place, case, qtbot):
    lines = place.session.draft.lines
    keep(place, qtbot, "patient.name", "They know me")
    assert not place.session.draft.busy
    assert place.session.draft.lines is lines


def test_what_is_being_typed_outlives_a_new_look(place, case, qtbot):
    card = card_of(place, "patient.name")
    card.anyway.click()
    qtbot.keyClicks(card.why.why, "They kn")
    before = len(place.cards)
    with case.change("Another"):
        case.records.add("Letter", body="Dear doctor")
    qtbot.waitUntil(lambda: len(place.cards) != before, timeout=20000)
    assert card_of(place, "patient.name").why.why.text() == "They kn"
    qtbot.waitUntil(lambda: card_of(place, "patient.name").why.isVisible())


def overflowing(place):
    return [card for card in place.cards if card.line.code == "summary.overflow"]


def test_of_several_findings_of_one_code_one_alone_is_kept_and_looked_at_again(place, case, qtbot):
    with case.change("Write much"):
        for subject in (Subject.PROBLEM, Subject.DIAGNOSIS, Subject.PLAN):
            case.statements.state(subject, "a great many words " * 200, Said())
    qtbot.waitUntil(lambda: len(overflowing(place)) == 3, timeout=20000)
    first, *others = [card.line for card in overflowing(place)]
    keep(place, qtbot, "summary.overflow", "On purpose")
    assert case.versions.kept_findings(MAIN.id) == {(first.key, 0): "On purpose"}
    assert [card.line for card in overflowing(place)] == others
    assert [card.line for card in place.kept] == [first]
    place.kept_group.opener.click()
    place.kept[0].look.click()
    assert case.versions.kept_findings(MAIN.id) == {}
    assert len(overflowing(place)) == 3


def test_what_was_kept_by_an_older_program_can_be_looked_at_again(place, case, qtbot):
    with case.change("Keep"):
        case.versions.keep_finding(MAIN.id, "patient.name", 0, "Known")
    with case.change("Write much"):
        case.statements.state(Subject.PROBLEM, "a great many words " * 200, Said())
        case.versions.keep_finding(MAIN.id, "summary.overflow", 0, "On purpose")
    codes = {"patient.name", "summary.overflow"}
    qtbot.waitUntil(lambda: {one.line.code for one in place.kept} == codes, timeout=20000)
    place.kept_group.opener.click()
    next(one for one in place.kept if one.line.code == "summary.overflow").look.click()
    assert case.versions.kept_findings(MAIN.id) == {("patient.name", 0): "Known"}
    assert overflowing(place)
