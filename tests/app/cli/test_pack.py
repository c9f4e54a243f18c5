"""The companion pack, by command."""

import csv
import io
import zipfile

import pypdf

from app.cli.manual import manual
from app.cli.run import is_command
from app.errors import FolderNotWritable


def test_a_pack_is_made_as_a_folder_and_said_in_words(casepack, case, make_pdf, tmp_path):
    casepack("add", case, make_pdf("iron.pdf", "Iron 12"), "--yes")
    said = casepack("pack", case, "-o", tmp_path / "stick")
    assert said.status == 0
    assert str(tmp_path / "stick") in said.out
    assert "1 original file is in it." in said.out
    assert (tmp_path / "stick" / "originals" / "iron.pdf").read_bytes() == (
        tmp_path / "iron.pdf"
    ).read_bytes()
    files = casepack("builds", case, "--json").json["builds"][0]["files"]
    assert {"index.html", "tables/records.csv", "originals/iron.pdf"} < {
        one["name"] for one in files
    }


def test_a_pack_of_a_version_names_the_originals_that_stay_out(casepack, case, make_pdf, tmp_path):
    casepack("add", case, make_pdf("part.pdf", "One", "Two"), "--yes")
    made = casepack("version", case, "--name", "Short", "--take", "1:1", "--json")
    number = made.json["version"]["number"]
    target = tmp_path / "stick.zip"
    arguments = ("pack", case, "-o", target, "--version-number", number, "--paper", "letter")
    result = casepack(*arguments, "--json").json
    assert result["originals"] == []
    (left,) = result["originals_left_out"]
    assert (left["record"], left["doc"], left["why"]) == (1, 1, "some_pages")
    assert result["tables_left_out"] is False
    with zipfile.ZipFile(target) as packed:
        assert packed.namelist() == [one["name"] for one in result["files"]]
        (pdf,) = [name for name in packed.namelist() if name.endswith(".pdf")]
        seen = pypdf.PdfReader(io.BytesIO(packed.read(pdf)))
        text = packed.read("tables/records.csv").decode("utf-8-sig")
    assert (float(seen.pages[0].mediabox.width), len(seen.pages)) == (
        612, result["dossier"]["pages"],
    )  # fmt: skip
    (line,) = csv.DictReader(io.StringIO(text, newline=""))
    assert line["Pages"] == "1"
    assert "Original left out: Doc 1" in casepack(*arguments).out


def test_with_a_password_tables_and_originals_need_a_word_of_their_own(
    casepack, case, make_pdf, tmp_path
):
    casepack("add", case, make_pdf("iron.pdf", "Iron 12"), "--yes")
    arguments = ("pack", case, "-o", tmp_path / "stick", "--pdf-password-stdin")
    said = casepack(*arguments, stdin="over the hill\n")
    assert said.status == 0
    assert "--with-originals-unlocked" in said.out
    assert not (tmp_path / "stick" / "originals").exists()
    assert not (tmp_path / "stick" / "tables").exists()
    said = casepack(*arguments, "--with-originals-unlocked", stdin="over the hill\n")
    assert said.status == 0
    assert (tmp_path / "stick" / "originals" / "iron.pdf").exists()
    (pdf,) = (tmp_path / "stick").glob("*.pdf")
    assert pypdf.PdfReader(pdf).is_encrypted


def test_a_pack_without_originals_and_a_locked_one_with_its_page(
    casepack, case, make_pdf, tmp_path
):
    casepack("add", case, make_pdf("iron.pdf", "Iron 12"), "--yes")
    said = casepack("pack", case, "-o", tmp_path / "plain", "--without-originals")
    assert "0 original files are in it." in said.out
    assert "left out" not in said.out
    assert (tmp_path / "plain" / "tables").is_dir()
    assert not (tmp_path / "plain" / "originals").exists()
    sheet = tmp_path / "password.pdf"
    arguments = ("--pdf-password-stdin", "--password-sheet", sheet)
    assert casepack("pack", case, "-o", tmp_path / "s", *arguments, stdin="hill-top\n").status == 0
    (pdf,) = (tmp_path / "s").glob("*.pdf")
    assert f"File: {pdf.name}" in pypdf.PdfReader(sheet).pages[0].extract_text()


def test_a_folder_with_other_files_is_left_alone(casepack, case, tmp_path):
    casepack("note", case, "--title", "Story", "--text", "It began in May.")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "holiday.jpg").write_bytes(b"picture")
    said = casepack("pack", case, "-o", tmp_path / "mine")
    assert said.status == FolderNotWritable.exit_code
    assert "“mine”" in said.err
    assert [one.name for one in (tmp_path / "mine").iterdir()] == ["holiday.jpg"]


def test_pack_is_a_command_and_stands_in_the_manual():
    assert is_command(["pack", "a.casepack", "-o", "stick"])
    assert "## `pack`" in manual()
