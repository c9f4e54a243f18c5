"""The header and footer around each page of a record.

The streams use the fonts of our own PDF. What does not change between the
pages of a record is drawn once, because a dossier can have thousands.
"""

from app.dossier.drawing import LEFT, Dress
from app.dossier.dress import FOOTER_LINE, Names, cut_line
from app.dossier.groups import kind_name, page_range, shown_date
from app.dossier.layout import RecordPlace
from app.dossier.plan import Paper, PlannedRecord
from app.dossier.sheet import Sheet
from app.dossier.whereabouts import Whereabouts
from app.typesetting.fonts import Face, Fonts
from app.typesetting.style import INK, Style

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

    def sheet(self, page: int, paper: Paper, fonts: Fonts) -> Sheet:
        """Give the sheet around the record's page `page`, from 0 among those that go in."""
        wide = bool(self._planned.facts) and self._planned.facts[page].wide
        width, height = reversed(paper.value) if wide else paper.value
        sheet = Sheet(self._place.first_page + page, width, height, fonts)
        if wide not in self._still:
            self._names.header(sheet, self._right())
            self._names.footer_rule(sheet)
            self._still[wide] = sheet.code
        sheet.code = [*self._still[wide]]
        self._footer(sheet, page)
        return sheet

    def dress(self) -> Dress:
        """Give the header and footer for the pages of a note, which are drawn by us."""

        def dress(sheet: Sheet) -> None:
            self._names.header(sheet, self._right())
            self._names.footer_rule(sheet)
            self._footer(sheet, sheet.number - self._place.first_page)

        return dress

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

    def _footer(self, sheet: Sheet, page: int) -> None:
        end = self._names.page_number(sheet, self._where) - 18
        cited = self._where.cited_on.get((self._planned.record.id, page), ())
        end = self._names.signposts(sheet, cited, end) - 14
        _, own = self._names.say, self._planned.pages[page] if self._planned.pages else page
        tail = _("p. {page} of {count}").format(page=own + 1, count=self._count())
        y, size = sheet.height - FOOTER_LINE, _TITLE.size
        tail = f" · {tail}"
        room = end - LEFT - sheet.fonts.width(tail, _TITLE.face, size)
        # the digits are of one width, so few different rooms come up
        key = round(room, 1)
        if key not in self._titles:
            head = f"{_('Doc')} {self._planned.number} · {self._planned.record.title}"
            self._titles[key] = cut_line(head, _TITLE, room, sheet.fonts)
        x = LEFT + sheet.text(LEFT, y, self._titles[key], _TITLE)
        sheet.text(x, y, tail, _TITLE)
