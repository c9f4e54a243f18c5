"""The page before each group of records, read back from finished files."""

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from app.case.casefile import CaseFile
from app.dossier.export import Choices, export
from app.dossier.lay_out import lay_out
from app.dossier.pages.divider import MANY_PAGES, has_dividers
from app.dossier.plan import Paper
from app.dossier.planning import plan_dossier
from app.dossier.proof import Proofs
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.tray import Tray
from app.model.partial_date import PartialDate, Point
from app.model.record import Document, Kind, PageFacts, Record, RecordDates
from app.model.story import CaseSnapshot, Subject
from app.model.version import MAIN, Version, Volumes
from app.model.voice import Cited
from app.progress import Progress
from tests.app.worker.read_tree import Tree, check

TODAY = date(2026, 11, 22)
PAPERS = (
    ("Clinic letter", "Dr R. Venn", Kind.SPECIALIST_LETTER, 2),
    ("MRI of the spine", "City Imaging", Kind.IMAGING, 3),
    ("X-ray", "City Imaging", Kind.IMAGING, 1),
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """Two groups of papers and one of a note, with dividers chosen."""
    folder = tmp_path_factory.mktemp("case")
    path = folder / "a.casepack"
    with closing(CaseFile.create(path)) as case:
        for day, (title, source, kind, pages) in enumerate(PAPERS, start=1):
            paper = Canvas(str(folder / f"{title}.pdf"), (595, 842))
            for page in range(pages):
                paper.drawString(60, 700, f"{title}, own page {page + 1}")
                paper.showPage()
            paper.save()
            with Tray() as tray:
                found = list(
                    examine([folder / f"{title}.pdf"], case, tray, Progress(), today=TODAY)
                )
                (record,) = confirm(case, found, tray, Progress()).values()
            when = RecordDates(PartialDate(Point(2026, 5, 20 - day)))
            with case.change("Name"):
                named = replace(
                    case.records.get(record), title=title, source=source, kind=kind, dates=when
                )
                case.records.save(named)
        with case.change("Write"):
            case.records.add("My diary", body="A good day.")
            case.versions.save(replace(MAIN, dividers=True))
    return path


def opened(filled, folder):
    return closing(CaseFile.open(Path(shutil.copy(filled, folder))))


@pytest.fixture(scope="module", params=list(Paper), ids=lambda paper: paper.name)
def made(request, filled, tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    with opened(filled, folder) as case:
        return export(case, folder / "a.pdf", Choices(TODAY, request.param), Progress())


def words_of(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in pdf]


def targets(reader, page):
    """Give where the links of a page lead, as (words said of it, page from 1)."""
    for link in page.get("/Annots", ()):
        found = link.get_object()
        yield found["/Contents"], reader.get_page_number(found["/Dest"][0].get_object()) + 1


def outline(reader, marks=None):
    for one in reader.outline if marks is None else marks:
        if isinstance(one, list):
            yield from outline(reader, one)
        else:
            yield one.title, reader.get_destination_page_number(one) + 1


def test_a_page_before_each_group_names_it_and_lists_its_records(made):
    path, dividers = made.files[0].path, made.layout.dividers
    assert [one.kind for one in dividers] == [Kind.IMAGING, Kind.SPECIALIST_LETTER, None]
    words = words_of(path)
    assert len(words) == made.bound.pages == len(made.layout.pages)
    scans, letters, others = (words[one.first_page - 1] for one in dividers)
    places = {
        planned.record.title: place.first_page
        for planned, place in zip(made.plan.records, made.layout.places, strict=True)
    }
    for words_there in (
        "Records C",
        "Scan reports",
        "MRI of the spine",
        f"p. {places['MRI of the spine']}",
        "18-May-2026 · City Imaging · 3 pages",
        "17-May-2026 · City Imaging · 1 page",
        f"p. {places['X-ray']}",
        "C · Scan reports",
    ):
        assert words_there in scans
    assert "Clinic letter" not in scans
    assert "Clinic letter" in letters
    assert "Records of no given kind" in others
    assert "My diary" in others


def test_dividers_are_counted_and_stand_right_before_their_first_record(made):
    first = {
        section.kind: place.first_page
        for section in made.plan.sections
        for place in made.layout.places
        if place.record == section.records[0].record.id
    }
    for one in made.layout.dividers:
        assert (one.first_page + 1, one.pages) == (first[one.kind], 1)
    for number, text in enumerate(words_of(made.files[0].path), start=1):
        assert f"Dossier p. {number} of {made.bound.pages}" in text


def test_cover_bookmarks_and_the_list_lead_where_they_say(made):
    reader = pypdf.PdfReader(made.files[0].path)
    dividers = [one.first_page for one in made.layout.dividers]
    marks = dict(outline(reader))
    for page, title in zip(
        dividers, ("C · Scan reports", "F · Specialists’ letters"), strict=False
    ):
        assert marks[f"{title} (p. {page})"] == page
    for page in reader.pages:
        for said, target in targets(reader, page):
            assert said == f"Go to dossier page {target}"
    cover = {target for _said, target in targets(reader, reader.pages[0])}
    assert cover >= set(dividers)
    listed = [target for _said, target in targets(reader, reader.pages[dividers[0] - 1])]
    places = [place.first_page for place in made.layout.places[:2]]
    index = marks[next(title for title in marks if title.startswith("Index of records"))]
    assert sorted(listed) == sorted([*places, *places, index])  # title, number, footer


def test_a_divider_is_a_part_with_one_heading_and_a_list(made):
    tree = Tree(made.files[0].path)
    check(tree)
    part = next(one for one in tree.document.kids if str(one.entry.get("/T")) == "C · Scan reports")
    assert [tree.spoken(one) for one in part.all("H1")] == ["Scan reports"]
    assert len(part.all("LI")) == 2
    assert [tree.spoken(one) for one in part.all("Lbl")] == ["Doc 1", "Doc 2"]


def test_nothing_on_a_divider_leaves_the_margins(made):
    with pypdfium2.PdfDocument(made.files[0].path) as pdf:
        for one in made.layout.dividers:
            page = pdf[one.first_page - 1]
            text = page.get_textpage()
            boxes = [text.get_charbox(at) for at in range(text.count_chars())]
            assert min(box[0] for box in boxes if box[2] > box[0]) >= 53
            assert max(box[2] for box in boxes) <= page.get_width() - 44


def test_the_check_before_making_counts_and_weighs_them(filled, tmp_path):
    with opened(filled, tmp_path) as case:
        proof, _lines = Proofs(case).make(Choices(TODAY), Progress())
        done = export(case, tmp_path / "a.pdf", Choices(TODAY), Progress())
        with case.change("Choose"):
            case.versions.save(replace(MAIN, dividers=False))
        less, _lines = Proofs(case).make(Choices(TODAY), Progress())
    assert len(proof.layout.pages) == len(less.layout.pages) + 3 == done.bound.pages
    assert proof.size == pytest.approx(done.bound.bytes, rel=0.05)
    assert proof.size > less.size
    assert [one.name for one in proof.parts] == [one.name for one in less.parts]
    assert less.layout.dividers == ()


def test_each_file_of_several_has_the_dividers_of_what_it_holds(filled, tmp_path):
    with opened(filled, tmp_path) as case:
        whole = export(case, tmp_path / "whole.pdf", Choices(TODAY), Progress())
        own = next(one for one in case.records.all() if one.title == "X-ray")
        with case.change("Choose"):
            choices = replace(MAIN, dividers=True, volumes=Volumes.CORE_AND_FULL)
            case.versions.save(choices)
            case.statements.state(Subject.DIAGNOSIS, "A slip", Cited(own.id, 1))
        done = export(case, tmp_path / "a.pdf", Choices(TODAY), Progress())
    assert len(done.files) == 2
    assert [one.kind for one in done.layout.dividers] == [one.kind for one in whole.layout.dividers]
    page = done.layout.dividers[0].first_page
    for one in done.files:
        reader = pypdf.PdfReader(one.path)
        at = reader.page_labels.index(str(page))
        words = reader.pages[at].extract_text()
        assert "Scan reports" in words
        other = 3 - one.layout.volume.number
        assert words.count(f"Vol {other}, p. ") == 1  # one of the two scans is in the other file
        for each in reader.pages:
            for said, target in targets(reader, each):
                assert said == f"Go to dossier page {reader.page_labels[target - 1]}"
    first, second = (pypdf.PdfReader(one.path).page_labels for one in done.files)
    letters = str(done.layout.dividers[1].first_page)
    assert letters not in first
    assert letters in second


def paper_of(number, pages, title="Paper"):
    sha256 = f"{number:064x}"
    facts = (PageFacts(595, 842),) * pages
    document = Document(sha256, "a.pdf", "application/pdf", 9, sha256, facts, frozenset())
    return Record(number, Kind.LABORATORY, title, RecordDates(), "Lab", document=document)


def planned(*records, dividers=None):
    case = CaseSnapshot(records=records)
    return plan_dossier(case, made=TODAY, version=Version(dividers=dividers))


def test_without_a_choice_they_come_with_more_than_forty_pages_of_records():
    assert MANY_PAGES == 40
    note = Record(9, None, "Note", RecordDates(), "", body="x")
    assert not has_dividers(planned(paper_of(1, 20), paper_of(2, 20)))
    assert has_dividers(planned(paper_of(1, 20), paper_of(2, 21)))
    assert has_dividers(planned(paper_of(1, 20), paper_of(2, 20), note))
    assert not has_dividers(planned(paper_of(1, 99), dividers=False))
    assert has_dividers(planned(paper_of(1, 1), dividers=True))


@pytest.mark.parametrize("paper", list(Paper), ids=lambda paper: paper.name)
def test_a_long_list_goes_on_on_more_pages_and_names_every_record_once(paper):
    long = "A title that is so long that it needs some lines of its own, and then some more. "
    records = [paper_of(n, 1, f"Test {n:03}. {long * 3}") for n in range(1, 91)]
    plan = replace(planned(*records), paper=paper)
    layout = lay_out(plan)
    (divider,) = layout.dividers
    assert divider.pages > 2
    assert layout.places[0].first_page == divider.first_page + divider.pages
    with pypdfium2.PdfDocument(layout.own) as pdf:
        texts = [
            pdf[at].get_textpage().get_text_bounded()
            for at in range(divider.first_page - 1, divider.first_page - 1 + divider.pages)
        ]
    words = "".join(texts)
    for number in range(1, 91):
        assert words.count(f"Test {number:03}.") == 1
    assert all("Dossier p. " in text for text in texts)
