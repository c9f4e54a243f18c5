"""Copies for review, and what the client says to them, by commands."""

import shutil

import pytest
from pypdf import PdfReader

from app.errors import FileUnreadable, NotUnderstood


@pytest.fixture
def story(casepack, case):
    """A case with one note, so that there is a dossier to make."""
    assert casepack("note", case, "--title", "My story", "--text", "It began in May.").status == 0
    return case


@pytest.fixture
def copied(casepack, story, tmp_path):
    """Such a case with a copy for review, and the file."""
    said = casepack("export", story, "-o", tmp_path / "a.pdf", "--review-copy", "--json")
    assert said.json["for_review"] is True
    return story, tmp_path / "a for review.pdf"


def standing(casepack, case):
    found = casepack("approval", "list", case, "--json").json["versions"]
    return {one["version"]: one["standing"] for one in found}


def findings(casepack, case):
    lines = casepack("check", case, "--json").json["lines"]
    return {one["code"]: one for one in lines if one["code"].startswith("approval.")}


def test_a_copy_for_review_says_so_and_is_no_build_to_send(casepack, copied):
    case, file = copied
    assert all("Not to be sent." in page.extract_text() for page in PdfReader(file).pages)
    [build] = casepack("builds", case, "--json").json["builds"]
    assert (build["what"], build["number"], build["files"][0]["name"]) == ("review", 1, file.name)
    assert "for review: the first version" in casepack("builds", case).out
    said = casepack("sent", case, build["build"], "--to", "Dr Lindqvist")
    assert said.status == NotUnderstood.exit_code
    assert "not to be sent" in said.err
    assert casepack("sent", case, "--json").json == {"sent": []}


def test_the_first_dossier_is_still_build_one(casepack, copied, tmp_path):
    case, _file = copied
    assert casepack("export", case, "-o", tmp_path / "real.pdf").status == 0
    builds = casepack("builds", case, "--json").json["builds"]
    assert [(one["what"], one["number"]) for one in builds] == [("dossier", 1), ("review", 1)]


def test_a_yes_is_noted_and_holds_until_something_is_changed(casepack, copied):
    case, _file = copied
    assert standing(casepack, case) == {0: "not_answered"}
    assert findings(casepack, case)["approval.not_answered"]["level"] == "look"
    said = casepack(
        "approval", "add", case, "yes", "Margaret Ellis", "--how", "by phone", "--on", "22 Nov 2026",
        "--json",
    )  # fmt: skip
    assert said.json["approval"] == 1
    assert findings(casepack, case)["approval.yes"]["level"] == "ok"
    casepack("note", case, "--title", "More", "--text", "It is worse.")
    line = findings(casepack, case)["approval.changed"]
    assert line["level"] == "look"
    assert "changed since “Margaret Ellis” said yes to it, 22-Nov-2026" in line["sentence"]
    assert casepack("remove", case, 2).status == 0
    assert standing(casepack, case) == {0: "yes"}


def test_a_no_asks_to_change_it(casepack, copied):
    case, _file = copied
    casepack("approval", "add", case, "no", "Anna", "--note", "Leave the diary out")
    assert "said no to this version" in findings(casepack, case)["approval.no"]["sentence"]
    shown = casepack("approval", "list", case).out
    assert "Anna · no" in shown
    assert "Leave the diary out" in shown
    assert "Version 0: “Anna” said no" in shown


def test_an_answer_taken_away_leaves_none(casepack, copied):
    case, _file = copied
    casepack("approval", "add", case, "yes", "Anna")
    assert casepack("approval", "remove", case, 1).status == 0
    assert standing(casepack, case) == {0: "not_answered"}
    assert "No answer is noted yet." in casepack("approval", "list", case).out
    assert casepack("approval", "remove", case, 1).status == NotUnderstood.exit_code


def test_an_answer_belongs_to_the_file_that_was_looked_at(casepack, copied, tmp_path):
    case, first = copied
    casepack("note", case, "--title", "More", "--text", "It is worse.")
    casepack("export", case, "-o", tmp_path / "b.pdf", "--review-copy")
    assert casepack("approval", "add", case, "yes", "Anna", "--file", first).status == 0
    assert standing(casepack, case) == {0: "changed"}
    moved = shutil.copy(tmp_path / "b for review.pdf", tmp_path / "elsewhere.pdf")
    assert casepack("approval", "add", case, "yes", "Anna", "--file", moved).status == 0
    assert standing(casepack, case) == {0: "yes"}


def test_what_is_no_copy_for_review_gets_no_answer(casepack, story, tmp_path):
    said = casepack("approval", "add", story, "yes", "Anna")
    assert said.status == NotUnderstood.exit_code
    assert "no copy for review of this version yet" in said.err
    casepack("export", story, "-o", tmp_path / "real.pdf")
    for file, status in (
        (tmp_path / "real.pdf", NotUnderstood.exit_code),
        (tmp_path / "gone.pdf", FileUnreadable.exit_code),
    ):
        assert casepack("approval", "add", story, "yes", "Anna", "--file", file).status == status
    assert casepack("approval", "add", story, "yes", "  ").status == NotUnderstood.exit_code
    assert casepack("approval", "list", story, "--json").json["approvals"] == []


def test_where_nobody_is_asked_nothing_is_said(casepack, story, case):
    assert findings(casepack, story) == {}
    assert standing(casepack, story) == {0: "not_used"}
