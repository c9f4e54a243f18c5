"""The command line from a new case to a checked dossier."""

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdf
import pytest

from app.case.casefile import CaseFile
from app.errors import NotUnderstood

ROOT = Path(__file__).parents[3]


def test_the_whole_way_from_a_new_case_to_a_dossier(casepack, case, make_pdf, tmp_path):
    letter = make_pdf("letter.pdf", "Date of visit: 2 October 2026", "second page")
    added = casepack("add", case, letter, "--kind", "A", "--title", "Surgeon", "--yes", "--json")
    assert added.status == 0
    (one,) = added.json["added"]
    assert (one["title"], one["kind"], one["date"], one["pages"]) == (
        "Surgeon", "diagnosis_plan", "2026-10-02", 2,
    )  # fmt: skip
    assert casepack("note", case, "--title", "My story", stdin="It began in May.\n").status == 0
    assert casepack("reason", case, "surgery_proposed", "--words", "So soon").status == 0
    assert casepack("question", case, "Do I need it?", "What if I wait?", "--top").status == 0
    assert (
        casepack(
            "set", case, "diagnosis", "Stenosis", "--record", one["record"], "--page", 2
        ).status
        == 0
    )
    assert casepack("set", case, "decide-by", "14 Dec 2026").status == 0
    assert casepack("set", case, "allergies", "none known").status == 0

    shown = casepack("show", case, "--json").json
    assert shown["patient"]["name"] == "Margaret Ellis"
    assert shown["patient"]["born"] == "1957-03-14"
    assert [record["title"] for record in shown["records"]] == ["Surgeon", "My story"]
    assert shown["records"][1]["date"] == "not known"
    assert shown["reasons"] == [{"code": "surgery_proposed", "label": "", "words": "So soon"}]
    assert [question["text"] for question in shown["questions"]] == [
        "Do I need it?",
        "What if I wait?",
    ]
    said = {one["subject"]: one for one in shown["statements"]}
    assert (said["diagnosis"]["record"], said["diagnosis"]["page"]) == (one["record"], 2)
    assert said["decide_by"]["text"] == "2026-12-14"

    hits = casepack("search", case, "second", "--json").json["hits"]
    assert [(hit["record"], hit["page"]) for hit in hits] == [(one["record"], 2)]

    lines = casepack("check", case, "--json").json["lines"]
    assert {line["level"] for line in lines} <= {"stop", "look", "ok"}
    assert not [line for line in lines if line["level"] == "stop"]

    target = tmp_path / "dossier.pdf"
    made = casepack("export", case, "-o", target, "--paper", "letter", "--json")
    assert made.status == 0
    told = made.json
    reader = pypdf.PdfReader(target)
    assert told["pages"] == len(reader.pages)
    assert told["bytes"] == target.stat().st_size
    first = told["records"][0]["first_page"]
    assert "Date of visit" in reader.pages[first - 1].extract_text()
    assert "second page" in reader.pages[first].extract_text()
    assert reader.pages[0].mediabox.width == 612

    checked = casepack("verify", target, "--json")
    assert checked.status == 0
    assert checked.json["ok"]
    assert checked.json["risky"] == []


def test_nothing_is_added_before_somebody_says_yes(casepack, case, make_pdf):
    letter = make_pdf("letter.pdf", "Exam date: 12 September 2026")
    found = casepack("add", case, letter, "--json")
    assert found.status == 15
    assert found.json["added"] == []
    assert found.json["proposed"][0]["rests_on"]["service"]["words"]
    assert casepack("show", case, "--json").json["records"] == []


def test_every_path_stands_in_exactly_one_list(casepack, case, make_pdf, tmp_path):
    folder = tmp_path / "pile"
    folder.mkdir()
    good = make_pdf("pile/good.pdf", "good words")
    (folder / "same.pdf").write_bytes(good.read_bytes())
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "empty.pdf").touch()
    with pikepdf.open(make_pdf("x.pdf", "secret words")) as pdf:
        pdf.save(folder / "locked.pdf", encryption=pikepdf.Encryption(user="u", owner="o"))
    found = casepack("add", case, folder, "--yes", "--json")
    assert found.status == 9
    lists = ("added", "proposed", "duplicates", "locked", "unreadable")
    paths = [one["path"] for name in lists for one in found.json[name]]
    assert sorted(paths) == sorted(str(path) for path in folder.iterdir())
    assert [Path(one["path"]).name for one in found.json["locked"]] == ["locked.pdf"]
    assert found.json["duplicates"][0]["record"] == found.json["added"][0]["record"]
    again = casepack(
        "add", case, folder / "locked.pdf", "--yes", "--file-password-stdin", stdin="u\n"
    )
    assert again.status == 0


