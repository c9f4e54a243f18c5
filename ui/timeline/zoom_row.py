"""Says which stretch of time the strip shows, with the buttons that change it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.phrases import _
from ui.theme.looks import Looks
from ui.timeline.strip import Strip
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import label
from ui.widgets.spacing import space


class ZoomRow(QWidget):
    """Stands above a strip and follows it."""

    def __init__(self, strip: Strip, looks: Looks) -> None:
        super().__init__()
        self._strip = strip
        self.words = label("", "small")
        self.earlier = IconButton("chevron-left", _("Earlier"), looks, "Page Up")
        self.later = IconButton("chevron-right", _("Later"), looks, "Page Down")
        self.out = IconButton("zoom-out", _("Show more time"), looks, "−")
        self.into = IconButton("zoom-in", _("Show less time"), looks, "+")
        self.all = IconButton("page-width", _("Show all of it"), looks, "0")
        row = space(QHBoxLayout(self), looks, gap=2)
        row.addWidget(self.words, 1)
        for one, act in (
            (self.earlier, lambda: strip.move_in_time(-1)),
            (self.later, lambda: strip.move_in_time(1)),
            (self.out, lambda: strip.zoom_by(-1)),
            (self.into, lambda: strip.zoom_by(1)),
            (self.all, strip.show_all),
        ):
            one.clicked.connect(act)
            row.addWidget(one)
        strip.zoomed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        zoom = self._strip.zoom
        start, end = zoom.span
        self.words.setText(self._strip.span_words)
        self.out.setEnabled(not zoom.whole)
        self.all.setEnabled(not zoom.whole)
        self.into.setEnabled(not zoom.nearest)
        self.earlier.setEnabled(start > zoom.first)
        self.later.setEnabled(end < zoom.last)
