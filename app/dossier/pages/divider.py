"""A calm page before each group of records: its letter, its name, and what it holds."""

from app.dossier.drawing import TOP, Book
from app.dossier.groups import group_name, lettered, shown_date
from app.dossier.pages.index import pages_of
from app.dossier.pages.wording import cut_short
from app.dossier.plan import DossierPlan, PlannedRecord, Section
from app.dossier.styles import BLUE, DISPLAY, LEAD, SMALL, SOFT
from app.dossier.tags import Tag
from app.dossier.whereabouts import Voices
from app.typesetting.script import flat
from app.typesetting.style import INK
from app.typesetting.text import Goal, Piece

MANY_PAGES = 40
"""Above as many pages of records a dossier has dividers where nobody chose."""

_HIGH = 0.3  # where a short list stands, in parts of the page's height
_NUMBER, _PAGE = 54.0, 84.0  # points of the columns beside the titles
_GAP = 9.0  # points between two records
_LONGEST = 160  # characters of a title and of a source
_LINK = LEAD.in_ink(BLUE)


def has_dividers(plan: DossierPlan) -> bool:
    """Whether a page stands before each group: as chosen, else when many record pages go in.

    A note counts as one page, because its length shows only when it is laid out.
    """
    if plan.version.dividers is not None:
        return plan.version.dividers
    return sum(max(1, len(planned.pages)) for planned in plan.records) > MANY_PAGES


def divider_anchor(section: Section) -> str:
    """Give the name by which links lead to the divider of a group."""
    return f"group-{section.kind.letter if section.kind else ''}"


def draw_divider(book: Book, voices: Voices, section: Section) -> None:
    """Draw the divider of a group; a long list goes on on the next page."""
    _, language = book.say, voices.plan.language
    book.part(lettered(section.kind, language), divider_anchor(section), bars=False)
    label = _("Records")
    if section.kind:
        label = _("Records {letter}").format(letter=section.kind.letter)
    lines = [_Entry(book, voices, planned) for planned in section.records]
    name = group_name(section.kind, language)
    head = LEAD.leading + sum(line.height for line in book.wrap(name, DISPLAY)) + 22
    room = book.floor - head - sum(one.tall + _GAP for one in lines)
    book.y = max(TOP, min(_HIGH * book.height, room))
    book.paragraph(label, LEAD.in_ink(SOFT))
    book.heading(name, 0)
    book.space(6)
    book.sheet.line(book.left, book.y, book.right, book.y, ink=INK, thick=1.4)
    book.space(12)
    every = book.here.add("L")
    for one in lines:
        book.room(one.tall)
        one.draw(every.add("LI"))
        book.space(_GAP)


class _Entry:
    """One record of the list: its number, title and page, and below it date, source and length."""

    def __init__(self, book: Book, voices: Voices, planned: PlannedRecord) -> None:
        _, record = book.say, planned.record
        self._book = book
        self._goal = Goal(record=record.id)
        self._doc = f"{_('Doc')} {planned.number}"
        self._page = _("p. {page}").format(page=voices.where.number(self._goal))
        if volume := voices.where.elsewhere(self._goal):
            self._page = _("Vol {volume}, {place}").format(volume=volume, place=self._page)
        most = f"{_('Doc')} {'0' * len(str(len(voices.plan.records)))}"
        self._before = max(_NUMBER, book.fonts.width(most, LEAD.bold().face, LEAD.size) + 10)
        title = cut_short(flat(record.title), _LONGEST) or _("Without a title")
        facts = [shown_date(record.dates.service, _)]
        if record.source.strip():
            facts.append(cut_short(flat(record.source), _LONGEST))
        facts.append(_length(voices, planned))
        wide = book.measure - self._before - _PAGE
        self._title = book.wrap(Piece(title, _LINK, self._goal), LEAD, wide)
        self._facts = book.wrap(" · ".join(facts), SMALL, wide)

    @property
    def tall(self) -> float:
        """Its height in points."""
        return sum(line.height for line in (*self._title, *self._facts))

    def draw(self, item: Tag) -> None:
        """Draw it here as `item`, and move below it."""
        book, sheet = self._book, self._book.sheet
        with book.under(item):
            book.place(book.left, book.y, self._doc, LEAD.bold(), self._before, "Lbl")
        with book.under(item.add("LBody")) as body:
            x, y = book.left + self._before, book.y
            y += book.lines_at(x, y, self._title)
            book.lines_at(x, y, self._facts)
            wide = book.fonts.width(self._page, _LINK.face, _LINK.size)
            base = book.y + LEAD.leading * 0.5 + LEAD.size * 0.34  # that of the title's first line
            link = body.add("P").add("Link")
            sheet.link_text(book.right - wide, base, self._page, _LINK, self._goal, link)
        book.space(self.tall)


def _length(voices: Voices, planned: PlannedRecord) -> str:
    """Say how many pages of a record are in the dossier."""
    _, document = voices.say, planned.record.document
    count = int(pages_of(voices, planned))
    if document and count < len(document.pages):
        return _("{n} of {of} pages").format(n=count, of=len(document.pages))
    return _("1 page") if count == 1 else _("{count} pages").format(count=count)
