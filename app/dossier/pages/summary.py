"""The one-page summary: never longer than a page, and never cut in silence."""

from dataclasses import dataclass, replace

from app.dossier.drawing import Book
from app.dossier.pages.brief import (
    BETWEEN,
    Cut,
    Listed,
    draw_listed,
    height_of,
    listed_allergies,
    listed_limits,
    listed_medicines,
    told_story,
    tried,
)
from app.dossier.pages.outside import how_many_outside, outside_words
from app.dossier.pages.tightness import SIZES, TRIES, Tightness
from app.dossier.pages.wording import (
    cut_short,
    date_words,
    prepared_by,
    shortened,
    statement_label,
)
from app.dossier.sheet import Bar
from app.dossier.styles import BIG, FAXED, HEAD2, HEAD3, LABEL, LEAD, SMALL, SOFT, SUMMARY
from app.dossier.whereabouts import Voices
from app.model.recipient_profile import Identity
from app.model.story import Statement, Subject
from app.typesetting.script import flat
from app.typesetting.style import INK
from app.typesetting.text import Goal, Line, Piece

BUDGETS = {Subject.HEADLINE: 160, Subject.MATTERS: 180}
FACT_BUDGET, QUESTION_BUDGET, QUESTIONS = 260, 120, 5
"""How many characters each has when the page is too full."""

_LABELS, _INDENT, _BOX = 88.0, 98.0, 132.0
_MOST_BESIDE = 4


@dataclass(slots=True)
class LeftOver:
    """What the summary cut: statements, and whether reasons; “The story in full” has them."""

    statements: list[Statement]
    reasons: bool = False


def draw_summary(book: Book, voices: Voices) -> LeftOver:
    """Draw the summary; give what it had no room for.

    What was cut is said in `book.overflow`, one sentence each.
    """
    book.flowing = False
    for tightness in TRIES:
        summary = _Summary(book, voices, tightness)
        summary.draw()
        if not summary.full and not (tightness.part is None and summary.left.statements):
            break
        book.drop_page()
    else:
        raise RuntimeError("the summary does not fit on a page")
    book.flowing = True
    book.overflow += summary.overflow
    return summary.left


