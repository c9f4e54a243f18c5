"""Requests in words: by which rule an answer is due, and when."""

from collections.abc import Callable
from datetime import date

from app.model.journey.clock import due_day
from app.model.journey.request import Asking, Clock, Outcome, Request
from app.model.partial_date import day

Say = Callable[[str], str]


def clock_words(clock: Clock, say: Say) -> str:
    """Say a rule in plain words; it is not legal advice."""
    _ = say
    return {
        Clock.NONE: _("No rule that I know of"),
        Clock.HIPAA: _("US (HIPAA): 30 days after they got it"),
        Clock.UK_GDPR: _("UK (UK GDPR): one month after they got it"),
        Clock.EU_GDPR: _("EU (GDPR): one month after they got it"),
        Clock.DAYS: _("A number of days that I was told"),
    }[clock]


def asking_words(asking: Asking, say: Say) -> str:
    """Say how somebody was asked."""
    _ = say
    return {
        Asking.LETTER: _("By letter"),
        Asking.EMAIL: _("By e-mail"),
        Asking.PORTAL: _("In their portal"),
        Asking.PHONE: _("On the phone"),
        Asking.FAX: _("By fax"),
        Asking.IN_PERSON: _("In person"),
    }[asking]


def outcome_words(outcome: Outcome, say: Say) -> str:
    """Say what became of a request."""
    _ = say
    return {
        Outcome.OPEN: _("Still open"),
        Outcome.PART_CAME: _("A part came, the rest is open"),
        Outcome.ALL_CAME: _("All of it came"),
        Outcome.REFUSED: _("They said no"),
        Outcome.DOES_NOT_EXIST: _("They say that it does not exist"),
        Outcome.TAKEN_BACK: _("I took it back"),
    }[outcome]


def due_words(request: Request, today: date, say: Say) -> str:
    """Say when the answer is due, or that the usual time limit has passed; "" for neither."""
    due = due_day(request)
    if due is None:
        return ""
    shown = day(due.day).shown()
    if due.day < today:
        passed = say("The usual time limit has passed: {date}")
        about = say("The usual time limit has passed: about {date}")
    else:
        passed, about = say("Answer due by {date}"), say("Answer due about {date}")
    return (about if due.about else passed).format(date=shown)
