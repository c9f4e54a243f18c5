"""The header and the footer: whose file this is, and where in it one is.

A loose page is never without a name. All measures are in points.
"""

from dataclasses import dataclass, replace
from datetime import date

from app.dossier.drawing import LEFT, RIGHT, Dress
from app.dossier.plan import DossierPlan
from app.dossier.sheet import FOOTER, HEADER, Sheet
from app.dossier.styles import CITATION, FAXED, LABEL, PAGE_NUMBER, SMALL
from app.dossier.tags import Tag
from app.dossier.whereabouts import Whereabouts
from app.model.partial_date import day
from app.model.person import Patient
from app.phrases import Phrases, later
from app.typesetting.fonts import Face, Fonts
from app.typesetting.script import as_seen, flat, reads_right_to_left
from app.typesetting.style import INK, Style
from app.typesetting.text import Goal

HEADER_LINE, FOOTER_LINE = 34.0, 34.0
"""The baselines: from the top edge, and from the bottom edge."""

MOST_CITING = 6
_STRONG = Style(Face.SEMIBOLD, 8.8, 12, INK)
_NOTICE = Style(Face.BOLD, 9.6, 12, INK)
_NOTICE_LINE, _NOTICE_TOP, _NOTICE_TALL = 19.5, 8.5, 15.0


def one_line(text: str) -> str:
    """Give `text` cleaned, on one line, in the order of the eye."""
    line = flat(text)
    return as_seen(line, from_right=reads_right_to_left(line))


def cut_line(text: str, style: Style, width: float, fonts: Fonts) -> str:
    """Give `text` on one line, cut with “…” to `width` points, in the order of the eye."""
    return one_line(fonts.cut(flat(text), style.face, style.size, width))


