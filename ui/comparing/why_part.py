"""Why the doctors may differ: six causes for one row or for all, and who saw which record."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.model.journey.comparison import Cause, WhyDiffer
from app.model.journey.grid import compared
from app.model.journey.row_words import cause_words
from app.model.story import CaseSnapshot
from app.phrases import _
from ui.comparing.word_table import Told, WordTable
from ui.opinions.saw_part import saw_words
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.autosave import AutoSave
from ui.widgets.cards import card
from ui.widgets.check import Check
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class WhyPart(QWidget):
    """The person ticks what they see; nothing follows from it but what is printed."""

    def __init__(self, session: CaseSession, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[tuple[str, str]] = []
        self.about = Combo()
        self.causes = {
            cause: CauseRow(session, looks, cause, words, self)
            for cause, words in cause_words().items()
        }
        self.head = Heading(_("Who had which record at hand"), 2)
        self.table = WordTable(_("Who had which record at hand"), looks)
        self.nothing = label(_("Say in Opinions received what each doctor had at hand."), "quiet")
        self._card, inside = card(looks, (4, 4, 4, 4), 0)
        inside.addWidget(self.table)
        column = space(QVBoxLayout(self), looks, gap=12)
        column.addWidget(FieldRow(_("Why may they differ about this?"), self.about, looks))
        for row in self.causes.values():
            column.addWidget(row)
        for each in (self.head, self.nothing, self._card):
            column.addWidget(each)
        self.about.activated.connect(lambda _place: self._show())

    @property
    def row(self) -> str:
        """The row that it is about; "" for all."""
        place = self.about.currentIndex()
        return self._rows[place][0] if 0 <= place < len(self._rows) else ""

    @property
    def first(self) -> QWidget:
        """The control that is filled in first."""
        return self.about

    def come_to(self, row: str) -> None:
        """Show the causes of one row."""
        place = [code for code, _title in self._rows].index(row)
        self.about.setCurrentIndex(place)
        self._show()

    def show_cause(self, why: WhyDiffer) -> QWidget:
        """Show a cause that somebody noted; give its field."""
        if why.row in [code for code, _title in self._rows]:
            self.come_to(why.row)
        row = self.causes[why.cause]
        return self.first if row.edit.isHidden() else row.edit

    def show_case(self, told: CaseSnapshot, rows: Iterable[tuple[str, str]]) -> None:
        """Show the causes as the case has them; `rows` are codes and titles."""
        row, new = self.row, [("", _("All points")), *rows]
        if new != self._rows:
            self._rows = new
            self.about.clear()
            self.about.addItems([title for _code, title in new])
            codes = [code for code, _title in new]
            self.about.setCurrentIndex(codes.index(row) if row in codes else 0)
        self._show()
        self._show_seen(told)

    def flush(self) -> None:
        """Save now what was typed."""
        for row in self.causes.values():
            row.flush()

    def _show(self) -> None:
        every = self._session.case.journey.why_differ.all()
        for cause, row in self.causes.items():
            kept = (one for one in every if (one.cause, one.row) == (cause, self.row))
            row.show_why(self.row, next(kept, None))

    def _show_seen(self, told: CaseSnapshot) -> None:
        doctors = compared(told.journey.opinions)
        marks = {(one.opinion, one.record): one.saw for one in told.journey.saw}
        seen = {record for _opinion, record in marks}
        rows = [
            (
                Told(one.title or _("A record without a name")),
                *(Told(saw_words(marks.get((who.id, one.id)))) for who in doctors),
            )
            for one in told.records
            if one.id in seen
        ]
        self.table.words.show([_("Record"), *(one.doctor for one in doctors)], rows)
        self._card.setVisible(bool(rows))
        self.nothing.setVisible(not rows)


class CauseRow(QWidget):
    """A cause to tick, and words about it once it is ticked."""

    def __init__(
        self, session: CaseSession, looks: Looks, cause: Cause, words: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._cause = cause
        self._row = ""
        self._kept: WhyDiffer | None = None
        self.check = Check(words, parent=self)
        self.edit = QLineEdit()
        self._field = FieldRow(_("In your own words"), self.edit, looks)
        self.edit.setAccessibleName(f"{words}: {_('In your own words')}")
        self._auto = AutoSave(session, self._save, self)
        self._auto.watch(self.edit)
        column = space(QVBoxLayout(self), looks, gap=4)
        column.addWidget(self.check)
        column.addWidget(self._field)
        self.check.clicked.connect(self._tick)

    def show_why(self, row: str, kept: WhyDiffer | None) -> None:
        """Show whether the cause is ticked for a row, after what was typed for the one before."""
        if row != self._row:
            self.flush()
        self._row, self._kept = row, kept
        self.check.setChecked(kept is not None)
        self._field.setVisible(kept is not None)
        self._auto.fill(self.edit, kept.text if kept else "")

    def flush(self) -> None:
        """Save now what was typed."""
        self._auto.close_step()

    @Slot(bool)
    def _tick(self, on: bool) -> None:
        self.flush()
        case, kept = self._session.case, self._kept
        step = _("Note why they may differ")
        if on and kept is None:
            with case.change(step):
                case.journey.why_differ.add(WhyDiffer(0, self._cause, self._row))
        elif not on and kept is not None:
            with case.change(step):
                case.journey.why_differ.remove(kept.id)

    def _save(self, together: str) -> None:
        text = self.edit.text().strip()
        if self._kept is None or text == self._kept.text:
            return
        self._kept = replace(self._kept, text=text)
        with self._session.case.change(_("Note why they may differ"), together=together):
            self._session.case.journey.why_differ.save(self._kept)
