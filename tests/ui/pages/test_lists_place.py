"""Own lists in the window: looked at entry by entry, by clicks and by keys."""

import json
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.case.checklist import add_own_line
from app.dossier.own_lists import open_lists, save_lists
from app.model.own_lists import ListKind, OwnLists
from app.model.own_lists_offer import Offer
from app.model.person import Patient, Recipient
from app.model.recipient_profile import (
    Answer,
    Delivery,
    FirstOpinion,
    Identity,
    Images,
    OwnDoctor,
    RecipientProfile,
    Tissue,
    Window,
    Wishes,
)
from tests.ui.by_keys import focused, press
from tests.ui.every_place.seen import EVERY, faults, settle
from ui import file_choice
from ui.lists.words import details
from ui.pages.lists import ListsPlace


@pytest.fixture
def filled(case):
    """A case whose every list has an entry, and one that names the patient."""
    with case.change("Write"):
        case.people.save(Patient("Margaret Ellis"))
        add_own_line(case.journey, "Bending views")
        add_own_line(case.journey, "What Margaret wrote")
        reader = RecipientProfile(
            0, Recipient("Dr Lindqvist", reply_to="Daniel"), Wishes(most_pages=30), note="Mine"
        )
        case.recipients.add(reader)
        case.questions.add("How often do you do this?")
    return case


@pytest.fixture
def show(show_place, filled, qtbot):
    """Return a function that shows the place alone, and waits while it looks."""

    def make(width=1100):
        shown = show_place(ListsPlace, width)
        shown.wait = lambda: qtbot.waitUntil(lambda: not shown.session.jobs.busy) or settle()
        return shown

    return make


def saved_to(monkeypatch, *targets):
    monkeypatch.setattr(file_choice, "ask_where_to_save", lambda *_asked: list(targets))


def chosen_file(monkeypatch, *paths):
    monkeypatch.setattr(file_choice, "ask_for_lists", lambda _parent: list(paths))


def words_of(widget):
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_by_keys_alone_lists_are_looked_at_and_saved_without_the_patient(
    show, tmp_path, monkeypatch
):
    file = tmp_path / "lists.json"
    saved_to(monkeypatch, file)
    shown = show()
    place = shown.place
    assert focused() is place.home.out
    press(Qt.Key.Key_Return)
    shown.wait()
    assert focused() is place.look.rows["checklist:1"].check
    assert place.main.text() == "Save 3 entries as a file"
    assert not place.look.rows["checklist:2"].check.isChecked()
    assert "“Margaret” stands in it" in words_of(place.look)
    press(Qt.Key.Key_Space)
    assert place.main.text() == "Save 2 entries as a file"
    while focused() is not place.main:
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    shown.wait()
    made = json.loads(file.read_text(encoding="utf-8"))
    assert made["recipients"] == [{"name": "Dr Lindqvist", "wishes": {"most_pages": 30}}]
    assert made["questions"] == ["How often do you do this?"]
    assert "checklist" not in made
    assert shown.told == ["“lists.json” is saved."]
    assert place.look is None
    assert focused() is place.home.out


def test_the_file_can_be_read_word_for_word_and_follows_each_tick(show):
    shown = show()
    place = shown.place
    place.choose()
    shown.wait()
    place.look.file.opener.click()
    text = place.look.text.toPlainText
    assert json.loads(text())["checklist"] == ["Bending views"]
    assert "Daniel" not in text()
    assert "Mine" not in text()
    place.look.rows["checklist:2"].check.click()
    assert json.loads(text())["checklist"] == ["Bending views", "What Margaret wrote"]
    place.look.none.click()
    assert set(json.loads(text())) == {"kind", "version", "language"}
    assert not place.main.isEnabled()


def test_cancel_and_a_name_that_was_not_given_save_nothing(show, tmp_path, monkeypatch):
    saved_to(monkeypatch)
    shown = show()
    place = shown.place
    place.choose()
    shown.wait()
    place.main.click()
    shown.wait()
    assert place.look is not None
    place.cancel.click()
    assert place.look is None
    assert place.foot.isHidden()
    assert place.home.isVisible()
    assert shown.told == []


def test_lists_are_taken_in_and_one_click_takes_them_back(show, filled, tmp_path, monkeypatch):
    file = tmp_path / "lists.json"
    lists = OwnLists(
        "de",
        ("bending views", "First operation"),
        (RecipientProfile(0, Recipient("", "Spine Centre"), Wishes(images=Images.BOTH)),),
        ("Why?",),
    )
    save_lists(lists, file)
    chosen_file(monkeypatch, file)
    shown = show()
    place = shown.place
    place.home.take.click()
    shown.wait()
    said = words_of(place.look)
    assert "What is in “lists.json”" in said
    assert "another language (de)" in said
    assert "Scan pictures: Reports and pictures" in said
    assert "This is in the case already" in said
    assert place.look.file.isHidden()
    assert place.main.text() == "Take 3 entries into this case"
    before = (filled.snapshot(), filled.recipients.all())
    place.main.click()
    assert [one.text for one in filled.questions.all()][-1] == "Why?"
    assert [one.text for one in filled.journey.wanted.all()][-1] == "First operation"
    assert len(filled.recipients.all()) == 2
    assert shown.told == ["3 entries are in the case now."]
    [(name, undo)] = shown.acts
    assert name == "Undo"
    undo()
    assert (filled.snapshot(), filled.recipients.all()) == before


