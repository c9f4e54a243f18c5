"""Finding the content files of a language, checking them, and keeping them at hand.

The English files lie in resources/content/, a translation in a folder below
named by its language. A translation changes words and nothing else: ids,
codes, kinds, numbers and their order must be those of the English file.
"""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from app.content.pack import Content
from app.content.read import (
    read_checklist,
    read_gloss,
    read_kind,
    read_matter,
    read_outcome,
    read_part,
    read_piece,
    read_reason,
    read_sensitivity,
)
from app.content.table import ContentFault, Table, check_order
from app.content.values import PART_CODES, REASON_CODES
from app.model.record import Kind
from app.resources import resource

Entry = TypeVar("Entry")

PROSE = frozenset(
    {
        "title",
        "label",
        "help",
        "dossier_line",
        "show_first",
        "text",
        "records_note",
        "in_the_app",
        "plural",
        "ask_for",
        "original",
        "note",
        "leave_out",
        "specialty",
        "word",
        "forms",
    }
)
"""The keys that a translation may change; all else must stay as it is in English."""

COUNTED = frozenset({"leave_out"})
"""Lists of words that must not lose an entry on the way: it would lose its protection."""


def _parse(path: Path, name: str) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentFault(name, "", f"is not TOML: {error}") from error


def _entry_count(value: object) -> int | None:
    return len(value) if isinstance(value, list) else None


def _check_translation(name: str, key: str, english: object, other: object) -> None:
    """Raise ContentFault where `other` differs from `english` in more than its words."""
    if isinstance(english, dict) and isinstance(other, dict):
        for inner in sorted(english.keys() ^ other.keys()):
            raise ContentFault(name, f"{key}.{inner}".lstrip("."), "is in one language only")
        for inner in english:
            place = f"{key}.{inner}".lstrip(".")
            if inner not in PROSE:
                _check_translation(name, place, english[inner], other[inner])
            elif inner in COUNTED and _entry_count(english[inner]) != _entry_count(other[inner]):
                raise ContentFault(name, place, "has not as many entries as in English")
    elif isinstance(english, list) and isinstance(other, list):
        if len(english) != len(other):
            raise ContentFault(name, key, f"has {len(other)} entries, in English {len(english)}")
        for number, (one, two) in enumerate(zip(english, other, strict=True)):
            _check_translation(name, f"{key}[{number}]", one, two)
    elif english != other:
        raise ContentFault(name, key, f"is {other!r}, in English {english!r}")


def _open(folder: Path, file: str, language: str) -> Table:
    english = _parse(folder / file, file)
    for spoken in dict.fromkeys((language, language.replace("-", "_").split("_")[0])):
        path = folder / spoken / file
        if spoken and path.is_file():
            name = f"{spoken}/{file}"
            translated = _parse(path, name)
            _check_translation(name, "", english, translated)
            return Table(name, "", translated, set())
    return Table(file, "", english, set())


def _entries(table: Table, key: str, read: Callable[[Table], Entry]) -> tuple[Entry, ...]:
    return tuple(read(one) for one in table.tables(key))


def _only(table: Table, key: str, read: Callable[[Table], Entry]) -> tuple[Entry, ...]:
    """Read a file that holds one list and nothing else."""
    found = _entries(table, key, read)
    table.done()
    return found


def read_content(folder: Path, language: str) -> Content:
    """Read and check the content in `folder`, file by file in `language` or else in English.

    Raises ContentFault naming the file and the key of the first thing that
    is wrong, and FileNotFoundError for an English file that is not there.
    """
    copy = _open(folder, "copy.toml", language)
    pieces = _entries(copy, "piece", read_piece)
    outcomes = _only(copy, "outcome", read_outcome)
    content = Content(
        reasons=_only(_open(folder, "reasons.toml", language), "reason", read_reason),
        parts=_only(_open(folder, "parts.toml", language), "part", read_part),
        pieces=pieces,
        outcomes=outcomes,
        matters=_only(_open(folder, "matters.toml", language), "matter", read_matter),
        kinds=_only(_open(folder, "kinds.toml", language), "kind", read_kind),
        checklists=_only(_open(folder, "checklists.toml", language), "checklist", read_checklist),
        glossary=_only(_open(folder, "glossary.toml", language), "gloss", read_gloss),
        sensitivities=_only(
            _open(folder, "sensitivity.toml", language), "sensitivity", read_sensitivity
        ),
    )
    check_order("reasons.toml", "reason", [one.code for one in content.reasons], REASON_CODES)
    check_order("parts.toml", "part", [one.code for one in content.parts], PART_CODES)
    check_order("kinds.toml", "kind", [one.kind for one in content.kinds], list(Kind))
    return content


@cache
def load_content(language: str = "en") -> Content:
    """Give the program's own content in `language` ("en", "de", "pt_BR", …).

    Read once for each language. The wording has not been reviewed by a
    clinician; the piece "review" says so to the person.
    """
    return read_content(resource("content"), language)
