"""What a new user, a bad disk or a busy day does to the command line."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from app.case.casefile import CaseFile

ROOT = Path(__file__).parents[3]


def _program(*arguments, **how):
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        capture_output=True, check=False, **how,
    )  # fmt: skip


def test_a_terminal_without_the_letters_of_a_name_still_gets_its_answer(casepack, tmp_path):
    case = tmp_path / "wang.casepack"
    casepack("new", case, "--patient", "王小明")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    said = _program("show", case, env=environment)
    assert (said.returncode, said.stdout[:9]) == (0, b"???, born")
    told = _program("show", case, "--json", env=environment)
    assert json.loads(told.stdout)["patient"]["name"] == "王小明"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_folder_with_a_name_that_is_no_text_goes_in_whole(case, tmp_path):
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / os.fsdecode(b"a\xff.txt")).write_text("Some words")
    (papers / "b.txt").write_text("Other words")
    done = _program("add", case, papers, "--yes", "--json")
    assert done.returncode == 0, done.stderr
    paths = [one["path"] for one in json.loads(done.stdout)["added"]]
    assert paths == [str(path) for path in sorted(papers.iterdir())]


def test_what_a_title_holds_does_not_steer_the_terminal(casepack, case):
    said = casepack("note", case, "--title", "Red \x1b[31m\x07", "--text", "words")
    assert said.status == 0
    assert not {"\x1b", "\x07"} & {*said.out}
    assert casepack("show", case, "--json").json["records"][0]["title"] == "Red \x1b[31m\x07"


def test_words_that_are_no_text_are_asked_back_not_written_down(casepack, case):
    assert casepack("set", case, "name", os.fsdecode(b"M\xfcller")).status == 13
    piped = _program("note", case, "--title", "Diary", input=b"gr\xfcn")
    assert piped.returncode == 13
    assert casepack("show", case, "--json").json["records"] == []


def test_a_closed_stdin_is_nobody_to_ask(case, tmp_path):
    (tmp_path / "a.txt").write_text("Some words")
    words = ["add", case, tmp_path / "a.txt"], ["note", case, "--title", "Diary"]
    statuses = [
        _program(*one, stdin=subprocess.DEVNULL, preexec_fn=lambda: os.close(0)).returncode
        for one in words
    ]
    assert statuses == [15, 13]


def test_the_sample_never_takes_the_place_of_somebodys_own_papers(casepack, tmp_path):
    own = tmp_path / "papers" / "IMG_2041.jpg"
    own.parent.mkdir()
    own.write_bytes(b"mine")
    said = casepack("demo", "--no-window", "--out", tmp_path)
    assert said.status == 6
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [own]
    assert own.read_bytes() == b"mine"


def test_the_sample_can_be_made_again_where_it_was_made_but_not_while_it_is_open(
    casepack, tmp_path
):
    folder = tmp_path / "casepack-demo"
    assert casepack("demo", "--no-window", "--out", folder).status == 0
    assert casepack("demo", "--no-window", "--out", folder).status == 0
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    case = CaseFile.open(folder / "sample.casepack")
    try:
        assert casepack("demo", "--no-window", "--out", folder).status == 5
    finally:
        case.close()
    after = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    assert after.keys() == before.keys()
    assert after[folder / "sample-dossier.pdf"] == before[folder / "sample-dossier.pdf"]


def test_a_folder_that_takes_no_sample_is_named(casepack, tmp_path):
    (tmp_path / "file").touch()
    assert casepack("demo", "--no-window", "--out", tmp_path / "file" / "x").status == 6


def test_a_dossier_never_takes_the_place_of_a_case_file(casepack, case, tmp_path):
    casepack("note", case, "--title", "Diary", "--text", "words")
    other = tmp_path / "other.casepack"
    other.write_bytes(b"somebody else's, maybe locked")
    linked = tmp_path / "linked.pdf"
    linked.symlink_to(case)
    for target in (case, linked, other):
        said = casepack("export", case, "-o", target, "--json")
        assert said.status == 6
        assert "case file" in said.json["error"]
    assert casepack("show", case).status == 0
    assert other.read_bytes() == b"somebody else's, maybe locked"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without a word")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_command_that_is_told_to_stop_leaves_no_papers_behind(case, tmp_path, name):
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in range(300):
        (papers / f"{number}.txt").write_text(f"Some words {number}")
    private, number = tmp_path / "private", getattr(signal, name)
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "add", str(case), str(papers), "--yes"],
        env={**os.environ, "CASEPACK_PRIVATE": str(private)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        # who starts the tests may ignore the signal, as nohup does
        preexec_fn=partial(signal.signal, number, signal.SIG_DFL),
    )  # fmt: skip
    while process.poll() is None and not any(
        path.is_file() and path.suffix != ".lock" for path in private.rglob("*")
    ):
        time.sleep(0.01)
    process.send_signal(number)
    process.communicate(timeout=20)
    assert process.returncode == 130
    assert not [path for path in private.rglob("*") if path.is_file()]
    with closing(CaseFile.open(case)) as opened:
        assert opened.records.all() == []


def test_a_full_disk_is_not_called_a_missing_right(casepack, case, tmp_path, monkeypatch):
    def full(*_arguments, **_settings):
        raise OSError(errno.ENOSPC, "No space left on device")

    paper = tmp_path / "a.txt"
    paper.write_text("Some words")
    monkeypatch.setattr("app.intake.tray.Tray.copy", full)
    said = casepack("add", case, paper, "--yes", "--json")
    assert (said.status, "room on the disk" in said.json["error"]) == (7, True)
    monkeypatch.setattr("app.cli.dossier_commands.shutil.copyfile", full)
    assert casepack("verify", paper).status == 7


@pytest.mark.parametrize("pages", ["1-999999999999", "0-1", "2-1", "3", "0"])
def test_pages_that_are_not_there_are_refused_at_once(casepack, case, make_pdf, pages):
    casepack("add", case, make_pdf("two.pdf", "one", "two"), "--yes")
    said = casepack("edit", case, 1, "--pages", pages)
    assert (said.status, said.err) == (13, "“Two” has 2 pages.\n")
    assert casepack("edit", case, 1, "--pages", "2,1").status == 0


def test_verify_speaks_of_the_file_by_its_own_name(casepack, tmp_path):
    noise = tmp_path / "letter from Bern.pdf"
    noise.write_bytes(b"no PDF")
    said = casepack("verify", noise, "--json").json
    assert all("“letter from Bern.pdf”" in one for one in said["sentences"])
    assert said["sentences"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_verify_does_not_wait_for_a_file_that_never_ends(casepack, tmp_path):
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    assert casepack("verify", pipe).status == 9
