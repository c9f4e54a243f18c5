"""From the gaps to the decision: what is kept comes back, is undone, and outlives erased records."""

from dataclasses import replace

import pytest

from app.model.journey.choice import Aspect, Choice, ChoiceCell
from app.model.journey.comparison import Cause, GridCell, GridRow, OpenPoint, Stance, WhyDiffer
from app.model.journey.conflict import Conflict, ConflictSide
from app.model.journey.consent import Consent, Power
from app.model.journey.decision import Approval, Decision, Header, Stage
from app.model.journey.family import FamilyIllness
from app.model.journey.opinion import (
    Answered,
    Opinion,
    OpinionKind,
    OpinionPart,
    Point,
    QuestionAnswer,
    SawRecord,
)
from app.model.journey.request import AskedFor, Asking, Call, Clock, Outcome, Request
from app.model.journey.snapshot import Journey
from app.model.journey.tests import LimitAnswer, MedicalTest, TestLimit, TestState
from app.model.journey.wanted import Specialty, Wanted, WantedRecord, WantedState
from app.model.outside_item import OutsideItem, OutsideKind
from app.model.partial_date import PartialDate
from app.model.partial_date import Point as DatePoint
from app.model.voice import Cited, Said

MARCH = PartialDate(DatePoint(2026, 3), about=True)
DAY = PartialDate(DatePoint(2026, 3, 4))


@pytest.fixture
def filled(case):
    """A case with one of everything; give what should be read back."""
    with case.change("Fill in"):
        return case, _fill(case)


def _fill(case):
    rooms = case.journey
    record = case.records.add("Report", body="It says so.")
    question = case.questions.add("Why?")
    cited, said = Cited(record, 2), Said("Dr Venn", MARCH)
    kept = {}

    def keep(name, *values):
        shelf = getattr(rooms, name)
        kept[name] = tuple(replace(value, id=shelf.add(value)) for value in values)
        return kept[name][0].id

    keep("specialties", Specialty(0, "oncology"))
    wanted = keep(
        "wanted", Wanted(0, "own-1", "My film", WantedState.CANNOT_GET, "The lab", DAY, "Gone")
    )
    keep("wanted_records", WantedRecord(0, wanted, record))
    request = keep(
        "requests",
        Request(
            0, "City Lab", "Records", "1 High Street", "123", "a@b", Asking.FAX, "77", pdf=False,
            pictures=True, tissue=True, send_to="Dr L", sent_on=DAY, received_on=MARCH,
            clock=Clock.DAYS, days=14, extended_on=DAY, extended_why="Busy",
            outcome=Outcome.PART_CAME, closed_on=DAY, note="They were kind",
        ),
    )  # fmt: skip
    keep("asked_for", AskedFor(0, request, "MRI of 4 March", "base.imaging_reports", record))
    keep("calls", Call(0, request, DAY, "Nobody was there", "Ms Roe"))
    keep("consents", Consent(0, "Ann", Power.SHARE, "all", DAY, MARCH, record, "by hand"))
    keep("tests", MedicalTest(0, "EEG", "Nerves", TestState.WAITING, DAY, "Lab", "As usual", MARCH,
                              "Dr Venn", cited))  # fmt: skip
    keep("limits", TestLimit(0, "metal", "", LimitAnswer.YES, "A clip", said))
    keep("family", FamilyIllness(0, "Mother", "Stroke", "about 60", "", private=False, voice=said))
    conflict = keep("conflicts", Conflict(0, "The side", "", question, settled=True))
    keep("conflict_sides", ConflictSide(0, conflict, "Left", cited),
         ConflictSide(0, conflict, "Right", said))  # fmt: skip
    choice = keep("choices", Choice(0, "Wait", "me", do_nothing=True, position=0),
                  Choice(0, "Fusion", "Dr Venn", position=1))  # fmt: skip
    keep("choice_cells", ChoiceCell(0, choice, Aspect.GOOD, "Less pain", 60, voice=cited),
         ChoiceCell(0, choice, Aspect.BAD, "A leaflet says", own_reading=True))  # fmt: skip
    opinion = keep(
        "opinions", Opinion(0, "Dr Venn", "Spine", "City", DAY, OpinionKind.VIDEO, record)
    )
    keep("points", Point(0, opinion, OpinionPart.TESTS, "An EMG", verbatim=True, page=1))
    keep("answers", QuestionAnswer(0, opinion, question, Answered.PARTLY, "It may", page=2))
    keep("saw", SawRecord(0, opinion, record, saw=False))
    keep("grid_rows", GridRow(0, "Cost"))
    keep("grid_cells", GridCell(0, opinion, "plan", "Fusion", stance=Stance.DIFFER))
    keep("why_differ", WhyDiffer(0, Cause.TESTS, "plan", "Only one saw the EMG"))
    keep("open_points", OpenPoint(0, "plan", question, "Ask both", closed=True))
    keep("decisions", Decision(0, made=True, dated=DAY, considered="Both", choice=choice,
                               chosen="Wait", tipped="Time", asked="Ann", review=MARCH,
                               change_my_mind="Worse pain", note=""))  # fmt: skip
    rooms.save_header(Header(on_board=True, alias="M", show_due=False, stage=Stage.SENT))
    return Journey(**kept, header=rooms.header())


