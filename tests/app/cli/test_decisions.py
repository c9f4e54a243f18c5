"""The decision, the sheets beside it and the end of a case, by commands."""

from pypdf import PdfReader

from app.errors import DossierBlocked, NotUnderstood


def test_a_new_decision_leaves_the_earlier_one(casepack, case, tmp_path):
    casepack("option", "add", case, "Fusion")
    assert casepack("decide", "add", case, "--not-yet", "--review", "March 2027").status == 0
    said = casepack("decide", "add", case, "--option", 1, "--tipped", "Walking", "--json")
    assert said.json == {"decision": 2}
    found = casepack("decide", "list", case, "--json").json["decisions"]
    assert [(one["decision"], one["made"], one["option"]) for one in found] == [
        (2, True, 1),
        (1, False, None),
    ]
    assert found[1]["considered"] == "Fusion\nDo nothing for now"
    assert found[1]["review"] == "2027-03"
    target = tmp_path / "decision.pdf"
    assert casepack("decide", "print", case, target).status == 0
    assert "Walking" in PdfReader(target).pages[0].extract_text()


def test_a_decision_is_changed_and_taken_away(casepack, case):
    casepack("decide", "add", case, "--chosen", "Wait", "--on", "2026-11-20")
    assert casepack("decide", "set", case, 1, "--not-yet").status == 0
    [one] = casepack("decide", "list", case, "--json").json["decisions"]
    assert (one["made"], one["chosen"], one["on"]) == (False, "", "2026-11-20")
    assert casepack("decide", "remove", case, 1).status == 0
    assert casepack("decide", "list", case, "--json").json == {"decisions": []}


def test_what_does_not_fit_together_or_is_not_there_is_refused(casepack, case):
    for words in (
        ("add", case, "--not-yet", "--chosen", "Fusion"),
        ("add", case, "--option", 9),
        ("set", case, 5, "--not-yet"),
        ("remove", case, 5),
    ):
        assert casepack("decide", *words).status == NotUnderstood.exit_code
    assert casepack("decide", "list", case, "--json").json == {"decisions": []}


def test_without_an_opinion_there_is_no_reply(casepack, case, tmp_path):
    target = tmp_path / "reply.pdf"
    said = casepack("reply-pack", case, target, "--decision")
    assert said.status == DossierBlocked.exit_code
    assert "no second opinion" in said.err
    assert not target.exists()


def test_a_visit_sheet_is_made_for_a_version_that_is_there(casepack, case, tmp_path):
    casepack("question", case, "Can I wait?")
    target = tmp_path / "sheet.pdf"
    assert casepack("visit-sheet", case, target, "--paper", "letter").status == 0
    reader = PdfReader(target)
    assert "Can I wait?" in "".join(page.extract_text() for page in reader.pages)
    assert float(reader.pages[0].mediabox.width) == 612
    said = casepack("visit-sheet", case, target, "--version-number", 4)
    assert said.status == NotUnderstood.exit_code
