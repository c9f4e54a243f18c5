"""The rows of papers that are not added: the case has them, or they cannot be opened."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.case.casefile import CaseFile
from app.intake.names import name_of
from app.intake.proposal import Duplicate
from app.model.partial_date import day
from app.model.typed_date import say_date
from app.phrases import _
from ui.theme.icons import icon
from ui.theme.looks import Looks
from ui.widgets.labels import button, em, label
from ui.widgets.spacing import space


class Notice(QWidget):
    """A sentence with a picture before it, and what can be done behind it."""

    def __init__(self, sentence: str, picture: str, looks: Looks) -> None:
        super().__init__()
        self.words = label(sentence)
        sign = QLabel()
        side = round(1.2 * em(self))
        sign.setPixmap(icon(picture, side).pixmap(side, side))
        self._row = space(QHBoxLayout(self), looks, (16, 10, 12, 10), 12)
        self._row.addWidget(sign)
        self._row.addWidget(self.words, 1)

    def offer(self, words: str, act: Callable[[], object]) -> QPushButton:
        """Put a button behind the words."""
        made = button(words, "quiet")
        made.clicked.connect(lambda: act())
        made.setAccessibleDescription(self.words.text())
        self._row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        return made


def offer_back(
    notice: Notice, record: int, case: CaseFile, put_back: Callable[[int], object]
) -> None:
    """Offer to put a record back from the bin; once it is back, the notice says so."""

    def act() -> None:
        put_back(record)
        found = case.records.get(record)
        if found is not None and not case.records.is_in_bin(record):
            made.hide()
            notice.words.setText(_("“{title}” is back.").format(title=found.title))

    made = notice.offer(_("Put it back"), act)


def double_words(double: Duplicate, case: CaseFile) -> str:
    """Say why a paper need not go in: the case, the bin or the batch has the very same file."""
    name = name_of(double.path)
    if double.same_as is not None:
        text = _("“{name}” is the same file as “{other}”. It goes in once.")
        return text.format(name=name, other=name_of(double.same_as))
    record = case.records.get(double.record) if double.record is not None else None
    title = record.title if record else ""
    removed = case.records.removed_on(record.id) if record else None
    if removed is None:
        text = _("“{name}” is the same file as your record “{title}”.")
        return text.format(name=name, title=title)
    text = _("“{name}” is the same file as “{title}”. You removed this on {date}. Put it back?")
    return text.format(name=name, title=title, date=say_date(day(removed)))
