"""What each person does in much the same way, whoever they are."""

import subprocess

from PySide6.QtWidgets import QApplication

from tests.ui.by_keys import CTRL, Key, press
from tests.ui.personas.hands import (
    choose,
    date_into,
    open_place,
    pick,
    press_button,
    rows_of,
    said,
    tick,
    type_into,
    wait,
    window,
)


def start_a_case(door, files, name):
    """Start a new case from the first page, and give its window."""
    files.choose(f"{name}.casepack")
    wait(lambda: QApplication.activeWindow() is door.welcome, "the first page")
    press_button("Start a new case")
    wait(lambda: door.windows, "the window of the case")
    made = door.windows[-1]
    made.resize(1280, 800)
    wait(lambda: QApplication.activeWindow() is made)
    return made


def settled():
    """Wait until all work of the window is done."""
    session = window().session
    wait(lambda: not session.jobs.busy and not session.draft.busy, "the work of the window")


def look_at_papers(files, *names):
    """Choose papers to add, up to the list of what was found."""
    files.choose(*names)
    press(Key.Key_O, CTRL)
    shown = window()
    wait(lambda: shown.review is not None and shown.review.whole, "the list of what was found")
    settled()


def add_them(words):
    """Add what was found."""
    shown = window()
    press_button(words)
    wait(lambda: shown.review is None and shown.stage.here == "records", "the records")
    settled()


def open_record(words):
    """Open a record in its place."""
    open_place("Records")
    choose("Records", words)
    settled()


def say_what_it_replaces(newer, older):
    """Say that one record stands for an earlier one."""
    open_record(newer)
    open_before_others()
    press_button("This replaces an earlier report: Choose")
    type_into("Find it by a part of its name", older)
    press(Key.Key_Return)


def mark_as(record, tag):
    """Say that a record is about something private."""
    open_record(record)
    open_before_others()
    tick(tag)


def open_before_others():
    """Open the part of a record that says what others may see."""
    press_button("Before others see it")


def ask_for(gap, place):
    """Put a line of the list of what may be missing onto the request to a place."""
    open_place("What may be missing")
    choose("What may be missing", gap)
    press_button("Ask for it")
    type_into("Who is asked?", place)
    press_button("Put it on the request")


def note_that_it_was_asked(place, sent, limit, got=""):
    """Fill in when a request was sent, and when it is due."""
    open_place("Requests")
    choose("Requests for records", place)
    date_into("When was it sent?", sent)
    if got:
        date_into("When did they get it?", got)
    pick("Which time limit?", limit)


def make_the_pdf(files, name):
    """Make the dossier of the version that is chosen, and give its path."""
    open_place("Dossier")
    settled()
    path = files.choose(name)
    press_button("Make the PDF")
    session = window().session
    wait(lambda: path.exists() and not session.jobs.busy, "the PDF", 60)
    press_button("Back to the dossier")
    return path


def save_as_pdf(files, button, name):
    """Press a button that saves a small PDF, and give its path."""
    path = files.choose(name)
    press_button(button)
    wait(path.exists, name)
    settled()
    return path


def words_of(path):
    """Give the words of each page of a PDF, read by poppler, in one line each."""
    told = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True
    ).stdout
    return [" ".join(page.split()) for page in told.split("\f")[:-1]]


def answer_of_the_chosen_opinion(question, how_far, words="", page=""):
    """Tick how far a question is answered in the opinion that is open."""
    tick("My questions")
    choose("Your questions", question)
    pick("How far is it answered?", how_far)
    if words:
        type_into("What is the answer?", words)
    if page:
        type_into("Page of the report", page)


def mark_cell(point, doctor, said, mark):
    """Take what a doctor said into the grid, and mark it in the person's own way."""
    choose("What each doctor says", point, column=doctor)
    press_button(f"Add: {said}")
    pick("Your own mark", mark)


def add_an_opinion(doctor, how, field):
    """Write down whose opinion came, and how."""
    open_place("Opinions received")
    press_button("Add an opinion")
    type_into("Name of the doctor", doctor)
    type_into("Field", field)
    pick("How was it given?", how)


def add_a_point(part, words, page=""):
    """Write down what an opinion says; where it has a page, in the doctor's own words."""
    press_button(f"Add a point: {part}")
    type_into("What does it say?", words)
    if page:
        tick("These are the doctor’s own words")
        type_into("Page of the report", page)


def add_a_reader(preset, name, service, place):
    """Add somebody who will read it."""
    open_place("Who will read it")
    press_button("Add somebody")
    press_button(preset)
    type_into("Name of the doctor or person", name)
    type_into("Clinic or service", service)
    type_into("Hospital or town", place)


def add_questions(*every):
    """Type questions of one's own."""
    open_place("Questions")
    for words in every:
        type_into("A question of your own", words)
        press(Key.Key_Return)


def note_that_it_was_sent(how, tracking):
    """Note of the newest PDF how it went."""
    open_place("Made and sent")
    press_button("Note that it was sent")
    pick("How?", how)
    type_into("Tracking number", tracking)


def leave_out_groups(*groups):
    """Leave all records of some groups out of the version that is chosen."""
    for group in groups:
        choose("What goes in, in order", group)
        press_button("None of this group")
        settled()


def list_of(name):
    """Give what is read out of each row of a list, once all work is done."""
    settled()
    return rows_of(name)


def mend_what_the_check_finds():
    """Go from the check to what nobody answered yet, and answer it there."""
    open_place("Check")
    settled()
    for what in ("medicines", "allergies"):
        press_button(f"Answer for {what}")
        tick("I take none" if what == "medicines" else "I have none")
        open_place("Check")
        settled()
    assert "Nobody said yet" not in said()
