"""The form of one cell of the comparison, and what may stand in it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.model.journey.comparison import GridCell, GridRow
from app.model.journey.grid import cell_in, cells_of
from app.model.journey.offered import Offer, offers_for, taken
from app.model.journey.opinion import Opinion
from app.model.journey.row_words import stance_words
from app.phrases import _
from ui.facts.controls import WordsControl
from ui.facts.kind import Field, Pick, Words
from ui.opinions.loose_form import LooseForm
from ui.opinions.opinion_kinds import page, page_words, quoted, verbatim
from ui.session import CaseSession
from ui.story.suggestions import SuggestionRow
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class CellPane(QWidget):
    """What one opinion says in one row: words, page, whose words, the person's own mark."""

    paper_wanted = Signal(int, int)  # the record of the report, and its page

    def __init__(
        self, session: CaseSession, looks: Looks, opinion: Opinion, row: str, title: str
    ) -> None:
        super().__init__()
        self.about = (opinion.id, row)
        self._session = session
        self._looks = looks
        self._opinion = opinion
        self._shown: tuple[Offer, ...] | None = None
        self.rows: list[SuggestionRow] = []
        fields: tuple[Field, ...] = (
            Words("text", _("What does it say?"), lines=3),
            verbatim(),
            page(),
            Pick("stance", _("Your own mark"), tuple(stance_words().items())),
        )
        self.form = LooseForm(session, looks, fields, self._kept(), self._write, self)
        self.paper = PictureButton(_("Open the report"), looks, "file-text", "quiet")
        self._offer_head = label(_("From what you wrote down of this opinion"), "strong")
        self._offers, self._column = card(looks, (0, 0, 0, 0), 0)
        column = space(QVBoxLayout(self), looks, (16, 16, 16, 16), 12)
        for one in (Heading(title, 2), label(opinion.doctor, "strong"), self.form):
            column.addWidget(one)
        column.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._offer_head)
        column.addWidget(self._offers)
        column.addStretch(1)
        self.paper.clicked.connect(self._open)
        self.refresh(opinion)

    @property
    def first(self) -> QPlainTextEdit:
        """The control that is filled in first."""
        control = self.form.controls["text"]
        assert isinstance(control, WordsControl)
        assert isinstance(control.edit, QPlainTextEdit)
        return control.edit

    def refresh(self, opinion: Opinion) -> None:
        """Show what the case says now, and what is offered."""
        self._opinion = opinion
        self.form.refresh(self._kept())
        self.paper.setVisible(opinion.record is not None)
        journey = self._session.case.journey
        text = self.form.fact.text
        offers = offers_for(*self.about, journey.points.all(), journey.answers.all())
        self._offer(tuple(one for one in offers if one.text not in text))

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        self._offer_head.setVisible(bool(offers))
        self._offers.setVisible(bool(offers))
        if offers == self._shown:
            return
        self._shown = offers
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = []
        for one in offers:
            words = quoted(one.text, one.verbatim)
            row = SuggestionRow(f"{words} ({page_words(one.page)})" if one.page else words)
            row.clicked.connect(lambda _on=False, one=one: self._take(one))
            self.rows.append(row)
            self._column.addWidget(row)

    def _take(self, offer: Offer) -> None:
        """Put what was offered into the cell."""
        self.form.flush()
        self._write(taken(self._kept(), offer), "")
        self.refresh(self._opinion)
        self.first.setFocus()

    def _kept(self) -> GridCell:
        return cell_in(cells_of(self._session.case.journey.grid_cells.all()), *self.about)

    def _write(self, cell: GridCell, together: str) -> GridCell:
        case, known = self._session.case, self._kept()
        with case.change(_("Change the comparison"), together=together):
            if known.id:
                cell = replace(cell, id=known.id)
                case.journey.grid_cells.save(cell)
            else:
                cell = replace(cell, id=case.journey.grid_cells.add(cell))
        return cell

    def _open(self) -> None:
        if self._opinion.record is not None:
            self.paper_wanted.emit(self._opinion.record, self.form.fact.page or 1)


class RowPane(QWidget):
    """What can be done with a whole row; one of the person's own has a name and can go."""

    why_wanted = Signal(str)  # the row
    unwanted = Signal(object)  # GridRow

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        row: str,
        title: str,
        own: GridRow | None,
        write: Callable[[GridRow, str], GridRow],
    ) -> None:
        super().__init__()
        self.row = row
        self.form: LooseForm | None = None
        self.why = PictureButton(_("Why they may differ here"), looks, "split")
        self.remove = PictureButton(_("Remove this row"), looks, "trash-2")
        column = space(QVBoxLayout(self), looks, (16, 16, 16, 16), 12)
        column.addWidget(Heading(title, 2))
        column.addWidget(
            label(_("Go to the right to write down what each doctor says about it."), "small")
        )
        if own is not None:
            fields = (Words("label", _("Name of the row")),)
            self.form = LooseForm(session, looks, fields, own, write, self)
            column.addWidget(self.form)
        column.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.remove.setVisible(own is not None)
        self.why.clicked.connect(lambda _on=False: self.why_wanted.emit(row))
        self.remove.clicked.connect(lambda _on=False: self.unwanted.emit(own))

    def focus_name(self) -> None:
        """Let somebody name the row, where it is one of their own."""
        if self.form is not None:
            control = self.form.controls["label"]
            assert isinstance(control, WordsControl)
            assert isinstance(control.edit, QLineEdit)
            control.edit.setFocus()
            control.edit.selectAll()
