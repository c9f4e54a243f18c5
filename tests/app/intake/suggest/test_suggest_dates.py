from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.suggest.dates import DateSuggestions, suggest_dates
from app.model.partial_date import NOT_KNOWN, PartialDate

TODAY = date(2026, 11, 22)
BORN = PartialDate.from_stored("1957-03-14")
HEAD = "City Imaging Group\nPatient: ELLIS, Margaret DOB: 14-Mar-1957 MRN: 00-482-913\n"


def suggest(*texts, born=BORN):
    return suggest_dates(texts, today=TODAY, born=born)


def service(*texts, born=BORN):
    suggestion = suggest(*texts, born=born).service
    return suggestion and suggestion.value.stored()


@pytest.mark.parametrize(
    ("line", "stored"),
    [
        ("Date of visit: 2 October 2026", "2026-10-02"),
        ("Exam date: 12 September 2026", "2026-09-12"),
        ("Exam Date/Time: 09/25/2026 10:30", "2026-09-25"),
        ("Date of service - Sept 12, 2026", "2026-09-12"),
        ("Date of procedure: 2026-05-18", "2026-05-18"),
        ("Collected 14-Jan-2025 Result Flag Units", "2025-01-14"),
        ("Specimen collected: 09:30 14-JAN-25", "2025-01-14"),
        ("Study date: 12.9.2026", "2026-09-12"),
        ("Date of visit:\n2 Oct 2026", "2026-10-02"),
        ("Course: 8 June 2026 to 24 August 2026 (10 visits)", "2026-06-08/2026-08-24"),
        ("Admitted 3 March 2026, discharged 8 March 2026", "2026-03-03/2026-03-08"),
        ("Date of admission: 3 Mar 2026\nDate of discharge: 8 Mar 2026", "2026-03-03/2026-03-08"),
        ("Date of admission: 3 Mar 2026", "2026-03-03"),
        ("Date: Friday, March 6, 2026", "2026-03-06"),
        ("Untersuchungsdatum: 12. März 2026", "2026-03-12"),
        ("Date de consultation : 1er août 2026", "2026-08-01"),
        ("Fecha de la consulta: 12 de septiembre de 2026", "2026-09-12"),
        ("Room 4 MRN: 00-482 Date of visit: 2 Oct 2026", "2026-10-02"),
    ],
)
def test_a_labelled_date_of_the_visit_or_test_is_suggested(line, stored):
    assert service(HEAD + line) == stored


@pytest.mark.parametrize(
    "line",
    [
        "2 October 2026",
        "She was seen on 2 October 2026 and felt well.",
        "admitted 3 March 2019 with pneumonia",
        "Admitted 3 March 2019 with pneumonia",
        "Sleep study: 3 May 2019",
        "Next visit: 3 March 2026",
        "Date of last visit: 3 March 2026",
        "Previous exam date: 3 March 2020",
        "Comparison exam date: 3 March 2020",
        "Order date: 3 March 2020",
        "Received: 3 March 2026",
        "Date of discharge: 8 March 2026",
        "Date of surgery: 2004",
        "Date of visit: 31 February 2026",
    ],
)
def test_a_date_without_a_label_of_its_own_is_not_suggested(line):
    assert suggest(HEAD + line) == DateSuggestions()


@pytest.mark.parametrize(
    "line",
    [
        "DOB: 14-Mar-1957",
        "Date of birth: 2 Oct 2001",
        "Born 2 Oct 2001",
        "geboren am 02.10.2001",
        "Birth date: 2 Oct 2001",
        "Exam date: 14 March 1957",
        "Date of birth:\nDate of visit:\n14-Mar-1957\n2 Oct 2026",
        "Date of visit: 14-Mar-1957 2 Oct 2026",
    ],
)
def test_a_birth_date_is_never_suggested(line):
    assert suggest("Clinic\n" + line) == DateSuggestions()


def test_a_date_to_come_is_not_suggested():
    assert service("Date of surgery: 12 January 2027") is None
    assert service("Date of visit: 22 November 2026") == "2026-11-22"
    assert service("Date of visit: 2 Oct 2026\nDate of surgery: 12 January 2027") == "2026-10-02"
    assert suggest("Printed: 1 Dec 2026").printed is None


def test_a_date_that_could_be_swapped_is_suggested_only_where_the_paper_shows_its_order():
    assert service("Date of visit: 12/9/2026") is None
    shown = suggest("Date of visit: 12/9/2026\nDOB: 25/3/1957").service
    assert (shown.value.stored(), shown.doubtful) == ("2026-09-12", True)
    assert service("Date of visit: 10/9/2026\nDOB: 25/3/1957\nReported: 9/25/2026") is None
    assert suggest("Date of visit: 25/9/2026").service.doubtful is False


def test_the_month_first_order_of_a_paper_is_followed():
    assert service("Date of visit: 10/9/2026", "Reported: 9/25/2026") == "2026-10-09"


def test_dots_are_not_trusted_where_the_paper_writes_the_month_first_with_dots():
    assert service("Date of visit: 10.9.2026\nReported: 9.25.2026") is None


