"""What records bring along is in the bound dossier: bookmarks, links and the words of notes."""

import hashlib
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pikepdf
import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from app.case.casefile import CaseFile
from app.case.documents import Source
from app.content.load import load_content
from app.dossier import bind as binder
from app.dossier.export import Choices, prepare
from app.dossier.inner import notes_of, own_bookmarks, with_insides
from app.dossier.lay_out import lay_out
from app.dossier.layout import RecordPlace
from app.dossier.plan import DossierPlan, Paper, PlannedRecord, Section
from app.dossier.preflight import preflight
from app.dossier.version_checks import check_version
from app.model.inside import InnerLink, Inside, OutlineLine, StuckNote
from app.model.recipient_profile import Identity
from app.model.record import Document, Kind, PageFacts, Record
from app.model.story import CaseSnapshot
from app.model.version import Version
from app.phrases import phrases
from app.progress import Progress
from app.worker.binding import bind
from app.worker.readers import pdf as reader
from app.worker.readers.outcome import Made
from app.worker.verifying import verify

MARK = (30, 60, 90, 80)  # where a link stands, and a black box shows it


def a_record_pdf(path, *, pages=4, turn=0, crop=None, unit=1, size=(300, 400)):
    """A PDF whose every page leads to the next by name, with an outline of two levels."""
    pdf = pikepdf.new()
    for _page in range(pages):
        pdf.add_blank_page(page_size=size)
        box = b"0 g %d %d %d %d re f" % (MARK[0], MARK[1], MARK[2] - MARK[0], MARK[3] - MARK[1])
        pdf.pages[-1].Contents = pdf.make_stream(box)
        pdf.pages[-1].Rotate = turn
        if crop:
            pdf.pages[-1].CropBox = list(crop)
        if unit != 1:
            pdf.pages[-1].UserUnit = unit
    names = []
    for number, page in enumerate(pdf.pages):
        names += [String(f"p{number}"), Array([page.obj, Name.XYZ, MARK[0], MARK[3], 0])]
        goal = Dictionary(S=Name.GoTo, D=String(f"p{(number + 1) % pages}"))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=list(MARK), A=goal)
        page.Annots = Array([pdf.make_indirect(link)])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names))
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem("Findings", 0))
        outline.root[0].children.extend([OutlineItem("Level L4", 1), OutlineItem("Level L5", 2)])
        outline.root.append(OutlineItem("Advice", 3))
    note = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Text,
        Rect=[200, 200, 218, 218],
        T=String("Dr R. Venn"),
        Contents=String("Ask about the left leg."),
    )
    pdf.pages[1].Annots.append(pdf.make_indirect(note))
    pdf.save(path)
    return path


@pytest.fixture
def planned_from(tmp_path):
    """Return a function that plans one record, or several, from a PDF as the sealed room reads it."""

    def planned_from(path, *choices, paper=Paper.A4, covered=()):
        found = reader.read(path, Made(tmp_path, 1), "", lambda *_: None)
        rendition = tmp_path / found.rendition if found.rendition else path
        raw = rendition.read_bytes()
        sha256 = hashlib.sha256(raw).hexdigest()
        document = Document(
            "a" * 64, path.name, "application/pdf", 9, sha256, found.pages, found.remarks
        )
        records = []
        for number, chosen in enumerate(choices or (tuple(range(len(found.pages))),), 1):
            record = Record(number, Kind.IMAGING, f"MRI {number}", document=document)
            facts = tuple(found.pages[page] for page in chosen)
            records.append(PlannedRecord(number, record, chosen, facts, covered))
        plan = DossierPlan(
            title="Dossier",
            made=date(2026, 11, 22),
            paper=paper,
            case=CaseSnapshot(records=tuple(one.record for one in records)),
            sections=(Section(Kind.IMAGING, tuple(records)),),
            left_out=(),
            application="Casepack 0.2",
        )
        return with_insides(plan, lambda _sha256s: {"a" * 64: found.inside}), rendition

    return planned_from


@pytest.fixture
def bound(tmp_path):
    """Return a function that lays a plan out and binds it, without walls; gives layout and file."""

    def bound(plan, rendition):
        layout = lay_out(plan)
        (tmp_path / "own.pdf").write_bytes(layout.own)
        (tmp_path / "source0.pdf").write_bytes(rendition.read_bytes())
        order = binder._order(layout, plan, ("source0.pdf",), password="", reproducible=True)
        bind(tmp_path, order, lambda _done, _total: None)
        return layout, tmp_path / order.result

    return bound


