"""Day, month and year as three fields; what is not known stays empty."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import NotUnderstood
from app.model.partial_date import NOT_KNOWN, PartialDate, Point
from app.model.typed_date import YEARS
from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.check import Check
from ui.widgets.combo import Combo
from ui.widgets.labels import em, label
from ui.widgets.spacing import space


class DateParts(QWidget):
    """Gives a date of one year, month or day, and nothing that was not filled in."""

    edited = Signal()  # something was typed or chosen
    left = Signal()  # a field was left, or chosen in for good

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.day = _number(1, 31)
        self.month = Combo([_("Not sure"), *month_names()])
        self.year = _number(0, 9999)
        self.guess = Check(_("This is my best guess"))
        fields = space(QHBoxLayout(), looks, gap=8)
        for words, field in (
            (_("Day"), self.day),
            (_("Month"), self.month),
            (_("Year"), self.year),
        ):
            head = label(words, "small", wrap=False)
            head.setBuddy(field)
            field.setAccessibleName(words)
            one_field = space(QVBoxLayout(), looks, gap=2)
            one_field.addWidget(head)
            one_field.addWidget(field)
            fields.addLayout(one_field)
        fields.addStretch(1)
        column = space(QVBoxLayout(self), looks, gap=4)
        column.addLayout(fields)
        column.addWidget(self.guess)
        for one in (self.day, self.year):
            one.textEdited.connect(self.edited)
            one.editingFinished.connect(self.left)
        self.month.activated.connect(self._chosen)
        self.guess.clicked.connect(self._chosen)
        looks.changed.connect(self._size)
        self._size()

    def value(self) -> PartialDate:
        """Give the date that stands there. Raises NotUnderstood, with what to do."""
        day, year = self.day.text().strip(), self.year.text().strip()
        month = self.month.currentIndex() or None
        if not year:
            if day or month or self.guess.isChecked():
                raise NotUnderstood(_("Type the year as well. A year alone is enough."))
            return NOT_KNOWN
        if int(year) not in YEARS:
            raise NotUnderstood(_("Type the year with four digits, such as 2026."))
        if day and not month:
            raise NotUnderstood(_("Choose the month, or leave the day empty."))
        try:
            point = Point(int(year), month, int(day) if day else None)
        except ValueError as error:  # no calendar has this day
            raise NotUnderstood(
                _("There is no {day} {month} {year}. Look at the day again.").format(
                    day=day, month=self.month.currentText(), year=year
                )
            ) from error
        return PartialDate(point, about=self.guess.isChecked())

    def show_date(self, value: PartialDate) -> None:
        """Fill the fields; of a range they can hold only the first date."""
        point = value.start
        self.day.setText(str(point.day) if point and point.day else "")
        self.month.setCurrentIndex(point.month or 0 if point else 0)
        self.year.setText(str(point.year) if point else "")
        self.guess.setChecked(value.about)

    @property
    def year_done(self) -> bool:
        """Whether a year stands there that need not be typed on."""
        return len(self.year.text().strip()) in (0, 4)

    @Slot()
    def _chosen(self, *_what: object) -> None:
        self.edited.emit()
        self.left.emit()

    @Slot()
    def _size(self) -> None:
        self.day.setFixedWidth(3 * em(self))
        self.year.setFixedWidth(4 * em(self))
        self.month.setMinimumWidth(7 * em(self))


def month_names() -> tuple[str, ...]:
    """Give the names of the months, January first."""
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
        _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip


def _number(least: int, most: int) -> QLineEdit:
    field = QLineEdit()
    field.setValidator(QIntValidator(least, most, field))
    field.setMaxLength(len(str(most)))
    return field
