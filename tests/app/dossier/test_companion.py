"""The companion pack: whole, checkable, and telling no more than the dossier in it."""

import csv
import errno
import hashlib
import io
import shutil
import subprocess
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from urllib.parse import unquote

import pypdf
import pytest

from app.case.casefile import CaseFile
from app.dossier import reading_back
from app.dossier.companion import make_companion
from app.dossier.export import Choices, export
from app.dossier.pack import place
from app.dossier.pack.originals import WhyLeft
from app.errors import CaseDamaged, DiskFull, DossierFaulty, FolderNotWritable
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.tray import Tray
from app.model.partial_date import PartialDate
from app.model.person import Patient
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.result import Result
from app.model.story import Allergy, Asked, Event, EventKind, Medicine, Treatment
from app.model.version import MAIN, CoverUp, Selection
from app.model.voice import Cited, Said
from app.progress import Cancelled, Progress

TODAY = date(2026, 11, 22)
PDF = "Dossier_2026-11-22.pdf"
TABLES = [
    f"tables/{name}.csv"
    for name in ("timeline", "medicines", "treatments", "allergies", "results", "records")
]
TEXT = ["html", "head", "title", "body", "main", "header", "h1", "h2", "p", "a", "aside", "table"]


@pytest.fixture
def case(tmp_path):
    (tmp_path / "case").mkdir()
    with closing(CaseFile.create(tmp_path / "case" / "a.casepack")) as made:
        with made.change("Name"):
            made.people.save(Patient(name="ELLIS, Margaret", record_number="00-482-913"))
        yield made


@pytest.fixture
def add(case, make_pdf):
    def put(name, *lines, title=""):
        with Tray() as tray:
            found = list(examine([make_pdf(name, *lines)], case, tray, Progress(), today=TODAY))
            (record,) = confirm(case, found, tray, Progress()).values()
        with case.change("Title"):
            one = case.records.get(record)
            case.records.save(replace(one, title=title or name, source="Lab"))
        return record

    return put


@pytest.fixture
def pack(case, tmp_path):
    """Return a function that makes a pack and gives (folder, result)."""

    def make(name="stick", *, originals=True, originals_unlocked=False, progress=None, **choices):
        target = tmp_path / "out" / name
        target.parent.mkdir(exist_ok=True)
        done = make_companion(
            case,
            target,
            Choices(made=TODAY, **choices),
            progress or Progress(),
            originals=originals,
            originals_unlocked=originals_unlocked,
        )
        return target, done

    return make


def save(case, **changes):
    with case.change("Version"):
        case.versions.save(replace(case.versions.get(MAIN.id), **changes))


def cover(case, record, page=1):
    with case.change("Cover up"):
        case.versions.cover(MAIN.id, CoverUp(0, record, page, 0.05, 0.05, 0.95, 0.2))


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def files_in(folder):
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def table(folder, name):
    data = (folder / "tables" / f"{name}.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert all(None not in row and None not in row.values() for row in rows)
    return rows


class Page(HTMLParser):
    """What a reader of a page meets: tags, links, words."""

    VOID = ("meta", "br")

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.links, self.words, self.scopes = [], [], [], "", []
        self.attributes = {}
        self.feed(text)
        self.close()
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.setdefault(tag, []).append(dict(attrs))
        if tag == "th":
            self.scopes.append(dict(attrs).get("scope"))
        if tag == "a":
            self.links.append(dict(attrs)["href"])
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words += " " + data


def page(folder):
    return Page((folder / "index.html").read_text(encoding="utf-8"))


def squeezed(text):
    return " ".join(text.split())


def test_a_pack_has_the_checked_pdf_the_originals_the_tables_and_a_page(pack, add, tmp_path):
    add("iron.pdf", "Iron 12", "Ferritin 80")
    folder, done = pack()
    assert files_in(folder) == sorted(
        ["index.html", "SHA256SUMS", PDF, *TABLES, "originals/iron.pdf"]
    )
    assert [one.name for one in done.files] == [
        "index.html", PDF, *TABLES, "originals/iron.pdf", "SHA256SUMS",
    ]  # fmt: skip
    assert (folder / "originals/iron.pdf").read_bytes() == (tmp_path / "iron.pdf").read_bytes()
    text = "\n".join(one.extract_text() for one in pypdf.PdfReader(folder / PDF).pages)
    assert "Iron 12" in text
    assert len(pypdf.PdfReader(folder / PDF).pages) == done.exported.bound.pages
    assert names(folder.parent) == ["stick"]


def test_the_sums_name_every_file_and_are_those_of_the_files(pack, add):
    add("iron.pdf", "Iron 12")
    folder, _done = pack()
    lines = (folder / "SHA256SUMS").read_bytes().decode().splitlines()
    found = {line[66:]: line[:64] for line in lines}
    assert sorted([*found, "SHA256SUMS"]) == files_in(folder)
    for name, digest in found.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="this system has no sha256sum")
