"""How the two sides of the wall speak: a length, a JSON header, perhaps bytes.

A frame is 4 bytes of length (little-endian), that many bytes of JSON (one
object, UTF-8), and, where its "bytes" says so, that many bytes more. Nothing
is ever unpickled. The inner side is not trusted: whatever comes from there is
checked here, in type and in size, before anybody uses it.
"""

import json
import re
import struct
from typing import IO, Any, NoReturn

from app.progress import Progress
from app.worker.cleaning import clean
from app.worker.orders import (
    Binding,
    Bookmark,
    Element,
    Link,
    Placed,
    Verdict,
)

Header = dict[str, Any]

MOST_HEADER_BYTES = 64 * 1024 * 1024
MOST_BYTES = 256 * 1024 * 1024
MOST_PAGES = 100_000
LONGEST_SIDE = 100_000.0  # points
MOST_TEXT = 5_000_000  # characters a page
_LENGTH = struct.Struct("<I")
_NOT_IN_A_NAME = re.compile(r"[\x00-\x1f/\\:]")


class ProtocolBroken(ValueError):
    """The other side said what it may not say."""


class TooMuch(Exception):
    """There is more to say than fits into one frame."""


def send(stream: IO[bytes], header: Header, body: bytes = b"") -> None:
    """Write one frame. Raises TooMuch, and OSError when nobody listens."""
    words = json.dumps({**header, "bytes": len(body)}, ensure_ascii=False)
    said = words.encode(errors="surrogatepass")
    if len(said) > MOST_HEADER_BYTES or len(body) > MOST_BYTES:
        raise TooMuch
    stream.write(_LENGTH.pack(len(said)) + said)
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes], most_bytes: int = MOST_BYTES) -> tuple[Header, bytes] | None:
    """Read one frame; None when the other side has ended. Raises ProtocolBroken."""
    length = stream.read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(length)
    if size > MOST_HEADER_BYTES:
        raise ProtocolBroken("header too long")
    said = stream.read(size)
    if len(said) < size:
        return None
    header = _parse(said)
    extra = integer(header.get("bytes", 0), 0, most_bytes)
    body = stream.read(extra)
    return (header, body) if len(body) == extra else None


def _parse(said: bytes) -> Header:
    try:
        header = json.loads(said, parse_constant=_no_number)
    except (ValueError, RecursionError) as problem:
        raise ProtocolBroken("not JSON") from problem
    if not isinstance(header, dict):
        raise ProtocolBroken("not an object")
    return header


def _no_number(constant: str) -> NoReturn:
    raise ValueError(constant)


def integer(value: object, low: int, high: int) -> int:
    """Give `value` when it is a whole number in the range, else raise ProtocolBroken."""
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise ProtocolBroken("number out of range")
    return value


def text(value: object, most: int) -> str:
    """Give `value`, cleaned, when it is a string of at most `most` characters."""
    if not isinstance(value, str) or len(value) > most:
        raise ProtocolBroken("not a text, or too long")
    return clean(value)


def bare_name(value: object) -> str:
    """Give `value` when it is a file name and nothing of a path. Raises ProtocolBroken."""
    if not isinstance(value, str) or not 0 < len(value.encode(errors="replace")) <= 255:
        raise ProtocolBroken("not a file name")
    if value.startswith(".") or value.endswith((".", " ")) or _NOT_IN_A_NAME.search(value):
        raise ProtocolBroken("not a bare file name")
    return value


def truth(value: object) -> bool:
    """Give `value` when it is true or false, else raise ProtocolBroken."""
    if not isinstance(value, bool):
        raise ProtocolBroken("not true or false")
    return value


def several(value: object, most: int) -> list[Any]:
    """Give `value` when it is a list of at most `most`, else raise ProtocolBroken."""
    if not isinstance(value, list) or len(value) > most:
        raise ProtocolBroken("not a list, or too long")
    return value


def encode_binding(binding: Binding) -> tuple[Header, bytes]:
    """Put the order to bind into a header and, for its frames, bytes."""
    header: Header = {
        "own": binding.own,
        "sources": list(binding.sources),
        "pages": [[page.source, page.page, page.frame] for page in binding.pages],
        "frames": [len(frame) for frame in binding.frames],
        "links": [
            [link.page, list(link.rectangle), link.target, link.top, link.description]
            for link in binding.links
        ],
        "bookmarks": [[mark.title, mark.page, mark.level] for mark in binding.bookmarks],
        "paper": list(binding.paper),
        "frame_margins": list(binding.frame_margins),
        "title": binding.title,
        "language": binding.language,
        "result": binding.result,
        "password": binding.password,
        "reproducible": binding.reproducible,
        "made": binding.made,
        "elements": [_element(one) for one in binding.elements],
        "labels": [list(run) for run in binding.labels],
    }
    return header, b"".join(binding.frames)


def _element(one: Element) -> list[Any]:
    """Put an element into a list, without what it does not have at its end."""
    line = [one.depth, one.kind, one.page, one.mark, one.link]
    if (one.words, one.scope, one.span, one.box) == ("", "", 1, None):
        return line
    return [*line, one.words, one.scope, one.span, one.box]


def decode_binding(header: Header, body: bytes) -> Binding:
    """Unpack the order to bind; it comes from the outer side, which is trusted."""
    frames, start = [], 0
    for size in header["frames"]:
        frames.append(body[start : start + size])
        start += size
    left, top, right, bottom = header["frame_margins"]
    width, height = header["paper"]
    return Binding(
        own=bare_name(header["own"]),
        sources=tuple(bare_name(name) for name in header["sources"]),
        pages=tuple(Placed(*page) for page in header["pages"]),
        frames=tuple(frames),
        links=tuple(
            Link(page, (box[0], box[1], box[2], box[3]), target, upper, description)
            for page, box, target, upper, description in header["links"]
        ),
        bookmarks=tuple(Bookmark(*mark) for mark in header["bookmarks"]),
        paper=(width, height),
        frame_margins=(left, top, right, bottom),
        title=header["title"],
        language=header["language"],
        result=bare_name(header["result"]),
        password=header["password"],
        reproducible=header["reproducible"],
        made=header["made"],
        elements=tuple(
            Element(*line[:8], *(tuple(box) for box in line[8:] if box))
            for line in header.pop("elements")  # thousands, that nobody needs twice
        ),
        labels=tuple((page, number) for page, number in header["labels"]),
    )


def encode_verdict(verdict: Verdict) -> Header:
    """Put the second readers' verdict into a header."""
    return {
        "ok": verdict.ok,
        "pages": verdict.pages,
        "links": verdict.links,
        "bookmarks": verdict.bookmarks,
        "risky": list(verdict.risky),
        "sentences": list(verdict.sentences),
    }


def decode_verdict(header: Header) -> Verdict:
    """Check and unpack the second readers' verdict. Raises ProtocolBroken."""
    return Verdict(
        truth(header.get("ok")),
        integer(header.get("pages"), 0, MOST_PAGES),
        integer(header.get("links"), 0, 10_000_000),
        integer(header.get("bookmarks"), 0, 10_000_000),
        tuple(text(one, 1000) for one in several(header.get("risky"), 10_000)),
        tuple(text(one, 5000) for one in several(header.get("sentences"), 10_000)),
    )


def relay(progress: Progress | None, frame: Header, what: str) -> None:
    """Pass on the step that `frame` tells of. Raises ProtocolBroken, and what `progress` raises."""
    if progress is not None:
        done = integer(frame.get("step"), 0, MOST_PAGES)
        progress.step(done, integer(frame.get("of"), 0, MOST_PAGES), what)
