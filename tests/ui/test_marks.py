"""What is marked on a record before others see it, by mouse and by keys."""

from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.case.casefile import CaseFile
from app.model.partial_date import PartialDate
from app.model.record import RecordDates
from app.model.relation import Related, Relation
from app.model.sensitivity import Sensitivity
from app.model.version import Version
from tests.ui.opened_place import Shown
from tests.ui.shown_papers import add_record, pdf
from ui.pages.records import RecordsPlace
from ui.records.mark_steps import MarkSteps

KEY = Qt.Key
SAID = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def papers(case, tmp_path):
    """An MRI of 3 pages, a later one, and a letter of one page."""
    made = []
    for name, title, pages in (("a", "MRI", 3), ("b", "MRI again", 1), ("c", "Letter", 1)):
        data = pdf(tmp_path / f"{name}.pdf", *[[f"{title} page {n}"] for n in range(pages)])
        made.append(add_record(case, data, title, pages))
    with case.change("Dates"):
        for one, day in zip(made, ("2026-09-12", "2026-10-01", ""), strict=True):
            dates = RecordDates(service=PartialDate.from_stored(day))
            case.records.save(replace(one, dates=dates))
    return [one.id for one in made]


@pytest.fixture
def shown(papers, case, looks, qtbot):
    made = Shown(RecordsPlace, case, looks)
    yield made
    made.close(qtbot)


@pytest.fixture
def form(shown, papers, qtbot):
    """The open group of the MRI's details."""
    shown.place.show_record(papers[0])
    part = shown.place.details.marks
    qtbot.mouseClick(part.group.opener, Qt.MouseButton.LeftButton)
    return part.form


def press(widget, *keys):
    for key in keys:
        QTest.keyClick(widget, key)


def row_of(place, number):
    return place.rows.index(place.rows.row_of(number)).data(SAID)


def test_the_group_is_folded_until_somebody_wants_it_and_opens_by_keys(shown, papers):
    shown.place.show_record(papers[0])
    part = shown.place.details.marks
    assert part.form is None
    assert part.group.opener.accessibleName() == "Before others see it"
    part.group.opener.setFocus()
    press(part.group.opener, KEY.Key_Space)
    assert part.form.isVisible()


def test_tags_are_ticked_in_plain_words_and_undone(shown, form, case, papers):
    tick = form.ticks[Sensitivity.GENETICS]
    assert tick.accessibleName() == "Genes"
    tick.setFocus()
    press(tick, KEY.Key_Space)
    assert case.marks.sensitivities() == {papers[0]: {Sensitivity.GENETICS}}
    assert case.undo_label == "Change how private MRI is"
    assert shown.place.details.marks.group.opener.accessibleName() == "Before others see it: 1 set"
    assert "Private" in row_of(shown.place, papers[0])
    assert "In dossier" in row_of(shown.place, papers[0])
    case.undo()
    assert not tick.isChecked()
    assert "Private" not in row_of(shown.place, papers[0])


def test_a_tag_that_keeps_a_record_out_says_so_until_somebody_puts_it_in(
    shown, form, case, papers, qtbot
):
    assert not form.stays.isVisible()
    form.ticks[Sensitivity.OTHER_PERSON].click()
    assert form.stays_words.text() == "It stays out of “First dossier”."
    assert "Left out" in row_of(shown.place, papers[0])
    assert case.records.get(papers[0]).in_dossier
    qtbot.mouseClick(form.put_in, Qt.MouseButton.LeftButton)
    assert case.versions.get(0).selection(papers[0]).included
    assert form.stays_words.text() == "It goes into “First dossier”, as you put it in."
    assert "In dossier" in row_of(shown.place, papers[0])
    qtbot.mouseClick(form.put_in, Qt.MouseButton.LeftButton)
    assert case.versions.get(0).selection(papers[0]) is None
    assert "Left out" in row_of(shown.place, papers[0])


def test_putting_it_in_counts_for_one_dossier_only(shown, form, case, papers):
    form.ticks[Sensitivity.OTHER_PERSON].click()
    form.put_in.click()
    with case.change("Another"):
        other = case.versions.add(Version(name="For Dr Venn"))
    shown.session.use_version(other)
    assert form.stays_words.text() == "It stays out of “For Dr Venn”."
    assert "Left out" in row_of(shown.place, papers[0])


def test_pages_with_the_first_opinion_are_none_all_or_typed(form, case, papers, qtbot):
    row = form.first_opinion
    assert row.how.currentText() == "None of it"
    row.how.setFocus()
    press(row.how, KEY.Key_Down)
    assert case.marks.first_opinion() == {papers[0]: ()}
    press(row.how, KEY.Key_Down)
    assert row.pages.hasFocus()
    qtbot.keyClicks(row.pages, "1, 9")
    assert row.pages_row.fault.text() == "There is no page “9”. This record has pages 1 to 3."
    press(row.pages, KEY.Key_Return)
    assert case.marks.first_opinion() == {papers[0]: ()}
    row.pages.selectAll()
    qtbot.keyClicks(row.pages, "1, 3")
    press(row.pages, KEY.Key_Return)
    assert case.marks.first_opinion() == {papers[0]: (1, 3)}
    assert case.undo_label == "Say where MRI states the first opinion"
    case.undo()
    assert row.how.currentText() == "All of it"
    row.how.setFocus()
    press(row.how, KEY.Key_Up)
    assert case.marks.first_opinion() == {}


