"""Which copy somebody holds, in words."""

from datetime import UTC, datetime

import pytest

from app.model.build import Build, BuiltFile, BuiltRecord, Sending
from app.model.journey.sharing import copy_words, shared_in

FILE = BuiltFile("dossier.pdf", "a" * 64, 1000, 9)
RECORD = BuiltRecord(1, "Letter", "b" * 64, 8, (1,))


@pytest.mark.parametrize(("count", "words"), [(1, "1 record"), (2, "2 records")])
def test_a_copy_of_one_record_is_not_called_records(count, words):
    made = datetime(2026, 11, 22, tzinfo=UTC)
    records = (RECORD,) * count
    build = Build(1, 0, "Short", "", 1, made, "Casepack", (), records, (), (FILE,))
    [shared] = shared_in([Sending(1, 1, "Dr Venn")], [build])
    assert copy_words(shared) == f"Short, build 1, 9 pages, {words}"