def inner(reader, layout):
    """Give the links that lead from record page to record page, as pypdf reads them."""
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}
    found = []
    for n, page in enumerate(reader.pages):
        for mark in page.get("/Annots", ()):
            mark = mark.get_object()
            target = numbers[mark["/Dest"][0].idnum]
            if layout.pages[n].source >= 0 and layout.pages[target].source >= 0:
                found.append((n, target, [float(end) for end in mark["/Rect"]], mark["/Dest"]))
    return found


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "shape",
    [
        {},
        {"crop": (20, 40, 160, 300)},
        {"unit": 2.5},
        {"size": (900, 700), "crop": (10, 20, 850, 690)},
    ],
    ids=["plain", "cropped", "unit", "large"],
)
def test_a_link_lies_on_what_it_lay_on_in_the_record(tmp_path, planned_from, bound, turn, shape):
    paper = Paper.LETTER if turn == 90 else Paper.A4
    plan, rendition = planned_from(
        a_record_pdf(tmp_path / "a.pdf", turn=turn, **shape), paper=paper
    )
    layout, path = bound(plan, rendition)
    read = pypdf.PdfReader(path)
    links = inner(read, layout)
    first = layout.places[0].first_page - 1
    assert [(n - first, target - first) for n, target, _box, _goal in links] == [
        (0, 1),
        (1, 2),
        (2, 3),
        (3, 0),
    ]
    with pypdfium2.PdfDocument(path) as shown:
        for n, target, (x0, y0, x1, y1), goal in links:
            image = shown[n].render(scale=4, grayscale=True).to_pil()
            box = [4 * x0, image.height - 4 * y1, 4 * x1, image.height - 4 * y0]
            within = image.crop(
                [round(box[0] + 2), round(box[1] + 2), *map(round, (box[2] - 2, box[3] - 2))]
            )
            assert within.getextrema() == (0, 0)
            edges = [
                image.crop((round(box[0]) - 6, round(box[1]), round(box[0]) - 3, round(box[3]))),
                image.crop((round(box[2]) + 3, round(box[1]), round(box[2]) + 6, round(box[3]))),
                image.crop((round(box[0]), round(box[1]) - 6, round(box[2]), round(box[1]) - 3)),
                image.crop((round(box[0]), round(box[3]) + 3, round(box[2]), round(box[3]) + 6)),
            ]
            assert all(edge.getextrema()[0] > 100 for edge in edges)
            # the goal is a corner of the box on the target page, whichever is up there
            assert goal[1] == "/XYZ"
            other = next(rect for m, _t, rect, _g in links if m == target)
            assert min(abs(float(goal[3]) - other[1]), abs(float(goal[3]) - other[3])) < 0.05


def test_the_second_readers_find_every_link_and_bookmark_alive(tmp_path, planned_from, bound):
    plan, rendition = planned_from(a_record_pdf(tmp_path / "a.pdf"))
    layout, path = bound(plan, rendition)
    verdict = verify(path)
    assert verdict.ok, verdict.sentences
    assert verdict.links == len(layout.links)
    assert verdict.bookmarks == len(layout.bookmarks)


def titles(outline, level=0):
    """Give every line of pypdf's outline with its level."""
    for one in outline:
        if isinstance(one, list):
            yield from titles(one, level + 1)
        else:
            yield level, one.title


def test_a_records_outline_stands_below_its_bookmark_with_dossier_pages(
    tmp_path, planned_from, bound
):
    plan, rendition = planned_from(a_record_pdf(tmp_path / "a.pdf"))
    layout, path = bound(plan, rendition)
    first = layout.places[0].first_page
    read = pypdf.PdfReader(path)
    lines = list(titles(read.outline))
    start = next(n for n, (_level, title) in enumerate(lines) if title.startswith("Doc 1 "))
    assert lines[start + 1 : start + 5] == [
        (2, f"Findings (p. {first})"),
        (3, f"Level L4 (p. {first + 1})"),
        (3, f"Level L5 (p. {first + 2})"),
        (2, f"Advice (p. {first + 3})"),
    ]
    assert lines[start + 5][0] == 0


