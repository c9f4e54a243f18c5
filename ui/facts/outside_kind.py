"""The register of things outside the PDF, as its list and form show it."""

from collections.abc import Mapping

from app.case.casefile import CaseFile
from app.model.outside_item import OutsideItem, OutsideKind
from app.model.outside_words import facts_of, kind_words, where_words
from app.model.record import Record
from app.phrases import _
from ui.facts.kind import FactKind, Field, OfRecord, Pick, When, Words
from ui.facts.line import Line


def outside_kind() -> FactKind:
    """Give what is known of a thing that is not in the PDF."""
    return FactKind(
        code="outside",
        title=_("Thing outside this file"),
        new=_("New thing outside this file"),
        fields=(*_what(), *_travel(), *_more()),
        blank=OutsideItem(0, ""),
        store=lambda case: case.outside,
        line=_line,
        added=_("Add a thing outside this file"),
        changed=_("Change a thing outside this file"),
        removed=_("Remove a thing outside this file"),
    )


def _what() -> tuple[Field, ...]:
    return (
        Words(
            "what",
            _("What is it?"),
            _("For example scan pictures on a disc, or a letter that has not come yet"),
            must=_("Type what it is, or remove the line."),
        ),
        Pick("kind", _("Which kind?"), tuple((one, kind_words(one, _)) for one in OutsideKind)),
        Words("shows", _("What does it show?"), _("For example MRI of the lower back")),
        When("studied", _("When was it made?")),
        Words("facility", _("Where was it made?"), _("A hospital, a lab"), offered=_facilities),
        Words("accession", _("Its number there"), _("The case or accession number")),
        Words("count", _("How many?"), _("For example 12 slides, 2 blocks")),
        OfRecord("record", _("The report that belongs to it")),
    )


def _travel() -> tuple[Field, ...]:
    return (
        Words("location", _("Where is it now?")),
        Words("sent_to", _("To whom is it sent?"), _("The doctor’s name, and the address")),
        When("sent_on", _("When was it sent?")),
        Words("courier", _("By which courier?")),
        Words("tracking", _("Tracking number")),
        When("received_on", _("When did it arrive?")),
        When("return_by", _("By when must it be back?")),
        When("returned_on", _("When was it given back?")),
    )


def _more() -> tuple[Field, ...]:
    return (
        Words("why", _("Why is it not in here?"), lines=2),
        Words("how_to_get", _("How can the doctor get it?"), lines=2),
    )


def _facilities(case: CaseFile) -> list[str]:
    return sorted({one.source for one in case.records.all() if one.source})


def _line(one: OutsideItem, records: Mapping[int, Record]) -> Line:
    report = records.get(one.record) if one.record is not None else None
    more = (*facts_of(one, _), *where_words(one, _), one.why, one.how_to_get)
    return Line(
        "outside",
        one.id,
        one.what,
        "\n".join(part for part in more if part),
        source=report.title if report else "",
        quiet=one.returned_on.known,
    )
