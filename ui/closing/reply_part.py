"""The reply to the first doctor: what goes in, and the button that makes it."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dossier.reply_pack import ReplyWishes, make_reply_pack, reply_plan, reportable, usual
from app.errors import DossierBlocked
from app.model.journey.opinion import Opinion
from app.model.typed_date import say_date
from app.phrases import _
from app.progress import Progress
from ui import file_choice
from ui.closing.reply_words import missing_words
from ui.dossier.show_file import show_file
from ui.pages.place import Place
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.check import Check
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow
from ui.widgets.labels import label
from ui.widgets.spacing import space


class ReplyPart(QWidget):
    """Makes one PDF: a short letter, who said what, what is open, and the second report if any.

    Where something of that is missing, a sentence says what and why.
    """

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self._offered: tuple[Opinion, ...] = ()
        self._picked: int | None = None
        self.about = Combo()
        self.which = FieldRow(_("Whose opinion is it about?"), self.about, place.looks)
        self.missing = label("")
        self.decision = Check(_("With my decision"))
        self.make = PictureButton(_("Make a reply for the first doctor"), place.looks, "mail")
        frame, column = card(place.looks, gap=6)
        column.addWidget(label(_("Tell the first doctor"), "strong"))
        about = _("A short letter that takes no side, who said what, and the second report.")
        column.addWidget(label(about))
        column.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.missing)
        column.addWidget(self.decision, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        space(QVBoxLayout(self), place.looks).addWidget(frame)
        self.about.activated.connect(self._pick)
        self.make.clicked.connect(self.save)

    def show_case(self) -> None:
        """Offer the opinions after the first, and say what of a reply is missing, and why."""
        journey = self._place.session.case.journey
        opinions = journey.opinions.all()
        later = reportable(opinions)
        self._offer(later, usual(opinions))
        self.make.setVisible(bool(later))
        self.decision.setVisible(bool(later and journey.decisions.all()))
        self._say_what_is_missing()

    def _say_what_is_missing(self) -> None:
        case = self._place.session.case
        chosen = next((one for one in self._offered if one.id == self.opinion), None)
        words = missing_words(case.journey.all(), chosen)
        self.missing.setText(words)
        self.missing.setVisible(bool(words))

    @property
    def opinion(self) -> int | None:
        """The id of the opinion that is chosen; None where there is nothing to choose from."""
        row = self.about.currentIndex()
        return self._offered[row].id if 0 <= row < len(self._offered) else None

    @Slot()
    def _pick(self) -> None:
        self._picked = self.opinion
        self._say_what_is_missing()

    def _offer(self, opinions: tuple[Opinion, ...], first: Opinion | None) -> None:
        """Offer these; what somebody chose stays, else it is the usual one."""
        if opinions != self._offered:
            known = [one.id for one in opinions]
            usual_row = opinions.index(first) if first in opinions else -1
            row = known.index(self._picked) if self._picked in known else usual_row
            self.about.clear()
            self.about.addItems([_words(one) for one in opinions])
            self.about.setCurrentIndex(row)
            self._offered = opinions
        self.which.setVisible(len(opinions) > 1)

    def save(self) -> None:
        """Decide what goes in as the case is now, ask where to, and make it in a job."""
        place = self._place
        place.leave()
        session = place.session
        wishes = ReplyWishes(self.opinion, self.decision.isChecked())
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
        words = _("“{name}” is saved, and listed in Made and sent.").format(name=target.name)
        self._place.tell(words, done=True, action=_("Open"), act=lambda: show_file(target))


def _words(opinion: Opinion) -> str:
    when = say_date(opinion.date) if opinion.date.known else ""
    return ", ".join(part for part in (opinion.doctor, when) if part)
