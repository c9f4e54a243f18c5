from app.model.finding import find_in, marks
from app.model.found import Group
from app.model.partial_date import PartialDate
from app.model.result import Result
from app.model.story import (
    Allergy,
    Answer,
    CaseSnapshot,
    Event,
    EventKind,
    Medicine,
    Question,
    Statement,
    Subject,
    Treatment,
)
from app.model.voice import Cited

CASE = CaseSnapshot(
    statements=(
        Statement(Subject.MATTERS, "To walk to the café"),
        Statement(Subject.DECIDE_BY, PartialDate.from_stored("2026").stored()),
    ),
    answers=(Answer("x", "I walk less"),),
    questions=(Question(1, "Can I walk again?"),),
    events=(Event(1, EventKind.VISIT, PartialDate.from_stored("2024"), "Walking test"),),
    medicines=(Medicine(1, "Apixaban", dose="5 mg", voice=Cited(3, 2)),),
    allergies=(Allergy(1, "Penicillin", "rash"),),
    treatments=(Treatment(1, "Injection", result="Helped three weeks"),),
    results=(Result(1, "eGFR", "56", "ml/min"),),
)


def groups(words):
    return [one.group for one in find_in(CASE, words)]


def test_the_beginning_of_a_word_is_found_everywhere():
    assert groups("walk") == [Group.STORY, Group.STORY, Group.EVENT, Group.QUESTION]


def test_every_word_must_be_there():
    assert groups("walk again") == [Group.QUESTION]
    assert groups("walk broken") == []


def test_accents_and_capitals_do_not_matter():
    assert groups("CAFE") == [Group.STORY]
    assert groups("egfr") == [Group.RESULT]


def test_the_middle_of_a_word_is_not_found():
    assert groups("alk") == []


def test_nothing_typed_finds_nothing():
    assert find_in(CASE, " ,") == ()


def test_details_are_searched_and_the_source_is_told():
    found = find_in(CASE, "5 mg")
    assert [(one.text, one.source) for one in found] == [("Apixaban", Cited(3, 2))]
    assert groups("rash") == [Group.ALLERGY]
    assert groups("weeks") == [Group.TREATMENT]


def test_a_date_of_the_plan_is_no_text():
    assert groups("2026") == []


def test_what_was_found_is_marked_where_it_stands():
    assert marks("Walking is a walk", "walk") == ((0, 4), (13, 4))
    assert marks("Café au lait", "cafe") == ((0, 4),)
    assert marks("Straße", "strass") == ((0, 6),)
    assert marks("sidewalk", "walk") == ()


def test_words_of_scripts_without_spaces_are_found_and_marked_in_the_middle():
    case = CaseSnapshot(
        questions=(Question(1, "我真的需要手术吗？"), Question(2, "どのくらい痛みますか"))
    )
    assert [one.id for one in find_in(case, "手术")] == [1]
    assert [one.id for one in find_in(case, "痛み")] == [2]
    assert find_in(case, "手術") == ()
    assert marks("我真的需要手术吗？", "手术") == ((5, 2),)
    assert marks("手术以后", "手术") == ((0, 2),)
