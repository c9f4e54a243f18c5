"""Medicines, allergies, treatments and things outside, as a person fills them in."""

from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.story import Allergy, Asked, Medicine
from app.model.voice import Cited, Said
from ui import file_choice
from ui.pages.medicines import MedicinesPlace


@pytest.fixture
def place(show):
    return show(MedicinesPlace)


def _fill(qtbot, form, name, words):
    edit = form.controls[name].edit
    edit.setFocus()
    qtbot.keyClicks(edit, words)


def test_a_medicine_typed_by_keys_is_in_the_case_when_the_place_is_left(qtbot, place, case):
    qtbot.mouseClick(place.sections["medicine"].add, Qt.MouseButton.LeftButton)
    form = place.desk.form
    assert form.first.hasFocus()
    qtbot.keyClicks(form.first, "Apixaban")
    _fill(qtbot, form, "dose", "5 mg")
    _fill(qtbot, form, "frequency", "twice a day")

    place.leave()

    [kept] = case.medicines.all()
    assert (kept.name, kept.dose, kept.frequency) == ("Apixaban", "5 mg", "twice a day")
    assert kept.until is None
    assert place.sections["medicine"].view.line.title == "Apixaban"


def test_what_is_typed_is_saved_by_itself_after_a_second(qtbot, place, case):
    place.sections["allergy"].add.click()
    qtbot.keyClicks(place.desk.form.first, "Penicillin")

    qtbot.waitUntil(lambda: [one.substance for one in case.allergies.all()] == ["Penicillin"])

    assert case.undo_label == "Add an allergy"
    case.undo()
    assert place.sections["allergy"].view.lines.lines == ()


def test_a_new_medicine_without_a_name_is_not_saved_and_not_lost(qtbot, place, case):
    place.sections["medicine"].add.click()
    _fill(qtbot, place.desk.form, "dose", "5 mg")
    place.sections["allergy"].add.click()
    assert case.medicines.all() == []

    place.sections["medicine"].add.click()

    assert place.desk.form.controls["dose"].edit.text() == "5 mg"
    qtbot.keyClicks(place.desk.form.first, "Apixaban")
    place.leave()
    assert case.medicines.all()[0].dose == "5 mg"


def test_clearing_the_name_says_what_to_do_and_keeps_the_medicine(qtbot, show, case):
    with case.change("Add"):
        case.medicines.add(Medicine(0, "Apixaban"))
    place = show(MedicinesPlace)
    place.sections["medicine"].view.choose("medicine", 1)
    form = place.desk.form
    form.first.selectAll()
    qtbot.keyClick(form.first, Qt.Key.Key_Delete)

    place.leave()

    row = form.controls["name"].widget
    assert row.fault.text() == "Type the name of the medicine, or remove it."
    assert case.medicines.all()[0].name == "Apixaban"


def test_stopped_moves_a_medicine_to_those_no_longer_taken(qtbot, show, case):
    with case.change("Add"):
        case.medicines.add(Medicine(0, "Naproxen"))
        case.medicines.add(Medicine(0, "Apixaban"))
    place = show(MedicinesPlace)
    view = place.sections["medicine"].view
    view.choose("medicine", 1)

    qtbot.mouseClick(place.desk.form.controls["until"].begin, Qt.MouseButton.LeftButton)

    assert case.medicines.all()[1] == Medicine(1, "Naproxen", until=NOT_KNOWN)
    assert [one.title for one in view.lines.lines] == ["Apixaban", "Naproxen"]
    assert view.lines.lines[1].head == "No longer taken"
    assert "stopped, date not known" in view.lines.lines[1].sentence

    qtbot.mouseClick(place.desk.form.controls["until"].end, Qt.MouseButton.LeftButton)
    assert case.medicines.all()[0].until is None


