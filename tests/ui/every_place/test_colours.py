"""Colours: every pair that is used stands out enough, and none says anything alone."""

from dataclasses import replace
from itertools import combinations

import pytest
from PIL import ImageChops

from app.dossier.findings import Level
from app.model.partial_date import PartialDate
from app.model.record import Kind, RecordDates
from app.model.task import Group, Status, Task
from tests.ui.every_place.pixels import contrast, picture, rgb
from tests.ui.every_place.scenes import looks_of
from tests.ui.every_place.seen import settle
from ui.check.finding_card import Sign
from ui.story.plan_row import PlanRow, status_words
from ui.theme.colours import SETS

BODY, TEXT, EDGE = 7.0, 4.5, 3.0  # to 1; WCAG 2.2, 1.4.6, 1.4.3 and 1.4.11
PAIRS = {
    BODY: "text:window text:surface text:bar text:accent_soft text2:surface text2:window window:text",
    TEXT: (
        "text:surface2 text:sunken text:said_soft text:ok_soft text:warn_soft text2:bar text2:sunken "
        "text2:surface2 text2:accent_soft text2:said_soft text2:ok_soft text2:warn_soft "
        "text3:surface text3:window text3:surface2 text3:bar on_accent:accent on_accent:accent_hover "
        "on_accent:accent_press accent_text:surface accent_text:window accent_text:bar "
        "accent_text:accent_soft accent_text:sunken accent_text:warn_soft accent_text:ok_soft "
        "said:surface said:said_soft ok:ok_soft ok:surface ok:accent_soft warn:warn_soft warn:surface "
        "warn:accent_soft stop:stop_soft stop:surface stop:window stop:warn_soft"
    ),
    EDGE: (
        "edge:surface edge:window edge:bar focus:surface focus:window focus:bar focus:accent_soft "
        "focus:sunken focus:surface2 focus:warn_soft accent:surface accent:window accent:sunken "
        "ok:bar"
    ),
}
DIFFERENT = 40  # pixels


@pytest.mark.parametrize("theme", SETS)
def test_every_pair_of_colours_stands_out_enough(theme):
    chosen = SETS[theme]
    found = [
        f"{pair}: {reached:.2f} instead of {least}"
        for least, pairs in PAIRS.items()
        for pair in pairs.split()
        if (reached := contrast(*(rgb(getattr(chosen, one)) for one in pair.split(":")))) < least
    ]
    assert found == []


def grey_difference(one, other):
    """Count the pixels that differ clearly when all colour is taken away."""
    apart = ImageChops.difference(one.convert("L"), other.convert("L"))
    return sum(apart.histogram()[48:])


@pytest.mark.parametrize("look", **looks_of([("light", 1.0), ("dark", 1.0)]), indirect=True)
def test_the_states_of_the_plan_are_told_apart_without_colour_and_in_words(look, qtbot):
    drawn = {}
    for status in Status:
        row = PlanRow(Task("records", Group.RECORDS, status, "Records", "Records", "11 added"))
        qtbot.addWidget(row)
        row.resize(600, 60)
        assert status_words(status) in row.accessibleName()
        drawn[status] = picture(row)
    for one, other in combinations(Status, 2):
        assert grey_difference(drawn[one], drawn[other]) > DIFFERENT, (one, other)


@pytest.mark.parametrize("look", **looks_of([("light", 1.0)]), indirect=True)
def test_the_signs_of_the_check_are_told_apart_without_colour(look, qtbot):
    drawn = {}
    for level in Level:
        sign = Sign(level)
        qtbot.addWidget(sign)
        sign.resize(40, 40)
        drawn[level] = picture(sign)
    for one, other in combinations(Level, 2):
        assert grey_difference(drawn[one], drawn[other]) > DIFFERENT // 4, (one, other)


@pytest.mark.parametrize("look", **looks_of([("light", 1.0)]), indirect=True)
def test_the_states_of_records_are_told_apart_without_colour_and_in_words(
    look, case, make_window, calm
):
    with case.change("Three of a kind"):
        for date, goes_in in (("2026-05-12", True), ("2026-05-12", False), ("", True)):
            dates = RecordDates(service=PartialDate.from_stored(date)) if date else RecordDates()
            number = case.records.add(
                "Letter", kind=Kind.SPECIALIST_LETTER, source="Dr Venn", dates=dates
            )
            case.records.save(replace(case.records.get(number), in_dossier=goes_in))
    window = make_window(case)
    window.stage.go("records")
    calm(window)
    view = window.stage.place.list
    view.clearSelection()
    view.clearFocus()
    settle()
    model, drawn = view.model(), picture(view.viewport())
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    places = [view.visualRect(one).getRect() for one in rows]
    parts = [drawn.crop((x, y, x + w, y + h)) for x, y, w, h in places]
    for one, other in combinations(parts, 2):
        assert grey_difference(one, other) > DIFFERENT
    assert len({one.data(11) for one in rows}) == 3  # 11 is Qt's role for what is read out
