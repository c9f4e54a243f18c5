"""The kinds of reader that somebody can start from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.content.presets import load_presets
from app.phrases import _
from ui.recipients.preset_card import PresetCard
from ui.theme.looks import Looks
from ui.widgets.columns import Columns
from ui.widgets.heading import Heading
from ui.widgets.labels import button, label
from ui.widgets.spacing import space


class PresetsPage(QWidget):
    """One card for each; `chosen` tells the code of a preset, or "" for none.

    `known` is somebody the case names already; to take them tells `known_chosen`.
    """

    chosen = Signal(str)
    known_chosen = Signal()
    left = Signal()

    def __init__(self, looks: Looks, known: str = "") -> None:
        super().__init__()
        self.cards: dict[str, PresetCard] = {}
        self.known: PresetCard | None = None
        if known:
            self.known = PresetCard(known, _("The doctor you named in About you."))
            self.known.clicked.connect(lambda _on=False: self.known_chosen.emit())
        self.leave = button(_("Not now"), "quiet")
        self.leave.clicked.connect(lambda _on=False: self.left.emit())
        for one in load_presets():
            self._add(one.id, one.label, one.says)
        self._add("", _("Start empty"), _("Fill in only what you know."))
        column = space(QVBoxLayout(self), looks)
        column.addWidget(Heading(_("What kind of reader is it?"), 2))
        told = _("It fills in what such readers often want. You can change all of it.")
        column.addWidget(label(told, "quiet"))
        cards = [*([self.known] if self.known else []), *self.cards.values()]
        column.addWidget(Columns(looks, cards, gap=10, least=220))
        column.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    @property
    def first(self) -> QWidget:
        """The first card."""
        return self.known or next(iter(self.cards.values()))

    def _add(self, code: str, words: str, hint: str) -> None:
        card = PresetCard(words, hint)
        card.clicked.connect(lambda _on=False: self.chosen.emit(code))
        self.cards[code] = card
