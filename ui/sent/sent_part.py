"""What is noted about the sending of one build, and the form that notes it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import CasepackError
from app.model.build import Build, Route, Sending
from app.model.partial_date import day
from app.phrases import _
from ui.pages.place import Tell
from ui.sent.sending_card import SendingCard
from ui.sent.sending_form import SendingForm
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.spacing import space


class SentPart(QWidget):
    """One card for each line of the log; the one that is changed has its form in that place."""

    def __init__(self, session: CaseSession, looks: Looks, build: Build, tell: Tell) -> None:
        super().__init__()
        self._session = session
        self._looks = looks
        self._build = build
        self._tell = tell
        self._sent: tuple[Sending, ...] = ()
        self.cards: dict[int, SendingCard] = {}
        self.form: SendingForm | None = None
        self.note = PictureButton(_("Note that it was sent"), looks, "send", "main")
        self._lines = space(QVBoxLayout(), looks, gap=8)
        column = space(QVBoxLayout(self), looks)
        column.addLayout(self._lines)
        column.addWidget(self.note, 0, Qt.AlignmentFlag.AlignLeft)
        self.note.clicked.connect(self.start)

    def show_sent(self, sent: Sequence[Sending]) -> None:
        """Show the lines of the log about this build; what somebody is typing stays."""
        self._sent = tuple(sent)
        if self.form is not None and self.form.id:
            known = next((one for one in sent if one.id == self.form.id), None)
            if known is None:
                self._put_away()
            else:
                self.form.form.refresh(known)
        self._arrange()

    def flush(self) -> None:
        """Save what was typed."""
        if self.form is not None:
            self.form.form.flush()

    def focus(self) -> None:
        """Let somebody go on here."""
        if self.form is not None:
            self.form.form.control("recipient").setFocus()
        else:
            self.note.setFocus()

    def first(self) -> QWidget:
        """Give what to fill in of a note that was just begun, or the button that begins one."""
        if self.form is None:
            return self.note
        return self.form.form.control("route" if self._build.recipient else "recipient")

    def forget(self) -> None:
        """Drop the form: nobody looks at this build any more."""
        if self.form is not None:
            self.form.form.forget()
            self.form = None

    def start(self) -> None:
        """Ask to whom it went, how and when; nothing is noted before the way is chosen."""
        today = day(date.today())
        blank = Sending(0, self._build.id, self._build.recipient, sent_on=today, route=Route.OTHER)
        self._change(blank, "route" if blank.recipient else "recipient")

    def _change(self, sending: Sending, field: str = "recipient") -> None:
        """Open the form of a line, with the keyboard at one of its fields."""
        self.flush()
        self._put_away()
        form = SendingForm(self._session, self._looks, sending)
        form.closed.connect(self._close)
        self.form = form
        self._arrange()
        form.form.control(field).setFocus()

    def _close(self) -> None:
        """Close the form; a line that was not noted is dropped."""
        if self.form is None:
            return
        self.form.form.flush()
        number = self.form.id
        self._put_away()
        self._arrange()
        shown = self.cards.get(number)
        (shown.change if shown is not None else self.note).setFocus()

    def _put_away(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.form.forget()
            self._lines.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _arrange(self) -> None:
        """Put the cards, and the form in the place of its card, below one another."""
        old, self.cards = self.cards, {}
        for one in self._sent:
            kept = old.get(one.id)
            if kept is None or kept.sending != one:
                kept = self._card(one)
            else:
                del old[one.id]
            self.cards[one.id] = kept
        for gone in old.values():
            self._drop(gone)
        order: list[QWidget] = list(self.cards.values())
        if self.form is not None:
            after = self.cards.get(self.form.id)
            order.insert(order.index(after) + 1 if after else len(order), self.form)
        for place, shown in enumerate(order):
            there = self._lines.itemAt(place)
            if there is None or there.widget() is not shown:
                self._lines.insertWidget(place, shown)
        for number, card in self.cards.items():
            card.setVisible(self.form is None or self.form.id != number)
        self.note.setVisible(self.form is None)

    def _card(self, sending: Sending) -> SendingCard:
        card = SendingCard(sending, self._looks)
        card.change_wanted.connect(lambda: self._change(sending))
        card.came.connect(lambda: self._change(sending, "received_on"))
        card.unwanted.connect(lambda: self._remove(sending))
        return card

    def _drop(self, card: SendingCard) -> None:
        self._lines.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _remove(self, sending: Sending) -> None:
        """Take a line out of the log, and offer to bring it back."""
        case, step = self._session.case, _("Remove what was noted as sent")
        try:
            with case.change(step):
                case.sharing.remove(sending.id)
        except CasepackError as failure:
            self._tell(str(failure), done=False)
            return
        self.show_sent([one for one in self._sent if one.id != sending.id])
        self.note.setFocus()
        words = _("The note about “{name}” was removed.").format(name=sending.recipient)
        self._tell(words, done=True, action=_("Undo"), act=lambda: self._take_back(step))

    def _take_back(self, step: str) -> None:
        if self._session.case.undo_label == step:  # nothing else was done since
            self._session.case.undo()
