"""What the look before adding says of its guesses, and what can be changed there."""

import pytest
from pypdf import PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ui.import_review import ImportReview
from ui.session import CaseSession


@pytest.fixture
def session(case, qtbot):
    made = CaseSession(case)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not made.jobs.busy, timeout=20000)


@pytest.fixture
def look(session, qtbot):
    """Return a function that looks at paths and gives the review of what was found."""

    def at(*paths):
        with qtbot.waitSignal(session.examined, timeout=20000) as found:
            session.examine(list(paths))
        review = ImportReview(found.args[0], session.case, unlock=session.look_again)
        qtbot.addWidget(review)
        review.show()
        qtbot.waitUntil(lambda: review.whole and not session.jobs.busy)
        return review

    return at


def words(widget):
    return [one.text() for one in widget.findChildren(QLabel)]


def button(review, words):
    return next((one for one in review.findChildren(QPushButton) if one.text() == words), None)


def test_a_guess_says_which_words_it_rests_on(look, make_pdf):
    review = look(make_pdf("scan.pdf", "Exam date: 12 September 2026"))
    said = next(line for line in words(review) if line.startswith("We guessed"))
    assert "the date from “" in said
    assert "12 September 2026” on page 1" in said


def test_name_and_maker_can_be_changed_before_anything_is_saved(look, make_pdf, qtbot):
    review = look(make_pdf("scan.pdf", "Nothing to guess from"))
    row = review.rows[0]
    qtbot.mouseClick(row.change, Qt.MouseButton.LeftButton)
    assert row.title.hasFocus() or row.title.isVisible()
    row.title.selectAll()
    qtbot.keyClicks(row.title, "MRI of the knee")
    qtbot.keyClicks(row.source, "City Imaging")
    with qtbot.waitSignal(review.accepted) as accepted:
        qtbot.mouseClick(review.add_button, Qt.MouseButton.LeftButton)
    (proposal,) = accepted.args[1]
    assert (proposal.title, proposal.source) == ("MRI of the knee", "City Imaging")


@pytest.fixture
def locked(make_pdf, tmp_path):
    writer = PdfWriter(clone_from=make_pdf("plain.pdf", "secret"))
    writer.encrypt("right", algorithm="AES-256")
    path = tmp_path / "locked.pdf"
    writer.write(path)
    return path


def test_a_locked_file_can_be_tried_once_more_in_the_review(look, session, locked, qtbot):
    answers = [None]
    session.password_wanted.connect(lambda wanted: wanted.answer(answers[-1]))
    review = look(locked)
    assert review.rows == []
    assert not review.add_button.isVisible()
    answers.append("right")
    qtbot.mouseClick(button(review, "Type the password"), Qt.MouseButton.LeftButton)
    assert not review.cancel_button.isEnabled()
    qtbot.waitUntil(lambda: len(review.rows) == 1, timeout=20000)
    qtbot.waitUntil(review.add_button.isEnabled, timeout=20000)
    assert review.add_button.text() == "Add 1 record"
    assert review.cancel_button.isEnabled()


def test_a_second_no_leaves_the_review_as_it_was(look, session, locked, qtbot):
    session.password_wanted.connect(lambda wanted: wanted.answer(None))
    review = look(locked)
    qtbot.mouseClick(button(review, "Type the password"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not session.jobs.busy and review.cancel_button.isEnabled())
    assert review.rows == []
    assert button(review, "Type the password").isVisible()
