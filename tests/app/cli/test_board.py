"""Many cases from the command line: `board` and `header`."""

import csv
import json

import pypdfium2

from app.case.header_file import header_path


def test_a_case_is_put_on_the_board_and_taken_off_again(casepack, case):
    said = casepack("header", case, "--on", "--alias", "Client 7", "--stage", "sent", "--json")
    assert said.status == 0
    assert said.json["told"]["alias"] == "Client 7"
    assert said.json["told"]["stage"] == "sent"
    written = header_path(case).read_text()
    assert "Ellis" not in written
    assert json.loads(written)["alias"] == "Client 7"
    assert casepack("header", case, "--off").out.startswith("Nothing is written.")
    assert not header_path(case).exists()


def test_without_a_wish_it_only_says_what_stands_there(casepack, case):
    assert casepack("header", case, "--json").json == {"on": False, "file": None, "told": None}
    casepack("header", case, "--on", "--no-show-due", "--no-show-stage")
    assert casepack("header", case).out == "No name on the board. It shows the name of the file.\n"


def test_on_and_off_at_once_is_not_understood(casepack, case):
    assert casepack("header", case, "--on", "--off").status == 2


def test_every_command_that_changes_what_is_due_brings_the_header(casepack, case):
    casepack("header", case, "--on", "--alias", "Client 7")
    assert casepack("consent", "add", case, "Ann Ellis", "--until", "2020-01-01").status == 0
    told = json.loads(header_path(case).read_text())
    assert told["due"]["overdue"] == 1


def test_the_board_lists_the_cases_of_a_folder_what_is_overdue_first(casepack, case, tmp_path):
    casepack("header", case, "--on", "--alias", "Client 7")
    casepack("consent", "add", case, "Ann Ellis", "--until", "2020-01-01")
    casepack("new", tmp_path / "a.casepack")
    said = casepack("board", tmp_path)
    assert said.status == 0
    first, second = said.out.splitlines()
    assert first.startswith("1 overdue · Client 7")
    assert second == "a · no header"


def test_the_board_can_be_saved_as_a_table_and_as_a_pdf(casepack, case, tmp_path):
    casepack("header", case, "--on", "--alias", "Client 7")
    table, pdf = tmp_path / "due.csv", tmp_path / "due.pdf"
    said = casepack("board", tmp_path, "--csv", table, "--pdf", pdf, "--json")
    (shown,) = said.json["cases"]
    assert (shown["name"], shown["header"], shown["use"]) == ("Client 7", "read", "nobody")
    assert shown["overdue_today"] == 0
    rows = list(csv.reader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1][0] == "Client 7"
    assert "Client 7" in pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded()


def test_a_table_never_takes_the_place_of_a_case(casepack, case, tmp_path):
    before = case.read_bytes()
    assert casepack("board", tmp_path, "--csv", case).status == 6
    assert case.read_bytes() == before


def test_a_folder_that_is_not_there_is_told(casepack, tmp_path):
    said = casepack("board", tmp_path / "gone")
    assert said.status == 13
    assert "“gone” cannot be read" in said.err


def test_a_locked_case_stands_on_the_board_without_its_password(casepack, tmp_path):
    path = tmp_path / "locked.casepack"
    casepack("new", path, "--password-stdin", stdin="secret\n")
    casepack("header", path, "--on", "--alias", "Client 9", "--password-stdin", stdin="secret\n")
    assert casepack("board", tmp_path).out.startswith("Client 9 · collecting records")
