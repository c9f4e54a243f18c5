"""Records that came into a version after it was made are pointed out by name."""

from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from app.case.casefile import CaseFile
from app.dossier.building import build_of
from app.dossier.export import Choices, check, prepare
from app.dossier.findings import Level, why_kept
from app.model.version import MAIN, Selection

CHOICES = Choices(date(2026, 11, 22))


@pytest.fixture
def case(tmp_path):
    with closing(CaseFile.create(tmp_path / "a.casepack")) as made:
        add(made, "My story", "My diary")
        yield made


def add(case, *titles):
    with case.change("Add"):
        return [case.records.add(title, body="It began in May.") for title in titles]


def make(case):
    plan, layout = prepare(case, CHOICES)
    case.builds.keep(build_of(plan, layout, (), locked=False, kept_reasons={}))


def found(case):
    lines = [one for one in check(case, CHOICES) if one.code == "records.added"]
    assert len(lines) <= 1
    return lines[0] if lines else None


def test_a_version_that_was_never_made_has_nothing_new(case):
    add(case, "My fall")
    assert found(case) is None


def test_what_came_in_since_is_counted_and_named(case):
    make(case)
    assert found(case) is None
    add(case, "My fall")
    line = found(case)
    assert line.level is Level.LOOK
    assert line.sentence.startswith(
        "1 record was added since this version was last made: “My fall”."
    )
    add(case, "My scan", "My letter")
    sentence = found(case).sentence
    assert sentence.startswith("3 records were added since this version was last made:")
    assert all(f"“{title}”" in sentence for title in ("My fall", "My scan", "My letter"))


def test_of_very_many_the_others_are_counted(case):
    make(case)
    add(case, *(f"Page {number}" for number in range(9)))
    assert found(case).sentence.count("“") == 5
    assert "and 4 more" in found(case).sentence


def test_once_it_is_made_again_nothing_is_new(case):
    make(case)
    add(case, "My fall")
    make(case)
    assert found(case) is None


def test_what_was_kept_as_it_is_holds_until_one_more_comes(case):
    make(case)
    add(case, "My fall")
    case_kept = {(found(case).key, 0): "It should go in."}
    assert why_kept(found(case), case_kept) == "It should go in."
    add(case, "My scan")
    assert why_kept(found(case), case_kept) == ""


def test_what_somebody_put_in_by_name_or_left_out_is_not_told_of(case):
    make(case)
    chosen, left = add(case, "My fall", "My scan")
    selections = (Selection(chosen, included=True), Selection(left, included=False, why="Old"))
    with case.change("Choose"):
        case.versions.save(replace(MAIN, selections=selections))
    assert found(case) is None
