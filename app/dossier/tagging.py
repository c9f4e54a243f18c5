"""Our own sheets as elements of a structure tree, and as a PDF that screen readers can follow."""

from collections.abc import Iterator, Sequence

from app.dossier.sheet import Sheet
from app.worker.orders import Element


def elements_of(sheets: Sequence[Sheet]) -> Iterator[Element]:
    """Give what stands on `sheets` in reading order; `Element.page` is the sheet's number less 1.

    `Element.link` counts the regions of all sheets, in their order.
    """
    links, count = {}, 0
    for sheet in sheets:
        links[sheet.number] = count
        count += len(sheet.regions)
    for sheet in sheets:
        if sheet.part:
            yield from sheet.part.elements(1, links)
        for tag in sheet.after:
            yield from tag.elements(2, links)


def tagged(made: bytes, sheets: Sequence[Sheet]) -> bytes:
    """Give the PDF that was made of `sheets`, numbered from 1, with their structure.

    The same sheets give the same bytes. Nothing on them may lead anywhere.
    """
    from app.worker.structure import with_structure  # loads a library that only this needs

    return with_structure(made, list(elements_of(sheets)))
