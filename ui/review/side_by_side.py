"""Two papers that read the same, beside each other, so that a person can choose."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.phrases import _
from ui.review.like import Side
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.breadth import is_narrow
from ui.widgets.buttons import back_button
from ui.widgets.heading import Heading
from ui.widgets.labels import button, frame, label
from ui.widgets.page_view import PageView
from ui.widgets.spacing import space


class SideBySide(QWidget):
    """Shows the same page of both; Left and Right turn both, Esc closes.

    `chosen` tells whether the new paper goes in as well, `closed` that nobody
    chose. Whoever made it lets it go then.
    """

    chosen = Signal(bool)
    closed = Signal()

    def __init__(self, old: Side, new: Side, session: CaseSession, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.back = back_button(_("Back to the list"), looks)
        self.add = button(_("Add the new one as well"))
        self.leave_out = button(_("Leave the new one out"))
        self.views = tuple(PageView(session, looks) for _side in (old, new))
        self._lay_out((old, new), looks)
        for side, view in zip((old, new), self.views, strict=True):
            view.show_own(side.pages(session, self))
        first, second = self.views
        first.page_changed.connect(second.go_to)
        second.page_changed.connect(first.go_to)
        self.back.clicked.connect(self.closed)
        self.add.clicked.connect(lambda: self.chosen.emit(True))
        self.leave_out.clicked.connect(lambda: self.chosen.emit(False))
        for keys, act in (
            ("Left", lambda: self.turn(-1)),
            ("Right", lambda: self.turn(1)),
            ("Escape", self.closed.emit),
        ):
            made = QShortcut(QKeySequence(keys), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(act)

    def turn(self, step: int) -> None:
        """Turn both to the next page, or the one before; the shorter one stays at its last."""
        page = max(view.page for view in self.views) + step
        for view in self.views:
            view.go_to(page)

    def take_focus(self) -> None:
        """Give the keyboard to the pages."""
        self.views[0].desk.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Leave the room to the pages where there is little."""
        super().resizeEvent(event)
        self._hint.setVisible(not is_narrow(self, self._looks))

    def let_go(self) -> None:
        """Drop what is still being drawn."""
        for view in self.views:
            view.show_nothing()

    def _lay_out(self, sides: tuple[Side, Side], looks: Looks) -> None:
        outer = space(QVBoxLayout(self), looks, gap=0)
        column = space(QVBoxLayout(), looks, (24, 12, 24, 8), 6)
        outer.addLayout(column, 1)
        head = space(QHBoxLayout(), looks, gap=12)
        head.addWidget(Heading(_("These two read the same")), 1)
        head.addWidget(self.back)
        column.addLayout(head)
        words = _("Look at both. A stamp, a signature or a note by hand may be on only one.")
        self._hint = label(words, "quiet")
        column.addWidget(self._hint)
        both = space(QHBoxLayout(), looks, gap=16)
        for side, view in zip(sides, self.views, strict=True):
            both.addLayout(_column(side, view, looks), 1)
        column.addLayout(both, 1)
        foot = frame("foot")
        row = space(QHBoxLayout(foot), looks, (24, 12, 24, 12))
        row.addWidget(self.leave_out)
        row.addWidget(self.add)
        keys = label(_("Left and Right turn the pages of both."), "small")
        keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(keys, 1)
        outer.addWidget(foot)


def _column(side: Side, view: PageView, looks: Looks) -> QVBoxLayout:
    column = space(QVBoxLayout(), looks, gap=2)
    column.addWidget(label(side.head, "small"))
    column.addWidget(Heading(side.title, 2))
    for words in side.facts:
        column.addWidget(label(words, "small"))
    canvas = frame("canvas")
    inside = QVBoxLayout(canvas)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(view)
    column.addWidget(canvas, 1)
    return column
