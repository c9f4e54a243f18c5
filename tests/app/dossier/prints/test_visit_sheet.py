"""The sheet for a visit, read back."""

from dataclasses import replace
from datetime import date

import pypdfium2

from app.dossier.prints.visit_sheet import visit_sheet
from app.model.journey.tests import MedicalTest, TestState
from app.model.outside_item import OutsideItem
from app.model.partial_date import PartialDate
from app.model.recipient_profile import Identity
from app.model.story import CaseSnapshot
from app.model.version import MAIN
from tests.app.dossier.pages.conftest import spine_case

MADE = date(2026, 11, 22)


def words(data):
    pages = pypdfium2.PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)


def test_the_sheet_says_what_to_bring_and_asks_the_questions_in_order():
    case = spine_case()
    tests = (
        MedicalTest(1, "Heart test", state=TestState.WAITING),
        MedicalTest(2, "Old blood count"),
    )
    disc = OutsideItem(1, "MRI disc", location="drawer", count="1 disc")
    away = OutsideItem(
        2,
        "Slides",
        sent_to="St Brannoc",
        sent_on=PartialDate.from_stored("2026-11-02"),
    )
    case = replace(case, journey=replace(case.journey, tests=tests), outside=(disc, away))
    text = words(visit_sheet(case, made=MADE))
    assert "MRI disc · 1 disc drawer" in text
    assert "Slides sent to St Brannoc, 02-Nov-2026" in text
    assert "Heart test done, no result yet" in text
    assert "Old blood count" not in text
    places = [text.index(one.text) for one in case.questions]
    assert places
    assert places == sorted(places)
    assert text.count("Answer") >= len(places)
    assert "What happens next" in text


def test_only_as_many_questions_are_asked_as_the_reader_takes():
    case = spine_case()
    assert len(case.questions) > 1
    text = words(visit_sheet(case, made=MADE, version=replace(MAIN, most_questions=1)))
    assert case.questions[0].text in text
    assert case.questions[1].text not in text


def test_under_a_pseudonym_the_sheet_does_not_have_the_name():
    version = replace(MAIN, identity=Identity.PSEUDONYM, pseudonym="Rose")
    text = words(visit_sheet(spine_case(), made=MADE, version=version))
    assert "Rose" in text
    assert "ELLIS" not in text
    assert "Ellis" not in text


def test_a_case_with_nothing_in_it_gives_a_sheet_to_write_on():
    assert "To bring along" in words(visit_sheet(CaseSnapshot(), made=MADE))
