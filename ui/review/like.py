"""A paper that reads the same as another one, and what is known of both."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject

from app.case.casefile import CaseFile
from app.intake.proposal import Proposal
from app.intake.tray import pieces
from app.model.partial_date import PartialDate, day
from app.model.record import Document, Record
from app.model.typed_date import say_date
from app.phrases import _
from ui.dossier.size_gauge import size_words
from ui.page_room import PdfSource
from ui.session import CaseSession
from ui.shown_pages import PdfPages, record_pages


@dataclass(frozen=True, slots=True)
class Like:
    """What a new paper reads the same as: a record of the case, or another new paper."""

    record: Record | None = None
    removed: date | None = None
    """The day on which the record went into the bin, if it lies there."""
    other: Proposal | None = None

    @property
    def sentence(self) -> str:
        """What to say of it beside the new paper."""
        if self.record is None:
            name = self.other.document.name if self.other else ""
            return _("It reads the same as “{name}”, which is new as well.").format(name=name)
        if self.removed is not None:
            return _("It reads the same as “{title}”, which you removed on {date}.").format(
                title=self.record.title, date=say_date(day(self.removed))
            )
        return _("It reads the same as your record “{title}”.").format(title=self.record.title)


def like_of(proposal: Proposal, case: CaseFile, batch: dict[Path, Proposal]) -> Like | None:
    """Give what a new paper reads the same as, among the records and the papers of its batch."""
    if proposal.looks_like is not None:
        record = case.records.get(proposal.looks_like)
        if record is not None:
            return Like(record, case.records.removed_on(record.id))
    if proposal.reads_like is not None and proposal.reads_like in batch:
        return Like(other=batch[proposal.reads_like])
    return None


@dataclass(frozen=True, slots=True)
class Side:
    """One of two papers that are shown beside each other."""

    head: str
    """Where it is: in the case, in the bin, or new."""
    title: str
    facts: tuple[str, ...]
    document: Document
    record: Record | None
    file: Path
    """The readable form in the tray, where it is no record yet."""

    def pages(self, session: CaseSession, parent: QObject) -> PdfPages:
        """Give its pages, to be shown."""
        if self.record is not None:
            return record_pages(self.record, session.case.documents, session.pictures, parent)
        source = PdfSource(self.document.rendition, self._pieces)
        sizes = [(page.width, page.height) for page in self.document.pages]
        return PdfPages(session.pictures, source, self.title, sizes, parent)

    def _pieces(self) -> Iterator[bytes]:
        return pieces(self.file)


def new_side(one: Proposal) -> Side:
    """Give a new paper as one of two."""
    facts = _facts(one.dates.service, one.source, one.document)
    file = one.rendition or one.original
    return Side(_("New, not yet in your case"), one.title, facts, one.document, None, file)


def other_side(like: Like) -> Side:
    """Give what a new paper is like as the other of two. Raises ValueError for a note."""
    if like.other is not None:
        return new_side(like.other)
    record = like.record
    if record is None or record.document is None:
        raise ValueError("only a paper has pages")
    head = _("Already in your case")
    if like.removed is not None:
        form = _("In the bin since {date}")
        head = form.format(date=say_date(day(like.removed)))
    facts = _facts(record.dates.service, record.source, record.document)
    return Side(head, record.title, facts, record.document, record, Path())


def _facts(when: PartialDate, source: str, document: Document) -> tuple[str, ...]:
    pages = len(document.pages)
    form = _("1 page, {size}") if pages == 1 else _("{n} pages, {size}")
    known = _("Date: {date}").format(date=say_date(when))
    made = _("Made by: {source}").format(source=source) if source else ""
    return (
        " · ".join((known, form.format(n=pages, size=size_words(document.size)))),
        " · ".join(filter(None, (made, _("File: {name}").format(name=document.name)))),
    )
