"""What is due, across the whole case, the earliest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.model.build import Sending
from app.model.journey.clock import due_day
from app.model.partial_date import PartialDate
from app.model.story import CaseSnapshot, Subject
from app.phrases import _


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a last day. `place` is the code of the place where it is looked after.

    `about` says that the day is only rough. `number` is the id of the thing,
    0 where there is only one.
    """

    day: date
    words: str
    place: str
    about: bool = False
    number: int = 0

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.day < today


def due_list(case: CaseSnapshot, sent: Sequence[Sending]) -> list[Due]:
    """Give all that has a day and is not done, the earliest first.

    `sent` is the sharing log: a reply is no longer awaited once an opinion of
    the same name is there. What is not known at all is not in the list; what
    is known as a month counts with its last day.
    """
    found = [*_of_journey(case), *_of_story(case)]
    came = {_same(one.doctor) for one in case.journey.opinions}
    for one in sent:
        if _same(one.recipient) not in came:
            words = _("Reply from {name}").format(name=one.recipient)
            found += _due(one.reply_due, words, "sent", one.id)
    return sorted(found, key=lambda one: (one.day, one.words))


def _same(name: str) -> str:
    return " ".join(name.split()).casefold()


def _of_story(case: CaseSnapshot) -> Iterator[Due]:
    for subject, words in (
        (Subject.DECIDE_BY, _("Decide")),
        (Subject.SURGERY_DATE, _("Surgery")),
    ):
        said = case.statement(subject)
        if said is not None:
            yield from _due(PartialDate.from_stored(said.text), words, "diagnosis")
    for item in case.outside:
        if not item.returned_on.known:
            words = _("Send back: {thing}").format(thing=item.what)
            yield from _due(item.return_by, words, "outside", item.id)


def _of_journey(case: CaseSnapshot) -> Iterator[Due]:
    journey = case.journey
    for request in journey.requests:
        due = due_day(request)
        if due is not None:
            words = _("Records from {name}").format(name=request.whom)
            yield Due(due.day, words, "requests", due.about, request.id)
    for consent in journey.consents:
        words = _("Consent of {name} ends").format(name=consent.person)
        yield from _due(consent.until, words, "consents", consent.id)
    for test in journey.tests:
        if test.state.is_open:
            yield from _due(test.due, test.name, "tests", test.id)
    if journey.decisions:
        latest = journey.decisions[-1]
        yield from _due(latest.review, _("Look at the decision again"), "decision", latest.id)


def _due(when: PartialDate, words: str, place: str, number: int = 0) -> Iterator[Due]:
    if when.latest is not None:
        exact = when.earliest == when.latest and not when.about
        yield Due(when.latest, words, place, not exact, number)