def test_a_date_that_could_mean_two_days_is_asked_back(casepack, case, make_pdf):
    letter = make_pdf("letter.pdf", "words")
    said = casepack("add", case, letter, "--date", "12/9/2026", "--yes")
    assert said.status == 13
    assert "could mean" in said.err
    assert casepack("show", case, "--json").json["records"] == []


def test_a_case_with_a_password_needs_it_for_every_command(casepack, tmp_path):
    case = tmp_path / "a.casepack"
    assert casepack("new", case, "--password-stdin", stdin="secret\n").status == 0
    assert casepack("show", case).status == 3
    assert casepack("show", case, "--password-stdin", stdin="wrong\n").status == 3
    assert casepack("show", case, "--password-stdin", stdin="secret\n").status == 0
    with pytest.raises(SystemExit):
        from app.cli.parser import build_parser

        build_parser().parse_args(["show", str(case), "--password", "secret"])


def test_failures_have_their_own_sentence_and_status(casepack, case, tmp_path, make_pdf):
    said = casepack("show", tmp_path / "no.casepack", "--json")
    assert said.status == 3
    assert said.json["exit_status"] == 3
    assert "There is no file" in said.json["error"]
    opened = CaseFile.open(case)
    assert casepack("show", case).status == 5
    opened.close()
    assert casepack("export", case, "-o", tmp_path / "x.pdf").status == 11
    assert casepack("new", tmp_path / "nowhere" / "a.casepack").status == 6
    assert casepack("reason", case, "no_such_reason").status == 13
    assert casepack("set", case, "diagnosis", "x", "--record", "9").status == 13
    assert casepack("frobnicate").status == 2


def test_verify_names_what_is_wrong_with_any_pdf(casepack, tmp_path, make_pdf):
    risky = tmp_path / "risky.pdf"
    with pikepdf.open(make_pdf("a.pdf", "hello")) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.save(risky)
    said = casepack("verify", risky, "--json")
    assert said.status == 12
    assert not said.json["ok"]
    assert said.json["risky"]
    noise = tmp_path / "noise.pdf"
    noise.write_bytes(b"noise")
    assert casepack("verify", noise, "--json").json["ok"] is False


def test_a_record_can_be_edited_left_out_removed_and_put_back(casepack, case, make_pdf):
    letter = make_pdf("letter.pdf", "one", "two", "three")
    record = casepack("add", case, letter, "--yes", "--json").json["added"][0]["record"]
    casepack("reason", case, "confusing")
    said = casepack(
        "edit", case, record, "--title", "MRI", "--kind", "imaging", "--date", "about 2019",
        "--source", "City", "--tag", "spine", "--reason", "confusing", "--pages", "2-3", "--json",
    )  # fmt: skip
    found = said.json["record"]
    assert (found["title"], found["kind"], found["date"]) == ("MRI", "imaging", "2019~")
    assert (found["tags"], found["reasons"]) == (["spine"], ["confusing"])
    assert casepack("edit", case, record, "--pages", "4").status == 13
    casepack("edit", case, record, "--leave-out", "private")
    assert not casepack("show", case, "--json").json["records"][0]["in_dossier"]
    casepack("remove", case, record)
    assert casepack("show", case, "--json").json["records"] == []
    casepack("restore", case, record)
    assert casepack("show", case, "--json").json["records"][0]["id"] == record


def test_a_left_out_record_is_named_in_the_result_and_in_the_dossier(
    casepack, case, make_pdf, tmp_path
):
    for name in ("kept", "private"):
        casepack("add", case, make_pdf(f"{name}.pdf", f"words of {name}"), "--title", name, "--yes")
    casepack("edit", case, 2, "--leave-out", "my own affair")
    target = tmp_path / "d.pdf"
    told = casepack("export", case, "-o", target, "--json").json
    assert told["left_out"] == [{"record": 2, "why": "my own affair"}]
    text = "".join(page.extract_text() for page in pypdf.PdfReader(target).pages)
    assert "my own affair" in text
    assert "words of private" not in text


