"""A pack comes to its place whole or not at all, and never over anything else."""

import errno
import hashlib
import os
import zipfile
from datetime import date

import pytest

from app.dossier import beside
from app.dossier.pack import place
from app.dossier.pack.ours import spare_what_is_no_pack
from app.dossier.pack.page import MARK
from app.dossier.pack.place import put_pack_in_place, stage_beside
from app.errors import DiskFull, FolderNotWritable
from app.progress import Cancelled, Progress

TODAY = date(2026, 11, 22)
BOTH = pytest.mark.parametrize("name", ["stick", "stick.zip"])


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def put(out):
    """Return a function that makes a small pack with these words in it."""

    def put(name, words="first", *, progress=None, made=TODAY):
        progress = progress or Progress()
        target = out / name
        spare_what_is_no_pack(target)
        with stage_beside(target, progress) as stage:
            stage.add("index.html", [MARK.encode(), words.encode()])
            stage.add("tables/a.csv", [words.encode()] * 3)
            stage.add("originals/Blutbild März.pdf", [b"%PDF-", words.encode()])
            stage.seal()
            put_pack_in_place(stage, target, made, progress)
        return target

    return put


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def snapshot(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_folder_has_what_was_gathered_and_only_its_owner_may_enter(put, out):
    target = put("stick")
    assert sorted(snapshot(target)) == [
        "SHA256SUMS", "index.html", "originals/Blutbild März.pdf", "tables/a.csv",
    ]  # fmt: skip
    assert (target / "tables/a.csv").read_bytes() == b"first" * 3
    digest = hashlib.sha256(b"first" * 3).hexdigest()
    assert f"{digest}  tables/a.csv\n" in (target / "SHA256SUMS").read_text(encoding="utf-8")
    if os.name == "posix":
        modes = {path.stat().st_mode & 0o777 for path in target.rglob("*")}
        assert modes == {0o600, 0o700}
    assert names(out) == ["stick"]


def test_a_zip_has_no_name_that_leads_out_of_it(put, out):
    with zipfile.ZipFile(put("stick.zip")) as packed:
        assert packed.testzip() is None
        assert packed.namelist() == [
            "index.html", "tables/a.csv", "originals/Blutbild März.pdf", "SHA256SUMS",
        ]  # fmt: skip
    assert names(out) == ["stick.zip"]


def test_a_day_before_zip_was_made_is_no_trouble(put):
    with zipfile.ZipFile(put("stick.zip", made=date(1970, 1, 1))) as packed:
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@BOTH
def test_a_pack_of_before_is_replaced(put, out, name):
    put(name)
    target = put(name, "second")
    if target.is_dir():
        (target / "Thumbs.db").write_bytes(b"left by a file window")
        (target / "tables" / "._a.csv").write_bytes(b"left by a file window")
        assert (put(name, "third") / "tables/a.csv").read_bytes() == b"third" * 3
    else:
        assert zipfile.ZipFile(target).read("tables/a.csv") == b"second" * 3
    assert names(out) == [name]


def test_an_empty_folder_becomes_the_pack(put, out):
    (out / "stick").mkdir()
    assert (put("stick") / "index.html").exists()


def foreign_folder(path):
    path.mkdir()
    (path / "holiday.jpg").write_bytes(b"picture")


def foreign_zip(path):
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("index.html", MARK)
        made.writestr("SHA256SUMS", "mine")


def zip_with_our_words_at_its_end(path):
    path.write_bytes(b"PK\x03\x04 a letter about the Casepack companion pack, 4 files")


def folder_of_sums(path):
    path.mkdir()
    (path / "index.html").write_text("mine")
    digest = hashlib.sha256(b"mine").hexdigest()
    (path / "SHA256SUMS").write_text(f"{digest}  index.html\n")


def folder_with_a_page_of_ours_alone(path):
    path.mkdir()
    (path / "index.html").write_text(MARK)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("stick", foreign_folder),
        ("stick", folder_of_sums),
        ("stick", folder_with_a_page_of_ours_alone),
        ("stick", lambda path: path.write_text("a file")),
        ("stick", lambda path: path.symlink_to(path.parent)),
        ("stick", lambda path: path.symlink_to("nowhere")),
        ("stick.zip", foreign_zip),
        ("stick.zip", zip_with_our_words_at_its_end),
        ("stick.zip", foreign_folder),
        ("stick.zip", lambda path: path.write_bytes(b"")),
    ],
)
def test_what_is_no_pack_is_never_replaced(put, out, name, make):
    make(out / name)
    before = snapshot(out)
    with pytest.raises(FolderNotWritable, match="no pack of Casepack"):
        put(name)
    assert snapshot(out) == before
    assert names(out) == [name]


