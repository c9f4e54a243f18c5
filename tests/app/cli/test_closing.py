"""The end of a case, by commands."""

import sqlite3
import subprocess
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime

import pypdfium2
import pytest
import sqlcipher3

from app.case.casefile import CaseFile
from app.case.header_file import bring_header, header_path
from app.dossier.archive import make_archive
from app.errors import CaseOpenElsewhere, FolderNotWritable, NotUnderstood
from app.model.build import Build, BuiltFile, Sending
from app.model.journey.decision import Stage
from app.model.partial_date import PartialDate
from app.progress import Progress


def words(path):
    pages = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)


@pytest.fixture
def full(casepack, case, tmp_path):
    """A case with a paper, a copy that was sent, and a question."""
    paper = tmp_path / "blood test.txt"
    paper.write_text("Haemoglobin 13.1", encoding="utf-8")
    assert casepack("add", case, paper, "--yes").status == 0
    opened = CaseFile.open(case)
    file = BuiltFile("dossier.pdf", "0" * 64, 10, 12)
    now = datetime(2026, 10, 1, 9, 30)
    build = opened.builds.keep(Build(0, 0, "", "", 1, now, "Casepack", (), (), (), (file,)))
    with opened.change("sent"):
        for name, on in (("Dr Venn", "2026-10-02"), ("dr  venn", "2026-11"), ("Dr Lind", "")):
            opened.sharing.add(Sending(0, build, name, PartialDate.from_stored(on)))
    opened.close()
    return case


def test_an_archive_has_all_and_its_sums_hold(casepack, full, tmp_path):
    target = tmp_path / "away"
    said = casepack("archive", full, target, "--handing-over", "--close", "--json")
    assert said.status == 0
    assert said.json["originals"] == 1
    names = sorted(str(one.relative_to(target)) for one in target.rglob("*") if one.is_file())
    assert set(names) == {
        "README.txt",
        "SHA256SUMS",
        "dossiers.csv",
        "due.csv",
        "originals/blood test.txt",
        full.name,
        "sharing-log.csv",
        "sharing-log.pdf",
    }
    checked = subprocess.run(
        ["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=target, capture_output=True, check=False
    )
    assert checked.returncode == 0
    assert checked.stdout.count(b": OK") == len(names) - 1
    assert (target / "originals/blood test.txt").read_text(encoding="utf-8") == "Haemoglobin 13.1"
    assert "Ellis" not in (target / "README.txt").read_text(encoding="utf-8")
    copy = CaseFile.open(target / full.name)
    assert len(copy.records.all()) == 1
    assert copy.journey.header().stage is Stage.CLOSED
    copy.close()


def test_an_archive_in_one_file_replaces_nothing(casepack, full, tmp_path):
    target = tmp_path / "away.zip"
    assert casepack("archive", full, target).status == 0
    with zipfile.ZipFile(target) as pack:
        assert pack.testzip() is None
        assert full.name in pack.namelist()
        assert "sharing-log.csv" not in pack.namelist()
        assert pack.comment == b""
    before = target.read_bytes()
    assert casepack("archive", full, target).status == FolderNotWritable.exit_code
    assert casepack("pack", full, "-o", target).status == FolderNotWritable.exit_code
    assert target.read_bytes() == before


def test_of_a_case_with_a_password_only_the_case_file_tells(casepack, tmp_path):
    case = tmp_path / "locked.casepack"
    opened = CaseFile.create(case, "geheim")
    opened.close()
    target = tmp_path / "away"
    said = casepack(
        "archive", case, target, "--handing-over", "--password-stdin", "--json", stdin="geheim\n"
    )
    assert said.json["locked"] is True
    assert sorted(one.name for one in target.iterdir()) == [
        "README.txt",
        "SHA256SUMS",
        "locked.casepack",
    ]
    assert not (target / "locked.casepack").read_bytes().startswith(b"SQLite format 3")
    CaseFile.open(target / "locked.casepack", "geheim").close()


def on_board(path):
    with closing(sqlite3.connect(path)) as copy:
        return copy.execute("SELECT on_board, alias FROM header").fetchall()


def test_a_case_that_is_handed_over_leaves_the_board_behind(casepack, full, tmp_path):
    assert casepack("header", full, "--on", "--alias", "Client 7").status == 0
    target = tmp_path / "away"
    assert casepack("archive", full, target, "--handing-over").status == 0
    copy = target / full.name
    assert on_board(copy) == [(0, "Client 7")]
    assert casepack("consent", "add", copy, "Ann Ellis", "--until", "2020-01-01").status == 0
    assert not header_path(copy).exists()
    assert on_board(full) == [(1, "Client 7")]
    assert header_path(full).exists()


def test_a_case_that_is_only_put_away_stays_as_it_is(casepack, full, tmp_path):
    assert casepack("header", full, "--on").status == 0
    assert casepack("archive", full, tmp_path / "away").status == 0
    assert on_board(tmp_path / "away" / full.name) == [(1, "")]


def test_a_case_with_a_password_leaves_the_board_too(tmp_path):
    case = CaseFile.create(tmp_path / "locked.casepack", "ge'heim")
    with case.change("Board"):
        case.journey.save_header(replace(case.journey.header(), on_board=True))
    today, target = date(2026, 11, 22), tmp_path / "away"
    make_archive(case, target, Progress(), made=today, handing_over=True)
    with pytest.raises(sqlcipher3.dbapi2.OperationalError), case._db.atomic():
        case._db.run("UPDATE header SET alias = 'nobody may write now'")
    assert case.undo_label == "Board"
    assert case.journey.header().on_board
    case.close()
    with closing(CaseFile.open(target / "locked.casepack", "ge'heim")) as copy:
        assert not copy.journey.header().on_board
        assert bring_header(copy, today) is None
    assert sorted(one.name for one in target.iterdir()) == [
        "README.txt",
        "SHA256SUMS",
        "locked.casepack",
    ]


def test_the_sharing_report_keeps_what_has_no_exact_date(casepack, full, tmp_path):
    pdf, csv = tmp_path / "who.pdf", tmp_path / "who.csv"
    said = casepack(
        "sharing-report", full, "--since", "2026-11-15", "--pdf", pdf, "--csv", csv, "--json"
    )
    assert [one["to"] for one in said.json["shared"]] == ["dr  venn", "Dr Lind"]
    text = words(pdf)
    assert "Since 15-Nov-2026." in text
    assert "Dr Lind" in text
    assert csv.read_text(encoding="utf-8-sig").count("\n") == 3


def test_a_case_is_removed_once_its_name_was_typed_and_a_receipt_is_there(casepack, full, tmp_path):
    receipt = tmp_path / "receipt.pdf"
    said = casepack("erase", full, "--name", "Margaret", "--receipt", receipt)
    assert said.status == NotUnderstood.exit_code
    assert full.exists()
    assert not receipt.exists()
    said = casepack("erase", full, "--name", "margaret ellis", "--receipt", receipt)
    assert said.status == 0
    assert "may remain" in said.out
    assert not full.exists()
    text = words(receipt)
    assert full.name in text
    assert "Dr Venn" in text


def test_a_case_that_stays_has_no_receipt(casepack, full, tmp_path, monkeypatch):
    def refuse(_path):
        raise CaseOpenElsewhere("open")

    monkeypatch.setattr("app.dossier.removal.remove_case", refuse)
    receipt = tmp_path / "receipt.pdf"
    said = casepack("erase", full, "--name", "Margaret Ellis", "--receipt", receipt)
    assert said.status == CaseOpenElsewhere.exit_code
    assert full.exists()
    assert not receipt.exists()
