"""Text that people gave, made fit to be printed: cleaned, joined, in the order of the eye.

Our own pages never read markup, so nothing has to be escaped: every
character is drawn as itself.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

_JOINERS = "\u200c\u200d"
# it takes the direction of the character before it (UAX #9, W1) and is never seen
_FOLLOWER = "\u034f"
_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_BLANKS = re.compile("[\t\v\f\u1680\u2000-\u200a\u202f\u205f\u3000]")
_PLAIN = re.compile("[\n -~]*")
_ARABIC = re.compile("[\u0600-\u08ff]")
_ARABIC_WORD = re.compile(f"[\u0600-\u08ff{_JOINERS}]+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINING = "\u094d"
_NEVER_FIRST = frozenset(
    "、。，．：；？！）］｝」』】〕〉》〗〙〛〟・ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_NEVER_LAST = frozenset("（［｛「『【〔〈《〖〘〚〝")
_CONSONANT = "[\u0915-\u0939\u0958-\u095f]\u093c?"
_SHORT_I = re.compile(f"((?:{_CONSONANT}\u094d)*{_CONSONANT})\u093f")


def cleaned(text: str) -> str:
    """Give `text` composed (NFC), without control and bidi characters, with plain line breaks.

    Control characters can hide words or turn them round, so a reader would
    not see what the case says. A half of a surrogate pair becomes U+FFFD.
    What only chooses between two looks of a character goes too.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = _BLANKS.sub(" ", _BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", text.translate({ord(one): _kept(one) for one in set(text)}))


def flat(text: str) -> str:
    """Give `text` cleaned, on one line, with single spaces."""
    return " ".join(cleaned(text).split())


def _kept(character: str) -> str:
    if character == "\n" or character in _JOINERS:
        return character
    if character == _FOLLOWER or "\ufe00" <= character <= "\ufe0f":
        return ""
    category = unicodedata.category(character)
    if category in ("Cc", "Cf"):
        return ""
    return "\ufffd" if category == "Cs" else character


def whole_letters(text: str, end: int) -> int:
    """Give the last place up to `end` where `text` can be parted: no letter loses its marks.

    A Devanagari consonant stays with the one that it is joined to. In Chinese
    and Japanese, marks that end or begin something stay with it, as JIS X 4051
    has it: no line begins with “。” or ends with “「”.
    """
    while 0 < end < len(text) and (
        unicodedata.category(text[end]).startswith("M")
        or text[end - 1] == _JOINING
        or text[end] in _NEVER_FIRST
        or text[end - 1] in _NEVER_LAST
    ):
        end -= 1
    return end


def has_right_to_left(text: str) -> bool:
    """Whether any character of `text` runs from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def reads_right_to_left(text: str) -> bool:
    """Whether a paragraph of `text` starts at the right: its first letter decides (UAX #9, P2)."""
    if not has_right_to_left(text):
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"


def joined(text: str) -> str:
    """Give `text` with Arabic letters joined and the Devanagari short i before its consonants.

    The order of the text stays as it is spoken.
    """
    if text.isascii():
        return text
    if _ARABIC.search(text):
        text = _ARABIC_WORD.sub(lambda found: _joined_word(found[0]), text)
    return _SHORT_I.sub("\u093f\\1", text).translate({0x200C: None, 0x200D: None})


def as_seen(text: str, *, from_right: bool) -> str:
    """Give one line of `text` in the order of the eye, left to right (UAX #9)."""
    if not has_right_to_left(text):
        return joined(text)
    from bidi import get_display

    # The library leaves ( < « as they are. The side on which a follower comes out tells
    # which of them run from right to left, where they are drawn as ) > ».
    twins, turning, followed = _twins()
    marked = turning.sub(f"\\g<0>{_FOLLOWER}", joined(text))
    seen = str(get_display(marked, base_dir="R" if from_right else "L"))
    return followed.sub(lambda found: twins[found[1]] if found[1] else found[2], seen)


@cache
def _twins() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """Give the twin of each mirrored character, what finds one, and one with its follower."""
    from bidi.mirror import MIRRORED

    one = f"[{re.escape(''.join(MIRRORED))}]"
    return MIRRORED, re.compile(one), re.compile(f"{_FOLLOWER}({one})|({one}){_FOLLOWER}")


@lru_cache(maxsize=20_000)
def _joined_word(word: str) -> str:
    return str(_reshaper().reshape(word))


@cache
def _reshaper() -> Any:  # noqa: ANN401  # the library is not typed
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper(configuration={"delete_harakat": False, "support_ligatures": True})
