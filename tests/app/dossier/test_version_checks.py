"""What the check says of a version before it goes to its reader."""

from dataclasses import replace
from datetime import date

from app.dossier.findings import Level
from app.dossier.planning import plan_dossier
from app.dossier.version_checks import check_version
from app.model.partial_date import PartialDate
from app.model.person import Patient
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.record import Document, Kind, PageFacts, Record, RecordDates, Remark
from app.model.relation import Related, Relation
from app.model.sensitivity import Sensitivity
from app.model.story import CaseSnapshot, Question
from app.model.version import MAIN, CoverUp, Selection, Version

TODAY = date(2026, 11, 22)
MARGARET = Patient(name="ELLIS, Margaret")
PAGE = PageFacts(595, 842)
SCAN = PageFacts(595, 842, has_text=False)


def record(number, *, kind=Kind.LABORATORY, pages=1, facts=PAGE, **more):
    document = Document(
        f"{number:064}",
        "a.pdf",
        more.pop("media_type", "application/pdf"),
        1,
        f"{number:064}",
        (facts,) * pages,
        more.pop("remarks", frozenset()),
    )
    dates = RecordDates(PartialDate.from_stored("2026"))
    return Record(number, kind, f"Record {number}", dates, document=document, **more)


def found(*records, version=MAIN, texts=None, **case):
    said = CaseSnapshot(patient=MARGARET, records=records, **case)
    plan = plan_dossier(said, made=TODAY, version=version)
    pages = texts or {}
    return {
        (line.code, line.record): line
        for line in check_version(plan, lambda sha256: pages.get(int(sha256), ()))
    }


def test_a_plain_dossier_of_plain_records_has_nothing_to_look_at():
    assert found(record(1), record(2)) == {}


def test_a_sensitive_record_is_named_with_its_tags_before_it_goes_out():
    lines = found(record(1), sensitivities={1: frozenset({Sensitivity.GENETICS})})
    assert lines[("record.sensitive", 1)].sentence == "“Record 1” goes in. You marked it: Genes."


HIDDEN = Version(id=1, identity=Identity.PSEUDONYM, pseudonym="Patient 7")


def test_under_a_pseudonym_every_page_with_the_name_stops_the_dossier():
    lines = found(
        record(1, pages=3),
        version=HIDDEN,
        texts={1: ("Blood count", "for Mrs ELLIS", "Ellison et al.")},
    )
    (line,) = lines.values()
    assert line.level is Level.STOP
    assert line.sentence == "“ELLIS” stands on page 2 of “Record 1”. Cover it, or leave it out."


def test_pages_that_stay_behind_or_are_covered_are_not_looked_through():
    texts = {1: ("Ellis", "Margaret", "fine")}
    version = replace(
        HIDDEN,
        selections=(Selection(1, included=True, pages=(2, 3)),),
        cover_ups=(CoverUp(1, 1, 2, 0, 0, 1, 1),),
    )
    assert found(record(1, pages=3), version=version, texts=texts) == {}


def test_the_name_in_own_words_and_in_titles_stops_it_too():
    named = replace(record(1), title="Letter for Margaret Ellis")
    lines = found(named, version=HIDDEN, questions=(Question(1, "What would margaret risk?"),))
    assert lines[("pseudonym.record", 1)].level is Level.STOP
    assert "Margaret" in lines[("pseudonym.words", None)].sentence


def test_scanned_pages_under_a_pseudonym_have_to_be_looked_at_by_eye():
    lines = found(record(1, facts=SCAN), version=HIDDEN)
    assert lines[("pseudonym.picture", 1)].level is Level.LOOK


def test_a_pseudonym_without_a_name_to_look_for_stops():
    plan = plan_dossier(CaseSnapshot(records=(record(1),)), made=TODAY, version=HIDDEN)
    (line,) = check_version(plan, lambda _sha256: ())
    assert (line.code, line.level) == ("pseudonym.unknown", Level.STOP)


def test_the_cost_of_a_blind_version_is_said_and_letters_are_pointed_out():
    version = Version(id=2, first_opinion=FirstOpinion.BLIND)
    lines = found(record(1, kind=Kind.SPECIALIST_LETTER), record(2), version=version)
    assert {code for code, _record in lines} == {
        "blind.nothing",
        "blind.nobody",
        "blind.cost",
        "blind.letter",
    }
    assert lines[("blind.letter", 1)].record == 1
    marked = found(
        record(1, kind=Kind.SPECIALIST_LETTER, pages=2, source="Dr R. Venn"),
        record(2),
        version=version,
        first_opinion={1: (2,)},
    )
    assert set(marked) == {("blind.cost", None)}


def test_an_earlier_report_beside_its_correction_and_a_lone_translation_are_pointed_out():
    pairs = (Related(2, Relation.REPLACES, 1), Related(3, Relation.TRANSLATES, 4))
    version = Version(id=1, earlier_reports=True)
    lines = found(
        record(1), record(2), record(3), record(4, in_dossier=False), version=version, related=pairs
    )
    assert set(lines) == {("record.earlier", 1), ("record.translation", 3)}


def test_the_name_in_the_note_of_a_translation_stops_a_pseudonym():
    pairs = (Related(2, Relation.TRANSLATES, 1, "Margaret Ellis, her own words"),)
    lines = found(record(1), record(2), version=HIDDEN, related=pairs)
    assert "Margaret" in lines[("pseudonym.words", None)].sentence


def test_a_box_on_a_page_that_does_not_go_in_is_pointed_out():
    version = Version(
        id=1,
        selections=(Selection(1, included=True, pages=(1,)),),
        cover_ups=(CoverUp(1, 1, 2, 0, 0, 1, 1),),
    )
    assert set(found(record(1, pages=2), version=version)) == {("cover.unused", 1)}


def test_photos_of_scans_locked_papers_and_sideways_scans_are_pointed_out():
    lines = found(
        record(1, kind=Kind.IMAGING, media_type="image/jpeg"),
        record(2, remarks=frozenset({Remark.WAS_LOCKED})),
        record(3, facts=PageFacts(842, 595, has_text=False)),
    )
    assert set(lines) == {("record.photo", 1), ("record.was_locked", 2), ("record.sideways", 3)}


def test_an_earlier_report_that_two_others_replace_is_two_findings():
    pairs = (Related(2, Relation.REPLACES, 1), Related(3, Relation.REPLACES, 1))
    case = CaseSnapshot(records=(record(1), record(2), record(3)), related=pairs)
    plan = plan_dossier(case, made=TODAY, version=Version(id=1, earlier_reports=True))
    lines = list(check_version(plan, lambda _sha256: ("",)))
    assert [(one.key, one.record) for one in lines] == [
        ("record.earlier#2", 1),
        ("record.earlier#3", 1),
    ]
