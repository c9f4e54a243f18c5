"""From a hit of a search to its place and its row."""

import pytest
from PySide6.QtCore import Qt

from app.model.journey.choice import Aspect, Choice, ChoiceCell
from app.model.journey.comparison import Cause, GridCell, GridRow, OpenPoint, Stance, WhyDiffer
from app.model.journey.conflict import TwoSides
from app.model.journey.consent import Consent
from app.model.journey.decision import Decision
from app.model.journey.family import FamilyIllness
from app.model.journey.opinion import Opinion, OpinionPart, Point, QuestionAnswer
from app.model.journey.request import AskedFor, Call, Request
from app.model.journey.tests import LimitAnswer, MedicalTest, TestLimit, TestState
from app.model.journey.wanted import Specialty, WantedState
from app.model.outside_item import OutsideItem
from app.model.partial_date import PartialDate
from app.model.story import Event, EventKind, Medicine, Treatment
from tests.ui.every_place.seen import settle

WHEN = PartialDate.from_stored("2024")


@pytest.fixture
def full(case):
    """Two of everything: what is looked for comes second and has “zebra” in its words."""
    journey = case.journey
    with case.change("Fill"):
        for word in ("plain", "zebra"):
            journey.tests.add(MedicalTest(0, f"test {word}", state=TestState.DONE))
            journey.family.add(FamilyIllness(0, "Aunt", f"illness {word}"))
            journey.two_sided.add(TwoSides(0, f"point {word}", "left"))
            choice = journey.choices.add(Choice(0, f"option {word}"))
            journey.choice_cells.add(ChoiceCell(0, choice, Aspect.GOOD, f"cell {word}"))
            request = journey.requests.add(Request(0, f"clinic {word}"))
            journey.asked_for.add(AskedFor(0, request, f"paper {word}"))
            journey.calls.add(Call(0, request, WHEN, f"talk {word}"))
            journey.consents.add(Consent(0, f"person {word}"))
            case.outside.add(OutsideItem(0, f"disc {word}"))
            question = case.questions.add(f"question {word}?")
            opinion = journey.opinions.add(Opinion(0, f"doctor {word}"))
            journey.points.add(Point(0, opinion, OpinionPart.TESTS, f"view {word}"))
            journey.answers.add(QuestionAnswer(0, opinion, question, text=f"answer {word}"))
            journey.grid_rows.add(GridRow(0, f"line {word}"))
            journey.decisions.add(Decision(0, True, chosen=f"choice {word}"))
            case.timeline.add(Event(0, EventKind.VISIT, WHEN, f"event {word}"))
            case.medicines.add(Medicine(0, f"pill {word}"))
            case.treatments.add(Treatment(0, f"therapy {word}"))
            stance = Stance.DIFFER
            journey.grid_cells.add(GridCell(0, opinion, "plan", f"said {word}", stance=stance))
        journey.limits.add(TestLimit(0, "metal", answer=LimitAnswer.YES, words="plate zebra"))
        journey.why_differ.add(WhyDiffer(0, Cause.TESTS, "plan", "cause zebra"))
        journey.open_points.add(OpenPoint(0, "plan", note="open zebra"))
        journey.specialties.add(Specialty(0, "general"))
    return case


def spoken(window):
    """Give the words that somebody would read where the keyboard is now."""
    focus = window.focusWidget()
    if hasattr(focus, "currentIndex") and hasattr(focus, "model"):
        index = focus.currentIndex()
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data())
    if hasattr(focus, "toPlainText"):
        return focus.toPlainText()
    return focus.text()


@pytest.mark.parametrize(
    ("words", "place", "there"),
    [
        ("test zebra", "tests", "test zebra"),
        ("plate zebra", "tests", "plate zebra"),
        ("illness zebra", "family", "illness zebra"),
        ("point zebra", "conflicts", "point zebra"),
        ("option zebra", "choices", "option zebra"),
        ("cell zebra", "choices", "cell zebra"),
        ("clinic zebra", "requests", "clinic zebra"),
        ("paper zebra", "requests", "paper zebra"),
        ("talk zebra", "requests", "talk zebra"),
        ("person zebra", "consents", "person zebra"),
        ("disc zebra", "outside", "disc zebra"),
        ("question zebra", "questions", "question zebra"),
        ("doctor zebra", "opinions", "doctor zebra"),
        ("view zebra", "opinions", "view zebra"),
        ("answer zebra", "opinions", "answer zebra"),
        ("line zebra", "compare", "line zebra"),
        ("said zebra", "compare", "said zebra"),
        ("cause zebra", "compare", "cause zebra"),
        ("open zebra", "compare", "said zebra"),
        ("choice zebra", "decision", "choice zebra"),
        ("event zebra", "timeline", "event zebra"),
        ("pill zebra", "medicines", "pill zebra"),
        ("therapy zebra", "medicines", "therapy zebra"),
    ],
)
def test_a_hit_opens_its_place_with_the_keyboard_on_its_row(
    make_window, full, qtbot, words, place, there
):
    window = make_window(full)
    window.resize(1400, 900)
    window.activateWindow()
    window.stage.go("search")
    search = window.stage.place
    search.field.setText(words)
    qtbot.waitUntil(lambda: search._shown == words, timeout=10000)
    rows = [search.hits.row(search.hits.index(at)) for at in range(search.hits.rowCount())]
    goals = [at for at, row in enumerate(rows) if row.goal and row.goal.place == place]
    search._open(search.hits.index(goals[0]))
    settle()
    assert window.stage.here == place
    assert there in spoken(window)
    window.stage.go("plan")
    window.stage.back()
    settle()
    assert window.stage.here == place


def test_a_row_that_is_gone_leads_to_its_place_all_the_same(make_window, full):
    window = make_window(full)
    for place, table in (
        ("tests", "medical_test"),
        ("tests", "test_limit"),
        ("conflicts", "conflict"),
        ("choices", "choice_cell"),
        ("requests", "call"),
        ("opinions", "point"),
        ("opinions", "question_answer"),
        ("compare", "grid_cell"),
        ("compare", "why_differ"),
        ("gaps", "wanted"),
        ("decision", "decision"),
        ("timeline", "event"),
    ):
        window.stage.go(place, row=(table, 9999))
        assert window.stage.here == place


def test_a_filter_does_not_hide_what_was_looked_for(make_window, full):
    window = make_window(full)
    window.stage.go("tests")
    place = window.stage.place
    place.only_open.setChecked(True)
    done = full.journey.tests.all()[-1]
    window.stage.go("tests", row=("medical_test", done.id))
    assert place.sections["test"].view.line.id == done.id
    assert not place.only_open.isChecked()


def test_a_line_of_the_checklist_is_come_to_though_it_is_settled(make_window, full):
    from dataclasses import replace

    from app.case.checklist import add_own_line

    with full.change("Add"):
        own = add_own_line(full.journey, "The zebra slides")
        full.journey.wanted.save(replace(own, state=WantedState.NOT_NEEDED))
    window = make_window(full)
    window.stage.go("gaps")
    place = window.stage.place
    place.only_open.setChecked(True)
    window.stage.go("gaps", row=("wanted", own.id))
    assert place.view.line.title == "The zebra slides"
    assert place.form.gap.code == own.code
