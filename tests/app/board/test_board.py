"""The cases of a folder: what is overdue first, and no case is opened."""

import builtins
import io
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.board import cases as cases_module
from app.board.cases import BoardCase, board_of, in_order
from app.board.use import Use, keys_in, use_of
from app.board.words import (
    details,
    left_out_words,
    next_words,
    overdue_words,
    state_words,
)
from app.case.casefile import CaseFile
from app.case.header_file import header_bytes, header_path
from app.errors import NotUnderstood
from app.model.journey.board_header import BoardHeader, DueTold
from app.model.journey.decision import Stage

TODAY = date(2026, 11, 23)


def told(alias="", next_due=None, overdue=0, expiring=0, stage=None, as_of=TODAY):
    return BoardHeader(alias, stage, DueTold(as_of, next_due, overdue, expiring))


@pytest.fixture
def make(tmp_path):
    """Return a function that puts a file with the name of a case, and a header, into a folder."""

    def make(name, header=None):
        path = tmp_path / f"{name}.casepack"
        path.write_bytes(b"not even a case")  # nobody looks
        if isinstance(header, BoardHeader):
            header_path(path).write_bytes(header_bytes(header))
        elif header is not None:
            header_path(path).write_text(header)
        return path

    return make


def names(board):
    return [one.name for one in board.cases]


def test_what_is_overdue_comes_first_then_what_is_next_then_the_name(make, tmp_path):
    make("a", told("zoe"))
    make("b", told("later", date(2026, 12, 9)))
    make("c", told("sooner", date(2026, 12, 1)))
    make("d", told("one overdue", date(2026, 12, 9), 1))
    make("e", told("three overdue", None, 3))
    make("f")
    make("g", told("Abe"))
    assert names(board_of(tmp_path, TODAY)) == [
        *("three overdue", "one overdue", "sooner", "later", "Abe", "f", "zoe"),
    ]


def test_a_day_that_has_passed_since_then_counts_as_overdue(make, tmp_path):
    make("old", told("old", date(2026, 11, 20), 1, as_of=date(2026, 11, 1)))
    make("new", told("new", date(2026, 11, 24), 1))
    first, second = board_of(tmp_path, TODAY).cases
    assert (first.name, overdue_words(first, TODAY)) == ("old", "at least 2 overdue")
    assert (second.name, overdue_words(second, TODAY)) == ("new", "1 overdue")
    assert details(first, TODAY) == "was due 20-Nov-2026 · counted 01-Nov-2026"


def test_a_case_without_a_header_shows_the_name_of_its_file(make, tmp_path):
    make("smith")
    (case,) = board_of(tmp_path, TODAY).cases
    assert (case.name, state_words(case), overdue_words(case, TODAY)) == ("smith", "no header", "")


def test_a_header_without_an_alias_shows_the_name_of_the_file(make, tmp_path):
    make("smith", BoardHeader("", Stage.SENT))
    (case,) = board_of(tmp_path, TODAY).cases
    assert (case.name, details(case, TODAY)) == ("smith", "sent")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"casepack_header": 9, "alias": "x"}'])
def test_a_strange_header_cannot_be_read_and_the_others_can(text, make, tmp_path):
    make("bad", text)
    make("good", told("good"))
    bad, good = board_of(tmp_path, TODAY).cases
    assert (bad.name, state_words(bad), bad.broken) == ("bad", "cannot be read", True)
    assert (good.name, state_words(good)) == ("good", "")


@given(garbage=st.binary(max_size=300))
def test_no_header_whatever_is_in_it_stops_the_board(garbage, tmp_path_factory):
    folder = tmp_path_factory.mktemp("board")
    path = folder / "a.casepack"
    path.touch()
    header_path(path).write_bytes(garbage)
    (case,) = board_of(folder, TODAY).cases
    assert case.broken


def test_only_files_of_cases_are_listed_and_no_folder_inside(make, tmp_path):
    make("mine")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "other.casepack").touch()
    (tmp_path / "folder.casepack").mkdir()
    (tmp_path / ".hidden.casepack").touch()
    (tmp_path / "mine.casepack.before-0002").touch()
    (tmp_path / "letter.pdf").touch()
    assert names(board_of(tmp_path, TODAY)) == ["mine"]


