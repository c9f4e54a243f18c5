"""Our own pages of a laid-out dossier, each under the name of its part."""

import io
import re

import pikepdf
import pypdfium2

from app.dossier.lay_out import OWN
from app.dossier.layout import Layout

OwnPages = dict[str, pypdfium2.PdfPage]
"""“timeline-2” is the second page of the part that the outline calls “Timeline”."""

FRAME = "record-frame-1"
"""What stands around the first page of the first record that is a file."""


def own_pages(layout: Layout) -> OwnPages:
    """Give every page of our own in order, and one frame, ready to be rendered."""
    pdf = pypdfium2.PdfDocument(_with_frame(layout))
    parts = {mark.page: _name(mark.title) for mark in layout.bookmarks}
    found: OwnPages = {}
    name, count = "", 0
    for place, page in enumerate(layout.pages):
        if place in parts:
            name, count = parts[place], 0
        count += 1
        if page.source == OWN:
            found[f"{name}-{count}"] = pdf[page.page]
    if layout.frames:
        found[FRAME] = pdf[len(pdf) - 1]
    return found


def _name(title: str) -> str:
    """Give “key-results-over-time” for “Key results over time (p. 9)”."""
    return re.sub("[^a-z]+", "-", title.rpartition(" (p.")[0].casefold()).strip("-")


def _with_frame(layout: Layout) -> bytes:
    """Give our own pages, and behind them the first frame on a page of its own."""
    if not layout.frames:
        return layout.own
    wanted = next(page for page in layout.pages if page.source != OWN)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(layout.own)) as pdf:
        pdf.pages.append(pdf.pages[0])
        page = pdf.pages[-1]
        page.Contents = pdf.make_stream(layout.frames[wanted.frame])
        pdf.save(out)
    return out.getvalue()
