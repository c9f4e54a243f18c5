"""Ruth Calder, 47: a biopsy last week, surgery in three weeks, and one evening for the papers."""

import pytest

from tests.ui.by_keys import Key, press
from tests.ui.personas.hands import (
    choose,
    date_into,
    open_place,
    pick,
    press_button,
    rows_of,
    tick,
    type_into,
)
from tests.ui.personas.papers import letter, photo
from tests.ui.personas.ways import (
    add_a_point,
    add_a_reader,
    add_an_opinion,
    add_questions,
    add_them,
    answer_of_the_chosen_opinion,
    ask_for,
    leave_out_groups,
    list_of,
    look_at_papers,
    make_the_pdf,
    mark_as,
    mark_cell,
    mend_what_the_check_finds,
    note_that_it_was_asked,
    note_that_it_was_sent,
    save_as_pdf,
    say_what_it_replaces,
    settled,
    start_a_case,
    words_of,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")

REPORT = """City Pathology
Patient: Ruth Calder  Born: 4 February 1979
Pathology report, case S26-1042
"""
SISTER = "Anna Calder-Wynn"
MOST_PAGES = 40
TESTS_PART, REPORT_PART = "More tests or checks", "You talk about treatment"
TOP_THREE = (
    "Is surgery first right for me?",
    "Which receptors were found?",
    "How long is it safe to wait?",
)


def write_the_papers(folder):
    letter(
        folder / "biopsy.pdf",
        REPORT + "Invasive carcinoma, grade 2. Receptors: to follow.",
        "Stamp of the first report",
    )
    letter(
        folder / "biopsy amended.pdf",
        REPORT + "Amended report. Invasive carcinoma, grade 2, two foci.",
        "Stamp of the amended report",
    )
    letter(folder / "mammogram.pdf", "Radiology\nMammogram\nExam date: 28 October 2026\nA mass.")
    letter(folder / "surgeon.pdf", "Breast unit\nDear colleague,\nI offer surgery.\nDr Holt")
    letter(folder / "genes.pdf", f"Family letter for Ruth Calder\nFound in {SISTER}: a variant.")
    for number in (1, 2, 3):
        photo(folder / f"photo {number}.jpg", 30 * number)


def tell_the_story():
    open_place("About you")
    type_into("Patient’s name", "Ruth Calder")
    date_into("Born on", "4 2 1979")
    press_button("Save and go on")
    type_into("What do you have", "Breast cancer, as Dr Holt told me")
    type_into("What does your doctor want to do?", "To operate on 14 December")
    date_into("When must you decide?", "7 12 2026")
    date_into("Is a date for surgery set?", "14 12 2026")
    press_button("Save and go on")
    for reason in (
        "A serious illness was found",
        "The treatment carries big risks",
        "A date is set",
    ):
        tick(reason)
    type_into("In your own words (if you like)", "I fear to choose too fast.")
    press_button("Save and go on")
    tick("Being there on a certain date")
    type_into("In your own words", "To hear my daughter sing in spring")
    press_button("Add these words")


def write_what_was_heard():
    open_place("Notes & diary")
    press_button("New diary entry")
    type_into("Name of the note", "The call of 16 November")
    type_into("Your words", "He said it is small. I forgot the rest.")
    tick("Put this note in the dossier", on=False)


def add_the_papers(files):
    names = ("biopsy.pdf", "biopsy amended.pdf", "mammogram.pdf", "surgeon.pdf", "genes.pdf")
    photos = tuple(f"photo {number}.jpg" for number in (1, 2, 3))
    look_at_papers(files, *names, *photos)
    for number, (name, date) in enumerate(
        (("First biopsy report", "3 Nov 2026"), ("Amended biopsy report", "10 Nov 2026")), 1
    ):
        press_button("Change the name or who made it")
        type_into("Name", name, number)
        type_into("Who made it?", "City Pathology", number)
        type_into("Date", date, number)
    add_them("Add 8 records")
    say_what_it_replaces("Amended biopsy report", "First")
    mark_as("Family letter", "Facts about another person")


def ask_the_laboratory(files):
    open_place("What may be missing")
    tick("Cancer")
    tick("Breast cancer")
    ask_for("Receptor tests", "City Pathology")
    note_that_it_was_asked("City Pathology", "17 11 2026", "US", got="18 11 2026")
    type_into("Your number there", "S26-1042")
    tick("Ask for slides or tissue blocks")
    type_into("Where should slides and discs go?", "Lakeside Cancer Centre")
    path = save_as_pdf(files, "Letter as PDF", "letter.pdf")
    [letter_words] = words_of(path)
    for words in ("City Pathology", "Ruth Calder", "04-Feb-1979", "ER/PR/HER2", "S26-1042"):
        assert words in letter_words
    assert "all later additions and corrected reports" in letter_words
    assert "sent to Lakeside Cancer Centre" in letter_words
    open_place("What is due")
    assert any("18-Dec-2026. Records from City Pathology" in row for row in rows_of("What is due"))
    open_place("What may be missing")
    assert any("Receptor tests" in row and "Asked for" in row for row in rows_of("What may be"))


def register_the_things_that_no_pdf_holds():
    open_place("Discs, slides and more")
    for what, kind, shows, made in (
        ("Slides of the biopsy", "Slides", "Biopsy of the left breast", "3 11 2026"),
        ("Disc with the mammograms", "Disc", "Mammograms of 2026, 2024 and 2022", "28 10 2026"),
    ):
        press_button("Add a thing")
        type_into("What is it?", what)
        pick("Which kind?", kind)
        type_into("What does it show?", shows)
        date_into("When was it made?", made)
        type_into("Where is it now?", "City Pathology" if kind == "Slides" else "At home")
    choose("Things outside this file", "Slides")
    type_into("Its number there", "S26-1042")
    type_into("How many?", "12 slides")
    type_into("To whom is it sent?", "Lakeside Cancer Centre")
    date_into("When was it sent?", "20 11 2026")
    type_into("By which courier?", "Swift Parcels")
    type_into("Tracking number", "SP 400 771")


def ask_questions():
    add_questions("Can my breast be kept?", *TOP_THREE)
    choose("Your questions", "Can my breast")
    for _place in range(3):
        press_button("Down")
    ranked = (*TOP_THREE, "Can my breast be kept?")
    assert [row.partition(" On the")[0] for row in rows_of("Your questions")] == [
        f"{number}. {words}" for number, words in enumerate(ranked, 1)
    ]


def make_a_small_pack_for_the_second_pathologist(files):
    add_a_reader("Visit at a cancer centre", "Dr Amara Osei", "Pathology", "Lakeside Cancer Centre")
    press_button("Make a version for this reader")
    settled()
    leave_out_groups("C · Scan reports", "Records of no given kind")
    look_at_the_pack(words_of(make_the_pdf(files, "pathology pack.pdf")))
    note_that_it_was_sent("Uploaded on a website", "SP 400 772")
    assert "Sent on" in list_of("Made and sent")[0]


def make_a_whole_file_for_the_oncologist(files):
    add_a_reader("Online service, PDF only", "Dr Lena Brandt", "Oncology", "Northbank")
    press_button("Make a version for this reader")
    settled()
    pages = words_of(make_the_pdf(files, "treatment pack.pdf"))
    told = " ".join(pages)
    assert "To Dr Lena Brandt" in pages[0]
    assert "I offer surgery." in told
    assert SISTER not in told
    assert len(pages) <= MOST_PAGES


def look_at_the_pack(pages):
    cover, summary, told = pages[0], pages[1], " ".join(pages)
    assert "To Dr Amara Osei" in cover
    assert "07-Dec-2026" in cover
    for number, question in enumerate(TOP_THREE, 1):
        assert f"Q{number} {question}" in summary
    assert "not asked yet" not in summary
    assert "Can my breast be kept?" not in summary
    assert "Can my breast be kept?" in told
    assert f"This PDF has {len(pages)} pages. In it: 1 record, 2 pages." in told
    assert "Stamp of the amended report" in told
    assert "Stamp of the first report" not in told
    assert "An earlier report. “Amended biopsy report” takes its place." in told
    assert "12 slides" in told
    assert "SP 400 771" in told
    assert "ER/PR/HER2 (+Ki-67, grade) Asked for" in told
    for words in (SISTER, "Family letter", "I forgot the rest"):
        assert words not in told
    assert "The patient left out 1 record and does not name it here." in told


def write_down_the_opinions(files):
    letter(
        files.folder / "second.pdf",
        "Lakeside Cancer Centre\nSecond reading of S26-1042\nSummary",
        "I read the slides as grade 3.\nDr Amara Osei",
    )
    look_at_papers(files, "second.pdf")
    add_them("Add 1 record")
    add_an_opinion("Dr Holt", "At a visit", "Breast surgery")
    add_a_point(TESTS_PART, "Grade 2")
    add_a_point(REPORT_PART, "Surgery comes first")
    add_an_opinion("Dr Amara Osei", "From the records alone", "Pathology")
    press_button("The report: Choose the record")
    type_into("Find it by a part of its name", "Second")
    press(Key.Key_Return)
    pick("Who of “Who will read it” gave it?", "Dr Amara Osei")
    add_a_point(TESTS_PART, "I read the slides as grade 3", page="2")
    add_a_point(REPORT_PART, "Ask an oncologist about medicine first")
    answer_of_the_chosen_opinion("Q1", "Not answered")
    answer_of_the_chosen_opinion("Q2", "Answered in part", "To follow", page="1")
    assert any("Q2" in row and "Answered in part" in row for row in list_of("Your questions"))


def lay_them_side_by_side(files):
    open_place("Compare opinions")
    mark_cell("Stage", 1, "Grade 2", "Differs")
    mark_cell("Stage", 2, "“I read the slides as grade 3” (Page 2", "Differs")
    mark_cell("Order and", 1, "Surgery comes first", "Differs")
    mark_cell("Order and", 2, "Ask an oncologist", "Differs")
    tick("Why they may differ")
    pick("Why may they differ about this?", "Stage")
    tick("They read the same test in different ways")
    tick("What is still open")
    press_button("Add to your questions: Stage")
    press_button("Add to your questions: Order")
    told = " ".join(words_of(save_as_pdf(files, "Save as PDF", "compared.pdf")))
    for words in ("Grade 2", "I read the slides as grade 3", "Differs"):
        assert words in told
    open_place("Questions")
    assert any("Stage" in row and "Dr Holt" in row for row in rows_of("Your questions"))


def decide_and_tell_the_first_doctor(files):
    open_place("Your decision")
    press_button("Write it down")
    type_into("What did you think about?", "Surgery first, or medicine first")
    pick("Is it decided?", "Not yet")
    type_into("What tipped it?", "The second reading of my slides")
    date_into("When do you want to look at it again?", "9 12 2026")
    assert "look again 09-Dec-2026" in list_of("What you decided")[0]
    tick("With my decision")
    told = words_of(save_as_pdf(files, "Make a reply for the first doctor", "reply.pdf"))
    words = " ".join(told)
    assert "I read the slides as grade 3" in words
    assert "Stage, or how severe it is" in words
    assert "Second reading of S26-1042" in words
    assert SISTER not in words


def test_from_the_call_to_the_decision(door, files):
    window = start_a_case(door, files, "calder")
    write_the_papers(files.folder)
    tell_the_story()
    write_what_was_heard()
    add_the_papers(files)
    ask_the_laboratory(files)
    register_the_things_that_no_pdf_holds()
    ask_questions()
    mend_what_the_check_finds()
    make_a_small_pack_for_the_second_pathologist(files)
    make_a_whole_file_for_the_oncologist(files)
    write_down_the_opinions(files)
    lay_them_side_by_side(files)
    decide_and_tell_the_first_doctor(files)
    sent = window.session.case.sharing.all()
    assert [(one.recipient, one.tracking) for one in sent] == [("Dr Amara Osei", "SP 400 772")]
