from dataclasses import replace

import pytest

from app.dossier.pages.summary import BUDGETS, QUESTIONS
from app.model.journey.choice import Aspect, Choice, ChoiceCell
from app.model.journey.decision import Decision
from app.model.journey.opinion import Opinion, OpinionPart, Point
from app.model.journey.snapshot import Journey
from app.model.journey.wanted import Wanted, WantedState
from app.model.on_summary import HEADLINE, MOST, on_summary
from app.model.partial_date import PartialDate
from app.model.person import Patient, Preparer, Recipient
from app.model.record import Record, RecordDates
from app.model.result import Result
from app.model.story import (
    Allergy,
    Asked,
    CaseSnapshot,
    Event,
    EventKind,
    Medicine,
    Question,
    Reason,
    Statement,
    Subject,
)
from app.model.task import Group, Status
from app.model.tasks import next_task, progress, tasks

EMPTY = CaseSnapshot()
YEAR = PartialDate.from_stored("2026")


def told(case, code, **more):
    task = next(one for one in tasks(case, **more) if one.code == code)
    return task.status, task.hint


def record(number, *, dated=True, in_dossier=True):
    dates = RecordDates(service=YEAR) if dated else RecordDates()
    return Record(number, None, "Letter", dates, in_dossier=in_dossier)


def full():
    return CaseSnapshot(
        patient=Patient("Smith", YEAR),
        records=(record(1),),
        statements=(
            Statement(Subject.DIAGNOSIS, "x"),
            Statement(Subject.PLAN, "x"),
            Statement(Subject.MATTERS, "x"),
        ),
        reasons=(Reason("peace_of_mind", ""),),
        questions=(Question(1, "Why?"),),
        events=(Event(1, EventKind.VISIT, YEAR, "x"),),
        medicines_asked=Asked.NONE_KNOWN,
        allergies_asked=Asked.NONE_KNOWN,
        results=(Result(1, "HbA1c", "6"),),
    )


def test_an_empty_case_has_everything_to_do_and_nothing_to_send_yet():
    statuses = {one.code: one.status for one in tasks(EMPTY)}
    assert statuses == {
        "about": Status.TO_DO,
        "diagnosis": Status.TO_DO,
        "reasons": Status.TO_DO,
        "matters": Status.IF_YOU_LIKE,
        "choices": Status.IF_YOU_LIKE,
        "questions": Status.TO_DO,
        "records": Status.TO_DO,
        "timeline": Status.TO_DO,
        "medicines": Status.TO_DO,
        "results": Status.IF_YOU_LIKE,
        "check": Status.NOT_YET,
        "dossier": Status.NOT_YET,
        "gaps": Status.IF_YOU_LIKE,
        "opinions": Status.IF_YOU_LIKE,
        "decision": Status.IF_YOU_LIKE,
    }
    assert all(one.hint and one.title and one.name for one in tasks(EMPTY))
    assert progress(tasks(EMPTY)) == (0, 9)


def test_the_parts_stand_in_their_four_groups_in_order():
    groups = [one.group for one in tasks(EMPTY)]
    assert groups == (
        [Group.STORY] * 6 + [Group.RECORDS] * 5 + [Group.SEND] * 2 + [Group.AFTERWARDS] * 2
    )


def test_what_nobody_has_to_do_counts_once_it_is_begun():
    option, gap = Choice(1, "Fusion"), Wanted(1, "base.plan_letter", state=WantedState.ASKED)
    opinion, decision = Opinion(1, "Dr Venn"), Decision(1)
    begun = CaseSnapshot(
        journey=Journey(
            choices=(option,), wanted=(gap,), opinions=(opinion,), decisions=(decision,)
        )
    )
    assert told(begun, "choices") == (Status.STARTED, "1 option")
    assert told(begun, "gaps") == (Status.STARTED, "1 paper is asked for or open")
    assert told(begun, "opinions") == (Status.STARTED, "1 opinion")
    assert told(begun, "decision") == (Status.STARTED, "Not decided yet")
    done = replace(
        begun.journey,
        choice_cells=(ChoiceCell(1, 1, Aspect.GOOD, "Less pain"),),
        wanted=(replace(gap, state=WantedState.HAVE),),
        points=(Point(1, 1, OpinionPart.REPORT, "Wait"),),
        decisions=(decision, Decision(2, made=True)),
    )
    ended = CaseSnapshot(journey=done)
    for code in ("choices", "gaps", "opinions", "decision"):
        assert told(ended, code)[0] is Status.DONE


def test_to_do_nothing_alone_is_no_option_yet():
    nothing = Journey(choices=(Choice(1, "Wait", do_nothing=True),))
    assert told(CaseSnapshot(journey=nothing), "choices")[0] is Status.IF_YOU_LIKE


def test_a_case_with_everything_is_done_when_its_dossier_was_made():
    assert progress(tasks(full())) == (9, 11)
    assert next_task(tasks(full())).code == "check"
    assert next_task(tasks(full(), to_look_at=0)).code == "dossier"
    assert progress(tasks(full(), made=True)) == (11, 11)
    assert next_task(tasks(full(), made=True)) is None


