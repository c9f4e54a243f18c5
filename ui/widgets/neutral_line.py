"""One quiet line below a field: a neutral sentence, where a word of blame was typed."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.content.blame import load_blame
from app.content.piece import BLANK, load_piece
from app.model.journey.wording import blaming
from app.phrases import _
from ui.records.flow import Flow
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.field import FieldRow
from ui.widgets.filling import typed
from ui.widgets.labels import label
from ui.widgets.spacing import space

PAUSE = 700  # milliseconds without a key: nobody is told in the middle of a word


def offer_neutral(row: FieldRow, session: CaseSession, looks: Looks) -> "NeutralLine":
    """Let a neutral sentence be offered below the field of `row`, which takes words."""
    line = NeutralLine(row, session, looks)
    column = row.layout()
    assert column is not None
    column.addWidget(line)
    return line


class NeutralLine(QWidget):
    """Offers a sentence, never insists: nothing is changed, and it can be put away for this text.

    It takes no room until a word of blame stands in the field.
    """

    def __init__(self, row: FieldRow, session: CaseSession, looks: Looks) -> None:
        super().__init__(row)
        self.setObjectName("neutral")
        edit = row.control
        assert isinstance(edit, QLineEdit | QPlainTextEdit)
        self._edit = edit
        self._looks = looks
        self._kept = _KeptTexts.of(session)
        self._left: frozenset[str] = frozenset()
        self.words = label("", "small", parent=self)
        self.take: PictureButton | None = None
        self.leave: PictureButton | None = None
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        edit.textChanged.connect(self._wait)

    @Slot()
    def look(self) -> None:
        """Offer the sentence, or be gone where there is nothing to offer it for."""
        self._timer.stop()
        text = typed(self._edit)
        found = blaming(text, load_blame()) if text else ()
        names = frozenset(word.casefold() for word in found)
        if not names:
            self._left = frozenset()
        elif names <= self._left:
            self._kept.add(text)  # the same text, gone on with
        if not names or names <= self._left or text in self._kept:
            self.hide()
            return
        self._fill_in()
        form = _("“{word}” can sound like blame. You could write: “{sentence}”")
        self.words.setText(form.format(word=found[0], sentence=_sentence()))
        self.show()

    @Slot()
    def _wait(self) -> None:
        if self._edit.hasFocus() or self.isVisible():
            self._timer.start(PAUSE)
        elif typed(self._edit):
            self._timer.start(0)  # what is filled in by the program is whole at once

    def _fill_in(self) -> None:
        """Make the buttons when they are first wanted: most fields never want them."""
        if self.take is not None:
            return
        self.take = PictureButton(_("Add this sentence"), self._looks, "plus", "quiet")
        self.leave = PictureButton(_("Leave my words"), self._looks, "x", "quiet")
        self.take.setAccessibleDescription(_sentence())
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self._leave)
        buttons = QWidget()
        row = Flow(buttons, self._looks)
        row.addWidget(self.take)
        row.addWidget(self.leave)
        column = space(QVBoxLayout(self), self._looks, gap=2)
        column.addWidget(self.words)
        column.addWidget(buttons)

    @Slot()
    def _take(self) -> None:
        """Put the sentence behind what was typed, and its first blank under the cursor."""
        edit, sentence = self._edit, _sentence()
        self._leave_words()
        if isinstance(edit, QLineEdit):
            start = len(edit.text().rstrip()) + 1
            edit.setFocus()
            edit.setCursorPosition(len(edit.text()))
            edit.insert(" " * (start - len(edit.text())) + sentence)
            edit.setSelection(edit.text().index(BLANK, start - 1), len(BLANK))
            return
        cursor = edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        start = cursor.position()
        cursor.insertText(f"\n{sentence}")  # the edit's own undo takes it back
        cursor.setPosition(start + 1 + sentence.index(BLANK))
        cursor.movePosition(
            QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(BLANK)
        )
        edit.setTextCursor(cursor)
        edit.setFocus()

    @Slot()
    def _leave(self) -> None:
        self._leave_words()
        self._edit.setFocus()

    def _leave_words(self) -> None:
        text = typed(self._edit)
        self._left = frozenset(word.casefold() for word in blaming(text, load_blame()))
        self._kept.add(text)
        self.hide()


class _KeptTexts(QObject):
    """The texts for which the offer was put away, as long as the case is open."""

    def __init__(self, session: CaseSession) -> None:
        super().__init__(session)
        self._texts: set[str] = set()

    @classmethod
    def of(cls, session: CaseSession) -> "_KeptTexts":
        found = session.findChild(cls)
        return found if found is not None else cls(session)

    def add(self, text: str) -> None:
        self._texts.add(text)

    def __contains__(self, text: str) -> bool:
        return text in self._texts


def _sentence() -> str:
    return load_piece("first_view").filled()
