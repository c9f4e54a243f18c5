"""What went wrong in other programs, and must not go wrong here.

Each test is one lesson, walked from files to the finished PDF. The PDF is
read with pypdf and poppler-free text extraction only, never with the library
that wrote it.
"""

import os
from contextlib import closing
from dataclasses import replace
from datetime import date

import pikepdf
import pypdf
import pytest
from PIL import Image

from app.case.casefile import CaseFile
from app.dossier.export import Choices, export
from app.errors import CaseDamaged, CaseOpenElsewhere
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.proposal import Duplicate, Proposal, Unusable
from app.intake.tray import Tray
from app.progress import Progress

TODAY = date(2026, 11, 22)


@pytest.fixture
def case(tmp_path):
    with closing(CaseFile.create(tmp_path / "a.casepack")) as case:
        yield case


def add(case, *paths, password=None):
    with Tray() as tray:
        found = list(
            examine(
                list(paths), case, tray, Progress(), today=TODAY,
                ask_password=lambda name, again: None if again else password,
            )
        )  # fmt: skip
        proposals = [one for one in found if isinstance(one, Proposal)]
        return found, confirm(case, proposals, tray, Progress())


def bound(case, tmp_path):
    target = tmp_path / "dossier.pdf"
    done = export(case, target, Choices(made=TODAY), Progress())
    return done, pypdf.PdfReader(target)


def text(reader):
    return "\n".join(page.extract_text() for page in reader.pages)


def test_a_merged_file_never_loses_a_page_in_silence(case, tmp_path, make_pdf):
    picture = tmp_path / "photo.png"
    Image.new("RGB", (300, 200), "white").save(picture)
    broken, empty = tmp_path / "broken.pdf", tmp_path / "empty.pdf"
    broken.write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    empty.touch()
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(make_pdf("plain.pdf", "locked one", "locked two")) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(user="u", owner="o"))
    letter = make_pdf("letter.pdf", "letter one", "letter two", "letter three")

    found, records = add(case, picture, broken, empty, locked, letter, password="u")
    assert {one.path for one in found if isinstance(one, Unusable)} == {broken, empty}
    assert set(records) == {picture, locked, letter}

    done, reader = bound(case, tmp_path)
    assert sum(place.pages for place in done.layout.places) == 1 + 2 + 3
    own = len(reader.pages) - 6
    assert own == sum(placed.source < 0 for placed in done.layout.pages)
    for words in ("locked one", "locked two", "letter one", "letter two", "letter three"):
        assert text(reader).count(words) == 1


def test_a_document_that_is_gone_stops_the_build_and_does_not_shorten_it(case, tmp_path, make_pdf):
    add(case, make_pdf("a.pdf", "kept"), make_pdf("b.pdf", "gone"))
    target = tmp_path / "dossier.pdf"
    target.write_bytes(b"yesterday")
    case._db.run("PRAGMA query_only = OFF")
    case._db.run(
        "DELETE FROM chunk WHERE content = (SELECT document FROM record ORDER BY id DESC LIMIT 1)"
    )
    with pytest.raises(CaseDamaged, match="“b\\.pdf”"):
        export(case, target, Choices(made=TODAY), Progress())
    assert target.read_bytes() == b"yesterday"


def test_a_date_is_never_guessed(case, tmp_path, make_pdf):
    path = make_pdf("undated.pdf", "no day is written here")
    os.utime(path, (1_400_000_000, 1_400_000_000))
    add(case, path)
    _, reader = bound(case, tmp_path)
    assert "not known" in text(reader)
    assert "May-2014" not in text(reader)


def test_every_line_of_the_contents_opens_a_page_of_this_very_file(case, tmp_path, make_pdf):
    for number in range(5):
        add(case, make_pdf(f"record {number}.pdf", f"first page of record {number}", "second"))
    done, reader = bound(case, tmp_path)
    pages = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages)}
    opened = set()
    for page in reader.pages:
        for annotation in page.get("/Annots", ()):
            link = annotation.get_object()
            if link["/Subtype"] == "/Link":
                opened.add(pages[link["/Dest"][0].idnum])
    for place in done.layout.places:
        assert place.first_page - 1 in opened


def test_leaving_one_of_five_records_out_hides_none_of_the_others(case, tmp_path, make_pdf):
    for number in range(5):
        add(case, make_pdf(f"{number}.pdf", f"words of number {number}"))
    private = next(one for one in case.records.all() if one.document.name == "2.pdf")
    with case.change("Leave out"):
        case.records.save(replace(private, in_dossier=False, left_out_because="my own affair"))
    done, reader = bound(case, tmp_path)
    whole = text(reader)
    assert [f"words of number {number}" in whole for number in range(5)] == [
        True, True, False, True, True,
    ]  # fmt: skip
    assert [one.number for one in done.plan.records] == [1, 2, 3, 4]
    assert "my own affair" in whole
    for number, page in enumerate(reader.pages, 1):
        assert f"{number} of {len(reader.pages)}" in page.extract_text()


def test_the_same_file_again_is_asked_about_neither_refused_nor_swallowed(case, make_pdf, tmp_path):
    path = make_pdf("a.pdf", "some words of a paper")
    _, records = add(case, path)
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(path.read_bytes())
    (found,), _ = add(case, copy)
    assert found == Duplicate(copy, records[path])


def test_a_second_opener_is_told_and_nothing_is_torn(case, make_pdf):
    add(case, make_pdf("a.pdf", "x"))
    with pytest.raises(CaseOpenElsewhere):
        CaseFile.open(case.path)
    assert len(case.records.all()) == 1


def test_a_password_covers_the_words_and_the_small_pictures_too(tmp_path, make_pdf):
    path = tmp_path / "locked.casepack"
    with closing(CaseFile.create(path, "secret")) as case:
        add(case, make_pdf("a.pdf", "NEEDLEWORD in the search index"))
        assert case.search.find("needleword")
        picture = case.documents.picture(case.records.all()[0].document.sha256)
    written = path.read_bytes()
    assert b"NEEDLEWORD" not in written
    assert b"needleword" not in written
    assert picture[:200] not in written
    assert b"%PDF" not in written


def test_records_that_look_alike_are_told_apart_in_the_contents(case, tmp_path, make_pdf):
    for number in (1, 2):
        add(case, make_pdf(f"{number}.pdf", f"Exam date: {number} March 2026", f"body {number}"))
    with case.change("Same title"):
        for record in case.records.all():
            case.records.save(replace(record, title="Report " * 40))
    done, reader = bound(case, tmp_path)
    whole = text(reader)
    assert "01-Mar-2026" in whole
    assert "02-Mar-2026" in whole
    assert len(done.layout.places) == 2
