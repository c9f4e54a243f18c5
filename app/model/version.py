"""One way to make a dossier of a case: for whom, what is in it, how much it tells."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from app.model.recipient_profile import FirstOpinion, Identity

_PLACE = re.compile(r"(\d{1,18})/(\d{1,9})", re.ASCII)


class WhyCovered(StrEnum):
    """Why a part of a page is covered; printed on the black box."""

    OTHER_PERSON = "other_person"
    PRIVATE = "private"
    IDENTITY = "identity"
    FIRST_OPINION = "first_opinion"


@dataclass(frozen=True, slots=True)
class CoverUp:
    """A box on a page of a record that one version does not show.

    `page` counts from 1 in the record's rendition. The box is given in parts
    of the upright page, 0.0 to 1.0, from its upper left corner. With
    `everywhere` the finished dossier is not kept when the covered words stand
    anywhere in it; otherwise only that page is searched.
    """

    id: int
    record: int
    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    why: WhyCovered = WhyCovered.PRIVATE
    everywhere: bool = True


@dataclass(frozen=True, slots=True)
class Selection:
    """What one version says of one record, in place of what the record says itself.

    `pages` counts from 1; empty means those that the record has chosen.
    `why` is kept when it stays behind.
    """

    record: int
    included: bool
    why: str = ""
    pages: tuple[int, ...] = ()


class TextLayer(StrEnum):
    """What can be searched and copied on a page that has been made a picture."""

    NONE = "none"
    ALLOWED = "allowed"  # only words that lie in no box


class Volumes(StrEnum):
    """Into how many files a dossier goes."""

    ONE = "one"
    BY_SIZE = "by_size"  # as many as the size limit needs
    CORE_AND_FULL = "core_and_full"  # our own pages and the key records; all records


class Pictures(StrEnum):
    """How scans and photos are carried."""

    AS_THEY_ARE = "as_they_are"
    LIGHTER = "lighter"  # 200 dots an inch
    LIGHT = "light"  # 150 dots an inch
    GREY = "grey"  # 150 dots an inch, without colour
    LIGHTEST = "lightest"  # 116 dots an inch, without colour


@dataclass(frozen=True, slots=True)
class Version:
    """How one dossier of the case is made; 0 is the id of the first, which always is there.

    `recipient` is the id of an entry in the book, or None for the recipient
    of the case. `pseudonym` is the name to use with Identity.PSEUDONYM.
    `most_megabytes` is the size that one file may have, 0.0 for any.
    """

    id: int = 0
    name: str = ""
    recipient: int | None = None
    identity: Identity = Identity.FULL
    pseudonym: str = ""
    first_opinion: FirstOpinion = FirstOpinion.INCLUDE
    paper: str = ""
    """A4 or LETTER; empty for the paper of the settings."""
    language: str = "en"
    oldest_first: bool = False
    earlier_reports: bool = False
    """Whether a report goes in although a corrected one replaces it."""
    left_out_list: bool = True
    """Whether the titles of what stays behind are named."""
    most_questions: int = 0
    """0 shows all."""
    most_pages: int = 0
    most_megabytes: float = 0.0
    by_email: bool = False
    pictures: Pictures = Pictures.AS_THEY_ARE
    volumes: Volumes = Volumes.ONE
    dividers: bool | None = None
    """None puts a page before each group when more than 40 record pages go in."""
    text_layer: TextLayer = TextLayer.NONE
    locked: bool = False
    """Whether a password is wanted; the password itself is never kept."""
    selections: tuple[Selection, ...] = ()
    cover_ups: tuple[CoverUp, ...] = ()
    as_pictures: str = ""
    """Pages that go in as pictures of themselves, though no box lies on them: see `pictured`."""

    def selection(self, record: int) -> Selection | None:
        """Give what this version says of a record, if it says anything."""
        return next((one for one in self.selections if one.record == record), None)

    def pictured(self, record: int) -> tuple[int, ...]:
        """Give the pages of a record, from 1, that go in as pictures of themselves.

        Nothing but what shows on such a page can be copied out of it.
        """
        return tuple(sorted(page for number, page in _places(self.as_pictures) if number == record))

    def with_pictured(self, record: int, pages: Iterable[int]) -> "Version":
        """Give the version with just these pages of a record as pictures of themselves."""
        others = {place for place in _places(self.as_pictures) if place[0] != record}
        places = sorted(others | {(record, page) for page in pages})
        return replace(self, as_pictures=" ".join(f"{number}/{page}" for number, page in places))


def _places(text: str) -> set[tuple[int, int]]:
    """Read records and pages such as "12/3 12/4"; what is not so written counts as nothing."""
    found = (_PLACE.fullmatch(word) for word in text.split())
    return {(int(one[1]), int(one[2])) for one in found if one}


MAIN = Version()
"""The dossier that every case has, as it is before anybody chose anything for it."""
