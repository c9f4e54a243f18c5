"""Looks for words in a finished PDF, also where no page shows them."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2

from app.worker.page_orders import FoundWords, Seeking

_MOST_STREAM = 16 * 1024 * 1024  # bytes of one decoded stream that are looked through
_SPACES = re.compile(r"\s+")
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.)*)\)")
_HEXADECIMAL = re.compile(rb"<FEFF([0-9A-F\s]+)>", re.IGNORECASE)


def seek(folder: Path, order: Seeking) -> tuple[FoundWords, ...]:
    """Give every place where words were found that must not be there, each once.

    Raises PdfiumError and pikepdf.PdfError for a file that cannot be read.
    """
    path = folder / order.file
    wanted = [(one, plain(one.words)) for one in order.sought]
    wanted = [(one, words) for one, words in wanted if words]
    found: dict[FoundWords, None] = {}
    with pypdfium2.PdfDocument(path, password=order.password or None) as pdf:
        for index in range(len(pdf)):
            text = _text(pdf, index)
            for one, words in wanted:
                if one.page in (None, index) and _stands(words, text):
                    found.setdefault(FoundWords(one.words, index))
    everywhere = [(one, words) for one, words in wanted if one.page is None]
    for text in _unseen(path, order.password) if everywhere else ():
        for one, words in everywhere:
            if _stands(words, text):
                found.setdefault(FoundWords(one.words, None))
    return tuple(found)


def plain(text: str) -> str:
    """Give a text without accents, capital letters, hyphens at line ends and odd spaces."""
    split = unicodedata.normalize("NFKD", text.replace("\u00ad", "").replace("\ufffe", ""))
    bare = "".join(sign for sign in split if not unicodedata.combining(sign))
    return _SPACES.sub(" ", bare.casefold()).strip()


def _stands(words: str, text: str) -> bool:
    """Whether `words` stand in `text`, and not as a part of a longer word."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() and words[0].isalnum()) and not (
            after.isalnum() and words[-1].isalnum()
        ):
            return True
        start = text.find(words, start + 1)
    return False


def _text(pdf: pypdfium2.PdfDocument, index: int) -> str:
    page = pdf[index]
    try:
        text = page.get_textpage()
        try:
            return plain(text.get_text_range())
        finally:
            text.close()
    finally:
        page.close()


def _unseen(path: Path, password: str) -> Iterator[str]:
    """Give every string of the file, and the strings inside its decoded streams.

    Titles, bookmarks, descriptions and names are strings; what a content
    stream writes with a plain font is one too.
    """
    with pikepdf.open(path, password=password, suppress_warnings=True) as pdf:
        yield from _strings(pdf.trailer)
        for number in range(1, len(pdf.objects) + 1):
            one = pdf.get_object((number, 0))
            yield from _strings(one)
            if isinstance(one, pikepdf.Stream) and _may_hold_words(one):
                yield from _in_stream(one)


def _strings(value: object) -> Iterator[str]:
    """Give the strings of one object; others that it refers to are looked at by themselves."""
    if isinstance(value, pikepdf.String):
        yield plain(str(value))
    elif isinstance(value, pikepdf.Array):
        for one in value:
            if not getattr(one, "is_indirect", False):
                yield from _strings(one)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key in value.keys():  # noqa: SIM118 - not a dict
            one = value[key]
            if not getattr(one, "is_indirect", False):
                yield from _strings(one)


def _may_hold_words(stream: pikepdf.Object) -> bool:
    """Whether a stream may be one of content or of facts; pictures and fonts are none."""
    return stream.get("/Subtype") != "/Image" and "/Length1" not in stream


def _in_stream(stream: pikepdf.Object) -> Iterator[str]:
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError:  # the checks of the whole file say so themselves
        return
    if len(data) > _MOST_STREAM:
        data = data[:_MOST_STREAM]
    yield plain(b" ".join(_LITERAL.findall(data)).decode("latin-1"))
    for found in _HEXADECIMAL.findall(data):  # what a screen reader says in place of a drawing
        whole = b"".join(found.split())
        yield plain(
            bytes.fromhex(whole[: len(whole) // 4 * 4].decode()).decode("utf-16-be", "replace")
        )
    if stream.get("/Subtype") == "/XML" or stream.get("/Type") == "/Metadata":
        yield plain(data.decode("utf-8", "replace"))