def test_what_leads_to_a_page_that_is_left_out_goes_and_its_children_move_up(
    tmp_path, planned_from, bound
):
    plan, rendition = planned_from(a_record_pdf(tmp_path / "a.pdf"), (1, 2), (3, 0))
    layout, path = bound(plan, rendition)
    one, other = (place.first_page for place in layout.places)
    read = pypdf.PdfReader(path)
    lines = [title for level, title in titles(read.outline) if level >= 2]
    assert lines == [
        f"Level L4 (p. {one})",
        f"Level L5 (p. {one + 1})",
        f"Findings (p. {other + 1})",
        f"Advice (p. {other})",
    ]
    assert [level for level, _title in titles(read.outline) if level > 2] == []
    pairs = [(n + 1, target + 1) for n, target, _box, _goal in inner(read, layout)]
    assert pairs == [(one, one + 1), (other, other + 1)]
    assert verify(path).ok


def test_links_are_told_to_screen_readers(tmp_path, planned_from):
    plan, _rendition = planned_from(a_record_pdf(tmp_path / "a.pdf"))
    layout = lay_out(plan)
    first = layout.places[0].first_page
    told = {(one.page, one.target): n for n, one in enumerate(layout.links)}
    link = told[first - 1, first]
    assert layout.links[link].description == f"Go to dossier page {first + 1}"
    assert [one.kind for one in layout.elements if one.link == link] == ["Link"]
    assert [one.page for one in layout.elements if one.link == link] == [first - 1]


def words_of(path, title):
    return [
        " ".join(page.extract_text().split())
        for page in pypdf.PdfReader(path).pages
        if title in page.extract_text()
    ]


HEAD = "Notes stuck on the records"


def test_the_words_of_notes_are_listed_before_the_last_part(tmp_path, planned_from, bound):
    plan, rendition = planned_from(a_record_pdf(tmp_path / "a.pdf"))
    layout, path = bound(plan, rendition)
    (page,) = words_of(path, HEAD)
    number = layout.places[0].first_page + 1
    assert f"p. {number} Dr R. Venn Ask about the left leg." in page
    assert "Doc 1 · MRI 1" in page
    tops = [mark for mark in layout.bookmarks if mark.level == 0]
    assert [mark.title.split(" (p.")[0] for mark in tops[-2:]] == [HEAD, "About this dossier"]
    assert any(one.page == tops[-2].page and one.target == number - 1 for one in layout.links)


def test_without_notes_there_is_no_list(tmp_path, planned_from, bound):
    plan, rendition = planned_from(a_record_pdf(tmp_path / "a.pdf"), (0, 2, 3))
    _layout, path = bound(plan, rendition)
    assert words_of(path, HEAD) == []
    assert "left leg" not in "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_no_word_of_a_covered_page_comes_out_by_its_notes_or_its_outline(tmp_path, planned_from):
    plan, _rendition = planned_from(a_record_pdf(tmp_path / "a.pdf"), covered=(1,))
    (planned,) = plan.records
    assert notes_of(planned) == []
    place = RecordPlace(1, 5, 4)
    lines = [mark.title for mark in own_bookmarks(planned, place, 2, phrases("en"))]
    assert lines == ["Findings (p. 5)", "Level L5 (p. 7)", "Advice (p. 8)"]


def test_notes_that_were_only_counted_are_owned_up_to(tmp_path, planned_from, bound):
    plan, rendition = planned_from(a_record_pdf(tmp_path / "a.pdf"))
    (section,) = plan.sections
    (planned,) = section.records
    planned = replace(planned, inside=replace(planned.inside, more_notes=12))
    plan = replace(plan, sections=(replace(section, records=(planned,)),))
    _layout, path = bound(plan, rendition)
    (page,) = words_of(path, HEAD)
    assert "12 more notes are not listed. They are in the original file." in page


