"""Words of blame are found where they stand; a neutral text has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.blame import load_blame
from app.content.load import load_content
from app.model.journey.wording import BlameWord, blaming

KNOWN = load_blame()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dr Venn refused to order a scan.", ("refused to",)),
        ("He IGNORED me, and the pain.", ("IGNORED",)),
        ("A useless pill from an incompetent man", ("useless", "incompetent")),
        ("She didn’t listen.", ("didn’t listen",)),
        ("She didn't\n listen.", ("didn't listen",)),
        ("wrong, wrong and Wrong again", ("wrong",)),
        ("The surgeon was wrong.", ("wrong",)),
        ("It was the doctor's fault.", ("the doctor's fault",)),
    ],
)
def test_blame_is_found_as_it_was_typed_and_once(text, found):
    assert blaming(text, KNOWN) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "What could go wrong?",
        "What is wrong with my back?",
        "I refused the injection.",
        "The injections failed to help.",
        "I lied down for an hour.",
        "Wrongful, ignorable, unlazy",
        "Dr. Venn advised a fusion on 2 October 2026 (page 4). The reason given was the slip.",
    ],
)
def test_a_text_without_blame_is_left_alone(text):
    assert blaming(text, KNOWN) == ()


def test_nothing_that_the_program_itself_offers_would_be_found():
    content = load_content()
    offered = [one.text for one in content.pieces]
    for reason in content.reasons:
        offered += [reason.title, reason.label, reason.help, reason.dossier_line]
        offered += [one.text for one in (*reason.prompts, *reason.questions, *reason.records)]
    for part in content.parts:
        offered += [one.text for one in (*part.prompts, *part.questions, *part.records)]
    offered += [one.text for outcome in content.outcomes for one in outcome.questions]
    assert {text: blaming(text, KNOWN) for text in offered if blaming(text, KNOWN)} == {}


@given(st.text(), st.sampled_from([form for word in KNOWN for form in word.forms]), st.text())
def test_a_word_of_blame_between_other_words_is_found_unless_its_turn_is_harmless(
    before, form, after
):
    known = (BlameWord((form,)),)
    assert blaming(f"{before} {form} {after}", known)


def test_a_harmless_turn_covers_only_its_own_place():
    known = (BlameWord(("wrong",), ("go wrong",)),)
    assert blaming("It can go wrong. He was wrong.", known) == ("wrong",)
    assert blaming("It can go wrong.", known) == ()
