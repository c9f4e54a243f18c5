"""One copy that was made for the client to look at: what they said, and what was in it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.build import Build
from app.model.journey.decision import Approval
from app.phrases import _
from ui.facts.line import Line
from ui.pages.place import Tell
from ui.sent.answers_part import AnswersPart, answer_words
from ui.sent.file_row import FileRow
from ui.sent.words import KIND, day_of, for_whom, made_words, size_of
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.disclosure import Disclosure
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class ReviewView(QWidget):
    """A copy stays as it was made; only the answers to it change."""

    def __init__(self, session: CaseSession, looks: Looks, build: Build, tell: Tell) -> None:
        super().__init__()
        self.build = build
        self._looks = looks
        self.notes = AnswersPart(session, looks, build, tell)
        column = space(QVBoxLayout(self), looks, gap=10)
        column.addWidget(Heading(_("Copy for review"), 2))
        column.addWidget(label(for_whom(build)))
        column.addWidget(label(made_words(build)))
        column.addWidget(self.notes)
        column.addWidget(Heading(_("What is in it"), 2))
        for file in build.files:
            column.addWidget(FileRow(file, looks, tell))
        words = _("Records in it ({n})").format(n=len(build.records))
        self.records = Disclosure(looks, words, self._titles)
        column.addWidget(self.records)
        stays = _("Every page of it says that it is not to be sent. It stays in this list.")
        column.addWidget(label(stays, "small"))
        column.addStretch(1)

    def show_case(self) -> None:
        """Show the answers as the case has them."""
        self.notes.show_case()

    def _titles(self) -> QWidget:
        inside = QWidget()
        column = space(QVBoxLayout(inside), self._looks, (34, 0, 0, 4), 4)
        for one in self.build.records:
            column.addWidget(label(one.title))
        return inside


def review_line(build: Build, answers: Sequence[Approval]) -> Line:
    """Give a copy for review as a line of the list, with the answer that was noted last."""
    files = {one.sha256 for one in build.files[:1]}
    ours = [one for one in answers if one.file_sha256 in files]
    told = _("No answer noted yet")
    if ours:
        told = _("{name}: {answer}").format(name=ours[-1].who, answer=answer_words(ours[-1]))
    more = f"{for_whom(build)} · {size_of(build)}"
    return Line(KIND, build.id, _("Copy for review"), lead=day_of(build), more=more, source=told)
