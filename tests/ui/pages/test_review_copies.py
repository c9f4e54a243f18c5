"""Copies for review in the window: made from the dossier, answered where all that was made is."""

from datetime import UTC, date, datetime

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.model.build import REPLY, REVIEW, Build, BuiltFile, BuiltRecord
from app.model.journey.approving import HOLDS, OF_VERSION
from app.model.journey.decision import Approval
from app.model.partial_date import day
from tests.ui.every_place.seen import EVERY, faults, settle
from ui import file_choice
from ui.pages.dossier import DossierPlace
from ui.pages.sent import SentPlace
from ui.sent.build_view import BuildView
from ui.sent.review_view import ReviewView

SHA, OTHER = "3f" * 32, "4a" * 32


def keep(case, *, version=REVIEW, sha256=SHA, name="", spec=(), recipient="Dr Lindqvist"):
    """Keep something that was made, without a file; gives its id."""
    return case.builds.keep(
        Build(
            id=0,
            version=version,
            version_name=name,
            recipient=recipient,
            number=0,
            made=datetime(2026, 11, 20, 12, 0, tzinfo=UTC),
            application="Casepack 1.0",
            spec=spec,
            records=(BuiltRecord(1, "MRI", "a" * 64, 3, (1,)),),
            left_out=(),
            files=(BuiltFile("dossier for review.pdf", sha256, 700_000, 32),),
        )
    )


def copy(case, sha256=SHA):
    return keep(case, sha256=sha256, spec=((HOLDS, "x"), (OF_VERSION, "0"), ("locked", "no")))


def answer(case, *, yes=True, who="Anna", sha256=SHA):
    with case.change("Answer"):
        return case.journey.approvals.add(Approval(0, 0, sha256, yes, who))


@pytest.fixture
def show(show_place):
    """Return a function that shows the place of what was made, with its width in pixels."""
    return lambda width=1100: show_place(SentPlace, width)


def words_in(widget):
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


def choose(combo, words):
    """Choose a line of a list with keys."""
    combo.setFocus()
    while combo.currentText() != words:
        before = combo.currentIndex()
        QTest.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentIndex() != before


def test_a_copy_for_review_stands_in_the_list_and_cannot_be_noted_as_sent(show, case):
    keep(case, version=0)
    copy(case)
    shown = show()
    lines = shown.place.list.lines.lines
    assert [(one.title, one.more, one.source) for one in lines] == [
        ("Copy for review", "For Dr Lindqvist · 32 pages, 1 record", "No answer noted yet"),
        ("For Dr Lindqvist", "Build 1 · 32 pages, 1 record", "Not noted as sent"),
    ]
    assert shown.place.count() == 2
    assert isinstance(shown.place.view, ReviewView)
    told = words_in(shown.place.view)
    assert "dossier for review.pdf" in told
    assert "Every page of it says that it is not to be sent. It stays in this list." in told
    QTest.keyClick(shown.place.view.records.opener, Qt.Key.Key_Return)
    assert "MRI" in words_in(shown.place.view)
    shown.place.list.setFocus()
    QTest.keyClick(shown.place.list, Qt.Key.Key_Down)
    assert isinstance(shown.place.view, BuildView)


def test_an_answer_is_noted_once_it_is_said_who_and_what(show, case):
    copy(case)
    shown = show()
    part = shown.place.view.notes
    QTest.mouseClick(part.note, Qt.MouseButton.LeftButton)
    settle()
    form = part.form.form
    assert form.control("who").hasFocus()
    choose(form.control("yes"), "Yes, it may be sent")
    assert case.journey.approvals.all() == []
    assert "Type who answered." in words_in(part.form)
    form.control("who").setFocus()
    QTest.keyClicks(form.control("who"), "Margaret Ellis")
    form.control("how").setFocus()
    [kept] = case.journey.approvals.all()
    assert (kept.version, kept.file_sha256, kept.yes) == (0, SHA, True)
    assert (kept.who, kept.dated) == ("Margaret Ellis", day(date.today()))
    assert not part.form.wait.isVisible()
    QTest.keyClicks(form.control("how"), "by phone")
    part.form.close_button.click()
    [card] = part.cards.values()
    assert card.change.hasFocus()
    assert "by phone" in words_in(card)
    assert shown.place.list.line.source == "Margaret Ellis: Yes, it may be sent"
    case.undo()
    case.undo()
    assert case.journey.approvals.all() == []
    assert shown.place.list.line.source == "No answer noted yet"


