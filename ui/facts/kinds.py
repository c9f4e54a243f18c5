"""Medicines, allergies and treatments, as lists and forms show them."""

from collections.abc import Mapping

from app.model.record import Record
from app.model.source_words import voice_words
from app.model.story import Allergy, Medicine, Treatment
from app.model.voice import Said, Voice
from app.phrases import _
from ui.facts.kind import FactKind, When, Words, who
from ui.facts.line import Line

Records = Mapping[int, Record]


def medicine_kind() -> FactKind:
    """Give what is known of a medicine."""
    return FactKind(
        code="medicine",
        title=_("Medicine"),
        new=_("New medicine"),
        fields=(
            Words(
                "name",
                _("Name of the medicine"),
                _("As it stands on the box. One you buy without a prescription counts too."),
                must=_("Type the name of the medicine, or remove it."),
            ),
            Words("dose", _("Dose, as on the label"), _("For example 500 mg")),
            Words("frequency", _("How often?"), _("For example twice a day, with food")),
            Words("purpose", _("What is it for?")),
            When("since", _("Since when?")),
            When(
                "until",
                _("Until when?"),
                _("Leave it empty if you do not know."),
                begins=_("It was stopped"),
                ends=_("It is still taken"),
            ),
            who(),
        ),
        blank=Medicine(0, ""),
        store=lambda case: case.medicines,
        line=_medicine_line,
        added=_("Add a medicine"),
        changed=_("Change a medicine"),
        removed=_("Remove a medicine"),
    )


def allergy_kind() -> FactKind:
    """Give what is known of an allergy."""
    return FactKind(
        code="allergy",
        title=_("Allergy"),
        new=_("New allergy"),
        fields=(
            Words(
                "substance",
                _("To what?"),
                _("A medicine, a food, latex, contrast dye, or anything else"),
                must=_("Type what it is, or remove the line."),
            ),
            Words("reaction", _("What happened?"), _("For example a rash, or trouble breathing")),
            When("date", _("When was that?")),
            who(),
        ),
        blank=Allergy(0, ""),
        store=lambda case: case.allergies,
        line=_allergy_line,
        added=_("Add an allergy"),
        changed=_("Change an allergy"),
        removed=_("Remove an allergy"),
    )


def treatment_kind() -> FactKind:
    """Give what is known of a treatment that was tried."""
    return FactKind(
        code="treatment",
        title=_("Treatment"),
        new=_("New treatment"),
        fields=(
            Words(
                "name",
                _("What was tried?"),
                _("For example exercises, an injection, an operation or a diet"),
                must=_("Type what was tried, or remove the line."),
            ),
            When("dates", _("When?"), _("A rough time is fine.")),
            Words("dose", _("How much, or how often?"), _("For example 400 mg, or twice a week")),
            Words("weeks", _("For how long?"), _("For example 6 weeks")),
            Words("result", _("What did it do?"), lines=2),
            Words("stopped_because", _("Why did it end?"), lines=2),
            who(),
        ),
        blank=Treatment(0, ""),
        store=lambda case: case.treatments,
        line=_treatment_line,
        added=_("Add a treatment"),
        changed=_("Change a treatment"),
        removed=_("Remove a treatment"),
    )


def is_said(voice: Voice) -> bool:
    """Tell whether somebody said it."""
    return isinstance(voice, Said)


def taken(one: Medicine) -> str:
    """Say from when to when a medicine is taken."""
    if one.until is None:
        return _("since {date}").format(date=one.since.shown()) if one.since.known else ""
    if one.until.known and one.since.known:
        return _("{start} to {end}").format(start=one.since.shown(), end=one.until.shown())
    if one.until.known:
        return _("until {date}").format(date=one.until.shown())
    return _("stopped, date not known")


def _medicine_line(one: Medicine, records: Records) -> Line:
    facts = (one.dose, one.frequency, one.purpose, taken(one))
    return Line(
        "medicine",
        one.id,
        one.name,
        " · ".join(part for part in facts if part),
        source=voice_words(one.voice, records),
        said=is_said(one.voice),
        quiet=one.until is not None,
    )


def _allergy_line(one: Allergy, records: Records) -> Line:
    facts = (one.reaction, one.date.shown() if one.date.known else "")
    return Line(
        "allergy",
        one.id,
        one.substance,
        " · ".join(part for part in facts if part),
        source=voice_words(one.voice, records),
        said=is_said(one.voice),
    )


def _treatment_line(one: Treatment, records: Records) -> Line:
    when = one.dates.shown() if one.dates.known else ""
    facts = [" · ".join(part for part in (when, one.dose, one.weeks) if part), one.result]
    if one.stopped_because:
        facts.append(_("Ended because: {reason}").format(reason=one.stopped_because))
    return Line(
        "treatment",
        one.id,
        one.name,
        "\n".join(part for part in facts if part),
        source=voice_words(one.voice, records),
        said=is_said(one.voice),
    )