def test_sha256sum_accepts_the_sums_and_notices_a_changed_file(pack, add):
    add("Blutbild März (2).pdf", "Iron 12")
    folder, _done = pack()
    check = ["sha256sum", "--strict", "-c", "SHA256SUMS"]
    assert subprocess.run(check, cwd=folder, capture_output=True, check=False).returncode == 0
    with (folder / "tables" / "results.csv").open("ab") as file:
        file.write(b"1")
    assert subprocess.run(check, cwd=folder, capture_output=True, check=False).returncode == 1


def test_a_zip_holds_the_same_files_in_a_fixed_order(pack, add):
    add("iron.pdf", "Iron 12")
    folder, _done = pack(reproducible=True)
    target, done = pack("stick.zip", reproducible=True)
    with zipfile.ZipFile(target) as packed:
        assert packed.testzip() is None
        assert packed.namelist() == [one.name for one in done.files]
        assert {name: packed.read(name) for name in packed.namelist()} == {
            name: (folder / name).read_bytes() for name in files_in(folder)
        }
        ways = {one.filename: one.compress_type for one in packed.infolist()}
        assert ways[PDF] == ways["originals/iron.pdf"] == zipfile.ZIP_STORED
        assert ways["index.html"] == ways["tables/results.csv"] == zipfile.ZIP_DEFLATED
        assert {one.date_time for one in packed.infolist()} == {(2026, 11, 22, 0, 0, 0)}
    first = target.read_bytes()
    assert pack("stick.zip", reproducible=True)[0].read_bytes() == first
    assert names(folder.parent) == ["stick", "stick.zip"]


def test_names_in_a_zip_are_read_as_they_are_spelled(pack, add):
    add("Blutbild März.pdf", "Iron 12")
    target, _done = pack("stick.zip")
    with zipfile.ZipFile(target) as packed:
        (member,) = [one for one in packed.infolist() if one.filename.startswith("originals/")]
    assert member.filename == "originals/Blutbild März.pdf"
    assert member.flag_bits & 0x800  # UTF-8


def test_the_page_has_no_script_and_loads_nothing(pack, add):
    add("50% März #1.pdf", "Iron 12", title="<script>alert(1)</script><img src=http://a.b/c>")
    folder, _done = pack()
    seen = page(folder)
    assert not {"script", "img", "link", "iframe", "object", "form", "base"} & set(seen.tags)
    policies = [one["content"] for one in seen.attributes["meta"] if "http-equiv" in one]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]
    text = (folder / "index.html").read_text(encoding="utf-8")
    assert "<script>alert(1)</script>" in squeezed(seen.words)
    assert "url(" not in text
    assert "@import" not in text
    assert not any(
        name.startswith("on") for ones in seen.attributes.values() for one in ones for name in one
    )
    assert all(unquote(link) in files_in(folder) for link in seen.links)


def test_the_page_can_be_read_by_a_screen_reader(pack, add):
    add("iron.pdf", "Iron 12")
    add("part.pdf", "One", "Two")
    folder, _done = pack()
    seen = page(folder)
    assert set(TEXT) <= set(seen.tags)
    assert seen.attributes["html"] == [{"lang": "en"}]
    assert seen.tags.count("h1") == seen.tags.count("title") == seen.tags.count("main") == 1
    assert set(seen.scopes) == {"row", "col"}
    assert seen.tags.count("caption") == seen.tags.count("table")


