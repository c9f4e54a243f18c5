"""Fifty times through the whole window: nothing is told as wrong, and nothing piles up."""

import logging
import shutil

from app.case.casefile import CaseFile
from tests.ui.long_use import change_looks, go_round, let_go, memory

ROUNDS = 50
WARM = 10  # rounds after which all is made and every store is full
MORE_MEMORY = 16 * 1024 * 1024  # bytes; pictures of pages come and go


def test_fifty_rounds_through_every_place_leave_no_trace(
    make_window, sample_file, tmp_path, looks, caplog
):
    case = CaseFile.open(shutil.copy(sample_file, tmp_path / "sample.casepack"))
    window = make_window(case)
    window.resize(1280, 800)
    before, undone = case.snapshot(), case.undo_label
    steady = []
    with caplog.at_level(logging.WARNING):
        for turn in range(ROUNDS):
            go_round(window, turn)
            if turn in (0, WARM // 2, ROUNDS // 2):
                change_looks(window, turn)
            if turn % WARM == WARM - 1:
                looks.wear("", 1.0)
                window.stage.go("plan")
                let_go()
                steady.append(memory())
    assert caplog.records == []
    assert case.snapshot() == before
    assert case.undo_label == undone
    bytes_held, widgets = zip(*steady, strict=True)
    assert max(widgets) <= widgets[0] * 1.02, widgets
    assert bytes_held[-1] - bytes_held[1] < MORE_MEMORY, bytes_held
