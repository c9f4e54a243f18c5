import pypdf
import pypdfium2
import pytest

from app.worker.orders import Refusal
from app.worker.readers import text
from app.worker.readers.outcome import CannotRead


def read(tmp_path, made, raw, kind="text/plain"):
    (tmp_path / "in").write_bytes(raw)
    return text.read(tmp_path / "in", made, kind)


def on_paper(path):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


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


def test_signs_without_a_glyph_are_named_and_not_dropped(tmp_path, made):
    found = read(tmp_path, made, "took 10⁹ cells → better ✓ 😀, ﬁne".encode())
    assert found.texts[0] == (
        "took 10[superscript nine] cells [rightwards arrow] better [check mark] [grinning face], fine"
    )
    assert "[superscript nine]" in on_paper(made.rendition)


def test_a_script_that_the_font_lacks_is_refused_and_not_garbled(tmp_path, made):
    with pytest.raises(CannotRead) as refused:
        read(tmp_path, made, "Жалобы на боль".encode())
    assert (refused.value.why, refused.value.detail) == (Refusal.NOT_SUPPORTED, "letters")


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
