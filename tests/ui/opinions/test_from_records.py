"""From a paper in the list of records to a note that another one says something else."""

from hashlib import sha256

from PySide6.QtCore import Qt

from app.case.documents import Source
from app.model.record import Document, PageFacts
from app.model.voice import Cited
from app.progress import Progress
from tests.ui.every_place.seen import settle
from ui.records.details import CONFLICT_KEYS


def second(case):
    """Add a report of one page and give its id."""
    paper = b"%PDF-1.7 two"
    sha = sha256(paper).hexdigest()
    document = Document(sha, "b.pdf", "application/pdf", len(paper), sha, (PageFacts(595, 842),))
    source = Source(sha, len(paper), lambda: [paper])
    case.documents.store(document, ("",), b"", source, None, Progress())
    with case.change("Add"):
        return case.records.add("Report of Dr Iyer", document=sha)


def command(window):
    [one] = [
        one
        for menu in window.menuBar().actions()
        for one in menu.menu().actions()
        if one.shortcut().toString() == CONFLICT_KEYS
    ]
    return one


def form(window):
    assert window.stage.here == "conflicts"
    return window.stage.place.desk.form


def at(window, record, page):
    """Show a page of a record in the list of records; give the place."""
    window.stage.go("records", record=record, page=page)
    place = window.stage.place
    assert place.details.record.id == record
    settle()
    return place


def noted(case, qtbot, window, page, record):
    """Type what does not agree; see that its first side is the page of the record."""
    shown = form(window)
    qtbot.keyClicks(shown.first, "The date")
    qtbot.keyClicks(shown.controls["one"].edit, "3 May")
    window.stage.leave()
    [side] = case.journey.conflict_sides.all()
    assert (side.text, side.voice) == ("3 May", Cited(record, page))


def test_the_button_in_the_details_leads_on_with_the_page_that_is_shown(
    make_window, case, record, qtbot
):
    window = make_window(case)
    details = at(window, record, 2).details
    details.conflict.setFocus()
    qtbot.keyClick(details.conflict, Qt.Key.Key_Space)
    settle()
    noted(case, qtbot, window, 2, record)


def test_the_command_leads_on_with_the_record_that_is_chosen(make_window, case, record, qtbot):
    window = make_window(case)
    at(window, record, 1)
    at(window, second(case), 1)
    at(window, record, 2)
    command(window).trigger()
    settle()
    noted(case, qtbot, window, 2, record)


def test_from_anywhere_else_the_command_begins_an_empty_point(make_window, case, record, qtbot):
    window = make_window(case)
    at(window, record, 2)
    window.stage.go("questions")
    command(window).trigger()
    settle()
    shown = form(window)
    assert shown.fact.one_voice != Cited(record, 2)
    assert window.stage.place.first_focus() is shown.first
    command(window).trigger()  # once more, from the place itself
    assert form(window).fact.id == 0


def test_a_record_in_the_bin_is_no_side(make_window, case, record):
    window = make_window(case)
    other = second(case)
    place = at(window, other, 1)
    place.remove()
    place.show_record(other)
    settle()
    assert place.filters.in_bin
    command(window).trigger()
    settle()
    assert not isinstance(form(window).fact.one_voice, Cited)


def test_what_was_typed_in_the_details_is_kept_on_the_way(make_window, case, record, qtbot):
    window = make_window(case)
    details = at(window, record, 1).details
    details.note.edit.setFocus()
    qtbot.keyClicks(details.note.edit, "Other date")
    command(window).trigger()
    assert case.records.get(record).note == "Other date"
    assert form(window).fact.one_voice == Cited(record, 1)


def test_a_point_that_was_only_begun_is_kept_and_not_mixed_with_that_of_a_record(
    make_window, case, record, qtbot
):
    window = make_window(case)
    window.stage.go("conflicts")
    window.stage.place.start()
    qtbot.keyClicks(form(window).first, "Begun")
    at(window, record, 2)
    command(window).trigger()
    assert (form(window).first.text(), form(window).fact.one_voice) == ("", Cited(record, 2))
    window.stage.go("questions")
    command(window).trigger()
    assert form(window).first.text() == "Begun"
