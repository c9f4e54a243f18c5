"""What is noted about the sending of one build, and the form that notes it."""

from datetime import date

from app.case.builds import SharingLog
from app.model.build import Build, Route, Sending
from app.model.partial_date import day
from app.phrases import _
from ui.pages.place import Tell
from ui.sent.noted_part import NotedPart
from ui.sent.sending_card import SendingCard
from ui.sent.sending_form import SendingForm
from ui.session import CaseSession
from ui.theme.looks import Looks


class SentPart(NotedPart):
    """One card for each line of the sharing log about this build."""

    def __init__(self, session: CaseSession, looks: Looks, build: Build, tell: Tell) -> None:
        self._build = build
        words = (
            _("Note that it was sent"),
            _("Remove what was noted as sent"),
            _("The note about “{name}” was removed."),
        )
        super().__init__(session, looks, tell, words, "send")

    def kept(self) -> SharingLog:
        """Give the sharing log."""
        return self.session.case.sharing

    def blank(self) -> tuple[Sending, str]:
        """Give a line for today; nothing is noted before the way is chosen."""
        build, today = self._build, day(date.today())
        line = Sending(0, build.id, build.recipient, sent_on=today, route=Route.OTHER)
        return line, "route" if line.recipient else "recipient"

    def make_form(self, note: Sending) -> SendingForm:
        """Make the form of a line."""
        return SendingForm(self.session, self.looks, note)

    def make_card(self, note: Sending) -> SendingCard:
        """Make the card of a line."""
        return SendingCard(note, self.looks)

    def name_of(self, note: Sending) -> str:
        """Give to whom it went."""
        return note.recipient
