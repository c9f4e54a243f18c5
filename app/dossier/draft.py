"""All sheets of our own, drawn once with what is known of the page numbers so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.dossier.choices_told import options_wanted
from app.dossier.drawing import Book
from app.dossier.dress import Names
from app.dossier.layout import RecordPlace
from app.dossier.pages.about import draw_about
from app.dossier.pages.changes import draw_changes
from app.dossier.pages.choices import draw_choices
from app.dossier.pages.cover import draw_cover
from app.dossier.pages.divider import divider_anchor, draw_divider, has_dividers
from app.dossier.pages.index import draw_index
from app.dossier.pages.medicines import draw_medicines
from app.dossier.pages.note import note_sheets
from app.dossier.pages.outside import draw_outside
from app.dossier.pages.questions import draw_questions
from app.dossier.pages.reply import draw_reply
from app.dossier.pages.results import draw_results
from app.dossier.pages.story import draw_story, has_story
from app.dossier.pages.stuck_notes import draw_stuck_notes
from app.dossier.pages.summary import draw_summary
from app.dossier.pages.tests import draw_tests
from app.dossier.pages.timeline import draw_timeline
from app.dossier.pages.who_said_what import comes_early, draw_who_said_what
from app.dossier.plan import DossierPlan, PlannedRecord
from app.dossier.sheet import Sheet
from app.dossier.whereabouts import Voices, Whereabouts
from app.phrases import phrases
from app.typesetting.fonts import Fonts


@dataclass(frozen=True, slots=True)
class Draft:
    """The sheets before, among and after the records; notes by their record.

    `dividers` stand before the first record of each group, and go by its id.
    """

    front: list[Sheet]
    notes: Mapping[int, list[Sheet]]
    dividers: Mapping[int, list[Sheet]]
    about: list[Sheet]
    overflow: tuple[str, ...]
    where: Whereabouts


def draw(plan: DossierPlan, fonts: Fonts, where: Whereabouts) -> Draft:
    """Draw every sheet of our own."""
    say = phrases(plan.language)
    names = Names.of(plan, say)
    front = Book(
        plan.paper, fonts, say, lambda title: names.own_page(title, where), leads=where.leads
    )
    _front(front, Voices.of(plan, where, fonts, say))
    sheets = front.finish()
    where = replace(where, cited_on=_citing(sheets))
    notes = {
        planned.record.id: note_sheets(planned, plan.paper, names, fonts, where)
        for planned in plan.records
        if planned.record.is_note
    }
    dividers, first = _dividers(plan, fonts, where, names, len(sheets) + 1, notes)
    about = Book(
        plan.paper, fonts, say, lambda title: names.own_page(title, where), first, where.leads
    )
    draw_stuck_notes(about, Voices.of(plan, where, fonts, say))
    if plan.reply is None:
        draw_changes(about, Voices.of(plan, where, fonts, say))
        draw_about(about, Voices.of(plan, where, fonts, say))
    return Draft(sheets, notes, dividers, about.finish(), tuple(front.overflow), where)


def _front(book: Book, voices: Voices) -> None:
    case = voices.plan.case
    if voices.plan.reply is not None:
        draw_reply(book, voices, voices.plan.reply)
        return
    draw_cover(book, voices)
    left = draw_summary(book, voices)
    if options_wanted(case):
        draw_choices(book, voices)
    if comes_early(voices):
        draw_who_said_what(book, voices)
    draw_questions(book, [(one.text, one.top) for one in case.questions])
    if has_story(voices, left):
        draw_story(book, voices, left)
    draw_index(book, voices)
    draw_timeline(book, voices)
    draw_medicines(book, voices)
    if not options_wanted(case):
        draw_choices(book, voices)
    if not comes_early(voices):
        draw_who_said_what(book, voices)
    draw_results(book, voices)
    draw_tests(book, voices)
    draw_outside(book, voices)


def _citing(sheets: Iterable[Sheet]) -> dict[tuple[int, int], tuple[int, ...]]:
    found: dict[tuple[int, int], set[int]] = {}
    for sheet in sheets:
        for region in sheet.regions:
            if region.goal.cited:
                goal = (region.goal.record, region.goal.page)
                found.setdefault(goal, set()).add(sheet.number)
    return {goal: tuple(sorted(numbers)) for goal, numbers in found.items()}


def _pages(planned: PlannedRecord, notes: Mapping[int, list[Sheet]]) -> int:
    return len(notes[planned.record.id]) if planned.record.is_note else len(planned.pages)


def _dividers(
    plan: DossierPlan,
    fonts: Fonts,
    where: Whereabouts,
    names: Names,
    first: int,
    notes: Mapping[int, list[Sheet]],
) -> tuple[dict[int, list[Sheet]], int]:
    """Draw the dividers; give them, and the page behind all records, which begin at `first`."""
    voices, drawn = Voices.of(plan, where, fonts, names.say), dict[int, list[Sheet]]()
    for section in plan.sections:
        if has_dividers(plan):
            book = Book(
                plan.paper,
                fonts,
                names.say,
                lambda title: names.own_page(title, where),
                first,
                where.leads,
            )
            draw_divider(book, voices, section)
            drawn[section.records[0].record.id] = book.finish()
            first += len(book.sheets)
        first += sum(_pages(planned, notes) for planned in section.records)
    return drawn, first


def found_in(plan: DossierPlan, draft: Draft, digits: int) -> Whereabouts:
    """Give where everything stands if the dossier is as long as `draft`."""
    places, first = {}, len(draft.front) + 1
    anchors: dict[str, tuple[int, float | None]] = {}
    for sheet in draft.front:
        anchors |= {name: (sheet.number, top) for name, top in sheet.anchors.items()}
    for planned in plan.records:
        for sheet in draft.dividers.get(planned.record.id, ()):
            anchors |= {name: (first, top) for name, top in sheet.anchors.items()}
            first += 1
        pages = _pages(planned, draft.notes)
        places[planned.record.id] = RecordPlace(planned.record.id, first, pages)
        first += pages
    for place, sheet in enumerate(draft.about):
        anchors |= {name: (first + place, top) for name, top in sheet.anchors.items()}
    return Whereabouts(
        digits,
        first - 1 + len(draft.about),
        anchors,
        places,
        front=len(draft.front),
        volume=draft.where.volume,
        dividers={
            divider_anchor(section): tuple(one.record.id for one in section.records)
            for section in plan.sections
            if has_dividers(plan)
        },
    )
