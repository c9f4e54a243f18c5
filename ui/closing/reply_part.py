"""The reply to the first doctor: what goes in, and the button that makes it."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dossier.reply_pack import ReplyWishes, make_reply_pack, reply_plan
from app.errors import DossierBlocked
from app.phrases import _
from app.progress import Progress
from ui import file_choice
from ui.dossier.show_file import show_file
from ui.pages.place import Place
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.check import Check
from ui.widgets.labels import label
from ui.widgets.spacing import space


class ReplyPart(QWidget):
    """Makes one PDF: a short letter, who said what, what is open, and the second report."""

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self.decision = Check(_("With my decision"))
        self.make = PictureButton(_("Make a reply for the first doctor"), place.looks, "mail")
        frame, column = card(place.looks, gap=6)
        column.addWidget(label(_("Tell the first doctor"), "strong"))
        about = _("A short letter that takes no side, who said what, and the second report.")
        column.addWidget(label(about))
        column.addWidget(self.decision, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        space(QVBoxLayout(self), place.looks).addWidget(frame)
        self.make.clicked.connect(self.save)

    def show_case(self) -> None:
        """Show it as soon as there is an opinion with a report."""
        journey = self._place.session.case.journey
        self.setVisible(any(one.record is not None for one in journey.opinions.all()))
        self.decision.setVisible(bool(journey.decisions.all()))

    def save(self) -> None:
        """Decide what goes in as the case is now, ask where to, and make it in a job."""
        place = self._place
        place.leave()
        session = place.session
        wishes = ReplyWishes(decision=self.decision.isChecked())
        try:
            plan = reply_plan(session.case, wishes, made=date.today(), paper=session.draft.paper)
        except DossierBlocked as blocked:
            place.tell(str(blocked), done=False)
            return
        for target in file_choice.ask_where_to_print(place, _("Reply")):

            def work(progress: Progress, target: Path = target) -> Path:
                make_reply_pack(plan, session.case, target, progress)
                return target

            session.jobs.add(_("Making your reply"), work, self._made)

    def _made(self, target: Path) -> None:
        words = _("“{name}” is saved.").format(name=target.name)
        self._place.tell(words, done=True, action=_("Open"), act=lambda: show_file(target))
