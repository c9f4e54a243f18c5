"""How the forms of a record and of a note write what was changed."""

from collections.abc import Callable

from app.errors import CasepackError
from app.model.record import Record
from app.phrases import _
from ui.pages.place import Tell
from ui.records.shelf import Shelf
from ui.widgets.field import FieldRow


class Saving:
    """Writes fields of the `record` that a form shows; `show` shows it once more."""

    def __init__(self, shelf: Shelf, tell: Tell, show: Callable[[Record], object]) -> None:
        self._shelf = shelf
        self._tell = tell
        self._show = show
        self.record: Record | None = None

    def write(self, step: str, together: str = "", **fields: object) -> None:
        """Write what was typed. Raises CasepackError when it cannot be saved now."""
        if self.record is not None:
            self._shelf.write(self.record.id, step, together, **fields)

    def attempt(self, step: str, together: str = "", **fields: object) -> None:
        """Write what was chosen; when it cannot be, say so and show again what the case says."""
        try:
            self.write(step, together, **fields)
        except CasepackError as failure:
            self._tell(str(failure), done=False)
            if self.record is not None:
                self._show(self.record)

    def write_name(self, words: str, together: str, row: FieldRow, lack: str) -> None:
        """Write the name; an empty one is not taken, and `lack` is said beside it."""
        if words.strip():
            row.clear_wrong()
            self.write(_("Change the name of {title}"), together, title=words.strip())
        else:
            row.say_wrong(lack)
