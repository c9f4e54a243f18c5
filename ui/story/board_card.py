"""What this case tells a board of many cases, and word by word what stands in that file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from app.case.header_file import header_path
from app.model.journey.board_header import (
    LONGEST_ALIAS,
    clean_alias,
    header_of,
    names_patient,
    stage_name,
    told_words,
)
from app.model.journey.decision import Header, Stage, in_stage
from app.phrases import _
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.autosave import AutoSave
from ui.widgets.breakable import breakable
from ui.widgets.check import Check
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow
from ui.widgets.filling import fill, typed
from ui.widgets.labels import label
from ui.widgets.spacing import space


class BoardCard(QFrame):
    """One tick, and what it opens; off until somebody ticks it."""

    def __init__(self, session: CaseSession, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("kind", "card")
        self.on = Check(_("Show this case on a board"), parent=self)
        self.alias = QLineEdit(self)
        self.alias.setMaxLength(LONGEST_ALIAS)
        self.stage = Combo([stage_name(one).capitalize() for one in Stage], self)
        self.show_stage = Check(_("Show the stage"), parent=self)
        self.show_due = Check(_("Show what day is due next, and how much is overdue"), parent=self)
        self.preview = label("", parent=self)
        words = _("This says the patient’s name. Whoever can open the folder can read it.")
        self.warning = label(words, "look", parent=self)
        self._saving = AutoSave(session, self._save_alias, self)
        self._saving.watch(self.alias)
        self._lay_out(looks)
        self.on.clicked.connect(lambda: self._tick("on_board", self.on))
        self.show_stage.clicked.connect(lambda: self._tick("show_stage", self.show_stage))
        self.show_due.clicked.connect(lambda: self._tick("show_due", self.show_due))
        self.stage.activated.connect(self._take_stage)
        self.refresh()

    def refresh(self) -> None:
        """Show what is allowed now, and what is written beside the case for it."""
        case = self._session.case
        header = case.journey.header()
        self.on.setChecked(header.on_board)
        self._inside.setVisible(header.on_board)
        if not header.on_board:
            return
        fill(self._saving, self.alias, header.alias)
        self.stage.setCurrentIndex(list(Stage).index(header.stage))
        self.show_stage.setChecked(header.show_stage)
        self.show_due.setChecked(header.show_due)
        told = header_of(case.snapshot(), case.sharing.all(), date.today())
        self.preview.setText(breakable("\n".join(told_words(told))))
        self.warning.setVisible(names_patient(header.alias, case.people.patient().name))

    def _lay_out(self, looks: Looks) -> None:
        column = space(QVBoxLayout(self), looks, (16, 14, 16, 16), 12)
        column.addWidget(self.on)
        about = _(
            "For those who look after many cases. A small file beside this one then tells the "
            "board what you allow here, and no more. It has no password: whoever can open the "
            "folder can read it."
        )
        column.addWidget(label(about, "small"))
        self._inside = QWidget(self)
        inner = space(QVBoxLayout(self._inside), looks, gap=12)
        hint = _("A number or initials will do. Leave it empty to show the name of the file.")
        inner.addWidget(FieldRow(_("Name on the board"), self.alias, looks, hint, self))
        inner.addWidget(self.warning)
        inner.addWidget(FieldRow(_("Stage of the case"), self.stage, looks))
        inner.addWidget(self.show_stage)
        inner.addWidget(self.show_due)
        name = header_path(self._session.case.path).name
        head = _("All that stands in “{name}”:").format(name=name)
        inner.addWidget(label(breakable(head), "strong"))
        inner.addWidget(self.preview)
        column.addWidget(self._inside)

    def _save_alias(self, together: str) -> None:
        alias = clean_alias(typed(self.alias))
        self._write(lambda header: replace(header, alias=alias), together)

    def _tick(self, field: str, box: Check) -> None:
        ticked = box.isChecked()
        self._write(lambda header: replace(header, **{field: ticked}))  # type: ignore[arg-type]  # the field is a tick

    def _take_stage(self, row: int) -> None:
        stage = list(Stage)[row]
        self._write(lambda header: in_stage(header, stage, date.today()))

    def _write(self, change: Callable[[Header], Header], together: str = "") -> None:
        case = self._session.case
        with case.change(_("Change what a board shows"), together=together):
            case.journey.save_header(change(case.journey.header()))
