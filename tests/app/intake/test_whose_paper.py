"""Papers that name somebody else: what is asked, and how the answer is kept."""

from dataclasses import replace

import pytest

from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.proposal import About
from app.intake.tray import Tray
from app.model.partial_date import PartialDate
from app.model.person import Patient
from app.model.same_person import OTHER_PERSON
from app.model.sensitivity import Sensitivity
from app.model.version import MAIN, Version
from app.progress import Progress
from tests.app.intake.conftest import TODAY

SMITH = "Patient: Margaret Smith   MRN: 3"


@pytest.fixture
def patient(case):
    with case.change("Patient"):
        case.people.save(Patient("Margaret Ellis", PartialDate.from_stored("1957-03-14")))


@pytest.fixture
def answered(case, patient):
    """Return a function that looks at a paper, answers, and adds it; it gives both."""

    def answered(path, whose):
        with Tray() as tray:
            (found,) = examine([path], case, tray, Progress(), today=TODAY)
            (record,) = confirm(case, [replace(found, whose=whose)], tray, Progress()).values()
        return found, record

    return answered


def test_somebody_on_a_middle_page_of_a_long_paper_is_found(look, patient, make_pdf):
    pages = ["Patient: Margaret Ellis"] * 7
    pages[5] = "Patient: Peter Jones DOB: 2 Feb 1961"
    (found,) = look(make_pdf("scan.pdf", *pages))
    assert [(one.name, one.page) for one in found.named] == [("Peter Jones", 6)]


def test_each_stranger_is_told_once(look, patient, make_pdf):
    (found,) = look(make_pdf("scan.pdf", *["Patient: Peter Jones DOB: 2 Feb 1961"] * 3))
    assert [(one.name, one.page) for one in found.named] == [("Peter Jones", 1)]


def test_the_answer_that_it_is_the_patient_is_kept_for_every_reader(case, answered, make_pdf):
    found, record = answered(make_pdf("old.pdf", SMITH), About.PATIENT)
    kept = (f"{OTHER_PERSON}#{found.named[0].key}", record)
    with case.change("Another reader"):
        other = case.versions.add(Version(name="Another"))
    for version in (MAIN.id, other):
        assert case.versions.kept_findings(version)[kept].startswith("When it was added, you said")
    assert case.marks.sensitivities() == {}


def test_a_name_that_was_said_to_be_the_patients_is_not_asked_about_again(case, answered, make_pdf):
    answered(make_pdf("old.pdf", SMITH), About.PATIENT)
    found, record = answered(make_pdf("older.pdf", f"{SMITH} and more"), About.PATIENT)
    assert (found.whose, found.asks) == (About.PATIENT, False)
    assert (f"{OTHER_PERSON}#{found.named[0].key}", record) in case.versions.kept_findings(MAIN.id)
    with case.change("Forget"):
        case.people.forget_name(found.named[0].key)
    found, _record = answered(make_pdf("oldest.pdf", f"{SMITH} and even more"), None)
    assert found.asks


def test_a_paper_about_a_relative_is_marked_and_its_name_is_asked_about_again(
    case, answered, make_pdf
):
    mother = "Patient: Anna Ellis DOB: 2 Feb 1931"
    _found, record = answered(make_pdf("mother.pdf", mother), About.RELATIVE)
    assert case.marks.sensitivities() == {record: {Sensitivity.OTHER_PERSON}}
    assert case.versions.kept_findings(MAIN.id) == {}
    found, _record = answered(make_pdf("more.pdf", f"{mother} more"), About.RELATIVE)
    assert found.asks


def test_one_undo_takes_the_paper_and_the_answer_back(case, answered, make_pdf):
    answered(make_pdf("old.pdf", SMITH), About.PATIENT)
    case.undo()
    assert case.records.all() == []
    assert case.versions.kept_findings(MAIN.id) == {}
    assert case.people.known_names() == frozenset()


def test_the_answers_outlive_closing_the_case_and_are_no_part_of_the_patient(
    case, answered, make_pdf
):
    before = case.people.patient()
    found, _record = answered(make_pdf("old.pdf", SMITH), About.PATIENT)
    assert case.people.known_names() == {found.named[0].key}
    assert case.people.patient() == before
