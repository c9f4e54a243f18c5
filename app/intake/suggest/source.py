"""Suggests who made a paper."""

from app.intake.suggest.letterhead import Named, find_authors, find_place, greeted
from app.intake.suggest.suggestion import Line, Suggestion, as_words, head, passage

_LOOKED_AT = 30  # lines of the first page
_LETTERHEAD = 6
_ADDRESS = 5  # lines of an address, its first line included


def suggest_source(texts: tuple[str, ...]) -> Suggestion[str] | None:
    """Suggest the doctor and the place that made the paper: "Dr R. Venn, Lakeside Spine Center".

    Whoever the letter greets is its reader, not its maker.
    """
    top = _without_reader(head(texts, _LOOKED_AT))
    places = [
        Named(name, line)
        for line in top
        if line.number < _LETTERHEAD and (name := find_place(line.text))
    ]
    found = [*_surest(find_authors(top)), *places[:1]]
    if not found:
        return None
    value = ", ".join(one.name for one in found)
    return Suggestion(value, _words(found), 1)


def _surest(authors: list[Named]) -> list[Named]:
    """Give the one author; where the head names several doctors, nobody knows who wrote."""
    return authors[:1] if len({author.name for author in authors}) == 1 else []


def _words(found: list[Named]) -> str:
    in_order = sorted(found, key=lambda one: (one.line.number, one.line.text.index(one.name)))
    lines = {one.line.number for one in in_order}
    if len(lines) == 1 and len(in_order) > 1:
        first, last = in_order[0], in_order[-1]
        text = first.line.text
        start = text.index(first.name)
        return passage(text[start : text.index(last.name, start) + len(last.name)])
    return passage(*(one.name for one in in_order))


def _without_reader(top: list[Line]) -> list[Line]:
    """Leave out the address of the doctor who is greeted."""
    reader = greeted(top)
    if not reader:
        return top
    addressed = [
        line.number
        for line in top[: _LETTERHEAD + _ADDRESS]
        if f" {reader} " in as_words(line.text)
    ]
    hidden = {number + more for number in addressed for more in range(_ADDRESS)}
    return [line for line in top if line.number not in hidden]
