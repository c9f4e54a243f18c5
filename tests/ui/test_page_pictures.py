"""Pictures of pages are made beside the window, the newest first, and kept within bounds."""

import gc
import time
import weakref

import psutil
import pytest
from PySide6.QtGui import QImage

from app.errors import CaseDamaged
from app.worker.limits import Limits
from tests.ui.shown_papers import pdf, slow_pdf
from ui import page_pictures
from ui.page_pictures import PagePictures, Recent, Shot
from ui.page_room import PdfSource


@pytest.fixture
def paper(tmp_path):
    data = pdf(tmp_path / "a.pdf", *([f"page {n}"] for n in range(1, 9)))
    return PdfSource("paper", lambda: [data[:1000], data[1000:]])


@pytest.fixture
def pictures(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("CASEPACK_PRIVATE", str(tmp_path / "rooms"))
    made = PagePictures()
    yield made
    made.close()
    qtbot.waitUntil(lambda: not made._jobs.busy, timeout=20000)


def is_idle(pictures):
    return lambda: not pictures.busy


def test_a_page_comes_as_wide_as_asked_and_with_its_words(pictures, paper, qtbot):
    drawn, worded = [], []
    pictures.drawn.connect(lambda shot, image: drawn.append((shot, image)))
    pictures.worded.connect(lambda shot, words: worded.append((shot, words)))
    pictures.ask("me", paper, 2, 800)
    pictures.ask_words("me", paper, 2)
    qtbot.waitUntil(is_idle(pictures), timeout=20000)

    ((shot, image),) = drawn
    assert shot == Shot("paper", 2, 800)
    assert (image.width(), image.height()) == (800, 1000)
    assert image.pixelColor(10, 500).name() == "#ff0000"
    assert image.pixelColor(700, 900).name() == "#ffffff"
    ((_shot, words),) = worded
    assert [word.text for word in words.words] == ["page", "2"]


def test_what_was_drawn_is_told_again_at_once(pictures, paper, qtbot):
    pictures.ask("me", paper, 1, 200)
    qtbot.waitUntil(is_idle(pictures), timeout=20000)
    with qtbot.waitSignal(pictures.drawn, timeout=0):
        pictures.ask("another", paper, 1, 200)
    assert not pictures.busy


def test_the_newest_page_is_drawn_first_and_those_turned_past_never(pictures, paper, qtbot):
    drawn = []
    pictures.drawn.connect(lambda shot, _image: drawn.append(shot.page))
    pictures.ask("other view", paper, 8, 100)
    pictures.ask("other view", paper, 7, 100)
    for page in range(1, 6):
        pictures.ask("me", paper, page, 100)
    qtbot.waitUntil(is_idle(pictures), timeout=20000)
    assert drawn == [8, 5, 7]


def test_pictures_come_before_words(pictures, paper, qtbot):
    came = []
    pictures.drawn.connect(lambda shot, _image: came.append(("picture", shot.page)))
    pictures.worded.connect(lambda shot, _words: came.append(("words", shot.page)))
    pictures.ask("me", paper, 1, 100)
    pictures.ask_words("me", paper, 2)
    pictures.ask("me", paper, 2, 100)
    qtbot.waitUntil(is_idle(pictures), timeout=20000)
    assert came == [("picture", 1), ("picture", 2), ("words", 2)]


def test_a_page_that_takes_too_long_does_not_keep_the_next_one_waiting(
    pictures, paper, qtbot, monkeypatch
):
    monkeypatch.setattr(page_pictures, "PATIENCE", 100)
    data = slow_pdf()
    slow = PdfSource("slow", lambda: [data])
    drawn = []
    pictures.drawn.connect(lambda shot, _image: drawn.append(shot.key))
    pictures.ask("me", paper, 1, 100)
    qtbot.waitUntil(is_idle(pictures), timeout=20000)
    pictures.ask("me", slow, 1, 2000)
    qtbot.wait(200)
    start = time.monotonic()
    pictures.ask("me", paper, 2, 100)
    qtbot.waitUntil(is_idle(pictures), timeout=20000)
    assert drawn == ["paper", "paper"]
    assert time.monotonic() - start < 5  # the slow page alone takes longer


def test_a_page_that_breaks_the_room_is_a_sentence_and_the_next_one_is_drawn(
    pictures, paper, qtbot, monkeypatch
):
    monkeypatch.setattr(
        "app.worker.room.bounds.for_rendering", lambda _size: Limits(wall_seconds=1.0)
    )
    data = slow_pdf()
    with qtbot.waitSignal(pictures.failed, timeout=20000) as failed:
        pictures.ask("me", PdfSource("slow", lambda: [data]), 1, 2000)
    assert failed.args[1] == ("This page could not be shown. Your file in the case is not changed.")
    with qtbot.waitSignal(pictures.drawn, timeout=20000):
        pictures.ask("me", paper, 1, 100)
    assert [path.name for path in pictures._room._room.folder.iterdir()] == ["shown.pdf"]


def test_a_paper_that_is_damaged_in_the_case_says_so(pictures, qtbot):
    def pieces():
        yield b"%PDF"
        raise CaseDamaged("“Letter” is damaged inside the case file.")

    with qtbot.waitSignal(pictures.failed, timeout=20000) as failed:
        pictures.ask("me", PdfSource("bad", pieces), 1, 100)
    assert failed.args[1] == "“Letter” is damaged inside the case file."


def test_what_nobody_looks_at_any_more_is_not_drawn(pictures, paper, qtbot):
    drawn = []
    pictures.drawn.connect(lambda shot, _image: drawn.append(shot.page))
    pictures.ask("me", paper, 1, 100)
    pictures.ask("you", paper, 2, 100)
    pictures.forget("you")
    qtbot.waitUntil(is_idle(pictures), timeout=20000)
    assert drawn == [1]


def test_closing_ends_the_room_its_folder_and_all_pictures(pictures, paper, qtbot, tmp_path):
    pictures.ask("me", paper, 1, 100)
    qtbot.waitUntil(is_idle(pictures), timeout=20000)
    child = pictures._room._room._process.pid
    pictures.ask("me", paper, 2, 100)
    with qtbot.assertNotEmitted(pictures.failed):
        pictures.close()
        pictures.ask("me", paper, 3, 100)
        qtbot.waitUntil(lambda: not pictures._jobs.busy, timeout=20000)
    assert not psutil.pid_exists(child)
    assert list((tmp_path / "rooms").iterdir()) == []
    assert pictures._images.weight == 0


def test_no_more_than_64_megabytes_of_pictures_are_kept():
    kept = Recent(page_pictures.MOST_KEPT, QImage.sizeInBytes)
    for page in range(10):
        kept.keep(Shot("a", page, 1), QImage(2000, 2000, QImage.Format.Format_RGB32))
        kept.get(Shot("a", 0, 1))
    assert kept.weight == 4 * 16_000_000 <= page_pictures.MOST_KEPT
    assert [page for page in range(10) if kept.get(Shot("a", page, 1))] == [0, 7, 8, 9]


def test_pictures_go_with_whoever_held_them(qtbot, tmp_path, monkeypatch, paper):
    monkeypatch.setenv("CASEPACK_PRIVATE", str(tmp_path / "rooms"))
    made = PagePictures()
    made.ask("me", paper, 1, 100)
    qtbot.waitUntil(is_idle(made), timeout=20000)
    made.close()
    jobs = made._jobs
    qtbot.waitUntil(lambda jobs=jobs: not jobs.busy, timeout=20000)
    gone = weakref.ref(made)
    del made, jobs
    gc.collect()
    assert gone() is None
