"""Results of tests, typed from papers."""

from app.case.engine import CaseDatabase
from app.case.rows import Row, delete, insert, update, voice_columns, voice_of
from app.model.partial_date import PartialDate
from app.model.result import Result


class Results:
    """Typed values; those with the same name and unit are one series."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def all(self) -> list[Result]:
        """Give the results by name, in each name the oldest first."""
        rows = self._db.rows("SELECT * FROM result ORDER BY id")
        return sorted(
            (_result(row) for row in rows),
            key=lambda one: (one.name.casefold(), *one.date.sort_key, one.id),
        )

    def add(self, result: Result) -> int:
        """Add one and give its id; the id of the value is not used."""
        return insert(self._db, "result", _columns(result))

    def save(self, result: Result) -> None:
        """Write one that was changed."""
        update(self._db, "result", result.id, _columns(result))

    def remove(self, result: int) -> None:
        """Take one away."""
        delete(self._db, "result", result)


def _result(row: Row) -> Result:
    return Result(
        id=row["id"],
        name=row["name"],
        value=row["value"],
        unit=row["unit"],
        date=PartialDate.from_stored(row["date"]),
        reference=row["reference"],
        voice=voice_of(row),
    )


def _columns(result: Result) -> Row:
    return {
        "name": result.name,
        "value": result.value,
        "unit": result.unit,
        "date": result.date.stored(),
        "reference": result.reference,
        **voice_columns(result.voice),
    }