@pytest.mark.parametrize(
    ("case", "status", "hint"),
    [
        (EMPTY, Status.TO_DO, "Name, birth date, who is helping"),
        (CaseSnapshot(patient=Patient("S")), Status.STARTED, "The birth date is still empty"),
        (CaseSnapshot(patient=Patient(born=YEAR)), Status.STARTED, "The name is still empty"),
        (
            CaseSnapshot(preparer=Preparer("D")),
            Status.STARTED,
            "Name and birth date are still empty",
        ),
        (
            CaseSnapshot(recipient=Recipient("L")),
            Status.STARTED,
            "Name and birth date are still empty",
        ),
        (CaseSnapshot(patient=Patient("S", YEAR)), Status.DONE, "Name and birth date are there"),
    ],
)
def test_about_you_says_what_is_still_empty(case, status, hint):
    assert told(case, "about") == (status, hint)


@pytest.mark.parametrize(
    ("subjects", "status", "hint"),
    [
        ((), Status.TO_DO, "What you were told, by whom, and when"),
        ((Subject.PROBLEM,), Status.STARTED, "What you were told you have is still empty"),
        ((Subject.PLAN,), Status.STARTED, "What you were told you have is still empty"),
        ((Subject.DIAGNOSIS,), Status.STARTED, "What your doctor wants to do is still empty"),
        ((Subject.DIAGNOSIS, Subject.PLAN), Status.DONE, "What you were told is there"),
        ((Subject.MATTERS,), Status.TO_DO, "What you were told, by whom, and when"),
    ],
)
def test_the_diagnosis_wants_what_was_told_and_what_is_planned(subjects, status, hint):
    case = CaseSnapshot(statements=tuple(Statement(one, "x") for one in subjects))
    assert told(case, "diagnosis") == (status, hint)


@pytest.mark.parametrize(
    ("tops", "hint"),
    [
        ([False], "1 written. It goes on the summary page"),
        ([False] * 3, "3 written. All go on the summary page"),
        ([False] * 4, "4 written. 3 go on the summary page"),
        ([True, False], "2 written. 1 goes on the summary page"),
        ([True] * 7, "7 written. 5 go on the summary page"),
    ],
)
def test_questions_say_how_many_go_on_the_summary_page(tops, hint):
    case = CaseSnapshot(questions=tuple(Question(n, "?", top) for n, top in enumerate(tops)))
    assert told(case, "questions") == (Status.DONE, hint)


def test_the_summary_page_and_the_window_agree_on_what_there_is_room_for():
    assert MOST == QUESTIONS
    assert BUDGETS[Subject.HEADLINE] == HEADLINE


def test_marked_questions_go_on_the_summary_page_in_their_order():
    questions = [Question(1, "a"), Question(2, "b", True), Question(3, "c", True)]
    assert [one.id for one in on_summary(questions)] == [2, 3]


@pytest.mark.parametrize(
    ("dated", "status", "hint"),
    [
        ([], Status.TO_DO, "Letters, test results, scans, photos of paper"),
        ([True] * 11, Status.DONE, "11 added"),
        ([True, False], Status.STARTED, "2 added, 1 still needs a date"),
        ([True] * 9 + [False] * 2, Status.STARTED, "11 added, 2 still need a date"),
    ],
)
def test_records_say_how_many_still_need_a_date(dated, status, hint):
    records = tuple(record(n, dated=one) for n, one in enumerate(dated))
    assert told(CaseSnapshot(records=records), "records") == (status, hint)


@pytest.mark.parametrize(
    ("medicines", "allergies", "status", "hint"),
    [
        (
            Asked.NOT_ASKED,
            Asked.NOT_ASKED,
            Status.TO_DO,
            "What you take, and what you must not have",
        ),
        (Asked.NONE_KNOWN, Asked.NONE_KNOWN, Status.DONE, "No medicines, no known allergies"),
        (
            Asked.NONE_KNOWN,
            Asked.NOT_SURE,
            Status.STARTED,
            "No medicines. Allergies are still open",
        ),
        (Asked.NOT_ASKED, Asked.LISTED, Status.STARTED, "1 allergy. Medicines are still open"),
        (Asked.NOT_SURE, Asked.NOT_ASKED, Status.STARTED, "Medicines and allergies are still open"),
        (Asked.LISTED, Asked.LISTED, Status.DONE, "2 medicines, 1 allergy"),
    ],
)
def test_not_sure_is_not_an_answer_and_none_is_one(medicines, allergies, status, hint):
    case = CaseSnapshot(
        medicines_asked=medicines,
        medicines=(Medicine(1, "a"), Medicine(2, "b")) if medicines is Asked.LISTED else (),
        allergies_asked=allergies,
        allergies=(Allergy(1, "nuts"),) if allergies is Asked.LISTED else (),
    )
    assert told(case, "medicines") == (status, hint)


def test_what_the_check_found_is_counted():
    case = full()
    assert told(case, "check") == (Status.TO_DO, "Look it over once before you send")
    assert told(case, "check", to_look_at=1) == (Status.TO_DO, "1 thing to look at before you send")
    assert told(case, "check", to_look_at=2)[1] == "2 things to look at before you send"
    assert told(case, "check", to_look_at=0)[0] is Status.DONE


def test_nothing_can_be_sent_while_every_record_is_left_out():
    case = replace(full(), records=(record(1, in_dossier=False),))
    assert told(case, "dossier") == (Status.NOT_YET, "Add a record first")


def test_the_dossier_names_whom_it_is_for():
    case = replace(full(), recipient=Recipient("Dr Lindqvist"))
    assert told(case, "dossier") == (Status.TO_DO, "One PDF for Dr Lindqvist")


def test_one_event_and_one_result_are_said_as_one():
    assert told(full(), "timeline") == (Status.DONE, "1 event")
    assert told(full(), "results") == (Status.DONE, "1 result")
    assert told(full(), "reasons") == (Status.DONE, "1 chosen")
