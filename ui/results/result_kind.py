"""Results of tests, as lists and forms show them."""

from collections.abc import Mapping, Sequence

from app.case.casefile import CaseFile
from app.model.record import Record
from app.model.result import Result
from app.model.source_words import voice_words
from app.model.voice import Said
from app.phrases import _
from ui.facts.kind import FactKind, When, Words, who
from ui.facts.line import Line


def result_kind() -> FactKind:
    """Give what is known of a result."""
    return FactKind(
        code="result",
        title=_("Result"),
        new=_("New result"),
        fields=(
            Words(
                "name",
                _("Name of the test"),
                _("As the paper says it. The same name and unit make one chart."),
                must=_("Type the name of the test, or remove the result."),
                offered=lambda case: _known(case, "name"),
            ),
            Words(
                "value",
                _("Value"),
                _("Exactly as it is printed: 7.2, <5 or positive"),
                must=_("Type the value, or remove the result."),
            ),
            Words("unit", _("Unit"), _("For example % or mg/dL"), offered=_units),
            When("date", _("Date of the test")),
            Words(
                "reference",
                _("The lab’s own range"),
                _("Only if the paper prints one, for example 4.0 - 5.6 or < 5"),
                offered=lambda case: _known(case, "reference"),
            ),
            who(),
        ),
        blank=Result(0, "", ""),
        store=lambda case: case.results,
        line=_line,
        added=_("Add a result"),
        changed=_("Change a result"),
        removed=_("Remove a result"),
    )


def value_words(one: Result) -> str:
    """Give the value with its unit."""
    return f"{one.value} {one.unit}".strip()


def _known(case: CaseFile, name: str) -> Sequence[str]:
    return sorted({str(getattr(one, name)) for one in case.results.all()} - {""})


def _units(case: CaseFile) -> Sequence[str]:
    return _known(case, "unit")


def _line(one: Result, records: Mapping[int, Record]) -> Line:
    more = _("The lab’s own range: {range}").format(range=one.reference) if one.reference else ""
    return Line(
        "result",
        one.id,
        value_words(one),
        more,
        lead=one.date.shown() if one.date.known else _("date not known"),
        source=voice_words(one.voice, records),
        said=isinstance(one.voice, Said),
    )
