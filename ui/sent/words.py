"""What was made and sent, in words."""

from collections.abc import Sequence
from datetime import date

from app.dossier.building import what_changed
from app.model.build import Build, Route, Sending
from app.model.days_left import days_left
from app.model.partial_date import day
from app.model.typed_date import say_date
from app.phrases import _
from ui.facts.line import Line

KIND = "build"


def day_of(build: Build) -> str:
    """Say on which day a dossier was made, where this computer is."""
    return say_date(day(build.made.astimezone().date()))


def for_whom(build: Build) -> str:
    """Say for whom a dossier was made."""
    if build.recipient:
        return _("For {name}").format(name=build.recipient)
    return build.version_name or _("First version")


def made_words(build: Build) -> str:
    """Say when something was made, and how long it is."""
    return _("Made on {date}, {time}. {size}.").format(
        date=day_of(build), time=f"{build.made.astimezone():%H:%M}", size=size_of(build)
    )


def size_of(build: Build) -> str:
    """Say how many pages and records a dossier has."""
    pages = sum(one.pages for one in build.files)
    records = len(build.records)
    form = _("1 page") if pages == 1 else _("{n} pages")
    and_records = _("1 record") if records == 1 else _("{n} records")
    return f"{form.format(n=pages)}, {and_records.format(n=records)}"


def before(build: Build, every: Sequence[Build]) -> Build | None:
    """Give the build of the same version that was made before this one; others have none."""
    if build.is_reply or build.is_for_review:
        return None
    older = (one for one in every if (one.version, one.number) == (build.version, build.number - 1))
    return next(older, None)


def after(build: Build, every: Sequence[Build]) -> Build | None:
    """Give the newest later build of the same version, if there is one; of others none."""
    if build.is_reply or build.is_for_review:
        return None
    later = [one for one in every if one.version == build.version and one.number > build.number]
    return max(later, key=lambda one: one.number, default=None)


def change_of(build: Build, old: Build | None) -> str:
    """Say how many records a build adds and removes; "" for the first one."""
    if old is None:
        return ""
    more, fewer = (len(one) for one in what_changed(old, build))
    if not more and not fewer:
        return _("the same records as before")
    parts = []
    if more:
        parts.append(_("adds 1 record") if more == 1 else _("adds {n} records").format(n=more))
    if fewer:
        words = _("removes {n}") if more else _("removes 1 record")
        if not more and fewer > 1:
            words = _("removes {n} records")
        parts.append(words.format(n=fewer))
    return ", ".join(parts)


def line_of(build: Build, change: str, sent: Sequence[Sending]) -> Line:
    """Give a build as a line of the list; `change` are the words of `change_of`."""
    version = build.version_name if build.version_name != build.recipient else ""
    name = version if build.recipient else ""
    number = "" if build.is_reply else _("Build {n}").format(n=build.number)
    of_it = [one for one in sent if one.build == build.id]
    return Line(
        KIND,
        build.id,
        for_whom(build),
        lead=day_of(build),
        more=" · ".join(filter(None, (number, name, size_of(build), change))),
        source=_sent_shortly(of_it),
    )


def _sent_shortly(sent: Sequence[Sending]) -> str:
    if not sent:
        return _("Not noted as sent")
    if len(sent) > 1:
        return _("Sent {n} times").format(n=len(sent))
    one = sent[0]
    if one.sent_on.known:
        return _("Sent on {date}").format(date=say_date(one.sent_on))
    return _("Sent, day not known")


def route_words() -> dict[Route, str]:
    """Give the words for each way out of the house."""
    return {
        Route.HAND: _("By hand"),
        Route.POST: _("By post"),
        Route.PORTAL: _("Uploaded on a website"),
        Route.EMAIL: _("By e-mail"),
        Route.FAX: _("By fax"),
        Route.OTHER: _("In another way"),
    }


def sending_lines(one: Sending, *, today: date) -> list[str]:
    """Give what is noted about one line of the log, line by line."""
    sent = route_words()[one.route]
    if one.sent_on.known:
        sent = _("{how}, {date}").format(how=sent, date=say_date(one.sent_on))
    if one.tracking:
        sent = _("{sent}. Tracking: {number}").format(sent=sent, number=one.tracking)
    lines = [sent]
    if one.password_told:
        lines.append(_("Password told: {how}").format(how=one.password_told))
    lines.append(_received(one))
    if one.reply_due.known:
        left = days_left(one.reply_due, today=today)
        due = _("Answer due {date}").format(date=say_date(one.reply_due))
        lines.append(f"{due}. {left}." if left else f"{due}.")
    if one.note:
        lines.append(one.note)
    return lines


def is_received(one: Sending) -> bool:
    """Whether somebody noted that it came."""
    return one.received_on.known or bool(one.received_by)


def _received(one: Sending) -> str:
    if not is_received(one):
        return _("Call to confirm that it came.")
    words = _("It came")
    if one.received_on.known:
        words = _("It came on {date}").format(date=say_date(one.received_on))
    if one.received_by:
        words = _("{came}, taken by {name}").format(came=words, name=one.received_by)
    return f"{words}."


def replaced_words(later: Build, *, was_sent: bool) -> str:
    """Say that a newer build is there, and what to tell a reader who has this one."""
    if was_sent:
        words = _("A newer one was made on {date}. Tell the reader that it replaces this one.")
    else:
        words = _("A newer one was made on {date}.")
    return words.format(date=day_of(later))
