"""Passwords that are suggested, shown in groups and spelled."""

import re
import string

from hypothesis import given
from hypothesis import strategies as st

from app.dossier.passwords import DIGITS, LETTERS, groups_of, spelled, suggest_password
from app.phrases import phrases

EN = phrases("en")


def test_a_suggested_password_is_strong_and_always_another_one():
    made = {suggest_password() for _time in range(300)}
    assert len(made) == 300
    shape = rf"[{LETTERS}{DIGITS}]{{4}}(-[{LETTERS}{DIGITS}]{{4}}){{3}}"
    assert all(re.fullmatch(shape, one) for one in made)
    assert len(set(LETTERS + DIGITS)) ** 16 > 2**69
    assert set("".join(made)) == {*LETTERS, *DIGITS, "-"}


def test_a_suggested_password_has_no_two_signs_that_look_alike():
    alike = ("0oOQD", "1lI|i!", "2zZ", "5sS", "6bG", "9gq", "vuy", "nm", "vw")
    signs = LETTERS + DIGITS
    assert not [pair for pair in alike if sum(sign in signs for sign in pair) > 1]
    assert set(signs) <= set(string.ascii_lowercase + string.digits)


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=127))
def test_the_groups_together_are_the_password(password):
    groups = groups_of(password)
    assert "".join(groups) == password
    assert all(len(one) <= 5 for one in groups)


def test_every_sign_is_spelled_so_that_it_is_no_other():
    assert spelled("O0l1-I", EN) == "capital O, zero, l, one, hyphen / capital I"
    assert spelled("é É.", EN) == "é, space / capital É, full stop"


@given(st.sampled_from(string.printable[:95]), st.sampled_from(string.printable[:95]))
def test_no_two_signs_of_a_keyboard_are_spelled_the_same(one, other):
    assert (spelled(one, EN) == spelled(other, EN)) == (one == other)
