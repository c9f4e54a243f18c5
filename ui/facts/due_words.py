"""How far away something is that is due, in calm words."""

from datetime import date

from app.model.journey.due import Due
from app.phrases import _


def when_words(one: Due, today: date) -> str:
    """Say calmly how far away it is."""
    days = (one.day - today).days
    if days < 0:
        return _("This day has passed.")
    if days == 0:
        return _("Today")
    return _("In 1 day") if days == 1 else _("In {n} days").format(n=days)