def test_an_answer_belongs_to_its_copy_alone(show, case):
    copy(case)
    copy(case, OTHER)
    first, second = answer(case), answer(case, yes=False, who="Ben", sha256=OTHER)
    shown = show()
    assert set(shown.place.view.notes.cards) == {second}
    shown.place.list.setFocus()
    QTest.keyClick(shown.place.list, Qt.Key.Key_Down)
    assert set(shown.place.view.notes.cards) == {first}
    assert [one.source for one in shown.place.list.lines.lines] == [
        "Ben: No, not like this",
        "Anna: Yes, it may be sent",
    ]


def test_an_answer_is_changed_removed_and_brought_back(show, case):
    copy(case)
    number = answer(case)
    shown = show()
    part = shown.place.view.notes
    QTest.mouseClick(part.cards[number].change, Qt.MouseButton.LeftButton)
    choose(part.form.form.control("yes"), "No, not like this")
    part.form.close_button.click()
    assert case.journey.approvals.get(number).yes is False
    assert case.undo_label == "Change the client’s answer"
    QTest.mouseClick(part.cards[number].remove, Qt.MouseButton.LeftButton)
    assert case.journey.approvals.all() == []
    assert shown.told[-1] == "The answer of “Anna” was removed."
    words, act = shown.acts[-1]
    assert words == "Undo"
    act()
    assert set(part.cards) == {number}


def test_somebody_who_comes_to_note_an_answer_is_led_into_its_form(show, case):
    keep(case, version=0)
    number = copy(case)
    keep(case, version=0)
    shown = show()
    shown.session.ask_about_sending(number)
    shown.place.enter(None, 1)
    assert shown.place.view.build.id == number
    assert shown.place.first_focus() is shown.place.view.notes.form.form.control("who")


def test_the_patients_name_is_offered_as_who_answered(show, case):
    from app.model.person import Patient

    with case.change("Name"):
        case.people.save(Patient(name="Margaret Ellis"))
    copy(case)
    part = show().place.view.notes
    part.start()
    settle()
    assert part.form.form.control("who").text() == "Margaret Ellis"
    assert part.form.form.control("yes").hasFocus()


def test_a_reply_says_what_it_is_and_has_no_pack(show, case):
    spec = (("reply_about", "Dr Lindqvist"), ("reply_decision", "yes"))
    keep(case, version=REPLY, name="Reply to the first doctor", recipient="Dr Venn", spec=spec)
    keep(case, version=REPLY, name="Reply to the first doctor", recipient="Dr Venn", spec=spec)
    shown = show()
    line = shown.place.list.lines.lines[0]
    assert line.title == "For Dr Venn"
    assert line.more == "Reply to the first doctor · 32 pages, 1 record"
    view = shown.place.view
    told = words_in(view)
    assert "Reply to the first doctor" in told
    assert "About the opinion of Dr Lindqvist" in told
    assert not view.pack.isVisible()
    assert view.sent.note.isVisible()
    assert not any("build" in one for one in told)
    QTest.keyClick(view.folds["choices"].opener, Qt.Key.Key_Return)
    assert "With the decision" in words_in(view)


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.5), ("contrast", 2.0)])
def test_all_of_it_fits_and_can_be_read_out_in_every_look(show, case, looks, theme, scale):
    copy(case)
    answer(case)
    spec = (("reply_about", "Dr Lindqvist"),)
    keep(case, version=REPLY, name="Reply to the first doctor", recipient="Dr Venn", spec=spec)
    try:
        looks.wear(theme, scale)
        shown = show(1366)
        for line in shown.place.list.lines.lines:
            shown.place._open(line)
            settle()
            assert faults(shown.window, *EVERY) == []
        shown.place.view.notes.start()
        settle()
        assert faults(shown.window, *EVERY) == []
    finally:
        looks.wear()


