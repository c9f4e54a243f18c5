"""Saving the sheet for a visit, from any place that offers it."""

from app.dossier.prints.visit_sheet import visit_sheet
from app.phrases import _
from ui.pages.place import Place
from ui.save_print import save_as_told


def visit_sheet_words() -> str:
    """Give the words of the button, the same in every place."""
    return _("Save a visit sheet as PDF")


def save_visit_sheet(place: Place) -> None:
    """Save what was typed, ask where to, and make the sheet for the reader of the version."""
    save_as_told(place, _("Visit sheet"), visit_sheet)
