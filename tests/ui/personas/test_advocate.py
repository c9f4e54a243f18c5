"""Jo Mercer looks after many clients: one case each, one folder, and no page of one with another."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.by_keys import CTRL, SHIFT, Key, press
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
from tests.ui.personas.more_hands import choose_in_menu, come_to_window
from tests.ui.personas.papers import letter
from tests.ui.personas.ways import (
    add_them,
    look_at_papers,
    make_the_pdf,
    settled,
    start_a_case,
    words_of,
)

CLIENTS = (
    ("A-17", "Nora Fields", "2 2 1970"),
    ("B-22", "Omar Haddad", "9 11 1983"),
    ("C-31", "Lena Storm", "30 6 1991"),
)


def days_ago(count):
    day = date.today() - timedelta(count)
    return f"{day.day} {day.month} {day.year}"


def take_on_the_clients(door, files):
    alias, name, born = CLIENTS[0]
    start_a_case(door, files, f"clients/{alias}")
    say_whose_case_it_is(alias, name, born)
    for alias, name, born in CLIENTS[1:]:
        files.choose(f"clients/{alias}.casepack")
        before = len(door.windows)
        press(Key.Key_N, CTRL | SHIFT)
        wait(lambda before=before: len(door.windows) > before, "a new case")
        come_to_window(door.windows[-1])
        say_whose_case_it_is(alias, name, born)


def say_whose_case_it_is(alias, name, born):
    open_place("About you")
    type_into("Patient’s name", name)
    date_into("Born on", born)
    type_into("Helper’s name", "Jo Mercer")
    type_into("Daughter, friend, nurse, …", "Patient advocate")
    press_button("For those who look after many cases")
    tick("Show this case on a board")
    type_into("Name on the board", alias)
    tick("Show the stage")
    tick("Show what day is due next")
    open_place("Who may act for you")
    press_button("Add a consent")
    type_into("Who may act?", "Jo Mercer")
    pick("What may they do?", "Ask for records")
    date_into("Until when?", days_ago(-20))
    assert alias in window().windowTitle()
    assert name in said()


def ask_hospitals(files):
    open_place("Requests")
    for whom, got in (("City Hospital", 45), ("Dr Bell", 3)):
        press_button("Add a request")
        type_into("Who is asked?", whom)
        date_into("When did they get it?", days_ago(got))
        pick("Which time limit?", "US (HIPAA)")
    letters = files.choose("letters.pdf")
    press_button("All open letters")
    wait(letters.exists, "the letters")
    pages = words_of(letters)
    assert len(pages) == 3  # two letters, and a list of envelopes
    assert all("Jo Mercer asks in the patient’s place" in page for page in pages[:2])


def carry_own_lists_over(door, files):
    open_place("What may be missing")
    type_into("A line of your own", "Signed authority on our own form")
    press_button("Add this line")
    open_place("Questions")
    type_into("A question of your own", "Who will answer by phone?")
    press(Key.Key_Return)
    choose_in_menu("File", "Own lists")
    press_button("Choose what goes in")
    settled()
    assert "Nora Fields" not in said(window().stage.place)
    lists = files.choose("lists.json")
    press_button("Save")
    wait(lists.exists, "the lists")
    assert "Fields" not in lists.read_text("utf-8")
    come_to_window(door.windows[1])
    choose_in_menu("File", "Own lists")
    files.choose("lists.json")
    press_button("Choose a file")
    settled()
    press_button("Take")
    open_place("What may be missing")
    assert any("Signed authority" in row for row in rows_of("What may be missing"))


def add_papers_of_the_second_client(files):
    letter(
        files.folder / "letter.pdf",
        "City Hospital\nPatient: Omar Haddad\nDate of birth: 9 November 1983\n"
        "Date of visit: 3 March 2026\nDear colleague, his knee is worse.",
    )
    letter(
        files.folder / "stray.pdf",
        "City Hospital\nPatient: Nora Fields\nDate of birth: 2 February 1970\n"
        "Date of visit: 4 March 2026\nDear colleague, her heart is well.",
    )
    look_at_papers(files, "letter.pdf", "stray.pdf")
    assert "This paper names “Nora Fields, born 2 February 1970”" in said()
    tick("No, leave it out")
    add_them("Add 1 record")
    assert not any("stray" in row.lower() for row in rows_of("Records"))


def let_the_client_look(files):
    open_place("Dossier")
    settled()
    press_button("Let the client look first")
    files.choose("for Omar.pdf")
    press_button("Make a copy for review")
    session, copy = window().session, files.folder / "for Omar for review.pdf"
    wait(lambda: copy.exists() and not session.jobs.busy, "the copy", 60)
    for page in words_of(copy):
        assert "For review by the client" in page
    press_button("Note the answer")
    type_into("Who answered?", "Omar Haddad")
    type_into("How?", "By phone")
    pick("What did they say?", "Yes, it may be sent")
    press_button("Close the form")
    assert "Yes, it may be sent" in said()


def send_it(files):
    dossier = make_the_pdf(files, "dossier.pdf")
    whole = " ".join(words_of(dossier))
    assert "his knee is worse" in whole
    for words in ("For review", "Nora", "Fields", "her heart"):
        assert words not in whole
    open_place("Made and sent")
    choose("Made and sent", "Build 1")
    press_button("Note that it was sent")
    type_into("To whom?", "Dr Bell")
    pick("How?", "By post")
    type_into("Tracking number", "RR550102")
    press_button("Close the form")
    open_place("Close or hand over")
    for name, button in (("log.pdf", "Save the list as PDF"), ("log.csv", "Save the list as a")):
        log = files.choose(name)
        press_button(button)
        wait(log.exists, name)
    assert "RR550102" in " ".join(words_of(files.folder / "log.pdf"))
    assert "Dr Bell" in (files.folder / "log.csv").read_text("utf-8-sig")


def look_at_the_board(door, files):
    """Take the morning look: what is overdue first, and one key to the case."""
    choose_in_menu("File", "All cases of a folder")
    wait(lambda: door.board is not None and QApplication.activeWindow() is door.board)
    files.choose("clients")
    press_button("Choose a folder")
    wait(lambda: door.board.board is not None and len(door.board.board.cases) == 3, "the cases")
    rows = rows_of("Cases")
    assert [row for row in rows if "Overdue" in row] == rows[:1]
    assert "A-17" in rows[0]
    for _alias, name, _born in CLIENTS:
        assert not any(name in row for row in rows)
    table = files.choose("due.csv")
    press_button("Save as a table")
    wait(table.exists, "the table")
    assert "A-17" in table.read_text("utf-8-sig")
    choose("Cases", "A-17")
    wait(lambda: QApplication.activeWindow() is door.windows[0], "the case of the first client")
    assert "Nora Fields" in said()


def hand_over_and_remove(door, files):
    case = window().session.case.path
    open_place("Close or hand over")
    whole = files.choose("Nora.zip")
    press_button("Hand it over: Save as one file (ZIP)")
    wait(lambda: whole.exists() and not window().session.jobs.busy, "the whole case", 60)
    receipt = files.choose("receipt.pdf")
    type_into("Type the patient’s name to be sure", "Nora Fields")
    count = len(door.windows)
    press_button("Save a receipt and remove the case")
    wait(lambda: len(door.windows) < count and not case.exists(), "the removal", 60)
    assert receipt.exists()
    assert not [one for one in case.parent.iterdir() if one.name.startswith(case.stem)]


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_an_advocate_keeps_many_clients_apart(door, files, monkeypatch):
    from ui.pages import closing

    monkeypatch.setattr(closing, "ask_where_to_print", files._give)
    (files.folder / "clients").mkdir()
    take_on_the_clients(door, files)
    come_to_window(door.windows[0])
    ask_hospitals(files)
    carry_own_lists_over(door, files)
    add_papers_of_the_second_client(files)
    let_the_client_look(files)
    send_it(files)
    look_at_the_board(door, files)
    hand_over_and_remove(door, files)
