from dataclasses import replace

import pytest

from app.content.values import Prompt, SuggestedQuestion
from app.model.record import Kind


def texts(lines):
    return [one.text for one in lines]


def test_prompts_and_questions_of_two_reasons_come_one_after_the_other(content):
    worse, calm = content.reason("getting_worse"), content.reason("peace_of_mind")
    both = ["peace_of_mind", "getting_worse"]
    assert texts(content.prompts_for(both)) == texts(calm.prompts + worse.prompts)
    assert texts(content.questions_for(both)) == texts(calm.questions + worse.questions)


def test_what_two_reasons_ask_alike_is_asked_once(content):
    first, second, *rest = content.reasons
    again = replace(
        second,
        prompts=(Prompt("x.again", first.prompts[0].text.upper()), *second.prompts),
        questions=(SuggestedQuestion("x.ask.again", first.questions[0].text), *second.questions),
    )
    merged = replace(content, reasons=(first, again, *rest))
    codes = [first.code, second.code]
    assert merged.prompts_for(codes) == content.prompts_for(codes)
    assert merged.questions_for(codes) == content.questions_for(codes)


def test_a_reason_given_twice_counts_once(content):
    assert content.prompts_for(["confusing", "confusing"]) == content.prompts_for(["confusing"])


def test_without_a_reason_nothing_is_asked_and_the_order_is_a_to_l(content):
    assert content.prompts_for([]) == content.questions_for([]) == content.wanted_records([]) == ()
    assert content.kind_order([]) == tuple(Kind)
    assert content.page_budget([]) is None
    assert content.safety_lines([]) == ()


def test_a_reason_in_own_words_brings_no_content_and_does_no_harm(content):
    alone = content.prompts_for(["getting_worse"])
    assert content.prompts_for(["own-3", "getting_worse"]) == alone
    assert content.chosen(["own-3"]) == ()


def test_an_unknown_reason_is_a_bug(content):
    with pytest.raises(KeyError):
        content.reason("major_procedure")
    with pytest.raises(KeyError):
        content.prompts_for(["major_procedure"])


def test_records_of_several_reasons_are_ranked_together_and_named_once(content):
    found = content.wanted_records(["surgery_soon", "peace_of_mind"])
    assert [one.rank for one in found] == sorted(one.rank for one in found)
    assert texts(found)[:2] == ["The surgeon’s plan and the consent form", "The diagnosis letter"]
    assert texts(found).count("Medicines and allergies") == 1
    assert len(found) == 9


def test_the_kinds_of_a_reason_are_ranked_by_its_records(content):
    assert content.reason("conflicting_opinions").kinds == (
        Kind.SPECIALIST_LETTER,
        Kind.DIAGNOSIS_PLAN,
        Kind.IMAGING,
        Kind.PATHOLOGY,
        Kind.PATIENT_NOTES,
    )


@pytest.mark.parametrize(
    ("codes", "letters"),
    [
        (["serious_diagnosis"], "ABCDEFGHIJKL"),
        (["surgery_proposed"], "CABDEFGHIJKL"),
        (["confusing"], "AFGHBCDEIJKL"),
        (["surgery_proposed", "confusing"], "CAFGHBDEIJKL"),
    ],
)
def test_the_records_that_lead_come_first_and_no_kind_is_lost(content, codes, letters):
    assert "".join(kind.letter for kind in content.kind_order(codes)) == letters


@pytest.mark.parametrize(
    ("codes", "pages"),
    [
        (["peace_of_mind"], 15),
        (["surgery_soon"], 30),
        (["peace_of_mind", "surgery_soon"], 30),
        (["peace_of_mind", "peace_of_mind"], 15),
        (["surgery_proposed", "surgery_soon", "risky_treatment"], 30),
        (["serious_diagnosis", "risky_treatment", "peace_of_mind"], None),
        (["serious_diagnosis", "surgery_soon", "peace_of_mind"], 30),
        (["peace_of_mind", "own-1"], None),
    ],
)
def test_peace_of_mind_does_not_cut_short_the_papers_of_another_reason(content, codes, pages):
    assert content.page_budget(codes) == pages


def test_safety_lines_of_the_chosen_reasons_are_shown_and_no_others(content):
    codes = ["peace_of_mind", "surgery_soon", "getting_worse"]
    assert content.safety_lines(codes) == (
        content.reason("surgery_soon").show_first,
        content.reason("getting_worse").show_first,
    )


def test_blanks_are_filled_or_stay_visible(content):
    line = content.piece("cover_line")
    assert line.filled() == (
        "I ask for your own view of my case. My main question is: ____. I need to decide by: ____."
    )
    assert "My main question is: Is {x} right?." in line.filled(question="Is {x} right?")
    assert "decide by: ____." in line.filled(decide_by="  ")
    with pytest.raises(KeyError, match="no blank 'deadline'"):
        line.filled(deadline="May")


def test_hard_words_are_found_in_a_sentence_whole_and_in_any_case(content):
    found = content.glosses_in("Is a Biopsy needed? I take blood thinners.")
    assert [one.id for one in found] == ["biopsy", "blood_thinner"]
    assert content.glosses_in("I was upgraded and live in Gradefield.") == ()


def test_lookups_name_what_they_were_asked_for(content):
    assert content.kind(Kind.IMAGING).label == "Scan report"
    assert content.part("more_tests").title == "More tests or checks"
    assert content.checklist("oncology").additions[0].label == "Breast cancer"
    with pytest.raises(KeyError, match="astrology"):
        content.checklist("astrology")
