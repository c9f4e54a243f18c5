"""One option: its name, who raised it, and all that was said of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.model.journey.options import Option, raised_words
from app.phrases import _
from ui.choices.kinds import Records, cell_line
from ui.facts.line_view import LineView
from ui.records.flow import Flow
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class OptionCard(QFrame):
    """A card in the person's order; nothing on it says how good an option is."""

    cell_wanted = Signal(int)  # the option's id
    change_wanted = Signal(int)

    def __init__(self, number: int, looks: Looks) -> None:
        super().__init__()
        self.number = number
        self.setProperty("kind", "card")
        self.head = Heading("", 2)
        self.raised = label("", "small")
        self.view = LineView("", looks, whole=True)
        self.nothing = label(_("Nothing is written down about it yet."), "quiet")
        self.add = PictureButton(_("Add what was said"), looks, "plus")
        self.change = PictureButton(_("Name and who raised it"), looks, "square-pen", "quiet")
        buttons = QWidget()
        row = Flow(buttons, looks)
        row.addWidget(self.add)
        row.addWidget(self.change)
        column = space(QVBoxLayout(self), looks, (16, 14, 16, 14), 6)
        for one in (self.head, self.raised, self.nothing, self.view, buttons):
            column.addWidget(one)
        self.add.clicked.connect(lambda: self.cell_wanted.emit(self.number))
        self.change.clicked.connect(lambda: self.change_wanted.emit(self.number))

    def show_option(self, place: int, option: Option, records: Records) -> None:
        """Show what the case says of it; `place` counts from 1."""
        name = option.choice.name
        self.head.say(_("{n}. {text}").format(n=place, text=name))
        self.raised.setText(raised_words(option.choice))
        self.raised.setVisible(bool(self.raised.text()))
        self.view.setAccessibleName(_("What was said about “{option}”").format(option=name))
        self.add.setAccessibleDescription(name)
        self.change.setAccessibleDescription(name)
        self.view.show_lines([cell_line(cell, records) for cell in option.cells])
        self.view.setVisible(bool(option.cells))
        self.nothing.setVisible(not option.cells)
