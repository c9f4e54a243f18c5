"""What matters most: what somebody wants to keep, and what they want to avoid, in order."""

from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.content.load import load_content
from app.model.story import Subject
from app.phrases import _
from ui.pages.place import Go, Tell
from ui.session import CaseSession
from ui.story.doctor_sees import DoctorSees
from ui.story.story_place import StoryPlace
from ui.story.voice_line import speaker
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.check import Check
from ui.widgets.columns import Columns
from ui.widgets.field import FieldRow
from ui.widgets.filling import typed
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.ranked_list import RankedList
from ui.widgets.ranked_model import Ranked
from ui.widgets.spacing import space


class MattersPlace(StoryPlace):
    """Things to tick, own words to add, and the list of both in the person's order."""

    code: ClassVar[str] = "matters"
    icon: ClassVar[str] = "scale"
    tables: ClassVar[frozenset[str]] = frozenset({"statement"})

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self._keys: dict[str, int] = {}
        self._newest = 0
        self.ticks: dict[str, Check] = {}
        self.sees = DoctorSees(looks, _("What matters most to me"), _("Nothing is said yet."))
        self.build(
            _("What matters most to you?"),
            _("Tick what fits, or use your own words. Then put it in your order."),
            next_name=_("Questions"),
            beside=self.sees,
        )
        for matter in load_content().matters:
            if not matter.own_words:
                tick = Check(matter.text)
                tick.clicked.connect(lambda on, text=matter.text: self._tick(text, on=on))
                self.ticks[matter.text] = tick
        self.own = QLineEdit()
        self.add = PictureButton(_("Add these words"), looks, "plus")
        self.head = Heading(_("Your order"), 2)
        self.hint = label(
            _("What matters most stands at the top. Drag it, or use Up and Down."), "quiet"
        )
        self.list = RankedList(session, looks, _("Your order"), self._reword)
        self.page.body.addWidget(Columns(looks, list(self.ticks.values()), gap=4, least=200))
        self.page.body.addWidget(self._adding())
        self.page.add_group("", self.head, self.hint, self.list)
        self.own.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.list.moved.connect(self._move)
        self.list.removed.connect(self._remove)

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("What matters most")

    def first_focus(self) -> QWidget:
        """Give the first box to tick."""
        return next(iter(self.ticks.values()))

    def show_case(self) -> None:
        """Show what matters, in order."""
        lines = self._lines()
        for text, tick in self.ticks.items():
            tick.setChecked(text in lines)
        self.list.show_lines([Ranked(self._key(line), line) for line in lines])
        for one in (self.head, self.hint, self.list):
            one.setVisible(bool(lines))
        self.sees.show_lines(lines)

    def _lines(self) -> list[str]:
        said = {one.subject: one for one in self.session.case.statements.all()}
        text = said[Subject.MATTERS].text if Subject.MATTERS in said else ""
        lines = (self._shown(line.strip()) for line in text.splitlines() if line.strip())
        return list(dict.fromkeys(lines))

    def _shown(self, line: str) -> str:
        """Give a stored line as it is shown: what can be ticked stands without its full stop."""
        bare = line.removesuffix(".")
        return bare if bare in self.ticks else line

    def _key(self, line: str) -> int:
        if line not in self._keys:
            self._newest += 1
            self._keys[line] = self._newest
        return self._keys[line]

    def _text_of(self, key: int) -> str:
        return next(line for line, one in self._keys.items() if one == key)

    def _say(self, step: str, lines: list[str], together: str = "") -> None:
        """Write the lines down; who said so stays, and is who types here where nobody did."""
        case = self.session.case
        said = next((one for one in case.statements.all() if one.subject is Subject.MATTERS), None)
        voice = said.voice if said else speaker(case.snapshot())
        with case.change(step, together=together):
            case.statements.state(Subject.MATTERS, "\n".join(map(_stored, lines)), voice)
        self.show_case()

    def _tick(self, text: str, *, on: bool) -> None:
        self.session.unsaved.flush()
        lines = [line for line in self._lines() if line != text]
        if on:
            self._say(_("Say what matters"), [*lines, text])
        else:
            self._say(_("Take back what matters"), lines)

    @Slot()
    def _add(self) -> None:
        words = self._shown(_stored(" ".join(typed(self.own).split())))
        if words and words not in self._lines():
            self._say(_("Say what matters"), [*self._lines(), words])
            self.list.choose(self._key(words))
        self.own.clear()
        self.own.setFocus()

    def _reword(self, key: int, words: str, together: str) -> None:
        words = self._shown(_stored(" ".join(words.split())))
        lines, old = self._lines(), self._text_of(key)
        if not words or words == old or words in lines:
            return
        del self._keys[old]
        self._keys[words] = key
        changed = [words if line == old else line for line in lines]
        self._say(_("Change what matters"), changed, together)

    @Slot(int, int)
    def _move(self, key: int, place: int) -> None:
        text = self._text_of(key)
        lines = [line for line in self._lines() if line != text]
        self._say(_("Put what matters in order"), [*lines[:place], text, *lines[place:]])

    @Slot(int)
    def _remove(self, key: int) -> None:
        text, step = self._text_of(key), _("Take back what matters")
        self._say(step, [line for line in self._lines() if line != text])
        self.say_removed(_("“{words}” is taken back.").format(words=text), step)
        (self.list.view if self.list.model.lines else self.first_focus()).setFocus()

    def _adding(self) -> QWidget:
        made = QWidget()
        row = space(QHBoxLayout(made), self.looks)
        row.addWidget(FieldRow(_("In your own words"), self.own, self.looks), 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        return made


def _stored(line: str) -> str:
    """Give a line as a sentence: the dossier runs the lines on, one behind the other."""
    return f"{line}." if line and line[-1].isalnum() else line
