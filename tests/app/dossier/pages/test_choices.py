"""The page of the options, read back with libraries that did not write it."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from app.content.load import load_content
from app.dossier.choice_checks import check_choices
from app.dossier.findings import Level
from app.dossier.plan import Paper
from app.dossier.planning import plan_dossier
from app.dossier.prints.choices import print_choices
from app.dossier.version_checks import check_version
from app.model.journey.choice import Aspect, Choice, ChoiceCell
from app.model.journey.snapshot import Journey
from app.model.person import Preparer
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.story import Reason, Statement, Subject
from app.model.version import Version
from app.model.voice import Cited, Said

CHOICES = (
    Choice(1, "Fusion L4–L5", "Dr R. Venn", position=0),
    Choice(2, "Decompression only", "Dr A. Okafor", position=1),
    Choice(3, "Do nothing for now", do_nothing=True, position=2),
)
CELLS = (
    ChoiceCell(1, 1, Aspect.GOOD, "less leg pain after a year", 60, voice=Cited(11, 2)),
    ChoiceCell(2, 1, Aspect.BAD, "another operation within four years", 14, voice=Said("Dr Venn")),
    ChoiceCell(3, 2, Aspect.GOOD, "a shorter stay in hospital", voice=Said("Dr A. Okafor")),
    ChoiceCell(4, 2, Aspect.UNKNOWN, "whether the slip grows", own_reading=True),
    ChoiceCell(5, 3, Aspect.BAD, "walking may get shorter", voice=Cited(12)),
    ChoiceCell(6, 2, Aspect.UNDO, "no, the bone stays away", voice=Said("Dr A. Okafor")),
    ChoiceCell(7, 2, Aspect.WORRY, "that I will need a second one"),
)
MATTERS = Statement(Subject.MATTERS, "Walking and stairs.\nStaying near home.")


def with_options(case, choices=CHOICES, cells=CELLS):
    told = tuple(one for one in case.statements if one.subject is not Subject.MATTERS)
    journey = replace(case.journey, choices=choices, choice_cells=cells)
    return replace(case, journey=journey, statements=(*told, MATTERS))


def page_of(texts):
    return next(n for n, text in enumerate(texts) if "Options and risks as told to me" in text)


def one_line(text):
    return " ".join(text.split())


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_each_statement_has_its_number_and_where_it_is_from(spine, planned, laid, paper):
    _layout, texts = laid(planned(with_options(spine), paper))
    text = one_line(texts[page_of(texts)])
    for name in ("1. Fusion L4–L5", "2. Decompression only", "3. Do nothing for now"):
        assert name in text
    assert re.search(r"60 of 100: less leg pain after a year \[Doc \d+, p\. \d+\]", text)
    assert "Said by Dr Venn" in text
    assert "whether the slip grows My own reading" in text
    assert "Can it be taken back?" in text
    assert "that I will need a second one" in text
    assert "Raised by Dr A. Okafor" in text
    assert text.index("1. Walking and stairs") < text.index("2. Staying near home")
    assert "Decision needed by" in text


def test_a_citation_leads_to_the_page_of_the_record(spine, planned, laid):
    plan = planned(with_options(spine))
    layout, texts = laid(plan)
    text = one_line(texts[page_of(texts)])
    number = int(re.search(r"60 of 100.*?\[Doc \d+, p\. (\d+)\]", text)[1])
    letter = next(place for place in layout.places if place.record == 11)
    assert number == letter.first_page + 1


def test_the_page_has_a_bookmark_a_line_in_the_contents_and_tags(spine, planned, laid):
    layout, texts = laid(planned(with_options(spine)))
    without, _texts = laid(planned(spine))
    place = page_of(texts)
    cover = next(text for text in texts if "What is inside" in text)
    assert re.search(rf"Options and risks\s+{place + 1}\b", cover)
    [mark] = [one for one in layout.bookmarks if one.title.startswith("Options and risks")]
    assert mark.page == place
    there = [one for one in layout.elements if one.page == place or one.words]
    assert "Options and risks" in [one.words for one in there if one.kind == "Sect"]
    tables = [sum(one.kind == "Table" for one in lay.elements) for lay in (layout, without)]
    assert tables[0] == tables[1] + 2


def test_without_options_there_is_no_page_and_no_line_for_it(spine, planned, laid):
    nothing = (CHOICES[2],)
    for case in (spine, with_options(spine, nothing, ())):
        _layout, texts = laid(planned(case))
        assert not [text for text in texts if "Options and risks" in text]


def test_many_options_flow_over_pages_and_none_is_lost(spine, planned, laid):
    choices = tuple(Choice(n, f"Way number {n}", position=n) for n in range(1, 31))
    cells = tuple(
        ChoiceCell(1000 * n + k, n, aspect, f"statement {n}-{k} " + "word " * 12)
        for n in range(1, 31)
        for k, aspect in enumerate(Aspect)
    )
    for paper in Paper:
        _layout, texts = laid(planned(with_options(spine, choices, cells), paper))
        text = one_line(" ".join(texts))
        for one in cells:
            assert one.text.split(" word")[0] in text
        assert "30. Way number 30" in text


def test_a_very_long_statement_goes_on_on_the_next_page(spine, planned, laid):
    words = " ".join(f"w{n}" for n in range(3000))
    cells = (ChoiceCell(1, 1, Aspect.GOOD, words, voice=Said("Dr Venn")),)
    _layout, texts = laid(planned(with_options(spine, CHOICES, cells)))
    found = set(re.findall(r"\bw\d+\b", " ".join(texts)))
    assert found == {f"w{n}" for n in range(3000)}


def test_a_reason_that_asks_for_them_puts_the_options_behind_the_summary(spine, planned, laid):
    def order(case):
        texts = laid(planned(with_options(case)))[1]
        return page_of(texts), next(n for n, t in enumerate(texts) if "Timeline" in t and n > 1)

    at, timeline = order(replace(spine, reasons=()))
    assert at > timeline
    at, timeline = order(replace(spine, reasons=(Reason("risky_treatment", "Risk"),)))
    assert at == 2


def made(case, **version):
    return plan_dossier(case, made=date(2026, 11, 22), version=Version(**version))


@pytest.mark.parametrize("wish", [FirstOpinion.BLIND, FirstOpinion.ON_REQUEST])
def test_a_blind_version_tells_nothing_of_the_first_doctor(spine, laid, wish):
    plan = Statement(Subject.PLAN, "Fusion", Said("Dr R. Venn"))
    case = replace(with_options(spine), first_opinion={11: ()})
    case = replace(case, statements=(*case.statements, plan))
    _layout, texts = laid(made(case, first_opinion=wish))
    text = one_line(texts[page_of(texts)])
    for gone in ("Venn", "Fusion", "less leg pain", "another operation"):
        assert gone not in text
    for kept in ("1. Decompression only", "Do nothing for now", "shorter stay", "left out here"):
        assert kept in text
    assert "What the first doctor said about the options" in one_line(" ".join(texts))


def test_a_blind_version_has_no_page_when_the_first_doctor_said_it_all(spine, laid):
    case = replace(with_options(spine, CHOICES[:1], CELLS[:2]), first_opinion={11: ()})
    _layout, texts = laid(made(case, first_opinion=FirstOpinion.BLIND))
    assert not [text for text in texts if "as told to me" in text]
    assert "What the first doctor said about the options" in one_line(" ".join(texts))


def test_under_a_pseudonym_the_patients_name_is_not_told_by_the_options(spine, laid):
    name = spine.patient.name
    choices = (Choice(1, "Rehab", name),)
    cells = (ChoiceCell(1, 1, Aspect.WORRY, "losing my work", voice=Said(name)),)
    case = with_options(spine, choices, cells)
    plan = made(case, identity=Identity.PSEUDONYM, pseudonym="Patient Blue")
    _layout, texts = laid(plan)
    text = one_line(texts[page_of(texts)])
    assert "Raised by Patient Blue" in text
    assert "Said by Patient Blue" in text
    assert not re.search("ellis", text, re.IGNORECASE)


def test_a_name_in_what_was_said_stops_a_version_under_a_pseudonym(spine):
    def stops(cells):
        case = replace(with_options(spine, CHOICES, cells), preparer=Preparer("Quentin Ashdown"))
        plan = made(case, identity=Identity.PSEUDONYM, pseudonym="Patient Blue")
        found = check_version(plan, lambda _sha: ())
        return [one.sentence for one in found if one.code == "pseudonym.words"]

    assert not [one for one in stops(()) if "“Ashdown”" in one]
    told = (ChoiceCell(1, 2, Aspect.GOOD, "Mr Ashdown can drive me home"),)
    assert [one for one in stops(told) if "“Ashdown”" in one]


def findings(plan):
    return {one.code: (one.level, one.sentence) for one in check_choices(plan)}


def test_the_check_asks_for_options_only_when_a_chosen_reason_does(spine, planned):
    asking = replace(spine, reasons=(Reason("risky_treatment", ""),))
    assert load_content().reason("risky_treatment").dossier.options_after_summary
    assert findings(planned(asking)) == {
        "choices.none": (Level.LOOK, "Options and risks is empty. Doctors often ask.")
    }
    assert findings(planned(with_options(asking)))["choices.none"][0] is Level.OK
    assert findings(planned(replace(spine, reasons=()))) == {}


def test_the_check_of_a_blind_version_points_to_statements_without_a_speaker(spine):
    nameless = (ChoiceCell(1, 2, Aspect.GOOD, "a shorter stay"),)
    plan = made(with_options(spine, CHOICES, nameless), first_opinion=FirstOpinion.BLIND)
    assert findings(plan)["blind.options"][0] is Level.LOOK
    named = (replace(nameless[0], voice=Said("Dr A. Okafor")),)
    plan = made(with_options(spine, CHOICES, named), first_opinion=FirstOpinion.BLIND)
    assert "blind.options" not in findings(plan)


@pytest.mark.parametrize("paper", list(Paper))
def test_the_small_print_has_all_options_with_their_sources_in_words(spine, paper):
    data = print_choices(with_options(spine), made=date(2026, 11, 22), paper=paper)
    pages = pypdfium2.PdfDocument(data)
    text = one_line(" ".join(page.get_textpage().get_text_bounded() for page in pages))
    assert tuple(round(side) for side in pages[0].get_size()) == tuple(map(round, paper.value))
    assert "“Spine surgery clinic letter”, 02-Oct-2026, page 2" in text
    assert "said by Dr Venn" in text
    assert "My own reading" in text
    assert "Do nothing for now" in text
    assert f"p. 1 of {len(pages)}" in text
    assert PdfReader(BytesIO(data)).metadata.title


def test_the_small_print_says_outright_that_there_is_no_option(spine):
    data = print_choices(replace(spine, journey=Journey()), made=date(2026, 11, 22))
    page = pypdfium2.PdfDocument(data)[0]
    assert "No option is written down yet." in page.get_textpage().get_text_bounded()
