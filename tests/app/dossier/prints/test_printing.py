"""A small print has its pages counted, its owner named, and is written whole or not at all."""

from datetime import date

import pypdfium2
import pytest

from app.dossier.plan import Paper
from app.dossier.prints.printing import Print, printed, save_print, source_words
from app.errors import FolderNotWritable
from app.model.partial_date import PartialDate, Point
from app.model.person import Patient
from app.model.voice import Cited, Said

ABOUT = Print("Things to post", Patient("ELLIS, Margaret"), date(2026, 11, 22), Paper.LETTER)


def texts(data):
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def long_one(book):
    book.part("Things to post", "things", bars=False)
    for number in range(120):
        book.paragraph(f"Thing {number}")


def test_every_page_says_whose_it_is_and_which_of_how_many():
    found = texts(printed(ABOUT, long_one))
    assert len(found) > 1
    for number, text in enumerate(found, 1):
        assert "ELLIS, Margaret" in text
        assert f"p. {number} of {len(found)}" in text
    assert "Thing 119" in found[-1]


def test_a_letter_has_no_name_above_it():
    about = Print("Letter", ABOUT.patient, ABOUT.made, header=False)
    assert "ELLIS" not in texts(printed(about, long_one))[0]


def test_the_same_words_give_the_same_bytes():
    assert printed(ABOUT, long_one) == printed(ABOUT, long_one)


def test_a_print_never_takes_the_place_of_a_case(tmp_path):
    case = tmp_path / "mine.casepack"
    case.write_bytes(b"the case")
    with pytest.raises(FolderNotWritable, match=r"mine\.casepack"):
        save_print(b"%PDF", case)
    assert case.read_bytes() == b"the case"
    save_print(b"%PDF", tmp_path / "list.pdf")
    assert (tmp_path / "list.pdf").read_bytes() == b"%PDF"


def test_a_source_is_said_in_words():
    march = PartialDate(Point(2026, 3))
    assert source_words(Said("Dr Venn", march), {}) == "said by Dr Venn, Mar-2026"
    assert source_words(Said(), {}) == "said by patient or family"
    assert source_words(Cited(7, 2), {}) == "a record that is not there any more"
