"""Saving the facts for a doctor's letter, from any place that offers them."""

from app.dossier.prints.letter_facts import letter_facts
from app.phrases import _
from ui.pages.place import Place
from ui.save_print import save_as_told


def save_letter_facts(place: Place) -> None:
    """Save what was typed, ask where to, and tell what the version that is chosen tells."""
    save_as_told(place, _("Facts for a doctor’s letter"), letter_facts)
