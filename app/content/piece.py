"""The small pieces of the program's own words; the first page needs them and nothing else."""

from dataclasses import dataclass
from functools import cache
from string import Formatter

from app.content.files import open_table
from app.content.table import Table
from app.resources import resource

BLANK = "____"


@dataclass(frozen=True, slots=True)
class Piece:
    """A small piece of copy with named blanks."""

    id: str
    title: str
    text: str
    fields: tuple[str, ...] = ()

    def filled(self, **values: str) -> str:
        """Give the text with the blanks filled in; one without a value shows as "____".

        Raises KeyError for a name that is no blank of this piece.
        """
        for name in values:
            if name not in self.fields:
                raise KeyError(f"{self.id} has no blank {name!r}")
        shown = {field: values.get(field, "").strip() or BLANK for field in self.fields}
        return "".join(
            literal + (shown[field] if field is not None else "")
            for literal, field, _spec, _conversion in Formatter().parse(self.text)
        )


def read_piece(table: Table) -> Piece:
    """Read one `[[piece]]`; its blanks must be the ones that it declares."""
    found = Piece(
        id=table.id("id"),
        title=table.text("title"),
        text=table.text("text"),
        fields=table.texts("fields"),
    )
    try:
        marks = [mark for mark in Formatter().parse(found.text) if mark[1] is not None]
    except ValueError as error:
        raise table.fault("text", "has a brace without its partner") from error
    if any(spec or conversion for _literal, _field, spec, conversion in marks):
        raise table.fault("text", "a blank is a bare name in braces")
    if {mark[1] for mark in marks} != set(found.fields):
        raise table.fault("text", "its blanks are not those in “fields”")
    table.done()
    return found


def load_piece(piece_id: str, language: str = "en") -> Piece:
    """Give one piece of the program's own words, without reading all other content.

    For what is shown first. Raises KeyError for one that is not there.
    """
    return _pieces(language)[piece_id]


@cache
def _pieces(language: str) -> dict[str, Piece]:
    copy = open_table(resource("content"), "copy.toml", language)
    return {piece.id: piece for piece in map(read_piece, copy.tables("piece"))}
