"""How one version will be sent, which says how large its file may be."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.errors import NotUnderstood
from app.model.version import Version, Volumes
from app.phrases import _, later
from ui.records.text_field import TextField, Write
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.check import Check
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow
from ui.widgets.spacing import space

LEAST, MOST = 0.5, 10_000.0  # megabytes that somebody may type


@dataclass(frozen=True, slots=True)
class Way:
    """A way to send a file: its words, and the size that it takes, in megabytes; 0.0 is any."""

    words: str
    megabytes: float = 0.0
    by_email: bool = False


WAYS = (
    Way(later("No limit")),
    Way(later("E-mail, 10 MB"), 10, by_email=True),
    Way(later("E-mail, 20 MB"), 20, by_email=True),
    Way(later("E-mail, 25 MB"), 25, by_email=True),
    Way(later("An upload page, 20 MB"), 20),
)
FILES = {
    Volumes.ONE: later("One file"),
    Volumes.BY_SIZE: later("As many as the limit needs"),
    Volumes.CORE_AND_FULL: later("What I cite first, the rest in another"),
}
OWN = len(WAYS)
"""The row of the list that is for a limit of one's own."""


class Sending(QWidget):
    """Writes with `write` as soon as somebody chooses."""

    def __init__(
        self, session: CaseSession, looks: Looks, write: Write, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._write = write
        self._version = Version()
        self._asks = False
        self.way = Combo([*(_(one.words) for one in WAYS), _("Another limit")])
        self.own = TextField(
            _("How many MB may the file have?"),
            QLineEdit(),
            session,
            looks,
            self._take_own,
            same=lambda words: _number(words),
        )
        self.mail = Check(_("It goes by e-mail"))
        self.files = Combo([_(words) for words in FILES.values()])
        column = space(QVBoxLayout(self), looks, gap=6)
        column.addWidget(FieldRow(_("How will you send it?"), self.way, looks))
        column.addWidget(self.own)
        column.addWidget(self.mail)
        column.addWidget(FieldRow(_("In how many files?"), self.files, looks))
        self.way.currentIndexChanged.connect(self._take_way)
        self.mail.toggled.connect(self._take_mail)
        self.files.currentIndexChanged.connect(self._take_files)

    def show_version(self, version: Version) -> None:
        """Show what is chosen."""
        if version.id != self._version.id:
            self._asks = False
        self._version = version
        row = _row_of(version)
        asks = row == OWN or self._asks
        with QSignalBlocker(self.way):
            self.way.setCurrentIndex(OWN if asks else row)
        with QSignalBlocker(self.mail):
            self.mail.setChecked(version.by_email)
        with QSignalBlocker(self.files):
            self.files.setCurrentIndex([*FILES].index(version.volumes))
        self.own.setVisible(asks)
        self.mail.setVisible(asks)
        self.own.show_words(f"{version.most_megabytes:g}" if version.most_megabytes else "")

    def flush(self) -> bool:
        """Save what waits; False when it cannot be."""
        return self.own.flush()

    @Slot(int)
    def _take_way(self, row: int) -> None:
        self._asks = row == OWN
        if row < OWN:
            way = WAYS[row]
            self._save(way.megabytes, way.by_email)
        self.show_version(self._version)
        if self._asks:
            self.own.edit.setFocus()

    @Slot(bool)
    def _take_mail(self, by_email: bool) -> None:
        self._save(self._version.most_megabytes, by_email)

    @Slot(int)
    def _take_files(self, row: int) -> None:
        self._write(_("Change in how many files it goes"), "", volumes=[*FILES][row])

    def _take_own(self, words: str, together: str) -> None:
        number = _number(words)
        if number is None:
            raise NotUnderstood(_("Write a number, such as 12 or 7.5."))
        if number and not LEAST <= number <= MOST:
            raise NotUnderstood(
                _("Write a number from {least} to {most}.").format(least=LEAST, most=round(MOST))
            )
        self._save(number, self._version.by_email, together)

    def _save(self, megabytes: float, by_email: bool, together: str = "") -> None:
        step = _("Change how it will be sent")
        self._write(step, together, most_megabytes=float(megabytes), by_email=by_email)


def _row_of(version: Version) -> int:
    for row, way in enumerate(WAYS):
        if way.megabytes == version.most_megabytes and (
            way.by_email == version.by_email or not way.megabytes
        ):
            return row
    return OWN


def _number(words: str) -> float | None:
    """Read megabytes as people type them; nothing is 0.0, what is no number None."""
    typed = words.strip().upper().removesuffix("MB").strip().replace(",", ".")
    if not typed:
        return 0.0
    whole, _point, rest = typed.partition(".")
    return float(typed) if (whole + rest).isdecimal() and whole and typed.count(".") < 2 else None
