"""What is pointed out before a dossier is sent."""

from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from app.case.casefile import CaseFile
from app.dossier.export import Choices, check
from app.dossier.findings import Level, Line, why_kept
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.tray import Tray
from app.model.partial_date import PartialDate, Point
from app.model.person import Patient
from app.model.record import Kind, RecordDates
from app.model.story import Asked, Subject
from app.model.version import MAIN
from app.model.voice import Cited
from app.progress import Progress

TODAY = date(2026, 11, 22)


@pytest.fixture
def case(tmp_path):
    with closing(CaseFile.create(tmp_path / "a.casepack")) as case:
        yield case


@pytest.fixture
def letter(case, make_pdf):
    with Tray() as tray:
        found = list(examine([make_pdf("l.pdf", "words")], case, tray, Progress(), today=TODAY))
        (record,) = confirm(case, found, tray, Progress()).values()
    return record


def codes(case, level=Level.LOOK):
    return {line.code for line in check(case, Choices(made=TODAY)) if line.level is level}


def test_an_empty_case_stops(case):
    (line,) = check(case, Choices(made=TODAY))
    assert (line.code, line.level) == ("records.none", Level.STOP)


def test_a_bare_case_is_told_what_doctors_miss(case, letter):
    assert codes(case) >= {
        "patient.name", "patient.born", "questions.none", "reasons.none", "diagnosis.none",
        "plan.none", "letter.none", "decide_by.none", "medicines.not_asked",
        "allergies.not_asked", "record.date", "record.source", "record.kind",
    }  # fmt: skip
    assert codes(case, Level.STOP) == set()


def test_what_was_filled_in_is_no_longer_pointed_out(case, letter):
    with case.change("Fill in"):
        case.people.save(Patient("Ellis", PartialDate(Point(1957))))
        case.questions.add("One?")
        case.reasons.choose("confusing")
        case.statements.state(Subject.DIAGNOSIS, "Stenosis", Cited(letter, 1))
        case.statements.state(Subject.PLAN, "Fusion", Cited(letter, 1))
        case.statements.state(Subject.DECIDE_BY, "2026-12-14")
        case.asked.set("medicine", Asked.NONE_KNOWN)
        case.asked.set("allergy", Asked.NONE_KNOWN)
        case.records.save(
            replace(
                case.records.get(letter),
                kind=Kind.DIAGNOSIS_PLAN,
                source="Dr V",
                dates=RecordDates(PartialDate(Point(2026))),
            )
        )
    assert codes(case) == set()


def test_a_day_to_decide_in_the_past_is_pointed_out(case, letter):
    with case.change("Past"):
        case.statements.state(Subject.DECIDE_BY, "2026-11-21")
    assert "decide_by.past" in codes(case)
    with case.change("This month"):
        case.statements.state(Subject.DECIDE_BY, "2026-11")
    assert "decide_by.past" not in codes(case)


def test_a_fact_whose_record_stays_behind_is_pointed_out(case, letter):
    with case.change("Leave out"):
        case.records.add("A note", body="words")
        case.statements.state(Subject.PLAN, "Fusion", Cited(letter, 1))
        case.records.save(replace(case.records.get(letter), in_dossier=False))
    assert "citation.left_out" in codes(case)
    with case.change("Bin"):
        case.records.remove(letter)
    assert "citation.bin" in codes(case)


def test_the_same_document_twice_is_pointed_out(case, letter):
    with case.change("Twice"):
        case.records.add("Again", document=case.records.get(letter).document.sha256)
    assert "record.twice" in codes(case)


def test_letters_that_no_font_has_are_named(case, letter):
    with case.change("Name"):
        case.people.save(Patient("สมชาย"))
    found = [line for line in check(case, Choices(made=TODAY)) if line.code == "text.glyphs"]
    assert "ส" in found[0].sentence


def test_too_many_pages_for_the_reason_are_pointed_out(case, letter):
    with case.change("Long"):
        case.reasons.choose("peace_of_mind")
        case.records.add("My story", body="word " * 12_000)
    assert "pages.budget" in codes(case)


def test_a_damaged_document_stops(case, letter):
    case._db.run("PRAGMA query_only = OFF")
    case._db.run("UPDATE chunk SET data = zeroblob(length(data))")
    assert codes(case, Level.STOP) == {"record.damaged"}


def test_one_record_is_not_spoken_of_as_several(case, letter):
    def total():
        (line,) = (one for one in check(case, Choices(made=TODAY)) if one.code == "pages.total")
        return line.sentence

    assert total().endswith("pages from 1 record.")
    with case.change("Note"):
        case.records.add("My story", body="words")
    assert total().endswith("pages from 2 records.")


def test_a_reader_with_a_page_limit_is_told_of_with_the_pages_of_the_whole_dossier(case, letter):
    def said():
        lines = check(case, Choices(made=TODAY))
        (total,) = (one.sentence for one in lines if one.code == "pages.total")
        return total, [one.sentence for one in lines if one.code == "pages.most"]

    pages = int(said()[0].split(" has ")[1].split(" pages")[0])
    for most in (0, pages):
        with case.change("Wish"):
            case.versions.save(replace(MAIN, most_pages=most))
        assert said()[1] == []
    with case.change("Wish"):
        case.versions.save(replace(MAIN, most_pages=pages - 1))
    words = f"This reader asks for at most {pages - 1} pages. This dossier has {pages}."
    assert said()[1] == [words]


def test_findings_of_one_code_are_told_from_one_another_and_kept_one_by_one(case, letter):
    long = "A very long answer that nobody can put on a page of words. " * 60
    with case.change("Write much"):
        for subject in (Subject.PROBLEM, Subject.DIAGNOSIS, Subject.PLAN):
            case.statements.state(subject, long, Cited(letter))
    lines = [one for one in check(case, Choices(made=TODAY)) if one.code == "summary.overflow"]
    assert len({one.key for one in lines}) == len(lines) >= 3
    assert all(one.key.startswith("summary.overflow#") for one in lines)
    again = [one for one in check(case, Choices(made=TODAY)) if one.code == "summary.overflow"]
    assert again == lines
    with case.change("Keep"):
        case.versions.keep_finding(MAIN.id, lines[0].key, 0, "On purpose")
    kept = case.versions.kept_findings(MAIN.id)
    assert [why_kept(one, kept) for one in lines] == ["On purpose", *[""] * (len(lines) - 1)]


def test_what_an_older_program_kept_by_its_code_alone_stays_kept():
    def line(**more):
        return Line(**{"code": "a.b", "level": Level.LOOK, "sentence": "A.", "detail": "1"} | more)

    kept = {("a.b", 0): "Known", ("a.b#2", 7): "This one"}
    assert why_kept(line(), kept) == why_kept(line(detail=""), kept) == "Known"
    assert why_kept(line(record=7), kept) == ""
    assert why_kept(line(record=7, detail="2"), kept) == "This one"
    assert why_kept(line(level=Level.STOP), kept) == why_kept(line(level=Level.OK), kept) == ""


def test_no_two_findings_that_can_be_kept_have_the_same_key(case, letter):
    with case.change("Write much"):
        for subject in (Subject.PROBLEM, Subject.DIAGNOSIS, Subject.MATTERS, Subject.LIMITS):
            case.statements.state(subject, "many words " * 300, Cited(letter))
        for number in range(12):
            case.questions.add(f"Question {number}? " + "really " * 80, top=True)
    lines = [one for one in check(case, Choices(made=TODAY)) if one.level is Level.LOOK]
    keys = [(one.key, one.record) for one in lines]
    assert len(keys) == len(set(keys)) > 15
