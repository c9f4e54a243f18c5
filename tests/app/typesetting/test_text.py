"""Words broken into lines."""

import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument

from app.typesetting.fonts import Face, Fonts
from app.typesetting.style import Style
from app.typesetting.text import Piece, wrap

BODY = Style(Face.REGULAR, 10, 14)


@pytest.fixture
def fonts():
    return Fonts(PDFDocument(invariant=1))


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


def test_every_line_keeps_its_words_as_they_are_spoken(fonts):
    words = "المريض يشكو من ألم (MRI) 120/80 منذ أسبوع"
    lines = wrap(words, BODY, 90, fonts)
    assert len(lines) > 1
    assert " ".join(line.spoken for line in lines) == words


def test_pieces_of_a_line_from_the_right_are_spoken_in_their_order(fonts):
    line = wrap(["אב ", Piece("גד", BODY.bold())], BODY, 200, fonts)[0]
    assert line.spoken == "אב גד"
    assert [part.text.strip() for part in line.fragments] == ["דג", "בא"]


def test_lines_tell_what_stands_between_them(fonts):
    def ends(text):
        return [line.end for line in wrap(text, BODY, 60, fonts)]

    assert ends("one") == [""]
    assert ends("several words that wrap") == [" ", " ", ""]
    assert ends("one\ntwo") == [" ", ""]
    assert set(ends("x" * 40)) == {""}
    for text in ("several words that wrap here", "x" * 40, "a " + "x" * 40 + " b", "כאב גב תחתון"):
        lines = wrap(text, BODY, 60, fonts)
        assert "".join(line.spoken + line.end for line in lines) == text


def test_the_parts_of_a_line_know_how_they_are_spoken(fonts):
    (line,) = wrap(["כאב ", Piece("גב", whole=True)], BODY, 200, fonts)
    assert line.from_right
    assert "".join(part.spoken for part in reversed(line.fragments)) == "כאב גב"
    assert line.fragments[-1].text == " באכ"
