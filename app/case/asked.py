"""How far somebody was asked: "none known" is an answer, "not asked" is none."""

from app.case.engine import CaseDatabase
from app.model.story import Asked


class AskedAbout:
    """One answer each for medicines and allergies, kept among the details of the case."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def get(self, table: str) -> Asked:
        """Give the answer for "medicine" or "allergy"; entries in the list speak for themselves."""
        if self._db.row(f"SELECT 1 FROM {table} LIMIT 1"):
            return Asked.LISTED
        row = self._db.row("SELECT value FROM detail WHERE field = ?", (f"asked.{table}",))
        return Asked(row["value"]) if row else Asked.NOT_ASKED

    def set(self, table: str, answer: Asked) -> None:
        """Write down the answer."""
        self._db.run(
            "INSERT INTO detail (field, value) VALUES (?, ?)"
            " ON CONFLICT (field) DO UPDATE SET value = excluded.value",
            (f"asked.{table}", answer.value),
        )
