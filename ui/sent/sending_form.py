"""The form for one line of the sharing log."""

from dataclasses import replace

from app.model.build import Sending
from app.phrases import _
from ui.facts.kind import Pick, When, Words
from ui.folds.group import Group
from ui.sent.note_form import NoteForm
from ui.sent.words import route_words
from ui.session import CaseSession
from ui.theme.looks import Looks


class SendingForm(NoteForm):
    """Saves as it is filled in; a new line is kept once it is said how the dossier went."""

    def __init__(self, session: CaseSession, looks: Looks, sending: Sending) -> None:
        self._session = session
        new = not sending.id
        asked = replace(sending, route=None) if new else sending  # type: ignore[arg-type]
        words = (_("It was sent"), _("It is noted once you choose how it went."))
        super().__init__(session, looks, words, _groups(new=new), asked, self._note)

    def _note(self, value: Sending, step: str, together: str) -> Sending | None:
        if value.route is None or not value.recipient:
            return None
        case, new = self._session.case, not value.id
        with case.change(_("Note that it was sent") if new else step, together=together):
            if new:
                value = replace(value, id=case.sharing.add(value))
                self.take(value)
            else:
                case.sharing.save(value)
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
