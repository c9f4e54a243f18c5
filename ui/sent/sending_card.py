"""One line of the sharing log as it is read."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.build import Sending
from app.phrases import _
from ui.records.flow import Flow
from ui.sent.noted_part import NoteCard
from ui.sent.words import is_received, sending_lines
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.labels import label
from ui.widgets.spacing import space


class SendingCard(NoteCard):
    """Says to whom it went, how and when, and what came back."""

    def __init__(self, sending: Sending, looks: Looks) -> None:
        super().__init__(sending, looks)
        self.confirm = PictureButton(_("Note that it came"), looks, "check")
        inside, column = card(looks, (14, 10, 14, 12), 4)
        to = _("To {name}").format(name=sending.recipient)
        column.addWidget(label(to, "strong"))
        for line in sending_lines(sending, today=date.today()):
            column.addWidget(label(line))
        buttons = QWidget()
        row = Flow(buttons, looks)
        for one in (self.confirm, self.change, self.remove):
            one.setAccessibleDescription(to)
            row.addWidget(one)
        self.confirm.setVisible(not is_received(sending))
        column.addWidget(buttons)
        space(QVBoxLayout(self), looks).addWidget(inside)
        self.confirm.clicked.connect(lambda _on=False: self.change_wanted.emit("received_on"))
        self.change.clicked.connect(lambda _on=False: self.change_wanted.emit("recipient"))
