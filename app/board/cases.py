"""The case files of a folder, and what the header of each tells."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.board.use import Use, locked_files, use_of
from app.case.casefile import SUFFIX
from app.case.header_file import header_path, read_header
from app.errors import FileUnreadable, NotUnderstood
from app.model.journey.board_header import BoardHeader
from app.phrases import _

MOST = 1000
"""So many cases are shown, the first by name."""


@dataclass(frozen=True, slots=True)
class BoardCase:
    """A case file, and its header if it has one; `broken` is a header that cannot be read."""

    path: Path
    header: BoardHeader | None = None
    broken: bool = False
    use: Use = Use.NOBODY

    @property
    def name(self) -> str:
        """The alias, and where there is none the name of the file."""
        return (self.header.alias if self.header else "") or self.path.stem

    def overdue(self, today: date) -> int:
        """Give how many things are overdue, at least; 0 where the header does not tell."""
        return self.header.due.overdue_on(today) if self.header and self.header.due else 0

    @property
    def next_due(self) -> date | None:
        """The day that was the next when the header was written."""
        return self.header.due.next_due if self.header and self.header.due else None


@dataclass(frozen=True, slots=True)
class Board:
    """The cases of a folder, what is overdue first; `left_out` are beyond the MOST."""

    folder: Path
    today: date
    cases: tuple[BoardCase, ...] = ()
    left_out: int = 0


def board_of(folder: Path, today: date, here: Collection[Path] = ()) -> Board:
    """Read the headers of the case files in a folder, not of those in folders inside it.

    `here` are the case files that this program has open. No case file is
    opened. Raises NotUnderstood when the folder is not there or cannot be
    looked into.
    """
    try:
        found = sorted((one for one in folder.iterdir() if _is_case(one)), key=lambda one: one.name)
    except OSError as problem:
        text = _("The folder “{name}” cannot be read. Choose another folder.")
        raise NotUnderstood(text.format(name=folder.name or folder)) from problem
    opened, locked = {one.resolve() for one in here}, locked_files()
    cases = [_case(one, use_of(one, opened, locked)) for one in found[:MOST]]
    return Board(folder, today, tuple(in_order(cases, today)), len(found[MOST:]))


def in_order(cases: Collection[BoardCase], today: date) -> list[BoardCase]:
    """Give the cases with the most that is overdue first, then by the next day, then by name."""
    return sorted(
        cases,
        key=lambda one: (
            -one.overdue(today),
            one.next_due or date.max,
            one.name.casefold(),
            one.path.name,
        ),
    )


def _is_case(path: Path) -> bool:
    named = path.suffix.lower() == SUFFIX and not path.name.startswith(".")
    return named and path.is_file()


def _case(path: Path, use: Use) -> BoardCase:
    try:
        return BoardCase(path, read_header(header_path(path)), use=use)
    except FileUnreadable:
        return BoardCase(path, broken=True, use=use)
