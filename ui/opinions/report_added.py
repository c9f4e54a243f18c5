"""A report that was just added as a file: nobody has to read it now, and it can be filed."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from app.content.load import load_content
from app.errors import CasepackError
from app.model.journey.opinion import Opinion
from app.phrases import _
from ui.pages.place import Go, Tell
from ui.session import CaseSession


class ReportAdded(QObject):
    """Once a report is asked for, the next papers that come in are met with a calm word.

    One single paper is offered as the report; a person says so, nobody else.
    """

    def __init__(self, session: CaseSession, go: Go, tell: Tell, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._go = go
        self._tell = tell
        self._opinion = 0
        self._there: frozenset[int] = frozenset()
        session.added.connect(self._came)

    def wait_for(self, opinion: int) -> None:
        """Expect the report of an opinion among the next papers that are added."""
        self._opinion = opinion
        self._there = self._records()

    @Slot(int)
    def _came(self, _count: int) -> None:
        opinion = self._session.case.journey.opinions.get(self._opinion)
        new = self._records() - self._there
        self._opinion = 0
        if opinion is None or opinion.record is not None or not new:
            return
        calm = load_content().piece("hard_moment").text
        if len(new) > 1:
            self._tell(
                calm, done=True, action=_("Go to Opinions"), act=lambda: self._go("opinions")
            )
            return
        [record] = new
        words = _("File it as the report of {doctor}").format(doctor=opinion.doctor)
        self._tell(calm, done=True, action=words, act=lambda: self._file(opinion.id, record))

    def _file(self, number: int, record: int) -> None:
        case = self._session.case
        opinion: Opinion | None = case.journey.opinions.get(number)
        try:
            if opinion is not None and case.records.get(record) is not None:
                with case.change(_("File a report")):
                    case.journey.opinions.save(replace(opinion, record=record))
        except CasepackError as failure:
            self._tell(str(failure), done=False)
            return
        self._tell(_("The report is filed. It stays in Records, too."), done=True)
        self._go("opinions")

    def _records(self) -> frozenset[int]:
        return frozenset(one.id for one in self._session.case.records.all())
