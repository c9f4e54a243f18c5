"""The window answers while a gigabyte of papers and every hostile file go in, and can be stopped."""

import itertools
import os
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from app.case.casefile import CaseFile
from tests.hostile.others import OTHERS
from tests.hostile.pdfs import HOSTILE
from tests.hostile.writer import Objects
from tests.ui.heart import Heart
from ui.application import TURN
from ui.password_box import PasswordBox
from ui.tidying import Tidying

pytestmark = pytest.mark.alone

MOST = 0.1  # seconds
WORST, FEW = 0.4, 12  # a shared computer holds anybody up now and then: 1 in 200, none longer
FILES, SIDE = 20, 4200  # a picture of SIDE by SIDE pixels, three bytes each, is 53 MB
SIZE = 3 * SIDE * SIDE
PATIENCE = 240_000  # milliseconds


@pytest.fixture(autouse=True)
def _short_turns():
    """Let the window have its turn as soon as in the program itself."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    yield
    sys.setswitchinterval(usual)


@pytest.fixture
def folder(tmp_path):
    """A folder with room beside it for its papers, their copies on the tray and the case."""
    free, wanted = shutil.disk_usage(tmp_path).free, int(3.2 * FILES * SIZE)
    if free < wanted:
        pytest.skip(f"a gigabyte of papers needs {wanted >> 20} MB here; {free >> 20} are free")
    made = tmp_path / "papers"
    made.mkdir()
    yield made
    shutil.rmtree(tmp_path, ignore_errors=True)


def scan(noise, number):
    """Give a PDF with one page: one large picture that cannot be packed any smaller."""
    pdf = Objects()
    pdf.add("<< /Type /Catalog /Pages 2 0 R >>")
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    pdf.add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /XObject << /Scan 5 0 R >> >> >>"
    )
    pdf.stream(b"q 500 0 0 700 40 70 cm /Scan Do Q")
    picture = f"/Type /XObject /Subtype /Image /Width {SIDE} /Height {SIDE}"
    turned = noise[number:] + noise[:number]
    pdf.stream(turned, f"{picture} /ColorSpace /DeviceRGB /BitsPerComponent 8")
    return pdf.file()


def put_scans(folder, count):
    noise = os.urandom(SIZE)
    for number in range(count):
        (folder / f"Scan {number}.pdf").write_bytes(scan(noise, number))


def put_hostile(folder):
    for kind in HOSTILE:
        (folder / f"{kind.name}.pdf").write_bytes(kind.make())
    for bad in OTHERS:
        (folder / bad.name).write_bytes(bad.make())


def leave_locked_ones_out(window):
    def answer():
        for box in window.findChildren(PasswordBox):
            box.reject()

    window.session.password_wanted.connect(lambda _wanted: QTimer.singleShot(50, answer))


def look(window, folder, qtbot):
    window.add([folder])
    qtbot.waitUntil(lambda: window.review is not None and window.review.whole, timeout=PATIENCE)
    return window.review


def work_on(window):
    """Let a person go from place to place, and write; give the timer that does it."""
    steps = itertools.count()

    def act():
        if window.review is not None:
            return
        step = next(steps)
        code = ("notes", "plan", "records")[step % 3]
        window.stage.go(code)
        place = window.stage.made(code)
        if code != "plan":
            place.list.setCurrentIndex(place.rows.index(step % place.rows.rowCount()))
        if code == "notes":
            place.form.body.edit.insertPlainText("It hurts less today. ")

    hands = QTimer(window, interval=300)
    hands.timeout.connect(act)
    hands.start()
    return hands


def test_the_window_answers_while_a_gigabyte_and_every_hostile_file_go_in(
    window, case, qtbot, folder
):
    put_scans(folder, FILES)
    put_hostile(folder)
    leave_locked_ones_out(window)
    with case.change("Write notes"):
        for number in range(5):
            case.records.add(f"Note {number}")
    for code in ("notes", "plan", "records"):
        window.stage.go(code)
    hands = work_on(window)
    tidying = Tidying()
    with Heart() as heart:
        review = look(window, folder, qtbot)
        with qtbot.waitSignal(window.session.added, timeout=PATIENCE):
            review.add_button.click()
        qtbot.waitUntil(lambda: not window.session.jobs.busy, timeout=PATIENCE)
    hands.stop()
    tidying.stop()
    kept = [one.document for one in case.records.all() if one.document]
    assert sum(document.size for document in kept) > FILES * SIZE
    assert len(heart.pauses) > 100
    assert heart.longest.held <= WORST, heart.report(MOST)
    assert sum(one.held > MOST for one in heart.pauses) <= FEW, heart.report(MOST)


def test_stop_in_the_middle_adds_nothing_and_leaves_nothing(window, case, qtbot, folder):
    put_scans(folder, 6)
    review = look(window, folder, qtbot)
    with Heart() as heart:
        review.add_button.click()
        qtbot.waitUntil(lambda: len(case.documents.first_texts()) > 1, timeout=PATIENCE)
        window.task.stop.click()
        qtbot.waitUntil(lambda: not window.session.jobs.busy, timeout=PATIENCE)
    assert heart.longest.held <= WORST, heart.report(MOST)
    assert sum(one.held > MOST for one in heart.pauses) <= FEW, heart.report(MOST)
    assert case.records.all() == []
    assert case.undo_label is None
    whole = {document for document, _text in case.documents.first_texts()}
    assert 2 <= len(whole) < 6  # these wait for their record, which does not come
    assert {row["content"] for row in case._db.rows("SELECT content FROM chunk")} == whole
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE)
    left = [one for one in Path(os.environ["CASEPACK_PRIVATE"]).rglob("*") if one.is_file()]
    assert sum(one.stat().st_size for one in left) < 1000
    again = CaseFile.open(case.path)
    assert again.documents.first_texts() == []
    assert again._db.rows("SELECT * FROM chunk") == []
    again.close()
