"""The lists of the summary: allergies, medicines, what was tried, the story in dates."""

from dataclasses import dataclass

from app.dossier.pages.wording import allergy_state, medicine_state, shortened, strong
from app.dossier.whereabouts import Voices
from app.model.story import Asked
from app.model.voice import Voice
from app.typesetting.script import flat
from app.typesetting.style import Style
from app.typesetting.text import Goal, Piece, wrap


@dataclass(frozen=True, slots=True)
class Cut:
    """Words for the summary, and a sentence for each thing that it leaves to another page."""

    words: list[str | Piece]
    overflow: list[str]


def _cite(voices: Voices, voice: Voice) -> list[str | Piece]:
    return [" ", *voices.pieces(voice)]


def listed_allergies(voices: Voices, style: Style, most: int, limit: int) -> Cut:
    """Give the allergies, or outright that there are none or that nobody asked."""
    _, case = voices.say, voices.plan.case
    state = allergy_state(case.allergies_asked, _)
    if not case.allergies:
        return Cut([strong(state or _("Allergies: none are listed"), style)], [])
    words: list[str | Piece] = [strong(_("Allergies:"), style)]
    overflow = []
    if case.allergies_asked in (Asked.NONE_KNOWN, Asked.NOT_SURE):
        words = [strong(f"{state}.", style), " ", strong(_("Listed:"), style)]
    for place, one in enumerate(case.allergies[:most]):
        known = (flat(one.substance), flat(one.reaction))
        what, reaction = (shortened(text, limit) for text in known)
        words += ["; " if place else " ", strong(what, style)]
        words += [f" ({reaction})"] if reaction else []
        words += _cite(voices, one.voice)
        if (what, reaction) != known:
            overflow.append(
                _("The summary had no room for all of the allergy “{name}”.").format(name=what)
            )
    if len(case.allergies) > most:
        words += ["; ", _all(voices, len(case.allergies))]
        form = _("The summary shows {shown} of {count} allergies.")
        overflow.append(form.format(shown=most, count=len(case.allergies)))
    return Cut(words, overflow)


def listed_medicines(voices: Voices, style: Style, most: int, limit: int) -> Cut:
    """Give the medicines that are taken now, or outright that there are none."""
    _, case = voices.say, voices.plan.case
    now = [one for one in case.medicines if one.until is None]
    state = medicine_state(case.medicines_asked, _)
    if not now:
        return Cut([strong(state or _("Medicines: none are listed"), style)], [])
    words: list[str | Piece] = [strong(_("Medicines:"), style)]
    if case.medicines_asked in (Asked.NONE_KNOWN, Asked.NOT_SURE):
        words = [strong(f"{state}.", style), " ", strong(_("Listed:"), style)]
    overflow = []
    for place, one in enumerate(now[:most]):
        known = (flat(one.name), flat(f"{one.dose} {one.frequency}"))
        name, amount = (shortened(text, limit) for text in known)
        words += ["; " if place else " ", name, f" {amount}" if amount else ""]
        if (name, amount) != known:
            overflow.append(
                _("The summary had no room for all of the medicine “{name}”.").format(name=name)
            )
    if len(now) > most:
        form = _("The summary shows {shown} of {count} medicines.")
        overflow.append(form.format(shown=most, count=len(now)))
    return Cut([*words, "; ", _all(voices, len(now))], overflow)


def _all(voices: Voices, count: int) -> Piece:
    form = voices.say("all {count} on p. {{page}}").format(count=count)
    return voices.page_link(form, Goal(anchor="medicines"))


def tried(voices: Voices, most: int, limit: int) -> list[list[str | Piece]]:
    """Give a line for each of the first `most` treatments, and where the others are."""
    _, treatments = voices.say, voices.plan.case.treatments
    lines: list[list[str | Piece]] = []
    for one in treatments[:most]:
        parts = [flat(one.name), one.dates.shown() if one.dates.known else "", flat(one.result)]
        text = ": ".join(part for part in (", ".join(filter(None, parts[:2])), parts[2]) if part)
        short = shortened(text, limit)
        lines.append([short, "…" if short != text else "", *_cite(voices, one.voice)])
    if lines and len(treatments) > most:
        lines[-1] += [" ", _all(voices, len(treatments))]
    return lines


def told_story(voices: Voices, style: Style, wide: float, free: float) -> list[list[str | Piece]]:
    """Give the newest events that fit into `free` points, oldest first; at most eight lines.

    The timeline has them all, and the last line says so when some are missing.
    """
    _, events = voices.say, voices.plan.case.events
    dated = sorted((one for one in events if one.date.known), key=lambda one: one.date.sort_key)
    told: list[list[str | Piece]] = []
    used = 2.0
    for one in reversed(dated[-8:]):
        whole = flat(one.text)
        text = shortened(whole, 90)
        words: list[str | Piece] = [strong(one.date.shown(), style), f"  {text}"]
        words += ["…" if text != whole else "", *_cite(voices, one.voice)]
        used += sum(line.height for line in wrap(words, style, wide, voices.fonts))
        if used + style.leading > free:
            break
        told.insert(0, words)
    if told and len(told) < len(events):
        form = _("all {count} events on p. {{page}}").format(count=len(events))
        told.append([voices.page_link(form, Goal(anchor="timeline"))])
    return told
