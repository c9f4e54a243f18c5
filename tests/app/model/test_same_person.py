"""Whose paper it is: the patient's, somebody else's, or nobody can tell."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.partial_date import PartialDate
from app.model.person import Patient
from app.model.same_person import others_in

ELLIS = Patient("Margaret Ellis", PartialDate.from_stored("1957-03-14"))


@pytest.mark.parametrize(
    "text",
    [
        "Patient: ELLIS, Margaret (Mrs)  DOB: 14-Mar-1957",
        "Patient: Margaret Ellis  DOB: 14/3/57",
        "Patient: Margaret Anne Ellis-Smith  DOB: 14 Mar 1957",
        "Patient: ELLIS MARGARET",
        "Patient: Éllis, M.",
        "Patient: Margaret Smith  DOB: 14-Mar-1957",
        "Patient: Maggie Ellis  DOB: 03/14/1957",
        "Patient: Margaret Ellis  DOB: 31 Feb 1957",
        "Patient: Мария Эллис  DOB: 14 Mar 1957",
        "Patient: Мария Эллис",
        "Date of birth: 14.03.1957",
        "Patient: Margaret Ellis\nPatient: Walking Freely Now",
        "Patient: Margaret Ellis DOB 14/3/1957\nSigned by Peter Jones\nDOB: 1/1/1990",
        "Re: knee pain",
        "",
    ],
)
def test_a_paper_of_the_patient_or_of_nobody_raises_no_question(text):
    assert others_in((text,), ELLIS) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Patient: Peter Jones  DOB: 2 Feb 1961",
        "Patient: Peter Jones",
        "Patient: Peter Jones  DOB: 14.03.1957",  # another name
        "Patient: Peter Ellis  DOB: 14.03.1957",  # a twin
        "Patient: Peter Ellis",
        "Patient: Margaret Smith",
        "Patient: Margaret Ellis  DOB: 15 Mar 1957",  # another birth date
        "Patient: Мария Эллис  DOB: 15 Mar 1957",
        "Date of birth: 15 Mar 1957",
    ],
)
def test_another_name_or_another_birth_date_raises_a_question(text):
    assert len(others_in((text,), ELLIS)) == 1


def test_a_birth_date_that_could_be_swapped_fits_if_one_reading_fits():
    patient = Patient("Margaret Ellis", PartialDate.from_stored("1957-04-03"))
    assert others_in(("Patient: Margaret Ellis DOB: 03/04/1957",), patient) == ()
    assert others_in(("Patient: Margaret Ellis DOB: 04.03.1957",), patient) == ()
    assert others_in(("Patient: Margaret Ellis DOB: 05/03/1957",), patient)


@pytest.mark.parametrize(("born", "asks"), [("1957", False), ("1955~", False), ("1961", True)])
def test_a_birth_date_known_only_in_part_is_compared_as_far_as_it_goes(born, asks):
    patient = Patient("Margaret Ellis", PartialDate.from_stored(born))
    found = others_in(("Patient: Margaret Ellis DOB: 14 March 1957",), patient)
    assert bool(found) == asks


def test_a_year_alone_does_not_make_another_name_the_patients():
    patient = Patient("Margaret Ellis", PartialDate.from_stored("1957"))
    assert others_in(("Patient: Margaret Smith DOB: 14 March 1957",), patient)


def test_a_case_without_a_birth_date_is_compared_by_the_name():
    patient = Patient("Margaret Ellis")
    assert others_in(("Patient: JONES, Peter DOB: 2.2.1961",), patient)
    assert others_in(("Patient: Margaret ELLIS DOB: 2.2.1961",), patient) == ()


def test_a_case_without_a_name_is_compared_by_the_birth_date():
    patient = Patient("", PartialDate.from_stored("1957-03-14"))
    assert others_in(("Patient: Peter Jones DOB: 2 Feb 1961",), patient)
    assert others_in(("Patient: Peter Jones DOB: 14 Mar 1957",), patient) == ()
    assert others_in(("Patient: Peter Jones",), patient) == ()


def test_a_case_that_says_nothing_of_its_patient_raises_no_question():
    assert others_in(("Patient: Peter Jones DOB: 2 Feb 1961",), Patient()) == ()
    assert others_in(("Patient: Peter Jones DOB: 2 Feb 1961",), Patient("  ")) == ()


def test_a_page_of_somebody_else_among_ones_own_is_noticed():
    own = "Patient: ELLIS, Margaret DOB: 14-Mar-1957"
    (found,) = others_in((own,) * 7 + ("Patient: JONES, Peter DOB: 2-Feb-1961", own), ELLIS)
    assert (found.page, found.name) == (8, "JONES, Peter")


def test_the_patient_on_the_same_page_does_not_hide_somebody_else():
    text = "Patient: Margaret Ellis DOB 14/3/1957\nPatient: Anna Ellis DOB 1/1/1990"
    (found,) = others_in((text,), ELLIS)
    assert found.name == "Anna Ellis"


@pytest.mark.parametrize("name", ["(.*)+[A-", "\u202eEllis", "E" * 5000, "Ellis " * 900, "%s{0}"])
def test_an_odd_name_of_the_patient_does_not_put_the_guard_to_sleep(name):
    patient = Patient(name, ELLIS.born)
    assert others_in(("Patient: Peter Jones DOB: 2 Feb 1961",), patient)


_GIVEN = ("Margaret", "José", "Jörg", "Anne-Marie", "Łukasz", "Þóra", "Xiao", "Élise", "Dina")
_FAMILY = ("Ellis", "O’Brien", "van den Berg", "Müller", "Ødegård", "García", "Wałęsa", "Griﬃn")
_LABELS = (
    "Patient: {name}  DOB: {born}",
    "Patient Name: {name}\nSex: F\nDate of birth: {born}",
    "Patientin: {name}, geb. am {born}",
    "Wir berichten über Frau {name}, geb. {born}, wohnhaft in Bonn",
    "Nom du patient : {name}\nDate de naissance : {born}",
    "Paciente: {name} Fecha de nacimiento: {born}",
    "Paziente: {name}\nData di nascita: {born}",
    "RE: {name}, DOB {born}",
    "{name}\nD.O.B. {born}",
)
_DAYS = ("%d-%b-%Y", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %B %Y", "%B %d, %Y")
_WAYS = (
    "{given} {family}",
    "{FAMILY}, {given}",
    "{FAMILY} {given}",
    "{given} Anna {family}",
    "Mrs {given} {family}",
    "{FAMILY}, {GIVEN}",
)
_people = st.tuples(st.sampled_from(_GIVEN), st.sampled_from(_FAMILY))
_born = st.dates(date(1915, 1, 1), date(2024, 12, 31))


def _paper(label, way, form, person, born):
    given_name, family = person
    name = way.format(
        given=given_name, family=family, GIVEN=given_name.upper(), FAMILY=family.upper()
    )
    return label.format(name=name, born=born.strftime(form))


def _patient(person, born):
    return Patient(" ".join(person), PartialDate.from_stored(born.isoformat()))


_written = st.tuples(st.sampled_from(_LABELS), st.sampled_from(_WAYS), st.sampled_from(_DAYS))


@given(_written, _people, _born)
def test_the_patients_own_papers_never_raise_a_question(written, person, born):
    paper = _paper(*written, person, born)
    assert others_in((paper,), _patient(person, born)) == ()


@given(_written, _people, _people, _born, _born)
def test_another_name_with_another_birth_date_always_does(written, own, other, born, another):
    swapped = {(born.year, born.month, born.day), (born.year, born.day, born.month)}
    if set(own) & set(other) or (another.year, another.month, another.day) in swapped:
        return
    paper = _paper(*written, other, another)
    assert others_in((paper,), _patient(own, born)), paper
