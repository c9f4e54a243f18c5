"""The index tells how a record belongs to another one."""

from dataclasses import replace
from datetime import date

from app.dossier.planning import plan_dossier
from app.model.record import Kind
from app.model.relation import Related, Relation
from app.model.story import CaseSnapshot
from app.model.version import MAIN, Selection
from tests.app.dossier.pages.conftest import on, record

LETTER = record(1, Kind.SPECIALIST_LETTER, "Arztbrief", on(2026, 3), "Dr Holt")
ENGLISH = record(2, Kind.SPECIALIST_LETTER, "Letter in English", on(2026, 4), "Ana Ruiz")
PAIR = Related(2, Relation.TRANSLATES, 1, "Ana Ruiz, sworn translator")


def index_of(laid, pair=PAIR, version=MAIN):
    case = CaseSnapshot(records=(LETTER, ENGLISH), related=(pair,))
    layout, texts = laid(plan_dossier(case, made=date(2026, 11, 22), version=version))
    index = next(" ".join(text.split()) for text in texts if "Select a title" in text)
    return layout, index


def test_a_translation_names_what_it_translates_and_by_whom(laid):
    layout, index = index_of(laid)
    first = layout.places[0].first_page
    assert f"Translation of Doc 1, p. {first} (Ana Ruiz, sworn translator)" in index
    assert index.count("Translation of") == 1
    to_original = [one for one in layout.links if one.target == first - 1]
    assert len(to_original) >= 3, "title, number, and the translation's line"


def test_without_a_note_nobody_is_named(laid):
    _layout, index = index_of(laid, replace(PAIR, note=" "))
    assert "Translation of Doc 1" in index
    assert "(" not in index.partition("Translation of")[2]


def test_a_translation_whose_original_stays_behind_does_not_name_it(laid):
    out = Selection(1, included=False, why="")
    _layout, index = index_of(laid, version=replace(MAIN, selections=(out,)))
    assert "A translation (Ana Ruiz, sworn translator)" in index
    assert "Translation of" not in index


def test_a_corrected_report_is_no_translation(laid):
    _layout, index = index_of(laid, replace(PAIR, relation=Relation.REPLACES))
    assert "ranslation" not in index
