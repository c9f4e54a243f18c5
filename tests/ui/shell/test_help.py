"""The words of the help: there for every place, plain, and short."""

import pytest

from app.resources import resource
from ui.pages.help import help_text
from ui.shell.places import HIDDEN, spots

EVERY = sorted(resource("help").rglob("*.md"))


def test_every_place_in_the_sidebar_has_its_help():
    assert [spot.code for spot in spots() if spot.group != HIDDEN and not place(spot.code)] == []


def place(code):
    return help_text(f"places/{code}")


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_help_is_easy_to_read(path, reading):
    text = path.read_text(encoding="utf-8").replace("## ", "").replace("- ", "")
    assert reading.grade(text) <= 8
    longest = max(reading.sentences(text), key=lambda one: len(reading.words(one)))
    assert len(reading.words(longest)) <= 25, longest
    assert "please" not in text.casefold()
    assert "!" not in text


def test_a_name_that_is_no_help_gives_nothing():
    assert help_text("places/nowhere") == ""
