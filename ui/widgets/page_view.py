"""One page of a record or of the dossier, with what is needed to read it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QImage, QShortcut
from PySide6.QtGui import QKeySequence as Keys
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from app.model.record import Record
from app.phrases import _
from app.worker.orders import PageWords
from ui.session import CaseSession
from ui.shown_pages import Pages, record_pages
from ui.theme.looks import Looks
from ui.widgets.find_row import FindRow
from ui.widgets.labels import button, frame, label
from ui.widgets.page_desk import PageDesk
from ui.widgets.page_text import PageText
from ui.widgets.page_tools import PageTools
from ui.widgets.sheet import Fit

_MOST_READ_OUT = 20_000  # letters


class PageView(QWidget):
    """Shows pages one at a time; pages count from 1.

    `show_record` shows the pages of a record, or the words of a note;
    `show_own` shows pages that somebody else makes; `show_nothing` clears it.
    It follows the session: when the case closes, it shows nothing.
    """

    page_changed = Signal(int)

    def __init__(self, session: CaseSession, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._looks = looks
        self._pages: Pages | None = None
        self._document = ""  # the rendition of the record that is shown
        self._page = 0
        self._turn = 0
        self._broken = False
        self.worded = False
        """Whether it is known which words the page has."""
        self.tools = PageTools(looks)
        self.desk = PageDesk(looks)
        self.find_row = FindRow(self.desk, looks)
        self.note = QPlainTextEdit()
        self.note.setReadOnly(True)
        self._trouble = frame("look")
        self._trouble_words = label("")
        self.again = button(_("Try again"))
        self._stack = QStackedWidget()
        self._place()
        self._connect()
        self.show_nothing()

    @property
    def page(self) -> int:
        """The page that is shown, or 0."""
        return self._page

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._pages.count if self._pages else 0

    @property
    def chosen_text(self) -> str:
        """The words that somebody chose on the page."""
        return self.desk.chosen.said

    @property
    def trouble(self) -> str:
        """What is said above the page when it cannot be shown, or ""."""
        return self._trouble_words.text() if self._broken else ""

    def show_record(self, record: Record, page: int | None = None, find: str = "") -> None:
        """Show a record at a page, with `find` marked on it.

        Without a page it begins at the first, or stays where it is when the
        same record is shown already, so that this may be called after any
        change of the case.
        """
        if record.document is None:
            self._show_note(record)
            return
        rendition = record.document.rendition
        if self._pages is not None and self._document == rendition:
            self._pages.title = record.title
            self._name()
            if page is not None and page != self._page:
                self._go(page)
        else:
            case, pictures = self._session.case, self._session.pictures
            self._take(record_pages(record, case.documents, pictures, self), page or 1)
            self._document = rendition
        if words := find or self._session.take_sought(record.id):
            self.open_find(words)

    def show_own(self, pages: Pages, page: int = 1) -> None:
        """Show pages of another maker, who keeps them alive as long as they are shown."""
        self._take(pages, page)

    def show_nothing(self) -> None:
        """Clear the desk."""
        self._drop()
        self._page = 0
        self._stack.setCurrentWidget(self.desk)
        self.desk.lay(None)
        self.find_row.shut()
        self._heal()
        self.tools.show()
        self.tools.show_page(0, 0)
        self.desk.setAccessibleName(_("Page picture"))
        self.desk.setAccessibleDescription(_("No page is shown."))

    def go_to(self, page: int) -> None:
        """Show another page; one that is not there changes nothing."""
        if page != self._page and 1 <= page <= self.count:
            self._go(page)

    def fit_to(self, fit: Fit) -> None:
        """Show pages as wide as there is room, or whole."""
        self.desk.fit_to(fit)

    def open_find(self, words: str = "") -> None:
        """Let somebody find words on the page; `words` are found at once."""
        if self._pages is not None:
            self.find_row.open(words)

    def _place(self) -> None:
        self._stack.addWidget(self.desk)
        self._stack.addWidget(self.note)
        row = QHBoxLayout(self._trouble)
        row.addWidget(self._trouble_words, 1)
        row.addWidget(self.again)
        self._top = QVBoxLayout()
        for one in (self.tools, self.find_row, self._trouble):
            self._top.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)
        self._space()

    def _space(self) -> None:
        gap = round(6 * self._looks.scale)
        self._top.setContentsMargins(gap, gap, gap, gap)
        self._top.setSpacing(gap)

    def _connect(self) -> None:
        tools, desk = self.tools, self.desk
        tools.back.clicked.connect(lambda: self.go_to(self._page - 1))
        tools.on.clicked.connect(lambda: self.go_to(self._page + 1))
        tools.out.clicked.connect(lambda: desk.zoom_by(-1))
        tools.into.clicked.connect(lambda: desk.zoom_by(1))
        tools.fit.clicked.connect(self._other_fit)
        tools.turn.clicked.connect(self._turn_round)
        tools.finder.clicked.connect(lambda: self.open_find())
        desk.wanted.connect(self._ask)
        desk.turn_wanted.connect(lambda step: self.go_to(self._page + step))
        desk.fit_changed.connect(lambda: tools.show_fit(desk.fit))
        self.again.clicked.connect(self._try_again)
        for keys, step in (("F3", 1), ("Shift+F3", -1)):
            made = QShortcut(Keys(keys), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(lambda step=step: self._find_on(step))
        self._offer(_("Copy") + "\tCtrl+C", desk.chosen.copy)
        self._offer(_("Choose the whole text") + "\tCtrl+A", desk.chosen.take_all)
        desk.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._looks.changed.connect(self._space)
        self._session.closed.connect(self.show_nothing)

    def _offer(self, words: str, act: object) -> None:
        made = QAction(words, self.desk)
        made.triggered.connect(act)
        self.desk.addAction(made)

    def _show_note(self, record: Record) -> None:
        self.show_nothing()
        self.tools.hide()
        self.note.setAccessibleName(_("Your words: {title}").format(title=record.title))
        if self.note.toPlainText() != record.body:
            self.note.setPlainText(record.body)
        self._stack.setCurrentWidget(self.note)

    def _take(self, pages: Pages, page: int) -> None:
        self._drop()
        self.find_row.shut()
        self._turn = 0
        self._pages = pages
        pages.drawn.connect(self._drawn)
        pages.worded.connect(self._worded)
        pages.failed.connect(self._failed)
        pages.wordless.connect(self._wordless)
        self._stack.setCurrentWidget(self.desk)
        self.tools.show()
        self._go(page)

    def _drop(self) -> None:
        """Let go of the pages; those of a record were made here and go."""
        if self._pages is not None:
            self._pages.drawn.disconnect(self._drawn)
            self._pages.worded.disconnect(self._worded)
            self._pages.failed.disconnect(self._failed)
            self._pages.wordless.disconnect(self._wordless)
            self._pages.forget()
            if self._document:
                self._pages.deleteLater()
        self._pages = None
        self._document = ""

    def _go(self, page: int) -> None:
        assert self._pages is not None
        self._page = min(max(page, 1), self._pages.count)
        self._heal()
        self.worded = False
        self.tools.show_page(self._page, self._pages.count)
        self._name()
        self.desk.setAccessibleDescription(_("The words of this page are on their way."))
        self.desk.lay(self._pages.size(self._page), self._turn)
        self._pages.ask_words(self._page)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.tools.where.text()))
        self.page_changed.emit(self._page)

    def _name(self) -> None:
        assert self._pages is not None
        self.desk.setAccessibleName(
            _("Page {page} of {count} of {title}").format(
                page=self._page, count=self._pages.count, title=self._pages.title
            )
        )

    def _other_fit(self) -> None:
        self.desk.fit_to(Fit.WHOLE if self.desk.fit is Fit.WIDTH else Fit.WIDTH)

    def _turn_round(self) -> None:
        self._turn = (self._turn + 90) % 360
        self.desk.turn()

    def _ask(self, scale: float) -> None:
        if self._pages is not None and not self._broken:
            self._pages.ask(self._page, scale)

    def _try_again(self) -> None:
        self._heal()
        if self._pages is not None:
            self._go(self._page)

    def _heal(self) -> None:
        self._broken = False
        self._trouble.hide()

    @Slot(int, QImage)
    def _drawn(self, page: int, image: QImage) -> None:
        if page == self._page:
            self.desk.show_picture(image)

    @Slot(int, object)
    def _worded(self, page: int, words: PageWords) -> None:
        if page != self._page or self._pages is None:
            return
        text = PageText.of(words, self._pages.size(page)[0])
        self.worded = True
        self.desk.show_text(text)
        self.desk.setAccessibleDescription(
            text.text[:_MOST_READ_OUT] or _("This page is a picture. It has no words to read out.")
        )
        self.find_row.look()

    @Slot(int, str)
    def _failed(self, page: int, sentence: str) -> None:
        """Say it above the page; that page is not tried again by itself."""
        if page == self._page:
            assert self._pages is not None
            self._pages.forget()  # its words would fare no better
            self._broken = True
            self.desk.setAccessibleDescription(sentence)
            self._trouble_words.setText(sentence)
            self._trouble.show()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    @Slot(int, str)
    def _wordless(self, page: int, sentence: str) -> None:
        if page == self._page:
            self.desk.setAccessibleDescription(sentence)

    def _find_on(self, step: int) -> None:
        if self.find_row.isHidden():
            self.open_find()
        else:
            self.find_row.go(step)
