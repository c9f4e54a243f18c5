"""Every page of a record is upright, whole and untouched in its frame."""

import pikepdf
import pypdf
import pytest
from pikepdf import Array, Dictionary, Name

from app.worker.orders import Placed
from app.worker.verifying import verify
from tests.app.worker.bound_pages import (
    SCENE,
    bound,
    lies_there,
    own,
    picture,
    source,
    turned,
    words,
)


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
