"""What is offered from an opinion, and what a blind version does not tell."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.model.build import Build, BuiltRecord, Sending
from app.model.journey.blind import tells_an_opinion, without_opinions
from app.model.journey.comparison import GridCell, OpenPoint
from app.model.journey.conflict import Conflict, ConflictSide
from app.model.journey.offered import (
    FollowUp,
    Offer,
    builds_for,
    follow_up_words,
    follow_ups,
    offers_for,
    open_question,
    seen_in,
    taken,
)
from app.model.journey.opinion import (
    Answered,
    Opinion,
    OpinionPart,
    Point,
    QuestionAnswer,
    SawRecord,
)
from app.model.journey.snapshot import Journey
from app.model.person import Recipient
from app.model.recipient_profile import RecipientProfile
from app.model.story import Question
from app.model.voice import Cited, Said

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)
OFFERS = st.builds(Offer, WORDS, st.booleans(), st.none() | st.integers(1, 40))


def build(number, *records):
    kept = tuple(BuiltRecord(one, "", "", 1, ()) for one in records)
    return Build(number, 0, "", "", 1, datetime.now(UTC), "", (), kept, (), ())


def test_points_that_suit_a_row_are_offered_first_and_only_of_that_doctor():
    points = [
        Point(1, 1, OpinionPart.HISTORY, "Read all letters"),
        Point(2, 1, OpinionPart.TESTS, "A standing X-ray", page=2),
        Point(3, 2, OpinionPart.TESTS, "Not mine"),
    ]
    assert offers_for(1, "missing_tests", points, []) == (
        Offer("A standing X-ray", page=2),
        Offer("Read all letters"),
    )


def test_for_a_question_its_answer_is_offered_first():
    points = [Point(1, 1, OpinionPart.REPORT, "Fusion")]
    answers = [
        QuestionAnswer(1, 1, 5, Answered.YES, "Yes, you do", True, 3),
        QuestionAnswer(2, 1, 6, Answered.NO, ""),
    ]
    assert offers_for(1, "q-5", points, answers) == (Offer("Yes, you do", True, 3), Offer("Fusion"))
    assert offers_for(1, "q-6", points, answers) == (Offer("Fusion"),)


@given(OFFERS)
def test_an_empty_cell_takes_what_is_offered_as_it_is(offer):
    cell = taken(GridCell(1, 1, "plan"), offer)
    assert (cell.text, cell.verbatim, cell.page) == (offer.text, offer.verbatim, offer.page)


@given(OFFERS, OFFERS)
def test_two_offers_in_a_cell_are_a_doctors_words_on_a_page_only_when_both_are(one, two):
    cell = taken(taken(GridCell(1, 1, "plan"), one), two)
    assert two.text in cell.text
    if one.text.strip():
        assert cell.verbatim == (one.verbatim and two.verbatim)
        assert cell.page in (None, one.page)
        assert cell.page is None or one.page == two.page


def test_what_nobody_marked_is_no_follow_up():
    questions = [Question(1, "Why?"), Question(2, "When?"), Question(3, "Who?")]
    answers = [
        QuestionAnswer(1, 7, 3, Answered.NO),
        QuestionAnswer(2, 7, 1, Answered.PARTLY),
        QuestionAnswer(3, 8, 2, Answered.NO),
    ]
    assert follow_ups(7, questions, answers) == (
        FollowUp(questions[0], Answered.PARTLY),
        FollowUp(questions[2], Answered.NO),
    )


def test_a_follow_up_and_an_open_point_are_worded_without_blame():
    left = FollowUp(Question(1, "Can I wait"), Answered.NO)
    assert follow_up_words(left, "Dr Venn") == (
        "To Dr Venn: I did not find an answer to my question “Can I wait.” What do you say?"
    )
    said = [
        ("Dr Venn", GridCell(1, 1, "plan", "Fusion", verbatim=True)),
        ("Dr Lindqvist", GridCell(2, 2, "plan", " ")),
        ("Dr Iyer", GridCell(3, 3, "plan", "Exercise\nfirst.", verbatim=True)),
    ]
    assert open_question("Plan that is advised", said) == (
        "Plan that is advised: Dr Venn says: “Fusion.” Dr Iyer says: “Exercise first.” "
        "Why is that, and what new fact would settle it?"
    )


def test_the_patients_own_words_do_not_stand_in_an_open_question_as_the_doctors():
    said = [
        ("Dr Holt", GridCell(1, 1, "stage", "Grade 2")),
        ("Dr Iyer", GridCell(2, 2, "stage", "Grade 3.", verbatim=True)),
    ]
    assert open_question("Stage or grade", said) == (
        "Stage or grade: As I noted it, Dr Holt said: Grade 2. Dr Iyer says: “Grade 3.” "
        "Why is that, and what new fact would settle it?"
    )


def test_only_what_was_sent_to_somebody_of_that_name_is_offered():
    opinion = Opinion(1, "Dr H. Lindqvist", recipient=4)
    book = [RecipientProfile(4, Recipient(name="Dr H. Lindqvist", service="Spine clinic"))]
    sent = [
        Sending(1, 10, "dr h.  lindqvist"),
        Sending(2, 11, "Dr Venn"),
        Sending(3, 12, "Spine clinic"),
        Sending(4, 13, "Lindqvist"),
    ]
    found = builds_for(opinion, book, [build(n) for n in (10, 11, 12, 13, 14)], sent)
    assert [one.id for one in found] == [12, 10]


def test_records_that_are_gone_or_marked_already_are_not_offered():
    known = [SawRecord(1, 1, 3, saw=False)]
    assert seen_in(build(1, 2, 3, 2, 9), iter([2, 3]), known) == (2,)


def test_a_blind_version_has_no_opinion_and_no_conflict_with_the_first():
    journey = Journey(
        opinions=(Opinion(1, "Dr R. Venn"),),
        points=(Point(1, 1, OpinionPart.REPORT, "Fusion"),),
        open_points=(OpenPoint(1, "plan", 5),),
        conflicts=(Conflict(1, "The level", question=6), Conflict(2, "The side", question=7)),
        conflict_sides=(
            ConflictSide(1, 1, "L4", Cited(11, 2)),
            ConflictSide(2, 1, "L5", Said()),
            ConflictSide(3, 2, "left", Cited(11, 1)),
        ),
    )
    kept = without_opinions(journey, {11: (2,)})
    assert (kept.opinions, kept.points, kept.open_points) == ((), (), ())
    assert [one.about for one in kept.conflicts] == ["The side"]
    assert [one.id for one in kept.conflict_sides] == [3]
    texts = {
        5: "Reworded, but made of an open point",
        6: "Which level is it?",
        7: "Which side is it?",
        8: "What does Dr R. Venn mean?",
        9: "Do you agree with DR. VENN?",
        10: "How long can I wait?",
    }
    left = [
        n for n, text in texts.items() if not tells_an_opinion(Question(n, text), journey, kept)
    ]
    assert left == [7, 10]
    assert without_opinions(journey, {11: ()}).conflicts == ()


def test_a_name_inside_another_word_hides_no_question():
    journey = Journey(opinions=(Opinion(1, "Dr Long"),))
    asked = Question(1, "How long can I wait for a Longer scan?")
    assert not tells_an_opinion(asked, journey, journey)
