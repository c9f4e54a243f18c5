"""Lets pages with words that nobody sees go in as pictures of themselves."""

from app.dossier.findings import Line
from app.errors import CasepackError
from app.phrases import _
from ui.dossier.version_steps import version_of
from ui.pages.place import Tell
from ui.session import CaseSession


def make_pictures(session: CaseSession, line: Line, tell: Tell) -> None:
    """Do so with the pages of a finding, in the version that is worked on; undo takes it back."""
    case = session.case
    version, record = version_of(case, session.version), case.records.get(line.record or 0)
    if record is None:
        return
    pages = {*version.pictured(record.id), *line.pages}
    step = _("Make pages of {title} pictures").format(title=record.title)
    try:
        with case.change(step):
            case.versions.save(version.with_pictured(record.id, pages))
    except CasepackError as failure:
        tell(str(failure), done=False)
        return
    tell(_("They go in as pictures: nothing hidden can be copied out."), done=True)
