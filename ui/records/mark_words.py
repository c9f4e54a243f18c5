"""What the marks on records are called, in the list and beside the page."""

from collections import defaultdict
from collections.abc import Mapping

from app.case.casefile import CaseFile
from app.content.load import load_content
from app.model.record import Record
from app.model.relation import Relation
from app.model.sensitivity import Sensitivity
from app.phrases import _


def tag_title(tag: Sensitivity) -> str:
    """Give the plain words of a tag."""
    return load_content().sensitivity(tag).label


def record_title(record: Record | None) -> str:
    """Give the name of a record with its date: “MRI”, 12-Sep-2026."""
    if record is None:
        return _("a record that was removed")
    title = _("“{title}”").format(title=record.title)
    date = record.dates.service
    return f"{title}, {date.shown()}" if date.known else title


def private_records(case: CaseFile) -> frozenset[int]:
    """Give the records that have any tag."""
    return frozenset(case.marks.sensitivities())


def kept_back(case: CaseFile, version: int) -> frozenset[int]:
    """Give the records that their tag keeps out of a version, as nobody put them in by name."""
    chosen = case.versions.get(version)
    named = {one.record for one in chosen.selections} if chosen else set()
    return frozenset(
        record
        for record, tags in case.marks.sensitivities().items()
        if record not in named and any(tag.stays_out for tag in tags)
    )


def mark_words(case: CaseFile, version: int) -> Mapping[int, str]:
    """Give small words for the records that are marked in any way."""
    said: dict[int, list[str]] = defaultdict(list)
    for record in case.marks.sensitivities():
        said[record].append(_("Private"))
    for pair in case.marks.related():
        other = case.records.get(pair.other)
        if other is not None:
            words = _("Replaces {title}")
            if pair.relation is Relation.TRANSLATES:
                words = _("Translation of {title}")
            said[pair.record].append(words.format(title=other.title))
    chosen = case.versions.get(version)
    for record in {box.record for box in chosen.cover_ups} if chosen else ():
        said[record].append(_("Part covered"))
    return {record: " · ".join(parts) for record, parts in said.items()}
