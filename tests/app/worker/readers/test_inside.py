"""Outlines and inner links of foreign PDFs, told in the upright page's own points."""

import io
import time

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pikepdf import Array, Dictionary, Name, OutlineItem, String
from reportlab.pdfgen import canvas

from app.model.inside import (
    LONGEST_TITLE,
    NOTHING_INSIDE,
    InnerLink,
    OutlineLine,
    moved_up,
)
from app.worker.readers import inside as inner
from app.worker.readers import pdf as reader
from app.worker.readers.inside import look_inside
from tests.app.worker.small_pdfs import a_pdf

WIDE, HIGH = 300, 400  # points; a page of `a_pdf`
PATIENCE = 15  # seconds of processor time for a hostile file, of the sealed room's 20 or more


def inside(path, pages=3, size=(WIDE, HIGH), password=""):
    return look_inside(path, password, [size] * pages)


def link(pdf, page, rect=(10, 20, 60, 50), **entries):
    one = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=list(rect), **entries)
    page = pdf.pages[page].obj
    page.Annots = Array([*page.get("/Annots", []), pdf.make_indirect(one)])


def goto(goal):
    return Dictionary(S=Name.GoTo, D=goal)


def links_of(tmp_path, change, pages=3):
    return inside(a_pdf(tmp_path / "a.pdf", change, pages=pages), pages).links


def lines_of(tmp_path, change, pages=3):
    return inside(a_pdf(tmp_path / "a.pdf", change, pages=pages), pages).outline


@pytest.mark.parametrize(
    ("goal", "top"),
    [
        ([Name.XYZ, None, 300, 0], 100),
        ([Name.XYZ, 20, None, None], None),
        ([Name.Fit], None),
        ([Name.FitH, 350], 50),
        ([Name.FitBH, 0], 400),
        ([Name.FitR, 0, 0, 100, 250], 150),
        ([Name.FitV, 30], None),
        ([Name.XYZ, 0, 9999, 0], 0),
        ([Name.XYZ, 0, -50.5, 0], 400),
        ([], None),
        ([Name.XYZ], None),
        ([Name.Nonsense, 3], None),
    ],
)
@pytest.mark.parametrize("how", ["bare", "action", "named", "old", "wrapped"])
def test_every_way_to_lead_to_a_page_is_followed(tmp_path, how, goal, top):
    def change(pdf):
        aim = Array([pdf.pages[2].obj, *goal])
        if how == "bare":
            link(pdf, 0, Dest=aim)
        elif how == "action":
            link(pdf, 0, A=goto(aim))
        elif how == "old":
            pdf.Root.Dests = Dictionary(sec=aim)
            link(pdf, 0, Dest=Name.sec)
        else:
            aim = Dictionary(D=aim) if how == "wrapped" else aim
            leaf = pdf.make_indirect(Dictionary(Names=[String("first"), 1, String("sec"), aim]))
            pdf.Root.Names = Dictionary(Dests=Dictionary(Kids=[leaf]))
            link(pdf, 0, A=goto(String("sec")))

    assert links_of(tmp_path, change) == (InnerLink(0, (10, 350, 60, 380), 2, top),)


def test_a_page_named_by_its_number_is_found(tmp_path):
    def change(pdf):
        link(pdf, 0, Dest=Array([1, Name.Fit]))
        link(pdf, 0, Dest=Array([3, Name.Fit]))  # there are pages 0 to 2

    assert [one.target for one in links_of(tmp_path, change)] == [1]


def test_links_made_by_another_program_are_found(tmp_path):
    made = io.BytesIO()
    pages = canvas.Canvas(made, pagesize=(WIDE, HIGH))
    pages.linkRect("", "second", (10, 20, 60, 50), relative=0)
    pages.linkAbsolute("", "third", (10, 60, 60, 90))
    pages.addOutlineEntry("Second", "second", 0)
    pages.addOutlineEntry("Third", "third", 1)
    pages.showPage()
    pages.bookmarkHorizontalAbsolute("second", 300)
    pages.showPage()
    pages.bookmarkPage("third")
    pages.showPage()
    pages.save()
    (tmp_path / "a.pdf").write_bytes(made.getvalue())
    found = inside(tmp_path / "a.pdf")
    assert {(one.box, one.target) for one in found.links} == {
        ((10, 350, 60, 380), 1),
        ((10, 310, 60, 340), 2),
    }
    assert found.outline == (OutlineLine("Second", 1), OutlineLine("Third", 2, 1))


