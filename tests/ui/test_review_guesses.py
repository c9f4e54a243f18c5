"""What the look before adding says of its guesses, and what can be changed there."""

from datetime import date

import pytest
from pypdf import PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.model.partial_date import day
from app.model.typed_date import say_date
from tests.ui.shown_papers import pdf
from ui.import_review import ImportReview
from ui.session import CaseSession


@pytest.fixture
def session(case, qtbot):
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
        review = ImportReview(found.args[0], session, looks, unlock=session.look_again)
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


WORDS = "Valley Laboratory. Haemoglobin 132 g/L, creatinine 71 umol/L, CRP 2 mg/L, all as expected."


@pytest.fixture
def paper(tmp_path):
    """Return a function that writes a paper of two pages; `stamp` makes its bytes others."""

    def write(name, stamp=""):
        return pdf_of(tmp_path / name, stamp)

    def pdf_of(path, stamp):
        pages = [[WORDS[:44], WORDS[44:]], ["The second page says more of the same."]]
        path.write_bytes(pdf(path, *pages) + b"\n%" + stamp.encode())
        return path

    return write


@pytest.fixture
def twice(look, session, paper, qtbot):
    """A review of a paper that reads the same as a record of the case."""
    first = look(paper("Blood tests.pdf"))
    with qtbot.waitSignal(session.added, timeout=20000):
        session.add(first._batch, [row.confirmed() for row in first.rows])
    return look(paper("bloods nov.pdf", "printed again"))


def test_a_paper_that_reads_the_same_is_not_ticked_until_somebody_wants_both(twice):
    (row,) = twice.rows
    assert row.like_words.text() == "It reads the same as your record “Blood tests”."
    assert not row.wanted.isChecked()
    assert not twice.add_button.isEnabled()
    row.wanted.click()
    assert twice.add_button.text() == "Add 1 record"


def test_both_are_shown_beside_each_other_and_named(twice, qtbot):
    (row,) = twice.rows
    qtbot.mouseClick(row.both, Qt.MouseButton.LeftButton)
    both = twice.both
    said = words(both)
    assert said.index("Already in your case") < said.index("New, not yet in your case")
    assert any(one.startswith("Date: not known · 2 pages, ") for one in said)
    assert sum(one.endswith(("File: Blood tests.pdf", "File: bloods nov.pdf")) for one in said) == 2
    for view in both.views:
        qtbot.waitUntil(lambda view=view: view.desk.has_picture, timeout=20000)
    assert not any(view.trouble for view in both.views)


def test_left_and_right_turn_both_and_esc_goes_back_to_the_button(twice, qtbot):
    (row,) = twice.rows
    twice.activateWindow()
    qtbot.waitUntil(twice.isActiveWindow)
    row.both.click()
    both = twice.both
    for key, page in ((Qt.Key.Key_Right, 2), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 1)):
        qtbot.keyClick(both.views[0].desk, key)
        assert [view.page for view in both.views] == [page, page]
    both.views[1].tools.on.click()
    assert [view.page for view in both.views] == [2, 2]
    qtbot.keyClick(both.views[0].desk, Qt.Key.Key_Escape)
    assert twice.both is None
    assert row.both.hasFocus()
    assert not row.wanted.isChecked()


def test_the_new_one_goes_in_as_well_when_somebody_says_so(twice, qtbot):
    (row,) = twice.rows
    row.both.click()
    twice.both.add.click()
    assert row.wanted.isChecked()
    row.both.click()
    twice.both.leave_out.click()
    assert not row.wanted.isChecked()
    assert row.wanted.hasFocus() or not twice.isActiveWindow()


def test_two_new_papers_that_read_the_same_can_be_compared_as_well(look, paper, qtbot):
    review = look(paper("one.pdf"), paper("two.pdf", "again"))
    one, two = review.rows
    assert (one.wanted.isChecked(), two.wanted.isChecked()) == (True, False)
    assert two.like_words.text() == "It reads the same as “one.pdf”, which is new as well."
    two.both.click()
    assert words(review.both).count("New, not yet in your case") == 2
    for view in review.both.views:
        qtbot.waitUntil(lambda view=view: view.desk.has_picture, timeout=20000)


def test_a_paper_like_one_in_the_bin_offers_that_one_back(twice, session, look, paper):
    (record,) = session.case.records.all()
    with session.case.change("Remove"):
        session.case.records.remove(record.id)
    review = look(paper("bloods nov.pdf", "printed a third time"))
    (row,) = review.rows
    today = say_date(day(date.today()))
    assert row.like_words.text() == (
        f"It reads the same as “Blood tests”, which you removed on {today}."
    )

    def restore(number):
        with session.case.change("Put back"):
            session.case.records.restore(number)

    review.put_back.connect(restore)
    row.back.click()
    assert session.case.records.all() == [record]
    assert row.like_words.text() == "“Blood tests” is back. This paper reads the same."


def test_a_name_that_turns_the_direction_of_reading_is_shown_as_it_is_kept(look, make_pdf):
    review = look(make_pdf("gnp.\u202efdp.pdf", "Nothing to guess from"))
    (row,) = review.rows
    assert row.wanted.accessibleName() == row.proposal.document.name == "gnp._fdp.pdf"


def test_numbers_that_can_mean_one_day_only_are_asked_back_before_they_count(look, make_pdf, qtbot):
    review = look(make_pdf("scan.pdf", "Nothing to guess from"))
    (row,) = review.rows
    qtbot.keyClicks(row.date.line, "25/12/25")
    review.add_button.click()
    assert row.date.told.text() == "25 December 2025. Is that right?"
    next(one for one in row.date.findChildren(QPushButton) if one.isVisible()).click()
    with qtbot.waitSignal(review.accepted) as accepted:
        review.add_button.click()
    (proposal,) = accepted.args[1]
    assert proposal.dates.service.stored() == "2025-12-25"


def test_pages_of_one_file_that_read_the_same_are_pointed_out(look, make_pdf):
    visit = "Pain clinic. Seen on 12 September 2026. The pain is six of ten and walking helps."
    review = look(make_pdf("print.pdf", visit, "Another page", visit))
    assert (
        "Pages 1 and 3 read the same. Once it is added, you can choose its pages in Records."
        in words(review)
    )
    assert review.rows[0].wanted.isChecked()
