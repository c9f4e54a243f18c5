"""Requests, consents, letters and what is due, by commands."""

from datetime import date, timedelta

import pypdfium2
import pytest
from icalendar import Calendar

from app.errors import NotUnderstood


@pytest.fixture
def asked(casepack, case):
    """A case with a request of today, which asks for one thing."""
    today = date.today().isoformat()
    casepack("set", case, "patient", "name", "Margaret Ellis")
    more = ("--received-on", today, "--clock", "hipaa", "--pictures", "yes")
    assert casepack("request", "add", case, "City Lab", *more, "--json").json == {"request": 1}
    assert casepack("ask-for", case, 1, "MRI of the back, May 2026").status == 0
    return case


def text_of(path):
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def test_what_is_due_is_listed_with_its_day(casepack, asked):
    [one] = casepack("due", asked, "--json").json["due"]
    assert one["day"] == (date.today() + timedelta(days=30)).isoformat()
    assert (one["what"], one["place"], one["overdue"]) == (
        "Records from City Lab",
        "requests",
        False,
    )
    assert "Records from City Lab" in casepack("due", asked).out


def test_the_letter_names_the_exact_paper_and_the_patient(casepack, asked, tmp_path):
    target = tmp_path / "letter.pdf"
    assert casepack("letter", asked, 1, "-o", target).status == 0
    text = text_of(target)
    assert "MRI of the back, May 2026" in text
    assert "City Lab" in text
    assert "DICOM" in text


def test_what_came_is_not_asked_for_again(casepack, asked, tmp_path):
    casepack("note", asked, "--title", "MRI", "--text", "Came.")
    assert casepack("came", asked, 1, 1).status == 0
    casepack("letter", asked, 1, "-o", tmp_path / "letter.pdf")
    assert "MRI of the back" not in text_of(tmp_path / "letter.pdf")
    assert casepack("came", asked, 9, 1).status == NotUnderstood.exit_code


def test_a_calendar_says_what_is_due_only_on_wish(casepack, asked, tmp_path):
    target = tmp_path / "due.ics"
    casepack("due", asked, "--ics", target)
    [event] = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert event["summary"] == "Casepack: something is due"
    assert b"City Lab" not in target.read_bytes()
    assert event["dtstart"].dt == date.today() + timedelta(days=30)
    first = event["uid"]
    casepack("due", asked, "--ics", target, "--in-full")
    [event] = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert event["summary"] == "Records from City Lab"
    assert event["uid"] == first
    assert b"Ellis" not in target.read_bytes()


def test_a_table_of_what_is_due_is_written(casepack, asked, tmp_path):
    casepack("due", asked, "--csv", tmp_path / "due.csv")
    assert "Records from City Lab" in (tmp_path / "due.csv").read_text("utf-8-sig")


def test_without_an_open_request_there_is_no_letter(casepack, asked, tmp_path):
    casepack("request", "set", asked, 1, "--outcome", "all_came")
    said = casepack("letter", asked, "-o", tmp_path / "letters.pdf")
    assert said.status == NotUnderstood.exit_code
    assert not (tmp_path / "letters.pdf").exists()
    assert casepack("due", asked, "--json").json["due"] == []


def test_a_call_is_noted_for_its_request_only(casepack, asked):
    assert casepack("call", asked, 1, "They will send it", "--who", "Ms Roe").status == 0
    assert casepack("call", asked, 2, "Nobody").status == NotUnderstood.exit_code


def test_a_consent_keeps_its_paper_and_its_end(casepack, asked):
    casepack("note", asked, "--title", "Power of attorney", "--text", "Signed.")
    more = ("--power", "collect", "--until", "5 May 2031", "--record", "1")
    assert casepack("consent", "add", asked, "Ann Ellis", *more).status == 0
    [one] = casepack("consent", "list", asked, "--json").json["all"]
    assert (one["record"], one["until"], one["power"]) == (1, "2031-05-05", "collect")
    wrong = casepack("consent", "add", asked, "Bob", "--record", "9")
    assert wrong.status == NotUnderstood.exit_code
    assert casepack("request", "set", asked, 1, "--days", "soon").status == NotUnderstood.exit_code
