"""Own lists, by commands."""

import json

import pytest

from app.errors import FileUnreadable, NotUnderstood


@pytest.fixture
def filled(casepack, case):
    """A case with two lines, a reader and two questions; one of each names the patient."""
    casepack("checklist", "own", case, "Bending views")
    casepack("checklist", "own", case, "What Margaret wrote")
    wish = ("--wish", "most_pages=30", "--checked-by", "Anna")
    casepack("recipient", case, "Dr Lindqvist", "--reply-to", "Daniel", *wish)
    casepack("question", case, "How often do you do this?", "Can Margaret wait?")
    return case


def along(said):
    return [one["entry"] for one in said.json["entries"] if one["along"]]


def test_lists_are_written_without_the_patient_and_what_stays_behind_is_said(
    casepack, filled, tmp_path
):
    file = tmp_path / "lists.json"
    said = casepack("lists", "export", filled, "-o", file, "--json")
    assert said.status == 0
    assert said.json["file"] == str(file)
    assert along(said) == ["checklist:1", "recipients:1", "questions:1"]
    [left] = [one for one in said.json["entries"] if one["entry"] == "checklist:2"]
    assert "Margaret" in left["remarks"][0]
    made = file.read_text(encoding="utf-8")
    assert json.loads(made)["recipients"] == [
        {"name": "Dr Lindqvist", "wishes": {"most_pages": 30}}
    ]
    for gone in ("Margaret", "Daniel", "Anna"):
        assert gone not in made


def test_a_look_writes_nothing(casepack, filled, tmp_path):
    before = sorted(tmp_path.iterdir())
    said = casepack("lists", "export", filled, "--dry-run")
    assert said.status == 0
    assert "* checklist:1  Bending views" in said.out
    assert "  checklist:2  What Margaret wrote" in said.out
    assert "(“Margaret” stands in it" in said.out
    assert "most_pages: 30" in said.out
    assert sorted(tmp_path.iterdir()) == before
    assert casepack("lists", "export", filled).status == NotUnderstood.exit_code


def test_somebody_chooses_the_lists_and_single_entries(casepack, filled, tmp_path):
    file = tmp_path / "lists.json"
    choices = ("--only", "checklist,questions", "--also", "questions:2", "--without", "checklist:1")
    said = casepack("lists", "export", filled, "-o", file, *choices, "--language", "de", "--json")
    assert along(said) == ["questions:1", "questions:2"]
    assert json.loads(file.read_bytes()) == {
        "kind": "casepack-lists",
        "version": 1,
        "language": "de",
        "questions": ["How often do you do this?", "Can Margaret wait?"],
    }


@pytest.mark.parametrize(
    "wrong",
    [
        ("--only", "letters"),
        ("--also", "questions:9"),
        ("--without", "checklist"),
        ("--language", "the German one"),
        ("--without", "checklist:1", "--only", "checklist"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_written(casepack, filled, tmp_path, wrong):
    said = casepack("lists", "export", filled, "-o", tmp_path / "lists.json", *wrong)
    assert said.status == NotUnderstood.exit_code
    assert said.err.strip().endswith(".")
    assert not (tmp_path / "lists.json").exists()


@pytest.fixture
def other(casepack, tmp_path):
    path = tmp_path / "other.casepack"
    casepack("new", path, "--patient", "Rosa Alvarez")
    casepack("question", path, "HOW OFTEN DO YOU DO THIS")
    return path


def test_lists_come_into_another_case_and_what_is_there_is_left_alone(
    casepack, filled, other, tmp_path
):
    file = tmp_path / "lists.json"
    casepack("lists", "export", filled, "-o", file)
    looked = casepack("lists", "import", other, file, "--dry-run", "--json")
    assert along(looked) == ["checklist:1", "recipients:1"]
    assert looked.json["dry_run"] is True
    assert casepack("recipients", other, "--json").json["recipients"] == []
    said = casepack("lists", "import", other, file, "--json")
    assert (said.status, along(said)) == (0, along(looked))
    [reader] = casepack("recipients", other, "--json").json["recipients"]
    assert (reader["name"], reader["wishes"]) == ("Dr Lindqvist", {"most_pages": "30"})
    assert reader["checked_by"] == ""
    lines = casepack("checklist", "show", other, "--json").json["lines"]
    assert "Bending views" in [one["text"] for one in lines]
    again = casepack("lists", "import", other, file)
    assert again.status == 0
    assert "already" in again.out
    assert len(casepack("recipients", other, "--json").json["recipients"]) == 1


def test_a_file_that_is_wrong_changes_nothing_and_its_field_is_named(casepack, other, tmp_path):
    file = tmp_path / "lists.json"
    file.write_text(
        '{"kind": "casepack-lists", "version": 1, "language": "en",'
        ' "checklist": ["Good"], "questions": [7]}',
        encoding="utf-8",
    )
    said = casepack("lists", "import", other, file)
    assert said.status == FileUnreadable.exit_code
    assert "“questions”, entry 1" in said.err
    lines = casepack("checklist", "show", other, "--json").json["lines"]
    assert "Good" not in [one["text"] for one in lines]
