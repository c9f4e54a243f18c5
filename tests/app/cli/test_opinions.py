"""Opinions and their comparison, by commands."""

from datetime import UTC, datetime

import pypdfium2
import pytest

from app.case.casefile import CaseFile
from app.errors import DossierBlocked, NotUnderstood
from app.model.build import Build, BuiltRecord


@pytest.fixture
def two(casepack, case):
    """A case with two notes as reports, two opinions and two questions."""
    for title in ("Letter of Dr Venn", "Report of Dr Lindqvist"):
        assert casepack("note", case, "--title", title, "--text", "words").status == 0
    said = casepack(
        "opinion", "add", case, "Dr Venn", "--field", "Spine surgery", "--date", "2 October 2026",
        "--kind", "visit", "--record", 1, "--json",
    )  # fmt: skip
    assert said.json["opinion"]["opinion"] == 1
    assert casepack("opinion", "add", case, "Dr Lindqvist", "--record", 2).status == 0
    assert casepack("question", case, "Do I need it?", "Can I wait?").status == 0
    return case


def listed(casepack, case):
    return casepack("opinion", "list", case, "--json").json["opinions"]


def test_an_opinion_is_written_down_and_changed(casepack, two):
    first, second = listed(casepack, two)
    assert (first["doctor"], first["kind"], first["date"], first["record"]) == (
        "Dr Venn",
        "visit",
        "2026-10-02",
        1,
    )
    assert casepack("opinion", "add", two, "--number", 2, "--place", "Kent").status == 0
    assert listed(casepack, two)[1]["place"] == "Kent"
    assert second["doctor"] == "Dr Lindqvist"


def test_a_point_has_its_part_its_page_and_whose_words_it_is(casepack, two):
    said = casepack(
        "opinion", "point", two, 1, "written_report", "Fusion in January", "--verbatim",
        "--page", 1,
    )  # fmt: skip
    assert said.status == 0
    assert listed(casepack, two)[0]["points"] == [
        {
            "point": 1,
            "part": "written_report",
            "text": "Fusion in January",
            "verbatim": True,
            "page": 1,
        }
    ]
    assert "You get a written report: Fusion in January" in casepack("opinion", "list", two).out


def test_a_page_without_a_report_is_not_taken(casepack, case):
    assert casepack("opinion", "add", case, "Dr No").status == 0
    said = casepack("opinion", "point", case, 1, "more_tests", "An MRI", "--page", 2)
    assert said.status == NotUnderstood.exit_code
    assert "no report yet" in said.err


def test_what_is_not_answered_makes_the_follow_up_list(casepack, two):
    assert casepack("opinion", "answer", two, 2, 1, "yes", "--text", "No, not now").status == 0
    said = casepack("opinion", "answer", two, 2, 2, "partly", "--json")
    assert said.json["follow_up"] == [2]
    assert casepack("opinion", "answer", two, 2, 1, "no").status == 0
    second = listed(casepack, two)[1]
    assert second["follow_up"] == [1, 2]
    assert second["answers"][0]["text"] == "No, not now"
    assert len(second["answers"]) == 2


def test_what_was_in_a_dossier_is_marked_as_at_hand_but_nothing_is_overwritten(casepack, two):
    case = CaseFile.open(two)
    records = tuple(BuiltRecord(number, "", "", 1, ()) for number in (1, 2, 99))
    number = case.builds.keep(
        Build(0, 0, "", "Dr Lindqvist", 0, datetime.now(UTC), "", (), records, (), ())
    )
    case.close()
    assert casepack("opinion", "saw", two, 2, 1, "--not").status == 0
    said = casepack("opinion", "saw", two, 2, "--build", number, "--json")
    assert said.json["saw"] == [{"record": 1, "saw": False}, {"record": 2, "saw": True}]
    assert casepack("opinion", "saw", two, 2).status == NotUnderstood.exit_code


