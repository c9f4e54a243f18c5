"""Passwords that can be typed, read out and copied from paper without a mistake."""

import re
import secrets
import unicodedata

from app.phrases import Phrases

LETTERS = "bcdfhjkmprtwx"
DIGITS = "2345789"
"""Of any two signs that look alike on paper or a screen one at most is among these."""

_GROUPS, _LONG = 4, 4
_GROUP = re.compile(r"[^\W_]{1,4}[\W_]?|[\W_]")


def suggest_password() -> str:
    """Give a fresh password such as "kc7m-3wtx-9hd4-p2br": 16 signs by chance, in four groups.

    Each is one of 20, so there are 2 to the power of 69 of them. Small
    letters without vowels: it is typed without the shift key, and is no word.
    """
    signs = LETTERS + DIGITS
    groups = ("".join(secrets.choice(signs) for _sign in range(_LONG)) for _group in range(_GROUPS))
    return "-".join(groups)


def groups_of(password: str) -> list[str]:
    """Give the parts to show with a gap between them: at most four signs and a mark like "-".

    Put together again they are `password`, in the composed form (NFC).
    """
    return _GROUP.findall(unicodedata.normalize("NFC", password))


def spelled(password: str, say: Phrases) -> str:
    """Give the words for every sign, such as "k, capital C, seven, hyphen"; " / " parts groups."""
    return " / ".join(
        ", ".join(_named(sign, say) for sign in group) for group in groups_of(password)
    )


def _named(sign: str, say: Phrases) -> str:
    _ = say
    if sign in (names := _names(say)):
        return names[sign]
    if sign.isupper():
        return _("capital {letter}").format(letter=sign)
    return sign if sign.isalpha() else unicodedata.name(sign, sign).lower()


def _names(say: Phrases) -> dict[str, str]:
    _ = say
    return {
        "0": _("zero"),
        "1": _("one"),
        "2": _("two"),
        "3": _("three"),
        "4": _("four"),
        "5": _("five"),
        "6": _("six"),
        "7": _("seven"),
        "8": _("eight"),
        "9": _("nine"),
        " ": _("space"),
        "-": _("hyphen"),
        "_": _("low line"),
        ".": _("full stop"),
        ",": _("comma"),
        ":": _("colon"),
        ";": _("semicolon"),
        "!": _("exclamation mark"),
        "?": _("question mark"),
        "'": _("straight apostrophe"),
        '"': _("straight quotation mark"),
        "`": _("grave accent"),
        "/": _("slash"),
        "\\": _("backslash"),
        "|": _("upright line"),
        "+": _("plus"),
        "=": _("equals sign"),
        "*": _("star"),
        "#": _("number sign"),
        "@": _("at sign"),
        "&": _("and sign"),
        "%": _("percent sign"),
        "$": _("dollar sign"),
        "~": _("tilde"),
        "^": _("caret"),
        "(": _("opening round bracket"),
        ")": _("closing round bracket"),
        "[": _("opening square bracket"),
        "]": _("closing square bracket"),
        "{": _("opening curly bracket"),
        "}": _("closing curly bracket"),
        "<": _("less-than sign"),
        ">": _("greater-than sign"),
    }
