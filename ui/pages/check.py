"""Check: what to look at before the dossier is sent, each with the way to mend or keep it."""

from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.case.schema import UNDOABLE
from app.dossier.findings import Level, Line
from app.dossier.keeping import keep_line
from app.errors import CasepackError
from app.phrases import _
from ui.check.as_pictures import make_pictures
from ui.check.finding_card import FindingCard, Sign
from ui.check.fixes import fix_of
from ui.check.keeping import KeptCard, OpenCard
from ui.check.leaving_out import leave_out
from ui.dossier.version_steps import version_name, version_of, who_reads
from ui.pages.place import Go, Place, Tell
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.disclosure import Disclosure
from ui.widgets.heading import Heading
from ui.widgets.labels import button, label
from ui.widgets.spacing import space

STEP = 25  # findings of a group that are shown before somebody asks for more


class CheckPlace(Place):
    """The findings in groups: what stops the dossier, what to look at, what is kept, what is fine.

    They are looked for beside the window, again after each change while the
    place is in sight.
    """

    code: ClassVar[str] = "check"
    icon: ClassVar[str] = "clipboard-check"
    tables: ClassVar[frozenset[str]] = frozenset(UNDOABLE)
    cover_wanted = Signal(int, int)  # a record and a page of it, from 1

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.which = label("", "quiet")
        self.total = label("", "strong")
        self.trouble = label("", "wrong")
        self.trouble.hide()
        self.on = PictureButton(_("Go on: Dossier"), looks, kind="main")
        self.on.clicked.connect(lambda: go("dossier"))
        self.cards: list[FindingCard] = []
        self.kept: list[KeptCard] = []
        self.kept_group: Disclosure | None = None
        self.fine: list[str] = []
        self._shown: tuple[tuple[Line, str], ...] | None = None
        self._room = STEP
        self._lay_out()
        session.draft.looked.connect(self._show_lines)
        session.draft.failed.connect(self._say_failed)
        session.version_changed.connect(self._turn_over)

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
        self._say_which()
        if self.session.draft.stale or self.session.draft.lines is None:
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
        column.addWidget(self.which)
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

    def _say_which(self) -> None:
        """Say which version is looked at, where there are several."""
        case, version = self.session.case, version_of(self.session.case, self.session.version)
        reader = who_reads(case, version)
        form = _("Version: {name} · For {reader}") if reader else _("Version: {name}")
        self.which.setText(form.format(name=version_name(version), reader=reader))
        self.which.setVisible(len(case.versions.all()) > 1)

    @Slot()
    def _turn_over(self) -> None:
        if self.isVisible():
            self.show_case()

    @Slot()
    def _show_lines(self) -> None:
        if self.session.draft.lines is None:
            return
        self.trouble.hide()
        judged = self.session.draft.judged
        self.total.setText(total_words(tuple(line for line, why in judged if not why)))
        if judged != self._shown:
            self._shown = judged
            self._fill(judged)

    def _fill(self, judged: tuple[tuple[Line, str], ...]) -> None:
        focused, asking = self._focused(), self._asking()
        self._clear()
        lines = tuple(line for line, why in judged if not why)
        self._add_group(_("This stops the dossier"), _of(lines, Level.STOP))
        self._add_group(_("Worth a look"), _of(lines, Level.LOOK))
        self._add_kept([(line, why) for line, why in judged if why])
        self._add_fine([line.sentence for line in _of(lines, Level.OK)])
        if focused is not None:
            next_one = self.cards[min(focused, len(self.cards) - 1)].fix if self.cards else self.on
            next_one.setFocus()
        for one in self.cards:
            if asking and isinstance(one, OpenCard) and asking[0] == one.line:
                one.why.ask()
                one.why.why.setText(asking[1])

    def _asking(self) -> tuple[Line, str] | None:
        """Give the finding that is being kept, and what was typed for it so far."""
        for one in self.cards:
            if isinstance(one, OpenCard) and one.why.why.isVisible() and one.why.why.text():
                return one.line, one.why.why.text()
        return None

    def _focused(self) -> int | None:
        """Give the number of the card that has the keyboard, None where none has it."""
        now = self.focusWidget()
        for at, one in enumerate(self.cards):
            if now is not None and now.hasFocus() and one.isAncestorOf(now):
                return at
        among = any(
            now is not None and now.hasFocus() and one.isAncestorOf(now) for one in self.kept
        )
        first = not self.cards and self.on.hasFocus()  # the first findings are there
        return 0 if among or first else None

    def _add_group(self, name: str, lines: list[Line]) -> None:
        if not lines:
            return
        self._groups.addWidget(Heading(name, 2))
        for line in lines[: self._room]:
            made = self._card(line)
            made.wanted.connect(self._mend)
            self.cards.append(made)
            self._groups.addWidget(made)
        left = len(lines) - self._room
        if left > 0:
            more = button(_("Show {n} more").format(n=min(left, STEP)), "quiet")
            more.clicked.connect(self._show_more)
            self._groups.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _card(self, line: Line) -> FindingCard:
        if not line.may_be_kept:
            return FindingCard(line, self.looks)
        made = OpenCard(line, self.looks)
        made.kept.connect(self._keep)
        made.pictures_wanted.connect(lambda line: make_pictures(self.session, line, self.tell))
        made.out_wanted.connect(lambda line: leave_out(self.session, line, self.tell))
        return made

    def _add_kept(self, lines: list[tuple[Line, str]]) -> None:
        """Fold away what was kept; it opens as it was before."""
        opened = self.kept_group is not None and self.kept_group.opened
        self.kept = [KeptCard(line, why, self.looks) for line, why in lines]
        self.kept_group = None
        if not lines:
            return
        for one in self.kept:
            one.again.connect(self._look_again)
        words = _("Kept as they are ({n})").format(n=len(lines))
        self.kept_group = Disclosure(self.looks, words, self._kept_cards)
        self._groups.addWidget(self.kept_group)
        if opened:
            self.kept_group.open(True)

    def _kept_cards(self) -> QWidget:
        inside = QWidget()
        column = space(QVBoxLayout(inside), self.looks, gap=8)
        for one in self.kept:
            column.addWidget(one)
        return inside

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

    @Slot(object, str)
    def _keep(self, line: Line, why: str) -> None:
        right = line.level is Level.STOP
        self._say(
            line, why, _("It is right: {finding}") if right else _("Send it anyway: {finding}")
        )

    @Slot(object)
    def _look_again(self, line: Line) -> None:
        self._say(line, "", _("Look again: {finding}"))

    def _say(self, line: Line, why: str, step: str) -> None:
        case, version = self.session.case, self.session.version
        try:
            with case.change(step.format(finding=line.sentence)):
                keep_line(case, version, line, why)
        except CasepackError as failure:
            self.tell(str(failure), done=False)

    @Slot(object)
    def _mend(self, line: Line) -> None:
        fix = fix_of(line)
        if fix.covers and line.record is not None:
            self.cover_wanted.emit(line.record, line.pages[0])
            return
        where: dict[str, Any] = {"page": line.pages[0]} if line.pages else {}
        self.go(fix.place, record=line.record if fix.place == "records" else None, **where)

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
