"""Who will read it, as a person fills it in with keys and clicks."""

from datetime import date, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.content.presets import load_presets
from app.model.build import Build
from app.model.partial_date import PartialDate, day
from app.model.person import Recipient
from app.model.recipient_profile import (
    Delivery,
    FirstOpinion,
    Identity,
    RecipientProfile,
    Window,
    Wishes,
)
from app.model.record import RecordDates
from app.model.version import Version
from tests.ui.every_place.seen import EVERY, faults, settle
from ui.pages.recipients import RecipientsPlace
from ui.recipients.words import KIND


@pytest.fixture
def show(show_place):
    """Return a function that shows the place alone, of a width in pixels."""
    return partial(show_place, RecipientsPlace)


@pytest.fixture
def lindqvist(case):
    with case.change("Add"):
        return case.recipients.add(
            RecipientProfile(0, Recipient("Dr Lindqvist", "Spine Centre", "Northgate"))
        )


def write(field, words):
    field.setFocus()
    QTest.keyClicks(field, words)
    field.clearFocus()


def pick(combo, words):
    """Choose with the keyboard, as far as a line begins with `words`."""
    combo.setFocus()
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())


def add(shown, code):
    shown.place.start()
    QTest.mouseClick(shown.place.presets.cards[code], Qt.MouseButton.LeftButton)


def test_an_empty_book_says_what_to_do_and_the_button_offers_every_kind_of_reader(show):
    shown = show()
    place = shown.place
    assert place.first_focus() is place.first
    QTest.keyClick(place.first, Qt.Key.Key_Return)
    assert list(place.presets.cards) == [*(one.id for one in load_presets()), ""]
    assert len(place.presets.cards) == 9
    assert place.presets.first.hasFocus()


def test_a_kind_chosen_by_enter_is_in_the_case_and_the_name_is_asked_next(show, case):
    shown = show()
    shown.place.start()
    card = shown.place.presets.cards["blind"]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)

    [kept] = case.recipients.all()
    assert (kept.preset, kept.wishes.first_opinion) == ("blind", FirstOpinion.BLIND)
    name = shown.place.view.form.control("recipient.name")
    assert name.hasFocus()
    assert case.undo_label == "Add a reader"
    QTest.keyClicks(name, "Dr Okafor")
    shown.place.leave()
    assert case.recipients.all()[0].recipient.name == "Dr Okafor"
    assert shown.place.list.line.title == "Dr Okafor"
    assert shown.place.view.title.text() == "Dr Okafor"


def test_start_empty_fills_in_nothing(show, case):
    add(show(), "")
    [kept] = case.recipients.all()
    assert kept.wishes == Wishes()
    assert kept.preset == ""


def test_the_doctor_of_the_case_is_offered_once(show, case):
    with case.change("Doctor"):
        case.people.save(Recipient("Dr Venn", "Clinic", "Town"))
    shown = show()
    shown.place.start()
    QTest.mouseClick(shown.place.presets.known, Qt.MouseButton.LeftButton)
    assert case.recipients.all()[0].recipient == Recipient("Dr Venn", "Clinic", "Town")
    shown.place.start()
    assert shown.place.presets.known is None


def test_not_now_adds_nobody(show, case, lindqvist):
    shown = show()
    QTest.mouseClick(shown.place.add, Qt.MouseButton.LeftButton)
    QTest.mouseClick(shown.place.presets.leave, Qt.MouseButton.LeftButton)
    assert shown.place.presets is None
    assert shown.place.view.profile.id == lindqvist
    assert len(case.recipients.all()) == 1


def test_a_space_at_the_end_of_a_word_stays_when_the_pause_saves_it(qtbot, show, case):
    shown = show()
    add(shown, "")
    name = shown.place.view.form.control("recipient.name")
    QTest.keyClicks(name, "Dr ")
    qtbot.waitUntil(lambda: case.recipients.all()[0].recipient.name == "Dr", timeout=3000)
    assert name.text() == "Dr "
    QTest.keyClicks(name, "Venn")
    shown.place.leave()
    assert case.recipients.all()[0].recipient.name == "Dr Venn"


def test_what_they_take_is_saved_as_it_is_chosen_and_told_in_a_line_when_folded(
    show, case, lindqvist
):
    shown = show()
    form = shown.place.view.form
    takes = form.parts[1]
    assert not takes.fold.opened
    QTest.mouseClick(takes.fold.opener, Qt.MouseButton.LeftButton)
    pick(form.control("wishes.delivery"), "Paper")
    assert case.recipients.get(lindqvist).wishes.delivery is Delivery.PAPER
    assert case.undo_label == "Change what a reader takes"
    write(form.control("wishes.most_megabytes"), "20")
    QTest.mouseClick(form.control("wishes.by_email"), Qt.MouseButton.LeftButton)
    wishes = case.recipients.get(lindqvist).wishes
    assert (wishes.most_megabytes, wishes.by_email) == (20.0, True)
    words = [line.text() for _note, line in takes._said]
    assert words == ["About three quarters of that is usable: 20 MB of mail hold 14.6 MB of files."]
    QTest.mouseClick(takes.fold.opener, Qt.MouseButton.LeftButton)
    assert takes.summary.text() == "Paper · up to 20 MB · by e-mail"
    assert takes.summary.isVisible()
    for _step in range(3):
        case.undo()
    assert takes.summary.text() == "One PDF"
    assert form.control("wishes.most_megabytes").text() == ""


