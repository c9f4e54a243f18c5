"""What a locked window shows: no names, and a way to go on."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.phrases import _
from ui.shell.secret import Secret
from ui.theme.colours import colours
from ui.theme.icons import pixmap
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.check import Check
from ui.widgets.field import FieldRow
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.message_bar import MessageBar
from ui.widgets.spacing import space

_WIDE = 440  # pixels at the usual size of text


class LockPage(QWidget):
    """Asks for the password where the case has one, else only for a click."""

    opened = Signal()
    left = Signal()  # the person wants another case instead

    def __init__(self, secret: Secret, looks: Looks) -> None:
        super().__init__()
        self._secret = secret
        self._looks = looks
        self.bar = MessageBar()
        self._picture = QLabel()
        self._told = label(self._words(saved=True), "quiet")
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.row = FieldRow(_("Password"), self.field, looks)
        self.show_typed = Check(_("Show what I type"))
        self.go_on = PictureButton(_("Open") if secret.needed else _("Go on"), looks, kind="main")
        self.other = PictureButton(_("Choose another case"), looks, kind="quiet")
        self._card, column = card(looks, (32, 28, 32, 28), 10)
        column.addWidget(self._picture)
        column.addWidget(Heading(_("This case is locked")))
        column.addWidget(self._told)
        column.addWidget(self.row)
        column.addWidget(self.show_typed)
        buttons = space(QHBoxLayout(), looks, gap=8)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(label(self._warning(), "small"))
        outer = space(QVBoxLayout(self), looks, (16, 16, 16, 16))
        outer.addWidget(self.bar)
        outer.addWidget(self._around(self._card), 1)
        for one in (self.row, self.show_typed):
            one.setVisible(secret.needed)
        self.field.returnPressed.connect(self._try)
        self.field.textEdited.connect(lambda _typed: self.row.clear_wrong())
        self.go_on.clicked.connect(self._try)
        self.other.clicked.connect(self.left)
        self.show_typed.toggled.connect(self._show_typed)
        looks.changed.connect(self._dress)
        self._dress()

    def begin(self, *, saved: bool = True) -> None:
        """Stand ready: nothing typed, the keyboard in the right place."""
        self._told.setText(self._words(saved=saved))
        self.bar.hide()
        self.field.clear()
        self.show_typed.setChecked(False)
        self.row.clear_wrong()
        (self.field if self._secret.needed else self.go_on).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Make the card as wide as there is room for, and not wider than is good to read."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Go on with Enter from anywhere on the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._try()
            return
        super().keyPressEvent(event)

    def _around(self, card: QWidget) -> QScrollArea:
        """Give the page with the card in its middle, which scrolls where the text is very large."""
        inside = QWidget()
        inside.setProperty("kind", "clear")
        middle = QHBoxLayout()  # an alignment would not let the words ask for more lines
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        return self._area

    def _words(self, *, saved: bool) -> str:
        first = (
            _("All your work is saved.")
            if saved
            else _("Your last words are not saved yet. Keep the program open.")
        )
        if self._secret.needed:
            return first + " " + _("Type your password to open it.")
        then = _("This case has no password, so anybody at this computer can go on.")
        return first + " " + then

    def _warning(self) -> str:
        if self._secret.needed:
            return _("If you forget the password, no one can open this file, not even us.")
        return _("To keep others out, lock the computer itself.")

    @Slot()
    def _try(self) -> None:
        if self._secret.fits(self.field.text()):
            self.field.clear()
            self.opened.emit()
            return
        self.row.say_wrong(
            _("That is not the password of this case. Try again. Look at Caps Lock.")
        )
        self.field.selectAll()
        self.field.setFocus()

    def _show_typed(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)

    @Slot()
    def _dress(self) -> None:
        side = round(32 * self._looks.scale)
        self._picture.setPixmap(
            pixmap("lock", side, colours().accent_text, self.devicePixelRatioF())
        )
        self._fit()

    def _fit(self) -> None:
        edge = round(32 * self._looks.scale) + self._area.verticalScrollBar().sizeHint().width()
        self._card.setFixedWidth(min(round(_WIDE * self._looks.scale), max(1, self.width() - edge)))