def test_the_same_case_gives_the_same_bytes(casepack, case, make_pdf, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    casepack("add", case, make_pdf("a.pdf", "words"), "--yes")
    hashes = [
        casepack("export", case, "-o", tmp_path / name, "--reproducible", "--json").json["sha256"]
        for name in ("one.pdf", "two.pdf")
    ]
    assert hashes[0] == hashes[1]


def test_a_locked_dossier_opens_only_with_its_password(casepack, case, make_pdf, tmp_path):
    casepack("add", case, make_pdf("a.pdf", "words"), "--yes")
    target = tmp_path / "d.pdf"
    assert (
        casepack("export", case, "-o", target, "--pdf-password-stdin", stdin="open\n").status == 0
    )
    reader = pypdf.PdfReader(target)
    assert reader.is_encrypted
    assert not reader.decrypt("wrong")
    assert reader.decrypt("open")


def test_the_page_with_the_password_is_written_apart_and_says_it(
    casepack, case, make_pdf, tmp_path
):
    casepack("add", case, make_pdf("a.pdf", "words"), "--yes")
    target, sheet = tmp_path / "d.pdf", tmp_path / "apart" / "password.pdf"
    sheet.parent.mkdir()
    arguments = ("export", case, "-o", target, "--pdf-password-stdin", "--password-sheet", sheet)
    said = casepack(*arguments, stdin="open-1O0l\n")
    assert said.status == 0
    assert f"{sheet}. Send it apart from the PDF." in said.out
    (page,) = pypdf.PdfReader(sheet).pages
    words = " ".join(page.extract_text().split())
    assert "o, p, e, n, hyphen / one, capital O, zero, l" in words
    assert "File: d.pdf" in words
    assert pypdf.PdfReader(target).decrypt("open-1O0l")
    assert "open-1O0l" not in said.out + said.err
    assert b"open-1O0l" not in case.read_bytes()


def test_a_page_with_the_password_needs_one_that_it_can_show_and_a_name_of_its_own(
    casepack, case, make_pdf, tmp_path
):
    casepack("add", case, make_pdf("a.pdf", "words"), "--yes")
    target, sheet = tmp_path / "d.pdf", tmp_path / "p.pdf"
    plain = ("export", case, "-o", target)
    locked = (*plain, "--pdf-password-stdin")
    for said, words in (
        (casepack(*plain, "--password-sheet", sheet), "needs one"),
        (casepack(*locked, "--password-sheet", sheet, stdin="ภาษา\n"), "cannot show"),
        (casepack(*locked, "--password-sheet", target, stdin="open\n"), "is the dossier itself"),
    ):
        assert said.status == NotUnderstood.exit_code
        assert words in said.err
    assert not target.exists()
    assert not sheet.exists()


def test_an_export_that_fails_leaves_yesterdays_dossier(casepack, case, make_pdf, tmp_path):
    casepack("add", case, make_pdf("a.pdf", "words"), "--yes")
    target = tmp_path / "d.pdf"
    target.write_bytes(b"yesterday")
    opened = CaseFile.open(case)
    opened._db.run("PRAGMA query_only = OFF")
    opened._db.run("UPDATE chunk SET data = zeroblob(length(data))")
    opened.close()
    lines = casepack("check", case, "--json")
    assert lines.status == 11
    assert lines.json["lines"][0]["code"] == "record.damaged"
    failed = casepack("export", case, "-o", target)
    assert failed.status == 8
    assert "“A” cannot go into the dossier: its file “a.pdf” is damaged" in failed.err
    assert target.read_bytes() == b"yesterday"
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_a_bug_says_where_it_is_and_nothing_of_the_patient(casepack, case, monkeypatch):
    def broken(args, voice):
        raise ValueError("hepatitis")

    monkeypatch.setattr("app.cli.case_commands.show", broken)
    said = casepack("show", case)
    assert said.status == 70
    assert "ValueError" in said.err
    assert "hepatitis" not in said.err


def test_the_command_line_works_without_qt_and_without_a_display(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\nclass No:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.startswith('PySide6'): raise ImportError('no Qt here')\n"
        "sys.meta_path.insert(0, No())\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    for arguments in (
        ["--version"],
        ["new", str(tmp_path / "a.casepack")],
        ["show", str(tmp_path / "a.casepack")],
    ):
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *arguments],
            capture_output=True, text=True, env=environment, check=False, cwd=tmp_path,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


def test_a_case_named_as_an_argument_is_for_the_window_not_a_command():
    from app.cli import is_command

    assert not is_command(["some.casepack"])
    assert not is_command([])
    assert is_command(["show", "x"])
    assert is_command(["--version"])
    assert is_command(["shwo"])


def test_every_command_is_documented_and_the_page_is_true():
    from app.cli.manual import manual

    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert page == manual(), "run `python -m app.cli.manual > docs/cli.md`"
