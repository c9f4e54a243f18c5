"""Made and sent: what was made stays, and what is noted about its sending can be changed."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from app.model.build import Build, BuiltFile, BuiltRecord, Route, Sending
from app.model.partial_date import NOT_KNOWN, PartialDate, day
from tests.ui.every_place.seen import EVERY, faults, settle
from ui.pages.sent import SentPlace
from ui.sent.choice_words import choices_of, kept_of

SHA = "3f9a1c0b7de4" + "5" * 52
TITLES = ("Referral letter", "MRI", "Blood tests", "Surgeon’s letter", "X-ray")


@pytest.fixture
def show(show_place):
    """Return a function that shows the place alone, of a width in pixels."""
    return partial(show_place, SentPlace)


def build(case, records, *, version=0, name="", recipient="Dr Lindqvist", at=14, **given):
    """Keep a build of some records, by their numbers; gives its id."""
    made = Build(
        id=0,
        version=version,
        version_name=name,
        recipient=recipient,
        number=0,
        made=datetime(2026, 11, at, 12, 0, tzinfo=UTC),
        application="Casepack 1.0",
        spec=given.get("spec", (("locked", "no"), ("paper", "A4"))),
        records=tuple(BuiltRecord(n, TITLES[n], "a" * 64, n + 1, (1,)) for n in records),
        left_out=given.get("left_out", ()),
        files=(BuiltFile(f"dossier {at}.pdf", SHA, 4_100_000, 32),),
        kept_reasons=given.get("kept", ()),
    )
    return case.builds.keep(made)


def send(case, to_build, **given):
    with case.change("Note"):
        return case.sharing.add(Sending(0, to_build, given.pop("to", "Dr Lindqvist"), **given))


def words_in(widget):
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


def choose(combo, words):
    """Choose a line of a list by its first letters, as keys do."""
    combo.setFocus()
    while combo.currentText() != words:
        before = combo.currentIndex()
        QTest.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentIndex() != before


def test_before_anything_was_made_one_button_leads_to_the_dossier(show):
    shown = show()
    place = shown.place
    assert place.first_focus() is place.first
    assert "No PDF was made yet" in words_in(place)
    QTest.keyClick(place.first, Qt.Key.Key_Return)
    assert shown.gone == [("dossier", {})]


def test_the_newest_stands_first_and_says_what_it_adds_and_removes(show, case):
    build(case, [0, 1], at=12)
    build(case, [1, 2, 3, 4], at=22)
    build(case, [0], version=7, name="Short", recipient="", at=23)
    place = show().place
    assert [(one.lead, one.title, one.more, one.source) for one in place.list.lines.lines] == [
        ("23 November 2026", "Short", "Build 1 · 32 pages, 1 record", "Not noted as sent"),
        (
            "22 November 2026",
            "For Dr Lindqvist",
            "Build 2 · 32 pages, 4 records · adds 3 records, removes 1",
            "Not noted as sent",
        ),
        (
            "12 November 2026",
            "For Dr Lindqvist",
            "Build 1 · 32 pages, 2 records",
            "Not noted as sent",
        ),
    ]
    place.list.setFocus()
    QTest.keyClick(place.list, Qt.Key.Key_Down)
    assert (
        "New since build 1: Blood tests; Surgeon’s letter; X-ray\nNo longer in it: Referral letter"
        in words_in(place.view)
    )


def test_a_build_tells_what_is_in_it_what_was_left_out_and_why(show, case):
    build(
        case,
        [0, 1],
        left_out=(("Bill", "Left out by the patient"),),
        kept=(("record.scan:1", "It is only on paper"), ("decide_by.none", "There is none")),
        spec=(("identity", "pseudonym"), ("locked", "yes"), ("paper", "A4"), ("later", "x")),
    )
    view = show().place.view
    told = words_in(view)
    assert "dossier 14.pdf" in told
    assert "4.1 MB · 32 pages" in told
    assert "Check number (SHA-256) begins with 3f9a1c0b7de4" in told
    assert "What was made stays in this list. It cannot be changed or removed." in told
    for fold in view.folds.values():
        QTest.keyClick(fold.opener, Qt.Key.Key_Return)
    told = words_in(view)
    for line in (
        "Bill: Left out by the patient",
        "“MRI”, no words that can be searched: It is only on paper",
        "No date to decide by: There is none",
        "Another name instead of yours",
        "With a password",
        "Paper: A4",
        "later: x",
        "Made with Casepack 1.0",
    ):
        assert line in told, line


def test_the_whole_check_number_is_copied(show, case):
    build(case, [0])
    shown = show()
    QTest.mouseClick(shown.place.view.copies[0], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == SHA
    assert shown.told == ["The check number of “dossier 14.pdf” is copied."]


def test_nothing_is_noted_before_it_is_chosen_how_it_went(show, case):
    made = build(case, [0])
    shown = show()
    part = shown.place.view.sent
    QTest.mouseClick(part.note, Qt.MouseButton.LeftButton)
    settle()
    form = part.form.form
    assert form.control("route").hasFocus()
    assert part.form.wait.isVisible()
    assert form.control("recipient").text() == "Dr Lindqvist"
    QTest.keyClicks(form.control("tracking"), "RR 1")
    shown.place.leave()
    assert case.sharing.all() == []

    choose(form.control("route"), "By hand")
    choose(form.control("route"), "By post")
    [kept] = case.sharing.all()
    assert (kept.build, kept.recipient, kept.route) == (made, "Dr Lindqvist", Route.POST)
    assert (kept.sent_on, kept.tracking) == (day(date.today()), "RR 1")
    assert not part.form.wait.isVisible()
    QTest.mouseClick(part.form.close_button, Qt.MouseButton.LeftButton)
    [card] = part.cards.values()
    assert card.change.hasFocus()
    assert "Call to confirm that it came." in words_in(card)
    assert shown.place.list.line.source.startswith("Sent on")


def test_a_form_that_is_closed_before_it_went_leaves_nothing(show, case):
    build(case, [0], recipient="")
    place = show().place
    QTest.keyClick(place.view.sent.note, Qt.Key.Key_Return)
    assert place.view.sent.form.form.control("recipient").hasFocus()
    QTest.keyClick(place.view.sent.form.close_button, Qt.Key.Key_Return)
    assert case.sharing.all() == []
    assert place.view.sent.note.hasFocus()


def test_without_a_name_it_is_not_noted_and_the_form_says_what_to_do(show, case):
    build(case, [0], recipient="")
    part = show().place.view.sent
    part.start()
    settle()
    form = part.form.form
    choose(form.control("route"), "By hand")
    assert case.sharing.all() == []
    assert "Type to whom it went." in words_in(part.form)
    form.control("recipient").setFocus()
    QTest.keyClicks(form.control("recipient"), "Dr Okafor")
    form.control("tracking").setFocus()
    assert [one.recipient for one in case.sharing.all()] == ["Dr Okafor"]


def test_when_it_came_is_noted_by_a_button_of_its_own(show, case):
    made = build(case, [0])
    number = send(case, made, sent_on=PartialDate.from_stored("2026-11-15"), route=Route.POST)
    place = show().place
    part = place.view.sent
    QTest.mouseClick(part.cards[number].confirm, Qt.MouseButton.LeftButton)
    came = part.form.form.control("received_on")
    assert came.parts.day.hasFocus()
    QTest.keyClicks(came.parts.year, "2026")
    who = part.form.form.control("received_by")
    who.setFocus()
    QTest.keyClicks(who, "Ms Roy")
    place.leave()
    [kept] = case.sharing.all()
    assert (kept.received_on.stored(), kept.received_by) == ("2026", "Ms Roy")
    assert case.undo_label == "Note that it came"
    part.form.close_button.click()
    assert "It came on 2026, taken by Ms Roy." in words_in(part.cards[number])
    assert not part.cards[number].confirm.isVisible()
    case.undo()
    case.undo()
    assert case.sharing.all()[0].received_on == NOT_KNOWN
    assert part.cards[number].confirm.isVisible()


def test_when_the_answer_is_due_is_told_with_the_days_left(show, case):
    made = build(case, [0])
    due = date.today() + timedelta(days=22)
    number = send(case, made, route=Route.EMAIL, reply_due=day(due), password_told="by phone")
    told = words_in(show().place.view.sent.cards[number])
    assert any(line.startswith("Answer due") and line.endswith("In 22 days.") for line in told)
    assert "Password told: by phone" in told
    assert "By e-mail" in told


def test_a_line_is_changed_removed_and_brought_back(show, case):
    made = build(case, [0])
    first = send(case, made, sent_on=PartialDate.from_stored("2026-11-15"))
    second = send(case, made, to="Ms Roy", sent_on=PartialDate.from_stored("2026-11-16"))
    shown = show()
    part = shown.place.view.sent
    QTest.mouseClick(part.cards[first].change, Qt.MouseButton.LeftButton)
    assert not part.cards[first].isVisible()
    assert part.form.form.control("recipient").text() == "Dr Lindqvist"
    part._close()
    before = case.sharing.all()
    QTest.mouseClick(part.cards[second].remove, Qt.MouseButton.LeftButton)
    assert list(part.cards) == [first]
    assert shown.told[-1] == "The note about “Ms Roy” was removed."
    words, act = shown.acts[-1]
    assert words == "Undo"
    act()
    assert case.sharing.all() == before
    assert set(part.cards) == {first, second}


def test_undo_of_a_note_takes_its_open_form_away(show, case):
    build(case, [0])
    part = show().place.view.sent
    part.start()
    choose(part.form.form.control("route"), "By hand")
    case.undo()
    assert part.form is None
    assert part.note.isVisible()
    assert case.sharing.all() == []


def test_after_a_newer_build_the_reader_of_the_older_one_is_to_be_told(show, case):
    older = build(case, [0], at=12)
    place = show().place
    assert not place.view.newer.isVisible()
    build(case, [0, 1], at=22)
    assert place.view.build.id == older
    assert place.view.newer_words.text() == "A newer one was made on 22 November 2026."
    send(case, older)
    assert place.view.newer_words.text() == (
        "A newer one was made on 22 November 2026. Tell the reader that it replaces this one."
    )
    assert place.view.newer.isVisible()
    build(case, [0], version=3, at=24)
    assert "22 November" in place.view.newer_words.text()


def test_nothing_in_the_place_changes_or_removes_a_build(show, case):
    build(case, [0])
    place = show().place
    before = case.builds.all()
    place.list.setFocus()
    QTest.keyClick(place.list, Qt.Key.Key_Delete)
    words = {one.text().strip() for one in place.findChildren(QPushButton)}
    assert not words & {"Remove", "Change", "Remove this build"}
    assert case.builds.all() == before


def test_every_way_and_every_choice_has_words(case):
    from dataclasses import fields, replace

    from app.model.recipient_profile import FirstOpinion, Identity
    from app.model.values import to_text
    from app.model.version import Pictures, TextLayer, Version, Volumes
    from ui.sent.words import route_words

    assert set(route_words()) == set(Route)
    every = Version(
        identity=Identity.COVER,
        pseudonym="A",
        first_opinion=FirstOpinion.BLIND,
        paper="A4",
        language="de",
        oldest_first=True,
        earlier_reports=True,
        left_out_list=False,
        most_questions=3,
        most_pages=20,
        most_megabytes=20.0,
        by_email=True,
        pictures=Pictures.GREY,
        volumes=Volumes.BY_SIZE,
        dividers=True,
        text_layer=TextLayer.ALLOWED,
    )
    hidden = frozenset({"id", "name", "recipient", "selections", "locked"})
    hidden |= {"cover_ups", "as_pictures"}
    spec = tuple(to_text(every, but=hidden).items())
    assert {name for name, _value in spec} == {one.name for one in fields(Version)} - hidden
    number = build(case, [0], spec=spec)
    raw = [f"{name}: {value}" for name, value in spec]
    assert not set(raw) & set(choices_of(case.builds.get(number)))
    assert kept_of(replace(case.builds.get(number), kept_reasons=(("new.code", "why"),))) == [
        "new.code: why"
    ]


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.5), ("contrast", 2.0)])
def test_all_of_it_fits_and_can_be_read_out_in_every_look(show, case, looks, theme, scale):
    older = build(case, [0, 1], at=12, left_out=(("Bill", "private"),))
    newer = build(case, [1, 2], at=22)
    send(case, newer, reply_due=PartialDate.from_stored("2027"), tracking="RR 1234 5678 9")
    send(case, older)
    try:
        looks.wear(theme, scale)
        shown = show(1366)
        assert faults(shown.window, *EVERY) == []
        for line in shown.place.list.lines.lines:
            shown.place._open(line)
            for fold in shown.place.view.folds.values():
                fold.open(True)
            settle()
            assert faults(shown.window, *EVERY) == []
        shown.place.view.sent.start()
        for part in shown.place.view.sent.form.form.parts:
            part.open()
        settle()
        assert faults(shown.window, *EVERY) == []
    finally:
        looks.wear()
