"""Lets somebody send the dossier although something was found, and say why."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.dossier.findings import Level, Line
from app.phrases import _, many
from ui.check.finding_card import FindingCard, Sign
from ui.records.flow import Flow
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.field import FieldRow
from ui.widgets.labels import button, label
from ui.widgets.spacing import space


class WhyKept(QWidget):
    """Asks for a reason in one line; Escape closes it. Hidden until it asks."""

    said = Signal(str)
    closed = Signal()

    def __init__(self, looks: Looks, sentence: str, *, right: bool = False) -> None:
        """Ask why it is sent anyway, or why it is `right`, about what `sentence` says."""
        super().__init__()
        self.why = QLineEdit()
        self.why.setMaxLength(200)
        hint = _("It stays in your case. The doctor does not see it.")
        asked = _("Why is it right?") if right else _("Why do you send it anyway?")
        self.row = FieldRow(asked, self.why, looks, hint)
        self.keep = button(_("It is right") if right else _("Keep it as it is"))
        self._example = _("Her name at birth") if right else _("The doctor knows about it")
        self.keep.setAccessibleDescription(sentence)
        self.cancel = button(_("Cancel"), "quiet")
        buttons = QWidget()
        line = Flow(buttons, looks)
        line.addWidget(self.keep)
        line.addWidget(self.cancel)
        column = space(QVBoxLayout(self), looks, (12, 0, 8, 8), 6)
        column.addWidget(self.row)
        column.addWidget(buttons)
        self.keep.clicked.connect(self._say)
        self.why.returnPressed.connect(self._say)
        self.why.textChanged.connect(self.row.clear_wrong)
        self.cancel.clicked.connect(self.shut)
        shut = QShortcut(QKeySequence("Escape"), self)
        shut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shut.activated.connect(self.shut)
        self.hide()

    def ask(self) -> None:
        """Ask for the reason."""
        self.show()
        self.why.setFocus()

    @Slot()
    def shut(self) -> None:
        """Close it, without a reason."""
        self.hide()
        self.closed.emit()

    @Slot()
    def _say(self) -> None:
        words = " ".join(self.why.text().split())
        if words:
            self.said.emit(words)
        else:
            told = _("Write a few words, such as “{example}”.")
            self.row.say_wrong(told.format(example=self._example))
            self.why.setFocus()


class OpenCard(FindingCard):
    """A finding that a person may keep as it is; one that stops may be right, or left out."""

    kept = Signal(object, str)  # Line, why
    pictures_wanted = Signal(object)  # Line
    out_wanted = Signal(object)  # Line

    def __init__(self, line: Line, looks: Looks) -> None:
        self.picture: PictureButton | None = None
        if line.code == "record.unseen":
            words = many("Make it a picture", "Make them pictures", len(line.pages))
            self.picture = PictureButton(words, looks, kind="quiet")
            self.picture.setAccessibleDescription(line.sentence)
            self.picture.setToolTip(_("What cannot be seen is gone then; nothing can be copied."))
            self.picture.clicked.connect(lambda: self.pictures_wanted.emit(line))
        self.out: PictureButton | None = None
        right = line.level is Level.STOP
        if right and line.record is not None:
            self.out = PictureButton(_("Leave the record out"), looks, kind="quiet")
            self.out.setAccessibleDescription(line.sentence)
            self.out.clicked.connect(lambda: self.out_wanted.emit(line))
        words = _("It is right, because…") if right else _("Send anyway…")
        self.anyway = PictureButton(words, looks, kind="quiet")
        self.anyway.setAccessibleDescription(line.sentence)
        self.why = WhyKept(looks, line.sentence, right=right)
        beside = [one for one in (self.picture, self.out, self.anyway) if one]
        super().__init__(line, looks, beside, self.why)
        self.anyway.clicked.connect(self.why.ask)
        self.why.closed.connect(self.anyway.setFocus)
        self.why.said.connect(lambda words: self.kept.emit(line, words))


class KeptCard(QWidget):
    """A finding that was kept as it is, with its reason and the way back."""

    again = Signal(object)  # Line

    def __init__(self, line: Line, why: str, looks: Looks) -> None:
        super().__init__()
        self.line = line
        self.why = label(_("Your reason: {why}").format(why=why), "small")
        self.look = PictureButton(_("Look again"), looks, kind="quiet")
        self.look.setAccessibleDescription(line.sentence)
        self.look.clicked.connect(lambda: self.again.emit(line))
        box, column = card(looks, (12, 8, 8, 8), 4)
        row = space(QHBoxLayout(), looks, gap=10)
        row.addWidget(Sign(Level.LOOK))
        row.addWidget(label(line.sentence), 1)
        column.addLayout(row)
        column.addWidget(self.why)
        column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(box)
