"""Covering parts of a page: a state of the page and of what stands beside it."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from app.model.record import Record
from app.model.version import CoverUp, WhyCovered
from ui.covering.areas import Area, lines_of, words_cut, words_under
from ui.covering.box_card import BoxCard
from ui.covering.layer import CoverLayer
from ui.covering.pane import CoverPane
from ui.covering.steps import CoverSteps
from ui.covering.words import covered_words
from ui.dossier.version_steps import version_name
from ui.pages.place import Tell
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.page_view import PageView

TABLES = frozenset({"cover_up", "version", "version_detail"})


class CoverMode(QObject):
    """Begins at a record with pages and ends with `end`; every change is written at once.

    While it is `active`, its pane stands in `beside` and its layer over the
    page. It is made when somebody first covers something.
    """

    began = Signal()
    ended = Signal()
    page_wanted = Signal()  # a box on the page is to be seen

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        page: PageView,
        beside: QStackedWidget,
        tell: Tell,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._page = page
        self._beside = beside
        self._why = WhyCovered.PRIVATE
        self.record: Record | None = None
        self.steps = CoverSteps(session, tell, self)
        self.layer = CoverLayer(page.desk, looks)
        self.pane = CoverPane(looks, beside)
        beside.addWidget(self.pane)
        self.layer.hide()
        self._join()

    @property
    def active(self) -> bool:
        """Whether parts of a page are being covered."""
        return self.record is not None

    def goes_on(self, record: Record) -> bool:
        """Whether it is this record, perhaps changed, whose page is being covered."""
        if self.record is None or self.record.id != record.id:
            return False
        self.record = record
        return True

    def begin(self, record: Record) -> None:
        """Cover parts of the page of `record` that is shown; a note has no pages."""
        self.record = record
        self._beside.setCurrentWidget(self.pane)
        self.layer.show()
        self.layer.raise_()
        self.pane.verticalScrollBar().setValue(0)
        self._new.setEnabled(True)
        self.refresh()
        self.began.emit()
        if self.layer.boxes:
            self.layer.focus_on(self.layer.boxes[0].box.id)
        elif self.pane.isVisible():
            self.pane.new_box.setFocus(Qt.FocusReason.OtherFocusReason)
        else:  # there is room for the page only
            self._page.desk.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def end(self) -> None:
        """Go back to what stood there; nothing is lost."""
        if self.record is None:
            return
        focus = self._page.window().focusWidget()
        held = focus is not None and (
            self.layer.isAncestorOf(focus) or self.pane.isAncestorOf(focus)
        )
        self.record = None
        self._new.setEnabled(False)
        if held:
            self._page.desk.setFocus(Qt.FocusReason.OtherFocusReason)
        self.layer.hide()
        self.layer.show_boxes([])
        self.pane.show_boxes([], {}, None, [])  # what is hidden can still be read from outside
        self.ended.emit()

    @Slot()
    def refresh(self) -> None:
        """Show what the case says now."""
        if self.record is None or not self._page.page:  # no page: the case may be closed
            return
        version = self._session.case.versions.get(self._session.version)
        self.pane.show_version(version_name(version) if version else "")
        every = self.steps.boxes(self.record.id)
        here = [box for box in every if box.page == self._page.page]
        others = sorted({box.page for box in every} - {self._page.page})
        self.layer.show_boxes(here)
        covers = {box.id: self._covers(box) for box in here}
        self.layer.describe(covers)
        self.pane.show_boxes(here, covers, self.layer.current, others)
        self.pane.show_chosen(self._page.chosen_text)

    def _join(self) -> None:
        desk, layer, pane = self._page.desk, self.layer, self.pane
        self.steps.failed.connect(self.refresh)
        layer.drawn.connect(lambda area: self._cover([area]))
        layer.changed.connect(self.steps.place)
        layer.removed.connect(self._uncover)
        layer.current_changed.connect(self._show_current)
        pane.card_made.connect(self._join_card)
        pane.new_box.clicked.connect(self._add)
        pane.cover_words.clicked.connect(self._cover_words)
        pane.done.clicked.connect(self.end)
        desk.chosen_changed.connect(lambda: pane.show_chosen(self._page.chosen_text))
        desk.text_shown.connect(self.refresh)
        self._page.page_changed.connect(self.refresh)
        self._session.changed.connect(self._case_changed)
        self._session.version_changed.connect(self.refresh)
        self._session.closed.connect(self.end)
        self._new = QShortcut(QKeySequence(Qt.Key.Key_Insert), self._page)
        self._new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._new.setEnabled(False)
        self._new.activated.connect(self._add)

    def _join_card(self, card: BoxCard) -> None:
        card.why_chosen.connect(self._say_why)
        card.elsewhere_chosen.connect(self.steps.allow_elsewhere)
        card.removed.connect(self._uncover)
        card.shown.connect(self._show_box)

    @Slot(object)
    def _case_changed(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.refresh()

    def _covers(self, box: CoverUp) -> str:
        text, sheet = self._page.desk.text, self._page.desk.sheet
        if sheet is None or not self._page.worded:
            return covered_words(None)
        area = box.x0, box.y0, box.x1, box.y1
        size = (sheet.width, sheet.height)
        lines, cut = words_under(text, area, size), words_cut(text, area, size)
        return covered_words(lines, cut, picture=not text.words)

    @Slot()
    def _add(self) -> None:
        area = self.layer.free_place()
        if area is not None:
            self._cover([area])

    @Slot()
    def _cover_words(self) -> None:
        desk = self._page.desk
        if desk.chosen.range is not None and desk.sheet is not None:
            size = desk.sheet.width, desk.sheet.height
            areas = lines_of(desk.text, desk.chosen.range, size)
            desk.chosen.show(desk.text)  # they are covered now, and no more chosen
            self._cover(areas)

    def _cover(self, areas: list[Area]) -> None:
        if self.record is not None and areas:
            added = self.steps.cover(self.record, self._page.page, areas, self._why)
            if added:
                self._show_box(added[0])

    @Slot(int)
    def _show_box(self, number: int) -> None:
        self.page_wanted.emit()
        self.layer.focus_on(number)

    def _say_why(self, box: CoverUp, why: WhyCovered) -> None:
        self._why = why  # the next place is likely to be covered for the same reason
        self.steps.say_why(box, why)

    @Slot(object)
    def _uncover(self, box: CoverUp) -> None:
        here = [one.box.id for one in self.layer.boxes]
        at = here.index(box.id) if box.id in here else 0
        focus = self._page.window().focusWidget()
        on_page = focus is not None and self.layer.isAncestorOf(focus)
        self.steps.uncover(box)
        left = self.layer.boxes
        if left:
            following = left[min(at, len(left) - 1)].box.id
            if on_page:
                self.layer.focus_on(following)
            else:
                self.pane.cards[following].remove.setFocus()
        else:
            self.pane.new_box.setFocus()

    @Slot()
    def _show_current(self) -> None:
        self.refresh()
        current = self.layer.current
        if current is not None and current in self.pane.cards:
            self.pane.ensureWidgetVisible(self.pane.cards[current])
