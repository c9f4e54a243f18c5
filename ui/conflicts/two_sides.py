"""A conflict with its two sides as one fact, the way a form shows it."""

from collections.abc import Mapping

from app.model.journey.conflict import TwoSides, said_in
from app.model.record import Record
from app.phrases import _
from ui.facts.kind import FactKind, Tick, Who, Words
from ui.facts.line import Line

KIND = "conflict"


def conflict_kind() -> FactKind:
    """Give what is known of papers that do not agree."""
    return FactKind(
        code=KIND,
        title=_("Papers that do not agree"),
        new=_("New point on which papers do not agree"),
        fields=(
            Words(
                "about",
                _("What is it about?"),
                _("For example which side, which level, or which date"),
                must=_("Type what it is about, or remove it."),
            ),
            Words(
                "one",
                _("One says"),
                _("As it stands there, word by word"),
                lines=2,
                must=_("Type what the first one says, or remove the point."),
            ),
            Who("one_voice", _("Where does the first one stand?")),
            Words("other", _("The other says"), lines=2),
            Who("other_voice", _("Where does the other one stand?")),
            Words("note", _("Your note"), lines=2),
            Tick("settled", _("This is settled"), _("Somebody told you which of them holds.")),
        ),
        blank=TwoSides(0, ""),
        store=lambda case: case.journey.two_sided,
        line=_line,
        added=_("Note papers that do not agree"),
        changed=_("Change papers that do not agree"),
        removed=_("Remove papers that do not agree"),
    )


def _line(one: TwoSides, records: Mapping[int, Record]) -> Line:
    words = [
        _("{source}: “{words}”").format(source=source, words=text)
        for source, text in said_in(one, records)
    ]
    return Line(
        KIND,
        one.id,
        one.about,
        "\n".join(words),
        source=_("Settled") if one.settled else "",
        quiet=one.settled,
    )
