"""What every place in the sidebar has in common."""

from collections.abc import Callable
from typing import ClassVar, Protocol

from PySide6.QtWidgets import QWidget

from ui.jobs import Job
from ui.session import CaseSession
from ui.theme.looks import Looks

RowOf = tuple[str, int]
"""The table and the id of a row of the case file."""


class Go(Protocol):
    """Leads to another place; the shell gives it to each place."""

    def __call__(
        self, code: str, *, record: int | None = None, page: int = 1, row: RowOf | None = None
    ) -> None:
        """Show the place `code`; at a record and a page of it (from 1) where that makes sense.

        `row` is what it shows of the case, to come to it.
        """


class Tell(Protocol):
    """Says something in the message bar above the place."""

    def __call__(
        self, words: str, *, done: bool, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Show `words`; `done` says that all went well; `action` names a button that does `act`."""


class Place(QWidget):
    """One place: a page of its own between sidebar and details.

    A place reads `session.case`, writes inside `session.case.change("…")`
    at once (there is no button to save), and shows what is there whenever
    `show_case` is called: when it is entered, and when a change touched one
    of the `tables` while it is in sight. It keeps what a person is typing
    while it refreshes. It never blocks: what takes longer than a blink is a
    job of the session.
    """

    code: ClassVar[str]
    """Never changes: "plan", "records", "questions" and so on."""
    icon: ClassVar[str]
    """The name of a picture in resources/icons, without its ending."""
    tables: ClassVar[frozenset[str]]
    """Names of the tables that it shows."""

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(looks.room)
        self.session = session
        self.looks = looks
        self.go = go
        self.tell = tell

    @staticmethod
    def title() -> str:
        """Give the name of the place, as the sidebar and the heading say it."""
        raise NotImplementedError

    def count(self) -> int | None:
        """Give the number that the sidebar shows beside the name, or None."""
        return None

    def show_case(self) -> None:
        """Show what the case says now."""
        raise NotImplementedError

    def enter(self, record: int | None, page: int) -> None:  # noqa: ARG002 - most need neither
        """Come in; at a record and a page of it where a link led there."""
        self.show_case()

    def show_row(self, row: RowOf) -> QWidget:  # noqa: ARG002 - a list comes to it
        """Come to a row of one of its tables as far as it shows it; give what has the focus then.

        Called right after `enter`.
        """
        return self.first_focus()

    def leave(self) -> None:
        """Write down what was typed and is not yet saved; called before another place is shown."""

    def tells(self, job: Job) -> bool:  # noqa: ARG002 - most tell of none
        """Whether it shows how far this job has come, with a button that stops it."""
        return False

    def first_focus(self) -> QWidget:
        """Give what has the focus after coming in: the main list or the first control."""
        return self

    def panes(self) -> list[QWidget]:
        """Give the panes that F6 goes through, in the order of the screen."""
        return [self]
