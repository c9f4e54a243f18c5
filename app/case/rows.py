"""Between the rows of a case file and the values of the model."""

from typing import Any

from app.case.engine import CaseDatabase
from app.model.partial_date import PartialDate
from app.model.voice import Cited, Said, Voice

Row = dict[str, Any]


def voice_of(row: Row) -> Voice:
    """Read who speaks."""
    if row["voice"] == "record":
        return Cited(row["record"], row["page"])
    return Said(row["said_by"], PartialDate.from_stored(row["said_on"]))


def voice_columns(voice: Voice) -> Row:
    """Give the columns that say who speaks."""
    if isinstance(voice, Cited):
        return {
            "voice": "record",
            "record": voice.record,
            "page": voice.page,
            "said_by": "",
            "said_on": "",
        }
    return {
        "voice": "said",
        "record": None,
        "page": None,
        "said_by": voice.by,
        "said_on": voice.on.stored(),
    }


def insert(db: CaseDatabase, table: str, columns: Row) -> int:
    """Add a row and give its id."""
    names = ", ".join(columns)
    marks = ", ".join("?" * len(columns))
    cursor = db.run(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(columns.values()))
    number: int = cursor.lastrowid
    return number


def update(db: CaseDatabase, table: str, number: int, columns: Row) -> None:
    """Write the columns of one row."""
    sets = ", ".join(f"{name} = ?" for name in columns)
    db.run(f"UPDATE {table} SET {sets} WHERE id = ?", (*columns.values(), number))


def delete(db: CaseDatabase, table: str, number: int) -> None:
    """Take one row away."""
    db.run(f"DELETE FROM {table} WHERE id = ?", (number,))
