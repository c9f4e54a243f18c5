"""Below the list of opinions: the chosen one, one part of it at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.content.load import load_content
from app.model.journey.opinion import Opinion, Point
from app.phrases import _
from ui.opinions.answers_part import KIND as ANSWER
from ui.opinions.answers_part import AnswersPart
from ui.opinions.opinion_kinds import point_kind
from ui.opinions.part_choice import PartChoice
from ui.opinions.saw_part import SawPart
from ui.opinions.says_part import SaysPart
from ui.records.flow import Flow
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space

SAYS, ANSWERS, SAW = "says", "answers", "saw"

Part = SaysPart | AnswersPart | SawPart


class ChosenOpinion(QWidget):
    """What the doctor says, what is answered, what was at hand; `made` tells of each new part."""

    made = Signal(object)  # Part
    about_wanted = Signal()
    report_wanted = Signal()  # show it where records are shown
    file_wanted = Signal()  # the report is a file that is not in the case yet

    def __init__(self, session: CaseSession, looks: Looks) -> None:
        super().__init__()
        self.opinion: Opinion | None = None
        self.part: Part | None = None
        self._session = session
        self._looks = looks
        self.head = Heading("", 2)
        self.about = PictureButton(_("About this opinion"), looks, "square-pen")
        self.report = PictureButton(_("Open the report"), looks, "file-text")
        self.file = PictureButton(_("Add the report"), looks, "upload")
        self.calm = label(load_content().piece("hard_moment").text, "quiet")
        self.parts = PartChoice(
            _("What is shown of this opinion"),
            (
                (SAYS, _("What it says")),
                (ANSWERS, _("My questions")),
                (SAW, _("What was at hand")),
            ),
            looks,
        )
        buttons = QWidget(self)
        row = Flow(buttons, looks)
        for one in (self.about, self.report, self.file):
            row.addWidget(one)
        self._column = space(QVBoxLayout(self), looks, gap=12)
        for each in (self.head, buttons, self.calm, self.parts):
            self._column.addWidget(each)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.about.clicked.connect(self.about_wanted)
        self.report.clicked.connect(self.report_wanted)
        self.file.clicked.connect(self.file_wanted)
        self.parts.chosen.connect(lambda _code: self._make())

    def show_opinion(self, opinion: Opinion) -> None:
        """Show an opinion as the case has it now."""
        other = self.opinion is None or self.opinion.id != opinion.id
        self.opinion = opinion
        self.head.say(opinion.doctor)
        self.report.setVisible(opinion.record is not None)
        self.file.setVisible(opinion.record is None)
        points = self._session.case.journey.points.all()
        read = any(one.opinion == opinion.id for one in points)
        self.calm.setVisible(opinion.record is not None and not read)
        if other or self.part is None:
            self._make()
        elif isinstance(self.part, SaysPart):
            self.part.show_case()
        else:
            self.part.show_case(opinion)

    def show_point(self, point: Point) -> QWidget:
        """Come to a point of this opinion; give its list."""
        self.parts.choose(SAYS)
        assert isinstance(self.part, SaysPart)
        code = point_kind(point.opinion, point.part).code
        view = self.part.sections[code].view
        view.choose(code, point.id)
        return view

    def show_answer(self, question: int) -> QWidget:
        """Come to what this opinion says to a question; give the list of questions."""
        self.parts.choose(ANSWERS)
        assert isinstance(self.part, AnswersPart)
        self.part.view.choose(ANSWER, question)
        return self.part.view

    def _make(self) -> None:
        """Show the part that is chosen, anew."""
        if self.opinion is None:
            return
        old, place = self.part, (self._session, self._looks)
        match self.parts.now:
            case "answers":
                self.part = AnswersPart(*place, self.opinion, self)
            case "saw":
                self.part = SawPart(*place, self.opinion, self)
            case _:
                self.part = SaysPart(*place, self.opinion.id, self)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._column.addWidget(self.part)
        self.made.emit(self.part)
