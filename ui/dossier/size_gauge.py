"""How large the dossier is, and how much of the limit it fills."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.dossier.weight import MAIL_GROWS, MEGABYTE, NEARLY, most_bytes
from app.model.version import Version, Volumes
from app.phrases import _, many
from ui.theme.looks import Looks
from ui.widgets.labels import label
from ui.widgets.spacing import space

MAIL = 20  # megabytes that most mailboxes take


class SizeGauge(QWidget):
    """Words and a bar; both say the same, and neither says it by colour alone."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages, self._size = 0, 0
        self._version = Version()
        self.words = label(_("Counting pages…"), "strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(_("How much of the limit it fills"))
        self.fits = label("", "small")
        self.asked = label("", "small")
        column = space(QVBoxLayout(self), looks, gap=6)
        for one in (self.words, self.asked, self.bar, self.fits):
            column.addWidget(one)

    @property
    def over(self) -> int:
        """How many bytes there are too many, 0 for none or where several files may be made."""
        if self._version.volumes is not Volumes.ONE:
            return 0
        most = most_bytes(self._version)
        return max(0, self._size - most) if most is not None and self._pages else 0

    def show_size(self, pages: int, size: int) -> None:
        """Show how long and how large the dossier will be; `size` in bytes, 0 while not known."""
        self._pages, self._size = pages, size
        self._say()

    def show_version(self, version: Version) -> None:
        """Show what the way of sending takes."""
        self._version = version
        self._say()

    def _say(self) -> None:
        most = most_bytes(self._version)
        part = self._size / most if most else 0.0
        self.bar.setVisible(most is not None and bool(self._pages))
        self.bar.setValue(round(1000 * min(part, 1.0)))
        kind = "look" if part >= NEARLY else ""
        if self.bar.property("kind") != kind:
            self.bar.setProperty("kind", kind)
            self.bar.style().unpolish(self.bar)
            self.bar.style().polish(self.bar)
        self.words.setText(self._how_large())
        self.fits.setText(self._how_it_fits(most))
        self.fits.setVisible(bool(self.fits.text()))
        self.asked.setText(self._how_many_asked())
        self.asked.setVisible(bool(self.asked.text()))

    def _how_large(self) -> str:
        if not self._pages:
            return _("Nothing goes in yet.")
        if not self._size:
            return (_("1 page") if self._pages == 1 else _("{n} pages")).format(n=self._pages)
        form = _("1 page, about {size}") if self._pages == 1 else _("{n} pages, about {size}")
        return form.format(n=self._pages, size=size_words(self._size))

    def _how_many_asked(self) -> str:
        """Say how many pages the reader asks for, and if there are more; "" where any go."""
        most = self._version.most_pages
        if not most or not self._pages:
            return ""
        asked = many(
            "This reader asks for at most 1 page", "This reader asks for at most {n} pages", most
        ).format(n=most)
        if self._pages <= most:
            return f"{asked}."
        return _("{asked}; this one has {pages}.").format(asked=asked, pages=self._pages)

    def _how_it_fits(self, most: int | None) -> str:
        if not self._pages or not self._size:
            return ""
        if most is None:
            mail = _("It fits into an e-mail of {n} MB.")
            return mail.format(n=MAIL) if self._size * MAIL_GROWS <= MAIL * MEGABYTE else ""
        left = most - self._size
        if left < 0 and self._version.volumes is not Volumes.ONE:
            words = _("It becomes several files of up to {most} each.")
        elif left < 0:
            words = _("Too large by {size}: {most} may go.")
        elif self._size >= NEARLY * most:
            words = _("Nearly full: {size} are left of {most}.")
        else:
            words = _("It fits: {size} are left of {most}.")
        if self._version.by_email:
            words += " " + _("An e-mail makes files larger on the way.")
        return words.format(size=size_words(abs(left)), most=size_words(most))


def size_words(size: int) -> str:
    """Say a number of bytes the way file lists do: “620 KB”, “4.1 MB”."""
    if size < MEGABYTE:
        return _("{n} KB").format(n=max(1, round(size / 1000)))
    return _("{n} MB").format(n=f"{size / MEGABYTE:.1f}")
