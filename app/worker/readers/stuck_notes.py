"""The words of notes that somebody stuck on a page and that show only when they are opened."""

import html
import re
from collections.abc import Iterable

import pikepdf

from app.model.inside import LONGEST_AUTHOR, LONGEST_NOTE, MOST_NOTES, StuckNote
from app.worker.cleaning import clean
from app.worker.readers.strings import Strings

_HIDDEN = 2 | 32  # flags Hidden and NoView (ISO 32000-2, table 167)
_LONGEST_THREAD = 20
# the kinds of ISO 32000-2, 12.5.6.2, whose words stand in a window of their own
_KINDS = re.compile(
    "/(?:Text|Highlight|Underline|Squiggly|StrikeOut|Ink|Line|PolyLine|Polygon|Square|Circle"
    "|Stamp|Caret|FileAttachment|Sound|Redact)"
)
_TAG = re.compile(r"<[^>]*>")
_LINE_END = re.compile(r"</p>|<br */?>", re.IGNORECASE)


def notes(
    marks: Iterable[tuple[int, pikepdf.Object]], strings: Strings
) -> tuple[tuple[StuckNote, ...], int]:
    """Give the words behind `marks`, annotations with their pages; what is hidden stays hidden.

    The words of a text box stand on the page itself and are left out. Past
    MOST_NOTES, notes are only counted; the second value says how many.
    """
    found: list[StuckNote] = []
    more = 0
    for page, mark in marks:
        if not _has_words(mark) or _hidden(mark):
            continue
        if len(found) == MOST_NOTES or strings.spent:
            more += "/Contents" in mark or "/RC" in mark
            continue
        words = strings.said(mark.get("/Contents"), LONGEST_NOTE)
        words = words or _bare(strings.said(mark.get("/RC"), 10 * LONGEST_NOTE))
        if words:
            author = " ".join(strings.said(mark.get("/T"), LONGEST_AUTHOR).split())
            found.append(StuckNote(page, author, words))
    return tuple(found), more


def _has_words(mark: pikepdf.Object) -> bool:
    kind = str(mark.get("/Subtype", ""))
    if kind == "/FreeText":
        return "/AP" not in mark  # one without a look may not come to show
    if kind == "/Popup":
        return "/Parent" not in mark
    return bool(_KINDS.fullmatch(kind)) and "/StateModel" not in mark  # such as “Accepted set by …”


def _hidden(mark: pikepdf.Object) -> bool:
    """Whether a note is hidden; an answer is shown with the note that it answers."""
    for _depth in range(_LONGEST_THREAD):
        answered = mark.get("/IRT")
        if not isinstance(answered, pikepdf.Dictionary):
            break
        mark = answered
    flags = mark.get("/F", 0)
    return isinstance(flags, int) and bool(flags & _HIDDEN)


def _bare(rich: str) -> str:
    """Give the words of a rich text without their marks, for a note that has no others."""
    words = html.unescape(_TAG.sub("", _LINE_END.sub("\n", rich)))
    return clean(words).strip()[:LONGEST_NOTE]
