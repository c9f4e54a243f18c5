"""What one copy of the dossier holds and what it leaves out, told before it is made."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.content.load import load_content
from app.dossier.plan import DossierPlan
from app.model.partial_date import day
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.sensitivity import Sensitivity
from app.phrases import _, many

SHOWN = 4  # records that are named; the others are counted


@dataclass(frozen=True, slots=True)
class Holding:
    """Sentences about what is in a copy, and about what stays behind."""

    holds: tuple[str, ...]
    leaves_out: tuple[str, ...]


def holding_of(plan: DossierPlan, pages: int) -> Holding:
    """Tell what a plan of `pages` pages in all holds and leaves out.

    Records that were marked as private in some way are named, and so are the
    first of those that stay behind, each with its reason.
    """
    return Holding(
        (_size(plan, pages), *_who(plan), *_replaced(plan), *_marked(plan), *_covered(plan)),
        tuple(_left_out(plan)),
    )


def _size(plan: DossierPlan, pages: int) -> str:
    count = len(plan.records)
    records = many("1 record", "{n} records", count).format(n=count)
    return many(
        "This copy holds {records} on 1 page.",
        "This copy holds {records} on {n} pages.",
        pages,
    ).format(records=records, n=pages)


def _who(plan: DossierPlan) -> Iterator[str]:
    match plan.version.identity:
        case Identity.COVER:
            yield _("Your name is on the cover and the summary only, and inside your records.")
        case Identity.PSEUDONYM:
            yield _("You are called “{name}”. Your own name must not be on any page.").format(
                name=plan.case.patient.name
            )


def _replaced(plan: DossierPlan) -> Iterator[str]:
    if plan.replaces is not None:
        words = _("It says that it replaces the one of {date}, which you sent.")
        yield words.format(date=day(plan.replaces.made).shown())


def _marked(plan: DossierPlan) -> Iterator[str]:
    found: dict[Sensitivity, list[str]] = {}
    for planned in plan.records:
        for tag in plan.case.sensitivities.get(planned.record.id, ()):
            found.setdefault(tag, []).append(planned.record.title)
    for tag in sorted(found, key=list(Sensitivity).index):
        sentence = _("You marked as “{tag}”, and it goes in: {titles}.")
        yield sentence.format(tag=load_content().sensitivity(tag).label, titles=_named(found[tag]))


def _covered(plan: DossierPlan) -> Iterator[str]:
    shown = {(one.record.id, page + 1) for one in plan.records for page in one.covered}
    boxes = Counter((box.record, box.page) for box in plan.version.cover_ups)
    count = sum(boxes[place] for place in shown)
    if count:
        yield many(
            "1 place on its pages is covered.", "{n} places on its pages are covered.", count
        ).format(n=count)


def _left_out(plan: DossierPlan) -> Iterator[str]:
    for one in plan.left_out[:SHOWN]:
        yield _("“{title}”: {why}").format(title=one.record.title, why=one.why)
    more = len(plan.left_out) - SHOWN
    if more > 0:
        yield many("And 1 more record.", "And {n} more records.", more).format(n=more)
    some = [
        one.record.title
        for one in plan.records
        if one.record.document is not None and len(one.pages) < len(one.record.document.pages)
    ]
    if some:
        yield _("Only some pages go in: {titles}.").format(titles=_named(some))
    if plan.version.first_opinion is not FirstOpinion.INCLUDE:
        yield _("What you wrote of the first doctor’s diagnosis and plan.")
        yield _("The first doctor’s name, what that doctor said, and the day of surgery.")
    if plan.left_out and not plan.version.left_out_list:
        yield _("The reader is told how many records these are, but not which.")


def _named(titles: list[str]) -> str:
    words = ", ".join(f"“{title}”" for title in titles[:SHOWN])
    more = len(titles) - SHOWN
    return words if more <= 0 else _("{titles} and {n} more").format(titles=words, n=more)
