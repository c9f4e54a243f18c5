"""What goes into a dossier, in which order, and what is said of the rest."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.dossier.planning import plan_dossier
from app.errors import DossierBlocked
from app.model.partial_date import NOT_KNOWN, PartialDate, Point
from app.model.record import Document, Kind, PageFacts, Record, RecordDates
from app.model.story import CaseSnapshot, Reason

TODAY = date(2026, 11, 22)


def record(number, kind=None, year=None, pages=1, **more):
    dates = RecordDates(PartialDate(Point(year)) if year else NOT_KNOWN)
    facts = tuple(PageFacts(595, 842) for _ in range(pages))
    document = Document(f"{number:064}", "a.pdf", "application/pdf", 1, f"{number:064}", facts)
    return Record(number, kind, f"Record {number}", dates, document=document, **more)


def plan(*records, **case):
    return plan_dossier(CaseSnapshot(records=records, **case), made=TODAY)


def test_records_stand_by_kind_and_in_each_kind_the_newest_first():
    made = plan(
        record(1, Kind.LABORATORY, 2020),
        record(2, Kind.DIAGNOSIS_PLAN, 2019),
        record(3, Kind.LABORATORY, 2024),
        record(4, None, 2026),
        record(5, Kind.LABORATORY),
        record(6, Kind.FORM_CONSENT, 2026),
    )
    assert [one.record.id for one in made.records] == [2, 3, 1, 5, 6, 4]
    assert [one.number for one in made.records] == [1, 2, 3, 4, 5, 6]


def test_one_record_that_stays_behind_does_not_hide_the_others():
    kept = [record(number, Kind.IMAGING) for number in (1, 2, 4, 5)]
    out = record(3, Kind.IMAGING, in_dossier=False, left_out_because="private")
    made = plan(*kept, out)
    assert [one.number for one in made.records] == [1, 2, 3, 4]
    assert [(one.record.id, one.why) for one in made.left_out] == [(3, "private")]


def test_chosen_pages_are_kept_in_order():
    made = plan(record(1, pages=5), Record(2, None, "n", pages=()))
    assert made.records[0].pages == (0, 1, 2, 3, 4)
    from dataclasses import replace

    made = plan(replace(record(1, pages=5), pages=(2, 4)))
    assert made.records[0].pages == (1, 3)
    assert len(made.records[0].facts) == 2


def test_an_empty_case_says_what_to_do():
    with pytest.raises(DossierBlocked, match="Add a record or a note first"):
        plan()


def test_the_other_doctor_reads_each_reason_in_words():
    made = plan(record(1), reasons=(Reason("confusing", ""), Reason("own-1", "My aunt had it too")))
    assert [reason.label for reason in made.case.reasons] == [
        "My situation is confusing and I do not have a clear answer.",
        "My aunt had it too",
    ]


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*Kind, None]),
            st.one_of(st.none(), st.integers(1950, 2026)),
            st.integers(1, 9),
            st.booleans(),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_every_record_is_either_in_or_named_as_left_out(records):
    made_of = [
        record(number, kind, year, pages, in_dossier=inside)
        for number, (kind, year, pages, inside) in enumerate(records, 1)
    ]
    if not any(one.in_dossier for one in made_of):
        return
    made = plan(*made_of)
    inside = [one.record.id for one in made.records]
    assert sorted(inside + [one.record.id for one in made.left_out]) == [one.id for one in made_of]
    assert [one.number for one in made.records] == list(range(1, len(inside) + 1))
    assert sum(len(one.pages) for one in made.records) == sum(
        len(one.document.pages) for one in made_of if one.in_dossier
    )
