"""What somebody's body reacts to."""

from app.case.engine import CaseDatabase
from app.case.rows import Row, delete, insert, update, voice_columns, voice_of
from app.model.partial_date import PartialDate
from app.model.story import Allergy


class Allergies:
    """Allergies and other reactions."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def all(self) -> list[Allergy]:
        """Give the allergies in the order of adding."""
        return [_allergy(row) for row in self._db.rows("SELECT * FROM allergy ORDER BY id")]

    def add(self, allergy: Allergy) -> int:
        """Add one and give its id; the id of the value is not used."""
        return insert(self._db, "allergy", _columns(allergy))

    def save(self, allergy: Allergy) -> None:
        """Write one that was changed."""
        update(self._db, "allergy", allergy.id, _columns(allergy))

    def remove(self, allergy: int) -> None:
        """Take one away."""
        delete(self._db, "allergy", allergy)


def _allergy(row: Row) -> Allergy:
    return Allergy(
        id=row["id"],
        substance=row["substance"],
        reaction=row["reaction"],
        date=PartialDate.from_stored(row["date"]),
        voice=voice_of(row),
    )


def _columns(allergy: Allergy) -> Row:
    return {
        "substance": allergy.substance,
        "reaction": allergy.reaction,
        "date": allergy.date.stored(),
        **voice_columns(allergy.voice),
    }
