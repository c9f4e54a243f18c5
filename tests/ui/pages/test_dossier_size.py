"""How large a version may be, and what is offered when it is too large."""

import io
from dataclasses import replace

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import Qt
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.case.casefile import CaseFile
from app.model.person import Patient
from app.model.version import MAIN, Pictures, Volumes
from tests.ui.opened_place import Shown
from tests.ui.shown_papers import SIZE, add_record, pdf
from ui import file_choice
from ui.dossier.sending import OWN
from ui.pages.dossier import DossierPlace


def scan(path, seed):
    """Write a page that is one large picture in colour, hard to pack."""
    noise = Image.effect_noise((1700, 2100), 60 + seed).convert("RGB")
    packed = io.BytesIO()
    noise.save(packed, "JPEG", quality=90)
    canvas = Canvas(str(path), pagesize=SIZE, invariant=1)
    canvas.drawImage(ImageReader(packed), 0, 0, *SIZE)
    canvas.showPage()
    canvas.save()
    return path.read_bytes()


@pytest.fixture
def shown(tmp_path, looks, qtbot):
    """The place on a case with a large scan and a small letter."""
    case = CaseFile.create(tmp_path / "smith.casepack")
    add_record(case, scan(tmp_path / "a.pdf", 1), "Scan", 1)
    add_record(case, pdf(tmp_path / "b.pdf", ["the letter"]), "Letter", 1)
    with case.change("Fill"):
        case.people.save(Patient(name="Ann Smith"))
    made = Shown(DossierPlace, case, looks)
    yield made
    made.close(qtbot)


@pytest.fixture
def place(shown):
    return shown.place


@pytest.fixture
def settled(qtbot, shown):
    draft = shown.session.draft

    def wait():
        qtbot.waitUntil(lambda: not draft.busy and not draft.stale, timeout=20000)

    wait()
    return wait


def version(place):
    return place.session.case.versions.get(MAIN.id)


def limit(place, qtbot, megabytes):
    sending = place.choices.sending
    sending.way.setCurrentIndex(OWN)
    sending.own.edit.setFocus()
    sending.own.edit.selectAll()
    qtbot.keyClicks(sending.own.edit, megabytes)
    sending.flush()


def test_an_e_mail_carries_less_than_its_limit(place, settled):
    place.choices.sending.way.setCurrentIndex(2)
    assert (version(place).most_megabytes, version(place).by_email) == (20.0, True)
    settled()
    assert "are left of 14.6 MB" in place.choices.size_.fits.text()
    assert place.choices.size_.bar.isVisible()
    assert place.session.case.undo_label == "Change how it will be sent"
    place.session.case.undo()
    assert place.choices.sending.way.currentIndex() == 0
    assert not place.choices.size_.bar.isVisible()


def test_a_limit_of_ones_own_is_typed(place, settled, qtbot):
    sending = place.choices.sending
    limit(place, qtbot, "seven")
    assert "Write a number" in sending.own.row.fault.text()
    sending.own.edit.clear()
    qtbot.keyClicks(sending.own.edit, "7,5")
    sending.flush()
    assert version(place).most_megabytes == 7.5
    sending.mail.click()
    assert version(place).by_email
    settled()
    assert "of 5.5 MB" in place.choices.size_.fits.text()


def test_the_gauge_is_amber_from_nine_tenths_and_the_words_say_by_how_much(place, settled, qtbot):
    gauge, size = place.choices.size_, place.session.draft.pdf.size
    limit(place, qtbot, f"{size / 0.95 / 1e6:.3f}")
    settled()
    assert gauge.bar.property("kind") == "look"
    assert gauge.fits.text().startswith("Nearly full: ")
    assert place.choices.too_big.isHidden()
    limit(place, qtbot, f"{size / 0.5 / 1e6:.3f}")
    settled()
    assert gauge.bar.property("kind") == ""
    assert gauge.fits.text().startswith("It fits: ")


