"""Why a second opinion is wanted."""

from app.case.engine import CaseDatabase
from app.model.story import Reason


class Reasons:
    """The reasons somebody chose, in the order they were chosen."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def all(self) -> list[Reason]:
        """Give the chosen reasons."""
        rows = self._db.rows("SELECT code, label, words FROM reason ORDER BY position")
        return [Reason(row["code"], row["label"], row["words"]) for row in rows]

    def choose(self, code: str, *, label: str = "", words: str = "") -> None:
        """Choose a reason, or change the words of one that is chosen."""
        self._db.run(
            "INSERT INTO reason (code, label, words, position)"
            " VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM reason))"
            " ON CONFLICT (code) DO UPDATE SET label = excluded.label, words = excluded.words",
            (code, label, words),
        )

    def add_own(self, label: str, words: str = "") -> str:
        """Add a reason of the person's own and give its code: "own-1", "own-2" and so on."""
        taken = {reason.code for reason in self.all()}
        code = next(code for n in range(1, len(taken) + 2) if (code := f"own-{n}") not in taken)
        self.choose(code, label=label, words=words)
        return code

    def drop(self, code: str) -> None:
        """Take a reason back; records tagged with it lose the tag."""
        self._db.run("DELETE FROM reason WHERE code = ?", (code,))
