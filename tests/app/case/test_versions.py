"""Recipients, versions, marks, what was made and what was sent, kept in a case file."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.case.casefile import CaseFile
from app.model.build import Build, BuiltFile, BuiltRecord, Route, Sending
from app.model.partial_date import PartialDate
from app.model.person import Recipient
from app.model.recipient_profile import (
    Answer,
    FirstOpinion,
    Identity,
    Images,
    RecipientProfile,
    Window,
    Wishes,
)
from app.model.relation import Related, Relation
from app.model.sensitivity import Sensitivity
from app.model.values import from_text, to_text
from app.model.version import MAIN, CoverUp, Pictures, Selection, Version, Volumes, WhyCovered

LINDQVIST = RecipientProfile(
    id=0,
    recipient=Recipient(name="Dr H. Lindqvist", place="Kent"),
    wishes=Wishes(identity=Identity.COVER, most_megabytes=20.0, by_email=True),
    preset="email",
    checked_on=PartialDate.from_stored("2026-11"),
    checked_by="Her secretary",
)


@pytest.fixture
def case(tmp_path):
    with closing(CaseFile.create(tmp_path / "a.casepack")) as made:
        yield made


def with_record(case, title="MRI"):
    with case.change("Add"):
        return case.records.add(title)


def test_a_recipient_comes_back_as_it_was_written(case):
    with case.change("Add"):
        number = case.recipients.add(LINDQVIST)
    assert case.recipients.all() == [replace(LINDQVIST, id=number)]
    with case.change("Change"):
        case.recipients.save(replace(LINDQVIST, id=number, checked_by="", note="Call first"))
    assert case.recipients.get(number) == replace(
        LINDQVIST, id=number, checked_by="", note="Call first"
    )
    case.undo()
    assert case.recipients.get(number) == replace(LINDQVIST, id=number)


wishes = st.builds(
    Wishes,
    identity=st.sampled_from(Identity),
    language=st.text(),
    images=st.sampled_from(Images),
    first_opinion=st.sampled_from(FirstOpinion),
    most_questions=st.integers(0, 50),
    numbered_answers=st.sampled_from(Answer),
    window=st.sampled_from(Window),
    most_megabytes=st.floats(0, 1000),
    oldest_first=st.booleans(),
    scope=st.text(),
)


@given(wishes)
def test_all_wishes_survive_being_written_down(one):
    assert from_text(Wishes, to_text(one)) == one


@settings(max_examples=50)
@given(dividers=st.sampled_from((None, True, False)), pages=st.integers(0, 400))
def test_choices_that_may_be_open_survive_too(dividers, pages):
    one = Version(id=3, recipient=None, dividers=dividers, most_pages=pages)
    assert from_text(Version, to_text(one, but=frozenset({"id", "recipient"})), id=3) == one


def test_a_choice_of_a_newer_version_reads_as_the_usual_one():
    assert from_text(Wishes, {"identity": "by_number", "colour": "red"}) == Wishes()


def test_every_case_has_a_first_version_that_stays(case):
    assert case.versions.all() == [MAIN]
    with pytest.raises(ValueError, match="stays"), case.change("Remove"):
        case.versions.remove(MAIN.id)


def test_a_version_keeps_its_choices_selections_and_boxes(case):
    mri, letter = with_record(case), with_record(case, "Letter")
    box = CoverUp(0, letter, 2, 0.1, 0.2, 0.5, 0.25, WhyCovered.OTHER_PERSON, everywhere=False)
    wanted = Version(
        name="For Dr Lindqvist",
        recipient=None,
        identity=Identity.PSEUDONYM,
        pseudonym="Patient 7",
        pictures=Pictures.GREY,
        volumes=Volumes.BY_SIZE,
        dividers=False,
        selections=(
            Selection(mri, included=False, why="Not related"),
            Selection(letter, included=True, pages=(1, 3)),
        ),
        cover_ups=(box,),
    )
    with case.change("Make a version"):
        case.versions.add(wanted)
    found = case.versions.all()[1]
    assert found == replace(
        wanted, id=found.id, cover_ups=(replace(box, id=found.cover_ups[0].id),)
    )
    case.undo()
    assert case.versions.all() == [MAIN]
    case.redo()
    assert case.versions.get(found.id) == found


def test_the_first_version_can_be_changed_and_covered_too(case):
    record = with_record(case)
    with case.change("Cover up"):
        case.versions.save(replace(MAIN, identity=Identity.COVER))
        number = case.versions.cover(MAIN.id, CoverUp(0, record, 1, 0, 0, 1, 0.1))
    with case.change("Move the box"):
        case.versions.move(CoverUp(number, record, 1, 0.5, 0, 1, 0.1))
    main = case.versions.get(MAIN.id)
    assert main.identity is Identity.COVER
    assert [box.x0 for box in main.cover_ups] == [0.5]
    with case.change("Take the box away"):
        case.versions.uncover(number)
    assert case.versions.get(MAIN.id).cover_ups == ()


def test_a_removed_recipient_leaves_its_versions(case):
    with case.change("Add"):
        who = case.recipients.add(LINDQVIST)
        version = case.versions.add(Version(name="One", recipient=who))
    with case.change("Remove"):
        case.recipients.remove(who)
    assert case.versions.get(version).recipient is None
    case.undo()
    assert case.versions.get(version).recipient == who


def test_a_record_erased_from_the_bin_takes_its_selections_and_boxes_along(case):
    record = with_record(case)
    with case.change("Cover up"):
        case.versions.cover(MAIN.id, CoverUp(0, record, 1, 0, 0, 1, 1))
        case.versions.save(replace(MAIN, selections=(Selection(record, included=False),)))
        case.marks.set_sensitivities(record, {Sensitivity.GENETICS})
        case.marks.mark_first_opinion(record, ())
        case.records.remove(record)
    case.empty_bin()
    assert case.versions.get(MAIN.id) == MAIN
    assert case.marks.sensitivities() == {}
    assert case.marks.first_opinion() == {}


def test_why_a_finding_is_left_as_it_is_is_kept_and_can_be_taken_back(case):
    with case.change("Send anyway"):
        case.versions.keep_finding(MAIN.id, "record.date", 4, "Nobody knows")
    assert case.versions.kept_findings(MAIN.id) == {("record.date", 4): "Nobody knows"}
    with case.change("Look again"):
        case.versions.keep_finding(MAIN.id, "record.date", 4, "  ")
    assert case.versions.kept_findings(MAIN.id) == {}


def test_marks_of_records_are_part_of_what_the_case_says(case):
    old, new = with_record(case, "MRI"), with_record(case, "MRI, corrected")
    with case.change("Mark"):
        case.marks.set_sensitivities(old, {Sensitivity.GENETICS, Sensitivity.OTHER_PERSON})
        case.marks.mark_first_opinion(old, (3, 1))
        case.marks.relate(Related(new, Relation.REPLACES, old))
        case.marks.relate(Related(new, Relation.REPLACES, old, "the side was wrong"))
    said = case.snapshot()
    assert said.sensitivities == {old: {Sensitivity.GENETICS, Sensitivity.OTHER_PERSON}}
    assert said.first_opinion == {old: (1, 3)}
    assert said.related == (Related(new, Relation.REPLACES, old, "the side was wrong"),)
    with case.change("Unmark"):
        case.marks.set_sensitivities(old, ())
        case.marks.mark_first_opinion(old, None)
        case.marks.unrelate(new, Relation.REPLACES)
    said = case.snapshot()
    assert (said.sensitivities, said.first_opinion, said.related) == ({}, {}, ())


BUILD = Build(
    id=0,
    version=0,
    version_name="",
    recipient="Dr H. Lindqvist",
    number=0,
    made=datetime(2026, 11, 22, 17, 30, tzinfo=UTC),
    application="Casepack 0.1",
    spec=(("paper", "A4"),),
    records=(BuiltRecord(4, "MRI", "ab" * 32, 11, (1, 2), (2,)),),
    left_out=(("Letter", "Private"),),
    files=(BuiltFile("dossier.pdf", "cd" * 32, 1000, 32),),
    kept_reasons=(("record.date", "Nobody knows"),),
)


def test_a_build_is_kept_as_it_was_and_undo_does_not_take_it_back(case):
    with_record(case)
    first = case.builds.keep(BUILD)
    second = case.builds.keep(BUILD)
    case.undo()
    assert case.builds.get(first) == replace(BUILD, id=first, number=1)
    assert case.builds.last(0) == replace(BUILD, id=second, number=2)
    assert [one.number for one in case.builds.all()] == [2, 1]
    assert case.builds.count() == 2


def test_a_sending_is_logged_changed_and_removed(case):
    build = case.builds.keep(BUILD)
    sent = Sending(
        0,
        build,
        "Dr H. Lindqvist",
        sent_on=PartialDate.from_stored("2026-11-22"),
        route=Route.POST,
        tracking="RB 1",
        password_told="by phone",
        reply_due=PartialDate.from_stored("2026-12-06"),
    )
    with case.change("Note what was sent"):
        number = case.sharing.add(sent)
    got = replace(sent, id=number, received_on=PartialDate.from_stored("2026-11-25"))
    with case.change("Note that it came"):
        case.sharing.save(got)
    assert case.sharing.all() == [got]
    with case.change("Remove"):
        case.sharing.remove(number)
    assert case.sharing.all() == []
    case.undo()
    assert case.sharing.all() == [got]
