import tomllib
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from app.content.load import load_content, read_content
from app.content.values import PART_CODES, REASON_CODES
from app.model.record import Kind
from app.resources import resource

GOLDEN = Path(__file__).with_name("ids.txt")

# reason: prompts, questions, records, has a safety line, page budget
REASONS = {
    "serious_diagnosis": (7, 8, 7, False, None),
    "surgery_proposed": (6, 8, 7, False, None),
    "risky_treatment": (6, 8, 6, False, None),
    "getting_worse": (6, 8, 6, True, None),
    "confusing": (7, 8, 8, False, None),
    "surgery_soon": (6, 8, 6, True, 30),
    "conflicting_opinions": (6, 8, 5, False, None),
    "peace_of_mind": (6, 7, 4, False, 15),
}

# part: prompts before, prompts after the report, questions, records
PARTS = {
    "medical_history": (4, 0, 4, 7),
    "more_tests": (4, 0, 5, 3),
    "choices_and_risks": (5, 0, 5, 3),
    "written_report": (3, 5, 5, 3),
}

# checklist or addition: lines of priority 1, 2, 3; originals needed; lines by inference
CHECKLISTS = {
    "base": (5, 8, 1, 0, 0),
    "oncology": (5, 7, 2, 2, 2),
    "oncology.breast": (2, 3, 1, 1, 0),
    "oncology.blood": (0, 1, 0, 1, 1),
    "surgery": (5, 6, 2, 2, 2),
    "cardiology": (4, 6, 1, 3, 1),
    "cardiology.congenital": (0, 3, 0, 0, 0),
    "neurology": (4, 5, 1, 2, 1),
    "neurology.ms": (0, 3, 0, 0, 3),
    "rare": (6, 5, 1, 2, 2),
    "mental_health": (3, 5, 1, 0, 1),
    "paediatrics": (5, 5, 2, 1, 0),
}


def ids_in(raw):
    """Give every id and code below a parsed table."""
    if isinstance(raw, dict):
        yield from (raw[key] for key in ("id", "code") if key in raw)
        for value in raw.values():
            yield from ids_in(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from ids_in(value)


def all_ids():
    for path in sorted(resource("content").glob("*.toml")):
        for one in ids_in(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield f"{path.stem} {one}"


def test_the_eight_reasons_are_complete_and_in_order(content):
    found = {
        one.code: (
            len(one.prompts),
            len(one.questions),
            len(one.records),
            bool(one.show_first),
            one.dossier.page_budget,
        )
        for one in content.reasons
    }
    assert found == REASONS
    assert tuple(found) == REASON_CODES


def test_the_four_parts_are_complete_and_in_order(content):
    found = {
        one.code: (
            len(one.prompts),
            len(one.prompts_after),
            len(one.questions),
            len(one.records),
        )
        for one in content.parts
    }
    assert found == PARTS
    assert tuple(found) == PART_CODES


def test_the_checklists_are_complete(content):
    found = {}
    for checklist in content.checklists:
        for one in (checklist, *checklist.additions):
            ranked = [line.priority for line in one.lines]
            found[one.code] = (
                *(ranked.count(priority) for priority in (1, 2, 3)),
                sum(line.original_needed for line in one.lines),
                sum(line.inference for line in one.lines),
            )
    assert found == CHECKLISTS


def test_the_most_important_lines_of_a_checklist_come_first(content):
    for checklist in content.checklists:
        ranked = [line.priority for line in checklist.lines]
        assert ranked == sorted(ranked), checklist.code


def test_the_twelve_kinds_stand_in_the_order_of_the_dossier(content):
    assert [one.kind for one in content.kinds] == list(Kind)
    assert len({one.label for one in content.kinds}) == 12


def test_every_kind_of_record_is_wanted_by_some_reason(content):
    assert {kind for one in content.reasons for kind in one.kinds} == set(Kind)


def test_no_id_was_removed_or_renamed_and_new_ones_are_noted():
    kept = GOLDEN.read_text(encoding="utf-8").splitlines()
    now = list(all_ids())
    assert set(kept) - set(now) == set(), "case files refer to these ids: they must stay"
    assert set(now) - set(kept) == set(), "add new ids to tests/app/content/ids.txt"


def test_ids_are_unique_in_their_file():
    found = list(all_ids())
    assert len(found) == len(set(found))


def test_prompts_have_ids_that_no_other_prompt_or_question_has(content):
    found = [
        one.id
        for group in (*content.reasons, *content.parts)
        for one in (*group.prompts, *group.questions, *group.records)
    ]
    found += [one.id for part in content.parts for one in part.prompts_after]
    assert len(found) == len(set(found))


def test_the_person_is_told_that_no_clinician_reviewed_the_words(content):
    assert "No doctor or nurse has checked" in content.piece("review").text


def test_getting_worse_and_surgery_soon_show_their_safety_line_word_for_word(content):
    assert content.reason("getting_worse").show_first == (
        "If you are getting worse fast, call your doctor or your emergency number now. "
        "A second opinion is not a way to get urgent help."
    )
    assert content.reason("surgery_soon").show_first == (
        "Do not cancel, delay or stop anything on your own. "
        "Ask your surgeon how long it is safe to wait."
    )


def test_each_reason_says_how_its_dossier_starts_out(content):
    first = {one.code: one.dossier for one in content.reasons}
    assert first["serious_diagnosis"].lead_kinds == (
        Kind.DIAGNOSIS_PLAN,
        Kind.PATHOLOGY,
        Kind.IMAGING,
    )
    assert first["serious_diagnosis"].first_questions == ("serious_diagnosis.ask.how_sure",)
    assert first["surgery_proposed"].tried_table_first
    assert first["surgery_proposed"].lead_kinds == (Kind.IMAGING,)
    assert first["risky_treatment"].options_after_summary
    assert first["getting_worse"].timeline_first
    assert first["confusing"].full_records_apart
    assert first["surgery_soon"].banner
    assert first["conflicting_opinions"].who_said_what_after_summary
    assert first["conflicting_opinions"].offer_blind
    assert first["peace_of_mind"].budget_only_alone


def test_four_sensitive_kinds_stay_behind_by_default(content):
    assert [one.id for one in content.sensitivities if one.left_out] == [
        "abuse_safety",
        "legal_insurance",
        "other_person",
        "private_note",
    ]
    assert len(content.sensitivities) == 10


def test_mental_health_leaves_out_therapy_notes_and_facts_about_others(content):
    assert content.checklist("mental_health").leave_out == (
        "Private notes from talk therapy",
        "Facts about other people",
    )


def test_every_hard_word_has_a_gloss(content):
    explained = {one.id for one in content.glossary}
    assert explained == {
        "pathology",
        "biopsy",
        "stage",
        "grade",
        "slides_and_blocks",
        "dicom",
        "implant",
        "anesthesia",
        "blood_thinner",
        "marker_or_gene_test",
        "guideline",
        "blind_version",
        "dossier",
    }


def test_content_cannot_be_changed_and_is_read_once(content):
    with pytest.raises(FrozenInstanceError):
        content.reasons[0].title = "Another"
    assert load_content("en") is content


def test_every_language_that_is_shipped_is_sound():
    folder = resource("content")
    for language in ["en", *(path.name for path in folder.iterdir() if path.is_dir())]:
        assert len(read_content(folder, language).reasons) == 8
