"""The decision as a small PDF, read back."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from app.dossier.prints.decision import decision_print
from app.errors import DossierBlocked
from app.model.journey.choice import Choice
from app.model.journey.decision import Decision
from app.model.partial_date import PartialDate
from tests.app.dossier.pages.conftest import spine_case

MADE = date(2026, 11, 22)


def decided():
    case = spine_case()
    first = Decision(1, considered="Fusion", tipped="I wait for the second opinion.")
    second = Decision(
        2,
        made=True,
        dated=PartialDate.from_stored("2026-11-20"),
        considered="Fusion\nRehabilitation",
        choice=3,
        tipped="I can still have the operation later.",
        asked="Daniel",
        review=PartialDate.from_stored("2027-02"),
        change_my_mind="If my leg gets weak.",
    )
    journey = replace(
        case.journey, choices=(Choice(3, "Rehabilitation"),), decisions=(first, second)
    )
    return replace(case, journey=journey)


def words(data):
    pages = pypdfium2.PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)


def test_the_print_says_what_counts_first_and_keeps_the_earlier_decision():
    text = words(decision_print(decided(), made=MADE))
    for part in (
        "What I decided Rehabilitation When 20-Nov-2026",
        "What tipped it I can still have the operation later.",
        "What would change my mind If my leg gets weak.",
        "Feb-2027",
    ):
        assert part in text
    earlier = text.index("Earlier decisions")
    assert text.index("Rehabilitation") < earlier < text.index("I wait for the second opinion.")
    assert "Not yet" in text[earlier:]


def test_without_a_decision_nothing_is_printed():
    with pytest.raises(DossierBlocked, match="No decision"):
        decision_print(spine_case(), made=MADE)
