"""The ledger of tests, what limits them, and illnesses of the family, as somebody uses them."""

import pytest
from PySide6.QtCore import Qt

from app.model.journey.family import FamilyIllness
from app.model.journey.tests import LimitAnswer, MedicalTest, TestState
from app.model.partial_date import PartialDate
from app.model.record import Kind
from app.model.relation import Related, Relation
from app.model.sensitivity import Sensitivity
from app.model.story import Treatment
from app.model.voice import Cited
from ui.pages.family import FamilyPlace
from ui.pages.medicines import MedicinesPlace
from ui.pages.tests import TestsPlace

MARCH, MAY = PartialDate.from_stored("2026-03"), PartialDate.from_stored("2026-05-04")


@pytest.fixture
def ledger(show, case):
    with case.change("Add tests"):
        for name, system, date, state in (
            ("Heart trace", "heart", MARCH, TestState.DONE),
            ("MRI", "Spine", MARCH, TestState.DONE),
            ("EMG", "spine", MAY, TestState.WAITING),
            ("Blood count", "", MAY, TestState.DONE),
        ):
            case.journey.tests.add(MedicalTest(0, name, system, state, date))
    return show(TestsPlace)


def lines(place, kind):
    return place.sections[kind].view.lines.lines


def test_tests_stand_by_part_of_the_body_the_newest_first(ledger):
    found = [(line.head, line.title) for line in lines(ledger, "test")]
    assert found == [
        ("heart", "Heart trace"),
        ("spine", "EMG"),
        ("", "MRI"),
        ("Other tests", "Blood count"),
    ]


def test_only_open_tests_are_shown_on_wish(ledger, qtbot):
    ledger.only_open.click()
    assert [line.title for line in lines(ledger, "test")] == ["EMG"]
    ledger.only_open.click()
    assert len(lines(ledger, "test")) == 4


def test_a_test_typed_by_keys_is_kept_with_its_ordinary_result(qtbot, show, case):
    place = show(TestsPlace)
    qtbot.mouseClick(place.sections["test"].add, Qt.MouseButton.LeftButton)
    form = place.desk.form
    qtbot.keyClicks(form.first, "Kidney values")
    form.controls["result"].edit.setFocus()
    qtbot.keyClicks(form.controls["result"].edit, "As expected")
    place.leave()
    [kept] = case.journey.tests.all()
    assert (kept.name, kept.result, kept.state) == (
        "Kidney values",
        "As expected",
        TestState.DONE,
    )


def test_a_record_of_a_test_is_taken_over_once(show, case, record, qtbot):
    place = show(TestsPlace)
    assert place.from_records.text() == "Take over 1 record of a test"
    place.from_records.click()
    [kept] = case.journey.tests.all()
    assert (kept.name, kept.place, kept.voice) == (
        "Blood tests",
        "Valley Laboratory",
        Cited(record, 1),
    )
    assert kept.result == ""
    assert not place.from_records.isVisible()
    case.undo()
    assert place.from_records.isVisible()


def test_a_limit_is_answered_and_its_words_are_kept(show, case, qtbot):
    place = show(TestsPlace)
    row = place.limits.rows["metal"]
    assert not row.words.isVisible()
    row.buttons[LimitAnswer.YES].click()
    assert row.words.isVisible()
    row.words.setFocus()
    qtbot.keyClicks(row.words, "A clip in the head")
    place.leave()
    [kept] = case.journey.limits.all()
    assert (kept.code, kept.answer, kept.words) == ("metal", LimitAnswer.YES, "A clip in the head")
    case.undo()
    case.undo()
    assert case.journey.limits.all() == []
    assert not row.buttons[LimitAnswer.YES].isChecked()


def test_no_answer_is_none(show):
    place = show(TestsPlace)
    for row in place.limits.rows.values():
        assert not any(one.isChecked() for one in row.buttons.values())


def test_an_illness_in_the_family_is_private_until_somebody_unticks_it(qtbot, show, case):
    place = show(FamilyPlace)
    qtbot.mouseClick(place.sections["family"].add, Qt.MouseButton.LeftButton)
    form = place.desk.form
    qtbot.keyClicks(form.first, "Mother")
    form.controls["illness"].edit.setFocus()
    qtbot.keyClicks(form.controls["illness"].edit, "Stroke")
    place.leave()
    [kept] = case.journey.family.all()
    assert kept.private
    place.desk.form.controls["private"].check.click()
    [kept] = case.journey.family.all()
    assert not kept.private
    assert "goes into no dossier" not in lines(place, "family")[0].more


def test_an_illness_needs_both_who_and_what(qtbot, show, case):
    place = show(FamilyPlace)
    place.sections["family"].add.click()
    qtbot.keyClicks(place.desk.form.first, "Mother")
    place.leave()
    assert case.journey.family.all() == []


def test_what_was_tried_says_how_much_and_for_how_long(show, case):
    with case.change("Add"):
        case.treatments.add(Treatment(0, "Ibuprofen", MARCH, "400 mg", "6 weeks", "Helped"))
        case.journey.family.add(FamilyIllness(0, "Father", "Gout"))
    place = show(MedicinesPlace)
    assert lines(place, "treatment")[0].more == "Mar-2026 · 400 mg · 6 weeks\nHelped"


def test_a_click_after_typing_comes_to_the_test_that_was_clicked(ledger, qtbot):
    view = ledger.sections["test"].view
    view.choose("test", 4)
    part = ledger.desk.form.controls["system"].edit
    part.setFocus()
    qtbot.keyClicks(part, "1")  # it is saved by the click, and moves all lines down
    place = view.visualRect(view.lines.index(view.lines.row_of("test", 1))).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [line.title for line in view.lines.lines][:2] == ["Blood count", "Heart trace"]
    assert view.line.title == "Heart trace"
    assert ledger.desk.form.fact.name == "Heart trace"
    assert view.hasFocus()


def test_a_test_of_somebody_else_and_a_translation_are_not_taken_over(show, case, record):
    with case.change("Add"):
        brother, english = (
            case.records.add(title, kind=Kind.PATHOLOGY, body="x") for title in ("His", "English")
        )
        case.marks.set_sensitivities(brother, {Sensitivity.OTHER_PERSON})
        case.marks.relate(Related(english, Relation.TRANSLATES, record))
    place = show(TestsPlace)
    place.from_records.click()
    assert [one.name for one in case.journey.tests.all()] == ["Blood tests"]
    assert not place.from_records.isVisible()
