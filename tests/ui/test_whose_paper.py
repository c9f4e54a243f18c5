"""The look before adding, when a paper names somebody else than the patient."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.model.partial_date import PartialDate
from app.model.person import Patient
from app.model.same_person import OTHER_PERSON
from app.model.sensitivity import Sensitivity
from app.model.version import MAIN
from ui.import_review import ImportReview
from ui.review.whom import Answer
from ui.session import CaseSession

JONES = "Patient: JONES, Peter DOB: 2-Feb-1961"


@pytest.fixture
def session(case, qtbot):
    with case.change("Patient"):
        case.people.save(Patient("Margaret Ellis", PartialDate.from_stored("1957-03-14")))
    made = CaseSession(case)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not made.jobs.busy, timeout=20000)


@pytest.fixture
def look(session, looks, qtbot):
    """Return a function that looks at paths and gives the review of what was found."""

    def at(*paths):
        with qtbot.waitSignal(session.examined, timeout=20000) as found:
            session.examine(list(paths))
        review = ImportReview(found.args[0], session, looks)
        review.accepted.connect(session.add)
        qtbot.addWidget(review)
        review.resize(900, 700)
        review.show()
        qtbot.waitUntil(lambda: review.whole and not session.jobs.busy)
        return review

    return at


def add(review, session, qtbot):
    with qtbot.waitSignal(session.added, timeout=20000):
        review.add_button.click()
    qtbot.waitUntil(lambda: not session.jobs.busy, timeout=20000)


def test_a_paper_of_somebody_else_is_not_ticked_and_asks(look, make_pdf):
    review = look(make_pdf("own.pdf", "Patient: Margaret Ellis"), make_pdf("jones.pdf", JONES))
    own, jones = review.rows
    assert (own.whom, own.wanted.isChecked()) == (None, True)
    assert not jones.wanted.isChecked()
    assert jones.whom.answer is None
    assert jones.whom.words.text() == (
        "This paper names “JONES, Peter, born 2-Feb-1961”. Is it about Margaret Ellis?"
    )
    assert [one.accessibleName() for one in jones.whom.choices.values()] == [
        "Yes, it is about Margaret Ellis",
        "No, leave it out",
        "It is about a relative: keep it, but out of the dossier",
    ]
    assert {one.accessibleDescription() for one in jones.whom.choices.values()} == {
        jones.whom.words.text()
    }
    assert "Whose papers are these?" in [one.text() for one in review.findChildren(QLabel)]
    assert review.add_button.text() == "Add 1 record"


def test_yes_ticks_it_and_the_answer_is_kept_with_the_record(look, session, case, qtbot, make_pdf):
    review = look(make_pdf("jones.pdf", JONES))
    (row,) = review.rows
    qtbot.mouseClick(row.whom.choices[Answer.PATIENT], Qt.MouseButton.LeftButton)
    assert row.wanted.isChecked()
    add(review, session, qtbot)
    (record,) = case.records.all()
    ((finding, about),) = case.versions.kept_findings(MAIN.id)
    assert (finding.partition("#")[0], about) == (OTHER_PERSON, record.id)
    again = look(make_pdf("more.pdf", f"{JONES} and more"))
    assert again.rows[0].wanted.isChecked()
    assert again.rows[0].whom.words.text() == (
        "This paper names “JONES, Peter, born 2-Feb-1961”. "
        "You said before that this is Margaret Ellis."
    )


def test_no_leaves_it_out(look, make_pdf, qtbot):
    review = look(make_pdf("jones.pdf", JONES))
    (row,) = review.rows
    row.whom.choices[Answer.PATIENT].click()
    row.whom.choices[Answer.OUT].click()
    assert not row.wanted.isChecked()
    assert not review.add_button.isEnabled()


def test_a_relatives_paper_goes_in_marked_as_another_persons(look, session, case, qtbot, make_pdf):
    review = look(make_pdf("jones.pdf", JONES))
    review.rows[0].whom.choices[Answer.RELATIVE].click()
    add(review, session, qtbot)
    (record,) = case.records.all()
    assert case.marks.sensitivities() == {record.id: {Sensitivity.OTHER_PERSON}}


@pytest.mark.parametrize("answer", [None, Answer.OUT])
def test_a_tick_alone_is_no_answer(look, case, make_pdf, answer):
    review = look(make_pdf("jones.pdf", JONES))
    (row,) = review.rows
    if answer:
        row.whom.choices[answer].click()
    row.wanted.click()
    review.add_button.click()
    assert row.whom.fault.isVisible()
    assert row.whom.fault.text() == "Say whom it is about, then add it."
    assert review.focusWidget() is row.whom.choices[Answer.PATIENT]
    assert case.records.all() == []
    row.whom.choices[Answer.RELATIVE].click()
    assert row.whom.fault.isHidden()


def test_one_answer_holds_for_every_paper_with_that_name_until_it_is_answered_there(look, make_pdf):
    pages = [f"{JONES} {word}" for word in ("first", "second", "third")]
    other = make_pdf("bauer.pdf", "Patient: Anna Bauer DOB: 1 Jan 1990")
    review = look(*(make_pdf(f"{n}.pdf", page) for n, page in enumerate(pages)), other)
    first, second, third, bauer = (row.whom for row in review.rows)
    second.choices[Answer.OUT].click()
    assert (first.answer, third.answer, bauer.answer) == (Answer.OUT, Answer.OUT, None)
    second.choices[Answer.RELATIVE].click()
    assert first.answer is third.answer is Answer.RELATIVE
    third.choices[Answer.PATIENT].click()
    assert (first.answer, second.answer) == (Answer.PATIENT, Answer.RELATIVE)


def test_it_is_answered_by_keys(look, make_pdf, qtbot):
    review = look(make_pdf("jones.pdf", JONES))
    review.activateWindow()
    qtbot.waitUntil(review.isActiveWindow)
    (row,) = review.rows
    row.wanted.setFocus()
    qtbot.keyClick(row.wanted, Qt.Key.Key_Tab)
    assert review.focusWidget() is row.whom.choices[Answer.PATIENT]
    qtbot.keyClick(row.whom.choices[Answer.PATIENT], Qt.Key.Key_Space)
    assert row.whom.answer is Answer.PATIENT
    qtbot.keyClick(row.whom.choices[Answer.PATIENT], Qt.Key.Key_Down)
    assert row.whom.answer is Answer.OUT


@pytest.mark.parametrize("name", ["E" * 3000 + " Ellis", "\u202eMargaret Ellis", "{words} %s <b>"])
def test_a_hostile_name_of_the_patient_is_shown_as_plain_short_words(
    look, session, case, make_pdf, name
):
    with case.change("Patient"):
        case.people.save(Patient(name, PartialDate.from_stored("1957-03-14")))
    (row,) = look(make_pdf("jones.pdf", JONES)).rows
    assert len(row.whom.words.text()) < 250
    assert row.whom.words.textFormat() is Qt.TextFormat.PlainText
    assert "\u202e" not in row.whom.words.text()


def test_a_case_without_a_name_asks_about_the_patient(look, session, case, make_pdf):
    with case.change("Patient"):
        case.people.save(Patient("", PartialDate.from_stored("1957-03-14")))
    (row,) = look(make_pdf("jones.pdf", JONES)).rows
    assert row.whom.words.text().endswith("Is it about the patient?")
