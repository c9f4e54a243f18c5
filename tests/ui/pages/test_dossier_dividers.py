"""The choice of a page before each group, as somebody makes it in the window."""

import pytest
from PySide6.QtWidgets import QLabel

from app.case.casefile import CaseFile
from app.model.version import MAIN
from tests.ui.opened_place import Shown
from tests.ui.shown_papers import add_record, pdf
from ui.dossier.contents import PAGE, SORT, Sort
from ui.pages.dossier import DossierPlace


@pytest.fixture
def shown(tmp_path, looks, qtbot):
    case = CaseFile.create(tmp_path / "smith.casepack")
    add_record(case, pdf(tmp_path / "a.pdf", ["the knee"], ["two"]), "Knee", 2)
    with case.change("Fill"):
        case.records.add("Diary", body="My leg hurts.")
    made = Shown(DossierPlace, case, looks)
    yield made
    made.close(qtbot)


@pytest.fixture
def settled(qtbot, shown):
    """Return a function that waits until pages and size are those of the version."""
    draft = shown.session.draft

    def wait():
        qtbot.waitUntil(lambda: not draft.busy and not draft.stale, timeout=20000)

    wait()
    return wait


def pages_of(draft):
    return len(draft.proof.layout.pages)


def test_a_page_before_each_group_is_chosen_counted_shown_and_undone(shown, settled):
    place, case, draft = shown.place, shown.session.case, shown.session.draft
    chooser = place.choices.order.dividers
    assert chooser.currentText() == "When more than 40 pages of records go in"
    before = pages_of(draft)
    assert f"{before} pages" in place.choices.size_words.text()
    chooser.setCurrentIndex(chooser.findText("Always"))
    assert case.versions.get(MAIN.id).dividers is True
    assert case.undo_label == "Change the pages before the groups"
    settled()
    assert pages_of(draft) == before + len(draft.proof.plan.sections)
    assert f"{pages_of(draft)} pages" in place.choices.size_words.text()
    assert place.page.count == pages_of(draft)
    chooser.setCurrentIndex(chooser.findText("Never"))
    assert case.versions.get(MAIN.id).dividers is False
    case.undo()
    case.undo()
    assert case.versions.get(MAIN.id).dividers is None
    settled()
    assert chooser.currentIndex() == 0
    assert pages_of(draft) == before


def test_a_group_in_the_list_leads_to_its_page_and_is_no_part_of_the_app(shown, settled):
    place, draft = shown.place, shown.session.draft
    place.choices.order.dividers.setCurrentIndex(1)
    settled()
    model, first = place.contents.model, draft.proof.layout.dividers[0].first_page
    rows = [model.index(at) for at in range(model.rowCount())]
    heads = [at for at, one in enumerate(rows) if one.data(SORT) is Sort.HEAD and one.data(PAGE)]
    assert [rows[at].data(PAGE) for at in heads] == [
        one.first_page for one in draft.proof.layout.dividers
    ]
    parts = [one.data(PAGE) for one in rows if one.data(SORT) is Sort.PART]
    assert first not in parts
    place.contents.show_page(first)
    assert place.contents.list.currentIndex().row() == heads[0]
    place.contents.show_page(first + 1)
    assert place.contents.list.currentIndex().row() == heads[0] + 1


def test_the_choice_has_a_name_and_says_what_it_costs(shown, settled):
    shown.place.choices.folded[0].open(True)
    order = shown.place.choices.order
    names = [one for one in order.findChildren(QLabel) if one.buddy() is order.dividers]
    assert [one.text() for one in names] == ["A page before each group"]
    assert any("costs a page" in one.text() for one in order.findChildren(QLabel))