@pytest.mark.parametrize(
    "entries",
    [
        {"Dest": String("gone")},
        {"Dest": Name.gone},
        {"Dest": Name("/\xe9\xff")},
        {"Dest": Array([])},
        {"Dest": Array([None, Name.Fit])},
        {"Dest": Array([Dictionary(Type=Name.Page), Name.Fit])},
        {"Dest": 7},
        {"A": Dictionary(S=Name.URI, URI=String("http://example.org"))},
        {"A": Dictionary(S=Name.GoToR, F=String("other.pdf"), D=Array([0, Name.Fit]))},
        {"A": Dictionary(S=Name.JavaScript, JS=String("1"))},
        {"A": Dictionary(S=Name.GoTo)},
        {},
    ],
)
def test_what_leads_nowhere_or_out_is_left_out_and_harms_no_other_link(tmp_path, entries):
    def change(pdf):
        link(pdf, 0, **entries)
        link(pdf, 0, Dest=Array([pdf.pages[1].obj, Name.Fit]))
        first = pdf.make_indirect(Dictionary(Title=String("Broken"), **entries))
        first.Next = pdf.make_indirect(
            Dictionary(Title=String("Sound"), Dest=Array([pdf.pages[1].obj, Name.Fit]))
        )
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=first))

    found = inside(a_pdf(tmp_path / "a.pdf", change, pages=3))
    assert [one.target for one in found.links] == [1]
    assert found.outline == (OutlineLine("Sound", 1),)


@pytest.mark.parametrize(
    "rect",
    [(10, 10, 10, 40), (-50, 10, -5, 40), (301, 0, 340, 30), (1, 2, 3), ("a", 1, 2, 3), None],
)
def test_a_link_that_nobody_can_select_is_left_out(tmp_path, rect):
    def change(pdf):
        link(pdf, 0, Dest=Array([pdf.pages[1].obj, Name.Fit]))
        mark = pdf.pages[0].Annots[0]
        if rect is None:
            del mark.Rect
        else:
            mark.Rect = Array([String(end) if end == "a" else end for end in rect])

    assert links_of(tmp_path, change) == ()


def test_a_hidden_link_is_left_out_and_one_that_reaches_out_is_cut(tmp_path):
    def change(pdf):
        goal = Array([pdf.pages[1].obj, Name.Fit])
        link(pdf, 0, Dest=goal, F=2)
        link(pdf, 0, rect=(250, 380, 9999, 9999), Dest=goal)
        link(pdf, 0, rect=(60, 50, 10, 20), Dest=goal)  # corners the other way round

    assert [one.box for one in links_of(tmp_path, change)] == [
        (250, 0, 300, 20),
        (10, 350, 60, 380),
    ]


@pytest.mark.parametrize(
    ("turn", "box", "top"),
    [
        (0, (20, 180, 60, 220), 80),
        (90, (100, 20, 140, 60), 10),
        (180, (140, 100, 180, 140), 240),
        (270, (180, 140, 220, 180), 190),
    ],
)
def test_places_are_those_of_the_page_as_it_is_read(tmp_path, turn, box, top):
    """A page cropped to 100 by 160 units of 2 points, seen from each side."""

    def change(pdf):
        for page in pdf.pages:
            page.Rotate = turn
            page.CropBox = [50, 100, 150, 260]
            page.UserUnit = 2
        link(pdf, 0, rect=(60, 150, 80, 170), Dest=Array([pdf.pages[1].obj, Name.XYZ, 55, 220, 0]))

    size = (200, 320) if turn in (0, 180) else (320, 200)
    (found,) = inside(a_pdf(tmp_path / "a.pdf", change, pages=3), size=size).links
    assert found.box == box
    assert found.top == top


def test_boxes_given_further_up_the_tree_of_pages_count(tmp_path):
    def change(pdf):
        link(pdf, 0, rect=(10, 20, 60, 50), Dest=Array([pdf.pages[1].obj, Name.Fit]))
        pdf.Root.Pages.MediaBox = [0, 0, 100, 200]
        pdf.Root.Pages.Rotate = 90
        for page in pdf.pages:
            del page.obj["/MediaBox"]

    (found,) = inside(a_pdf(tmp_path / "a.pdf", change, pages=3), size=(200, 100)).links
    assert found.box == (20, 10, 50, 60)


