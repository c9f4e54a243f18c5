"""Lays a dossier out: our own pages, the frames of the record pages, and where everything goes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from app.dossier.changed_pages import CoverSheet, cover_sheet
from app.dossier.draft import Draft, draw, found_in
from app.dossier.dress import Names
from app.dossier.frames import RecordFrame
from app.dossier.groups import lettered, shown_date
from app.dossier.inner import own_bookmarks, put_links
from app.dossier.layout import DividerPlace, Layout
from app.dossier.plan import DossierPlan
from app.dossier.sheet import Sheet
from app.dossier.tagging import elements_of
from app.dossier.volumes import Volume, label_runs
from app.dossier.whereabouts import Whereabouts
from app.phrases import Phrases, phrases
from app.typesetting.fonts import Fonts
from app.typesetting.own_pdf import new_document, own_pdf
from app.typesetting.script import cleaned, flat
from app.typesetting.text import Goal
from app.worker.orders import Bookmark, Element, Link, Placed

OWN = -1
"""The `Placed.source` of a page of our own."""
_MOST_DRAWINGS = 5


def lay_out(
    plan: DossierPlan,
    *,
    volume: Volume | None = None,
    reproducible: bool = False,
    step: Callable[[int, int], None] = lambda _done, _total: None,
) -> Layout:
    """Lay out `plan`, or one `volume` of it; no file is read but our own fonts and wording.

    A volume has our own pages, its records with the numbers that they have in
    the whole dossier, and, if it is the last, the pages behind the records.
    `step` is told how many of all records have their frames; it may raise to
    stop the work. A `reproducible` layout of the same plan has the same bytes.
    """
    document = new_document(cleaned(plan.title), plan.language, reproducible=reproducible)
    fonts = Fonts(document)
    draft, where = _settled(plan, fonts, volume)
    say = phrases(plan.language)
    names = Names.of(plan, say)
    renditions: dict[str, int] = {}
    pages: list[Placed] = [Placed(OWN, index) for index in range(len(draft.front))]
    sheets, own = [*draft.front], [*draft.front]
    frames: list[bytes] = []
    covers: list[CoverSheet] = []
    dividers = _dividers_here(plan, draft, volume)
    for done, planned in enumerate(plan.records):
        step(done, len(plan.records))
        record = planned.record
        if volume and not volume.holds(record.id):
            continue
        ours = [*dividers.get(record.id, ()), *draft.notes.get(record.id, ())]
        pages += [Placed(OWN, len(own) + index) for index in range(len(ours))]
        own += ours
        sheets += ours
        if record.document is None:
            continue
        source = renditions.setdefault(record.document.rendition, len(renditions))
        frame = RecordFrame(planned, where.places[record.id], where, names)
        for index, page in enumerate(planned.pages):
            pages.append(Placed(source, page, len(frames)))
            sheet = frame.sheet(index, plan.paper, fonts)
            frames.append("\n".join(("q", *sheet.code, "Q")).encode("ascii"))
            sheet.code.clear()  # there can be thousands
            sheets.append(sheet)
        put_links(planned, sheets[-len(planned.pages) :], plan.paper)
        if planned.drawn:
            first = len(pages) - len(planned.pages)
            places = {page: first + index for index, page in enumerate(planned.pages)}
            covers.append(cover_sheet(planned, plan.version, source, places, say))
    step(len(plan.records), len(plan.records))
    about = draft.about if volume is None or volume.last else []
    pages += [Placed(OWN, len(own) + index) for index in range(len(about))]
    own += about
    sheets += about
    at = {sheet.number: index for index, sheet in enumerate(sheets)}
    return Layout(
        own=own_pdf(document, own),
        pages=tuple(_with_covers(pages, covers, len(renditions))),
        frames=tuple(frames),
        renditions=tuple(renditions),
        covers=tuple(covers),
        links=tuple(_links(sheets, at, where, say(names.link))),
        bookmarks=tuple(_moved(_bookmarks(plan, draft, about, where, say), at)),
        places=tuple(where.places[planned.record.id] for planned in plan.records),
        missing_glyphs=tuple(fonts.missing),
        overflow=draft.overflow,
        elements=tuple(_moved(elements_of(sheets), at)),
        labels=label_runs(at),
        cited=tuple(dict.fromkeys(record for record, _page in where.cited_on)),
        dividers=tuple(_divider_places(plan, draft)),
        volume=volume,
    )


def _dividers_here(
    plan: DossierPlan, draft: Draft, volume: Volume | None
) -> dict[int, list[Sheet]]:
    """Give the dividers that are in this file, each by the first record of its group in it."""
    here = {}
    for section in plan.sections:
        held = [
            one.record.id for one in section.records if not volume or volume.holds(one.record.id)
        ]
        if held:
            here[held[0]] = draft.dividers.get(section.records[0].record.id, [])
    return here


def _divider_places(plan: DossierPlan, draft: Draft) -> Iterator[DividerPlace]:
    for section in plan.sections:
        if sheets := draft.dividers.get(section.records[0].record.id):
            yield DividerPlace(section.kind, sheets[0].number, len(sheets))


def _with_covers(pages: list[Placed], covers: list[CoverSheet], renditions: int) -> list[Placed]:
    """Let each covered page come from its own source, behind those of the renditions."""
    for index, sheet in enumerate(covers):
        for page, place in enumerate(sheet.places):
            pages[place] = replace(pages[place], source=renditions + index, page=page)
    return pages


def _settled(
    plan: DossierPlan, fonts: Fonts, volume: Volume | None = None
) -> tuple[Draft, Whereabouts]:
    """Draw to learn how long everything is, then with the page numbers.

    Numbers take the same room whatever they are, so as a rule the second
    drawing is as long as the first one. Where a line did break elsewhere, its
    pages are learnt again.
    """
    known = sum(len(planned.pages) for planned in plan.records) + 10
    for digits in range(len(str(known)), 9):
        found = found_in(plan, draw(plan, fonts, Whereabouts(digits, volume=volume)), digits)
        if len(str(found.total)) <= digits:
            break
    for _drawing in range(_MOST_DRAWINGS):
        draft = draw(plan, fonts, found)
        settled = found_in(plan, draft, digits)
        if (settled.places, settled.anchors, settled.total) == (
            found.places,
            found.anchors,
            found.total,
        ):
            return draft, draft.where
        found = settled
    raise RuntimeError("the page numbers changed the length of the dossier")


def _links(
    sheets: list[Sheet], at: Mapping[int, int], where: Whereabouts, words: str
) -> Iterator[Link]:
    for sheet in sheets:
        for region in sheet.regions:
            target = where.page(region.goal)
            if target is None:
                raise RuntimeError(f"a link leads nowhere: {region.goal}")
            left, top, right, bottom = region.box
            named = where.anchors.get(region.goal.anchor)
            yield Link(
                page=at[sheet.number],
                rectangle=(left, sheet.height - bottom, right, sheet.height - top),
                target=at[target],
                top=region.top if named is None or named[1] is None else sheet.height - named[1],
                description=words.format(page=target),
            )


_Paged = TypeVar("_Paged", Bookmark, Element)


def _moved(lines: Iterator[_Paged], at: Mapping[int, int]) -> Iterator[_Paged]:
    """Let lines that have the pages of the whole dossier have those of the file."""
    for line in lines:
        page = at[line.page + 1] if line.page >= 0 else -1
        yield line if page == line.page else replace(line, page=page)


def _bookmarks(
    plan: DossierPlan, draft: Draft, about: list[Sheet], where: Whereabouts, say: Phrases
) -> Iterator[Bookmark]:
    yield from _marks(draft.front, say)
    for section in plan.sections:
        held = [one for one in section.records if where.leads(Goal(record=one.record.id))]
        if held:
            divider = draft.dividers.get(section.records[0].record.id)
            first = where.places[held[0].record.id].first_page
            first = divider[0].number if divider else first
            yield _bookmark(lettered(section.kind, plan.language), first, 0, say)
        for planned in held:
            record = planned.record
            when = shown_date(record.dates.service, say)
            title = f"{say('Doc')} {planned.number} · {when} · {record.title}"
            yield _bookmark(title, where.places[record.id].first_page, 1, say)
            yield from own_bookmarks(planned, where.places[record.id], 2, say)
    yield from _marks(about, say)


def _marks(sheets: list[Sheet], say: Phrases) -> Iterator[Bookmark]:
    for sheet in sheets:
        for mark in sheet.marks:
            yield _bookmark(mark.title, sheet.number, mark.level, say)


def _bookmark(title: str, number: int, level: int, say: Phrases) -> Bookmark:
    page = say("(p. {page})").format(page=number)
    return Bookmark(f"{flat(title)} {page}", number - 1, level)
