import re

import pypdf
import pypdfium2
import pytest

from app.model.record import Remark
from app.worker.orders import Refusal
from app.worker.readers import text
from app.worker.readers.outcome import CannotRead


def read(tmp_path, made, raw, kind="text/plain"):
    (tmp_path / "in").write_bytes(raw)
    return text.read(tmp_path / "in", made, kind)


def on_paper(path):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def by_another_reader(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf).replace("\r", "")


def letters_from_the_left(path):
    """Give the characters of a page of one line in the order of their places on the paper."""
    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[0].get_textpage()
        placed = [
            (page.get_charbox(at)[0], page.get_text_range(at, 1))
            for at in range(page.count_chars())
        ]
    return "".join(letter for _left, letter in sorted(placed) if letter.strip())


def unembedded(path):
    """Give the names of the fonts that a page uses without bringing them."""
    return [
        str(font.get_object()["/BaseFont"])
        for page in pypdf.PdfReader(path).pages
        for font in page["/Resources"]["/Font"].values()
        if "/FontFile2" not in font.get_object().get("/FontDescriptor", {})
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_survive_every_usual_encoding(tmp_path, made, encoding):
    found = read(tmp_path, made, "Größe: 5 €, 20 °C ± 1".encode(encoding))
    assert found.texts == ("Größe: 5 €, 20 °C ± 1",)
    assert "Größe: 5 €, 20 °C ± 1" in on_paper(made.rendition)


def test_every_word_of_a_long_text_stands_on_some_page(tmp_path, made):
    words = [f"word{number}" for number in range(4000)]
    found = read(tmp_path, made, " ".join(words).encode())
    assert len(found.pages) > 5
    assert " ".join(found.texts).split() == words
    assert on_paper(made.rendition).split() == words
    assert len(pypdf.PdfReader(made.rendition).pages) == len(found.pages) == len(found.texts)


def test_nothing_runs_off_the_page(tmp_path, made):
    read(tmp_path, made, b"x" * 3000 + b"\n" + b"short words " * 200)
    with pypdfium2.PdfDocument(made.rendition) as pdf:
        for page in pdf:
            for thing in page.get_objects():
                left, bottom, right, top = thing.get_bounds()
                assert 50 <= left <= right <= 545
                assert 50 <= bottom <= top <= 792


def test_a_long_word_is_broken_and_not_lost(tmp_path, made):
    found = read(tmp_path, made, b"https://example.org/" + b"abc" * 500)
    assert "".join("".join(found.texts).split()) == "https://example.org/" + "abc" * 500


def test_controls_and_direction_overrides_do_not_reach_the_page(tmp_path, made):
    found = read(tmp_path, made, "dose \x1b[31m5\u202e01\u2066 mg\x07".encode())
    assert found.texts == ("dose [31m501 mg",)


def test_signs_keep_their_look_and_the_text_its_own_letters(tmp_path, made):
    found = read(tmp_path, made, "took 10⁹ cells → better ✓, ﬁne, 5㎎".encode())
    assert found.texts[0] == "took 10⁹ cells → better ✓, ﬁne, 5㎎"
    assert "took 10⁹ cells → better ✓, ﬁne, 5mg" in on_paper(made.rendition)


WRITTEN = {
    "greek": "Ο ασθενής παραπονείται για πόνο,\nπίεση 120/80, 05.11.2024",
    "cyrillic": "Жалобы на боль в спине.\nАД 120/80, їжак, 05.11.2024",
    "arabic": "يشكو المريض من ألم في الظهر\nضغط الدم 120/80 بتاريخ 05.11.2024\nجرعة ١٢٥ ملغ",
    "hebrew": "המטופל מתלונן על כאב\nלחץ דם 120/80 מ-05.11.2024\nערך < 5",
    "devanagari": "रोगी को दर्द है 120/80",
    "mixed": "Dr כהן: привет, καλημέρα, علي 123, नमस्ते ≥ 5",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_a_text_in_any_script_that_ships_goes_in_with_its_own_words(tmp_path, made, text):
    found = read(tmp_path, made, text.encode())
    assert found.texts == (text,)
    assert "□" not in on_paper(made.rendition)
    for number in re.findall(r"[0-9]+(?:[./][0-9]+)*", text):
        assert number in on_paper(made.rendition)
    assert unembedded(made.rendition) == []


@pytest.mark.parametrize("script", ["greek", "cyrillic"])
def test_lines_from_the_left_read_on_paper_as_in_the_file(tmp_path, made, script):
    read(tmp_path, made, WRITTEN[script].encode())
    assert on_paper(made.rendition) == WRITTEN[script]
    assert by_another_reader(made.rendition) == WRITTEN[script]


def test_arabic_letters_are_joined_and_read_from_the_right(tmp_path, made):
    read(tmp_path, made, WRITTEN["arabic"].encode())
    assert by_another_reader(made.rendition) == WRITTEN["arabic"]
    assert "\ufef3\ufeb8\ufedc\ufeee" in on_paper(made.rendition)


def test_hebrew_stands_from_right_to_left_with_its_digits_unturned(tmp_path, made):
    read(tmp_path, made, "לחץ 120/80 (MRI)".encode())
    assert letters_from_the_left(made.rendition) == "(MRI)120/80ץחל"


def test_digits_of_arabic_numbers_stand_from_left_to_right(tmp_path, made):
    read(tmp_path, made, "جرعة ١٢٥".encode())
    seen = letters_from_the_left(made.rendition)
    assert seen.startswith("١٢٥")


def test_a_line_from_the_right_ends_at_the_right_margin(tmp_path, made):
    read(tmp_path, made, "כאב\npain".encode())
    with pypdfium2.PdfDocument(made.rendition) as pdf:
        page = pdf[0].get_textpage()
        boxes = {
            page.get_text_range(at, 1): page.get_charbox(at) for at in range(page.count_chars())
        }
    assert max(box[2] for box in boxes.values()) == pytest.approx(595.276 - 56.7, abs=2)
    assert boxes["כ"][0] > boxes["א"][0] > boxes["ב"][0] > 400
    assert boxes["p"][0] == pytest.approx(56.7, abs=2)


def test_a_long_text_from_the_right_loses_no_word_and_none_of_its_order(tmp_path, made):
    words = [f"מילה{number}" for number in range(3000)]
    found = read(tmp_path, made, " ".join(words).encode())
    assert len(found.pages) > 2
    assert " ".join(found.texts).split() == words


def test_a_few_letters_that_no_font_has_are_boxes_and_stay_in_the_text(tmp_path, made):
    found = read(tmp_path, made, "Seen by Dr ไ in Berlin 😀, dose 5 mg".encode())
    assert found.texts == ("Seen by Dr ไ in Berlin 😀, dose 5 mg",)
    assert found.remarks == {Remark.MISSING_LETTERS}
    assert "Seen by Dr □ in Berlin □, dose 5 mg" in on_paper(made.rendition)
    assert read(tmp_path, made, "Seen in Берлин".encode()).remarks == frozenset()


@pytest.mark.parametrize("text", ["ผู้ป่วยปวดหลัง MRI 120/80 05.11.2024", "😀😀 a"])
def test_a_script_that_the_fonts_lack_is_refused_and_not_garbled(tmp_path, made, text):
    with pytest.raises(CannotRead) as refused:
        read(tmp_path, made, text.encode())
    assert (refused.value.why, refused.value.detail) == (Refusal.NOT_SUPPORTED, "letters")


def test_one_letter_in_three_may_be_missing_and_no_more(tmp_path, made):
    assert read(tmp_path, made, "abไ 12".encode()).texts == ("abไ 12",)
    with pytest.raises(CannotRead):
        read(tmp_path, made, "abไไ 123456".encode())


@pytest.mark.parametrize("code", ["cp1251", "koi8-r"])
def test_an_old_code_is_not_taken_for_another(tmp_path, made, code):
    with pytest.raises(CannotRead) as refused:
        read(tmp_path, made, "Жалобы на боль".encode(code))
    assert (refused.value.why, refused.value.detail) == (Refusal.NOT_SUPPORTED, "code")


@pytest.mark.parametrize("text", ["süß", "créée à Évry", "ÅÄÖ, œuvre", "ÜÖÄ: GRÖSSE"])
def test_western_letters_of_an_old_code_go_in(tmp_path, made, text):
    assert read(tmp_path, made, text.encode("cp1252")).texts == (text,)


def test_a_heading_of_markdown_is_bold_and_keeps_its_signs(tmp_path, made):
    found = read(tmp_path, made, b"# My story\n\n* pain **often**", "text/markdown")
    assert found.texts[0] == "# My story\n\n* pain **often**"
    fonts = pypdf.PdfReader(made.rendition).pages[0]["/Resources"]["/Font"].values()
    names = {str(font.get_object()["/BaseFont"]) for font in fonts}
    assert any("Bold" in name for name in names)


def test_empty_lines_and_columns_stay(tmp_path, made):
    found = read(tmp_path, made, b"a\tb\n\n    c\r\nd")
    assert found.texts[0] == "a       b\n\n    c\nd"


def test_a_text_of_nothing_is_empty(tmp_path, made):
    with pytest.raises(CannotRead) as refused:
        read(tmp_path, made, b" \r\n\t\n")
    assert refused.value.why is Refusal.EMPTY


def test_a_text_of_more_pages_than_anybody_reads_is_refused(tmp_path, made, monkeypatch):
    monkeypatch.setattr(text, "MOST_PAGES", 3)
    with pytest.raises(CannotRead) as refused:
        read(tmp_path, made, b"line\n" * 1000)
    assert refused.value.why is Refusal.TOO_LARGE


def test_the_page_says_nothing_about_who_made_it(tmp_path, made):
    read(tmp_path, made, b"hello")
    information = pypdf.PdfReader(made.rendition).metadata
    assert not information.author
    assert not information.title
