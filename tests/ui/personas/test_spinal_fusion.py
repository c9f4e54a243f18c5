"""Martin Reyes, 58: told to have two bones of the spine joined, and asks two doctors first."""

import pytest
from PySide6.QtWidgets import QCheckBox

from tests.ui.by_keys import Key, press
from tests.ui.personas.hands import (
    choose,
    date_into,
    in_sight,
    open_place,
    pick,
    press_button,
    tick,
    type_into,
)
from tests.ui.personas.papers import letter, many_pages, photo
from tests.ui.personas.ways import (
    add_a_point,
    add_a_reader,
    add_an_opinion,
    add_them,
    answer_of_the_chosen_opinion,
    ask_for,
    list_of,
    look_at_papers,
    make_the_pdf,
    mark_as,
    mark_cell,
    note_that_it_was_asked,
    note_that_it_was_sent,
    open_before_others,
    open_record,
    save_as_pdf,
    settled,
    start_a_case,
    words_of,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")

FIRST_DOCTOR = "Stonebridge"
HEAD = "Patient: Martin Reyes, born 2 May 1968\n"
BLIND, FULL = "Dr Nora Quist", "Dr Paul Iyer"
PRINT = "Print of the pain clinic"


def write_the_papers(folder):
    letter(
        folder / "surgeon.pdf",
        f"Dr A. {FIRST_DOCTOR}, spine surgery\n{HEAD}Date of visit: 2 October 2026\nDear colleague,"
        f"\nI advise to fuse L4 and L5.\nDr A. {FIRST_DOCTOR}",
    )
    letter(
        folder / "mri.pdf",
        f"Radiology\n{HEAD}MRI of the lumbar spine\nDate of examination: 20 December 2025\n"
        "Slip of L4 on L5.",
    )
    letter(folder / "lawyer.pdf", f"Law office\n{HEAD}Claim 44-871 for the accident at work")
    many_pages(folder / "print.pdf", 10, of=f"Pain clinic, notes\n{HEAD}", repeats=10)
    photo(folder / "where it hurts.jpg", 60)


def tell_the_story():
    open_place("About you")
    type_into("Patient’s name", "Martin Reyes")
    date_into("Born on", "2 5 1968")
    open_place("Diagnosis & plan")
    type_into("What do you have", "A slipped bone at L4 and L5")
    type_into("What does your doctor want to do?", "To join L4 and L5")
    date_into("When must you decide?", "20 12 2026")
    date_into("Is a date for surgery set?", "6 1 2027")
    type_into("What is the problem?", "I can walk 200 metres. In May it was 500.")
    open_place("Reasons")
    for reason in (
        "A major operation has been proposed",
        "A date is set",
        "The treatment carries big risks",
    ):
        tick(reason)
    open_place("What matters most")
    tick("Walking and stairs")


def write_down_what_was_tried():
    open_place("Medicines & allergies")
    for what, when, long, did in (
        ("Exercises with a therapist", "3 2025", "8 months", "Helped while I did them"),
        ("Two injections", "11 2025", "", "Helped for three weeks"),
    ):
        press_button("Add a treatment")
        type_into("What was tried?", what)
        date_into("When?", when, guess=True)
        type_into("For how long?", long)
        type_into("What did it do?", did)
        type_into("Who said it?", "From memory, Martin Reyes")
        press(Key.Key_Tab)
    assert len(list_of("What I have tried")) == 2


def add_the_papers(files):
    write_the_papers(files.folder)
    papers = ("surgeon.pdf", "mri.pdf", "lawyer.pdf", "print.pdf", "where it hurts.jpg")
    look_at_papers(files, *papers)
    for number, (paper, name) in enumerate(zip(papers, NAMES, strict=True), 1):
        assert in_sight(QCheckBox, paper)
        press_button("Change the name or who made it")
        type_into("Name", name, number)
    add_them("Add 5 records")
    mark_as("Letter of the lawyer", "Legal or insurance papers")
    open_record("Letter of the surgeon")
    open_before_others()
    pick("Pages that state the first opinion", "All of it")


NAMES = (
    "Letter of the surgeon", "MRI of 2025", "Letter of the lawyer", PRINT, "Where it hurts",
)  # fmt: skip


def say_what_is_missing():
    open_place("What may be missing")
    tick("Operations, bones, joints and spine")
    pick("Tell me when the newest record of a line is older", "than 6 months")
    choose("What may be missing", "What you tried first")
    pick("How far is it?", "It cannot be had")
    type_into("Why?", "The therapist has closed.")
    ask_for("For the spine: X-rays made standing", "Hillside Imaging")
    note_that_it_was_asked("Hillside Imaging", "16 11 2026", "EU", got="18 11 2026")
    assert "18-Dec-2026" in list_of("Requests for records")[0]


def weigh_the_options():
    open_place("Options & risks")
    press_button("Add this question")
    for words in ("Join L4 and L5", "Take pressure off only", "Wait, with exercises"):
        type_into("An option that you heard of", words)
        press_button("Add this option")
        settled()
    for about, words, number in (
        ("The good", "Success in 80 of 100. Success of what?", "80"),
        ("The bad", "A second operation later", "15"),
    ):
        press_button("Add what was said")
        pick("What is it about?", about)
        type_into("In the words that you heard or read", words)
        type_into("Of 100 people, how many?", number)
        type_into("Who said it?", f"Dr {FIRST_DOCTOR}")
        press(Key.Key_Tab)
    assert "80 of 100" in list_of("What was said about “Join L4 and L5”")[0]


def make_the_full_version(files):
    add_a_reader("Visit at a surgeon", FULL, "Spine surgery", "Eastmoor")
    press_button("Make a version for this reader")
    settled()
    choose("What goes in, in order", PRINT)
    press_button("Choose pages")
    type_into("Which pages of", "1-3, 10")
    press_button("Use these pages")
    settled()
    pages = words_of(make_the_pdf(files, "full.pdf"))
    told = " ".join(pages)
    assert FULL in pages[0]
    assert "20-Dec-2026" in pages[1]
    assert "Exercises with a therapist" in pages[1]
    assert f"I advise to fuse L4 and L5. Dr A. {FIRST_DOCTOR}" in told
    assert "Success of what?" in told
    assert "Claim 44-871" not in told
    assert "The therapist has" in told
    assert f"This PDF has {len(pages)} pages." in told
    printed = [number for number in range(1, 11) if f"Note {number} " in told]
    assert printed == [1, 2, 3, 10]


def make_the_blind_version(files, name):
    pages = words_of(make_the_pdf(files, name))
    told = " ".join(pages)
    assert BLIND in pages[0]
    assert FIRST_DOCTOR not in told
    for words in ("fuse L4", "Claim 44-871", "Success of what?"):
        assert words not in told
    assert "Slip of L4 on L5." in told
    assert "Exercises with a therapist" in told
    return told


def write_down_the_opinions(files):
    letter(files.folder / "second.pdf", f"Dr Paul Iyer\n{HEAD}The pain comes from L5 and S1.")
    look_at_papers(files, "second.pdf")
    add_them("Add 1 record")
    add_an_opinion(f"Dr {FIRST_DOCTOR}", "At a visit", "Spine surgery")
    add_a_point("More tests or checks", "The MRI shows it")
    add_an_opinion(FULL, "At a visit", "Spine surgery")
    press_button("The report: Choose the record")
    type_into("Find it by a part of its name", "Second")
    press(Key.Key_Return)
    add_a_point("More tests or checks", "A nerve test points at L5 and S1")
    add_a_point("You talk about treatment", "Twelve weeks of exercises first")
    answer_of_the_chosen_opinion("Q1", "Answered", "Twelve weeks are safe")
    open_place("Compare opinions")
    mark_cell("What the view rests on", 1, "The MRI shows it", "Differs")
    mark_cell("What the view rests on", 2, "A nerve test", "Differs")
    tick("Why they may differ")
    tick("They had seen different tests")
    tick("What is still open")
    press_button("Add to your questions: What the view rests on")


def decide(files):
    open_place("Your decision")
    press_button("Write it down")
    pick("Is it decided?", "Yes")
    pick("Which one?", "Wait, with exercises")
    type_into("What tipped it?", "The nerve test")
    date_into("When do you want to look at it again?", "15 3 2027")
    type_into("What would change your mind?", "If I can walk less than 100 metres")
    assert "look again 15-Mar-2027" in list_of("What you decided")[0]
    tick("With my decision")
    told = " ".join(words_of(save_as_pdf(files, "Make a reply for the first doctor", "reply.pdf")))
    assert "Wait, with exercises" in told
    assert "The pain comes from L5 and S1." in told
    assert "Claim 44-871" not in told
    open_place("What is due")
    assert any("15-Mar-2027" in row for row in list_of("What is due"))


def test_from_the_date_of_surgery_to_waiting_with_exercises(door, files):
    start_a_case(door, files, "reyes")
    tell_the_story()
    write_down_what_was_tried()
    add_the_papers(files)
    say_what_is_missing()
    weigh_the_options()
    make_the_full_version(files)
    note_that_it_was_sent("By hand", "")
    add_a_reader("Blind review", BLIND, "Rehabilitation", "Northbank")
    press_button("Make a version for this reader")
    settled()
    make_the_blind_version(files, "blind.pdf")
    write_down_the_opinions(files)
    decide(files)
    make_the_blind_version(files, "blind again.pdf")
