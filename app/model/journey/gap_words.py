"""The checklist in words: how far a line is, who was asked, how old a record is."""

from collections.abc import Callable

from app.model.journey.checklist import HELPFUL, MUST, SHOULD, Gap
from app.model.journey.request import Outcome, Request
from app.model.journey.request_words import outcome_words
from app.model.journey.wanted import WantedState

Say = Callable[[str], str]


def state_words(state: WantedState, say: Say) -> str:
    """Say how far a line has come."""
    _ = say
    return {
        WantedState.NOT_ASKED: _("Not asked yet"),
        WantedState.ASKED: _("Asked for"),
        WantedState.HAVE: _("It is here"),
        WantedState.HAVE_PART: _("A part of it is here"),
        WantedState.DOES_NOT_EXIST: _("It does not exist"),
        WantedState.NOT_NEEDED: _("Not needed for this question"),
        WantedState.CANNOT_GET: _("It cannot be had"),
    }[state]


STATES = (
    WantedState.NOT_ASKED,
    WantedState.ASKED,
    WantedState.HAVE,
    WantedState.HAVE_PART,
    WantedState.DOES_NOT_EXIST,
    WantedState.NOT_NEEDED,
    WantedState.CANNOT_GET,
)
"""The seven states in the order in which they are offered."""


def group_words(gap: Gap, say: Say) -> str:
    """Say how much a line is wanted, as the heading of its group."""
    _ = say
    if gap.own:
        return _("Your own lines")
    return {
        MUST: _("Most wanted"),
        SHOULD: _("Wanted too"),
        HELPFUL: _("Helpful"),
    }[gap.priority]


def asked_words(request: Request, say: Say) -> str:
    """Say who was asked and when, and what they said if they said anything."""
    _ = say
    whom = request.whom.strip()
    if request.sent_on.known:
        when = request.sent_on.shown()
        words = _("Asked of {name}, {date}") if whom else _("Asked for, {date}")
    else:
        when, words = "", _("Asked of {name}, not sent yet") if whom else _("Not sent yet")
    words = words.format(name=whom, date=when)
    if request.outcome in (Outcome.OPEN, Outcome.TAKEN_BACK):
        return words
    return f"{words}. {outcome_words(request.outcome, say)}"


def told_words(gap: Gap, say: Say) -> str:
    """Say who said how it is with a line, and when; "" where nobody wrote it down."""
    _, wanted = say, gap.wanted
    who, when = wanted.who.strip(), wanted.dated.shown() if wanted.dated.known else ""
    if who and when:
        return _("{name} said so, {date}").format(name=who, date=when)
    return _("{name} said so").format(name=who) if who else when


def age_words(months: int, many: Callable[[str, str, int], str]) -> str:
    """Say how old a record is; neither good nor bad."""
    return many(
        "This is 1 month old. You may ask if a newer one is needed.",
        "This is {count} months old. You may ask if a newer one is needed.",
        months,
    ).format(count=months)
