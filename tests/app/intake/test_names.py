import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.names import name_of
from app.intake.proposal import Proposal, Unusable


def test_an_ordinary_name_stays_as_it_is():
    assert name_of(Path("a/ärztlicher Brief نتيجة 中.pdf")) == "ärztlicher Brief نتيجة 中.pdf"


def test_nothing_that_a_terminal_obeys_or_that_turns_the_words_is_left():
    assert name_of(Path("a\x1b[31mb\nc\u202ed")) == "a_[31mb_c_d"


@given(st.binary(min_size=1, max_size=40).filter(lambda name: not {0, 47} & {*name}))
def test_every_name_can_be_written_as_utf_8(name):
    shown = name_of(Path(os.fsdecode(name)))
    assert shown.encode().decode() == shown


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_text_keeps_no_paper_out(look, take, make_pdf, tmp_path, case):
    folder = tmp_path / "papers"
    folder.mkdir()
    odd = folder / os.fsdecode(b"brief\xff.pdf")
    make_pdf("one.pdf", "Some words").rename(odd)
    empty = folder / os.fsdecode(b"empty\xff.pdf")
    empty.touch()
    found = {type(one): one for one in look(folder)}
    assert found[Proposal].path == odd
    assert found[Unusable].sentence.startswith("“empty_.pdf” is empty.")
    take(folder)
    (record,) = case.records.all()
    assert record.document.name == "brief_.pdf"
    assert record.title == "Brief"
