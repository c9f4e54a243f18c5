"""Every page ordered is there once, upright, whole and untouched, where it belongs."""

import gc
from itertools import pairwise

import pikepdf
import pypdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen import canvas

from app.worker.binding import bind
from app.worker.orders import Binding, Bookmark, Link, Placed
from app.worker.risks import risky
from app.worker.verifying import verify

PAPER = (600.0, 800.0)
MARGINS = (50.0, 50.0, 50.0, 50.0)

SCENE = (
    b"0.9 0.2 0.2 rg 10 10 60 90 re f 0 0 1 RG 4 w 20 20 m 180 130 l S "
    b"BT 0 g /F1 18 Tf 90 15 Td (potassium 3.9) Tj ET "
)


def no_step(done, total):
    return None


def own(folder, pages=2):
    made = canvas.Canvas(str(folder / "own.pdf"), pagesize=PAPER)
    for number in range(pages):
        made.setFont("Helvetica", 12)
        made.drawString(60, 700, f"Own page {number}")
        made.showPage()
    made.save()


def source(folder, name, *contents, size=(200, 300), change=lambda pdf: None, **saving):
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    for content in contents:
        pdf.add_blank_page(page_size=size)
        pdf.pages[-1].Contents = pdf.make_stream(content)
        pdf.pages[-1].Resources = Dictionary(Font=Dictionary(F1=font))
    change(pdf)
    pdf.save(folder / name, **saving)


def turned(page, degrees):
    def change(pdf):
        pdf.pages[page].Rotate = degrees

    return change


def words(text):
    return b"BT /F1 14 Tf 20 100 Td (%s) Tj ET" % text.encode()


def order(pages, sources=("a.pdf",), **given_entries):
    frames = given_entries.pop("frames", (b"",))
    entries = {
        "links": (),
        "bookmarks": (),
        "paper": PAPER,
        "frame_margins": MARGINS,
        "title": "Dossier of M. Ellis",
        "language": "en",
        "result": "out.pdf",
    }
    return Binding("own.pdf", sources, tuple(pages), frames, **(entries | given_entries))


def bound(folder, pages, **entries):
    bind(folder, order(pages, **entries), no_step)
    return folder / "out.pdf"


def picture(path, page=0, scale=1.0):
    with pypdfium2.PdfDocument(path) as pdf:
        return pdf[page].render(scale=scale).to_pil().convert("RGB")


def lies_there(folder, left, top, *, scale=1.0):
    """Whether the only page of a.pdf is found pixel for pixel in the dossier's second page."""
    out = bound(folder, [Placed(-1, 0), Placed(0, 0, 0)])
    before = picture(folder / "a.pdf", scale=scale)
    box = (left, top, left + before.width, top + before.height)
    after = picture(out, 1).crop(box)
    different = sum(
        max(abs(a - b) for a, b in zip(one, other, strict=True)) > 40
        for one, other in zip(before.get_flattened_data(), after.get_flattened_data(), strict=True)
    )
    assert len(set(before.get_flattened_data())) > 3  # there is something to compare
    return different <= before.width * before.height // 500


@pytest.mark.parametrize(
    ("turn", "left", "top"),
    [(0, 200, 50), (90, 250, 50), (180, 200, 50), (270, 250, 50), (-90, 250, 50), (450, 250, 50)],
)
def test_a_turned_page_stands_upright_at_the_top_in_the_middle(tmp_path, turn, left, top):
    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE, change=turned(0, turn))
    assert lies_there(tmp_path, left, top)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_cropped_page_shows_only_what_its_reader_saw(tmp_path, turn):
    def change(pdf):
        pdf.pages[0].Rotate = turn
        pdf.pages[0].MediaBox = [-100, -40, 300, 400]
        pdf.pages[0].CropBox = [20, 10, 180, 120]

    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE, change=change)
    wide = turn in (0, 180)
    assert lies_there(tmp_path, 320 if wide else 245, 50)


def test_a_page_in_larger_units_keeps_its_size(tmp_path):
    def change(pdf):
        pdf.pages[0].UserUnit = 2

    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE, size=(200, 240), change=change)
    assert lies_there(tmp_path, 100, 50, scale=2)