def test_the_page_has_the_words_of_the_cover_and_one_line_to_check_for_each_system(pack, add):
    add("iron.pdf", "Iron 12")
    folder, _done = pack()
    words = squeezed(page(folder).words)
    cover_page = squeezed(pypdf.PdfReader(folder / PDF).pages[0].extract_text())
    notice = words[
        words.index("Private health information.") : words.index("Original records hold.")
    ]
    assert notice in cover_page
    for line in ("sha256sum -c SHA256SUMS", "shasum -a 256 -c SHA256SUMS", "Get-FileHash"):
        assert line in words
    assert "Doc 1" in words


@pytest.mark.skipif(shutil.which("pwsh") is None, reason="this system has no PowerShell")
def test_the_line_for_windows_says_true_for_every_file(pack, add):
    from app.dossier.pack.page import CHECKS

    add("iron.pdf", "Iron 12")
    folder, done = pack()
    line = dict(CHECKS)["Windows (PowerShell)"]
    said = subprocess.run(["pwsh", "-c", line], cwd=folder, capture_output=True, check=True)
    answers = said.stdout.decode().split("\n")
    assert sum(one.strip().endswith(" True") for one in answers) == len(done.files) - 1


def test_the_tables_say_what_the_dossier_says_with_its_pages(pack, add, case):
    record = add("iron.pdf", "Iron 12", "Ferritin 80", title="Blood test")
    with case.change("Facts"):
        case.timeline.add(
            Event(
                0,
                EventKind.TEST,
                PartialDate.from_stored("2026-09"),
                "Blood taken",
                Cited(record, 2),
            )
        )
        case.medicines.add(Medicine(0, "Iron", "5 mg", "daily", voice=Said("Margaret Ellis")))
        case.medicines.add(
            Medicine(0, "Zinc", until=PartialDate.from_stored("2025~"), voice=Cited(record, 1))
        )
        case.allergies.add(Allergy(0, "Penicillin", "Rash"))
        case.results.add(
            Result(
                0,
                "T-score",
                "-2.5",
                "SD",
                PartialDate.from_stored("2026-09-12"),
                "> -1",
                Cited(record, 1),
            )
        )
    folder, done = pack()
    (where,) = done.exported.layout.places
    first = where.first_page
    pdf = pypdf.PdfReader(folder / PDF)
    assert "Iron 12" in pdf.pages[first - 1].extract_text()
    event = table(folder, "timeline")[0]
    assert (event["Date"], event["Date (ISO 8601-2)"]) == ("Sep-2026", "2026-09")
    assert (event["What happened"], event["Source"]) == ("Blood taken", f"Doc 1, p. {first + 1}")
    now, before = table(folder, "medicines")
    assert (now["Medicine"], now["Dose"], now["Taken now"]) == ("Iron", "5 mg", "yes")
    assert (now["Since"], now["Since (ISO 8601-2)"], now["Until"]) == ("not known", "", "")
    assert now["Source"] == "Said by Margaret Ellis"
    assert (before["Taken now"], before["Until"], before["Until (ISO 8601-2)"]) == (
        "no", "about 2025", "2025~",
    )  # fmt: skip
    (allergy,) = table(folder, "allergies")
    assert (allergy["To what"], allergy["What happened"]) == ("Penicillin", "Rash")
    assert allergy["Source"] == "Said by patient or family"
    (result,) = table(folder, "results")
    assert (result["Value"], result["Unit"], result["Lab’s own range"]) == ("-2.5", "SD", "> -1")
    assert result["Source"] == f"Doc 1, p. {first}"
    (line,) = table(folder, "records")
    assert (line["Doc"], line["Title"], line["From"], line["Dossier page"], line["Pages"]) == (
        "1", "Blood test", "Lab", str(first), "2",
    )  # fmt: skip
    assert line["Original file"] == "originals/iron.pdf"
    assert (
        line["SHA-256 of the original"]
        == hashlib.sha256((folder / "originals/iron.pdf").read_bytes()).hexdigest()
    )


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Asked.NOT_ASKED, "Allergies: not asked yet"),
        (Asked.NONE_KNOWN, "No known allergies"),
        (Asked.NOT_SURE, "Allergies: not sure"),
        (Asked.LISTED, "None are listed."),
    ],
)
def test_a_table_without_allergies_says_how_far_somebody_was_asked(pack, add, case, asked, words):
    add("iron.pdf", "Iron 12")
    with case.change("Asked"):
        case.asked.set("allergy", asked)
    folder, _done = pack()
    (line,) = table(folder, "allergies")
    assert line["To what"] == words


