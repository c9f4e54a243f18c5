"""What stands outside the places: welcome, lock, password, new papers."""

import pytest

from tests.ui.every_place.pixels import pale
from tests.ui.every_place.scenes import SMALL, lock_page, looks_of, password_box
from tests.ui.every_place.seen import (
    cut,
    faults,
    leading_on,
    settle,
    sideways,
    small,
    unnamed,
    unspoken_rows,
    untitled,
)
from ui.jobs import JobQueue
from ui.welcome import Welcome

ALL = (unnamed, unspoken_rows, untitled, leading_on, small, cut, sideways, pale)


@pytest.mark.parametrize("look", **looks_of(), indirect=True)
def test_the_welcome_page_is_sound_in_every_look(look, qapp, looks, qtbot, tmp_path):
    jobs = JobQueue(qapp)
    shown = Welcome(jobs, looks)
    qtbot.addWidget(shown)
    shown.show_recent([tmp_path / "Back surgery.casepack", tmp_path / "Thyroid.casepack"])
    shown.show()
    for size in (SMALL, (905, 700), (640, 600)):
        shown.resize(*size)
        settle()
        assert faults(shown, *ALL) == [], size
    jobs.stop()


@pytest.mark.parametrize("look", **looks_of(), indirect=True)
def test_the_lock_page_is_sound_in_every_look(look, looks, qtbot):
    for password, wrong in (("", False), ("secret", False), ("secret", True)):
        shown = lock_page(password, looks, wrong)
        qtbot.addWidget(shown)
        settle()
        assert faults(shown, *ALL) == [], (password, wrong)


@pytest.mark.parametrize("look", **looks_of(), indirect=True)
def test_the_question_for_a_password_is_sound_in_every_look(look, qtbot):
    shown = password_box()
    qtbot.addWidget(shown)
    settle()
    looked_for = [one for one in ALL if one is not untitled]  # its title is the window's
    assert faults(shown, *looked_for) == []
    assert shown.windowTitle() == "Password"


@pytest.mark.parametrize("look", **looks_of(), indirect=True)
def test_the_look_at_new_papers_is_sound_in_every_look(
    look, filled, make_window, brought, reviewed, calm
):
    window = make_window(filled)
    reviewed(window, *brought)
    for size in (SMALL, (1280, 800), (895, 768))[: 3 if look[1] == 1 else 1]:
        window.resize(*size)
        calm(window)
        assert faults(window, *ALL) == [], size
