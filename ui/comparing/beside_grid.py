"""Beside the table of opinions: the form of the cell or row that somebody came to."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import NotUnderstood
from app.model.journey.comparison import GridRow
from app.model.journey.grid import compared, own_of, own_row
from app.model.story import CaseSnapshot
from app.phrases import _
from ui.comparing.cell_pane import CellPane, RowPane
from ui.facts.desk import FactDesk
from ui.pages.place import Go, Tell
from ui.session import CaseSession
from ui.theme.looks import Looks

_ROOM_FOR = 3  # doctors; with more of them a form opens only when somebody goes into a cell


class BesideGrid(QObject):
    """Shows one form at a time on the desk, and saves it before it goes."""

    why_wanted = Signal(str)  # the row
    left = Signal()  # there is no form any more: somebody is to go on in the table

    def __init__(
        self, session: CaseSession, looks: Looks, desk: FactDesk, go: Go, tell: Tell
    ) -> None:
        super().__init__(desk)
        self.pane: CellPane | RowPane | None = None
        self._session = session
        self._looks = looks
        self._desk = desk
        self._go = go
        self._tell = tell
        self._told = CaseSnapshot()
        self._titles: dict[str, str] = {}

    def come_to(self, row: int, column: int) -> None:
        """Show the form of what somebody came to, where the table keeps room enough beside it."""
        if self.pane is not None or len(self._told.journey.opinions) <= _ROOM_FOR:
            self.show(row, column)

    def show(self, row: int, column: int) -> None:
        """Show the form of a cell, or in the first column what can be done with its row."""
        if not 0 <= row < len(self._titles):
            return
        code, title = list(self._titles.items())[row]
        doctors = compared(self._told.journey.opinions)
        if column == 0:
            if not (isinstance(self.pane, RowPane) and self.pane.row == code):
                self._put(self._row_pane(code, title))
        elif column <= len(doctors):
            about = (doctors[column - 1].id, code)
            if not (isinstance(self.pane, CellPane) and self.pane.about == about):
                pane = CellPane(self._session, self._looks, doctors[column - 1], code, title)
                pane.paper_wanted.connect(self._open)
                self._put(pane)

    def go_into(self, row: int, column: int) -> None:
        """Show the form, and let somebody go on in it."""
        self.show(row, column)
        self._desk.bring(beside=True)
        if isinstance(self.pane, CellPane):
            self.pane.first.setFocus()
        elif self.pane is not None:
            self.pane.why.setFocus()

    def refresh(self, told: CaseSnapshot, titles: dict[str, str]) -> None:
        """Show in the open form what the case says now; one that is about nothing more goes."""
        self._told, self._titles = told, titles
        pane = self.pane
        if isinstance(pane, CellPane):
            doctors = {one.id: one for one in compared(told.journey.opinions)}
            opinion, row = pane.about
            if opinion in doctors and row in titles:
                pane.refresh(doctors[opinion])
                return
        elif pane is None or self._same(pane, told):
            return
        if pane is not None and pane.form is not None:
            pane.form.forget()
        self._clear()

    def flush(self) -> None:
        """Save what was typed."""
        if self.pane is not None and self.pane.form is not None:
            self.pane.form.flush()

    def drop(self) -> None:
        """Save what was typed, and show no form any more."""
        self.flush()
        self._clear()

    def _clear(self) -> None:
        self.pane = None
        self._desk.wait()
        self._desk.bring(beside=False)

    def _same(self, pane: RowPane, told: CaseSnapshot) -> bool:
        """Whether a row is still there; one of the person's own may have another name now."""
        own = next((o for o in told.journey.grid_rows if o.id == own_of(pane.row)), None)
        if own is not None and pane.form is not None:
            pane.form.refresh(own)
        return pane.row in self._titles

    def _put(self, pane: CellPane | RowPane) -> None:
        self.flush()
        self._desk.show_other(pane)
        self.pane = pane

    def _row_pane(self, code: str, title: str) -> RowPane:
        rows = self._told.journey.grid_rows
        own = next((one for one in rows if one.id == own_of(code)), None)
        pane = RowPane(self._session, self._looks, code, title, own, self._rename)
        pane.why_wanted.connect(self.why_wanted)
        pane.unwanted.connect(self._remove)
        return pane

    @Slot(int, int)
    def _open(self, record: int, page: int) -> None:
        self.flush()
        self._go("records", record=record, page=page)

    def _rename(self, own: GridRow, together: str) -> GridRow:
        if not own.label:
            raise NotUnderstood(_("Type a name, or remove the row."))
        with self._session.case.change(_("Change a row of the comparison"), together=together):
            self._session.case.journey.grid_rows.save(own)
        return own

    @Slot(object)
    def _remove(self, own: GridRow) -> None:
        """Take a row of the person's own away, with all that stands in it."""
        journey, row = self._session.case.journey, own_row(own.id)
        step = _("Remove a row of the comparison")
        if self.pane is not None and self.pane.form is not None:
            self.pane.form.forget()
        self._clear()
        with self._session.case.change(step):
            for cell in journey.grid_cells.all():
                if cell.row == row:
                    journey.grid_cells.remove(cell.id)
            for why in journey.why_differ.all():
                if why.row == row:
                    journey.why_differ.remove(why.id)
            for point in journey.open_points.all():
                if point.row == row:
                    journey.open_points.remove(point.id)
            journey.grid_rows.remove(own.id)
        self.left.emit()
        words = _("“{name}” was removed.").format(name=own.label)
        self._tell(words, done=True, action=_("Undo"), act=partial(self._bring_back, step))

    def _bring_back(self, step: str) -> None:
        if self._session.case.undo_label == step:  # nothing else was done since
            self._session.case.undo()
