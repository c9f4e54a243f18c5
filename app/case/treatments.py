"""What was tried so far."""

from app.case.engine import CaseDatabase
from app.case.rows import Row, delete, insert, update, voice_columns, voice_of
from app.model.partial_date import PartialDate
from app.model.story import Treatment


class Treatments:
    """Treatments with their dates and results."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def all(self) -> list[Treatment]:
        """Give the treatments, oldest first, undated last."""
        rows = self._db.rows("SELECT * FROM treatment ORDER BY id")
        return sorted(
            (_treatment(row) for row in rows), key=lambda one: (*one.dates.sort_key, one.id)
        )

    def add(self, treatment: Treatment) -> int:
        """Add one and give its id; the id of the value is not used."""
        return insert(self._db, "treatment", _columns(treatment))

    def save(self, treatment: Treatment) -> None:
        """Write one that was changed."""
        update(self._db, "treatment", treatment.id, _columns(treatment))

    def remove(self, treatment: int) -> None:
        """Take one away."""
        delete(self._db, "treatment", treatment)


def _treatment(row: Row) -> Treatment:
    return Treatment(
        id=row["id"],
        name=row["name"],
        dates=PartialDate.from_stored(row["dates"]),
        result=row["result"],
        stopped_because=row["stopped_because"],
        voice=voice_of(row),
    )


def _columns(treatment: Treatment) -> Row:
    return {
        "name": treatment.name,
        "dates": treatment.dates.stored(),
        "result": treatment.result,
        "stopped_because": treatment.stopped_because,
        **voice_columns(treatment.voice),
    }
