"""Opening a content file in a language: a translation changes words and nothing else."""

import tomllib
from pathlib import Path

from app.content.table import ContentFault, Table

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
        "unless",
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


def open_table(folder: Path, file: str, language: str) -> Table:
    """Read a file in `language` or else in English.

    Raises ContentFault where a translation changes more than words, and
    FileNotFoundError for an English file that is not there.
    """
    english = _parse(folder / file, file)
    for spoken in dict.fromkeys((language, language.replace("-", "_").split("_")[0])):
        path = folder / spoken / file
        if spoken and path.is_file():
            name = f"{spoken}/{file}"
            translated = _parse(path, name)
            _check_translation(name, "", english, translated)
            return Table(name, "", translated, set())
    return Table(file, "", english, set())
