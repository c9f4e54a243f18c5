"""Making, opening, closing and failing to open a case file."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.case import schema
from app.case.casefile import CaseFile
from app.case.engine import connect, dbapi2
from app.errors import (
    CaseDamaged,
    CaseOpenElsewhere,
    CaseTooNew,
    DiskFull,
    FolderNotWritable,
    NotACaseFile,
)
from app.model.person import Patient
from app.model.version import MAIN

OPEN_IT = """
import sys
from pathlib import Path
from app.case.casefile import CaseFile
from app.errors import CaseOpenElsewhere
try:
    CaseFile.open(Path(sys.argv[1]))
except CaseOpenElsewhere:
    sys.exit(5)
"""
CASES = Path(__file__).parents[2] / "cases"


def test_what_was_written_is_there_after_closing_and_opening(tmp_path):
    path = tmp_path / "a.casepack"
    case = CaseFile.create(path)
    with case.change("Patient"):
        case.people.save(Patient(name="Margaret Ellis"))
    case.close()
    case = CaseFile.open(path)
    assert case.people.patient().name == "Margaret Ellis"
    case.close()


def test_only_the_owner_may_read_a_case_file(case):
    assert case.path.stat().st_mode & 0o777 == 0o600


def test_a_case_with_a_password_opens_only_with_it(tmp_path):
    path = tmp_path / "a.casepack"
    case = CaseFile.create(path, "it's a 'secret'")
    with case.change("Patient"):
        case.people.save(Patient(name="NEEDLE-IN-HAYSTACK"))
    case.close()
    assert b"NEEDLE" not in path.read_bytes()
    for wrong in ("", "secret"):
        with pytest.raises(NotACaseFile, match="not a case file, or the password does not fit"):
            CaseFile.open(path, wrong)
    case = CaseFile.open(path, "it's a 'secret'")
    assert case.people.patient().name == "NEEDLE-IN-HAYSTACK"
    case.close()


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7 something", bytes(4096)])
def test_another_file_is_told_to_be_no_case_file(tmp_path, data):
    path = tmp_path / "letter.pdf"
    path.write_bytes(data)
    with pytest.raises(NotACaseFile, match=r"letter\.pdf"):
        CaseFile.open(path)
    assert path.read_bytes() == data


def test_a_database_of_another_program_is_no_case_file(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(NotACaseFile):
        CaseFile.open(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(NotACaseFile, match=r"There is no file “nowhere\.casepack”"):
        CaseFile.open(tmp_path / "nowhere.casepack")
    assert not (tmp_path / "nowhere.casepack").exists()


def test_a_case_of_a_newer_version_is_left_alone(case):
    case.close()
    db = connect(case.path)
    db.run(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('casepack', '9999_future', '')"
    )
    db.close()
    before = case.path.read_bytes()
    with pytest.raises(CaseTooNew, match="newer version"):
        CaseFile.open(case.path)
    assert case.path.read_bytes() == before


def test_a_second_opener_is_told_at_once(case):
    started = time.monotonic()
    with pytest.raises(CaseOpenElsewhere, match="open in another window"):
        CaseFile.open(case.path)
    assert time.monotonic() - started < 2


def test_another_process_cannot_open_it_either(case):
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            OPEN_IT,
            str(case.path),
        ],
        cwd=Path(__file__).parents[3],
        check=False,
    )
    assert found.returncode == 5


def test_a_folder_that_takes_no_files_is_named(tmp_path):
    with pytest.raises(FolderNotWritable, match=r"“a\.casepack”"):
        CaseFile.create(tmp_path / "missing" / "a.casepack")


def test_making_a_case_never_overwrites_a_file(tmp_path):
    path = tmp_path / "a.casepack"
    path.write_bytes(b"mine")
    with pytest.raises(FolderNotWritable, match="already"):
        CaseFile.create(path)
    assert path.read_bytes() == b"mine"


def test_a_damaged_case_says_so_and_is_not_touched(case, keep):
    keep(case, os.urandom(400_000), "page")
    with case.change("Fill"):
        for n in range(500):
            case.questions.add(f"question {n} " + "x" * 300)
        case.records.add(
            "Letter", document=case.documents._db.row("SELECT * FROM document")["sha256"]
        )
    case.close()
    data = bytearray(case.path.read_bytes())
    data[16384 : 16384 * 12] = bytes(16384 * 11)
    case.path.write_bytes(data)
    with pytest.raises(CaseDamaged, match="damaged"):
        CaseFile.open(case.path)
    assert case.path.read_bytes() == bytes(data)


def test_a_planted_trigger_is_noticed(case):
    case.close()
    db = connect(case.path)
    db.run("CREATE TRIGGER planted AFTER INSERT ON question BEGIN DELETE FROM record; END")
    db.close()
    with pytest.raises(CaseDamaged, match="changed by another program"):
        CaseFile.open(case.path)


def test_outside_a_change_nothing_can_be_written(case):
    with pytest.raises(Exception, match="readonly"):
        case.questions.add("May I?")
    assert case.questions.all() == []


def test_a_change_that_fails_leaves_nothing(case):
    with pytest.raises(ZeroDivisionError), case.change("Half"):
        case.questions.add("One?")
        1 / 0
    assert case.questions.all() == []
    assert case.undo_label is None


def test_listeners_hear_which_tables_changed(case):
    heard = []
    case.on_change(heard.append)
    with case.change("Question"):
        case.questions.add("One?")
    case.undo()
    assert heard == [{"question"}, {"question"}]


def test_a_full_disk_is_told_and_the_case_goes_on(case, keep):
    limit = case._db.run("PRAGMA page_count").fetchone()[0] + 4
    case._db.run(f"PRAGMA max_page_count = {limit}")
    with pytest.raises(DiskFull, match="no room left"):
        keep(case, os.urandom(3_000_000), "page")
    with case.change("Note"):
        case.questions.add("Still here?")
    assert [question.text for question in case.questions.all()] == ["Still here?"]
    assert case.documents._db.row("SELECT count(*) AS n FROM chunk")["n"] == 0


def test_a_backup_is_a_whole_case_with_the_same_password(tmp_path):
    case = CaseFile.create(tmp_path / "a.casepack", "pass")
    with case.change("Question"):
        case.questions.add("One?")
    case.back_up(tmp_path / "copy.casepack")
    case.close()
    copy = CaseFile.open(tmp_path / "copy.casepack", "pass")
    assert [question.text for question in copy.questions.all()] == ["One?"]
    copy.close()
    assert (tmp_path / "copy.casepack").stat().st_mode & 0o777 == 0o600
    assert {path.name for path in tmp_path.iterdir()} == {"a.casepack", "copy.casepack"}


@pytest.mark.parametrize("old", sorted(CASES.glob("*.casepack")), ids=lambda path: path.stem)
def test_a_case_of_every_age_still_opens(old, tmp_path):
    copy = Path(shutil.copy(old, tmp_path))
    case = CaseFile.open(copy)
    snapshot = case.snapshot()
    assert snapshot.patient.name == "ELLIS, Margaret (Mrs)"
    assert [record.title for record in snapshot.records] == ["Clinic letter", "My story"]
    assert case.documents.data(snapshot.records[0].document.sha256).startswith(b"%PDF")
    assert [question.text for question in snapshot.questions] == ["Do I need the fusion?"]
    assert case.search.find("stenosis")[0].title == "Clinic letter"
    case.close()


def test_there_is_a_case_of_every_age():
    assert {path.stem for path in CASES.glob("*.casepack")} == set(schema.known())


def test_versions_of_an_older_file_are_still_there(tmp_path):
    case = CaseFile.open(Path(shutil.copy(CASES / "0003_versions.casepack", tmp_path)))
    first, second = case.versions.all()
    assert first == MAIN
    assert (second.name, second.selections[0].why) == ("For Dr Lindqvist", "Private")
    assert second.cover_ups[0].x1 == 0.9
    assert case.recipients.get(second.recipient).recipient.name == "Dr H. Lindqvist"
    case.close()


def test_a_copy_made_while_somebody_types_is_whole(case, tmp_path):
    for n in range(20):
        with case.change("Question"):
            case.questions.add(f"Question {n}?")
        copy = Path(shutil.copy(case.path, tmp_path / f"copy{n}.casepack"))
        opened = CaseFile.open(copy)
        assert len(opened.questions.all()) == n + 1
        opened.close()


def test_a_killed_program_loses_nothing_that_was_saved(tmp_path):
    """Kill it again and again in the middle of its work and count what it had said was saved."""
    path = tmp_path / "a.casepack"
    CaseFile.create(path).close()
    script = (
        "import sys; from pathlib import Path; from app.case.casefile import CaseFile\n"
        "case = CaseFile.open(Path(sys.argv[1]))\n"
        "while True:\n"
        "    with case.change('Q'): number = case.questions.add('x' * 2000)\n"
        "    print(number, flush=True)\n"
    )
    saved = 0
    for wait in (0.0, 0.02, 0.05, 0.08, 0.11):
        with subprocess.Popen(
            [sys.executable, "-c", script, str(path)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[3],
        ) as program:
            first = program.stdout.readline()
            time.sleep(wait)
            program.kill()
            lines = first + program.stdout.read()
        saved = max([saved, *(int(line) for line in lines.split(b"\n")[:-1] if line)])
        case = CaseFile.open(path)
        assert len(case.questions.all()) >= saved
        case.close()
    assert saved >= 5


@pytest.mark.parametrize(
    ("may", "words"), [(os.W_OK, "may not be opened by you"), (os.R_OK, "write-protected")]
)
def test_a_file_without_the_rights_is_told_apart_from_a_folder_without_them(
    tmp_path, monkeypatch, may, words
):
    path = tmp_path / "a.casepack"
    CaseFile.create(path).close()
    monkeypatch.setattr(os, "access", lambda _path, mode: mode == may)
    monkeypatch.setattr("app.case.engine.dbapi2.connect", _cannot_open)
    with pytest.raises(FolderNotWritable, match=words):
        CaseFile.open(path)


def _cannot_open(*_arguments, **_settings):
    error = dbapi2.OperationalError("unable to open database file")
    error.sqlite_errorcode = 14  # SQLITE_CANTOPEN
    raise error
