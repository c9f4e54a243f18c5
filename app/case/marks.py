"""What a person marked on records, for the sake of those who will read them."""

import json
from collections.abc import Iterable, Mapping

from app.case.engine import CaseDatabase
from app.case.rows import insert
from app.model.relation import Related, Relation
from app.model.sensitivity import Sensitivity


class Marks:
    """Sensitive records, pages with the first conclusion, records that belong together."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def sensitivities(self) -> Mapping[int, frozenset[Sensitivity]]:
        """Give the tags of each record that has any."""
        found: dict[int, set[Sensitivity]] = {}
        for row in self._db.rows("SELECT record, code FROM record_sensitivity"):
            if row["code"] in set(Sensitivity):
                found.setdefault(row["record"], set()).add(Sensitivity(row["code"]))
        return {record: frozenset(tags) for record, tags in found.items()}

    def set_sensitivities(self, record: int, tags: Iterable[Sensitivity]) -> None:
        """Make `tags` the tags of a record."""
        old = self.sensitivities().get(record, frozenset())
        wanted = frozenset(tags)
        for tag in sorted(old - wanted):
            self._db.run(
                "DELETE FROM record_sensitivity WHERE record = ? AND code = ?", (record, tag.value)
            )
        for tag in sorted(wanted - old):
            insert(self._db, "record_sensitivity", {"record": record, "code": tag.value})

    def first_opinion(self) -> Mapping[int, tuple[int, ...]]:
        """Give the pages, from 1, that state the first doctor's conclusion; empty means all."""
        rows = self._db.rows("SELECT record, pages FROM first_opinion ORDER BY record")
        return {row["record"]: tuple(json.loads(row["pages"])) for row in rows}

    def mark_first_opinion(self, record: int, pages: Iterable[int] | None) -> None:
        """Say which pages state the first conclusion; no pages mean all, None takes it back."""
        self._db.run("DELETE FROM first_opinion WHERE record = ?", (record,))
        if pages is not None:
            numbers = json.dumps(sorted(set(pages)))
            insert(self._db, "first_opinion", {"record": record, "pages": numbers})

    def related(self) -> tuple[Related, ...]:
        """Give all pairs of records that belong together."""
        rows = self._db.rows("SELECT * FROM related ORDER BY record, relation")
        return tuple(
            Related(row["record"], Relation(row["relation"]), row["other"], row["note"])
            for row in rows
        )

    def relate(self, pair: Related) -> None:
        """Say that two records belong together; a record replaces or translates one other."""
        self.unrelate(pair.record, pair.relation)
        insert(
            self._db,
            "related",
            {
                "record": pair.record,
                "relation": pair.relation.value,
                "other": pair.other,
                "note": pair.note,
            },
        )

    def unrelate(self, record: int, relation: Relation) -> None:
        """Take back that a record replaces or translates another."""
        self._db.run(
            "DELETE FROM related WHERE record = ? AND relation = ?", (record, relation.value)
        )
