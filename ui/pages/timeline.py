"""The timeline: what happened and what is planned, as a list and as a drawing."""

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.record import Record
from app.model.story import EventKind
from app.phrases import _
from ui.facts.desk import FactDesk
from ui.facts.kind import records_of
from ui.facts.line import Line
from ui.facts.line_view import LineView
from ui.facts.section import Page
from ui.pages.place import Go, Place, Tell
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


class TimelinePlace(Place):
    """Events and dated records, oldest first; an event is changed beside the list."""

    code: ClassVar[str] = "timeline"
    icon: ClassVar[str] = "calendar-clock"
    tables: ClassVar[frozenset[str]] = frozenset({"event", "record", "statement"})

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.kind = event_kind()
        self.add = PictureButton(_("Add an event"), looks, "plus", "main")
        self.lane = Combo([_("Everything"), *map(lane_title, EventKind), _("Records")])
        self.years = Combo([_("All years"), *(_years_words(one) for one in _YEARS[1:])])
        self.strip = Strip()
        self.view = LineView(_("Timeline, oldest first"), looks)
        self.empty = label("", "quiet")
        self.page = Page(looks)
        self.desk = FactDesk(self.page, self.title(), session, looks, go, tell, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        self._lay_out()  # now that the page is where it stays: what moves is dressed anew
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

    def leave(self) -> None:
        """Save what was typed."""
        self.desk.flush()

    def first_focus(self) -> QWidget:
        """Give the list, or the button that adds while it is empty."""
        return self.view if self.view.lines.rowCount() else self.add

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
        self.looks.changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        """Keep the list high enough to read; the whole page scrolls where there is less room."""
        self.view.setMinimumHeight(round(260 * self.looks.scale))

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self.desk.start(self.kind))
        self.lane.activated.connect(lambda _place: self.show_case())
        self.years.activated.connect(lambda place: self.strip.show_years(_YEARS[place]))
        self.view.chosen.connect(self._show)
        self.view.opened.connect(self._open)
        self.view.gone_into.connect(self._go_into)
        self.view.unwanted.connect(self._remove)
        self.strip.chosen.connect(lambda line: self.view.choose(line.kind, line.id))
        self.strip.opened.connect(self._open)
        self.desk.added.connect(self._come_to)

    def _fitting(self, found: list[Happening]) -> list[Happening]:
        place = self.lane.currentIndex()
        if place == 0:
            return found
        lane = (*EventKind, None)[place - 1]
        return [one for one in found if one.lane is lane]

    def _show(self, line: Line) -> None:
        self.strip.choose(line.kind, line.id)
        if line.kind == "event":
            fact = self.kind.find(self.session.case, line.id)
            if fact is not None:
                self.desk.show_fact(self.kind, fact)
        elif line.kind == "record":
            record = self.session.case.records.get(line.id)
            if record is not None:
                self._show_record(record)
        else:
            self._show_planned(line)

    def _open(self, line: Line) -> None:
        self._show(line)
        self.desk.bring(beside=True)

    def _go_into(self, line: Line) -> None:
        """Go on in the form of an event, or where a record or a planned date is at home."""
        if line.kind == "event":
            self._open(line)
            self.desk.focus()
        elif line.kind == "record":
            self.go("records", record=line.id, page=1)
        else:
            self.go("diagnosis")

    def _remove(self, line: Line) -> None:
        fact = self.kind.find(self.session.case, line.id) if line.kind == "event" else None
        if fact is not None:
            self.desk.remove(self.kind, fact)

    def _come_to(self, kind: str, number: int) -> None:
        self.lane.setCurrentIndex(0)  # a new event is always in sight
        self.show_case()
        self.view.choose(kind, number)

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
