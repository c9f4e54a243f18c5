"""Words broken into lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.typesetting.fonts import Fonts
from app.typesetting.script import as_seen, cleaned, joined, reads_right_to_left, whole_letters
from app.typesetting.style import Style

_TOKENS = re.compile(r"\n| +|[^ \n]+")


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a link leads: to a named place on our own pages, to a page of a record or to any page.

    `page` counts from 0 among the pages of the record that go in; `number`
    is a page of the dossier. `cited` tells a citation from a mere signpost.
    """

    anchor: str = ""
    record: int = 0
    page: int = 0
    number: int = 0
    cited: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one style; None for the style of their paragraph.

    A `whole` piece is never broken, and takes at least `reserve` points, so
    that a page number of any length leaves the lines as they are.
    """

    text: str
    style: Style | None = None
    goal: Goal | None = None
    whole: bool = False
    reserve: float = 0.0


Words = str | Piece | Sequence[str | Piece]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a line in one style, in the order of the eye; `x` and `width` in points.

    `spoken` is the same in the order in which it is spoken.
    """

    x: float
    width: float
    text: str
    style: Style
    goal: Goal | None
    spoken: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph, ready to be drawn; `height` in points.

    `spoken` has its words in the order in which they are spoken, and `end`
    what stands between them and the next line: a space, or nothing where a
    word was broken and at the end of the paragraph. `from_right` lines have
    their first fragment at the right.
    """

    fragments: tuple[Fragment, ...]
    height: float
    spoken: str
    end: str = ""
    from_right: bool = False


@dataclass(slots=True)
class _Bit:
    text: str
    piece: Piece
    style: Style
    width: float


def pieces_of(words: Words) -> list[Piece]:
    """Give `words` as cleaned pieces."""
    several = [words] if isinstance(words, (str, Piece)) else words
    pieces = [Piece(one) if isinstance(one, str) else one for one in several]
    return [replace(piece, text=cleaned(piece.text)) for piece in pieces]


def plain(words: Words) -> str:
    """Give `words` without their styles."""
    return "".join(piece.text for piece in pieces_of(words))


def wrap(
    words: Words, style: Style, width: float, fonts: Fonts, *, right: bool = False
) -> list[Line]:
    """Break `words` into lines no wider than `width` points; a longer word is broken too.

    A paragraph whose first letter is Arabic or Hebrew starts at the right.
    `right` sets every line flush right.
    """
    pieces = pieces_of(words)
    from_right = reads_right_to_left("".join(piece.text for piece in pieces))
    return [
        _set(bits, end, style, width, from_right=from_right, right=right or from_right)
        for bits, end in _broken(_words(pieces, style, fonts), width, fonts)
    ]


def _words(pieces: Iterable[Piece], style: Style, fonts: Fonts) -> Iterator[list[_Bit]]:
    """Give the words, the gaps between them and the line breaks, each as its bits."""
    word: list[_Bit] = []
    for piece in pieces:
        own = piece.style or style
        for token in [piece.text] if piece.whole else _TOKENS.findall(piece.text):
            bit = _Bit(token, piece, own, _width(token, own, fonts))
            if piece.whole:
                bit.width = max(bit.width, piece.reserve)
            elif token[0] in " \n":
                if word:
                    yield word
                    word = []
                yield [bit]
                continue
            word.append(bit)
    if word:
        yield word


def _width(text: str, style: Style, fonts: Fonts) -> float:
    return 0.0 if text == "\n" else fonts.width(joined(text), style.face, style.size)


def _broken(
    words: Iterable[list[_Bit]], width: float, fonts: Fonts
) -> Iterator[tuple[list[_Bit], str]]:
    """Give each line, and what stands between it and the next one."""
    line: list[_Bit] = []
    used = 0.0
    for word in words:
        wide = sum(bit.width for bit in word)
        if word[0].text == "\n":
            yield line, " "
            line, used = [], 0.0
            continue
        gap = _is_gap(word[0])
        if used + wide > width + 0.01 and line:
            yield line, " " if gap or _is_gap(line[-1]) else ""
            line, used = [], 0.0
            if gap:
                continue
        if wide > width and not gap:
            *full, word = _chopped(word, width, fonts)
            yield from ((one, "") for one in full)
            wide = sum(bit.width for bit in word)
        line.extend(word)
        used += wide
    yield line, ""


def _is_gap(bit: _Bit) -> bool:
    return bit.text[0] == " " and not bit.piece.whole


def _chopped(word: list[_Bit], width: float, fonts: Fonts) -> list[list[_Bit]]:
    """Break a word that is longer than a line."""
    lines: list[list[_Bit]] = [[]]
    used = 0.0
    for bit in word:
        rest = bit.text
        while rest:
            fits = _how_many(rest, bit.style, width - used, fonts)
            if fits == 0 and lines[-1]:
                lines.append([])
                used = 0.0
                continue
            fits = whole_letters(rest, fits) or fits or 1
            part, rest = rest[:fits], rest[fits:]
            wide = _width(part, bit.style, fonts)
            lines[-1].append(_Bit(part, bit.piece, bit.style, wide))
            used += wide
    return lines


def _how_many(text: str, style: Style, width: float, fonts: Fonts) -> int:
    """Count the first characters of `text` that fit into `width`."""
    used = 0.0
    for count, character in enumerate(text):
        used += fonts.width(character, style.face, style.size)
        if used > width:
            return count
    return len(text)


def _set(
    bits: list[_Bit], end: str, style: Style, width: float, *, from_right: bool, right: bool
) -> Line:
    while bits and bits[-1].text.isspace() and not bits[-1].piece.whole:
        bits = bits[:-1]
    spoken = "".join(bit.text for bit in bits)
    merged: list[_Bit] = []
    for bit in bits:
        if merged and merged[-1].piece is bit.piece:
            merged[-1].text += bit.text
            merged[-1].width += bit.width
        else:
            merged.append(replace(bit))
    if from_right:
        merged.reverse()
    x = width - sum(bit.width for bit in merged) if right else 0.0
    fragments = []
    for bit in merged:
        seen = as_seen(bit.text, from_right=from_right)
        fragments.append(Fragment(x, bit.width, seen, bit.style, bit.piece.goal, bit.text))
        x += bit.width
    return Line(tuple(fragments), style.leading, spoken, end, from_right)
