"""Suggests the dates of a record, only from dates that carry a label.

The date on which somebody got the paper, and the date of the file, are no
dates of the paper: neither is ever suggested.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.intake.suggest.date_labels import Meaning, is_label, label_of
from app.intake.suggest.suggestion import Line, Suggestion, labelled, lines, passage, passes_over
from app.intake.suggest.written_dates import Habit, Written, written_dates
from app.model.partial_date import PartialDate

DateSuggestion = Suggestion[PartialDate]

_NEAR_TOP = 15  # lines of the first page
_STAY = {Meaning.ADMITTED, Meaning.DISCHARGED}
_NAMED = {Meaning.SERVICE, Meaning.COLLECTED, *_STAY}


@dataclass(frozen=True, slots=True)
class DateSuggestions:
    """What a paper says of three of a record's dates; None where it leaves a doubt."""

    service: DateSuggestion | None = None
    signed: DateSuggestion | None = None
    printed: DateSuggestion | None = None


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A date with its label; `said` is None where it can be read in two ways, or not at all."""

    meaning: Meaning
    said: DateSuggestion | None
    near_top: bool


def suggest_dates(texts: tuple[str, ...], *, today: date, born: PartialDate) -> DateSuggestions:
    """Suggest dates from the texts of the pages; a birth date or a date to come is never one.

    12/9/2026 counts only where another date of the same paper, such as
    25/9/2026, shows its order, and is then marked as doubtful; so is a span
    of dates in a paper with more pages than are looked at.
    """
    paper = list(lines(texts))
    found = [one for line in paper for one in written_dates(line)]
    habit = Habit.of(found)
    dates = [
        one
        for one in _labelled_dates(paper, found, habit, today)
        if one.said is None or not _impossible(one.said.value, today, born)
    ]
    service = _service(dates)
    if service and service.value.end and passes_over(texts):
        service = replace(service, doubtful=True)
    return DateSuggestions(
        service=service,
        signed=_first_that_is_there(
            dates, (Meaning.SIGNED, Meaning.VERIFIED, Meaning.REPORTED, Meaning.DICTATED)
        ),
        printed=_first_that_is_there(dates, (Meaning.PRINTED,)),
    )


def _labelled_dates(
    paper: list[Line], found: list[Written], habit: Habit, today: date
) -> Iterable[_Labelled]:
    index_of = {id(line): index for index, line in enumerate(paper)}
    for earlier, one, later in zip([None, *found], found, [*found[1:], None], strict=False):
        start = earlier.end if earlier and earlier.line is one.line else 0
        before, after = one.line.text[start : one.start], one.line.text[one.end :]
        if one.start == 0:
            before = _label_above(paper, index_of[id(one.line)], one)
        label = label_of(before, after, opens_line=start == 0)
        if label is None:
            continue
        # Two dates side by side belong to two columns; which label is whose is lost.
        columns = later and later.line is one.line and not after[: later.start - one.end].strip()
        read = None if columns else habit.read(one.text, today=today)
        words = labelled(before[label.start :] + one.text, len(one.text))
        yield _Labelled(
            label.meaning,
            Suggestion(read[0], words, one.line.page, read[1]) if read else None,
            one.line.page == 1 and one.line.number < _NEAR_TOP,
        )


def _label_above(paper: list[Line], index: int, one: Written) -> str:
    """Give the label on the line above a date that stands alone, where it is the only one there."""
    alone = not one.line.text[one.end :].strip()
    around = [
        paper[at] if 0 <= at < len(paper) else None for at in (index - 2, index - 1, index + 1)
    ]
    before, label, after = (
        line if line and line.page == one.line.page else None for line in around
    )
    if not alone or label is None or not is_label(label.text):
        return ""
    listed = (before and is_label(before.text)) or (after and written_dates(after)[:1])
    return "" if listed else f"{label.text} "


def _impossible(value: PartialDate, today: date, born: PartialDate) -> bool:
    latest = value.end or value.start
    return latest is None or latest.earliest > today or (born.known and value == born)


def _service(dates: list[_Labelled]) -> DateSuggestion | None:
    letter = _the_only([one for one in dates if one.meaning is Meaning.LETTER and one.near_top])
    named = [one for one in dates if one.meaning in _NAMED]
    if not named:
        return letter
    suggestion = _agreed({one.meaning for one in named}, named)
    if letter and suggestion and letter.value != suggestion.value:
        # Below a dated head, "Date of surgery" may tell of years ago.
        return suggestion if any(one.near_top for one in named) else None
    return suggestion


def _agreed(meanings: set[Meaning], dates: list[_Labelled]) -> DateSuggestion | None:
    if meanings == {Meaning.COLLECTED}:
        return _series(dates)
    return _stay(dates) if meanings <= _STAY else _the_only(dates)


def _the_only(dates: list[_Labelled]) -> DateSuggestion | None:
    """Give the suggestion that all of `dates` agree on."""
    values = {one.said.value if one.said else None for one in dates}
    said = [one.said for one in dates if one.said]
    return min(said, key=lambda one: one.doubtful) if said and len(values) == 1 else None


def _series(dates: list[_Labelled]) -> DateSuggestion | None:
    """Give the span from the earliest to the latest of repeated samples."""
    said = sorted((one.said for one in dates if one.said), key=lambda one: one.value.sort_key)
    if len(said) < len(dates) or any(one.value.end for one in said):
        return None
    return _span(said[0], said[-1])


def _stay(dates: list[_Labelled]) -> DateSuggestion | None:
    """Give a stay from admission to discharge; a discharge alone does not say when it began."""
    came = [one for one in dates if one.meaning is Meaning.ADMITTED]
    left = [one for one in dates if one.meaning is Meaning.DISCHARGED]
    admitted, discharged = _the_only(came), _the_only(left)
    if admitted is None or (left and discharged is None):
        return None
    return _span(admitted, discharged) if discharged else admitted


def _span(first: DateSuggestion, last: DateSuggestion) -> DateSuggestion | None:
    start, end = first.value.start, last.value.end or last.value.start
    if first.value == last.value:
        return first
    if start is None or end is None or end.latest < start.earliest:
        return None
    return Suggestion(
        PartialDate(start, end, first.value.about or last.value.about),
        passage(first.words, last.words),
        first.page,
        first.doubtful or last.doubtful,
    )


def _first_that_is_there(
    dates: list[_Labelled], meanings: tuple[Meaning, ...]
) -> DateSuggestion | None:
    for meaning in meanings:
        group = [one for one in dates if one.meaning is meaning]
        if group:
            return _the_only(group)
    return None
