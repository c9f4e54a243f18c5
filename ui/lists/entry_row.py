"""One entry of own lists: a tick, all that it says, and what to look at."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.own_lists_offer import Offer
from ui.lists.words import details
from ui.theme.looks import Looks
from ui.widgets.check import Check
from ui.widgets.labels import label
from ui.widgets.spacing import space


class EntryRow(QWidget):
    """Who makes it sets the tick; remarks look like labels of `kind`."""

    def __init__(self, offer: Offer, looks: Looks, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.offer = offer
        self.check = Check(offer.words, parent=self)
        self.check.setEnabled(offer.fits)
        column = space(QVBoxLayout(self), looks, (12, 4, 12, 4), 2)
        column.addWidget(self.check)
        more = details(offer)
        self.check.setAccessibleDescription("\n".join((*more, *offer.remarks)))
        if more or offer.remarks:
            below = space(QVBoxLayout(), looks, (34, 0, 0, 4), 2)
            for lines, looking in ((more, "small"), (offer.remarks, kind)):
                if lines:
                    below.addWidget(label("\n".join(lines), looking, parent=self))
            column.addLayout(below)
