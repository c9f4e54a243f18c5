"""Adding papers: proposals, duplicates, locked and unusable files, stopping."""

import os
import shutil
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from app.intake.examine import sentence
from app.intake.proposal import Duplicate, Proposal, Unusable
from app.model.partial_date import PartialDate, Point
from app.model.person import Patient
from app.model.record import Kind, Remark
from app.progress import Cancelled, Progress
from app.worker.orders import Refusal

LETTER = "Lakeside Spine Center"


@pytest.fixture
def mri(make_pdf):
    """A report that says what it is, of when, and from whom."""
    from reportlab.pdfgen.canvas import Canvas

    path = make_pdf("scan_0001.pdf", "x")
    canvas = Canvas(str(path), invariant=1)
    for number, line in enumerate(
        (
            "City Imaging Group",
            "Department of Radiology",
            "MRI lumbar spine without contrast",
            "Patient: ELLIS, Margaret   DOB: 14-Mar-1957",
            "Exam date: 12 September 2026",
            "Findings: severe narrowing of the central canal at L4-L5.",
            "Electronically signed on 14 September 2026",
            "Printed: 3 November 2026",
        )
    ):
        canvas.drawString(72, 780 - 20 * number, line)
    canvas.save()
    return path


def test_a_report_is_proposed_with_the_words_each_suggestion_rests_on(look, mri, case):
    (proposal,) = look(mri)
    assert proposal.title == "MRI lumbar spine without contrast"
    assert proposal.kind is Kind.IMAGING
    assert proposal.source == "City Imaging Group"
    assert proposal.dates.service == PartialDate(Point(2026, 9, 12))
    assert proposal.dates.signed == PartialDate(Point(2026, 9, 14))
    assert proposal.dates.printed == PartialDate(Point(2026, 11, 3))
    assert not proposal.dates.received.known
    assert "12 September 2026" in proposal.bases["service"].words
    assert case.records.all() == []
    assert case.documents.get(proposal.document.sha256) is None


def test_the_files_own_date_is_never_the_papers_date(look, make_pdf):
    path = make_pdf("note.pdf", "Some words without any day, thank you for reading them")
    os.utime(path, (1_500_000_000, 1_500_000_000))
    (proposal,) = look(path)
    assert not proposal.dates.service.known
    assert "service" not in proposal.bases


def test_what_was_confirmed_can_be_read_searched_and_undone(take, mri, case):
    _, records = take(mri)
    record = case.records.get(records[mri])
    assert case.documents.data(record.document.sha256) == mri.read_bytes()
    assert case.search.find("narrowing")[0].record == record.id
    assert case.undo_label == "Add 1 record"
    case.undo()
    assert case.records.all() == []


def test_the_same_file_again_is_named_calmly(take, look, mri, case, tmp_path):
    _, records = take(mri)
    copy = Path(shutil.copy(mri, tmp_path / "copy.pdf"))
    (found,) = look(copy)
    assert found == Duplicate(copy, records[mri])
    with case.change("Remove"):
        case.records.remove(records[mri])
    (found,) = look(copy)
    assert found.in_bin


def test_twice_the_same_file_in_one_batch_goes_in_once(take, mri, case, tmp_path):
    copy = Path(shutil.copy(mri, tmp_path / "zz.pdf"))
    findings, records = take(mri, copy)
    assert [type(one) for one in findings] == [Proposal, Duplicate]
    assert findings[1].same_as == mri
    assert list(records) == [mri]


def test_a_paper_that_reads_the_same_is_pointed_out(take, look, mri, tmp_path):
    _, records = take(mri)
    again = tmp_path / "printed again.pdf"
    with pikepdf.open(mri) as pdf:
        pdf.docinfo["/Producer"] = "another printer"
        pdf.save(again)
    (proposal,) = look(again)
    assert proposal.looks_like == records[mri]


def test_two_papers_of_one_batch_that_read_the_same_are_pointed_out(look, mri, tmp_path):
    again = tmp_path / "zz printed again.pdf"
    with pikepdf.open(mri) as pdf:
        pdf.docinfo["/Producer"] = "another printer"
        pdf.save(again)
    first, second = look(mri, again)
    assert (first.reads_like, second.reads_like) == (None, mri)


def test_a_paper_of_somebody_else_is_pointed_out(look, mri, case):
    with case.change("Patient"):
        case.people.save(Patient("Okoro, James", PartialDate(Point(1980, 1, 2))))
    (proposal,) = look(mri)
    assert proposal.asks
    assert "ELLIS" in proposal.named[0].name
    with case.change("Patient"):
        case.people.save(Patient("Margaret Ellis", PartialDate(Point(1957, 3, 14))))
    (proposal,) = look(mri)
    assert (proposal.named, proposal.asks) == ((), False)


@pytest.fixture
def locked(mri, tmp_path):
    path = tmp_path / "locked.pdf"
    with pikepdf.open(mri) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user="secret", owner="o", R=6))
    return path


