"""Lines of several lists that mean the same become one."""

import pytest

from app.content.load import read_content
from app.content.table import ContentFault
from app.content.values import REASON_CODES
from app.content.wishes import choosable, wishes_of
from app.model.journey.checklist import MUST, merged


def every_list(content):
    return [code for one in choosable(content) for code in (one[0], *(more[0] for more in one[2]))]


def test_the_base_list_alone_has_its_fourteen_lines(content):
    assert len(merged(wishes_of(content, [], []))) == 14


def test_a_line_that_asks_for_two_things_is_kept_under_both(content):
    gaps = {one.code: one for one in merged(wishes_of(content, [], ["serious_diagnosis"]))}
    title = content.reason("serious_diagnosis").title
    assert title in gaps["base.medicines"].origins
    assert title in gaps["base.allergies"].origins
    assert "serious_diagnosis.record.medicines_and_allergies" not in gaps


def test_a_base_line_keeps_its_words_where_a_specialty_wants_it_more(content):
    gaps = {one.code: one for one in merged(wishes_of(content, ["surgery"], []))}
    assert gaps["base.operations"].text == "Notes of each operation"
    assert gaps["base.operations"].priority == MUST
    assert gaps["base.implants"].text == "The card or sticker of each implant"


def test_no_two_lines_of_all_lists_together_have_the_same_words(content):
    gaps = merged(wishes_of(content, every_list(content), REASON_CODES))
    texts = [one.text.casefold() for one in gaps]
    assert {text for text in texts if texts.count(text) > 1} == set()


def test_no_line_of_any_list_is_lost(content):
    wishes = wishes_of(content, every_list(content), REASON_CODES)
    lines = {
        line.id
        for one in content.checklists
        for block in (one, *one.additions)
        for line in block.lines
    }
    assert lines <= {one.line for one in wishes}


def test_a_code_of_another_version_and_an_own_reason_bring_nothing(content):
    assert wishes_of(content, ["no.such.list"], ["own-1"]) == wishes_of(content, [], [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('line = "surgery.medicines"', 'line = "surgery.medicine"'),
        ('means = ["surgery.letter"]', 'means = ["surgery.medicines"]'),
        ('means = ["surgery.letter"]', 'means = ["no.line"]'),
    ],
)
def test_a_line_that_is_none_is_a_fault(folder, old, new):
    path = folder / "same_lines.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentFault, match=r"no such line|is no line"):
        read_content(folder, "en")
