"""Words of the first conclusion are found however they are written, and only where they tell."""

from hypothesis import given
from hypothesis import strategies as st

from app.dossier.conclusion_words import given_away

WORD = st.text("abcdefghijklmnopqrstuvwxyzäéßñ", min_size=5, max_size=12).map(lambda one: one + "k")


def test_case_plural_and_marks_around_make_no_difference():
    assert given_away(["Lumbar FUSION, then screws."], ["(fusions?) One screw."], []) == (
        "FUSION",
        "screws",
    )


def test_everyday_and_short_words_tell_nothing():
    assert given_away(["Would wait before a scan."], ["I would wait before a scan."], []) == ()


def test_a_word_comes_once_however_often_it_stands():
    assert given_away(["Stent. A stent.", "stents"], ["stent stent"], []) == ("Stent",)


@given(WORD, WORD)
def test_a_word_that_is_repeated_is_always_found_and_one_that_is_known_never(word, other):
    written = [f"Is {word.upper()} needed?"]
    told = f"The plan: {word}, {other}."
    assert word in given_away([told], written, [])
    assert word not in given_away([told], written, [f"{other} {word.capitalize()}"])
    assert given_away([], written, []) == ()
