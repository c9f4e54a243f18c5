"""The changes of covered places, each a step that can be undone."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.errors import CasepackError
from app.model.record import Record
from app.model.version import CoverUp, WhyCovered
from app.phrases import _
from ui.covering.areas import Area
from ui.pages.place import Tell
from ui.session import CaseSession


class CoverSteps(QObject):
    """Writes boxes into the version of the dossier that is worked on."""

    failed = Signal()  # it was told why; what is shown is not what the case says

    def __init__(self, session: CaseSession, tell: Tell, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tell = tell

    def boxes(self, record: int) -> list[CoverUp]:
        """Give the boxes on all pages of a record, page by page."""
        version = self._session.case.versions.get(self._session.version)
        return [one for one in version.cover_ups if one.record == record] if version else []

    def cover(
        self, record: Record, page: int, areas: list[Area], why: WhyCovered
    ) -> tuple[int, ...]:
        """Add boxes to a page in one step and give their ids; () when it cannot be saved."""
        step = _("Cover a part of {title}").format(title=record.title)
        added: list[int] = []

        def write() -> None:
            for area in areas:
                box = CoverUp(0, record.id, page, *area, why=why)
                added.append(self._session.case.versions.cover(self._session.version, box))

        return tuple(added) if self._try(step, write) else ()

    def place(self, box: CoverUp, together: str) -> None:
        """Write where a box lies now."""
        self._write(_("Move a covered part of {title}"), box, together)

    def say_why(self, box: CoverUp, why: WhyCovered) -> None:
        """Write why it is covered."""
        self._write(_("Say why a part of {title} is covered"), replace(box, why=why))

    def allow_elsewhere(self, box: CoverUp, allowed: bool) -> None:
        """Write whether its words may stand on other pages."""
        step = _("Change where the covered words of {title} may stand")
        self._write(step, replace(box, everywhere=not allowed))

    def uncover(self, box: CoverUp) -> None:
        """Take a box away; the message offers to bring it back."""
        case = self._session.case
        step = _("Uncover a part of {title}").format(title=self._title(box))

        def bring_back() -> None:
            if case.undo_label == step:
                case.undo()

        if self._try(step, lambda: case.versions.uncover(box.id)):
            self._tell(
                _("The box is gone: that part of the page will show in the PDF."),
                done=True,
                action=_("Undo"),
                act=bring_back,
            )

    def _write(self, step: str, box: CoverUp, together: str = "") -> None:
        words = step.format(title=self._title(box))
        self._try(words, lambda: self._session.case.versions.move(box), together)

    def _title(self, box: CoverUp) -> str:
        record = self._session.case.records.get(box.record)
        return record.title if record else ""

    def _try(self, step: str, write: Callable[[], object], together: str = "") -> bool:
        try:
            with self._session.case.change(step, together=together):
                write()
        except CasepackError as failure:
            self._tell(str(failure), done=False)
            self.failed.emit()
            return False
        return True
