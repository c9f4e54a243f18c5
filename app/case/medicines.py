"""The medicines somebody takes or took."""

from app.case.engine import CaseDatabase
from app.case.rows import Row, delete, insert, update, voice_columns, voice_of
from app.model.partial_date import PartialDate
from app.model.story import Medicine


class Medicines:
    """Medicines, and how far somebody was asked about them."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def all(self) -> list[Medicine]:
        """Give the medicines, those still taken first, each group in the order of adding."""
        rows = self._db.rows("SELECT * FROM medicine ORDER BY until IS NOT NULL, id")
        return [_medicine(row) for row in rows]

    def add(self, medicine: Medicine) -> int:
        """Add one and give its id; the id of the value is not used."""
        return insert(self._db, "medicine", _columns(medicine))

    def save(self, medicine: Medicine) -> None:
        """Write one that was changed."""
        update(self._db, "medicine", medicine.id, _columns(medicine))

    def remove(self, medicine: int) -> None:
        """Take one away."""
        delete(self._db, "medicine", medicine)


def _medicine(row: Row) -> Medicine:
    return Medicine(
        id=row["id"],
        name=row["name"],
        dose=row["dose"],
        frequency=row["frequency"],
        purpose=row["purpose"],
        since=PartialDate.from_stored(row["since"]),
        until=None if row["until"] is None else PartialDate.from_stored(row["until"]),
        voice=voice_of(row),
    )


def _columns(medicine: Medicine) -> Row:
    return {
        "name": medicine.name,
        "dose": medicine.dose,
        "frequency": medicine.frequency,
        "purpose": medicine.purpose,
        "since": medicine.since.stored(),
        "until": None if medicine.until is None else medicine.until.stored(),
        **voice_columns(medicine.voice),
    }
