"""What the chosen checklists and reasons ask for, each line under the code it is kept by."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.content.pack import Content
from app.content.values import ChecklistLine, WantedRecord
from app.model.journey.checklist import MUST, SHOULD, Gap, Wish, gaps_of
from app.model.story import CaseSnapshot

BASE = "base"
"""The code of the list that every case begins with."""


def wishes_of(
    content: Content, specialties: Sequence[str], reasons: Sequence[str]
) -> tuple[Wish, ...]:
    """Give all lines of the base list, of the chosen lists and additions, and of the reasons.

    What a reason ranks first is wanted most. What the program makes itself
    is left out, and so are codes that this version does not know.
    """
    same = {one.line: one.means for one in content.same}
    return tuple(
        wish
        for one in (*_of_lists(content, specialties), *_of_reasons(content, reasons))
        for wish in _under_its_codes(one, same.get(one.code, ()))
    )


def case_gaps(content: Content, case: CaseSnapshot) -> tuple[Gap, ...]:
    """Give the merged checklist of a case with what the person wrote about each line."""
    specialties = [one.code for one in case.journey.specialties]
    wishes = wishes_of(content, specialties, [one.code for one in case.reasons])
    return gaps_of(wishes, case.journey)


def choosable(content: Content) -> tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]:
    """Give code and label of each list that can be chosen, with those of its additions."""
    return tuple(
        (one.code, one.label, tuple((more.code, more.label) for more in one.additions))
        for one in content.checklists
        if one.code != BASE
    )


def _under_its_codes(wish: Wish, means: tuple[str, ...]) -> Iterator[Wish]:
    for code in means or (wish.code,):
        yield replace(wish, code=code, line=wish.code)


def _of_lists(content: Content, specialties: Sequence[str]) -> Iterator[Wish]:
    for one in content.checklists:
        if one.code == BASE or one.code in specialties:
            yield from _wishes(one.lines, one.label)
        for addition in one.additions:
            if addition.code in specialties:
                yield from _wishes(addition.lines, addition.label)


def _wishes(lines: Iterable[ChecklistLine], origin: str) -> Iterator[Wish]:
    for line in lines:
        yield Wish(
            line.id,
            line.text,
            line.priority,
            origin,
            line.ask_for,
            line.kinds,
            line.original,
            line.note,
        )


def _of_reasons(content: Content, reasons: Sequence[str]) -> Iterator[Wish]:
    known = [one for one in content.reasons if one.code in reasons]
    for reason in known:
        for record in reason.records:
            if record.kinds:
                yield Wish(
                    record.id, record.text, _priority(record), reason.title, kinds=record.kinds
                )


def _priority(record: WantedRecord) -> int:
    return MUST if record.rank == 1 else SHOULD
