"""The words of the journey, as a search finds them."""

from app.model.finding import find_in
from app.model.found import Group, group_title
from app.model.journey.choice import Aspect, Choice, ChoiceCell
from app.model.journey.comparison import Cause, GridCell, GridRow, OpenPoint, WhyDiffer
from app.model.journey.conflict import Conflict, ConflictSide
from app.model.journey.consent import Consent
from app.model.journey.decision import Decision
from app.model.journey.family import FamilyIllness
from app.model.journey.opinion import Opinion, OpinionPart, Point, QuestionAnswer
from app.model.journey.request import AskedFor, Call, Request
from app.model.journey.snapshot import Journey
from app.model.journey.tests import MedicalTest, TestLimit
from app.model.journey.wanted import Wanted
from app.model.outside_item import OutsideItem
from app.model.partial_date import PartialDate
from app.model.story import CaseSnapshot, Question
from app.model.voice import Cited

CASE = CaseSnapshot(
    questions=(Question(9, "Do I need it?"),),
    outside=(OutsideItem(1, "MRI disc", location="kitchen drawer", tracking="RB123"),),
    journey=Journey(
        wanted=(
            Wanted(1, "own-1", "The cytology slides", who="Mr Hale"),
            Wanted(2, "imaging-1", why="burned in 2019"),
        ),
        requests=(Request(1, "City Hospital", reference="A-778"),),
        asked_for=(AskedFor(1, 1, "The operation note"),),
        calls=(Call(1, 1, PartialDate.from_stored("2026-05-02"), "They will post it", "Ms Ray"),),
        consents=(Consent(1, "Daniel Ellis", note="the blue form"),),
        tests=(MedicalTest(1, "Nerve study", result="mild slowing", voice=Cited(4, 2)),),
        limits=(TestLimit(1, "metal", words="a pacemaker"), TestLimit(2, "kidney")),
        family=(FamilyIllness(1, "Aunt", "Stroke"),),
        conflicts=(Conflict(1, "Which side", "ask the surgeon"),),
        conflict_sides=(ConflictSide(1, 1, "left leg"), ConflictSide(2, 1, "right leg")),
        choices=(Choice(1, "Fusion", "Dr Venn"),),
        choice_cells=(ChoiceCell(1, 1, Aspect.BAD, "a leak of fluid"),),
        opinions=(Opinion(1, "Dr Lindqvist", place="Uppsala"),),
        points=(Point(1, 1, OpinionPart.REPORT, "Decompression only"),),
        answers=(QuestionAnswer(1, 1, 9, text="Not yet, says she"),),
        grid_rows=(GridRow(1, "Driving afterwards"),),
        grid_cells=(GridCell(1, 1, "plan", "Wait six weeks"), GridCell(2, 1, "cause")),
        why_differ=(WhyDiffer(1, Cause.TESTS, "plan", "older scan"), WhyDiffer(2, Cause.FACTS)),
        open_points=(OpenPoint(1, "plan", note="ask both again"),),
        decisions=(Decision(1, True, chosen="Walk daily", tipped="my garden"),),
    ),
)


def rows(words):
    return [(one.group, one.table, one.id) for one in find_in(CASE, words)]


def test_each_thing_of_the_journey_is_found_by_its_words_and_names_its_row():
    for words, found in (
        ("nerve slowing", (Group.TEST, "medical_test", 1)),
        ("pacemaker", (Group.TEST, "test_limit", 1)),
        ("stroke aunt", (Group.FAMILY, "family_illness", 1)),
        ("right leg", (Group.CONFLICT, "conflict", 1)),
        ("surgeon", (Group.CONFLICT, "conflict", 1)),
        ("leak fusion", (Group.OPTION, "choice_cell", 1)),
        ("cytology", (Group.GAP, "wanted", 1)),
        ("burned", (Group.GAP, "wanted", 2)),
        ("778", (Group.REQUEST, "request", 1)),
        ("operation note", (Group.REQUEST, "asked_for", 1)),
        ("ray post", (Group.REQUEST, "call", 1)),
        ("kitchen", (Group.OUTSIDE, "outside", 1)),
        ("RB123", (Group.OUTSIDE, "outside", 1)),
        ("blue form", (Group.CONSENT, "consent", 1)),
        ("uppsala", (Group.OPINION, "opinion", 1)),
        ("decompression", (Group.OPINION, "point", 1)),
        ("says she", (Group.OPINION, "question_answer", 1)),
        ("driving", (Group.COMPARISON, "grid_row", 1)),
        ("six weeks", (Group.COMPARISON, "grid_cell", 1)),
        ("older", (Group.COMPARISON, "why_differ", 1)),
        ("both again", (Group.COMPARISON, "open_point", 1)),
        ("garden", (Group.DECISION, "decision", 1)),
    ):
        assert rows(words) == [found], words


def test_what_nobody_wrote_words_for_is_no_hit():
    assert rows("kidney") == []
    assert rows("cause") == []
    assert ("why_differ", 2) not in [row[1:] for row in rows("a")]


def test_a_hit_says_beside_its_words_where_they_stand():
    details = {
        words: find_in(CASE, words)[0].detail
        for words in ("leak", "six weeks", "says she", "operation note")
    }
    assert details == {
        "leak": "Fusion · The bad",
        "six weeks": "Dr Lindqvist · Plan that is advised",
        "says she": "Dr Lindqvist · Do I need it?",
        "operation note": "City Hospital",
    }
    assert find_in(CASE, "nerve")[0].source == Cited(4, 2)


def test_every_group_has_a_heading_of_its_own():
    titles = {group_title(group, str) for group in Group}
    assert len(titles) == len(Group)
