"""Saving the facts for a doctor's letter, from any place that offers them."""

from datetime import date
from functools import partial

from app.dossier.prints.letter_facts import letter_facts
from app.model.version import MAIN
from app.phrases import _
from ui.pages.place import Place
from ui.save_print import save_as_pdf


def save_letter_facts(place: Place) -> None:
    """Save what was typed, ask where to, and tell what the version that is chosen tells."""
    place.leave()
    session = place.session
    version = session.case.versions.get(session.version) or MAIN
    profile = None if version.recipient is None else session.case.recipients.get(version.recipient)
    save_as_pdf(
        place,
        _("Facts for a doctor’s letter"),
        partial(
            letter_facts,
            session.case.snapshot(),
            made=date.today(),
            version=version,
            recipient=profile.recipient if profile else None,
            paper=session.draft.paper,
        ),
    )
