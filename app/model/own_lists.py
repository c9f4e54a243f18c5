"""A person's own lists, to be carried from one case to another: no client is in them.

The rules stand in docs/lists.md: which fields there are, and how long each
may be. `app.model.own_lists_file` writes and reads them.
"""

import re
import unicodedata
from dataclasses import dataclass, fields, replace
from enum import Enum, StrEnum
from typing import Any, get_type_hints

from app.model.person import Recipient
from app.model.recipient_profile import RecipientProfile, Wishes
from app.phrases import _

MOST_LINE = 300
"""Letters of a checklist line, a question, a name, a service or a place."""
MOST_WISH = 1000
"""Letters of what a recipient wishes, in one field."""
MOST_NUMBER = 10_000
"""The largest number of anything."""

TWO_LINES = frozenset({"tissue_address", "not_suitable_if"})
"""The wishes that may have more than one line."""
OF_READER = ("name", "service", "place")
"""What is told of a recipient; a visit and where the answer goes belong to one client."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_JOINERS = "\u200c\u200d"  # some scripts cannot be read without them
_MARKUP = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|<!--|<!doctype|<\?", re.IGNORECASE)
_PRESET = re.compile(r"[a-z0-9_]{0,40}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}")


class ListKind(StrEnum):
    """The three lists, in the order of the file; the values are its fields."""

    CHECKLIST = "checklist"
    RECIPIENTS = "recipients"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class OwnLists:
    """What one file holds; a recipient has nothing but who they are and what they wish."""

    language: str = "en"
    checklist: tuple[str, ...] = ()
    recipients: tuple[RecipientProfile, ...] = ()
    questions: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many entries there are in all lists."""
        return len(self.checklist) + len(self.recipients) + len(self.questions)


class Unfit(ValueError):
    """An entry that may not stand in a file of lists: in which field, and why, in plain words."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"{field}: {why}" if field else why)
        self.field = field
        self.why = why


def one_line(text: str) -> str:
    """Give `text` composed (NFC), on one line, without what does not show or turns words round."""
    seen = "".join(_seen(one) for one in text)
    return " ".join(unicodedata.normalize("NFC", seen).split())


def some_lines(text: str) -> str:
    """Do the same for each line of `text`; empty lines go."""
    return "\n".join(filter(None, map(one_line, text.splitlines())))


def reader_of(profile: RecipientProfile) -> RecipientProfile:
    """Give a recipient without what ties them to a client, cleaned.

    Gone are the visit, where the answer goes, the note, and when and with
    whom it was checked: what was true then has to be asked anew.
    """
    who = Recipient(**{name: one_line(getattr(profile.recipient, name)) for name in OF_READER})
    texts = {
        field.name: _cleaned(field.name, value)
        for field in fields(Wishes)
        if isinstance(value := getattr(profile.wishes, field.name), str)
        and not isinstance(value, Enum)
    }
    wishes = replace(profile.wishes, **texts)  # type: ignore[arg-type]
    return RecipientProfile(0, who, wishes, profile.preset)


def line_checked(value: object) -> str:
    """Give a checklist line or a question, cleaned. Raises Unfit."""
    return text_checked("", value, must=True)


def reader_checked(profile: RecipientProfile) -> RecipientProfile:
    """Give a recipient as a file may hold it: see `reader_of`. Raises Unfit."""
    one = reader_of(profile)
    for name in OF_READER:
        text_checked(name, getattr(one.recipient, name))
    if not (one.recipient.name or one.recipient.service):
        raise Unfit("", _("a name or a service is missing"))
    preset_checked(one.preset)
    for field in fields(Wishes):
        wish_checked(field.name, getattr(one.wishes, field.name))
    return one


def text_checked(
    field: str, value: object, *, most: int = MOST_LINE, must: bool = False, lines: bool = False
) -> str:
    """Give a text, cleaned, of `most` letters. Raises Unfit, also for what is no text."""
    if not isinstance(value, str):
        raise Unfit(field, _("this must be a text in quotes"))
    text = some_lines(value) if lines else one_line(value)
    if must and not text:
        raise Unfit(field, _("there are no words"))
    if len(text) > most:
        words = _("{count} letters are too many; {most} fit")
        raise Unfit(field, words.format(count=len(text), most=most))
    if _MARKUP.search(text):
        raise Unfit(field, _("only plain words may stand here, no markup of a web page"))
    return text


def preset_checked(value: object) -> str:
    """Give the code of the preset that a recipient began with. Raises Unfit."""
    if not isinstance(value, str) or not _PRESET.fullmatch(value):
        raise Unfit("preset", _("this is not the code of a kind of reader"))
    return value


def language_checked(value: object) -> str:
    """Give the code of a language, such as "en" or "pt-BR" (BCP 47). Raises Unfit."""
    if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
        raise Unfit("language", _("this must be the code of a language, such as “en”"))
    return value


def wish_checked(name: str, value: object) -> object:
    """Give one of the wishes as the model holds it, from a value of a file. Raises Unfit.

    A choice comes as its code or as itself.
    """
    kind = _WISHES[name]
    if kind is str:
        return text_checked(name, value, most=MOST_WISH, lines=name in TWO_LINES)
    if kind is bool:
        if not isinstance(value, bool):
            raise Unfit(name, _("this must be true or false"))
        return value
    if issubclass(kind, Enum):
        codes = [one.value for one in kind]
        if not isinstance(value, str) or value not in codes:
            raise Unfit(name, _("this must be one of {codes}").format(codes=", ".join(codes)))
        return kind(value)
    return _number_checked(name, value, whole=kind is int)


def _number_checked(name: str, value: object, *, whole: bool) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
        raise Unfit(name, _("this must be a whole number") if whole else _("this must be a number"))
    if not 0 <= value <= MOST_NUMBER:  # what is no number at all is neither
        words = _("this must lie between 0 and {most}")
        raise Unfit(name, words.format(most=MOST_NUMBER))
    return value if whole else float(value)


def _cleaned(name: str, text: str) -> str:
    return some_lines(text) if name in TWO_LINES else one_line(text)


def _seen(character: str) -> str:
    """Give a character that may stay, a space for one that only parts words, or nothing."""
    if character.isspace():
        return " "
    if character in _JOINERS:
        return character
    code = ord(character)
    is_none = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # no characters at all
    return "" if is_none or unicodedata.category(character) in _UNSEEN else character


_WISHES: dict[str, Any] = get_type_hints(Wishes)
