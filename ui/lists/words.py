"""An entry of a file of own lists in words: all that the file says of it, and no more."""

from app.model.own_lists import ListKind
from app.model.own_lists_offer import Offer
from app.model.recipient_profile import RecipientProfile
from app.phrases import _, many
from ui.facts.kind import Pick
from ui.folds.group import Field, Note, Tick, Told, taken
from ui.recipients.groups import groups_of_recipient
from ui.recipients.words import started_from

_USUAL = RecipientProfile(0)


def kind_words(kind: ListKind, count: int) -> str:
    """Give the heading of one list."""
    words = {
        ListKind.CHECKLIST: _("Lines of your checklist ({n})"),
        ListKind.RECIPIENTS: _("Readers ({n})"),
        ListKind.QUESTIONS: _("Questions ({n})"),
    }[kind]
    return words.format(n=count)


def save_words(count: int) -> str:
    """Name the button that saves the ticked entries."""
    if not count:
        return _("Save as a file")
    words = many("Save 1 entry as a file", "Save {count} entries as a file", count)
    return words.format(count=count)


def take_words(count: int) -> str:
    """Name the button that takes the ticked entries in."""
    if not count:
        return _("Take into this case")
    words = many("Take 1 entry into this case", "Take {count} entries into this case", count)
    return words.format(count=count)


def details(offer: Offer) -> tuple[str, ...]:
    """Say all that the file has of an entry beside its words: what a reader wishes."""
    if isinstance(offer.value, str):
        return ()
    profile, began = offer.value, started_from(offer.value)
    wishes = (
        _wish(profile, field)
        for group in groups_of_recipient()
        for field in group.fields
        if field.name.startswith("wishes.")
    )
    start = (_("Kind of reader: {words}").format(words=began),) if began else ()
    return (*start, *filter(None, wishes))


def _wish(profile: RecipientProfile, field: Field) -> str:
    """Give the line for one wish; "" where nobody said anything about it."""
    if isinstance(field, Note):
        return ""
    value = taken(profile, field.name)
    if value == taken(_USUAL, field.name):
        return ""
    if isinstance(field, Tick):
        return field.label
    shown = str(value)
    if isinstance(field, Pick | Told):
        shown = next((one[1] for one in field.choices if one[0] == value), shown)
    if isinstance(value, float):
        shown = f"{value:g}"
    joint = " " if field.label.endswith("?") else ": "
    return field.label + joint + shown.replace("\n", ", ")
