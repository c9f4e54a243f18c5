"""Requests, consents and what is due, as somebody uses them."""

from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.model.journey.consent import Consent
from app.model.journey.request import AskedFor, Clock, Request
from app.model.partial_date import day
from app.model.person import Patient
from app.model.recipient_profile import Identity
from app.model.version import MAIN
from ui import file_choice
from ui.pages.consents import ConsentsPlace
from ui.pages.due import DuePlace
from ui.pages.requests import RequestsPlace

LONG_AGO = day(date(2020, 1, 1))


@pytest.fixture
def two(case):
    """Two requests, the first of them late and asking for one thing."""
    with case.change("Ask"):
        first = case.journey.requests.add(
            Request(0, "City Lab", received_on=LONG_AGO, clock=Clock.HIPAA)
        )
        second = case.journey.requests.add(Request(0, "Old Clinic"))
        case.journey.asked_for.add(AskedFor(0, first, "MRI disc"))
    return first, second


def shown(place, kind):
    return [line.title for line in place.sections[kind].view.lines.lines]


def test_a_request_typed_by_keys_is_kept_and_then_asked_for_papers(qtbot, show, case):
    place = show(RequestsPlace)
    assert not place.sections["asked"].isVisible()
    qtbot.mouseClick(place.sections["request"].add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(place.desk.form.first, "City Lab")
    place.leave()
    [request] = case.journey.requests.all()
    assert place.sections["asked"].head.text() == "Asked of City Lab"
    qtbot.mouseClick(place.sections["asked"].add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(place.desk.form.first, "MRI, May 2026")
    place.leave()
    [asked] = case.journey.asked_for.all()
    assert (asked.request, asked.text) == (request.id, "MRI, May 2026")


def test_each_request_shows_only_what_belongs_to_it(show, two):
    place = show(RequestsPlace)
    assert shown(place, "asked") == ["MRI disc"]
    place.sections["request"].view.choose("request", two[1])
    assert shown(place, "asked") == []
    assert place.sections["asked"].head.text() == "Asked of Old Clinic"


def test_a_late_answer_is_said_calmly(show, two):
    place = show(RequestsPlace)
    assert "usual time limit for this request has passed" in place.late.text()
    assert place.late.isVisible()
    assert "has passed: 31-Jan-2020" in place.sections["request"].view.lines.lines[0].more
    place.sections["request"].view.choose("request", two[1])
    assert not place.late.isVisible()


def test_what_is_begun_for_one_request_does_not_go_to_another(qtbot, show, case, two):
    place = show(RequestsPlace)
    place.sections["asked"].add.click()
    place.desk.form.controls["record"].flush()
    place.sections["request"].view.choose("request", two[1])
    place.sections["asked"].add.click()
    qtbot.keyClicks(place.desk.form.first, "Letter")
    place.leave()
    assert [(one.request, one.text) for one in case.journey.asked_for.all()] == [
        (two[0], "MRI disc"),
        (two[1], "Letter"),
    ]


def test_the_letter_is_saved_as_pdf(qtbot, show, two, tmp_path, monkeypatch, told):
    target = tmp_path / "letter.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_print", lambda _parent, _name: [target])
    place = show(RequestsPlace)
    place.letter.click()
    qtbot.waitUntil(lambda: bool(told), timeout=10000)
    text = pypdfium2.PdfDocument(target)[0].get_textpage().get_text_range()
    assert "MRI disc" in text


def test_the_facts_for_a_doctors_letter_are_saved_before_there_is_any_request(
    qtbot, show, case, tmp_path, monkeypatch, told
):
    with case.change("Ask"):
        case.questions.add("Can I wait?")
    target = tmp_path / "facts.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_print", lambda _parent, _name: [target])
    place = show(RequestsPlace)
    assert not place.letter.isVisible()
    place.facts.setFocus()
    qtbot.keyClick(place.facts, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(told), timeout=10000)
    text = pypdfium2.PdfDocument(target)[0].get_textpage().get_text_range()
    assert "Can I wait?" in text


def test_a_version_without_the_name_that_would_tell_it_says_where_and_saves_nothing(
    qtbot, show, case, tmp_path, monkeypatch, told
):
    with case.change("Ask"):
        case.people.save(Patient("Ann Smith"))
        case.questions.add("Can Smith wait?")
        case.versions.save(replace(MAIN, identity=Identity.PSEUDONYM, pseudonym="Rose"))
    target = tmp_path / "facts.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_print", lambda _parent, _name: [target])
    place = show(RequestsPlace)
    failed = []
    place.session.jobs.failed.connect(lambda *given: failed.append(given))
    place.facts.click()
    qtbot.waitUntil(lambda: bool(failed), timeout=10000)
    assert "“Smith” stands in “What is asked”" in str(failed[0][1])
    assert not target.exists()


def test_a_consent_that_has_ended_says_so(show, case):
    soon = day(date.today() + timedelta(days=5))
    with case.change("Add"):
        for person, until in (("Ann", LONG_AGO), ("Bob", soon)):
            case.journey.consents.add(Consent(0, person, until=until))
    place = show(ConsentsPlace)
    first, second = place.sections["consent"].view.lines.lines
    assert first.more.endswith("This has ended.")
    assert second.more.endswith("This ends soon.")


def test_what_is_due_leads_to_its_place(qtbot, show, two, went):
    place = show(DuePlace)
    assert place.view.lines.lines[0].title == "Records from City Lab"
    assert place.view.lines.lines[0].more == "This day has passed."
    place.view.setFocus()
    qtbot.keyClick(place.view, Qt.Key.Key_Return)
    assert went == [("requests", None, 1)]


def test_nothing_due_is_said(show):
    place = show(DuePlace)
    assert place.nothing.isVisible()
    assert not place.calendar.isVisible()
    QApplication.processEvents()
