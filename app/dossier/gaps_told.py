"""What a version of the dossier tells of missing records and of things outside the PDF."""

from collections.abc import Iterator
from dataclasses import replace

from app.content.load import load_content
from app.content.wishes import case_gaps
from app.model.journey.checklist import Gap, missing
from app.model.story import CaseSnapshot


def missing_in(case: CaseSnapshot, language: str = "en") -> tuple[Gap, ...]:
    """Give the lines of the checklist that are printed as missing."""
    return missing(case_gaps(load_content(language), case))


def missing_texts(case: CaseSnapshot) -> Iterator[str]:
    """Give every text that people wrote and that the list of what is missing prints."""
    for gap in missing_in(case):
        yield from (gap.wanted.text, gap.wanted.who, gap.wanted.why)
        yield from (request.whom for request, _asked in gap.asked)


def blind_gaps(case: CaseSnapshot) -> CaseSnapshot:
    """Give a case without why a record is missing and who said so.

    It may tell what the doctors who gave an opinion concluded.
    """
    wanted = tuple(replace(one, who="", why="") for one in case.journey.wanted)
    return replace(case, journey=replace(case.journey, wanted=wanted))
