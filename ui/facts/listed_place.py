"""A place with one list of lines; what belongs to the chosen one stands beside it."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.facts.line import Line
from ui.facts.line_view import LineView
from ui.pages.place import Go, Place, Tell
from ui.records.empty_page import EmptyPage
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.heading import Heading
from ui.widgets.labels import frame
from ui.widgets.list_and_detail import ListAndDetail
from ui.widgets.one_at_a_time import OneAtATime
from ui.widgets.spacing import space


@dataclass(frozen=True, slots=True)
class Nothing:
    """What a place says while its list is empty; `action` and `picture` are those of a button."""

    head: str
    words: str
    action: str
    picture: str


class ListedPlace(Place):
    """A place needs to say what `show_line` shows beside the list, and where `go_on` goes on."""

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        go: Go,
        tell: Tell,
        nothing: Nothing,
        *tools: QWidget,
    ) -> None:
        """Place what every such place has; `tools` stand beside its title."""
        super().__init__(session, looks, go, tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QWidget(self)
        row = space(QHBoxLayout(head), looks, (24, 16, 24, 12))
        row.addWidget(Heading(self.title(), parent=head), 1)
        for tool in tools:
            row.addWidget(tool)
        column.addWidget(head)
        column.addWidget(frame("rule", self))
        self._stack = OneAtATime(parent=self)
        column.addWidget(self._stack, 1)
        self.list = LineView(self.title(), looks)
        listed = frame("pane")
        space(QVBoxLayout(listed), looks, (6, 6, 2, 6)).addWidget(self.list)
        listed.setFocusProxy(self.list)
        self.panes_ = ListAndDetail(listed, self.title(), looks, self._stack)
        self.first = PictureButton(nothing.action, looks, nothing.picture, "main")
        self._stack.addWidget(self.panes_)
        self._stack.addWidget(EmptyPage(looks, self.icon, nothing.head, nothing.words, self.first))
        self.list.chosen.connect(self.show_line)
        self.list.opened.connect(self._open)
        self.list.gone_into.connect(self._go_into)

    def show_line(self, line: Line) -> None:
        """Show what belongs to a line beside the list."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Give the keyboard to what stands beside the list, where something does."""
        raise NotImplementedError

    def show_nothing(self, *, empty: bool) -> None:
        """Show what to do while nothing is listed, or the list."""
        self._stack.setCurrentIndex(1 if empty else 0)

    @property
    def shows_nothing(self) -> bool:
        """Whether what to do stands in place of the list."""
        return self._stack.currentIndex() == 1

    def first_focus(self) -> QWidget:
        """Give the list, or what to do while nothing is in it."""
        return self.list if self.list.lines.rowCount() else self.first

    def panes(self) -> list[QWidget]:
        """Give the list and what stands beside it, as far as they are in sight."""
        return [one for one in (self.list, self.panes_.pane) if one.isVisible()] or [self]

    @Slot(object)
    def _open(self, line: Line) -> None:
        self.show_line(line)
        self.panes_.bring(beside=True)

    @Slot(object)
    def _go_into(self, line: Line) -> None:
        self._open(line)
        self.go_on()
