"""The words of blame, as data: where one is typed, a neutral sentence is offered."""

from functools import cache

from app.content.files import open_table
from app.content.table import Table
from app.model.journey.wording import BlameWord
from app.resources import resource

FILE = "blame.toml"


@cache
def load_blame(language: str = "en") -> tuple[BlameWord, ...]:
    """Give the words of blame in `language` or else in English. Raises ContentFault."""
    table = open_table(resource("content"), FILE, language)
    found = tuple(map(_read, table.tables("blame")))
    table.done()
    return found


def _read(table: Table) -> BlameWord:
    found = BlameWord(
        forms=table.texts("forms"), unless=table.texts("unless") if table.has("unless") else ()
    )
    if not found.forms:
        raise table.fault("forms", "is missing")
    table.done()
    return found
