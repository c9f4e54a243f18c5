"""What a case tells a board of many cases, and only if somebody let it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.model.build import Sending
from app.model.journey.decision import Stage
from app.model.journey.due import due_list
from app.model.partial_date import day
from app.model.story import CaseSnapshot
from app.phrases import _

LONGEST_ALIAS = 60  # characters
SOON = 30  # days: a consent that ends in so many, or fewer, ends soon

_JOINERS = "\u200c\u200d"
"""What some scripts need inside a word; all else that cannot be seen goes."""


@dataclass(frozen=True, slots=True)
class DueTold:
    """What is due, as it was on the day `as_of`; no word says what it is.

    `next_due` is never before that day: what was earlier is counted in
    `overdue`.
    """

    as_of: date
    next_due: date | None = None
    overdue: int = 0
    expiring: int = 0
    """How many consents end within SOON days."""

    def passed(self, today: date) -> bool:
        """Whether what was next is overdue by now, and perhaps more that nobody counted."""
        return self.next_due is not None and self.next_due < today

    def overdue_on(self, today: date) -> int:
        """Give how many are overdue on a later day, at least."""
        return self.overdue + self.passed(today)


@dataclass(frozen=True, slots=True)
class BoardHeader:
    """All that stands beside a case file; None is what the case does not tell."""

    alias: str = ""
    stage: Stage | None = None
    due: DueTold | None = None


def header_of(case: CaseSnapshot, sent: Sequence[Sending], today: date) -> BoardHeader | None:
    """Give what may be told of a case, and None when it is on no board.

    Nothing of the patient, the records or the doctors goes in: an alias
    that somebody typed, a stage, days and numbers. `sent` is the sharing log.
    """
    allowed = case.journey.header
    if not allowed.on_board:
        return None
    return BoardHeader(
        clean_alias(allowed.alias),
        allowed.stage if allowed.show_stage else None,
        _due(case, sent, today) if allowed.show_due else None,
    )


def _due(case: CaseSnapshot, sent: Sequence[Sending], today: date) -> DueTold:
    every = due_list(case, sent)
    coming = [one.day for one in every if not one.is_overdue(today)]
    soon = today + timedelta(days=SOON)
    ends = [one.until.latest for one in case.journey.consents]
    return DueTold(
        today,
        min(coming, default=None),
        len(every) - len(coming),
        sum(end is not None and today <= end <= soon for end in ends),
    )


def clean_alias(text: str) -> str:
    """Give an alias on one line, of LONGEST_ALIAS characters at most, all of which can be seen."""
    kept = "".join(one for one in text if one.isspace() or _can_be_seen(one))
    return " ".join(kept.split())[:LONGEST_ALIAS].strip(_JOINERS + " ")


def _can_be_seen(one: str) -> bool:
    return one in _JOINERS or not unicodedata.category(one).startswith("C")


def names_patient(alias: str, patient: str) -> bool:
    """Whether a word of the patient's name, of three letters or more, stands in an alias."""
    return bool(_words(alias) & {word for word in _words(patient) if len(word) > 2})


def _words(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"\w+", text)}


def stage_name(stage: Stage) -> str:
    """Give the words for a stage."""
    names = {
        Stage.COLLECTING: _("collecting records"),
        Stage.READY: _("ready to send"),
        Stage.SENT: _("sent"),
        Stage.ANSWERED: _("answered"),
        Stage.DECIDED: _("decided"),
        Stage.CLOSED: _("closed"),
    }
    return names[stage]


def told_words(header: BoardHeader | None) -> list[str]:
    """Say line by line all that stands in a header; one line for one that is not there."""
    if header is None:
        return [_("Nothing is written. A board shows only the name of the file.")]
    lines = [
        _("Name on the board: {alias}").format(alias=header.alias)
        if header.alias
        else _("No name on the board. It shows the name of the file.")
    ]
    if header.stage is not None:
        lines.append(_("Stage: {stage}").format(stage=stage_name(header.stage)))
    if (due := header.due) is not None:
        lines += [
            _("Next due: {date}").format(date=day(due.next_due).shown())
            if due.next_due
            else _("Next due: nothing"),
            _("Overdue: {n}").format(n=due.overdue),
            _("Consents that end within {days} days: {n}").format(days=SOON, n=due.expiring),
            _("Counted on: {date}").format(date=day(due.as_of).shown()),
        ]
    return lines