@pytest.mark.parametrize("size", [(1000, 1400), (250, 1400), (1000, 1000)])
def test_a_large_page_is_made_smaller_until_it_fits(tmp_path, size):
    own(tmp_path)
    source(tmp_path, "a.pdf", b"0 0 1 rg 0 0 5000 5000 re f", size=size)
    out = bound(tmp_path, [Placed(-1, 0), Placed(0, 0, 0)])
    area = picture(out, 1)
    blue = [
        (x, y)
        for y in range(area.height)
        for x in range(area.width)
        if area.getpixel((x, y)) == (0, 0, 255)
    ]
    scale = min(500 / size[0], 700 / size[1])
    width, height = size[0] * scale, size[1] * scale
    assert min(x for x, _ in blue) == pytest.approx(300 - width / 2, abs=1)
    assert max(x for x, _ in blue) == pytest.approx(300 + width / 2 - 1, abs=1)
    assert min(y for _, y in blue) == pytest.approx(50, abs=1)
    assert max(y for _, y in blue) == pytest.approx(50 + height - 1, abs=1)


def test_a_small_page_is_never_enlarged(tmp_path):
    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE, size=(120, 100))
    assert lies_there(tmp_path, 340, 50)  # wider than high: on paper turned on its side


def test_the_paper_is_turned_only_for_a_wide_page(tmp_path):
    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE, SCENE, change=turned(1, 90))
    out = bound(tmp_path, [Placed(-1, 0), Placed(0, 0, 0), Placed(0, 1, 0)])
    reader = pypdf.PdfReader(out)
    assert [tuple(page.mediabox)[2:] for page in reader.pages] == [
        (600, 800),
        (600, 800),
        (800, 600),
    ]
    assert all("/Rotate" not in page for page in reader.pages[1:])


def test_patterns_and_gradients_land_where_they_were(tmp_path):
    def change(pdf):
        tile = pdf.make_stream(
            b"1 0 0 rg 0 0 7 7 re f 0 0 1 rg 7 7 6 6 re f", Type=Name.Pattern, PatternType=1,
            PaintType=1, TilingType=1, BBox=[0, 0, 13, 13], XStep=17, YStep=19,
            Resources=Dictionary(), Matrix=[1, 0, 0, 1, 5, 3],
        )  # fmt: skip
        shading = Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 150, 200, 280],
            Function=Dictionary(
                FunctionType=2, Domain=[0, 1], C0=[1, 1, 0], C1=[0, 0, 1], N=1
            ), Extend=[True, True],
        )  # fmt: skip
        pdf.pages[0].Resources.Pattern = Dictionary(
            P1=tile, P2=Dictionary(PatternType=2, Shading=shading)
        )

    own(tmp_path)
    content = b"/Pattern cs /P1 scn 10 10 180 120 re f /P2 scn 10 150 180 130 re f"
    source(tmp_path, "a.pdf", content, change=change)
    assert lies_there(tmp_path, 200, 50)


def test_a_transparency_group_of_the_page_is_kept(tmp_path):
    def change(pdf):
        page = pdf.pages[0]
        page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB, I=True)
        page.Resources.ExtGState = Dictionary(G1=Dictionary(BM=Name.Multiply, ca=0.5))

    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE + b"/G1 gs 0 1 0 rg 20 20 120 200 re f", change=change)
    assert lies_there(tmp_path, 200, 50)
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        form = pdf.pages[1].Resources.XObject.Src
        assert str(form.Group.S) == "/Transparency"


@pytest.mark.parametrize("content", [b"Q Q Q " + SCENE, SCENE + b" q q q 5 0 0 5 0 0 cm", SCENE])
def test_unbalanced_contents_leave_header_and_footer_alone(tmp_path, content):
    own(tmp_path)
    frame = b"BT /F1 12 Tf 40 780 Td (HEADER) Tj ET 0 0 1 rg 40 20 520 10 re f"
    source(tmp_path, "a.pdf", content)
    out = bound(tmp_path, [Placed(-1, 0), Placed(0, 0, 0)], frames=(frame,))
    image = picture(out, 1)
    assert image.getpixel((300, 775)) == (0, 0, 255)
    assert image.getpixel((230, 300)) == (230, 51, 51)  # the record's red, as in SCENE
    text = pypdf.PdfReader(out).pages[1].extract_text()
    assert "HEADER" in text
    assert "potassium 3.9" in text


def test_the_colours_of_the_frame_do_not_reach_the_record(tmp_path):
    own(tmp_path)
    source(tmp_path, "a.pdf", b"20 20 100 100 re f")
    frame = b"1 0 0 rg 0.5 0 0 0.5 0 0 cm 10 10 10 10 re f"
    out = bound(tmp_path, [Placed(-1, 0), Placed(0, 0, 0)], frames=(frame,))
    assert picture(out, 1).getpixel((250, 300)) == (0, 0, 0)


