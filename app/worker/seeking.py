"""Looks for words in a finished PDF, also where no page shows them."""

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Set
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2

from app.worker.page_orders import FoundWords, Seeking, Sought
from app.worker.spellings import finder, flat

_MOST_STREAM = 16 * 1024 * 1024  # bytes of one decoded stream that are looked through
_PAGES_AT_ONCE = 500
_OBJECTS_AT_ONCE = 20_000
_SPACES = re.compile(r"\s+")
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_HEXADECIMAL = re.compile(rb"<([0-9A-F\s]{4,})>", re.IGNORECASE)
_ROW = re.compile(rb"\[((?:[^\[\]()]|\((?:[^()\\]|\\.)*\))*)\]\s*TJ", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_UTF_16 = b"\xfe\xff"
_NAMED = ("/XObject", "/Font", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/Properties")


def seek(folder: Path, order: Seeking) -> tuple[FoundWords, ...]:
    """Give every place where words were found that must not be there, each once.

    Raises PdfiumError and pikepdf.PdfError for a file that cannot be read.
    """
    path = folder / order.file
    wanted = [one for one in order.sought if plain(one.words)]
    found: dict[FoundWords, None] = {}
    everywhere = [one for one in wanted if one.page is None]
    pages = {one.page for one in wanted if one.page is not None}
    for index, text in _texts(path, order.password, None if everywhere else pages):
        here = [one for one in wanted if one.page in (None, index)]
        for words in _in_text(text, here):
            found.setdefault(FoundWords(words, index))
    for text in _unseen(path, order.password) if everywhere else ():
        for words in _in_text(text, everywhere):
            found.setdefault(FoundWords(words, None))
    return tuple(found)


def plain(text: str) -> str:
    """Give a text without accents, capital letters, hyphens at line ends and odd spaces."""
    if not text.isascii():  # most pages of a record are
        split = unicodedata.normalize("NFKD", text.replace("\u00ad", "").replace("\ufffe", ""))
        text = split.translate(_marks())
    return _SPACES.sub(" ", text.casefold()).strip()


@cache
def _marks() -> dict[int, None]:
    """Give the accents and other marks that stand by a letter, to be taken away."""
    return {one: None for one in range(sys.maxunicode + 1) if unicodedata.combining(chr(one))}


def _in_text(text: str, wanted: Iterable[Sought]) -> Iterator[str]:
    """Give the words that stand in a text."""
    flattened = plained = None
    for one in wanted:
        if one.spelt:
            flattened = flat(text) if flattened is None else flattened
            there = finder(one.words)(flattened)
        else:
            plained = plain(text) if plained is None else plained
            there = _stands(plain(one.words), plained)
        if there:
            yield one.words


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


def _texts(path: Path, password: str, pages: Set[int] | None) -> Iterator[tuple[int, str]]:
    """Give the text of `pages` or of every page, each with its number from 0.

    PDFium keeps what it has read of a file until the file is closed, so it is
    opened anew now and then: memory does not grow with the pages.
    """
    with pypdfium2.PdfDocument(path, password=password or None) as pdf:
        wanted = range(len(pdf)) if pages is None else sorted(pages & set(range(len(pdf))))
    for start in range(0, len(wanted), _PAGES_AT_ONCE):
        with pypdfium2.PdfDocument(path, password=password or None) as pdf:
            for index in wanted[start : start + _PAGES_AT_ONCE]:
                yield index, _text(pdf, index)


def _text(pdf: pypdfium2.PdfDocument, index: int) -> str:
    page = pdf[index]
    try:
        text = page.get_textpage()
        try:
            return str(text.get_text_range())
        finally:
            text.close()
    finally:
        page.close()


def _unseen(path: Path, password: str) -> Iterator[str]:
    """Give every string of the file, and the strings inside its decoded streams.

    Titles, bookmarks, descriptions and names are strings; what a content
    stream writes with a plain font is one too, and so is what a page calls
    its pictures and fonts. libqpdf keeps every object that it has read, so the
    file is opened anew now and then.
    """
    with pikepdf.open(path, password=password, suppress_warnings=True) as pdf:
        yield from _strings(pdf.trailer)
        last = int(pdf.trailer.get("/Size", 0)) or len(pdf.objects)  # the latter reads them all
    for start in range(1, last + 1, _OBJECTS_AT_ONCE):
        with pikepdf.open(path, password=password, suppress_warnings=True) as pdf:
            for number in range(start, min(start + _OBJECTS_AT_ONCE, last + 1)):
                one = pdf.get_object((number, 0))
                yield from _strings(one)
                if isinstance(one, pikepdf.Stream) and _may_hold_words(one):
                    yield from _in_stream(one)
                del one


def _strings(value: object) -> Iterator[str]:
    """Give the strings of one object; others that it refers to are looked at by themselves."""
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Array):
        for one in value:
            if not getattr(one, "is_indirect", False):
                yield from _strings(one)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key in value.keys():  # noqa: SIM118 - not a dict
            one = value[key]
            if key in _NAMED and isinstance(one, pikepdf.Dictionary):
                yield "\n".join(name[1:] for name in one.keys())  # noqa: SIM118
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
    yield " ".join(_read(one) for one in _LITERAL.findall(data))
    for row in _ROW.findall(data):  # letters with space of their own between them
        yield "".join(_read(one) for one in _LITERAL.findall(row))
    for found in _HEXADECIMAL.findall(data):  # what a screen reader says in place of a drawing
        digits = b"".join(found.split()).decode()
        yield _decoded(bytes.fromhex(digits[: len(digits) // 2 * 2]))
    if stream.get("/Subtype") == "/XML" or stream.get("/Type") == "/Metadata":
        yield data.decode("utf-8", "replace")


def _read(literal: bytes) -> str:
    """Give the words of a string in a content stream: ISO 32000-1, 7.3.4.2."""
    return _decoded(_ESCAPED.sub(_escape, literal))


def _escape(match: re.Match[bytes]) -> bytes:
    what = match[1]
    if what.isdigit():
        return bytes([int(what, 8) & 255])
    return b"" if what in (b"\n", b"\r", b"\r\n") else _ESCAPES.get(what, what)


def _decoded(words: bytes) -> str:
    if words.startswith(_UTF_16):
        return words[2 : len(words) // 2 * 2].decode("utf-16-be", "replace")
    return words.decode("latin-1")
