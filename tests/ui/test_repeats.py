"""Pages of one file that read the same are pointed out, and a person chooses the pages."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.tray import Tray
from app.progress import Progress
from tests.ui.opened_place import Shown
from ui.pages.records import RecordsPlace
from ui.records import repeats_part

VISIT = "Pain clinic. Seen on 12 September 2026. The pain is six of ten and walking helps."
LATER = "Pain clinic. Seen on 19 September 2026. The pain is five of ten and walking helps."


@pytest.fixture
def papers(case, tmp_path, make_pdf):
    """A print with a repeat and a letter without one, taken in as papers are."""
    paths = [make_pdf("print.pdf", VISIT, LATER, VISIT), make_pdf("letter.pdf", VISIT, LATER)]
    tray = Tray()
    found = list(examine(paths, case, tray, Progress(), today=date(2026, 11, 22)))
    records = confirm(case, found, tray, Progress())
    tray.close()
    return [records[path] for path in paths]


@pytest.fixture
def shown(papers, case, looks, qtbot):
    made = Shown(RecordsPlace, case, looks)
    yield made
    made.close(qtbot)


def choose(shown, record):
    shown.place.enter(record, 1)
    return shown.place.details


def test_the_details_say_which_pages_read_the_same(shown, papers):
    details = choose(shown, papers[0])
    assert details.repeats.isVisible()
    assert details.repeats.words.text() == "Pages 1 and 3 read the same."
    assert not choose(shown, papers[1]).repeats.isVisible()


def test_from_the_hint_somebody_chooses_the_pages_by_keys(shown, papers, case, qtbot):
    details = choose(shown, papers[0])
    details.repeats.choose.setFocus()
    qtbot.keyClick(details.repeats.choose, Qt.Key.Key_Space)
    assert details.dossier.pages.hasFocus()
    qtbot.keyClicks(details.dossier.pages, "1-2")
    qtbot.keyClick(details.dossier.pages, Qt.Key.Key_Return)
    assert case.records.get(papers[0]).pages == (1, 2)
    assert not details.repeats.isVisible()
    case.undo()
    qtbot.waitUntil(details.repeats.isVisible)


def test_of_a_record_that_stays_behind_nothing_is_said(shown, papers, case, qtbot):
    details = choose(shown, papers[0])
    details.dossier.goes_in.click()
    assert not case.records.get(papers[0]).in_dossier
    assert not details.repeats.isVisible()


def test_a_long_file_is_read_off_the_windows_thread(shown, papers, monkeypatch, qtbot):
    monkeypatch.setattr(repeats_part, "_AT_ONCE", 1)
    details = choose(shown, papers[1])
    details.repeats._known.clear()
    choose(shown, papers[0])
    qtbot.waitUntil(details.repeats.isVisible, timeout=10000)
    assert details.repeats.words.text() == "Pages 1 and 3 read the same."
