"""A name is found however it is written, and other words are let be."""

import pytest

from app.worker.spellings import flat, stands


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Ellis was seen",
        "ELLIS",
        "Ellis’s husband",
        "margaret.ellis@example.org",
        "scan_ellis_2.jpg",
        "El\u00adlis",
        "Mrs El-\nlis",
        "Mrs El\u00ad\r\nlis",
        "Mrs El\ufffe\r\nlis",
        "E L L I S",
        "E l l i s, M a r g a r e t",
        "E. L. L. I. S.",
        "E LL I S",
        "E\u200bllis",
        "Éllis",
        "\uff25\uff4c\uff4c\uff49\uff53",  # wide letters
    ],
)
def test_a_name_is_found_however_it_is_written(text):
    assert stands("Ellis", text)


@pytest.mark.parametrize(
    "text", ["Elliston", "trellis", "well is", "Ell is", "Hell, is it", "elli s", "Ellí", "E i s"]
)
def test_other_words_are_no_name(text):
    assert not stands("Ellis", text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Griffin", "Mr Gri\ufb03n"),
        ("Müller", "Frau Mueller"),
        ("Müller", "Frau MULLER"),
        ("Mueller", "Frau Müller"),
        ("Sørensen", "SOERENSEN"),
        ("Sørensen", "Sorensen"),
        ("Groß", "GROSS"),
        ("Łukasz", "Lukasz"),
        ("O'Neill", "Mr O’Neill"),
        ("O’Neill", "ONEILL"),
        ("Ævar", "Aevar"),
    ],
)
def test_accents_ligatures_and_dots_make_no_difference(name, text):
    assert stands(name, text)


@pytest.mark.parametrize(
    "text", ["NG, Wei", "Wei Ng", "ng wei", "Wei_Ng", "WeiNg", "Ng; Wei", "Wei\nNg"]
)
def test_short_names_are_found_beside_each_other_in_either_order(text):
    assert stands("Wei Ng", text)
    assert not stands("Wei Ng", "12 ng/mL")


def test_names_that_are_run_together_are_found():
    assert stands("Margaret Ellis", "margaretellis57@example.org")
    assert stands("ELLIS Margaret Ann", "MargaretAnnEllis.pdf")
    assert stands("ELLIS Margaret Ann", "EllisAnn")
    assert not stands("Li Na", "The linament")
    assert not stands("Li Na", "Lina")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("00-482-913", "no. 00482913"),
        ("00-482-913", "00 482 913,"),
        ("00482913", "00-482-913"),
        ("00-482-913", "00.482.\n913"),
        ("AB 4711", "ab4711"),
        ("44 20 7946 0958", "Tel. (020) 7946-0958"),
        ("020 7946 0958", "+442079460958"),
        ("555-0142", "555 0142"),
    ],
)
def test_a_number_is_found_with_any_signs_between_its_digits(number, text):
    assert stands(number, text)


def test_a_number_inside_another_is_none():
    assert not stands("00-482-913", "1004829134")
    assert not stands("555-0142", "3555-0142")


@pytest.mark.parametrize(
    "text",
    [
        "1957-03-04",
        "04.03.1957",
        "4.3.57",
        "4. 3. 1957",
        "04/03/1957",
        "03/04/1957",
        "3-4-57",
        "19570304",
        "04031957",
        "04-Mar-1957",
        "4 March 1957",
        "4th of March, 1957",
        "March 4th, 1957",
        "4. März 1957",
        "4 mars 1957",
        "1er mars 1957, 4 de marzo de 1957",
        "MAR 04 1957",
        "geb. 04.03.1957,",
        "4 March '57",
    ],
)
def test_a_birth_date_is_found_in_its_usual_spellings(text):
    assert stands("1957-03-04", text)


@pytest.mark.parametrize(
    "text", ["14.03.1957", "04.03.1958", "1957", "March 1957", "4.3.", "24 March 1957", "104.3.57"]
)
def test_other_days_are_no_birth_date(text):
    assert not stands("1957-03-04", text)


def test_nothing_is_found_by_nothing():
    assert not stands("", "words")
    assert not stands("-", "- words -")
    assert not stands("12", "12")


def test_a_long_text_is_looked_through_quickly():
    text = flat("E l x " * 200_000)
    assert not stands("Ellis", text)
