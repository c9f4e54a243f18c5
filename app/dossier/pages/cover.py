"""The cover: whose case it is, who is asked, by when, and what is inside."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.dossier.drawing import Book
from app.dossier.groups import lettered
from app.dossier.pages.wording import (
    date_words,
    not_checked,
    prepared_by,
    shortened,
    strong,
)
from app.dossier.styles import BIG, BLUE, BODY, HAIR, HEAD2, LABEL, LEAD, SMALL
from app.dossier.whereabouts import Voices
from app.model.story import Subject
from app.typesetting.fonts import Face
from app.typesetting.script import flat
from app.typesetting.style import INK, Style
from app.typesetting.text import Goal, Line, Piece, Words

_FULL, _TIGHT, _TIGHTEST = 10_000, 90, 36


@dataclass(frozen=True, slots=True)
class Inside:
    """A line of the table of what is inside."""

    title: str
    goal: Goal


def draw_cover(book: Book, voices: Voices, inside: Sequence[Inside]) -> None:
    """Draw the cover on exactly one page; what had to be cut is added to `book.overflow`."""
    _ = book.say
    book.flowing = False
    for limit in (_FULL, _TIGHT, _TIGHTEST):
        book.part(_("Cover"), "cover", header=False)
        shown = _Cover(book, voices, limit)
        shown.draw(inside)
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

    def draw(self, inside: Sequence[Inside]) -> None:
        book, _ = self.book, self.book.say
        book.y = 44 if self.limit == _TIGHTEST else 60
        if self.voices.plan.example:
            self._example()
        book.heading(_("Request for a second opinion"), 0)
        book.space(4)
        headline = self.voices.plan.case.statement(Subject.HEADLINE)
        if headline:
            book.lines(book.left, book.wrap(self._fitted(headline.text, 4), LEAD))
        book.space(14)
        self._decision()
        book.space(18)
        self._people()
        book.space(16)
        self._inside(inside)
        self._privacy()

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
        book.sheet.lines(book.left + 14, book.y + 8, lines)
        book.space(tall + 16)

    def _decision(self) -> None:
        """Draw what is asked and by when, in a heavy frame."""
        book, _ = self.book, self.book.say
        case = self.voices.plan.case
        date = date_words(case, Subject.DECIDE_BY) or _("No date given")
        left = book.wrap(_("Decision needed by"), LABEL, 150) + book.wrap(
            self._fitted(date), BIG, 150
        )
        surgery = date_words(case, Subject.SURGERY_DATE)
        if surgery:
            words = _("Surgery is planned for {date}").format(date=self._fitted(surgery))
            left += book.wrap(words, SMALL, 150)
        question = next(
            (one for one in case.questions if one.top), next(iter(case.questions), None)
        )
        asked = self._fitted(question.text, 4) if question else _("No question was written down.")
        wide = book.measure - 206
        right = book.wrap(_("My main question"), LABEL, wide) + book.wrap(asked, LEAD, wide)
        tall = max(_tall(left), _tall(right)) + 20
        book.sheet.frame(book.left, book.y, book.measure, tall, thick=2)
        book.sheet.line(book.left + 178, book.y + 10, book.left + 178, book.y + tall - 10)
        book.sheet.lines(book.left + 14, book.y + 9, left)
        book.sheet.lines(book.left + 192, book.y + 9, right)
        book.space(tall)

    def _people(self) -> None:
        book, _ = self.book, self.book.say
        plan = self.voices.plan
        patient, recipient, preparer = plan.case.patient, plan.case.recipient, plan.case.preparer
        helper = prepared_by(preparer, _).removesuffix(".")
        wide = (book.measure - 24) / 2
        left = self._block(
            book.left,
            wide,
            _("Patient"),
            [
                (_("Name"), patient.name or _("Not given")),
                (_("Born"), patient.born.shown()),
                (_("Sex"), patient.sex),
                (_("Record no."), patient.record_number),
                (_("Language"), patient.language),
                (_("Phone"), patient.phone),
                (_("This file"), helper),
                (_("Helper’s phone"), preparer.phone),
                (_("Consent"), preparer.consent),
            ],
        )
        right = self._block(
            book.left + wide + 24,
            wide,
            _("For"),
            [
                (_("To"), recipient.name or _("Not given")),
                (_("Service"), recipient.service),
                (_("Place"), recipient.place),
                (_("Visit"), recipient.visit),
                (_("Reply to"), recipient.reply_to),
            ],
        )
        book.y = max(left, right)

    def _block(self, x: float, wide: float, head: str, rows: list[tuple[str, str]]) -> float:
        book = self.book
        y = book.y + book.place(x, book.y, head, HEAD2, wide) + 3
        book.sheet.line(x, y, x + wide, y, ink=INK, thick=1.2)
        y += 5
        for place, (label, text) in enumerate(rows):
            if not text.strip():
                continue
            short = self._one_line(self._fitted(text), wide - 80)
            words: Words = strong(short, BODY) if place == 0 else short
            tall = book.place(x + 80, y, words, BODY, wide - 80)
            y += max(tall, book.place(x, y + 1, label, LABEL, 76)) + 3.5
        return y

    def _inside(self, inside: Sequence[Inside]) -> None:
        book, _ = self.book, self.book.say
        book.lines(book.left, book.wrap(_("What is inside"), HEAD2))
        book.space(3)
        pitch = min(18.0, max(12.0, (book.height - 104 - book.y) / max(1, len(inside))))
        style = Style(BODY.face, 10 if pitch > 15 else 9, 13)
        for one in inside:
            base = book.y + pitch * 0.68
            title = book.fonts.cut(one.title, style.face, style.size, book.measure - 50)
            book.sheet.text(book.left, base, title, style)
            number = self.voices.where.number(one.goal)
            ink = style.in_ink(BLUE)
            width = book.fonts.width(number, ink.face, ink.size)
            book.sheet.link_text(book.right - width, base, number, ink, one.goal)
            book.space(pitch)
            book.sheet.line(book.left, book.y - 0.5, book.right, book.y - 0.5, ink=HAIR, thick=0.5)
        self.full = book.y > book.height - 100

    def _privacy(self) -> None:
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
        book.sheet.lines(book.left, book.height - 54 - _tall(lines), lines)


def _tall(lines: Sequence[Line]) -> float:
    return sum(line.height for line in lines)


def groups_inside(voices: Voices) -> list[Inside]:
    """Give the lines for the groups of records."""
    lines = []
    for section in voices.plan.sections:
        if section.records:
            title = lettered(section.kind, voices.plan.language)
            lines.append(Inside(title, Goal(record=section.records[0].record.id)))
    return lines
