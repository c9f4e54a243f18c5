"""The one-page summary: never longer than a page, and never cut in silence."""

from dataclasses import dataclass, replace

from app.dossier.drawing import Book
from app.dossier.pages.brief import (
    Cut,
    listed_allergies,
    listed_medicines,
    told_story,
    tried,
)
from app.dossier.pages.outside import how_many_outside
from app.dossier.pages.wording import date_words, prepared_by, shortened
from app.dossier.sheet import Bar
from app.dossier.styles import BIG, HEAD2, HEAD3, LABEL, LEAD, RULE, SMALL, SUMMARY
from app.dossier.whereabouts import Voices
from app.model.story import Statement, Subject
from app.typesetting.script import flat
from app.typesetting.style import INK, Style
from app.typesetting.text import Goal, Piece, Words

SIZES = (10.4, 10.0, 9.6)
"""The sizes that are tried, in points; smaller ones would not be read."""

BUDGETS = {Subject.HEADLINE: 160, Subject.MATTERS: 180}
FACT_BUDGET, QUESTION_BUDGET, QUESTIONS = 260, 120, 5
"""How many characters each has when the page is too full."""

_LABELS, _INDENT, _BOX = 88.0, 98.0, 132.0


@dataclass(frozen=True, slots=True)
class Tightness:
    """How words are made to fit: their size, and what is left of the budgets; None is no limit."""

    size: float
    part: float | None = None

    def limit(self, budget: int) -> int:
        """Give the characters that are left of `budget`."""
        return 10**9 if self.part is None else max(12, int(budget * self.part))

    def few(self, most: int) -> int:
        """Give how many of `most` things are named."""
        return most if self.part is None or self.part >= 1 else max(1, int(most * self.part))


_TRIES = [Tightness(size) for size in SIZES]
_TRIES += [Tightness(SIZES[-1], part) for part in (1.0, 0.8, 0.65, 0.5, 0.35, 0.2, 0.1)]


def draw_summary(book: Book, voices: Voices) -> list[tuple[str, Statement]]:
    """Draw the summary; give the statements that were cut, each with its label.

    What was cut is said in `book.overflow`, one sentence each.
    """
    book.flowing = False
    for tightness in _TRIES:
        summary = _Summary(book, voices, tightness)
        summary.draw()
        if not summary.full:
            break
        book.drop_page()
    else:
        raise RuntimeError("the summary does not fit on a page")
    book.flowing = True
    book.overflow += summary.overflow
    return summary.cut


