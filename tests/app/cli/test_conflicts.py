"""Papers that do not agree, by commands."""

import pytest

from app.case.casefile import CaseFile
from app.errors import NotUnderstood

SIDES = ("--one", "left", "--one-record", 1, "--other", "right", "--other-by", "Dr Iyer")


@pytest.fixture
def noted(casepack, case):
    assert casepack("note", case, "--title", "Letter of Dr Venn", "--text", "Left.").status == 0
    said = casepack("conflict", "add", case, "Which side", *SIDES, "--json")
    assert said.json == {"conflict": 1, "question": None}
    return case


def listed(casepack, case):
    return casepack("conflict", "list", case, "--json").json["conflicts"]


def test_both_sides_are_kept_with_where_each_stands(casepack, noted):
    [one] = listed(casepack, noted)
    assert (one["about"], one["settled"], one["question"]) == ("Which side", False, None)
    assert one["one"] == {"text": "left", "voice": "record", "record": 1, "page": 1}
    assert (one["other"]["text"], one["other"]["by"]) == ("right", "Dr Iyer")
    out = casepack("conflict", "list", noted).out
    assert "Letter of Dr Venn: “left”" in out
    assert "Dr Iyer: “right”" in out


def test_a_question_is_made_of_it_once_and_again_when_it_was_removed(casepack, noted):
    assert casepack("conflict", "ask", noted, 1).status == 0
    case = CaseFile.open(noted)
    [question] = case.questions.all()
    assert question.text == (
        "Which side: Letter of Dr Venn says: “left.” Dr Iyer says: “right.” "
        "Which of them holds, and how can we be sure?"
    )
    case.close()
    assert "Asked in Q1" in casepack("conflict", "list", noted).out
    assert casepack("conflict", "ask", noted, 1).status == NotUnderstood.exit_code
    case = CaseFile.open(noted)
    with case.change("Remove"):
        case.questions.remove(question.id)
    case.close()
    assert casepack("conflict", "ask", noted, 1).status == 0


def test_the_question_may_come_along_at_once(casepack, case):
    said = casepack("conflict", "add", case, "Date", *SIDES[:2], *SIDES[4:], "--ask", "--json")
    assert said.json["question"] is not None
    assert listed(casepack, case)[0]["question"] == said.json["question"]


def test_what_was_found_out_is_written_beside_it_and_the_rest_stays(casepack, noted):
    said = casepack(
        "conflict", "set", noted, 1, "--note", "The scan shows left.", "--settled", "yes"
    )
    assert said.status == 0
    [one] = listed(casepack, noted)
    assert (one["note"], one["settled"]) == ("The scan shows left.", True)
    assert one["one"]["record"] == 1
    assert one["other"]["by"] == "Dr Iyer"
    assert casepack("conflict", "set", noted, 1, "--other", "").status == 0
    assert listed(casepack, noted)[0]["other"]["text"] == ""
    assert casepack("conflict", "set", noted, 1, "--settled", "no", "--one-by", "me").status == 0
    [one] = listed(casepack, noted)
    assert (one["settled"], one["one"]["voice"], one["one"]["text"]) == (False, "said", "left")


@pytest.mark.parametrize(
    "words",
    [
        ("add", " ", "--one", "left", "--other", "right"),
        ("add", "Side", "--one", " ", "--other", "right"),
        ("add", "Side", "--one", "left", "--one-record", 9, "--other", "right"),
        ("add", "Side", "--one", "left", "--one-record", 1, "--one-page", 0, "--other", "right"),
    ],
)
def test_what_cannot_be_understood_adds_nothing(casepack, noted, words):
    action, *rest = words
    said = casepack("conflict", action, noted, *rest)
    assert said.status == NotUnderstood.exit_code
    assert len(listed(casepack, noted)) == 1


def test_one_that_is_not_there_is_said_so(casepack, noted):
    for words in (("set", noted, 7, "--note", "x"), ("ask", noted, 7), ("remove", noted, 7)):
        said = casepack("conflict", *words)
        assert said.status == NotUnderstood.exit_code
        assert "7" in said.err


def test_it_is_taken_away_and_its_question_stays(casepack, noted):
    assert casepack("conflict", "ask", noted, 1).status == 0
    assert casepack("conflict", "remove", noted, 1).status == 0
    assert listed(casepack, noted) == []
    case = CaseFile.open(noted)
    assert len(case.questions.all()) == 1
    assert case.journey.conflict_sides.all() == []
    case.close()


def test_a_search_and_show_tell_what_stands_on_the_journey(casepack, noted):
    assert casepack("option", "add", noted, "Fusion", "--raised-by", "Dr Venn").status == 0
    said = casepack("search", noted, "right", "side", "--json").json
    assert said["hits"] == []
    assert [(one["group"], one["table"], one["id"]) for one in said["found"]] == [
        ("conflict", "conflict", 1)
    ]
    assert (
        "Papers that do not agree: Which side (left · right)"
        in casepack("search", noted, "side").out
    )
    shown = casepack("show", noted, "--json").json["journey"]
    assert shown["choices"][0]["name"] == "Fusion"
    assert shown["conflict_sides"][0]["voice"] == {"voice": "record", "record": 1, "page": 1}
    assert "opinions" not in shown
    assert "Options & risks: Fusion  (Raised by Dr Venn)" in casepack("show", noted).out
