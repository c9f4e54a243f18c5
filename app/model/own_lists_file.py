"""Own lists as a file: plain JSON (RFC 8259) of one strict shape, see docs/lists.md.

Nothing in it is ever run, opened or followed, and nothing is guessed: what is
not exactly of this shape is refused as a whole, with words that say where.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import Any, NoReturn

from app.errors import FileUnreadable, NotUnderstood
from app.model.own_lists import (
    OF_READER,
    ListKind,
    OwnLists,
    Unfit,
    language_checked,
    line_checked,
    one_line,
    preset_checked,
    reader_checked,
    text_checked,
    wish_checked,
)
from app.model.person import Recipient
from app.model.recipient_profile import RecipientProfile, Wishes
from app.phrases import _

KIND, VERSION = "casepack-lists", 1
MOST_BYTES = 1024 * 1024
MOST_ENTRIES = 200
"""Of one list."""
MOST_DEPTH = 4
"""Brackets in brackets: the file, a list, a recipient, its wishes."""

_DIGITS, _SIGNS_OF_FRACTION = 9, 32  # of a number; none that fits has more
_SIGNS = re.compile(r'\\.|["\[\]{}]', re.DOTALL)
_TOP = ("kind", "version", "language", *ListKind)
_OF_RECIPIENT = (*OF_READER, "preset", "wishes")
_WISHES = tuple(one.name for one in fields(Wishes))


def written(lists: OwnLists) -> bytes:
    """Give the file of these lists, as UTF-8; the same lists give the same bytes.

    Raises Unfit for an entry that `read` would refuse, and NotUnderstood for
    more entries than fit.
    """
    found: dict[str, object] = {
        "kind": KIND,
        "version": VERSION,
        "language": language_checked(lists.language),
    }
    for kind in ListKind:
        entries = getattr(lists, kind)
        if len(entries) > MOST_ENTRIES:
            raise NotUnderstood(_("{why}. Choose fewer.").format(why=_too_many(len(entries))))
        if entries:
            found[kind.value] = [_entry(kind, one) for one in entries]
    data = (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()
    if len(data) > MOST_BYTES:
        raise NotUnderstood(_("The lists are too long for one file. Choose fewer entries."))
    return data


def read(data: bytes, name: str) -> OwnLists:
    """Give the lists in a file called `name`. Raises FileUnreadable, which says what is wrong."""
    try:
        return _lists(_parsed(data))
    except _Fault as fault:
        words = _("Nothing was taken from “{name}”. {where}: {why}.")
        where = fault.where or _("The file")
        raise FileUnreadable(words.format(name=name, where=where, why=fault.why)) from fault


class _Fault(ValueError):
    """What is wrong with a file, and where."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


@contextmanager
def _at(*where: str) -> Iterator[None]:
    """Say in which field of which entry something does not fit."""
    try:
        yield
    except Unfit as fault:
        field = (_quoted(fault.field),) if fault.field else ()
        raise _Fault(", ".join((*where, *field)), fault.why) from fault


def _entry(kind: ListKind, one: Any) -> object:  # noqa: ANN401 - a text or a recipient
    if kind is not ListKind.RECIPIENTS:
        return line_checked(one)
    one = reader_checked(one)
    found = {name: text for name in OF_READER if (text := getattr(one.recipient, name))}
    if one.preset:
        found["preset"] = one.preset
    wishes = {
        field.name: value
        for field in fields(Wishes)
        if (value := getattr(one.wishes, field.name)) != field.default
    }
    return found | ({"wishes": wishes} if wishes else {})


def _parsed(data: bytes) -> object:
    if len(data) > MOST_BYTES:
        raise _Fault("", _("it is larger than a file of lists can be"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _Fault(_line(line), _("this is no text in UTF-8")) from error
    _check_depth(text)
    try:
        return json.loads(
            text,
            object_pairs_hook=_each_once,
            parse_int=_whole,
            parse_float=_fraction,
            parse_constant=_no_number,
        )
    except json.JSONDecodeError as error:
        raise _Fault(_line(error.lineno), _("this is not written as JSON")) from error


def _check_depth(text: str) -> None:
    """Refuse brackets in brackets before the parser follows them down."""
    depth, quoted = 0, False
    for match in _SIGNS.finditer(text):
        sign = match[0]
        if sign == '"':
            quoted = not quoted
        elif not quoted and sign in "[{":
            depth += 1
            if depth > MOST_DEPTH:
                line = text.count("\n", 0, match.start()) + 1
                raise _Fault(_line(line), _("there are too many brackets in brackets"))
        elif not quoted and sign in "]}":
            depth -= 1


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise _Fault(_quoted(name), _("this field is there twice"))
        found[name] = value
    return found


def _whole(digits: str) -> int:
    if len(digits) > _DIGITS:
        raise _Fault(_quoted(digits), _("this number is too long"))
    return int(digits)


def _fraction(digits: str) -> float:
    if len(digits) > _SIGNS_OF_FRACTION:
        raise _Fault(_quoted(digits), _("this number is too long"))
    return float(digits)


def _no_number(word: str) -> NoReturn:
    raise _Fault(_quoted(word), _("this is no number"))


def _lists(raw: object) -> OwnLists:
    with _at():
        top = _fields(raw, _TOP)
        _check_kind(top)
        language = language_checked(top.get("language"))
    found = {kind.value: _entries(kind, top.get(kind, [])) for kind in ListKind}
    return OwnLists(language, **found)


def _check_kind(top: dict[str, object]) -> None:
    if top.get("kind") != KIND:
        raise Unfit("kind", _("this is no file of own lists"))
    version = top.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise Unfit("version", _("this must be the number {n}").format(n=VERSION))
    if version > VERSION:
        raise Unfit("version", _("a newer version of this program made the file"))


def _entries(kind: ListKind, raw: object) -> tuple[Any, ...]:
    with _at():
        if not isinstance(raw, list):
            raise Unfit(kind, _("this must be a list in square brackets"))
        if len(raw) > MOST_ENTRIES:
            raise Unfit(kind, _too_many(len(raw)))
    found: list[object] = []
    for place, one in enumerate(raw, 1):
        with _at(_quoted(kind), _("entry {n}").format(n=place)):
            found.append(_recipient(one) if kind is ListKind.RECIPIENTS else line_checked(one))
    return tuple(found)


def _recipient(raw: object) -> RecipientProfile:
    given = _fields(raw, _OF_RECIPIENT)
    who = Recipient(**{name: text_checked(name, given.get(name, "")) for name in OF_READER})
    wanted = _fields(given.get("wishes", {}), _WISHES, "wishes")
    wishes = Wishes(**{name: wish_checked(name, value) for name, value in wanted.items()})  # type: ignore[arg-type]
    return reader_checked(RecipientProfile(0, who, wishes, preset_checked(given.get("preset", ""))))


def _fields(raw: object, known: tuple[str, ...], where: str = "") -> dict[str, object]:
    """Give an object whose fields are all known. Raises Unfit."""
    if not isinstance(raw, dict):
        raise Unfit(where, _("this must be an object in curly brackets"))
    for name in raw:
        if name not in known:
            raise Unfit(name, _("there is no field of this name"))
    return raw


def _too_many(count: int) -> str:
    return _("{count} entries are too many; {most} fit").format(count=count, most=MOST_ENTRIES)


def _line(number: int) -> str:
    return _("Line {n}").format(n=number)


def _quoted(name: str) -> str:
    """Quote a name or number of a file, which anybody may have made up, fit to be shown."""
    return f"“{one_line(name)[:40]}”"
