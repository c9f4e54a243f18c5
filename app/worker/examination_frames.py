"""What the sealed room found in a file, packed and checked."""

import math
import re
from typing import Any, TypeVar

from app.model.inside import (
    LONGEST_AUTHOR,
    LONGEST_NOTE,
    LONGEST_TITLE,
    MOST_LEVELS,
    MOST_LINES,
    MOST_LINKS,
    MOST_NOTES,
    InnerLink,
    Inside,
    OutlineLine,
    StuckNote,
)
from app.model.record import PageFacts, Remark
from app.worker.orders import Examination, Refusal, Refused
from app.worker.protocol import (
    LONGEST_SIDE,
    MOST_PAGES,
    MOST_TEXT,
    Header,
    ProtocolBroken,
    bare_name,
    integer,
    several,
    text,
    truth,
)

Word = TypeVar("Word", Refusal, Remark)

_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]{1,80}")
_ROUNDING = 0.02  # points; places are sent with two digits after the point
_MOST_MARKS = 50_000


def encode_examination(found: Examination | Refused) -> Header:
    """Put what was found into a header."""
    if isinstance(found, Refused):
        return {"refused": found.why.value, "detail": found.detail}
    inside = found.inside
    return {
        "media_type": found.media_type,
        "pages": [
            [page.width, page.height, page.has_text, page.unseen, page.made_picture]
            for page in found.pages
        ],
        "texts": list(found.texts),
        "remarks": sorted(found.remarks),
        "rendition": found.rendition,
        "picture": found.picture,
        "outline": [[line.title, line.page, line.level] for line in inside.outline],
        "links": [
            [link.page, *(round(end, 2) for end in link.box), link.target, _rounded(link.top)]
            for link in inside.links
        ],
        "notes": [[note.page, note.author, note.words] for note in inside.notes],
        "more_notes": inside.more_notes,
    }


def _rounded(height: float | None) -> float | None:
    return None if height is None else round(height, 2)


def decode_examination(header: Header) -> Examination | Refused:
    """Check and unpack what was found. Raises ProtocolBroken."""
    if "refused" in header:
        return Refused(_member(Refusal, header["refused"]), text(header.get("detail"), 200))
    media_type = text(header.get("media_type"), 100)
    if not _MEDIA_TYPE.fullmatch(media_type):
        raise ProtocolBroken("not a media type")
    pages = _pages(several(header.get("pages"), MOST_PAGES))
    texts = tuple(text(one, MOST_TEXT) for one in several(header.get("texts"), MOST_PAGES))
    if not pages or len(texts) != len(pages):
        raise ProtocolBroken("pages and texts differ")
    rendition = header.get("rendition")
    return Examination(
        media_type,
        pages,
        texts,
        frozenset(_member(Remark, one) for one in several(header.get("remarks"), len(Remark))),
        bare_name(rendition) if rendition else "",
        bare_name(header.get("picture")),
        _inside(header, pages),
    )


def _pages(values: list[Any]) -> tuple[PageFacts, ...]:
    """Check each page; most of a file are alike, and a hundred thousand can be one value."""
    checked: dict[str, PageFacts] = {}
    found = []
    for value in values:
        # not by the value itself: 1 is as good as True there, and a list is no key
        said = repr(value)
        page = checked.get(said)
        if page is None:
            page = checked[said] = _page(value)
        found.append(page)
    return tuple(found)


def _page(value: object) -> PageFacts:
    width, height, *truths = _exactly(value, 5)
    return PageFacts(_side(width), _side(height), *map(truth, truths))


def _side(value: object) -> float:
    side = _number(value, LONGEST_SIDE, 0.0)
    if side <= 0:
        raise ProtocolBroken("page side out of range")
    return side


def _inside(header: Header, pages: tuple[PageFacts, ...]) -> Inside:
    lines = several(header.get("outline"), MOST_LINES)
    links = several(header.get("links"), MOST_LINKS)
    notes = several(header.get("notes"), MOST_NOTES)
    return Inside(
        outline=tuple(_line(one, len(pages) - 1) for one in lines),
        links=tuple(_link(one, pages) for one in links),
        notes=tuple(_note(one, len(pages) - 1) for one in notes),
        more_notes=integer(header.get("more_notes"), 0, _MOST_MARKS),
    )


def _line(value: object, last: int) -> OutlineLine:
    title, page, level = _exactly(value, 3)
    return OutlineLine(
        text(title, LONGEST_TITLE), integer(page, 0, last), integer(level, 0, MOST_LEVELS - 1)
    )


def _link(value: object, pages: tuple[PageFacts, ...]) -> InnerLink:
    number, left, top, right, bottom, aim, height = _exactly(value, 7)
    page = pages[integer(number, 0, len(pages) - 1)]
    target = pages[integer(aim, 0, len(pages) - 1)]
    box = (
        _number(left, page.width),
        _number(top, page.height),
        _number(right, page.width),
        _number(bottom, page.height),
    )
    if box[0] > box[2] or box[1] > box[3]:
        raise ProtocolBroken("a box inside out")
    return InnerLink(number, box, aim, None if height is None else _number(height, target.height))


def _note(value: object, last: int) -> StuckNote:
    page, author, words = _exactly(value, 3)
    return StuckNote(
        integer(page, 0, last), text(author, LONGEST_AUTHOR), text(words, LONGEST_NOTE)
    )


def _number(value: object, most: float, rounding: float = _ROUNDING) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise ProtocolBroken("not a number")
    if not (math.isfinite(value) and 0 <= value <= most + rounding):
        raise ProtocolBroken("number out of range")
    return float(value)


def _exactly(value: object, count: int) -> list[Any]:
    found = several(value, count)
    if len(found) != count:
        raise ProtocolBroken("too few values")
    return found


def _member(kind: type[Word], value: object) -> Word:
    try:
        return kind(text(value, 40))
    except ValueError as problem:
        raise ProtocolBroken("not a known word") from problem
