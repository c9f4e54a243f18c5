"""The header beside a case: written only when it is wanted, and read like a foreign file."""

import json
import os
import stat
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.case.casefile import CaseFile
from app.case.header_file import (
    MOST_BYTES,
    MOST_COUNTED,
    bring_header,
    header_bytes,
    header_from,
    header_path,
    read_header,
)
from app.case.removing import belonging, remove_case
from app.errors import FileUnreadable, FolderNotWritable
from app.model.journey.board_header import BoardHeader, DueTold, clean_alias
from app.model.journey.consent import Consent
from app.model.journey.decision import Header, Stage
from app.model.partial_date import day
from app.model.person import Patient, Preparer, Recipient
from app.model.story import Statement, Subject
from app.model.voice import Said

TODAY = date(2026, 11, 23)
GOOD = {
    "casepack_header": 1,
    "alias": "Client 7",
    "stage": "sent",
    "due": {
        "as_of": "2026-11-23",
        "next_due": "2026-12-01",
        "overdue": 2,
        "expiring_consents": 1,
    },
}

counts = st.integers(0, MOST_COUNTED)
dues = st.builds(
    lambda as_of, later, overdue, expiring: DueTold(
        as_of,
        date.fromordinal(as_of.toordinal() + later) if later >= 0 else None,
        overdue,
        expiring,
    ),
    st.dates(max_value=date(9000, 1, 1)),
    st.integers(-1, 9999),
    counts,
    counts,
)
headers = st.builds(
    BoardHeader,
    st.text(max_size=80).map(clean_alias),
    st.none() | st.sampled_from(Stage),
    st.none() | dues,
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@pytest.fixture
def case(tmp_path):
    case = CaseFile.create(tmp_path / "case.casepack")
    with case.change("A full case"):
        case.people.save(
            Patient("Margaret Ellis", day(date(1957, 3, 14)), record_number="MRN-4411")
        )
        case.people.save(Preparer("Ann Ellis", phone="555 0100"))
        case.people.save(Recipient("Dr Lindqvist", "Spine clinic"))
        case.statements.state(Subject.DIAGNOSIS, "Spinal stenosis", Said("Dr Venn"))
        case.journey.consents.add(Consent(0, "Ann Ellis", until=day(date(2026, 12, 1))))
        case.questions.add("Is fusion needed?")
    yield case
    case.close()


def put_on_board(case, **allowed):
    with case.change("Change what a board shows"):
        case.journey.save_header(Header(on_board=True, **allowed))


def read(case):
    return header_path(case.path).read_bytes()


@given(headers)
def test_what_is_written_is_read_again(header):
    data = header_bytes(header)
    assert len(data) <= MOST_BYTES
    assert header_from(data) == header


@given(st.binary(max_size=400))
def test_bytes_that_are_no_header_are_refused_and_nothing_else_happens(data):
    with pytest.raises(ValueError, match=r"."):
        header_from(data)


@given(st.sampled_from(sorted(GOOD)), anything)
def test_a_field_with_something_else_in_it_is_refused(field, value):
    data = json.dumps(GOOD | {field: value}).encode()
    try:
        header = header_from(data)
    except ValueError:
        return
    assert header_from(header_bytes(header)) == header  # it was good, by chance


@given(st.sampled_from(sorted(GOOD["due"])), anything)
def test_a_day_or_number_with_something_else_in_it_is_refused(field, value):
    data = json.dumps(GOOD | {"due": GOOD["due"] | {field: value}}).encode()
    try:
        header = header_from(data)
    except ValueError:
        return
    assert header_from(header_bytes(header)) == header


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 2000,
        '{"casepack_header": 1}',
        '{"casepack_header": 2, "alias": ""}',
        '{"casepack_header": true, "alias": ""}',
        '{"casepack_header": 1.0, "alias": ""}',
        '{"casepack_header": 1, "alias": "", "alias": ""}',
        '{"casepack_header": 1, "alias": "", "name": "Margaret Ellis"}',
        '{"casepack_header": 1, "alias": "\\ud800"}',
        '{"casepack_header": 1, "alias": "two\\nlines"}',
        '{"casepack_header": 1, "alias": "turned \\u202e round"}',
        json.dumps({"casepack_header": 1, "alias": "x" * 61}),
        '{"casepack_header": 1, "alias": "", "stage": null}',
        '{"casepack_header": 1, "alias": "", "stage": "cured"}',
        '{"casepack_header": 1, "alias": "", "due": null}',
        '{"casepack_header": NaN, "alias": ""}',
        json.dumps(GOOD | {"due": GOOD["due"] | {"overdue": -1}}),
        json.dumps(GOOD | {"due": GOOD["due"] | {"overdue": MOST_COUNTED + 1}}),
        json.dumps(GOOD | {"due": GOOD["due"] | {"overdue": True}}),
        json.dumps(GOOD | {"due": GOOD["due"] | {"as_of": "20261123"}}),
        json.dumps(GOOD | {"due": GOOD["due"] | {"as_of": "2026-02-30"}}),
        json.dumps(GOOD | {"due": GOOD["due"] | {"next_due": "2026-11-22"}}),
        json.dumps(GOOD | {"due": GOOD["due"] | {"what": "biopsy"}}),
        json.dumps(GOOD) + " " * MOST_BYTES,
    ],
)
def test_a_strange_header_cannot_be_read(text, tmp_path):
    path = tmp_path / "case.casepack.header.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileUnreadable, match=r"“case\.casepack\.header\.json” cannot be read"):
        read_header(path)