@pytest.fixture
def dossier(show_place, case, qtbot):
    """The place of the dossier of a case with one note."""
    with case.change("Fill"):
        case.records.add("Diary", body="It began in May.")
    shown = show_place(DossierPlace, 1280)
    session = shown.session
    qtbot.waitUntil(lambda: not session.draft.busy and not session.draft.stale, timeout=30000)
    return shown


def make_copy(shown, qtbot, target, monkeypatch):
    place = shown.place
    monkeypatch.setattr(file_choice, "ask_where_to_make_copy", lambda _parent: [target])
    place.builder.show_choice(place.choices.asking)
    QTest.keyClick(place.choices.asking.opener, Qt.Key.Key_Return)
    assert place.choices.review.make.isVisible()
    QTest.keyClick(place.choices.review.make, Qt.Key.Key_Return)
    qtbot.waitUntil(place.done.isVisible, timeout=60000)
    qtbot.waitUntil(lambda: not shown.session.jobs.busy, timeout=20000)


def test_a_copy_for_review_is_made_from_the_dossier(dossier, case, qtbot, tmp_path, monkeypatch):
    make_copy(dossier, qtbot, tmp_path / "a for review.pdf", monkeypatch)
    place = dossier.place
    pages = PdfReader(tmp_path / "a for review.pdf").pages
    assert all("Not to be sent." in one.extract_text() for one in pages)
    [build] = case.builds.for_review()
    assert case.builds.all() == []
    assert case.made.last() is None, "no dossier was made yet"
    assert place.done.heading.text() == "The copy for review is ready"
    assert place.done.file.text().startswith(f"a for review.pdf: {len(pages)} pages")
    told = words_in(place.done)
    assert "Let the client look through it." in told
    assert "Look through it once before you send it." not in told
    assert not place.done.pack.isVisible()
    assert not place.done.note.isVisible()
    place.done.answer.click()
    assert dossier.gone == [("sent", {})]
    assert dossier.session.take_build_to_note() == build.id


def test_a_finding_about_the_answer_leads_to_the_button_that_makes_a_copy(
    dossier, case, qtbot, tmp_path, monkeypatch
):
    make_copy(dossier, qtbot, tmp_path / "a for review.pdf", monkeypatch)
    with case.change("Yes"):
        sha256 = case.builds.for_review()[0].files[0].sha256
        case.journey.approvals.add(Approval(0, 0, sha256, True, "Anna"))
        case.records.add("One more", body="It is worse.")
    place, draft = dossier.place, dossier.session.draft
    place.done.back.click()
    qtbot.waitUntil(lambda: not draft.busy and not draft.stale, timeout=30000)
    [line] = [one for one in draft.lines if one.code.startswith("approval.")]
    assert line.sentence == "This version was changed since “Anna” said yes to it. Ask again."
    place.choices.asking.open(False)
    place.choices.looks_.mend.emit(line)
    assert place.choices.review.make.hasFocus()


def test_after_a_copy_the_dossier_itself_is_told_as_ever(
    dossier, case, qtbot, tmp_path, monkeypatch
):
    make_copy(dossier, qtbot, tmp_path / "a for review.pdf", monkeypatch)
    place = dossier.place
    place.done.back.click()
    monkeypatch.setattr(file_choice, "ask_where_to_export", lambda _parent: [tmp_path / "b.pdf"])
    with qtbot.waitSignal(dossier.session.exported, timeout=60000):
        place.make_button.click()
    qtbot.waitUntil(place.done.isVisible, timeout=20000)
    assert place.done.heading.text() == "Your dossier is ready"
    assert "Look through it once before you send it." in words_in(place.done)
    assert place.done.pack.isVisible()
    assert place.done.note.isVisible()
    assert not place.done.answer.isVisible()
    assert [one.number for one in case.builds.all()] == [1]
    QApplication.processEvents()
