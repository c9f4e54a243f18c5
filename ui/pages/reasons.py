"""Reasons: why a second opinion is wanted."""

from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.content.load import load_content
from app.content.pack import OWN_REASON
from app.model.story import Reason
from app.phrases import _
from ui.pages.place import Go, Tell
from ui.session import CaseSession
from ui.story.doctor_sees import DoctorSees, reason_line
from ui.story.reason_panel import OwnReasonPanel, ReasonPanel
from ui.story.story_place import StoryPlace
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.columns import Columns
from ui.widgets.field import FieldRow
from ui.widgets.filling import typed
from ui.widgets.spacing import space

Panel = ReasonPanel | OwnReasonPanel


class ReasonsPlace(StoryPlace):
    """Eight cards to choose from, and what belongs to each that is chosen."""

    code: ClassVar[str] = "reasons"
    icon: ClassVar[str] = "message-square-quote"
    tables: ClassVar[frozenset[str]] = frozenset({"reason", "answer", "detail", "record"})

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.cards: dict[str, ChoiceCard] = {}
        self.panels: dict[str, Panel] = {}
        self.sees = DoctorSees(looks, _("Why I am asking"), _("No reason was chosen."))
        self.build(
            _("Why do you want a second opinion?"),
            _("Choose all that fit. There is no wrong answer. The doctor sees those you choose."),
            next_name=_("What matters most"),
            beside=self.sees,
        )
        for content in load_content().reasons:
            one = ChoiceCard(content.title, content.help)
            one.clicked.connect(lambda on, code=content.code: self._choose(code, chosen=on))
            self.cards[content.code] = one
        self._panels = space(QVBoxLayout(), looks, gap=16)
        self.page.body.addWidget(Columns(looks, list(self.cards.values())))
        self.page.body.addLayout(self._panels)
        self.own = QLineEdit()
        self.add_own = PictureButton(_("Add this reason"), looks, "plus")
        self.page.body.addWidget(self._own_row())
        self.own.returnPressed.connect(self._add_own)
        self.add_own.clicked.connect(self._add_own)

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Reasons")

    def count(self) -> int | None:
        """Give the number of reasons."""
        return len(self.session.case.reasons.all()) or None

    def first_focus(self) -> QWidget:
        """Give the first card."""
        return next(iter(self.cards.values()))

    def show_case(self) -> None:
        """Show which reasons are chosen and what is said of each."""
        reasons = self.session.case.reasons.all()
        chosen = {reason.code for reason in reasons}
        for code, card in self.cards.items():
            card.setChecked(code in chosen)
        for code in [code for code in self.panels if code not in chosen]:
            panel = self.panels.pop(code)
            self._panels.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        for place, reason in enumerate(reasons):
            panel = self._panel(reason)
            if self._panels.indexOf(panel) != place:
                self._panels.insertWidget(place, panel)
            panel.show_reason(reason)
        self.sees.show_lines([f"– {reason_line(reason)}" for reason in reasons])

    def _panel(self, reason: Reason) -> Panel:
        if reason.code not in self.panels:
            panel: Panel
            if reason.code.startswith(OWN_REASON):
                panel = OwnReasonPanel(self.session, self.looks, reason)
                panel.removed.connect(self._drop)
            else:
                content = load_content().reason(reason.code)
                panel = ReasonPanel(self.session, self.looks, content)
            self.panels[reason.code] = panel
        return self.panels[reason.code]

    def _choose(self, code: str, *, chosen: bool) -> None:
        if not chosen:
            self._drop(code)
            return
        with self.session.case.change(_("Choose a reason")):
            self.session.case.reasons.choose(code)
        self.show_case()
        for other, panel in self.panels.items():
            if isinstance(panel, ReasonPanel):
                panel.help.open(other == code)

    @Slot(str)
    def _drop(self, code: str) -> None:
        """Take a reason back; where its own words go with it, say so and offer them back."""
        self.session.unsaved.flush()
        worded = any(one.words for one in self.session.case.reasons.all() if one.code == code)
        step = _("Take a reason back")
        with self.session.case.change(step):
            self.session.case.reasons.drop(code)
        self.show_case()
        if worded or code.startswith(OWN_REASON):
            self.say_removed(_("The reason and your words on it are taken back."), step)

    @Slot()
    def _add_own(self) -> None:
        words = typed(self.own)
        if not words:
            self.own.setFocus()
            return
        with self.session.case.change(_("Add your own reason")):
            self.session.case.reasons.add_own(words)
        self.own.clear()
        self.show_case()

    def _own_row(self) -> QWidget:
        made = QWidget()
        row = space(QHBoxLayout(made), self.looks)
        words = FieldRow(_("Another reason, in your own words"), self.own, self.looks)
        row.addWidget(words, 1)
        row.addWidget(self.add_own, 0, Qt.AlignmentFlag.AlignBottom)
        return made
