"""Every kind of change, made in the window, taken back one by one and brought again."""

import pytest
from PySide6.QtTest import QTest

from app.model.story import Asked, Subject
from ui.widgets.partial_date_edit import PAUSE


def content(case):
    """Give all that undo is about."""
    return case.snapshot(), tuple(case.records.in_bin())


@pytest.fixture
def person(window, qtbot, reviewed, make_pdf):
    """What somebody can do at the window; each gives one step of undo."""

    def at(code):
        window.stage.go(code)
        return window.stage.made(code)

    def write(edit, words):
        edit.setFocus()
        QTest.keyClicks(edit, words)
        window.session.unsaved.flush()

    def set_year(date, year):
        write(date.parts.year, year)
        date.flush()

    def diagnosis():
        return at("diagnosis").texts[Subject.DIAGNOSIS]

    def say_who():
        voice = diagnosis().voice
        voice.open.click()
        voice.edit.by.selectAll()
        write(voice.edit.by, "Dr Venn")
        voice.flush()

    def reason():
        return list(at("reasons").cards.values())[1]

    def panel():
        return next(iter(at("reasons").panels.values()))

    def answer():
        panel().help.open(True)
        write(panel().answers[0].box, "Fusion, in my back")

    def own_reason():
        write(at("reasons").own, "My son asked me to")
        at("reasons").add_own.click()

    def ask(words):
        write(at("questions").field, words)
        at("questions").add.click()

    def add_records():
        papers = [make_pdf(f"{name}.pdf", name) for name in ("letter", "scan", "bill")]
        review = reviewed(window, *papers)
        with qtbot.waitSignal(window.session.added, timeout=20000):
            review.add_button.click()
        qtbot.waitUntil(lambda: not window.session.jobs.busy)

    def reorder_records():
        contents = at("dossier").contents
        for row in reversed(range(contents.model.rowCount())):
            contents.list.setCurrentIndex(contents.model.index(row))
            if contents.up.isEnabled():
                break
        contents.up.click()

    def put_back():
        at("records").filters.bin.setChecked(True)
        at("records").binned.back.click()

    def add_fact(place, start, words):
        start(place)
        write(place.desk.form.first, words)
        place.leave()

    def add_medicine():
        add_fact(at("medicines"), lambda one: one.sections["medicine"].add.click(), "Apixaban")

    return {
        "name": lambda: write(at("about").patient.edits["name"], "Margaret Ellis"),
        "birth": lambda: set_year(at("about").patient.dates["born"], "1957"),
        "diagnosis": lambda: write(diagnosis().box, "A narrow spinal canal"),
        "who said it": say_who,
        "decide by": lambda: set_year(at("diagnosis").dates[Subject.DECIDE_BY].date, "2026"),
        "choose a reason": lambda: reason().click(),
        "its words": lambda: write(panel().words.box, "I am afraid"),
        "a prompt": answer,
        "own reason": own_reason,
        "take a reason back": lambda: reason().click(),
        "what matters": lambda: next(iter(at("matters").ticks.values())).click(),
        "a question": lambda: ask("Will it last?"),
        "another question": lambda: ask("Do I need it?"),
        "reorder questions": lambda: at("questions").list.up.click(),
        "remove a question": lambda: at("questions").list.remove.click(),
        "no allergies": lambda: at("medicines").reacts.buttons[Asked.NONE_KNOWN].click(),
        "a medicine": add_medicine,
        "import": add_records,
        "rename a record": lambda: write(at("records").details.name.edit, " of May"),
        "leave a record out": lambda: at("records").details.dossier.goes_in.click(),
        "reorder records": reorder_records,
        "remove a record": lambda: at("records").details.remove.click(),
        "put it back": put_back,
        "a note": window.deeds.write_note,
    }


def test_every_kind_of_change_is_named_taken_back_and_brought_again(window, case, person):
    states, steps = [content(case)], []
    for deed, act in person.items():
        act()
        states.append(content(case))
        steps.append(case.undo_label)
        assert states[-1] != states[-2], deed
    assert len(steps) >= 15
    window.stage.go("plan")

    for at in range(len(steps) - 1, -1, -1):
        assert window.actions_.undo.text() == f"Undo: {steps[at]}"
        window.actions_.undo.trigger()
        assert content(case) == states[at], steps[at]
    assert window.actions_.undo.text() == "Undo"
    assert not window.actions_.undo.isEnabled()

    for at, step in enumerate(steps, 1):
        assert window.actions_.redo.text() == f"Redo: {step}"
        window.actions_.redo.trigger()
        assert content(case) == states[at], step
    assert not window.actions_.redo.isEnabled()


def test_undo_takes_back_a_date_that_was_typed_a_moment_ago_and_nothing_before_it(
    window, case, qtbot
):
    window.stage.go("about")
    patient = window.stage.made("about").patient
    QTest.keyClicks(patient.edits["name"], "Margaret Ellis")
    window.session.unsaved.flush()
    date = patient.dates["born"]
    QTest.keyClicks(date.parts.year, "1957")
    assert not case.people.patient().born.known  # the pause is not over

    window.actions_.undo.trigger()
    assert case.people.patient().name == "Margaret Ellis"
    assert date.parts.year.text() == ""
    qtbot.wait(PAUSE + 100)
    assert not case.people.patient().born.known

    window.actions_.redo.trigger()
    assert case.people.patient().born.shown() == "1957"
    assert date.parts.year.text() == "1957"