def test_pages_that_were_typed_are_kept_when_somebody_goes_on(shown, form, case, papers, qtbot):
    row = form.first_opinion
    row.how.setFocus()
    press(row.how, KEY.Key_Down, KEY.Key_Down)
    qtbot.keyClicks(row.pages, "2")
    shown.place.show_record(papers[2])
    assert case.marks.first_opinion() == {papers[0]: (2,)}
    assert shown.place.details.marks.form.isHidden()


def test_a_record_of_one_page_has_no_pages_to_choose(shown, form, papers):
    shown.place.show_record(papers[2])
    shown.place.details.marks.group.opener.click()
    choices = [form.first_opinion.how.itemText(n) for n in range(form.first_opinion.how.count())]
    assert choices == ["None of it", "All of it"]


def test_an_earlier_report_is_chosen_by_keys(shown, form, case, papers, qtbot):
    row = form.replaces
    row.choose.setFocus()
    press(row.choose, KEY.Key_Return)
    assert row.chooser.field.hasFocus()
    offered = [row.chooser.rows.record(n).id for n in range(row.chooser.rows.rowCount())]
    assert offered == [papers[1], papers[2]]  # not itself; the newest first
    qtbot.keyClicks(row.chooser.field, "again")
    assert row.chooser.rows.rowCount() == 1
    press(row.chooser.field, KEY.Key_Return)
    assert case.marks.related() == (Related(papers[0], Relation.REPLACES, papers[1]),)
    assert row.other.text() == "“MRI again”, 01-Oct-2026"
    assert row.choose.hasFocus()
    assert "Replaces MRI again" in row_of(shown.place, papers[0])
    row.take_away.setFocus()
    press(row.take_away, KEY.Key_Space)
    assert case.marks.related() == ()
    case.undo()
    assert row.other.text() == "“MRI again”, 01-Oct-2026"


def test_a_translation_says_who_made_it(form, case, papers, qtbot):
    row = form.translates
    qtbot.mouseClick(row.choose, Qt.MouseButton.LeftButton)
    view = row.chooser.view
    place = view.visualRect(row.chooser.rows.index(1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert case.marks.related() == (Related(papers[0], Relation.TRANSLATES, papers[2]),)
    row.note.edit.setFocus()
    qtbot.keyClicks(row.note.edit, "A. Weber, certified")
    form.replaces.choose.setFocus()
    assert case.marks.related()[0].note == "A. Weber, certified"


def test_esc_in_the_chooser_leaves_all_as_it_was(form, case):
    press(form.replaces.choose, KEY.Key_Return)
    press(form.replaces.chooser.field, KEY.Key_Escape)
    assert form.replaces.chooser.isHidden()
    assert form.replaces.choose.hasFocus()
    assert case.marks.related() == ()


def test_two_records_cannot_replace_each_other(shown, case, papers):
    with case.change("A chain"):
        case.marks.relate(Related(papers[0], Relation.REPLACES, papers[1]))
        case.marks.relate(Related(papers[1], Relation.REPLACES, papers[2]))
    steps = MarkSteps(shown.session, lambda *_said, **_how: None, shown.place)
    letter = case.records.get(papers[2])
    assert steps.choices(letter, Relation.REPLACES) == []
    assert len(steps.choices(letter, Relation.TRANSLATES)) == 2


def test_only_what_is_private_can_be_seen_in_the_list(shown, form, papers):
    form.ticks[Sensitivity.GENETICS].click()
    box = shown.place.filters.show_box
    box.setFocus()
    box.setCurrentIndex(box.count() - 1)
    assert box.currentText() == "Marked as private"
    box.activated.emit(box.count() - 1)
    assert [shown.place.rows.record(n).id for n in range(shown.place.rows.rowCount())] == [
        papers[0]
    ]


def test_marks_are_there_when_the_case_is_opened_again(shown, form, case, papers, qtbot):
    form.ticks[Sensitivity.LEGAL_INSURANCE].click()
    path = case.path
    shown.place.leave()
    case.close()
    again = CaseFile.open(path)
    assert again.marks.sensitivities() == {papers[0]: {Sensitivity.LEGAL_INSURANCE}}
    again.close()


def test_covering_can_be_begun_from_the_group(shown, form, qtbot):
    qtbot.mouseClick(form.cover, Qt.MouseButton.LeftButton)
    assert shown.place.beside.covering


def test_what_is_marked_in_the_window_decides_what_is_in_the_pdf(
    shown, form, case, papers, tmp_path, qtbot
):
    made = []
    shown.session.exported.connect(made.append)
    form.ticks[Sensitivity.OTHER_PERSON].click()
    shown.session.export(tmp_path / "without.pdf")
    qtbot.waitUntil(lambda: len(made) == 1, timeout=60000)
    form.put_in.click()
    shown.session.export(tmp_path / "with.pdf")
    qtbot.waitUntil(lambda: len(made) == 2, timeout=60000)
    without, with_it = (
        " ".join(page.extract_text() for page in PdfReader(tmp_path / name).pages)
        for name in ("without.pdf", "with.pdf")
    )
    assert "MRI page 1" not in without
    assert "MRI page 1" in with_it
    assert "Letter page 0" in without
