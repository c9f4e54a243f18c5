"""The cover: whose case it is, who is asked, by when, and what is inside."""

from collections.abc import Sequence

from app.dossier.drawing import BOTTOM, TOP, Book
from app.dossier.pages.changes import changes_line
from app.dossier.pages.inside import GUTTER, draw_inside
from app.dossier.pages.wording import (
    date_words,
    named_preparer,
    not_checked,
    shortened,
    strong,
)
from app.dossier.styles import BIG, BODY, HEAD2, LABEL, LEAD, SMALL
from app.dossier.whereabouts import Voices
from app.model.recipient_profile import FirstOpinion
from app.model.story import Subject
from app.typesetting.fonts import Face
from app.typesetting.script import flat
from app.typesetting.style import INK
from app.typesetting.text import Goal, Line, Piece, Words

_LIMITS, _TIGHTEST = (10_000, 200, 90, 36), 36
"""How many characters a field has; the first that fits on the page is taken."""


def draw_cover(book: Book, voices: Voices) -> None:
    """Draw the cover on exactly one page; what had to be cut is added to `book.overflow`."""
    _ = book.say
    book.flowing = False
    for limit in _LIMITS:
        book.part(_("Cover"), "cover", header=False)
        shown = _Cover(book, voices, limit)
        shown.draw()
        if not shown.full:
            break
        book.drop_page()
    else:
        raise RuntimeError("the cover does not fit on a page")
    if shown.cut:
        book.overflow.append(
            _("The cover had no room for all of its words. Some of them end with “…”.")
        )
    book.flowing = True


