"""Removing records, putting them back, and emptying the bin."""

from collections.abc import Callable

from app.case.records import Records
from app.errors import CasepackError
from app.phrases import _
from app.progress import Progress
from ui.pages.place import Tell
from ui.session import CaseSession


class BinSteps:
    """Each step is told, and `done` is called after it: with a record that came back, or None."""

    def __init__(
        self, session: CaseSession, tell: Tell, done: Callable[[int | None], object]
    ) -> None:
        self._session = session
        self._tell = tell
        self._done = done

    @property
    def _records(self) -> Records:
        return self._session.case.records

    def remove(self, number: int, title: str) -> None:
        """Put a record into the bin; the message offers to put it back."""
        if self._try(_("Remove {title}").format(title=title), self._records.remove, number):
            self._done(None)
            self._tell(
                _("“{title}” is in the bin.").format(title=title),
                done=True,
                action=_("Put it back"),
                act=lambda: self.put_back(number, title),
            )

    def put_back(self, number: int, title: str) -> None:
        """Take a record out of the bin; one that is not there stays as it is."""
        step = _("Put {title} back").format(title=title)
        if self._records.is_in_bin(number) and self._try(step, self._records.restore, number):
            self._done(number)
            self._tell(_("“{title}” is back.").format(title=title), done=True)

    def empty(self) -> None:
        """Erase all that is in the bin, as a job: it can be much."""
        case = self._session.case

        def work(_progress: Progress) -> int:
            return case.empty_bin()

        self._session.jobs.add(_("Emptying the bin"), work, self._say_erased)

    def _say_erased(self, count: int) -> None:
        words = _("1 record is erased.") if count == 1 else _("{n} records are erased.")
        self._done(None)
        self._tell(words.format(n=count), done=True)

    def _try(self, step: str, act: Callable[[int], object], number: int) -> bool:
        try:
            with self._session.case.change(step):
                act(number)
        except CasepackError as failure:
            self._tell(str(failure), done=False)
            return False
        return True
