"""Letters of the world: cleaned, joined and in the order of the eye."""

import pytest
from fontTools.ttLib import TTFont
from reportlab.pdfbase.pdfdoc import PDFDocument

from app.dossier.groups import page_range
from app.dossier.styles import BODY
from app.resources import resource
from app.typesetting.fonts import Face, Fonts
from app.typesetting.script import as_seen, cleaned, joined, reads_right_to_left
from app.typesetting.text import Piece, wrap


@pytest.fixture
def fonts():
    return Fonts(PDFDocument(invariant=1))


def test_controls_that_hide_or_turn_words_are_gone():
    assert cleaned("a\x00b\u202ec\u2066d\ufeffe\x1b") == "abcde"
    assert cleaned("a\r\nb\tc\u2028d") == "a\nb c\nd"
    assert cleaned("e\u0301") == "é"
    assert cleaned("\ud800") == "\ufffd"


def test_a_hebrew_name_stands_in_the_order_of_the_eye_with_its_digits_unturned():
    assert as_seen("כהן 4711", from_right=True) == "4711 ןהכ"


def test_an_arabic_name_is_joined_and_its_digits_are_unturned():
    seen = as_seen("علي 123", from_right=True)
    assert seen == "123 \ufef2\ufee0\ufecb"
    assert reads_right_to_left("علي 123")
    assert not reads_right_to_left("Dr علي")


def test_a_short_i_stands_before_its_consonants():
    assert joined("किताब") == "िकताब"


def test_an_arabic_paragraph_starts_at_the_right(fonts):
    line = wrap("مريم يوسف", BODY, 200, fonts)[0]
    last = line.fragments[-1]
    assert last.x + last.width == pytest.approx(200)


def test_lines_are_never_wider_than_asked(fonts):
    for text in ("word " * 50, "x" * 500, "مريم " * 50, "a" + " " * 400 + "b"):
        for line in wrap(text, BODY, 120, fonts):
            assert sum(part.width for part in line.fragments) <= 120.1


def test_a_page_number_leaves_the_lines_as_they_are(fonts):
    def lines(number):
        piece = Piece(f"[p. {number}]", whole=True, reserve=60)
        return [
            line.fragments[0].x
            for line in wrap(["see ", piece, " and then go on"], BODY, 90, fonts)
        ]

    assert lines(1) == lines(1234)


@pytest.mark.parametrize("face", Face)
def test_the_digits_of_our_type_are_its_tabular_ones(face, fonts):
    file = TTFont(resource(f"fonts/{face}.ttf"))
    twins = {}
    for feature in file["GSUB"].table.FeatureList.FeatureRecord:
        if feature.FeatureTag == "tnum":
            for place in feature.Feature.LookupListIndex:
                for table in file["GSUB"].table.LookupList.Lookup[place].SubTable:
                    twins |= getattr(table, "mapping", None) or table.ExtSubTable.mapping
    digits = [file.getBestCmap()[code] for code in range(48, 58)]
    steps = {file.getGlyphID(twins[one]) - file.getGlyphID(one) for one in digits}
    assert steps == {10}
    assert {file["hmtx"][twins[one]][0] for one in digits} == {632}
    assert fonts.width("1", face, 1000) == fonts.width("0", face, 1000) == 632


def test_words_that_do_not_fit_are_cut_with_dots(fonts):
    cut = fonts.cut("A long title of a record", Face.REGULAR, 10, 60)
    assert cut.endswith("…")
    assert fonts.width(cut, Face.REGULAR, 10) <= 60
    assert fonts.cut("short", Face.REGULAR, 10, 60) == "short"


def test_page_ranges_are_short():
    assert page_range((2, 3, 4, 7)) == "3–5, 8"
    assert page_range((4, 2)) == "5, 3"
