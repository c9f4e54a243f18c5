"""What stands beside the page while parts of it are covered: how to do it, and the list."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.model.version import CoverUp
from app.phrases import _
from ui.covering.box_card import BoxCard
from ui.covering.words import how_many, other_pages
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.heading import Heading
from ui.widgets.labels import frame, label
from ui.widgets.spacing import space

_LEFT = Qt.AlignmentFlag.AlignLeft


class CoverPane(QScrollArea):
    """Writes nothing itself: whoever made it joins its buttons and its cards."""

    card_made = Signal(object)  # a BoxCard that was just made

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks = looks
        self.cards: dict[int, BoxCard] = {}
        inside = frame("pane")
        self.setWidget(inside)  # first: what moves with all that is in it is dressed anew
        self.heading = Heading(_("Cover up part of this page"), 2)
        self.version = label("", "strong")
        self.promise = label(_("It is removed for good in the PDF. Your own copy is not changed."))
        self.how = label(
            _(
                "Draw a box on the page. Or make a new box and use the arrow keys: with Shift "
                "they change its size, with Ctrl they take small steps. Delete removes it."
            ),
            "small",
        )
        self.new_box = PictureButton(_("New box"), looks, "plus", "", _("Insert"))
        self.cover_words = PictureButton(_("Cover these words"), looks, "eye-off")
        self.words_hint = label("", "small")
        self.total = Heading("", 2)
        self.others = label("", "small")
        self.done = PictureButton(_("Done"), looks, "check", "", _("Esc"))
        self._list = QWidget()
        self._cards = space(QVBoxLayout(self._list), looks, gap=10)
        column = space(QVBoxLayout(inside), looks, (16, 14, 16, 20), 12)
        for one in (self.heading, self.version, self.promise, self.how):
            column.addWidget(one)
        column.addWidget(self.new_box, 0, _LEFT)
        column.addWidget(self.cover_words, 0, _LEFT)
        for two in (self.words_hint, self.total, self._list, self.others):
            column.addWidget(two)
        column.addWidget(self.done, 0, _LEFT)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_chosen("")

    def show_version(self, title: str) -> None:
        """Say in which dossier the places are covered."""
        self.version.setText(_("For: {version}").format(version=title))

    def show_chosen(self, words: str) -> None:
        """Offer to cover the words that are chosen on the page."""
        had_focus = self.cover_words.hasFocus()
        self.cover_words.setEnabled(bool(words))
        self.words_hint.setText(
            ""
            if words
            else _(
                "To cover words, choose them first: double-click one, then Shift and click the "
                "last one; or press Shift and the arrow keys on the page."
            )
        )
        self.words_hint.setVisible(not words)
        if had_focus and not words:
            self.new_box.setFocus()

    def show_boxes(
        self, boxes: list[CoverUp], covers: dict[int, str], current: int | None, others: list[int]
    ) -> None:
        """Show the boxes of the page, what each covers, and which other pages have some."""
        for gone in self.cards.keys() - {box.id for box in boxes}:
            card = self.cards.pop(gone)
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        for number, box in enumerate(boxes, 1):
            if box.id not in self.cards:
                self._make(box)
            self.cards[box.id].show_box(
                box, number, covers.get(box.id, ""), current=box.id == current
            )
        self.total.say(how_many(len(boxes)))
        said = other_pages(others)
        self.others.setText(said)
        self.others.setVisible(bool(said))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Ask for the width of the widest part: nothing scrolls sideways."""
        bar = self.verticalScrollBar().sizeHint().width()
        inside = self.widget()
        width = inside.minimumSizeHint().width() if inside is not None else 0
        return QSize(width + bar, super().minimumSizeHint().height())

    def _make(self, box: CoverUp) -> None:
        made = BoxCard(box, self._looks, self._list)
        self.cards[box.id] = made
        self._cards.addWidget(made)
        made.show()
        self.card_made.emit(made)
