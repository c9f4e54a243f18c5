"""Asks for the name of a version and who reads it, below the switch of the versions."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.model.recipient_profile import RecipientProfile
from app.model.version import Version
from app.phrases import _
from ui.dossier.version_steps import version_name
from ui.records.flow import Flow
from ui.theme.looks import Looks
from ui.widgets.breadth import room
from ui.widgets.cards import card
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow
from ui.widgets.labels import button
from ui.widgets.spacing import space

_NOBODY, _COPY = "nobody", "copy"
_BESIDE = 560  # pixels at the usual size of text, above which the fields stand side by side


class VersionForm(QWidget):
    """Hidden until it asks; Escape closes it. `take` tells that it is filled in."""

    taken = Signal()
    closed = Signal()
    opened = Signal(bool)
    """It comes into sight now, or has gone."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._whose: list[int | str] = []
        self.new = True
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.name_row = FieldRow(_("What should it be called?"), self.name, looks)
        self.who = Combo()
        self.who_row = FieldRow(_("For whom?"), self.who, looks)
        self.take = button("")
        self.cancel = button(_("Cancel"), "quiet")
        frame, column = card(looks, (16, 12, 16, 12), 10)
        self._fields = space(QGridLayout(), looks, gap=12)
        column.addLayout(self._fields)
        buttons = QWidget()
        row = Flow(buttons, looks)
        row.addWidget(self.take)
        row.addWidget(self.cancel)
        column.addWidget(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.take.clicked.connect(self.taken)
        self.name.returnPressed.connect(self.taken)
        self.name.textChanged.connect(self.name_row.clear_wrong)
        self.cancel.clicked.connect(self.shut)
        shut = QShortcut(QKeySequence("Escape"), self)
        shut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shut.activated.connect(self.shut)
        self.hide()

    def ask_new(self, now: Version, book: list[RecipientProfile]) -> None:
        """Ask for a new version; it may be a copy of `now`."""
        copy = _("Nobody yet: a copy of “{name}”").format(name=version_name(now))
        self._fill(book, [(_NOBODY, _("Nobody yet")), (_COPY, copy)])
        self.new = True
        self.name.clear()
        self._open(_("Make this version"))

    def ask_name(self, now: Version, book: list[RecipientProfile]) -> None:
        """Ask for another name of `now`, and for another reader."""
        self._fill(book, [(_NOBODY, _("Nobody in the book"))])
        self.new = False
        self.name.setText(version_name(now))
        reader = now.recipient if now.recipient is not None else _NOBODY
        self.who.setCurrentIndex(self._whose.index(reader) if reader in self._whose else 0)
        self._open(_("Use this name"))
        self.name.selectAll()

    @property
    def reader(self) -> int | None:
        """The id of the recipient that is chosen, if it is one of the book."""
        chosen = self._whose[self.who.currentIndex()]
        return chosen if isinstance(chosen, int) else None

    @property
    def copies(self) -> bool:
        """Whether a copy is wanted."""
        return self._whose[self.who.currentIndex()] == _COPY

    def say_wrong(self, sentence: str) -> None:
        """Say what is wrong with the name."""
        self.name_row.say_wrong(sentence)
        self.name.setFocus()

    @Slot()
    def shut(self) -> None:
        """Close it, and tell that it was closed by hand."""
        if self.isVisible():
            self.put_away()
            self.closed.emit()

    def put_away(self) -> None:
        """Close it."""
        self.hide()
        self.opened.emit(False)

    def fit(self) -> None:
        """Put the fields side by side where there is room."""
        over = self.parentWidget() or self  # hidden, it has no width of its own yet
        beside = room(over, self._looks) >= _BESIDE
        for at, one in enumerate((self.name_row, self.who_row)):
            self._fields.removeWidget(one)
            self._fields.addWidget(one, 0 if beside else at, at if beside else 0)
            self._fields.setColumnStretch(at, 1 if beside or not at else 0)

    def _fill(self, book: list[RecipientProfile], others: list[tuple[str, str]]) -> None:
        self._whose = [code for code, _words in others] + [one.id for one in book]
        self.who.clear()
        self.who.addItems([words for _code, words in others])
        for one in book:
            parts = (one.recipient.name or one.recipient.service, one.recipient.place)
            self.who.addItem(", ".join(part for part in parts if part))

    def _open(self, words: str) -> None:
        self.name_row.clear_wrong()
        self.take.setText(words)
        self.take.setAccessibleName(words)
        self.fit()
        self.opened.emit(True)  # first: what stands below makes room, and the window stays
        self.show()
        self.name.setFocus()
