"""Tests, limits and the family, by commands."""

import pytest

from app.errors import NotUnderstood


@pytest.fixture
def lab(casepack, case):
    """A case with a note to cite."""
    assert casepack("note", case, "--title", "Letter", "--text", "All as expected.").status == 0
    return case


def listed(casepack, case, noun):
    return casepack(noun, "list", case, "--json").json["all"]


def test_a_test_is_kept_with_its_date_its_state_and_its_source(casepack, lab):
    more = ("--date", "March 2026", "--state", "waiting", "--system", "heart", "--record", 1)
    assert casepack("test", "add", lab, "EMG", *more, "--json").json == {"test": 1}
    [found] = listed(casepack, lab, "test")
    assert (found["name"], found["date"], found["state"]) == ("EMG", "2026-03", "waiting")
    assert found["voice"] == {"voice": "record", "record": 1, "page": 1}
    assert casepack("test", "set", lab, 1, "--state", "done", "--result", "As usual").status == 0
    [found] = listed(casepack, lab, "test")
    assert (found["state"], found["result"], found["date"]) == ("done", "As usual", "2026-03")
    assert found["voice"]["voice"] == "record"
    assert "EMG" in casepack("test", "list", lab).out


def test_a_limit_is_answered_anew_and_not_twice(casepack, case):
    assert (
        casepack("limit", "add", case, "metal", "--answer", "yes", "--words", "A clip").status == 0
    )
    assert casepack("limit", "add", case, "metal", "--answer", "no").status == 0
    [found] = listed(casepack, case, "limit")
    assert (found["code"], found["answer"], found["words"]) == ("metal", "no", "A clip")


def test_an_illness_is_private_until_somebody_says_otherwise(casepack, case):
    assert casepack("family", "add", case, "Mother", "Stroke", "--age", "about 60").status == 0
    assert listed(casepack, case, "family")[0]["private"] is True
    assert casepack("family", "set", case, 1, "--private", "no").status == 0
    assert listed(casepack, case, "family")[0]["private"] is False


def test_what_is_removed_is_gone_and_what_is_not_there_is_said(casepack, case):
    casepack("family", "add", case, "Mother", "Stroke")
    assert casepack("family", "remove", case, 1).status == 0
    assert listed(casepack, case, "family") == []
    said = casepack("family", "remove", case, 1)
    assert said.status == NotUnderstood.exit_code
    assert "number 1" in said.err


def test_words_are_needed(casepack, case):
    assert casepack("test", "add", case, " ").status == NotUnderstood.exit_code
    casepack("test", "add", case, "EMG")
    assert casepack("test", "set", case, 1, "--name", "").status == NotUnderstood.exit_code
    assert listed(casepack, case, "test")[0]["name"] == "EMG"
