"""The table of options: nothing is lost, nothing is ranked, to do nothing is there once."""

from hypothesis import given
from hypothesis import strategies as st

from app.model.journey.choice import Aspect, Choice, ChoiceCell
from app.model.journey.options import (
    aspect_title,
    has_do_nothing,
    matters_in_order,
    missing_do_nothing,
    moved,
    next_aspect,
    options_of,
    out_of_100,
    raised_words,
    worth_showing,
)
from app.model.journey.snapshot import Journey

FUSION, WAIT = Choice(1, "Fusion", "Dr Venn", position=1), Choice(2, "Wait", "", True, 0)


def cell(number, choice, aspect, text="words", **more):
    return ChoiceCell(number, choice, aspect, text, **more)


def test_options_stand_in_the_persons_order_with_their_cells_by_aspect():
    cells = (
        cell(1, 1, Aspect.WORRY),
        cell(2, 1, Aspect.GOOD, "first"),
        cell(3, 2, Aspect.BAD),
        cell(4, 1, Aspect.GOOD, "second"),
    )
    wait, fusion = options_of(Journey(choices=(FUSION, WAIT), choice_cells=cells))
    assert (wait.choice, fusion.choice) == (WAIT, FUSION)
    assert [one.text for one in fusion.about(Aspect.GOOD)] == ["first", "second"]
    assert [one.id for one in fusion.cells] == [2, 4, 1]


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(list(Aspect))), max_size=20))
def test_no_cell_of_an_option_is_lost_or_shown_twice(pairs):
    choices = tuple(Choice(number, f"Option {number}") for number in (1, 2, 3))
    cells = tuple(cell(n, choice, aspect) for n, (choice, aspect) in enumerate(pairs, 1))
    options = options_of(Journey(choices=choices, choice_cells=cells))
    shown = [one.id for option in options for aspect in Aspect for one in option.about(aspect)]
    assert sorted(shown) == [one.id for one in cells]


def test_to_do_nothing_is_offered_once_and_only_beside_another_option():
    assert missing_do_nothing(()) is None
    offered = missing_do_nothing((FUSION,))
    assert offered is not None
    assert offered.do_nothing
    assert missing_do_nothing((FUSION, WAIT)) is None
    assert has_do_nothing((FUSION, WAIT))


def test_to_do_nothing_without_a_word_about_it_is_nothing_to_show():
    assert not worth_showing(options_of(Journey()))
    assert not worth_showing(options_of(Journey(choices=(WAIT,))))
    assert worth_showing(options_of(Journey(choices=(FUSION,))))
    said = (cell(1, 2, Aspect.BAD),)
    assert worth_showing(options_of(Journey(choices=(WAIT,), choice_cells=said)))


@given(st.lists(st.integers(), unique=True, min_size=1), st.data())
def test_moving_keeps_every_option_and_puts_one_where_it_was_wanted(order, data):
    number = data.draw(st.sampled_from(order))
    place = data.draw(st.integers(0, len(order) - 1))
    new = moved(order, number, place)
    assert new.index(number) == place
    assert [one for one in new if one != number] == [one for one in order if one != number]


def test_the_next_thing_to_write_is_what_nobody_said_anything_about():
    [empty] = options_of(Journey(choices=(FUSION,)))
    assert next_aspect(empty) is Aspect.GOOD
    cells = (cell(1, 1, Aspect.GOOD), cell(2, 1, Aspect.UNKNOWN))
    [some] = options_of(Journey(choices=(FUSION,), choice_cells=cells))
    assert next_aspect(some) is Aspect.BAD


def test_words_for_a_number_and_for_who_raised_an_option():
    assert out_of_100(cell(1, 1, Aspect.GOOD, of_100=60)) == "60 of 100"
    assert out_of_100(cell(1, 1, Aspect.GOOD, of_100=0)) == "0 of 100"
    assert out_of_100(cell(1, 1, Aspect.GOOD)) == ""
    assert raised_words(FUSION) == "Raised by Dr Venn"
    assert raised_words(WAIT) == ""


def test_every_aspect_has_words_of_its_own():
    assert len({aspect_title(aspect) for aspect in Aspect}) == len(Aspect)


def test_what_matters_keeps_its_order_and_comes_once():
    said = "Walking and stairs.\n\nMy work\nWalking and stairs."
    assert matters_in_order(said) == ("Walking and stairs", "My work")
