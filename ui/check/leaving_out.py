"""Leaves the record of a finding out of the dossier."""

from app.dossier.findings import Line
from app.errors import CasepackError
from app.phrases import _
from ui.dossier import changes
from ui.pages.place import Tell
from ui.session import CaseSession


def leave_out(session: CaseSession, line: Line, tell: Tell) -> None:
    """Do so in the version that is worked on; the record stays in the case, undo takes it back."""
    record = session.case.records.get(line.record or 0)
    if record is None:
        return
    try:
        why = _("It is not about the patient.")
        changes.leave_out(session.case, session.version, (record.id,), why)
    except CasepackError as failure:
        tell(str(failure), done=False)
        return
    tell(_("“{title}” stays out of this dossier.").format(title=record.title), done=True)
