"""Lists at the left, the form of one fact beside them; one at a time where there is little room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.phrases import _
from ui.facts.form import FactForm
from ui.facts.kind import Fact, FactKind
from ui.pages.place import Go, Tell
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.detail_pane import DetailPane
from ui.widgets.labels import label
from ui.widgets.spacing import space

NARROW = 740  # pixels of the place at the usual size of text; the sidebar stands beside it
_FORM = 352  # a date in three parts, the margins beside it, and the bar that scrolls


class FactDesk(QWidget):
    """Holds `left` and, beside it, one form or one other widget."""

    added = Signal(str, int)  # the kind and the id of a fact that is new in the case
    removed = Signal(str, int)

    def __init__(
        self,
        left: QWidget,
        back: str,
        session: CaseSession,
        looks: Looks,
        go: Go,
        tell: Tell,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.form: FactForm | None = None
        self.narrow = False
        self._session = session
        self._looks = looks
        self._go = go
        self._tell = tell
        self._drafts: dict[tuple[str, Fact], Fact] = {}
        self._beside = False
        self._idle = False
        self.left = left
        self.pane = DetailPane(back, looks)
        self.back, self.area = self.pane.back, self.pane.area
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(left)
        self.split.addWidget(self.pane)
        self.split.setStretchFactor(0, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.split)
        self.back.clicked.connect(self.go_back)
        looks.changed.connect(self._fit)
        self.wait()

    def wait(self) -> None:
        """Show nothing beside the lists until somebody chooses a line: they need the room."""
        self.say(_("Choose a line to see and change it."))
        self._idle = True
        self._fit()

    def say(self, words: str) -> None:
        """Show words in place of a form."""
        holder = QWidget()
        column = space(QVBoxLayout(holder), self._looks, (16, 24, 16, 16))
        column.addWidget(label(words, "quiet"))
        column.addStretch(1)
        self.show_other(holder)

    def show_other(self, other: QWidget) -> None:
        """Show a widget in place of a form."""
        self._put_away()
        self._put(other)

    def show_fact(self, kind: FactKind, fact: Fact) -> None:
        """Show the form of a fact, unless it is shown already."""
        if self.form and (self.form.kind.code, self.form.fact.id) == (kind.code, fact.id):
            return
        self._put_away()
        form = FactForm(self._session, self._looks, kind, fact)
        form.saved.connect(lambda number: self._added(kind, number))
        form.unwanted.connect(self._remove_shown)
        form.paper_wanted.connect(
            lambda record, page: self._go("records", record=record, page=page)
        )
        self.form = form
        self._put(form)

    def start(self, kind: FactKind) -> None:
        """Show the form of a new fact, with what was typed into it before."""
        self.show_fact(kind, self._drafts.get((kind.code, kind.blank), kind.blank))
        self.bring(beside=True)
        self.focus()

    def focus(self) -> None:
        """Let somebody go on in the form."""
        if self.form:
            self.form.first.setFocus()

    def bring(self, *, beside: bool) -> None:
        """Where only one of the two is seen: show the form, or the lists."""
        self._beside = beside
        self._fit()

    def go_back(self) -> None:
        """Show the lists again."""
        self.flush()
        self.bring(beside=False)
        self.left.setFocus()

    def refresh(self) -> None:
        """Show what the case says now."""
        if self.form is None or not self.form.fact.id:
            return
        fact = self.form.kind.find(self._session.case, self.form.fact.id)
        if fact is None:
            self.form.forget()
            self.form = None
            self.wait()
            self.bring(beside=False)
        else:
            self.form.refresh(fact)

    def flush(self) -> None:
        """Save now what was typed."""
        if self.form:
            self.form.flush()

    def remove(self, kind: FactKind, fact: Fact) -> None:
        """Take a fact out of the case, and offer to bring it back."""
        case = self._session.case
        if self.form and self.form.fact.id == fact.id and self.form.kind.code == kind.code:
            self.form.flush()  # what was typed last comes back with it
            self.form.forget()
            self.form = None
        kind.remove(case, fact.id)
        self.removed.emit(kind.code, fact.id)
        if self.form is None:
            self.wait()
            self.bring(beside=False)
        words = _("“{name}” was removed.").format(name=getattr(fact, kind.main.name))
        self._tell(words, done=True, action=_("Undo"), act=lambda: self._bring_back(kind.removed))

    def _bring_back(self, words: str) -> None:
        if self._session.case.undo_label == words:  # nothing else was done since
            self._session.case.undo()

    def _remove_shown(self) -> None:
        if self.form:
            self.remove(self.form.kind, self.form.fact)

    def _added(self, kind: FactKind, number: int) -> None:
        self._drafts.pop((kind.code, kind.blank), None)
        self.added.emit(kind.code, number)

    def _put_away(self) -> None:
        """Save what stands in the form; a new fact without its first words is kept aside."""
        form, self.form = self.form, None
        if form is None:
            return
        form.flush()
        if not form.fact.id and form.typed != form.kind.blank:
            self._drafts[form.kind.code, form.kind.blank] = form.typed
        form.forget()

    def _put(self, shown: QWidget) -> None:
        self._idle = False
        self.pane.put(shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Place the two anew."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - a name of Qt's
        """Place the two when they come in sight."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        unit = self._looks.scale
        was, self.narrow = self.narrow, self.width() < NARROW * unit
        least = 0 if self.narrow else round(_FORM * unit)
        self.pane.setMinimumWidth(least)
        self.left.setVisible(not self.narrow or not self._beside)
        hidden = self.pane.isHidden()
        self.pane.setVisible(self._beside if self.narrow else not self._idle)
        self.back.setVisible(self.narrow)
        if (was or hidden) and not self.narrow:
            self.split.setSizes([max(1, self.width() - least), least])
