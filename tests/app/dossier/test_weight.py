"""What a way of sending carries, and which records weigh most."""

from datetime import date

import pytest

from app.dossier.planning import plan_dossier
from app.dossier.weight import heaviest, most_bytes, record_bytes
from app.model.record import Document, PageFacts, Record
from app.model.story import CaseSnapshot
from app.model.version import CoverUp, Version


def record(number, sha256, pages=2, chosen=()):
    document = Document(
        sha256, "a.pdf", "application/pdf", 9, sha256, (PageFacts(595, 842),) * pages
    )
    return Record(number, None, f"Record {number}", document=document, pages=chosen)


@pytest.mark.parametrize(
    ("version", "most"),
    [
        (Version(), None),
        (Version(most_megabytes=20), 20_000_000),
        (Version(most_megabytes=20, by_email=True), 14_598_540),
    ],
)
def test_an_e_mail_carries_less_than_its_limit(version, most):
    assert most_bytes(version) == most


def test_the_heaviest_records_come_first_by_the_pages_that_go_in(monkeypatch):
    sizes = {"a": 1000, "b": 900}
    records = (record(1, "a", chosen=(1,)), record(2, "b"), Record(3, None, "Note", body="x"))
    plan = plan_dossier(CaseSnapshot(records=records), made=date(2026, 11, 22))
    found = heaviest(plan, sizes.__getitem__, 5)
    assert [(one.record.id, one.bytes) for one in found] == [(2, 900), (1, 500)]
    assert len(heaviest(plan, sizes.__getitem__, 1)) == 1


def test_a_covered_page_weighs_what_its_picture_does():
    box = CoverUp(1, 2, 1, 0.1, 0.1, 0.5, 0.2)
    case = CaseSnapshot(records=(record(1, "a"), record(2, "b")))
    plan = plan_dossier(case, made=date(2026, 11, 22), version=Version(cover_ups=(box,)))
    sizes = {"a": 1000, "b": 400}
    found = heaviest(plan, sizes.__getitem__, 2, {2: 5000})
    assert [(one.record.id, one.bytes) for one in found] == [(2, 200 + 5000), (1, 1000)]
    known, not_known = (
        record_bytes(plan, sizes.__getitem__, covered) for covered in ({2: 5000}, {})
    )
    assert known[2] - not_known[2] == 5000 - 200
    assert known[1] == not_known[1]
