"""Whether one version of the dossier tells what the first doctor concluded."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.recipient_profile import FirstOpinion
from app.model.version import Version
from app.phrases import _, many
from ui.dossier.one_of import OneOf
from ui.records.text_field import Write
from ui.theme.looks import Looks
from ui.widgets.labels import label
from ui.widgets.spacing import space


class FirstOpinionChoice(QWidget):
    """Writes with `write` as soon as somebody chooses, and says what the choice costs."""

    def __init__(self, looks: Looks, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self.what = OneOf(
            _("The first opinion"),
            (
                (FirstOpinion.INCLUDE, _("Show it")),
                (FirstOpinion.BLIND, _("Leave it out")),
                (FirstOpinion.ON_REQUEST, _("Leave it out; it can be asked for")),
            ),
            looks,
            self._choose,
        )
        self.cost = label("", "small")
        column = space(QVBoxLayout(self), looks, gap=6)
        column.addWidget(self.what)
        column.addWidget(self.cost)

    def show_version(self, version: Version, marked: int) -> None:
        """Show what is chosen; `marked` records are said to state the first opinion."""
        self.what.show_value(version.first_opinion)
        self.cost.setVisible(version.first_opinion is not FirstOpinion.INCLUDE)
        cost = _("The other doctor cannot say why the first one decided so.")
        pages = many(
            "Pages of 1 record are marked as stating it.",
            "Pages of {n} records are marked as stating it.",
            marked,
        ).format(n=marked)
        if not marked:
            pages = _("No page is marked as stating it, so only what you wrote of it stays out.")
        self.cost.setText(f"{cost} {pages}")

    def _choose(self, what: FirstOpinion) -> None:
        self._write(_("Change what is told of the first opinion"), first_opinion=what)
