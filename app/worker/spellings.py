"""The spellings in which a name, a number or a birth date can stand in a text.

Names count in any case and accents, with ligatures, divided at the end of a
line, set letter by letter, and run together with each other. Numbers count
with any signs between their digits, dates in the usual ways of writing them.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

Found = Callable[[str], bool]

_HYPHENS = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u02d7\ufe63\uff0d\ufffe\x02"
_NOTHING = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
_MARKS = {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "\u00b4": "'"}
_SIGNS = str.maketrans(
    {**dict.fromkeys(_HYPHENS, "-"), **dict.fromkeys(_NOTHING, ""), **_LETTERS, **_MARKS}
)
_SPACES = re.compile(r"\s+")
_BETWEEN = r"[\s._*·|\-]{0,3}"  # what may stand between the letters of a name
_JOINT = r"[\s,.;_\-]"  # and up to three of them between two names
_PART = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_TWO_LETTERS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))  # for ä, ö, ü and å
_WIDE = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
_BORN = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_ALONE = 3  # letters of a name that is looked for by itself
_TOGETHER = 5  # letters of names that are found run together
_TAIL = 8  # last digits of a telephone number, whatever stands before them
_LONG_NUMBER = 9  # digits of a number that may be written with another beginning
_FEWEST = 3  # digits of a number
_MONTHS = (
    "jan|ene|gen",
    "feb|fev",
    "mar|mrz|maa|mae",
    "apr|avr|abr",
    "may|mai|mag|mei|maj",
    "jun|juin|giu",
    "jul|juil|lug",
    "aug|aou|ago",
    "sep|set",
    "oct|okt|ott|out",
    "nov",
    "dec|dez|dic|des",
)
"""How the names of the months begin in the languages of Western Europe, without accents."""


def flat(text: str) -> str:
    """Give a text in small letters without accents, ligatures and signs that do not show.

    Every kind of hyphen, also one that only shows at the end of a line, is "-".
    """
    text = text.casefold().translate(_SIGNS)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        accents = {ord(sign): None for sign in set(text) if unicodedata.combining(sign)}
        text = text.translate(accents).casefold().translate(_SIGNS)
    return _SPACES.sub(" ", text).strip()


@lru_cache(maxsize=512)
def finder(hidden: str) -> Found:
    """Give what tells whether a text, made `flat`, holds what must be hidden.

    A day such as "1957-03-14" is a birth date; what has a digit is a number;
    anything else is a name of one part or, in either order, of several.
    """
    if born := _BORN.fullmatch(hidden.strip()):
        return _any_of([_date(int(born[1]), int(born[2]), int(born[3]))])
    if any(sign.isdigit() for sign in hidden):
        return _number(flat(hidden))
    parts = [_PART.findall(one) for one in _written(hidden)]
    if not parts[0]:
        return lambda _text: False
    if len(parts[0]) == 1:
        spellings = {spelt for one in parts for spelt in one}
        return lambda text: any(_stands(_letters(spelt), text) for spelt in spellings)
    return _any_of([_together(one) for one in parts])


def stands(hidden: str, text: str) -> bool:
    """Whether a text holds what must be hidden, in one of its spellings."""
    return finder(hidden)(flat(text))


def _any_of(patterns: list[re.Pattern[str]]) -> Found:
    return lambda text: any(pattern.search(text) for pattern in patterns)


def _written(name: str) -> list[str]:
    """Give a name with and without two letters in place of one with dots."""
    wide = "".join(_WIDE.get(sign, sign) for sign in unicodedata.normalize("NFC", name).casefold())
    narrow = flat(name)
    for two, one in _TWO_LETTERS:
        narrow = narrow.replace(two, one)
    return list(dict.fromkeys((flat(name), flat(wide), narrow)))


@lru_cache(maxsize=2048)
def _letters(part: str) -> re.Pattern[str]:
    """Give what finds a name, also with something between its letters."""
    letters = [re.escape(sign) for sign in part if sign != "'"]
    joined = f"({_BETWEEN}'?)".join(letters)
    return re.compile(rf"(?<![^\W_]){joined}(?![^\W_])")


def _stands(pattern: re.Pattern[str], text: str) -> bool:
    start = 0
    while match := pattern.search(text, start):
        if _is_one_word(match):
            return True
        start = match.start() + 1
    return False


def _is_one_word(match: re.Match[str]) -> bool:
    """Whether the letters belong together: as they are, divided by hyphens, or one by one."""
    gaps = [gap.strip("'") for gap in match.groups("")]
    wide = [gap for gap in gaps if gap]
    if all("-" in gap for gap in wide) and len(wide) <= 2:
        return True
    pieces = "".join(" " if gap else "." for gap in gaps).split(" ")  # a dot joins two letters
    return len(pieces) >= _FEWEST and 2 * sum(not piece for piece in pieces) >= len(pieces)


def _together(parts: list[str]) -> re.Pattern[str]:
    """Find names beside each other or run together, in either order."""
    alone = all(len(part) >= _ALONE for part in parts)
    least = 0 if sum(map(len, parts)) >= _TOGETHER else 1  # “li” and “na” make a word
    joint = f"{_JOINT}{{{least},3}}"
    orders = {
        tuple(parts),
        (*parts[1:], parts[0]),
        (parts[-1], *parts[:-1]),
        (parts[0], parts[-1]),
        (parts[-1], parts[0]),
    }
    written = "|".join(joint.join(map(re.escape, order)) for order in sorted(orders))
    after = r"(?![^\W\d_])" if alone else r"(?![^\W_])"  # a year may follow what is run together
    return re.compile(rf"(?<![^\W_])(?:{written}){after}")


def _number(hidden: str) -> Found:
    signs = [sign for sign in hidden if sign.isalnum()]
    digits = [sign for sign in signs if sign.isdigit()]
    if len(signs) < _FEWEST:
        return lambda _text: False
    if len(digits) == len(signs) >= _LONG_NUMBER:
        tail = r"[\W_]{0,3}".join(digits[-_TAIL:])
        return _any_of([re.compile(rf"{tail}(?!\d)")])
    written = r"[\W_]{0,3}".join(map(re.escape, signs))
    return _any_of([re.compile(rf"(?<![^\W_]){written}(?![^\W_])")])


def _date(year: int, month: int, day: int) -> re.Pattern[str]:
    """Find a day in figures, in either order and with two or four figures of the year, or words."""
    between, full = r" ?[./\-] ?", f"{year:04}"
    short = f"(?:{full[:2]})?{full[2:]}" if year >= 1000 else full
    in_day, in_month = f"0?{day}", f"0?{month}"
    ordinal = r"(?:st|nd|rd|th|er|\.|º|o)?"
    of = r"[ .,\-/]*(?:of |de |del )?"
    word = f"(?:{_MONTHS[month - 1]})[a-z]*"
    ways = (
        f"{full}{between}{in_month}{between}{in_day}",
        f"{in_day}{between}{in_month}{between}{short}",
        f"{in_month}{between}{in_day}{between}{short}",
        f"(?:{in_day} {in_month}|{in_month} {in_day}) {full}",
        f"{full} {in_month} {in_day}",
        f"{full}{month:02}{day:02}",
        f"{day:02}{month:02}{full}",
        f"{in_day}{ordinal}{of}{word}{of}'?{short}",
        f"{word}{of}{in_day}{ordinal}{of}'?{short}",
        f"{full}{of}{word}{of}{in_day}",
    )
    return re.compile(rf"(?<!\d)(?:{'|'.join(ways)})(?!\d)")
