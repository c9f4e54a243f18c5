"""Whatever is printed differently makes another fingerprint of a dossier."""

from contextlib import closing
from dataclasses import fields, replace
from datetime import date

import pypdfium2
import pytest

from app.case.casefile import CaseFile
from app.dossier.fingerprint import fingerprint
from app.dossier.lay_out import lay_out
from app.dossier.planning import plan_dossier
from app.model.journey.snapshot import Journey
from app.model.person import Patient, Preparer, Recipient
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.record import Record, RecordDates
from app.model.relation import Related, Relation
from app.model.story import Asked, CaseSnapshot
from app.model.version import MAIN
from app.progress import Progress
from app.sample.demo import make_demo

MADE = date(2026, 11, 22)
OF_CASE = [
    one.name
    for one in fields(CaseSnapshot)
    if str(one.type).startswith("tuple") and one.name != "records"  # without them there is none
]
OF_JOURNEY = [one.name for one in fields(Journey) if str(one.type).startswith("tuple")]


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    made = make_demo(tmp_path_factory.mktemp("sample"), made=MADE, progress=Progress())
    with closing(CaseFile.open(made.case)) as opened:
        return opened.snapshot()


def planned(case, version=MAIN):
    return plan_dossier(case, made=MADE, version=version)


def printed(plan):
    """Give every word of our own pages and of the frames."""
    layout = lay_out(plan, reproducible=True)
    with pypdfium2.PdfDocument(layout.own) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf], layout.frames


@pytest.fixture(scope="module")
def before(case):
    plan = planned(case)
    return fingerprint(plan), printed(plan)


def test_of_the_case_only_what_is_not_printed_can_go_unseen(case, before):
    fewer = {name: planned(replace(case, **{name: ()})) for name in OF_CASE}
    unseen = [name for name, plan in fewer.items() if fingerprint(plan) == before[0]]
    assert not {"questions", "events", "medicines", "results", "outside"} & {*unseen}
    other = planned(replace(case, **dict.fromkeys(unseen, ())))
    assert printed(other) == before[1]


def test_of_the_journey_only_what_is_not_printed_can_go_unseen(case, before):
    unseen = []
    for name in OF_JOURNEY:
        fewer = replace(case.journey, **{name: ()})
        if fingerprint(planned(replace(case, journey=fewer))) == before[0]:
            unseen.append(name)
    assert not {"choices", "choice_cells", "opinions", "grid_cells"} & {*unseen}
    assert {"calls", "consents", "decisions"} <= {*unseen}
    journey = replace(case.journey, **dict.fromkeys(unseen, ()))
    assert printed(planned(replace(case, journey=journey))) == before[1]


@pytest.mark.parametrize(
    "changes",
    [
        {"patient": Patient(name="Somebody else")},
        {"preparer": Preparer(name="Somebody else")},
        {"recipient": Recipient(name="Dr Okafor")},
        {"medicines_asked": Asked.NOT_SURE, "medicines": ()},
        {"allergies_asked": Asked.NOT_SURE, "allergies": ()},
    ],
)
def test_another_person_or_answer_is_another_dossier(case, before, changes):
    other = planned(replace(case, **changes))
    assert printed(other) != before[1]
    assert fingerprint(other) != before[0]


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Another title"},
        {"source": "Somewhere else"},
        {"dates": RecordDates()},
        {"kind": None},
        {"in_dossier": False},
        {"pages": (1,)},
    ],
)
def test_each_thing_that_is_said_of_a_record_counts(case, before, changes):
    which = next(one for one in case.records if one.document and len(one.document.pages) > 1)
    records = tuple(replace(one, **changes) if one is which else one for one in case.records)
    assert fingerprint(planned(replace(case, records=records))) != before[0]


def test_what_only_the_person_sees_of_a_record_does_not_count(case, before):
    records = tuple(replace(one, note="Call them", tags=("mine",)) for one in case.records)
    assert fingerprint(planned(replace(case, records=records))) == before[0]


@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ({"identity": Identity.COVER}, True),
        ({"first_opinion": FirstOpinion.BLIND}, True),
        ({"most_questions": 1}, True),
        ({"oldest_first": True}, True),
        ({"left_out_list": False}, True),
        ({"paper": "LETTER"}, False),
        ({"locked": True}, False),
        ({"most_megabytes": 20.0}, False),
        ({"name": "Another name"}, False),
    ],
)
def test_choices_count_as_far_as_they_are_read(case, before, changes, counts):
    other = planned(case, replace(MAIN, **changes))
    assert (fingerprint(other) != before[0]) is counts


def test_who_translated_a_record_counts_as_the_index_tells_it(case, before):
    first, second = case.records[:2]
    plain = Related(second.id, Relation.TRANSLATES, first.id)
    marks = {
        fingerprint(planned(replace(case, related=(*case.related, pair))))
        for pair in (plain, replace(plain, note="A sworn translator"))
    }
    assert len(marks | {before[0]}) == 3


def test_a_note_says_something_else_when_its_words_are_changed(case, before):
    note = Record(999, None, "My words", body="One thing")
    first, second = (
        planned(replace(case, records=(*case.records, replace(note, body=body))))
        for body in ("One thing", "Another thing")
    )
    assert fingerprint(first) != fingerprint(second)
