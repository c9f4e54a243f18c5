"""The questions for the other doctor, in the person's order."""

from app.case.engine import CaseDatabase
from app.model.story import Question


class Questions:
    """Ranked questions; the top ones are marked for the summary page."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def all(self) -> list[Question]:
        """Give the questions in order."""
        rows = self._db.rows("SELECT id, text, top FROM question ORDER BY position, id")
        return [Question(row["id"], row["text"], bool(row["top"])) for row in rows]

    def add(self, text: str, *, top: bool = False) -> int:
        """Add a question at the end and give its id."""
        cursor = self._db.run(
            "INSERT INTO question (text, top, position)"
            " VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM question))",
            (text, int(top)),
        )
        number: int = cursor.lastrowid
        return number

    def reword(self, question: int, text: str) -> None:
        """Change the words of a question."""
        self._db.run("UPDATE question SET text = ? WHERE id = ?", (text, question))

    def mark_top(self, question: int, top: bool) -> None:
        """Mark a question for the summary page, or not."""
        self._db.run("UPDATE question SET top = ? WHERE id = ?", (int(top), question))

    def move(self, question: int, place: int) -> None:
        """Put a question at `place`, counted from 0; the others close up."""
        order = [one.id for one in self.all() if one.id != question]
        order.insert(max(0, place), question)
        for position, one in enumerate(order, 1):
            self._db.run(
                "UPDATE question SET position = ? WHERE id = ? AND position <> ?",
                (position, one, position),
            )

    def remove(self, question: int) -> None:
        """Take a question away."""
        self._db.run("DELETE FROM question WHERE id = ?", (question,))
