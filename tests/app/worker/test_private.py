import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import FolderNotWritable
from app.worker import private

HOLDER = """
import sys
from app.worker import private
print(private.private_folder(), flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def rooms(tmp_path, monkeypatch):
    monkeypatch.setenv("CASEPACK_PRIVATE", str(tmp_path / "rooms"))
    return tmp_path / "rooms"


@pytest.fixture
def other_process(rooms):
    """Another process that holds a folder with a file in it."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with child:
        folder = rooms / Path(child.stdout.readline().strip()).name
        (folder / "scan.pdf").write_bytes(b"private")
        yield child, folder
        child.kill()


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX rights")
def test_only_the_user_can_enter_a_private_folder():
    folder = private.private_folder()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.with_name(folder.name + ".lock").stat().st_mode) == 0o600
    private.release(folder)


def test_a_released_folder_is_gone_with_its_lock(rooms):
    folder = private.private_folder()
    (folder / "scan.pdf").write_bytes(b"private")
    private.release(folder)
    assert list(rooms.iterdir()) == []


def test_each_folder_is_a_fresh_one():
    folders = {private.private_folder() for _ in range(5)}
    assert len(folders) == 5
    for folder in folders:
        private.release(folder)


def test_sweeping_keeps_the_folders_of_living_processes(other_process):
    own = private.private_folder()
    assert private.sweep() == 0
    assert own.is_dir()
    assert (other_process[1] / "scan.pdf").exists()
    private.release(own)


def test_sweeping_removes_what_a_killed_process_left(rooms, other_process):
    child, folder = other_process
    child.kill()
    child.wait()
    assert folder.is_dir()
    assert private.sweep() == 1
    assert list(rooms.iterdir()) == []


def test_sweeping_before_the_first_start_is_fine(rooms):
    assert not rooms.exists()
    assert private.sweep() == 0


def test_a_place_that_takes_no_folder_is_named(rooms):
    rooms.write_text("a file stands where the folder should be")
    with pytest.raises(FolderNotWritable, match="rooms"):
        private.private_folder()
