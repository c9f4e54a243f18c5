"""Ada Wren, 4: three years of tests, three doctors, two names for it, and her parents run the case."""

import pytest

from tests.ui.by_keys import Key, press
from tests.ui.personas.hands import (
    choose,
    date_into,
    open_place,
    pick,
    press_button,
    said,
    type_into,
    window,
)
from tests.ui.personas.more_hands import say_of_paper
from tests.ui.personas.papers import letter
from tests.ui.personas.rare_papers import CHILD
from tests.ui.personas.rare_story import (
    OPINIONS,
    add_the_papers,
    ask_for_what_is_missing,
    ask_the_same_of_all,
    compare_them,
    keep_a_list_of_videos,
    list_the_tests,
    mind_what_is_about_others,
    note_the_opinions,
    note_what_papers_say_of_walking,
    say_who_may_decide,
    tell_what_happened,
    tell_who_she_is,
)
from tests.ui.personas.ways import (
    add_them,
    look_at_papers,
    make_the_pdf,
    settled,
    start_a_case,
    words_of,
)


def add_a_reader(preset, name, clinic):
    open_place("Who will read it")
    press_button("Add somebody")
    press_button(preset)
    type_into("Name of the doctor", name)
    type_into("Clinic or service", clinic)
    press_button("Make a version for this reader")
    settled()


def leave_out(record, why=""):
    choose("What goes in, in order", record)
    press(Key.Key_Space)
    if why:
        type_into("Why", why)


def send_it_to_the_program(files):
    add_a_reader("Program for rare diseases", "Prof. A. Hale", "Undiagnosed illness program")
    assert "2 older records stay behind." in said()
    for record in ("Screening. ", "Screening in English"):
        choose("What goes in, in order", record)
        press(Key.Key_Space)
    return make_the_pdf(files, "program.pdf")


def send_it_to_the_gut_doctor(files):
    add_a_reader("Start empty", "Dr N. Ferrer", "Gut clinic abroad")
    choose("What goes in, in order", "Genes")
    press(Key.Key_Space)
    choose("What goes in, in order", "Neurology")
    press_button("Choose pages")
    type_into("Which pages of “Neurology” go in?", "1-2")
    press(Key.Key_Return)
    return make_the_pdf(files, "gut.pdf")


def note_that_it_was_sent(how, tracking=""):
    open_place("Made and sent")
    press_button("Note that it was sent")
    pick("How?", how)
    if tracking:
        type_into("Tracking number", tracking)
    press_button("Close the form")


def send_what_is_new(files):
    letter(files.folder / "all genes.pdf", f"{CHILD}Test of all genes\nNo answer yet.")
    look_at_papers(files, "all genes.pdf")
    say_of_paper("all genes.pdf", kind="Pathology or gene", when="20 Nov 2026")
    add_them("Add 1 record")
    open_place("Dossier")
    pick("Dr N. Ferrer", "Prof. A. Hale")
    return make_the_pdf(files, "program, second.pdf")


def decide_not_yet():
    open_place("Your decision")
    press_button("Write it down")
    type_into("What did you think about?", "A muscle biopsy now\nWaiting for the test of all genes")
    pick("Is it decided?", "Not yet")
    type_into("What tipped it?", "The gene result may spare her the biopsy")
    date_into("When do you want to look at it again?", "1 3 2027")
    type_into("What would change your mind?", "A fourth crisis")


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_the_parents_of_a_child_without_a_diagnosis_go_all_the_way(door, files):
    start_a_case(door, files, "ada")
    tell_who_she_is()
    say_who_may_decide()
    add_the_papers(files)
    mind_what_is_about_others()
    list_the_tests()
    tell_what_happened()
    keep_a_list_of_videos()
    ask_for_what_is_missing(files)
    note_the_opinions()
    ask_the_same_of_all()
    compare_them()
    note_what_papers_say_of_walking()
    program = send_it_to_the_program(files)
    note_that_it_was_sent("By post", "RR 12 345 678 9")
    gut = send_it_to_the_gut_doctor(files)
    note_that_it_was_sent("By e-mail")
    newer = send_what_is_new(files)
    decide_not_yet()

    case = window().session.case
    assert [one.person for one in case.journey.consents.all()][:2] == [
        "Tom Wren, father",
        "Ines Wren, mother",
    ]
    look_at_the_first_dossier(words_of(program))
    look_at_what_the_gut_doctor_gets(words_of(gut))
    assert "Replaces the one of" in " ".join(words_of(newer))
    [decision] = case.journey.decisions.all()
    assert (decision.made, decision.review.stored()) == (False, "2027-03-01")


def look_at_the_first_dossier(pages):
    whole = " ".join(pages)
    assert "Prof. A. Hale" in pages[0]
    assert "Tom Wren (Father)" in pages[0]
    told = next(page for page in pages if "Words in “ ” are the doctor’s own" in page)
    for doctor, _report, _when, name, _plan in OPINIONS:
        assert doctor in told
        assert name.split()[-1] in told
    tests = next(page for page in pages if "Tests that are still open" in page)
    for words in ("nothing unusual was seen", "1.4 mmol/L", "Muscle biopsy", "Jan-2027"):
        assert words in tests
    assert "about Apr-2023" in whole
    assert "Video of the second crisis" in whole
    for words in ("Leo Wren", "ACADM"):
        assert words not in whole
    first = next(at for at, page in enumerate(pages) if "Neugeborenenscreening" in page)
    assert "Newborn screening: nothing unusual" in pages[first + 1]  # its translation is behind
    questions = next(page for page in pages if "Answers can name the question" in page)
    assert "Why do you not call it by the name" in questions
    assert "walked at 24 months" in questions


def look_at_what_the_gut_doctor_gets(pages):
    whole = " ".join(pages)
    assert "a muscle biopsy, and a test of all genes" in whole
    for words in ("sheet of the technician", "412 genes. No variant", "Prof. A. Hale", "ACADM"):
        assert words not in whole