def test_a_nested_outline_keeps_its_order_and_its_levels(tmp_path):
    def change(pdf):
        with pdf.open_outline() as outline:
            first, last = OutlineItem("  One\n of  two ", 0), OutlineItem("Two", 2)
            first.children.append(OutlineItem("One a", 1))
            first.children[0].children.append(OutlineItem("One a i", 1))
            first.children.append(OutlineItem("One b", 2))
            outline.root.extend([first, last])

    assert lines_of(tmp_path, change) == (
        OutlineLine("One of two", 0),
        OutlineLine("One a", 1, 1),
        OutlineLine("One a i", 1, 2),
        OutlineLine("One b", 2, 1),
        OutlineLine("Two", 2),
    )


def chained(pdf, entries, key="/Next"):
    """Make an outline in which each entry is the next, or the child, of the one before."""
    after = None
    for entry in reversed(entries):
        if after is not None:
            entry[key] = after
        after = pdf.make_indirect(entry)
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=after))


def to(pdf, page, title):
    return Dictionary(Title=String(title), Dest=Array([pdf.pages[page].obj, Name.Fit]))


def test_a_mere_heading_leads_to_the_first_page_below_it(tmp_path):
    def change(pdf):
        chained(
            pdf,
            [
                Dictionary(Title=String("Part")),
                Dictionary(Title=String("Chapter"), A=goto(String("gone"))),
                Dictionary(Title=String("Section")),
                to(pdf, 2, "Words"),
                Dictionary(Title=String("Empty")),
            ],
            "/First",
        )

    assert lines_of(tmp_path, change) == (
        OutlineLine("Part", 2),
        OutlineLine("Section", 2, 1),
        OutlineLine("Words", 2, 2),
    )


def test_titles_are_made_harmless_and_cut(tmp_path):
    def change(pdf):
        chained(
            pdf,
            [
                to(pdf, 0, "exe.\u202egnp\u0000 \u0007"),
                to(pdf, 0, "long " * 100),
                to(pdf, 1, " \n "),
                Dictionary(Title=7, Dest=Array([pdf.pages[1].obj])),
            ],
        )

    one, other = lines_of(tmp_path, change)
    assert one.title == "exe.gnp"
    assert len(other.title) <= LONGEST_TITLE
    assert other.title.endswith("…")


def test_loops_in_an_outline_end(tmp_path):
    def change(pdf):
        one, other = (pdf.make_indirect(to(pdf, page, "x")) for page in (0, 1))
        one.First, one.Next, other.Next, other.First = one, other, one, other
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=one))

    assert [line.page for line in lines_of(tmp_path, change)] == [0, 1]


def quick(change):
    """Give what is found in a hostile file, which must not take long."""

    def look(tmp_path):
        path = a_pdf(tmp_path / "a.pdf", change, pages=3)
        start = time.process_time()
        found = inside(path)
        assert time.process_time() - start < PATIENCE
        return found

    return look


def test_an_endless_outline_is_cut(tmp_path, monkeypatch):
    monkeypatch.setattr(inner, "MOST_LINES", 20)
    monkeypatch.setattr(inner, "_MOST_ENTRIES", 500)

    def deep(pdf):
        chained(pdf, [to(pdf, 1, f"{n}") for n in range(1000)], "/First")

    found = quick(deep)(tmp_path).outline
    assert len(found) == 20
    assert [line.level for line in found[:8]] == [0, 1, 2, 3, 4, 5, 5, 5]


def test_countless_links_are_cut(tmp_path, monkeypatch):
    monkeypatch.setattr(inner, "MOST_LINKS", 30)
    monkeypatch.setattr(inner, "_MOST_MARKS", 50)

    def many(pdf):
        for _n in range(40):
            link(pdf, 0, Dest=Array([pdf.pages[1].obj, Name.Fit]))
        for _n in range(40):
            link(pdf, 1, Dest=Array([pdf.pages[1].obj, Name.Fit]))

    assert len(quick(many)(tmp_path).links) == 30
    monkeypatch.setattr(inner, "MOST_LINKS", 100)
    assert [one.page for one in inside(tmp_path / "a.pdf").links] == [0] * 40 + [1] * 10


