"""That a record replaces an earlier report, or is a translation of another one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.model.record import Record
from app.model.relation import Related, Relation
from app.phrases import _
from ui.records.mark_steps import MarkSteps
from ui.records.mark_words import record_title
from ui.records.record_chooser import RecordChooser
from ui.records.text_field import TextField
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.labels import button, label
from ui.widgets.spacing import space


class RelationRow(QWidget):
    """Shows the other record and lets somebody choose it; a translation says who made it."""

    def __init__(
        self, session: CaseSession, looks: Looks, steps: MarkSteps, relation: Relation
    ) -> None:
        super().__init__()
        self._session = session
        self._steps = steps
        self._relation = relation
        self._record: Record | None = None
        self._looks = looks
        translates = relation is Relation.TRANSLATES
        self._words = (
            _("This is a translation of") if translates else _("This replaces an earlier report")
        )
        self.other = label("", "")
        self.choose = button("", "quiet")
        self.take_away = button(_("Take it away"), "quiet")
        self.note = TextField(
            _("Who translated it? Is it certified?") if translates else _("What is corrected?"),
            QLineEdit(),
            session,
            looks,
            self._save_note,
        )
        self.chooser: RecordChooser | None = None
        self._buttons = QWidget()
        row = space(QHBoxLayout(self._buttons), looks)
        for one in (self.choose, self.take_away):
            row.addWidget(one)
        row.addStretch(1)
        self._column = space(QVBoxLayout(self), looks, gap=4)
        self._column.addWidget(label(self._words, "strong"))
        for two in (self.other, self._buttons, self.note):
            self._column.addWidget(two)
        self.choose.clicked.connect(self._open)
        self.take_away.clicked.connect(self._unrelate)

    def show_record(self, record: Record) -> None:
        """Show what the case says of a record."""
        if self._record is None or self._record.id != record.id:
            self._shut()
        self._record = record
        pair = self._steps.related(record, self._relation)
        there = pair is not None
        self.other.setText(
            record_title(self._session.case.records.get(pair.other))
            if pair is not None
            else _("No other record is chosen.")
        )
        self.choose.setText(_("Choose another") if there else _("Choose the record"))
        self.choose.setAccessibleName(f"{self._words}: {self.choose.text()}")
        self.take_away.setAccessibleName(f"{self._words}: {self.take_away.text()}")
        self.take_away.setVisible(there)
        self.note.setVisible(there)
        self.note.show_words(pair.note if pair is not None else "")

    def flush(self) -> bool:
        """Save what waits; False when it cannot be."""
        return self.note.flush()

    def _open(self) -> None:
        if self._record is None:
            return
        if self.chooser is None:
            self.chooser = RecordChooser(self._words, self._looks)
            self._column.insertWidget(3, self.chooser)
            self.chooser.chosen.connect(self._take)
            self.chooser.left.connect(self._leave)
        self.chooser.show()
        self._buttons.hide()
        self.chooser.offer(self._steps.choices(self._record, self._relation))
        _make_room(self.chooser)

    def _shut(self) -> None:
        if self.chooser is not None:
            self.chooser.hide()
        self._buttons.show()

    def _leave(self) -> None:
        self._shut()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, other: int) -> None:
        if self._record is not None:
            old = self._steps.related(self._record, self._relation)
            note = old.note if old is not None and old.other == other else ""
            pair = Related(self._record.id, self._relation, other, note)
            self._steps.relate(pair, self._record)
        self._leave()

    def _unrelate(self) -> None:
        if self._record is not None:
            self._steps.unrelate(self._record, self._relation)
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_note(self, words: str, together: str) -> None:
        pair = self._steps.related(self._record, self._relation) if self._record else None
        if self._record is not None and pair is not None:
            changed = Related(pair.record, pair.relation, pair.other, words.strip())
            self._steps.relate(changed, self._record, together)


def _make_room(shown: QWidget) -> None:
    """Lay out what holds a widget at once: turn by turn, its neighbours would look squeezed."""
    over: QWidget | None = shown
    while over is not None and (layout := over.layout()) is not None:
        layout.activate()
        over = over.parentWidget()