def test_the_grid_is_filled_marked_and_printed(casepack, two, tmp_path):
    for number, text, mark in ((1, "Fusion", "differ"), (2, "Exercise first", "differ")):
        said = casepack(
            "compare", "cell", two, number, "plan", "--text", text, "--stance", mark, "--page", 1
        )
        assert said.status == 0
    assert casepack("compare", "cell", two, 1, "plan", "--verbatim").status == 0
    assert casepack("compare", "row", two, "Driving", "--json").json == {"row": "own-1"}
    assert casepack("compare", "cell", two, 2, "own-1", "--text", "After 8 weeks").status == 0
    assert casepack("compare", "why", two, "tests", "--row", "plan", "--text", "No MRI").status == 0
    target = tmp_path / "grid.pdf"
    shown = casepack("compare", "show", two, "--pdf", target, "--json").json
    assert [one["row"] for one in shown["rows"]] == ["plan", "own-1"]
    assert shown["rows"][0]["cells"][0] == {
        "opinion": 1,
        "text": "Fusion",
        "verbatim": True,
        "page": 1,
        "stance": "differ",
    }
    assert (shown["rows"][0]["open"], shown["rows"][0]["agreed"]) == (True, False)
    [page] = pypdfium2.PdfDocument(target)
    text = page.get_textpage().get_text_bounded()
    assert "“Fusion” (Letter of Dr Venn, page 1)" in text.replace("\r\n", " ")
    assert "No MRI" in text


def test_other_words_are_no_more_the_doctors_nor_on_the_page_of_those_before(casepack, two):
    casepack("compare", "cell", two, 1, "plan", "--text", "Fusion", "--verbatim", "--page", 1)
    said = casepack("compare", "cell", two, 1, "plan", "--text", "An operation", "--json")
    assert said.json["cell"] == {
        "opinion": 1,
        "text": "An operation",
        "verbatim": False,
        "page": None,
        "stance": "",
    }


def test_a_row_that_is_not_there_is_named_with_those_that_are(casepack, two):
    said = casepack("compare", "cell", two, 1, "q-7", "--text", "x")
    assert said.status == NotUnderstood.exit_code
    assert "q-1, q-2" in said.err


def test_one_opinion_alone_is_not_printed(casepack, two, tmp_path):
    assert casepack("compare", "cell", two, 1, "plan", "--text", "Fusion").status == 0
    said = casepack("compare", "show", two, "--pdf", tmp_path / "grid.pdf")
    assert said.status == DossierBlocked.exit_code
    assert not (tmp_path / "grid.pdf").exists()


def test_an_open_point_becomes_one_question_to_both_doctors(casepack, two):
    for number, text in ((1, "Fusion"), (2, "Exercise first")):
        casepack("compare", "cell", two, number, "plan", "--text", text, "--stance", "differ")
    casepack("compare", "cell", two, 1, "plan", "--verbatim")
    [point] = casepack("compare", "open", two, "--json").json["open"]
    assert point["question"] is None
    assert (
        "Dr Venn says: “Fusion.” As I noted it, Dr Lindqvist said: Exercise first."
        in (point["offered"])
    )
    for _again in range(2):
        [kept] = casepack("compare", "open", two, "plan", "--json").json["open"]
        assert kept["question"] == 3
    assert casepack("show", two, "--json").json["questions"][-1]["text"] == point["offered"]
    casepack("compare", "open", two, "plan", "--question", "Why?", "--close")
    [closed] = casepack("compare", "open", two, "--json").json["open"]
    assert closed["closed"] is True
    assert casepack("show", two, "--json").json["questions"][-1]["text"] == "Why?"


def test_the_words_for_people_take_no_side(casepack, two):
    for number, text in ((1, "Fusion"), (2, "Exercise first")):
        casepack("compare", "cell", two, number, "plan", "--text", text, "--stance", "differ")
    said = casepack("compare", "show", two)
    assert said.out.splitlines() == [
        "Plan that is advised",
        "   Dr Venn: Fusion (Differs)",
        "   Dr Lindqvist: Exercise first (Differs)",
    ]