@pytest.mark.parametrize("name", ["other.casepack", "Dossier.PDF"])
def test_a_pack_never_has_the_name_of_a_case_or_of_a_pdf(put, out, name):
    with pytest.raises(FolderNotWritable, match="no name for a pack"):
        put(name)
    assert names(out) == []


def test_a_file_that_somebody_put_into_a_pack_is_not_lost(put):
    folder = put("stick")
    (folder / "disc").mkdir()
    (folder / "disc" / "IM0001").write_bytes(b"a scan")
    with pytest.raises(FolderNotWritable, match="disc/IM0001"):
        put("stick")
    assert (folder / "disc" / "IM0001").read_bytes() == b"a scan"


def test_a_file_that_somebody_put_into_a_zip_is_not_lost(put):
    target = put("stick.zip")
    with zipfile.ZipFile(target, "a") as packed:
        packed.writestr("IM0001", b"a scan")
    with pytest.raises(FolderNotWritable, match="no pack of Casepack"):
        put("stick.zip")
    assert zipfile.ZipFile(target).read("IM0001") == b"a scan"


def test_a_file_that_comes_while_the_pack_is_made_is_not_lost(put, out):
    target = put("stick")

    def report(_done, _total, _what):
        (target / "IM0001").write_bytes(b"a scan")

    with pytest.raises(FolderNotWritable, match="IM0001"):
        put("stick", "second", progress=Progress(report))
    assert (target / "IM0001").read_bytes() == b"a scan"
    assert (target / "tables/a.csv").read_bytes() == b"first" * 3
    assert names(out) == ["stick"]


@BOTH
@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize("call", ["fsync", "open"])
def test_whatever_call_finds_a_full_disk_what_was_there_stays(
    put, out, monkeypatch, name, there, call
):
    """Let each call of one kind fail in turn, until none is left to fail."""
    monkeypatch.setattr(beside, "_WAIT", 0)
    if there:
        put(name)
    before, real, failures = snapshot(out), getattr(os, call), []
    while len(failures) < 100:
        calls = []

        def fails(*given, calls=calls, **named):
            calls.append(given)
            if len(calls) == len(failures) + 1:
                raise OSError(errno.ENOSPC, "No space left on device")
            return real(*given, **named)

        monkeypatch.setattr(os, call, fails)
        try:
            put(name, "second")
        except DiskFull as full:
            failures.append(str(full))
        else:
            break
        finally:
            monkeypatch.setattr(os, call, real)
        saved = out / name
        if name == "stick.zip" and snapshot(out) != before:
            # its own folder could not be brought to the disk, after all was in place
            assert zipfile.ZipFile(saved).read("tables/a.csv") == b"second" * 3
            break
        assert snapshot(out) == before
        assert names(out) == ([name] if there else [])
    assert 2 < len(failures) < 20
    assert all(f"“{name}”" in one for one in failures)


@BOTH
def test_stopping_at_any_step_leaves_what_was_there(put, out, name):
    steps = []
    put(name, progress=Progress(lambda *step: steps.append(step)))
    before = snapshot(out)
    assert len(steps) > 6
    for stop_at in range(1, len(steps)):
        with pytest.raises(Cancelled):
            put(name, "second", progress=stopping_at(stop_at))
        assert names(out) == [name]
        assert snapshot(out) == before


def stopping_at(step):
    told = []

    def report(*said):
        told.append(said)
        if len(told) == step:
            progress.cancel()

    progress = Progress(report)
    return progress


class Ended(BaseException):
    """The end of the program: nothing of ours runs any more."""


def killed(put, monkeypatch, name, at):
    """Make a pack whose program ends when it comes to `at`, a function of the place."""

    def end(*_given):
        raise Ended

    with monkeypatch.context() as patched:
        for tidying in ("remove", "_clear"):
            patched.setattr(place, tidying, lambda path: True)
        patched.setattr(place, at, end)
        with pytest.raises(Ended):
            put(name, "ended")


