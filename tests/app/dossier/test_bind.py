"""A dossier appears at its place whole and checked, or not at all."""

import errno
import hashlib
import os
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdf
import pytest
from reportlab.pdfgen import canvas

from app.dossier import beside, reading_back, whole_file
from app.dossier.bind import bind_dossier
from app.dossier.layout import Layout
from app.dossier.plan import DossierPlan, Paper
from app.errors import DiskFull, DossierFaulty, FolderNotWritable
from app.model.story import CaseSnapshot
from app.progress import Cancelled, Progress
from app.worker.binding import bind
from app.worker.orders import Bookmark, Link, Placed, Reader
from app.worker.verifying import verify


class RoomWithoutWalls:
    """Does at once what the sealed room lets its child do."""

    folders: list[Path]
    ready: list[str]

    def __init__(self):
        self.folder = type(self).place / str(len(type(self).folders))
        self.folder.mkdir(parents=True)
        type(self).folders.append(self.folder)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def get_ready(self, order):
        type(self).ready.append(order)

    def bind(self, binding, progress):
        bind(self.folder, binding, lambda done, total: progress.step(done, total, "Binding"))

    def verify(self, file, progress=None, *, password="", reader=Reader.BOTH):
        return verify(self.folder / file, password, reader)


@pytest.fixture
def rooms(tmp_path, monkeypatch):
    here = type(
        "Here", (RoomWithoutWalls,), {"place": tmp_path / "rooms", "folders": [], "ready": []}
    )
    monkeypatch.setattr(reading_back, "SealedRoom", here)
    monkeypatch.setattr(reading_back, "PageRoom", here)
    return here


@pytest.fixture
def record(tmp_path):
    """One record of two pages, by its sha256."""
    pdf = pikepdf.new()
    for _ in range(2):
        pdf.add_blank_page(page_size=(300, 400))
        pdf.pages[-1].Contents = pdf.make_stream(b"0 g 20 20 100 100 re f")
    pdf.save(tmp_path / "record.pdf")
    raw = (tmp_path / "record.pdf").read_bytes()
    return {hashlib.sha256(raw).hexdigest(): raw}


@pytest.fixture
def layout(tmp_path, record):
    made = canvas.Canvas(str(tmp_path / "own.pdf"), pagesize=Paper.A4.value)
    made.drawString(60, 700, "Cover")
    made.showPage()
    made.save()
    return Layout(
        own=(tmp_path / "own.pdf").read_bytes(),
        pages=(Placed(-1, 0), Placed(0, 0, 0), Placed(0, 1, 0)),
        frames=(b"BT /F1 9 Tf 40 800 Td (Ellis) Tj ET",),
        renditions=tuple(record),
        links=(Link(0, (10, 10, 90, 30), 2, 800, "Go to page 3"),),
        bookmarks=(Bookmark("Cover", 0), Bookmark("Doc 1", 1)),
        places=(),
    )


PLAN = DossierPlan(
    title="Dossier of M. Ellis",
    made=date(2026, 11, 22),
    paper=Paper.A4,
    case=CaseSnapshot(),
    sections=(),
    left_out=(),
    application="Casepack 1.0",
)


@pytest.fixture
def target(tmp_path):
    (tmp_path / "desk").mkdir()
    return tmp_path / "desk" / "Dossier.pdf"


def pieces(record):
    def fetch(sha256):
        raw = record[sha256]
        return (raw[start : start + 100] for start in range(0, len(raw), 100))

    return fetch


def nothing_left(target, rooms):
    return {one.name for one in target.parent.iterdir()} <= {target.name} and not any(
        folder.exists() for folder in rooms.folders
    )


def test_the_dossier_is_whole_and_what_it_is_said_to_be(rooms, layout, record, target):
    done = bind_dossier(lambda: layout, layout.renditions, PLAN, pieces(record), target, Progress())

    raw = target.read_bytes()
    reader = pypdf.PdfReader(target)
    assert (done.pages, done.bytes) == (3, len(raw))
    assert done.sha256 == hashlib.sha256(raw).hexdigest()
    assert len(reader.pages) == 3
    assert reader.metadata.title == "Dossier of M. Ellis"
    assert "Ellis" in reader.pages[2].extract_text()
    assert nothing_left(target, rooms)


def test_a_dossier_with_a_password_is_checked_with_it(rooms, layout, record, target):
    bind_dossier(
        lambda: layout,
        layout.renditions,
        PLAN,
        pieces(record),
        target,
        Progress(),
        password="long words",
    )

    assert pypdf.PdfReader(target, password="long words").pages[0]


def test_the_same_dossier_made_twice_is_the_same_file(rooms, layout, record, target):
    made = [
        bind_dossier(
            lambda: layout,
            layout.renditions,
            PLAN,
            pieces(record),
            target,
            Progress(),
            reproducible=True,
        ).sha256
        for _ in range(2)
    ]

    assert made[0] == made[1]


