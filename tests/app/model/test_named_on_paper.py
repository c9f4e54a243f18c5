"""Whom a page names as its patient."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.named_on_paper import LONGEST, births, named_in, named_on


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
        (
            "Wir berichten über Herrn Peter Jones, geb. am 02.02.1961, wohnhaft in Bonn",
            "Herrn Peter Jones",
            "Herrn Peter Jones, geb. am 02.02.1961",
        ),
        ("Mme Claire DUPONT, née le 12/03/1960", "Mme Claire DUPONT", None),
        ("Patient\nJONES, Peter\nDate of birth\n2 Feb 1961", "JONES, Peter", None),
        ("Surname: Jones\nForename: Peter\nDate of birth: 2/2/1961", "Jones, Peter", None),
        ("Apellidos: García\nNombre: Juan\nFecha de nacimiento: 2/3/1961", "García, Juan", None),
        ("Cognome: Rossi Nome: Mario Data di nascita: 02/03/1961", "Rossi, Mario", None),
        ("Nom du patient : Jean Dupont\nDate de naissance : 02/03/1961", "Jean Dupont", None),
        ("Name, Vorname des Versicherten\nJones\nPeter\ngeb. am 02.02.1961", "Jones, Peter", None),
        ("VALLEY LABORATORY\nJONES PETER DOB 2-Feb-1961 M LAB NO 1", "JONES PETER", None),
        ("Patient: Dr. Peter Jones\nDOB: 2.2.1961", "Dr. Peter Jones", None),
        ("(Jones, Peter, * 02.02.1961)", "Jones, Peter", None),
    ],
)
def test_a_name_with_its_birth_date_is_found(text, name, words):
    (found,) = named_on(text, 3)
    assert (found.name, found.page) == (name, 3)
    assert found.births
    assert words is None or found.words == words


@pytest.mark.parametrize(
    "text",
    ["Patient: Peter Jones", "Patient name JONES, Peter", "Paciente: Juan García López",
     "Patientenname: von der Tann, Anna", "Nome del paziente: Mario Rossi"],
)  # fmt: skip
def test_a_name_that_is_plainly_labelled_needs_no_birth_date(text):
    (found,) = named_on(text, 1)
    assert (found.born, found.births) == ("", frozenset())


@pytest.mark.parametrize(
    "text",
    [
        "Dr Peter Jones, consultant, born 2/2/1961? No.",
        "Referring doctor: Dr Peter Jones",
        "Consultant name: Peter Jones",
        "Contact name: Peter Jones  DOB: 2 Feb 1961",
        "Next of kin\nName: Peter Ellis\nDOB: 2/2/1951",
        "Emergency contact:\nPatient's husband\nName: Peter Ellis DOB 2/2/1951",
        "Angehörige:\nName: Peter Ellis, geb. 2.2.1951",
        "Mother: Anna Ellis, born 2 Feb 1931",
        "Mutter: Anna Ellis, geb. 2.2.1931",
        "Her son was born on 2 Feb 1981.",
        "newborn date of birth: 02/02/1961",
        "Laboratory: Peter Jones Ltd",
        "Name: Peter Jones",
        "Re: knee pain",
        "Patient: Alert and oriented",
        "Patient: Stable Condition",
        "PATIENT: Zustand nach Hüft-TEP",
        "Patient: XXXX XXXXX",
        "Patient: complains of pain",
        "the patient Peter Jones",
        "The patient name is known to us.",
        "Patient information leaflet: your operation",
        "Geb. Schmidt",
        "",
    ],
)
def test_doctors_relatives_laboratories_and_prose_name_nobody(text):
    assert named_on(text, 1) == ()


def test_a_birth_date_alone_is_found_where_its_label_leaves_no_doubt():
    (found,) = named_on("MRN 12\nDate of birth: 2 Feb 1961", 1)
    assert (found.name, found.born, found.words) == ("", "2 Feb 1961", "Date of birth: 2 Feb 1961")
    assert found.shown == "2 Feb 1961"


def test_each_page_says_its_own():
    texts = ("Patient: Peter Jones", "Nothing.", "Patient: Anna Ellis")
    assert [(one.name, one.page) for one in named_in(texts)] == [
        ("Peter Jones", 1),
        ("Anna Ellis", 3),
    ]


def test_one_person_has_one_key_however_it_is_written():
    one, other, another = (
        named_on(text, 1)[0]
        for text in (
            "Patient: JONES, Peter DOB: 2-Feb-1961",
            "Patient: Mr Peter Jones  DOB: 2 February 1961",
            "Patient: Peter Jones  DOB: 3 February 1961",
        )
    )
    assert one.key == other.key != another.key


@pytest.mark.parametrize(
    "written", ["14-Mar-1957", "14/3/57", "03/14/1957", "14.03.1957", "03.14.1957", "14 03 1957"]
)
def test_a_birth_date_is_read_in_every_form(written):
    assert "1957-03-14" in {one.stored() for one in births(written)}


def test_what_is_no_day_of_the_calendar_is_no_birth_date():
    (found,) = named_on("Patient: Peter Jones  DOB: 31 Feb 1961", 1)
    assert found.births == frozenset()


HOSTILE = {
    "many labels": "Patient: " * 3000,
    "letters": "Name: " + "a " * 9000 + " DOB: 1/1/2000",
    "one word": "A" * 20_000 + " DOB: 1/1/2000",
    "capitals": "Aa " * 6600 + "DOB: 1/1/2000",
    "brackets": "Patient: " + "(" * 9000 + " DOB: 1/1/2000",
    "a list": "\n".join(["Peter Jones DOB: 1/1/2000"] * 800),
    "empty labels": "Name:\n" * 3000,
    "hyphens": "Aa-" * 6000 + " DOB: 1/1/2000",
    "stars": "*" * 20_000 + "1/1/2000",
    "points": "Patient: " + "A.'" * 6000,
    "patterns": "Patient: (.*)+[A-Z]{9,}$ \\1 DOB: 1/1/2000",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_done_soon_and_says_little(text):
    begun = time.process_time()
    found = named_on(text, 1)
    assert time.process_time() - begun < 5
    assert len(found) <= 40
    assert all(len(one.words) <= LONGEST >= len(one.shown) for one in found)


def test_signs_that_turn_the_direction_of_letters_do_not_hide_a_name():
    (found,) = named_on("Pat\u200bient: \u202ePeter\u202c Jo\u00adnes DOB: 2 Feb 1961", 1)
    assert found.name == "Peter Jones"


_PIECES = st.sampled_from(
    ["Patient: ", "Name:", "DOB: ", "Peter Jones", "JONES, ", "\n", "2/2/1961", " 14-Mar-1957",
     "(", "ß", "é", "geb. ", "née le ", "Surname: ", "Vorname: ", "\t", "*", "Mutter"]
)  # fmt: skip


@given(st.text(max_size=60) | st.lists(_PIECES, max_size=14).map("".join))
def test_any_page_gives_short_words_of_it_or_none(text):
    for one in named_on(text, 1):
        assert one.name or one.born
        assert 0 < len(one.words) <= LONGEST
        assert len(one.key) == 12
