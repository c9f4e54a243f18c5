"""Record pages that do not go out as they are: covered ones, lighter ones, and the proof of it."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.dossier.plan import PlannedRecord
from app.errors import DossierFaulty
from app.model.version import Pictures, TextLayer, Version, WhyCovered
from app.phrases import Phrases, _, later, many
from app.progress import Progress
from app.worker.page_orders import (
    CoveredPage,
    Covering,
    FoundWords,
    Lightening,
    Seeking,
    Sought,
)
from app.worker.page_room import PageRoom

_FEWEST = 4  # letters and digits that words must have to be looked for in the whole file
_SHOWN = 3  # places that a person can take in


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """The pages of one record that become pictures: its rendition, the pages, and their places.

    `source` is the index of the rendition. `everywhere` says for each box of
    each page whether its words must stand nowhere; `places` are the numbers,
    from 0, of the pages in the dossier.
    """

    source: int
    pages: tuple[CoveredPage, ...]
    everywhere: tuple[tuple[bool, ...], ...]
    places: tuple[int, ...]


LABELS = {
    WhyCovered.OTHER_PERSON: later("removed: another person"),
    WhyCovered.PRIVATE: later("removed: private"),
    WhyCovered.IDENTITY: later("removed: name"),
    WhyCovered.FIRST_OPINION: later("removed: first opinion"),
}
"""What is printed on a box, to be translated."""

_LADDER = {
    Pictures.LIGHTER: (200, False, 80),
    Pictures.LIGHT: (150, False, 75),
    Pictures.GREY: (150, True, 70),
    Pictures.LIGHTEST: (116, True, 60),
}
"""Dots an inch, whether colour goes, and the quality of JPEG, step by step."""


def cover_sheet(
    planned: PlannedRecord, version: Version, source: int, places: dict[int, int], say: Phrases
) -> CoverSheet:
    """Give what to draw anew of a record; `places` leads from its pages to those of the dossier."""
    pages, everywhere = [], []
    for page in planned.drawn:
        boxes = [
            box
            for box in version.cover_ups
            if (box.record, box.page - 1) == (planned.record.id, page)
        ]
        pages.append(
            CoveredPage(
                page,
                tuple((box.x0, box.y0, box.x1, box.y1) for box in boxes),
                tuple(say(LABELS[box.why]) for box in boxes),
            )
        )
        everywhere.append(tuple(box.everywhere for box in boxes))
    return CoverSheet(
        source,
        tuple(pages),
        tuple(everywhere),
        tuple(places[page] for page in planned.drawn),
    )


def lighten_sources(
    room: PageRoom, names: tuple[str, ...], pictures: Pictures, progress: Progress
) -> None:
    """Make the pictures of the files `names` in the room lighter, each in its place."""
    if pictures is Pictures.AS_THEY_ARE:
        return
    dots, grey, quality = _LADDER[pictures]
    for index, name in enumerate(names):
        progress.step(index, len(names), _("Making pictures lighter"))
        light = f"light-{name}"
        done = room.lighten(Lightening(name, light, dots, grey, quality))
        if done.after < done.before:
            shutil.move(room.folder / light, room.folder / name)
        else:
            (room.folder / light).unlink()


def cover_pages(
    room: PageRoom,
    sheets: tuple[CoverSheet, ...],
    names: tuple[str, ...],
    layer: TextLayer,
    progress: Progress,
    hidden_names: tuple[str, ...] = (),
) -> tuple[Sought, ...]:
    """Make the covered pages as files of the room, and give what must not be left anywhere.

    `names` are those of all source files: the renditions first, then one for
    each of `sheets`. Raises DossierFaulty when one of `hidden_names` can
    still be read on such a page: nobody finds it there by searching.
    """
    sought: list[Sought] = []
    first = len(names) - len(sheets)
    for index, sheet in enumerate(sheets):
        progress.step(index, len(sheets), _("Covering parts of pages"))
        done = room.cover(
            Covering(
                names[sheet.source],
                names[first + index],
                sheet.pages,
                text_layer=layer is TextLayer.ALLOWED,
                sought=hidden_names,
            )
        )
        shown = zip(sheet.places, done.left, strict=True)
        _refuse([FoundWords(one, place) for place, words in shown for one in words])
        for place, boxes, flags in zip(sheet.places, done.hidden, sheet.everywhere, strict=True):
            for lines, everywhere in zip(boxes, flags, strict=True):
                sought += (_sought(line, place, everywhere=everywhere) for line in lines)
    return tuple(dict.fromkeys(sought))


def _sought(line: str, place: int, *, everywhere: bool) -> Sought:
    """Look for a line everywhere, but for one as short as “of” on its own page alone."""
    long = sum(sign.isalnum() for sign in line) >= _FEWEST
    return Sought(line, None if everywhere and long else place)


def nothing_left(
    room: PageRoom, file: str, sought: tuple[Sought, ...], progress: Progress, password: str = ""
) -> None:
    """See to it that none of the words is in a finished file. Raises DossierFaulty."""
    if not sought:
        return
    _refuse(room.seek(Seeking(file, sought, password), progress))


def _refuse(found: Sequence[FoundWords]) -> None:
    if found:
        text = _("The PDF was not made: something that must not be in it still is. {where}")
        raise DossierFaulty(text.format(where=" ".join(_places(found))))


def _places(found: Sequence[FoundWords]) -> Iterator[str]:
    for one in found[:_SHOWN]:
        if one.page is None:
            text = _("“{words}” stands in a title, a bookmark or a description.")
            yield text.format(words=one.words)
        else:
            text = _("“{words}” stands on page {page}. Cover it there, or leave that page out.")
            yield text.format(words=one.words, page=one.page + 1)
    if len(found) > _SHOWN:
        more = len(found) - _SHOWN
        yield many("There is 1 more such place.", "There are {n} more such places.", more).format(
            n=more
        )