def test_the_sealed_room_itself_makes_a_locked_dossier(layout, record, target):
    done = bind_dossier(
        lambda: layout,
        layout.renditions,
        PLAN,
        pieces(record),
        target,
        Progress(),
        password="long words",
    )

    assert done.pages == 3
    assert len(pypdf.PdfReader(target, password="long words").pages) == 3
    assert [one.name for one in target.parent.iterdir()] == [target.name]


def test_an_older_dossier_is_replaced(rooms, layout, record, target):
    target.write_bytes(b"yesterday")

    bind_dossier(lambda: layout, layout.renditions, PLAN, pieces(record), target, Progress())

    assert target.read_bytes().startswith(b"%PDF")


def test_a_folder_on_another_disk_gets_a_copy(rooms, layout, record, target, monkeypatch):
    def across(self, other):
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(Path, "rename", across)
    done = bind_dossier(lambda: layout, layout.renditions, PLAN, pieces(record), target, Progress())

    assert hashlib.sha256(target.read_bytes()).hexdigest() == done.sha256
    assert nothing_left(target, rooms)


@pytest.mark.parametrize("after", [0, 2, 5, 20])
def test_stopping_leaves_yesterdays_file_and_nothing_else(rooms, layout, record, target, after):
    target.write_bytes(b"yesterday")
    steps = []

    def report(*step):
        steps.append(step)
        if len(steps) > after:
            progress.cancel()

    progress = Progress(report)
    with pytest.raises(Cancelled):
        bind_dossier(lambda: layout, layout.renditions, PLAN, pieces(record), target, progress)

    assert target.read_bytes() == b"yesterday"
    assert nothing_left(target, rooms)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"links": 0}, "links"),
        ({"bookmarks": 1}, "bookmarks"),
        ({"pages": 2}, "pages"),
        ({"ok": False, "sentences": ("The first page of “dossier.pdf” is blank.",)}, "blank"),
    ],
)
def test_a_dossier_that_fails_the_check_is_not_saved(
    rooms, layout, record, target, monkeypatch, fault, said
):
    target.write_bytes(b"yesterday")
    real = RoomWithoutWalls.verify
    monkeypatch.setattr(rooms, "verify", lambda *a, **k: replace(real(*a, **k), **fault))

    with pytest.raises(DossierFaulty, match=said):
        bind_dossier(lambda: layout, layout.renditions, PLAN, pieces(record), target, Progress())

    assert target.read_bytes() == b"yesterday"
    assert nothing_left(target, rooms)


@pytest.mark.parametrize("reader", [Reader.LINKS, Reader.PAGES])
@pytest.mark.parametrize("fault", [{"pages": 2}, {"ok": False, "sentences": ("It is torn.",)}])
def test_one_reader_that_finds_a_fault_is_enough(
    rooms, layout, record, target, monkeypatch, reader, fault
):
    def one_sided(*a, **k):
        found = RoomWithoutWalls.verify(*a, **k)
        return replace(found, **fault) if k["reader"] is reader else found

    monkeypatch.setattr(rooms, "verify", one_sided)

    with pytest.raises(DossierFaulty):
        bind_dossier(lambda: layout, layout.renditions, PLAN, pieces(record), target, Progress())

    assert not target.exists()
    assert nothing_left(target, rooms)


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "failure"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EROFS, FolderNotWritable),
        (errno.EACCES, FolderNotWritable),
    ],
)
def test_a_disk_that_fails_leaves_yesterdays_file(
    rooms, layout, record, target, monkeypatch, call, number, failure
):
    target.write_bytes(b"yesterday")

    def fail(*_):
        raise OSError(number, "no")

    if call == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(failure, match=r"Dossier\.pdf"):
        bind_dossier(lambda: layout, layout.renditions, PLAN, pieces(record), target, Progress())

    assert target.read_bytes() == b"yesterday"
    assert nothing_left(target, rooms)


def test_a_disk_that_is_full_while_records_are_gathered_is_said_plainly(
    rooms, layout, record, target
):
    def fetch(sha256):
        yield b"%PDF"
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(DiskFull):
        bind_dossier(lambda: layout, layout.renditions, PLAN, fetch, target, Progress())

    assert not target.exists()
    assert nothing_left(target, rooms)


def test_a_folder_that_is_not_there_is_said_plainly(rooms, layout, record, tmp_path):
    with pytest.raises(FolderNotWritable, match="nowhere"):
        bind_dossier(
            lambda: layout,
            layout.renditions,
            PLAN,
            pieces(record),
            tmp_path / "nowhere" / "d.pdf",
            Progress(),
        )


def test_a_file_that_another_program_holds_for_a_moment_is_tried_again(tmp_path, monkeypatch):
    tries = []
    real = Path.replace

    def held(self, target):
        tries.append(target)
        if len(tries) < 4:
            raise PermissionError(errno.EACCES, "in use")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(beside.sys, "platform", "win32")
    monkeypatch.setattr(beside.time, "sleep", lambda seconds: None)
    (tmp_path / "made").write_bytes(b"new")

    whole_file.put_in_place(tmp_path / "made", tmp_path / "d.pdf")

    assert len(tries) == 4
    assert (tmp_path / "d.pdf").read_bytes() == b"new"