def test_two_dates_with_the_same_label_leave_a_doubt():
    assert service("Date of service: 3 May 2019\nDate of service: 4 May 2019") is None
    assert service("Date of service: 3 May 2019", "Date of service: 2019-05-03") == "2019-05-03"
    assert service("Date of service: 3 May 2019\nDate of service: 4/5/2019") is None


def test_samples_taken_again_and_again_give_their_span():
    lab = suggest("Collected 22-Jul-2025", "Collected 14-Jan-2025", "Collected 16-Jan-2026")
    assert lab.service.value.stored() == "2025-01-14/2026-01-16"
    assert lab.service.words == "Collected 14-Jan-2025 … Collected 16-Jan-2026"
    assert lab.service.page == 2


def test_a_span_is_doubtful_where_pages_in_between_were_not_looked_at():
    first, last = "Collected 14-Jan-2025", "Collected 16-Jan-2026"
    assert suggest(first, *[""] * 4, last).service.doubtful is False
    assert suggest(first, *[""] * 5, last).service.doubtful is True
    assert suggest(first, *[""] * 6).service.doubtful is False


def test_a_letters_own_date_counts_only_near_its_top():
    below = "\n".join(["The pain is worse on standing."] * 20)
    assert service(f"Date: 11 March 2026\n{below}") == "2026-03-11"
    assert service(f"{below}\nDate: 11 March 2026") is None
    assert service("Clinic", "Date: 11 March 2026") is None


def test_an_operation_told_of_further_down_a_dated_letter_leaves_a_doubt():
    below = "\n".join(["The pain is worse on standing."] * 20)
    assert service(f"Date: 2 Oct 2026\n{below}\nDate of surgery: 5 May 2019") is None


@pytest.mark.parametrize(
    ("line", "stored", "words"),
    [
        (
            "Electronically signed by Dr. Jane Smith, MD on 12 Sep 2026 at 14:33",
            "2026-09-12",
            "Electronically signed by Dr. Jane Smith, MD on 12 Sep 2026",
        ),
        ("Reported: 15-Jan-2025", "2025-01-15", "Reported: 15-Jan-2025"),
        ("Report date 15 Jan 2025", "2025-01-15", "Report date 15 Jan 2025"),
        ("Dictated: 3 May 2019", "2019-05-03", "Dictated: 3 May 2019"),
        ("Dictated: 3 May 2019 Verified: 5 May 2019", "2019-05-05", "Verified: 5 May 2019"),
    ],
)
def test_the_date_of_signing_is_suggested_with_its_words(line, stored, words):
    signed = suggest(HEAD + line).signed
    assert (signed.value.stored(), signed.words, signed.page) == (stored, words, 1)
    assert suggest(HEAD + line).service is None


@pytest.mark.parametrize(
    "line",
    [
        "Printed: 3 Mar 2026",
        "Printed 3 Mar 2026 10:12 Page 1 of 3",
        "Print date: 3-Mar-2026",
        "Printed by jsmith on 3 Mar 2026",
        "This report was generated on 3 Mar 2026",
    ],
)
def test_the_date_of_printing_is_told_apart_from_the_test(line):
    found = suggest(HEAD + "Exam date: 1 Feb 2026\n" + line)
    assert found.printed.value.stored() == "2026-03-03"
    assert found.service.value.stored() == "2026-02-01"


def test_the_words_begin_with_the_label_and_are_on_the_named_page():
    found = suggest("Cover", HEAD + "Room 4  Date of visit:  2 Oct 2026 at noon").service
    assert (found.words, found.page) == ("Date of visit: 2 Oct 2026", 2)


def test_only_the_first_five_pages_and_the_last_are_looked_at():
    blank = ("",) * 5
    assert service(*blank, "Date of visit: 2 Oct 2026", "") is None
    assert service(*blank, "", "Date of visit: 2 Oct 2026") == "2026-10-02"


def test_a_paper_without_words_gives_no_dates():
    assert suggest() == suggest("", "") == DateSuggestions()


_PIECES = st.sampled_from(
    ["Date of visit", "Collected", "Admitted ", "discharged ", "DOB", "Printed", "signed by ", ": ", " ", "\n", "on ",
     "12/9/2026", "25/9/26", "3 March 2026", "14-Mar-1957", "9.25.2026", "2027", "märz ", "ǰ", "¨ ", "(", "10:30 ", " to "]
)  # fmt: skip


@given(st.lists(st.text(max_size=60) | st.lists(_PIECES, max_size=25).map("".join), max_size=8))
def test_any_text_gives_suggestions_that_stand_on_the_paper(texts):
    texts = tuple(texts)
    found = suggest_dates(texts, today=TODAY, born=NOT_KNOWN)
    for one in (found.service, found.signed, found.printed):
        if one is None:
            continue
        assert one.value.known
        assert one.value.latest <= date(2026, 12, 31)
        assert len(one.words) <= 80
        paper = " ".join(" ".join(texts).split())
        assert all(part in paper for part in one.words.rstrip("…").split(" … "))
