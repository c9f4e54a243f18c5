"""The timeline: what happened and what is planned, as a list and as a drawing."""

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.record import Record
from app.model.story import EventKind
from app.phrases import _
from ui.facts.kind import records_of
from ui.facts.line import Line
from ui.facts.list_place import FactListPlace
from ui.pages.place import Go, Tell
from ui.records.flow import Flow
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.timeline.event_kind import event_kind
from ui.timeline.happenings import Happening, happenings, with_years
from ui.timeline.marks import lane_title
from ui.timeline.strip import Strip
from ui.timeline.zoom_row import ZoomRow
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.combo import Combo
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space

_YEARS = (0, 1, 2, 5, 10)


class TimelinePlace(FactListPlace):
    """Events and dated records, oldest first; an event is changed beside the list."""

    code: ClassVar[str] = "timeline"
    icon: ClassVar[str] = "calendar-clock"
    tables: ClassVar[frozenset[str]] = frozenset({"event", "record", "statement"})

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        words = (_("Timeline, oldest first"), _("Add an event"))
        super().__init__(session, looks, go, tell, event_kind(), words)
        self.lane = Combo([_("Everything"), *map(lane_title, EventKind), _("Records")])
        self.years = Combo([_("All years"), *(_years_words(one) for one in _YEARS[1:])])
        self.strip = Strip()
        self.empty = label("", "quiet")
        self._lay_out()
        self._connect()
        self.show_case()

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Timeline")

    def count(self) -> int:
        """Give the number of events."""
        return len(self.session.case.timeline.all())

    def show_case(self) -> None:
        """Show what happened, in the lanes that were chosen."""
        case, today = self.session.case, date.today()
        records = records_of(case)
        found = happenings(case.timeline.all(), case.statements.all(), records, today=today)
        shown = self._fitting(found)
        self.view.show_lines(with_years(shown))
        self.strip.show_found(shown, today)
        dated = any(one.when.known for one in shown)
        self._card.setVisible(dated)
        self.view.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.empty.setText(
            _("Nothing of this kind yet.")
            if found
            else _("Records with a date come here by themselves. Add what happened in between.")
        )
        self.desk.refresh()

    def panes(self) -> list[QWidget]:
        """Give the drawing, the list and the form."""
        return [self.strip, self.view, self.desk.pane]

    def _lay_out(self) -> None:
        looks, column = self.looks, self.page.column
        head = space(QHBoxLayout(), looks)
        head.addWidget(Heading(self.title()), 1)
        head.addWidget(self.add)
        column.addLayout(head)
        choices = QWidget()
        row = Flow(choices, looks)
        for words, combo in ((_("Show"), self.lane), (_("Drawn"), self.years)):
            pair = QWidget()
            line = space(QHBoxLayout(pair), looks)
            name = label(words, "small", wrap=False)
            name.setBuddy(combo)
            line.addWidget(name)
            line.addWidget(combo)
            row.addWidget(pair)
        column.addWidget(choices)
        self._card, inside = card(looks, (12, 10, 12, 6))
        self.zoom = ZoomRow(self.strip, looks)
        inside.addWidget(self.zoom)
        inside.addWidget(self.strip)
        column.addWidget(self._card)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.lane.activated.connect(lambda _place: self.show_case())
        self.years.activated.connect(lambda place: self.strip.show_years(_YEARS[place]))
        self.strip.chosen.connect(lambda line: self.view.choose(line.kind, line.id))
        self.strip.opened.connect(self.open_line)

    def _fitting(self, found: list[Happening]) -> list[Happening]:
        place = self.lane.currentIndex()
        if place == 0:
            return found
        lane = (*EventKind, None)[place - 1]
        return [one for one in found if one.lane is lane]

    def show_line(self, line: Line) -> None:
        """Show the form of an event, or what a record or a planned date says and where it is."""
        self.strip.choose(line.kind, line.id)
        if line.kind == "event":
            super().show_line(line)
        elif line.kind == "record":
            record = self.session.case.records.get(line.id)
            if record is not None:
                self._show_record(record)
        else:
            self._show_planned(line)

    def go_into(self, line: Line) -> None:
        """Go on in the form of an event, or where a record or a planned date is at home."""
        if line.kind == "event":
            super().go_into(line)
        elif line.kind == "record":
            self.go("records", record=line.id, page=1)
        else:
            self.go("diagnosis")

    def come_to(self, kind: str, number: int) -> None:
        """Show a new event, which is always in sight."""
        self.lane.setCurrentIndex(0)
        super().come_to(kind, number)

    def _show_record(self, record: Record) -> None:
        words = _("This record has a date, so it is here by itself. Change it among the records.")
        facts = [record.source, record.dates.service.shown()]
        self._show_link(
            record.title or _("A record without a name"),
            [*facts, words],
            _("Open the record"),
            lambda: self.go("records", record=record.id, page=1),
        )

    def _show_planned(self, line: Line) -> None:
        words = _("This date is part of the plan that you were told.")
        self._show_link(
            line.title,
            [line.lead, line.source, words],
            _("Open diagnosis and plan"),
            lambda: self.go("diagnosis"),
        )

    def _show_link(self, title: str, facts: list[str], action: str, act: object) -> None:
        holder = QWidget()
        column = space(QVBoxLayout(holder), self.looks, (16, 16, 16, 16), 10)
        column.addWidget(Heading(title, 2))
        for words in facts:
            if words:
                column.addWidget(label(words, "quiet"))
        row = space(QHBoxLayout(), self.looks)
        link = PictureButton(action, self.looks, "file-text")
        link.clicked.connect(act)
        row.addWidget(link)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.desk.show_other(holder)


def _years_words(years: int) -> str:
    return _("last year") if years == 1 else _("last {n} years").format(n=years)
