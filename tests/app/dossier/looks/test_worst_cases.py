"""Too much of everything, in every script: no page breaks, nothing is lost in silence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.dossier.lay_out import lay_out
from app.dossier.plan import Paper
from app.typesetting.fonts import MISSING
from tests.app.dossier.looks.drawn import runs
from tests.app.dossier.looks.faults import faults
from tests.app.dossier.looks.own_pages import own_pages
from tests.app.dossier.looks.worst_cases import (
    FULL,
    NAME,
    SENTENCE,
    HowMuch,
    case_of,
    plan_of,
    sentences,
)

SCRIPTS = {
    "Greek": "Η χειρουργός προτείνει σπονδυλοδεσία στο επίπεδο Ο4–Ο5 και δεύτερη γνώμη. ",
    "Cyrillic": "Хирург предлагает операцию на позвоночнике, второй врач советует подождать. ",
    "Arabic": "ينصح الجراح بتثبيت الفقرات القطنية (L4–L5) ويقترح الطبيب الثاني الانتظار. ",
    "Hebrew": "המנתח ממליץ על קיבוע חוליות L4–L5 והרופא השני מציע להמתין (12 שבועות). ",
    "Devanagari": "शल्यचिकित्सक रीढ़ की सर्जरी की सलाह देते हैं, दूसरे डॉक्टर प्रतीक्षा को कहते हैं। ",
    "Chinese and Japanese": "脊椎手術のセカンドオピニオンを希望します。二番目の医師は待つように勧めました。",
    "Korean": "척추 수술을 받기 전에 다른 의사의 의견을 듣고 싶습니다. 두 번째 의사는 기다리라고 했습니다. ",
    "Thai, which no font of ours has": "แพทย์แนะนำให้ผ่าตัด ",
    "one word": "Lendenwirbelsäulenversteifungsoperation" * 8,
}


def laid(text, name, much, paper):
    layout = lay_out(plan_of(case_of(sentences(text), name, much), paper), reproducible=True)
    return layout, own_pages(layout)


def all_faults(pages):
    return [fault for name, page in pages.items() for fault in faults(name, page)]


@pytest.fixture(scope="module", params=Paper, ids=lambda paper: paper.name)
def full(request):
    """A case with 60 questions, 200 events, 150 medicines, and names of 80 letters."""
    assert len(NAME.strip()) >= 78
    return laid(SENTENCE, NAME, FULL, request.param)


def test_in_a_full_case_no_words_lie_over_others_or_outside(full):
    _layout, pages = full
    assert len(pages) > 90
    assert all_faults(pages) == []


def test_the_summary_of_a_full_case_is_one_page_and_says_what_moved(full):
    layout, pages = full
    assert [name for name in pages if name.startswith("one-page-summary")] == ["one-page-summary-1"]
    words = " ".join(run.text for run in runs(pages["one-page-summary-1"]))
    for moved in (
        "continued on p.",
        "all 60 on p.",
        "all 8 on p.",
        "all 10 on p.",
        "all 112 on p.",
    ):
        assert moved in words
    told = " ".join(layout.overflow)
    for moved in ("“Problem”", "“Plan as told”", "your reasons", "10 allergies", "112 medicines"):
        assert moved in told


def test_a_full_case_shows_every_thing_it_has(full):
    _layout, pages = full

    def words(part):
        return [
            run.text.strip() for name in pages if name.startswith(part) for run in runs(pages[name])
        ]

    questions, timeline = words("questions"), words("timeline")
    assert {f"Q{number}" for number in range(1, 61)} <= set(questions)
    assert {str(number) for number in range(1, 201)} <= set(timeline)


@pytest.mark.parametrize(("place", "script"), list(enumerate(SCRIPTS)), ids=list(SCRIPTS))
def test_in_no_script_words_lie_over_others_or_outside(place, script):
    text = SCRIPTS[script]
    layout, pages = laid(text, (text * 3)[:80].strip(), HowMuch(), list(Paper)[place % 2])
    assert all_faults(pages) == []
    words = " ".join(run.text for run in runs(pages["cover-1"]))
    assert (MISSING in words) == bool(layout.missing_glyphs) == script.startswith("Thai")


@settings(max_examples=3)
@given(
    st.lists(
        st.sampled_from([*SCRIPTS.values(), SENTENCE, "– ", "12 mg (7.5) "]), min_size=1, max_size=4
    ),
    st.builds(HowMuch, *[st.integers(0, most) for most in (6, 9, 4, 2)], st.integers(1, 4)),
    st.sampled_from(Paper),
)
def test_in_no_mixture_words_lie_over_others_or_outside(texts, much, paper):
    _layout, pages = laid("".join(texts), texts[0][:60], much, paper)
    assert all_faults(pages) == []
