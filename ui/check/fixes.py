"""Where each finding of the Check is mended, and what the button for it says."""

from dataclasses import dataclass

from app.dossier.findings import Line
from app.model.record import Remark
from app.phrases import later


@dataclass(frozen=True, slots=True)
class Fix:
    """The place that mends a finding; `words` are those of the button, still to be translated."""

    place: str
    words: str
    covers: bool = False
    """Whether it goes on to cover parts of the page."""


_LOOK_AT_IT = Fix("records", later("Look at this record"))

FIXES: dict[str, Fix] = {
    "records.none": Fix("records", later("Add records")),
    "record.damaged": _LOOK_AT_IT,
    "patient.name": Fix("about", later("Add the name")),
    "patient.born": Fix("about", later("Add the birth date")),
    "questions.none": Fix("questions", later("Write a question")),
    "reasons.none": Fix("reasons", later("Choose a reason")),
    "diagnosis.none": Fix("diagnosis", later("Fill it in")),
    "plan.none": Fix("diagnosis", later("Fill it in")),
    "letter.none": Fix("records", later("Go to Records")),
    "choices.none": Fix("choices", later("Fill it in")),
    "decide_by.none": Fix("diagnosis", later("Set a date")),
    "decide_by.past": Fix("diagnosis", later("Change the date")),
    "medicines.not_asked": Fix("medicines", later("Answer for medicines")),
    "allergies.not_asked": Fix("medicines", later("Answer for allergies")),
    "record.date": Fix("records", later("Add a date")),
    "record.source": Fix("records", later("Say who made it")),
    "record.kind": Fix("records", later("Choose a kind")),
    "record.scan": _LOOK_AT_IT,
    "record.twice": _LOOK_AT_IT,
    "records.added": Fix("dossier", later("Choose what goes in")),
    "record.notes": _LOOK_AT_IT,
    "record.unseen": Fix("records", later("Cover them up"), covers=True),
    **{f"record.{remark}": _LOOK_AT_IT for remark in Remark},
    "record.other_person": _LOOK_AT_IT,
    "record.sensitive": _LOOK_AT_IT,
    "record.earlier": _LOOK_AT_IT,
    "record.translation": _LOOK_AT_IT,
    "record.photo": _LOOK_AT_IT,
    "record.sideways": _LOOK_AT_IT,
    "pseudonym.unknown": Fix("about", later("Add the name")),
    "pseudonym.words": Fix("search", later("Look for it")),
    "pseudonym.record": _LOOK_AT_IT,
    "pseudonym.page": _LOOK_AT_IT,
    "pseudonym.picture": _LOOK_AT_IT,
    "blind.nothing": Fix("records", later("Go to Records")),
    "blind.cost": Fix("dossier", later("Choose what goes in")),
    "blind.letter": _LOOK_AT_IT,
    "blind.nobody": Fix("diagnosis", later("Say who told you")),
    "blind.told": Fix("search", later("Look for it")),
    "blind.told_note": _LOOK_AT_IT,
    "blind.words": Fix("search", later("Look for it")),
    "blind.note": _LOOK_AT_IT,
    "blind.page": _LOOK_AT_IT,
    "blind.options": Fix("choices", later("See who said it")),
    "checklist.must": Fix("gaps", later("See what may be missing")),
    "checklist.left_out": Fix("dossier", later("Choose what goes in")),
    "outside.location": Fix("outside", later("Say where it is")),
    "cover.unused": _LOOK_AT_IT,
    "pages.most": Fix("dossier", later("Choose what goes in")),
    "citation.bin": Fix("records", later("See it in the bin")),
    "citation.left_out": _LOOK_AT_IT,
    "private.words": _LOOK_AT_IT,
    "private.results": _LOOK_AT_IT,
    "text.glyphs": Fix("dossier", later("See the pages")),
    "summary.overflow": Fix("dossier", later("See the summary")),
    "pages.budget": Fix("dossier", later("Choose what goes in")),
    "size.limit": Fix("dossier", later("See the size")),
    "password.refused": Fix("dossier", later("Change the password")),
    "pages.total": Fix("dossier", later("See the pages")),
    "approval.not_answered": Fix("dossier", later("Make a copy for review")),
    "approval.no": Fix("sent", later("See the answer")),
    "approval.changed": Fix("dossier", later("Make a copy for review")),
    "approval.yes": Fix("sent", later("See the answer")),
}
"""One for every code of the preflight."""


def fix_of(line: Line) -> Fix:
    """Give the fix of a finding."""
    return FIXES[line.code]