class _Summary:
    def __init__(self, book: Book, voices: Voices, tightness: Tightness) -> None:
        self.book = book
        self.voices = voices
        self.tight = tightness
        self.style = SUMMARY.sized(tightness.size)
        self.lead = LEAD.sized(LEAD.size * tightness.size / SIZES[0])
        self.left = LeftOver([])
        self.overflow: list[str] = []
        self.full = False

    def draw(self) -> None:
        book, _ = self.book, self.book.say
        book.part(_("One-page summary"), "summary")
        book.heading(_("One-page summary"), 1)
        self._who()
        self._headline()
        self._air(8)
        for block in (self._safety, self._ask, self._facts, self._lists):
            block()
            self.full = book.y > self._end + 0.01
            if self.full:
                return
        self._signature()

    def _air(self, points: float) -> None:
        self.book.space(points * self.tight.air)

    def _headline(self) -> None:
        book, words = self.book, self._statement(Subject.HEADLINE)
        statement = self.voices.plan.case.statement(Subject.HEADLINE)
        if words and statement:
            book.space(4)
            listed = Listed(words, self.voices.bar(statement.voice))
            draw_listed(book, listed, book.left + 9, self.lead, book.measure - 9)

    @property
    def _end(self) -> float:
        return self.book.floor - 16

    def _who(self) -> None:
        book, _, patient = self.book, self.book.say, self.voices.plan.header
        facts = [patient.name.strip() or _("Name not given")]
        if self.voices.plan.version.identity is not Identity.COVER:
            facts.append(_("born {date}").format(date=patient.born.shown()))
        facts += filter(None, map(str.strip, (patient.sex, patient.language, patient.phone)))
        line = book.fonts.cut(flat(" · ".join(facts)), LABEL.face, LABEL.size, book.measure)
        book.lines(book.left, book.wrap(line, LABEL)[:1])

    def _statement(self, subject: Subject) -> list[str | Piece]:
        """Give the words of a statement and who speaks, cut when it must be."""
        _, statement = self.book.say, self.voices.plan.case.statement(subject)
        if statement is None or not statement.text.strip():
            return []
        whole = flat(statement.text)
        short = shortened(whole, self.tight.limit(BUDGETS.get(subject, FACT_BUDGET)))
        words: list[str | Piece] = [short]
        if short != whole:
            self.left.statements.append(statement)
            goal, label = Goal(anchor="story"), statement_label(subject, _)
            words += ["… ", self.voices.page_link(_("continued on p. {page}"), goal)]
            form = _("The summary had no room for all of “{label}”. It goes on on page {page}.")
            self.overflow.append(form.format(label=label, page=self.voices.where.number(goal)))
        pieces = self.voices.brief(statement.voice)
        return [*words, "  ", *pieces] if pieces else words

    def _safety(self) -> None:
        """Draw what must not be missed, and by when, in a heavy frame."""
        book, _, case = self.book, self.book.say, self.voices.plan.case
        wide = book.measure - _BOX - 20
        lists: list[list[Line]] = []
        for lister in (listed_allergies, listed_medicines):
            shown: Cut = lister(self.voices, self.style, self.tight.few(8), self.tight.limit(70))
            lists.append(book.wrap(shown.words, self.style, wide))
            self.overflow += shown.overflow
        decide = flat(date_words(case, Subject.DECIDE_BY))
        by = cut_short(decide, self.tight.limit(40)) or _("No date given")
        words = ((_("Decision needed by"), LABEL), (by, BIG))
        right = [book.wrap(text, style, _BOX - 18) for text, style in words]
        surgery = flat(date_words(case, Subject.SURGERY_DATE))
        if surgery:
            short = cut_short(surgery, self.tight.limit(40))
            planned = _("Surgery planned: {date}").format(date=short)
            right.append(book.wrap(planned, LABEL.in_ink(INK), _BOX - 18))
        tall = max(height_of(*lists) + BETWEEN, height_of(*right)) + 16
        book.sheet.frame(book.left, book.y, book.measure, tall)
        middle = book.right - _BOX
        book.sheet.line(middle, book.y, middle, book.y + tall, ink=INK, thick=1.6)
        y = book.y + 8
        for lines in lists:
            y += book.lines_at(book.left + 9, y, lines) + BETWEEN
        y = book.y + 7
        for lines in right:
            y += book.lines_at(middle + 10, y, lines)
        book.space(tall)
        self._air(11)

    def _ask(self) -> None:
        """Draw what is asked, why, and what matters: the person's own words in one box."""
        book, _ = self.book, self.book.say
        top, x, wide = book.y, book.left + 20, book.measure - 32
        book.space(8)
        self._questions(x, wide)
        book.space(6)
        self._why(x, wide)
        self._air(8)
        book.sheet.bar(book.left + 2, top, book.y, Bar.SAID)
        book.sheet.box(book.left + 8, top, book.measure - 8, book.y - top, edge=SOFT, thick=FAXED)
        self._air(11)

    def _why(self, x: float, wide: float) -> None:
        """Draw the reasons and what matters side by side, or below one another if they are many."""
        book, _ = self.book, self.book.say
        reasons, matters = self._reasons(), self._statement(Subject.MATTERS)
        beside = bool(matters) and len(reasons) <= _MOST_BESIDE
        half = (wide - 20) / 2 if beside else wide
        left = self._head(x, _("Why I am asking"), half)
        if not reasons:
            words = _("No reason was chosen.")
            left += book.place(x, book.y + left, words, self.style, half) + 1
        listed = book.here.add("L")
        for one in reasons:
            with book.under(listed.add("LI")):
                book.place(x, book.y + left, "–", self.style, 11, "Lbl")
                left += book.place(x + 11, book.y + left, one, self.style, half - 11, "LBody") + 1
        right = 0.0
        if matters:
            if not beside:
                book.space(left + 6 * self.tight.air)
                left = 0.0
            across = x + half + 20 if beside else x
            right = self._head(across, statement_label(Subject.MATTERS, _), half)
            right += book.place(across, book.y + right, matters, self.style, half)
        book.space(max(left, right))

    def _head(self, x: float, head: str, wide: float) -> float:
        return self.book.place(x, self.book.y, head, HEAD2, wide, "H2") + 1

    def _questions(self, x: float, wide: float) -> None:
        book, _, questions = self.book, self.book.say, self.voices.plan.case.questions
        top = [one for one in questions if one.top] or list(questions[:3])
        shown = top[: self.tight.few(QUESTIONS)]
        head: list[str | Piece] = [Piece(_("My questions for you"), HEAD2), "   "]
        goal = Goal(anchor="questions")
        if len(questions) > len(shown):
            form = _("all {count} on p. {{page}}").format(count=len(questions))
            head.append(self.voices.page_link(form, goal))
        book.lines(x, book.wrap(head, HEAD2, wide), "H2")
        book.space(2)
        if not questions:
            book.lines(x, book.wrap(_("No questions were written down."), self.style, wide))
        numbers = {one.id: number for number, one in enumerate(questions, 1)}
        items = book.here.add("L")
        for one in shown:
            whole = flat(one.text)
            short = shortened(whole, self.tight.limit(QUESTION_BUDGET))
            words: list[str | Piece] = [short]
            if short != whole:
                words += ["… ", self.voices.page_link(_("continued on p. {page}"), goal)]
                form = _("The summary had no room for all of question {number}.")
                self.overflow.append(form.format(number=numbers[one.id]))
            label = Piece(f"Q{numbers[one.id]}", self.lead.bold())
            with book.under(items.add("LI")):
                book.place(x, book.y, label, self.lead, 30, "Lbl")
                book.space(book.place(x + 30, book.y, words, self.lead, wide - 30, "LBody") + 1)
        if len(shown) < len(top):
            form = _("The summary shows {shown} of {count} most important questions.")
            self.overflow.append(form.format(shown=len(shown), count=len(top)))

    def _reasons(self) -> list[list[str | Piece]]:
        _, reasons = self.book.say, self.voices.plan.case.reasons
        shown = reasons[: self.tight.few(8)]
        labels = [flat(one.label) for one in shown]
        lines = [cut_short(label, self.tight.limit(90)) for label in labels]
        words: list[list[str | Piece]] = [[line] for line in lines]
        if len(shown) < len(reasons) or lines != labels:
            self.overflow.append(_("The summary had no room for all of your reasons."))
            self.left.reasons = True
            form = _("all {count} on p. {{page}}").format(count=len(reasons))
            words.append([self.voices.page_link(form, Goal(anchor="story"))])
        return words

    def _facts(self) -> None:
        _ = self.book.say
        for subject in (
            Subject.PROBLEM,
            Subject.DIAGNOSIS,
            Subject.PLAN,
            Subject.CONDITIONS,
            Subject.LIMITS,
        ):
            words = self._statement(subject)
            statement = self.voices.plan.case.statement(subject)
            bar = self.voices.bar(statement.voice) if statement else None
            told = [Listed(words, bar)] if words else []
            if subject is Subject.LIMITS:
                told += listed_limits(self.voices, self.tight.limit(FACT_BUDGET))
            if told:
                self._row(statement_label(subject, _), told)

    def _lists(self) -> None:
        book, _ = self.book, self.book.say
        treatments = tried(self.voices, self.tight.few(4), self.tight.limit(120))
        if treatments:
            self._row(_("Tried so far"), treatments)
        if how_many_outside(self.voices):
            self._row(_("Not in this PDF"), [Listed(outside_words(self.voices), None)])
        free = self._end - book.y
        told = told_story(self.voices, self.style, book.measure - _INDENT, free)
        if told:
            self._row(_("Story in dates"), told)

    def _row(self, label: str, items: list[Listed]) -> None:
        book, top = self.book, self.book.y
        beside = book.place(book.left, top, label, replace(HEAD3, leading=12.5), _LABELS, "H2")
        x, wide = book.left + _INDENT, book.measure - _INDENT
        for place, one in enumerate(items):
            if place:
                book.space(BETWEEN)
            draw_listed(book, one, x, self.style, wide)
        book.y = max(book.y, top + beside)
        self._air(6)

    def _signature(self) -> None:
        book, _ = self.book, self.book.say
        words = f"{prepared_by(self.voices.plan.case.preparer, _)} {_('Not checked by a doctor.')}"
        line = book.fonts.cut(flat(words), SMALL.face, SMALL.size, book.measure)
        book.place(book.left, book.floor - 12, line, SMALL, book.measure + 1)
