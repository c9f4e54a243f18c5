"""Made and sent: every dossier that was made, and where it went."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.model.build import Build
from app.phrases import _
from ui.facts.line import Line
from ui.facts.listed_place import ListedPlace, Nothing
from ui.jobs import Job
from ui.pages.place import Go, Tell
from ui.sent.build_view import BuildView
from ui.sent.review_view import ReviewView, review_line
from ui.sent.words import KIND, before, change_of, line_of
from ui.session import CaseSession
from ui.theme.looks import Looks


class SentPlace(ListedPlace):
    """The builds at the left, the newest first; one of them at the right."""

    code: ClassVar[str] = "sent"
    icon: ClassVar[str] = "send"
    tables: ClassVar[frozenset[str]] = frozenset({"build", "sending", "approval"})

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        nothing = Nothing(
            _("No PDF was made yet"),
            _("Make the PDF in Dossier. It is then listed here, and you can note where it went."),
            _("Go to Dossier"),
            "file-output",
        )
        super().__init__(session, looks, go, tell, nothing)
        self.view: BuildView | ReviewView | None = None
        self._noting = False
        self._builds: list[Build] = []
        self._changes: dict[int, str] = {}
        self.first.clicked.connect(lambda _on=False: self.go("dossier"))

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Made and sent")

    def count(self) -> int:
        """Give the number of dossiers, replies and copies for review that were made."""
        return self.session.case.builds.count()

    def show_case(self) -> None:
        """Show what was made and sent."""
        case, every = self.session.case, self._every()
        sent, answers = case.sharing.all(), case.journey.approvals.all()
        self.list.show_lines(
            [
                review_line(one, answers)
                if one.is_for_review
                else line_of(one, self._changes[one.id], sent)
                for one in every
            ]
        )
        if self.view is not None:
            self._refresh(self.view)
        elif every:
            self.list.choose(KIND, every[0].id)
            self.show_line(self.list.lines.lines[0])
        self.show_nothing(empty=not every)

    def enter(self, record: int | None, page: int) -> None:
        """Come in; where somebody just sent a build, with a note about it begun."""
        super().enter(record, page)
        build = self.session.take_build_to_note()
        self._noting = bool(build) and self.list.choose(KIND, build)
        if self._noting and (line := self.list.line) is not None:
            self._open(line)
            if self.view is not None:
                self.view.notes.start()

    def tells(self, job: Job) -> bool:
        """Whether it shows how far this job has come: a pack that is made here."""
        return isinstance(self.view, BuildView) and self.view.pack.tells(job)

    def shows_pack(self) -> bool:
        """Whether it says by itself that a pack was made."""
        return isinstance(self.view, BuildView) and self.view.pack.shows_made()

    def leave(self) -> None:
        """Save what was typed; a password that was typed is forgotten."""
        if self.view is not None:
            self.view.notes.flush()
        if isinstance(self.view, BuildView):
            self.view.pack.forget()

    def first_focus(self) -> QWidget:
        """Give the list, a note that was just begun, or what to do while nothing is there."""
        if self._noting and self.view is not None:
            self._noting = False
            return self.view.notes.first()
        return super().first_focus()

    def _every(self) -> list[Build]:
        """Give all builds; they are read again only when there are more, as none ever changes."""
        builds = self.session.case.builds
        if builds.count() != len(self._builds):
            those = [*builds.all(), *builds.for_review()]
            self._builds = sorted(those, key=lambda one: one.id, reverse=True)
            self._changes = {
                one.id: change_of(one, before(one, self._builds)) for one in self._builds
            }
        return self._builds

    def show_line(self, line: Line) -> None:
        """Show a build; what was typed about the one before is saved first."""
        if self.view is not None and self.view.build.id == line.id:
            return
        every = self._every()
        build = next((one for one in every if one.id == line.id), None)
        if build is None:
            return
        self.leave()
        if self.view is not None:
            self.view.notes.forget()
        kind = ReviewView if build.is_for_review else BuildView
        self.view = kind(self.session, self.looks, build, self.tell)
        self._refresh(self.view)
        self.panes_.put(self.view)

    def go_on(self) -> None:
        """Go on in what was noted about the build that is shown."""
        if self.view is not None:
            self.view.notes.focus()

    def _refresh(self, view: BuildView | ReviewView) -> None:
        if isinstance(view, ReviewView):
            view.show_case()
        else:
            view.refresh(self._every(), self.session.case.sharing.all())
