"""The bundled fonts: what has a glyph, how wide it is, what is said of the rest."""

import pytest
from fontTools.ttLib import TTFont
from reportlab.pdfbase.pdfdoc import PDFDocument

from app.resources import resource
from app.typesetting.fonts import Face, Fonts, has


@pytest.fixture
def fonts():
    return Fonts(PDFDocument(invariant=1))


@pytest.mark.parametrize("letter", "aÄżЖΩאعक→✓⁹≥□患한ゼ々。")
def test_a_letter_of_a_script_that_ships_has_a_glyph(letter, fonts):
    assert has(letter)
    fonts.width(letter, Face.BOLD, 10)
    assert not fonts.missing


@pytest.mark.parametrize("letter", "😀ไ")
def test_a_letter_that_no_font_has_is_told_once_and_is_as_wide_as_its_box(letter, fonts):
    assert not has(letter)
    assert fonts.width(letter * 2, Face.REGULAR, 10) == fonts.width("□□", Face.REGULAR, 10)
    assert list(fonts.missing) == [letter]


@pytest.mark.parametrize(("rare", "plain"), [("㎎", "mg"), ("５", "5"), ("ｍ", "m"), ("㎥", "m³")])
def test_a_rare_form_of_a_letter_is_set_as_the_plain_one(rare, plain, fonts):
    assert has(rare)
    assert fonts.spelled(rare, Face.REGULAR) == fonts.spelled(plain, Face.REGULAR)
    assert not fonts.missing


def test_a_raised_digit_without_a_glyph_never_becomes_a_plain_one(fonts, monkeypatch):
    monkeypatch.setattr("app.typesetting.fonts._home", lambda one, _face: "" if one == "⁹" else "x")
    assert not has("⁹")


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
