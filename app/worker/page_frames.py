"""What the sealed room says about one page, packed and checked."""

import math
from typing import Any

from app.worker.orders import LONGEST_WORD, MOST_WORDS, PageWords, Rendered, Word
from app.worker.protocol import (
    LONGEST_SIDE,
    Header,
    ProtocolBroken,
    bare_name,
    integer,
    text,
)

MOST_PIXELS = 40_000_000
_LONGEST_ROW = 1_000_000  # pixels
_ROUNDING = 0.02  # points; boxes are sent with two digits after the point


def encode_rendered(made: Rendered) -> Header:
    """Put what was drawn into a header."""
    return {"file": made.file, "width": made.width, "height": made.height}


def decode_rendered(header: Header) -> Rendered:
    """Check and unpack what was drawn. Raises ProtocolBroken."""
    width = integer(header.get("width"), 1, _LONGEST_ROW)
    height = integer(header.get("height"), 1, _LONGEST_ROW)
    if width * height > MOST_PIXELS:
        raise ProtocolBroken("too many pixels")
    return Rendered(bare_name(header.get("file")), width, height)


def encode_words(found: PageWords) -> Header:
    """Put the words of a page into a header."""
    return {
        "width": found.width,
        "height": found.height,
        "words": [
            [word.text, *(round(edge, 2) for edge in (word.x0, word.y0, word.x1, word.y1))]
            for word in found.words
        ],
    }


def decode_words(header: Header) -> PageWords:
    """Check and unpack the words of a page. Raises ProtocolBroken.

    A word that is empty once its controls are taken out is left out.
    """
    width = _number(header.get("width"), LONGEST_SIDE)
    height = _number(header.get("height"), LONGEST_SIDE)
    words = header.get("words")
    if not width or not height or not isinstance(words, list) or len(words) > MOST_WORDS:
        raise ProtocolBroken("no page, or too many words")
    read = (_word(word, width, height) for word in words)
    return PageWords(width, height, tuple(word for word in read if word.text))


def _word(value: Any, width: float, height: float) -> Word:  # noqa: ANN401 - checked here
    if not isinstance(value, list) or len(value) != 5:
        raise ProtocolBroken("not a word")
    said, x0, y0, x1, y1 = value
    word = Word(
        text(said, LONGEST_WORD),
        _number(x0, width),
        _number(y0, height),
        _number(x1, width),
        _number(y1, height),
    )
    if word.x0 > word.x1 or word.y0 > word.y1:
        raise ProtocolBroken("a box inside out")
    return word


def _number(value: object, most: float) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise ProtocolBroken("not a number")
    if not (math.isfinite(value) and 0 <= value <= most + _ROUNDING):
        raise ProtocolBroken("number out of range")
    return min(float(value), most)
