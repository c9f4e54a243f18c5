"""Undo kept by the database itself.

While a change runs, temporary triggers write down the statement that would
take each row back. Nothing of it reaches the case file or the disk, and no
operation needs to know how to reverse itself.

The technique is described at https://sqlite.org/undoredo.html.
"""

from dataclasses import dataclass, replace

from app.case.engine import CaseDatabase

LIMIT = 200


@dataclass(frozen=True, slots=True)
class Step:
    """What to run to go one step back, or forward again."""

    label: str
    statements: tuple[str, ...]
    tables: frozenset[str]
    together: str = ""
    """What it has in common with the step before it, when both are one in a person's eyes."""


class UndoLog:
    """The steps that can be taken back, newest last, and those taken back."""

    def __init__(self, db: CaseDatabase, tables: tuple[str, ...]) -> None:
        self._db = db
        self.done: list[Step] = []
        self.undone: list[Step] = []
        db.run("CREATE TEMP TABLE undo_log (tbl TEXT, sql TEXT)")
        for table in tables:
            self._watch(table)

    def close_step(self, label: str, together: str = "") -> Step | None:
        """Take what the triggers wrote down since the last call; None when nothing changed."""
        rows = self._db.rows("SELECT tbl, sql FROM undo_log ORDER BY rowid DESC")
        self._db.run("DELETE FROM undo_log")
        if not rows:
            return None
        return Step(
            label,
            tuple(row["sql"] for row in rows),
            frozenset(row["tbl"] for row in rows),
            together,
        )

    def push(self, step: Step) -> None:
        """Remember a fresh step; whatever was undone before it is forgotten.

        It becomes one with the newest step when both have the same `together`.
        """
        newest = self.done[-1] if self.done and not self.undone else None
        if newest and step.together and newest.together == step.together:
            self.done.pop()
            step = replace(
                step,
                statements=step.statements + newest.statements,
                tables=step.tables | newest.tables,
            )
        self.done.append(step)
        del self.done[:-LIMIT]
        self.undone.clear()

    def forget(self) -> None:
        """Drop every step, for a change that cannot be taken back."""
        self.done.clear()
        self.undone.clear()

    def replay(self, step: Step) -> Step:
        """Run a step and return the one that reverses it."""
        self._db.run("PRAGMA defer_foreign_keys = ON")  # rows come back in any order
        for statement in step.statements:
            self._db.run(statement)
        reverse = self.close_step(step.label)
        if reverse is None:
            raise AssertionError("a step that was recorded changes something")
        return reverse

    def _watch(self, table: str) -> None:
        columns = list(self._db.table(table).columns_dict)
        names = ", ".join(columns)
        old = " || ',' || ".join(f"quote(old.{column})" for column in columns)
        sets = " || ',' || ".join(f"'{column}=' || quote(old.{column})" for column in columns)
        reverse = {
            "INSERT": f"'DELETE FROM {table} WHERE rowid=' || new.rowid",
            "UPDATE": f"'UPDATE {table} SET ' || {sets} || ' WHERE rowid=' || new.rowid",
            "DELETE": f"'INSERT INTO {table} (rowid, {names}) VALUES ('"
            f" || old.rowid || ',' || {old} || ')'",
        }
        for event, statement in reverse.items():
            self._db.run(
                f"CREATE TEMP TRIGGER undo_{table}_{event} AFTER {event} ON main.{table} "
                f"BEGIN INSERT INTO undo_log VALUES ('{table}', {statement}); END"
            )
