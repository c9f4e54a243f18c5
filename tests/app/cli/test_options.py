"""The options and what was said of each, by commands."""

import pytest
from pypdf import PdfReader

from app.case.casefile import CaseFile
from app.errors import NotUnderstood


@pytest.fixture
def fusion(casepack, case):
    """A case with a note and a first option, which brought the second along."""
    assert casepack("note", case, "--title", "Letter", "--text", "Fusion.").status == 0
    said = casepack("option", "add", case, "Fusion", "--raised-by", "Dr Venn", "--json")
    assert said.json == {"option": 1, "do_nothing": 2}
    return case


def listed(casepack, case):
    return casepack("option", "list", case, "--json").json["options"]


def test_the_first_option_brings_do_nothing_along_and_the_next_does_not(casepack, fusion):
    assert casepack("option", "add", fusion, "Rehab", "--json").json["do_nothing"] is None
    options = listed(casepack, fusion)
    assert [(one["name"], one["do_nothing"]) for one in options] == [
        ("Fusion", False),
        ("Do nothing for now", True),
        ("Rehab", False),
    ]


def test_to_do_nothing_is_worded_anew_and_is_there_once(casepack, fusion):
    assert casepack("option", "add", fusion, "Wait and walk", "--number", 2).status == 0
    assert listed(casepack, fusion)[1]["name"] == "Wait and walk"
    said = casepack("option", "add", fusion, "--do-nothing")
    assert said.status == NotUnderstood.exit_code
    assert "“Wait and walk”" in said.err
    assert len(listed(casepack, fusion)) == 2


def test_what_was_said_keeps_its_number_its_aspect_and_its_source(casepack, fusion):
    for more in (
        ("good", "less leg pain", "--of-100", 60, "--record", 1),
        ("bad", "a clot", "--by", "Dr Venn", "--on", "October 2026"),
        ("unknown", "how long it lasts", "--own-reading"),
        ("good", "walking again", "--of-100", 0),
    ):
        assert casepack("option", "cell", fusion, 1, *more).status == 0
    cells = listed(casepack, fusion)[0]["cells"]
    assert [(one["aspect"], one["text"], one["of_100"]) for one in cells] == [
        ("good", "less leg pain", 60),
        ("good", "walking again", 0),
        ("bad", "a clot", None),
        ("unknown", "how long it lasts", None),
    ]
    assert cells[0]["source"] == {"voice": "record", "record": 1, "page": 1}
    assert (cells[2]["source"]["by"], cells[2]["source"]["on"]) == ("Dr Venn", "2026-10")
    assert cells[3]["source"] is None
    out = casepack("option", "list", fusion).out
    assert "60 of 100: less leg pain  [record 1, page 1]" in out
    assert "[my own reading]" in out


def test_options_are_moved_and_removed_with_what_was_said(casepack, fusion):
    assert casepack("option", "cell", fusion, 1, "good", "less pain").status == 0
    assert casepack("option", "move", fusion, 2, 1, "--json").json == {"order": [2, 1]}
    assert [one["option"] for one in listed(casepack, fusion)] == [2, 1]
    assert casepack("option", "remove", fusion, 1).status == 0
    assert [one["option"] for one in listed(casepack, fusion)] == [2]
    case = CaseFile.open(fusion)
    assert case.journey.choice_cells.all() == []
    case.close()


def test_one_thing_that_was_said_is_taken_away(casepack, fusion):
    for text in ("less pain", "more sleep"):
        assert casepack("option", "cell", fusion, 1, "good", text).status == 0
    assert casepack("option", "remove", fusion, 1, "--cell").status == 0
    assert [one["text"] for one in listed(casepack, fusion)[0]["cells"]] == ["more sleep"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", ""),
        ("add", "--number", "9"),
        ("add", "--do-nothing"),
        ("cell", "9", "good", "words"),
        ("cell", "1", "good", "  "),
        ("cell", "1", "good", "words", "--of-100", "101"),
        ("cell", "1", "good", "words", "--of-100", "-1"),
        ("cell", "1", "good", "words", "--own-reading", "--by", "Dr Venn"),
        ("cell", "1", "good", "words", "--record", "7"),
        ("move", "1", "3"),
        ("move", "1", "0"),
        ("move", "9", "1"),
        ("remove", "9"),
        ("remove", "9", "--cell"),
    ],
)
def test_what_cannot_be_understood_is_said_and_changes_nothing(casepack, fusion, arguments):
    action, *rest = arguments
    before = listed(casepack, fusion)
    said = casepack("option", action, fusion, *rest)
    assert said.status == NotUnderstood.exit_code
    assert said.err.strip()
    assert listed(casepack, fusion) == before


def test_an_empty_case_says_that_there_is_no_option(casepack, case):
    assert casepack("option", "list", case).out == "No option is written down yet.\n"
    assert listed(casepack, case) == []


def test_the_options_are_in_the_exported_dossier(casepack, fusion, tmp_path):
    said = casepack("option", "cell", fusion, 1, "good", "less leg pain", "--of-100", 60)
    assert said.status == 0
    target = tmp_path / "dossier.pdf"
    assert casepack("export", fusion, "-o", target).status == 0
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(target).pages).split())
    assert "Options and risks as told to me" in text
    assert "60 of 100: less leg pain" in text
