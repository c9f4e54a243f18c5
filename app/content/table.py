"""Reading TOML with suspicion: every key is asked for, checked, and accounted for."""

import re
from collections.abc import Sequence

from app.model.record import Kind

ID = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)*")


class ContentFault(ValueError):
    """The content pack is wrong, which is a bug of whoever edited it; names file and key."""

    def __init__(self, file: str, key: str, what: str) -> None:
        super().__init__(f"{file}: {key}: {what}")
        self.file = file
        self.key = key


class Table:
    """One table of a content file.

    Every getter takes its key away and raises ContentFault where the value
    is missing, of the wrong type or empty. `done` complains of what nobody
    asked for. `seen` holds the ids of the whole file.
    """

    def __init__(self, file: str, key: str, raw: object, seen: set[str]) -> None:
        self.file = file
        self.key = key
        self._seen = seen
        if not isinstance(raw, dict):
            raise ContentFault(file, key, "must be a table")
        self._left = dict(raw)

    def fault(self, key: str, what: str) -> ContentFault:
        """Make the fault about one key of this table."""
        return ContentFault(self.file, f"{self.key}.{key}" if self.key else key, what)

    def has(self, key: str) -> bool:
        """Tell whether the key is there and was not taken yet."""
        return key in self._left

    def _take(self, key: str) -> object:
        if key not in self._left:
            raise self.fault(key, "is missing")
        return self._left.pop(key)

    def text(self, key: str) -> str:
        """Give a text that must be there."""
        return self._checked_text(key, self._take(key))

    def text_or_none(self, key: str) -> str:
        """Give a text, or "" where the key is left out; written out as "" it is a fault."""
        return self.text(key) if self.has(key) else ""

    def _checked_text(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            raise self.fault(key, "must be a text")
        if not value.strip():
            raise self.fault(key, "is empty")
        if value != value.strip():
            raise self.fault(key, "has space at its start or end")
        return value

    def id(self, key: str, under: str = "") -> str:
        """Give an id or code that no other table of the file has; `under` must be its start."""
        value = self.text(key)
        if not ID.fullmatch(value):
            raise self.fault(key, f"{value!r} may hold only a-z, 0-9, “_” and “.”")
        if under and not value.startswith(f"{under}."):
            raise self.fault(key, f"{value!r} must start with “{under}.”")
        if value in self._seen:
            raise self.fault(key, f"{value!r} is there twice")
        self._seen.add(value)
        return value

    def flag(self, key: str) -> bool:
        """Give true or false; a key that is left out means false."""
        value = self._left.pop(key, False)
        if not isinstance(value, bool):
            raise self.fault(key, "must be true or false")
        return value

    def number(self, key: str, smallest: int, largest: int) -> int:
        """Give a whole number between the two, both included."""
        value = self._take(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fault(key, "must be a whole number")
        if not smallest <= value <= largest:
            raise self.fault(key, f"must lie between {smallest} and {largest}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts, each once; a key that is left out means none."""
        values = self._list(key) if self.has(key) else []
        checked = tuple(
            self._checked_text(f"{key}[{place}]", value) for place, value in enumerate(values)
        )
        if len(set(checked)) < len(checked):
            raise self.fault(key, "has an entry twice")
        return checked

    def kinds(self, key: str) -> tuple[Kind, ...]:
        """Give a list of kinds of record, each once; a key that is left out means none."""
        return tuple(self._kind(key, code) for code in self.texts(key))

    def kind(self, key: str) -> Kind:
        """Give one kind of record, which no other table of the file has."""
        return self._kind(key, self.id(key))

    def _kind(self, key: str, code: str) -> Kind:
        if code not in list(Kind):
            raise self.fault(key, f"{code!r} is no kind of record")
        return Kind(code)

    def table(self, key: str) -> "Table":
        """Give a table inside this one."""
        name = f"{self.key}.{key}" if self.key else key
        return Table(self.file, name, self._take(key), self._seen)

    def tables(self, key: str) -> list["Table"]:
        """Give a list of tables, at least one."""
        values = self._list(key)
        if not values:
            raise self.fault(key, "is empty")
        name = f"{self.key}.{key}" if self.key else key
        return [
            Table(self.file, f"{name}[{place}]", value, self._seen)
            for place, value in enumerate(values)
        ]

    def _list(self, key: str) -> list[object]:
        value = self._take(key)
        if not isinstance(value, list):
            raise self.fault(key, "must be a list")
        return value

    def done(self) -> None:
        """Raise ContentFault if a key is left that nobody asked for."""
        if self._left:
            raise self.fault(min(self._left), "is not a known key")


def check_order(file: str, key: str, found: Sequence[str], wanted: Sequence[str]) -> None:
    """Raise ContentFault unless `found` are the `wanted` codes in their order."""
    for code in found:
        if code not in wanted:
            raise ContentFault(file, key, f"{code!r} is not one of them")
    for code in wanted:
        if code not in found:
            raise ContentFault(file, key, f"{code!r} is missing")
    if list(found) != list(wanted):
        raise ContentFault(file, key, "are not in their order")
