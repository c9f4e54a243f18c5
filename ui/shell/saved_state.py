"""Says whether all that was typed is in the case file."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.phrases import _
from ui.theme.colours import colours
from ui.theme.icons import pixmap
from ui.theme.looks import Looks
from ui.unsaved import SaveState, Unsaved
from ui.widgets.labels import label
from ui.widgets.spacing import space

_PICTURES = {
    SaveState.SAVED: ("circle-check", "ok"),
    SaveState.SAVING: ("circle-dashed", "text2"),
    SaveState.STUCK: ("circle-alert", "stop"),
}


class SavedState(QWidget):
    """A small picture and words: Saved, Saving, or Not saved yet."""

    def __init__(self, unsaved: Unsaved, looks: Looks, *, brief: bool = False) -> None:
        """Follow `unsaved`; `brief` says less where there is little room."""
        super().__init__()
        self._unsaved = unsaved
        self._looks = looks
        self._brief = brief
        self._picture = QLabel()
        self.words = label("", "small", wrap=not brief)
        row = space(QHBoxLayout(self), looks, gap=6)
        row.addWidget(self._picture)
        row.addWidget(self.words, 1)
        unsaved.changed.connect(self._show)
        unsaved.stuck.connect(self._announce)
        looks.changed.connect(self._show)
        self._show()

    def _words(self) -> str:
        match self._unsaved.state:
            case SaveState.SAVED:
                return _("Saved")
            case SaveState.SAVING:
                return _("Saving")
        if self._brief:
            return _("Not saved yet")
        return _("Not saved yet. We will keep trying.")

    @Slot()
    def _show(self) -> None:
        picture, tone = _PICTURES[self._unsaved.state]
        side = round(16 * self._looks.scale)
        self._picture.setPixmap(
            pixmap(picture, side, getattr(colours(), tone), self.devicePixelRatioF())
        )
        self._picture.setFixedSize(QSize(side, side))
        self.words.setText(self._words())

    @Slot(str)
    def _announce(self, sentence: str) -> None:
        event = QAccessibleAnnouncementEvent(self, sentence)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
