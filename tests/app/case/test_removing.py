"""A case is removed whole, or not at all."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.case.casefile import CaseFile
from app.case.removing import is_name_of, remove_case
from app.errors import CaseOpenElsewhere, FolderNotWritable


@pytest.fixture
def folder(tmp_path):
    case = CaseFile.create(tmp_path / "smith.casepack")
    case.close()
    (tmp_path / "smith.casepack.before-journey").write_bytes(b"copy")
    (tmp_path / ".smith.casepack.before-journey.part").write_bytes(b"half")
    for other in ("smith2.casepack", "smith.casepack.pdf", "notes.txt"):
        (tmp_path / other).write_bytes(b"other")
    return tmp_path


def names(folder):
    return sorted(one.name for one in folder.iterdir())


OTHERS = ["notes.txt", "smith.casepack.pdf", "smith2.casepack"]


def test_the_case_and_its_copies_beside_it_go_and_nothing_else(folder):
    gone = remove_case(folder / "smith.casepack")
    assert sorted(one.name for one in gone) == [
        ".smith.casepack.before-journey.part",
        "smith.casepack",
        "smith.casepack.before-journey",
    ]
    assert names(folder) == OTHERS


def test_a_case_with_a_password_needs_none_to_be_removed(tmp_path):
    path = tmp_path / "locked.casepack"
    CaseFile.create(path, "secret").close()
    remove_case(path)
    assert names(tmp_path) == []


@pytest.mark.parametrize("password", ["", "secret"])
def test_a_case_that_another_program_has_open_stays(tmp_path, password):
    path = tmp_path / "open.casepack"
    CaseFile.create(path, password).close()
    code = (
        "import sys, pathlib; from app.case.casefile import CaseFile;"
        f"c = CaseFile.open(pathlib.Path(sys.argv[1]), {password!r}); print('open', flush=True);"
        "sys.stdin.read(); c.close()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    try:
        assert other.stdout.readline().strip() == b"open"
        with pytest.raises(CaseOpenElsewhere):
            remove_case(path)
    finally:
        other.communicate()
    assert names(tmp_path) == ["open.casepack"]
    CaseFile.open(path, password).close()


@pytest.mark.parametrize("step", ["rename", "unlink"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_when_one_file_cannot_go_the_case_stays(folder, monkeypatch, step, count):
    real, seen = getattr(Path, step), []

    def refuse(self, *more):
        seen.append(self)
        if len(seen) == count:
            raise PermissionError
        return real(self, *more)

    before = names(folder)
    monkeypatch.setattr(Path, step, refuse)
    with pytest.raises(FolderNotWritable, match="still there"):
        remove_case(folder / "smith.casepack")
    monkeypatch.undo()
    assert "smith.casepack" in names(folder)
    if step == "rename" or count == 1:
        assert names(folder) == before
    assert not any(name.endswith(".removed") for name in names(folder))
    CaseFile.open(folder / "smith.casepack").close()


def test_what_is_not_there_is_not_removed(tmp_path):
    with pytest.raises(FolderNotWritable):
        remove_case(tmp_path / "none.casepack")


def test_the_name_must_be_typed_whole(tmp_path):
    path = tmp_path / "smith.casepack"
    assert is_name_of(" margaret  ELLIS", "Margaret Ellis", path)
    assert not is_name_of("Margaret", "Margaret Ellis", path)
    assert not is_name_of("", "", path)
    assert is_name_of("smith", "", path)
