"""Events of the timeline, as lists and forms show them."""

from app.model.partial_date import NOT_KNOWN
from app.model.story import Event, EventKind
from app.phrases import _
from ui.facts.kind import FactKind, Pick, When, Words, who
from ui.timeline.happenings import event_line
from ui.timeline.marks import lane_name


def event_kind() -> FactKind:
    """Give what is known of an event."""
    return FactKind(
        code="event",
        title=_("Event"),
        new=_("New event"),
        fields=(
            Words(
                "text",
                _("What happened, or is planned?"),
                _("One line is enough."),
                lines=2,
                must=_("Type what happened, or remove the event."),
            ),
            Pick("kind", _("What was it?"), tuple((one, lane_name(one)) for one in EventKind)),
            When("date", _("When?"), _("A rough date is fine. Leave out what you do not know.")),
            who(),
        ),
        blank=Event(0, EventKind.SYMPTOM, NOT_KNOWN, ""),
        store=lambda case: case.timeline,
        line=event_line,
        added=_("Add an event"),
        changed=_("Change an event"),
        removed=_("Remove an event"),
    )