def test_everything_comes_back_as_it_was_written(filled):
    case, kept = filled
    assert case.snapshot().journey == kept
    assert kept.header.stage is Stage.SENT


def test_filling_in_is_undone_and_done_again(filled):
    case, kept = filled
    case.undo()
    assert case.snapshot().journey == Journey()
    case.redo()
    assert case.snapshot().journey == kept


def test_what_belongs_to_a_removed_thing_goes_and_comes_with_it(filled):
    case, kept = filled
    with case.change("Remove"):
        case.journey.opinions.remove(kept.opinions[0].id)
        case.journey.choices.remove(kept.choices[0].id)
        case.journey.requests.remove(kept.requests[0].id)
    left = case.snapshot().journey
    assert left.points == left.answers == left.saw == left.grid_cells == left.choice_cells == ()
    assert left.calls == left.asked_for == ()
    assert left.decisions[0].choice is None
    assert left.decisions[0].chosen == "Wait"
    case.undo()
    assert case.snapshot().journey == kept


def test_what_cited_an_erased_record_says_where_it_was_from(filled):
    case, kept = filled
    with case.change("Remove"):
        case.records.remove(kept.opinions[0].record)
    case.empty_bin()
    left = case.snapshot().journey
    assert left.opinions[0].record is None
    assert left.wanted_records == left.saw == ()
    assert left.tests[0].voice.by == "a record that was removed: Report"
    assert left.choice_cells[0].voice.by == "a record that was removed: Report"


def test_choices_stand_in_the_order_they_were_put_in(filled):
    case, kept = filled
    first, second = (one.id for one in kept.choices)
    with case.change("Move"):
        case.journey.choices.put_in_order([second, first])
    assert [one.name for one in case.journey.choices.all()] == ["Fusion", "Wait"]
    case.undo()
    assert [one.name for one in case.journey.choices.all()] == ["Wait", "Fusion"]


def test_a_changed_value_is_written_and_one_that_is_gone_is_none(filled):
    case, kept = filled
    call = kept.calls[0]
    with case.change("Change"):
        case.journey.calls.save(replace(call, text="They will call back"))
    assert case.journey.calls.get(call.id).text == "They will call back"
    with case.change("Remove"):
        case.journey.calls.remove(call.id)
    assert case.journey.calls.get(call.id) is None


def test_the_register_of_things_outside_keeps_where_each_thing_is(case):
    item = OutsideItem(
        0, "Slides", kind=OutsideKind.SLIDES, count="12 slides", accession="S-1", studied=DAY,
        location="City lab", sent_to="Dr L", sent_on=DAY, courier="Post", tracking="XY",
        return_by=MARCH, facility="City",
    )  # fmt: skip
    with case.change("Note"):
        number = case.outside.add(item)
    assert case.outside.all() == [replace(item, id=number)]


def test_an_approval_names_the_file_that_was_looked_at(case):
    with case.change("Approve"):
        case.journey.approvals.add(Approval(0, 0, "ab" * 32, yes=True, who="Ann", dated=DAY))
    assert case.journey.approvals.all()[0].file_sha256 == "ab" * 32
