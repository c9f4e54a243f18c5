"""Text that people gave, made fit to be printed: cleaned, joined, in the order of the eye.

The dossier's own pages never read markup, so nothing has to be escaped: every
character is drawn as itself.
"""

import re
import unicodedata
from functools import cache
from typing import Any

_JOINERS = "\u200c\u200d"
# it takes the direction of the character before it (UAX #9, W1) and is never seen
_FOLLOWER = "\u034f"
_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_BLANKS = re.compile("[\t\v\f\u1680\u2000-\u200a\u202f\u205f\u3000]")
_PLAIN = re.compile("[\n -~]*")
_ARABIC = re.compile("[\u0600-\u08ff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
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
    return unicodedata.normalize("NFC", "".join(map(_kept, text)))


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
        text = _WORD.sub(_joined_word, text)
    return _SHORT_I.sub("\u093f\\1", text).translate({0x200C: None, 0x200D: None})


def as_seen(text: str, *, from_right: bool) -> str:
    """Give one line of `text` in the order of the eye, left to right (UAX #9)."""
    if not has_right_to_left(text):
        return joined(text)
    from bidi import get_display
    from bidi.mirror import MIRRORED

    # The library does not turn brackets round; on which side their follower comes out
    # tells those that run from right to left.
    marked = "".join(one + _FOLLOWER if one in MIRRORED else one for one in joined(text))
    seen, shown = str(get_display(marked, base_dir="R" if from_right else "L")), []
    turned = False
    for one in seen:
        if one == _FOLLOWER:
            turned = True
    return "".join(shown)


@cache
def _reshaper() -> Any:  # noqa: ANN401  # the library is not typed
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper(configuration={"delete_harakat": False, "support_ligatures": True})