def test_a_record_that_is_left_out_is_in_no_file(pack, add, case):
    add("iron.pdf", "Iron 12")
    private = add("secret-paper.pdf", "Very private", title="Secret paper")
    save(case, selections=(Selection(private, included=False),), left_out_list=False)
    folder, done = pack()
    assert done.originals_left == ()
    for name in files_in(folder):
        assert b"ecret" not in (folder / name).read_bytes()
        assert "secret" not in name


def test_an_original_stays_out_where_the_pdf_shows_only_some_of_its_pages(pack, add, case):
    whole = add("whole.pdf", "Iron 12")
    part = add("part.pdf", "Iron 13", "Very private", title="Half a letter")
    turned = add("turned.pdf", "Three", "Four")
    save(
        case,
        selections=(Selection(part, True, "", (1,)), Selection(turned, True, "", (2, 1))),
    )
    folder, done = pack()
    assert [one for one in files_in(folder) if one.startswith("originals/")] == [
        "originals/turned.pdf",
        "originals/whole.pdf",
    ]
    (left,) = done.originals_left
    assert (left.record, left.title, left.why) == (part, "Half a letter", WhyLeft.SOME_PAGES)
    assert {one.planned.record.id for one in done.originals.going} == {whole, turned}
    words = squeezed(page(folder).words)
    assert f"Doc {left.number} Half a letter Only some of its pages are in the PDF." in words
    lines = {line["Title"]: line for line in table(folder, "records")}
    assert lines["Half a letter"]["Original file"] == ""
    assert "Only some" in lines["Half a letter"]["Why it is not here"]


def test_an_original_stays_out_where_something_is_covered_and_no_name_tells_what(pack, add, case):
    covered = add("Aunt Sophie Brandt.pdf", "Aunt Sophie Brandt too", title="Letter")
    add("About Sophie Brandt.pdf", "Iron 12", title="Test")
    cover(case, covered)
    folder, done = pack()
    (left,) = done.originals_left
    assert (left.record, left.why) == (covered, WhyLeft.COVERED)
    (going,) = done.originals.going
    assert going.name == f"originals/Doc {going.planned.number}.pdf"
    for name in files_in(folder):
        assert "Sophie" not in name
        assert name.startswith("originals/") or b"Sophie" not in (folder / name).read_bytes()


def test_under_a_pseudonym_no_original_goes_in_and_the_name_is_nowhere(pack, add, case):
    add("Ellis iron.pdf", "Iron 12", title="Blood test")
    save(case, identity=Identity.PSEUDONYM, pseudonym="Patient Seven")
    folder, done = pack()
    assert [one.why for one in done.originals_left] == [WhyLeft.PSEUDONYM]
    assert not (folder / "originals").exists()
    assert "Patient Seven" in page(folder).words
    for name in files_in(folder):
        assert "ellis" not in name.casefold()
        assert b"ellis" not in (folder / name).read_bytes().lower()


