"""What stands beside the list of records: the page, and what is known of the record."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.record import Record
from app.phrases import _
from ui.covering.mode import CoverMode
from ui.covering.note import CoverNote
from ui.pages.place import Tell
from ui.records.bin_parts import BinnedRecord
from ui.records.details import Details
from ui.records.shelf import Shelf
from ui.records.slices import Slices
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.icon_button import IconButton
from ui.widgets.one_at_a_time import OneAtATime
from ui.widgets.page_view import PageView

_KEYS = "Ctrl+Shift+K"


class Beside(QObject):
    """Makes both in the turns of the window after `go`, or as soon as somebody asks for them.

    `middle` and `right` are there at once; `ready` is called with the details
    when they are made.
    """

    page_wanted = Signal()  # where there is room for one pane only, it should be the page

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        shelf: Shelf,
        tell: Tell,
        ready: Callable[[Details], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._looks, self._shelf, self._tell = session, looks, shelf, tell
        self._ready = ready
        self._page: PageView | None = None
        self._details: Details | None = None
        self._note: CoverNote | None = None
        self._cover: CoverMode | None = None
        self.cover_tool = IconButton("eye-off", _("Cover up…"), looks, _KEYS)
        self.binned = BinnedRecord(looks)
        # nothing, until the details are there
        self.middle, self.right = QWidget(), OneAtATime(QWidget(), self.binned)
        self._column = QVBoxLayout(self.middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._slices = Slices((self._make_page, self._make_details), self)
        session.closing.connect(self._slices.stop)

    @property
    def page(self) -> PageView:
        """The page of the record."""
        if self._page is None:
            self._slices.finish()
        assert self._page is not None
        return self._page

    @property
    def details(self) -> Details:
        """What is known of the record."""
        if self._details is None:
            self._slices.finish()
        self._slices.catch_up()  # what they are to show
        assert self._details is not None
        return self._details

    def go(self) -> None:
        """Begin or go on to make them: they are in sight."""
        self._slices.go()

    def then(self, step: Callable[[], object]) -> None:
        """Do something that needs both, at once where they are there."""
        self._slices.then(step)

    def show_record(self, record: Record, *, in_bin: bool) -> None:
        """Show a record; one in the bin can only be put back.

        Parts of its page go on being covered as long as it is the same record.
        """
        if self.covering and not in_bin and self.cover.goes_on(record):
            self.details.show_record(record)
            self.page.show_record(record)
            self.cover.refresh()
            return
        self.stop_covering()
        self.cover_tool.setVisible(not in_bin)
        if in_bin:
            self.right.setCurrentWidget(self.binned)
            self.binned.show_record(record)
        else:
            self.right.setCurrentWidget(self.details)
            self.details.show_record(record)
        self.page.show_record(record)
        if self._note is not None:
            self._note.show_record(None if in_bin else record.id)

    def show_nothing(self) -> None:
        """Clear the page: there is no record."""
        self.stop_covering()
        self.page.show_nothing()
        if self._note is not None:
            self._note.show_record(None)

    @property
    def covering(self) -> bool:
        """Whether parts of the page are being covered."""
        return self._cover is not None and self._cover.active

    @property
    def cover(self) -> CoverMode:
        """The covering of parts of the page."""
        if self._cover is None:
            self._cover = CoverMode(
                self._session, self._looks, self.page, self.right, self._tell, self
            )
            self._cover.began.connect(self._begin_covering)
            self._cover.ended.connect(self._end_covering)
            self._cover.page_wanted.connect(self.page_wanted)
        return self._cover

    def cover_up(self, record: Record) -> None:
        """Cover parts of the page that is shown, or end it; for a note, say why it cannot be."""
        if self.stop_covering():
            return
        if record.document is None:
            text = _("“{title}” is your own note: it has no page to cover. Change its words.")
            self._tell(text.format(title=record.title), done=False)
        elif self.details.flush():
            self.cover.begin(record)

    def stop_covering(self) -> bool:
        """Go back to the details; False when nothing is being covered."""
        was = self.covering
        if was:
            self.cover.end()
        return was

    def way_in(self, *, in_bin: bool) -> QWidget:
        """Give what takes the keyboard when somebody comes to the right side."""
        if self.covering:
            return self.cover.pane.new_box
        return self.binned.back if in_bin else self.details.name.edit

    def flush(self) -> bool:
        """Save what waits in the details. False when it cannot be saved now.

        What is not made yet is not made before the next `go`: the case may close now.
        """
        self._slices.pause()
        return self._details is None or self._details.flush()

    def _begin_covering(self) -> None:
        self.cover_tool.say("check", _("Done with covering up"), _("Esc"))
        if self._note is not None:
            self._note.show_hint(_("Draw a box over what must not be seen."))

    def _end_covering(self) -> None:
        self.cover_tool.say("eye-off", _("Cover up…"), _KEYS)
        self.right.setCurrentWidget(self.details)
        if self._note is not None:
            self._note.show_hint("")

    # Each is made where it is to stay: what moves in the window is dressed anew, with all in it.

    def _make_page(self) -> None:
        self._page = PageView(self._session, self._looks, self.middle)
        self._note = CoverNote(self._session, self._looks, self._page, self.middle)
        self._column.addWidget(self._note)
        self._column.addWidget(self._page, 1)
        self._page.tools.add(self.cover_tool)
        self._page.show()  # the layout would do so only in the next turn

    def _make_details(self) -> None:
        made = Details(self._session, self._looks, self._shelf, self._tell, self.right)
        self.right.addWidget(made)
        self._details = made
        self._ready(made)