def test_lighter_pictures_are_offered_with_their_size_and_make_a_smaller_pdf(
    place, settled, qtbot, tmp_path, monkeypatch
):
    before = place.session.draft.pdf.size
    limit(place, qtbot, "0.6")
    settled()
    offer = place.choices.too_big
    assert offer.isVisible()
    assert place.choices.size_.fits.text().startswith("Too large by ")
    qtbot.waitUntil(lambda: "about" in offer.result.text(), timeout=20000)
    said = offer.result.text()
    qtbot.mouseClick(offer.light, Qt.MouseButton.LeftButton)
    assert version(place).pictures is Pictures.LIGHTER
    assert place.session.case.undo_label == "Make pictures lighter"
    settled()
    after = place.session.draft.pdf.size
    assert after < 0.8 * before
    named = float(said.split("about ")[1].split(" ")[0])
    named *= 1e6 if "MB" in said else 1e3
    assert after == pytest.approx(named, rel=0.1)
    target = tmp_path / "out.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_export", lambda parent: [target])
    with qtbot.waitSignal(place.session.exported, timeout=30000):
        place.make_button.click()
    pictures = [one.image for page in PdfReader(target).pages for one in page.images]
    assert max(one.width for one in pictures) < 1700
    qtbot.waitUntil(lambda: not place.session.jobs.busy, timeout=20000)


def test_the_heaviest_records_can_be_left_out_together(place, settled, qtbot):
    limit(place, qtbot, "0.6")
    settled()
    offer = place.choices.too_big
    first = next(iter(offer.ticks.values()))
    assert first.text().startswith("Scan, about ")
    assert not offer.leave.isEnabled()
    first.click()
    assert offer.leave.text().startswith("Leave out ")
    offer.leave.click()
    record = next(one for one in place.session.case.records.all() if one.title == "Scan")
    assert not record.in_dossier
    assert "keep the file small" in record.left_out_because
    settled()
    assert place.choices.size_.fits.text().startswith("It fits: ")
    assert offer.isHidden()


def test_one_that_is_too_large_can_be_made_as_several_files(
    place, settled, qtbot, tmp_path, monkeypatch, shown
):
    limit(place, qtbot, "2")
    settled()
    too_big = place.choices.too_big
    qtbot.waitUntil(too_big.parts.isVisible)
    qtbot.mouseClick(too_big.parts, Qt.MouseButton.LeftButton)
    assert version(place).volumes is Volumes.BY_SIZE
    settled()
    qtbot.waitUntil(lambda: not too_big.isVisible())
    assert "several files" in place.choices.size_.fits.text()
    monkeypatch.setattr(file_choice, "ask_where_to_export", lambda _parent: [tmp_path / "d.pdf"])
    with qtbot.waitSignal(shown.session.exported, timeout=60000) as made:
        place.make()
    files = [one.path for one in made.args[0].exported.files]
    assert len(files) > 1
    qtbot.waitUntil(lambda: files[-1].name in place.done.file.text())
    texts = [" ".join(page.extract_text() for page in PdfReader(one).pages) for one in files]
    assert all("Ann Smith" in text for text in texts)
    assert not (tmp_path / "d.pdf").exists()


def test_how_many_pages_the_reader_asks_for_stands_where_the_pages_are_counted(
    place, settled, shown
):
    gauge, case = place.choices.size_, shown.session.case
    assert gauge.asked.isHidden()
    pages = len(shown.session.draft.proof.layout.pages)
    for most, words in (
        (pages - 1, f"This reader asks for at most {pages - 1} pages; this one has {pages}."),
        (pages, f"This reader asks for at most {pages} pages."),
        (1, f"This reader asks for at most 1 page; this one has {pages}."),
    ):
        with case.change("Wish"):
            case.versions.save(replace(case.versions.get(MAIN.id), most_pages=most))
        settled()
        assert gauge.asked.text() == words
        assert gauge.asked.isVisible()
        found = [line.code for line in shown.session.draft.lines]
        assert ("pages.most" in found) == (pages > most)
    case.undo()
    case.undo()
    case.undo()
    assert gauge.asked.isHidden()
