"""Who holds which copy, for a time, as a PDF or a table."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dossier.prints.sharing_report import sharing_report, sharing_table
from app.model.journey.sharing import Shared, shared_in
from app.phrases import _, many
from ui import file_choice
from ui.pages.place import Place
from ui.records.flow import Flow
from ui.save_print import save_as_pdf, save_to
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.field import FieldRow
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.partial_date_edit import PartialDateEdit
from ui.widgets.spacing import space


class SharingCard(QWidget):
    """Counts the copies that were sent between two days, and saves the list."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        looks = place.looks
        self.since, self.until = PartialDateEdit(looks), PartialDateEdit(looks)
        self.words = label("")
        self.as_pdf = PictureButton(_("Save the list as PDF"), looks, "printer")
        self.as_table = PictureButton(_("Save the list as a table"), looks, "table-properties")
        frame, column = card(looks)
        column.addWidget(Heading(_("Who holds which copy"), 2))
        column.addWidget(self.words)
        column.addWidget(FieldRow(_("From"), self.since, looks, _("Empty means all.")))
        column.addWidget(FieldRow(_("To"), self.until, looks))
        buttons = QWidget()
        row = Flow(buttons, looks)
        row.addWidget(self.as_pdf)
        row.addWidget(self.as_table)
        column.addWidget(buttons)
        space(QVBoxLayout(self), looks).addWidget(frame)
        for edit in (self.since, self.until):
            edit.changed.connect(lambda _date: self.show_case())
        self.as_pdf.clicked.connect(self._save_pdf)
        self.as_table.clicked.connect(self._save_table)

    def show_case(self) -> None:
        """Count the copies that are listed."""
        count = len(self._shared())
        words = many("1 copy is noted as sent.", "{n} copies are noted as sent.", count)
        none = _("No copy is noted as sent.")
        self.words.setText(words.format(n=count) if count else none)

    def _shared(self) -> tuple[Shared, ...]:
        case = self._place.session.case
        since, until = self.since.value().earliest, self.until.value().latest
        return shared_in(case.sharing.all(), case.builds.all(), since, until)

    def _save_pdf(self) -> None:
        session = self._place.session
        make = partial(
            sharing_report,
            self._shared(),
            session.case.people.patient(),
            made=date.today(),
            since=self.since.value().earliest,
            until=self.until.value().latest,
            paper=session.draft.paper,
        )
        save_as_pdf(self._place, _("Who holds which copy"), make)

    def _save_table(self) -> None:
        name = _("Who holds which copy") + ".csv"
        targets = file_choice.ask_where_to_save(self._place, _("Save as a table"), name)
        save_to(self._place, targets, partial(sharing_table, self._shared()))
