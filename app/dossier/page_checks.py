"""What is odd about single pages of the records that go in."""

from collections.abc import Iterator

from app.dossier.findings import Level, Line
from app.dossier.groups import page_range
from app.dossier.plan import DossierPlan, PlannedRecord
from app.phrases import many


def unseen_pages(planned: PlannedRecord) -> tuple[int, ...]:
    """Give the pages, from 0, that would carry words nobody sees into the dossier."""
    return tuple(
        page
        for page, facts in zip(planned.pages, planned.facts, strict=True)
        if facts.unseen and page not in planned.drawn
    )


def pages_made_pictures(planned: PlannedRecord) -> tuple[int, ...]:
    """Give the pages, from 0, that could not be copied safely, so that they became pictures."""
    return tuple(
        page for page, facts in zip(planned.pages, planned.facts, strict=True) if facts.made_picture
    )


def check_pages(plan: DossierPlan) -> Iterator[Line]:
    """Give the findings about pages with words that do not show, and about pictures of pages."""
    for planned in plan.records:
        if pages := unseen_pages(planned):
            words = many(
                "Page {pages} of “{title}” has words that cannot be seen but can be copied out. "
                "Cover them up, or leave the page out.",
                "Pages {pages} of “{title}” have words that cannot be seen but can be copied out. "
                "Cover them up, or leave the pages out.",
                len(pages),
            )
            yield _about("record.unseen", planned, words, pages)
        if pages := pages_made_pictures(planned):
            words = many(
                "Page {pages} of “{title}” could not be copied safely, so it is a picture now. "
                "Look if it is all there.",
                "Pages {pages} of “{title}” could not be copied safely, so they are pictures now. "
                "Look if they are all there.",
                len(pages),
            )
            yield _about("record.as_picture", planned, words, pages)


def _about(code: str, planned: PlannedRecord, words: str, pages: tuple[int, ...]) -> Line:
    record = planned.record
    sentence = words.format(pages=page_range(pages), title=record.title)
    return Line(
        code, Level.LOOK, sentence, record.id, tuple(page + 1 for page in pages), page_range(pages)
    )
