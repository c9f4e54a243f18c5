"""The lists of the summary: allergies, medicines, what was tried, the story in dates."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.dossier.drawing import Book
from app.dossier.pages.wording import allergy_state, cut_short, medicine_state, strong
from app.dossier.sheet import Bar
from app.dossier.whereabouts import Voices
from app.model.journey.limit_words import limits_told, none_words, told_words
from app.model.story import Asked
from app.model.voice import Voice
from app.typesetting.script import flat
from app.typesetting.style import Style
from app.typesetting.text import Goal, Line, Piece, wrap

BETWEEN = 2.0
"""The points between two lines of a list, so that each has its own bar."""

_FEWEST_TOLD = 3
_TABLES = Goal(anchor="medicines")


@dataclass(frozen=True, slots=True)
class Cut:
    """Words for the summary, and a sentence for each thing that it leaves to another page."""

    words: list[str | Piece]
    overflow: list[str]


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a list, and the bar beside it."""

    words: list[str | Piece]
    bar: Bar | None


def draw_listed(book: Book, one: Listed, x: float, style: Style, wide: float) -> None:
    """Set a line with its bar; the dotted one has words for who cannot see it."""
    top, tag, lines = book.y, book.here.add("P"), book.wrap(one.words, style, wide)
    below = top + sum(line.height for line in lines)
    if one.bar is Bar.SAID:
        mark = tag.add("Figure", book.say("said, not checked"))
        mark.box = (x - 8.2, book.height - below, x - 5.8, book.height - top)
        with book.sheet.tagged(mark):
            book.sheet.bar(x - 7, top + 1, below - 1, one.bar)
    elif one.bar:
        book.sheet.bar(x - 7, top + 1, below - 1, one.bar)
    book.space(book.sheet.lines(x, top, lines, tag))


def height_of(*blocks: Sequence[Line]) -> float:
    """Give the points that all these lines take below each other."""
    return sum(line.height for lines in blocks for line in lines)


def _cite(voices: Voices, voice: Voice) -> list[str | Piece]:
    pieces = voices.brief(voice)
    return [" ", *pieces] if pieces else []


def listed_limits(voices: Voices, limit: int) -> list[Listed]:
    """Give what limits tests in one line, or outright that there is nothing of it."""
    _, limits = voices.say, voices.plan.case.journey.limits
    told = limits_told(limits, _)
    if not told:
        none = none_words(limits, _)
        return [Listed([cut_short(none, limit)], Bar.SAID)] if none else []
    words = "; ".join(flat(told_words(one, _)) for one in told)
    return [Listed([cut_short(words, limit)], Bar.SAID)]


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
        what, reaction = (cut_short(text, limit) for text in known)
        words += ["; " if place else " ", strong(what, style)]
        words += [f" ({reaction})"] if reaction else []
        words += [" ", *voices.unbarred(one.voice)]
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
        name, amount = (cut_short(text, limit) for text in known)
        words += ["; " if place else " ", name, f" {amount}" if amount else ""]
        if (name, amount) != known:
            overflow.append(
                _("The summary had no room for all of the medicine “{name}”.").format(name=name)
            )
    if len(now) > most:
        form = _("The summary shows {shown} of {count} medicines.")
        overflow.append(form.format(shown=most, count=len(now)))
        return Cut([*words, "; ", _all(voices, len(now))], overflow)
    return Cut([*words, " ", voices.page_link(_("see p. {page}"), _TABLES)], overflow)


def _all(voices: Voices, count: int) -> Piece:
    form = voices.say("all {count} on p. {{page}}").format(count=count)
    return voices.page_link(form, _TABLES)


def tried(voices: Voices, most: int, limit: int) -> list[Listed]:
    """Give a line for each of the first `most` treatments, and where the others are."""
    treatments = voices.plan.case.treatments
    lines: list[Listed] = []
    for one in treatments[:most]:
        parts = [flat(one.name), one.dates.shown() if one.dates.known else "", flat(one.result)]
        text = ": ".join(part for part in (", ".join(filter(None, parts[:2])), parts[2]) if part)
        words = [cut_short(text, limit), *_cite(voices, one.voice)]
        lines.append(Listed(words, voices.bar(one.voice)))
    if lines and len(treatments) > most:
        lines[-1].words.extend([" ", _all(voices, len(treatments))])
    return lines


def told_story(voices: Voices, style: Style, wide: float, free: float) -> list[Listed]:
    """Give the newest events that fit into `free` points, oldest first; at most eight lines.

    The timeline has them all, and the last line says so when some are missing.
    Where there is room for one or two alone, none is given: they tell no story.
    """
    _, events = voices.say, voices.plan.case.events
    dated = sorted((one for one in events if one.date.known), key=lambda one: one.date.sort_key)
    told: list[Listed] = []
    used = 2.0
    for one in reversed(dated[-8:]):
        text = cut_short(flat(one.text), 90)
        words: list[str | Piece] = [strong(one.date.shown(), style), f"  {text}"]
        words += _cite(voices, one.voice)
        used += sum(line.height for line in wrap(words, style, wide, voices.fonts)) + BETWEEN
        if used + style.leading > free:
            break
        told.insert(0, Listed(words, voices.bar(one.voice)))
    if len(told) < min(_FEWEST_TOLD, len(dated)):
        return []
    if told and len(told) < len(events):
        form = _("all {count} events on p. {{page}}").format(count=len(events))
        told.append(Listed([voices.page_link(form, Goal(anchor="timeline"))], None))
    return told
