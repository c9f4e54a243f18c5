"""Tables as CSV that no spreadsheet program takes for anything but words and numbers."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from app.typesetting.script import cleaned

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?", re.ASCII)
_SIGNS = "=+\\-@＝＋－＠"
_FIRST = re.compile(f"[{_SIGNS}]")
# A program that parts cells at “;” opens a new cell inside our quotes.
_INNER = re.compile(f'([;\n][\\s"]*)([{_SIGNS}])')


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Give a table as CSV: RFC 4180, every cell in quotes, UTF-8 with the mark at its start.

    The mark is what spreadsheet programs know UTF-8 by. Cells go through `cell`.
    """
    written = io.StringIO(newline="")
    table = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow([cell(one) for one in head])
    table.writerows([cell(one) for one in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def cell(text: str) -> str:
    """Give `text` so that it is never run as a formula: an apostrophe stands before its sign.

    Signs are = + - @ and their wide forms, see
    https://owasp.org/www-community/attacks/CSV_Injection. A plain number such
    as "-2.5" is no formula and stays what it is. Control characters, and
    those that turn text round, are taken out.
    """
    text = cleaned(text).strip()
    if _NUMBER.fullmatch(text):
        return text
    text = _INNER.sub(r"\1'\2", text)
    return f"'{text}" if _FIRST.match(text) else text
