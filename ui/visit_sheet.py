"""Saving the sheet for a visit, from any place that offers it."""

from datetime import date
from functools import partial

from app.dossier.prints.visit_sheet import visit_sheet
from app.model.version import MAIN
from app.phrases import _
from ui.pages.place import Place
from ui.save_print import save_as_pdf


def visit_sheet_words() -> str:
    """Give the words of the button, the same in every place."""
    return _("Save a visit sheet as PDF")


def save_visit_sheet(place: Place) -> None:
    """Save what was typed, ask where to, and make the sheet for the reader of the version."""
    place.leave()
    session = place.session
    version = session.case.versions.get(session.version) or MAIN
    profile = None if version.recipient is None else session.case.recipients.get(version.recipient)
    save_as_pdf(
        place,
        _("Visit sheet"),
        partial(
            visit_sheet,
            session.case.snapshot(),
            made=date.today(),
            version=version,
            recipient=profile.recipient if profile else None,
            paper=session.draft.paper,
        ),
    )
