"""Allergies, medicines and what was tried; “none known” and “not asked” are told apart."""

from app.dossier.drawing import WITH_TABLE, Book
from app.dossier.pages.wording import allergy_state, medicine_state, strong
from app.dossier.styles import BODY, CELL
from app.dossier.table import Column, Row, table
from app.dossier.whereabouts import Voices
from app.model.journey.family import FamilyIllness
from app.model.story import Allergy, Asked, Medicine, Treatment
from app.phrases import Phrases
from app.typesetting.text import Piece


def draw_medicines(book: Book, voices: Voices) -> None:
    """Draw the three tables, or outright that there is nothing to put into them."""
    _, case = book.say, voices.plan.case
    book.part(_("Medicines, allergies and treatments"), "medicines")
    book.heading(_("Medicines, allergies and treatments so far"), 1)
    book.space(8)
    _state(
        book,
        _("Allergies and reactions"),
        case.allergies_asked,
        allergy_state(case.allergies_asked, _),
        len(case.allergies),
    )
    if case.allergies:
        _allergies(book, voices, case.allergies)
    book.space(12)
    now = [one for one in case.medicines if one.until is None]
    stopped = [one for one in case.medicines if one.until is not None]
    _state(
        book,
        _("Medicines taken now"),
        case.medicines_asked,
        medicine_state(case.medicines_asked, _),
        len(now),
    )
    if now:
        _medicines(book, voices, now)
    if stopped:
        book.space(12)
        book.heading(_("Medicines stopped"), 2, with_next=WITH_TABLE)
        book.space(4)
        _medicines(book, voices, stopped)
    book.space(12)
    book.heading(_("Tried so far"), 2, with_next=WITH_TABLE if case.treatments else 40)
    book.space(4)
    if case.treatments:
        _treatments(book, voices, case.treatments)
    else:
        book.paragraph(_("Nothing was written down here."), BODY)
    if case.journey.family:
        book.space(12)
        _family(book, voices, case.journey.family)


def _state(book: Book, head: str, asked: Asked, words: str, listed: int) -> None:
    """Draw the heading of a list and how far somebody was asked."""
    _ = book.say
    book.heading(head, 2, with_next=WITH_TABLE if listed else 40)
    book.space(4)
    if listed and asked is Asked.NONE_KNOWN:
        words = _("Marked as “{words}”, but something is listed. Ask about it.").format(words=words)
    elif listed and asked is Asked.NOT_ASKED:
        words = ""
    elif not listed and asked is Asked.LISTED:
        words = _("None are listed.")
    if words:
        book.paragraph(strong(words, BODY), BODY)
        book.space(4)


def _allergies(book: Book, voices: Voices, allergies: tuple[Allergy, ...]) -> None:
    _ = book.say
    columns = [
        Column(_("To what"), 104),
        Column(_("What happened"), 208),
        Column(_("When"), 68),
        Column(_("Source"), 116),
    ]
    rows = [
        Row(
            (
                strong(one.substance, CELL),
                one.reaction.strip() or _("Not given"),
                one.date.shown(),
                voices.pieces(one.voice),
            ),
            voices.bar(one.voice),
        )
        for one in allergies
    ]
    table(book, columns, rows)


def _medicines(book: Book, voices: Voices, medicines: list[Medicine]) -> None:
    _ = book.say
    columns = [
        Column(_("Medicine"), 90),
        Column(_("Dose and how often"), 106),
        Column(_("For"), 112),
        Column(_("Taken"), 88),
        Column(_("Source"), 100),
    ]
    rows = []
    for one in medicines:
        doses = [part for part in (one.dose.strip(), one.frequency.strip()) if part]
        cells = (
            strong(one.name, CELL),
            ", ".join(doses) or _("Not given"),
            one.purpose.strip() or _("Not given"),
            _taken(one, _),
            voices.pieces(one.voice),
        )
        rows.append(Row(cells, voices.bar(one.voice)))
    table(book, columns, rows)


def _taken(one: Medicine, say: Phrases) -> str:
    _, start = say, one.since.shown()
    if one.until is None:
        return _("since {date}").format(date=start) if one.since.known else _("start not known")
    if not one.until.known:
        words = _("since {date}, now stopped") if one.since.known else _("stopped, date not known")
        return words.format(date=start)
    if one.since.known:
        return _("{start} to {end}").format(start=start, end=one.until.shown())
    return _("until {date}, start not known").format(date=one.until.shown())


def _treatments(book: Book, voices: Voices, treatments: tuple[Treatment, ...]) -> None:
    _ = book.say
    columns = [
        Column(_("Treatment"), 116),
        Column(_("When, how long"), 82),
        Column(_("What it did"), 200),
        Column(_("Source"), 98),
    ]
    rows = []
    for one in treatments:
        name: list[str | Piece] = [strong(one.name, CELL)]
        if one.dose.strip():
            name.append("\n" + one.dose.strip())
        when = "\n".join(part for part in (one.dates.shown(), one.weeks.strip()) if part)
        result = one.result.strip() or _("Not given")
        if one.stopped_because.strip():
            result += "\n" + _("Stopped because: {reason}").format(
                reason=one.stopped_because.strip()
            )
        cells = (name, when, result, voices.pieces(one.voice))
        rows.append(Row(cells, voices.bar(one.voice)))
    table(book, columns, rows)


def _family(book: Book, voices: Voices, family: tuple[FamilyIllness, ...]) -> None:
    _ = book.say
    columns = [
        Column(_("Who"), 100),
        Column(_("Illness"), 190),
        Column(_("At what age"), 90),
        Column(_("Source"), 116),
    ]
    rows = []
    for one in family:
        illness = "\n".join(part for part in (one.illness, one.note.strip()) if part)
        age = one.age.strip() or _("Not given")
        cells = (strong(one.relative, CELL), illness, age, voices.pieces(one.voice))
        rows.append(Row(cells, voices.bar(one.voice)))
    table(book, columns, rows, heading=_("Illnesses in the family"))