class _Cover:
    def __init__(self, book: Book, voices: Voices, limit: int) -> None:
        self.book = book
        self.voices = voices
        self.limit = limit
        self.cut = False
        self.full = False

    def draw(self) -> None:
        book, _ = self.book, self.book.say
        book.y = TOP
        if self.voices.plan.example:
            self._example()
        book.heading(_("Request for a second opinion"), 0)
        book.space(4)
        self._volume()
        headline = self.voices.plan.case.statement(Subject.HEADLINE)
        if headline:
            book.lines(book.left, book.wrap(self._fitted(headline.text, 4), LEAD))
        book.space(14)
        self._decision()
        self._withheld()
        self._replaces()
        book.space(18)
        self._people()
        book.space(16)
        self.full = not draw_inside(book, self.voices, self._privacy() - 12)

    def _fitted(self, text: str, share: int = 1) -> str:
        share = min(share, 2) if self.limit == _TIGHTEST else share
        short = shortened(flat(text), self.limit * share)
        if short == flat(text):
            return short
        self.cut = True
        return f"{short}…"

    def _one_line(self, text: str, wide: float) -> str:
        """Cut `text` to a single line when the cover is at its tightest."""
        if self.limit > _TIGHTEST:
            return text
        short = self.book.fonts.cut(text, Face.BOLD, BODY.size, wide)
        self.cut = self.cut or short != text
        return short

    def _example(self) -> None:
        book, _ = self.book, self.book.say
        words: list[str | Piece] = [
            strong(_("Example."), LEAD),
            " ",
            _("Not a real person: every name and paper in this file is made up."),
        ]
        lines = book.wrap(words, LEAD, book.measure - 28)
        tall = sum(line.height for line in lines) + 16
        book.sheet.frame(book.left, book.y, book.measure, tall, thick=2)
        book.lines_at(book.left + 14, book.y + 8, lines)
        book.space(tall + 16)

    def _decision(self) -> None:
        """Draw what is asked and by when, in a heavy frame."""
        book, _ = self.book, self.book.say
        case = self.voices.plan.case
        date = date_words(case, Subject.DECIDE_BY) or _("No date given")
        left = [
            book.wrap(_("Decision needed by"), LABEL, 150),
            book.wrap(self._fitted(date), BIG, 150),
        ]
        surgery = date_words(case, Subject.SURGERY_DATE)
        if surgery:
            words = _("Surgery is planned for {date}").format(date=self._fitted(surgery))
            left.append(book.wrap(words, LABEL.in_ink(INK), 150))
        question = next(
            (one for one in case.questions if one.top), next(iter(case.questions), None)
        )
        asked = self._fitted(question.text, 4) if question else _("No question was written down.")
        wide = book.measure - 206
        right = [
            book.wrap(_("My main question"), LABEL, wide),
            book.wrap(asked, LEAD, wide),
        ]
        tall = max(_tall(*left), _tall(*right)) + 20
        book.sheet.frame(book.left, book.y, book.measure, tall, thick=2)
        book.sheet.line(book.left + 178, book.y + 10, book.left + 178, book.y + tall - 10)
        for x, blocks in ((14, left), (192, right)):
            y = book.y + 9
            for lines in blocks:
                y += book.lines_at(book.left + x, y, lines)
        book.space(tall)

    def _withheld(self) -> None:
        """Say honestly that the first opinion is not in this file."""
        _, wish = self.book.say, self.voices.plan.version.first_opinion
        words = {
            FirstOpinion.BLIND: _(
                "The first opinion is left out at the patient’s wish, so that you can judge afresh."
            ),
            FirstOpinion.ON_REQUEST: _(
                "The first opinion is left out at the patient’s wish. It is available on request."
            ),
        }.get(wish)
        if words:
            self.book.space(8)
            self.book.paragraph(words, SMALL.in_ink(INK))

    def _replaces(self) -> None:
        """Say which dossier this one takes the place of."""
        replaced, _ = self.voices.plan.replaces, self.book.say
        if replaced is None:
            return
        self.book.space(8)
        link = self.voices.page_link(_("see p. {page}"), Goal(anchor="changes"))
        words = (changes_line(replaced, _), " ", link)
        self.book.paragraph(words, SMALL.in_ink(INK))

    def _volume(self) -> None:
        """Say which of several files this is, and what is in it."""
        where, _ = self.voices.where, self.book.say
        volume = where.volume
        if volume is None:
            return
        records = [one.record.id for one in self.voices.plan.records if volume.holds(one.record.id)]
        words = _("Volume {number} of {count}")
        if records:
            words = _("Volume {number} of {count}, from page {page}")
        if volume.all_at_once:
            words = _("All {count} volumes, shown together")
        page = where.number(Goal(record=records[0])) if records else ""
        line = words.format(number=volume.number, count=volume.count, page=page)
        self.book.paragraph(strong(line, LEAD), LEAD)
        note = _("Each volume begins with these pages and the full index.")
        if volume.core:
            note += " " + _(
                "The first has the records that these pages cite. Every page keeps its number, "
                "so a number that is not here is in another volume."
            )
        self.book.paragraph(note, SMALL)
        self.book.space(6)

    def _people(self) -> None:
        book, _ = self.book, self.book.say
        plan = self.voices.plan
        patient, recipient, preparer = plan.case.patient, plan.case.recipient, plan.case.preparer
        wide = (book.measure - GUTTER) / 2
        left = self._block(
            book.left,
            book.y,
            _("Patient"),
            [
                (_("Name"), patient.name or _("Not given")),
                (_("Born"), patient.born.shown()),
                (_("Sex"), patient.sex),
                (_("Record no."), patient.record_number),
                (_("Language"), patient.language),
                (_("Phone"), patient.phone),
            ],
        )
        right = self._block(
            book.left + wide + GUTTER,
            book.y,
            _("For"),
            [
                (_("To"), recipient.name or _("Not given")),
                (_("Service"), recipient.service),
                (_("Place"), recipient.place),
                (_("Visit"), recipient.visit),
                (_("Reply to"), recipient.reply_to),
            ],
        )
        helper = [
            (_("Name"), named_preparer(preparer, _)),
            (_("Phone"), preparer.phone),
            (_("Consent"), preparer.consent),
        ]
        # below the shorter column, so that the page stays even
        if right <= left:
            right = self._block(book.left + wide + GUTTER, right + 10, _("Prepared by"), helper)
        else:
            left = self._block(book.left, left + 10, _("Prepared by"), helper)
        book.y = max(left, right)

    def _block(self, x: float, y: float, head: str, rows: list[tuple[str, str]]) -> float:
        """Draw facts under a heading from x, y on, as wide as a column; give where they end."""
        book = self.book
        wide = (book.measure - GUTTER) / 2
        y += book.place(x, y, head, HEAD2, wide, "H2") + 3
        book.sheet.line(x, y, x + wide, y, ink=INK, thick=1.2)
        y += 5
        facts = book.here.add("L")
        for place, (label, text) in enumerate(rows):
            if not text.strip():
                continue
            short = self._one_line(self._fitted(text), wide - 74)
            words: Words = strong(short, BODY) if place == 0 else short
            with book.under(facts.add("LI")):
                below = book.place(x, y + 1, label, LABEL, 70, "Lbl")
                y += max(book.place(x + 74, y, words, BODY, wide - 74, "LBody"), below) + 3.5
        return y

    def _privacy(self) -> float:
        """Draw the last words of the page; give where they start."""
        book, _ = self.book, self.book.say
        words: list[str | Piece] = [
            Piece(_("Private health information."), SMALL.bold()),
            " ",
            _(
                "If this reached you by mistake, do not read, copy or pass it on. "
                "Tell the sender and delete it."
            ),
            " ",
            not_checked(_),
        ]
        lines = book.wrap(words, SMALL)
        top = book.height - BOTTOM - _tall(lines)
        book.lines_at(book.left, top, lines)
        return top


def _tall(*blocks: Sequence[Line]) -> float:
    return sum(line.height for lines in blocks for line in lines)
