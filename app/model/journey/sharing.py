"""Who holds which copy: the sharing log, for a time, and by the one who got it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.model.build import Build, Route, Sending
from app.phrases import Phrases, _


@dataclass(frozen=True, slots=True)
class Shared:
    """One line of the log with the build that was sent; None where that is not known any more."""

    sending: Sending
    build: Build | None


def shared_in(
    log: Sequence[Sending],
    builds: Sequence[Build],
    since: date | None = None,
    until: date | None = None,
) -> tuple[Shared, ...]:
    """Give the lines that may lie between two days, both counted in, the oldest first.

    What has no date, or one that is not exact enough to leave it out, stays
    in: a copy that somebody holds must not drop out of a report.
    """
    known = {one.id: one for one in builds}
    kept = [one for one in log if _may_lie(one, since, until)]
    kept.sort(key=lambda one: (*one.sent_on.sort_key, one.id))
    return tuple(Shared(one, known.get(one.build)) for one in kept)


def by_holder(shared: Sequence[Shared]) -> dict[str, tuple[Shared, ...]]:
    """Give the lines of each who got something; small and capital letters are the same."""
    names: dict[str, str] = {}
    found: dict[str, list[Shared]] = {}
    for one in shared:
        name = " ".join(one.sending.recipient.split())
        found.setdefault(names.setdefault(name.casefold(), name), []).append(one)
    return {name: tuple(lines) for name, lines in found.items()}


def copy_words(one: Shared, say: Phrases = _) -> str:
    """Say which copy it was: the version, its number, and how long."""
    if one.build is None:
        return say("a file that is not listed any more")
    build = one.build
    name = build.version_name.strip() or say("First version")
    pages = sum(file.pages for file in build.files)
    words = say("{name}, build {n}, {pages} pages, {records} records")
    if len(build.records) == 1:
        words = say("{name}, build {n}, {pages} pages, 1 record")
    if build.is_reply:  # a letter and a report: never one page alone
        words = say("{name}, {pages} pages")
    return words.format(name=name, n=build.number, pages=pages, records=len(build.records))


def route_name(route: Route, say: Phrases = _) -> str:
    """Say how a copy went out."""
    _ = say
    return {
        Route.HAND: _("By hand"),
        Route.POST: _("By post"),
        Route.PORTAL: _("Uploaded"),
        Route.EMAIL: _("By e-mail"),
        Route.FAX: _("By fax"),
        Route.OTHER: _("In another way"),
    }[route]


def _may_lie(one: Sending, since: date | None, until: date | None) -> bool:
    first, last = one.sent_on.earliest, one.sent_on.latest
    too_early = since is not None and last is not None and last < since
    too_late = until is not None and first is not None and first > until
    return not too_early and not too_late
