"""The form for one line of the sharing log."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.build import Sending
from app.phrases import _
from ui.facts.kind import Pick, When, Words
from ui.folds.form import FoldedForm
from ui.folds.group import Group
from ui.sent.words import route_words
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class SendingForm(QWidget):
    """Saves as it is filled in; a new line is kept once it is said how the dossier went."""

    closed = Signal()

    def __init__(self, session: CaseSession, looks: Looks, sending: Sending) -> None:
        super().__init__()
        self._session = session
        new = not sending.id
        asked = replace(sending, route=None) if new else sending  # type: ignore[arg-type]
        self.form = FoldedForm(session, looks, _groups(new=new), asked, self._write)
        self.wait = label(_("It is noted once you choose how it went."), "small")
        self.close_button = PictureButton(_("Close the form"), looks, "check")
        inside, column = card(looks, gap=12)
        column.addWidget(Heading(_("It was sent"), 2))
        column.addWidget(self.wait)
        column.addWidget(self.form)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        space(QVBoxLayout(self), looks).addWidget(inside)
        self.wait.setVisible(new)
        self.close_button.clicked.connect(lambda _on=False: self.closed.emit())

    @property
    def id(self) -> int:
        """The id of the line; 0 while it is not noted."""
        number: int = self.form.value.id
        return number

    def _write(self, value: Sending, step: str, together: str) -> Sending | None:
        if value.route is None or not value.recipient:
            return None
        case, new = self._session.case, not value.id
        with case.change(_("Note that it was sent") if new else step, together=together):
            if new:
                value = replace(value, id=case.sharing.add(value))
                self.form.value = value  # who is told of the change asks for it
            else:
                case.sharing.save(value)
        self.wait.hide()
        return value


def _groups(*, new: bool) -> tuple[Group, ...]:
    ways: list[tuple[object, str]] = [(way, words) for way, words in route_words().items()]
    if new:
        ways.insert(0, (None, _("Choose how it went")))
    step = _("Change what was sent")
    return (
        Group(
            "",
            step,
            (
                Words("recipient", _("To whom?"), must=_("Type to whom it went.")),
                When("sent_on", _("When?")),
                Pick("route", _("How?"), tuple(ways)),
                Words("tracking", _("Tracking number, if there is one")),
                Words(
                    "password_told",
                    _("How did you tell the password?"),
                    _("For example: by phone. Never type the password itself here."),
                ),
            ),
            open=True,
        ),
        Group(
            _("It came"),
            _("Note that it came"),
            (
                When("received_on", _("Came on")),
                Words("received_by", _("Who told you, or took it?")),
            ),
        ),
        Group(
            _("Answer and note"),
            step,
            (
                When("reply_due", _("When is the answer due?")),
                Words("note", _("Your note"), lines=2),
            ),
        ),
    )
