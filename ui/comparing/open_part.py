"""What is open between the doctors: questions to both, offered with words to change."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.content.load import load_content
from app.model.journey.comparison import OpenPoint
from app.model.journey.grid import (
    agreed_rows,
    cell_in,
    cells_of,
    compared,
    open_point_of,
    open_rows,
)
from app.model.journey.offered import open_question
from app.model.journey.row_words import asking_title
from app.model.story import CaseSnapshot
from app.phrases import _
from ui.session import CaseSession
from ui.story.suggestions import SuggestionRow
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.check import Check
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow, text_box
from ui.widgets.filling import typed
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class OpenPart(QWidget):
    """Points on which they agree, points that are open, and what may be asked then."""

    asked = Signal(str)  # a question in its words

    def __init__(self, session: CaseSession, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._looks = looks
        content = load_content()
        self.differ = label(content.piece("opinions_differ").text)
        self.agree = label(content.piece("opinions_agree").text)
        self.agreed = label("", "quiet")
        self.none = label(
            _("No point is marked as open. Mark in the table where they agree or differ."), "quiet"
        )
        self.points: dict[str, OpenPointCard] = {}
        self._points = space(QVBoxLayout(), looks, gap=12)
        self.outcomes = OutcomeQuestions(looks, self)
        self.outcomes.asked.connect(self.asked)
        column = space(QVBoxLayout(self), looks, gap=12)
        for one in (self.agree, self.agreed, self.differ, self.none):
            column.addWidget(one)
        column.addLayout(self._points)
        column.addWidget(self.outcomes)

    @property
    def first(self) -> QWidget:
        """The control that somebody comes to first."""
        card_ = next(iter(self.points.values()), None)
        return card_.first if card_ else self.outcomes.choice

    def show_case(self, told: CaseSnapshot, titles: Mapping[str, str]) -> None:
        """Show what is open and what is not; `titles` are those of all rows, in their order."""
        journey = told.journey
        agreed = agreed_rows(journey, titles)
        marked = open_rows(journey, titles)
        self.agree.setVisible(bool(agreed))
        self.agreed.setVisible(bool(agreed))
        self.agreed.setText("\n".join(titles[row] for row in agreed))
        kept = {one.row for one in journey.open_points}
        rows = [row for row in titles if row in marked or row in kept]
        self.differ.setVisible(bool(marked))
        self.none.setVisible(not rows)
        for row in [row for row in self.points if row not in rows]:
            gone = self.points.pop(row)
            self._points.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(rows):
            if row not in self.points:
                self.points[row] = OpenPointCard(self._session, self._looks, row, self)
            self._points.insertWidget(place, self.points[row])
            self.points[row].show_case(told, titles[row])
        self.outcomes.show_asked(one.text for one in told.questions)


class OpenPointCard(QWidget):
    """One open point: the question in the making, or the one that was made of it."""

    def __init__(self, session: CaseSession, looks: Looks, row: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self._session = session
        self._offered = ""
        self._kept: OpenPoint | None = None
        self.head = Heading("", 2)
        self.words = text_box(2, 8)
        self.field = FieldRow(_("A question to each of the doctors"), self.words, looks)
        self.add = PictureButton(_("Add to your questions"), looks, "plus")
        self.made = label("")
        self.settled = Check(_("This point is settled"), parent=self)
        frame, inside = card(looks)
        for one in (self.head, self.field, self.made, self.settled):
            inside.addWidget(one)
        inside.insertWidget(2, self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column = space(QVBoxLayout(self), looks)
        column.addWidget(frame)
        self.add.clicked.connect(self._ask)
        self.settled.clicked.connect(self._settle)

    @property
    def first(self) -> QWidget:
        """The control that somebody comes to first."""
        return self.settled if self.field.isHidden() else self.words

    def show_case(self, told: CaseSnapshot, title: str) -> None:
        """Show the point as the case has it; words that somebody changed stay."""
        journey = told.journey
        self._kept = open_point_of(journey.open_points, self.row)
        cells = cells_of(journey.grid_cells)
        said = [
            (one.doctor, cell_in(cells, one.id, self.row)) for one in compared(journey.opinions)
        ]
        asking = asking_title(self.row, journey.grid_rows, told.questions)
        offered = open_question(asking, said)
        if self.words.toPlainText() in ("", self._offered):
            self.words.setPlainText(offered)
        self._offered = offered
        asked = self._kept.question if self._kept else None
        numbers = {one.id: (place, one) for place, one in enumerate(told.questions, 1)}
        found = numbers.get(asked or 0)
        self.head.say(title)
        self.words.setAccessibleName(f"{title}: {_('A question to each of the doctors')}")
        self.add.setAccessibleName(_("Add to your questions: {title}").format(title=title))
        self.settled.setAccessibleName(f"{title}: {_('This point is settled')}")
        for one in (self.field, self.add):
            one.setVisible(found is None)
        self.made.setVisible(found is not None)
        if found is not None:
            words = _("It is among your questions. Q{n}: {question}")
            self.made.setText(words.format(n=found[0], question=found[1].text))
        self.settled.setChecked(bool(self._kept and self._kept.closed))

    def _ask(self) -> None:
        """Make a question of the point."""
        words, case = typed(self.words), self._session.case
        if words:
            with case.change(_("Make a question of an open point")):
                self._keep(question=case.questions.add(words))
            self.settled.setFocus()

    def _settle(self, on: bool) -> None:
        with self._session.case.change(_("Mark a point as settled")):
            self._keep(closed=on)

    def _keep(self, **changed: object) -> None:
        shelf = self._session.case.journey.open_points
        point = replace(self._kept or OpenPoint(0, self.row), **changed)  # type: ignore[arg-type]
        if point.id:
            shelf.save(point)
        else:
            shelf.add(point)


class OutcomeQuestions(QWidget):
    """How the opinions relate, as the person says, and what may be worth asking then."""

    asked = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks = looks
        self._outcomes = load_content().outcomes
        self._known: frozenset[str] = frozenset()
        self.rows: list[SuggestionRow] = []
        words = [_("Choose what fits"), *(one.label for one in self._outcomes)]
        self.choice = Combo(words)
        self._frame, self._column = card(looks, (0, 0, 0, 0), 0)
        self.review = label(load_content().piece("review").text, "small")
        column = space(QVBoxLayout(self), looks, gap=8)
        column.addWidget(Heading(_("Questions you could ask now"), 2))
        column.addWidget(FieldRow(_("How do the opinions go together?"), self.choice, looks))
        column.addWidget(self._frame)
        column.addWidget(self.review)
        self.choice.activated.connect(lambda _place: self._show())
        self._show()

    def show_asked(self, texts: Iterable[str]) -> None:
        """Do not offer what is asked already; `texts` are the words of the questions."""
        known = frozenset(text.casefold() for text in texts)
        if known != self._known:
            self._known = known
            self._show()

    def _show(self) -> None:
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = []
        place = self.choice.currentIndex()
        questions = self._outcomes[place - 1].questions if place > 0 else ()
        for one in questions:
            if one.text.casefold() not in self._known:
                row = SuggestionRow(one.text)
                row.clicked.connect(lambda _on=False, words=one.text: self.asked.emit(words))
                self.rows.append(row)
                self._column.addWidget(row)
        self._frame.setVisible(bool(self.rows))