def test_the_board_opens_no_case_file(make, tmp_path, monkeypatch):
    for name in ("a", "b"):
        make(name, told(name))
    opened = []

    def noting(call):
        def note(path, *arguments, **named):
            opened.append(os.fspath(path) if not isinstance(path, int) else "")
            return call(path, *arguments, **named)

        return note

    monkeypatch.setattr(os, "open", noting(os.open))
    monkeypatch.setattr(builtins, "open", noting(builtins.open))
    monkeypatch.setattr(io, "open", noting(io.open))
    assert len(board_of(tmp_path, TODAY).cases) == 2
    monkeypatch.undo()
    assert [one for one in opened if one.endswith(".casepack")] == []
    assert len([one for one in opened if one.endswith(".header.json")]) == 2


def test_a_case_that_is_open_here_is_said_to_be_and_keeps_its_lock(tmp_path):
    path = tmp_path / "mine.casepack"
    case = CaseFile.create(path)
    (shown,) = board_of(tmp_path, TODAY, here=[path]).cases
    assert (shown.use, state_words(shown)) == (Use.HERE, "open here · no header")
    with pytest.raises(Exception, match="open in another window"):
        CaseFile.open(path)
    case.close()


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="only Linux tells of locks")
def test_a_case_that_another_window_holds_is_in_use_elsewhere(tmp_path):
    path = tmp_path / "mine.casepack"
    case = CaseFile.create(path)
    (shown,) = board_of(tmp_path, TODAY).cases
    case.close()
    if shown.use is Use.NOBODY:
        pytest.skip("this disk does not say which file a lock is for")
    assert shown.use in (Use.ELSEWHERE, Use.PERHAPS)
    (after,) = board_of(tmp_path, TODAY).cases
    assert after.use is Use.NOBODY


def test_a_journal_beside_a_case_says_that_it_is_perhaps_in_use(make, tmp_path):
    path = make("mine")
    path.with_name("mine.casepack-journal").touch()
    (shown,) = board_of(tmp_path, TODAY).cases
    assert state_words(shown) == "perhaps in use elsewhere · no header"


def test_the_locks_of_linux_are_read_and_what_is_strange_in_them_is_passed_over():
    lines = [
        "1: POSIX  ADVISORY  WRITE 3568 fd:00:2531452 0 EOF",
        "1: -> POSIX  ADVISORY  WRITE 3570 fd:00:2531452 0 EOF",
        "2: FLOCK  ADVISORY  WRITE 5 00:1a:7 0 EOF",
        "3: x:y:z  a:b",
        "",
    ]
    assert keys_in(lines) == {(0xFD, 0, 2531452), (0, 0x1A, 7)}


def test_a_locked_file_is_known_by_its_disk_and_number(make):
    path = make("mine")
    about = path.stat()
    key = (os.major(about.st_dev), os.minor(about.st_dev), about.st_ino)
    assert use_of(path, (), {key}) is Use.ELSEWHERE
    assert use_of(path, {path.resolve()}, {key}) is Use.HERE
    assert use_of(path.with_name("gone.casepack"), (), {key}) is Use.NOBODY


def test_a_folder_that_is_not_there_is_told_by_its_name(tmp_path):
    with pytest.raises(NotUnderstood, match="“gone” cannot be read"):
        board_of(tmp_path / "gone", TODAY)


def test_more_cases_than_can_be_shown_are_counted_and_never_just_dropped(
    make, tmp_path, monkeypatch
):
    monkeypatch.setattr(cases_module, "MOST", 2)
    for name in "abc":
        make(name)
    board = board_of(tmp_path, TODAY)
    assert (names(board), board.left_out) == (["a", "b"], 1)
    assert left_out_words(1) == "1 more case files are in this folder and not in this list."
    assert left_out_words(0) == ""


def test_what_is_not_told_is_not_said():
    silent = BoardCase(Path("x.casepack"), BoardHeader("Client 7"))
    assert (overdue_words(silent, TODAY), next_words(silent, TODAY)) == ("", "")
    assert details(silent, TODAY) == ""
    nothing = BoardCase(Path("x.casepack"), told("Client 7"))
    assert next_words(nothing, TODAY) == "nothing due"


@given(
    st.lists(
        st.builds(
            lambda name, n, due: BoardCase(
                Path(f"{name}.casepack"), told(f"c{name}", due, n, as_of=date(2020, 1, 1))
            ),
            st.integers(0, 99),
            st.integers(0, 3),
            st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
        )
    )
)
def test_the_order_is_the_same_however_the_folder_was_read(found):
    once = in_order(found, TODAY)
    keys = [(-one.overdue(TODAY), one.next_due or date.max) for one in once]
    assert keys == sorted(keys)
    assert in_order(list(reversed(found)), TODAY) == once or len({*map(repr, found)}) < len(found)
