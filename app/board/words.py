"""A board in words, for the window, the print and the command line."""

from datetime import date

from app.board.cases import BoardCase
from app.board.use import Use
from app.model.journey.board_header import DueTold, stage_name
from app.model.partial_date import day
from app.phrases import _


def overdue_words(case: BoardCase, today: date) -> str:
    """Say how many things are overdue; "" where none is, or the header does not tell."""
    due = _due(case)
    if due is None or not (n := due.overdue_on(today)):
        return ""
    words = _("at least {n} overdue") if due.passed(today) else _("{n} overdue")
    return words.format(n=n)


def next_words(case: BoardCase, today: date) -> str:
    """Say what day is next; "" where the header does not tell, or all that is due is overdue."""
    due = _due(case)
    if due is None:
        return ""
    if due.next_due is None:
        return "" if due.overdue else _("nothing due")
    words = _("was due {date}") if due.passed(today) else _("next due {date}")
    return words.format(date=day(due.next_due).shown())


def consent_words(case: BoardCase) -> str:
    """Say how many consents end soon; "" for none."""
    due = _due(case)
    if due is None or not due.expiring:
        return ""
    if due.expiring == 1:
        return _("1 consent ends soon")
    return _("{n} consents end soon").format(n=due.expiring)


def counted_words(case: BoardCase, today: date) -> str:
    """Say of which day the numbers are, where that is not today."""
    due = _due(case)
    if due is None or due.as_of == today:
        return ""
    return _("counted {date}").format(date=day(due.as_of).shown())


def stage_words(case: BoardCase) -> str:
    """Say the stage; "" where the header does not tell."""
    return stage_name(case.header.stage) if case.header and case.header.stage else ""


def state_words(case: BoardCase) -> str:
    """Say who has it open, and what is with its header; "" where there is nothing to say."""
    uses = {
        Use.HERE: _("open here"),
        Use.ELSEWHERE: _("in use elsewhere"),
        Use.PERHAPS: _("perhaps in use elsewhere"),
    }
    header = "" if case.header else _("no header")
    if case.broken:
        header = _("cannot be read")
    return joined(uses.get(case.use, ""), header)


def details(case: BoardCase, today: date) -> str:
    """Say in one line all but the name and what is overdue."""
    return joined(
        stage_words(case),
        next_words(case, today),
        consent_words(case),
        counted_words(case, today),
        state_words(case),
    )


def left_out_words(left_out: int) -> str:
    """Say that there are more cases than are shown; "" where there are not."""
    if not left_out:
        return ""
    return _("{n} more case files are in this folder and not in this list.").format(n=left_out)


def joined(*parts: str) -> str:
    """Give the parts that say something, on one line."""
    return " · ".join(part for part in parts if part)


def _due(case: BoardCase) -> DueTold | None:
    return case.header.due if case.header else None
