"""Papers of somebody else, on the command line."""

import pytest

JONES = "Patient: JONES, Peter DOB: 2-Feb-1961"


@pytest.fixture
def stranger(make_pdf):
    return make_pdf("jones.pdf", JONES)


def titles(casepack, case):
    return [one["title"] for one in casepack("show", case, "--json").json["records"]]


def test_a_paper_that_names_somebody_else_is_not_added_and_says_so(
    casepack, case, stranger, make_pdf
):
    own = make_pdf("own.pdf", "Patient: Margaret Ellis")
    said = casepack("add", case, own, stranger, "--yes")
    assert said.status == 15
    assert (
        "“jones.pdf” names “Patient: JONES, Peter DOB: 2-Feb-1961”. It was not added. "
        "Say --same-person if it is about “Margaret Ellis”, "
        "or --relative to keep it as a relative’s." in said.out
    )
    assert titles(casepack, case) == ["Own"]


def test_json_tells_who_is_named_and_where(casepack, case, stranger):
    said = casepack("add", case, stranger, "--yes", "--json")
    assert said.status == 15
    assert said.json["added"] == []
    (one,) = said.json["proposed"]
    assert one["other_person"] == JONES
    assert one["named"] == [{"name": "JONES, Peter", "born": "2-Feb-1961", "page": 1}]
    assert one["about"] is None


def test_same_person_adds_it_and_the_dossier_does_not_ask_again(casepack, case, stranger, tmp_path):
    said = casepack("add", case, stranger, "--yes", "--same-person", "--json")
    assert (said.status, said.json["added"][0]["about"]) == (0, "patient")
    assert casepack("check", case).status == 0
    assert casepack("export", case, "-o", tmp_path / "d.pdf").status == 0


def test_a_relatives_paper_is_kept_out_of_the_dossier(casepack, case, stranger, make_pdf, tmp_path):
    casepack("add", case, make_pdf("own.pdf", "words"), "--yes")
    said = casepack("add", case, stranger, "--yes", "--relative", "--json")
    assert said.json["added"][0]["about"] == "relative"
    made = casepack("export", case, "-o", tmp_path / "d.pdf", "--json").json
    assert [one["record"] for one in made["left_out"]] == [said.json["added"][0]["record"]]


def test_a_paper_of_the_patient_needs_no_answer(casepack, case, make_pdf):
    own = make_pdf("own.pdf", "Patient: Margaret Ellis DOB: 14 Mar 1957")
    said = casepack("add", case, own, "--yes", "--same-person", "--json")
    assert (said.status, said.json["added"][0]["about"]) == (0, None)


def test_one_answer_at_a_time(casepack, case, stranger):
    assert casepack("add", case, stranger, "--yes", "--same-person", "--relative").status == 2


def test_a_dossier_that_stops_is_made_once_somebody_says_why_it_is_right(
    casepack, case, stranger, tmp_path
):
    casepack("add", case, stranger, "--yes", "--same-person")
    finding = next(
        one
        for one in casepack("check", case, "--json").json["lines"]
        if one["code"] == "record.other_person"
    )
    assert finding["kept_because"]
    about = ("--record", finding["record"])
    assert casepack("keep", case, finding["finding"], "", *about).status == 0
    stopped = casepack("export", case, "-o", tmp_path / "d.pdf")
    assert stopped.status == 11
    assert "names somebody else" in stopped.err
    assert casepack("check", case).status == 11
    assert casepack("keep", case, finding["finding"], "He is the donor", *about).status == 0
    assert casepack("check", case).status == 0
    assert casepack("export", case, "-o", tmp_path / "d.pdf").status == 0
