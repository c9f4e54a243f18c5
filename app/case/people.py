"""Who the patient is, who prepares the file, who is asked."""

from dataclasses import fields
from typing import TypeVar

from app.case.engine import CaseDatabase
from app.model.named_on_paper import Naming
from app.model.partial_date import PartialDate
from app.model.person import Patient, Preparer, Recipient

_KNOWN = "same_person."  # a field of the table: behind it stands the key of a naming

Person = TypeVar("Person", Patient, Preparer, Recipient)


class People:
    """The patient, the preparer and the recipient of one case."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def patient(self) -> Patient:
        """Give the patient; fields that were not given are empty."""
        return self._read(Patient)

    def preparer(self) -> Preparer:
        """Give who prepares the file."""
        return self._read(Preparer)

    def recipient(self) -> Recipient:
        """Give who is asked for the opinion."""
        return self._read(Recipient)

    def save(self, person: Patient | Preparer | Recipient) -> None:
        """Write one of the three; only what differs changes."""
        for field in fields(person):
            value = getattr(person, field.name)
            self._db.run(
                "INSERT INTO detail (field, value) VALUES (?, ?) ON CONFLICT (field)"
                " DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
                (
                    f"{_prefix(type(person))}.{field.name}",
                    value.stored() if isinstance(value, PartialDate) else value,
                ),
            )

    def known_names(self) -> frozenset[str]:
        """Give the keys of namings on papers of which somebody said that they are the patient."""
        rows = self._db.rows("SELECT field FROM detail WHERE field LIKE ?", (f"{_KNOWN}%",))
        return frozenset(row["field"].removeprefix(_KNOWN) for row in rows)

    def know_name(self, naming: Naming) -> None:
        """Keep that a name or a birth date on a paper is the patient's, however odd."""
        self._db.run(
            "INSERT INTO detail (field, value) VALUES (?, ?) ON CONFLICT (field) DO NOTHING",
            (_KNOWN + naming.key, naming.words),
        )

    def forget_name(self, key: str) -> None:
        """Take that back, so that the next paper with it is asked about again."""
        self._db.run("DELETE FROM detail WHERE field = ?", (_KNOWN + key,))

    def is_example(self) -> bool:
        """Whether the case is the built-in sample: nobody in it is real."""
        return self._db.row("SELECT 1 FROM detail WHERE field = 'case.example'") is not None

    def mark_example(self) -> None:
        """Say for good that nobody in this case is real."""
        self._db.run("INSERT OR IGNORE INTO detail (field, value) VALUES ('case.example', 'yes')")

    def _read(self, kind: type[Person]) -> Person:
        prefix = _prefix(kind)
        rows = self._db.rows("SELECT field, value FROM detail WHERE field LIKE ?", (f"{prefix}.%",))
        found = {row["field"].removeprefix(f"{prefix}."): row["value"] for row in rows}
        values: dict[str, object] = {
            field.name: found[field.name] for field in fields(kind) if field.name in found
        }
        if "born" in values:
            values["born"] = PartialDate.from_stored(str(values["born"]))
        return kind(**values)  # type: ignore[arg-type]  # the columns are the fields


def _prefix(kind: type[Patient] | type[Preparer] | type[Recipient]) -> str:
    return kind.__name__.lower()
