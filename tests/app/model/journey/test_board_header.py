"""What a case tells a board: an alias, a stage, days and numbers, and only what is allowed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.build import Sending
from app.model.journey.board_header import (
    LONGEST_ALIAS,
    BoardHeader,
    DueTold,
    clean_alias,
    header_of,
    names_patient,
    stage_name,
    told_words,
)
from app.model.journey.consent import Consent
from app.model.journey.decision import Header, Stage, in_stage
from app.model.journey.snapshot import Journey
from app.model.partial_date import NOT_KNOWN, day
from app.model.person import Patient
from app.model.story import CaseSnapshot, Statement, Subject

TODAY = date(2026, 11, 23)
ALLOWED = Header(on_board=True, alias="Client 7", stage=Stage.SENT)


def case_with(header=ALLOWED, consents=(), statements=()):
    return CaseSnapshot(
        patient=Patient("Margaret Ellis"),
        statements=tuple(statements),
        journey=Journey(consents=tuple(consents), header=header),
    )


def ends(number, when):
    return Consent(number, "Ann Ellis", until=day(when))


def test_a_case_that_is_on_no_board_tells_nothing():
    assert header_of(case_with(replace(ALLOWED, on_board=False)), [], TODAY) is None
    assert header_of(CaseSnapshot(), [], TODAY) is None


def test_what_is_overdue_is_counted_and_what_comes_next_is_a_day():
    case = case_with(
        consents=[ends(1, date(2026, 11, 22)), ends(2, TODAY), ends(3, date(2027, 5, 1))],
        statements=[Statement(Subject.DECIDE_BY, "2026-11-01")],
    )
    sent = [Sending(4, 1, "Dr Lindqvist", reply_due=day(date(2026, 12, 3)))]
    told = header_of(case, sent, TODAY)
    assert told == BoardHeader("Client 7", Stage.SENT, DueTold(TODAY, TODAY, 2, 1))


def test_a_consent_that_ends_in_thirty_days_ends_soon_and_a_day_later_it_does_not():
    last = TODAY + timedelta(days=30)
    case = case_with(consents=[ends(1, last), ends(2, last + timedelta(days=1))])
    assert header_of(case, [], TODAY).due.expiring == 1


@pytest.mark.parametrize("show_stage", [True, False])
@pytest.mark.parametrize("show_due", [True, False])
def test_what_is_not_allowed_is_not_told(show_stage, show_due):
    header = replace(ALLOWED, show_stage=show_stage, show_due=show_due)
    told = header_of(case_with(header), [], TODAY)
    assert (told.stage is not None, told.due is not None) == (show_stage, show_due)


def test_what_was_next_is_overdue_once_its_day_has_passed():
    due = DueTold(TODAY, date(2026, 12, 1), 2)
    assert (due.overdue_on(date(2026, 12, 1)), due.passed(date(2026, 12, 1))) == (2, False)
    assert (due.overdue_on(date(2026, 12, 2)), due.passed(date(2026, 12, 2))) == (3, True)
    assert DueTold(TODAY, None, 2).overdue_on(date(2030, 1, 1)) == 2


@given(st.text(max_size=200))
def test_an_alias_is_one_short_line_that_stays_what_it_is(text):
    alias = clean_alias(text)
    assert clean_alias(alias) == alias
    assert len(alias) <= LONGEST_ALIAS
    assert len(alias.splitlines()) <= 1
    alias.encode()  # no half of a pair


def test_an_alias_keeps_its_letters_and_loses_what_turns_it_round():
    assert clean_alias("  Käthe\n\t7 \u202e\x00 ") == "Käthe 7"
    assert clean_alias("می\u200cخواهم") == "می\u200cخواهم"


def test_an_alias_with_the_patients_name_is_noticed():
    assert names_patient("ellis, back", "Margaret Ellis")
    assert not names_patient("M. E. 7", "Margaret Ellis")
    assert not names_patient("Al 7", "Al Li")  # too short to say whose it is
    assert not names_patient("Client 7", "")


def test_all_that_is_written_is_said_in_words():
    told = BoardHeader("Client 7", Stage.SENT, DueTold(TODAY, date(2026, 12, 1), 2, 1))
    assert told_words(told) == [
        "Name on the board: Client 7",
        "Stage: sent",
        "Next due: 01-Dec-2026",
        "Overdue: 2",
        "Consents that end within 30 days: 1",
        "Counted on: 23-Nov-2026",
    ]
    assert told_words(BoardHeader()) == ["No name on the board. It shows the name of the file."]
    assert told_words(None) == ["Nothing is written. A board shows only the name of the file."]


def test_every_stage_has_a_name():
    assert len({stage_name(one) for one in Stage}) == len(Stage)


def test_the_day_a_case_was_closed_comes_and_goes_with_the_stage():
    closed = in_stage(ALLOWED, Stage.CLOSED, TODAY)
    assert closed.closed_on == day(TODAY)
    assert in_stage(closed, Stage.CLOSED, date(2027, 1, 1)) is closed
    assert in_stage(closed, Stage.SENT, TODAY).closed_on == NOT_KNOWN
