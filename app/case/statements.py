"""What is stated about the case, and what was written under the prompts."""

from app.case.engine import CaseDatabase
from app.case.rows import voice_columns, voice_of
from app.model.story import Answer, Statement, Subject
from app.model.voice import Said, Voice


class Statements:
    """At most one statement for each subject."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def all(self) -> list[Statement]:
        """Give every statement."""
        rows = self._db.rows("SELECT * FROM statement ORDER BY subject")
        return [Statement(Subject(row["subject"]), row["text"], voice_of(row)) for row in rows]

    def state(self, subject: Subject, text: str, voice: Voice = Said()) -> None:
        """Say `text` of `subject`, in place of what was said; empty takes it back."""
        if not text.strip():
            self._db.run("DELETE FROM statement WHERE subject = ?", (subject.value,))
            return
        self._db.table("statement").upsert(
            {"subject": subject.value, "text": text, **voice_columns(voice)}, pk="subject"
        )

    def answers(self) -> list[Answer]:
        """Give what was written under the prompts."""
        rows = self._db.rows("SELECT * FROM answer ORDER BY prompt")
        return [Answer(row["prompt"], row["text"], voice_of(row)) for row in rows]

    def answer(self, prompt: str, text: str, voice: Voice = Said()) -> None:
        """Write under a prompt, in place of what was there; empty takes it back."""
        if not text.strip():
            self._db.run("DELETE FROM answer WHERE prompt = ?", (prompt,))
            return
        self._db.table("answer").upsert(
            {"prompt": prompt, "text": text, **voice_columns(voice)}, pk="prompt"
        )