def test_a_long_note_goes_on_on_the_next_page(tmp_path, planned_from, bound):
    plan, rendition = planned_from(a_record_pdf(tmp_path / "a.pdf"))
    (section,) = plan.sections
    (planned,) = section.records
    long = "\n".join(f"Line {number} of the note." for number in range(120))
    note = StuckNote(0, "", long)
    planned = replace(planned, inside=replace(planned.inside, notes=(note,)))
    plan = replace(plan, sections=(replace(section, records=(planned,)),))
    _layout, path = bound(plan, rendition)
    pages = words_of(path, HEAD)
    assert len(pages) > 1
    assert "Line 0 of" in pages[0]
    assert "Line 119 of" in pages[-1]
    assert "Not given" in pages[0]


def test_a_dossier_of_a_case_has_what_its_documents_bring_along(tmp_path):
    raw = a_record_pdf(tmp_path / "a.pdf").read_bytes()
    sha256 = hashlib.sha256(raw).hexdigest()
    document = Document(
        sha256, "a.pdf", "application/pdf", len(raw), sha256, (PageFacts(300, 400),) * 4
    )
    inside = Inside(
        (OutlineLine("Findings", 2),), (InnerLink(0, (1, 2, 30, 40), 3),), (StuckNote(1, "", "x"),)
    )
    case = CaseFile.create(tmp_path / "a.casepack")
    source = Source(sha256, len(raw), lambda: [raw])
    case.documents.store(document, ("",) * 4, b"", source, None, Progress(), inside)
    with case.change("MRI"):
        case.records.add("MRI", document=sha256)
    plan, layout = prepare(case, Choices(made=date(2026, 11, 22)))
    assert [planned.inside for planned in plan.records] == [inside]
    first = layout.places[0].first_page
    assert f"Findings (p. {first + 2})" in [mark.title for mark in layout.bookmarks]
    assert (first - 1, first + 2) in [(link.page, link.target) for link in layout.links]
    assert HEAD in " ".join(mark.title for mark in layout.bookmarks)
    case.close()


@settings(max_examples=60, deadline=None)
@given(
    chosen=some.lists(some.integers(0, 7), min_size=1, max_size=8, unique=True).map(tuple),
    outline=some.lists(
        some.builds(OutlineLine, some.just("x"), some.integers(0, 7), some.integers(0, 5)),
        max_size=20,
    ).map(tuple),
)
def test_bookmarks_lead_to_the_pages_they_name_whatever_is_chosen(chosen, outline):
    document = Document("a" * 64, "a", "application/pdf", 9, "a" * 64, (PageFacts(9, 9),) * 8)
    planned = PlannedRecord(
        1,
        Record(1, None, "MRI", document=document),
        chosen,
        (PageFacts(9, 9),) * len(chosen),
        inside=Inside(outline),
    )
    marks = list(own_bookmarks(planned, RecordPlace(1, 5, len(chosen)), 2, phrases("en")))
    kept = [line.page for line in outline if line.page in chosen]
    assert [chosen[mark.page - 4] for mark in marks] == kept
    assert all(mark.title == f"x (p. {mark.page + 1})" for mark in marks)
    levels = [1, *(mark.level for mark in marks)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_check_says_which_records_have_notes(tmp_path, planned_from):
    path = a_record_pdf(tmp_path / "a.pdf")
    for chosen, codes in (((0, 1), ["record.notes"]), ((0, 2), [])):
        plan, _rendition = planned_from(path, chosen)
        lines = preflight(
            plan, lay_out(plan), load_content(), lambda _sha256: True, lambda _sha256: ()
        )
        assert [line.code for line in lines if line.code == "record.notes"] == codes


@pytest.mark.parametrize("name", ["Venn", "left leg", "Level L4"])
def test_under_a_pseudonym_a_name_in_a_note_or_an_outline_stops_the_dossier(
    tmp_path, planned_from, name
):
    plan, _rendition = planned_from(a_record_pdf(tmp_path / "a.pdf"))
    version = Version(identity=Identity.PSEUDONYM)
    plan = replace(plan, version=version, hidden_names=(name,))
    lines = list(check_version(plan, lambda _sha256: ("",) * 4))
    assert "pseudonym.page" in [line.code for line in lines]
    assert any("page 2 of" in line.sentence for line in lines)
    (section,) = plan.sections
    covered = tuple(replace(one, covered=(1,)) for one in section.records)
    plan = replace(plan, sections=(replace(section, records=covered),))
    lines = list(check_version(plan, lambda _sha256: ("",) * 4))
    assert "pseudonym.page" not in [line.code for line in lines]
