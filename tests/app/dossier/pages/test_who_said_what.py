"""The page on which the opinions stand side by side, read back from the dossier."""

import re
from dataclasses import replace

import pytest

from app.dossier.plan import LeftOut
from app.dossier.planning import plan_dossier
from app.model.journey.comparison import GridCell, Stance
from app.model.journey.opinion import Opinion
from app.model.journey.snapshot import Journey
from app.model.recipient_profile import FirstOpinion
from app.model.story import Question
from app.model.version import Version
from tests.app.dossier.pages.conftest import plan_for
from tests.app.dossier.pages.opinions import VENN, two_opinions, with_opinions


@pytest.fixture
def told(spine):
    return with_opinions(spine)


def flat(text):
    return " ".join(text.split())


def page_of(texts):
    """Give the words of the page and its place among our own pages."""
    [(place, text)] = [
        (place, text) for place, text in enumerate(texts) if "\nPoint by point\n" in f"\n{text}\n"
    ]
    return place, flat(text)


def test_each_statement_cites_the_page_of_the_report(laid, told):
    layout, texts = laid(plan_for(told))
    _place, text = page_of(texts)
    starts = {mark.title.split(" · ")[0]: mark.title for mark in layout.bookmarks}
    first = int(re.search(r"p\. (\d+)", starts["Doc 1"])[1])
    assert f"Severe stenosis, L4–L5 [Doc 1, p. {first}]" in text
    assert f"“We recommend decompression and fusion.” [Doc 1, p. {first + 1}]" in text
    assert re.search(r"The same \[Doc 6, from p\. \d+\] Mark: Agrees", text)


def test_the_citations_are_links_to_the_pages_they_name(laid, told):
    layout, texts = laid(plan_for(told))
    place, text = page_of(texts)
    here = [link for link in layout.links if link.page == place]
    wanted = {int(number) for number in re.findall(r"\[Doc \d+, (?:from )?p\. (\d+)\]", text)}
    assert wanted <= {link.target + 1 for link in here}


def test_a_page_of_a_report_that_stays_behind_is_said_to_be_missing(laid, told):
    _layout, texts = laid(plan_for(told, chosen={11: (0,)}))
    assert "fusion.” [Doc 1, a page that is not in this PDF]" in page_of(texts)[1]


def test_a_report_that_stays_behind_is_said_to_be_missing(laid, told):
    report = told.record(11)
    _layout, texts = laid(plan_for(told, left_out=[LeftOut(report, "Private", named=False)]))
    text = page_of(texts)[1]
    assert "“We recommend decompression and fusion.” (report not in this PDF)" in text
    assert report.title not in text


def test_the_title_of_a_record_that_stays_behind_is_not_told(laid, told):
    scan = told.record(14)
    _layout, texts = laid(plan_for(told, left_out=[LeftOut(scan, "Private", named=False)]))
    text = page_of(texts)[1]
    assert scan.title not in text
    assert "1 more record was marked. It is not in this PDF." in text
    assert "X-ray, lumbar spine, standing Not known Yes" in text


def test_who_saw_what_why_they_differ_and_what_is_open_follow(laid, told):
    text = page_of(laid(plan_for(told))[1])[1]
    assert "Plan that is advised They had seen different tests Dr Iyer had no MRI" in text
    assert "All points They have other goals, or take another risk" in text
    assert "Plan that is advised Asked as Q2. Ask on 2 December" in text


def test_nothing_counts_or_judges_the_opinions(laid, told):
    text = page_of(laid(plan_for(told))[1])[1].lower()
    for word in (" right", "wrong", "score", "majority", "better", "% ", "2 of"):
        assert word not in text


def test_the_page_stands_behind_the_summary_only_for_doctors_who_do_not_agree(laid, told):
    def parts(case):
        layout, _texts = laid(plan_for(case))
        return [mark.title.rsplit(" (p.", 1)[0] for mark in layout.bookmarks if not mark.level]

    assert parts(told)[:3] == ["Cover", "One-page summary", "Who said what"]
    order = parts(replace(told, reasons=()))
    assert order.index("Who said what") == 1 + order.index("Medicines, allergies and treatments")


def test_one_opinion_alone_makes_no_page(laid, spine):
    cells = tuple(cell for cell in two_opinions().grid_cells if cell.opinion == VENN)
    only = replace(two_opinions(), grid_cells=cells, points=())
    assert not any(
        "Point by point" in text for text in laid(plan_for(with_opinions(spine, only)))[1]
    )


def test_points_stand_for_a_doctor_who_has_no_words_in_the_grid(laid, spine):
    journey = replace(two_opinions(), grid_cells=())
    texts = laid(plan_for(with_opinions(spine, journey)))[1]
    [text] = [flat(text) for text in texts if "What Dr S. Iyer said" in text]
    assert re.search(r"More tests or checks Standing X-ray again in spring \[Doc 6, p. \d+\]", text)
    assert "Point by point" not in text


def test_five_doctors_stand_below_each_other_and_nobody_is_cut_off(laid, spine):
    more = tuple(Opinion(number, f"Dr Number {number}") for number in (3, 4, 5))
    words = "Wait and see, because nothing hurries. " * 4
    cells = tuple(
        GridCell(20 + one.id, one.id, row, words + str(one.id), stance=Stance.PARTLY)
        for one in more
        for row in ("plan", "timing", "risks")
    )
    journey = two_opinions()
    journey = replace(
        journey,
        opinions=(*journey.opinions, *more),
        grid_cells=(*journey.grid_cells, *cells),
    )
    texts = laid(plan_for(with_opinions(spine, journey)))[1]
    whole = " ".join(flat(text) for text in texts)
    for one in more:
        assert whole.count(f"nothing hurries. {one.id} Agrees in part") == 3
    assert "(as the patient noted it)" in whole


@pytest.mark.parametrize("wish", [FirstOpinion.BLIND, FirstOpinion.ON_REQUEST])
def test_a_blind_version_leaves_the_page_out_and_says_so(laid, told, wish):
    asked = Question(9, "Do you agree with Dr R. Venn?", top=True)
    case = replace(
        told,
        questions=(*told.questions, asked),
        first_opinion={11: (), 16: ()},
        statements=(),
        records=tuple(one for one in told.records if one.document),
        events=(),
    )
    plan = plan_dossier(
        case, made=plan_for(told).made, version=Version(first_opinion=wish, left_out_list=False)
    )
    texts = [flat(text) for text in laid(plan)[1]]
    whole = " ".join(texts)
    assert "Who said what" not in whole
    assert plan.case.journey.opinions == plan.case.journey.grid_cells == ()
    for words in ("We recommend decompression", "Dr R. Venn", "Exercise for 12 weeks first"):
        assert words not in whole
    assert "– A table of what each doctor said" in whole
    assert "– 2 questions about other opinions" in whole  # one is made of an open point
    count = len(case.outside) + len(plan.left_out) + 2
    assert f"{count} things are not in this PDF" in whole


def test_a_version_that_shows_all_leaves_no_part_out(told):
    plan = plan_dossier(told, made=plan_for(told).made)
    assert plan.parts_left_out == ()
    assert plan.case.journey == two_opinions()


def test_a_case_without_opinions_has_nothing_to_leave_out(spine):
    blind = Version(first_opinion=FirstOpinion.BLIND)
    plan = plan_dossier(spine, made=plan_for(spine).made, version=blind)
    assert plan.parts_left_out == ()
    assert plan.case.journey == Journey()
    assert plan.case.questions == spine.questions
