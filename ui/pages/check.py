"""Check: what to look at before the dossier is sent, each with the way to mend it."""

from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.case.schema import UNDOABLE
from app.dossier.findings import Level, Line
from app.phrases import _
from ui.check.finding_card import FindingCard, Sign
from ui.check.fixes import fix_of
from ui.pages.place import Go, Place, Tell
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import button, label
from ui.widgets.spacing import space

STEP = 25  # findings of a group that are shown before somebody asks for more


class CheckPlace(Place):
    """The findings in three groups: what stops the dossier, what to look at, what is fine.

    They are looked for beside the window, again after each change while the
    place is in sight.
    """

    code: ClassVar[str] = "check"
    icon: ClassVar[str] = "clipboard-check"
    tables: ClassVar[frozenset[str]] = frozenset(UNDOABLE)

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.total = label("", "strong")
        self.trouble = label("", "wrong")
        self.trouble.hide()
        self.on = PictureButton(_("Go on: Dossier"), looks, kind="main")
        self.on.clicked.connect(lambda: go("dossier"))
        self.cards: list[FindingCard] = []
        self.fine: list[str] = []
        self._shown: tuple[Line, ...] | None = None
        self._room = STEP
        self._lay_out()
        session.draft.looked.connect(self._show_lines)
        session.draft.failed.connect(self._say_failed)

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Check")

    def count(self) -> int | None:
        """Give how many things there are to look at, as far as that is known now."""
        return self.session.draft.to_look_at

    def show_case(self) -> None:
        """Look everything through again where the case changed; it shows in a moment."""
        self.session.draft.watch(self)
        if self.session.draft.busy:
            self.total.setText(_("Looking through everything…"))
        else:
            self._show_lines()

    def leave(self) -> None:
        """Look no more."""
        self.session.draft.unwatch(self)

    def first_focus(self) -> QWidget:
        """Give the first thing to mend, or the way on."""
        return self.cards[0].fix if self.cards else self.on

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("kind", "clear")
        column = space(QVBoxLayout(page), self.looks, (32, 24, 32, 32), 12)
        column.addWidget(Heading(_("Check before you send")))
        intro = _("Nothing is changed or sent from here. You decide what to mend.")
        column.addWidget(label(intro, "quiet"))
        column.addWidget(self.total)
        column.addWidget(self.trouble)
        self._groups = space(QVBoxLayout(), self.looks, gap=8)
        column.addLayout(self._groups)
        foot = QHBoxLayout()
        foot.addWidget(self.on)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    @Slot()
    def _show_lines(self) -> None:
        lines = self.session.draft.lines
        if lines is None:
            return
        self.trouble.hide()
        self.total.setText(total_words(lines))
        if lines != self._shown:
            self._shown = lines
            self._fill(lines)

    def _fill(self, lines: tuple[Line, ...]) -> None:
        focused = next((at for at, one in enumerate(self.cards) if one.fix.hasFocus()), None)
        if focused is None and not self.cards and self.on.hasFocus():
            focused = 0  # the first findings are there
        self._clear()
        self._add_group(_("This stops the dossier"), _of(lines, Level.STOP))
        self._add_group(_("Worth a look"), _of(lines, Level.LOOK))
        self._add_fine([line.sentence for line in _of(lines, Level.OK)])
        if focused is not None:
            next_one = self.cards[min(focused, len(self.cards) - 1)].fix if self.cards else self.on
            next_one.setFocus()

    def _add_group(self, name: str, lines: list[Line]) -> None:
        if not lines:
            return
        self._groups.addWidget(Heading(name, 2))
        for line in lines[: self._room]:
            made = FindingCard(line, self.looks)
            made.wanted.connect(self._mend)
            self.cards.append(made)
            self._groups.addWidget(made)
        left = len(lines) - self._room
        if left > 0:
            more = button(_("Show {n} more").format(n=min(left, STEP)), "quiet")
            more.clicked.connect(self._show_more)
            self._groups.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_fine(self, sentences: list[str]) -> None:
        self.fine = sentences
        if not sentences:
            return
        self._groups.addWidget(Heading(_("Fine"), 2))
        frame, column = card(self.looks, gap=10)
        for sentence in sentences:
            row = space(QHBoxLayout(), self.looks, gap=10)
            row.addWidget(Sign(Level.OK))
            row.addWidget(label(sentence), 1)
            column.addLayout(row)
        self._groups.addWidget(frame)

    def _clear(self) -> None:
        self.cards = []
        while (place := self._groups.takeAt(0)) is not None:
            if widget := place.widget():
                widget.hide()
                widget.deleteLater()

    @Slot()
    def _show_more(self) -> None:
        self._room += STEP
        if self._shown is not None:
            self._fill(self._shown)

    @Slot(object)
    def _mend(self, line: Line) -> None:
        fix = fix_of(line)
        self.go(fix.place, record=line.record if fix.place == "records" else None)

    @Slot(str)
    def _say_failed(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()


def total_words(lines: tuple[Line, ...]) -> str:
    """Say how many things there are to look at."""
    stops, looks = len(_of(lines, Level.STOP)), len(_of(lines, Level.LOOK))
    if stops:
        return (
            _("1 thing stops the dossier")
            if stops == 1
            else _("{n} things stop the dossier").format(n=stops)
        )
    if not looks:
        return _("Nothing to mend. Your dossier is ready to be made.")
    return _("1 thing to look at") if looks == 1 else _("{n} things to look at").format(n=looks)


def _of(lines: tuple[Line, ...], level: Level) -> list[Line]:
    return [line for line in lines if line.level is level]
