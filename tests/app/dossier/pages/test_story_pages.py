"""Tests, limits, family and what was tried, as the other doctor reads them."""

from dataclasses import replace

import pytest

from app.dossier.telling import told
from app.model.journey.family import FamilyIllness
from app.model.journey.snapshot import Journey
from app.model.journey.tests import LIMIT_CODES, LimitAnswer, MedicalTest, TestLimit, TestState
from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.story import Treatment
from app.model.version import MAIN
from app.model.voice import Cited, Said

MARCH = PartialDate.from_stored("2026-03")


@pytest.fixture
def read(laid, planned, spine):
    """Return a function that lays out a dossier with a journey; gives its layout and texts."""

    def make(journey, **more):
        case = replace(spine, journey=journey, **more)
        return laid(planned(told(case, MAIN, None)))

    return make


def text_of(texts, title):
    return "\n".join(text for text in texts[2:] if title in text and "Index of records" not in text)


def test_the_ledger_has_ordinary_results_open_tests_and_the_page_of_each(read):
    tests = (
        MedicalTest(1, "Heart trace", "Heart", TestState.DONE, MARCH, "City", "As expected",
                    voice=Cited(17, 2)),
        MedicalTest(2, "EMG", "Nerves", TestState.PLANNED, due=MARCH, wanted_by="Dr Venn"),
        MedicalTest(3, "CT", "Spine", TestState.NOT_DONE),
    )  # fmt: skip
    layout, texts = read(Journey(tests=tests))
    page = text_of(texts, "Tests so far")
    first = next(place for place in layout.places if place.record == 17).first_page
    for words in ("Heart trace", "As expected", "City", f"p. {first + 1}]", "EMG", "Planned"):
        assert words in page
    assert "Tests that are still open" in page
    assert "CT" not in page
    assert any(mark.title.startswith("Tests (p.") for mark in layout.bookmarks)


def test_without_tests_there_is_no_such_page(read):
    _layout, texts = read(Journey())
    assert not any("Tests so far" in text for text in texts)


def test_private_illnesses_of_others_are_nowhere_and_not_counted(read):
    family = (
        FamilyIllness(1, "Mother", "Stroke", "about 60", private=False),
        FamilyIllness(2, "Sister", "Huntington"),
    )
    _layout, texts = read(Journey(family=family))
    whole = "\n".join(texts)
    assert "Stroke" in whole
    assert "about 60" in whole
    assert "Huntington" not in whole
    assert "Sister" not in whole


def test_the_summary_names_what_limits_tests(read):
    limits = (
        TestLimit(1, "metal", "", LimitAnswer.YES, "a clip from 2019"),
        TestLimit(2, "kidney", "", LimitAnswer.NOT_SURE),
        TestLimit(3, "dye", "", LimitAnswer.NO),
    )
    _layout, texts = read(Journey(limits=limits))
    summary = " ".join(texts[1].split())
    assert "Metal or a device in the body: a clip from 2019" in summary
    assert "Not sure: Kidney trouble" in summary
    assert "contrast dye" not in summary


def test_that_nothing_limits_tests_is_said_only_when_all_was_asked(read):
    every = [TestLimit(n, code, "", LimitAnswer.NO) for n, code in enumerate(LIMIT_CODES, 1)]
    _layout, texts = read(Journey(limits=tuple(every)))
    assert "None of these: a bad reaction to contrast dye" in " ".join(texts[1].split())
    _layout, texts = read(Journey(limits=tuple(every[1:])))
    assert "None of these" not in texts[1]


def test_what_was_tried_says_how_much_and_for_how_long(read):
    tried = (Treatment(1, "Ibuprofen", MARCH, "400 mg, 3 a day", "6 weeks", "Some relief"),)
    _layout, texts = read(Journey(), treatments=tried)
    page = text_of(texts, "Tried so far")
    for words in ("Ibuprofen", "400 mg, 3 a day", "6 weeks", "Some relief"):
        assert words in page


def test_a_blind_copy_tells_no_test_from_a_page_of_the_first_opinion(spine):
    tests = (
        MedicalTest(1, "EMG", result="Narrowing", voice=Cited(12, 1)),
        MedicalTest(2, "MRI", result="Seen", voice=Cited(17, 1)),
    )
    case = replace(spine, journey=Journey(tests=tests), first_opinion={12: (1,)})
    blind = told(case, replace(MAIN, first_opinion=FirstOpinion.BLIND), None)
    assert [one.name for one in blind.journey.tests] == ["MRI"]


def test_under_a_pseudonym_nobody_speaks_under_the_real_name(spine):
    said = Said(spine.patient.name, NOT_KNOWN)
    family = (FamilyIllness(1, "Mother", "Stroke", private=False, voice=said),)
    version = replace(MAIN, identity=Identity.PSEUDONYM, pseudonym="Patient 7")
    hidden = told(replace(spine, journey=Journey(family=family)), version, None)
    assert hidden.journey.family[0].voice.by == "Patient 7"
