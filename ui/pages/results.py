"""Results of tests: typed from papers, listed by test, drawn over time."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.result import Result
from app.model.series import Series, series_of
from app.model.voice import Cited
from app.phrases import _
from ui.facts.kind import records_of
from ui.facts.line import Line
from ui.facts.list_place import FactListPlace
from ui.pages.place import Go, Tell
from ui.results.chart import Chart
from ui.results.result_kind import result_kind
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.page_view import PageView
from ui.widgets.spacing import space

ROOM = 980  # pixels of the place, at the usual size of text, from which the page stands beside


class ResultsPlace(FactListPlace):
    """A list of values, the chart of the test that is chosen, and the form of one value.

    Where there is room, the page that a value was typed from stands beside.
    """

    code: ClassVar[str] = "results"
    icon: ClassVar[str] = "chart-line"
    tables: ClassVar[frozenset[str]] = frozenset({"result", "record"})

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        words = (_("Results"), _("Add a result"))
        super().__init__(session, looks, go, tell, result_kind(), words)
        self.series: tuple[Series, ...] = ()
        self.chart = Chart()
        self.empty = label(
            _("Type numbers from your papers here. Two or more of one test make a chart."), "quiet"
        )
        self._lay_out()
        self.paper = PageView(session, looks)
        self.paper.hide()
        self.desk.split.insertWidget(1, self.paper)
        self._connect()
        self.show_case()

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Results")

    def count(self) -> int:
        """Give the number of tests, each with its unit."""
        return len(series_of(self.session.case.results.all()))

    def show_case(self) -> None:
        """Show the values by test, and the chart of the chosen one."""
        case = self.session.case
        records = records_of(case)
        self.series = series_of(case.results.all())
        lines = []
        for series in self.series:
            ours = [self.kind.line(one, records) for one in series.results]
            head = f"{series.name}, {series.unit}" if series.unit else series.name
            lines += [replace(ours[0], head=head), *ours[1:]]
        self.view.show_lines(lines)
        self.view.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self.desk.refresh()
        self._show_chart()
        self._show_paper()

    def panes(self) -> list[QWidget]:
        """Give the chart, the list, the page and the form."""
        return [self.chart, self.view, self.paper, self.desk.pane]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Show the page beside where there is room."""
        super().resizeEvent(event)
        self._show_paper()

    def _lay_out(self) -> None:
        looks, column = self.looks, self.page.column
        head = space(QHBoxLayout(), looks)
        head.addWidget(Heading(self.title()), 1)
        head.addWidget(self.add)
        column.addLayout(head)
        self._card, inside = card(looks, (12, 10, 12, 6), 2)
        self.head = Heading("", 2)
        self.range = label("", "small")
        for one in (self.head, self.range, self.chart):
            inside.addWidget(one)
        column.addWidget(self._card)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        column.setAlignment(self.empty, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self.chart.chosen.connect(lambda one: self.view.choose("result", one.id))
        self.chart.opened.connect(self._open_paper)
        self.looks.changed.connect(self._show_paper)

    def _chosen(self) -> Series | None:
        """Give the series of the chosen line, or else the first one that has a chart."""
        line = self.view.line
        if line is not None:
            found = (one for one in self.series if line.id in {each.id for each in one.results})
            return next(found, None)
        return next((one for one in self.series if one.charted), None)

    def _show_chart(self) -> None:
        series, line = self._chosen(), self.view.line
        self._card.setVisible(series is not None and series.charted)
        self.chart.show_series(series, line.id if line else 0)
        if series is None:
            return
        self.head.say(f"{series.name} {series.unit}".strip())
        words = _("Dashed lines: the lab’s own range, {range}.").format(range=series.reference)
        known = series.bounds != (None, None)
        self.range.setText(words)
        self.range.setVisible(known)

    def _show_paper(self) -> None:
        """Show the page of the chosen value where there is room for it."""
        form = self.desk.form
        voice = form.fact.voice if form else None
        record = self.session.case.records.get(voice.record) if isinstance(voice, Cited) else None
        room = self.width() >= ROOM * self.looks.scale
        shown = record is not None and record.document is not None and room
        if shown and record is not None and isinstance(voice, Cited):
            self.paper.show_record(record, voice.page)
        if shown != self.paper.isVisibleTo(self):
            self.paper.setVisible(shown)
            whole = max(3, self.desk.split.width())
            self.desk.split.setSizes([whole * 2 // 5, whole * 3 // 10, whole * 3 // 10])

    def show_line(self, line: Line) -> None:
        """Show the form of a value, its chart, and its page where there is room."""
        super().show_line(line)
        self._show_chart()
        self._show_paper()

    def _open_paper(self, result: Result) -> None:
        """Open the page of a dot; what somebody said has none, so its form is shown."""
        if isinstance(result.voice, Cited):
            self.go("records", record=result.voice.record, page=result.voice.page)
        elif self.view.line:
            self.go_into(self.view.line)

    def start(self) -> None:
        """Begin a new value."""
        super().start()
        self._show_paper()
