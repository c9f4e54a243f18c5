"""Pages that come more than once within one file: a print with repeats, a sheet scanned twice."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from app.intake.look_alikes import ENOUGH, plain
from app.phrases import _, many

Repeats = tuple[tuple[int, ...], ...]
"""Groups of pages, from 1, that read the same; in each at least two, the first one first."""

_MOST_TOLD = 4
"""More groups than this are no sentence; the other pages are counted."""


def repeated_pages(texts: Iterable[str]) -> Repeats:
    """Give the pages with the very same words, without regard to case, blanks and line breaks.

    Pages with few words are alike by chance and do not count, and neither do pages without any.
    """
    found: dict[bytes, list[int]] = {}
    for number, text in enumerate(texts, start=1):
        if len(text) >= ENOUGH and len(words := plain(text)) >= ENOUGH:
            mark = sha256(words.encode(errors="surrogatepass")).digest()
            found.setdefault(mark, []).append(number)
    return tuple(tuple(pages) for pages in found.values() if len(pages) > 1)


def repeats_among(repeats: Repeats, chosen: Sequence[int]) -> Repeats:
    """Give what repeats among the pages that were chosen; none chosen means all."""
    if not chosen:
        return repeats
    here = frozenset(chosen)
    left = (tuple(page for page in pages if page in here) for pages in repeats)
    return tuple(pages for pages in left if len(pages) > 1)


def repeat_words(repeats: Repeats) -> str:
    """Say which pages read the same; "" where none do."""
    if not repeats:
        return ""
    told = [
        _("Pages {pages} and {last} read the same.").format(
            pages=", ".join(map(str, pages[:-1])), last=pages[-1]
        )
        for pages in repeats[:_MOST_TOLD]
    ]
    if more := sum(len(pages) - 1 for pages in repeats[_MOST_TOLD:]):
        words = many(
            "1 more page reads the same as an earlier one.",
            "{n} more pages read the same as an earlier one.",
            more,
        )
        told.append(words.format(n=more))
    return " ".join(told)
