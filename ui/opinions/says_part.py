"""What an opinion says, by the four parts: each a list with a button that adds to it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.journey.opinion import OpinionPart
from app.phrases import _
from ui.facts.kind import FactKind, lines_of
from ui.facts.line import Line
from ui.facts.section import FactSection
from ui.opinions.opinion_kinds import part_text, point_kind
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.spacing import space


class SaysPart(QWidget):
    """The points of one opinion; `bring` gets the list that somebody came to."""

    wanted = Signal(object)  # FactKind of a new point
    chosen = Signal(object, object)  # FactKind and Line
    opened = Signal(object, object)
    gone_into = Signal(object, object)
    unwanted = Signal(object, object)

    def __init__(self, session: CaseSession, looks: Looks, opinion: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.opinion = opinion
        self._session = session
        self.sections: dict[str, FactSection] = {}
        column = space(QVBoxLayout(self), looks, gap=20)
        for part in OpinionPart:
            kind = point_kind(opinion, part)
            words = (kind.title, part_text(part), _("Add a point"))
            section = FactSection(kind, words, looks)
            section.add.setAccessibleName(
                _("Add a point: {part}").format(part=kind.title.rstrip("."))
            )
            self._connect(section)
            self.sections[kind.code] = section
            column.addWidget(section)
        self.show_case()

    def show_case(self) -> None:
        """Show the points as the case has them."""
        for section in self.sections.values():
            section.show_lines(lines_of(section.kind, self._session.case, {}))

    def leave_lines(self, but: FactKind | None = None) -> None:
        """Let no point be chosen, but those of one kind."""
        for section in self.sections.values():
            if but is None or section.kind.code != but.code:
                section.view.leave_line()

    def _connect(self, section: FactSection) -> None:
        kind, view = section.kind, section.view

        def told(signal: Callable[[FactKind, Line], object]) -> Callable[[Line], object]:
            return lambda line: signal(kind, line)

        section.wanted.connect(lambda: self.wanted.emit(kind))
        view.chosen.connect(told(self.chosen.emit))
        view.opened.connect(told(self.opened.emit))
        view.gone_into.connect(told(self.gone_into.emit))
        view.unwanted.connect(told(self.unwanted.emit))
