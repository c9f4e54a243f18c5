"""What a record's document brings along, put where its pages are in the dossier.

A page that is left out takes its lines, links and notes with it. A page on
which something is covered keeps its links, but none of its words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from app.dossier.frames import FRAME_MARGINS
from app.dossier.layout import RecordPlace
from app.dossier.plan import DossierPlan, Paper, PlannedRecord
from app.dossier.sheet import Region, Sheet
from app.dossier.tags import Spot, Tag
from app.model.inside import NOTHING_INSIDE, Inside, OutlineLine, StuckNote, moved_up
from app.model.record import PageFacts
from app.phrases import Phrases
from app.typesetting.script import flat
from app.typesetting.text import Goal
from app.worker.fitting import Fitted, fitted
from app.worker.orders import Bookmark

Insides = Callable[[Iterable[str]], Mapping[str, Inside]]
"""Gives what documents bring along, by their sha256."""


def with_insides(plan: DossierPlan, insides: Insides) -> DossierPlan:
    """Give `plan` with what its documents bring along."""
    documents = [planned.record.document for planned in plan.records]
    found = insides(document.sha256 for document in documents if document)
    if not found:
        return plan

    def filled(planned: PlannedRecord) -> PlannedRecord:
        document = planned.record.document
        inside = found.get(document.sha256, NOTHING_INSIDE) if document else NOTHING_INSIDE
        return replace(planned, inside=inside)

    return replace(
        plan,
        sections=tuple(
            replace(section, records=tuple(map(filled, section.records)))
            for section in plan.sections
        ),
    )


def own_bookmarks(
    planned: PlannedRecord, place: RecordPlace, level: int, say: Phrases
) -> Iterator[Bookmark]:
    """Give the outline of a record's document with the dossier's pages, from `level` on."""
    where = _where(planned)

    def stays(line: OutlineLine) -> bool:
        return line.page in where and line.page not in planned.covered

    for line in moved_up(planned.inside.outline, stays):
        number = place.first_page + where[line.page]
        title = f"{flat(line.title)} {say('(p. {page})').format(page=number)}"
        yield Bookmark(title, number - 1, level + line.level)


def notes_of(planned: PlannedRecord) -> list[tuple[int, StuckNote]]:
    """Give the notes stuck on the pages that go in, each with the page's place among those."""
    where = _where(planned)
    return [
        (where[note.page], note)
        for note in planned.inside.notes
        if note.page in where and note.page not in planned.covered
    ]


def words_on(planned: PlannedRecord, page: int) -> list[str]:
    """Give the words that one page of the document, from 0, brings into the dossier."""
    if page in planned.covered or page not in planned.pages:
        return []
    inside = planned.inside
    titles = [line.title for line in inside.outline if line.page == page]
    notes = [f"{note.author}\n{note.words}" for note in inside.notes if note.page == page]
    return titles + notes


def _where(planned: PlannedRecord) -> dict[int, int]:
    """Give the place, from 0 among those that go in, of each page of the document."""
    return {page: place for place, page in reversed(list(enumerate(planned.pages)))}


def put_links(planned: PlannedRecord, sheets: Sequence[Sheet], paper: Paper) -> None:
    """Put the links between the pages of a record on `sheets`, the frames of those pages."""
    if not planned.inside.links:
        return
    fits = [_fit(facts, paper) for facts in planned.facts]
    where = _where(planned)
    from_page: dict[int, list[int]] = {}
    for index, page in enumerate(planned.pages):
        from_page.setdefault(page, []).append(index)
    for link in planned.inside.links:
        if link.target not in where:
            continue
        to = where[link.target]
        top = None if link.top is None else fits[to].box[3] - link.top * fits[to].scale
        goal = Goal(number=sheets[to].number)
        for index in from_page.get(link.page, ()):
            sheet, fit = sheets[index], fits[index]
            left, upper, right, lower = (end * fit.scale for end in link.box)
            x, y = fit.box[0], sheet.height - fit.box[3]
            sheet.after.append(Tag("Link", kids=[Spot(sheet.number, region=len(sheet.regions))]))
            sheet.regions.append(Region((x + left, y + upper, x + right, y + lower), goal, top))


def _fit(facts: PageFacts, paper: Paper) -> Fitted:
    return fitted(facts.width, facts.height, paper.value, FRAME_MARGINS)
