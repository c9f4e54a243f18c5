"""What is rarely chosen for a version: order and lists, pictures and covered pages."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dossier.pages.divider import MANY_PAGES
from app.model.version import Pictures, TextLayer, Version
from app.phrases import _, later
from ui.dossier.one_of import OneOf
from ui.records.text_field import Write
from ui.theme.looks import Looks
from ui.widgets.check import Check
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow
from ui.widgets.labels import label
from ui.widgets.spacing import space

COUNTS = (0, 1, 3, 5, 8, 10)  # questions; 0 is all
PICTURES = {
    Pictures.AS_THEY_ARE: later("As they are"),
    Pictures.LIGHTER: later("Lighter: 200 dots an inch"),
    Pictures.LIGHT: later("Light: 150 dots an inch"),
    Pictures.GREY: later("Light and grey: 150 dots, no colour"),
    Pictures.LIGHTEST: later("Lightest: 116 dots, no colour"),
}
DIVIDERS: dict[bool | None, str] = {
    None: later("When more than {n} pages of records go in"),
    True: later("Always"),
    False: later("Never"),
}


class OrderChoices(QWidget):
    """The order of the records, and what is listed; writes with `write`."""

    def __init__(self, looks: Looks, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = list(COUNTS)
        self._write = write
        self.order = OneOf(
            _("Order of the records in each group"),
            ((False, _("Newest first")), (True, _("Oldest first"))),
            looks,
            lambda oldest: write(_("Change the order of the records"), oldest_first=oldest),
        )
        self.earlier = Check(_("Put in reports that a corrected one replaces"))
        self.behind = Check(_("Name the records that stay behind"))
        self.questions = Combo()
        self.dividers = Combo([_(words).format(n=MANY_PAGES) for words in DIVIDERS.values()])
        hint = _("It names the group and lists its records. It costs a page for each group.")
        column = space(QVBoxLayout(self), looks, gap=8)
        column.addWidget(self.order)
        column.addWidget(FieldRow(_("Questions that are asked"), self.questions, looks))
        column.addWidget(FieldRow(_("A page before each group"), self.dividers, looks, hint))
        column.addWidget(self.earlier)
        column.addWidget(self.behind)
        self.earlier.toggled.connect(
            lambda on: write(_("Change what happens with earlier reports"), earlier_reports=on)
        )
        self.behind.toggled.connect(
            lambda on: write(_("Change if records left out are named"), left_out_list=on)
        )
        self.questions.currentIndexChanged.connect(self._take_count)
        self.dividers.currentIndexChanged.connect(self._take_dividers)

    def show_version(self, version: Version) -> None:
        """Show what is chosen."""
        self.order.show_value(version.oldest_first)
        for check, on in (
            (self.earlier, version.earlier_reports),
            (self.behind, version.left_out_list),
        ):
            with QSignalBlocker(check):
                check.setChecked(on)
        with QSignalBlocker(self.dividers):
            self.dividers.setCurrentIndex([*DIVIDERS].index(version.dividers))
        counts = sorted({*COUNTS, version.most_questions})
        with QSignalBlocker(self.questions):
            if counts != self._counts or not self.questions.count():
                self._counts = counts
                self.questions.clear()
                self.questions.addItems([_questions(count) for count in counts])
            self.questions.setCurrentIndex(counts.index(version.most_questions))

    def _take_dividers(self, row: int) -> None:
        self._write(_("Change the pages before the groups"), dividers=[*DIVIDERS][row])

    def _take_count(self, row: int) -> None:
        self._write(_("Change how many questions are asked"), most_questions=self._counts[row])


class PictureChoices(QWidget):
    """How scans and covered pages are carried; writes with `write`."""

    def __init__(self, looks: Looks, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self.pictures = Combo([_(words) for words in PICTURES.values()])
        hint = _("Makes scans smaller. Text stays sharp. Look at the pages afterwards.")
        self.layer = Check(_("Words on covered pages can be searched"))
        column = space(QVBoxLayout(self), looks, gap=8)
        column.addWidget(FieldRow(_("Scans and photos"), self.pictures, looks, hint))
        column.addWidget(self.layer)
        column.addWidget(
            label(_("Never those under a box. Off is safest: the page is a picture."), "small")
        )
        self.pictures.currentIndexChanged.connect(self._take_pictures)
        self.layer.toggled.connect(self._take_layer)

    def show_version(self, version: Version) -> None:
        """Show what is chosen."""
        with QSignalBlocker(self.pictures):
            self.pictures.setCurrentIndex(list(PICTURES).index(version.pictures))
        with QSignalBlocker(self.layer):
            self.layer.setChecked(version.text_layer is TextLayer.ALLOWED)

    def _take_pictures(self, row: int) -> None:
        self._write(_("Change how scans are carried"), pictures=list(PICTURES)[row])

    def _take_layer(self, on: bool) -> None:
        layer = TextLayer.ALLOWED if on else TextLayer.NONE
        self._write(_("Change the words on covered pages"), text_layer=layer)


def _questions(count: int) -> str:
    if not count:
        return _("All of them")
    return _("Only the first") if count == 1 else _("The first {n}").format(n=count)
