"""What stands beside the list of records: the page, and what is known of the record."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.record import Record
from ui.pages.place import Tell
from ui.records.bin_parts import BinnedRecord
from ui.records.details import Details
from ui.records.shelf import Shelf
from ui.records.slices import Slices
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.one_at_a_time import OneAtATime
from ui.widgets.page_view import PageView


class Beside(QObject):
    """Makes both in the turns of the window after `go`, or as soon as somebody asks for them.

    `middle` and `right` are there at once; `ready` is called with the details
    when they are made.
    """

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
        self.binned = BinnedRecord(looks)
        # nothing, until the details are there
        self.middle, self.right = QWidget(), OneAtATime(QWidget(), self.binned)
        self._column = QVBoxLayout(self.middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._slices = Slices((self._make_page, self._make_details), self)

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
        assert self._details is not None
        return self._details

    def go(self) -> None:
        """Begin or go on to make them: they are in sight."""
        self._slices.go()

    def then(self, step: Callable[[], object]) -> None:
        """Do something that needs both, at once where they are there."""
        self._slices.then(step)

    def show_record(self, record: Record, *, in_bin: bool) -> None:
        """Show a record; one in the bin can only be put back."""
        if in_bin:
            self.right.setCurrentWidget(self.binned)
            self.binned.show_record(record)
        else:
            self.right.setCurrentWidget(self.details)
            self.details.show_record(record)
        self.page.show_record(record)

    def flush(self) -> bool:
        """Save what waits in the details. False when it cannot be saved now.

        What is not made yet is not made before the next `go`: the case may close now.
        """
        self._slices.pause()
        return self._details is None or self._details.flush()

    # Each is made where it is to stay: what moves in the window is dressed anew, with all in it.

    def _make_page(self) -> None:
        self._page = PageView(self._session, self._looks, self.middle)
        self._column.addWidget(self._page)
        self._page.show()  # the layout would do so only in the next turn

    def _make_details(self) -> None:
        made = Details(self._session, self._looks, self._shelf, self._tell, self.right)
        self.right.addWidget(made)
        self._details = made
        self._ready(made)
