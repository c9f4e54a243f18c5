"""No record goes out whose bytes are not those that went in, and it is said which one it is."""

from contextlib import closing
from dataclasses import replace
from datetime import date

import pikepdf
import pypdf
import pytest

from app.case.casefile import CaseFile
from app.dossier.export import Choices, check, export
from app.dossier.findings import Level
from app.errors import CaseDamaged
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.tray import Tray
from app.model.record import Remark
from app.model.version import MAIN, Volumes
from app.progress import Progress

TODAY = date(2026, 11, 22)


@pytest.fixture
def case(tmp_path):
    with closing(CaseFile.create(tmp_path / "a.casepack")) as made:
        yield made


@pytest.fixture
def add(case):
    def put(path, title):
        with Tray() as tray:
            found = list(examine([path], case, tray, Progress(), today=TODAY))
            (record,) = confirm(case, found, tray, Progress()).values()
        with case.change("Name"):
            case.records.save(replace(case.records.get(record), title=title))
        return case.records.get(record)

    return put


@pytest.fixture
def with_rendition(add, make_pdf):
    """A record whose original has a form, so that another file stands for it."""
    path = make_pdf("scan7.pdf", "words of the letter")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0].obj
        look = pdf.make_stream(
            b"1 0 0 rg 0 0 9 9 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 9, 9],
        )  # fmt: skip
        stamp = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[9, 9, 18, 18], F=4,
            AP=pikepdf.Dictionary(N=look),
        )  # fmt: skip
        page.Annots = pikepdf.Array([pdf.make_indirect(stamp)])
        pdf.save(path)
    record = add(path, "Letter of March")
    assert record.document.rendition != record.document.sha256
    return record


def damage(case, sha256):
    case._db.run("PRAGMA query_only = OFF")
    case._db.run("UPDATE chunk SET data = zeroblob(length(data)) WHERE content = ?", (sha256,))


@pytest.mark.parametrize("which", ["sha256", "rendition"])
@pytest.mark.parametrize("volumes", [Volumes.ONE, Volumes.BY_SIZE])
def test_damaged_bytes_stop_the_dossier_and_name_the_record(
    case, with_rendition, tmp_path, which, volumes
):
    target = tmp_path / "dossier.pdf"
    target.write_bytes(b"of yesterday")
    with case.change("Volumes"):
        case.versions.save(replace(MAIN, volumes=volumes, most_megabytes=5.0))
    damage(case, getattr(with_rendition.document, which))
    with pytest.raises(CaseDamaged) as failure:
        export(case, target, Choices(made=TODAY), Progress())
    assert str(failure.value) == (
        "“Letter of March” cannot go into the dossier: its file “scan7.pdf” is damaged inside the "
        "case file. Open a backup copy of the case, or leave this record out."
    )
    assert target.read_bytes() == b"of yesterday"
    assert case.builds.all() == []
    stops = [one for one in check(case, Choices(made=TODAY)) if one.level is Level.STOP]
    assert [(one.code, one.record) for one in stops] == [("record.damaged", with_rendition.id)]


def test_a_damaged_record_that_stays_behind_stops_nothing(case, with_rendition, add, tmp_path):
    damage(case, with_rendition.document.sha256)
    with case.change("Note"):
        case.records.add("Diary", body="words")
        case.records.save(replace(with_rendition, in_dossier=False))
    export(case, tmp_path / "dossier.pdf", Choices(made=TODAY), Progress())


def test_a_page_that_cannot_be_copied_safely_is_named_everywhere(case, add, make_pdf, tmp_path):
    path = make_pdf("l.pdf", "first", "middle", "third")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        group = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="draft"))
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[group], D=pikepdf.Dictionary(OFF=[group]))
        pdf.pages[1].Resources.Properties = pikepdf.Dictionary(L=group)
        pdf.save(path)
    record = add(path, "Letter")
    assert [page.made_picture for page in record.document.pages] == [False, True, False]
    assert [page.has_text for page in record.document.pages] == [True, False, True]
    assert Remark.AS_PICTURE in record.document.remarks
    lines = [one for one in check(case, Choices(made=TODAY)) if one.code == "record.as_picture"]
    (line,) = lines
    assert line.sentence == (
        "Page 2 of “Letter” could not be copied safely, so it is a picture now. "
        "Look if it is all there."
    )
    assert line.pages == (2,)
    export(case, tmp_path / "dossier.pdf", Choices(made=TODAY), Progress())
    reader = pypdf.PdfReader(tmp_path / "dossier.pdf")
    text = " ".join("\n".join(page.extract_text() for page in reader.pages).split())
    assert "Page 2 could only be kept as a picture." in text
    assert "a picture stands for each: Doc 1: page 2." in text
    assert "middle" not in text
    with case.change("Leave the page out"):
        case.records.save(replace(record, pages=(1, 3)))
    codes = [one.code for one in check(case, Choices(made=TODAY))]
    assert "record.as_picture" not in codes
