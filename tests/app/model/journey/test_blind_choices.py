"""A version that is blind to the first opinion tells nothing that the first doctor said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.journey.blind_choices import without_first_doctor
from app.model.journey.choice import Aspect, Choice, ChoiceCell
from app.model.journey.snapshot import Journey
from app.model.voice import Cited, Said

DOCTORS = ("Dr R. Venn, Lakeside Spine Center", "my surgeon")


def told(choices, cells=(), doctors=DOCTORS, hidden=lambda voice: isinstance(voice, Cited)):
    journey = Journey(choices=tuple(choices), choice_cells=tuple(cells))
    kept = without_first_doctor(journey, doctors, hidden)
    return kept.choices, kept.choice_cells


def cell(number, text="Less pain", voice=None, choice=1, **more):
    return ChoiceCell(number, choice, Aspect.GOOD, text, voice=voice or Said(), **more)


def test_what_the_first_doctor_said_or_wrote_goes_and_the_rest_stays():
    rehab = Choice(1, "Rehab", "Ms Adebayo")
    cells = (
        cell(1, voice=Cited(4)),
        cell(2, voice=Said("Dr Venn")),
        cell(3, voice=Said("dr. venn")),
        cell(4, "Dr Venn says it helps few"),
        cell(5, "MY SURGEON is against it"),
        cell(6, "Less pain", Said("Ms Adebayo")),
        cell(7, "I read that 40 are helped", own_reading=True),
        cell(8, "He told me so: Venn", own_reading=True),
    )
    choices, kept = told([rehab], cells)
    assert choices == (rehab,)
    assert [one.id for one in kept] == [6, 7]


def test_an_option_that_the_first_doctor_raised_goes_with_all_that_was_said_of_it():
    options = [Choice(1, "Fusion", "Dr. Rita Venn"), Choice(2, "Rehab", "")]
    choices, kept = told(options, [cell(1), cell(2, choice=2)])
    assert [one.name for one in choices] == ["Rehab"]
    assert [one.id for one in kept] == [2]


def test_an_option_that_is_called_by_the_doctors_name_goes():
    assert told([Choice(1, "What Dr Venn wants")]) == ((), ())


def test_to_do_nothing_stays_without_the_one_who_raised_it():
    [kept], _cells = told([Choice(1, "Wait", "Dr Venn", do_nothing=True)])
    assert kept == Choice(1, "Wait", "", do_nothing=True)


def test_a_last_name_that_is_also_a_word_is_looked_for_as_it_is_written():
    cells = (cell(1, "How long does it last?"), cell(2, "As Long said"), cell(3, "dr long said"))
    _choices, kept = told([Choice(1, "Rehab")], cells, ("Dr P. Long",))
    assert [one.id for one in kept] == [1]


@pytest.mark.parametrize("doctors", [(), ("",), (", ",)])
def test_without_a_known_doctor_only_the_marked_pages_are_left_out(doctors):
    _choices, kept = told([Choice(1, "Rehab")], [cell(1), cell(2, voice=Cited(4))], doctors)
    assert [one.id for one in kept] == [1]


@given(st.text(alphabet="abc DrV.", max_size=12), st.text(max_size=20))
def test_a_statement_by_a_doctor_of_any_name_is_left_out(name, text):
    doctor = f"Dr {name} Venn"
    _choices, kept = told([Choice(1, "X")], [cell(1, text, Said(doctor))], (doctor,))
    assert kept == ()
