"""Pages that come more than once in one file are found by their words, and only told of."""

import time

from hypothesis import given
from hypothesis import strategies as st

from app.intake.proposal import Proposal
from app.intake.repeats import repeat_words, repeated_pages, repeats_among

VISIT = "Pain clinic. Seen on 12 September 2026. The pain is six of ten and walking helps."
LATER = "Pain clinic. Seen on 19 September 2026. The pain is five of ten and walking helps."


def test_pages_with_the_same_words_are_one_group_whatever_their_blanks_and_case():
    again = VISIT.upper().replace(" ", " \n ")
    assert repeated_pages([VISIT, LATER, again, VISIT]) == ((1, 3, 4),)


def test_pages_with_few_words_or_none_are_alike_by_chance():
    assert repeated_pages(["", "", "Page left blank", "Page left blank", " " * 90, " " * 90]) == ()


def test_pages_that_differ_in_one_number_are_two_pages():
    assert repeated_pages([VISIT, LATER]) == ()


@given(st.lists(st.sampled_from([VISIT, LATER, "", "short"]), max_size=12))
def test_every_page_is_in_one_group_at_most_and_groups_are_in_order(texts):
    found = repeated_pages(texts)
    pages = [page for group in found for page in group]
    assert len(pages) == len(set(pages))
    assert [group[0] for group in found] == sorted(group[0] for group in found)
    for group in found:
        assert len(group) > 1
        assert list(group) == sorted(group)
        assert len({texts[page - 1] for page in group}) == 1


def test_a_page_that_was_left_out_repeats_no_more():
    repeats = ((3, 9), (4, 10, 11))
    assert repeats_among(repeats, ()) == repeats
    assert repeats_among(repeats, (1, 3, 4, 10)) == ((4, 10),)


def test_what_repeats_is_said_in_a_sentence_and_very_much_is_counted():
    assert repeat_words(()) == ""
    assert repeat_words(((3, 9),)) == "Pages 3 and 9 read the same."
    assert repeat_words(((1, 3, 4), (2, 5))) == (
        "Pages 1, 3 and 4 read the same. Pages 2 and 5 read the same."
    )
    many = tuple((page, page + 50, page + 90) for page in range(1, 7))
    assert repeat_words(many).endswith("4 more pages read the same as an earlier one.")


def test_five_thousand_pages_are_looked_through_in_a_moment():
    texts = [f"{number % 4999} {VISIT * 20}" for number in range(5000)]
    began = time.process_time()
    assert repeated_pages(texts) == ((1, 5000),)
    assert time.process_time() - began < 3


def test_a_print_with_a_repeat_is_proposed_with_the_pages_that_repeat(look, make_pdf):
    (proposal,) = look(make_pdf("print.pdf", VISIT, LATER, VISIT))
    assert isinstance(proposal, Proposal)
    assert proposal.repeats == ((1, 3),)
    assert len(proposal.document.pages) == 3
