"""The whole way with the keyboard alone: from the first page to the PDF for the other doctor."""

import subprocess

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from app.model.partial_date import PartialDate
from app.model.story import Subject
from tests.ui.by_keys import (
    ALT,
    CTRL,
    FAR,
    SHIFT,
    Key,
    focused,
    name_of,
    on,
    press,
    tab_to,
    write,
)
from ui import file_choice
from ui.front_door import FrontDoor

NAME, BORN = "Margaret Ellis", "1957-03-14"


@pytest.fixture
def door(qtbot, looks, tmp_path, monkeypatch, make_pdf):
    """The way in; the dialogs of the system, which are not ours, give these paths."""
    papers = [
        make_pdf("scan.pdf", "MRI of the lumbar spine. Date of examination: 12 September 2026"),
        make_pdf("letter.pdf", "Dear colleague, I saw her again."),
    ]
    given = {
        "ask_for_new_case": [tmp_path / "back.casepack"],
        "ask_for_papers": papers,
        "ask_where_to_export": [tmp_path / "dossier.pdf"],
    }
    for ask, paths in given.items():
        monkeypatch.setattr(file_choice, ask, lambda _parent, paths=paths: paths)
    door = FrontDoor(looks, tmp_path / "example")
    yield door
    door.stop()
    qtbot.waitUntil(lambda: not door.jobs.busy)
    for window in list(door.windows):
        window.leaving.go()
    qtbot.waitUntil(lambda: not door.windows, timeout=20000)
    door.welcome.close()


def start_a_case(door, qtbot):
    door.begin([])
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    on("Start a new case")
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: bool(door.windows), timeout=20000)
    window = door.windows[0]
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def go_on():
    tab_to("Save and go on")
    press(Key.Key_Space)


def tell_about_the_patient():
    on("About you")
    press(Key.Key_Space)
    on("Patient’s name")
    write(NAME)
    tab_to("Day")
    write("14")
    tab_to("Month")
    write("mar")
    press(Key.Key_Tab)
    on("Year")
    write("1957")
    go_on()


def tell_what_was_said():
    on("What do you have")
    write("A narrow spinal canal")
    tab_to("What does your doctor want to do?")
    write("To join two bones")
    tab_to("Month")
    write("d")
    press(Key.Key_Tab)
    on("Year")
    write("2026")
    go_on()


def give_reasons():
    while not name_of(focused()).startswith("A major operation"):
        press(Key.Key_Tab)
    press(Key.Key_Space)
    assert focused().isChecked()
    tab_to("In your own words (if you like)")
    write("I am afraid of it.")
    prompt = name_of(tab_to_first_prompt())
    write("Dr Venn, in October")
    go_on()
    return prompt


def tab_to_first_prompt():
    """Go to the box after the button that opens the prompts, which choosing has opened."""
    opener = tab_to("6 short prompts")
    assert opener.accessibleDescription() == "Open"
    press(Key.Key_Tab)
    return focused()


def say_what_matters():
    first = name_of(focused())
    press(Key.Key_Space)
    tab_to("In your own words")
    write("To walk my dog")
    press(Key.Key_Return)
    go_on()
    return first


def ask_questions():
    on("A question of your own")
    for words in ("Will it last?", "Do I need it?"):
        write(words)
        press(Key.Key_Return)
        on("A question of your own")
    tab_to("Your questions")
    press(Key.Key_End)
    press(Key.Key_Up, ALT)
    on("Your questions")
    go_on()


def add_records(window, qtbot):
    press(Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: window.review is not None and window.review.whole, timeout=20000)
    qtbot.waitUntil(lambda: not window.session.jobs.busy)
    on("Add 2 records")
    scan = tab_to("Date")
    if not scan.text():
        scan = tab_to("Date")
    assert scan.text().startswith("12")  # taken from the paper
    letter = tab_to("Date")
    assert letter.text() == ""
    write("Sep 2026")
    tab_to("Add 2 records")
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: len(window.session.case.records.all()) == 2, timeout=20000)
    qtbot.waitUntil(lambda: not window.session.jobs.busy)
    on("Records")


def go_down_to(code, window):
    """Press Down in the sidebar until a place shows, and Right at each group that is folded up."""
    for _press in range(FAR):
        if window.stage.here == code:
            return
        press(Key.Key_Right)
        if window.stage.here != code:
            press(Key.Key_Down)
    raise AssertionError(f"{code} cannot be reached")


def follow_a_finding(window, qtbot):
    """Choose the check in the sidebar, go to what it found, and mend it there."""
    press(Key.Key_F6, SHIFT)
    on("Parts of the case")
    go_down_to("check", window)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.draft.lines is not None, timeout=20000)
    qtbot.waitUntil(lambda: not window.session.draft.busy, timeout=20000)
    tab_to("Answer for medicines")
    press(Key.Key_Space)
    assert window.stage.here == "medicines"
    tab_to("I take these", back=True)
    press(Key.Key_Right)
    on("I take none")
    press(Key.Key_Space)


def make_the_pdf(window, qtbot):
    press(Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: not window.session.draft.busy, timeout=20000)
    focused()
    with qtbot.waitSignal(window.session.exported, timeout=60000):
        press(Key.Key_E, CTRL)
        focused()
    on("Open")
    tab_to("Back to the dossier")
    press(Key.Key_Space)
    on("Make the PDF")


def test_the_whole_way_from_a_new_case_to_the_pdf(door, qtbot, tmp_path):
    window = start_a_case(door, qtbot)
    tell_about_the_patient()
    tell_what_was_said()
    prompt = give_reasons()
    mattering = say_what_matters()
    ask_questions()
    add_records(window, qtbot)
    follow_a_finding(window, qtbot)
    make_the_pdf(window, qtbot)

    case = window.session.case.snapshot()
    assert (case.patient.name, case.patient.born.stored()) == (NAME, BORN)
    said = {one.subject: one.text for one in case.statements}
    assert said[Subject.DIAGNOSIS] == "A narrow spinal canal"
    assert said[Subject.DECIDE_BY] == "2026-12"
    assert [one.text for one in case.questions] == ["Do I need it?", "Will it last?"]
    assert {one.dates.service for one in case.records} == {
        PartialDate.from_stored("2026-09-12"),
        PartialDate.from_stored("2026-09"),
    }

    reader = PdfReader(tmp_path / "dossier.pdf")
    words = " ".join("\n".join(page.extract_text() for page in reader.pages).split())
    for one in (NAME, "14-Mar-1957", "A narrow spinal canal", "To walk my dog"):
        assert one in words
    assert mattering in words
    assert prompt
    assert words.index("Do I need it?") < words.index("Will it last?")
    told = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "dossier.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "12-Sep-2026" in told
    assert "Sep-2026" in told.replace("12-Sep-2026", "")
    assert "Dear colleague, I saw her again." in told
