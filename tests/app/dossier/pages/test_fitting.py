"""Too many words, strange words and long words."""

import re
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.dossier.lay_out import lay_out
from app.dossier.pages.wording import shortened
from app.dossier.plan import Paper
from app.model.outside_item import OutsideItem
from app.model.partial_date import NOT_KNOWN
from app.model.person import Patient, Preparer, Recipient
from app.model.record import Kind, Record
from app.model.story import (
    Allergy,
    Answer,
    Asked,
    CaseSnapshot,
    Event,
    EventKind,
    Medicine,
    Question,
    Reason,
    Statement,
    Subject,
    Treatment,
)
from app.model.voice import Said
from app.typesetting.script import cleaned

NASTY = "a < b & c <img src='x.png'> </para> %s {name} \\( ) (("


def full_of(text):
    """Give a case with `text` in every field that holds words."""
    said = Said(text)
    statements = tuple(Statement(one, text, said) for one in Subject if not one.is_date)
    return CaseSnapshot(
        patient=Patient(text, NOT_KNOWN, text, text, text, text),
        preparer=Preparer(text, text, text, text),
        recipient=Recipient(text, text, text, text, text),
        records=(Record(1, Kind.PATIENT_NOTES, text, source=text, body=text),),
        statements=(*statements, Statement(Subject.DECIDE_BY, text, said)),
        reasons=(Reason("own-1", text, text),),
        answers=(Answer(text, text, said),),
        questions=(Question(1, text),),
        events=(Event(1, EventKind.VISIT, NOT_KNOWN, text, said),),
        medicines_asked=Asked.LISTED,
        medicines=(Medicine(1, text, text, text, text, voice=said),),
        allergies=(Allergy(1, text, text, voice=said),),
        treatments=(Treatment(1, text, result=text, stopped_because=text, voice=said),),
        outside=(OutsideItem(1, text, text, text),),
    )


def squeezed(text):
    return re.sub(r"\s", "", text)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(max_codepoint=0x24F), max_size=60))
def test_whatever_people_type_is_printed_as_it_is(planned, laid, text):
    layout, texts = laid(planned(full_of(text)))
    wanted = squeezed(cleaned(text))
    for missing in layout.missing_glyphs:
        wanted = wanted.replace(missing, "□")
    assert wanted in squeezed("".join(texts))


def test_markup_and_braces_are_only_words(planned, laid):
    _layout, texts = laid(planned(full_of(NASTY)))
    assert squeezed("".join(texts)).count(squeezed(NASTY)) >= 15


@pytest.mark.parametrize("text", ["x" * 500, "word " * 200, "\n" * 50 + "end"])
@pytest.mark.parametrize("paper", Paper)
def test_no_word_of_ours_leaves_the_page(planned, text, paper):
    layout = lay_out(planned(full_of(text), paper))
    width, height = paper.value
    for page in pypdfium2.PdfDocument(layout.own):
        words = page.get_textpage()
        everything = words.get_text_bounded()
        assert words.get_text_bounded(40, 20, width - 36, height - 20) == everything


def test_a_word_of_ten_thousand_letters_is_broken_and_kept(planned, laid):
    case = CaseSnapshot(questions=(Question(1, "x" * 10_000),))
    layout, texts = laid(planned(case))
    letters = re.findall(r"\bx+\b", "\n".join(texts[2:]))
    assert sum(map(len, letters)) == 10_000
    assert layout.overflow


def worst_case(spine):
    long = "Words that fill every budget to its end and then some more of them. " * 10
    return replace(
        spine,
        statements=tuple(
            one if one.subject.is_date else replace(one, text=long) for one in spine.statements
        ),
        reasons=tuple(Reason(f"own-{n}", long, "") for n in range(12)),
        questions=tuple(Question(n, long, top=n < 9) for n in range(25)),
        medicines=tuple(Medicine(n, f"Medicine {n}", long[:150], long[:150]) for n in range(40)),
        allergies=tuple(Allergy(n, f"Substance {n}", long[:150]) for n in range(40)),
        treatments=tuple(Treatment(n, long, result=long) for n in range(12)),
        outside=tuple(OutsideItem(n, long) for n in range(12)),
    )


@pytest.mark.parametrize("paper", Paper)
def test_the_summary_is_one_page_however_much_is_said(planned, laid, spine, paper):
    layout, texts = laid(planned(worst_case(spine), paper))
    marks = {mark.title.split(" (p.")[0]: mark.page for mark in layout.bookmarks}
    assert (marks["Cover"], marks["One-page summary"], marks["Questions"]) == (0, 1, 2)
    assert "continued on p." in texts[1]


def test_what_the_summary_cut_is_said_and_stands_in_full_elsewhere(planned, laid, spine):
    case = worst_case(spine)
    layout, texts = laid(planned(case))
    story = next(
        mark.page for mark in layout.bookmarks if mark.title.startswith("The story in full")
    )
    sentence = f"The summary had no room for all of “Problem”. It goes on on page {story + 1}."
    assert sentence in layout.overflow
    assert f"continued on p. {story + 1}" in " ".join(texts[1].split())
    problem = next(one.text for one in case.statements if one.subject is Subject.PROBLEM)
    after = squeezed(
        "".join(re.sub(r"(?s)Dossier p\. .*?The story in full", "", text) for text in texts[story:])
    )
    assert squeezed(problem)[:1500] in after
    assert any("40 allergies" in one for one in layout.overflow)


@pytest.mark.parametrize("paper", Paper)
def test_an_ordinary_case_loses_nothing(planned, laid, spine, paper):
    layout, texts = laid(planned(spine, paper))
    assert layout.overflow == ()
    flat = squeezed(texts[1])
    for one in spine.statements:
        if not one.subject.is_date:
            assert squeezed(one.text) in flat


def test_a_cut_falls_between_two_words():
    assert shortened("one two three four", 12) == "one two"
    assert shortened("one", 12) == "one"
    assert shortened("x" * 50, 10) == "x" * 10


def test_characters_without_a_font_are_told_once_and_shown_as_a_box(planned, laid, spine):
    case = replace(spine, patient=replace(spine.patient, name="กข ก"))
    layout, texts = laid(planned(case))
    assert layout.missing_glyphs == ("ก", "ข")
    assert "□□ □" in texts[0]


def test_greek_and_cyrillic_names_are_printed(planned, laid, spine):
    case = replace(spine, patient=replace(spine.patient, name="Νίκος Παπαδόπουλος, Иван Иванов"))
    layout, texts = laid(planned(case))
    assert "Νίκος Παπαδόπουλος, Иван Иванов" in texts[1]
    assert layout.missing_glyphs == ()