def test_a_locked_paper_is_named_and_says_what_to_do(look, locked):
    (found,) = look(locked)
    assert found.locked
    assert found.sentence == (
        "“locked.pdf” is locked with a password. Type the password, or leave this file out."
    )


def test_a_locked_paper_opens_with_its_password_and_the_original_stays_sealed(take, locked, case):
    asked = []

    def ask(name, again):
        asked.append((name, again))
        return "secret" if again else "wrong"

    _, records = take(locked, ask_password=ask)
    assert asked == [("locked.pdf", False), ("locked.pdf", True)]
    document = case.records.get(records[locked]).document
    assert Remark.WAS_LOCKED in document.remarks
    assert case.documents.data(document.sha256) == locked.read_bytes()
    readable = case.documents.data(document.rendition)
    assert readable != locked.read_bytes()
    assert b"/Encrypt" not in readable
    assert case.search.find("narrowing")


def test_giving_up_on_a_password_leaves_the_paper_out(look, locked):
    (found,) = look(locked, ask_password=lambda name, again: None)
    assert found.locked


def test_a_folder_is_opened_up_and_every_file_is_named_once(look, mri, tmp_path, make_pdf):
    folder = tmp_path / "papers"
    (folder / "inner").mkdir(parents=True)
    shutil.copy(mri, folder / "b.pdf")
    shutil.copy(make_pdf("n.pdf", "Another paper with other words"), folder / "inner" / "a.pdf")
    (folder / "empty.pdf").touch()
    (folder / ".DS_Store").write_bytes(b"x")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    findings = look(folder, folder / "b.pdf")
    assert sorted(str(one.path.relative_to(folder)) for one in findings) == [
        ".DS_Store", "b.pdf", "empty.pdf", "inner/a.pdf", "loop",
    ]  # fmt: skip
    assert sum(isinstance(one, Proposal) for one in findings) == 2


def test_a_broken_file_does_not_keep_the_others_out(take, mri, tmp_path, case):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nonsense")
    findings, records = take(broken, tmp_path / "missing.pdf", mri)
    assert list(records) == [mri]
    assert [one.sentence for one in findings if isinstance(one, Unusable)] == [
        sentence(Refusal.DAMAGED).format(name="broken.pdf"),
        "There is no file “missing.pdf”.",
    ]


def test_a_photo_goes_in_upright_and_without_the_place_it_was_taken(take, tmp_path, case):
    path = tmp_path / "photo.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (900, 600), "white").save(path, exif=exif)
    _, records = take(path)
    document = case.records.get(records[path]).document
    assert not document.pages[0].wide
    assert not document.pages[0].has_text
    assert b"Exif" not in case.documents.data(document.rendition)
    assert case.documents.data(document.sha256) == path.read_bytes()


def test_stopping_adds_nothing_and_leaves_no_copies(take, case, make_pdf, monkeypatch):
    paths = [make_pdf(f"{n}.pdf", f"page number {n}") for n in range(6)]
    progress = Progress(lambda done, total, what: done >= 2 and progress.cancel())
    with pytest.raises(Cancelled):
        take(*paths, progress=progress)
    assert case.records.all() == []
    private = Path(os.environ["CASEPACK_PRIVATE"])
    assert [path for path in private.rglob("*") if path.is_file() and path.suffix == ".pdf"] == []


def test_a_file_that_changes_after_the_look_is_added_as_it_was_looked_at(case, make_pdf):
    from datetime import date

    from app.intake.confirm import confirm
    from app.intake.examine import examine
    from app.intake.tray import Tray

    path = make_pdf("a.pdf", "the first words")
    before = path.read_bytes()
    with Tray() as tray:
        proposals = list(examine([path], case, tray, Progress(), today=date(2026, 11, 22)))
        path.write_bytes(b"something else")
        confirm(case, proposals, tray, Progress())
    assert case.documents.data(case.records.all()[0].document.sha256) == before


@pytest.mark.parametrize("why", list(Refusal))
def test_every_refusal_has_a_sentence_that_names_the_file(why):
    assert "{name}" in sentence(why)
    assert sentence(why).endswith(".")


@pytest.mark.parametrize(
    "words", ["Жалобы на боль в спине", "המטופל מתלונן על כאב", "يشكو المريض من ألم"]
)
def test_a_text_in_another_script_goes_in_and_is_found_by_its_words(take, case, tmp_path, words):
    (tmp_path / "note.txt").write_text(words, encoding="utf-8")
    take(tmp_path / "note.txt")
    (record,) = case.records.all()
    assert [hit.record for hit in case.search.find(words.split()[0])] == [record.id]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("ผู้ป่วยปวดหลัง".encode(), "is written in letters that our fonts lack."),
        (
            "Жалобы на боль".encode("cp1251"),
            "was saved in an old form that we cannot read for sure.",
        ),
    ],
)
def test_a_text_that_cannot_be_shown_is_named_and_says_what_to_do(look, tmp_path, raw, why):
    (tmp_path / "note.txt").write_bytes(raw)
    (found,) = look(tmp_path / "note.txt")
    assert found.sentence == f"“note.txt” {why} Print it to a PDF, then add the PDF."