def test_nothing_is_drawn_over_the_record(tmp_path):
    own(tmp_path)
    source(tmp_path, "a.pdf", b"1 1 1 rg 0 0 200 300 re f")
    out = bound(tmp_path, [Placed(-1, 0), Placed(0, 0, 0)])
    inside = picture(out, 1, scale=4).crop((800, 200, 1600, 1400))
    around = picture(out, 1, scale=4).crop((790, 190, 1610, 1410))
    assert set(inside.get_flattened_data()) == {(255, 255, 255)}
    assert (140, 140, 140) in set(around.get_flattened_data())  # the grey edge, outside


def test_what_lies_outside_the_page_is_not_shown(tmp_path):
    own(tmp_path)
    source(tmp_path, "a.pdf", b"1 0 0 rg -500 -500 2000 2000 re f")
    image = picture(bound(tmp_path, [Placed(-1, 0), Placed(0, 0, 0)]), 1)
    red = sum(pixel == (255, 0, 0) for pixel in image.get_flattened_data())
    assert red == 200 * 300


def test_a_page_without_contents_is_kept(tmp_path):
    def change(pdf):
        del pdf.pages[1].obj["/Contents"]
        del pdf.pages[1].obj["/Resources"]

    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE, SCENE, words("after"), change=change)
    out = bound(tmp_path, [Placed(-1, 0), *(Placed(0, n, 0) for n in range(3))])
    reader = pypdf.PdfReader(out)
    assert len(reader.pages) == 4
    assert "after" in reader.pages[3].extract_text()
    assert verify(out).ok


@pytest.mark.parametrize(
    "boxes",
    [
        {"/MediaBox": [0, 0, 0, 0]},
        {"/MediaBox": [200, 300, 0, 0]},
        {"/CropBox": [10, 10, 10, 200]},
        {"/CropBox": [900, 900, 1000, 1000]},
        {"/MediaBox": [0, 0]},
        {"/UserUnit": 0},
    ],
)
def test_a_page_with_a_senseless_size_is_kept_and_readable(tmp_path, boxes):
    def change(pdf):
        for key, value in boxes.items():
            pdf.pages[0].obj[key] = value

    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE, change=change)
    out = bound(tmp_path, [Placed(-1, 0), Placed(0, 0, 0)])
    assert "potassium" in pypdf.PdfReader(out).pages[1].extract_text()
    assert len(set(picture(out, 1).get_flattened_data())) > 3


def test_contents_in_several_streams_are_joined_in_order(tmp_path):
    def change(pdf):
        halves = [pdf.make_stream(part) for part in (b"BT /F1 14 Tf 20", b"100 Td (joined) Tj ET")]
        pdf.pages[0].Contents = Array(halves)

    own(tmp_path)
    source(tmp_path, "a.pdf", b"", change=change)
    out = bound(tmp_path, [Placed(-1, 0), Placed(0, 0, 0)])
    assert "joined" in pypdf.PdfReader(out).pages[1].extract_text()


def test_pages_that_share_their_contents_keep_their_own_fonts_and_sizes(tmp_path):
    def change(pdf):
        second = pdf.pages[1]
        second.Contents = pdf.pages[0].Contents
        second.MediaBox = [0, 0, 100, 150]
        second.Resources = Dictionary(
            Font=Dictionary(
                F1=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)
            )
        )

    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE, b"", change=change)
    out = bound(tmp_path, [Placed(-1, 0), Placed(0, 0, 0), Placed(0, 1, 0)])
    with pikepdf.open(out) as pdf:
        forms = [pdf.pages[n].Resources.XObject.Src for n in (1, 2)]
        assert [str(form.Resources.Font.F1.BaseFont) for form in forms] == [
            "/Helvetica",
            "/Courier",
        ]
        assert [[float(v) for v in form.BBox] for form in forms] == [
            [0, 0, 200, 300],
            [0, 0, 100, 150],
        ]


def test_the_same_page_twice_is_stored_once(tmp_path):
    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE)
    out = bound(tmp_path, [Placed(0, 0, 0), Placed(-1, 0), Placed(0, 0, 0)])
    assert picture(out, 0).tobytes() == picture(out, 2).tobytes()
    with pikepdf.open(out) as pdf:
        one, two = (pdf.pages[n].Resources.XObject.Src for n in (0, 2))
        assert one.objgen == two.objgen


