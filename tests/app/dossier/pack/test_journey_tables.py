"""The tables of the journey in a pack: whole, and no more than the version tells."""

import csv
import io
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from app.case.casefile import CaseFile
from app.dossier.companion import make_companion
from app.dossier.export import Choices
from app.model.journey.choice import Aspect, Choice, ChoiceCell
from app.model.journey.consent import Consent, Power
from app.model.journey.family import FamilyIllness
from app.model.journey.opinion import (
    Answered,
    Opinion,
    OpinionPart,
    Point,
    QuestionAnswer,
)
from app.model.journey.request import AskedFor, Outcome, Request
from app.model.journey.tests import MedicalTest, TestState
from app.model.outside_item import OutsideItem, OutsideKind
from app.model.partial_date import PartialDate
from app.model.person import Patient, Preparer
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.version import MAIN
from app.model.voice import Cited, Said
from app.progress import Progress

NAMES = ("tests", "family", "options", "requests", "outside", "opinions", "consents")
DAY = PartialDate.from_stored("2026-05-02")


@pytest.fixture
def case(tmp_path):
    (tmp_path / "case").mkdir()
    with closing(CaseFile.create(tmp_path / "case" / "a.casepack")) as made:
        with made.change("Name"):
            made.people.save(Patient(name="ELLIS, Margaret"))
            made.people.save(Preparer(name="Daniel Ellis", role="son"))
            made.records.add("Letter", body="Words of the letter.", source="Dr Venn")
        yield made


@pytest.fixture
def full(case):
    journey = case.journey
    [letter] = [one.id for one in case.records.all()]
    with case.change("Fill"):
        question = case.questions.add("Do I need it?")
        journey.tests.add(
            MedicalTest(
                0, "=Nerve study", "Nerves", TestState.WAITING, DAY, due=DAY, wanted_by="Dr Venn"
            )
        )
        journey.family.add(FamilyIllness(0, "Aunt", "Stroke", private=False))
        journey.family.add(FamilyIllness(0, "Brother", "Secret illness"))
        fusion = journey.choices.add(Choice(0, "Fusion", "Dr Venn"))
        journey.choices.add(Choice(0, "Wait"))
        journey.choice_cells.add(
            ChoiceCell(0, fusion, Aspect.GOOD, "less pain", 60, voice=Cited(letter, 1))
        )
        request = journey.requests.add(
            Request(
                0,
                "City Hospital, for Dr Venn",
                phone="555-1234",
                reference="MRN 77",
                sent_on=DAY,
                outcome=Outcome.PART_CAME,
                note="they were rude",
            )
        )
        journey.asked_for.add(AskedFor(0, request, "Operation note", record=letter))
        journey.asked_for.add(AskedFor(0, request, "All of Dr Venn’s scans"))
        case.outside.add(
            OutsideItem(0, "MRI", kind=OutsideKind.DISC, location="at home", record=letter)
        )
        opinion = journey.opinions.add(Opinion(0, "Dr Venn", "Spine", note="private thought"))
        journey.points.add(Point(0, opinion, OpinionPart.REPORT, "Fusion in May", verbatim=True))
        journey.answers.add(QuestionAnswer(0, opinion, question, Answered.PARTLY))
        journey.opinions.add(Opinion(0, "Dr Lind"))
        journey.consents.add(Consent(0, "Daniel Ellis", Power.COLLECT, since=DAY, record=letter))
    return case


@pytest.fixture
def tables(tmp_path):
    """Return a function that makes a pack of a version and gives its tables by name."""

    def make(case, **version):
        with case.change("Version"):
            case.versions.save(replace(case.versions.get(MAIN.id), **version))
        target = tmp_path / "stick"
        make_companion(case, target, Choices(made=date(2026, 11, 22)), Progress())
        found = {}
        for path in (target / "tables").iterdir():
            text = path.read_text(encoding="utf-8-sig")
            found[path.stem] = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        page = (target / "index.html").read_text(encoding="utf-8")
        for name, rows in found.items():
            assert f"tables/{name}.csv" in page
            assert all(None not in row and None not in row.values() for row in rows)
        return found

    return make


def all_words(tables):
    return " ".join(word for rows in tables.values() for row in rows for word in row.values())


def test_what_there_is_nothing_of_gets_no_table(case, tables):
    assert not set(tables(case)) & set(NAMES)


def test_each_list_of_the_journey_is_a_table_with_its_sources(full, tables):
    made = tables(full)
    assert set(NAMES) < set(made)
    [test] = made["tests"]
    assert (test["Test"], test["How far"]) == ("'=Nerve study", "Done, waiting for the result")
    assert (test["Date (ISO 8601-2)"], test["Wanted by"]) == ("2026-05-02", "Dr Venn")
    [ill] = made["family"]
    assert (ill["Relative"], ill["Illness"]) == ("Aunt", "Stroke")
    good, wait = made["options"]
    assert (good["Option"], good["About"], good["Of 100 people"]) == ("Fusion", "The good", "60")
    assert good["Source"].startswith("Doc 1, p. ")
    assert (wait["Option"], wait["What was said"]) == ("Wait", "")
    note, scans = made["requests"]
    assert note["What was asked for"] == "Operation note"
    assert note["Came as"].startswith("Doc 1, p. ")
    assert scans["Came as"] == ""
    assert scans["How far"] == note["How far"] == "A part came, the rest is open"
    [disc] = made["outside"]
    assert disc["Where it is now"] == "at home"
    assert disc["Its report"].startswith("Doc 1, p. ")
    view, answer, lind = made["opinions"]
    assert (view["About"], view["Word for word"]) == ("Written report", "yes")
    assert (answer["About"], answer["What the doctor says"]) == (
        "Do I need it?",
        "Answered in part",
    )
    assert (lind["Doctor"], lind["What the doctor says"]) == ("Dr Lind", "")
    [consent] = made["consents"]
    assert (consent["Who"], consent["May do what"]) == (
        "Daniel Ellis",
        "Ask for and get records",
    )


def test_what_is_only_for_the_person_is_in_no_table(full, tables):
    words = all_words(tables(full))
    for private in ("rude", "MRN 77", "555-1234", "Secret illness", "private thought"):
        assert private not in words


def test_a_blind_version_names_no_first_doctor_and_no_opinion_in_these_tables(full, tables):
    made = tables(full, first_opinion=FirstOpinion.BLIND)
    assert "opinions" not in made
    assert "consents" not in made
    words = all_words({name: made[name] for name in NAMES if name in made})
    assert "Operation note" in words
    for told in ("Venn", "Fusion", "Lind", "Do I need it"):
        assert told not in words


def test_under_a_pseudonym_nobody_around_the_patient_is_named(full, tables):
    with full.change("Say"):
        [test] = full.journey.tests.all()
        full.journey.tests.save(replace(test, voice=Said("Margaret Ellis")))
    made = tables(full, identity=Identity.PSEUDONYM, pseudonym="P. Hidden")
    assert "consents" not in made
    assert made["tests"][0]["Source"] == "Said by P. Hidden"
    words = all_words(made)
    assert "Ellis" not in words
    assert "Daniel" not in words


def test_where_the_name_is_on_the_cover_alone_nobody_around_is_named(full, tables):
    made = tables(full, identity=Identity.COVER)
    assert "consents" not in made
    assert "Daniel" not in all_words(made)
