"""Who the patient is, who prepares the file, who is asked."""

from dataclasses import fields
from typing import TypeVar

from app.case.engine import CaseDatabase
from app.model.known_naming import naming_behind
from app.model.named_on_paper import Naming
from app.model.partial_date import PartialDate
from app.model.person import Patient, Preparer, Recipient

# Fields of the table: behind each stands the key of a naming.
_KNOWN, _NAME, _BORN = "same_person.", "same_person_name.", "same_person_born."

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
        return frozenset(self._behind(_KNOWN))

    def other_namings(self) -> tuple[Naming, ...]:
        """Give the names and birth dates of the patient that `know_name` kept, as papers have them.

        Older programs kept their words only; then the name is read from these.
        """
        kept = {one: self._behind(one) for one in (_KNOWN, _NAME, _BORN)}
        found = []
        for key, words in kept[_KNOWN].items():
            if key in kept[_NAME]:
                found.append(Naming(kept[_NAME][key], kept[_BORN].get(key, ""), words, 1))
            elif (older := naming_behind(words, key)) is not None:
                found.append(older)
        return tuple(found)

    def know_name(self, naming: Naming) -> None:
        """Keep that a name or a birth date on a paper is the patient's, however odd."""
        values = {_KNOWN: naming.words, _NAME: naming.name, _BORN: naming.born}
        for field, value in values.items():
            self._db.run(
                "INSERT INTO detail (field, value) VALUES (?, ?) ON CONFLICT (field) DO NOTHING",
                (field + naming.key, value),
            )

    def forget_name(self, key: str) -> None:
        """Take that back, so that the next paper with it is asked about again."""
        for field in (_KNOWN, _NAME, _BORN):
            self._db.run("DELETE FROM detail WHERE field = ?", (field + key,))

    def is_example(self) -> bool:
        """Whether the case is the built-in sample: nobody in it is real."""
        return self._db.row("SELECT 1 FROM detail WHERE field = 'case.example'") is not None

    def mark_example(self) -> None:
        """Say for good that nobody in this case is real."""
        self._db.run("INSERT OR IGNORE INTO detail (field, value) VALUES ('case.example', 'yes')")

    def _behind(self, prefix: str) -> dict[str, str]:
        """Give the values of the fields that begin with `prefix`, by what stands behind it."""
        rows = self._db.rows(
            "SELECT field, value FROM detail WHERE substr(field, 1, ?) = ? ORDER BY rowid",
            (len(prefix), prefix),
        )
        return {row["field"].removeprefix(prefix): row["value"] for row in rows}

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