def test_a_single_stream_is_not_touched(tmp_path):
    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE, compress_streams=False)
    out = bound(tmp_path, [Placed(-1, 0), Placed(0, 0, 0)])
    with pikepdf.open(out) as pdf:
        assert pdf.pages[1].Resources.XObject.Src.read_bytes() == SCENE


def test_sizes_and_fonts_given_further_up_in_the_file_are_found(tmp_path):
    def change(pdf):
        for key in ("/MediaBox", "/Resources"):
            pdf.Root.Pages[key] = pdf.pages[0].obj[key]
            del pdf.pages[0].obj[key]
        pdf.Root.Pages.Rotate = 90

    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE, change=change)
    assert lies_there(tmp_path, 250, 50)


def test_a_source_locked_against_changes_is_bound(tmp_path):
    own(tmp_path)
    lock = pikepdf.Encryption(user="", owner="other", R=6)
    source(tmp_path, "a.pdf", SCENE, encryption=lock)
    out = bound(tmp_path, [Placed(-1, 0), Placed(0, 0, 0)])
    assert "potassium 3.9" in pypdf.PdfReader(out).pages[1].extract_text()


def test_actions_forms_and_outlines_of_a_source_stay_behind(tmp_path):
    def change(pdf):
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.Root.OpenAction = script
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=[String("a"), script]))
        pdf.pages[0].AA = Dictionary(O=script)
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9],
            A=Dictionary(S=Name.URI, URI=String("http://x")),
        )  # fmt: skip
        pdf.pages[0].Annots = Array([pdf.make_indirect(link)])
        pdf.pages[0].Metadata = pdf.make_stream(b"<jane/>", Type=Name.Metadata, Subtype=Name.XML)
        pdf.docinfo["/Author"] = "Nurse Jane"

    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE, change=change)
    out = bound(tmp_path, [Placed(0, 0, 0), Placed(-1, 0)])
    with pikepdf.open(out) as pdf:
        assert not risky(pdf)
        assert set(pdf.docinfo.keys()) == {"/Title", "/Producer"}
    assert b"Jane" not in out.read_bytes()


def test_links_lead_to_their_pages_and_keep_the_zoom(tmp_path):
    own(tmp_path, 2)
    source(tmp_path, "a.pdf", SCENE, SCENE)
    links = (
        Link(0, (10, 20, 110, 40), 3, 700, "Go to dossier page 4"),
        Link(0, (10, 50, 110, 70), 2),
        Link(3, (1, 1, 9, 9), 0, 0),
    )
    pages = [Placed(-1, 0), Placed(-1, 1), Placed(0, 0, 0), Placed(0, 1, 0)]
    reader = pypdf.PdfReader(bound(tmp_path, pages, links=links))
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}
    first, second = (one.get_object() for one in reader.pages[0]["/Annots"])
    (back,) = (one.get_object() for one in reader.pages[3]["/Annots"])
    assert numbers[first["/Dest"][0].idnum] == 3
    assert list(first["/Dest"])[1:] == ["/XYZ", pypdf.generic.NullObject(), 700, 0]
    assert first["/Contents"] == "Go to dossier page 4"
    assert first["/F"] == 4
    assert list(first["/Border"]) == [0, 0, 0]
    assert list(first["/Rect"]) == [10, 20, 110, 40]
    assert (numbers[second["/Dest"][0].idnum], second["/Dest"][1]) == (2, "/Fit")
    assert (numbers[back["/Dest"][0].idnum], back["/Dest"][3]) == (0, 0)


def test_bookmarks_nest_by_level_and_open_their_pages(tmp_path):
    own(tmp_path, 3)
    marks = (
        Bookmark("Cover", 0),
        Bookmark("Letters", 1),
        Bookmark("Doc 1 · Größe 日本", 1, 1),
        Bookmark("p. 2", 2, 2),
        Bookmark("Doc 2", 2, 1),
        Bookmark("End", 2, 0),
    )
    reader = pypdf.PdfReader(bound(tmp_path, [Placed(-1, n) for n in range(3)], bookmarks=marks))

    def read(entries):
        return [
            read(one)
            if isinstance(one, list)
            else (one.title, reader.get_destination_page_number(one))
            for one in entries
        ]

    assert read(reader.outline) == [
        ("Cover", 0),
        ("Letters", 1),
        [("Doc 1 · Größe 日本", 1), [("p. 2", 2)], ("Doc 2", 2)],
        ("End", 2),
    ]


