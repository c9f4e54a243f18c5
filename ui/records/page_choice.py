"""Which pages of a record go into the dossier, as somebody types them: “1, 3-5”."""

import re

from app.errors import NotUnderstood
from app.phrases import _

_PART = re.compile(r"(\d{1,6})(?:\s*[-–—]\s*(\d{1,6}))?")


class PagesNotUnderstood(NotUnderstood):
    """What was typed names no pages of the record."""


def read_pages(typed: str, count: int) -> tuple[int, ...]:
    """Read pages of `count`, counted from 1; all of them, or nothing typed, give ().

    Raises PagesNotUnderstood for anything that is not a page of the record.
    """
    text = typed.strip()
    if not text or text.casefold() in ("all", _("all")):
        return ()
    pages: set[int] = set()
    for part in filter(None, (one.strip() for one in re.split(r"[,;]", text))):
        found = _PART.fullmatch(part)
        if found is None:
            raise PagesNotUnderstood(
                _("We do not know the pages “{text}”. Write them like this: 1, 3-5.").format(
                    text=part[:30]
                )
            )
        first = int(found[1])
        last = int(found[2] or first)
        if not 1 <= first <= last <= count:
            raise PagesNotUnderstood(_no_such_page(part, count))
        pages.update(range(first, last + 1))
    return () if not pages or len(pages) == count else tuple(sorted(pages))


def write_pages(pages: tuple[int, ...]) -> str:
    """Give chosen pages the way somebody would type them; "" for all."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(f"{first}-{last}" if last > first else f"{first}" for first, last in runs)


def say_pages(pages: tuple[int, ...], count: int) -> str:
    """Say what goes in: "All 7 pages go in", "4 of 7 pages go in: 1, 3-5"."""
    if not pages:
        return _("The page goes in.") if count == 1 else _("All {n} pages go in.").format(n=count)
    words = _("1 of {count} pages goes in: {pages}.")
    if len(pages) > 1:
        words = _("{n} of {count} pages go in: {pages}.")
    return words.format(n=len(pages), count=count, pages=write_pages(pages))


def _no_such_page(part: str, count: int) -> str:
    if count == 1:
        return _("There is no page “{text}”. This record has 1 page.").format(text=part)
    words = _("There is no page “{text}”. This record has pages 1 to {count}.")
    return words.format(text=part, count=count)
