"""What exists, or may exist, but is not in the PDF."""

from app.case.engine import CaseDatabase
from app.case.rows import Row, delete, insert, update
from app.model.story import OutsideItem


class Outside:
    """Discs, slides, letters still missing."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def all(self) -> list[OutsideItem]:
        """Give the items in the order of adding."""
        return [OutsideItem(**row) for row in self._db.rows("SELECT * FROM outside ORDER BY id")]

    def add(self, item: OutsideItem) -> int:
        """Add one and give its id; the id of the value is not used."""
        return insert(self._db, "outside", _columns(item))

    def save(self, item: OutsideItem) -> None:
        """Write one that was changed."""
        update(self._db, "outside", item.id, _columns(item))

    def remove(self, item: int) -> None:
        """Take one away."""
        delete(self._db, "outside", item)


def _columns(item: OutsideItem) -> Row:
    return {"what": item.what, "why": item.why, "how_to_get": item.how_to_get}
