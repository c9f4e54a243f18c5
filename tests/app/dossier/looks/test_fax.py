"""A dossier that is sent by fax still says all that it says, in black and white."""

import re
from itertools import groupby, product

import pypdfium2
import pytest

from app.dossier import styles
from app.dossier.plan import Paper
from app.dossier.sheet import Sheet
from app.typesetting.fonts import Face, Fonts
from app.typesetting.own_pdf import new_document, own_pdf
from app.typesetting.style import INK, Style, ink
from tests.app.dossier.looks.drawn import runs, strokes, words
from tests.app.dossier.looks.fax import Fax, faxed
from tests.app.dossier.looks.own_pages import FRAME

PAGES = (
    "one-page-summary-1", "index-of-records-1", "timeline-1", "key-results-over-time-1", FRAME,
)  # fmt: skip
MOST_LOST = {Fax.FINE: 0.03, Fax.STANDARD: 0.35}
"""Of each word. What is underlined loses its line in a fax with 98 lines an inch."""
MOST_FILLED = 0.1

_ALL = {name: style for name, style in vars(styles).items() if isinstance(style, Style)}
NUMBERED = {name: style for name, style in _ALL.items() if name not in ("SMALL", "SAID", "FINE")}
"""The styles in which numbers stand that must not be misread: dates, doses, pages."""
_MOST_OF_A_DIGIT = 0.2  # the foot of a 1, which is still a 1 without it

BAR, NUMBER_OF_DOTS = 2.4, 4.6  # points: how thick a bar is, and how far apart its dots are


def grey(code):
    """Give the three parts of an ink, from 0 to 255."""
    return tuple(round(float(part) * 255) for part in code.split())


def has_hollow_dot(page, box):
    """Whether one of the dots for what somebody said is near the words in `box`."""
    dots = [one for one in strokes(page) if not one.straight and one.ink == grey(styles.PLUM)]
    middle = (box.left + box.right) / 2
    return any(
        abs(x - middle) < 6 and abs(y - box.bottom) < 20 for dot in dots for x, y in dot.corners
    )


def sheet_of(draw):
    """Give a page on which `draw` has set something."""
    document = new_document("", "en", reproducible=True)
    sheet = Sheet(1, 595, 842, Fonts(document))
    draw(sheet)
    sheet.close()
    return pypdfium2.PdfDocument(own_pdf(document, [sheet]))[0]


@pytest.fixture(scope="module")
def sent(sample):
    """Each page as it arrives; every one is sent once."""
    done = {}

    def send(name, fax):
        page = sample[Paper.A4][name]
        if (name, fax) not in done:
            done[name, fax] = faxed(page, fax)
        return page, done[name, fax]

    return send


@pytest.mark.parametrize(("name", "fax"), list(product(PAGES, Fax)))
def test_every_word_arrives(sent, name, fax):
    page, copy = sent(name, fax)
    found = words(page)
    assert len(found) > 15
    for word in found:
        assert copy.lost(word.box) <= MOST_LOST[fax], word.text
        assert copy.filled(word.box) <= MOST_FILLED, word.text


@pytest.mark.parametrize("fax", Fax)
def test_no_digit_loses_a_stroke_wherever_it_falls_between_the_lines_of_a_fax(fax):
    shown = NUMBERED if fax is Fax.STANDARD else _ALL
    line = 72 / 100

    def draw(sheet):
        for place, style in enumerate(shown.values()):
            for step in range(4):
                x = 40 + (step % 2) * 270
                y = 40 + place * 46 + (step // 2) * 23
                y += step * line / 4
                for count, digit in enumerate("0123456789"):
                    sheet.text(x + count * 25, y, digit, style)

    page = sheet_of(draw)
    copy, found = faxed(page, fax), words(page)
    assert len(found) == 40 * len(shown)
    for word in found:
        assert copy.lost(word.box) <= (_MOST_OF_A_DIGIT if fax is Fax.STANDARD else 0.02), word


@pytest.mark.parametrize(("name", "fax"), list(product(PAGES, Fax)))
def test_every_line_that_says_something_arrives(sent, name, fax):
    page, copy = sent(name, fax)
    for stroke in strokes(page):
        if stroke.thick > styles.FAXED - 0.05 and stroke.straight:
            arrived = copy.inked(stroke)
            # two dots beside one line have ten places to ask at: one lost at an edge is a tenth
            least = 0.8 if stroke.dashed and stroke.length < 12 else 0.9
            assert arrived is None or arrived > least, stroke


@pytest.mark.parametrize("fax", Fax)
@pytest.mark.parametrize("name", ["one-page-summary-1", "timeline-1", "key-results-over-time-1"])
def test_the_solid_and_the_dotted_bar_are_told_apart(sent, name, fax):
    page, copy = sent(name, fax)
    bars = [one for one in strokes(page) if abs(one.thick - BAR) < 0.01 and one.upright]
    assert bars
    for bar in bars:
        dots = int(bar.length / NUMBER_OF_DOTS)
        if bar.dashed:
            assert copy.gaps(bar) >= dots - 1
        else:
            assert copy.gaps(bar) == 0
        assert bar.dashed == (bar.ink == grey(styles.PLUM))


def test_no_colour_says_anything_alone(sample):
    said = re.compile(r"[Ss]aid|My own reading|\(.*\)")
    known = {grey(one) for one in (INK, styles.SOFT, styles.BLUE, styles.PLUM, styles.WHITE)}
    for name, page in sample[Paper.A4].items():
        lines = [one for one in strokes(page) if one.ink == grey(styles.BLUE) and one.thick < 1]
        for colour, group in groupby(runs(page), key=lambda run: run.ink):
            several = list(group)
            text = " ".join(one.text for one in several)
            assert colour in known, (name, text)
            if colour == grey(styles.PLUM):
                assert said.search(text) or has_hollow_dot(page, several[0].box), (name, text)
            if colour == grey(styles.BLUE):
                for one in several:
                    assert any(line.underlines(one.box) for line in lines), (name, one.text)


def test_pale_thin_and_drowned_words_are_found():
    pale, thin = (Style(Face.REGULAR, 8.8, 12, ink(code)) for code in ("B9C3CC", "44525E"))

    def draw(sheet):
        sheet.text(60, 100, "pale", pale)
        for step in range(4):
            sheet.text(60 + step * 20, 150 + step * 0.18, "7", thin)
        sheet.box(50, 180, 100, 30, fill=styles.SOFT)
        sheet.text(60, 200, "drowned", styles.BODY)
        sheet.text(60, 250, "plain", styles.BODY)

    page = sheet_of(draw)
    copy = faxed(page, Fax.STANDARD)
    found = {word.text: word.box for word in words(page)}
    most = MOST_LOST[Fax.STANDARD]
    assert copy.lost(found["pale"]) > most
    sevens = [copy.lost(word.box) for word in words(page) if word.text == "7"]
    assert max(sevens) > _MOST_OF_A_DIGIT
    drowned = found["drowned"]
    assert copy.lost(drowned) > most or copy.filled(drowned) > MOST_FILLED
    assert copy.lost(found["plain"]) < 0.1
    assert copy.filled(found["plain"]) < MOST_FILLED
