"""The laid-out dossier: our own pages, and where everything goes."""

from dataclasses import dataclass

from app.dossier.changed_pages import CoverSheet
from app.dossier.volumes import Volume
from app.model.record import Kind
from app.worker.orders import Bookmark, Element, Link, Placed


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """Where a record stands in the finished dossier; `first_page` counts from 1."""

    record: int
    first_page: int
    pages: int


@dataclass(frozen=True, slots=True)
class DividerPlace:
    """Where the divider of the group of `kind` stands; `first_page` counts from 1."""

    kind: Kind | None
    first_page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Layout:
    """All that the binder needs beside the records' own pages.

    `own` is a PDF with our own pages. `pages` lists every page of the
    dossier in order; `Placed.source` is the index into `renditions`, which
    holds the sha256 of each PDF that is bound in, once each. `frames` are
    the header-and-footer streams of the record pages. `elements` is the
    structure of all pages, in reading order.
    """

    own: bytes
    pages: tuple[Placed, ...]
    frames: tuple[bytes, ...]
    renditions: tuple[str, ...]
    links: tuple[Link, ...]
    bookmarks: tuple[Bookmark, ...]
    places: tuple[RecordPlace, ...]
    missing_glyphs: tuple[str, ...] = ()
    """Characters that no bundled font has, each once."""
    overflow: tuple[str, ...] = ()
    """Sentences about parts of the one-page summary that did not fit and were cut."""
    covers: tuple[CoverSheet, ...] = ()
    """The covered pages; their sources come behind those of `renditions`."""
    elements: tuple[Element, ...] = ()
    labels: tuple[tuple[int, int], ...] = ((0, 1),)
    """From which page on, from 0, the printed numbers run on from which number."""
    cited: tuple[int, ...] = ()
    """The records that our own pages before the records cite."""
    dividers: tuple[DividerPlace, ...] = ()
    """The pages that stand before the groups of records, of the whole dossier."""
    volume: Volume | None = None
    """Which of several files this is; then `places` still tell of the whole dossier."""
