"""Things outside the PDF in words: what they are, and where they are now."""

from collections.abc import Callable

from app.model.outside_item import OutsideItem, OutsideKind

Say = Callable[[str], str]

_LABELLED = frozenset(
    {
        OutsideKind.DISC,
        OutsideKind.FILM,
        OutsideKind.SLIDES,
        OutsideKind.BLOCKS,
        OutsideKind.RAW_EEG,
        OutsideKind.GENETIC_DATA,
        OutsideKind.VIDEO,
    }
)


def kind_words(kind: OutsideKind, say: Say) -> str:
    """Say what kind of thing it is."""
    _ = say
    return {
        OutsideKind.NOT_SAID: _("Not said"),
        OutsideKind.DISC: _("Disc (CD, DVD or stick)"),
        OutsideKind.DOWNLOAD: _("Link to download"),
        OutsideKind.FILM: _("Film"),
        OutsideKind.SLIDES: _("Slides"),
        OutsideKind.BLOCKS: _("Tissue blocks"),
        OutsideKind.RAW_EEG: _("Raw EEG curves"),
        OutsideKind.GENETIC_DATA: _("Raw gene data"),
        OutsideKind.VIDEO: _("Video"),
        OutsideKind.PAPER: _("Paper"),
        OutsideKind.OTHER: _("Something else"),
    }[kind]


def facts_of(one: OutsideItem, say: Say) -> tuple[str, ...]:
    """Give lines on what a thing is: kind and count, what it shows, when and where it was made."""
    _ = say
    kind = kind_words(one.kind, say) if one.kind is not OutsideKind.NOT_SAID else ""
    made = [one.studied.shown() if one.studied.known else "", one.facility.strip()]
    number = one.accession.strip()
    lines = (
        ", ".join(part for part in (kind, one.count.strip()) if part),
        one.shows.strip(),
        ", ".join(part for part in made if part),
        _("Number {number}").format(number=number) if number else "",
    )
    return tuple(line for line in lines if line)


def where_words(one: OutsideItem, say: Say) -> tuple[str, ...]:
    """Give lines on where a thing is now, and how it travels."""
    _, lines = say, []
    if one.location.strip():
        lines.append(_("Now: {place}").format(place=one.location.strip()))
    if sent := sent_words(one, say):
        lines.append(sent)
    elif how := travel_words(one, say):
        lines.append(how[:1].upper() + how[1:])
    if one.received_on.known:
        lines.append(_("Received {date}").format(date=one.received_on.shown()))
    if one.returned_on.known:
        lines.append(_("Returned {date}").format(date=one.returned_on.shown()))
    elif one.return_by.known:
        lines.append(_("Must be back by {date}").format(date=one.return_by.shown()))
    return tuple(lines)


def sent_words(one: OutsideItem, say: Say) -> str:
    """Say where a thing was sent, when, and by whom; "" where it was not."""
    _ = say
    to = one.sent_to.strip()
    if to and one.sent_on.known:
        words = _("Sent to {name}, {date}").format(name=to, date=one.sent_on.shown())
    elif to:
        words = _("To be sent to {name}").format(name=to)
    elif one.sent_on.known:
        words = _("Sent {date}").format(date=one.sent_on.shown())
    else:
        return ""
    return ", ".join(part for part in (words, travel_words(one, say)) if part)


def travel_words(one: OutsideItem, say: Say) -> str:
    """Give courier and tracking number, as far as they are known."""
    _ = say
    courier, number = one.courier.strip(), one.tracking.strip()
    tracking = _("tracking {number}").format(number=number) if number else ""
    return ", ".join(part for part in (courier, tracking) if part)


def gets_label(one: OutsideItem) -> bool:
    """Whether it is a thing that travels and can bear a label."""
    return one.kind in _LABELLED and not one.returned_on.known


def travels(one: OutsideItem) -> bool:
    """Whether it belongs on a shipping list: it can bear a label, or says where it is sent."""
    return not one.returned_on.known and (gets_label(one) or bool(one.sent_to.strip()))
