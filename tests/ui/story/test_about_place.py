from PySide6.QtCore import Qt

from app.model.partial_date import PartialDate
from app.model.person import Patient
from ui.pages.about import AboutPlace


def test_what_is_typed_is_saved_when_the_focus_leaves_and_undo_names_it(shown, case, qtbot):
    place = shown(AboutPlace)
    name = place.patient.edits["name"]
    assert place.first_focus() is name
    qtbot.keyClicks(name, "Ana Ruiz")
    qtbot.keyClick(name, Qt.Key.Key_Tab)
    assert case.people.patient().name == "Ana Ruiz"
    assert case.undo_label == "Change “Patient’s name”"
    case.undo()
    assert name.text() == ""


def test_what_is_typed_is_saved_a_second_after_the_last_key(shown, case, qtbot):
    place = shown(AboutPlace)
    qtbot.keyClicks(place.preparer.edits["role"], "Son")
    qtbot.waitUntil(lambda: case.people.preparer().role == "Son", timeout=3000)


def test_a_blank_typed_behind_a_saved_word_stays_for_the_next_word(shown, case, qtbot):
    place = shown(AboutPlace)
    name = place.patient.edits["name"]
    name.setFocus()
    qtbot.keyClicks(name, "Ana ")
    place.session.unsaved.flush()
    assert case.people.patient().name == "Ana"
    qtbot.keyClicks(name, "Ruiz")
    assert name.text() == "Ana Ruiz"


def test_a_change_elsewhere_does_not_touch_what_is_being_typed(shown, case, qtbot):
    place = shown(AboutPlace)
    qtbot.keyClicks(place.patient.edits["name"], "Ana")
    with case.change("Elsewhere"):
        case.people.save(Patient(name="", phone="555"))
    assert place.patient.edits["name"].text() == "Ana"
    assert place.patient.edits["phone"].text() == "555"


def test_every_field_of_all_three_people_is_kept(shown, case, qtbot):
    place = shown(AboutPlace)
    for card in (place.patient, place.preparer, place.recipient):
        for field, edit in card.edits.items():
            edit.setFocus()
            qtbot.keyClicks(edit, f"my {field}")
    place.leave()
    patient, helper, asked = (
        case.people.patient(),
        case.people.preparer(),
        case.people.recipient(),
    )
    assert (patient.sex, patient.language) == ("my sex", "my language")
    assert (patient.record_number, patient.phone) == ("my record_number", "my phone")
    assert (helper.name, helper.consent) == ("my name", "my consent")
    assert (asked.service, asked.place) == ("my service", "my place")
    assert (asked.visit, asked.reply_to) == ("my visit", "my reply_to")


def test_a_year_alone_is_a_birth_date(shown, case, qtbot):
    place = shown(AboutPlace)
    year = place.patient.dates["born"].parts.year
    year.setFocus()
    qtbot.keyClicks(year, "1957")
    qtbot.mouseClick(place.page.go_on, Qt.MouseButton.LeftButton)
    assert case.people.patient().born == PartialDate.from_stored("1957")
    assert case.undo_label == "Change “Born on”"


def test_go_on_and_skip_lead_to_the_next_part_and_back_to_the_plan(shown, case, seen, qtbot):
    place = shown(AboutPlace)
    qtbot.keyClicks(place.patient.edits["name"], "Ana")
    qtbot.mouseClick(place.page.go_on, Qt.MouseButton.LeftButton)
    assert case.people.patient().name == "Ana"
    qtbot.mouseClick(place.page.skip, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(place.page.back, Qt.MouseButton.LeftButton)
    assert seen.went == ["diagnosis", "diagnosis", "plan"]
    assert place.page.then.text() == "Next: Diagnosis & plan"


def test_fields_stand_in_two_columns_or_in_one_where_the_window_is_narrow(shown, case, qtbot):
    place = shown(AboutPlace)
    name, number = place.patient.edits["name"], place.patient.edits["record_number"]

    def beside():
        return number.mapToGlobal(number.rect().topLeft()).x() > (
            name.mapToGlobal(name.rect().topRight()).x()
        )

    assert beside()
    place.window().resize(880, 700)
    qtbot.waitUntil(lambda: not beside())
