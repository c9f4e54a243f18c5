"""The header and footer around each page of a record.

The streams use the fonts of our own PDF. What does not change between the
pages of a record is drawn once, because a dossier can have thousands.
"""

from app.dossier.drawing import LEFT, Dress
from app.dossier.dress import FOOTER_LINE, Names, cut_line
from app.dossier.groups import kind_name, page_range, shown_date
from app.dossier.layout import RecordPlace
from app.dossier.plan import Paper, PlannedRecord
from app.dossier.sheet import FOOTER, Sheet
from app.dossier.tags import Spot, Tag
from app.dossier.whereabouts import Whereabouts
from app.typesetting.fonts import Face, Fonts
from app.typesetting.script import flat
from app.typesetting.style import INK, Style
from app.worker.orders import RECORD_MARK

FRAME_MARGINS = (40.0, 48.0, 31.0, 54.0)
"""Left, top, right and bottom of the room for a record's page, in points from the paper's edges."""

_TITLE = Style(Face.SEMIBOLD, 8.8, 12, INK)


class RecordFrame:
    """Draws around the pages of one record."""

    def __init__(
        self, planned: PlannedRecord, place: RecordPlace, where: Whereabouts, names: Names
    ) -> None:
        self._planned = planned
        self._place = place
        self._where = where
        self._names = names
        self._still: dict[bool, list[str]] = {}
        self._titles: dict[float, str] = {}
        # one link with a place on every page, because there can be thousands
        self._to_index = Tag("Link")

    def sheet(self, page: int, paper: Paper, fonts: Fonts) -> Sheet:
        """Give the sheet around the record's page `page`, from 0 among those that go in."""
        wide = bool(self._planned.facts) and self._planned.facts[page].wide
        width, height = reversed(paper.value) if wide else paper.value
        sheet = Sheet(self._place.first_page + page, width, height, fonts)
        sheet.marked = RECORD_MARK + 1
        if wide not in self._still:
            self._still_parts(sheet)
            sheet.close()
            self._still[wide] = sheet.code
        sheet.code = [*self._still[wide]]
        if page == 0:
            sheet.part = Tag("Sect", self._title())
        words = self._picture_words(page)
        shown = Tag("Figure" if words else "P", words)
        shown.kids.append(Spot(sheet.number, RECORD_MARK))
        sheet.after.append(shown)
        self._footer(sheet, page, sheet.part, self._to_index)
        sheet.close()
        if page + 1 == len(self._planned.pages):
            sheet.after.append(self._to_index)
        if sheet.part:
            sheet.part.kids += sheet.after
            sheet.after = []
        return sheet

    def dress(self) -> Dress:
        """Give the header and footer for the pages of a note, which are drawn by us."""

        def dress(sheet: Sheet) -> None:
            self._still_parts(sheet)
            self._footer(sheet, sheet.number - self._place.first_page)

        return dress

    def _still_parts(self, sheet: Sheet) -> None:
        self._names.told(sheet)
        self._names.header(sheet, self._right())
        with sheet.within(FOOTER):
            self._names.footer_rule(sheet)

    def _title(self) -> str:
        return f"{self._names.say('Doc')} {self._planned.number} · {self._planned.record.title}"

    def _picture_words(self, page: int) -> str:
        """Say in place of page `page` that it has no words; "" for a page that has."""
        if not self._planned.facts or self._planned.facts[page].has_text:
            return ""
        form = self._names.say("Page {page} of {count} of {title}. A picture; no text.")
        return form.format(
            page=self._planned.pages[page] + 1,
            count=self._count(),
            title=self._planned.record.title,
        )

    def _right(self) -> str:
        _, record = self._names.say, self._planned.record
        parts = [record.kind.letter] if record.kind else []
        parts += [kind_name(record.kind, self._names.language), shown_date(record.dates.service, _)]
        if self._is_part():
            form = _("pages {pages} of {count}")
            if len(self._planned.pages) == 1:
                form = _("page {pages} of {count}")
            parts.append(form.format(pages=page_range(self._planned.pages), count=self._count()))
        return " · ".join(parts)

    def _is_part(self) -> bool:
        document = self._planned.record.document
        return document is not None and self._planned.pages != tuple(range(len(document.pages)))

    def _count(self) -> int:
        document = self._planned.record.document
        return len(document.pages) if document else self._place.pages

    def _footer(
        self, sheet: Sheet, page: int, part: Tag | None = None, home: Tag | None = None
    ) -> None:
        """Draw the footer; the record's title in it is the heading of `part`, if one is given.

        `home` is the tag of the link to the index.
        """
        with sheet.within(FOOTER):
            end = self._names.page_number(sheet, self._where) - 18
            cited = self._where.cited_on.get((self._planned.record.id, page), ())
            end = self._names.signposts(sheet, cited, end, home) - 14
            _, own = self._names.say, self._planned.pages[page] if self._planned.pages else page
            tail = _("p. {page} of {count}").format(page=own + 1, count=self._count())
            tail = f" · {tail}"
            room = end - LEFT - sheet.fonts.width(tail, _TITLE.face, _TITLE.size)
            # the digits are of one width, so few different rooms come up
            key = round(room, 1)
            if key not in self._titles:
                self._titles[key] = cut_line(self._title(), _TITLE, room, sheet.fonts)
            y, title = sheet.height - FOOTER_LINE, self._titles[key]
            if part:
                whole = flat(self._title())
                with sheet.tagged(part.add("H1"), whole if whole != title else ""):
                    x = LEFT + sheet.text(LEFT, y, title, _TITLE)
            else:
                x = LEFT + sheet.text(LEFT, y, title, _TITLE)
            sheet.text(x, y, tail, _TITLE)
