"""Which pages draw something that their author switched off."""

import pikepdf

from app.worker.risks import hidden_groups

_Key = tuple[int, int]


def pages_with_hidden_parts(pdf: pikepdf.Pdf) -> set[int]:
    """Give the indexes, from 0, of the pages on which a layer is switched off.

    A membership that shows its contents only while groups are off counts
    too: it would turn around when the layers are left behind.
    """
    if "/OCProperties" not in pdf.Root:
        return set()
    off = hidden_groups(pdf)
    known: dict[_Key, bool] = {}
    return {
        index
        for index, page in enumerate(pdf.pages)
        if any(
            _hides(start, off, known)
            for name in ("/Resources", "/Annots")
            if (start := page.obj.get(name)) is not None
        )
    }


def _hides(start: pikepdf.Object, off: set[_Key], known: dict[_Key, bool]) -> bool:
    """Whether a switched-off layer can be reached; `known` remembers shared starts."""
    key = start.objgen
    if start.is_indirect and key in known:
        return known[key]
    seen: set[_Key] = set()
    waiting = [start]
    found = False
    while waiting and not found:
        value = waiting.pop()
        if value.is_indirect:
            if value.objgen in seen:
                continue
            seen.add(value.objgen)
        found = value.objgen in off or _turns_around(value)
        waiting.extend(_children(value))
    if start.is_indirect:
        known[key] = found
    return found


def _children(value: pikepdf.Object) -> list[pikepdf.Object]:
    if isinstance(value, pikepdf.Array):
        inner = list(value)
    elif isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        if value.get("/Type") in (pikepdf.Name.Page, pikepdf.Name.Pages):
            return []
        inner = [one for key, one in value.items() if key not in ("/Parent", "/P", "/Popup")]
    else:
        return []
    kinds = (pikepdf.Array, pikepdf.Dictionary, pikepdf.Stream)
    return [one for one in inner if isinstance(one, kinds)]


def _turns_around(value: pikepdf.Object) -> bool:
    return (
        isinstance(value, pikepdf.Dictionary)
        and value.get("/Type") == pikepdf.Name.OCMD
        and ("/VE" in value or value.get("/P") in (pikepdf.Name.AllOff, pikepdf.Name.AnyOff))
    )
