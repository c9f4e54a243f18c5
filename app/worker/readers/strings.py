"""The strings of a PDF, as words that are safe to keep."""

import pikepdf

from app.worker.cleaning import clean

_MOST_READ = 20_000_000  # bytes; thousands of entries may share one enormous string


class Strings:
    """Reads strings of one document until it has read too much; `spent` tells that."""

    def __init__(self) -> None:
        self._room = _MOST_READ

    @property
    def spent(self) -> bool:
        """Whether no more strings are read."""
        return self._room < 0

    def raw(self, value: object) -> bytes:
        """Give the bytes of a string; none for anything else, and none once all is spent."""
        if self.spent or not isinstance(value, pikepdf.String):
            return b""
        found = bytes(value)
        self._room -= len(found) + 1
        return found

    def said(self, value: object, most: int) -> str:
        """Give the words of a string, cleaned, at most `most` characters; "" where it has none."""
        if not (raw := self.raw(value)):
            return ""
        try:
            words = str(value)
        except UnicodeDecodeError:
            words = raw.decode("latin-1")
        words = clean(words[: 4 * most]).strip()
        return words if len(words) <= most else words[: most - 1].rstrip() + "…"
