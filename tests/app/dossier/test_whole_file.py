"""Finished files come to their places all or not at all, and nothing is left beside them."""

import errno
import os

import pytest

from app.dossier import beside, whole_file
from app.errors import DiskFull, FolderNotWritable


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    monkeypatch.setattr(beside, "_WAIT", 0)


def in_folder(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("call", "number", "failure"),
    [
        ("fsync", errno.ENOSPC, DiskFull),
        ("fsync", errno.EIO, FolderNotWritable),
        ("replace", errno.EIO, FolderNotWritable),
        ("link", errno.EIO, FolderNotWritable),
    ],
)
def test_whichever_volume_finds_the_disk_full_or_gone_all_of_before_stay(
    tmp_path, monkeypatch, call, number, failure
):
    """Let each call fail in turn; once a disk is gone, what removes and links fails as well."""
    targets = [tmp_path / f"d_vol{n}of3.pdf" for n in (1, 2, 3)]
    for path in targets:
        path.write_bytes(b"of yesterday")
    monkeypatch.setattr(whole_file.shutil, "copyfile", refusing(number))
    failures = 0
    for good in range(20):
        new = [tmp_path / f"new{n}" for n in (1, 2, 3)]
        for path in new:
            path.write_bytes(b"of today")
        with monkeypatch.context() as patched:
            patched.setattr(os, call, failing_after(good, getattr(os, call), number))
            try:
                whole_file.put_all_in_place(list(zip(new, targets, strict=True)))
            except failure:
                failures += 1
            else:
                break
        for path in new:
            path.unlink(missing_ok=True)
        assert in_folder(tmp_path) == dict.fromkeys(
            (path.name for path in targets), b"of yesterday"
        ), good
    assert failures >= 3
    assert {path.read_bytes() for path in targets} == {b"of today"}


def refusing(number):
    def refuse(*_given):
        raise OSError(number, "no")

    return refuse


def failing_after(good, real, number):
    """Give a stand-in that fails once, after `good` calls."""
    calls = []

    def call(*given, **named):
        calls.append(given)
        if len(calls) == good + 1:
            raise OSError(number, "no")
        return real(*given, **named)

    return call


def test_what_an_ended_program_left_of_volumes_goes_with_the_next_ones(tmp_path):
    new, target = tmp_path / "new", tmp_path / "d.pdf"
    for kind in (beside.MADE, beside.OLD):
        beside.beside(target, kind).write_bytes(b"half")
    new.write_bytes(b"of today")
    whole_file.put_in_place(new, target)
    assert in_folder(tmp_path) == {"d.pdf": b"of today"}


@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_words_that_cannot_be_written_leave_what_was_there(tmp_path, monkeypatch, there, call):
    target = tmp_path / "p.pdf"
    if there:
        target.write_bytes(b"of yesterday")
    before = in_folder(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(os, call, failing_after(0, getattr(os, call), errno.ENOSPC))
        with pytest.raises(DiskFull, match=r"p\.pdf"):
            whole_file.write_in_place(b"of today", target)
    assert in_folder(tmp_path) == before
    whole_file.write_in_place(b"of today", target)
    assert in_folder(tmp_path) == {"p.pdf": b"of today"}
