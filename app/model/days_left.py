"""How far away a date is, in words, where it is known to the day."""

from datetime import date

from app.model.partial_date import PartialDate
from app.phrases import _


def days_left(when: PartialDate, *, today: date) -> str:
    """Say "In 22 days", "Today" or "3 days ago".

    A date that is rough, open or a span gives "": counting days to it would
    make it look sharper than it is. Only that it is wholly over is said.
    """
    if when.earliest is None or when.latest is None:
        return ""
    if when.latest < today and not _is_one_day(when):
        return _("This is in the past")
    if not _is_one_day(when):
        return ""
    days = (when.earliest - today).days
    return {
        0: _("Today"),
        1: _("Tomorrow"),
        -1: _("Yesterday"),
    }.get(days) or (
        _("In {n} days").format(n=days) if days > 0 else _("{n} days ago").format(n=-days)
    )


def _is_one_day(when: PartialDate) -> bool:
    return when.earliest == when.latest and not when.about
