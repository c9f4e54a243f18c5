"""A dossier with a paper of somebody else stops until a person says why it is right."""

import re
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from app.case.casefile import CaseFile
from app.dossier.export import Choices, check, export
from app.dossier.findings import Level, why_kept
from app.dossier.keeping import keep_line
from app.dossier.person_checks import NamedInside
from app.errors import DossierBlocked
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.proposal import About
from app.intake.tray import Tray
from app.model.partial_date import PartialDate
from app.model.person import Patient
from app.model.recipient_profile import Identity
from app.model.same_person import OTHER_PERSON
from app.model.sensitivity import Sensitivity
from app.model.version import MAIN, Version
from app.progress import Cancelled, Progress

TODAY = date(2026, 11, 22)
OWN = "Patient: ELLIS, Margaret DOB: 14-Mar-1957"
JONES = "Patient: JONES, Peter DOB: 2-Feb-1961"


@pytest.fixture
def case(tmp_path):
    with closing(CaseFile.create(tmp_path / "a.casepack")) as case:
        with case.change("Patient"):
            case.people.save(Patient("Margaret Ellis", PartialDate.from_stored("1957-03-14")))
        yield case


@pytest.fixture
def add(case, make_pdf):
    """Return a function that adds a paper as an older program did, which asked nothing."""

    def add(name, *pages, whose=None):
        with Tray() as tray:
            found = examine([make_pdf(f"{name}.pdf", *pages)], case, tray, Progress(), today=TODAY)
            proposals = [replace(one, title=name, whose=whose) for one in found]
            (record,) = confirm(case, proposals, tray, Progress()).values()
        return record

    return add


def strangers(case, version=MAIN.id):
    lines = check(case, Choices(made=TODAY, version=version))
    return [line for line in lines if line.code == OTHER_PERSON]


def make(case, tmp_path, version=MAIN.id):
    choices = Choices(made=TODAY, version=version)
    return export(case, tmp_path / "dossier.pdf", choices, Progress())


def test_the_finding_names_the_record_the_pages_and_the_name_as_it_stands(case, add):
    record = add("Scan", OWN, JONES, f"{JONES} page 2", OWN)
    (line,) = strangers(case)
    assert (line.level, line.record, line.pages) == (Level.STOP, record, (2, 3))
    assert line.sentence == (
        "Pages 2–3 of “Scan” name somebody else: “Patient: JONES, Peter DOB: 2-Feb-1961”. "
        "Say why it is right, or leave it out."
    )


def test_the_patients_own_papers_are_not_found(case, add):
    add("Scan", OWN, "Patient: M. Ellis", "words")
    assert strangers(case) == []


def test_no_dossier_is_made_until_somebody_says_why_it_is_right(case, add, tmp_path):
    add("Scan", OWN, JONES)
    with pytest.raises(DossierBlocked, match=re.escape("Page 2 of “Scan” names somebody else")):
        make(case, tmp_path)
    assert not (tmp_path / "dossier.pdf").exists()
    (line,) = strangers(case)
    with case.change("Right"):
        keep_line(case, MAIN.id, line, "He is the donor")
    made = make(case, tmp_path)
    assert (tmp_path / "dossier.pdf").exists()
    (build,) = case.builds.all()
    assert [why for _found, why in build.kept_reasons] == ["He is the donor"]
    assert made.plan.records


def test_the_reason_holds_for_every_reader_and_for_this_record_only(case, add):
    first = add("Scan", JONES)
    with case.change("Right"):
        keep_line(case, MAIN.id, strangers(case)[0], "He is the donor")
        other = case.versions.add(Version(name="Another"))
    second = add("Again", f"{JONES} again")
    kept = case.versions.kept_findings(other)
    assert {line.record: why_kept(line, kept) for line in strangers(case, other)} == {
        first: "He is the donor",
        second: "",
    }


def test_another_name_in_the_same_record_stops_again(case, add, tmp_path):
    add("Scan", JONES, "Patient: Anna Bauer DOB: 1-Jan-1990")
    one, other = strangers(case)
    with case.change("Right"):
        keep_line(case, MAIN.id, one, "He is the donor")
    with pytest.raises(DossierBlocked, match="Anna Bauer"):
        make(case, tmp_path)
    assert other.pages == (2,)


def test_a_record_or_a_page_that_is_left_out_stops_nothing(case, add, tmp_path):
    record = add("Scan", OWN, JONES)
    with case.change("Page"):
        case.records.save(replace(case.records.get(record), pages=(1,)))
    assert strangers(case) == []
    other = add("Jones", JONES)
    assert len(strangers(case)) == 1
    with case.change("Out"):
        case.records.save(replace(case.records.get(other), in_dossier=False))
    make(case, tmp_path)


def test_what_was_answered_when_it_was_added_is_not_asked_again(case, add, tmp_path):
    add("Old", "Patient: Margaret Smith", whose=About.PATIENT)
    (line,) = strangers(case)
    assert why_kept(line, case.versions.kept_findings(MAIN.id))
    make(case, tmp_path)


def test_a_relatives_paper_stays_out_and_goes_in_only_on_purpose(case, add, tmp_path):
    add("Own", OWN)
    record = add("Mother", "Patient: Anna Ellis DOB: 1-Jan-1930", whose=About.RELATIVE)
    assert [one.record.id for one in make(case, tmp_path).plan.left_out] == [record]
    assert strangers(case) == []
    with case.change("No mark"):
        case.marks.set_sensitivities(record, ())
    assert [line.record for line in strangers(case)] == [record]
    with case.change("Mark"):
        case.marks.set_sensitivities(record, (Sensitivity.OTHER_PERSON,))
    assert strangers(case) == []


def test_looking_again_asks_about_the_name_at_the_next_paper_too(case, add):
    add("Old", "Patient: Margaret Smith", whose=About.PATIENT)
    (line,) = strangers(case)
    assert case.people.known_names() == {line.detail}
    with case.change("Look again"):
        keep_line(case, MAIN.id, line, "")
    assert case.people.known_names() == frozenset()
    assert not why_kept(line, case.versions.kept_findings(MAIN.id))


def test_a_version_under_another_name_is_checked_by_the_true_one(case, add):
    add("Scan", OWN)
    with case.change("Hidden"):
        number = case.versions.add(Version(name="Hidden", identity=Identity.PSEUDONYM))
    assert strangers(case, number) == []


def test_a_list_of_many_patients_is_told_by_its_first_few(case, add):
    add("List", "\n".join(f"Patient: Anna Bauer{'x' * n} DOB: 1-Jan-1990" for n in range(1, 30)))
    assert len(strangers(case)) == 5


def test_each_document_is_read_once_and_a_stop_is_heard_within_it():
    asked = []

    def texts(sha256):
        asked.append(sha256)
        return (JONES,) * 50

    named = NamedInside(texts)
    assert len(named.of("a", Progress())) == len(named.of("a", Progress())) == 50
    assert asked == ["a"]
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        named.of("b", stopped)
