"""Decisions in words."""

from hypothesis import given
from hypothesis import strategies as st

from app.model.journey.choice import Choice
from app.model.journey.deciding import chosen_words, considered, newest_first, standing, with_option
from app.model.journey.decision import Decision

FUSION = Choice(7, "Fusion")
LINES = st.text(alphabet="abc \n", max_size=30)


def test_the_newest_decision_counts_and_the_earlier_ones_stay_behind_it():
    first, second = Decision(1, made=True), Decision(2)
    assert newest_first((first, second)) == (second, first)
    assert standing((first, second)) == second
    assert standing(()) is None


def test_what_is_not_decided_is_said_so_whatever_was_ticked():
    assert chosen_words(Decision(1, choice=7, chosen="Fusion"), (FUSION,)) == "Not yet"


def test_a_choice_is_said_with_the_option_and_the_own_words():
    made = Decision(1, made=True, choice=7, chosen="in spring")
    assert chosen_words(made, (FUSION,)) == "Fusion: in spring"
    assert chosen_words(made, ()) == "in spring"
    assert chosen_words(Decision(1, made=True), ()) == "Decided, without words for it"


@given(LINES, st.text(alphabet="abc ", min_size=1).filter(str.strip))
def test_a_tick_puts_one_line_in_and_takes_it_out_again_and_touches_no_other(text, name):
    name = " ".join(name.split())
    on = with_option(text, name, on=True)
    assert considered(on).count(name) == 1
    off = with_option(on, name, on=False)
    assert considered(off) == tuple(line for line in considered(text) if line != name)
