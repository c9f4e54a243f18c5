"""A place with one list of facts on its page; the chosen one is changed beside it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.facts.desk import FactDesk
from ui.facts.kind import FactKind
from ui.facts.line import Line
from ui.facts.line_view import LineView
from ui.facts.section import Page
from ui.pages.place import Go, Place, RowOf, Tell
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton

_LEAST = 260  # pixels of the list at the usual size of text


class FactListPlace(Place):
    """What a place needs to say is what stands on its `page` beside the `view` of the list."""

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        go: Go,
        tell: Tell,
        kind: FactKind,
        words: tuple[str, str],
        *,
        whole: bool = False,
    ) -> None:
        """Take the words of the list, for a screen reader, and of the button that adds to it.

        A `whole` list is as high as its lines, and the page around it scrolls.
        """
        super().__init__(session, looks, go, tell)
        self.kind = kind
        self.view = LineView(words[0], looks, whole=whole)
        self.add = PictureButton(words[1], looks, "plus", "main")
        self.page = Page(looks)
        self.desk = FactDesk(self.page, self.title(), session, looks, go, tell, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.all_of_it())
        self.add.clicked.connect(lambda _on=False: self.start())
        self.view.chosen.connect(self.show_line)
        self.view.opened.connect(self.open_line)
        self.view.gone_into.connect(self.go_into)
        self.view.unwanted.connect(self._remove)
        self.desk.added.connect(self.come_to)
        if not whole:
            looks.changed.connect(self._size)
            self._size()

    def all_of_it(self) -> QWidget:
        """Give what fills the place: the desk, or something that holds it."""
        return self.desk

    def leave(self) -> None:
        """Save what was typed."""
        self.desk.flush()

    def first_focus(self) -> QWidget:
        """Give the list, or the button that adds while it is empty."""
        return self.view if self.view.lines.rowCount() else self.add

    def start(self) -> None:
        """Begin a new fact."""
        self.desk.start(self.kind)

    def show_line(self, line: Line) -> None:
        """Show what belongs to a line beside the list."""
        fact = self.kind.find(self.session.case, line.id)
        if fact is not None:
            self.desk.show_fact(self.kind, fact)

    def open_line(self, line: Line) -> None:
        """Show what belongs to a line, also where there is room for one of the two."""
        self.show_line(line)
        self.desk.bring(beside=True)

    def go_into(self, line: Line) -> None:
        """Go on in the form of a line."""
        self.open_line(line)
        self.desk.focus()

    def come_to(self, kind: str, number: int) -> None:
        """Show a fact that is new in the case."""
        self.show_case()
        self.view.choose(kind, number)

    def show_row(self, row: RowOf) -> QWidget:
        """Come to the line of a fact and show it; give the list."""
        self.come_to(*row)
        line = self.view.line
        if line is None or (line.kind, line.id) != row:
            return self.first_focus()
        self.show_line(line)
        return self.view

    @Slot(object)
    def _remove(self, line: Line) -> None:
        fact = self.kind.find(self.session.case, line.id) if line.kind == self.kind.code else None
        if fact is not None:
            self.desk.remove(self.kind, fact)

    @Slot()
    def _size(self) -> None:
        """Keep the list high enough to read; the whole page scrolls where there is less room."""
        self.view.setMinimumHeight(round(_LEAST * self.looks.scale))
