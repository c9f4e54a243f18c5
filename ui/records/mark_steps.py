"""The marks on records that others are to see with care, each change a step that can be undone."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from app.errors import CasepackError
from app.model.record import Record
from app.model.relation import Related, Relation
from app.model.sensitivity import Sensitivity
from app.model.version import Selection, Version
from app.phrases import _
from ui.pages.place import Tell
from ui.session import CaseSession

TABLES = frozenset(
    {"record_sensitivity", "first_opinion", "related", "record", "version", "version_record"}
)
"""The tables that the marks are read from."""


class MarkSteps(QObject):
    """Reads and writes the marks of one record at a time."""

    def __init__(self, session: CaseSession, tell: Tell, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tell = tell

    @property
    def version(self) -> Version | None:
        """The version of the dossier that is worked on."""
        return self._session.case.versions.get(self._session.version)

    def tags(self, record: Record) -> frozenset[Sensitivity]:
        """Give the tags of a record."""
        return self._session.case.marks.sensitivities().get(record.id, frozenset())

    def tag(self, record: Record, tag: Sensitivity, wanted: bool) -> None:
        """Give a record a tag, or take it away."""
        tags = self.tags(record)
        changed = tags | {tag} if wanted else tags - {tag}
        step = _("Change how private {title} is")
        self._try(
            step, record, lambda: self._session.case.marks.set_sensitivities(record.id, changed)
        )

    def put_in(self, record: Record, wanted: bool) -> None:
        """Put a record that its tag keeps out into the version that is worked on, or take it out.

        The pages that the version has chosen stay so.
        """
        version = self.version
        if version is None:
            return
        old = version.selection(record.id)
        others = tuple(one for one in version.selections if one.record != record.id)
        pages = old.pages if old else ()
        mine = (Selection(record.id, included=True, pages=pages),) if wanted else ()
        changed = replace(version, selections=(*others, *mine))
        step = _("Put {title} in all the same") if wanted else _("Let {title} stay out")
        self._try(step, record, lambda: self._session.case.versions.save(changed))

    def first_opinion(self, record: Record) -> tuple[int, ...] | None:
        """Give the pages that state the first opinion; () for all, None for none."""
        return self._session.case.marks.first_opinion().get(record.id)

    def say_first_opinion(self, record: Record, pages: tuple[int, ...] | None) -> None:
        """Write which pages state the first opinion."""
        if pages == self.first_opinion(record):
            return
        step = _("Say where {title} states the first opinion")
        self._try(
            step, record, lambda: self._session.case.marks.mark_first_opinion(record.id, pages)
        )

    def related(self, record: Record, relation: Relation) -> Related | None:
        """Give what a record replaces or translates."""
        wanted = (record.id, relation)
        pairs = self._session.case.marks.related()
        return next((one for one in pairs if (one.record, one.relation) == wanted), None)

    def relate(self, pair: Related, record: Record, together: str = "") -> None:
        """Write that `record` replaces or translates another. Raises nothing: it tells."""
        if pair == self.related(record, pair.relation):
            return
        step = _("Say what {title} belongs to")
        self._try(step, record, lambda: self._session.case.marks.relate(pair), together)

    def unrelate(self, record: Record, relation: Relation) -> None:
        """Take back that a record replaces or translates another."""
        step = _("Say that {title} belongs to no other")
        self._try(step, record, lambda: self._session.case.marks.unrelate(record.id, relation))

    def choices(self, record: Record, relation: Relation) -> list[Record]:
        """Give the records that one may replace or translate, the newest first.

        Not itself, and none that leads back to it: of two that replace each
        other none would be left.
        """
        leads = {
            one.record: one.other
            for one in self._session.case.marks.related()
            if one.relation is relation
        }
        every = [
            one
            for one in self._session.case.records.all()
            if one.id != record.id and not _leads_to(leads, one.id, record.id)
        ]
        known = [one for one in every if one.dates.service.known]
        return [*reversed(known), *(one for one in every if not one.dates.service.known)]

    def _try(
        self, step: str, record: Record, write: Callable[[], object], together: str = ""
    ) -> None:
        try:
            with self._session.case.change(step.format(title=record.title), together=together):
                write()
        except CasepackError as failure:
            self._tell(str(failure), done=False)


def _leads_to(leads: dict[int, int], start: int, end: int) -> bool:
    seen: set[int] = set()
    at = leads.get(start)
    while at is not None and at not in seen:
        if at == end:
            return True
        seen.add(at)
        at = leads.get(at)
    return False
