"""Facts for a letter and the page for emergencies, by commands."""

from pypdf import PdfReader

from app.errors import NotUnderstood


def text_of(path):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_the_page_for_emergencies_is_made_and_says_where(casepack, case, tmp_path):
    target = tmp_path / "page.pdf"
    said = casepack("emergency-page", case, target, "--paper", "letter", "--json")
    assert said.status == 0
    assert said.json == {"pdf": str(target)}
    assert "Margaret Ellis, born 14-Mar-1957" in text_of(target)
    assert float(PdfReader(target).pages[0].mediabox.width) == 612


def test_the_facts_for_a_letter_tell_what_the_family_chose_to_share(casepack, case, tmp_path):
    casepack("family", "add", case, "Mother", "Broken hip", "--private", "no")
    casepack("family", "add", case, "Aunt", "Hidden illness")
    target = tmp_path / "facts.pdf"
    assert casepack("letter-facts", case, target).status == 0
    text = text_of(target)
    assert "Broken hip" in text
    assert "Hidden illness" not in text


def test_facts_for_a_version_that_is_not_there_are_refused(casepack, case, tmp_path):
    target = tmp_path / "facts.pdf"
    said = casepack("letter-facts", case, target, "--version-number", 4)
    assert said.status == NotUnderstood.exit_code
    assert not target.exists()