class _Summary:
    def __init__(self, book: Book, voices: Voices, tightness: Tightness) -> None:
        self.book = book
        self.voices = voices
        self.tight = tightness
        self.style = SUMMARY.sized(tightness.size)
        self.lead = LEAD.sized(LEAD.size * tightness.size / SIZES[0])
        self.cut: list[tuple[str, Statement]] = []
        self.overflow: list[str] = []
        self.full = False

    def draw(self) -> None:
        book, _ = self.book, self.book.say
        book.part(_("One-page summary"), "summary")
        book.heading(_("One-page summary"), 1)
        self._who()
        headline = self._statement(Subject.HEADLINE, _("The case in one sentence"))
        if headline:
            book.space(4)
            book.lines(book.left, book.wrap(headline, self.lead))
        book.space(8)
        self._safety()
        book.space(11)
        self._ask()
        book.space(11)
        self._facts()
        self._lists()
        self.full = book.y > self._end + 0.01
        self._signature()

    @property
    def _end(self) -> float:
        return self.book.floor - 16

    def _who(self) -> None:
        book, _, patient = self.book, self.book.say, self.voices.plan.case.patient
        facts = [patient.name.strip() or _("Name not given")]
        facts.append(_("born {date}").format(date=patient.born.shown()))
        facts += [
            one.strip() for one in (patient.sex, patient.language, patient.phone) if one.strip()
        ]
        line = book.fonts.cut(flat(" · ".join(facts)), SMALL.face, SMALL.size, book.measure)
        book.lines(book.left, book.wrap(line, SMALL)[:1])

    def _statement(self, subject: Subject, label: str) -> list[str | Piece]:
        """Give the words of a statement and who speaks, cut when it must be."""
        _, statement = self.book.say, self.voices.plan.case.statement(subject)
        if statement is None or not statement.text.strip():
            return []
        whole = flat(statement.text)
        short = shortened(whole, self.tight.limit(BUDGETS.get(subject, FACT_BUDGET)))
        words: list[str | Piece] = [short]
        if short != whole:
            self.cut.append((label, statement))
            goal = Goal(anchor="story")
            words += ["… ", self.voices.page_link(_("continued on p. {page}"), goal)]
            form = _("The summary had no room for all of “{label}”. It goes on on page {page}.")
            self.overflow.append(form.format(label=label, page=self.voices.where.number(goal)))
        return [*words, "  ", *self.voices.pieces(statement.voice)]

    def _safety(self) -> None:
        """Draw what must not be missed, and by when, in a heavy frame."""
        book, _, case = self.book, self.book.say, self.voices.plan.case
        wide = book.measure - _BOX - 20
        left = []
        for lister in (listed_allergies, listed_medicines):
            shown: Cut = lister(self.voices, self.style, self.tight.few(8), self.tight.limit(70))
            left += book.wrap(shown.words, self.style, wide)
            self.overflow += shown.overflow
        right = book.wrap(_("Decision needed by"), LABEL, _BOX - 18)
        decide = flat(date_words(case, Subject.DECIDE_BY))
        right += book.wrap(
            shortened(decide, self.tight.limit(40)) or _("No date given"), BIG, _BOX - 18
        )
        surgery = flat(date_words(case, Subject.SURGERY_DATE))
        if surgery:
            words = _("Surgery planned: {date}").format(
                date=shortened(surgery, self.tight.limit(40))
            )
            right += book.wrap(words, SMALL.in_ink(INK), _BOX - 18)
        tall = max(sum(line.height for line in lines) for lines in (left, right)) + 16
        book.sheet.frame(book.left, book.y, book.measure, tall)
        middle = book.right - _BOX
        book.sheet.line(middle, book.y, middle, book.y + tall, ink=INK, thick=1.6)
        book.sheet.lines(book.left + 9, book.y + 8, left)
        book.sheet.lines(middle + 10, book.y + 7, right)
        book.space(tall)

    def _ask(self) -> None:
        """Draw what is asked, why, and what matters: the person's own words in one box."""
        book, _ = self.book, self.book.say
        top, x, wide = book.y, book.left + 20, book.measure - 32
        book.space(8)
        self._questions(x, wide)
        book.space(6)
        half = (wide - 20) / 2
        reasons = self._reasons()
        matters = self._statement(Subject.MATTERS, _("What matters most to me"))
        left = self._under(x, _("Why I am asking"), reasons or [_("No reason was chosen.")], half)
        right = 0.0
        if matters:
            right = self._under(x + half + 20, _("What matters most to me"), matters, half)
        book.space(max(left, right) + 8)
        book.sheet.bar(book.left + 2, top, book.y, Bar.SAID)
        book.sheet.box(book.left + 8, top, book.measure - 8, book.y - top, edge=RULE)

    def _under(self, x: float, head: str, words: Words, wide: float) -> float:
        book = self.book
        tall = book.place(x, book.y, head, HEAD2, wide) + 1
        return tall + book.place(x, book.y + tall, words, self.style, wide)

    def _questions(self, x: float, wide: float) -> None:
        book, _, questions = self.book, self.book.say, self.voices.plan.case.questions
        top = [one for one in questions if one.top] or list(questions[:3])
        shown = top[: self.tight.few(QUESTIONS)]
        head: list[str | Piece] = [Piece(_("My questions for you"), HEAD2), "   "]
        goal = Goal(anchor="questions")
        if len(questions) > len(shown):
            form = _("all {count} on p. {{page}}").format(count=len(questions))
            head.append(self.voices.page_link(form, goal))
        book.lines(x, book.wrap(head, HEAD2, wide))
        book.space(2)
        if not questions:
            book.lines(x, book.wrap(_("No questions were written down."), self.style, wide))
        numbers = {one.id: number for number, one in enumerate(questions, 1)}
        for one in shown:
            whole = flat(one.text)
            short = shortened(whole, self.tight.limit(QUESTION_BUDGET))
            words: list[str | Piece] = [short]
            if short != whole:
                words += ["… ", self.voices.page_link(_("continued on p. {page}"), goal)]
                form = _("The summary had no room for all of question {number}.")
                self.overflow.append(form.format(number=numbers[one.id]))
            book.place(x, book.y, Piece(f"Q{numbers[one.id]}", self.lead.bold()), self.lead, 30)
            book.space(book.place(x + 30, book.y, words, self.lead, wide - 30) + 1)
        if len(shown) < len(top):
            form = _("The summary shows {shown} of {count} most important questions.")
            self.overflow.append(form.format(shown=len(shown), count=len(top)))

    def _reasons(self) -> list[str | Piece]:
        _, reasons = self.book.say, self.voices.plan.case.reasons
        shown = reasons[: self.tight.few(8)]
        labels = [flat(one.label) for one in shown]
        lines = [shortened(label, self.tight.limit(90)) for label in labels]
        if len(shown) < len(reasons) or lines != labels:
            self.overflow.append(_("The summary had no room for all of your reasons."))
            lines.append("…")
        return ["\n".join(lines)] if lines else []

    def _facts(self) -> None:
        _ = self.book.say
        for subject, label in (
            (Subject.PROBLEM, _("Problem")),
            (Subject.DIAGNOSIS, _("Diagnosis as told")),
            (Subject.PLAN, _("Plan as told")),
            (Subject.CONDITIONS, _("Other illnesses, implants")),
            (Subject.LIMITS, _("Limits for tests and travel")),
        ):
            words = self._statement(subject, label)
            statement = self.voices.plan.case.statement(subject)
            if words and statement:
                self._row(label, [words], self.voices.bar(statement.voice))

    def _lists(self) -> None:
        book, _ = self.book, self.book.say
        treatments = tried(self.voices, self.tight.few(4), self.tight.limit(120))
        if treatments:
            self._row(_("Tried so far"), treatments, None)
        outside = how_many_outside(self.voices)
        if outside:
            form = _("Lines under “What is not in this PDF”: {count}, see").format(count=outside)
            link = self.voices.page_link(_("p. {page}"), Goal(anchor="outside"))
            self._row(_("Not in this PDF"), [[form, " ", link]], None)
        free = self._end - book.y
        told = told_story(self.voices, self.style, book.measure - _INDENT, free)
        if told:
            self._row(_("Story in dates"), told, None)

    def _row(self, label: str, items: list[list[str | Piece]], bar: Bar | None) -> None:
        book, top = self.book, self.book.y
        beside = book.place(book.left, top, label, replace(HEAD3, leading=12.5), _LABELS)
        x, wide = book.left + _INDENT, book.measure - _INDENT
        for words in items:
            book.lines(x, book.wrap(words, self.style, wide))
        bottom = book.y
        if bar:
            book.sheet.bar(x - 7, top + 1, bottom - 1, bar)
        book.y = max(bottom, top + beside) + 6

    def _signature(self) -> None:
        book, _ = self.book, self.book.say
        words = f"{prepared_by(self.voices.plan.case.preparer, _)} {_('Not checked by a doctor.')}"
        style: Style = SMALL
        line = book.fonts.cut(flat(words), style.face, style.size, book.measure)
        book.place(book.left, book.floor - 12, line, style, book.measure + 1)
