"""Diagnosis and plan: what was told, by whom, and by when to decide."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.content.load import load_content
from app.model.on_summary import HEADLINE
from app.model.story import Subject
from app.model.voice import Voice
from app.phrases import _
from ui.pages.place import Go, Tell
from ui.session import CaseSession
from ui.story.spoken_date import SpokenDate
from ui.story.spoken_text import Spoken, SpokenText
from ui.story.story_place import StoryPlace
from ui.theme.looks import Looks
from ui.widgets.cards import card, look_card
from ui.widgets.columns import Columns
from ui.widgets.labels import label


class DiagnosisPlace(StoryPlace):
    """What somebody was told, each with who says so or the record where it stands."""

    code: ClassVar[str] = "diagnosis"
    icon: ClassVar[str] = "stethoscope"
    tables: ClassVar[frozenset[str]] = frozenset({"statement", "record", "detail"})

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.build(
            _("What were you told?"),
            _("Use the words that you heard or read. You do not have to explain them."),
            next_name=_("Reasons"),
        )
        self.texts: dict[Subject, SpokenText] = {}
        self.dates: dict[Subject, SpokenDate] = {}
        self._add(
            "",
            self._text(
                Subject.DIAGNOSIS,
                _("What do you have, as you were told?"),
                _("The name of the illness, and who found it."),
            ),
            self._text(
                Subject.PLAN,
                _("What does your doctor want to do?"),
                _("The operation, medicine or treatment that was offered."),
            ),
        )
        self._add(
            _("By when?"),
            Columns(
                looks,
                (
                    self._date(Subject.DECIDE_BY, _("When must you decide?")),
                    self._date(Subject.SURGERY_DATE, _("Is a date for surgery set?")),
                ),
                gap=24,
            ),
            self._wait(),
        )
        self._add(
            _("The case in short"),
            self._text(
                Subject.HEADLINE,
                _("The case in one sentence"),
                _("What was found, what is planned, what you ask."),
                budget=HEADLINE,
            ),
            self._text(
                Subject.PROBLEM,
                _("What is the problem?"),
                _("What you feel, since when, and what makes it better or worse."),
            ),
        )
        self._add(
            _("What else the doctor should know"),
            self._text(
                Subject.CONDITIONS,
                _("Other illnesses and implants"),
                _("Also past operations. A pacemaker or metal matters for scans."),
            ),
            self._text(
                Subject.LIMITS,
                _("Limits for tests and travel"),
                _("For example blood thinners, lying flat, small rooms, long trips."),
            ),
        )

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Diagnosis & plan")

    def first_focus(self) -> QWidget:
        """Give the field for the diagnosis."""
        return self.texts[Subject.DIAGNOSIS].box

    def show_case(self) -> None:
        """Show what is stated."""
        for text in self.texts.values():
            text.refresh()
        for date in self.dates.values():
            date.refresh()

    def _add(self, head: str, *parts: QWidget) -> None:
        frame, column = card(self.looks, gap=16)
        for part in parts:
            column.addWidget(part)
        self.page.add_group(head, frame)

    def _text(self, subject: Subject, words: str, hint: str, budget: int = 0) -> SpokenText:
        self.texts[subject] = SpokenText(
            self.session,
            self.looks,
            words,
            partial(self._read, subject),
            partial(self._write, subject),
            hint=hint,
            budget=budget,
        )
        return self.texts[subject]

    def _date(self, subject: Subject, words: str) -> SpokenDate:
        self.dates[subject] = SpokenDate(self.session, self.looks, subject, words)
        return self.dates[subject]

    def _wait(self) -> QWidget:
        piece = load_content().piece("safety.wait")
        frame, column = look_card(self.looks)
        column.addWidget(label(piece.title, "strong"))
        column.addWidget(label(piece.text))
        return frame

    def _read(self, subject: Subject) -> Spoken | None:
        for one in self.session.case.statements.all():
            if one.subject is subject:
                return one.text, one.voice
        return None

    def _write(self, subject: Subject, words: str, voice: Voice) -> None:
        self.session.case.statements.state(subject, words, voice)
