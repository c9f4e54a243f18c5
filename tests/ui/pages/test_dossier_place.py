"""The dossier as somebody puts it together, with a real case, real pages and a real PDF."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from app.case.casefile import CaseFile
from app.dossier.plan import Paper
from app.model.person import Patient
from tests.ui.shown_papers import add_record, pdf
from ui import file_choice
from ui.dossier.contents import DETAIL, ID
from ui.pages.dossier import DossierPlace
from ui.session import CaseSession


@pytest.fixture
def place(tmp_path, looks, qtbot):
    """The place on a case with two scans and a note, as the window shows it."""
    case = CaseFile.create(tmp_path / "smith.casepack")
    session = CaseSession(case)
    add_record(case, pdf(tmp_path / "a.pdf", ["the knee"], ["two"], ["three"]), "Knee", 3)
    add_record(case, pdf(tmp_path / "b.pdf", ["the hip"]), "Hip", 1)
    with case.change("Fill"):
        case.people.save(Patient(name="Ann Smith"))
        case.records.add("Diary", body="My leg hurts.")
    told, went = [], []
    made = DossierPlace(
        session,
        looks,
        lambda code, **at: went.append((code, at)),
        lambda words, **more: told.append(words),
    )
    made.told, made.went = told, went
    session.changed.connect(lambda tables: made.show_case() if tables & made.tables else None)
    qtbot.addWidget(made)
    made.resize(1280, 740)
    made.show()
    made.enter(None, 1)
    yield made
    made.leave()
    session.close()
    queues = (session.jobs, session.pictures._jobs, session.draft)
    qtbot.waitUntil(lambda: not any(one.busy for one in queues), timeout=20000)


@pytest.fixture
def settled(qtbot, place):
    """Return a function that waits until pages and size are those of the case."""

    def wait():
        draft = place.session.draft
        qtbot.waitUntil(lambda: not draft.busy and not draft.stale, timeout=20000)

    wait()
    return wait


def rows(place):
    model = place.contents.model
    return [model.index(at).data() for at in range(model.rowCount())]


def choose(place, title):
    at = rows(place).index(title)
    place.contents.list.setCurrentIndex(place.contents.model.index(at))
    return place.contents.model.index(at)


def record(place, title):
    return next(one for one in place.session.case.records.all() if one.title == title)


def test_the_list_says_what_goes_in_and_on_which_page(place, settled):
    shown = rows(place)
    assert shown[:3] == ["Made for you by the app", "Cover", "One-page summary"]
    assert shown.index("C · Scan reports") < shown.index("Knee") < shown.index("Diary")
    pages = place.session.draft.proof.layout.places
    first = next(one.first_page for one in pages if one.record == record(place, "Knee").id)
    assert choose(place, "Knee").data(DETAIL) == f"p. {first} · 3 pages · no date"


def test_choosing_a_row_shows_its_real_page(place, settled, qtbot):
    choose(place, "Hip")
    qtbot.waitUntil(lambda: "hip" in place.page.desk.text.text, timeout=20000)
    assert f"Page {place.page.page} of {place.page.count}" in place.page.tools.where.text()


def test_a_record_is_left_out_and_brought_back_with_the_space_bar(place, settled, qtbot):
    before = place.page.count
    choose(place, "Hip")
    qtbot.keyClick(place.contents.list, Qt.Key.Key_Space)
    assert not record(place, "Hip").in_dossier
    assert place.session.case.undo_label == "Leave “Hip” out"
    index = choose(place, "Hip")
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    settled()
    assert place.page.count < before
    place.session.case.undo()
    settled()
    assert place.page.count == before


def test_a_click_on_the_box_leaves_a_record_out(place, settled, qtbot):
    view = place.contents.list
    index = choose(place, "Knee")
    box = view.visualRect(index)
    spot = box.topLeft() + view.rect().topLeft()
    spot.setX(box.left() + view.fontMetrics().height())
    spot.setY(box.center().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not record(place, "Knee").in_dossier


def test_records_change_places_by_keys_and_go_back_to_their_dates(place, settled, qtbot):
    order = rows(place)
    first, second = [title for title in order if title in ("Knee", "Hip")]
    choose(place, second)
    place.activateWindow()
    place.contents.list.setFocus()
    qtbot.waitUntil(place.contents.list.hasFocus)
    qtbot.keyClick(place.contents.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert rows(place).index(second) < rows(place).index(first)
    assert place.contents.list.currentIndex().data() == second
    assert not place.contents.up.isEnabled()
    place.contents.sort.click()
    assert rows(place) == order
    assert place.session.case.undo_label == "Sort the records by date"


def test_a_dragged_record_stays_in_its_group(place, settled):
    model = place.contents.model
    first, second = [title for title in rows(place) if title in ("Knee", "Hip")]
    dragged = model.mimeData([choose(place, second)])
    move = Qt.DropAction.MoveAction
    nowhere = model.index(-1)
    diary = rows(place).index("Diary")
    assert not model.canDropMimeData(dragged, move, diary, 0, nowhere)
    above = rows(place).index(first)
    assert model.canDropMimeData(dragged, move, above, 0, nowhere)
    model.dropMimeData(dragged, move, above, 0, nowhere)
    assert rows(place).index(second) < rows(place).index(first)


def test_only_some_pages_of_a_record_go_in(place, settled, qtbot):
    before = place.page.count
    choose(place, "Knee")
    place.contents.choose.click()
    place.contents.typed.setText("9")
    place.contents.take.click()
    assert "There is no page “9”" in place.contents.pages.fault.text()
    place.contents.typed.setText("1, 3")
    qtbot.keyClick(place.contents.typed, Qt.Key.Key_Return)
    assert record(place, "Knee").pages == (1, 3)
    settled()
    assert place.page.count == before - 1
    assert "2 of 3 pages" in choose(place, "Knee").data(DETAIL)


def test_the_estimate_comes_close_to_the_size_of_the_pdf(place, settled):
    draft = place.session.draft
    assert draft.pdf.size == pytest.approx(draft.proof.size, rel=0.15)
    assert place.choices.size_words.text().startswith(f"{place.page.count} pages, about ")


def test_another_paper_is_used_for_pages_and_pdf(place, settled, qtbot, tmp_path, monkeypatch):
    place.choices.paper.setCurrentIndex(1)
    settled()
    assert place.session.draft.pdf.proof.sizes[0] == Paper.LETTER.value
    target = make(place, qtbot, tmp_path, monkeypatch)
    assert float(PdfReader(target).pages[0].mediabox.width) == 612


def make(place, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_export", lambda parent: [target])
    with qtbot.waitSignal(place.session.exported, timeout=30000):
        place.make_button.click()
    qtbot.waitUntil(lambda: not place.session.jobs.busy, timeout=20000)
    return target


def test_the_pdf_is_made_and_the_case_remembers_only_day_and_pages(
    place, settled, qtbot, tmp_path, monkeypatch
):
    assert place.session.case.made.last() is None
    target = make(place, qtbot, tmp_path, monkeypatch)
    pages = len(PdfReader(target).pages)
    assert place.done.isVisible()
    assert place.done.file.text().startswith(f"out.pdf: {pages} pages, ")
    assert place.done.holds.text() == "It holds 3 records."
    assert not place.done.password.isVisible()
    assert place.session.case.made.last().pages == pages
    assert place.session.case.undo_label == "Fill"
    place.done.back.click()
    assert place.make_button.isVisible()


def test_a_password_is_typed_twice_and_locks_the_pdf(place, settled, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_export", lambda parent: [target])
    lock = place.choices.lock
    lock.lock.click()
    place.make_button.click()
    assert "too short" in lock.first_row.fault.text()
    qtbot.keyClicks(lock.first, "blue river 7")
    qtbot.keyClicks(lock.second, "blue river")
    place.make_button.click()
    assert "not the same" in lock.second_row.fault.text()
    assert not target.exists()
    qtbot.keyClicks(lock.second, " 7")
    make(place, qtbot, tmp_path, monkeypatch)
    reader = PdfReader(target)
    assert reader.is_encrypted
    assert reader.decrypt("blue river 7")
    assert place.done.password.isVisible()
    assert (lock.first.text(), lock.second.text(), lock.show_typed.isChecked()) == ("", "", False)
    assert lock.lock.isChecked(), "the next one of this version asks for its password again"


def test_stopping_leaves_nothing_behind(place, settled, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "new" / "out.pdf"
    target.parent.mkdir()
    monkeypatch.setattr(file_choice, "ask_where_to_export", lambda parent: [target])
    place.make_button.click()
    assert place.making.isVisible()
    place.making.stop.click()
    qtbot.waitUntil(lambda: not place.session.jobs.busy, timeout=20000)
    assert list(target.parent.iterdir()) == []
    assert place.told == ["Stopped. No PDF was made."]
    assert place.make_button.isVisible()
    assert place.session.case.made.last() is None


def test_an_empty_dossier_says_so_and_makes_nothing(place, settled, qtbot, tmp_path, monkeypatch):
    for one in place.session.case.records.all():
        with place.session.case.change("Remove"):
            place.session.case.records.remove(one.id)
    settled()
    assert place.choices.size_words.text() == "Nothing goes in yet."
    monkeypatch.setattr(file_choice, "ask_where_to_export", lambda parent: [tmp_path / "o.pdf"])
    place.make_button.click()
    assert place.told[0].startswith("There is nothing to put into the dossier yet.")
    assert place.make_button.isVisible()


def test_a_damaged_record_stops_the_pdf_and_is_named(place, settled, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "out.pdf"
    target.write_bytes(b"of yesterday")
    case, knee = place.session.case, record(place, "Knee")
    case._db.run("PRAGMA query_only = OFF")
    case._db.run(
        "UPDATE chunk SET data = zeroblob(length(data)) WHERE content = ?",
        (knee.document.sha256,),
    )
    monkeypatch.setattr(file_choice, "ask_where_to_export", lambda parent: [target])
    with qtbot.waitSignal(place.session.jobs.failed, timeout=20000) as failed:
        place.make_button.click()
    assert str(failed.args[1]) == (  # the window shows it in its bar
        "“Knee” cannot go into the dossier: its file “Knee.pdf” is damaged inside the case file. "
        "Open a backup copy of the case, or leave this record out."
    )
    assert target.read_bytes() == b"of yesterday"


def test_what_to_look_at_leads_to_the_place_that_mends_it(place, settled, qtbot):
    card = place.choices.cards[0]
    card.fix.click()
    assert place.went[0][0] in ("records", "about", "questions", "reasons")
    place.choices.all_lines.click()
    assert place.went[1] == ("check", {})


def test_the_private_pages_go_when_the_case_closes(place, settled, qtbot):
    path = place.session.draft.pdf.path
    assert path.exists()
    with qtbot.waitSignal(place.session.closed, timeout=20000):
        place.session.close()
    qtbot.waitUntil(lambda: not path.exists(), timeout=20000)
    assert place.page.count == 0


def test_a_screen_reader_hears_a_whole_sentence_for_each_row(place, settled):
    said = choose(place, "Knee").data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Knee. Goes in. p. ")
    assert said.endswith("C · Scan reports.")
    assert choose(place, "Knee").data(ID) == record(place, "Knee").id
    assert choose(place, "Cover").data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Cover. p. 1 · Always in."
    )
