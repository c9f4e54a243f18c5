"""Versions of the dossier as somebody makes, changes and removes them, read back from the PDF."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt

from app.case.casefile import CaseFile
from app.model.partial_date import PartialDate, Point
from app.model.person import Patient, Recipient
from app.model.recipient_profile import FirstOpinion, Identity, RecipientProfile, Wishes
from app.model.record import RecordDates
from app.model.sensitivity import Sensitivity
from app.model.version import MAIN, Pictures, Selection, TextLayer
from tests.ui.opened_place import Shown
from tests.ui.shown_papers import add_record, pdf
from ui import file_choice
from ui.dossier.contents import COUNT, DETAIL, ID
from ui.pages.dossier import DossierPlace

SPACE = Qt.Key.Key_Space


@pytest.fixture
def shown(tmp_path, looks, qtbot):
    """The place on a case with two scans, a note, and somebody in the book."""
    case = CaseFile.create(tmp_path / "smith.casepack")
    knee = add_record(case, pdf(tmp_path / "a.pdf", ["the knee"], ["two"], ["three"]), "Knee", 3)
    hip = add_record(case, pdf(tmp_path / "b.pdf", ["the hip"]), "Hip", 1)
    with case.change("Fill"):
        case.people.save(Patient(name="Ann Smith"))
        for one, year in ((knee, 2010), (hip, 2026)):
            dates = RecordDates(PartialDate(Point(year)))
            case.records.save(type(one)(one.id, one.kind, one.title, dates, document=one.document))
        case.records.add("Diary", body="My leg hurts.")
        case.recipients.add(
            RecipientProfile(
                0,
                recipient=Recipient(name="Dr Lindqvist", place="Uppsala"),
                wishes=Wishes(identity=Identity.COVER, oldest_first=True, most_questions=3),
            )
        )
    made = Shown(DossierPlace, case, looks)
    yield made
    made.close(qtbot)


@pytest.fixture
def place(shown):
    return shown.place


@pytest.fixture
def case(shown):
    return shown.session.case


@pytest.fixture
def settled(qtbot, shown):
    """Return a function that waits until pages and size are those of the version."""
    draft = shown.session.draft

    def wait():
        qtbot.waitUntil(lambda: not draft.busy and not draft.stale, timeout=20000)

    wait()
    return wait


def choose(place, title):
    model = place.contents.model
    at = next(at for at in range(model.rowCount()) if model.index(at).data() == title)
    place.contents.list.setCurrentIndex(model.index(at))
    return model.index(at)


def number(case, title):
    return next(one.id for one in case.records.all() if one.title == title)


def make_version(place, qtbot, name, row=0):
    bar = place.versions
    qtbot.mouseClick(bar.new, Qt.MouseButton.LeftButton)
    bar.form.who.setCurrentIndex(row)
    qtbot.keyClicks(bar.form.name, name)
    qtbot.keyClick(bar.form.name, Qt.Key.Key_Return)
    return place.session.version


def press_space(place, qtbot, title):
    choose(place, title)
    qtbot.keyClick(place.contents.list, SPACE)


def words_of(path):
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def make(place, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_export", lambda parent: [target])
    with qtbot.waitSignal(place.session.exported, timeout=30000):
        place.make_button.click()
    qtbot.waitUntil(lambda: not place.session.jobs.busy, timeout=20000)
    return target


def test_there_is_a_first_dossier_that_stays(place, settled):
    assert place.versions.switch.currentText() == "First dossier"
    assert not place.versions.remove.isEnabled()


def test_a_version_is_made_for_somebody_of_the_book_with_what_they_want(
    place, case, settled, qtbot
):
    made = case.versions.get(make_version(place, qtbot, "For Uppsala", row=2))
    assert (made.identity, made.oldest_first, made.most_questions) == (Identity.COVER, True, 3)
    assert place.versions.switch.currentText() == "For Uppsala"
    assert place.builder.who.text() == "For Dr Lindqvist, Uppsala"
    assert place.choices.naming.how.buttons[Identity.COVER].isChecked()
    assert case.undo_label == "Make the version “For Uppsala”"
    assert place.versions.form.isHidden()


def test_a_version_needs_a_name_that_is_free(place, case, settled, qtbot):
    before = len(case.versions.all())
    place.versions.new.click()
    form = place.versions.form
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert "Give this version a name" in form.name_row.fault.text()
    qtbot.keyClicks(form.name, "first dossier")
    form.take.click()
    assert "already" in form.name_row.fault.text()
    qtbot.keyClick(form.name, Qt.Key.Key_Escape)
    assert form.isHidden()
    assert len(case.versions.all()) == before


def test_a_copy_has_the_choices_of_what_it_copies_and_goes_its_own_way(place, case, settled, qtbot):
    first = make_version(place, qtbot, "Short")
    press_space(place, qtbot, "Hip")
    copy = make_version(place, qtbot, "Short, too", row=1)
    assert case.versions.get(copy).selections == case.versions.get(first).selections
    press_space(place, qtbot, "Hip")
    assert not case.versions.get(first).selection(number(case, "Hip")).included
    assert case.versions.get(copy).selection(number(case, "Hip")).included


def test_another_name_and_another_reader_leave_the_choices_alone(place, case, settled, qtbot):
    made = make_version(place, qtbot, "Short")
    press_space(place, qtbot, "Hip")
    place.versions.rename.click()
    form = place.versions.form
    form.name.setText("Shorter")
    form.who.setCurrentIndex(1)
    form.take.click()
    now = case.versions.get(made)
    assert (now.name, now.recipient) == ("Shorter", case.recipients.all()[0].id)
    assert len(now.selections) == 1
    assert place.versions.switch.currentText() == "Shorter"


def test_a_version_that_was_removed_comes_back_with_undo(shown, place, case, settled, qtbot):
    made = make_version(place, qtbot, "Short")
    press_space(place, qtbot, "Hip")
    place.versions.remove.click()
    assert case.versions.get(made) is None
    assert place.session.version == MAIN.id
    assert shown.told[-1] == "The version “Short” was removed. Your records are all there."
    words, undo = shown.acts[-1]
    assert words == "Undo"
    undo()
    assert len(case.versions.get(made).selections) == 1
    assert place.session.version == made
    assert place.versions.switch.currentText() == "Short"


def test_leaving_out_in_a_version_does_not_touch_the_first_dossier(
    place, case, settled, qtbot, tmp_path, monkeypatch
):
    made = make_version(place, qtbot, "Short")
    press_space(place, qtbot, "Hip")
    assert case.records.get(number(case, "Hip")).in_dossier
    assert case.versions.get(made).selection(number(case, "Hip")) == Selection(
        number(case, "Hip"), included=False
    )
    settled()
    words = words_of(make(place, qtbot, tmp_path, monkeypatch))
    assert "the knee" in words
    assert "the hip" not in words
    place.done.back.click()
    place.versions.switch.setCurrentIndex(0)
    settled()
    assert "the hip" in words_of(make(place, qtbot, tmp_path, monkeypatch))


def test_a_reason_is_offered_after_unticking_and_stands_in_row_and_pdf(
    place, case, settled, qtbot, tmp_path, monkeypatch
):
    make_version(place, qtbot, "Short")
    press_space(place, qtbot, "Hip")
    why = place.contents.why
    assert why.isVisible()
    assert why.row.label.text() == "Why is “Hip” left out?"
    why.reason.setCurrentIndex(1)
    assert choose(place, "Hip").data(DETAIL) == "Left out · Not related"
    assert case.undo_label == "Say why “Hip” is left out"
    why.reason.setCurrentIndex(5)
    qtbot.keyClicks(why.own, "My brother has it")
    qtbot.keyClick(why.own, Qt.Key.Key_Return)
    assert choose(place, "Hip").data(DETAIL) == "Left out · My brother has it"
    said = choose(place, "Hip").data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Hip. Left out. My brother has it. C · Scan reports."
    settled()
    assert "My brother has it" in words_of(make(place, qtbot, tmp_path, monkeypatch))


def test_the_question_for_a_reason_stays_when_the_pages_are_made_anew(place, settled, qtbot):
    press_space(place, qtbot, "Hip")
    settled()
    assert place.contents.list.currentIndex().data() == "Hip"
    assert place.contents.why.isVisible()


def test_in_the_first_dossier_the_reason_is_said_of_the_record(place, case, settled, qtbot):
    press_space(place, qtbot, "Hip")
    place.contents.why.reason.setCurrentIndex(2)
    hip = case.records.get(number(case, "Hip"))
    assert (hip.in_dossier, hip.left_out_because) == (False, "Private")
    assert case.versions.get(MAIN.id).selections == ()
    assert not place.contents.why.back.isVisible()


def test_a_record_is_taken_as_in_the_first_dossier_again(place, case, settled, qtbot):
    made = make_version(place, qtbot, "Short")
    press_space(place, qtbot, "Hip")
    place.contents.why.back.click()
    assert case.versions.get(made).selections == ()
    state = choose(place, "Hip").data(Qt.ItemDataRole.CheckStateRole)
    assert state == Qt.CheckState.Checked
    assert place.contents.why.isHidden()


def test_the_head_of_a_group_takes_all_or_none_of_it(place, case, settled, qtbot):
    made = make_version(place, qtbot, "Short")
    head = choose(place, "C · Scan reports")
    assert head.data(COUNT) == "2 of 2"
    place.contents.none_of_it.click()
    assert [one.included for one in case.versions.get(made).selections] == [False, False]
    assert case.undo_label == "Leave 2 records out"
    assert choose(place, "C · Scan reports").data(COUNT) == "0 of 2"
    qtbot.keyClick(place.contents.list, SPACE)
    assert [one.included for one in case.versions.get(made).selections] == [True, True]
    press_space(place, qtbot, "Hip")
    head = choose(place, "C · Scan reports")
    assert head.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.PartiallyChecked
    said = head.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "C · Scan reports. 1 of 2 records go in."


def test_a_click_on_the_box_of_a_head_takes_the_group_out(place, case, settled, qtbot):
    view = place.contents.list
    box = view.visualRect(choose(place, "C · Scan reports"))
    spot = QPoint(box.left() + view.fontMetrics().height(), box.center().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not any(case.records.get(number(case, one)).in_dossier for one in ("Knee", "Hip"))


def test_a_tag_keeps_a_record_out_says_so_and_a_tick_puts_it_in(place, case, settled, qtbot):
    hip = number(case, "Hip")
    with case.change("Mark"):
        case.marks.set_sensitivities(hip, {Sensitivity.PRIVATE_NOTE})
    row = choose(place, "Hip")
    assert row.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert "My private note" in row.data(DETAIL)
    assert not place.contents.why.row.isVisible()
    press_space(place, qtbot, "Hip")
    assert case.versions.get(MAIN.id).selection(hip).included
    state = choose(place, "Hip").data(Qt.ItemDataRole.CheckStateRole)
    assert state == Qt.CheckState.Checked
    settled()
    assert "You marked as “My private note”, and it goes in: “Hip”." in (
        place.choices.copy.holds.text()
    )


def test_pages_that_state_the_first_opinion_stay_out_whatever_is_ticked(
    shown, place, case, settled, qtbot
):
    with case.change("Mark"):
        case.marks.mark_first_opinion(number(case, "Hip"), ())
    made = make_version(place, qtbot, "Blind")
    place.choices.opinion.what.buttons[FirstOpinion.BLIND].click()
    assert case.undo_label == "Change what is told of the first opinion"
    assert "cannot say why" in place.choices.opinion.cost.text()
    assert "states the first opinion" in choose(place, "Hip").data(DETAIL)
    press_space(place, qtbot, "Hip")
    assert shown.told[-1].startswith("It states the first opinion.")
    assert case.versions.get(made).selections == ()


def test_pages_are_chosen_for_one_version_only(place, case, settled, qtbot):
    knee = number(case, "Knee")
    make_version(place, qtbot, "Short")
    choose(place, "Knee")
    place.contents.choose.click()
    place.contents.typed.setText("2")
    qtbot.keyClick(place.contents.typed, Qt.Key.Key_Return)
    assert case.records.get(knee).pages == ()
    settled()
    assert "1 of 3 pages" in choose(place, "Knee").data(DETAIL)
    place.versions.switch.setCurrentIndex(0)
    settled()
    assert "3 pages" in choose(place, "Knee").data(DETAIL)


def test_all_pages_of_a_record_go_into_a_version_although_the_record_has_chosen_some(
    place, case, settled, qtbot
):
    choose(place, "Knee")
    place.contents.choose.click()
    place.contents.typed.setText("1")
    place.contents.take.click()
    made = make_version(place, qtbot, "Whole")
    choose(place, "Knee")
    place.contents.choose.click()
    place.contents.all_pages.click()
    assert case.versions.get(made).selection(number(case, "Knee")).pages == (1, 2, 3)
    settled()
    assert "· 3 pages ·" in choose(place, "Knee").data(DETAIL)


def test_the_oldest_record_stands_first_in_list_and_pdf(
    place, case, settled, qtbot, tmp_path, monkeypatch
):
    def order():
        model = place.contents.model
        return [
            model.index(at).data()
            for at in range(model.rowCount())
            if model.index(at).data(ID) and model.index(at).data() != "Diary"
        ]

    assert order() == ["Hip", "Knee"]
    place.choices.order.order.buttons[True].click()
    assert order() == ["Knee", "Hip"]
    assert case.undo_label == "Change the order of the records"
    settled()
    words = words_of(make(place, qtbot, tmp_path, monkeypatch))
    assert words.index("the knee") < words.index("the hip")


def test_another_name_stands_on_the_pages(place, case, settled, qtbot, tmp_path, monkeypatch):
    make_version(place, qtbot, "Under another name")
    place.choices.naming.how.buttons[Identity.PSEUDONYM].click()
    place.choices.naming.name.edit.setFocus()
    qtbot.keyClicks(place.choices.naming.name.edit, "Blue River")
    settled()
    words = words_of(make(place, qtbot, tmp_path, monkeypatch))
    assert "Blue River" in words
    assert "Smith" not in words
    assert case.versions.get(place.session.version).pseudonym == "Blue River"


def test_titles_that_tell_too_much_are_not_named(
    place, case, settled, qtbot, tmp_path, monkeypatch
):
    make_version(place, qtbot, "Short")
    press_space(place, qtbot, "Hip")
    place.choices.order.behind.click()
    settled()
    assert "not which" in place.choices.copy.leaves.text()
    words = words_of(make(place, qtbot, tmp_path, monkeypatch))
    assert "left out 1 record and does not name it" in " ".join(words.split())
    assert "Hip" not in words


def test_each_choice_is_kept_in_the_version_and_undone_by_name(place, case, settled, qtbot):
    make_version(place, qtbot, "Short")
    choices = place.choices
    for act, field, value, step in (
        (lambda: choices.paper.setCurrentIndex(1), "paper", "LETTER", "Change the paper"),
        (
            lambda: choices.pictures.pictures.setCurrentIndex(3),
            "pictures",
            Pictures.GREY,
            "Change how scans are carried",
        ),
        (
            choices.pictures.layer.click,
            "text_layer",
            TextLayer.ALLOWED,
            "Change the words on covered pages",
        ),
        (
            lambda: choices.order.questions.setCurrentIndex(2),
            "most_questions",
            3,
            "Change how many questions are asked",
        ),
        (
            choices.order.earlier.click,
            "earlier_reports",
            True,
            "Change what happens with earlier reports",
        ),
    ):
        act()
        assert getattr(case.versions.get(place.session.version), field) == value
        assert case.undo_label == step
        case.undo()
        assert getattr(case.versions.get(place.session.version), field) != value
        case.redo()
    assert choices.pictures.pictures.currentText() == "Light and grey: 150 dots, no colour"
    place.versions.switch.setCurrentIndex(0)
    assert choices.paper.currentText() == "As in the settings"


def test_what_the_copy_holds_and_leaves_out_is_said_before_and_after(
    place, case, settled, qtbot, tmp_path, monkeypatch
):
    make_version(place, qtbot, "Short")
    press_space(place, qtbot, "Hip")
    place.contents.why.reason.setCurrentIndex(3)
    settled()
    pages = place.page.count
    copy = place.choices.copy
    assert copy.holds.text() == f"This copy holds 2 records on {pages} pages."
    assert copy.leaves.text() == "“Hip”: Duplicate"
    target = make(place, qtbot, tmp_path, monkeypatch)
    assert len(PdfReader(target).pages) == pages
    assert place.making.copy.holds.text() == copy.holds.text()
    assert place.done.copy.leaves.text() == "“Hip”: Duplicate"


def test_pages_of_another_version_are_not_shown_as_those_of_this_one(place, settled, qtbot):
    assert place.page.count
    make_version(place, qtbot, "Short")
    assert place.page.count == 0
    assert place.choices.copy.isHidden()
    settled()
    assert place.page.count