def test_a_number_that_is_none_is_told_and_holds_nothing_else_up(show, case, lindqvist):
    shown = show()
    form = shown.place.view.form
    files = form.control("wishes.most_files")
    write(files, "many")
    assert files.property("wrong") is True
    pick(form.control("wishes.delivery"), "Several files")
    assert case.recipients.get(lindqvist).wishes.delivery is Delivery.FILES
    assert case.recipients.get(lindqvist).wishes.most_files == 0
    files.selectAll()
    write(files, "3")
    assert case.recipients.get(lindqvist).wishes.most_files == 3
    assert files.property("wrong") is False


def test_how_you_are_named_and_the_first_opinion_are_chosen_by_keys(show, case, lindqvist):
    form = show().place.view.form
    named = form.control("wishes.identity")
    full = named.buttons[Identity.FULL]
    full.setFocus()
    QTest.keyClick(full, Qt.Key.Key_Down)
    assert case.recipients.get(lindqvist).wishes.identity is Identity.COVER
    opinion = form.control("wishes.first_opinion")
    blind = opinion.buttons[FirstOpinion.BLIND]
    assert "cannot say why the first decided so" in blind.accessibleDescription()
    blind.setFocus()
    QTest.keyClick(blind, Qt.Key.Key_Space)
    assert case.recipients.get(lindqvist).wishes.first_opinion is FirstOpinion.BLIND
    case.undo()
    assert opinion.buttons[FirstOpinion.INCLUDE].isChecked()


def test_the_number_of_years_is_asked_only_where_it_counts(show, case, lindqvist):
    form = show().place.view.form
    years = form.control("wishes.window_years")
    assert not years.isVisible()
    pick(form.control("wishes.window"), "The last years")
    assert years.isVisible()
    write(years, "2")
    wishes = case.recipients.get(lindqvist).wishes
    assert (wishes.window, wishes.window_years) == (Window.YEARS, 2)


def test_when_it_was_checked_and_with_whom_stands_in_the_list(show, case, lindqvist):
    shown = show()
    form = shown.place.view.form
    checked = form.control("checked_on")
    write(checked.parts.year, "2026")
    write(form.control("checked_by"), "the secretary")
    shown.place.leave()
    assert case.recipients.get(lindqvist).checked_on == PartialDate.from_stored("2026")
    assert shown.place.list.line.source == "Checked on 2026, with the secretary"


def test_a_version_for_a_reader_leaves_what_is_too_old_behind_and_says_so(show, case):
    with case.change("Add"):
        for title, when in (("Old", "2010-05"), ("Older", "2001"), ("New", day(date.today()))):
            dates = when if isinstance(when, PartialDate) else PartialDate.from_stored(when)
            case.records.add(title, body="x", dates=RecordDates(service=dates))
        wishes = Wishes(window=Window.YEARS, window_years=1, identity=Identity.COVER)
        reader = case.recipients.add(RecipientProfile(0, Recipient("Dr Lindqvist"), wishes))
    shown = show()
    QTest.mouseClick(shown.place.view.versions.make, Qt.MouseButton.LeftButton)

    [_first, made] = case.versions.all()
    assert (made.name, made.recipient) == ("Dr Lindqvist", reader)
    assert made.identity is Identity.COVER
    assert len(made.selections) == 2
    assert shown.session.version == made.id
    assert shown.gone == [("dossier", {})]
    assert shown.told[-1] == (
        "A version for Dr Lindqvist is ready. 2 older records stay behind. Look at them in Dossier."
    )
    assert case.undo_label == "Make a version for Dr Lindqvist"


def test_versions_of_a_reader_are_listed_with_what_was_made_of_them(show, case, lindqvist):
    with case.change("Add"):
        one = case.versions.add(Version(name="Short", recipient=lindqvist))
        two = case.versions.add(Version(name="Long", recipient=lindqvist))
        case.versions.add(Version(name="For nobody"))
    when = PartialDate.from_stored("2026-11-14")
    made = Build(0, two, "Long", "", 0, _noon(when), "Casepack", (), (), (), ())
    case.builds.keep(made)
    shown = show()
    links = shown.place.view.versions.links
    assert {number: link.accessibleDescription() for number, link in links.items()} == {
        one: "No PDF was made of it yet",
        two: "PDF made on 14 November 2026, build 1",
    }
    QTest.keyClick(links[two], Qt.Key.Key_Return)
    assert shown.session.version == two
    assert shown.gone == [("dossier", {})]


