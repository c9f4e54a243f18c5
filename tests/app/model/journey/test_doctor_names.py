"""Doctors are found by their names, and ordinary words are not taken for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.journey.doctor_names import lone_names, name_words, stands_alone, sure_names

VENN = ("Dr Rita J. Venn, Lakeside Spine Center",)


@pytest.mark.parametrize(
    "text",
    [
        "Dr Venn says so",
        "as DR. VENN wrote",
        "Prof. Dr. med. Venn",
        "Mrs Venn’s clinic",
        "Dr R. Venn",
        "Dr R.J. Venn",
        "Dr Rita Venn",
        "rita j. venn",
        "Rita J Venn",
        "VENN, Rita J.",
        "Dr.Venn",
    ],
)
def test_a_doctor_is_found_however_the_name_is_written(text):
    names = sure_names(VENN)
    assert names.search(text)
    assert "venn" not in names.sub("", text).casefold()


@pytest.mark.parametrize(
    "text", ["Venn diagram", "Dr Vennor", "Dr Kim. Then Ann Venn", "Ravenna", "Dr Adebayo"]
)
def test_other_words_are_no_sure_name(text):
    assert not sure_names(VENN).search(text)


@pytest.mark.parametrize(
    "nobody",
    [
        "",
        "my surgeon",
        "Hill Hospital",
        "City Imaging Group",
        "the doctor, Hill",
        "doctor of my aunt",
    ],
)
def test_houses_and_roles_have_no_name(nobody):
    assert name_words(nobody) == ()
    assert sure_names([nobody]) is None
    assert lone_names([nobody]) == ()


def test_a_name_that_was_typed_in_small_letters_counts_with_its_title():
    assert name_words("dr venn") == ("venn",)
    assert sure_names(["dr venn"]).search("Dr Venn")
    assert stands_alone("venn", "as Venn said")


def test_a_doctor_who_is_called_like_a_house_is_one():
    assert name_words("Dr Sarah Ward") == ("Sarah", "Ward")


def test_a_last_name_alone_counts_as_it_is_written():
    assert lone_names(["Dr A. White"]) == ("White",)
    assert stands_alone("White", "WHITE said so")
    assert stands_alone("White", "White’s letter")
    assert not stands_alone("White", "white cells")
    assert not stands_alone("White", "Whitehall")


def test_the_patients_own_last_name_is_not_hidden_with_that_of_a_doctor():
    names = sure_names(["Dr Paul Ellis"], ["Margaret Ellis"])
    assert names.search("Dr Ellis said")
    assert not names.search("Mrs Ellis said")
    assert lone_names(["Dr Paul Ellis"], ["Margaret Ellis"]) == ()


@given(st.text(max_size=30), st.text(max_size=60))
def test_any_name_and_any_words_can_be_looked_through(doctor, text):
    names = sure_names([doctor])
    hidden = names.sub("[x]", text) if names else text
    assert (names is None) == (not name_words(doctor))
    for last in lone_names([doctor]):
        assert isinstance(stands_alone(last, hidden), bool)
