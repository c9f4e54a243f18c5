"""The form for what the client said to a copy for review."""

from dataclasses import replace

from app.model.journey.decision import Approval
from app.phrases import _
from ui.facts.kind import Pick, When, Words
from ui.folds.group import Group
from ui.sent.note_form import NoteForm
from ui.session import CaseSession
from ui.theme.looks import Looks


class AnswerForm(NoteForm):
    """Saves as it is filled in; a new answer is kept once it is said what it was, and whose."""

    def __init__(self, session: CaseSession, looks: Looks, answer: Approval) -> None:
        self._session = session
        new = not answer.id
        asked = replace(answer, yes=None) if new else answer  # type: ignore[arg-type]
        words = (_("The answer"), _("It is noted once you say who answered, and what."))
        super().__init__(session, looks, words, _groups(new=new), asked, self._note)

    def _note(self, value: Approval, step: str, together: str) -> Approval | None:
        if value.yes is None or not value.who:
            return None
        case, new = self._session.case, not value.id
        with case.change(_("Note the client’s answer") if new else step, together=together):
            if new:
                value = replace(value, id=case.journey.approvals.add(value))
                self.take(value)
            else:
                case.journey.approvals.save(value)
        return value


def _groups(*, new: bool) -> tuple[Group, ...]:
    answers: list[tuple[object, str]] = [
        (True, _("Yes, it may be sent")),
        (False, _("No, not like this")),
    ]
    if new:
        answers.insert(0, (None, _("Choose the answer")))
    return (
        Group(
            "",
            _("Change the client’s answer"),
            (
                Words("who", _("Who answered?"), must=_("Type who answered.")),
                Pick("yes", _("What did they say?"), tuple(answers)),
                Words("how", _("How?"), _("For example: by phone, or on the printed copy")),
                When("dated", _("When?")),
                Words("note", _("Your note"), _("For example what must be changed"), lines=2),
            ),
            open=True,
        ),
    )
