"""The measure for the kept pictures sees what a person would see, and nothing else."""

import io
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageStat

from app.dossier.lay_out import lay_out
from tests.app.dossier.looks.pictures import MOST, difference, kept, picture, shown_difference

Operation = tuple[list, str]


def text_lines(page):
    """Give the baselines of a page's words, in points from below, the same one once."""
    found = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Td":
            found[float(operands[1])] = None
    return list(found)


def redrawn(page: pikepdf.Page, change: Callable[[list[Operation]], list[Operation]]):
    """Render a page of which `change` has got the operations between its words and shapes."""
    pdf = pikepdf.new()
    pdf.pages.append(page)
    code = [(list(one), str(name)) for one, name in pikepdf.parse_content_stream(page)]
    changed = [(one, pikepdf.Operator(name)) for one, name in change(code)]
    pdf.pages[0].Contents = pdf.make_stream(pikepdf.unparse_content_stream(changed))
    return rendered(pdf)


def rendered(pdf: pikepdf.Pdf) -> Image.Image:
    out = io.BytesIO()
    pdf.save(out)
    return picture(pypdfium2.PdfDocument(out.getvalue())[0])


def moved_words(code, base, dx=0.0, dy=0.0):
    """Move the words on the baseline `base`."""
    return [
        ([float(one[0]) + dx, float(one[1]) + dy], name)
        if name == "Td" and float(one[1]) == base
        else (one, name)
        for one, name in code
    ]


def moved_box(code, number, dy):
    """Move the edge of the rectangle with this number."""
    found, seen = [], 0
    for one, name in code:
        if name == "re":
            if seen == number:
                one = [one[0], float(one[1]) + dy, *one[2:]]
            seen += 1
        found.append((one, name))
    return found


@pytest.fixture(scope="module")
def summary(sample_plan):
    """The page of the summary, to be drawn otherwise, and its kept picture."""
    layout = lay_out(sample_plan, reproducible=True)
    place = next(
        mark.page for mark in layout.bookmarks if mark.title.startswith("One-page summary")
    )
    with pikepdf.open(io.BytesIO(layout.own)) as own:
        page = own.pages[layout.pages[place].page]
        yield page, kept(redrawn(page, lambda code: code))


def how_different(image, golden):
    return difference(image, golden)[0]


def test_a_line_of_words_that_is_lost_is_found_wherever_it_stood(summary):
    page, golden = summary
    lines = text_lines(page)[::8]
    assert len(lines) > 6
    for base in lines:
        without = redrawn(page, lambda code, base=base: moved_words(code, base, dx=2000))
        assert how_different(without, golden) > MOST, base


def test_a_line_that_lies_on_another_is_found(summary):
    page, golden = summary
    for base in text_lines(page)[1::8]:
        over = redrawn(page, lambda code, base=base: moved_words(code, base, dy=6))
        assert how_different(over, golden) > MOST, base


@pytest.mark.parametrize("number", [0, 1])
def test_a_frame_that_has_moved_by_ten_points_is_found(summary, number):
    page, golden = summary
    for far in (10, -10):
        moved = redrawn(page, lambda code, far=far: moved_box(code, number, far))
        assert how_different(moved, golden) > MOST


def test_another_font_is_found(summary):
    page, golden = summary
    pdf = pikepdf.new()
    pdf.pages.append(page)
    fonts = pdf.pages[0].Resources.Font
    regular, semibold = (
        next(key for key, font in fonts.items() if str(font.get("/BaseFont", "")).endswith(name))
        for name in ("Next-Regular", "Next-SemiBold")
    )
    for there, instead in ((regular, semibold), (semibold, regular)):
        before, fonts[there] = fonts[there], fonts[instead]
        assert how_different(rendered(pdf), golden) > MOST
        fonts[there] = before
    assert how_different(rendered(pdf), golden) < MOST / 2


def shifted(image, across, down):
    return image.transform(
        image.size, Image.Transform.AFFINE, (1, 0, across, 0, 1, down), Image.Resampling.BICUBIC,
        fillcolor=255,
    )  # fmt: skip


@pytest.mark.parametrize("far", [(0.3, 0.3), (-0.3, 0.3), (0.5, -0.5), (1, 0), (0, -1)])
def test_a_page_drawn_a_pixel_or_less_beside_its_place_is_alike(summary, far):
    page, golden = summary
    image = redrawn(page, lambda code: code)
    assert how_different(shifted(image, *far), golden) < MOST / 2


@pytest.mark.parametrize("gamma", [0.85, 1.2])
def test_a_page_drawn_a_little_lighter_or_darker_is_alike(summary, gamma):
    page, golden = summary
    tones = [round(255 * (level / 255) ** gamma) for level in range(256)]
    image = redrawn(page, lambda code: code).point(tones)
    assert how_different(image, golden) < MOST / 2


def test_a_page_of_another_size_is_as_different_as_can_be(summary):
    _page, golden = summary
    wider = Image.new("L", (golden.width + 1, golden.height), 255)
    assert how_different(wider, golden) == 255
    assert shown_difference(wider, golden).size == wider.size


def test_the_picture_of_a_difference_shows_what_is_new_and_what_is_gone(summary):
    page, golden = summary
    lines = text_lines(page)
    base = lines[len(lines) // 2]
    less = redrawn(page, lambda code: moved_words(code, base, dx=2000))
    foot = round((float(page.mediabox[3]) - base) * golden.height / float(page.mediabox[3]))
    line = (0, foot - 6, golden.width, foot)
    red, _green, blue = ImageStat.Stat(shown_difference(golden, less).crop(line)).mean
    assert red > blue + 10
    red, _green, blue = ImageStat.Stat(shown_difference(less, golden).crop(line)).mean
    assert blue > red + 10
