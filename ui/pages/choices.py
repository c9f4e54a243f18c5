"""Options & risks: what can be done, and what was said about each of it."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.dossier.prints.choices import print_choices
from app.model.journey.choice import Choice
from app.model.journey.options import (
    Option,
    do_nothing,
    has_do_nothing,
    missing_do_nothing,
    moved,
    next_aspect,
    options_of,
)
from app.phrases import _
from ui.choices.cell_form import dress_form
from ui.choices.kinds import cell_kind, choice_kind
from ui.choices.matters_card import MattersCard
from ui.choices.option_card import OptionCard
from ui.choices.time_left import TimeLeft
from ui.facts.desk import FactDesk
from ui.facts.kind import FactKind, records_of
from ui.facts.line import Line
from ui.facts.section import Page
from ui.pages.place import Go, Place, RowOf, Tell
from ui.save_print import save_as_pdf
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.columns import Columns
from ui.widgets.field import FieldRow
from ui.widgets.filling import typed
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.ranked_list import RankedList
from ui.widgets.ranked_model import Ranked
from ui.widgets.spacing import space


class ChoicesPlace(Place):
    """The options in the person's order, a card for each; one thing said is changed beside them."""

    code: ClassVar[str] = "choices"
    icon: ClassVar[str] = "split"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"choice", "choice_cell", "statement", "question", "record", "detail"}
    )

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.cards: dict[int, OptionCard] = {}
        self.time = TimeLeft(session, looks, lambda: go("diagnosis"))
        self.matters = MattersCard(session, looks, lambda: go("matters"))
        self.field = QLineEdit()
        self.add = PictureButton(_("Add this option"), looks, "plus")
        self.nothing = PictureButton(_("Add “Do nothing for now”"), looks, "plus")
        self.head = Heading(_("Your options, in your order"), 2)
        self.hint = label(
            _("The order is yours alone. Drag an option, or use Up and Down."), "small"
        )
        self.list = RankedList(session, looks, self.head.text(), self._reword)
        self.save = PictureButton(_("Save as PDF"), looks, "printer")
        self.page = Page(looks)
        self._fill_page()
        self.desk = FactDesk(self.page, self.title(), session, looks, go, tell)
        self.desk.added.connect(self._come_to)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        self.field.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.nothing.clicked.connect(self._add_nothing)
        self.list.moved.connect(self._move)
        self.list.removed.connect(self._remove_option)
        self.save.clicked.connect(self._save)

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Options & risks")

    def count(self) -> int | None:
        """Give the number of options."""
        return len(self.session.case.journey.choices.all()) or None

    def first_focus(self) -> QWidget:
        """Give the list, or the field where there is no option yet."""
        return self.list.view if self.list.model.lines else self.field

    def show_row(self, row: RowOf) -> QWidget:
        """Come to an option, or to one thing said of one, and show that."""
        table, number = row
        if table == "choice":
            self.list.choose(number)
            return self.first_focus()
        cell = self.session.case.journey.choice_cells.get(number)
        card = self.cards.get(cell.choice) if cell is not None else None
        if cell is None or card is None:
            return self.first_focus()
        card.view.choose(cell_kind(cell.choice).code, number)
        if card.view.line is not None:
            self._show(card.view.line)
        return card.view

    def panes(self) -> list[QWidget]:
        """Give the page and the form."""
        return [self.page, self.desk.pane]

    def leave(self) -> None:
        """Save what was typed."""
        self.session.unsaved.flush()
        self.desk.flush()

    def show_case(self) -> None:
        """Show the options with all that was said of them, the date, and what matters."""
        options = options_of(self.session.case.journey.all())
        self.time.show_case()
        self.matters.show_case()
        self.list.show_lines([Ranked(one.choice.id, one.choice.name) for one in options])
        for one in (self.head, self.hint, self.list, self.save):
            one.setVisible(bool(options))
        self.nothing.setVisible(not has_do_nothing(one.choice for one in options))
        self._show_cards(options)
        self.desk.refresh()

    def _show_cards(self, options: tuple[Option, ...]) -> None:
        numbers = [one.choice.id for one in options]
        for number in [one for one in self.cards if one not in numbers]:
            gone = self.cards.pop(number)
            self._below.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        records = records_of(self.session.case)
        for place, one in enumerate(options):
            card = self.cards.get(one.choice.id) or self._new_card(one.choice.id)
            if self._below.indexOf(card) != place:
                self._below.insertWidget(place, card)
            card.show_option(place + 1, one, records)

    def _new_card(self, number: int) -> OptionCard:
        card = OptionCard(number, self.looks)
        self.cards[number] = card
        card.cell_wanted.connect(self._start_cell)
        card.change_wanted.connect(self._change_option)
        card.view.chosen.connect(self._show)
        card.view.opened.connect(self._open)
        card.view.gone_into.connect(self._go_into)
        card.view.unwanted.connect(self._remove_cell)
        return card

    @Slot()
    def _add(self) -> None:
        words = " ".join(typed(self.field).split())
        if words:
            case = self.session.case
            with case.change(_("Add an option")):
                key = case.journey.choices.add(Choice(0, words))
                every = case.journey.choices.all()
                lack = missing_do_nothing(every)
                if lack is not None and len(every) == 1:  # later it is only offered
                    case.journey.choices.add(lack)
            self.field.clear()
            self.show_case()
            self.list.choose(key)
        self.field.setFocus()

    @Slot()
    def _add_nothing(self) -> None:
        with self.session.case.change(_("Add an option")):
            key = self.session.case.journey.choices.add(do_nothing())
        self.show_case()
        self.list.choose(key)
        self.list.view.setFocus()

    def _reword(self, key: int, words: str, together: str) -> None:
        choices = self.session.case.journey.choices
        old, words = choices.get(key), " ".join(words.split())
        if old is not None and words and words != old.name:
            with self.session.case.change(_("Change an option"), together=together):
                choices.save(replace(old, name=words))

    @Slot(int, int)
    def _move(self, key: int, place: int) -> None:
        choices = self.session.case.journey.choices
        with self.session.case.change(_("Move an option")):
            choices.put_in_order(moved([one.id for one in choices.all()], key, place))
        self.show_case()

    @Slot(int)
    def _remove_option(self, key: int) -> None:
        found = self.session.case.journey.choices.get(key)
        if found is not None:
            self.desk.flush()
            self.desk.remove(choice_kind(), found)
            self.show_case()
            self.first_focus().setFocus()

    @Slot(int)
    def _change_option(self, number: int) -> None:
        found = self.session.case.journey.choices.get(number)
        if found is not None:
            self._leave_lines()
            self.desk.show_fact(choice_kind(), found)
            self.desk.bring(beside=True)
            self.desk.focus()

    @Slot(int)
    def _start_cell(self, number: int) -> None:
        options = options_of(self.session.case.journey.all())
        option = next(one for one in options if one.choice.id == number)
        self._leave_lines()
        self.desk.start(cell_kind(number, next_aspect(option)))
        if self.desk.form is not None:
            dress_form(self.desk.form, self.session, self.looks)

    @Slot(object)
    def _show(self, line: Line) -> None:
        kind = _kind_of(line)
        fact = kind.find(self.session.case, line.id)
        if fact is None:
            return
        before = self.desk.form
        self.desk.show_fact(kind, fact)
        if self.desk.form is not None and self.desk.form is not before:
            dress_form(self.desk.form, self.session, self.looks)
        card = self.cards[fact.choice]
        self.page.bring(card.view)
        self._leave_lines(card)

    @Slot(object)
    def _open(self, line: Line) -> None:
        self._show(line)
        self.desk.bring(beside=True)
        self.page.bring(self.cards[int(line.kind.removeprefix("cell-"))].view)

    @Slot(object)
    def _go_into(self, line: Line) -> None:
        self._open(line)
        self.desk.focus()

    @Slot(object)
    def _remove_cell(self, line: Line) -> None:
        kind = _kind_of(line)
        fact = kind.find(self.session.case, line.id)
        if fact is not None:
            self.desk.remove(kind, fact)

    @Slot(str, int)
    def _come_to(self, kind: str, number: int) -> None:
        self.show_case()
        for card in self.cards.values():
            card.view.choose(kind, number)

    @Slot()
    def _save(self) -> None:
        self.leave()
        case, paper = self.session.case.snapshot(), self.session.draft.paper
        save_as_pdf(
            self,
            _("Options and risks"),
            lambda: print_choices(case, made=date.today(), paper=paper),
        )

    def _leave_lines(self, but: OptionCard | None = None) -> None:
        for card in self.cards.values():
            if card is not but:
                card.view.leave_line()

    def _fill_page(self) -> None:
        column = self.page.column
        column.addWidget(Heading(self.title()))
        words = _(
            "Each way to go that you heard of: what is good, what is bad, what nobody knows. "
            "Nothing is added by the app."
        )
        column.addWidget(label(words, "quiet"))
        column.addWidget(Columns(self.looks, (self.time, self.matters), gap=16, least=320))
        adding = QWidget()
        row = space(QHBoxLayout(adding), self.looks)
        row.addWidget(FieldRow(_("An option that you heard of"), self.field, self.looks), 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(adding)
        column.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignLeft)
        for one in (self.head, self.hint, self.list):
            column.addWidget(one)
        self._below = space(QVBoxLayout(), self.looks, gap=16)
        column.addLayout(self._below)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)


def _kind_of(line: Line) -> FactKind:
    return cell_kind(int(line.kind.removeprefix("cell-")))
