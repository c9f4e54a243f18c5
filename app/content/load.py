"""Finding the content files of a language, checking them, and keeping them at hand.

The English files lie in resources/content/, a translation in a folder below
named by its language. A translation changes words and nothing else: ids,
codes, kinds, numbers and their order must be those of the English file.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from app.content.files import open_table
from app.content.pack import Content
from app.content.piece import read_piece
from app.content.read import (
    read_checklist,
    read_gloss,
    read_kind,
    read_matter,
    read_outcome,
    read_part,
    read_reason,
    read_same,
    read_sensitivity,
)
from app.content.table import ContentFault, Table, check_order
from app.content.values import PART_CODES, REASON_CODES
from app.model.record import Kind
from app.resources import resource

Entry = TypeVar("Entry")


def _only(table: Table, key: str, read: Callable[[Table], Entry]) -> tuple[Entry, ...]:
    """Read a file that holds one list and nothing else."""
    found = tuple(map(read, table.tables(key)))
    table.done()
    return found


def read_content(folder: Path, language: str) -> Content:
    """Read and check the content in `folder`, file by file in `language` or else in English.

    Raises ContentFault naming the file and the key of the first thing that
    is wrong, and FileNotFoundError for an English file that is not there.
    """
    copy = open_table(folder, "copy.toml", language)
    pieces = tuple(map(read_piece, copy.tables("piece")))
    outcomes = _only(copy, "outcome", read_outcome)
    content = Content(
        reasons=_only(open_table(folder, "reasons.toml", language), "reason", read_reason),
        parts=_only(open_table(folder, "parts.toml", language), "part", read_part),
        pieces=pieces,
        outcomes=outcomes,
        matters=_only(open_table(folder, "matters.toml", language), "matter", read_matter),
        kinds=_only(open_table(folder, "kinds.toml", language), "kind", read_kind),
        checklists=_only(
            open_table(folder, "checklists.toml", language), "checklist", read_checklist
        ),
        glossary=_only(open_table(folder, "glossary.toml", language), "gloss", read_gloss),
        sensitivities=_only(
            open_table(folder, "sensitivity.toml", language), "sensitivity", read_sensitivity
        ),
        same=_only(open_table(folder, "same_lines.toml", language), "same", read_same),
    )
    check_order("reasons.toml", "reason", [one.code for one in content.reasons], REASON_CODES)
    check_order("parts.toml", "part", [one.code for one in content.parts], PART_CODES)
    check_order("kinds.toml", "kind", [one.kind for one in content.kinds], list(Kind))
    _check_same(content)
    return content


def _check_same(content: Content) -> None:
    """Raise ContentFault where a line that means the same is none."""
    blocks = [one.lines for one in content.checklists]
    blocks += [more.lines for one in content.checklists for more in one.additions]
    lists = {line.id for lines in blocks for line in lines}
    asked = {record.id for reason in content.reasons for record in reason.records}
    moved = {one.line for one in content.same}
    for place, one in enumerate(content.same):
        key = f"same[{place}]"
        if one.line not in lists | asked:
            raise ContentFault("same_lines.toml", f"{key}.line", f"{one.line!r} is no line")
        for code in one.means:
            if code not in lists or code in moved:
                raise ContentFault("same_lines.toml", f"{key}.means", f"{code!r} is no such line")


@cache
def load_content(language: str = "en") -> Content:
    """Give the program's own content in `language` ("en", "de", "pt_BR", …).

    Read once for each language. The wording has not been reviewed by a
    clinician; the piece "review" says so to the person.
    """
    return read_content(resource("content"), language)
