"""What happened, and what is planned."""

from app.case.engine import CaseDatabase
from app.case.rows import Row, delete, insert, update, voice_columns, voice_of
from app.model.partial_date import PartialDate
from app.model.story import Event, EventKind


class Timeline:
    """The events that a person wrote down; dated records join them only on the page."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def all(self) -> list[Event]:
        """Give the events, oldest first, undated last."""
        rows = self._db.rows("SELECT * FROM event ORDER BY id")
        return sorted((_event(row) for row in rows), key=lambda one: (*one.date.sort_key, one.id))

    def add(self, event: Event) -> int:
        """Add one and give its id; the id of the value is not used."""
        return insert(self._db, "event", _columns(event))

    def save(self, event: Event) -> None:
        """Write one that was changed."""
        update(self._db, "event", event.id, _columns(event))

    def remove(self, event: int) -> None:
        """Take one away."""
        delete(self._db, "event", event)


def _event(row: Row) -> Event:
    return Event(
        id=row["id"],
        kind=EventKind(row["kind"]),
        date=PartialDate.from_stored(row["date"]),
        text=row["text"],
        voice=voice_of(row),
    )


def _columns(event: Event) -> Row:
    return {
        "kind": event.kind.value,
        "date": event.date.stored(),
        "text": event.text,
        **voice_columns(event.voice),
    }
