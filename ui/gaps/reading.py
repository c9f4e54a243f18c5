"""The checklist of an open case, and its lines as a list shows them."""

from collections.abc import Mapping
from datetime import date

from app.case.casefile import CaseFile
from app.model.journey.checklist import Gap, age_reminder, begun, fitting, still_open
from app.model.journey.gap_words import age_words, asked_words, group_words, state_words, told_words
from app.model.record import Record
from app.model.story import CaseSnapshot
from app.phrases import _, many
from ui.facts.line import Line


def gaps_in(case: CaseFile) -> tuple[Gap, ...]:
    """Give the merged checklist of the case."""
    from app.content.load import load_content  # only now: a case without a list needs none
    from app.content.wishes import case_gaps

    told = CaseSnapshot(reasons=tuple(case.reasons.all()), journey=case.journey.all())
    return case_gaps(load_content(), told)


def open_count(case: CaseFile) -> int:
    """Give how many lines are still open; 0 while nobody began the list."""
    return len(still_open(gaps_in(case))) if begun(case.journey.all()) else 0


def settled_words(gaps: tuple[Gap, ...]) -> str:
    """Say how many lines are settled."""
    done = len(gaps) - len(still_open(gaps))
    return _("{done} of {all} are settled").format(done=done, all=len(gaps))


def offer_words(gap: Gap, records: Mapping[int, Record]) -> str:
    """Say how many records of the fitting kind are there; "" for none, and for a settled line."""
    count = 0 if gap.settled else len(fitting(gap, records.values()))
    if not count:
        return ""
    return many(
        "You have 1 record of this kind.", "You have {count} records of this kind.", count
    ).format(count=count)


def reminder_words(gap: Gap, records: Mapping[int, Record], limit: int) -> str:
    """Say how old the newest linked record is, once it is older than `limit` months."""
    months = age_reminder(gap, tuple(records.values()), date.today(), limit)
    return age_words(months, many) if months else ""


def gap_line(gap: Gap, number: int, records: Mapping[int, Record], limit: int) -> Line:
    """Give a line of the list."""
    asked = [asked_words(request, _) for request, _asked in gap.asked]
    facts = [state_words(gap.state, _), told_words(gap, _)]
    more = [
        " · ".join(part for part in facts if part),
        *asked,
        offer_words(gap, records),
        reminder_words(gap, records, limit),
    ]
    titles = [records[one].title for one in gap.records if one in records]
    return Line(
        "gap",
        number,
        gap.text,
        "\n".join(part for part in more if part),
        source="\n".join(titles),
        quiet=gap.settled,
    )


def group_of(gap: Gap) -> str:
    """Give the heading that the line stands under."""
    return group_words(gap, _)