def test_delete_takes_a_reader_away_and_undo_brings_all_of_them_back(show, case, lindqvist):
    with case.change("Add"):
        version = case.versions.add(Version(name="Short", recipient=lindqvist))
        case.recipients.add(RecipientProfile(0, Recipient("Dr Okafor")))
    shown = show()
    before = case.recipients.all()
    shown.place.list.setFocus()
    QTest.keyClick(shown.place.list, Qt.Key.Key_Delete)
    assert [one.recipient.name for one in case.recipients.all()] == ["Dr Okafor"]
    assert shown.place.view.title.text() == "Dr Okafor"
    assert shown.told[-1] == "“Dr Lindqvist” was removed."
    words, act = shown.acts[-1]
    assert words == "Undo"
    act()
    assert case.recipients.all() == before
    assert case.versions.get(version).recipient == lindqvist


def test_the_arrow_keys_go_through_the_readers_and_enter_goes_into_one(show, case, lindqvist):
    with case.change("Add"):
        case.recipients.add(RecipientProfile(0, Recipient("Dr Okafor")))
    place = show().place
    place.list.setFocus()
    QTest.keyClick(place.list, Qt.Key.Key_Down)
    assert place.view.title.text() == "Dr Okafor"
    assert place.list.hasFocus()
    QTest.keyClick(place.list, Qt.Key.Key_Return)
    assert place.view.form.control("recipient.name").hasFocus()
    assert place.panes() == [place.list, place.panes_.pane]


def test_what_is_typed_is_saved_before_another_reader_is_shown(show, case, lindqvist):
    with case.change("Add"):
        other = case.recipients.add(RecipientProfile(0, Recipient("Dr Okafor")))
    place = show().place
    note = place.view.form.control("note")
    note.setFocus()
    QTest.keyClicks(note, "Kind on the phone.")
    place.list.choose(KIND, other)
    assert case.recipients.get(lindqvist).note == "Kind on the phone."
    assert place.view.profile.id == other


def test_in_little_room_one_of_the_two_is_seen_and_esc_leads_back(show, lindqvist):
    place = show(600).place
    assert not place.panes_.pane.isVisible()
    place.list.setFocus()
    QTest.keyClick(place.list, Qt.Key.Key_Return)
    assert not place.list.isVisible()
    name = place.view.form.control("recipient.name")
    assert name.hasFocus()
    QTest.keyClick(name, Qt.Key.Key_Escape)
    assert place.list.isVisible()
    assert place.list.hasFocus()


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.5), ("contrast", 2.0)])
def test_all_of_it_fits_and_can_be_read_out_in_every_look(show, looks, lindqvist, theme, scale):
    try:
        looks.wear(theme, scale)
        shown = show(1366)
        place = shown.place
        assert faults(shown.window, *EVERY) == []
        place._open(place.list.line)
        for part in place.view.form.parts:
            part.open()
        settle()
        assert faults(shown.window, *EVERY) == []
        place.start()
        settle()
        assert faults(shown.window, *EVERY) == []
        assert shown.window.width() == 1366
    finally:
        looks.wear()


def test_a_number_left_wrong_does_not_follow_to_another_reader(show, case, lindqvist):
    with case.change("Add"):
        other = case.recipients.add(RecipientProfile(0, Recipient("Dr Okafor")))
    place = show().place
    write(place.view.form.control("wishes.most_files"), "many")
    place.list.choose(KIND, other)
    assert place.view.profile.id == other
    files = place.view.form.control("wishes.most_files")
    assert files.text() == ""
    write(files, "4")
    assert [one.wishes.most_files for one in case.recipients.all()] == [0, 4]


def test_a_half_typed_date_does_not_follow_to_another_reader(show, case, lindqvist):
    with case.change("Add"):
        other = case.recipients.add(RecipientProfile(0, Recipient("Dr Okafor")))
    place = show().place
    QTest.keyClicks(place.view.form.control("checked_on").parts.day, "12")
    place.list.choose(KIND, other)
    assert place.view.form.control("checked_on").parts.day.text() == ""
    place.leave()
    assert not any(one.checked_on.known for one in case.recipients.all())


def test_in_the_whole_window_a_version_leads_to_the_dossier_and_the_bar_says_so(window, case):
    with case.change("Add"):
        case.recipients.add(RecipientProfile(0, Recipient("Dr Lindqvist")))
    window.stage.go("recipients")
    window.stage.place.view.versions.make.click()
    assert window.stage.here == "dossier"
    assert window.session.version == case.versions.all()[-1].id != 0
    assert window.bar.words.text() == "A version for Dr Lindqvist is ready."
    assert window.bar.isVisible()
    window.stage.back()
    assert list(window.stage.place.view.versions.links) == [window.session.version]


def test_f1_has_words_for_this_place_and_the_menu_leads_to_it(window):
    window.stage.go("records")
    found = [one for one in _every_action(window) if one.text() == "Who will read it"]
    found[0].trigger()
    assert window.stage.here == "recipients"
    QApplication.processEvents()
    window.help()
    shown = window.stage.place.area.widget().findChildren(type(window.frame_.top.where))
    assert "This screen: Who will read it" in [one.text() for one in shown]


def _every_action(window):
    for menu in window.menuBar().actions():
        yield from menu.menu().actions()


def _noon(when):
    return datetime(when.start.year, when.start.month, when.start.day, 12).astimezone()