def test_no_pack_is_made_while_a_table_holds_the_name_behind_a_pseudonym(
    pack, add, case, tmp_path, monkeypatch
):
    add("iron.pdf", "Iron 12")
    with case.change("Results"):
        for number, value in enumerate(("10", "11", "12"), 1):
            when = PartialDate.from_stored(f"2026-0{number}-01")
            case.results.add(Result(0, "Iron", value, "mg", when, "Ellis 5 to 50"))
    save(case, identity=Identity.PSEUDONYM, pseudonym="Patient Seven")
    with pytest.raises(DossierFaulty, match="ELLIS"):
        pack()
    monkeypatch.setattr(
        reading_back, "nothing_left", lambda *_: None
    )  # as if the PDF did not have it
    with pytest.raises(DossierFaulty, match="in the table “Test results”"):
        pack()
    assert case.builds.all() == []
    assert names(tmp_path / "out") == []


def test_a_blind_version_has_no_original_files(pack, add, case):
    add("iron.pdf", "Iron 12")
    save(case, first_opinion=FirstOpinion.BLIND)
    folder, done = pack()
    assert [one.why for one in done.originals_left] == [WhyLeft.FIRST_OPINION]
    assert not (folder / "originals").exists()


def test_where_the_name_is_for_the_cover_alone_names_of_files_are_numbers(pack, add, case):
    add("Ellis iron.pdf", "Iron 12", title="Blood test")
    save(case, identity=Identity.COVER)
    folder, _done = pack()
    assert (folder / "originals/Doc 1.pdf").exists()
    assert "ELLIS" not in page(folder).words
    assert "ELLIS" in pypdf.PdfReader(folder / PDF).pages[0].extract_text()


def test_with_a_password_only_the_locked_pdf_goes_in_and_nothing_tells_of_the_patient(
    pack, add, case
):
    add("iron.pdf", "Iron 12", title="Blood test")
    folder, done = pack(password="over the hill")
    assert files_in(folder) == sorted(["index.html", "SHA256SUMS", PDF])
    assert done.locked
    assert [one.why for one in done.originals_left] == [WhyLeft.LOCKED]
    words = page(folder).words
    assert "The PDF has a password." in words
    assert "ELLIS" not in words
    assert "Blood test" not in words
    assert pypdf.PdfReader(folder / PDF).is_encrypted
    assert pypdf.PdfReader(folder / PDF, password="over the hill").pages


def test_on_wish_a_locked_pdf_has_readable_originals_beside_it(pack, add):
    add("iron.pdf", "Iron 12")
    folder, done = pack(password="over the hill", originals_unlocked=True)
    assert not done.locked
    assert {"originals/iron.pdf", *TABLES} < set(files_in(folder))


def test_without_originals_the_dossier_and_its_tables_go_in_alone(pack, add, case):
    add("iron.pdf", "Iron 12", title="Blood test")
    folder, done = pack(originals=False)
    assert files_in(folder) == sorted(["index.html", "SHA256SUMS", PDF, *TABLES])
    assert [one.why for one in done.originals_left] == [WhyLeft.NOT_WANTED]
    words = page(folder).words
    assert "There are none in this pack." in words
    assert "Left out, and why" not in words
    (line,) = table(folder, "records")
    assert (line["Original file"], line["Why it is not here"]) == (
        "", "No original files were put in.",
    )  # fmt: skip
    assert case.builds.get(done.build).files[0].name == PDF


def test_the_table_of_what_was_tried_says_what_it_did_and_why_it_ended(pack, add, case):
    record = add("iron.pdf", "Iron 12")
    when = PartialDate.from_stored("2025-01/2025-03")
    with case.change("Tried"):
        case.treatments.add(
            Treatment(
                0,
                "=Physiotherapy",
                when,
                dose="Twice a week",
                weeks="8 weeks",
                result="Less pain",
                stopped_because="It came back",
                voice=Cited(record, 1),
            )
        )
    folder, done = pack()
    (line,) = table(folder, "treatments")
    (where,) = done.exported.layout.places
    assert line == {
        "What was tried": "'=Physiotherapy",
        "When": when.shown(),
        "When (ISO 8601-2)": "2025-01/2025-03",
        "Dose": "Twice a week",
        "How long": "8 weeks",
        "What it did": "Less pain",
        "Why it was stopped": "It came back",
        "Source": f"Doc 1, p. {where.first_page}",
    }