def test_none_is_an_answer_and_no_answer_is_none(qtbot, place, case):
    assert not any(one.isChecked() for one in place.takes.buttons.values())

    qtbot.mouseClick(place.takes.buttons[Asked.NONE_KNOWN], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(place.reacts.buttons[Asked.NOT_SURE], Qt.MouseButton.LeftButton)

    assert case.asked.get("medicine") is Asked.NONE_KNOWN
    assert case.asked.get("allergy") is Asked.NOT_SURE
    assert place.takes.buttons[Asked.NONE_KNOWN].isChecked()
    case.undo()
    assert case.asked.get("allergy") is Asked.NOT_ASKED
    assert not any(one.isChecked() for one in place.reacts.buttons.values())


def test_i_take_none_cannot_be_said_while_medicines_are_listed(show, case):
    with case.change("Add"):
        case.medicines.add(Medicine(0, "Apixaban"))
    place = show(MedicinesPlace)
    assert place.takes.buttons[Asked.LISTED].isChecked()
    assert not place.takes.buttons[Asked.NONE_KNOWN].isEnabled()
    assert place.reacts.buttons[Asked.NONE_KNOWN].isEnabled()


def test_i_take_these_leads_to_the_first_medicine(qtbot, place):
    qtbot.mouseClick(place.takes.buttons[Asked.LISTED], Qt.MouseButton.LeftButton)
    assert place.desk.form.kind.code == "medicine"
    assert place.desk.form.first.hasFocus()


def test_delete_removes_an_allergy_and_the_bar_brings_it_back(qtbot, show, case, told):
    with case.change("Add"):
        case.allergies.add(Allergy(0, "Penicillin", "rash"))
        case.allergies.add(Allergy(0, "Latex"))
    place = show(MedicinesPlace)
    view = place.sections["allergy"].view
    view.setFocus()

    qtbot.keyClick(view, Qt.Key.Key_Delete)

    assert [one.substance for one in case.allergies.all()] == ["Latex"]
    words, act = told[-1]
    assert words == "“Penicillin” was removed."
    act()
    assert [one.substance for one in case.allergies.all()] == ["Penicillin", "Latex"]


def test_undo_in_the_bar_takes_back_nothing_but_the_removal(qtbot, show, case, told):
    with case.change("Add"):
        case.allergies.add(Allergy(0, "Penicillin"))
    place = show(MedicinesPlace)
    place.sections["allergy"].view.setFocus()
    qtbot.keyClick(place.sections["allergy"].view, Qt.Key.Key_Delete)
    with case.change("Add a note"):
        case.medicines.add(Medicine(0, "Apixaban"))

    told[-1][1]()

    assert [one.name for one in case.medicines.all()] == ["Apixaban"]


def test_enter_goes_from_the_list_into_the_form(qtbot, show, case):
    with case.change("Add"):
        case.allergies.add(Allergy(0, "Penicillin"))
    place = show(MedicinesPlace)
    view = place.sections["allergy"].view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert place.desk.form.first.hasFocus()
    assert place.desk.form.first.text() == "Penicillin"


def test_the_line_reads_out_all_of_a_medicine_and_where_it_is_from(show, case, record):
    with case.change("Add"):
        since = PartialDate.from_stored("2015~")
        cited = Cited(record, 2)
        case.medicines.add(Medicine(0, "Metformin", "1000 mg", since=since, voice=cited))
        case.medicines.add(Medicine(0, "Turmeric", voice=Said("Margaret Ellis")))
    place = show(MedicinesPlace)
    lines = place.sections["medicine"].view.lines
    role = Qt.ItemDataRole.AccessibleTextRole
    first, second = (lines.index(row).data(role) for row in (0, 1))
    assert first == "Metformin. 1000 mg · since about 2015. Blood tests, page 2."
    assert second == "Turmeric. said by Margaret Ellis."


def test_the_record_of_a_medicine_opens_at_its_page(qtbot, show, case, record, went):
    with case.change("Add"):
        case.medicines.add(Medicine(0, "Metformin", voice=Cited(record, 2)))
    place = show(MedicinesPlace)
    place.sections["medicine"].view.choose("medicine", 1)
    qtbot.mouseClick(place.desk.form.paper, Qt.MouseButton.LeftButton)
    assert went == [("records", record, 2)]


def test_a_change_from_elsewhere_is_shown_and_keeps_what_is_being_typed(qtbot, show, case):
    with case.change("Add"):
        case.medicines.add(Medicine(0, "Metformin"))
    place = show(MedicinesPlace)
    place.sections["medicine"].view.choose("medicine", 1)
    form = place.desk.form
    _fill(qtbot, form, "purpose", "diab")

    with case.change("Change"):
        case.medicines.save(replace(case.medicines.all()[0], name="Metformin XR"))

    assert form.controls["purpose"].edit.text() == "diab"


def test_where_there_is_little_room_the_form_takes_the_place_of_the_lists(qtbot, show):
    place = show(MedicinesPlace, width=520)
    assert place.page.isVisible()
    assert not place.desk.pane.isVisible()
    place.sections["treatment"].add.click()
    assert not place.page.isVisible()
    assert place.desk.form.isVisible()
    QApplication.processEvents()  # the form is laid out
    qtbot.mouseClick(place.desk.back, Qt.MouseButton.LeftButton)
    assert place.page.isVisible()


def test_the_page_for_emergencies_is_saved_with_what_was_just_typed(
    qtbot, place, case, told, tmp_path, monkeypatch
):
    target = tmp_path / "page.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_print", lambda _parent, _name: [target])
    qtbot.mouseClick(place.sections["allergy"].add, Qt.MouseButton.LeftButton)
    _fill(qtbot, place.desk.form, "substance", "Latex")
    place.emergency.setFocus()
    qtbot.keyClick(place.emergency, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(told), timeout=10000)
    assert [one.substance for one in case.allergies.all()] == ["Latex"]
    pages = pypdfium2.PdfDocument(target)
    assert len(pages) == 2
    assert all("Latex" in page.get_textpage().get_text_bounded() for page in pages)


def test_everything_that_takes_the_focus_has_a_name(show, case, record):
    with case.change("Add"):
        case.medicines.add(Medicine(0, "Metformin", voice=Cited(record, 1)))
    place = show(MedicinesPlace)
    place.sections["medicine"].view.choose("medicine", 1)
    QApplication.processEvents()
    from PySide6.QtWidgets import QWidget

    nameless = [
        type(one).__name__
        for one in place.findChildren(QWidget)
        if one.isVisible()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and not _named(one)
    ]
    assert nameless == []


def _named(widget):
    reads = QAccessible.queryAccessibleInterface(widget)
    return bool(reads and (reads.text(QAccessible.Text.Name) or reads.relations()))