def test_one_link_listed_countless_times_counts_once(tmp_path):
    def same(pdf):
        link(pdf, 0, Dest=Array([pdf.pages[1].obj, Name.Fit]))
        pdf.pages[0].Annots = Array([pdf.pages[0].Annots[0]] * 100_000)

    assert len(quick(same)(tmp_path).links) == 1


def test_a_tree_of_names_that_is_deep_or_bites_its_tail_ends(tmp_path):
    def tree(pdf):
        aim = Array([pdf.pages[1].obj, Name.Fit])
        node = pdf.make_indirect(Dictionary(Names=[String("deep"), aim]))
        for _level in range(3000):
            node = pdf.make_indirect(Dictionary(Kids=[node]))
        ring = pdf.make_indirect(Dictionary(Names=[String("near"), aim]))
        ring.Kids = Array([ring] * 1000 + [node])
        pdf.Root.Names = Dictionary(Dests=ring)
        for name in ("deep", "near", "gone"):
            link(pdf, 0, Dest=String(name))

    assert [one.target for one in quick(tree)(tmp_path).links] == [1, 1]


def test_a_giant_name_that_thousands_share_is_not_read_thousands_of_times(tmp_path):
    def giant(pdf):
        name = pdf.make_indirect(String("x" * 2_000_000))
        entries = {"Type": Name.Annot, "Subtype": Name.Link, "Rect": [1, 1, 9, 9], "Dest": name}
        pdf.pages[0].Annots = Array(
            [pdf.make_indirect(Dictionary(**entries)) for _n in range(3000)]
        )

    assert quick(giant)(tmp_path).links == ()


def test_a_file_with_other_pages_than_stand_for_it_brings_nothing(tmp_path):
    path = a_pdf(
        tmp_path / "a.pdf",
        lambda pdf: link(pdf, 0, Dest=Array([pdf.pages[1].obj, Name.Fit])),
        pages=3,
    )
    assert inside(path).links
    assert inside(path, pages=2) == NOTHING_INSIDE
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert inside(tmp_path / "a.pdf") == NOTHING_INSIDE


def test_a_locked_file_shows_its_links_to_who_has_the_password(tmp_path, made, no_steps):
    path = a_pdf(
        tmp_path / "a.pdf",
        lambda pdf: link(pdf, 0, Dest=Array([pdf.pages[1].obj, Name.Fit])),
        pages=3,
        encryption=pikepdf.Encryption(owner="o", user="key", R=6),
    )
    found = reader.read(path, made, "key", no_steps)
    assert found.rendition
    assert [one.target for one in found.inside.links] == [1]


def test_a_file_kept_as_pictures_keeps_its_links(tmp_path, made, no_steps):
    def change(pdf):
        for page in pdf.pages:
            page.UserUnit = 2
        link(pdf, 0, Dest=Array([pdf.pages[1].obj, Name.Fit]))

    path = a_pdf(tmp_path / "a.pdf", change, pages=3)
    found = reader.read(path, made, "", no_steps, as_pictures=True)
    (one,) = found.inside.links
    width, height = found.pages[0].width, found.pages[0].height
    assert [round(end, 4) for end in one.box] == [
        round(end, 4)
        for end in (10 / WIDE * width, 350 / HIGH * height, 60 / WIDE * width, 380 / HIGH * height)
    ]


LEVELS = some.lists(some.tuples(some.integers(0, 5), some.booleans()), max_size=30)


@given(LEVELS)
@settings(max_examples=200)
def test_lines_that_move_up_never_skip_a_level_nor_swap_places(levels):
    lines = [OutlineLine(str(n), n, level) for n, (level, _stays) in enumerate(levels)]
    kept = moved_up(lines, lambda line: levels[line.page][1])
    assert [line.page for line in kept] == [n for n, (_level, stays) in enumerate(levels) if stays]
    for before, after in zip([OutlineLine("", 0, -1), *kept], kept, strict=False):
        assert after.level <= before.level + 1
    for line in kept:
        assert line.level <= levels[line.page][0]


@given(LEVELS)
def test_an_outline_of_which_all_stays_keeps_its_shape(levels):
    lines, deepest = [], -1
    for n, (level, _stays) in enumerate(levels):
        deepest = min(level, deepest + 1)
        lines.append(OutlineLine(str(n), n, deepest))
    assert moved_up(lines, lambda line: True) == tuple(lines)
