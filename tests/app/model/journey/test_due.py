"""What is due in a case, the earliest first."""

from datetime import date

from app.model.build import Sending
from app.model.journey.consent import Consent
from app.model.journey.decision import Decision
from app.model.journey.due import Due, due_list
from app.model.journey.opinion import Opinion
from app.model.journey.request import Clock, Request
from app.model.journey.snapshot import Journey
from app.model.journey.tests import MedicalTest, TestState
from app.model.outside_item import OutsideItem
from app.model.partial_date import PartialDate, Point, day
from app.model.story import CaseSnapshot, Statement, Subject

REPLY = Sending(9, 1, "Dr Lindqvist", reply_due=day(date(2026, 12, 3)))


def test_a_reply_is_awaited_until_the_opinion_is_there():
    case = CaseSnapshot(journey=Journey(opinions=(Opinion(1, "Dr  lindqvist"),)))
    assert due_list(case, [REPLY]) == []
    assert due_list(CaseSnapshot(), [REPLY])[0].words == "Reply from Dr Lindqvist"


def test_all_that_has_a_day_is_in_the_list_the_earliest_first():
    case = CaseSnapshot(
        statements=(Statement(Subject.DECIDE_BY, "2026-12-14"),),
        outside=(OutsideItem(4, "Slides", return_by=day(date(2026, 12, 1))),),
        journey=Journey(
            requests=(
                Request(1, "City Lab", received_on=day(date(2026, 11, 1)), clock=Clock.HIPAA),
            ),
            consents=(Consent(2, "Ann", until=PartialDate(Point(2027))),),
            tests=(MedicalTest(3, "EMG", state=TestState.WAITING, due=day(date(2026, 11, 30))),),
            decisions=(Decision(5, review=day(date(2027, 1, 5))),),
        ),
    )
    found = due_list(case, [REPLY])
    assert [(one.day, one.place, one.number) for one in found] == [
        (date(2026, 11, 30), "tests", 3),
        (date(2026, 12, 1), "requests", 1),
        (date(2026, 12, 1), "outside", 4),
        (date(2026, 12, 3), "sent", 9),
        (date(2026, 12, 14), "diagnosis", 0),
        (date(2027, 1, 5), "decision", 5),
        (date(2027, 12, 31), "consents", 2),
    ]


def test_what_is_done_or_has_no_day_is_not_in_it():
    case = CaseSnapshot(
        outside=(
            OutsideItem(
                1, "Disc", return_by=day(date(2026, 1, 1)), returned_on=day(date(2026, 1, 2))
            ),
            OutsideItem(2, "Film"),
        ),
        journey=Journey(
            tests=(MedicalTest(3, "MRI", due=day(date(2026, 1, 1))),),
            consents=(Consent(4, "Ann"),),
        ),
    )
    assert due_list(case, [Sending(1, 1, "Dr L")]) == []


def test_only_a_day_that_has_passed_is_overdue():
    due = Due(date(2026, 1, 1), "Decide", "diagnosis")
    assert not due.is_overdue(date(2026, 1, 1))
    assert due.is_overdue(date(2026, 1, 2))