def test_the_good_one_can_be_read(tmp_path):
    path = tmp_path / "case.casepack.header.json"
    path.write_text(json.dumps(GOOD), encoding="utf-8")
    due = DueTold(TODAY, date(2026, 12, 1), 2, 1)
    assert read_header(path) == BoardHeader("Client 7", Stage.SENT, due)
    assert read_header(tmp_path / "other.header.json") is None


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of a POSIX system")
def test_neither_a_link_nor_a_pipe_nor_a_folder_is_read(tmp_path):
    target = tmp_path / "good.json"
    target.write_text(json.dumps(GOOD))
    link, pipe, folder = (tmp_path / f"{one}.header.json" for one in ("link", "pipe", "folder"))
    link.symlink_to(target)
    os.mkfifo(pipe)
    folder.mkdir()
    for path in (link, pipe, folder):
        with pytest.raises(FileUnreadable):
            read_header(path)


def test_a_case_has_no_header_until_somebody_wants_one(case, tmp_path):
    assert bring_header(case, TODAY) is None
    assert [one.name for one in tmp_path.iterdir() if "json" in one.name] == []


def test_a_header_says_what_is_allowed_for_its_owner_alone(case):
    put_on_board(case, alias="Client 7", stage=Stage.SENT)
    told = bring_header(case, TODAY)
    assert told == BoardHeader("Client 7", Stage.SENT, DueTold(TODAY, date(2026, 12, 1), 0, 1))
    assert read_header(header_path(case.path)) == told
    assert stat.S_IMODE(header_path(case.path).stat().st_mode) == 0o600


def test_a_header_holds_no_name_and_no_word_of_the_case(case):
    put_on_board(case, alias="Client 7")
    bring_header(case, TODAY)
    data = read(case).decode().casefold()
    for word in (
        *("margaret", "ellis", "1957", "mrn-4411", "ann", "555", "lindqvist", "spine", "venn"),
        *("stenosis", "fusion", "case.casepack"),
    ):
        assert word not in data, word
    assert set(json.loads(data)) == {"casepack_header", "alias", "stage", "due"}


def test_only_an_alias_that_was_typed_can_bring_the_name_in(case):
    put_on_board(case, alias="Margaret")
    bring_header(case, TODAY)
    assert b"Margaret" in read(case)
    assert b"Ellis" not in read(case)


def test_what_is_forbidden_is_not_in_the_file(case):
    put_on_board(case, alias="7", stage=Stage.DECIDED, show_stage=False, show_due=False)
    bring_header(case, TODAY)
    assert json.loads(read(case)) == {"casepack_header": 1, "alias": "7"}


def test_a_header_that_is_switched_off_is_removed(case, tmp_path):
    put_on_board(case)
    bring_header(case, TODAY)
    with case.change("Off"):
        case.journey.save_header(Header())
    assert bring_header(case, TODAY) is None
    assert not header_path(case.path).exists()


def test_a_header_that_says_the_same_is_not_written_again(case):
    put_on_board(case)
    bring_header(case, TODAY)
    before = header_path(case.path).stat()
    bring_header(case, TODAY)
    after = header_path(case.path).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    bring_header(case, date(2026, 11, 24))
    assert header_path(case.path).stat().st_ino != before.st_ino


@pytest.mark.skipif(os.name != "posix", reason="links of a POSIX system")
def test_a_link_in_its_place_is_replaced_and_what_it_led_to_stays(case, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("mine")
    header_path(case.path).symlink_to(other)
    put_on_board(case)
    bring_header(case, TODAY)
    assert other.read_text() == "mine"
    assert not header_path(case.path).is_symlink()


def test_where_it_cannot_be_written_the_old_one_stays_and_the_case_too(case, monkeypatch):
    put_on_board(case, alias="7")
    bring_header(case, TODAY)
    before = read(case)
    put_on_board(case, alias="8")

    def fail(_handle):
        raise OSError(5, "no disk")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FolderNotWritable):
        bring_header(case, TODAY)
    monkeypatch.undo()
    assert read(case) == before
    assert case.journey.header().alias == "8"
    assert [one.name for one in case.path.parent.iterdir() if one.name.endswith(".part")] == []


def test_a_case_that_is_removed_takes_its_header_along(case):
    put_on_board(case)
    bring_header(case, TODAY)
    assert header_path(case.path) in belonging(case.path)
    case.close()
    remove_case(case.path)
    assert list(case.path.parent.iterdir()) == []


def test_a_statement_that_is_due_is_told_as_a_day_and_nothing_more(case):
    with case.change("Decide"):
        said = Statement(Subject.DECIDE_BY, "2026-11-30", Said("Margaret Ellis"))
        case.statements.state(said.subject, said.text, said.voice)
    put_on_board(case)
    assert bring_header(case, TODAY).due.next_due == date(2026, 11, 30)
