"""What is said about covered places, in words for a person."""

from collections.abc import Sequence

from app.dossier.changed_pages import LABELS
from app.model.version import CoverUp, WhyCovered
from app.phrases import _, many

WHYS = tuple(WhyCovered)
_MOST = 200  # letters


def why_title(why: WhyCovered) -> str:
    """Give the words to choose a reason by."""
    titles = {
        WhyCovered.OTHER_PERSON: _("It is about another person"),
        WhyCovered.PRIVATE: _("It is private"),
        WhyCovered.IDENTITY: _("It is a name or a number of mine"),
        WhyCovered.FIRST_OPINION: _("It states the first opinion"),
    }
    return titles[why]


def label_on(box: CoverUp) -> str:
    """Give what is printed on a box in the PDF."""
    return _(LABELS[box.why])


def place_title(number: int) -> str:
    """Give the name of a covered place; they count from 1 on each page."""
    return _("Place {n}").format(n=number)


def covered_words(
    lines: Sequence[str] | None, cut: Sequence[str] = (), *, picture: bool = False
) -> str:
    """Say what a box covers; None stands for words that are on their way.

    `cut` are the words of which a part can still be read.
    """
    if picture:
        return _("This page is a picture: look that the box hides all of it.")
    if lines is None:
        return _("The words of this page are on their way.")
    if not lines:
        return _("No words are under it. Look that the box lies where you want it.")
    said = _("It covers: “{words}”").format(words=_short(" / ".join(lines)))
    if not cut:
        return said
    more = _("Only a part of this is hidden: “{words}”. Make the box larger or smaller.")
    return said + "\n" + more.format(words=_short(" ".join(cut)))


def _short(text: str) -> str:
    return text if len(text) <= _MOST else text[:_MOST].rstrip() + "…"


def how_many(count: int) -> str:
    """Say how many places of a page are covered."""
    if not count:
        return _("Nothing is covered on this page.")
    return many("Covered: 1 place", "Covered: {n} places", count).format(n=count)


def other_pages(pages: Sequence[int]) -> str:
    """Name the other pages of the record that have boxes, or give ""."""
    if not pages:
        return ""
    words = many("Also covered: page {pages}.", "Also covered: pages {pages}.", len(pages))
    return words.format(pages=", ".join(map(str, pages)))


def part_covered(count: int, version: str) -> str:
    """Say above a page that a part of it does not go out, or give ""."""
    if not count:
        return ""
    words = many(
        "Part of this page is covered in “{version}”.",
        "{n} parts of this page are covered in “{version}”.",
        count,
    )
    return words.format(n=count, version=version)