def test_the_file_says_its_title_language_and_page_numbers(tmp_path):
    own(tmp_path, 2)
    reader = pypdf.PdfReader(
        bound(tmp_path, [Placed(-1, 0), Placed(-1, 1)], language="de", made="2026-11-22")
    )
    root = reader.root_object
    assert reader.page_labels == ["1", "2"]
    assert root["/Lang"] == "de"
    assert root["/PageMode"] == "/UseOutlines"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert dict(reader.metadata) == {
        "/Title": "Dossier of M. Ellis",
        "/Producer": "Casepack",
        "/CreationDate": "D:20261122",
    }


def test_the_same_order_gives_the_same_bytes(tmp_path):
    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE, SCENE)
    pages = [Placed(-1, 0), Placed(0, 1, 0), Placed(0, 0, 0)]
    for name in ("one.pdf", "two.pdf"):
        bound(tmp_path, pages, reproducible=True, made="2026-11-22", result=name)
    made = [tmp_path / name for name in ("one.pdf", "two.pdf")]
    assert made[0].read_bytes() == made[1].read_bytes()
    assert "/CreationDate" not in pypdf.PdfReader(made[0]).metadata


def test_a_password_locks_the_file_but_lets_a_screen_reader_in(tmp_path):
    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE)
    out = bound(tmp_path, [Placed(-1, 0), Placed(0, 0, 0)], password="long words")
    reader = pypdf.PdfReader(out)
    assert reader.is_encrypted
    assert not reader.decrypt("wrong")
    assert reader.decrypt("long words")
    assert "potassium 3.9" in reader.pages[1].extract_text()
    with pikepdf.open(out, password="long words") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.allow.accessibility
    assert b"Ellis" not in out.read_bytes()
    assert verify(out, "long words").ok


def test_a_locked_file_cannot_be_asked_to_be_reproducible(tmp_path):
    own(tmp_path)
    with pytest.raises(ValueError, match="reproducible"):
        bound(tmp_path, [Placed(-1, 0)], password="x", reproducible=True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"links": (Link(0, (0, 0, 1, 1), 5),)},
        {"bookmarks": (Bookmark("x", 1),)},
        {"frames": ()},
        {"sources": ()},
    ],
)
def test_an_order_that_contradicts_itself_makes_no_file(tmp_path, wrong):
    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE)
    with pytest.raises(ValueError, match=r"page|frame"):
        bound(tmp_path, [Placed(0, 0, 0)], **wrong)
    assert not (tmp_path / "out.pdf").exists()


def test_a_page_that_a_source_lacks_stops_the_binding(tmp_path):
    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE)
    with pytest.raises((RuntimeError, ValueError)):
        bound(tmp_path, [Placed(-1, 0), Placed(0, 1, 0)])
    assert not (tmp_path / "out.pdf").exists()


def test_the_work_tells_how_far_it_is_and_can_be_stopped(tmp_path):
    own(tmp_path)
    source(tmp_path, "a.pdf", *[SCENE] * 450)
    pages = [Placed(-1, 0), *(Placed(0, n, 0) for n in range(450))]
    steps = []
    bind(tmp_path, order(pages), lambda done, total: steps.append((done, total)))
    assert [total for _, total in steps] == [451] * len(steps)
    done = [one for one, _ in steps]
    assert done == sorted(done)
    assert done[0] == 0
    assert done[-1] == 451
    assert max(b - a for a, b in pairwise(done)) <= 200

    def stop(one, _):
        if one > 200:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bind(tmp_path, order(pages, result="second.pdf"), stop)
    assert gc.isenabled()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(wanted=st.lists(st.tuples(st.integers(-1, 1), st.integers(0, 3)), min_size=1, max_size=14))
def test_any_choice_of_pages_in_any_order_comes_out_as_ordered(tmp_path, wanted):
    own(tmp_path, 4)
    for letter in "ab":
        source(tmp_path, f"{letter}.pdf", *(words(f"{letter}-{n}") for n in range(4)))
    pages = [Placed(-1, 0), *(Placed(s, p, 0 if s >= 0 else -1) for s, p in wanted)]
    out = bound(tmp_path, pages, sources=("a.pdf", "b.pdf"))
    found = [page.extract_text().strip() for page in pypdf.PdfReader(out).pages]
    names = {-1: "Own page {}", 0: "a-{}", 1: "b-{}"}
    assert found == [names[one.source].format(one.page) for one in pages]
    assert verify(out).pages == len(pages)
