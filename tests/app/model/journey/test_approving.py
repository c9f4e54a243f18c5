"""Whether the client said yes to a version as it is now."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.model.build import REVIEW, Build, BuiltFile
from app.model.journey.approving import (
    HOLDS,
    OF_VERSION,
    Reviewed,
    Standing,
    approved,
    reviewed,
)
from app.model.journey.decision import Approval

COPIES = (Reviewed("aa", 0, "now"), Reviewed("bb", 0, "before"), Reviewed("cc", 3, "other"))


def answer(number, *, yes=True, sha256="aa", version=0):
    return Approval(number, version, sha256, yes, "Anna")


def test_where_nobody_is_asked_nothing_is_said():
    assert approved(0, "now", (), ()).standing is Standing.NOT_USED


def test_a_copy_without_an_answer_asks_for_one_for_its_version_alone():
    assert approved(3, "other", (), COPIES).standing is Standing.NOT_ANSWERED
    assert approved(4, "now", (), COPIES).standing is Standing.NOT_USED


def test_once_one_version_is_answered_the_others_are_asked_for():
    found = approved(4, "now", (answer(1),), COPIES)
    assert (found.standing, found.answer) == (Standing.NOT_ANSWERED, None)


@pytest.mark.parametrize(
    ("sha256", "standing"),
    [("aa", Standing.YES), ("bb", Standing.CHANGED), ("no such file", Standing.CHANGED)],
)
def test_a_yes_holds_for_what_was_looked_at(sha256, standing):
    one = answer(1, sha256=sha256)
    found = approved(0, "now", (one,), COPIES)
    assert (found.standing, found.answer) == (standing, one)


def test_a_version_put_back_to_what_was_looked_at_has_its_yes_again():
    assert approved(0, "before", (answer(1, sha256="bb"),), COPIES).standing is Standing.YES


def test_a_copy_of_which_nobody_knows_what_it_held_cannot_be_the_same():
    copies = (Reviewed("aa", 0, ""),)
    assert approved(0, "", (answer(1),), copies).standing is Standing.CHANGED


@given(some.lists(some.booleans(), min_size=1, max_size=6), some.randoms())
def test_the_answer_that_was_noted_last_counts(answers, random):
    kept = [answer(number, yes=yes) for number, yes in enumerate(answers, start=1)]
    shuffled = random.sample(kept, len(kept))
    found = approved(0, "now", shuffled, COPIES)
    assert found.answer == kept[-1]
    assert found.standing is (Standing.YES if answers[-1] else Standing.NO)


FILE = BuiltFile("a.pdf", "aa", 1, 1)


def build(version=REVIEW, files=(FILE,), **spec):
    return Build(1, version, "", "", 1, datetime.now(UTC), "", tuple(spec.items()), (), (), files)


def test_a_copy_for_review_tells_its_version_and_what_it_held():
    assert reviewed(build(**{OF_VERSION: "3", HOLDS: "x"})) == Reviewed("aa", 3, "x")


@pytest.mark.parametrize(
    "other",
    [
        build(version=3, **{OF_VERSION: "3"}),
        build(files=(), **{OF_VERSION: "3"}),
        build(**{HOLDS: "x"}),
    ],
)
def test_what_is_no_copy_for_review_tells_nothing(other):
    assert reviewed(other) is None
