"""The first draft of a version, from what a recipient asks for."""

from datetime import date

from app.content.presets import load_presets
from app.dossier.starting import start_version
from app.model.partial_date import PartialDate
from app.model.person import Recipient
from app.model.recipient_profile import Answer, FirstOpinion, RecipientProfile, Window, Wishes
from app.model.record import Kind, Record, RecordDates
from app.model.story import CaseSnapshot, Event, EventKind

TODAY = date(2026, 11, 22)


def record(number, when, kind=Kind.LABORATORY):
    return Record(number, kind, f"R{number}", RecordDates(PartialDate.from_stored(when)), body="x")


def left(records, wishes, **case):
    said = CaseSnapshot(records=tuple(records), **case)
    version = start_version(said, RecipientProfile(3, wishes=wishes), today=TODAY)
    assert all(one.why and not one.included for one in version.selections)
    return {one.record for one in version.selections}


def test_the_profile_becomes_the_choices_of_the_version():
    profile = RecipientProfile(
        4,
        Recipient(name="Dr B"),
        Wishes(first_opinion=FirstOpinion.BLIND, most_questions=3, most_megabytes=20.0),
    )
    version = start_version(CaseSnapshot(), profile, today=TODAY)
    assert (version.name, version.recipient, version.first_opinion) == (
        "Dr B",
        4,
        FirstOpinion.BLIND,
    )
    assert (version.most_questions, version.most_megabytes) == (3, 20.0)


def test_records_of_the_last_years_stay_and_undated_ones_too():
    records = [record(1, "2019"), record(2, "2021-11-22"), record(3, "2021-11"), record(4, "")]
    assert left(records, Wishes(window=Window.YEARS, window_years=5)) == {1}
    assert left(records, Wishes(window=Window.YEARS)) == set()


def test_records_from_before_the_symptoms_can_stay_behind():
    events = (
        Event(1, EventKind.SYMPTOM, PartialDate.from_stored("2024-10~"), "Leg pain"),
        Event(2, EventKind.VISIT, PartialDate.from_stored("2020"), "Visit"),
    )
    records = [record(1, "2024-09-30"), record(2, "2024-10"), record(3, "2025")]
    assert left(records, Wishes(window=Window.SINCE_SYMPTOMS), events=events) == {1}
    assert left(records, Wishes(window=Window.SINCE_SYMPTOMS)) == set()


def test_of_each_kind_the_newest_can_be_enough():
    records = [
        record(1, "2024"),
        record(2, "2026-01-05"),
        record(3, "2020", Kind.IMAGING),
        record(4, "2020", None),
    ]
    assert left(records, Wishes(window=Window.LATEST)) == {1}


def test_the_years_before_a_leap_day_can_be_counted():
    said = CaseSnapshot(records=(record(1, "2023-02-27"), record(2, "2023-02-28")))
    profile = RecipientProfile(1, wishes=Wishes(window=Window.YEARS, window_years=1))
    version = start_version(said, profile, today=date(2024, 2, 29))
    assert [one.record for one in version.selections] == [1]


def test_every_preset_says_what_it_is_in_plain_words(grade):
    presets = load_presets()
    assert len({one.id for one in presets}) == len(presets) == 8
    assert all(grade(one.says) <= 7 for one in presets)


def test_a_reader_who_asks_for_a_password_gets_a_version_that_wants_one():
    for answer, locked in ((Answer.YES, True), (Answer.NO, False), (Answer.NOT_SAID, False)):
        profile = RecipientProfile(4, wishes=Wishes(password=answer))
        assert start_version(CaseSnapshot(), profile, today=TODAY).locked is locked
