"""Older cases kept only the words around a confirmed name: the name is read from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.known_naming import naming_behind
from app.model.named_on_paper import named_on


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Patient: Margaret Smith   MRN: 3", "Margaret Smith"),
        ("Patient: JONES, Peter\nDOB: 2 Feb 1961", "JONES, Peter"),
        ("Patient: Dr. Peter Jones\nDOB: 2.2.1961", "Dr. Peter Jones"),
        ("Name: Smith, Margaret  born 14-Mar-1957", "Smith, Margaret"),
    ],
)
def test_the_name_is_found_again_in_the_words(text, name):
    (naming,) = named_on(text, 1)
    found = naming_behind(naming.words, naming.key)
    assert found.name == name
    assert found.key == naming.key


GIVEN, FAMILY = ("Anna", "Margaret", "Peter", "Jörg"), ("Smith", "O'Neill", "van Dyk", "Müller")


@given(
    st.sampled_from(GIVEN),
    st.sampled_from(FAMILY),
    st.sampled_from(("Patient: {0} {1}", "Patient: {1}, {0}", "Name: {0} {1}", "Re: {0} {1}")),
    st.sampled_from(("", "  DOB: 2 Feb 1961", "\nborn 02.02.1961", "  MRN: 12")),
)
def test_whoever_was_found_is_found_again(given_name, family, label, behind):
    for naming in named_on(label.format(given_name, family) + behind, 1):
        assert naming_behind(naming.words, naming.key).key == naming.key


def test_words_that_were_cut_still_give_the_name():
    cut = "Patient: Margaret Smith … Address 12 Long Street, Northgate, telephone 555 0142, D…"
    assert naming_behind(cut, "").name == "Margaret Smith"


def test_words_without_a_name_give_none():
    assert naming_behind("and so on", "0") is None
