"""What stands above the records: heading, filters, counts, and the bar of the bin."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.record import Record
from app.phrases import _
from ui.records.bin_parts import BinBar
from ui.records.filters import Filters
from ui.records.needs import tally
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class RecordsTop(QWidget):
    """Its buttons do nothing by themselves."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.filters = Filters(looks)
        self.bin_bar = BinBar(looks)
        self.add_button = PictureButton(_("Add records"), looks, "plus", "main", "Ctrl+O")
        self.search_button = PictureButton(_("Search"), looks, "search", "", "Ctrl+F")
        self.total = label("", "small", wrap=False)
        column = space(QVBoxLayout(self), looks, (24, 16, 24, 12), 12)
        head = space(QHBoxLayout(), looks)
        head.addWidget(Heading(_("Records"), 1, wrap=False))
        head.addWidget(self.total)
        head.addStretch(1)
        for one in (self.search_button, self.add_button):
            head.addWidget(one)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self.bin_bar)

    def show_counts(self, records: list[Record], binned: int) -> None:
        """Say how much there is, and offer only what makes sense for it."""
        needing, pages = tally(records)
        self.filters.show_counts(needing, binned)
        words = _("1 record") if len(records) == 1 else _("{n} records").format(n=len(records))
        many = _("1 page") if pages == 1 else _("{n} pages").format(n=pages)
        self.total.setText(f"{words}, {many}")
        self.bin_bar.show_count(binned)
        self.bin_bar.setVisible(self.filters.in_bin and binned > 0)
        self.filters.setVisible(bool(records or binned))

    def show_buttons(self, wanted: bool) -> None:
        """Show the buttons and the count, or leave the page to what it says by itself."""
        for one in (self.add_button, self.search_button, self.total):
            one.setVisible(wanted)
