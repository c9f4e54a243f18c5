"""The sheet for a visit has one name, wherever it is offered."""

import pytest

from tests.ui.opened_place import Shown
from ui.pages.decision import DecisionPlace
from ui.pages.opinions import OpinionsPlace
from ui.pages.questions import QuestionsPlace


@pytest.mark.parametrize("kind", [QuestionsPlace, OpinionsPlace, DecisionPlace])
def test_every_place_calls_it_a_visit_sheet(kind, case, looks, qtbot):
    shown = Shown(kind, case, looks)
    assert shown.place.sheet.text().strip() == "Save a visit sheet as PDF"
    shown.close(qtbot)
