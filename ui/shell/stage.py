"""The middle of the window: one place at a time, made when it is first needed."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.jobs import Job
from ui.pages.place import Place, RowOf, Tell
from ui.session import CaseSession
from ui.shell.counts import count_of
from ui.shell.places import Spot
from ui.shell.retire import retire
from ui.shell.wardrobe import Wardrobe
from ui.theme.looks import Looks
from ui.widgets.partial_date_edit import take_dates

MOST_BACK = 50


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A place, and the record and page or the row in it where somebody was led."""

    code: str
    record: int | None = None
    page: int = 1
    row: RowOf | None = None


class Stage(QStackedWidget):
    """Shows a place, refreshes it, and leads back to where somebody came from.

    A `guest` stands for a while in the room of one place, as the look at new
    papers does for the records.
    """

    went = Signal(str)  # the code of the place that is shown now
    arrived = Signal(object)  # a Place that was just made, before it is shown
    counted = Signal(str, object)  # a code and its number for the sidebar, or None

    def __init__(
        self, session: CaseSession, looks: Looks, tell: Tell, spots: tuple[Spot, ...]
    ) -> None:
        super().__init__()
        self._session = session
        self._tell = tell
        self._kinds = {spot.code: spot.kind for spot in spots}
        self._places: dict[str, Place] = {}
        self._here = Whereabouts("")
        self._past: list[Whereabouts] = []
        self._guest: tuple[str, QWidget] | None = None
        self._wardrobe = Wardrobe(looks, self._unseen, self)
        session.changed.connect(self._refresh)
        session.draft.looked.connect(self._count_findings)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Ask for no more than what is shown needs: the others are not in sight."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    @property
    def here(self) -> str:
        """The code of the place that is shown."""
        return self._here.code

    @property
    def place(self) -> Place | None:
        """The place that is shown; None while a guest stands for it."""
        return self._places.get(self.here) if self.guest is None else None

    @property
    def guest(self) -> QWidget | None:
        """The guest, while its room is shown."""
        return self._guest[1] if self._guest and self._guest[0] == self.here else None

    def tells(self, job: Job) -> bool:
        """Whether the place in sight shows how far this job has come."""
        return self.place is not None and self.place.tells(job)

    @property
    def may_go_back(self) -> bool:
        """Whether there is somewhere to go back to."""
        return bool(self._past)

    def has(self, code: str) -> bool:
        """Tell whether there is such a place."""
        return code in self._kinds

    def made(self, code: str) -> Place:
        """Give a place, which is made if need be. Raises KeyError for a place that is not there."""
        if code not in self._places:
            looks = self._wardrobe.looks_of_place(self)
            place = self._kinds[code](self._session, looks, self.go, self._tell)
            self._places[code] = place
            self.addWidget(place)
            self.arrived.emit(place)
            self.counted.emit(code, place.count())
        return self._places[code]

    def go(
        self,
        code: str,
        *,
        record: int | None = None,
        page: int = 1,
        row: RowOf | None = None,
        focus: bool = True,
    ) -> None:
        """Show a place; what is not there is left alone. `focus` gives it the keyboard."""
        there = Whereabouts(code, record, page, row)
        if not self.has(code):
            return
        if code == self.here and record is None and row is None:
            if focus:
                self._give_focus()
            return
        if self.here and self.here != code:
            self._past.append(self._here)
            del self._past[:-MOST_BACK]
        self._show(there, focus=focus)

    def back(self) -> None:
        """Show the place before this one."""
        if self._past:
            self._show(self._past.pop(), focus=True)

    def leave(self) -> None:
        """Let the place that is shown write down what was typed."""
        if (place := self._places.get(self.here)) is not None:
            place.leave()

    def settle(self) -> None:
        """Take the dates that stand there before the pause after which they would be taken."""
        take_dates(self)

    def take_in(self, guest: QWidget, code: str) -> None:
        """Let a guest stand in the room of a place, and go there."""
        self._guest = (code, guest)
        self.addWidget(guest)
        if self.here == code:
            self._show(self._here, focus=False)
        else:
            self.go(code, focus=False)

    def see_off(self) -> None:
        """Let the guest go; its room shows its own place again."""
        if self._guest is None:
            return
        guest = self._guest[1]
        self._guest = None
        self._show(self._here, focus=True)  # first: else some other place would be shown between
        self.removeWidget(guest)
        retire(guest)

    def count_all(self) -> None:
        """Tell the number of every place, also of those that are not made yet."""
        for code in self._kinds:
            self._count(code)

    def _show(self, there: Whereabouts, *, focus: bool) -> None:
        self.leave()
        self._here = there
        place = self.made(there.code)
        self._wardrobe.dress(place)
        place.enter(there.record, there.page)
        self.setCurrentWidget(self.guest or place)
        self.counted.emit(there.code, place.count())
        self.went.emit(there.code)
        if there.row is not None:
            first = place.show_row(there.row)
            if focus:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif focus:
            self._give_focus()

    def _unseen(self) -> list[Place]:
        return [one for one in self._places.values() if one is not self.currentWidget()]

    def _give_focus(self) -> None:
        if (place := self.place) is not None:
            place.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _refresh(self, tables: frozenset[str]) -> None:
        for code, kind in self._kinds.items():
            if tables & kind.tables:
                place = self._places.get(code)
                if place is not None and code == self.here:
                    place.show_case()
                self._count(code)

    def _count(self, code: str) -> None:
        place = self._places.get(code)
        count = place.count() if place is not None else count_of(code, self._session.case)
        self.counted.emit(code, count)

    @Slot()
    def _count_findings(self) -> None:
        """Tell what the check found, also where another place had it looked through."""
        if self.has("check"):
            self.counted.emit("check", self._session.draft.to_look_at)
