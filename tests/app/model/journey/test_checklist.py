"""The checklist: each line once, nothing decided for the person, nothing lost in merging."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.model.journey.checklist import (
    HELPFUL,
    MUST,
    SHOULD,
    Wish,
    age_reminder,
    begun,
    fitting,
    gaps_of,
    may_hold,
    merged,
    missing,
    months_old,
    still_open,
)
from app.model.journey.gap_words import asked_words, group_words, state_words, told_words
from app.model.journey.request import AskedFor, Outcome, Request
from app.model.journey.snapshot import Journey
from app.model.journey.wanted import Wanted, WantedRecord, WantedState
from app.model.partial_date import PartialDate
from app.model.record import Kind, Record, RecordDates

MAY = PartialDate.from_stored("2026-05-20")
SCANS = Wish("scans", "Scan reports", SHOULD, "Any case", "imaging reports", (Kind.IMAGING,))
SPINE = Wish(
    "scans", "Reports of MRI", MUST, "Spine", "MRI", (Kind.IMAGING, Kind.HOSPITAL), "the pictures"
)
LETTER = Wish("letter", "The letter", HELPFUL, "Any case")


def scan(number, stored, kind=Kind.IMAGING):
    when = PartialDate.from_stored(stored)
    return Record(number, kind, f"Scan {number}", RecordDates(when))


def only(journey, wish=SCANS):
    [gap] = gaps_of([wish], journey)
    return gap


def test_lines_that_mean_the_same_are_one_line_with_the_strictest_priority():
    scans, letter = merged([LETTER, replace(SCANS, line="scans"), SPINE])
    assert (scans.text, scans.priority) == ("Scan reports", MUST)
    assert scans.origins == ("Any case", "Spine")
    assert scans.also == ("Reports of MRI",)
    assert scans.kinds == (Kind.IMAGING, Kind.HOSPITAL)
    assert scans.originals == ("the pictures",)
    assert letter.priority == HELPFUL


def test_a_line_nobody_touched_is_not_asked_and_not_printed_as_missing():
    gap = only(Journey())
    assert gap.state is WantedState.NOT_ASKED
    assert not gap.settled
    assert missing([gap]) == ()
    assert not begun(Journey())


def test_records_of_the_kind_are_offered_and_never_settle_a_line():
    records = (scan(1, "2026-05"), scan(2, "2026-06"), scan(3, "2026", Kind.LABORATORY))
    gap = only(Journey())
    assert [one.id for one in fitting(gap, records)] == [1, 2]
    assert gap.state is WantedState.NOT_ASKED
    linked = Journey(wanted=(Wanted(4, "scans"),), wanted_records=(WantedRecord(1, 4, 2),))
    assert [one.id for one in fitting(only(linked), records)] == [1]


def test_a_note_of_ones_own_is_no_record_of_the_kind():
    own = (Kind.FAMILY_DOCTOR, Kind.PATIENT_NOTES)
    medicines = only(Journey(), Wish("medicines", "Your medicines", MUST, "Any case", kinds=own))
    diary = scan(1, "2026-05", Kind.PATIENT_NOTES)
    letter = scan(2, "2026-05", Kind.FAMILY_DOCTOR)
    assert fitting(medicines, (diary,)) == ()
    assert fitting(medicines, (diary, letter)) == (letter,)
    assert may_hold(medicines, (diary, letter)) == (diary, letter)


def test_only_the_last_five_states_are_printed_as_missing():
    printed = {
        state: bool(missing([only(Journey(wanted=(Wanted(1, "scans", state=state),)))]))
        for state in WantedState
    }
    assert {state for state, there in printed.items() if not there} == {
        WantedState.HAVE,
        WantedState.HAVE_PART,
    }


def test_a_line_not_asked_for_with_a_record_is_not_called_missing():
    journey = Journey(wanted=(Wanted(1, "scans"),), wanted_records=(WantedRecord(1, 1, 7),))
    assert missing([only(journey)]) == ()


def test_own_lines_come_last_and_requests_are_found_by_the_lines_code():
    request = Request(3, "City Imaging", sent_on=MAY)
    journey = Journey(
        wanted=(Wanted(1, "own-1", "My diary", WantedState.ASKED),),
        requests=(request,),
        asked_for=(AskedFor(9, 3, "My diary", "own-1"), AskedFor(10, 3, "Else")),
    )
    scans, own = gaps_of([SCANS], journey)
    assert (own.text, own.own, group_words(own, str)) == ("My diary", True, "Your own lines")
    assert [one.id for _request, one in own.asked] == [9]
    assert scans.asked == ()
    assert asked_words(request, str) == "Asked of City Imaging, 20-May-2026"
    refused = replace(request, sent_on=PartialDate(), outcome=Outcome.REFUSED)
    assert asked_words(refused, str) == "Asked of City Imaging, not sent yet. They said no"


def test_open_lines_are_those_about_which_there_is_more_to_do():
    open_states = {
        state
        for state in WantedState
        if still_open([only(Journey(wanted=(Wanted(1, "scans", state=state),)))])
    }
    assert open_states == {WantedState.NOT_ASKED, WantedState.ASKED, WantedState.HAVE_PART}


def test_the_age_of_the_newest_linked_record_is_told_only_on_wish_and_beyond_the_limit():
    records = (scan(1, "2024-01-05"), scan(2, "2025-12-22"))
    links = (WantedRecord(1, 1, 1), WantedRecord(2, 1, 2))
    gap = only(Journey(wanted=(Wanted(1, "scans"),), wanted_records=links))
    today = date(2026, 11, 22)
    assert age_reminder(gap, records, today, 6) == 11
    assert age_reminder(gap, records, today, 11) == 0
    assert age_reminder(gap, records, today, 0) == 0
    assert months_old(scan(1, ""), today) is None
    assert months_old(scan(1, "2025"), today) == 10  # at least: it may be from December


def test_states_and_who_said_so_have_words():
    assert len({state_words(state, str) for state in WantedState}) == 7
    wanted = Wanted(1, "scans", who="The clinic", dated=MAY)
    gap = only(Journey(wanted=(wanted,)))
    assert told_words(gap, str) == "The clinic said so, 20-May-2026"


wishes = st.lists(
    st.builds(
        Wish,
        st.sampled_from("abcd"),
        st.sampled_from(("One", "Two", "Three")),
        st.integers(MUST, HELPFUL),
        st.sampled_from(("x", "y", "z")),
        line=st.sampled_from("abcd"),
        original=st.sampled_from(("", "slides")),
    )
)


@given(wishes)
def test_merging_loses_no_line_no_wording_and_no_origin(found):
    gaps = merged(found)
    assert len({gap.code for gap in gaps}) == len(gaps)
    assert [gap.priority for gap in gaps] == sorted(gap.priority for gap in gaps)
    for wish in found:
        [gap] = [one for one in gaps if one.code == wish.code]
        assert gap.priority <= wish.priority
        assert wish.origin in gap.origins
        assert wish.text in (gap.text, *gap.also)
        assert not wish.original or wish.original in gap.originals
