"""Settings: how the program looks and speaks, and what it keeps to itself."""

from typing import ClassVar

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.dossier.plan import Paper
from app.errors import CasepackError
from app.phrases import _
from ui.pages.place import Go, Place, Tell
from ui.session import CaseSession
from ui.shell.settings_store import IDLE_CHOICES, SettingsStore, languages
from ui.theme.colours import SETS
from ui.theme.looks import STEPS, Looks
from ui.widgets.cards import card
from ui.widgets.check import Check
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space

THEMES = ("", *SETS)
_WIDE = 560  # pixels at the usual size of text


class SettingsPlace(Place):
    """Each choice holds at once; `store` is given by the window."""

    code: ClassVar[str] = "settings"
    icon: ClassVar[str] = "settings"
    tables: ClassVar[frozenset[str]] = frozenset()

    store: SettingsStore

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.text_size = Combo([_("{n} percent").format(n=round(step * 100)) for step in STEPS])
        self.theme = Combo([_("Same as my computer"), _("Light"), _("Dark"), _("High contrast")])
        self.language = Combo([_language_name(code) for code in languages()])
        self.paper = Combo([_("A4"), _("Letter (United States and Canada)")])
        self.idle = Combo(
            [
                _("After {n} minutes").format(n=minutes) if minutes else _("Never by itself")
                for minutes in IDLE_CHOICES
            ]
        )
        self.remember = Check(_("Remember the cases that I opened on this computer"))
        self._lay_out()
        for combo in (self.text_size, self.theme, self.language, self.paper, self.idle):
            combo.activated.connect(self._chosen)
        self.remember.clicked.connect(self._chosen)
        looks.changed.connect(self._follow)

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Settings")

    def show_case(self) -> None:
        """Show what is chosen; the case has no part in it."""
        now = self.store.now
        self._follow()
        self.theme.setCurrentIndex(THEMES.index(now.theme) if now.theme in THEMES else 0)
        codes = languages()
        self.language.setCurrentIndex(codes.index(now.language) if now.language in codes else 0)
        self.paper.setCurrentIndex(list(Paper).index(Paper[now.paper]))
        self.idle.setCurrentIndex(IDLE_CHOICES.index(now.idle_minutes))
        self.remember.setChecked(now.remember_cases)

    def first_focus(self) -> QWidget:
        """Give the size of the text."""
        return self.text_size

    @Slot()
    def _follow(self) -> None:
        self.text_size.setCurrentIndex(STEPS.index(self.looks.scale))
        self._inside.setMaximumWidth(round(_WIDE * self.looks.scale))

    @Slot()
    def _chosen(self, *_what: object) -> None:
        scale = STEPS[self.text_size.currentIndex()]
        theme = THEMES[self.theme.currentIndex()]
        paper = list(Paper)[self.paper.currentIndex()]
        try:
            self.store.change(
                scale=scale,
                theme=theme,
                language=languages()[self.language.currentIndex()],
                paper=paper.name,
                idle_minutes=IDLE_CHOICES[self.idle.currentIndex()],
                remember_cases=self.remember.isChecked(),
            )
        except CasepackError as failure:
            self.tell(str(failure), done=False)
        if self.sender() is self.paper:
            self.session.draft.take_paper(paper)
        if (theme, scale) != (self.looks.theme, self.looks.scale):
            self.looks.wear(theme, scale)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "clear")
        self._inside = inside
        column = space(QVBoxLayout(inside), self.looks, (32, 24, 32, 32), 12)
        column.addWidget(Heading(self.title()))
        column.addWidget(label(_("Each choice holds at once. Nothing here is about you."), "quiet"))
        rows = (
            (_("Size of the text"), self.text_size, _("Ctrl and plus or minus change it as well.")),
            (_("Colours"), self.theme, ""),
            (_("Language"), self.language, _language_hint(len(languages()))),
            (_("Paper of the PDF"), self.paper, ""),
            (_("Lock the case when nobody is there"), self.idle, ""),
        )
        frame, fields = card(self.looks, gap=16)
        for words, combo, hint in rows:
            row = FieldRow(words, combo, self.looks, hint)
            fields.addWidget(row)
        fields.addWidget(self.remember)
        fields.addWidget(
            label(_("Only where they lie is kept. Off means that nothing is kept."), "small")
        )
        column.addWidget(frame)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)


def _language_hint(count: int) -> str:
    if count == 1:
        return _("Casepack speaks one language so far.")
    return _("It holds from the next start of the program.")


def _language_name(code: str) -> str:
    if code == "en":  # Qt calls it American English
        return "English"
    return QLocale(code).nativeLanguageName().capitalize()
