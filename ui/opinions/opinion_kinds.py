"""An opinion and its points, as lists and forms show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.case.casefile import CaseFile
from app.content.load import load_content
from app.model.journey.opinion import Opinion, OpinionPart, Point
from app.model.journey.row_words import opinion_kind_words
from app.phrases import _
from ui.facts.kind import FactKind, Number, OfRecord, Pick, Tick, When, Words
from ui.facts.line import Line
from ui.recipients.words import called

MOST_PAGES = 9999


@dataclass(frozen=True, slots=True)
class PointsOf:
    """The points of one opinion in one of the four parts, as a store of their own."""

    case: CaseFile
    opinion: int
    part: OpinionPart

    def all(self) -> list[Point]:
        """Give them in the order of adding."""
        return [
            one
            for one in self.case.journey.points.all()
            if one.opinion == self.opinion and one.part is self.part
        ]

    def add(self, point: Point, /) -> int:
        """Add one and give its id."""
        return self.case.journey.points.add(point)

    def save(self, point: Point, /) -> None:
        """Write one that was changed."""
        self.case.journey.points.save(point)

    def remove(self, number: int, /) -> None:
        """Take one away."""
        self.case.journey.points.remove(number)


def opinion_kind(case: CaseFile) -> FactKind:
    """Give what is known of an opinion; the recipients of the case may have given it."""
    return FactKind(
        code="opinion",
        title=_("About this opinion"),
        new=_("New opinion"),
        fields=(
            Words(
                "doctor",
                _("Name of the doctor"),
                must=_("Type the name of the doctor, or remove the opinion."),
                offered=_names,
            ),
            Words("field", _("Field"), _("For example spine surgery")),
            Words("place", _("Hospital or town")),
            When("date", _("When was it given?")),
            Pick("kind", _("How was it given?"), tuple(opinion_kind_words().items())),
            OfRecord("record", _("The report"), _("A letter or report that says so.")),
            Pick("recipient", _("Who of “Who will read it” gave it?"), givers(case)),
            Words("note", _("Your note"), lines=2),
        ),
        blank=Opinion(0, ""),
        store=lambda case: case.journey.opinions,
        line=lambda one, _records: Line("opinion", one.id, one.doctor),
        added=_("Add an opinion"),
        changed=_("Change an opinion"),
        removed=_("Remove an opinion"),
    )


def givers(case: CaseFile) -> tuple[tuple[object, str], ...]:
    """Give who may have given an opinion, each with its words: nobody, or a recipient."""
    known = ((one.id, called(one)) for one in case.recipients.all())
    return ((None, _("Nobody in that list")), *known)


def _names(case: CaseFile) -> Sequence[str]:
    known = {one.recipient.name for one in case.recipients.all()} | set(case.records.sources())
    return sorted(known - {""}, key=str.casefold)


def point_kind(opinion: int, part: OpinionPart) -> FactKind:
    """Give what is known of a point in one part of an opinion."""
    code = f"point-{opinion}-{part.value}"
    return FactKind(
        code=code,
        title=load_content().part(part.value).title,
        new=_("New point"),
        fields=(
            Words(
                "text",
                _("What does it say?"),
                lines=3,
                must=_("Type what the doctor says, or remove the point."),
            ),
            verbatim(),
            page(),
        ),
        blank=Point(0, opinion, part, ""),
        store=lambda case: PointsOf(case, opinion, part),
        line=lambda one, _records: Line(
            code, one.id, quoted(one.text, one.verbatim), page_words(one.page)
        ),
        added=_("Add a point of an opinion"),
        changed=_("Change a point of an opinion"),
        removed=_("Remove a point of an opinion"),
    )


def verbatim() -> Tick:
    """Give the field for whose words they are."""
    return Tick(
        "verbatim",
        _("These are the doctor’s own words"),
        _("They are then shown in quotation marks."),
    )


def page() -> Number:
    """Give the field for the page of the report."""
    return Number("page", _("Page of the report"), least=1, most=MOST_PAGES)


def quoted(text: str, verbatim: bool) -> str:
    """Give words in quotation marks when they are the doctor's own."""
    return f"“{text}”" if verbatim and text else text


def page_words(number: int | None) -> str:
    """Say on which page of the report it stands; "" when nobody said."""
    return _("Page {n} of the report").format(n=number) if number else ""


def part_text(part: OpinionPart) -> str:
    """Say what a part of an opinion is about."""
    return load_content().part(part.value).text
