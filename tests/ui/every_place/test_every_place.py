"""Every place, in every look: it can be read, hit, and read out, and nothing is cut."""

import pytest

from tests.ui.every_place.pixels import pale
from tests.ui.every_place.scenes import LOOKS, SMALL, insides, looks_of, places
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

READ = (unnamed, unspoken_rows, untitled, leading_on)
ROOM = (small, cut, sideways)
LOOKED_FOR = {
    ("light", 1.0): (*ROOM, pale),
    ("dark", 1.0): (pale,),  # it has the lengths of the light one
    ("contrast", 2.0): (*ROOM, pale),
}
EDGES = [(1280, 800), (905, 768), (895, 768)]  # pixels; below 900 there is one column


def look_round(window, shown, looked_for, calm, size=SMALL):
    """Tell, line by line, what is wrong with each thing that is brought into sight."""
    found = []
    for what in shown(window):
        window.resize(*size)
        calm(window)
        wrong = faults(window, *looked_for)
        if window.size().toTuple() != size:
            wrong.append(f"the window has become {window.size().toTuple()}")
        found += [f"{what}, {size}: {fault}" for fault in wrong]
    return "\n".join(found)


@pytest.mark.parametrize("look", **looks_of(), indirect=True)
def test_all_of_a_full_case_fits_stands_out_and_can_be_hit_in_every_look(
    look, filled, make_window, calm
):
    window = make_window(filled)
    looked_for = LOOKED_FOR.get(look, ROOM)
    found = look_round(window, places, looked_for, calm)
    assert found + look_round(window, insides, looked_for, calm) == ""


@pytest.mark.parametrize("look", **looks_of([("light", 1.0), ("contrast", 2.0)]), indirect=True)
def test_all_of_a_new_case_fits_stands_out_and_can_be_hit(look, case, make_window, calm):
    window = make_window(case)
    assert look_round(window, places, (*READ, *ROOM, pale), calm) == ""


@pytest.mark.parametrize("look", **looks_of(LOOKS[:1]), indirect=True)
def test_all_of_a_full_case_has_names_and_roles_that_can_be_read_out(
    look, filled, make_window, calm
):
    window = make_window(filled)
    found = look_round(window, places, READ, calm)
    assert found + look_round(window, insides, READ, calm) == ""


@pytest.mark.parametrize("size", EDGES, ids=str)
@pytest.mark.parametrize("look", **looks_of(LOOKS[:1]), indirect=True)
def test_a_window_of_any_width_shows_all_its_words(look, size, filled, make_window, calm):
    window = make_window(filled)
    window.resize(*SMALL)
    found = look_round(window, places, ROOM, calm, size)
    if size[0] < 900:
        found += look_round(window, insides, ROOM, calm, size)
    assert found == ""


@pytest.mark.parametrize("look", **looks_of(LOOKS[:1]), indirect=True)
def test_a_change_of_size_leaves_nothing_cut_behind(look, filled, make_window, looks):
    window = make_window(filled)
    window.stage.go("diagnosis")
    for scale in (2.0, 1.0):
        looks.wear("light", scale)
        window.resize(*SMALL)
        settle()
        assert faults(window, *ROOM) == []
