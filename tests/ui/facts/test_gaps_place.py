"""What may be missing, and the register, as somebody works on them."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from app.model.journey.wanted import WantedState
from app.model.outside_item import OutsideItem, OutsideKind
from app.model.partial_date import PartialDate
from app.model.record import Kind
from ui.pages.gaps import GapsPlace
from ui.pages.outside import OutsidePlace
from ui.shell.counts import count_of


@pytest.fixture
def place(show):
    return show(GapsPlace)


def titles(place):
    return [line.title for line in place.view.lines.lines]


def come_to(place, title):
    row = titles(place).index(title)
    place.view.setCurrentIndex(place.view.lines.index(row))
    return place.form


def set_state(form, state):
    control = form.controls["state"]
    control.show_value(state)
    control.combo.activated.emit(control.combo.currentIndex())


def test_the_base_list_stands_by_how_much_each_line_is_wanted(place, case):
    lines = place.view.lines.lines
    assert len(lines) == 14
    assert [line.head for line in lines if line.head] == ["Most wanted", "Wanted too", "Helpful"]
    assert all("Not asked yet" in line.more for line in lines)
    assert place.progress.text() == "0 of 14 are settled"
    assert place.count() == count_of("gaps", case) == 0  # nobody has begun


def test_a_ticked_list_brings_its_lines_and_its_additions(qtbot, place, case):
    assert place.lists.opened
    chooser = place.chooser
    qtbot.mouseClick(chooser.checks["oncology"], Qt.MouseButton.LeftButton)
    assert chooser.checks["oncology.breast"].isVisibleTo(place)
    chooser.checks["oncology.breast"].click()
    assert "Receptor tests: ER, PR and HER2, and the grade" in titles(place)
    assert place.count() == count_of("gaps", case) > 0
    chooser.checks["oncology"].click()
    assert case.journey.specialties.all() == []
    assert len(titles(place)) == 14


def test_a_state_is_saved_at_once_and_undone_in_one_step(place, case):
    form = come_to(place, "Notes of each operation")
    set_state(form, WantedState.DOES_NOT_EXIST)
    [kept] = case.journey.wanted.all()
    assert (kept.code, kept.state) == ("base.operations", WantedState.DOES_NOT_EXIST)
    assert place.progress.text() == "1 of 14 are settled"
    place.only_open.click()
    assert "Notes of each operation" not in titles(place)
    case.undo()
    assert case.journey.wanted.all() == []
    assert "Notes of each operation" in titles(place)


def test_who_said_so_and_why_are_kept_when_the_place_is_left(qtbot, place, case):
    form = come_to(place, "Notes of each operation")
    for name, words in (("who", "The clinic"), ("why", "Lost in a fire")):
        form.controls[name].edit.setFocus()
        qtbot.keyClicks(form.controls[name].edit, words)
    place.leave()
    [kept] = case.journey.wanted.all()
    assert (kept.who, kept.why) == ("The clinic", "Lost in a fire")


def test_records_of_the_kind_are_offered_and_linked_only_by_hand(qtbot, place, case, record):
    form = come_to(place, "Your last blood and urine tests")
    assert form.records.offer.text() == "You have 1 record of this kind."
    assert form.controls["state"].value() is WantedState.NOT_ASKED
    qtbot.mouseClick(form.records.link, Qt.MouseButton.LeftButton)
    form.records.chooser._take()
    [link] = case.journey.wanted_records.all()
    assert link.record == record
    assert form.controls["state"].value() is WantedState.NOT_ASKED
    assert list(form.records.rows) == [record]
    form.records.unlinked.emit(record)
    assert case.journey.wanted_records.all() == []


def test_a_diary_is_no_record_of_the_kind_but_can_be_linked(qtbot, place, case):
    with case.change("Diary"):
        diary = case.records.add("My diary", kind=Kind.PATIENT_NOTES, body="A bad day.")
    form = come_to(place, "Names and phone numbers of your doctors")
    assert not form.records.offer.isVisible()
    qtbot.mouseClick(form.records.link, Qt.MouseButton.LeftButton)
    form.records.chooser._take()
    [link] = case.journey.wanted_records.all()
    assert link.record == diary


def test_the_age_of_a_linked_record_is_told_on_wish(place, case, record):
    form = come_to(place, "Your last blood and urine tests")
    form.records.linked.emit(record)
    assert form.age.isHidden()
    place.chooser.age.setCurrentIndex(1)
    place.chooser.age.activated.emit(1)
    assert case.journey.age_limit() == 3
    assert form.age.text().endswith("months old. You may ask if a newer one is needed.")


def test_asking_begins_a_request_and_goes_there(qtbot, place, case, went):
    form = come_to(place, "Notes of each operation")
    form.ask.open(True)
    box = form.ask._inside
    box.ask.click()
    assert box.row.fault.text() == "Type who is asked."
    assert case.journey.requests.all() == []
    qtbot.keyClicks(box.whom, "Valley Hospital")
    box.ask.click()
    [request] = case.journey.requests.all()
    [asked] = case.journey.asked_for.all()
    assert (request.whom, asked.request, asked.wanted) == (
        "Valley Hospital",
        request.id,
        "base.operations",
    )
    assert case.journey.wanted.all()[0].state is WantedState.ASKED
    assert went == [("requests", None, 1)]
    case.undo()
    assert case.journey.requests.all() == []


def test_an_own_line_is_added_by_keys_and_removed_by_delete(qtbot, place, case, told):
    qtbot.keyClicks(place.words, "My diary")
    qtbot.keyClick(place.words, Qt.Key.Key_Return)
    assert titles(place)[-1] == "My diary"
    assert place.view.lines.lines[-1].head == "Your own lines"
    place.view.setFocus()
    qtbot.keyClick(place.view, Qt.Key.Key_Delete)
    assert case.journey.wanted.all() == []
    told[-1][1]()
    assert [one.text for one in case.journey.wanted.all()] == ["My diary"]


def test_enter_goes_into_the_form(qtbot, place):
    place.view.setFocus()
    qtbot.keyClick(place.view, Qt.Key.Key_Return)
    assert place.form.controls["state"].combo.hasFocus()


def test_a_thing_typed_by_keys_is_kept_with_its_kind_and_where_it_is(qtbot, show, case):
    place = show(OutsidePlace)
    assert place.labels.isHidden()
    qtbot.mouseClick(place.sections["outside"].add, Qt.MouseButton.LeftButton)
    form = place.desk.form
    qtbot.keyClicks(form.first, "MRI pictures")
    form.controls["kind"].show_value(OutsideKind.DISC)
    form.controls["kind"].combo.activated.emit(1)
    form.controls["location"].edit.setFocus()
    qtbot.keyClicks(form.controls["location"].edit, "At home")
    place.leave()
    [kept] = case.outside.all()
    assert (kept.what, kept.kind, kept.location) == ("MRI pictures", OutsideKind.DISC, "At home")
    assert not place.labels.isHidden()
    assert place.count() == count_of("outside", case) == 1


def test_labels_and_the_shipping_list_are_saved_as_pdf(qtbot, show, case, tmp_path, monkeypatch):
    with case.change("Add"):
        studied = PartialDate.from_stored("2026-09-12")
        disc = OutsideItem(0, "MRI pictures", kind=OutsideKind.DISC, studied=studied)
        case.outside.add(disc)
    place = show(OutsidePlace)
    for number, button in enumerate((place.labels, place.plain, place.shipping)):
        target = tmp_path / f"{number}.pdf"
        monkeypatch.setattr("ui.file_choice.ask_where_to_print", lambda *_, at=target: [at])
        button.click()
        qtbot.waitUntil(target.exists)
        text = pypdfium2.PdfDocument(target)[0].get_textpage().get_text_range()
        assert "MRI pictures" in text
        assert "12-Sep-2026" in text