def test_two_originals_of_one_name_both_go_in(pack, add, tmp_path, make_pdf):
    add("Scan.pdf", "One")
    (tmp_path / "Scan.pdf").unlink()
    add("scan.pdf", "Two")
    folder, _done = pack()
    names = [one.name for one in (folder / "originals").iterdir()]
    assert len(names) == 2
    assert len({name.casefold() for name in names}) == 2
    assert any(name.endswith(" (2).pdf") for name in names)


def test_the_case_keeps_the_build_with_the_names_of_all_files(pack, add, case):
    add("iron.pdf", "Iron 12")
    _folder, done = pack()
    (build,) = case.builds.all()
    assert build.files[0].name == PDF
    assert (
        build.files[0].pages == done.exported.bound.pages == sum(one.pages for one in build.files)
    )
    assert {(one.name, one.sha256, one.bytes) for one in build.files} == {
        (one.name, one.sha256, one.bytes) for one in done.files
    }
    target, _done = pack("stick.zip")
    last = case.builds.all()[0]
    assert (last.number, last.files[-1].name) == (2, "stick.zip")
    assert last.files[-1].sha256 == hashlib.sha256(target.read_bytes()).hexdigest()


def test_a_pack_of_before_is_replaced_and_a_folder_of_somebody_s_own_is_not(pack, add, case):
    add("iron.pdf", "Iron 12")
    folder, _done = pack()
    add("zinc.pdf", "Zinc 3")
    assert "originals/zinc.pdf" in files_in(pack()[0])
    (folder / "disc").mkdir()
    (folder / "disc" / "IM0001").write_bytes(b"a scan")
    with pytest.raises(FolderNotWritable, match="disc/IM0001"):
        pack()
    assert (folder / "disc" / "IM0001").read_bytes() == b"a scan"
    assert len(case.builds.all()) == 2


@pytest.mark.parametrize("name", ["stick", "stick.zip"])
def test_a_full_disk_leaves_nothing_and_no_build(pack, add, case, tmp_path, monkeypatch, name):
    add("iron.pdf", "Iron 12")

    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(place.os, "fsync", full)
    with pytest.raises(DiskFull):
        pack(name)
    assert case.builds.all() == []
    assert names(tmp_path / "out") == []


@pytest.mark.parametrize("words", ["Gathering the records", "Filling the pack"])
def test_stopping_leaves_nothing_and_no_build(pack, add, case, tmp_path, words):
    add("iron.pdf", "Iron 12")

    def report(_done, _total, what):
        if what == words:
            stopping.cancel()

    stopping = Progress(report)
    with pytest.raises(Cancelled):
        pack(progress=stopping)
    assert case.builds.all() == []
    assert names(tmp_path / "out") == []


def test_a_folder_that_is_not_there_is_said(case, add, tmp_path):
    add("iron.pdf", "Iron 12")
    with pytest.raises(FolderNotWritable, match="Choose another folder"):
        make_companion(case, tmp_path / "no" / "stick", Choices(made=TODAY), Progress())


def test_a_damaged_original_is_said_and_no_pack_is_made(pack, add, case, tmp_path, monkeypatch):
    add("iron.pdf", "Iron 12")
    whole = case.documents.pieces

    def pieces(sha256):
        yield from whole(sha256)
        if list((tmp_path / "out").glob(".casepack-*.part/originals")):
            raise CaseDamaged("“iron.pdf” is damaged inside the case file.")

    monkeypatch.setattr(case.documents, "pieces", pieces)
    with pytest.raises(CaseDamaged):
        pack()
    assert case.builds.all() == []
    assert names(tmp_path / "out") == []


def test_the_pdf_in_a_pack_is_the_one_that_export_makes(pack, add, case, tmp_path):
    add("iron.pdf", "Iron 12")
    folder, _done = pack(reproducible=True)
    export(case, tmp_path / "d.pdf", Choices(made=TODAY, reproducible=True), Progress())
    assert (folder / PDF).read_bytes() == (tmp_path / "d.pdf").read_bytes()