def test_a_file_that_is_wrong_says_so_in_the_bar(show, tmp_path, monkeypatch):
    file = tmp_path / "lists.json"
    file.write_text("{}", encoding="utf-8")
    chosen_file(monkeypatch, file)
    shown = show()
    failures = []
    shown.session.jobs.failed.connect(lambda _job, error: failures.append(str(error)))
    shown.place.take_from_file()
    shown.wait()
    assert failures == [
        "Nothing was taken from “lists.json”. “kind”: this is no file of own lists."
    ]
    assert shown.place.look is None


def test_a_file_without_an_entry_says_so(show, tmp_path, monkeypatch):
    save_lists(OwnLists(), tmp_path / "lists.json")
    chosen_file(monkeypatch, tmp_path / "lists.json")
    shown = show()
    shown.place.take_from_file()
    shown.wait()
    assert shown.told == ["There is no entry in “lists.json”."]


def test_a_case_without_own_lists_says_so(show_place, case, qtbot):
    shown = show_place(ListsPlace)
    shown.place.choose()
    qtbot.waitUntil(lambda: not shown.session.jobs.busy)
    assert "nothing to put into a file" in shown.told[0]
    assert shown.place.home.isVisible()


def test_ticks_stay_when_the_case_changes_meanwhile(show, filled):
    shown = show()
    place = shown.place
    place.choose()
    shown.wait()
    place.look.rows["checklist:1"].check.click()
    place.look.rows["checklist:2"].check.click()
    with filled.change("Write"):
        filled.questions.add("A new one?")
    shown.wait()
    assert place.look.keys == {"checklist:2", "recipients:1", "questions:1", "questions:2"}
    assert place.main.text() == "Save 4 entries as a file"


def test_hundreds_of_entries_come_bit_by_bit_and_all_are_saved(show, filled, tmp_path, monkeypatch):
    with filled.change("Write"):
        for number in range(150):
            filled.questions.add(f"Question {number} of mine?")
    saved_to(monkeypatch, tmp_path / "lists.json")
    shown = show()
    shown.place.choose()
    shown.wait()
    shown.place.main.click()
    shown.wait()
    assert len(open_lists(tmp_path / "lists.json").questions) == 151


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_of_it_can_be_read_hit_and_read_out(show, looks, scale, tmp_path, monkeypatch):
    save_lists(OwnLists("en", ("A line " * 30,)), tmp_path / "lists.json")
    chosen_file(monkeypatch, tmp_path / "lists.json")
    looks.wear("light", scale)
    try:
        shown = show(900)
        place = shown.place
        assert faults(shown.window, *EVERY) == []
        place.choose()
        shown.wait()
        place.look.file.opener.click()
        settle()
        assert faults(shown.window, *EVERY) == []
        place.cancel.click()
        place.take_from_file()
        shown.wait()
        assert faults(shown.window, *EVERY) == []
    finally:
        looks.wear()


def test_a_reader_is_told_with_all_that_goes_along():
    every = Wishes(
        identity=Identity.PSEUDONYM,
        language="Danish",
        certified_translation=Answer.YES,
        images=Images.BOTH,
        tissue=Tissue.SLIDES,
        tissue_address="Desk 3\nNorthgate",
        first_opinion=FirstOpinion.BLIND,
        own_doctor=OwnDoctor.COPIED,
        doctors_letter="2 pages",
        forms="A release form",
        most_questions=3,
        numbered_answers=Answer.NO,
        window=Window.YEARS,
        window_years=7,
        delivery=Delivery.PAPER,
        most_pages=31,
        most_megabytes=12.5,
        by_email=True,
        most_files=6,
        naming="no blanks",
        password=Answer.YES,
        oldest_first=True,
        scope="Spine",
        not_suitable_if="You are in pain",
        turnaround_days=14,
    )
    assert [one.name for one in fields(Wishes) if getattr(every, one.name) == one.default] == []
    told = details(
        Offer(ListKind.RECIPIENTS, 1, RecipientProfile(0, Recipient("A"), every, "paper"))
    )
    assert len(told) == len(fields(Wishes)) + 1
    for words in ("Danish", "Desk 3, Northgate", "12.5", "31", "no blanks", "14", "Spine", "Paper"):
        assert any(words in line for line in told), words


def test_the_file_menu_leads_there_by_a_key(window):
    [act] = [one for one in window.actions_._every if one.shortcut().toString() == "Ctrl+Shift+L"]
    assert act.text() == "Own &lists…"
    act.trigger()
    assert window.stage.here == "lists"
