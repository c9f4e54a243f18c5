"""The book of those who may be asked for an opinion."""

from app.case.engine import CaseDatabase
from app.model.person import Recipient
from app.model.recipient_profile import RecipientProfile, Wishes
from app.model.values import from_text, to_text

_OWN = frozenset({"id", "recipient", "wishes"})


class Recipients:
    """Adds, changes and removes recipients; every change belongs inside `case.change`."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def all(self) -> list[RecipientProfile]:
        """Give the recipients in the order of adding."""
        details: dict[int, dict[str, str]] = {
            row["id"]: {} for row in self._db.rows("SELECT id FROM recipient ORDER BY id")
        }
        for row in self._db.rows("SELECT recipient, field, value FROM recipient_detail"):
            details[row["recipient"]][row["field"]] = row["value"]
        return [_profile(number, found) for number, found in details.items()]

    def get(self, recipient: int) -> RecipientProfile | None:
        """Give one recipient, or None when it is gone."""
        return next((one for one in self.all() if one.id == recipient), None)

    def add(self, profile: RecipientProfile) -> int:
        """Add a recipient and give its id; the id of the value is not used."""
        number: int = self._db.run("INSERT INTO recipient DEFAULT VALUES").lastrowid
        self._write(number, profile)
        return number

    def save(self, profile: RecipientProfile) -> None:
        """Write a recipient that was changed."""
        self._write(profile.id, profile)

    def remove(self, recipient: int) -> None:
        """Take a recipient out of the book; versions made for it keep all else."""
        self._db.run("DELETE FROM recipient WHERE id = ?", (recipient,))

    def _write(self, number: int, profile: RecipientProfile) -> None:
        texts = (
            _under("recipient", to_text(profile.recipient))
            | _under("wishes", to_text(profile.wishes))
            | to_text(profile, but=_OWN)
        )
        replace_details(self._db, "recipient_detail", "recipient", number, texts)


def replace_details(
    db: CaseDatabase, table: str, column: str, number: int, texts: dict[str, str]
) -> None:
    """Make `texts` the fields of one row of field and value; only what differs changes."""
    found = db.rows(f"SELECT field, value FROM {table} WHERE {column} = ?", (number,))
    old = {row["field"]: row["value"] for row in found}
    for field in old.keys() - texts.keys():
        db.run(f"DELETE FROM {table} WHERE {column} = ? AND field = ?", (number, field))
    for field, text in texts.items():
        if old.get(field) != text:
            db.run(
                f"INSERT INTO {table} ({column}, field, value) VALUES (?, ?, ?)"
                f" ON CONFLICT ({column}, field) DO UPDATE SET value = excluded.value",
                (number, field, text),
            )


def _under(prefix: str, texts: dict[str, str]) -> dict[str, str]:
    return {f"{prefix}.{name}": text for name, text in texts.items()}


def _only(prefix: str, texts: dict[str, str]) -> dict[str, str]:
    start = f"{prefix}."
    return {
        name.removeprefix(start): text for name, text in texts.items() if name.startswith(start)
    }


def _profile(number: int, texts: dict[str, str]) -> RecipientProfile:
    return from_text(
        RecipientProfile,
        {name: text for name, text in texts.items() if "." not in name},
        id=number,
        recipient=from_text(Recipient, _only("recipient", texts)),
        wishes=from_text(Wishes, _only("wishes", texts)),
    )
