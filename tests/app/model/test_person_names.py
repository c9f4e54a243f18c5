"""Whether two names can be one person's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.person_names import Likeness, likeness, name_words, spelt_alike


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Margaret Ellis", "ELLIS, MARGARET"),
        ("Margaret Ellis", "ELLIS Margaret"),
        ("Margaret Ellis", "Mrs. Margaret Anne Ellis"),
        ("Margaret Ellis", "M. Ellis"),
        ("Margaret Ellis", "Ellis, M. A."),
        ("Margaret Ellis", "Margaret Ellis née Smith"),
        ("Margaret Ellis née Smith", "Margaret Smith"),
        ("Margaret Ellis", "ELLIS (née SMITH), Margaret"),
        ("ELLIS, Margaret (Mrs)", "Margaret Ellis"),
        ("Margaret Ellis", "Margaret Ellis-Smith"),
        ("Margaret Ellis", "E L L I S Margaret"),
        ("Margaret Ellis", "Mar\u200bgaret \u202eEllis\u202c"),
        ("Margaret Ellis", "Ms Ellis"),
        ("Élise Ødegård", "ODEGARD Elise"),
        ("Jörg Müller", "Joerg Mueller"),
        ("Jörg Müller", "Dr. med. Jorg Muller"),
        ("Sophie Griﬃn", "Sophie Griffin"),
        ("Anne-Marie Dupont", "DUPONT Annemarie"),
        ("Jan van den Berg", "Vandenberg, Jan"),
        ("Juan García López", "García, Juan"),
        ("Seán O’Brien", "Sean O'Brien"),
        ("Иванова Мария", "Мария Иванова"),
    ],
)
def test_one_name_written_in_two_ways_is_one_name(here, there):
    assert likeness(here, there) is Likeness.SAME
    assert likeness(there, here) is Likeness.SAME


@pytest.mark.parametrize(
    ("here", "there", "how"),
    [
        ("Margaret Ellis", "Peter Jones", Likeness.OTHER),
        ("Margaret Ellis", "Margaret Smith", Likeness.GIVEN),
        ("Margaret Anne Ellis", "Margaret Jane Ellis", Likeness.GIVEN),
        ("Margaret Ellis", "Peter Ellis", Likeness.FAMILY),
        ("Margaret Ellis", "P. Ellis", Likeness.FAMILY),
        ("Juan García López", "Pedro García López", Likeness.FAMILY),
        ("Martin Huber", "Martina Huber", Likeness.FAMILY),
        ("王小明", "Wang Xiaoming", Likeness.UNKNOWN),
        ("Margaret Ellis", "", Likeness.UNKNOWN),
        ("", "", Likeness.UNKNOWN),
        ("Margaret Ellis", "Mrs", Likeness.UNKNOWN),
    ],
)
def test_what_does_not_fit_is_told_apart(here, there, how):
    assert likeness(here, there) is how
    assert likeness(there, here) is how


def test_a_pet_name_and_a_slip_of_the_pen_are_spelt_alike():
    assert spelt_alike("Maggie Ellis", "Margaret Ellis")
    assert spelt_alike("Katherine Ellis", "Catherine Ellis")
    assert not spelt_alike("Peter Ellis", "Margaret Ellis")


def test_titles_and_small_words_are_no_part_of_a_name():
    assert name_words("Frau Dr. med. Anna von der Tann (verstorben)") == ["anna", "tann"]


@given(st.text(max_size=500), st.text(max_size=500))
def test_any_two_names_can_be_compared_in_either_order(here, there):
    assert likeness(here, there) is likeness(there, here)


@pytest.mark.parametrize("odd", ["(.*)+[", "a" * 100_000, "((((" * 500, "\u202e" * 99, "é" * 999])
def test_an_odd_name_harms_nothing(odd):
    assert likeness(odd, "Margaret Ellis") in (Likeness.OTHER, Likeness.UNKNOWN)
    assert not spelt_alike(odd, "Margaret Ellis")
