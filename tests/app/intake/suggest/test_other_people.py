import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.suggest.other_people import other_people
from app.model.partial_date import PartialDate
from app.model.person import Patient

ELLIS = Patient("Margaret Ellis", PartialDate.from_stored("1957-03-14"))


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Patient: JONES, Peter   DOB: 2-Feb-1961   MRN: 1",
            "JONES, Peter",
            "Patient: JONES, Peter DOB: 2-Feb-1961",
        ),
        (
            "City Hospital Patient: Peter Jones DOB: 2-Feb-1961",
            "Peter Jones",
            "Patient: Peter Jones DOB: 2-Feb-1961",
        ),
        (
            "Patient Name: Peter Jones\nSex: M\nDate of birth: 02/03/1961",
            "Peter Jones",
            "Patient Name: Peter Jones … Date of birth: 02/03/1961",
        ),
        ("Name: Jones, Peter geb. 2.2.1961", "Jones, Peter", "Name: Jones, Peter geb. 2.2.1961"),
        ("Re: Peter Jones DOB 2/2/61", "Peter Jones", "Re: Peter Jones DOB 2/2/61"),
    ],
)
def test_a_paper_of_another_patient_is_noticed(text, name, words):
    found = other_people((text,), ELLIS)
    assert (found.value, found.words, found.page) == (name, words, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Patient: ELLIS, Margaret (Mrs)  DOB: 14-Mar-1957",
        "Patient: Margaret Ellis  DOB: 14/3/57",
        "Patient: Margaret Anne Ellis-Smith  DOB: 1 Jan 1960",
        "Patient: ELLIS MARGARET  DOB: 1 Jan 1960",
        "Patient: Éllis, M.  DOB: 1 Jan 1960",
        "Patient: Margaret Smith  DOB: 14-Mar-1957",
        "Patient: Peter Jones  DOB: 14.03.1957",
        "Patient: Peter Jones  DOB: 03/14/57",
        "Patient: Peter Jones",
        "Patient: Peter Jones\nDate: 2 Feb 1961",
        "Patient: Peter Jones  DOB: 31 Feb 1961",
        "Patient: Иванова Мария  DOB: 2 Feb 1961",
        "Patient: DOB: 2 Feb 1961",
        "Contact name: Peter Jones  DOB: 2 Feb 1961",
        "Dr Peter Jones saw her. DOB: 2 Feb 1961",
        "Re: knee pain",
        "",
    ],
)
def test_the_patient_of_the_case_and_every_doubt_raise_no_alarm(text):
    assert other_people((text,), ELLIS) is None


def test_a_birth_date_that_could_be_swapped_fits_if_one_reading_fits():
    patient = Patient("Margaret Ellis", PartialDate.from_stored("1957-04-03"))
    assert other_people(("Patient: Peter Jones DOB: 03/04/1957",), patient) is None
    assert other_people(("Patient: Peter Jones DOB: 04/03/1957",), patient) is None
    assert other_people(("Patient: Peter Jones DOB: 05/03/1957",), patient) is not None


@pytest.mark.parametrize(("born", "alarm"), [("1957", False), ("1955~", False), ("1961", True)])
def test_a_birth_date_known_only_in_part_is_compared_as_far_as_it_goes(born, alarm):
    patient = Patient("Margaret Ellis", PartialDate.from_stored(born))
    found = other_people(("Patient: Peter Jones DOB: 14 March 1957",), patient)
    assert (found is not None) == alarm


def test_ue_and_u_with_dots_are_one_name():
    patient = Patient("Joerg Mueller", PartialDate.from_stored("1957"))
    assert other_people(("Patient: Müller, Jörg DOB: 1.1.1999",), patient) is None
    assert other_people(("Patient: Maier, Jörg DOB: 1.1.1999",), patient) is not None


def test_a_case_without_a_birth_date_needs_a_wholly_different_name():
    patient = Patient("Margaret Ellis")
    assert other_people(("Patient: JONES, Peter",), patient) is not None
    assert other_people(("Patient: JONES, Margaret",), patient) is None
    assert other_people(("Re: severe knee pain",), patient) is None


def test_a_case_without_a_name_is_compared_by_the_birth_date():
    patient = Patient("", PartialDate.from_stored("1957-03-14"))
    assert other_people(("Patient: Peter Jones DOB: 2 Feb 1961",), patient) is not None
    assert other_people(("Patient: Peter Jones DOB: 14 Mar 1957",), patient) is None


def test_a_case_that_says_nothing_of_its_patient_raises_no_alarm():
    assert other_people(("Patient: Peter Jones DOB: 2 Feb 1961",), Patient()) is None


def test_a_page_of_somebody_else_among_ones_own_is_noticed():
    own = "Patient: ELLIS, Margaret DOB: 14-Mar-1957"
    found = other_people((own, own, "Patient: JONES, Peter DOB: 2-Feb-1961"), ELLIS)
    assert found.page == 3


_PIECES = st.sampled_from(
    [
        "Patient: ",
        "Name:",
        "DOB: ",
        "Peter Jones",
        "JONES, ",
        "\n",
        "2/2/1961",
        " 14-Mar-1957",
        "(",
        "ß",
        "é",
    ]
)


@given(
    st.lists(st.text(max_size=60) | st.lists(_PIECES, max_size=12).map("".join), max_size=7),
    st.text(max_size=30),
)
def test_any_text_and_any_name_give_short_words_or_none(texts, name):
    found = other_people(tuple(texts), Patient(name, ELLIS.born))
    assert found is None or (found.value and len(found.words) <= 80)


@pytest.mark.parametrize("name", ["Élise Ødegård", "Łukasz Wałęsa", "Þóra Guðmundsdóttir", "Işık"])
def test_letters_of_one_language_do_not_put_the_guard_to_sleep(name):
    patient = Patient(name, ELLIS.born)
    assert other_people(("Patient: Jordan Sample DOB: 2 April 1961",), patient)


def test_a_name_written_without_its_own_letters_is_the_same_name():
    patient = Patient("Élise Ødegård", ELLIS.born)
    for name in ("Elise Odegard", "ØDEGÅRD, Elise", "Elise Oedegaard"):
        assert other_people((f"Patient: {name} DOB: 2 April 1961",), patient) is None


def test_names_in_two_scripts_are_left_to_the_person():
    patient = Patient("王小明", ELLIS.born)
    assert other_people(("Patient: Wang Xiaoming DOB: 2 April 1961",), patient) is None
