"""What a screen reader has of the window: names, headings, titles."""

from tests.ui.atspi.faults import faults_of, headings
from ui.shell.places import spots

OTHER_COMMANDS = {
    "search": "Search the case…",
    "help": "Help on this screen",
    "lists": "Own lists…",
}
"""Places whose command in the menus is not called as they are."""


def test_the_welcome_page_says_what_it_is_and_offers_three_ways_in(start):
    window = start().settled("Casepack")

    assert faults_of(window) == []
    assert headings(window, 1) == ["Put your medical papers in order.\nAsk for a second opinion."]
    buttons = {one.name for one in window if one.role == "push button"}
    assert {"Start a new case", "Open a case", "Look at an example"} <= buttons


def test_the_example_opens_with_a_press_and_each_of_its_places_can_be_read(start):
    program = start()
    program.act(program.find("push button", "Look at an example"))
    program.window("sample – Casepack")
    faults, met = {}, set()
    for spot in spots():
        program.choose(OTHER_COMMANDS.get(spot.code, spot.kind.title()))
        window = program.wait(lambda: _arrived(program, met), spot.code)
        met.update(headings(window, 1))
        faults[spot.code] = faults_of(window)

    assert {code: found for code, found in faults.items() if found} == {}
    assert len(met) == len(spots())


def _arrived(program, met):
    """Give what is showing once it is headed by none of the places that were met before."""
    window = program.settled("sample – Casepack")
    return window if set(headings(window, 1)) - met else None