@dataclass(frozen=True, slots=True)
class Names:
    """Who stands in every header, and the words that every footer has.

    `footer` says what the file is, with {date}, `number` which page, with
    {page} and {total}, `home` names the page that all others lead to, and
    `link` says to which page something leads. A `notice` stands above the
    header of every page, in a frame.
    """

    patient: Patient
    made: date
    language: str
    say: Phrases
    footer: str = later("Second opinion dossier · prepared {date}")
    number: str = later("Dossier p. {page} of {total}")
    home: str = later("Index")
    link: str = later("Go to dossier page {page}")
    notice: str = ""

    @classmethod
    def of(cls, plan: DossierPlan, say: Phrases) -> "Names":
        """Give the words of a dossier, of a copy for review, or of a reply."""
        names = cls(plan.header, plan.made, plan.language, say)
        if plan.reply is not None:
            return replace(
                names,
                footer=later("Reply to the first doctor · prepared {date}"),
                number=later("Reply p. {page} of {total}"),
                home=later("Letter"),
                link=later("Go to page {page} of the reply"),
            )
        if plan.for_review:
            return replace(names, notice=say("For review by the client. Not to be sent."))
        return names

    def told(self, sheet: Sheet) -> None:
        """Draw the notice, if there is one: at the upper edge, where no record and no number is."""
        if not self.notice:
            return
        words = one_line(self.notice)
        wide = sheet.fonts.width(words, _NOTICE.face, _NOTICE.size)
        x = (sheet.width - wide) / 2
        with sheet.within(HEADER):
            place = (x - 8, _NOTICE_TOP, wide + 16, _NOTICE_TALL)
            sheet.box(*place, edge=INK, thick=FAXED)
            sheet.text(x, _NOTICE_LINE, words, _NOTICE)

    def header(self, sheet: Sheet, right: str) -> None:
        """Draw the header; `right` says what the page is."""
        with sheet.within(HEADER):
            self._header(sheet, right)

    def _header(self, sheet: Sheet, right: str) -> None:
        _ = self.say
        x, end = LEFT, sheet.width - RIGHT
        wide = end - x
        shown = cut_line(right, SMALL, wide * 0.5, sheet.fonts)
        limit = end - sheet.right_text(end, HEADER_LINE, shown, SMALL) - 14
        name = self.patient.name.strip() or _("Name not given")
        name = cut_line(name, _STRONG, min(wide * 0.42, limit - x), sheet.fonts)
        x += sheet.text(x, HEADER_LINE, name, _STRONG) + 8
        for fact in self._facts():
            wanted = one_line(fact)
            if x + sheet.fonts.width(wanted, LABEL.face, LABEL.size) <= limit:
                x += sheet.text(x, HEADER_LINE, wanted, LABEL) + 8
        sheet.line(LEFT, 41, end, 41)

    def _facts(self) -> list[str]:
        _ = self.say
        facts = []
        if self.patient.born.known:
            facts.append(_("Born {date}").format(date=self.patient.born.shown()))
        if self.patient.record_number.strip():
            facts.append(_("No. {number}").format(number=self.patient.record_number))
        return facts

    def footer_rule(self, sheet: Sheet) -> None:
        """Draw the line above the footer."""
        y = sheet.height - 46
        sheet.line(LEFT, y, sheet.width - RIGHT, y)

    def page_number(self, sheet: Sheet, where: Whereabouts) -> float:
        """Draw “Dossier p. 3 of 27” at the right, and the volume; give where it starts."""
        words = self.say(self.number)
        text = words.format(page=sheet.number, total=where.of_total())
        if where.volume and not where.volume.all_at_once:
            text += " · " + self.say("Vol {volume}").format(volume=where.volume.number)
        end = sheet.width - RIGHT
        return end - sheet.right_text(end, sheet.height - FOOTER_LINE, text, PAGE_NUMBER)

    def signposts(
        self, sheet: Sheet, cited_on: tuple[int, ...], end: float, home: Tag | None = None
    ) -> float:
        """Draw the links to `home` and to the pages that cite this one; give where they start.

        They end at `end`. At most six pages are named; “…” stands for more.
        `home` is the tag of the link to the index, if that is not one of its own.
        """
        _, fonts, y = self.say, sheet.fonts, sheet.height - FOOTER_LINE
        index, cited = _(self.home), _("Cited on p.")
        numbers = [str(page) for page in cited_on[:MOST_CITING]]
        more = "…" if len(cited_on) > MOST_CITING else ""

        def wide(text: str, style: Style) -> float:
            return fonts.width(text, style.face, style.size)

        width = wide(index, CITATION)
        if numbers:
            width += 14 + wide(cited, SMALL) + 5 + sum(wide(one, CITATION) + 7 for one in numbers)
            width += wide(more, SMALL) if more else -7
        x = start = end - width
        x += self._signpost(sheet, x, index, Goal(anchor="index"), home) + 14
        if numbers:
            x += sheet.text(x, y, cited, SMALL) + 5
        for page, one in zip(cited_on, numbers, strict=False):
            x += self._signpost(sheet, x, one, Goal(number=page)) + 7
        sheet.text(x, y, more, SMALL)
        return start

    def _signpost(
        self, sheet: Sheet, x: float, text: str, goal: Goal, link: Tag | None = None
    ) -> float:
        y = sheet.height - FOOTER_LINE
        if link is None:
            link = Tag("Link")
            sheet.after.append(link)
        elif link.kids:  # its words were said on an earlier page
            return sheet.link_again(x, y, text, CITATION, goal, link)
        return sheet.link_text(x, y, text, CITATION, goal, link)

    def own_page(self, section: str, where: Whereabouts) -> Dress:
        """Give the header and footer of a part of our own; the cover, of no name, has no header."""

        def dress(sheet: Sheet) -> None:
            self.told(sheet)
            if section:
                self.header(sheet, section)
            with sheet.within(FOOTER):
                self.footer_rule(sheet)
                end = self.page_number(sheet, where) - 18
                middle = LEFT + (sheet.width - LEFT - RIGHT) / 2 + 14
                self.signposts(sheet, (), min(middle, end))
                self.prepared(sheet)

        return dress

    def prepared(self, sheet: Sheet) -> None:
        """Draw at the left of the footer when the file was made."""
        text = one_line(self.say(self.footer).format(date=day(self.made).shown()))
        sheet.text(LEFT, sheet.height - FOOTER_LINE, text, SMALL)