@BOTH
def test_what_an_ended_program_left_is_gone_after_the_next_pack(put, out, monkeypatch, name):
    put(name)
    (out / ".casepack-of-somebody-else.part").write_bytes(b"mine")
    before = snapshot(out / name) if (out / name).is_dir() else (out / name).read_bytes()
    first = "flush_folder" if name == "stick" else "flush"
    for at in (first, "spare_what_is_no_pack"):
        killed(put, monkeypatch, name, at)
    assert len(names(out)) > 2
    assert (snapshot(out / name) if (out / name).is_dir() else (out / name).read_bytes()) == before
    put("other")
    assert len(names(out)) > 3, "what was left for another place stays"
    put(name, "second")
    assert names(out) == sorted([".casepack-of-somebody-else.part", "other", name])


def test_a_pack_that_was_put_aside_when_the_program_ended_is_brought_back(put, out):
    target = put("stick")
    before = snapshot(target)
    target.rename(beside.beside(target, beside.OLD))
    with stage_beside(target, Progress()):
        assert snapshot(target) == before
    assert names(out) == ["stick"]


def test_a_pack_that_was_replaced_when_the_program_ended_goes(put, out):
    target = put("stick")
    target.rename(aside := beside.beside(target, beside.OLD))
    put("other").rename(target)
    put("stick", "second")
    assert not aside.exists()
    assert (target / "tables/a.csv").read_bytes() == b"second" * 3
    assert names(out) == ["stick"]


def test_somebody_who_is_still_writing_fails_and_brings_no_half_of_a_pack(put, out):
    target = out / "stick"
    with pytest.raises(FolderNotWritable, match="stick"), stage_beside(target, Progress()) as stage:
        stage.add("index.html", [MARK.encode()])
        put("stick")
        stage.add("tables/a.csv", [b"late"])
    assert (target / "tables/a.csv").read_bytes() == b"first" * 3
    assert names(out) == ["stick"]


@BOTH
@pytest.mark.parametrize("failing", ["open", "fsync", "replace", "mkdir"])
def test_a_stick_that_is_pulled_is_said_and_the_pack_of_before_stays(
    put, out, monkeypatch, name, failing
):
    """From one call on nothing on the stick can be reached: the system says EIO to everything."""
    monkeypatch.setattr(beside, "_WAIT", 0)
    put(name)
    before = snapshot(out)
    for good in range(4):
        with monkeypatch.context() as patched:
            pulled = pull(patched, failing, good)
            if not pulled(lambda: put(name, "second")):
                break
        if not (out / name).exists():  # between two renames: put aside, and whole
            with stage_beside(out / name, Progress()):
                assert (out / name).exists()
        left = {path: data for path, data in snapshot(out).items() if not path.startswith(".c")}
        assert left == before
    put(name, "third")
    assert names(out) == [name]


def pull(patched, failing, good):
    """Let all calls fail after `good` ones of `failing`; gives what tells whether it came so far."""
    gone, count = [], 0
    owners = {
        "open": os, "fsync": os, "replace": os, "mkdir": os, "rename": os,
        "unlink": os, "rmdir": os, "stat": os, "lstat": os, "scandir": os,
    }  # fmt: skip

    def broken(call, real):
        def stand_in(*given, **named):
            nonlocal count
            if call == failing:
                count += 1
                if count > good:
                    gone.append(call)
            if gone:
                raise OSError(errno.EIO, "Input/output error")
            return real(*given, **named)

        return stand_in

    for call, owner in owners.items():
        patched.setattr(owner, call, broken(call, getattr(owner, call)))

    def attempt(work):
        try:
            work()
        except FolderNotWritable:
            return True
        return bool(gone)

    return attempt


def test_when_the_last_rename_fails_the_pack_of_before_is_back(put, out, monkeypatch):
    put("stick")
    before, renamed, count = snapshot(out), place.move, 0

    def second_fails(old, new):
        nonlocal count
        count += 1
        if count == 2:
            raise OSError(errno.EIO, "Input/output error")
        renamed(old, new)

    monkeypatch.setattr(place, "move", second_fails)
    with pytest.raises(FolderNotWritable):
        put("stick", "second")
    assert snapshot(out) == before
    assert names(out) == ["stick"]
