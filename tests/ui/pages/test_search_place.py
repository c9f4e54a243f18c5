"""Searching the whole case with the keys of the keyboard."""

import pytest
from PySide6.QtCore import Qt

from app.case.casefile import CaseFile
from app.model.partial_date import PartialDate
from app.model.story import Event, EventKind, Subject
from tests.ui.shown_papers import add_record, pdf
from ui.finding.hits import DETAIL
from ui.pages.search import SearchPlace
from ui.session import CaseSession
from ui.widgets.page_view import PageView


@pytest.fixture
def place(tmp_path, looks, qtbot):
    """The place on a case with a letter, a note and a question about a knee."""
    case = CaseFile.create(tmp_path / "smith.casepack")
    session = CaseSession(case)
    session.letter = add_record(case, pdf(tmp_path / "a.pdf", ["the knee"]), "Knee letter", 1)
    with case.change("Fill"):
        session.note = case.records.add("Diary", body="My <b>knee</b> hurts.")
        case.questions.add("Is the knee broken?")
        when = PartialDate.from_stored("2024")
        case.timeline.add(Event(0, EventKind.SYMPTOM, when, "A fall on stairs"))
        case.statements.state(Subject.DIAGNOSIS, "Torn ligament")
    went = []
    made = SearchPlace(
        session, looks, lambda code, **at: went.append((code, at)), lambda words, **more: None
    )
    made.went = went
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.enter(None, 1)
    yield made
    session.close()
    queues = (session.jobs, session.pictures._jobs, session.draft, session.finding)
    qtbot.waitUntil(lambda: not any(one.busy for one in queues), timeout=20000)


@pytest.fixture
def typed(place, qtbot):
    """Return a function that types words and waits for what is found."""

    def look(words):
        place.field.clear()
        qtbot.keyClicks(place.field, words)
        qtbot.waitUntil(lambda: place._shown == words, timeout=10000)
        return [place.hits.index(at).data() for at in range(place.hits.rowCount())]

    return look


def test_hits_come_in_groups_while_one_types(typed):
    assert typed("kne") == [
        "Records (1)",
        "Knee letter",
        "Notes (1)",
        "Diary",
        "Questions (1)",
        "Is the knee broken?",
    ]


def test_enter_opens_the_first_hit_and_its_words_are_marked(place, typed, looks, qtbot):
    typed("knee")
    qtbot.keyClick(place.field, Qt.Key.Key_Return)
    letter = place.session.letter
    assert place.went == [("records", {"record": letter.id, "page": 1})]
    view = PageView(place.session, looks)
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()
    view.show_record(letter, 1)
    assert view.find_row.isVisible()
    assert place.session.take_sought(letter.id) == ""


def test_keys_lead_from_the_field_through_the_list_and_back(place, typed, qtbot):
    typed("knee")
    place.activateWindow()
    qtbot.keyClick(place.field, Qt.Key.Key_Down)
    qtbot.waitUntil(place.list.hasFocus)
    qtbot.keyClick(place.list, Qt.Key.Key_Down)
    assert place.list.currentIndex().data() == "Diary"
    assert place.list.currentIndex().data(DETAIL) == "My <b>knee</b> hurts."
    qtbot.keyClick(place.list, Qt.Key.Key_Return)
    assert place.went == [("notes", {"record": place.session.note, "page": 1})]
    qtbot.keyClick(place.list, Qt.Key.Key_Up)
    qtbot.keyClick(place.list, Qt.Key.Key_Up)
    assert place.field.hasFocus()


def test_what_was_typed_into_the_story_is_found_in_its_place(place, typed, qtbot):
    typed("ligament")
    qtbot.keyClick(place.field, Qt.Key.Key_Return)
    typed("stairs")
    qtbot.keyClick(place.field, Qt.Key.Key_Return)
    [event] = place.session.case.timeline.all()
    assert place.went == [("diagnosis", {}), ("timeline", {"row": ("event", event.id)})]


def test_nothing_found_says_what_to_try(place, typed):
    assert typed("elbow") == []
    assert place.total.text() == "Nothing was found. Try one word, or only its beginning."
    assert not place.list.isVisible()
    assert "photos" in place.row.hint.text()


def test_the_field_is_empty_then_it_says_what_to_type(place, typed):
    typed("knee")
    place.field.clear()
    place._look()
    assert place.total.text().startswith("Type a word")
    assert place.hits.rowCount() == 0
