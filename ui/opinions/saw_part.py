"""Which records a doctor had at hand; offered from the dossier that was sent to that doctor."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.build import Build
from app.model.journey.offered import builds_for, seen_in
from app.model.journey.opinion import Opinion, SawRecord
from app.model.partial_date import PartialDate
from app.model.record import Record
from app.phrases import _, many
from ui.facts.line import Line
from ui.facts.line_view import LineView
from ui.records.flow import Flow
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.labels import button, label
from ui.widgets.spacing import space

KIND = "saw"
_HEIGHT = 300  # pixels of the list at the usual size of text


class SawPart(QWidget):
    """Every record with what is known of it; three buttons mark the chosen one."""

    def __init__(
        self, session: CaseSession, looks: Looks, opinion: Opinion, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._looks = looks
        self._opinion = opinion
        self._builds: tuple[Build, ...] = ()
        self.offered = PictureButton("", looks, "list-checks")
        self.view = LineView(_("Records, and whether they were at hand"), looks)
        self.nothing = label(_("There are no records yet."), "quiet")
        self.had = button(_("It was at hand"))
        self.had_not = button(_("It was not at hand"))
        self.not_known = button(_("Not known"))
        self._buttons = QWidget(self)
        row = Flow(self._buttons, looks)
        for one in (self.had, self.had_not, self.not_known):
            row.addWidget(one)
        column = space(QVBoxLayout(self), looks, gap=10)
        about = _("A doctor can only judge what was at hand. Choose a record, then a button.")
        column.addWidget(label(about, "small"))
        offers = QWidget(self)
        Flow(offers, looks).addWidget(self.offered)
        for each in (offers, self.nothing, self.view, self._buttons):
            column.addWidget(each)
        self.offered.clicked.connect(self._take_offer)
        self.had.clicked.connect(lambda: self._mark(True))
        self.had_not.clicked.connect(lambda: self._mark(False))
        self.not_known.clicked.connect(lambda: self._mark(None))
        self.view.gone_into.connect(lambda _line: self.had.setFocus())
        looks.changed.connect(self._size)
        self._size()
        self.show_case(opinion)

    def show_case(self, opinion: Opinion) -> None:
        """Show the records as the case has them, and what can be taken from a dossier."""
        case, self._opinion = self._session.case, opinion
        records, known = case.records.all(), self._known()
        marks = {one.record: one.saw for one in known}
        self.view.show_lines([_line(one, marks.get(one.id)) for one in records])
        self.view.setVisible(bool(records))
        self._buttons.setVisible(bool(records))
        self.nothing.setVisible(not records)
        sent = case.sharing.all()
        self._builds = (
            builds_for(opinion, case.recipients.all(), case.builds.all(), sent) if sent else ()
        )
        self._offer([one.id for one in records], known)

    @Slot()
    def _size(self) -> None:
        self.view.setFixedHeight(round(_HEIGHT * self._looks.scale))

    def _known(self) -> list[SawRecord]:
        every = self._session.case.journey.saw.all()
        return [one for one in every if one.opinion == self._opinion.id]

    def _offer(self, there: Iterable[int], known: Iterable[SawRecord]) -> None:
        """Offer the newest dossier that was sent to this doctor, while it would add something."""
        found = seen_in(self._builds[0], there, known) if self._builds else ()
        self.offered.setVisible(bool(found))
        if found:
            made = PartialDate.from_stored(self._builds[0].made.date().isoformat())
            words = many(
                "Mark 1 record from the dossier of {day}, which was sent",
                "Mark {n} records from the dossier of {day}, which was sent",
                len(found),
            )
            self.offered.say(words.format(n=len(found), day=made.shown()))

    @Slot()
    def _take_offer(self) -> None:
        case = self._session.case
        there = [one.id for one in case.records.all()]
        found = seen_in(self._builds[0], there, self._known())
        with case.change(_("Mark what was in the dossier as at hand")):
            for record in found:
                case.journey.saw.add(SawRecord(0, self._opinion.id, record))
        self.view.setFocus()

    def _mark(self, saw: bool | None) -> None:
        line, case = self.view.line, self._session.case
        if line is None:
            return
        known = next((one for one in self._known() if one.record == line.id), None)
        if (known.saw if known else None) is saw:
            return
        with case.change(_("Mark what a doctor had at hand")):
            if saw is None and known is not None:
                case.journey.saw.remove(known.id)
            elif known is not None and saw is not None:
                case.journey.saw.save(replace(known, saw=saw))
            elif saw is not None:
                case.journey.saw.add(SawRecord(0, self._opinion.id, line.id, saw))


def saw_words(saw: bool | None) -> str:
    """Say whether a record was at hand."""
    if saw is None:
        return _("Not known")
    return _("At hand") if saw else _("Not at hand")


def _line(record: Record, saw: bool | None) -> Line:
    when = record.dates.service.shown() if record.dates.service.known else ""
    facts = " · ".join(part for part in (when, record.source) if part)
    return Line(
        KIND, record.id, record.title or _("A record without a name"), facts, source=saw_words(saw)
    )
