"""The name behind the words of a paper that were kept of it, as older cases have them."""

from collections.abc import Iterator
from dataclasses import replace

from app.model.named_on_paper import Naming, named_on
from app.model.paper_labels import NAME
from app.model.written_names import name_at_end_of, name_from

_CUT = " …"
_BETWEEN = " … "  # stands in the words of a naming between the name and the birth date


def naming_behind(words: str, key: str) -> Naming | None:
    """Give who is named in `words`, which are `Naming.words`; None where no name is to be found.

    Of several readings the one with this `key` counts, then the longest name.
    """
    found = list(_readings(words))
    same = next((one for one in found if one.key == key), None)
    best = same or max(found, key=lambda one: len(one.name), default=None)
    return replace(best, name=best.name.strip(_CUT)) if best else None


def _readings(words: str) -> Iterator[Naming]:
    yield from named_on(words, 1)
    yield from named_on(words.replace(_BETWEEN, "\n"), 1)
    head, _between, born = words.partition(_BETWEEN)
    names = [name_from(head[label.end() :]) for label in NAME.finditer(head)]
    for name in filter(None, (*names, name_at_end_of(head))):
        yield Naming(name, born, words, 1)
        yield Naming(name, "", words, 1)
