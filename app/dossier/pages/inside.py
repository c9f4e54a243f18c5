"""What is inside: the parts of the dossier beside the groups of records, each with its page."""

from dataclasses import dataclass

from app.dossier.choices_told import has_choices, options_wanted
from app.dossier.drawing import Book
from app.dossier.groups import lettered
from app.dossier.pages.changes import changes_have_a_page
from app.dossier.pages.divider import divider_anchor, has_dividers
from app.dossier.pages.index import records_and_pages
from app.dossier.pages.outside import how_many_outside
from app.dossier.pages.tests import has_tests
from app.dossier.pages.who_said_what import comes_early, has_who_said_what
from app.dossier.styles import BLUE, BODY, HAIR, HEAD2, SMALL
from app.dossier.whereabouts import Voices
from app.typesetting.fonts import Face
from app.typesetting.style import INK, Style
from app.typesetting.text import Goal

GUTTER = 24.0
"""The points between the two columns of the cover."""

_PITCH, _LEAST_PITCH = 18.0, 13.0
_PART = Style(Face.SEMIBOLD, BODY.size, BODY.leading)


@dataclass(frozen=True, slots=True)
class Inside:
    """A line of what is inside; `note` says in a few words how much it is."""

    title: str
    goal: Goal
    note: str = ""


def parts_inside(voices: Voices) -> list[Inside]:
    """Give the lines for our own parts; a part that the dossier does not have has none."""
    _, outside = voices.say, how_many_outside(voices)
    several = _("{count} things").format(count=outside)
    choices = {"choices": (_("Options and risks"), "")} if has_choices(voices.plan) else {}
    told = {"who-said-what": (_("Who said what"), "")} if has_who_said_what(voices) else {}
    tests = {"tests": (_("Tests so far"), "")} if has_tests(voices.plan.case) else {}
    early, told_early = options_wanted(voices.plan.case), comes_early(voices)
    parts = {
        "summary": (_("One-page summary"), _("start here")),
        **(choices if early else {}),
        **(told if told_early else {}),
        "questions": (_("Questions"), ""),
        "story": (_("The story in full"), ""),
        "index": (_("Index of records"), ""),
        "timeline": (_("Timeline"), ""),
        "medicines": (_("Medicines, allergies, treatments"), ""),
        **({} if early else choices),
        **({} if told_early else told),
        "results": (_("Key results over time"), ""),
        **tests,
        "outside": (_("What is not in this PDF"), _("1 thing") if outside == 1 else several),
        "about": (_("About this dossier"), ""),
    }
    if changes_have_a_page(voices.plan.replaces):
        parts["changes"] = (_("What changed"), "")
    known = voices.where.anchors or parts
    return [
        Inside(title, Goal(anchor=name), note)
        for name, (title, note) in parts.items()
        if name in known
    ]


def groups_inside(voices: Voices) -> list[Inside]:
    """Give the lines for the groups of records."""
    form, divided = voices.say("{count} records"), has_dividers(voices.plan)
    return [
        Inside(
            lettered(section.kind, voices.plan.language),
            Goal(anchor=divider_anchor(section))
            if divided
            else Goal(record=section.records[0].record.id),
            form.format(count=len(section.records)) if len(section.records) > 1 else "",
        )
        for section in voices.plan.sections
        if section.records
    ]


def draw_inside(book: Book, voices: Voices, bottom: float) -> bool:
    """Draw both columns down to `bottom`; give whether there was room for them."""
    _, parts, groups = book.say, parts_inside(voices), groups_inside(voices)
    wide = (book.measure - GUTTER) / 2
    right = book.left + wide + GUTTER
    tall = _head(book, book.left, wide, _("What is inside"), "")
    inside = book.here.add("TOC")
    _head(book, right, wide, _("Records"), records_and_pages(voices))
    records = book.here.add("TOC")
    top = book.y + tall
    rows = max(len(parts), len(groups), 1)
    pitch = min(_PITCH, (bottom - top) / rows)
    columns = ((book.left, parts, _PART, inside), (right, groups, BODY, records))
    for x, lines, style, contents in columns:
        book.y = top
        for one in lines:
            with book.under(contents.add("TOCI").add("Reference")):
                _line(book, voices, one, x, wide, max(pitch, _LEAST_PITCH), style)
    book.y = top + pitch * rows
    return pitch >= _LEAST_PITCH


def _head(book: Book, x: float, wide: float, title: str, note: str) -> float:
    """Draw the heading of a column; give its height."""
    base = book.y + HEAD2.leading * 0.5 + HEAD2.size * 0.34
    with book.sheet.tagged(book.here.add("H2")):
        used = book.sheet.text(x, base, book.fonts.cut(title, HEAD2.face, HEAD2.size, wide), HEAD2)
    cut = book.fonts.cut(note, SMALL.face, SMALL.size, wide - used - 8)
    with book.sheet.tagged(book.here.add("P")):
        book.sheet.text(x + used + 8, base, cut, SMALL)
    y = book.y + HEAD2.leading + 3
    book.sheet.line(x, y, x + wide, y, ink=INK, thick=1.2)
    return HEAD2.leading + 4


def _line(
    book: Book, voices: Voices, one: Inside, x: float, wide: float, pitch: float, style: Style
) -> None:
    base, number = book.y + pitch * 0.68, voices.where.number(one.goal)
    if volume := voices.where.elsewhere(one.goal):
        number = book.say("Vol {volume}, {place}").format(volume=volume, place=number)
    ink = _PART.in_ink(BLUE)
    digits = book.fonts.width(number, ink.face, ink.size)
    room = wide - digits - 10
    title = book.fonts.cut(one.title, style.face, style.size, room)
    with book.sheet.tagged(book.here):
        used = book.sheet.text(x, base, title, style, " ")
        if one.note and used + 8 + book.fonts.width(one.note, SMALL.face, SMALL.size) <= room:
            book.sheet.text(x + used + 8, base, one.note, SMALL, " ")
    link = book.here.add("Link")
    book.sheet.link_text(x + wide - digits, base, number, ink, one.goal, link)
    book.space(pitch)
    book.sheet.line(x, book.y, x + wide, book.y, ink=HAIR, thick=0.5)
